//! Who holds an office: the name after it, before it, or none. Decides by neighbourhood and marks;
//! whether the office is public was decided by the titles.

use super::officials::{Link, Officials, entity_of};
use super::officials_bodies::is_verbal_ending;
use super::officials_titles::{Determiner, Title, Titles};
use super::people::{self, Description, Naming, Person};
use crate::lexicon::offices::*;
use crate::text::{Kind, Tag, Words};
use crate::words;

/// What is done to a person who comes into office; a nominee is not there yet.
const APPOINTED: &[&str] = &[
    "appointed",
    "reappointed",
    "elected",
    "reelected",
    "re-elected",
    "named",
    "chosen",
    "sworn",
    "installed",
    "inaugurated",
    "confirmed",
    "appoints",
    "appointing",
    "naming",
    "names",
];

/// Offices that only public life has, marked in the plural too.
const SEVERAL: &Words = words!("prosecutors" "mayors" "senators" "lawmakers" "legislators" "councillors" "councilors" "magistrates"
    "congressmen" "parliamentarians" "mps");

impl Officials<'_, '_> {
    /// Who holds an office, and how the two are linked; never a firm, which ends in "Limited" and the like.
    pub(super) fn holder(&self, title: &Title) -> Option<(usize, Link)> {
        let firms = words!("limited" "ltd" "plc" "inc" "corp" "llc" "company" "bank" "holdings" "gmbh");
        self.bearer(title).filter(|&(name, _)| !self.document.any(self.units.names[name].last, firms))
    }

    fn bearer(&self, title: &Title) -> Option<(usize, Link)> {
        let units = &self.units;
        let document = self.document;
        let marks = &units.marks;
        let end = units.get(title.end)?.last;
        let block = document.tokens[end].block;
        let here = |token: usize| document.tokens.get(token).is_some_and(|t| t.block == block);
        if here(end + 1)
            && !document.tokens[end + 1].glued
            && let Some(name) = units.name_at(end + 1)
            && (title.capital
                || units.names[name].words >= 2
                || units.names[name].honorific.is_some()
                || title.flags & (RANK | SPOKES) != 0)
        {
            // "King Edward Street"
            let thing = title.flags & MONARCH != 0 && word(document.tokens[units.names[name].last].hash) & THING != 0;
            return (!thing && !self.names_a_thing(name)).then_some((name, Link::Direct));
        }
        // "junta leader Gen. X", "judge Mr Justice X": another office stands between
        if here(end + 1)
            && let Some(between) = units.of_token.get(end + 1).and_then(|u| units.get(*u as usize))
            && between.has(RANK)
            && between.is_capital()
            && between.first == end + 1
            && title.flags & RANK == 0
            && let Some(name) = units.name_at(between.last + 1)
        {
            return (!self.names_a_thing(name)).then_some((name, Link::Direct));
        }
        if title.plural || title.flags & RANK != 0 {
            return None;
        }
        if let Some(name) = self.shared_holder(title) {
            return Some((name, Link::Direct));
        }
        // "X, the minister," and "X (minister)": a name, a comma, the title, and an end
        let after = document.tokens.get(end + 1).filter(|t| t.block == block).map(|t| t.hash);
        let left = units.get(title.left)?.first;
        let closes = after.is_none_or(|h| {
            [
                marks.comma,
                marks.stop,
                marks.close,
                marks.semicolon,
                marks.who,
                marks.dash,
                marks.ndash,
                marks.dashes,
                marks.colon,
                marks.in_,
                marks.open,
                marks.for_,
                marks.at,
                marks.to,
                marks.from,
            ]
            .contains(&h)
        }) || here(end + 1) && document.tag(end + 1).is_finite();
        let before = left.checked_sub(1).filter(|&b| here(b)).map(|b| document.tokens[b].hash);
        let apart = [marks.comma, marks.open, marks.dash, marks.ndash, marks.dashes];
        if let Some(mark) = before
            && left >= 2
            && here(left - 2)
        {
            if apart.contains(&mark)
                && closes
                && let Some(name) = units.name_ending(left - 2)
                && (units.names[name].words >= 2 || units.names[name].honorific.is_some() || self.stands_in_full(name))
                && !self.taken_by_other(name)
            {
                return Some((name, Link::Appositive));
            }
            if let Some(name) = self.copula(left) {
                return Some((name, Link::Copula));
            }
        }
        if let Some(name) = self.after_comma(title, end) {
            return Some((name, Link::Comma));
        }
        self.named_after_comma(title, end).map(|name| (name, Link::Appositive))
    }

