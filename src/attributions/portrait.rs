//! How a story describes those it names: the nouns before and after a name, and what they belong to.
//! Reads the words around one name; the cast keeps what is found.

use super::cast::{ACADEMIC, Affiliation, Cast, GROUP, MEDIA, Member, NAMED, STATE, begins_with_title};
use super::naming::{self, PERSONS};
use super::nouns;
use super::reader::Range;
use crate::lexicon::{self, Class, Classes, offices, outlets};
use crate::mentions::people::Gender;
use crate::text::{Document, Kind, Tag, Words};
use crate::words;

const ACADEMIC_WORDS: &Words = words!("university" "college" "institute" "institution" "laboratory" "faculty" "academy" "think-tank" "observatory" "laboratories" "thinktank" "professor" "universities");

/// Verbs that tell where somebody belongs: "who teaches at the college", not "who lives near it".
const BELONGING: &Words = words!("is" "was" "works" "worked" "teaches" "taught" "leads" "led" "heads" "headed" "runs" "ran" "serves" "served" "advises"
    "advised" "studies" "studied" "chairs" "chaired" "directs" "directed" "manages" "managed" "represents" "represented" "founded" "helmed" "oversees"
    "oversaw" "researches" "specialises" "specializes" "has" "had" "speaks" "spoke" "sits" "joined" "edits" "edited");

