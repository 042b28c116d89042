//! The reading units of the officials layer: phrases of the offices table, names of states, and
//! chains of capitalised words that may be a person's name. Decides nothing about who is an official.

use super::{Layer, Mention, people};
use crate::lexicon::offices::{self, *};
use crate::lexicon::{self, Class};
use crate::text::{Document, Kind};

/// One phrase of the offices table, one name of a state, or one token.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    pub first: usize,
    pub last: usize,
    pub flags: Flags,
    /// Index + 1 of the state mention it is, 0 for none.
    pub state: u16,
    /// The state that the phrase itself implies ("Pentagon").
    pub fixed: Option<&'static str>,
    pub kind: Kind,
}

impl Unit {
    pub fn has(&self, flags: Flags) -> bool {
        self.flags & flags != 0
    }
    pub fn is_state(&self) -> bool {
        self.state != 0
    }
    pub fn is_capital(&self) -> bool {
        matches!(self.kind, Kind::Capital | Kind::Upper)
    }
}

/// Capitalised words that may be a person's name, an honorific before them left out.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    pub first: usize,
    pub last: usize,
    /// Classes of the honorific and of the given name: they tell the gender.
    pub flags: Flags,
    /// Token of the honorific before the name ("Ms").
    pub honorific: Option<usize>,
    /// Words of the name, particles and suffixes not counted.
    pub words: u8,
}

impl Name {
    /// "Graham said": alone it is a family's name, whatever it is as a given one; only an honorific tells the gender.
    pub fn gender(&self) -> people::Gender {
        let given = if self.words == 1 { GIVEN_M | GIVEN_F } else { 0 };
        people::gender_of(self.flags & !given)
    }
}

pub struct Units {
    pub list: Vec<Unit>,
    /// Unit index of every token.
    pub of_token: Vec<u32>,
    pub names: Vec<Name>,
    /// Hashes of the letters that the story gives to public bodies: "the Crimes Commission (CC)".
    pub letters: Vec<u64>,
    /// Hashes of marks and function words that the grammar asks for.
    pub marks: Marks,
}

macro_rules! marks {
    ($($name:ident $word:literal),* $(,)?) => {
        /// Hashes of words that the grammar asks for by name.
        pub struct Marks { $(pub $name: u64),* }
        impl Marks {
            const fn new() -> Marks {
                Marks { $($name: crate::text::hash_ascii($word)),* }
            }
        }
    };
}

marks! {
    comma ",", hyphen "-", open "(", close ")", stop ".", s "'s", apostrophe "'", and "and", ampersand "&", of "of",
    for_ "for", to "to", the "the", a "a", an "an", who "who", dash "—", ndash "–", dashes "--", colon ":",
    semicolon ";", his "his", her "her", their "their", its "its", our "our", my "my", at "at", in_ "in",
    jr "jr.", sr "sr.", ii "ii", iii "iii", iv "iv",
    from "from", first "first", second "second", third "third", as_ "as", with "with", or "or",
}

impl Units {
    pub fn new(document: &Document, states: &[Mention]) -> Units {
        let tokens = &document.tokens;
        let mut state_at = vec![0u16; tokens.len()];
        for (index, mention) in states.iter().enumerate() {
            if mention.layer == Layer::State
                && let (Some(at), Ok(number)) = (state_at.get_mut(mention.tokens.0), u16::try_from(index + 1))
            {
                *at = number;
            }
        }
        let named = |code: &str| states.iter().any(|s| s.entity == code);
        let ottawa = named("CAN") && !named("GBR");
        let mut list = Vec::with_capacity(tokens.len());
        let mut of_token = vec![0u32; tokens.len()];
        let mut token = 0;
        while token < tokens.len() {
            let found = offices::at(document, token);
            let number = state_at[token];
            let state_length = match number.checked_sub(1).and_then(|n| states.get(n as usize)) {
                Some(state) => state.tokens.1.saturating_sub(token) + 1,
                None => 0,
            };
            let phrase = found.length as usize;
            let (length, state) = if state_length >= phrase { (state_length.max(1), number) } else { (phrase, 0) };
            let last = (token + length - 1).min(tokens.len() - 1);
            let mut flags = if length == phrase || length == 1 { found.flags } else { 0 };
            let kind = tokens[token].kind;
            if flags & BODY_CAPITAL != 0 && matches!(kind, Kind::Capital | Kind::Upper) {
                flags |= BODY;
            }
            if flags & BODY_UPPER != 0 && kind == Kind::Upper {
                flags |= BODY;
            }
            of_token[token..=last].fill(list.len() as u32);
            let fixed = found.state.map(|code| if commons(document, last) && ottawa { "CAN" } else { code });
            list.push(Unit { first: token, last, flags, state, fixed, kind });
            token = last + 1;
        }
        let mut units = Units { list, of_token, names: Vec::new(), letters: Vec::new(), marks: const { Marks::new() } };
        units.find_names(document);
        units.letters = units.letters_of_bodies(document);
        units
    }

