//! Part-of-speech tags: a greedy averaged perceptron over hashed features, where a lexicon settles the
//! words that can be one thing only. Reads tokens and writes `Token::tag`; knows nothing after that.
//!
//! Trained by `train-tagger` (feature `tools`) on the parts of the GUM corpus that may be used so; see
//! NOTICE. What the features are is in `look`, how the weights lie in bytes in `weights`.

pub mod look;
pub mod weights;

use super::{Document, Tag};
use look::{Casing, EDGE, Look, Shape, TAGS, Word};
use weights::Weights;

#[cfg(test)]
mod tests;

static WEIGHTS: &[u8] = include_bytes!("weights.bin");

const ALL: [Tag; TAGS] = {
    use Tag::*;
    [
        Noun,
        NounPlural,
        Propn,
        Pron,
        PronPoss,
        Det,
        Adj,
        AdjComparative,
        Adv,
        Adp,
        Aux,
        Modal,
        VerbBase,
        VerbPresent,
        Verb3sg,
        VerbPast,
        VerbIng,
        VerbPart,
        Cconj,
        Sconj,
        Part,
        Num,
        Intj,
        Punct,
        Sym,
        X,
    ]
};

/// The tag with this number.
pub fn tag_of(number: u8) -> Tag {
    ALL.get(usize::from(number)).copied().unwrap_or(Tag::X)
}

/// Writes the part of speech of every token.
pub(super) fn tag_document(document: &mut Document) {
    let Some(weights) = Weights::read(WEIGHTS) else { return };
    let text = document.text;
    for sentence in &document.sentences {
        let Some(tokens) = document.tokens.get_mut(sentence.start..sentence.end) else { continue };
        let word = |t: &super::Token| Word { text: t.span().of(text), hash: t.hash };
        let casing = look::casing(tokens.iter().map(|t| t.span().of(text)));
        let mut reader = Reader::new(&weights, casing);
        reader.push(tokens.first().map(word));
        reader.push(tokens.get(1).map(word));
        for at in 0..tokens.len() {
            reader.push(tokens.get(at + 2).map(word));
            tokens[at].tag = reader.next();
        }
    }
}

/// Tags the words of one sentence.
pub fn tag_words(weights: &Weights, words: &[Word], tags: &mut Vec<Tag>) {
    let mut reader = Reader::new(weights, look::casing(words.iter().map(|w| w.text)));
    reader.push(words.first().copied());
    reader.push(words.get(1).copied());
    tags.clear();
    for at in 0..words.len() {
        reader.push(words.get(at + 2).copied());
        tags.push(reader.next());
    }
}

/// Five words in view, and the tags given so far.
struct Reader<'w, 'a> {
    weights: &'w Weights<'a>,
    casing: Casing,
    first: bool,
    window: [Look; 5],
    /// The tags the lexicon knows for the last three words of the window.
    known: [u32; 3],
    tags: [u8; 2],
}

impl<'w, 'a> Reader<'w, 'a> {
    fn new(weights: &'w Weights<'a>, casing: Casing) -> Reader<'w, 'a> {
        Reader { weights, casing, first: true, window: [EDGE; 5], known: [0; 3], tags: [TAGS as u8; 2] }
    }

    /// Moves the window on by one word; `None` past the end of the sentence.
    fn push(&mut self, word: Option<Word>) {
        let (mut look, mut known) = (EDGE, 0);
        if let Some(word) = word {
            look = look::look(&word, self.first, self.casing);
            self.first &= look.shape == Shape::Mark;
            let keys = look::keys(&look);
            let found = self.weights.word(keys[0]).or_else(|| {
                let other = if keys[1] != keys[0] { self.weights.word(keys[1]) } else { None };
                other.or_else(|| if keys[2] != keys[1] { self.weights.word(keys[2]) } else { None })
            });
            match found {
                Some((class, frequent)) => {
                    (look.class, look.frequent) = (class, frequent);
                    known = self.weights.tags(class);
                }
                None => look.class = look::unknown_class(&look),
            }
        }
        let [_, a, b, c, d] = self.window;
        self.window = [a, b, c, d, look];
        self.known = [self.known[1], self.known[2], known];
    }

    /// The tag of the middle word.
    fn next(&mut self) -> Tag {
        let mask = look::candidates(&self.window[2], self.known[0]);
        let tag = if mask.count_ones() == 1 {
            mask.trailing_zeros() as u8
        } else {
            let mut scores = [0i32; 32];
            look::features(&self.window, self.tags, |feature| self.weights.add(feature, &mut scores));
            weights::best(&scores, mask)
        };
        self.tags = [tag, self.tags[0]];
        tag_of(tag)
    }
}
