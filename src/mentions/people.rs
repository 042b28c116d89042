//! The people of a story: one record a person, every place where each is named, and which of them a
//! surname or a pronoun means. Knows names and sentences; who is an official is told to it.
//!
//! For those who come after: `People::person_at(token)` gives the person that a token names,
//! `People::resolve_pronoun(document, token)` the one a pronoun stands for. Both give an index into
//! `People::list`. A record without a name is a holder known only by office ("the foreign minister").

use std::collections::HashMap;

use crate::chunks;
use crate::lexicon::offices::{self, *};
use crate::lexicon::{WordMap, nicknames};
use crate::text::{Document, Kind, Words, hash_word};
use crate::words;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Gender {
    #[default]
    Unknown,
    Female,
    Male,
}

/// What a story says a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Description {
    #[default]
    Person,
    Official,
    Spokesperson,
    Expert,
    Executive,
    Relative,
    Witness,
}

/// A person of the story.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// The fullest form of the name, without title; empty for one known only by office.
    pub name: String,
    /// Hashes of the name's words, in order, particles left out.
    pub words: Vec<u64>,
    pub description: Description,
    /// `person:first-last`, or `office:…` without a name.
    pub entity: String,
    pub state: Option<String>,
    pub title: Option<String>,
    /// The kind of an official's mentions: `named`, `spokesperson`, `former`, `role`.
    pub kind: &'static str,
    pub gender: Gender,
    /// Known from the reader's own list: what that says needs no words around the name.
    pub own: bool,
}

impl Person {
    /// In office, or once in office, or speaking for a body in office.
    pub fn is_official(&self) -> bool {
        matches!(self.description, Description::Official | Description::Spokesperson)
    }
}

/// One place where a person is named: tokens first and last.
#[derive(Clone, Copy, Debug)]
pub struct Naming {
    pub first: usize,
    pub last: usize,
    pub person: usize,
    /// Full name, or title and name; false for a surname, office or pronoun that refers back.
    pub full: bool,
}

#[derive(Clone, Debug, Default)]
pub struct People {
    pub list: Vec<Person>,
    /// In reading order, not overlapping.
    pub namings: Vec<Naming>,
    /// Persons by every word of their names, and by entity.
    by_word: WordMap<Vec<usize>>,
    by_entity: HashMap<String, usize>,
}

/// Gender that an honorific, an office or a given name shows.
pub fn gender_of(flags: Flags) -> Gender {
    match (flags & (HONORIFIC_M | GIVEN_M) != 0, flags & (HONORIFIC_F | GIVEN_F) != 0) {
        _ if flags & HONORIFIC_M != 0 => Gender::Male,
        _ if flags & HONORIFIC_F != 0 => Gender::Female,
        (true, false) => Gender::Male,
        (false, true) => Gender::Female,
        _ => Gender::Unknown,
    }
}

impl People {
    /// The person that the token names, by any form.
    pub fn person_at(&self, token: usize) -> Option<usize> {
        let at = self.namings.partition_point(|n| n.last < token);
        self.namings.get(at).filter(|n| n.first <= token).map(|n| n.person)
    }

    /// Persons named in a token range, in order of mention.
    pub fn within(&self, first: usize, last: usize) -> impl Iterator<Item = &Naming> {
        let from = self.namings.partition_point(|n| n.last < first);
        self.namings[from..].iter().take_while(move |n| n.first <= last)
    }

    /// The words of a name that identify: capitalised, no particles, initials or suffixes.
    pub fn name_words(document: &Document, first: usize, last: usize) -> Vec<u64> {
        let significant = |&t: &usize| {
            let word = document.word(t);
            let suffix = matches!(word, "Jr." | "Sr." | "II" | "III" | "IV" | "Jr");
            let token = &document.tokens[t];
            token.is_word()
                && !suffix
                && word.len() > 1
                && !(word.len() == 2 && word.ends_with('.'))
                && !(token.kind == crate::text::Kind::Lower && offices::word(token.hash) & PARTICLE != 0)
                && !matches!(word, "al" | "Al" | "el" | "El" | "bin")
        };
        (first..=last).filter(significant).map(|t| document.tokens[t].hash).collect()
    }

    /// Whether the family name stands first ("Kim Jong Un", "Xi Jinping").
    pub fn family_first(words: &[u64]) -> bool {
        words.len() >= 2
            && words.first().is_some_and(|w| offices::word(*w) & FAMILY_FIRST != 0)
            && words.iter().skip(1).all(|w| offices::word(*w) & (GIVEN_M | GIVEN_F) == 0)
    }