    pub fn get(&self, unit: usize) -> Option<&Unit> {
        self.list.get(unit)
    }

    /// The hash of a unit of one token, 0 for others.
    pub fn hash(&self, document: &Document, unit: usize) -> u64 {
        match self.list.get(unit) {
            Some(u) if u.first == u.last => document.tokens[u.first].hash,
            _ => 0,
        }
    }

    /// The name that begins at a token, its honorific included.
    pub fn name_at(&self, token: usize) -> Option<usize> {
        let at = self.names.partition_point(|n| n.honorific.unwrap_or(n.first) < token);
        self.names.get(at).filter(|n| n.honorific.unwrap_or(n.first) == token).map(|_| at)
    }

    /// The name that covers a token.
    pub fn name_over(&self, token: usize) -> Option<usize> {
        let at = self.names.partition_point(|n| n.last < token);
        self.names.get(at).filter(|n| n.first <= token).map(|_| at)
    }

    /// The name whose last token this is.
    pub fn name_ending(&self, token: usize) -> Option<usize> {
        let at = self.names.partition_point(|n| n.last < token);
        self.names.get(at).filter(|n| n.last == token).map(|_| at)
    }

    /// "the Economic Crimes Commission (ECC)", "the Ministry of Mines (MoM)": what stands in brackets behind the name
    /// of a public body, one with its field.
    fn letters_of_bodies(&self, document: &Document) -> Vec<u64> {
        let bracketed = |&u: &usize| {
            let short = self.list.get(u + 1).is_some_and(|u| matches!(u.kind, Kind::Upper | Kind::Capital));
            self.hash(document, u) == self.marks.open && short && self.hash(document, u + 2) == self.marks.close
        };
        let public = |&u: &usize| {
            let inside = |b: &usize| {
                let joint = [self.marks.of, self.marks.and, self.marks.comma, self.marks.ampersand];
                self.list[*b].is_capital() || joint.contains(&self.hash(document, *b))
            };
            let flags = (u.saturating_sub(8)..u).rev().take_while(inside).map(|b| self.list[b].flags);
            let (all, one) = flags.fold((0, 0), |(all, one), f| (all | f, one | if f & ORGAN != 0 { f } else { 0 }));
            one != 0 && all & (FIELD | GOV | BODY_FIELD) != 0 && all & PRIVATE == 0
        };
        let found = (0..self.list.len()).filter(bracketed).filter(public);
        found.map(|u| self.hash(document, u + 1)).filter(|&hash| hash != 0).collect()
    }

    fn find_names(&mut self, document: &Document) {
        let mut token = 0;
        while token < document.tokens.len() {
            if !document.tokens[token].is_capital() && !matches!(document.tokens[token].kind, Kind::Lower) {
                token += 1;
                continue;
            }
            match self.name_from(document, token) {
                Some(name) => {
                    token = name.last + 1;
                    self.names.push(name);
                }
                None => token += 1,
            }
        }
    }

