//! What stands behind a verb of saying and fits no pattern: whatever follows "said" is what was said, if a verb
//! stands in it. Asked last, when `complement` knows nothing better.

use super::complement::{Complement, Kind, REFLEXIVE};
use super::cues::{CueVerb, Frames};
use super::reader::Reader;
use crate::chunks::{self, VerbForm};
use crate::text::Tag;
use crate::words;

impl Reader<'_, '_> {
    /// After a verb that takes no object whatever follows is what was said, if a verb stands in it:
    /// "said supporters of the radical group, also known as …, were cheering".
    pub(super) fn whatever_follows(&self, at: usize, cue_last: usize, verb: &CueVerb) -> Option<Complement> {
        let d = self.document;
        // "tweeted from his own account: “…”"
        let colon = (cue_last + 1..self.end()).find(|&t| self.word(t) == ":");
        if let Some(colon) = colon.filter(|_| verb.frames.any(Frames::QUOTE))
            && !self.groups.iter().any(|g| g.form == VerbForm::Finite && g.first > cue_last && g.last < colon)
            && !(cue_last + 1..colon).any(|t| self.is_comma(t) || self.quote_opens(t).is_some())
        {
            let content = match self.quote_opens(colon + 1) {
                Some(quote) => (quote.first, quote.last),
                None => self.trim((colon + 1, self.content_end(colon + 1)?))?,
            };
            return Some(Complement { kind: Kind::Colon, cue_last, content });
        }
        let reflexive = d.any(at, REFLEXIVE);
        if !verb.clauses_only()
            || reflexive
            || at >= self.end()
            || self.tag(at) == Tag::Punct && self.quote_opens(at).is_none()
        {
            return None;
        }
        let make = |kind: Kind, last: usize| Some(Complement { kind, cue_last, content: self.trim((at, last))? });
        // "said the same of him", "said so", "said otherwise"
        let next = cue_last + 1;
        let pro = d.any(next, words!("so" "otherwise" "yes" "no" "nothing" "little"))
            || d.is(next, "the") && d.any(next + 1, words!("same" "opposite"))
            || d.are(next, &["as", "much"]);
        if pro && verb.lemma == "say" {
            let content = self.trim((next, self.noun_content_end(next, true)?))?;
            return Some(Complement { kind: Kind::Noun, cue_last, content });
        }
        let last = self.content_end(at)?;
        let last = self.before_verb_of_host(cue_last, at, last).unwrap_or(last);
        // a participle will do: the tagger takes the past tense for it where a relative clause lies between
        let verbal = self
            .groups
            .iter()
            .filter(|g| matches!(g.form, VerbForm::Finite | VerbForm::Participle) && g.first > at && g.last <= last)
            .any(|g| !self.joined(g.first));
        let verbal = verbal && !self.finite_from(at).is_some_and(|g| self.in_which(at, g.first));
        // where the tagger sees no verb, a subject pronoun or mere length shows a clause
        let pronoun = d.any(at, words!("he" "she" "they" "we" "i" "you")) && last > at + 1;
        let long = verb.lemma == "say" && last > at + 4 && !matches!(self.tag(at), Tag::Det | Tag::Adp | Tag::Adv);
        let opens = chunks::noun_phrase_end(d, at, self.end()).is_some()
            || self.tag(at) == Tag::Sconj
                && (verb.lemma == "say" || !d.any(at, words!("when" "as" "after" "before" "since" "until")))
            || matches!(self.tag(at), Tag::VerbIng | Tag::PronPoss | Tag::Det | Tag::Adj)
            // "said had it been up to the party, the crisis would have passed"
            || d.any(at, words!("had" "were" "should")) && matches!(self.tag(at + 1), Tag::Pron | Tag::Det | Tag::Propn)
            || d.any(at, words!("both" "either" "neither" "not"))
            || d.any(at, words!("too" "so")) && d.any(at + 1, words!("much" "many" "little" "few"))
            || self.measures(at);
        let clause = opens && !chunks::is_time(d, at) && (verbal || pronoun || long);
        if clause || verb.lemma != "say" {
            return clause.then(|| make(Kind::Clause, last))?;
        }
        self.rest_of_saying(cue_last)
    }

    /// What stands behind "said" and no pattern knows, if a verb stands in it: "said more needed to be done", "says
    /// after the blast drove people out, a man left".
    fn rest_of_saying(&self, cue_last: usize) -> Option<Complement> {
        let d = self.document;
        let mut first = cue_last + 1;
        while chunks::is_time(d, first) || self.tag(first) == Tag::Adp && chunks::is_time(d, first + 1) {
            first += 1;
        }
        let last = self.content_end(first)?;
        let own = |from: usize| {
            self.groups.iter().any(|g| {
                matches!(g.form, VerbForm::Finite | VerbForm::Participle)
                    && g.head > from
                    && g.last <= last
                    && !self.in_relative(g)
                    && !self.in_which(first, g.first)
            })
        };
        let subordinate = matches!(self.tag(first), Tag::Sconj | Tag::VerbIng)
            || d.any(first, words!("after" "before" "since" "until" "with" "for"));
        let from = if subordinate { (first..last).find(|&t| self.is_comma(t))? } else { first };
        let opens = subordinate || !matches!(self.tag(first), Tag::Punct | Tag::Cconj | Tag::Part | Tag::Adp);
        let clausal = opens && !d.is(first, "than") && !d.is(first + 1, "certain") && own(from);
        let content = self.trim((first, last))?;
        (clausal && last > first + 1).then_some(Complement { kind: Kind::Clause, cue_last, content })
    }
}