    /// "Prince Edward Island", "President Ford Library": the name is a piece of a thing's.
    fn names_a_thing(&self, name: usize) -> bool {
        let last = self.units.names[name].last;
        let tokens = &self.document.tokens;
        // "Queen Anne's County"
        let owner = usize::from(self.document.is(last + 1, "'s"));
        tokens
            .get(last + 1 + owner)
            .is_some_and(|t| t.block == tokens[last].block && t.is_capital() && !t.glued && word(t.hash) & THING != 0)
    }

    /// "Deputy Premier and Farmers' Union leader X": the name stands behind the second of two offices.
    fn shared_holder(&self, title: &Title) -> Option<usize> {
        let units = &self.units;
        let joined = title.capital
            && matches!(title.determiner, Determiner::None | Determiner::Possessive)
            && units.hash(self.document, title.end + 1) == units.marks.and;
        if !joined {
            return None;
        }
        let office = (title.end + 2..title.end + 8)
            .take_while(|&u| {
                let mark = [units.marks.s, units.marks.apostrophe].contains(&units.hash(self.document, u));
                mark || units.get(u).is_some_and(|u| u.is_capital() || u.has(OFFICE | FIELD | FORMER))
            })
            .find(|&u| units.get(u).is_some_and(|u| u.has(OFFICE)))?;
        let titles = Titles { document: self.document, units, states: self.states };
        let second = titles.title(office)?;
        let name = units.name_at(units.get(second.end)?.last + 1)?;
        let same_phrase = !matches!(second.determiner, Determiner::The | Determiner::A) && !self.names_a_thing(name);
        (same_phrase && (second.capital || units.names[name].words >= 2)).then_some(name)
    }

    /// Whether the story has a fuller form of a name of one word.
    fn stands_in_full(&self, name: usize) -> bool {
        let names = &self.units.names;
        let surname = self.document.tokens[names[name].last].hash;
        let near = &names[name.saturating_sub(300)..(name + 300).min(names.len())];
        near.iter().any(|n| n.words >= 2 && self.document.tokens[n.last].hash == surname)
    }

    /// "X is the minister", "X, who serves as minister", "X was elected president", "appointed X as
    /// minister": the name before.
    fn copula(&self, left: usize) -> Option<usize> {
        let document = self.document;
        let verb = |t: usize| matches!(document.word(t), "is" | "was" | "became" | "remains" | "heads" | "leads");
        let mut at = left.checked_sub(1)?;
        let as_ = document.is(at, "as");
        if as_ {
            at = at.checked_sub(1)?;
        }
        if let Some(name) = self.units.name_ending(at).filter(|&n| self.is_appointed(n, as_)) {
            return Some(name);
        }
        if document.is(at, "in") && at > 0 && document.is(at - 1, "sworn") {
            at -= 1;
        }
        let mut before = at.checked_sub(1)?;
        if as_ && matches!(document.word(at), "serves" | "served" | "acts" | "acted") {
            // the subject stands before
        } else if APPOINTED.contains(&document.word(at)) {
            let aux = |t: usize| matches!(document.word(t), "is" | "was" | "were" | "been" | "being");
            before = if aux(before) {
                let been = !document.is(before, "was") && !document.is(before, "is");
                let has = before.checked_sub(1).filter(|&h| matches!(document.word(h), "has" | "had" | "have"));
                has.filter(|_| been).unwrap_or(before).checked_sub(1)?
            } else {
                return None;
            };
        } else if as_ || !verb(at) {
            return None;
        }
        if document.is(before, "who") {
            before = before.checked_sub(1)?;
            if document.is(before, ",") {
                before = before.checked_sub(1)?;
            }
        }
        let name = self.units.name_ending(before)?;
        (self.units.names[name].words >= 2 || self.stands_in_full(name)).then_some(name)
    }