    fn name_from(&self, document: &Document, start: usize) -> Option<Name> {
        let tokens = &document.tokens;
        let mut at = start;
        let mut honorific = None;
        let mut flags = 0;
        let unit = self.list.get(self.of_token[at] as usize)?;
        if unit.has(HONORIFIC | HONORIFIC_M | HONORIFIC_F) && unit.is_capital() && !unit.has(OFFICE) {
            // "Mr. X", "Dr. X", also two of them
            honorific = Some(at);
            while let Some(u) = self.list.get(*self.of_token.get(at)? as usize)
                && u.has(HONORIFIC | HONORIFIC_M | HONORIFIC_F)
                && u.is_capital()
                && !u.has(OFFICE)
            {
                flags |= u.flags & (HONORIFIC | HONORIFIC_M | HONORIFIC_F);
                at = u.last + 1;
            }
        }
        let first = at;
        let block = tokens.get(first)?.block;
        let mut last = None;
        let mut words = 0u8;
        while let Some(token) = tokens.get(at) {
            let after_hyphen = at > 0 && tokens[at - 1].hash == self.marks.hyphen;
            if token.block != block || (at > first && token.glued && token.hash != self.marks.hyphen && !after_hyphen) {
                break;
            }
            if words > 0 && token.kind == Kind::Punct && is_quote(document.word(at)) {
                // Marcia "Cia" Price
                let closes = tokens.get(at + 2).is_some_and(|t| t.glued && t.kind == Kind::Punct);
                let inside = closes && tokens.get(at + 1).is_some_and(|t| t.is_capital() && t.glued);
                if !inside || !tokens.get(at + 3).is_some_and(|t| t.is_capital() && !t.glued) {
                    break;
                }
                at += 3;
                continue;
            }
            if token.is_capital() {
                if !self.can_name(document, at, words, flags) {
                    break;
                }
                let class = self.list[self.of_token[at] as usize].flags;
                if words == 0 {
                    flags |= class & (GIVEN_M | GIVEN_F | FAMILY_FIRST);
                }
                let suffix = [self.marks.jr, self.marks.sr, self.marks.ii, self.marks.iii, self.marks.iv];
                words += u8::from(!suffix.contains(&token.hash));
                last = Some(at);
                at += 1;
                // "Ban Ki-moon", "Abdel-Rahman", "Jean-Claude"
                while tokens.get(at).is_some_and(|t| t.glued && t.hash == self.marks.hyphen)
                    && tokens.get(at + 1).is_some_and(|t| t.glued && t.is_word() && t.kind != Kind::Number)
                {
                    let next = &tokens[at + 1];
                    if next.kind == Kind::Lower && document.word(at + 1).len() > 6 {
                        return self.finish(honorific, first, last?, flags, words);
                    }
                    last = Some(at + 1);
                    at += 2;
                }
            } else if token.kind == Kind::Lower && self.particle_leads_on(document, at) {
                at += 1;
                while tokens.get(at).is_some_and(|t| t.hash == self.marks.hyphen && t.glued) {
                    at += 1;
                }
                if last.is_none() && words == 0 && honorific.is_none() && !self.starts_by_particle(document, first) {
                    return None;
                }
            } else {
                break;
            }
            if words >= 7 {
                break;
            }
        }
        self.finish(honorific, first, last?, flags, words)
    }

    fn finish(&self, honorific: Option<usize>, first: usize, last: usize, flags: Flags, words: u8) -> Option<Name> {
        (words > 0).then_some(Name { first, last, flags, honorific, words })
    }

