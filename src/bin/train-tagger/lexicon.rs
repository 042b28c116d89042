//! What each word may be: the hand-drawn list, its inflections, and what the corpus shows.
//! Development only. A word's own document can be left out, so that training meets unknown words.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use hearsay::text::Tag;
use hearsay::text::tagger::look::{self, AS_CAPITAL, AS_EITHER, Casing, Look, Shape, TAGS, UNKNOWN, Word};

use crate::inflect;
use crate::{Sentence, Token};

/// Seen this often, a word's ending teaches nothing more, and four times this, nor does the list.
const FREQUENT: u32 = 12;

type Counts = [u32; TAGS];

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Entry {
    pub mask: u32,
    pub major: u8,
    pub frequent: bool,
}

/// A word's hash, and whether the entry is for the word with a meaningful capital.
type Key = (u64, bool);

/// A lemma, and whether it is a verb.
type Lemma = (String, bool);

#[derive(Default)]
pub struct Lexicon {
    listed: BTreeMap<Key, Vec<u8>>,
    seen: BTreeMap<Key, Counts>,
    seen_in: HashMap<(Key, usize), Counts>,
    /// Forms of lemmas that the corpus shows: tag and lemma.
    inflected: BTreeMap<u64, Vec<(u8, Lemma)>>,
    lemmas: HashMap<Lemma, BTreeSet<usize>>,
    /// What the lessons mark, which even a common word may be.
    marked: BTreeMap<u64, u32>,
}

fn bare(word: &str) -> u64 {
    look::look(&Word { text: word, hash: hearsay::text::hash_word(word) }, false, Casing::Normal).hash
}

impl Lexicon {
    /// Reads the list; see its head for the form.
    pub fn from_list(list: &str) -> Lexicon {
        let mut lexicon = Lexicon::default();
        for (word, tag, capital) in inflect::list(list) {
            let tags = lexicon.listed.entry((bare(&word), capital)).or_default();
            if !tags.contains(&(tag as u8)) {
                tags.push(tag as u8);
            }
        }
        lexicon
    }

    pub fn add(&mut self, sentence: &Sentence) {
        for (token, look) in sentence.tokens.iter().zip(sentence.looks()) {
            let capital = match look.shape {
                Shape::Capital | Shape::Mixed | Shape::Initial | Shape::Upper => true,
                Shape::First | Shape::Title | Shape::UpperAll => token.gold == Tag::Propn,
                _ => false,
            };
            let key = (look.hash, capital);
            self.seen.entry(key).or_default()[token.gold as usize] += 1;
            self.seen_in.entry((key, sentence.document)).or_default()[token.gold as usize] += 1;
            self.add_lemma(token, &look, sentence.document);
        }
    }

    /// Notes that a word may have a tag, however common it is.
    pub fn mark(&mut self, word: &str, tag: Tag) {
        if word.bytes().all(|b| b.is_ascii_lowercase()) {
            *self.marked.entry(bare(word)).or_default() |= 1 << tag as u32;
        }
    }

    fn add_lemma(&mut self, token: &Token, look: &Look, document: usize) {
        let verb = token.gold.is_verb();
        let noun = matches!(token.gold, Tag::Noun | Tag::NounPlural);
        let plain = token.lemma.len() > 2 && token.lemma.bytes().all(|b| b.is_ascii_lowercase());
        if !(verb || noun) || !plain || look.shape == Shape::Mixed {
            return;
        }
        let lemma = (token.lemma.clone(), verb);
        if self.lemmas.entry(lemma.clone()).or_default().insert(document) && self.lemmas[&lemma].len() == 1 {
            let forms = if verb { inflect::verb(&token.lemma, false) } else { inflect::noun(&token.lemma) };
            for (form, tag) in forms {
                self.inflected.entry(bare(&form)).or_default().push((tag as u8, lemma.clone()));
            }
        }
    }