impl Cast<'_> {
    /// What stands before a name ("senior analyst") and after it (", a surgeon at the clinic,").
    pub(super) fn describe(
        &self,
        document: &Document,
        name: Range,
        classes: &mut Classes,
        affiliation: &mut Affiliation,
        noun: &mut u64,
        sure: &mut bool,
    ) {
        let block = document.tokens[name.0].block;
        let inside = |t: usize| document.tokens.get(t).is_some_and(|k| k.block == block);
        let mut note = |t: usize| {
            let (mut own, _) = naming::noun(document, t);
            // "the reviewer, Professor Ada Lind": a noun that no list has
            let apposed = || {
                document.any(t.saturating_sub(1), words!("the" "a" "our"))
                    && document.is(t + 1, ",")
                    && document.tokens.get(t + 2).is_some_and(|k| k.is_capital())
            };
            if own == 0 && nouns::is_agentive(document.word(t)) && apposed() {
                own = Class::PersonNoun.bit();
            }
            if own & PERSONS == 0 {
                return false;
            }
            *classes |= own;
            // the first word for somebody tells most: "reporter Ada Lind, winner of a prize"
            if *noun == 0 {
                *noun = document.tokens[t].hash;
            }
            *sure = true;
            true
        };
        // before: "the night porter, Ivo Marek", "senior analyst Hong Min", "a farmer named Ivo Marek"
        let mut before = name.0;
        if before > 1 && document.any(before - 1, words!("named" "called")) {
            before -= 1;
        }
        while before > 0 && inside(before - 1) && name.0 - before < 2 && !document.tokens[before - 1].is_word() {
            before -= 1;
        }
        if before > 0 && inside(before - 1) && document.tokens[before - 1].kind == Kind::Lower && note(before - 1) {
            *affiliation |= self.affiliation(document, (before.saturating_sub(5), before - 1));
        }
        // after: an appositive or a relative clause
        let comma = name.1 + 1;
        if !inside(comma) || !matches!(document.word(comma), "," | "—" | "–" | "(" | "--") {
            return;
        }
        // "(D-Ohio)": a legislator
        if document.is(comma, "(") && document.any(comma + 1, words!("r" "d" "i")) && document.is(comma + 2, "-") {
            *classes |= Class::OfficialNoun.bit();
            *sure = true;
            return;
        }
        if document.is(comma + 1, "who") {
            // "who teaches at", "who heads the clinic": what the clause names is only where they belong
            if document.any(comma + 2, BELONGING) {
                let end = (comma + 3..comma + 9).take_while(|&t| inside(t) && !document.is(t, ".")).last();
                *affiliation |= self.affiliation(document, (comma + 1, end.unwrap_or(comma + 2)));
                // "who teaches the law of the sea", not "who teaches four-year-olds" or "at a school"
                let subject = document
                    .any(comma + 3, words!("law" "history" "politics" "economics" "physics" "medicine"))
                    || document.is(comma + 3, "the")
                        && document.any(comma + 4, words!("law" "history" "politics" "economics"));
                if document.any(comma + 2, words!("teaches" "taught")) && subject {
                    *affiliation |= ACADEMIC;
                }
            }
            // "who is the ministry's chief engineer"
            if document.any(comma + 2, words!("is" "was")) && inside(comma + 3) {
                self.aside(document, comma + 3, block, &mut note, affiliation);
            }
            *classes |= Class::PersonNoun.bit();
            *sure = true;
            return;
        }
        if document.tokens.get(comma + 1).is_some_and(|t| t.kind == Kind::Number) && document.is(comma + 2, ",") {
            let after = comma + 3;
            if inside(after) {
                self.aside(document, after, block, &mut note, affiliation);
            }
            *classes |= Class::PersonNoun.bit();
            *sure = true;
            return;
        }
        self.aside(document, comma + 1, block, &mut note, affiliation);
    }

    pub(super) fn aside(
        &self,
        document: &Document,
        first: usize,
        block: u32,
        note: &mut impl FnMut(usize) -> bool,
        affiliation: &mut Affiliation,
    ) {
        let end = (first..first + 16)
            .take_while(|&t| {
                document.tokens.get(t).is_some_and(|k| k.block == block)
                    && !matches!(
                        document.word(t),
                        "," | "." | ";" | "—" | ")" | "“" | "\"" | ":" | "who" | "which" | "that"
                    )
            })
            .last();
        let Some(end) = end else { return };
        // an appositive has a determiner, an owner or no verb before its noun; a new clause has a subject
        let segment = naming::read_segment(document, (first, end));
        let verb = (segment.core.0..=segment.core.1)
            .any(|t| matches!(document.tag(t), Tag::Aux | Tag::Modal | Tag::VerbPast | Tag::Verb3sg));
        let Some(head) = segment.noun.filter(|_| !verb) else { return };
        if note(head) {
            *affiliation |= self.belonging(document, (first, end));
        }
    }

    /// Whether a word is a given name.
    pub fn given_name(&self, document: &Document, token: usize) -> bool {
        document.tokens.get(token).is_some_and(|t| offices::word(t.hash) & (offices::GIVEN_M | offices::GIVEN_F) != 0)
    }

    /// Whether a story about an election names somebody again and again without ever saying who that
    /// is: a household name, one of the contenders.
    pub fn household(&self, document: &Document, member: &Member) -> bool {
        let Some(index) = self.find(document, member.name) else { return false };
        member.classes & PERSONS == 0
            && self.politics(document) >= 4
            && self.seen.iter().filter(|(_, m)| *m == index).count() >= 3
    }

    /// Whether the story gives somebody an office.
    pub fn in_office(&self, member: &Member) -> bool {
        member.classes & Class::OfficialNoun.bit() != 0
            || member.known.and_then(|k| self.people.list.get(k)).is_some_and(|p| p.is_official())
    }

    /// The member that these tokens name.
    pub fn member_at(&self, document: &Document, name: Range) -> Option<&Member> {
        self.members.get(self.find(document, name)? as usize)
    }

    /// The member that is this person of the mentions layer.
    pub fn of_person(&self, person: usize) -> Option<u16> {
        let record = self.people.list.get(person)?;
        let same = |m: &Member| m.known == Some(person) || m.entity == record.entity;
        self.members.iter().position(same).and_then(|i| u16::try_from(i).ok())
    }

    /// The fullest name of an entity in this story.
    pub fn display(&self, document: &Document, entity: &str) -> Option<String> {
        let record =
            self.people.list.iter().find(|p| p.entity == entity && !p.name.is_empty() && !begins_with_title(p));
        if let Some(record) = record {
            return Some(record.name.clone());
        }
        let member = self.members.iter().filter(|m| m.entity == entity).max_by_key(|m| m.name.1 - m.name.0)?;
        Some(document.span(member.name.0, member.name.1).of(document.text).to_owned())
    }

    pub fn gender(&self, entity: &str) -> Gender {
        let known = self.people.list.iter().filter(|p| p.entity == entity).map(|p| p.gender);
        let cast = self.members.iter().filter(|m| m.entity == entity).map(|m| m.gender);
        known.chain(cast).find(|g| *g != Gender::Unknown).unwrap_or(Gender::Unknown)
    }

    /// Whether a proper name begins here that is no state, region, office or body of one.
    fn names_something(&self, document: &Document, token: usize) -> bool {
        let public = offices::REGION | offices::GOV | offices::BODY | offices::FIELD | offices::ORGAN | offices::OFFICE;
        document.tag(token) == Tag::Propn
            && document.tokens.get(token).is_some_and(|t| t.is_capital() && offices::word(t.hash) & public == 0)
            && self.state_at(token).is_none()
            && self.official_at(token).is_none()
    }

    /// To whom somebody belongs whom a range describes: "president of Royal Lumber" is a firm's, whatever words its
    /// name has, where no state and no body is named.
    pub fn belonging(&self, document: &Document, (first, last): Range) -> Affiliation {
        let found = self.affiliation(document, (first, last));
        let of = (first + 1..last).find(|&t| document.is(t, "of"));
        let heads = words!("president" "chairman" "chairwoman" "chair");
        let public = |t: usize| self.official_at(t).is_some() || self.state_at(t).is_some();
        let named = |of: usize| {
            document.tokens.get(of + 1 + usize::from(document.is(of + 1, "the"))).is_some_and(|t| t.is_capital())
        };
        let firm = of.is_some_and(|of| document.any(of - 1, heads) && named(of)) && !(first..=last).any(public);
        if firm { found & !STATE | GROUP } else { found }
    }

    /// To whom the words of a range belong.
    pub fn affiliation(&self, document: &Document, (first, last): Range) -> Affiliation {
        let mut found = 0;
        for t in first..=last.min(document.tokens.len().saturating_sub(1)) {
            // "who lives on Mill Lane"
            let capital = |t: usize| document.tokens.get(t).is_some_and(|k| k.is_capital());
            if capital(t)
                && document.any(
                    t + 1,
                    words!("lane" "street" "road" "avenue" "drive" "close" "terrace" "hill" "square" "crescent"),
                )
                && capital(t + 1)
            {
                continue;
            }
            // "agency officials", "health bosses": of the state, though agencies and hospitals may be a group's
            let served = document.is(t, "agency") && document.any(t + 1, words!("official" "officials"))
                || document
                    .any(t, words!("health" "council" "hall" "education" "police" "transport" "prison" "fire" "town"))
                    && document.any(t + 1, words!("bosses" "chiefs"));
            if served {
                found |= STATE;
                continue;
            }
            // "Communications Workers of America": the state belongs to a longer name
            let named_after = t >= first + 2 && document.is(t - 1, "of") && self.names_something(document, t - 2);
            if self.state_at(t).is_some() && !named_after {
                found |= STATE;
            }
            if self.official_at(t).is_some_and(|m| matches!(m.kind, "body" | "role" | "named")) {
                found |= STATE;
            }
            let classes = naming::noun(document, t).0;
            if classes & Class::BodyNoun.bit() != 0 {
                found |= STATE;
            }
            if classes & Class::OrganisationNoun.bit() != 0 {
                found |= GROUP;
            }
            if document.any(t, ACADEMIC_WORDS)
                || (document.any(t, words!("center" "centre" "school")) && document.any(t + 1, words!("for" "on" "of")))
            {
                found |= ACADEMIC;
            }
            if classes & Class::MediaNoun.bit() != 0 || outlets::at(document, t).is_some() {
                found |= MEDIA;
            }
            // "Acme President Jan Lund", "BCCI treasurer X": whose president, no list knows
            let head = words!("president" "treasurer" "secretary" "director" "chairman" "chairwoman" "chair" "chief" "boss" "administrator");
            let name = |t: usize| {
                document.tokens.get(t).is_some_and(|k| k.is_capital() && document.tag(t) == Tag::Propn)
                    && self.state_at(t).is_none()
                    && self.official_at(t).is_none()
                    && !lexicon::knows(document.tokens[t].hash)
            };
            if t < last && document.any(t + 1, head) && name(t) {
                found |= NAMED;
            }
            // "president of Greenvale", "leader of the Communications Workers of America"
            let at = t + 1 + usize::from(document.is(t + 1, "the"));
            if t < last && document.any(t, words!("of" "for" "at" "with")) && self.names_something(document, at) {
                found |= NAMED;
            }
        }
        found
    }
}
