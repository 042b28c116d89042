//! Later mentions: the same person by surname or pronoun, well-known leaders without their office,
//! and the people of the story who hold none. Names come from the units, offices from the titles.

use super::officials::{Officials, entity_of};
use super::officials_units::Name;
use super::people::{self, Description, Gender, Naming, People, Person};
use crate::lexicon::leaders::{self, Leader};
use crate::lexicon::offices::*;
use crate::lexicon::{self, Class};
use crate::text::Kind;
use crate::words;

impl Officials<'_, '_> {
    /// Names of two words and more: persons known, leaders, and others.
    pub(super) fn read_names(&mut self) {
        let running: Vec<u64> = (self.units.names.iter())
            .filter(|n| self.runs_for_office(n))
            .map(|n| self.document.tokens[n.last].hash)
            .collect();
        self.running = running;
        for index in 0..self.units.names.len() {
            let name = self.units.names[index];
            if self.taken[index] || name.words < 2 || self.runs_on(&name) {
                continue;
            }
            let words = People::name_words(self.document, name.first, name.last);
            if words.len() < 2 {
                continue;
            }
            if let Some(person) = self.people.find(&words, name.gender()) {
                let full = self.people.list[person].words.len() <= words.len();
                self.again(person, &name, index, full);
            } else if let Some(leader) =
                leaders::by_name(&words).filter(|l| self.is_listed(l, self.document.tokens[name.last].hash))
            {
                let person = self.leader(leader, name.flags);
                let holder = &self.people.list[person];
                let (entity, state, title) = (holder.entity.clone(), holder.state.clone(), holder.title.clone());
                let (kind, rule) = listed_as(leader);
                self.push(kind, entity, name.first, name.last, state, title, rule);
                self.people.namings.push(Naming { first: name.first, last: name.last, person, full: true });
                self.taken[index] = true;
            } else if self.sits_for_a_state(&name) {
                self.enter_member(&name, words, index);
            } else if let Some(description) = self.describe(&name) {
                let text = self.document.span(name.first, name.last).of(self.document.text).to_owned();
                let person = self.people.add(Person {
                    entity: entity_of("person", None, &text),
                    name: text,
                    words,
                    description,
                    gender: name.gender(),
                    ..Person::default()
                });
                let first = name.honorific.unwrap_or(name.first);
                self.people.namings.push(Naming { first, last: name.last, person, full: true });
                self.taken[index] = true;
            }
        }
    }

    /// "Ann Lodge, R-Maine", "Ann Lodge (D-Ohio)": party and state are those of a member of Congress.
    fn sits_for_a_state(&self, name: &Name) -> bool {
        let document = self.document;
        self.has_party(name.last)
            && document.is(name.last + 3, "-")
            && document.tokens.get(name.last + 4).is_some_and(|t| t.is_capital() && t.glued)
            && !self.running.contains(&document.tokens[name.last].hash)
    }

    /// Enters a member of Congress, whose office the story does not spell out.
    fn enter_member(&mut self, name: &Name, words: Vec<u64>, index: usize) {
        let text = self.document.span(name.first, name.last).of(self.document.text).to_owned();
        let entity = entity_of("person", None, &text);
        let state = Some("USA".to_owned());
        let person = self.people.add(Person {
            entity: entity.clone(),
            name: text,
            words,
            description: Description::Official,
            state: state.clone(),
            kind: "named",
            gender: name.gender(),
            ..Person::default()
        });
        let first = name.honorific.unwrap_or(name.first);
        self.push("named", entity, first, name.last, state, None, "official.name-title");
        self.people.namings.push(Naming { first, last: name.last, person, full: true });
        self.taken[index] = true;
    }

