//! What stands around a candidate: its sentence, its list ("Britain, France and Italy"), the words beside it.
//! Answers questions about neighbours; draws no conclusion about the candidate.

use super::matching::{Candidate, all_capitals};
use crate::lexicon::Class;
use crate::lexicon::gazetteer::{self, Naming};
use crate::lexicon::state_words::{Around, around};
use crate::text::{Document, Kind, Tag, Words};
use crate::words;

pub(super) struct Scene<'d, 'a> {
    pub document: &'d Document<'a>,
    pub at: Candidate,
    /// Tokens of the sentence.
    pub start: usize,
    pub end: usize,
    /// First and last token of the list that the candidate stands in; its own tokens when it stands alone.
    pub list: (usize, usize),
    /// The sentence is set in capitals.
    pub capitals: bool,
    /// The sentence is a headline with Most Words Capitalised.
    pub title_case: bool,
}

impl<'d, 'a> Scene<'d, 'a> {
    pub fn new(document: &'d Document<'a>, all: &[Candidate], index: usize) -> Option<Scene<'d, 'a>> {
        let at = *all.get(index)?;
        let sentence = document.sentences.get(document.sentence_of(at.first))?;
        let (start, end) = (sentence.start, sentence.end);
        // "Peru as well as Chile", not "in Peru as Chile votes"
        let as_well = |t: usize| document.is(t, "as") && (document.is(t - 1, "well") || document.is(t + 1, "well"));
        let joined = |left: &Candidate, right: &Candidate| {
            left.first >= start
                && right.last < end
                && right.first.saturating_sub(left.last) <= 4
                && right.first > left.last + 1
                && (left.last + 1..right.first).all(|t| {
                    matches!(
                        document.word(t),
                        "," | "and" | "or" | "nor" | "&" | "the" | "well" | "both" | "neither" | "then" | "later"
                    ) || as_well(t)
                })
        };
        let mut list = (at.first, at.last);
        let mut left = index;
        while let Some(previous) = left.checked_sub(1).and_then(|i| all.get(i)) {
            if !all.get(left).is_some_and(|this| joined(previous, this)) {
                break;
            }
            list.0 = previous.first;
            left -= 1;
        }
        let mut right = index;
        while let (Some(this), Some(next)) = (all.get(right), all.get(right + 1)) {
            if !joined(this, next) {
                break;
            }
            list.1 = next.last;
            right += 1;
        }
        let capitals = all_capitals(document, start, end);
        let title_case = !capitals && is_title_case(document, start, end);
        Some(Scene { document, at, start, end, list, capitals, title_case })
    }

    pub fn has(&self, token: usize, class: Around) -> bool {
        token >= self.start && token < self.end && self.classes(token) & class.bit() != 0
    }

    pub fn any(&self, token: usize, classes: &[Around]) -> bool {
        let wanted = classes.iter().fold(0, |all, class| all | class.bit());
        token >= self.start && token < self.end && self.classes(token) & wanted != 0
    }

    fn classes(&self, token: usize) -> u64 {
        self.document.tokens.get(token).map_or(0, |t| around(t.hash))
    }

