//! Text foundation: tokens, sentences, quotations and parts of speech of an article.
//! Knows English writing conventions, but no word lists about states, offices or sources.

mod mend;
mod mend_clauses;
mod mends;
mod own;
mod quotes;
mod sentences;
mod tag;
pub mod tagger;
mod tokens;
mod words;

pub use own::{OwnKind, OwnName, OwnOutlet, OwnWords};
pub use quotes::{Quote, QuoteMark};
pub use sentences::Sentence;
pub use tag::Tag;
pub use tokens::{Kind, Token, hash_ascii, hash_word};
pub use words::Words;

use crate::article::{Article, Block};
use crate::span::Span;

/// An article taken apart. Tokens, sentences and quotes are in reading order; a sentence never
/// crosses a block, a quotation may (`Quote::continues`).
pub struct Document<'a> {
    pub article: &'a Article,
    pub text: &'a str,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    pub quotes: Vec<Quote>,
    /// What the reader added to the lists; None costs nothing.
    pub(crate) own: Option<&'a OwnWords>,
}

impl<'a> Document<'a> {
    pub fn new(article: &'a Article) -> Document<'a> {
        Document::with_own(article, None)
    }

    /// The same, with words of the reader's own.
    pub fn with_own(article: &'a Article, own: Option<&'a OwnWords>) -> Document<'a> {
        let text = article.text.as_str();
        let mut tokens = Vec::with_capacity(text.len() / 5 + 8);
        let mut sentences = Vec::with_capacity(text.len() / 100 + 4);
        for (index, block) in article.blocks.iter().enumerate() {
            let first = tokens.len();
            tokens::tokenize(text, block.span, index as u32, &mut tokens);
            sentences::split(text, index as u32, first, &tokens, &mut sentences);
        }
        let quotes = quotes::find(text, &mut tokens);
        let mut document = Document { article, text, tokens, sentences, quotes, own };
        if let Some(own) = own {
            own.lend(&mut document.tokens);
        }
        tagger::tag_document(&mut document);
        mend::mend(&mut document);
        if let Some(own) = own {
            own.settle(text, &mut document.tokens);
        }
        document
    }

    /// The words of a token as written; empty past the end, so that rules may look ahead freely.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |t| t.span().of(self.text))
    }

    /// Whether the token is this word, whatever its case; written in lower case, so that its hash is settled
    /// when the engine is built.
    #[inline(always)]
    pub fn is(&self, token: usize, word: &str) -> bool {
        self.tokens.get(token).is_some_and(|t| t.hash == hash_ascii(word))
    }

    /// Whether the token is one of these words, given by `words!`.
    pub fn any(&self, token: usize, words: &Words) -> bool {
        self.tokens.get(token).is_some_and(|t| words.contains(&t.hash))
    }

    /// Whether the tokens from `token` on are these words.
    pub fn are(&self, token: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.is(token + offset, word))
    }

    pub fn tag(&self, token: usize) -> Tag {
        self.tokens.get(token).map_or(Tag::Punct, |t| t.tag)
    }

    /// Bytes from the first token to the last, both included.
    pub fn span(&self, first: usize, last: usize) -> Span {
        match (self.tokens.get(first), self.tokens.get(last)) {
            (Some(a), Some(b)) => Span::new(a.start, b.end),
            _ => Span::new(0, 0),
        }
    }

    /// The quotation in which a token stands, its marks included.
    pub fn quotation(&self, token: usize) -> Option<&Quote> {
        let number = self.tokens.get(token)?.quote;
        self.quotes.get((number as usize).checked_sub(1)?)
    }

    /// Whether a token stands in a quotation, its marks included.
    pub fn quoted(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.quote != 0)
    }

    pub fn block(&self, sentence: &Sentence) -> Option<&Block> {
        self.article.blocks.get(sentence.block as usize)
    }

    /// Index of the sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.end <= token).min(self.sentences.len().saturating_sub(1))
    }

    /// Index of the first token that ends after this byte.
    pub fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|t| t.end <= byte)
    }
}