    /// "appointed X as minister", "named X minister", "with X as minister".
    fn is_appointed(&self, name: usize, as_: bool) -> bool {
        let found = &self.units.names[name];
        let document = self.document;
        let Some(before) = found.honorific.unwrap_or(found.first).checked_sub(1) else { return false };
        let full = found.words >= 2 || found.honorific.is_some();
        let sentence = document.sentences.get(document.sentence_of(before)).map_or(0, |s| s.start);
        full && (APPOINTED.contains(&document.word(before))
            || as_
                && (document.is(before, "with")
                    || (before.saturating_sub(16).max(sentence)..before)
                        .any(|t| APPOINTED.contains(&document.word(t)))))
    }

    fn taken_by_other(&self, name: usize) -> bool {
        self.taken.get(name).copied().unwrap_or(true)
            && !self.people.person_at(self.units.names[name].first).is_none_or(|p| self.people.list[p].is_official())
    }

    /// An office without a name: its holder, once named in this story, or a role of its own.
    pub(super) fn role(&mut self, title: &Title) {
        // "the foreign ministers of Egypt and Iraq", "EU finance ministers", "prosecutors"; not "ministers", "officials"
        let of_states = title.determiner == Determiner::The && title.end > title.head
            || self.units.list[title.start].first < self.units.list[title.head].last
                && self.document.is(self.units.list[title.head].last, "ministers");
        // "federal judges", but those of a contest
        let head = &self.units.list[title.head];
        let court = (title.start < title.head || head.first < head.last) && self.document.is(head.last, "judges");
        let several = self.document.any(self.units.list[title.head].last, SEVERAL)
            || court
            || of_states && title.state.is_some() && title.flags & HEAD != 0;
        if title.flags & RANK != 0 || title.plural && !several {
            return;
        }
        let (first, last) = (self.units.list[title.start].first, self.units.list[title.end].last);
        // "the Ottawa Senators": a team
        let sentence = self.document.sentences.get(self.document.sentence_of(first)).map_or(0, |s| s.start);
        if title.plural && title.capital && first > sentence && title.state.is_none() {
            return;
        }
        // "Princess X Hospital" is no princess
        if title.capital && self.units.name_at(last + 1).is_some_and(|n| self.names_a_thing(n)) {
            return;
        }
        // "in The Mayor of Casterbridge": a capital article inside a sentence opens the name of a work
        let article = first.checked_sub(1).filter(|&t| self.document.word(t) == "The");
        let work = article.filter(|_| title.capital && title.end > title.head).and_then(|t| t.checked_sub(1));
        if work.is_some_and(|t| self.document.tokens[t].kind == Kind::Lower) {
            return;
        }
        if self.refer(title) || !self.stands_alone(title, last) {
            return;
        }
        let words = self.words(first, last);
        let state = title.fixed.map(str::to_owned).or_else(|| self.state_code(title.state));
        let entity = entity_of("office", state.as_deref(), &words);
        let (kind, rule, description) = match title.flags & SPOKES != 0 {
            true => ("spokesperson", "official.spokesperson", Description::Spokesperson),
            false if title.former => ("former", "official.role", Description::Official),
            false => ("role", "official.role", Description::Official),
        };
        self.push(kind, entity.clone(), first, last, state.clone(), Some(words.clone()), rule);
        if title.plural {
            return;
        }
        let known = self.people.by_entity(&entity).filter(|_| title.determiner != Determiner::A);
        let person = known.unwrap_or_else(|| {
            let gender = people::gender_of(title.flags | word(self.document.tokens[last].hash));
            self.people.add(Person {
                description,
                entity,
                state,
                title: Some(words),
                kind,
                gender,
                ..Person::default()
            })
        });
        self.people.namings.push(Naming { first, last, person, full: known.is_none() });
    }

