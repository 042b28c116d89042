//! Whether a clause begins, or a relative clause stands, where a complement is looked for.
//! Small tests on tags and verb groups; `complement` decides what they lead to.

use super::complement::REFLEXIVE;
use super::cues::CueVerb;
use super::reader::{Reader, is_occasion};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::text::Tag;
use crate::words;

impl Reader<'_, '_> {
    /// Whether "to" here begins an infinitive, its verb perhaps in quotation marks.
    pub(super) fn infinitive_at(&self, to: usize) -> bool {
        self.group_at(to).is_some_and(|g| g.form == VerbForm::Infinitive)
            || self.quote_opens(to + 1).is_some() && (self.tag(to + 2).is_verb() || self.document.is(to + 2, "be"))
    }

    /// Whether the verb follows the noun phrase here at once: no relative clause can lie between.
    pub(super) fn meets(&self, at: usize, verb: &VerbGroup) -> bool {
        let Some(mut end) = chunks::noun_phrase_end(self.document, at, self.end()) else { return false };
        // "found 73 per cent of residents and half of tenants were in favour": a quantity and its whole
        let measured = (at..=end).any(|t| self.tag(t) == Tag::Num)
            || self.document.any(
                end,
                words!("most" "half" "third" "quarter" "majority" "number" "proportion" "share" "percentage"),
            );
        while measured
            && verb.first > end + 1
            && self.document.any(end + 1, words!("of" "in" "and"))
            && let Some(next) = chunks::noun_phrase_end(self.document, end + 2, self.end())
        {
            end = next;
        }
        verb.first == end + 1
    }

    /// Whether "that" here opens a clause and does not point at a noun ("that day").
    pub(super) fn that_clause(&self, at: usize) -> bool {
        self.finite_from(at + 1).is_some()
            || self.quote_opens(at + 1).is_some()
            || self.tag(at) == Tag::Sconj && self.group_from(at + 1).is_some_and(|g| g.first > at + 1)
    }

    /// Whether a finite verb follows before the clause can end; a second verb after "and", or a
    /// reflexive object ("asserted herself"), makes no clause.
    pub(super) fn verb_before_stop(&self, at: usize) -> bool {
        let reflexive = self.document.any(at, REFLEXIVE);
        let stop =
            (at..self.end()).find(|&t| matches!(self.word(t), "," | ";" | ":" | "—" | "–")).unwrap_or(self.end());
        !reflexive
            && self
                .finite_from(at)
                .is_some_and(|g| g.first < stop && !self.joined(g.first) && !self.in_which(at, g.first))
    }

    /// "concluded their search and then left": whether a conjunction joins this verb to one before it.
    pub(super) fn joined(&self, verb: usize) -> bool {
        let before = (self.start()..verb).rev().find(|&t| self.tag(t) != Tag::Adv);
        before.is_some_and(|t| self.tag(t) == Tag::Cconj)
    }

    /// "posted a video in which he sang": whether the only verb from `at` on is a relative clause's.
    pub(super) fn in_which(&self, at: usize, verb: usize) -> bool {
        let which = (at + 1..verb).find(|&t| self.document.any(t, words!("which" "whom")));
        which.is_some_and(|w| w > at + 1 && self.tag(w - 1) == Tag::Adp && self.finite_from(verb + 1).is_none())
    }

    /// "insists the migrants crossed of their own accord": the only verb of a clause is its past tense,
    /// whatever the tagger takes it for.
    pub(super) fn participle_for_past(&self, at: usize) -> bool {
        let Some(mut end) = chunks::noun_phrase_end(self.document, at, self.end()) else { return false };
        // "told reporters his talks with the rebels focused on a truce"
        while self.tag(end + 1) == Tag::Adp
            && let Some(further) = chunks::noun_phrase_end(self.document, end + 2, self.end())
        {
            end = further;
        }
        let only = !self.groups.iter().any(|g| g.form == VerbForm::Finite && g.first > end);
        let verb = self.groups.iter().find(|g| g.first == end + 1 && g.form == VerbForm::Participle);
        only && verb.is_some_and(|g| {
            self.tag(g.head) == Tag::VerbPart && !self.document.any(g.last + 1, words!("by" "with" "as")) && end > at
        })
    }

    /// "claims the boat changed course": a participle with an object after it is a past tense.
    pub(super) fn past_with_object(&self, at: usize) -> bool {
        let Some(end) = chunks::noun_phrase_end(self.document, at, self.end()) else { return false };
        let verb = self.groups.iter().find(|g| g.first == end + 1 && g.form == VerbForm::Participle);
        let object = |t: usize| self.tag(t).is_noun() || matches!(self.tag(t), Tag::Det | Tag::Pron | Tag::PronPoss);
        end > at
            && verb
                .is_some_and(|g| g.first == g.last && object(g.last + 1) && !chunks::is_time(self.document, g.last + 1))
            && !self.groups.iter().any(|g| g.form == VerbForm::Finite && g.first > end)
    }

