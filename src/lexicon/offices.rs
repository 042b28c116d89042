//! Offices, ranks, bodies and personal names: reads `offices.txt` and `names.txt` into one table.
//! Knows words, not grammar: which office stands in a sentence is for `mentions`.

use std::sync::OnceLock;

use super::Table;
use crate::text::{Document, hash_ascii, hash_word};

const OFFICES: &str = include_str!("offices.txt");
const NAMES: &str = include_str!("names.txt");

/// A set of classes of `offices.txt`, one bit each.
pub type Flags = u64;

macro_rules! flags {
    ($($bit:literal $flag:ident $name:literal),* $(,)?) => {
        $(pub const $flag: Flags = 1 << $bit;)*
        fn flag(class: &str) -> Flags {
            match class { $($name => $flag,)* _ => 0 }
        }
    };
}

flags! {
    0 HEAD "head", 1 WEAK "weak", 2 RANK "rank", 3 MONARCH "monarch", 4 SPOKES "spokes",
    5 FIELD "field", 6 SUB "sub", 7 STATUS "status", 8 FORMER "former", 9 GOV "gov", 10 BODY "body",
    11 ORGAN "organ", 12 PRIVATE "private", 13 COMPOUND "compound", 14 NOT_NAME "not-name",
    15 PARTICLE "particle", 16 HONORIFIC "honorific", 17 HONORIFIC_M "honorific-m", 18 HONORIFIC_F "honorific-f",
    19 FAMILY_FIRST "family-first", 20 GIVEN_M "given-m", 21 GIVEN_F "given-f", 22 PLURAL "plural",
    23 BODY_CAPITAL "body-capital", 24 BODY_FIELD "body-field", 25 PASSING "passing",
    26 REGION "region", 27 THING "thing", 28 BODY_UPPER "body-upper",
}

/// Any class that names an office.
pub const OFFICE: Flags = HEAD | WEAK | RANK | MONARCH | SPOKES;
const HEADS: Flags = OFFICE | ORGAN;

/// A phrase of the table that stands at a token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Match {
    pub flags: Flags,
    /// Tokens it covers.
    pub length: u8,
    /// The state whose office or body it always is.
    pub state: Option<&'static str>,
}

#[derive(Default)]
struct Entry {
    flags: Flags,
    state: Option<&'static str>,
    /// Longer phrases that begin with this word, longest first.
    longer: Vec<Longer>,
}

struct Longer {
    rest: Box<[u64]>,
    flags: Flags,
    state: Option<&'static str>,
}

fn table() -> &'static Table<Entry> {
    static SHARED: OnceLock<Table<Entry>> = OnceLock::new();
    SHARED.get_or_init(|| {
        let mut table = Table::default();
        read(OFFICES, ';', &mut table);
        read(NAMES, ' ', &mut table);
        table.values_mut().for_each(|e| e.longer.sort_by_key(|l| std::cmp::Reverse(l.rest.len())));
        table
    })
}

fn read(list: &'static str, separator: char, table: &mut Table<Entry>) {
    let mut class = 0;
    for line in list.lines().filter(|l| !l.starts_with('#')) {
        if let Some(name) = line.strip_prefix("== ") {
            class = flag(name.trim());
            continue;
        }
        for entry in line.split(separator).map(str::trim).filter(|e| !e.is_empty()) {
            let (phrase, state) = match entry.split_once(" = ") {
                Some((phrase, state)) => (phrase, Some(state)),
                None => (entry, None),
            };
            enter(table, phrase, class, state);
            if class & HEADS != 0 && class & (RANK | MONARCH) == 0 {
                enter(table, &plural(phrase), class | PLURAL, state);
            }
        }
    }
}