    /// The word at a token of this sentence as written; empty outside of it.
    pub fn word(&self, token: usize) -> &'a str {
        if token >= self.start && token < self.end { self.document.word(token) } else { "" }
    }

    pub fn is(&self, token: usize, words: &Words) -> bool {
        token >= self.start && token < self.end && self.document.any(token, words)
    }

    pub fn kind(&self, token: usize) -> Option<Kind> {
        if token < self.start || token >= self.end {
            return None;
        }
        self.document.tokens.get(token).map(|t| t.kind)
    }

    pub fn is_capital(&self, token: usize) -> bool {
        matches!(self.kind(token), Some(Kind::Capital | Kind::Upper))
    }

    pub fn is_word(&self, token: usize) -> bool {
        self.kind(token).is_some_and(|k| k != Kind::Punct)
    }

    pub fn tag(&self, token: usize) -> Tag {
        if token >= self.start && token < self.end { self.document.tag(token) } else { Tag::Punct }
    }

    pub fn glued(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|t| t.glued)
    }

    /// The token before `token` in this sentence.
    pub fn before(&self, token: usize) -> Option<usize> {
        token.checked_sub(1).filter(|&t| t >= self.start)
    }

    /// The first word left of the list that is not an article or an adjective of the name, and whether a
    /// word of direction ("northern", "mainland") was passed.
    pub fn left_word(&self) -> (Option<usize>, bool) {
        let mut at = self.before(self.list.0);
        let mut directional = false;
        for _ in 0..4 {
            let Some(token) = at else { break };
            // "the Kingdom of Poland", "the Republic of Kenya": a name of the state itself
            let realm = self.before(token).filter(|&t| self.is(token, words!("of")) && self.is_capital(t));
            if let Some(realm) = realm.filter(|&t| {
                self.is(t, words!("kingdom" "republic" "principality" "sultanate" "emirate" "state" "empire" "duchy"))
            }) {
                at = self.before(realm);
                continue;
            }
            let compound =
                self.word(token) == "-" && self.before(token).is_some_and(|t| self.has(t, Around::Directional));
            if self.has(token, Around::Directional) || compound {
                directional = true;
            } else if !self.is(token, words!("the" "both" "its" "their" "our" "“" "\"" "‘" "("))
                && !self.has(token, Around::LightAdjective)
            {
                break;
            }
            at = self.before(token);
        }
        (at, directional)
    }

    /// The first token from `at` on that is no adverb; steps over a short parenthesis in commas.
    pub fn skip_adverbs(&self, mut at: usize) -> usize {
        for _ in 0..6 {
            let adverb = self.has(at, Around::Adverb)
                || (self.tag(at) == Tag::Adv && self.is_word(at))
                || (self.word(at).ends_with("ly") && self.kind(at) == Some(Kind::Lower) && self.word(at).len() > 4);
            // "on Thursday", "in May", "last week"
            let day = |t: usize| {
                let hash = self.document.tokens.get(t).map_or(0, |t| t.hash);
                self.is_capital(t) && crate::lexicon::classes(hash) & (Class::Weekday.bit() | Class::Month.bit()) != 0
            };
            if self.is(at, words!("on" "in" "late" "early" "last")) && day(at + 1) {
                at += if self.kind(at + 2) == Some(Kind::Number) { 3 } else { 2 };
                continue;
            }
            // "this week", "at times"
            let span = self.is(at, words!("this" "last" "next"))
                && self.is(
                    at + 1,
                    words!("week" "month" "year" "morning" "afternoon" "evening" "spring" "summer" "autumn" "fall"
                        "winter" "weekend" "time" "decade"),
                );
            if span
                || (self.is(at, words!("at" "in"))
                    && self.is(at + 1, words!("times" "turn" "return" "particular" "fact" "part" "response")))
            {
                at += 2;
                continue;
            }
            if day(at) {
                at += 1;
                continue;
            }
            if !adverb || self.any(at, &[Around::AgentVerb]) && !self.has(at, Around::Adverb) {
                break;
            }
            at += 1;
        }
        at
    }

    /// The token after a parenthesis ", …," that begins at `at`; `at` itself when there is none.
    pub fn skip_parenthesis(&self, at: usize) -> usize {
        let close = match self.word(at) {
            "," => ",",
            "(" => ")",
            "—" => "—",
            "–" | "-" if !self.glued(at) => self.word(at),
            _ => return at,
        };
        (at + 1..self.end.min(at + 26)).find(|&t| self.word(t) == close).map_or(at, |t| t + 1)
    }

    /// Whether a word of this class stands among the `span` tokens before `token`, this one included, with no
    /// comma between.
    pub fn back(&self, token: usize, span: usize, class: Around) -> bool {
        let mut at = Some(token);
        for _ in 0..span {
            let Some(t) = at else { return false };
            if self.has(t, class) {
                return true;
            }
            if matches!(self.word(t), "," | ";" | ":") {
                return false;
            }
            at = self.before(t);
        }
        false
    }

    /// A short line without a stop, as headlines are.
    pub fn is_line(&self) -> bool {
        self.end - self.start < 25 && self.end > self.start && self.is_word(self.end - 1)
    }

    /// The sentence is about sport: one word of it, or two that sport shares with other matters.
    pub fn is_sport(&self) -> bool {
        let weight = |t: usize| match self.classes(t) {
            c if c & Around::Team.bit() != 0 => 2,
            c if c & Around::TeamWeak.bit() != 0 => 1,
            _ => 0,
        };
        (self.start..self.end).map(weight).sum::<u32>() >= 2
    }

    /// The sentence holds a word that only sport uses.
    pub fn is_surely_sport(&self) -> bool {
        (self.start..self.end).any(|t| self.has(t, Around::Team))
    }

    /// Whether a token can be the verb of the candidate, by the lists first and its tag after them: a word such
    /// as "claims" or "strikes" is a verb where an object or a clause follows.
    pub fn is_verb(&self, token: usize) -> bool {
        if !self.is_word(token) {
            return false;
        }
        let listed = self.any(token, &[Around::AgentVerb, Around::StateVerb]);
        if self.is_capital(token) {
            return listed && (self.title_case || self.capitals);
        }
        if self.any(token, &[Around::Aux, Around::Be]) {
            return true;
        }
        // "re-opened", "co-signed"
        if self.is(token, words!("re" "co")) && self.word(token + 1) == "-" && self.glued(token + 1) {
            return self.any(token + 2, &[Around::AgentVerb]) || self.word(token + 2).ends_with("ed");
        }
        if self.has(token, Around::VerbOrNoun) {
            // "…, Moscow claims."
            let closes = self.tag(token) == Tag::Verb3sg
                && self.at.last + 1 == token
                && !self.is_word(token + 1)
                && self.before(self.list.0).is_some_and(|t| self.word(t) == ",");
            // "a deal that Quito hopes will last"
            let reports = self.at.last + 1 == token
                && self.is(token, words!("hopes" "claims" "fears" "worries" "warns" "reports"))
                && matches!(self.tag(token + 1), Tag::Modal | Tag::Aux)
                && self.before(self.list.0).is_some_and(|t| self.is(t, words!("that" "which" "who" "what")));
            return closes || reports || self.takes_object(token) || self.lacks_a_verb(token);
        }
        if listed {
            return !(self.tag(token).is_adj());
        }
        let tag = self.tag(token);
        if self.kind(token) == Some(Kind::Lower) && self.word(token).ends_with("ed") && !tag.is_adj() {
            return true;
        }
        tag.is_verb() || tag == Tag::Aux || tag == Tag::Modal
    }

    /// An object or a clause begins after the token: "claims the reef", "offers to", "backs Serbia".
    fn takes_object(&self, token: usize) -> bool {
        let next = token + 1;
        // "hopes for a deal", "calls for calm"
        if self.is(token, words!("takes" "take" "took")) && self.is(next, words!("on" "aim" "over")) {
            return true;
        }
        let wishes = self.is(token, words!("hopes" "calls" "pushes" "presses" "asks" "waits" "votes" "longs"));
        if wishes && self.is(next, words!("for")) && self.no_verb_after(next + 1) {
            return true;
        }
        self.is(
            next,
            words!("the" "a" "an" "its" "it" "his" "their" "that" "to" "no" "all" "some" "any" "this" "these"
                "those" "new" "more" "two" "up" "back" "down" "out" "off" "her" "him" "them" "itself" "every" "own"
                "former" "first"),
        ) || self.kind(next) == Some(Kind::Number)
            || (self.is_capital(next) && !self.title_case && !self.capitals)
            || matches!(self.tag(next), Tag::Det | Tag::PronPoss | Tag::Pron | Tag::Num)
            || ((self.title_case || self.capitals) && self.is_capital(next) && next + 1 < self.end)
    }

    /// "Riyadh cut output by a tenth", "Iran claims victory": a noun follows, and no other verb in the clause.
    fn lacks_a_verb(&self, token: usize) -> bool {
        let object = self.kind(token + 1) == Some(Kind::Lower)
            && (self.tag(token + 1).is_noun() || self.tag(token + 1).is_adj())
            && !self.word(token + 1).ends_with("ed");
        object && self.no_verb_after(token + 2)
    }

    /// No finite verb from the token up to the next mark.
    fn no_verb_after(&self, token: usize) -> bool {
        !(token..self.end)
            .take_while(|&t| self.is_word(t) || self.word(t) == "-")
            .any(|t| self.tag(t).is_finite() || self.any(t, &[Around::Aux, Around::Be]) || self.word(t).ends_with("ed"))
    }

    /// Whether the candidate begins a capitalised run that is another name: returns its last token.
    pub fn capital_run(&self) -> usize {
        let mut last = self.at.last;
        for t in self.at.last + 1..self.end.min(self.at.last + 6) {
            let joins = self.is_capital(t)
                || (self.is(t, words!("&" "of" "and")) && self.is_capital(t + 1) && t > self.at.last + 1);
            if !joins {
                break;
            }
            last = t;
        }
        last
    }
}

