//! How a name enters the cast: where a run of capitals ends, whether it is a person's or a group's, and what
//! the words in it say of its bearer.

use super::cast::{Cast, Member, begins_with_title, honorific_gender, slug};
use super::naming::{self, PERSONS};
use super::reader::Range;
use crate::lexicon::offices;
use crate::lexicon::outlets;
use crate::lexicon::{self, Class, Classes};
use crate::mentions::people::{Description, Gender, Person};
use crate::text::{Document, Kind, Tag};
use crate::words;

impl Cast<'_> {
    /// The last token of the run of capitals that begins here.
    pub(super) fn run(&self, document: &Document, first: usize) -> usize {
        let block = document.tokens[first].block;
        let mut last = first;
        loop {
            let next = last + 1;
            let Some(token) = document.tokens.get(next).filter(|t| t.block == block) else { return last };
            let capital = |t: usize| {
                document.tokens.get(t).is_some_and(|k| k.is_capital() && k.block == block) && self.state_at(t).is_none()
            };
            if capital(next) && document.tokens[last].kind != Kind::Punct && outlets::at(document, next).is_none() {
                last = next;
                continue;
            }
            let hyphen =
                token.glued && document.is(next, "-") && document.tokens.get(next + 1).is_some_and(|t| t.glued);
            let particle = document.any(next, words!("de" "da" "dos" "del" "della" "di" "du" "van" "von" "der" "den" "bin" "bint" "ibn" "al" "el" "ben" "la" "le"));
            if hyphen && last > first && naming::ends_given_name(document, next + 1) {
                last = next + 1;
                continue;
            }
            if (hyphen || particle) && capital(next + 1) {
                last = next + 1;
                continue;
            }
            let two = particle && document.any(next + 1, words!("der" "den" "la" "las" "los")) && capital(next + 2);
            // "Institute for National Unification", "Doctors of the World"
            let names_group = document.any(next, words!("of" "for" "and" "&"))
                && capital(next + 1)
                && (first..=last).any(|t| naming::noun(document, t).0 & naming::GROUPS != 0);
            if two {
                last = next + 2;
                continue;
            }
            if names_group {
                last = next + 1;
                continue;
            }
            return last;
        }
    }

    pub(super) fn enter(&mut self, document: &Document, run: Range, singles: &mut Vec<Range>) {
        let (mut first, last) = run;
        let mut classes: Classes = 0;
        let mut gender = Gender::Unknown;
        let mut sure = false;
        let mut noun = 0;
        let mut group = None;
        for t in run.0..=last {
            let own = lexicon::classes(document.tokens[t].hash);
            if own & naming::GROUPS != 0 && (t > run.0 || own & PERSONS == 0) {
                group = Some(document.tokens[t].hash);
            }
            let title = own & (PERSONS | Class::Honorific.bit()) != 0 && t < last;
            if title && document.tokens[t + 1].is_capital() && own & naming::GROUPS == 0 {
                first = t + 1;
                sure = true;
                if own & Class::Honorific.bit() != 0 {
                    gender = honorific_gender(document, t);
                    if document.any(t, words!("dr" "dr." "prof" "prof." "professor")) {
                        classes |= Class::ExpertNoun.bit();
                    }
                } else {
                    classes |= own;
                    noun = document.tokens[t].hash;
                }
                group = None;
            }
        }
        // "Refugee Council Enver Solomon": a group, then one of its people
        if let Some(split) = (first..last).rev().find(|&t| naming::noun(document, t).0 & naming::GROUPS != 0)
            && split + 2 <= last
            && offices::word(document.tokens[split + 1].hash) & (offices::GIVEN_M | offices::GIVEN_F) != 0
        {
            self.enter(document, (first, split), singles);
            first = split + 1;
            group = None;
            sure = true;
        }
        let person = group.is_none();
        // "his mother Rosa", "farmer Rosa": one name, and who bears it
        if let Some(before) = first.checked_sub(1).filter(|_| first == last && person && !sure)
            && document.tokens[before].kind == Kind::Lower
            && document.tokens[before].block == document.tokens[first].block
            && self.given_name(document, first)
        {
            let own = naming::noun(document, before).0;
            if own & PERSONS != 0 && own & naming::GROUPS == 0 {
                sure = true;
                classes |= own;
                noun = document.tokens[before].hash;
            }
        }
        if first == last {
            singles.push((first, last));
            if sure && self.find(document, (first, last)).is_some_and(|m| self.members[m as usize].person) {
                return;
            }
            // "President Kodra", "Ms Persson" before or without a full name
            if !sure {
                return;
            }
            singles.pop();
        }
        let official =
            (first..=last).rev().find_map(|t| self.official_at(t)).filter(|m| m.entity.starts_with("person:"));
        if official.is_some() {
            classes |= Class::OfficialNoun.bit();
            sure = true;
        }
        let known = (first..=last)
            .rev()
            .find_map(|t| self.people.person_at(t))
            .filter(|_| group.is_none() || official.is_some());
        let record: Option<&Person> = known.and_then(|k| self.people.list.get(k));
        if let Some(record) = record {
            sure = true;
            if record.gender != Gender::Unknown {
                gender = record.gender;
            }
            if record.own {
                classes |= match record.description {
                    Description::Expert => Class::ExpertNoun.bit(),
                    Description::Executive => Class::ExecutiveNoun.bit(),
                    Description::Witness => Class::WitnessNoun.bit(),
                    _ => 0,
                };
            }
        }
        // a title at the start of a sentence may have been taken for part of the name
        let record = record.filter(|r| !begins_with_title(r) || r.words.first() == Some(&document.tokens[first].hash));
        let existing = self.find(document, (first, last));
        let index = match existing {
            Some(index) => index,
            None => {
                let span = document.span(first, last).of(document.text);
                let entity = match (official, record) {
                    (Some(official), _) => official.entity.clone(),
                    (None, Some(record)) => record.entity.clone(),
                    (None, None) => format!("{}:{}", if person { "person" } else { "org" }, slug(span)),
                };
                let state = official.and_then(|o| o.state.clone()).or_else(|| record.and_then(|r| r.state.clone()));
                let noun = group.unwrap_or(0);
                let member = Member { state, noun, known, ..Member::new((first, last), entity, person) };
                let Some(index) = self.admit(document, member) else { return };
                index
            }
        };
        self.seen.push((first, index));
        let mut affiliation = self.affiliation(document, (run.0, first.saturating_sub(1).max(run.0)));
        // those who have a campaign, supporters or an administration run for something or lead it
        let mut next = last + 1;
        if document.any(next, words!("'s" "'")) {
            next += 1;
        }
        if person && document.any(next, words!("campaign" "campaigns" "supporters" "aides" "administration" "presidency" "government" "allies" "rally" "rallies" "voters" "camp" "candidacy" "surrogates" "surrogate" "backers" "cabinet" "transition" "delegates" "loyalists" "nomination" "ticket" "adviser" "advisers")) {
            classes |= Class::ExecutiveNoun.bit();
        }
        if !person {
            self.shorten(document, last, index);
        }
        if person {
            self.describe(document, (first, last), &mut classes, &mut affiliation, &mut noun, &mut sure);
        }
        if let Some(member) = self.members.get_mut(index as usize) {
            member.classes |= classes;
            member.affiliation |= affiliation;
            member.sure |= sure;
            if member.noun == 0 {
                member.noun = noun;
            }
            if member.gender == Gender::Unknown {
                member.gender = gender;
            }
            if last - first > member.name.1 - member.name.0 && existing.is_some() && !member.entity.starts_with("org:")
            {
                member.name = (first, last);
                if official.is_none() && known.is_none() && member.known.is_none() {
                    member.entity = format!("person:{}", slug(document.span(first, last).of(document.text)));
                }
            }
        }
    }

    /// "Sandberg would not say. She told the paper …": a name of one word, at a verb, that the next sentence
    /// calls "he" or "she", where nobody else is near who could be meant; enters it.
    pub(super) fn by_pronoun(&mut self, document: &Document, at: usize) -> Option<u16> {
        let token = document.tokens.get(at)?;
        let verb = |t: usize| document.tag(t).is_verb() || matches!(document.tag(t), Tag::Aux | Tag::Modal);
        let acts =
            verb(at + 1) || at > 0 && document.tag(at - 1).is_verb() && document.tokens[at - 1].kind == Kind::Lower;
        let place = document.sentence_of(at);
        let (sentence, next) = (document.sentences.get(place)?, document.sentences.get(place + 1)?);
        // its first word, or the first behind a quotation: "“…,” she wrote"
        let plain = |t: &usize| document.tokens.get(*t).is_some_and(|t| t.quote == 0 && t.is_word());
        let opens = (next.start..next.end).find(plain)?;
        let gender = match () {
            () if document.is(opens, "she") => Gender::Female,
            () if document.is(opens, "he") => Gender::Male,
            () => return None,
        };
        let name = document.tag(at) == Tag::Propn && token.kind == Kind::Capital && token.quote == 0;
        let outlet = outlets::at(document, at).is_some() || naming::noun(document, at).0 & naming::GROUPS != 0;
        if !name || !acts || outlet || self.official_at(at).is_some() {
            return None;
        }
        let before = document.sentences.get(place.saturating_sub(1)).map_or(sentence.start, |s| s.start);
        let near = |t: usize| t != at && (before..opens).contains(&t);
        let person = |m: u16| self.members.get(m as usize).is_some_and(|m| m.person);
        let official = (before..opens).any(|t| t != at && self.official_at(t).is_some_and(|m| m.kind != "body"));
        if official || self.seen.iter().any(|&(t, m)| near(t) && person(m)) {
            return None;
        }
        let entity = format!("person:{}", slug(document.span(at, at).of(document.text)));
        self.admit(document, Member { sure: true, gender, ..Member::new((at, at), entity, true) })
    }

    /// Adds a member that is found again by the first and last word of its name; none where an index holds no more.
    fn admit(&mut self, document: &Document, member: Member) -> Option<u16> {
        let index = u16::try_from(self.members.len()).ok()?;
        for t in [member.name.0, member.name.1] {
            let list = self.words.entry(document.tokens[t].hash).or_default();
            if !list.contains(&index) {
                list.push(index);
            }
        }
        self.members.push(member);
        Some(index)
    }

    /// Notes the letters in brackets after a group's name, and the body of a state that it is.
    pub(super) fn shorten(&mut self, document: &Document, last: usize, index: u16) {
        if let Some(body) = self.official_at(last).filter(|m| m.kind == "body")
            && let Some(member) = self.members.get_mut(index as usize)
        {
            member.entity.clone_from(&body.entity);
            member.state.clone_from(&body.state);
        }
        let letters = last + 2;
        let written = document.is(last + 1, "(")
            && document.is(letters + 1, ")")
            && document.tokens.get(letters).is_some_and(|t| t.kind == Kind::Upper && t.is_word())
            && document.word(letters).len() >= 2;
        let Some(hash) = document.tokens.get(letters).map(|t| t.hash).filter(|_| written) else { return };
        if let Some(member) = self.members.get_mut(index as usize).filter(|m| m.short == 0) {
            member.short = hash;
            self.words.entry(hash).or_default().push(index);
        }
    }
}