    /// The person with this name, or one whose name it shortens or fills out, of a gender that fits.
    pub fn find(&self, words: &[u64], gender: Gender) -> Option<usize> {
        let same = |p: &Person| {
            let fits = gender == Gender::Unknown || p.gender == Gender::Unknown || p.gender == gender;
            if p.words.is_empty() || words.is_empty() || !fits {
                return false;
            }
            let (long, short) =
                if p.words.len() >= words.len() { (&p.words[..], words) } else { (words, &p.words[..]) };
            if short.len() == 1 {
                return Self::shortens(long, short[0]);
            }
            let mut at = long.iter();
            short.iter().all(|w| at.any(|l| nicknames::same(*l, *w)))
        };
        // of those that share a word, the last one entered; an official before others
        let mut best: Option<usize> = None;
        for &person in words.iter().filter_map(|w| self.by_word.get(w)).flatten() {
            let Some(record) = self.list.get(person).filter(|p| same(p)) else { continue };
            let rank = |p: &Person, at: usize| (p.is_official(), at);
            if best.is_none_or(|b| rank(&self.list[b], b) < rank(record, person)) {
                best = Some(person);
            }
        }
        best
    }

    /// The persons whose name of two words or more ends in this one.
    pub fn bearing(&self, surname: u64) -> impl Iterator<Item = usize> {
        let named = move |p: &usize| {
            let words = &self.list[*p].words;
            words.len() > 1 && words.last() == Some(&surname)
        };
        self.by_word.get(&surname).into_iter().flatten().copied().filter(named)
    }

    /// The person or holder listed under an entity.
    pub fn by_entity(&self, entity: &str) -> Option<usize> {
        self.by_entity.get(entity).copied()
    }

    /// Whether one word can stand for the whole name: the family name, where it stands.
    fn shortens(long: &[u64], word: u64) -> bool {
        if Self::family_first(long) {
            return long.first() == Some(&word) || (long.len() == 2 && long[0] == word);
        }
        let at = long.iter().position(|l| *l == word);
        match at {
            Some(0) => long.len() == 1,
            Some(i) => i + 1 == long.len() || long.len() >= 3,
            None => false,
        }
    }

    pub fn add(&mut self, person: Person) -> usize {
        let index = self.list.len();
        person.words.iter().for_each(|w| self.by_word.entry(*w).or_default().push(index));
        self.by_entity.entry(person.entity.clone()).or_insert(index);
        self.list.push(person);
        index
    }

    /// Gives a person a fuller name.
    pub fn rename(&mut self, person: usize, name: String, words: Vec<u64>) {
        for word in words.iter().filter(|w| !self.list[person].words.contains(w)) {
            self.by_word.entry(*word).or_default().push(person);
        }
        let record = &mut self.list[person];
        (record.name, record.words) = (name, words);
    }

    /// Puts the namings in reading order, longer ones winning over those they cover.
    pub fn settle(&mut self) {
        self.namings.sort_by_key(|n| (n.first, std::cmp::Reverse(n.last)));
        let mut end = None;
        self.namings.retain(|n| {
            let free = end.is_none_or(|e| n.first > e);
            if free {
                end = Some(n.last);
            }
            free
        });
    }

    /// "The unidentified man was taken to a hospital, where he died": a pronoun after a subject that is nobody named.
    fn is_of_somebody(&self, document: &Document, sentence: usize, token: usize) -> bool {
        let Some(s) = document.sentences.get(sentence) else { return false };
        let head = chunks::noun_phrase_end(document, s.start, token).filter(|&head| document.any(head, SOMEBODY));
        // "The driver pulled a gun, he said": who tells it is another
        let tells = document.any(token + 1, words!("said" "says" "told" "added" "adds" "explained" "noted" "wrote"));
        let lower = |t: usize| document.tokens[t].kind != Kind::Capital || t == s.start;
        !tells
            && head.is_some_and(|head| (s.start..=head).all(lower) && self.within(s.start, token - 1).next().is_none())
    }

