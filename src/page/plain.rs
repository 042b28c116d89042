//! Plain text as an article: lines and paragraphs become blocks, the first lines a headline.

use crate::article::{Article, Block, Part};
use crate::span::Span;

/// A headline is shorter than this, in bytes.
const HEADLINE: usize = 160;

/// Makes an article of plain text. The text is kept byte for byte; blocks leave white space out.
pub fn article_from_text(text: &str) -> Article {
    let mut blocks: Vec<Block> = Vec::new();
    let mut at = 0usize;
    let mut wrapped: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let body = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if body.is_empty() {
            wrapped = None;
            continue;
        }
        let span = Span::new(start as u32, (start + body.len()) as u32);
        // a hard-wrapped paragraph: full lines that go on in lower case
        match (wrapped, blocks.last_mut()) {
            (Some(length), Some(last)) if length >= 40 && goes_on(last.span.of(text), body) => last.span.end = span.end,
            _ => blocks.push(Block { span, part: Part::Body }),
        }
        wrapped = Some(body.len());
    }
    let ends_sentence = |span: Span| {
        matches!(span.of(text).trim_end_matches(['"', '”', '’', ')']).chars().last(), Some('.' | '!' | '?' | '…'))
    };
    if blocks.len() > 1
        && let Some(first) = blocks.first_mut()
        && (first.span.len() as usize) < HEADLINE
        && !ends_sentence(first.span)
    {
        first.part = Part::Headline;
    }
    Article { text: text.to_owned(), blocks, ..Article::default() }
}

fn goes_on(before: &str, line: &str) -> bool {
    let stops = matches!(before.chars().last(), Some('.' | '!' | '?' | ':' | '”' | '"'));
    !stops && line.chars().next().is_some_and(char::is_lowercase)
}
