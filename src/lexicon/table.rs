//! The table behind the lists of the lexicon.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

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

/// A map keyed by `hash_word`, for what one story holds.
pub type WordMap<V> = HashMap<u64, V, BuildHasherDefault<Passthrough>>;

/// Bits of a table's filter: a few for each word of the longest list.
const FILTER: usize = 1 << 14;

/// What a list says of its words, by `hash_word`. Most words of a story are in no list, and a filter
/// says so at one look.
#[derive(Debug)]
pub struct Table<V> {
    filter: Box<[u64]>,
    words: WordMap<V>,
}

impl<V> Default for Table<V> {
    fn default() -> Table<V> {
        Table { filter: vec![0; FILTER / 64].into(), words: WordMap::default() }
    }
}

/// Where a hash stands in a filter: word and bit.
fn place(hash: u64) -> (usize, u64) {
    let bit = (hash ^ hash >> 32) as usize % FILTER;
    (bit / 64, 1 << (bit % 64))
}

impl<V> Table<V> {
    pub fn get(&self, hash: u64) -> Option<&V> {
        let (word, bit) = place(hash);
        if self.filter.get(word)? & bit == 0 { None } else { self.words.get(&hash) }
    }

    /// Says something of a word, in place of what was said before.
    pub fn insert(&mut self, hash: u64, value: V) {
        self.note(hash);
        self.words.insert(hash, value);
    }

    fn note(&mut self, hash: u64) {
        let (word, bit) = place(hash);
        if let Some(bits) = self.filter.get_mut(word) {
            *bits |= bit;
        }
    }

    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.words.values_mut()
    }
}

impl<V: Default> Table<V> {
    /// What the list says of a word, to be added to.
    pub fn entry(&mut self, hash: u64) -> &mut V {
        self.note(hash);
        self.words.entry(hash).or_default()
    }
}