/// Enters a phrase; hyphens part words, an apostrophe with its s is a word of its own, as in stories.
fn enter(table: &mut Table<Entry>, phrase: &str, flags: Flags, state: Option<&'static str>) {
    let mut hashes = Vec::new();
    for word in phrase.split([' ', '-']).filter(|w| !w.is_empty()) {
        match word.strip_suffix("'s") {
            Some(stem) => hashes.extend([hash_word(stem), hash_word("'s")]),
            None if word.ends_with("s'") => {
                hashes.extend([hash_word(word.trim_end_matches('\'')), hash_word("'")]);
            }
            None => hashes.push(hash_word(word)),
        }
    }
    let Some((&first, rest)) = hashes.split_first() else { return };
    let entry = table.entry(first);
    if rest.is_empty() {
        entry.flags |= flags;
        entry.state = entry.state.or(state);
    } else if let Some(longer) = entry.longer.iter_mut().find(|l| *l.rest == *rest) {
        longer.flags |= flags;
        longer.state = longer.state.or(state);
    } else {
        entry.longer.push(Longer { rest: rest.into(), flags, state });
    }
}

/// The plural of an office: "secretaries of state", "prime ministers", "attorneys general".
fn plural(phrase: &str) -> String {
    let (head, tail) = match phrase.find(" of ").or_else(|| phrase.find(" in ")).or_else(|| phrase.find(" without ")) {
        Some(at) => phrase.split_at(at),
        None => match phrase.strip_suffix(" general").filter(|h| !h.ends_with("major") && !h.ends_with("brigadier")) {
            Some(head) => (head, " general"),
            None => (phrase, ""),
        },
    };
    let plural = if let Some(stem) = head.strip_suffix("man") {
        format!("{stem}men")
    } else if let Some(stem) = head.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o'])) {
        format!("{stem}ies")
    } else if head.ends_with('s') {
        head.to_owned()
    } else {
        format!("{head}s")
    };
    plural + tail
}

/// The classes of a single word.
pub fn word(hash: u64) -> Flags {
    table().get(hash).map_or(0, |e| e.flags)
}

/// The longest phrase of the table at a token; words may be joined by hyphens.
pub fn at(document: &Document, token: usize) -> Match {
    let Some(first) = document.tokens.get(token) else { return Match::default() };
    let Some(entry) = table().get(first.hash) else { return Match::default() };
    for longer in &entry.longer {
        if let Some(end) = follow(document, token + 1, first.block, &longer.rest) {
            return Match { flags: longer.flags, length: (end - token).min(255) as u8, state: longer.state };
        }
    }
    Match { flags: entry.flags, length: 1, state: entry.state }
}

/// The token after `words`, if they stand at `token`.
fn follow(document: &Document, mut token: usize, block: u32, words: &[u64]) -> Option<usize> {
    let hyphen = const { hash_ascii("-") };
    for &word in words {
        let mut next = document.tokens.get(token)?;
        if next.hash == hyphen && next.glued && next.hash != word {
            token += 1;
            next = document.tokens.get(token).filter(|t| t.glued)?;
        }
        if next.hash != word || next.block != block {
            return None;
        }
        token += 1;
    }
    Some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_known_and_every_name_has_one_gender() {
        for list in [OFFICES, NAMES] {
            for class in list.lines().filter_map(|l| l.strip_prefix("== ")) {
                assert_ne!(flag(class.trim()), 0, "unknown class {class:?}");
            }
        }
        let both: Vec<_> = NAMES
            .split_whitespace()
            .filter(|n| word(hash_word(n)) & (GIVEN_M | GIVEN_F) == GIVEN_M | GIVEN_F)
            .collect();
        assert!(both.is_empty(), "in both lists: {both:?}");
    }

    #[test]
    fn plurals() {
        for (one, many) in [
            ("prime minister", "prime ministers"),
            ("secretary of state", "secretaries of state"),
            ("attorney general", "attorneys general"),
            ("spokesman", "spokesmen"),
            ("deputy", "deputies"),
        ] {
            assert_eq!(plural(one), many);
        }
    }
}