    /// Names of one word: surnames of persons known, then leaders whose state the story names.
    pub(super) fn read_surnames(&mut self) {
        for index in 0..self.units.names.len() {
            let name = self.units.names[index];
            if self.taken[index] || self.runs_on(&name) {
                continue;
            }
            let words = People::name_words(self.document, name.first, name.last);
            let Some(&word) = words.first() else { continue };
            // "Ben-Gvir" is one word of two parts
            let found = self.people.find(&words, name.gender());
            let found = self.mostly_called(&name).or_else(|| found.and_then(|person| self.named_before(person, index)));
            if let Some(person) = found {
                self.again(person, &name, index, false);
            } else if let Some(person) = self.sheikh(&name, word) {
                self.again(person, &name, index, false);
            } else if let Some(leader) = self.leader_by_surname(word, &name).filter(|_| words.len() == 1) {
                let person = self.leader(leader, name.flags);
                let holder = &self.people.list[person];
                let (entity, state, title) = (holder.entity.clone(), holder.state.clone(), holder.title.clone());
                let first = name.honorific.unwrap_or(name.first);
                let (kind, rule) = listed_as(leader);
                self.push(kind, entity, first, name.last, state, title, rule);
                self.people.namings.push(Naming { first, last: name.last, person, full: false });
                self.taken[index] = true;
            } else if name.flags & (HONORIFIC | HONORIFIC_M | HONORIFIC_F) != 0 {
                let text = self.document.span(name.first, name.last).of(self.document.text).to_owned();
                let person = self.people.add(Person {
                    entity: entity_of("person", None, &text),
                    name: text,
                    words,
                    gender: name.gender(),
                    ..Person::default()
                });
                let first = name.honorific.unwrap_or(name.first);
                self.people.namings.push(Naming { first, last: name.last, person, full: true });
                self.taken[index] = true;
            }
        }
    }

    /// "Stone" in a story about one Stone that names another in passing: whom the surname alone meant twice before.
    fn mostly_called(&self, name: &Name) -> Option<usize> {
        let surname = self.document.tokens[name.last].hash;
        let mut bearers = self.people.bearing(surname).peekable();
        let first = *bearers.peek()?;
        if name.words != 1 || self.people.bearing(surname).all(|p| p == first) {
            return None;
        }
        let fits = |p: &usize| {
            let gender = (self.people.list[*p].gender, name.gender());
            gender.0 == gender.1 || gender.0 == Gender::Unknown || gender.1 == Gender::Unknown
        };
        let times = |p: usize| {
            let alone = |n: &&Naming| n.person == p && !n.full && n.first < name.first;
            self.people.namings.iter().filter(alone).count()
        };
        bearers.filter(fits).map(|p| (times(p), p)).max().filter(|(times, _)| *times > 1).map(|(_, p)| p)
    }

    /// "Cuomo" after "Mario Cuomo", before the story comes to "Andrew Cuomo": the one named last in full, and not
    /// the one found.
    fn named_before(&self, found: usize, index: usize) -> Option<usize> {
        let surname = self.document.tokens[self.units.names[index].last].hash;
        let before = &self.units.names[index.saturating_sub(200)..index];
        let bearer = before.iter().rev().find(|n| n.words >= 2 && self.document.tokens[n.last].hash == surname);
        let Some(bearer) = bearer else { return Some(found) };
        let other = !self.people.list[found].words.contains(&self.document.tokens[bearer.first].hash);
        // the story's namings are gone through only where two share a name
        let named = || self.people.namings.iter().any(|n| n.person == found && n.first < self.units.names[index].first);
        if !other || named() {
            return Some(found);
        }
        self.people.find(&People::name_words(self.document, bearer.first, bearer.last), bearer.gender())
    }

    /// "Sheikh Tamim" after "Emir Sheikh Tamim bin Hamad": known by the given name.
    fn sheikh(&self, name: &Name, given: u64) -> Option<usize> {
        let honorific = self.document.word(name.honorific?);
        let known = |p: &Person| p.is_official() && p.words.first() == Some(&given);
        matches!(honorific, "Sheikh" | "Sheik" | "Shaikh").then(|| self.people.list.iter().rposition(known))?
    }

