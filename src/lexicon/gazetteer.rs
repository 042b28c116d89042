//! Names of states and blocs: reads `states.tsv`, `disputed.tsv`, `blocs.tsv` and `not-states.txt` into a table of phrases by first word.
//! Knows how a name is spelt, not what it means in a sentence; that is for `mentions`.

use std::sync::OnceLock;

use super::Table;
use crate::text::hash_word;

const STATES: &str = include_str!("states.tsv");
const DISPUTED: &str = include_str!("disputed.tsv");
const BLOCS: &str = include_str!("blocs.tsv");
const NOT_STATES: &str = include_str!("not-states.txt");

/// A state or bloc of the tables.
#[derive(Clone, Copy, Debug)]
pub struct Entity {
    /// ISO 3166-1 alpha-3, a user-assigned one for states that it does not list, or `org:…`.
    pub code: &'static str,
    pub name: &'static str,
    /// Who disputes the status of a state, in words; empty for most.
    pub status: &'static str,
}

impl Entity {
    pub fn is_bloc(&self) -> bool {
        self.code.starts_with("org:")
    }
}

/// In which way a phrase names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    Name,
    /// "UAE", "U.S.": only as written, in capitals.
    Abbreviation,
    Adjective,
    People,
    Capital,
    /// A building or street that stands for a government.
    Seat,
    /// "Sino-": only before a hyphen.
    Combining,
    Bloc,
    /// A longer name that holds the name of a state and names none ("New Mexico").
    NotAState,
}

/// One phrase of the table.
#[derive(Clone, Debug)]
pub struct Phrase {
    pub naming: Naming,
    /// Index into `entities()`.
    pub entity: u16,
    /// Hashes of the words after the first.
    pub rest: Box<[u64]>,
    /// Bit n is set when word n is written with a capital.
    pub capitals: u32,
    /// A single word all in capitals ("EU"): a text must write it so.
    pub upper: bool,
}

struct Gazetteer {
    entities: Vec<Entity>,
    phrases: Table<Vec<Phrase>>,
}

/// All states in the order of their codes, then all blocs.
pub fn entities() -> &'static [Entity] {
    &gazetteer().entities
}

/// The entity with this code.
pub fn entity(code: &str) -> Option<&'static Entity> {
    // the states stand first and in the order of their codes
    let all = entities();
    let blocs = all.partition_point(|e| !e.is_bloc());
    let (states, blocs) = all.split_at_checked(blocs)?;
    match states.binary_search_by(|e| e.code.cmp(code)) {
        Ok(found) => states.get(found),
        Err(_) => blocs.iter().find(|e| e.code == code),
    }
}

/// The phrases that begin with the word of this hash, longest first.
pub fn phrases(first: u64) -> &'static [Phrase] {
    gazetteer().phrases.get(first).map_or(&[], Vec::as_slice)
}

fn gazetteer() -> &'static Gazetteer {
    static SHARED: OnceLock<Gazetteer> = OnceLock::new();
    SHARED.get_or_init(read)
}

fn rows(table: &'static str) -> impl Iterator<Item = [&'static str; 11]> {
    table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|line| {
        let mut cells = [""; 11];
        for (cell, value) in cells.iter_mut().zip(line.split('\t')) {
            *cell = value;
        }
        cells
    })
}

fn read() -> Gazetteer {
    let mut table = Gazetteer { entities: Vec::with_capacity(256), phrases: Table::default() };
    let mut states: Vec<_> = rows(STATES).chain(rows(DISPUTED)).collect();
    states.sort_unstable_by_key(|row| row[0]);
    for [code, _, name, names, abbr, adjectives, people, capitals, seats, combining, status] in states {
        let id = table.entities.len() as u16;
        table.entities.push(Entity { code, name, status });
        let columns = [
            (Naming::Name, names),
            (Naming::Abbreviation, abbr),
            (Naming::Adjective, adjectives),
            (Naming::People, people),
            (Naming::Capital, capitals),
            (Naming::Seat, seats),
            (Naming::Combining, combining),
        ];
        for (naming, cell) in columns {
            cell.split("; ").for_each(|text| enter(&mut table, naming, id, text));
        }
    }
    for [code, name, names, abbr, organs, ..] in rows(BLOCS) {
        let id = table.entities.len() as u16;
        table.entities.push(Entity { code, name, status: "" });
        for cell in [names, abbr, organs] {
            cell.split("; ").for_each(|text| enter(&mut table, Naming::Bloc, id, text));
        }
    }
    for text in NOT_STATES.lines().filter(|l| !l.starts_with('#')) {
        enter(&mut table, Naming::NotAState, 0, text);
    }
    for phrases in table.phrases.values_mut() {
        phrases.sort_by_key(|p| (std::cmp::Reverse(p.rest.len()), p.naming != Naming::NotAState));
    }
    table
}

