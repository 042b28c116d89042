//! What stands after a reporting verb: the clause, quotation or phrase that it reports.
//! Finds the content's range; who said it and whether it counts is decided elsewhere.

use super::between::Skip;
use super::cues::{CueVerb, Frames};
use super::reader::{Range, Reader, is_occasion};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::lexicon::{self, Class};
use crate::text::{Tag, Words};
use crate::words;

/// The kind of complement a verb was found with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// "that …", or a clause without it.
    That,
    Clause,
    Quote,
    /// A colon, and what follows it.
    Colon,
    Wh,
    Infinitive,
    Gerund,
    /// A noun phrase; after a preposition of the verb's own, `Particle`.
    Noun,
    Particle,
    /// "described the plan as …", "called it …".
    Naming,
}

/// A complement: its kind, the last token of the cue, and the content.
#[derive(Clone, Copy, Debug)]
pub struct Complement {
    pub kind: Kind,
    pub cue_last: usize,
    pub content: Range,
}

pub(super) const REFLEXIVE: &Words = words!("himself" "herself" "itself" "themselves" "myself" "ourselves" "yourself");

impl Reader<'_, '_> {
    /// The complement of a reporting verb, looked for over adverbs, times, occasions and the person told.
    pub fn complement(&self, group: &VerbGroup, verb: &CueVerb) -> Option<Complement> {
        let d = self.document;
        if self.withholds_name(group.last + 1) {
            return None;
        }
        let mut cue_last = group.last;
        let mut at = group.last + 1;
        // "not" and particles that are the verb's own: "called for", "pointed out that"
        let particle = at < self.end() && self.is_particle(at, verb);
        if particle {
            cue_last = at;
            at += 1;
            if d.is(at, "to") && self.tag(at) == Tag::Adp {
                cue_last = at;
                at += 1;
            }
        }
        let particle_from = |first: usize| {
            let content = self.trim((first, self.noun_content_end(first, true)?))?;
            Some(Complement { kind: Kind::Particle, cue_last, content })
        };
        let mut told = false;
        // "told police Bassett threatened to stab them"
        let audience = words!("police" "reporters" "officers" "investigators" "detectives" "jurors" "lawmakers" "journalists" "deputies" "prosecutors" "parliament");
        if verb.frames.any(Frames::PERSON)
            && !particle
            && d.any(at, audience)
            && self.tag(at + 1) == Tag::Propn
            && self.clause_at(at + 1).is_some()
        {
            (told, at) = (true, at + 1);
        }
        // "told the AFP news agency Mr Reyes had borrowed it"
        let called = |t: &usize| {
            let paper = lexicon::has(d.tokens.get(t - 1), Class::MediaNoun) && !d.tokens[t - 1].is_capital();
            let clause = || chunks::noun_phrase_end(d, *t, self.end()).is_some_and(|end| self.finite_at(end + 1));
            (lexicon::has(d.tokens.get(*t), Class::Honorific) || paper) && d.tokens[*t].is_capital() && clause()
        };
        if verb.lemma == "tell"
            && at == cue_last + 1
            && let Some(end) = chunks::noun_phrase_end(d, at, self.end())
            && let Some(name) = (at + 1..=end).find(called)
        {
            (told, at) = (true, name);
        }
        for _ in 0..6 {
            // "the third witness testifying on Tuesday who heard it": somebody, and nothing said
            if at > cue_last + 1 && d.any(at, words!("who" "whom" "whose")) {
                // "advised guests who enter the caves that they should": what describes the one who is told
                let that = |t: &usize| d.is(*t, "that") && self.clause_at(t + 1).is_some();
                match (at + 2..self.end().min(at + 18)).find(that).filter(|_| told && d.is(at, "who")) {
                    Some(that) => at = that,
                    None if !told => return None,
                    None => {}
                }
            }
            if let Some(mut found) = self.direct(at, cue_last, verb, particle, told) {
                // "says in one case five boys were held", "said on average there were nine": part of what is said
                if found.kind == Kind::Clause && !told && self.opens_statement(cue_last + 1, found.content.0) {
                    found.content.0 = cue_last + 1;
                }
                // "said, due to the tide, ships must wait": the cause is part of what is said
                let cause = words!("due" "because" "despite" "if" "unless" "although" "though" "while" "given");
                if found.kind == Kind::Clause && !told && self.is_comma(cue_last + 1) && d.any(cue_last + 2, cause) {
                    found.content.0 = cue_last + 2;
                }
                // "discussed recently released polls": the adverb of what describes them
                let described = found.kind == Kind::Noun
                    && at > cue_last + 1
                    && self.tag(at - 1) == Tag::Adv
                    && self.word(at - 1).ends_with("ly")
                    && matches!(self.tag(at), Tag::VerbPart | Tag::Adj);
                if described {
                    found.content.0 = at - 1;
                }
                // "denied ever meeting him": the adverb is the deed's
                while found.kind == Kind::Gerund && at > cue_last + 1 && self.tag(at - 1) == Tag::Adv {
                    at -= 1;
                    found.content.0 = at;
                }
                return Some(found);
            }
            let person = verb.frames.any(Frames::PERSON) && !told && !particle;
            // "warned the bank against a sale": the preposition is the verb's, not the bank's
            if person
                && let Some(end) = chunks::noun_phrase_end(d, at, self.end())
                && (d.any(end + 1, words!("against" "about"))
                    // … nor is what the page itself asks for
                    || d.is(end + 1, "for") && self.subject(group).is_some_and(|s| !d.any(s.0, words!("we" "i"))))
                && self.is_particle(end + 1, verb)
            {
                return particle_from(end + 2);
            }
            match self.skip(at, person) {
                // "said on another occasion, his car was taken": the adjunct's comma, and the clause
                Some(Skip::Other(next)) => {
                    let opens = told || self.begins_sentence(group, verb);
                    let comma = self.is_comma(next) && !self.is_comma(at) && opens;
                    let subject = || chunks::noun_phrase_end(d, next + 1, self.end()).is_some();
                    let clause = || {
                        self.tag(next + 1) != Tag::Sconj
                            && (self.clause_at(next + 1).is_some() || subject() && self.verb_before_stop(next + 1))
                    };
                    at = if comma && clause() { next + 1 } else { next };
                }
                Some(Skip::Person(next)) => {
                    told = true;
                    // "told a news conference Monday, the harbour had"
                    let timed = self.is_comma(next) && chunks::is_time(d, next - 1);
                    at = if timed && self.clause_at(next + 1).is_some() { next + 1 } else { next };
                    // "told Lund of the Courier, that", "told the paper before he spoke that"
                    at = self.over_moment(at);
                    // "asked the minister about the delay", "warned China against it"
                    if self.is_particle(at, verb) {
                        return particle_from(at + 1);
                    }
                }
                None => break,
            }
        }
        self.whatever_follows(at, cue_last, verb)
    }

