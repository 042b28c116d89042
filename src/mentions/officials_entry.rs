//! Entering the holders of offices: one record a person, with title, state and everyone else who shares the
//! title. Who holds an office was decided by the holders.

use super::officials::{Link, Officials, entity_of};
use super::officials_titles::Title;
use super::officials_units::{Name, Unit};
use super::people::{self, Description, Naming, People, Person};
use crate::lexicon::offices::{self, *};
use crate::text::{Kind, Words};
use crate::words;

/// American states as the agencies shorten them.
const STATES_IN_SHORT: &Words = words!("ala." "ariz." "ark." "calif." "colo." "conn." "del." "fla." "ga." "ill." "ind." "kan." "ky." "la." "md." "mass."
    "mich." "minn." "miss." "mo." "mont." "neb." "nev." "n.h." "n.j." "n.m." "n.y." "n.c." "n.d." "okla." "ore." "pa." "r.i." "s.c." "s.d." "tenn."
    "tex." "vt." "va." "wash." "w.va." "wis." "wyo.");

impl Officials<'_, '_> {
    /// "Three senators (X, Y and Z)", "two ministers: X and Y"; whether any stand there.
    pub(super) fn listed_holders(&mut self, title: &Title) -> bool {
        let marks = &self.units.marks;
        let end = self.units.list[title.end].last;
        let opens = [marks.colon, marks.open, marks.dash, marks.ndash, marks.dashes, marks.hyphen];
        let after = self.document.tokens.get(end + 1);
        let (and, comma) = (marks.and, marks.comma);
        if !after.is_some_and(|t| {
            t.block == self.document.tokens[end].block && !t.glued | (t.hash == marks.colon) && opens.contains(&t.hash)
        }) {
            return false;
        }
        let Some(first) = self.units.name_at(end + 2).filter(|&n| self.units.names[n].words >= 2) else { return false };
        let next = self.document.tokens.get(self.units.names[first].last + 1).map(|t| t.hash);
        if next != Some(and) && next != Some(comma) {
            return false;
        }
        self.hold(title, first, Link::Member);
        self.further_holders(title, first);
        true
    }

    /// "Presidents X and Y", "Senators X, Y and Z"
    pub(super) fn further_holders(&mut self, title: &Title, name: usize) {
        let (and, comma) = (self.units.marks.and, self.units.marks.comma);
        let mut last = self.units.names[name].last;
        for _ in 0..4 {
            let mut title = *title;
            // "ministers X of Angola and Y of Norway": each is of a state of his own
            last = self.over_party(self.home_after(last).map_or(last, |home| home.last));
            let mut at = last + 1;
            while self.document.tokens.get(at).is_some_and(|t| t.hash == and || t.hash == comma) {
                at += 1;
            }
            if at == last + 1 {
                return;
            }
            let Some(next) = self.units.name_at(at) else { return };
            let found = self.units.names[next];
            let (first, end) = (self.units.list[title.start].first, self.units.list[title.end].last);
            let words = self.words(first, end);
            title.state = self.home_after(found.last).map(|home| home.state as usize - 1).or(title.state);
            let kind = self.kind_of(&title);
            let person = self.enter(&found, &title, &words, kind);
            let (state, entity) = (self.people.list[person].state.clone(), self.people.list[person].entity.clone());
            self.push(kind, entity, found.first, found.last, state, Some(words), "official.title-name");
            self.people.namings.push(Naming { first: found.first, last: found.last, person, full: true });
            self.taken[next] = true;
            last = found.last;
        }
    }

    /// "A, Republican of Iowa, and B", "A (R-Iowa) and B": the last token of what tells party and home.
    fn over_party(&self, last: usize) -> usize {
        let d = self.document;
        let opens = d.is(last + 1, "(") && d.is(last + 3, "-");
        let aside = d.is(last + 1, ",")
            && d.any(last + 2, words!("republican" "democrat" "independent" "labour" "conservative"));
        let close = (last + 2..last + 9).find(|&t| d.is(t, if opens { ")" } else { "," }));
        match close {
            Some(close) if opens => close,
            Some(close) if aside => close - 1,
            _ => last,
        }
    }

