//! Part-of-speech tags: a greedy averaged perceptron over hashed features, where a lexicon settles the
//! words that can be one thing only. Reads tokens and writes `Token::tag`; knows nothing after that.
//!
//! Trained by `train-tagger` (feature `tools`) on the parts of the GUM corpus that may be used so; see
//! NOTICE. What the features are is in `look`, how the weights lie in bytes in `weights`.

pub mod look;
pub mod weights;

use super::{Document, Tag};
use look::{EDGE, Look, Shape, TAGS, Word};
use weights::{Scores, Weights};

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

/// A lead that the features left over hardly ever turn: nearly half of the words have it after the first
/// features, and on news one in two thousand of them would have got another tag after all.
const SURE: i16 = 208;

/// The tag with this number.
pub fn tag_of(number: u8) -> Tag {
    ALL.get(usize::from(number)).copied().unwrap_or(Tag::X)
}

/// Writes the part of speech of every token.
pub(super) fn tag_document(document: &mut Document) {
    let Some(weights) = Weights::read(WEIGHTS) else { return };
    let text = document.text;
    let mut reader = Reader::new(&weights);
    for sentence in &document.sentences {
        let Some(tokens) = document.tokens.get_mut(sentence.start..sentence.end) else { continue };
        reader.see(tokens.iter().map(|t| Word { text: t.span().of(text), hash: t.hash }));
        reader.tag(|at, tag| tokens[at].tag = tag);
    }
}

/// Tags the words of one sentence.
pub fn tag_words(weights: &Weights, words: &[Word], tags: &mut Vec<Tag>) {
    let mut reader = Reader::new(weights);
    reader.see(words.iter().copied());
    tags.clear();
    reader.tag(|_, tag| tags.push(tag));
}

/// One sentence after the other.
struct Reader<'w, 'a> {
    weights: &'w Weights<'a>,
    /// Every word of the sentence with two edges before and after it.
    looks: Vec<Look>,
    /// The tags the lexicon knows for each word.
    known: Vec<u32>,
}

impl<'w, 'a> Reader<'w, 'a> {
    fn new(weights: &'w Weights<'a>) -> Reader<'w, 'a> {
        Reader { weights, looks: Vec::new(), known: Vec::new() }
    }

    /// Looks at the words of a sentence and looks them up.
    fn see<'t>(&mut self, words: impl Iterator<Item = Word<'t>> + Clone) {
        let casing = look::casing(words.clone().map(|word| word.text));
        self.looks.clear();
        self.known.clear();
        self.looks.extend([EDGE, EDGE]);
        let mut first = true;
        for word in words {
            let mut look = look::look(&word, first, casing);
            first &= look.shape == Shape::Mark;
            let keys = look::keys(&look);
            let found = self.weights.word(keys[0]).or_else(|| {
                let other = if keys[1] != keys[0] { self.weights.word(keys[1]) } else { None };
                other.or_else(|| if keys[2] != keys[1] { self.weights.word(keys[2]) } else { None })
            });
            let known = match found {
                Some((class, frequent)) => {
                    (look.class, look.frequent) = (class, frequent);
                    self.weights.tags(class)
                }
                None => {
                    look.class = look::unknown_class(&look);
                    0
                }
            };
            self.looks.push(look);
            self.known.push(known);
        }
        self.looks.extend([EDGE, EDGE]);
    }

    /// Gives the tag of each word in turn.
    fn tag(&self, mut give: impl FnMut(usize, Tag)) {
        let mut tags = [TAGS as u8; 2];
        for (at, &known) in self.known.iter().enumerate() {
            let Some(window) = self.looks.get(at..).and_then(<[Look]>::first_chunk) else { break };
            let mask = look::candidates(&window[2], known);
            let tag = if mask.count_ones() == 1 {
                mask.trailing_zeros() as u8
            } else {
                let mut scores = Scores::default();
                look::first_features(window, tags, |feature| self.weights.add(feature, &mut scores));
                let (tag, margin) = weights::best(&scores, mask);
                if margin >= SURE {
                    tag
                } else {
                    look::other_features(window, tags, |feature| self.weights.add(feature, &mut scores));
                    weights::best(&scores, mask).0
                }
            };
            tags = [tag, tags[0]];
            give(at, tag_of(tag));
        }
    }
}
