//! Whether a verb with its subject and complement reports something, or only looks as if it did.
//! Weighs what `verbs` has found; every question has the example that made it necessary.

use super::CueClass;
use super::complement::{Complement, Kind};
use super::cues::{CueVerb, Frames};
use super::naming;
use super::reader::{Range, Reader};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::lexicon::{Class, Classes, bits, has, has_any};
use crate::text::{Document, Kind as Writing, Tag};
use crate::words;

/// A verb in its usual place: subject, verb, complement.
pub(super) struct Case<'c, 'r, 'd> {
    pub(super) reader: &'c Reader<'r, 'd>,
    pub(super) group: &'c VerbGroup,
    pub(super) verb: &'c CueVerb,
    pub(super) complement: &'c Complement,
    pub(super) source: Option<Range>,
}

/// Whether verb, form, subject and complement together are enough to call it an attribution.
pub(super) fn suffices(
    reader: &Reader,
    group: &VerbGroup,
    verb: &CueVerb,
    complement: &Complement,
    source: Option<Range>,
) -> bool {
    let case = Case { reader, group, verb, complement, source };
    if case.is_noun_of_predicate()
        || case.swallows_clause()
        || case.is_unsaid()
        || case.is_said_of_all()
        || complement.kind == Kind::Colon && case.is_barred()
    {
        return false;
    }
    if matches!(complement.kind, Kind::Quote | Kind::Colon) {
        return !case.quotes_a_word() && (case.is_speech() || source.is_some());
    }
    if source.is_none() && group.form != VerbForm::Gerund {
        return false;
    }
    !case.has_another_sense() && !case.subject_is_no_voice() && case.form_fits() && case.object_fits()
}