    /// Whether a capitalised token can be a word of a name of which `words` words are read.
    fn can_name(&self, document: &Document, at: usize, words: u8, flags: Flags) -> bool {
        let unit = &self.list[self.of_token[at] as usize];
        if unit.is_state() || (unit.first != unit.last && unit.has(OFFICE | BODY | GOV | REGION | PRIVATE)) {
            return false;
        }
        let token = &document.tokens[at];
        let classes = lexicon::classes(token.hash);
        if classes & (Class::Weekday.bit() | Class::Month.bit() | Class::TimeNoun.bit()) != 0
            && (words == 0 || classes & Class::Weekday.bit() != 0)
        {
            return false;
        }
        let own = offices::word(token.hash);
        if own & (GIVEN_M | GIVEN_F) != 0 || (own & FAMILY_FIRST != 0 && own & NOT_NAME == 0) {
            return true;
        }
        if words == 1 && flags & (GIVEN_M | GIVEN_F) != 0 && classes & Class::Month.bit() != 0 {
            return true;
        }
        let capital = |t: Option<&crate::text::Token>| t.is_some_and(|t| t.is_capital() && !t.glued);
        if words == 0 && own & FAMILY_FIRST != 0 && token.kind == Kind::Capital {
            // "Park Geun-hye", and "Park" alone; not "Hyde Park"
            let before = at.checked_sub(1).filter(|&b| document.tokens[b].block == token.block);
            let after_title = before.is_none_or(|b| {
                !document.tokens[b].is_capital()
                    || self.list[self.of_token[b] as usize].has(OFFICE | HONORIFIC_M | HONORIFIC_F | HONORIFIC)
            });
            return after_title && (capital(document.tokens.get(at + 1)) || document.word(at).len() > 3);
        }
        if words == 0 && own & FIELD != 0 {
            return false;
        }
        // "Lawyer Ann Roe said": what she is opens the sentence
        let described =
            Class::ExpertNoun.bit() | Class::WitnessNoun.bit() | Class::PersonNoun.bit() | Class::Kinship.bit();
        if words == 0
            && classes & described != 0
            && own & (GIVEN_M | GIVEN_F) == 0
            && document
                .tokens
                .get(at + 1)
                .is_some_and(|t| offices::word(t.hash) & (GIVEN_M | GIVEN_F) != 0 && t.is_capital())
            && document.tokens.get(at + 2).is_some_and(|t| t.is_capital() && !t.glued)
        {
            return false;
        }
        if own & (OFFICE | NOT_NAME | BODY | BODY_CAPITAL | HONORIFIC | HONORIFIC_M | HONORIFIC_F | PRIVATE) != 0 {
            // "Aaron Judge", "Nathan King": after a given name, before a small word
            let next_capital = document.tokens.get(at + 1).is_some_and(|t| t.is_capital() && !t.glued);
            let surname = SHORT_SURNAMES.contains(&document.word(at));
            let short = own & NOT_NAME != 0 && document.word(at).len() < 5 && !surname;
            // "Sandra Day O'Connor": the last word of a name stands behind it
            let middle = next_capital
                && (short || surname)
                && document.tokens.get(at + 1).is_some_and(|t| {
                    document.word(at + 1).len() > 3
                        && offices::word(t.hash) & (NOT_NAME | OFFICE | BODY | PRIVATE | ORGAN | THING) == 0
                });
            let surname = own & THING == 0
                || matches!(document.word(at), "Church" | "Street" | "Park" | "Bridge" | "Lake" | "Hall");
            return words == 1 && flags & (GIVEN_M | GIVEN_F) != 0 && surname && (middle || !next_capital && !short);
        }
        // an initial or a word of two letters or more
        token.kind != Kind::Upper || words > 0 || document.word(at).len() > 2 || document.word(at).ends_with('.')
    }

    fn particle_leads_on(&self, document: &Document, at: usize) -> bool {
        if offices::word(document.tokens[at].hash) & PARTICLE == 0 {
            return false;
        }
        let mut next = at + 1;
        for _ in 0..3 {
            match document.tokens.get(next) {
                Some(t) if t.hash == self.marks.hyphen && t.glued => next += 1,
                Some(t) if t.is_capital() => return self.can_name(document, next, 1, 0),
                Some(t) if offices::word(t.hash) & PARTICLE != 0 => next += 1,
                _ => return false,
            }
        }
        false
    }

    /// "bin Salman", "al-Assad", "de Villepin": a family name that begins in lower case.
    fn starts_by_particle(&self, document: &Document, at: usize) -> bool {
        matches!(document.word(at), "al" | "el" | "bin" | "bint" | "ibn" | "de" | "del" | "della" | "van" | "von")
            && (document.tokens.get(at + 1).is_some_and(|t| t.glued) || !matches!(document.word(at), "al" | "el"))
    }
}

/// Family names among the words that name things.
const SHORT_SURNAMES: &[&str] = &[
    "Lane", "Park", "Hall", "Lake", "Day", "Bay", "West", "East", "North", "Law", "Post", "Bank", "Church", "Street",
    "Bridge", "Bill", "Read", "Way",
];

/// "the House of Commons": London's, unless the story is Canada's.
fn commons(document: &Document, token: usize) -> bool {
    document.is(token, "commons")
}

fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "‘" | "’" | "'")
}
