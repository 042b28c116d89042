//! Word lists: classes of words that rules ask for, read once from the text files beside this one.
//! Single words only; names of several words have tables of their own.

mod classes;
pub mod gazetteer;
pub mod leaders;
pub mod offices;
pub mod outlets;
pub mod state_words;

pub use classes::Class;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use crate::text::{Token, hash_word};

/// Passes a `hash_word` through: the keys are hashes already.
#[derive(Default)]
pub struct Passthrough(u64);

impl Hasher for Passthrough {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(b);
        }
    }
    fn write_u64(&mut self, value: u64) {
        self.0 = value ^ (value >> 32);
    }
}

/// A table keyed by `hash_word`.
pub type WordMap<V> = HashMap<u64, V, BuildHasherDefault<Passthrough>>;

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

struct Lexicon {
    classes: WordMap<u128>,
}

fn lexicon() -> &'static Lexicon {
    static SHARED: OnceLock<Lexicon> = OnceLock::new();
    SHARED.get_or_init(|| {
        let mut classes: WordMap<u128> = WordMap::default();
        for (class, word) in LISTS.iter().flat_map(|list| entries(list)) {
            if let Some(class) = Class::named(class) {
                *classes.entry(hash_word(word)).or_default() |= class.bit();
            }
        }
        for (class, word) in entries(SOURCES) {
            if let Some(class) = Class::named(class) {
                *classes.entry(hash_word(&plural(word))).or_default() |= class.bit();
            }
        }
        Lexicon { classes }
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

/// The classes of a word, as a bit set of `Class::bit`.
pub fn classes(hash: u64) -> u128 {
    lexicon().classes.get(&hash).copied().unwrap_or(0)
}

/// Whether a token's word is in a class.
pub fn has(token: Option<&Token>, class: Class) -> bool {
    token.is_some_and(|t| classes(t.hash) & class.bit() != 0)
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