impl<'d> Case<'_, '_, 'd> {
    pub(super) fn document(&self) -> &Document<'d> {
        self.reader.document
    }

    fn is_speech(&self) -> bool {
        self.verb.class == CueClass::Speech
    }

    pub(super) fn is(&self, kinds: &[Kind]) -> bool {
        kinds.contains(&self.complement.kind)
    }

    pub(super) fn head_tag(&self) -> Tag {
        self.reader.tag(self.group.head)
    }

    pub(super) fn content(&self) -> std::ops::RangeInclusive<usize> {
        self.complement.content.0..=self.complement.content.1
    }

    /// "Everything the mayor says is a lie": what is said is the subject, and nobody says the rest.
    fn is_said_of_all(&self) -> bool {
        let (d, reader) = (self.document(), self.reader);
        let first = self.complement.content.0;
        let moved = self.is(&[Kind::Clause]) && first == self.group.last + 1 && reader.finite_at(first);
        let Some(before) = self.source.and_then(|s| s.0.checked_sub(1)).filter(|_| moved) else { return false };
        let all = d.any(before, words!("everything" "anything" "whatever" "all" "nothing"));
        all || d.is(before, "what") && before == reader.start()
    }

    /// "was the centre of street protests": what is said of a subject is no subject itself.
    fn is_noun_of_predicate(&self) -> bool {
        let (reader, first) = (self.reader, self.group.first);
        let be = words!("is" "are" "was" "were" "be" "been" "became");
        let after_noun = first > reader.start() && reader.tag(first - 1) == Tag::Noun;
        let plural = first == self.group.last && self.head_tag() == Tag::Verb3sg;
        let after_be = |s: Range| s.0 > reader.start() && self.document().any(s.0 - 1, be);
        after_noun && plural && self.source.is_some_and(after_be)
    }

    /// "Officers responding to reports of a man threatening people shot him": the one finite verb of the
    /// sentence is its own, no clause that a participle before it reports.
    fn swallows_clause(&self) -> bool {
        let (reader, group) = (self.reader, self.group);
        // … nor is what follows the comma in "In announcing the sale, the bank described it"
        let opens = group.first <= reader.start() + 1;
        let hangs = self.is(&[Kind::Clause])
            && group.form == VerbForm::Gerund
            && (opens || reader.tag(group.first - 1).is_noun());
        // a speaker named at the sentence's end counts for nothing here
        let end = self.complement.content.1;
        let tail = |g: &VerbGroup| g.first > end && reader.is_comma(end + 1) && reader.says(g);
        let mut finite = reader.groups.iter().filter(|g| g.form == VerbForm::Finite && !tail(g));
        hangs && finite.next().is_some_and(|g| g.first > group.last) && finite.next().is_none()
    }

    /// "claimed that notifying the plan would anger people": what is done is the subject of a statement, "asked the
    /// court to clarify whether": who is asked has said nothing yet.
    fn is_unsaid(&self) -> bool {
        let (d, reader, group) = (self.document(), self.reader, self.group);
        let Some(before) = group.first.checked_sub(1).filter(|&t| t >= reader.start()) else { return false };
        if group.form == VerbForm::Gerund && self.is(&[Kind::Clause]) && d.is(before, "that") {
            return true;
        }
        let asks = |g: &&VerbGroup| {
            let verb = reader.verb_at(g.head).map_or("", |v| v.lemma);
            let dares = words!("dare" "dares" "dared" "daring" "challenge" "challenges" "challenged" "challenging" "defied" "defying");
            g.last < group.first
                && (matches!(verb, "ask" | "urge" | "beg" | "order" | "request" | "invite" | "press")
                    || d.any(g.head, dares))
        };
        let asked = |g: &VerbGroup| !g.passive && chunks::noun_phrase_end(d, g.last + 1, reader.end()) == Some(before);
        group.form == VerbForm::Infinitive && reader.groups.iter().rev().find(asks).is_some_and(asked)
            // "it is fair to say": nobody says it
            || group.form == VerbForm::Infinitive
                && self.is_speech()
                && d.tag(before).is_adj()
                && self.source.is_some_and(|s| s.0 == s.1 && d.any(s.0, words!("it" "'s")))
    }

    /// "responded “in kind”": a word or two in quotation marks is no answer.
    fn quotes_a_word(&self) -> bool {
        let quote = || self.reader.quote_opens(self.complement.content.0);
        self.verb.lemma == "respond" && self.is(&[Kind::Quote]) && quote().is_some_and(|quote| quote.words() < 3)
    }

    /// Whether it is the reader who is advised or commanded here.
    fn advises(&self, source: Range) -> bool {
        let (d, reader, group) = (self.document(), self.reader, self.group);
        let you = d.is(source.1, "you");
        // "if you really want to avoid the crowds", "tell nobody where you got it"
        you && (!self.is_speech() || source.0 > group.last)
            // "You can tell from the smell that the grapes were picked late"
            || you && self.verb.lemma == "tell" && d.any(group.first, words!("can" "could"))
            // "passengers should note that"
            || d.any(group.first, words!("should" "must" "please"))
                && matches!(self.verb.lemma, "note" | "remember" | "understand" | "know" | "check")
            // "Keep the receipt and note the number"
            || self.head_tag() == Tag::VerbBase
                && group.first == group.head
                && reader.tag(reader.start()) == Tag::VerbBase
                && reader.unstopped_line().is_none()
    }

    /// "No one asked for a third terminal".
    fn is_nobody(&self, source: Range) -> bool {
        let d = self.document();
        let first = source.0.saturating_sub(1);
        // "Not everyone agrees on it"
        let all = d.any(source.0, words!("everyone" "everybody" "all"));
        let no = d.any(source.0, words!("nobody" "no" "none"))
            || source.0 > self.reader.start() && d.is(source.0, "one") && d.is(source.0 - 1, "no");
        no && d.any(source.1, words!("one" "nobody" "none")) || all && first < source.0 && d.is(first, "not")
    }

    /// Whether the subject is nobody who could say or think so.
    fn subject_is_no_voice(&self) -> bool {
        let (d, reader) = (self.document(), self.reader);
        let Some(source) = self.source else { return self.verb.lemma == "show" };
        // "a poll that showed a lead": the pronoun is the paper before it
        let host = self.host(source);
        let people = d.any(source.1, words!("both" "some" "many" "most" "several" "others" "critics"));
        // "It confirmed that the order was gone": whatever it was
        let it = d.is(source.1, "it") && self.is(&[Kind::That, Kind::Clause]);
        let voice = |range: Range| people || it || reader.has_voice(range);
        let thing = || !voice(source) && !host.is_some_and(|h| voice((h, h)) || shows(reader, (h, h)));
        self.advises(source)
            // "2017 roared to life, reminding": no voice
            || source.0 == source.1 && d.tokens[source.0].kind == Writing::Number && self.group.form == VerbForm::Gerund
            // "10-year notes rose"
            || d.any(source.1, words!("year" "month" "day")) && self.verb.lemma == "note"
            || self.is(&[Kind::Noun, Kind::Particle]) && self.is_nobody(source)
            // "a bell announces each round"
            || d.any(source.1, words!("bell" "bells" "gong" "siren" "sirens" "horn" "whistle" "chime" "chimes" "drum" "drums" "trumpet" "trumpets" "cannon"))
            // "experience shows": a lesson
            || d.any(source.1, words!("experience" "history" "time" "practice" "tradition" "custom" "logic"))
            // "the trip signals a wish": a thing is a sign of something
            || (self.verb.frames.any(Frames::VOICE) && thing())
            // "a disease dubbed the plague", "the storms point to": things name and point at nothing
            || (self.points() && thing())
            // people show courage or a film, papers and pictures show that something is so
            || (self.verb.lemma == "show" && !shows(reader, source))
            // "the day saw four robberies": only people see
            || (self.verb.class == CueClass::Belief
                && matches!(self.verb.lemma, "see" | "know" | "feel")
                && source.0 > reader.start()
                && thing())
            || self.modifies_a_thing(source)
            || self.is_a_thing_s(source)
    }

    /// "late frost explains the harvest", "her body rejected the kidney": a thing does so without a word.
    fn is_a_thing_s(&self, source: Range) -> bool {
        let d = self.document();
        let wordless = matches!(self.verb.lemma, "explain" | "describe" | "predict" | "accept" | "defend" | "reveal");
        // "the machine rejects torn notes", not "the dealership rejected claims"
        let said = self.content().take(4).any(|t| d.any(t, words!("claim" "claims" "allegation" "allegations" "accusation" "accusations" "suggestion" "suggestions" "report" "reports" "criticism" "idea"
            "notion" "charge" "charges" "call" "calls" "plan" "plans" "proposal" "proposals" "demand" "demands" "offer" "bid" "request" "requests")));
        let wordless = wordless || matches!(self.verb.lemma, "reject" | "dismiss") && !said;
        // "her body rejected the kidney"
        if self.verb.lemma == "reject" && d.is(source.1, "body") && source.0 < source.1 && !d.is(source.0, "the") {
            return true;
        }
        let head = chunks::noun_phrase_end(d, source.0, source.1 + 1).unwrap_or(source.1);
        wordless
            && (self.is(&[Kind::Noun])
                || self.is(&[Kind::Naming]) && !self.document().is(self.complement.content.0, "as"))
            && !self.content().any(|t| self.reader.quoted(t))
            && matches!(d.tag(head), Tag::Noun | Tag::NounPlural)
            && d.tokens.get(head).is_some_and(|t| t.kind == Writing::Lower)
            && naming::noun(d, head).0 == 0
            && !["er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ant", "ants"]
                .iter()
                .any(|e| d.word(head).ends_with(e))
    }

    fn points(&self) -> bool {
        let unquoted = || !self.content().any(|t| self.reader.quoted(t));
        let names = self.verb.lemma == "dub" || self.group.form == VerbForm::Participle;
        self.is(&[Kind::Naming]) && names && unquoted() || self.verb.lemma == "point" && self.is(&[Kind::Particle])
    }

    /// The noun that a relative pronoun stands for.
    fn host(&self, source: Range) -> Option<usize> {
        let (d, reader) = (self.document(), self.reader);
        if source.0 != source.1 || !d.any(source.0, words!("that" "which")) {
            return None;
        }
        (reader.start()..source.0).rev().find(|&t| reader.tag(t) != Tag::Punct && reader.tag(t) != Tag::Cconj)
    }

    /// "levels that will not support it": a relative clause about a thing reports nothing.
    fn modifies_a_thing(&self, source: Range) -> bool {
        let (d, reader) = (self.document(), self.reader);
        if source.0 != source.1 || !d.any(source.0, words!("that" "which")) || self.is(&[Kind::That]) {
            return false;
        }
        !self.host(source).is_some_and(|h| reader.has_voice((h, h)) || d.tokens[h].is_capital())
    }

    /// Whether the form of the verb lets it report with such a complement.
    fn form_fits(&self) -> bool {
        let called = self.verb.lemma == "call" && self.is(&[Kind::Particle]);
        match self.group.form {
            // "it is impossible to know" is nobody's thought, an imperative has no speaker
            VerbForm::Infinitive => self.is_speech() && !self.is(&[Kind::Noun, Kind::Particle, Kind::Infinitive]),
            // taggers confuse the past tense with the participle: a clause after it settles the matter
            VerbForm::Participle => {
                let clausal = self.is(&[Kind::That, Kind::Clause, Kind::Wh, Kind::Naming]);
                // "a statement posted on its site": the clause is not the participle's
                let near = !self.is(&[Kind::Clause])
                    || self.verb.lemma == "say"
                    || self.complement.content.0 <= self.complement.cue_last + 1;
                called || clausal && near && !self.verb.frames.any(Frames::PERSON)
            }
            VerbForm::Gerund if !self.is(&[Kind::That, Kind::Wh]) => {
                let aside = self.hangs_on_clause();
                // "a statement calling for calm", "called the plan a trap": what follows shows the sense
                // "a lawsuit accusing the firm of fraud", "issued a statement condemning it"
                let judges = matches!(
                    self.verb.lemma,
                    "accuse"
                        | "blame"
                        | "condemn"
                        | "denounce"
                        | "criticise"
                        | "criticize"
                        | "praise"
                        | "deplore"
                        | "demand"
                );
                let is_paper = |t: usize| has(self.document().tokens.get(t), Class::DocumentNoun);
                let first = self.group.first;
                // "sent a letter to the board urging it to reconsider"
                let sent = || {
                    let near = first.saturating_sub(9).max(self.reader.start())..first;
                    self.reader.tag(first - 1).is_noun() && near.rev().any(is_paper)
                };
                let asks = matches!(self.verb.lemma, "urge" | "ask" | "warn" | "demand" | "accuse");
                let paper = judges && first > 0 && is_paper(first - 1) || asks && sent();
                let plain = called || paper || self.is(&[Kind::Clause, Kind::Naming]);
                let thought = self.is(&[Kind::Clause]) || aside && self.is(&[Kind::Infinitive]);
                (self.is_speech() || thought) && (aside || plain)
            }
            _ => true,
        }
    }

    /// ", citing the report", "Citing the report, she left", "with the senator calling it a trap".
    fn hangs_on_clause(&self) -> bool {
        let (reader, first) = (self.reader, self.group.first);
        first == reader.start()
            || reader.is_comma(first - 1)
            || reader.document.any(first - 1, words!("by" "and" "in" "after" "while" "before" "then"))
            || reader.phrase_start(first - 1).is_some_and(|s| s > reader.start() && reader.document.is(s - 1, "with"))
    }

    /// Whether a noun phrase is evidence enough, and a modal leaves it said.
    fn object_fits(&self) -> bool {
        let d = self.document();
        // "if the council rejects the plan, it must": nobody has rejected it yet
        let present = matches!(d.tag(self.group.head), Tag::Verb3sg | Tag::VerbPresent | Tag::VerbBase);
        if present
            && self.is(&[Kind::Noun, Kind::Particle])
            && self.source.is_some_and(|s| d.any(s.0.saturating_sub(1), words!("if" "unless")))
        {
            return false;
        }
        let modal = (self.group.first..self.group.head).any(|t| d.tag(t) == Tag::Modal);
        let nominal = self.is(&[Kind::Noun, Kind::Particle, Kind::Infinitive, Kind::Naming]);
        if modal && nominal && self.verb.class != CueClass::Belief {
            return d.any(self.group.first, words!("will" "would"));
        }
        // "no group claimed responsibility": nobody did
        if self.reader.own_object(self.complement.content.0, self.verb) {
            let none = words!("no" "nobody" "none" "neither");
            return self.source.is_some_and(|s| !d.any(s.0, none) && !d.any(s.0.saturating_sub(1), none));
        }
        // "ruled the film defamatory", not "ruled the country"
        if self.verb.lemma == "rule" && self.is(&[Kind::Noun]) {
            let (word, ruling) =
                (d.word(self.complement.content.1), words!("court" "judge" "judges" "tribunal" "panel"));
            let judged = ["al", "able", "ible", "ful", "ory", "ive", "id", "ous"].iter().any(|e| word.ends_with(e));
            return judged && self.source.is_some_and(|s| (s.0..=s.1).any(|t| d.any(t, ruling)));
        }
        // "what the ministry calls “relocation”"
        let called = || {
            self.verb.frames.any(Frames::NAMING)
                && self.reader.quoted(self.complement.content.0)
                && self.source.is_some_and(|s| self.reader.has_voice(s) && d.is(s.0.saturating_sub(1), "what"))
        };
        !self.is(&[Kind::Noun])
            || called()
            || self.verb.frames.any(Frames::NOUN_ALONE)
            || self.verb.clauses_only()
            || self.source.is_some_and(|s| speaks(self.reader, s))
    }
}

/// Whether a noun phrase holds something that shows: a paper, data, pictures, or who made them.
fn shows(reader: &Reader, source: Range) -> bool {
    const SHOWING: Classes = bits(&[Class::DocumentNoun, Class::MediaNoun, Class::ExpertNoun]);
    let d = reader.document;
    (source.0..=source.1).any(|t| has_any(d.tokens.get(t), SHOWING))
        || d.any(source.1, words!("it" "they" "that" "which" "these" "this"))
}

/// Whether a noun phrase looks like somebody who can speak: a pronoun, a name, a person or body.
fn speaks(reader: &Reader, source: Range) -> bool {
    let d = reader.document;
    (source.0..=source.1).any(|t| d.tag(t) == Tag::Propn) || d.any(source.0, words!("he" "she" "they" "who" "i" "we"))
}
