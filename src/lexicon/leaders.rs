//! Current heads of states, governments and blocs and foreign ministers: reads `leaders.tsv`.
//! Facts with the month they held for; what a story says of an office wins over them.

use std::sync::OnceLock;

use super::{Table, offices};
use crate::text::hash_word;

const LEADERS: &str = include_str!("leaders.tsv");

/// A holder of office.
#[derive(Clone, Debug)]
pub struct Leader {
    /// ISO 3166-1 alpha-3, or `org:…`.
    pub entity: &'static str,
    pub office: &'static str,
    pub title: &'static str,
    pub name: &'static str,
    /// The month for which it was true.
    pub month: &'static str,
    /// Hashes of the name's words, particles left out.
    pub words: Vec<u64>,
}

struct Leaders {
    list: Vec<Leader>,
    /// By every word under which a holder is known alone.
    short: Table<Vec<u16>>,
    /// By the last word of every full spelling.
    full: Table<Vec<(u16, Vec<u64>)>>,
}

impl Leader {
    /// What the given name tells ("Angela" is a woman's); nothing where the family's stands first.
    pub fn given(&self) -> offices::Flags {
        let flags = self.words.first().map_or(0, |&word| offices::word(word));
        if self.words.len() < 2 || flags & offices::FAMILY_FIRST != 0 { 0 } else { flags }
    }

    /// Whether the row is of one who held the office in other days.
    pub fn is_former(&self) -> bool {
        self.office == "former"
    }
}

impl Leaders {
    /// A head of state who lives in another one: a governor stands for him, or he shares the office.
    fn is_away(&self, leader: &Leader) -> bool {
        leader.title == "co-prince"
            || leader.title == "king"
                && self.list.iter().any(|l| l.entity == leader.entity && l.title.starts_with("governor"))
    }
}

fn words(name: &str) -> Vec<u64> {
    // "Jung-tai" has a part in lower case, "al-Sisi" a particle
    name.split(' ')
        .flat_map(|w| {
            let opens = w.chars().next().is_some_and(char::is_uppercase);
            w.split('-').map(move |part| (part, opens))
        })
        .filter(|(w, opens)| {
            (*opens || w.chars().next().is_some_and(char::is_uppercase))
                && w.len() > 1
                && !w.ends_with('.')
                && !matches!(*w, "Al" | "El" | "II" | "III" | "IV")
        })
        .map(|(w, _)| hash_word(w))
        .collect()
}

fn table() -> &'static Leaders {
    static SHARED: OnceLock<Leaders> = OnceLock::new();
    SHARED.get_or_init(|| {
        let mut table = Leaders { list: Vec::new(), short: Table::default(), full: Table::default() };
        for line in LEADERS.lines().filter(|l| !l.starts_with('#')) {
            let mut cells = line.split('\t');
            let mut next = || cells.next().unwrap_or("");
            let (entity, office, title, name, known, month) = (next(), next(), next(), next(), next(), next());
            let index = table.list.len() as u16;
            for spelling in std::iter::once(name).chain(known.split("; ")) {
                let words = words(spelling);
                match (words.len(), words.last()) {
                    (0, _) | (_, None) => {}
                    (1, Some(&word)) => table.short.entry(word).push(index),
                    (_, Some(&word)) => table.full.entry(word).push((index, words)),
                }
            }
            table.list.push(Leader { entity, office, title, name, month, words: words(name) });
        }
        // a king of many realms is listed under the one he lives in first
        let away: Vec<bool> = table.list.iter().map(|l| table.is_away(l)).collect();
        let is_away = |index: u16| away.get(index as usize).copied().unwrap_or(false);
        table.short.values_mut().for_each(|rows| rows.sort_by_key(|&i| is_away(i)));
        table.full.values_mut().for_each(|rows| rows.sort_by_key(|(i, _)| is_away(*i)));
        table
    })
}

/// The holder with this full name (two words or more); the first row where one holds several offices, and the home of a king of several realms.
pub fn by_name(name: &[u64]) -> Option<&'static Leader> {
    let table = table();
    let rows = table.full.get(*name.last()?)?;
    let found = rows.iter().find(|(_, words)| {
        // a story may leave words out, not add any: "Antonio Maria Costa" is not António Costa
        let mut at = words.iter();
        name.len() >= 2 && name.iter().all(|w| at.any(|l| l == w))
    });
    found.and_then(|(index, _)| table.list.get(*index as usize))
}

/// The month in which a holder of this name held the office.
pub fn month(name: &str) -> Option<&'static str> {
    table().list.iter().find(|leader| leader.name == name).map(|leader| leader.month)
}

/// The holders known by this one word.
pub fn by_surname(word: u64) -> impl Iterator<Item = &'static Leader> {
    let table = table();
    table.short.get(word).into_iter().flatten().filter_map(|i| table.list.get(*i as usize))
}