    /// A later mention of a person.
    fn again(&mut self, person: usize, name: &Name, index: usize, full: bool) {
        let record = &mut self.people.list[person];
        if record.gender == Gender::Unknown {
            record.gender = name.gender();
        }
        let first = name.honorific.unwrap_or(name.first);
        if record.is_official() {
            let record = record.clone();
            self.push(record.kind, record.entity, first, name.last, record.state, record.title, "official.resolved");
        }
        self.people.namings.push(Naming { first, last: name.last, person, full });
        self.taken[index] = true;
    }

    /// Whether a name is only a piece of a longer chain ("Bush Foundation", "Bank of Clinton").
    fn runs_on(&self, name: &Name) -> bool {
        let document = self.document;
        let tokens = &document.tokens;
        let block = tokens[name.first].block;
        let next = tokens.get(name.last + 1).filter(|t| t.block == block);
        let glued = next.is_some_and(|t| {
            t.glued && (t.is_word() && t.hash != self.units.marks.s || t.hash == self.units.marks.hyphen)
        });
        let thing = next.is_some_and(|t| {
            t.kind == Kind::Capital
                && !t.glued
                && word(t.hash) & (NOT_NAME | PRIVATE | ORGAN) != 0
                && document.word(name.last + 1).len() > 5
                && !lexicon::has(Some(t), Class::Weekday)
        });
        let before = name.honorific.unwrap_or(name.first).checked_sub(1).and_then(|b| tokens.get(b));
        let after_hyphen = before.is_some_and(|t| t.hash == self.units.marks.hyphen && tokens[name.first].glued);
        glued || thing || after_hyphen
    }

    /// "Republican nominee X": the story says that X holds no office yet.
    fn runs_for_office(&self, name: &Name) -> bool {
        let document = self.document;
        let before = name.honorific.unwrap_or(name.first).checked_sub(1).map_or("", |b| document.word(b));
        let runs = |word: &str| {
            matches!(
                word,
                "nominee" | "candidate" | "hopeful" | "contender" | "front-runner" | "frontrunner" | "president-elect"
            )
        };
        // "X, the presumptive nominee,", "the X campaign", "X's campaign"
        let mut after = name.last + 1;
        let told = document.is(after, ",")
            && (after + 1..after + 6)
                .take_while(|&t| document.tokens.get(t).is_some_and(|t| t.is_word()))
                .any(|t| runs(document.word(t)));
        if document.is(after, "'s") {
            after += 1;
        }
        runs(before)
            || told
            || document.is(after, "campaign")
            || document.is(after + 1, "campaign") && document.is(after, "presidential")
    }