    /// "her evidence, citing old events, was": a noun phrase, an aside between commas, and a finite verb.
    pub(super) fn clause_over_aside(&self, at: usize) -> bool {
        let Some(end) = chunks::noun_phrase_end(self.document, at, self.end()) else { return false };
        let aside = matches!(self.tag(end + 2), Tag::VerbIng | Tag::VerbPart | Tag::Adp | Tag::Sconj)
            || self.document.any(end + 2, words!("which" "who" "whose"));
        let close = (end + 3..self.end().min(end + 16)).find(|&t| self.is_comma(t));
        self.is_comma(end + 1)
            && aside
            && close.is_some_and(|close| {
                self.finite_at(close + 1) && matches!(self.tag(close + 1), Tag::Aux | Tag::Modal | Tag::VerbPast)
            })
    }

    /// "A deal announced Thursday by the city also calls for": a participle with who did it, and the sentence's
    /// own verb behind.
    pub(super) fn is_agented(&self, group: &VerbGroup) -> bool {
        let d = self.document;
        let mut by = group.last + 1;
        while chunks::is_time(d, by) || self.tag(by) == Tag::Adp && chunks::is_time(d, by + 1) {
            by += 1;
        }
        let bare = group.first == group.head && matches!(self.tag(group.head), Tag::VerbPast | Tag::VerbPart);
        if !bare
            || !d.is(by, "by")
            || self.tag(by + 1) == Tag::VerbIng
            || d.any(by + 1, words!("phone" "telephone" "email" "e-mail" "text" "letter" "fax"))
        {
            return false;
        }
        let Some(end) = chunks::noun_phrase_end(d, by + 1, self.end()) else { return false };
        let next = self.finite_from(end + 1);
        self.tag(group.first.saturating_sub(1)).is_noun()
            && next.is_some_and(|g| {
                !(end + 1..g.first).any(|t| self.is_comma(t) || matches!(self.tag(t), Tag::Sconj | Tag::Pron))
            })
    }

    /// Whether a relative pronoun or "what" opens the clause in which this verb stands.
    pub(super) fn relative_before(&self, verb: usize) -> bool {
        (self.start()..verb).rev().take(8).any(|t| self.document.any(t, words!("which" "who" "whom" "that" "what")))
    }

    /// Whether a relative clause without pronoun holds this verb: "the man police say", two noun phrases
    /// side by side before it.
    pub(super) fn contact_before(&self, verb: usize) -> bool {
        let Some(group) = self.groups.iter().find(|g| g.last == verb) else { return false };
        // the tagger gives no boundary between two bare nouns: "the man police say", "a paper they said is"
        group.first >= self.start() + 3
            && self.tag(group.first - 2).is_noun()
            && (self.tag(group.first - 1).is_noun() || self.tag(group.first - 1) == Tag::Pron)
    }

    /// Whether a relative pronoun stands between the noun phrase here and its verb.
    pub(super) fn relative_between(&self, at: usize) -> bool {
        let Some(end) = self.phrase_end(at, false) else { return false };
        self.document.any(end + 1, words!("that" "who" "which" "whose"))
    }

    /// "asked not to be named": about the source, not a message.
    pub(super) fn withholds_name(&self, at: usize) -> bool {
        let d = self.document;
        let not = d.is(at, "not") || d.is(at + 1, "not");
        d.any(at, words!("not" "to")) && not && (at..at + 3).any(|t| self.be_named(t))
    }

    /// Whether a form of "say" is the first verb of a sentence that opens with its subject.
    pub(super) fn begins_sentence(&self, group: &VerbGroup, verb: &CueVerb) -> bool {
        verb.lemma == "say"
            && group.form == VerbForm::Finite
            && self.finite_from(self.start()).is_some_and(|g| g.first == group.first)
            && !matches!(self.tag(self.start()), Tag::Adp | Tag::Sconj | Tag::VerbIng | Tag::VerbPart | Tag::Punct)
            && !(self.start()..group.first)
                .any(|t| self.document.any(t, words!("what" "that" "which" "who" "if" "when")))
    }

    /// Whether what stands between a cue and a clause is part of the clause: a case, a number, a rule, and not where
    /// or when it was said.
    pub(super) fn opens_statement(&self, first: usize, clause: usize) -> bool {
        let d = self.document;
        // "as early as 2011, the club was in debt"
        let since = d.is(first, "as") && d.any(first + 1, words!("early" "late" "recently" "far" "long"));
        if first < clause && since {
            return true;
        }
        if first >= clause || self.tag(first) != Tag::Adp {
            return false;
        }
        let apart = |t: usize| is_occasion(d, t) || d.tokens[t].is_capital();
        let at = first + 1;
        let counted = self.tag(at) == Tag::Num
            || d.any(at, words!("one" "some" "many" "most" "both" "all" "no" "each" "every"))
            || d.any(at + 1, words!("last" "past" "next")) && self.tag(at + 2) == Tag::Num;
        let rule = d.any(at, words!("average" "practice" "theory" "politics" "principle" "reality" "effect" "general" "total" "fact" "particular" "future"));
        (counted || rule) && !(at..clause).any(apart)
    }
}