    /// The state that "of" names right after a token.
    fn home_after(&self, token: usize) -> Option<&Unit> {
        let unit = *self.units.of_token.get(token + 2)?;
        self.units.get(unit as usize).filter(|u| u.is_state() && self.document.is(token + 1, "of"))
    }

    /// The person of this name, new or known, with the office entered.
    pub(super) fn enter(&mut self, name: &Name, title: &Title, office: &str, kind: &'static str) -> usize {
        let words = People::name_words(self.document, name.first, name.last);
        let head = self.units.list[title.head];
        let gender = match people::gender_of(head.flags | word(self.document.tokens[head.last].hash)) {
            people::Gender::Unknown => name.gender(),
            told => told,
        };
        // "Dilnoza Rasulova": many names of families tell it too
        let gender =
            if gender == people::Gender::Unknown { family_gender(self.document.word(name.last)) } else { gender };
        let explicit = title.fixed.map(str::to_owned).or_else(|| self.state_code(title.state));
        let royal = |p: &Person| {
            let title = p.title.as_deref().and_then(|t| t.rsplit(' ').next());
            title.is_some_and(|t| offices::word(crate::text::hash_word(t)) & MONARCH != 0)
        };
        // "Prince Mohammed" after "Crown Prince Mohammed bin Salman"
        let by_given_name = || match words[..] {
            [given] if head.has(MONARCH) => {
                self.people.list.iter().rposition(|p| p.words.first() == Some(&given) && royal(p))
            }
            _ => None,
        };
        let person = match self.people.find(&words, gender).or_else(by_given_name) {
            Some(known) => known,
            None => {
                let text = self.document.span(name.first, name.last).of(self.document.text);
                self.people.add(Person {
                    name: text.to_owned(),
                    entity: entity_of("person", None, text),
                    words: words.clone(),
                    ..Person::default()
                })
            }
        };
        let leader = crate::lexicon::leaders::by_name(&words).or_else(|| {
            // "the late King Abdullah" is not the one who reigns
            if title.former {
                return None;
            }
            let mut known = words.last().into_iter().flat_map(|w| crate::lexicon::leaders::by_surname(*w));
            let serves = |l: &crate::lexicon::leaders::Leader| match explicit.as_deref() {
                Some(state) => state == l.entity,
                None => !l.is_former() || self.present.contains(&l.entity),
            };
            let named = words.len() == 1;
            known.find(|l| named && serves(l) && office.ends_with(l.title.rsplit(' ').next().unwrap_or("?")))
        });
        let fallback = leader.map(|l| l.entity.to_owned()).or_else(|| self.implied_state(name.first, name.last));
        if self.people.list[person].words.len() < 2 && words.len() > self.people.list[person].words.len() {
            let name = self.document.span(name.first, name.last).of(self.document.text).to_owned();
            self.people.rename(person, name, words);
        }
        if let Some(leader) = leader.filter(|_| self.people.list[person].words.len() < 2) {
            self.people.rename(person, leader.name.to_owned(), leader.words.clone());
        }
        let record = &mut self.people.list[person];
        if record.gender == people::Gender::Unknown {
            let given = leader.map_or(0, |l| l.given());
            record.gender = if gender == people::Gender::Unknown { people::gender_of(given) } else { gender };
        }
        record.state = record.state.take().or(explicit).or(fallback);
        if record.title.is_none() {
            record.title = Some(office.to_owned());
        }
        if !record.is_official() {
            record.kind = kind;
            record.description = if kind == "spokesperson" { Description::Spokesperson } else { Description::Official };
        }
        // "chancellor of the exchequer" comes again as "the chancellor"
        let of = (head.first..head.last).find(|&t| self.document.is(t, "of"));
        let last = of.map_or(head.last, |of| of.saturating_sub(1).max(head.first));
        let hash = super::officials_holders::spelt_out(self.document.word(last));
        self.heads.push((person, hash.unwrap_or(self.document.tokens[last].hash)));
        person
    }