fn enter(table: &mut Gazetteer, naming: Naming, entity: u16, text: &'static str) {
    let mut hashes = Vec::new();
    let mut capitals = 0;
    for (at, word) in words(text).enumerate() {
        capitals |= u32::from(word.starts_with(char::is_uppercase)) << at.min(31);
        hashes.push(hash_word(word));
    }
    if let Some((&first, rest)) = hashes.split_first() {
        let upper = rest.is_empty() && text.len() > 1 && text.chars().all(|c| !c.is_alphabetic() || c.is_uppercase());
        table.phrases.entry(first).push(Phrase { naming, entity, rest: rest.into(), capitals, upper });
    }
}

/// Splits a name as the tokenizer would; a test holds the two together.
fn words(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.split_whitespace().flat_map(|word| {
        let mut parts = Vec::new();
        let mut rest = word;
        while let Some(at) = rest.find(['-', ',', '&', '+']) {
            parts.extend([&rest[..at], &rest[at..at + 1]]);
            rest = &rest[at + 1..];
        }
        match rest.strip_suffix("'s") {
            Some(stem) => parts.extend([stem, "'s"]),
            None => parts.push(rest),
        }
        parts.retain(|p| !p.is_empty());
        parts
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::text::Document;
    use std::collections::HashSet;

    const LEADERS: &str = include_str!("leaders.tsv");

    fn cells(table: &'static str) -> Vec<Vec<&'static str>> {
        table.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').collect()).collect()
    }

    #[test]
    fn the_states_are_whole_and_sorted() {
        let rows = cells(STATES);
        // the two Chinese regions are carried beside the 198 states
        assert_eq!(rows.iter().filter(|r| !["HKG", "MAC"].contains(&r[0])).count(), 198);
        assert!(rows.is_sorted_by(|a, b| a[0] < b[0]));
        for row in &rows {
            assert_eq!(row.len(), 11, "{row:?}");
            assert!(row[0].len() == 3 && row[1].len() == 2 && !row[2].is_empty(), "{row:?}");
            assert!(row[3].split("; ").any(|n| n == row[2]), "{}: the card's name is not among the names", row[0]);
            let all: Vec<_> = row[3..10].iter().flat_map(|c| c.split("; ")).collect();
            assert!(all.iter().all(|n| n.trim() == *n), "{row:?}");
        }
        for code in ["TWN", "XKX", "PSE", "ESH"].into_iter().chain(cells(DISPUTED).iter().map(|row| row[0])) {
            assert!(!entity(code).unwrap().status.is_empty(), "{code}");
        }
        assert!(entities().iter().filter(|e| !e.is_bloc()).is_sorted_by_key(|e| e.code));
    }

    #[test]
    fn a_phrase_names_one_entity() {
        let mut seen = HashSet::new();
        for row in cells(STATES).into_iter().chain(cells(DISPUTED)) {
            for column in row[3..10].iter().enumerate() {
                for name in column.1.split("; ").filter(|n| !n.is_empty()) {
                    // one state may use a form twice ("the French", a "French" wine); two states may not
                    let other = seen.iter().find(|(n, code): &&(&str, &str)| *n == name && *code != row[0]);
                    assert!(other.is_none(), "{name:?} names {} and {other:?}", row[0]);
                    seen.insert((name, row[0]));
                }
            }
        }
    }

    #[test]
    fn names_are_split_as_stories_are() {
        for row in cells(STATES).iter().chain(&cells(BLOCS)) {
            for name in row[2..row.len().min(10)].iter().flat_map(|c| c.split("; ")).filter(|n| !n.is_empty()) {
                let article = Article {
                    text: format!("{name} x"),
                    blocks: vec![crate::article::Block {
                        span: crate::span::Span::new(0, name.len() as u32 + 2),
                        part: Default::default(),
                    }],
                    ..Article::default()
                };
                let document = Document::new(&article);
                let tokens: Vec<_> = (0..document.tokens.len() - 1).map(|t| document.word(t)).collect();
                assert_eq!(tokens, words(name).collect::<Vec<_>>(), "{name}");
            }
        }
    }

    #[test]
    fn leaders_serve_known_entities_and_every_state_has_its_heads() {
        let rows = cells(LEADERS);
        let mut offices = HashSet::new();
        for row in &rows {
            assert_eq!(row.len(), 6, "{row:?}");
            let known =
                ["head-of-state", "head-of-government", "vice-president", "foreign-minister", "bloc-head", "former"];
            assert!(entity(row[0]).is_some() && known.contains(&row[1]), "{row:?}");
            let (year, month) = row[5].split_once('-').expect("a month");
            assert!(year.len() == 4 && month.len() == 2 && row[5] < "2027", "{row:?}");
            offices.insert((row[0], row[1]));
        }
        for state in entities().iter().filter(|e| !e.is_bloc() && !["HKG", "MAC"].contains(&e.code)) {
            if cells(DISPUTED).iter().any(|row| row[0] == state.code) {
                continue;
            }
            assert!(offices.contains(&(state.code, "head-of-state")), "{}", state.code);
            assert!(offices.contains(&(state.code, "head-of-government")), "{}", state.code);
        }
    }
}