    /// A complement that begins exactly here.
    fn direct(&self, at: usize, cue_last: usize, verb: &CueVerb, particle: bool, told: bool) -> Option<Complement> {
        let d = self.document;
        let f = verb.frames;
        let make = |kind: Kind, first: usize, last: Option<usize>| {
            let content = self.trim((first, self.before_main_clause(cue_last, first, last?)))?;
            Some(Complement { kind, cue_last, content })
        };
        if at >= self.end() {
            return None;
        }
        // "described himself as a reformer", not "asserted herself"
        if d.any(at, REFLEXIVE) {
            // "calls herself a reformer"
            if verb.lemma == "call" && d.any(at + 1, words!("a" "an" "the")) {
                return make(Kind::Naming, at, self.noun_content_end(at + 1, true));
            }
            let named = (f.any(Frames::AS) || f.any(Frames::NAMING)) && d.is(at + 1, "as");
            return if named { self.naming(at, cue_last, f) } else { None };
        }
        let quoting = f.any(Frames::QUOTE)
            || f.any(Frames::CLAUSE)
            || f.any(Frames::NAMING)
            || f.any(Frames::NOUN_ALONE)
            || f.any(Frames::NOUN);
        if quoting && self.quote_opens(at).is_some() {
            let kind = if f.any(Frames::QUOTE) || f.any(Frames::CLAUSE) { Kind::Quote } else { Kind::Noun };
            return make(kind, at, self.content_end(at));
        }
        if f.any(Frames::QUOTE) && self.word(at) == "," && self.quote_opens(at + 1).is_some() {
            return make(Kind::Quote, at + 1, self.content_end(at + 1));
        }
        // "tweeted this: “…”"
        let colon = if d.any(at, words!("this" "thus")) && self.word(at + 1) == ":" { at + 1 } else { at };
        if f.any(Frames::QUOTE) && self.word(colon) == ":" {
            let at = colon;
            if at + 1 >= self.end() {
                // "She said:" and the quotation in the next paragraph
                let quote = self.quote_opens(at + 1)?;
                return Some(Complement { kind: Kind::Quote, cue_last: at, content: (quote.first, quote.last) });
            }
            return Some(Complement {
                kind: Kind::Colon,
                cue_last: if at == cue_last + 1 { at } else { cue_last },
                content: self.trim((at + 1, self.content_end(at + 1)?))?,
            });
        }
        // after an occasion "that" with no subject is a relative: "in a dispatch that gave no details"
        let relative = at > cue_last + 1 || is_occasion(d, cue_last) || cue_last > 0 && self.tag(cue_last).is_noun();
        let relative = relative
            && self
                .group_at(at + 1)
                .is_some_and(|g| g.form == VerbForm::Finite && !d.any(g.first, words!("is" "was" "are" "were")));
        let plain_that = verb.clauses_only()
            && (self.tag(at) == Tag::Sconj || matches!(self.tag(at + 1), Tag::Det | Tag::PronPoss))
            && at + 2 < self.end();
        // "maintain that stretch of track", "found that path blocked": a pointer before its noun
        let finite = || {
            let plain =
                |g: &VerbGroup| g.form == VerbForm::Finite && g.first > at + 1 && d.tag(g.first) != Tag::VerbPart;
            let stop = (at..self.end()).find(|&t| self.is_comma(t)).unwrap_or(self.end());
            self.groups.iter().any(|g| plain(g) && g.first < stop)
        };
        // … "repeat that mistake"
        let barred = d.tokens.get(at + 1).is_some_and(|t| verb.barred.contains(&t.hash));
        let points = verb.frames.any(Frames::THING) && d.tag(at + 1) == Tag::Noun && !finite() || barred;
        if (f.any(Frames::CLAUSE) || f.any(Frames::THAT))
            && d.is(at, "that")
            && !relative
            && !points
            && (plain_that || self.that_clause(at))
        {
            return make(Kind::That, at, self.content_end(at));
        }
        if (f.any(Frames::WH) || f.any(Frames::CLAUSE))
            && d.any(at, words!("whether" "why" "how" "what" "who" "where" "when" "if" "which"))
            && (f.any(Frames::WH) || d.any(at, words!("how" "what" "why")))
            && self.finite_from(at + 1).is_some()
        {
            return make(Kind::Wh, at, self.content_end(at));
        }
        // "the guide said to wear boots", not "a man said to own it was held"
        let told_to = verb.lemma == "say"
            && at == cue_last + 1
            && self.tag(cue_last) == Tag::VerbPast
            && self.tag(at + 1) == Tag::VerbBase
            && !d.any(at + 1, words!("be" "have"))
            && !self.is_comma(cue_last.saturating_sub(1))
            && self.finite_from(at + 2).is_none_or(|g| {
                (at + 2..g.first).any(|t| self.is_comma(t) || matches!(self.tag(t), Tag::Cconj | Tag::Sconj))
            });
        let infinitive = told_to
            || f.any(Frames::INFINITIVE_ALONE)
            || (f.any(Frames::INFINITIVE) && (told || f.any(Frames::PERSON)));
        let to = if d.any(at, words!("not" "never")) { at + 1 } else { at };
        // "asked to be identified by his rank alone" is about the source, not a message
        if infinitive && d.is(to, "to") && self.infinitive_at(to) && !self.be_named(to + 1) {
            return make(Kind::Infinitive, at, self.before_past(to, self.content_end(at)?));
        }
        if particle {
            // "signed off Thursday on the sale", "pointed out in May, “…”"
            let clausal = f.any(Frames::CLAUSE) && self.tag(at) == Tag::Adp;
            if chunks::is_time(d, at) || clausal && chunks::is_time(d, at + 1) {
                return None;
            }
            if f.any(Frames::GERUND) || self.tag(at) != Tag::Punct {
                let end = self.noun_content_end(at, true);
                return make(Kind::Particle, at, end);
            }
            return None;
        }
        // "said last week the bridge would open": the time is the verb's
        let timed = matches!(self.tag(at), Tag::Adj | Tag::Det)
            && chunks::is_time(d, at + 1)
            && (d.is(at + 2, "that") || self.clause_at(at + 2).is_some());
        // "the visitors replied when": the time of it
        let moment = d.any(at, words!("when" "while")) && matches!(verb.lemma, "reply" | "respond" | "answer");
        if f.any(Frames::CLAUSE) && f.any(Frames::THING) && !told && self.past_with_object(at) {
            return make(Kind::Clause, at, self.content_end(at));
        }
        if f.any(Frames::CLAUSE)
            && !timed
            && !moment
            && self.clause_at(at).is_some_and(|verb| !f.any(Frames::THING) || self.meets(at, verb))
            && !(f.any(Frames::NOUN_ALONE) && self.relative_between(at))
        {
            return make(Kind::Clause, at, self.content_end(at));
        }
        // "claimed her evidence, citing old events, was irrelevant": an aside within the clause's subject
        if f.any(Frames::CLAUSE) && f.any(Frames::THING) && !told && self.clause_over_aside(at) {
            let content = self.trim((at, self.content_end(at)?))?;
            return Some(Complement { kind: Kind::Clause, cue_last, content });
        }
        // verbs that take no object: any phrase with a verb after it is a clause
        let object = !told
            && (f.any(Frames::NOUN_ALONE)
                || f.any(Frames::NOUN)
                || f.any(Frames::AS)
                || f.any(Frames::NAMING)
                || f.any(Frames::THING)
                || f.any(Frames::PERSON));
        if f.any(Frames::CLAUSE)
            && !object
            && !timed
            && chunks::noun_phrase_end(d, at, self.end()).is_some()
            && !chunks::is_time(d, at)
            && (self.verb_before_stop(at) || self.participle_for_past(at))
        {
            return make(Kind::Clause, at, self.content_end(at));
        }
        // a relative clause out of which the subject moved: "which officials said will open"
        // … not "those who ask are fools": who asks is the pronoun itself
        let own = || self.groups.iter().any(|g| g.last == cue_last && self.in_relative(g));
        if f.any(Frames::CLAUSE)
            && at == cue_last + 1
            && !own()
            && self.group_at(at).is_some_and(|g| match g.form {
                VerbForm::Finite => {
                    self.relative_before(cue_last)
                        || verb.clauses_only() && self.contact_before(cue_last)
                        // a headline leaves the pronoun out: "Syria says has retaken the town"
                        || verb.lemma == "say" && self.unstopped_line().is_some() && self.tag(at) == Tag::Aux
                }
                VerbForm::Participle => self.relative_before(cue_last) && verb.clauses_only(),
                // "which the agency says remain in use": the tagger's base form
                VerbForm::Infinitive => g.first == g.head && self.relative_before(cue_last) && verb.clauses_only(),
                _ => false,
            })
        {
            return make(Kind::Clause, at, self.content_end(at));
        }
        // the same where the tagger took the verb for a plural: "that analysts said raises concerns"
        let mistaken = self.tag(at) == Tag::NounPlural
            && self.finite_from(at).is_none()
            && matches!(
                self.tag(at + 1),
                Tag::NounPlural | Tag::Noun | Tag::Det | Tag::Adj | Tag::PronPoss | Tag::Propn
            );
        if f.any(Frames::CLAUSE) && mistaken && at == cue_last + 1 && self.relative_before(cue_last) {
            return make(Kind::Clause, at, self.content_end(at));
        }
        // "recalled being asked"
        let being = d.is(at, "being") && self.tag(at + 1) == Tag::VerbPart;
        if f.any(Frames::GERUND) && (self.tag(at) == Tag::VerbIng || being) {
            return make(Kind::Gerund, at, self.noun_content_end(at, true));
        }
        if f.any(Frames::PERSON) && !told && f.any(Frames::INFINITIVE) && !d.is(at, "to") {
            // "urged the ministry to act": the person belongs to what is urged
            // … "asked Ada Holt, the moderator, to check"
            let to = |end: usize| end + 1 + usize::from(self.is_comma(end + 1));
            let asked = |end: usize| d.is(to(end), "to") && self.infinitive_at(to(end));
            let plain = self.phrase_end(at, false);
            if plain.is_some_and(|end| !self.is_comma(end + 1) && asked(end))
                || plain.is_some_and(|end| self.phrase_end(at, true).is_some_and(|whole| whole > end && asked(whole)))
            {
                return make(Kind::Infinitive, at, self.content_end(at));
            }
        }
        if f.any(Frames::AS) || f.any(Frames::NAMING) {
            return self.naming(at, cue_last, f);
        }
        // "whom many blame for the loss": who is blamed stands before
        let whom = || (self.start()..cue_last).rev().take(8).any(|t| d.is(t, "whom"));
        if f.any(Frames::OF) && at == cue_last + 1 && d.any(at, words!("of" "for")) && whom() {
            let end = self.noun_content_end(at, false)?;
            let own = self.finite_from(at).map_or(end, |g| end.min(g.first - 1));
            return make(Kind::Particle, at, Some(own));
        }
        if f.any(Frames::OF) {
            let end = self.phrase_end(at, false)?;
            if d.any(end + 1, words!("of" "for")) {
                return make(Kind::Noun, at, self.noun_content_end(at, true));
            }
            // "accused the guests, who had paid, of being late"
            let whole = self.phrase_end(at, true).map_or(end, |last| last + usize::from(self.is_comma(last + 1)));
            if whole > end + 1
                && self.is_comma(end + 1)
                && d.is(whole + 1, "of")
                && self.word(whole + 2).ends_with("ing")
            {
                return make(Kind::Noun, at, self.noun_content_end(whole + 1, true));
            }
        }
        // "reported 45 people dead and two missing": a clause without its verb
        if verb.lemma == "report"
            && let Some(end) = chunks::noun_phrase_end(d, at, self.end())
            && d.any(end + 1, words!("dead" "missing" "injured" "wounded" "killed" "hurt" "stranded" "homeless"))
        {
            return make(Kind::Clause, at, self.content_end(at));
        }
        // "shows the driver leaving the van moments before it rolled"
        if verb.lemma == "show"
            && let Some(end) = chunks::noun_phrase_end(d, at, self.end())
            && self.tag(end + 1) == Tag::VerbIng
        {
            return make(Kind::Noun, at, self.content_end(at));
        }
        let object = self.own_object(at, verb);
        if object || f.any(Frames::NOUN_ALONE) || f.any(Frames::NOUN) {
            chunks::noun_phrase_end(d, at, self.end())?;
            // "announced this month that", not "announced this week's plan"
            if chunks::is_time(d, at) || timed && d.is(at + 2, "that") {
                return None;
            }
            return make(Kind::Noun, at, self.noun_content_end(at, false));
        }
        None
    }
}