    /// "X (R-Ohio)", "X, D-Maine,", "X (Vt.)": a member of the American Congress.
    pub(super) fn has_party(&self, last: usize) -> bool {
        let document = self.document;
        let party = matches!(document.word(last + 2), "R" | "D" | "I")
            && (document.is(last + 3, "-") || document.is(last + 3, ")"));
        let home = document.is(last + 1, "(") && document.is(last + 3, ")") && document.any(last + 2, STATES_IN_SHORT);
        matches!(document.word(last + 1), "(" | ",") && party || home
    }

    /// The state of an office that names none: "(R-Ohio)" after the name, or the state of the same noun
    /// before ("The delegation, led by minister X", after "a North Korean delegation").
    pub(super) fn implied_state(&self, first: usize, last: usize) -> Option<String> {
        let document = self.document;
        if self.has_party(last) {
            return Some("USA".to_owned());
        }
        // "Gov. X of Minnesota", "Senator X, of Ohio"
        let of = last + if document.is(last + 1, ",") { 2 } else { 1 };
        if document.is(of, "of") || document.is(of, "from") {
            let home = self.units.of_token.get(of + 1).and_then(|u| self.units.get(*u as usize));
            let home = home.filter(|u| u.first == of + 1 && u.is_capital());
            if let Some(code) = home.filter(|u| u.has(REGION)).and_then(|u| u.fixed) {
                return Some(code.to_owned());
            }
            // "Queen X of Denmark"
            if let Some(state) = home.filter(|u| u.is_state() && of == last + 1).map(|u| u.state as usize - 1) {
                return self.state_code(Some(state));
            }
        }
        if let Some(state) = self.ruled_by(first) {
            return self.state_code(Some(state));
        }
        let sentence = document.sentences.get(document.sentence_of(first))?;
        (sentence.start..first).rev().find_map(|t| {
            if !document.is(t, "the") {
                return None;
            }
            let noun = document.tokens.get(t + 1).filter(|n| n.kind == Kind::Lower)?.hash;
            self.states.iter().rev().take(80).filter(|s| s.tokens.1 < t && s.kind == "demonym").find_map(|s| {
                let near =
                    (s.tokens.1 + 1..s.tokens.1 + 4).any(|n| document.tokens.get(n).is_some_and(|n| n.hash == noun));
                near.then(|| s.entity.clone())
            })
        })
    }
}

impl Officials<'_, '_> {
    /// "Chad's de facto ruler, General X": the state whose he is, a short phrase before the comma.
    fn ruled_by(&self, name: usize) -> Option<usize> {
        let document = self.document;
        // over the title before the name
        let comma = (name.saturating_sub(5)..name).rev().find(|&t| document.is(t, ","))?;
        let title = (comma + 1..name).all(|t| document.tokens[t].is_capital());
        let rulers = words!("ruler" "leader" "strongman" "chief" "head");
        let ruler = comma.checked_sub(1).filter(|&t| title && document.any(t, rulers))?;
        let lower = |t: &usize| document.tokens[*t].kind == Kind::Lower && !document.is(*t, "'s");
        let owner = (ruler.saturating_sub(5)..ruler).rev().find(|t| !lower(t))?;
        let state = document.is(owner, "'s").then(|| owner.checked_sub(1))??;
        let unit = self.units.get(*self.units.of_token.get(state)? as usize)?;
        unit.is_state().then(|| unit.state as usize - 1)
    }
}

/// What the ending of a family name tells in Slavic and Turkic languages and in Icelandic.
fn family_gender(name: &str) -> people::Gender {
    let ends = |list: &[&str]| list.iter().any(|end| name.len() > end.len() + 2 && name.ends_with(end));
    if ends(&["ova", "eva", "skaya", "ska", "dottir", "dóttir", "qizi", "kyzy"]) {
        people::Gender::Female
    } else if ends(&["ov", "ev", "sky", "skiy", "ski", "sson", "oglu", "ogly", "uulu"]) {
        people::Gender::Male
    } else {
        people::Gender::Unknown
    }
}