    /// Who "he", "she", "him", "his", "her" stands for: the nearest person of fitting gender, the
    /// subject of a sentence before its objects, outside quotations before inside them.
    pub fn resolve_pronoun(&self, document: &Document, token: usize) -> Option<usize> {
        let wanted = pronoun_gender(document.tokens.get(token)?.hash)?;
        if let Some(known) = self.person_at(token) {
            return Some(known);
        }
        let block = document.tokens[token].block;
        let quoted = document.tokens[token].quote;
        let sentence = document.sentence_of(token);
        if self.is_of_somebody(document, sentence, token) {
            return None;
        }
        let fits = |n: &&Naming| {
            let person = &self.list[n.person];
            let gender = person.gender == Gender::Unknown || wanted == Gender::Unknown || person.gender == wanted;
            let other_quote = document.tokens[n.first].quote;
            gender && (other_quote == 0 || other_quote == quoted)
        };
        for back in 0..4 {
            let Some(s) = sentence.checked_sub(back).and_then(|s| document.sentences.get(s)) else { break };
            if block.saturating_sub(s.block) > 2 {
                break;
            }
            let to = if back == 0 { token } else { s.end };
            if s.start >= to {
                continue;
            }
            let named: Vec<&Naming> = self.within(s.start, to - 1).filter(fits).collect();
            let sure = |n: &&&Naming| wanted != Gender::Unknown && self.list[n.person].gender == wanted;
            let subject = |n: &&&Naming| !after_preposition(document, n.first) && !is_possessor(document, n.last);
            let chosen = if back == 0 {
                named
                    .iter()
                    .rev()
                    .find(|n| subject(n) && sure(n))
                    .or_else(|| named.iter().find(subject))
                    .or(named.last())
            } else {
                // one of known gender goes before one of unknown
                named
                    .iter()
                    .find(|n| subject(n) && sure(n))
                    .or_else(|| named.iter().find(subject))
                    .or_else(|| named.iter().rev().find(sure))
                    .or(named.last())
            };
            if let Some(naming) = chosen {
                return Some(naming.person);
            }
        }
        None
    }
}

/// Nouns that open a sentence about somebody the story does not name.
const SOMEBODY: &Words = words!("man" "woman" "boy" "girl" "suspect" "gunman" "shooter" "attacker" "driver" "victim" "teenager" "youth" "assailant" "robber" "pilot"
    "passenger" "pedestrian" "cyclist" "motorist" "hunter" "farmer" "worker" "resident" "student" "soldier" "patient" "child" "baby" "toddler" "stranger");

/// The gender that a pronoun asks for; None for a word that is no personal pronoun of one person.
pub fn pronoun_gender(hash: u64) -> Option<Gender> {
    use std::sync::OnceLock;
    static WORDS: OnceLock<[(u64, Gender); 7]> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let g = |w, gender| (hash_word(w), gender);
        [
            g("he", Gender::Male),
            g("him", Gender::Male),
            g("his", Gender::Male),
            g("himself", Gender::Male),
            g("she", Gender::Female),
            g("her", Gender::Female),
            g("herself", Gender::Female),
        ]
    });
    words.iter().find(|(h, _)| *h == hash).map(|(_, g)| *g)
}

fn is_possessor(document: &Document, last: usize) -> bool {
    document.is(last + 1, "'s")
}

fn after_preposition(document: &Document, first: usize) -> bool {
    let mut at = first;
    for _ in 0..6 {
        let Some(before) = at.checked_sub(1) else { return false };
        let word = document.word(before);
        if matches!(
            word,
            "of" | "to"
                | "with"
                | "by"
                | "from"
                | "for"
                | "against"
                | "about"
                | "on"
                | "at"
                | "between"
                | "under"
                | "after"
                | "before"
                | "over"
                | "in"
        ) {
            return true;
        }
        // look over the determiner, the title and the state before a name
        let title = document.tokens[before].is_capital()
            || offices::word(document.tokens[before].hash) & (FIELD | SUB | HEAD | WEAK | STATUS | FORMER) != 0;
        if !(title || matches!(word, "the" | "a" | "an" | "'s" | "’s")) {
            return false;
        }
        at = before;
    }
    false
}

/// A letter or digit as lower-case ASCII, accents dropped; None for anything else.
pub fn fold(c: char) -> Option<String> {
    if c.is_ascii_alphanumeric() {
        return Some(c.to_ascii_lowercase().to_string());
    }
    let plain = match c.to_lowercase().next().unwrap_or(c) {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'į' | 'ı' => "i",
        'ł' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ß' => "ss",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ť' | 'ţ' | 'ț' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ž' | 'ż' => "z",
        'þ' => "th",
        _ => return None,
    };
    Some(plain.to_owned())
}