fn is_title_case(document: &Document, start: usize, end: usize) -> bool {
    let (mut capital, mut lower) = (0, 0);
    for token in document.tokens.get(start..end).unwrap_or(&[]) {
        if token.end - token.start < 4 {
            continue;
        }
        match token.kind {
            Kind::Capital | Kind::Upper => capital += 1,
            Kind::Lower => lower += 1,
            _ => {}
        }
    }
    // a headline has no full stop, a short sentence full of names does
    capital >= 3 && capital > 3 * lower && document.word(end.saturating_sub(1)) != "."
}

/// What the whole document names; decides forms that several things share.
pub(super) struct Story {
    /// By entity: named in any form.
    named: Vec<bool>,
    /// By entity: named by name, people or adjective.
    pub by_name: Vec<bool>,
    /// By entity: named otherwise than by a single word.
    full: Vec<bool>,
    /// By entity: named by an adjective or for its people.
    demonym: Vec<bool>,
    pub georgia_is_country: bool,
    /// Surnames such as "Jordan" that a full name in the story introduced, by hash.
    pub people: Vec<u64>,
    /// Names that the story says are a firm's ("Iceland, the frozen food chain,"), by hash.
    pub firms: Vec<u64>,
}

impl Story {
    pub fn new(document: &Document, all: &[Candidate]) -> Story {
        let mut named = vec![false; gazetteer::entities().len()];
        let mut by_name = named.clone();
        let mut full = named.clone();
        let mut demonym = named.clone();
        for candidate in all.iter().filter(|c| c.naming != Naming::Combining) {
            if let Some(seen) = named.get_mut(candidate.entity as usize) {
                *seen = true;
            }
            if matches!(candidate.naming, Naming::Adjective | Naming::People)
                && let Some(seen) = demonym.get_mut(candidate.entity as usize)
            {
                *seen = true;
            }
            if !matches!(candidate.naming, Naming::Capital | Naming::Seat)
                && let Some(seen) = by_name.get_mut(candidate.entity as usize)
            {
                *seen = true;
            }
        }
        for candidate in
            all.iter().filter(|c| c.last > c.first || matches!(c.naming, Naming::Abbreviation | Naming::Capital))
        {
            if let Some(seen) = full.get_mut(candidate.entity as usize) {
                *seen = true;
            }
        }
        let (mut country, mut us) = (0, 0);
        for token in &document.tokens {
            let classes = around(token.hash);
            if token.is_capital() || token.kind == Kind::Lower {
                country += u32::from(classes & Around::GeorgiaCountry.bit() != 0 && token.is_capital());
                us += u32::from(
                    classes & (Around::GeorgiaUs.bit() | Around::UsState.bit()) != 0 && token.kind == Kind::Capital,
                );
            }
        }
        // other states than the US in the story speak for the country
        let foreign = gazetteer::entities()
            .iter()
            .zip(&named)
            .filter(|(e, seen)| **seen && !e.is_bloc() && !matches!(e.code, "USA" | "GEO"))
            .count() as u32;
        Story {
            named,
            by_name,
            full,
            demonym,
            georgia_is_country: 2 * country + foreign.min(3) > 2 * us,
            people: Vec::new(),
            firms: Vec::new(),
        }
    }

    pub fn names(&self, code: &str) -> bool {
        gazetteer::entities().iter().position(|e| e.code == code).is_some_and(|i| self.named.get(i) == Some(&true))
    }

    /// The state of a capital or seat is named by its own name too.
    pub fn names_by_name(&self, scene: &Scene) -> bool {
        self.by_name.get(scene.at.entity as usize) == Some(&true)
    }

    /// The candidate's state is named by its people, its capital or a longer name too.
    pub fn names_otherwise(&self, scene: &Scene) -> bool {
        let entity = scene.at.entity as usize;
        self.demonym.get(entity) == Some(&true) || self.full.get(entity) == Some(&true)
    }

    /// Named by its name, not by a shared short form alone.
    pub fn names_full(&self, code: &str) -> bool {
        gazetteer::entities().iter().position(|e| e.code == code).is_some_and(|i| self.full.get(i) == Some(&true))
    }
}