    /// The entry of a key, one document's evidence left out.
    fn entry(&self, key: Key, without: Option<usize>) -> Option<Entry> {
        let mut counts = self.seen.get(&key).copied().unwrap_or_default();
        if let Some(own) = without.and_then(|d| self.seen_in.get(&(key, d))) {
            counts.iter_mut().zip(own).for_each(|(c, o)| *c -= o);
        }
        let total: u32 = counts.iter().sum();
        let mut mask = 0u32;
        for (tag, &count) in counts.iter().enumerate() {
            // one odd reading of a common word is a slip of the corpus more often than not
            if count > 0 && count * 50 >= total && (total < 30 || count > 1) {
                mask |= 1 << tag;
            }
        }
        let mut major = (0..TAGS).rev().max_by_key(|&t| counts[t]).unwrap_or(0) as u8;
        if total < FREQUENT * 4 {
            if let Some(tags) = self.listed.get(&key) {
                tags.iter().for_each(|t| mask |= 1 << t);
                if total < 3 {
                    major = tags[0];
                }
            } else if let Some(forms) = self.inflected.get(&key.0).filter(|_| !key.1) {
                for (tag, lemma) in forms {
                    if self.lemmas.get(lemma).is_some_and(|docs| docs.iter().any(|d| Some(*d) != without)) {
                        if mask == 0 {
                            major = *tag;
                        }
                        mask |= 1 << tag;
                    }
                }
            }
        }
        if !key.1 && mask != 0 {
            mask |= self.marked.get(&key.0).copied().unwrap_or(0);
        }
        (mask != 0).then_some(Entry { mask, major, frequent: total >= FREQUENT })
    }

    fn either(&self, hash: u64, without: Option<usize>) -> Option<Entry> {
        match (self.entry((hash, false), without), self.entry((hash, true), without)) {
            (Some(a), Some(b)) => Some(Entry { mask: a.mask | b.mask, frequent: a.frequent && b.frequent, ..a }),
            (a, b) => a.or(b),
        }
    }

    /// What the packed lexicon will say of a word, one document left out.
    pub fn find(&self, look: &Look, without: Option<usize>) -> Option<Entry> {
        match look::keys(look)[0] ^ look.hash {
            0 => self.entry((look.hash, false), without),
            AS_EITHER => self.either(look.hash, without),
            _ => self.entry((look.hash, true), without).or_else(|| self.entry((look.hash, false), without)),
        }
    }

    /// Every key of the packed lexicon with its entry.
    pub fn all(&self) -> Vec<(u64, Entry)> {
        let plain: BTreeSet<u64> =
            self.listed.keys().chain(self.seen.keys()).filter(|k| !k.1).map(|k| k.0).collect::<BTreeSet<_>>();
        let plain: BTreeSet<u64> = plain.into_iter().chain(self.inflected.keys().copied()).collect();
        let capital: BTreeSet<u64> = self.listed.keys().chain(self.seen.keys()).filter(|k| k.1).map(|k| k.0).collect();
        let mut out = Vec::new();
        for &hash in &plain {
            out.extend(self.entry((hash, false), None).map(|e| (hash, e)));
            if capital.contains(&hash) {
                out.extend(self.either(hash, None).map(|e| (hash ^ AS_EITHER, e)));
            }
        }
        out.extend(capital.iter().filter_map(|&h| self.entry((h, true), None).map(|e| (h ^ AS_CAPITAL, e))));
        out
    }
}

/// The sets of tags that words may have, numbered; the first are the single tags. A set counts as
/// another where another of its tags is the usual one.
pub struct Classes {
    numbers: HashMap<(u32, u8), u8>,
    pub masks: Vec<u32>,
}

impl Classes {
    /// Numbers the sets that words are met with, the commonest first.
    pub fn new(met: impl Iterator<Item = Entry>) -> Classes {
        let mut counts: BTreeMap<(u32, u8), u32> = BTreeMap::new();
        met.for_each(|e| *counts.entry((e.mask, e.major)).or_default() += 1);
        let mut order: Vec<_> = counts.into_iter().filter(|((mask, _), _)| mask.count_ones() > 1).collect();
        order.sort_by_key(|&(set, count)| (std::cmp::Reverse(count), set));
        let mut masks: Vec<u32> = (0..TAGS).map(|t| 1 << t).collect();
        let mut numbers: HashMap<(u32, u8), u8> = (0..TAGS as u8).map(|t| ((1 << t, t), t)).collect();
        for (set, _) in order.into_iter().take(usize::from(UNKNOWN) - TAGS) {
            numbers.insert(set, masks.len() as u8);
            masks.push(set.0);
        }
        Classes { numbers, masks }
    }

    /// The class of an entry: its own, or the smallest that holds all of its tags.
    pub fn of(&self, entry: &Entry) -> u8 {
        self.numbers.get(&(entry.mask, entry.major)).copied().unwrap_or_else(|| {
            let holds = |m: u32| m & entry.mask == entry.mask;
            let wider = (0..self.masks.len()).filter(|&i| holds(self.masks[i]));
            wider.min_by_key(|&i| (self.masks[i].count_ones(), i)).map_or(entry.major, |i| i as u8)
        })
    }
}