    fn leader_by_surname(&self, surname: u64, name: &Name) -> Option<&'static Leader> {
        if name.flags & (GIVEN_M | GIVEN_F) != 0 || self.running.contains(&surname) {
            return None;
        }
        let mut present = leaders::by_surname(surname).filter(|l| self.present.contains(&l.entity));
        let first = present.next()?;
        present.all(|l| l.name == first.name).then_some(first)
    }

    /// Whether a full name of the list means its holder: one of other days only in a story about the state.
    fn is_listed(&self, leader: &Leader, surname: u64) -> bool {
        !self.running.contains(&surname) && (!leader.is_former() || self.present.contains(&leader.entity))
    }

    fn leader(&mut self, leader: &'static Leader, flags: Flags) -> usize {
        let entity = entity_of("person", None, leader.name);
        if let Some(known) = self.people.by_entity(&entity) {
            return known;
        }
        self.people.add(Person {
            name: leader.name.to_owned(),
            words: leader.words.clone(),
            description: Description::Official,
            entity,
            state: Some(leader.entity.to_owned()),
            title: Some(leader.title.to_owned()),
            kind: listed_as(leader).0,
            gender: people::gender_of(flags | leader.given()),
            own: false,
        })
    }

    /// What the words around a name say of a person who holds no office; None if it may be no person.
    fn describe(&self, name: &Name) -> Option<Description> {
        let document = self.document;
        let block = document.tokens[name.first].block;
        let marks = &self.units.marks;
        let mut found = None;
        let mut look = |token: usize| {
            let classes = lexicon::classes(document.tokens.get(token).map_or(0, |t| t.hash));
            let described = [
                (Class::ExpertNoun, Description::Expert),
                (Class::Kinship, Description::Relative),
                (Class::WitnessNoun, Description::Witness),
                (Class::ExecutiveNoun, Description::Executive),
                (Class::PersonNoun, Description::Person),
                (Class::OfficialNoun, Description::Person),
            ];
            if let Some((_, d)) = described.iter().find(|(class, _)| classes & class.bit() != 0) {
                found = found.or(Some(*d));
            }
        };
        let start = name.honorific.unwrap_or(name.first);
        let next = document.tokens.get(name.last + 1).filter(|t| t.block == block);
        if next.is_some_and(|t| [marks.comma, marks.dash, marks.open, marks.ndash].contains(&t.hash)) {
            let stops = [marks.comma, marks.stop, marks.close, marks.dash, marks.of, marks.at];
            for token in name.last + 2..name.last + 9 {
                if document.tokens.get(token).is_none_or(|t| t.block != block || stops.contains(&t.hash)) {
                    break;
                }
                look(token);
            }
        }
        if let Some(mut before) = start.checked_sub(1)
            && document.tokens[before].block == block
        {
            if document.tokens[before].hash == marks.comma && before > 0 {
                before -= 1;
            }
            look(before);
        }
        if found.is_some() {
            return found;
        }
        let speaks = |token: Option<usize>| {
            token.is_some_and(|t| {
                matches!(
                    document.word(t),
                    "said" | "says" | "told" | "added" | "who" | "wrote" | "asked" | "whose" | "tweeted"
                )
            })
        };
        let age = next.is_some_and(|t| t.hash == marks.comma)
            && document.tokens.get(name.last + 2).is_some_and(|t| t.kind == Kind::Number);
        // "Wambui Njeri opened her first shop": who owns something of theirs
        let owns = || {
            let opens = document.sentences.get(document.sentence_of(start)).filter(|s| s.start == start);
            opens.is_some_and(|s| {
                document.tag(name.last + 1).is_finite()
                    && (name.last + 2..s.end.min(name.last + 9))
                        .any(|t| document.any(t, words!("his" "her" "himself" "herself")))
            })
        };
        let evidence = name.flags & (GIVEN_M | GIVEN_F | HONORIFIC | HONORIFIC_M | HONORIFIC_F) != 0
            || speaks(Some(name.last + 1))
            || speaks(start.checked_sub(1))
            || age
            || owns();
        evidence.then_some(Description::Person)
    }

    /// "he" and "she" outside quotations, in order, so that one resolved pronoun serves the next.
    pub(super) fn read_pronouns(&mut self) {
        // those before the token are in place, so that each pronoun is resolved among them
        let mut ahead = std::mem::take(&mut self.people.namings).into_iter().peekable();
        for token in 0..self.document.tokens.len() {
            while let Some(naming) = ahead.next_if(|n| n.first <= token) {
                self.people.namings.push(naming);
            }
            let Some(wanted) = people::pronoun_gender(self.document.tokens[token].hash) else { continue };
            if self.document.tokens[token].quote != 0 || self.people.person_at(token).is_some() {
                continue;
            }
            let Some(person) = self.people.resolve_pronoun(self.document, token) else { continue };
            let record = &mut self.people.list[person];
            if record.gender == Gender::Unknown {
                record.gender = wanted;
            }
            self.people.namings.push(Naming { first: token, last: token, person, full: false });
            let subject = self.document.is(token, "he") || self.document.is(token, "she");
            if subject && self.people.list[person].is_official() {
                let record = self.people.list[person].clone();
                self.push(record.kind, record.entity, token, token, record.state, record.title, "official.resolved");
            }
        }
        self.people.namings.extend(ahead);
    }
}

/// Kind and rule of a mention that the list of leaders tells.
fn listed_as(leader: &Leader) -> (&'static str, &'static str) {
    if leader.is_former() { ("former", "official.former-leader") } else { ("named", "official.leader") }
}
