//! Sentences: runs of tokens that end at a full stop, question or exclamation mark of their block.
//! A quotation of several sentences is several sentences; a heading without a stop is one.

use super::tokens::{Kind, Token, hash_word};

/// Tokens `[start, end)` of the document; never crosses a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub start: usize,
    pub end: usize,
    pub block: u32,
}

impl Sentence {
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

/// Words that begin a sentence after an abbreviation that may also end one ("in the U.S. The …").
const STARTERS: &[&str] = &[
    "the",
    "a",
    "an",
    "it",
    "he",
    "she",
    "they",
    "we",
    "i",
    "this",
    "that",
    "these",
    "those",
    "but",
    "and",
    "in",
    "on",
    "at",
    "for",
    "there",
    "his",
    "her",
    "their",
    "its",
    "however",
    "if",
    "when",
    "while",
    "after",
    "as",
    "some",
    "what",
    "so",
    "both",
    "according",
    "you",
    "my",
    "our",
    "no",
    "not",
    "many",
    "since",
    "by",
    "with",
    "from",
    "who",
    "how",
];

/// Appends the sentences of the tokens from `first` on, which are one block's.
pub(super) fn split(text: &str, block: u32, first: usize, tokens: &[Token], out: &mut Vec<Sentence>) {
    let mut start = first;
    let mut i = first;
    while i < tokens.len() {
        let word = tokens[i].span().of(text);
        let stop = matches!(word.chars().next(), Some('.' | '!' | '?' | '…')) && tokens[i].kind == Kind::Punct;
        let abbreviation = !stop && word.len() > 1 && word.ends_with('.');
        if !stop && !abbreviation {
            i += 1;
            continue;
        }
        let mut end = i + 1;
        // closing marks belong to the sentence they close
        while end < tokens.len() && tokens[end].glued && closes(tokens[end].span().of(text), end, tokens) {
            end += 1;
        }
        if end >= tokens.len() {
            break;
        }
        let boundary = if stop { begins(text, tokens, end, word) } else { ends_with_abbreviation(text, tokens, end) };
        if boundary {
            out.push(Sentence { start, end, block });
            start = end;
        }
        i = end;
    }
    if start < tokens.len() {
        out.push(Sentence { start, end: tokens.len(), block });
    }
}

fn closes(word: &str, at: usize, tokens: &[Token]) -> bool {
    match word {
        "”" | "’" | "»" | ")" | "]" | "." | "!" | "?" => true,
        // a straight quote glued to what stands before it closes, unless a word is glued to it
        "\"" | "'" | "''" => tokens.get(at + 1).is_none_or(|next| !next.glued || next.kind == Kind::Punct),
        _ => false,
    }
}

/// Whether the token after a stop can begin a sentence.
fn begins(text: &str, tokens: &[Token], at: usize, stop: &str) -> bool {
    let next = &tokens[at];
    if next.kind == Kind::Lower {
        // "Yahoo! said", "'Why?' he asked": the sentence goes on; after a plain stop a lower-case
        // word starts a new one only when white space parts them and the stop is a single point
        return false;
    }
    if stop.len() > 1 && !next.is_capital() {
        return false;
    }
    if next.glued && next.kind != Kind::Punct {
        // "3.Next": a missing space, still two sentences when a capital follows
        return next.is_capital() && tokens[at - 1].kind == Kind::Punct;
    }
    if next.kind == Kind::Punct {
        let word = next.span().of(text);
        if matches!(word, "," | ";" | ":" | "-" | "–" | "—" | "--") {
            return false;
        }
        // an opening quote or bracket: look at what it opens
        return tokens.get(at + 1).is_none_or(|after| after.kind != Kind::Lower);
    }
    true
}

fn ends_with_abbreviation(text: &str, tokens: &[Token], at: usize) -> bool {
    let next = &tokens[at];
    let last = tokens[at - 1].span().of(text).trim_end_matches('.');
    let may_end = last.contains('.')
        || ["inc", "corp", "co", "ltd", "jr", "sr", "etc", "bros", "llc"].iter().any(|w| last.eq_ignore_ascii_case(w))
        || tokens[at - 1].kind == Kind::Punct;
    if !may_end {
        return false;
    }
    if next.kind == Kind::Punct {
        return matches!(next.span().of(text), "“" | "\"" | "‘" | "''")
            && tokens.get(at + 1).is_some_and(Token::is_capital)
            && !next.glued;
    }
    next.kind == Kind::Capital && STARTERS.iter().any(|w| hash_word(w) == next.hash)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::text::tokens::tokenize;

    fn count(text: &str) -> usize {
        let (mut tokens, mut out) = (Vec::new(), Vec::new());
        tokenize(text, Span::new(0, text.len() as u32), 0, &mut tokens);
        split(text, 0, 0, &tokens, &mut out);
        out.len()
    }

    #[test]
    fn ends_where_a_reader_would() {
        let table = [
            ("He left. She stayed.", 2),
            ("Gen. Okoro left at 5 p.m. on Monday.", 1),
            ("He flew to the U.S. The trip was short.", 2),
            ("“Stop. Go home!” she said.", 2),
            ("“Why?” he asked.", 1),
            ("“It ended.” The crowd left.", 2),
            ("N. Korea fired two shots.", 1),
            ("A heading without a stop", 1),
            ("It costs 3.5 million. Mr. Lund paid.", 2),
        ];
        for (text, expected) in table {
            assert_eq!(count(text), expected, "{text}");
        }
    }
}