    /// "the minister" after "Foreign Minister X": marks the office as a later mention of its holder.
    pub(super) fn refer(&mut self, title: &Title) -> bool {
        if title.determiner != Determiner::The || title.state.is_some() || title.end != title.head || title.plural {
            return false;
        }
        let (first, last) = (self.units.list[title.start].first, self.units.list[title.end].last);
        let hash = spelt_out(self.document.word(last)).unwrap_or(self.document.tokens[last].hash);
        // "the former president" is not the one in office, nor "the president" one who was
        let fits = |p: usize| (self.people.list[p].kind == "former") == title.former;
        let mut held = self.heads.iter().rev().take(200).filter(|(p, h)| *h == hash && fits(*p)).map(|(p, _)| *p);
        let Some(person) = held.next().filter(|&p| !title.former || held.all(|other| other == p)) else { return false };
        let holder = self.people.list[person].clone();
        let words = self.words(first, last);
        // "the foreign minister" is not the defence minister of before
        let known = holder.title.as_deref().unwrap_or("");
        let other = first != last && !words.split(' ').all(|w| known.contains(w));
        let crowned = title.flags & MONARCH != 0 && title.capital;
        if other || !crowned && !self.stands_alone(title, last) {
            return false;
        }
        self.push(holder.kind, holder.entity, first, last, holder.state, holder.title, "official.resolved");
        self.people.namings.push(Naming { first, last, person, full: false });
        true
    }

    /// "the district attorney and sheriff": an office joined to one with an article.
    fn is_second_office(&self, title: &Title) -> bool {
        let units = &self.units;
        let Some(before) = title.left.checked_sub(2) else { return false };
        let joined = [units.marks.and, units.marks.or].contains(&units.hash(self.document, before + 1));
        let noun = units.list[before];
        let article = noun.first.checked_sub(1).is_some_and(|t| self.document.any(t, words!("the" "a" "an")));
        joined && noun.has(HEAD) && !noun.has(PLURAL) && article
    }

    /// Whether an office without a name means its holder: "the minister said", not "minister post",
    /// "elected president", "as prime minister".
    fn stands_alone(&self, title: &Title, last: usize) -> bool {
        let document = self.document;
        let units = &self.units;
        let first = units.list[title.left].first;
        if let Some(next) = units.get(title.end + 1)
            && let Some(token) = document.tokens.get(next.first)
            && token.block == document.tokens[last].block
        {
            let hash = token.hash;
            if token.glued && next.kind != Kind::Punct && hash != units.marks.s
                || hash == units.marks.hyphen && token.glued
            {
                return false;
            }
            let tag = document.tag(next.first);
            let noun = next.kind == Kind::Lower
                && matches!(tag, Tag::Noun | Tag::NounPlural)
                && !is_verbal_ending(document.word(next.first));
            if next.kind == Kind::Lower && next.has(COMPOUND) && !tag.is_verb() || noun {
                return false;
            }
        }
        if title.flags & MONARCH != 0 {
            return title.fixed.is_some() || title.state.is_some();
        }
        let before = first.checked_sub(1).filter(|&b| document.tokens[b].block == document.tokens[last].block);
        let before = before.map_or("", |b| document.word(b));
        if matches!(
            before,
            "longer"
                | "next"
                | "potential"
                | "possible"
                | "future"
                | "every"
                | "any"
                | "each"
                | "no"
                | "another"
                | "would"
        ) {
            return false;
        }
        let becomes = matches!(
            before,
            "as" | "become"
                | "becomes"
                | "became"
                | "elected"
                | "appointed"
                | "named"
                | "of"
                | "being"
                | "be"
                | "for"
                | "nominated"
                | "sworn"
        );
        if title.determiner == Determiner::None && title.state.is_none() {
            return !becomes
                && (title.capital
                    || self.is_second_office(title)
                    || title.plural
                    || before.is_empty()
                    || document.sentence_of(last) != document.sentence_of(first.saturating_sub(1))
                    || title.start != title.head);
        }
        if title.determiner == Determiner::A {
            return !matches!(before, "become" | "becomes" | "became" | "as" | "being" | "be");
        }
        !(becomes && title.determiner == Determiner::None)
    }
}

/// The hash under which an abbreviated office is remembered: "Gen. X" may come again as "the general".
pub(super) fn spelt_out(word: &str) -> Option<u64> {
    let full = match word.trim_end_matches('.') {
        "Gen" => "general",
        "Col" => "colonel",
        "Adm" => "admiral",
        "Sen" => "senator",
        "Gov" => "governor",
        "Rep" => "congressman",
        "Capt" => "captain",
        "Sgt" => "sergeant",
        "Lt" => "lieutenant",
        "Cmdr" => "commander",
        "Pres" => "president",
        "Amb" => "ambassador",
        _ => return None,
    };
    Some(crate::text::hash_word(full))
}
