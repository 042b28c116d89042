//! Words that a reader adds to the engine's lists or takes from them, as phrases of tokens.
//! Carries them to the layers that know what an outlet or an office is; judges none of them itself.

use std::collections::HashMap;

use super::tokens::{self, Token, hash_word};
use super::{Document, Tag};
use crate::span::Span;

/// The hash of a word that stands in no list: what the reader has silenced is a word like any other.
const UNLISTED: u64 = 1;

/// An outlet of the reader's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnOutlet {
    /// `org:…`
    pub entity: String,
    pub name: String,
    /// `wire`, `state-media`, `outlet`, or `organisation` for one that is no outlet.
    pub kind: &'static str,
    /// ISO 3166-1 alpha-3 of its home; empty when the reader gave none.
    pub state: String,
}

/// A name of the reader's own: a state, a body, or a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnName {
    pub name: String,
    pub kind: OwnKind,
    /// A state's code: of the state itself, or the one that a body or an official serves. May be empty.
    pub state: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnKind {
    State,
    Body,
    Official,
    Former,
    Spokesperson,
    Expert,
    Executive,
    Witness,
}

#[derive(Clone, Debug)]
struct Phrase<T> {
    written: Box<str>,
    /// Hashes of the words after the first.
    rest: Box<[u64]>,
    value: T,
}

/// Phrases with what they stand for, found by their first word, the longest first.
#[derive(Clone, Debug)]
struct Phrases<T> {
    by_first: HashMap<u64, Vec<Phrase<T>>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Phrases<T> {
        Phrases { by_first: HashMap::new() }
    }
}

impl<T> Phrases<T> {
    fn add(&mut self, phrase: &str, value: T) {
        let phrase = phrase.trim();
        let words: Vec<u64> = tokens_of(phrase).iter().map(|t| t.hash).collect();
        if let Some((&first, rest)) = words.split_first() {
            let list = self.by_first.entry(first).or_default();
            list.push(Phrase { written: phrase.into(), rest: rest.into(), value });
            list.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
    }

    /// The longest phrase that begins at a token, and its last token.
    fn at(&self, text: &str, tokens: &[Token], token: usize, as_written: bool) -> Option<(&T, usize)> {
        if self.by_first.is_empty() {
            return None;
        }
        let first = tokens.get(token)?;
        self.by_first.get(&first.hash)?.iter().find_map(|phrase| {
            let same = |(at, hash): (usize, &u64)| {
                tokens.get(token + 1 + at).is_some_and(|t| t.hash == *hash && t.block == first.block)
            };
            let last = token + phrase.rest.len();
            let written = || Span::new(first.start, tokens[last].end).of(text) == &*phrase.written;
            (phrase.rest.iter().enumerate().all(same) && (!as_written || written())).then_some((&phrase.value, last))
        })
    }
}

/// The tokens of a phrase, cut as a story's are.
fn tokens_of(phrase: &str) -> Vec<Token> {
    let span = Span::new(0, phrase.len() as u32);
    let mut out = Vec::new();
    tokens::tokenize(phrase, span, 0, &mut out);
    out
}

/// All that a reader has added and silenced.
#[derive(Clone, Debug, Default)]
pub struct OwnWords {
    outlets: Phrases<OwnOutlet>,
    names: Phrases<OwnName>,
    silent: Phrases<()>,
    /// Forms of the reader's verbs of saying, each with the same form of the listed verb it works like.
    verbs: HashMap<u64, u64>,
}

impl OwnWords {
    /// Names and outlets match as they are written.
    pub fn add_outlet(&mut self, outlet: OwnOutlet) {
        self.outlets.add(&outlet.name.clone(), outlet);
    }

    pub fn add_name(&mut self, name: OwnName) {
        self.names.add(&name.name.clone(), name);
    }

    /// One form of a verb, and the listed word it is to be read as.
    pub fn add_verb_form(&mut self, form: &str, like: &str) {
        self.verbs.insert(hash_word(form), hash_word(like));
    }

    /// Words that are never a name, an outlet or a cue, in any case of letters.
    pub fn silence(&mut self, phrase: &str) {
        self.silent.add(phrase, ());
    }

    pub(super) fn has_verbs(&self) -> bool {
        !self.verbs.is_empty()
    }

    /// Reads the reader's verbs as the listed ones, so that the tagger and the rules know what they do.
    pub(super) fn lend(&self, tokens: &mut [Token]) {
        for token in tokens {
            if let Some(&like) = self.verbs.get(&token.hash) {
                token.hash = like;
            }
        }
    }

    /// After the tagger: what is no verb here is its own word again, and silenced words are unlisted.
    pub(super) fn settle(&self, text: &str, tokens: &mut [Token]) {
        if self.has_verbs() {
            for token in tokens.iter_mut().filter(|t| !t.tag.is_verb() && t.tag != Tag::Aux) {
                let own = hash_word(token.span().of(text));
                if self.verbs.contains_key(&own) {
                    token.hash = own;
                }
            }
        }
        let mut at = 0;
        while at < tokens.len() {
            let end = self.silent.at(text, tokens, at, false).map(|((), last)| last);
            if let Some(last) = end {
                tokens[at..=last].iter_mut().for_each(|t| t.hash = UNLISTED);
                at = last;
            }
            at += 1;
        }
    }
}

impl Document<'_> {
    /// The reader's own outlet that is named from this token on, and its last token.
    pub fn own_outlet(&self, token: usize) -> Option<(&OwnOutlet, usize)> {
        self.own?.outlets.at(self.text, &self.tokens, token, true)
    }

    /// The reader's own name from this token on, and its last token.
    pub fn own_name(&self, token: usize) -> Option<(&OwnName, usize)> {
        self.own?.names.at(self.text, &self.tokens, token, true)
    }
}
