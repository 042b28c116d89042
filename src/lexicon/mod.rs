//! Word lists: classes of words that rules ask for, read once from the text files beside this one.
//! Single words only; names of several words have tables of their own.

mod classes;
pub mod gazetteer;
pub mod leaders;
pub mod nicknames;
pub mod offices;
pub mod outlets;
pub mod state_words;
mod table;

pub use classes::{Class, Classes, bits};
pub use table::{Table, WordMap};

use std::sync::OnceLock;

use crate::text::{Token, hash_word};

/// The word lists, one text each: `== class` opens a list, `#` a comment, words parted by white space.
const LISTS: &[&str] = &[include_str!("function-words.txt"), include_str!("people.txt"), SOURCES];

/// The nouns whose regular plurals are not listed.
const SOURCES: &str = include_str!("sources.txt");

/// The regular plural of a noun.
pub fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ if noun.ends_with(['s', 'x']) || noun.ends_with("ch") || noun.ends_with("sh") => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

fn lexicon() -> &'static Table<Classes> {
    static SHARED: OnceLock<Table<Classes>> = OnceLock::new();
    SHARED.get_or_init(|| {
        let mut table = Table::<Classes>::default();
        for (class, word) in LISTS.iter().flat_map(|list| entries(list)) {
            if let Some(class) = Class::named(class) {
                *table.entry(hash_word(word)) |= class.bit();
            }
        }
        for (class, word) in entries(SOURCES) {
            if let Some(class) = Class::named(class) {
                *table.entry(hash_word(&plural(word))) |= class.bit();
            }
        }
        table
    })
}

/// (class name, word) pairs of one list file.
fn entries(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut class = "";
    list.lines().flat_map(move |line| {
        let line = line.split('#').next().unwrap_or("").trim();
        let mut words = line;
        if let Some(name) = line.strip_prefix("== ") {
            class = name.trim();
            words = "";
        }
        let class = class;
        words.split_whitespace().map(move |word| (class, word)).collect::<Vec<_>>()
    })
}

/// The classes of a word.
pub fn classes(hash: u64) -> Classes {
    lexicon().get(hash).copied().unwrap_or(0)
}

/// Whether any list has a word: classes, offices, or the first words of the gazetteer's phrases.
pub fn knows(hash: u64) -> bool {
    classes(hash) != 0 || offices::word(hash) != 0 || !gazetteer::phrases(hash).is_empty()
}

/// Whether a token's word is in a class.
pub fn has(token: Option<&Token>, class: Class) -> bool {
    has_any(token, class.bit())
}

/// Whether a token's word is in one of these classes.
pub fn has_any(token: Option<&Token>, wanted: Classes) -> bool {
    token.is_some_and(|t| classes(t.hash) & wanted != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_names_a_known_class_and_no_word_twice() {
        for list in LISTS {
            let mut seen = std::collections::HashSet::new();
            for (class, word) in entries(list) {
                assert!(Class::named(class).is_some(), "unknown class {class:?}");
                assert!(seen.insert((class, word)), "{word:?} stands twice in {class}");
                assert_eq!(word.to_lowercase(), word, "lists are in lower case");
            }
        }
    }
}
