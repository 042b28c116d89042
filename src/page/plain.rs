//! Plain text as an article: lines and paragraphs become blocks, the first and last lines furniture.
//! The text is kept byte for byte; blocks only point into it.

use super::lines::{at_most, ends_sentence, is_credit, is_date, is_furniture_line, reads_as_byline, set_apart, words};
use crate::article::{Article, Block, Part};
use crate::span::Span;

/// A text whose longest line is shorter than this may have been wrapped by hand or by a mailer.
const WRAPPED: usize = 100;
/// Words of a paragraph that can only be running text.
const PROSE: usize = 14;
/// Blocks in which headline, byline and date are looked for.
const TOP: usize = 25;

/// Makes an article of plain text.
pub fn article_from_text(text: &str) -> Article {
    let mut blocks: Vec<Block> = paragraphs(text).into_iter().map(|span| Block { span, part: Part::Body }).collect();
    // a lone paragraph is read as it is, whatever it looks like
    if blocks.len() > 1 {
        let body = first_of_body(text, &blocks);
        top(text, &mut blocks, body);
        rest(text, &mut blocks, body);
    }
    let blocks = set_apart(text, blocks);
    Article { text: text.to_owned(), blocks, ..Article::default() }
}

/// Lines joined into paragraphs, white space left out.
fn paragraphs(text: &str) -> Vec<Span> {
    let width = wrap_width(text);
    let mut out: Vec<Span> = Vec::new();
    let mut at = 0usize;
    let mut last_line: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        let body = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if body.is_empty() {
            last_line = None;
            continue;
        }
        let span = Span::new(start as u32, (start + body.len()) as u32);
        match (last_line, out.last_mut()) {
            (Some(before), Some(last)) if goes_on(before, body) || was_full(before, body, width) => last.end = span.end,
            _ => out.push(span),
        }
        last_line = Some(body);
    }
    out
}

/// The width at which the text was wrapped, if it was.
fn wrap_width(text: &str) -> Option<usize> {
    // a character has four bytes at most: one long line settles it without counting
    if text.lines().any(|l| l.len() > 4 * WRAPPED) {
        return None;
    }
    let width = text.lines().map(|l| l.trim_end().chars().count()).max().filter(|&longest| longest <= WRAPPED)?;
    let full = || text.lines().map(str::trim_end).filter(|l| l.chars().count() * 4 > width * 3);
    let broken = full().filter(|l| !ends_sentence(l)).count();
    (full().count() >= 4 && broken * 2 > full().count()).then_some(width)
}

/// Whether a wrapped line ends only because the next word did not fit.
fn was_full(line: &str, next: &str, width: Option<usize>) -> bool {
    let first = next.split_whitespace().next().map_or(0, |w| w.chars().count());
    width.is_some_and(|width| line.chars().count() + 1 + first > width)
}

/// A line that goes on in lower case after a long one, in quotation marks or not, or after a word that ends no line.
fn goes_on(before: &str, line: &str) -> bool {
    let quote = |c: char| matches!(c, '”' | '"' | '“');
    let stops = match before.trim_end_matches(quote).chars().last() {
        Some('.' | '!' | '?' | ':') => true,
        Some(',' | ';') => before.ends_with(quote),
        _ => false,
    };
    let lower = line.trim_start_matches(quote).chars().next().is_some_and(char::is_lowercase);
    // a heading in quotation marks may stand over a line in lower case, but not over one that joins
    let quoted = before.ends_with(quote);
    let joins = line.split(' ').next().is_some_and(|word| JOINING.contains(&word));
    let opens = before.rsplit(' ').next().is_some_and(|word| OPEN.contains(&word));
    before.len() >= 40 && !stops && lower && (!quoted || joins) || before.len() >= 40 && opens
}

/// Words that no line of text ends with.
const OPEN: &[&str] =
    &["the", "a", "an", "of", "to", "and", "or", "in", "on", "for", "with", "by", "as", "at", "from", "that", "than"];

/// Words that go on with a sentence.
const JOINING: &[&str] = &[
    "and", "or", "but", "that", "of", "to", "in", "on", "for", "with", "by", "as", "at", "from", "because", "which",
    "who",
];

/// Most of its longer words begin with a capital, as in an American headline.
fn is_title_case(text: &str) -> bool {
    let long: Vec<&str> =
        text.split_whitespace().filter(|w| w.chars().filter(|c| c.is_alphabetic()).count() > 3).collect();
    let capital = long.iter().filter(|w| w.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)).count();
    long.len() >= 3 && capital * 5 >= long.len() * 4
}

/// Index of the first block of running text.
fn first_of_body(text: &str, blocks: &[Block]) -> usize {
    let prose = |b: &&Block| {
        let body = b.span.of(text);
        let count = words(body);
        (count >= PROSE && (ends_sentence(body) || count > 30) && !(count <= 22 && is_title_case(body)))
            || (count >= 6 && ends_sentence(body) && !is_title_case(body))
    };
    let furniture = |b: &&Block| is_date(b.span.of(text)) || is_credit(b.span.of(text));
    blocks.iter().take(TOP).position(|b| prose(&b) && !furniture(&b)).unwrap_or(0)
}

/// Parts of the blocks above the body: headline, byline, credits, dates and other furniture.
fn top(text: &str, blocks: &mut [Block], body: usize) {
    let above = blocks.get_mut(..body).unwrap_or_default();
    let named = above.iter().filter(|b| is_headline(b.span.of(text))).map(|b| words(b.span.of(text))).max();
    // the headline is the longest line that can be one; set twice, it is the headline twice
    let headline: Option<String> =
        above.iter().map(|b| b.span.of(text)).find(|t| is_headline(t) && Some(words(t)) == named).map(str::to_owned);
    let mut seen = false;
    for block in above {
        let line = block.span.of(text);
        block.part = if headline.as_deref() == Some(line) {
            seen = true;
            Part::Headline
        } else if is_credit(line) {
            Part::Credit
        } else if is_date(line) {
            Part::Other
        } else if reads_as_byline(line) {
            Part::Byline
        } else if seen && words(line) >= 4 {
            Part::Subhead
        } else {
            Part::Other
        };
    }
}

fn is_headline(line: &str) -> bool {
    !is_date(line) && !is_credit(line) && !reads_as_byline(line) && words(line) <= 30
}

/// Parts of the blocks after the first of the body.
fn rest(text: &str, blocks: &mut [Block], body: usize) {
    let lines: Vec<&str> = blocks.iter().map(|b| b.span.of(text)).collect();
    let prose = |i: usize| lines.get(i).is_some_and(|l| l.len() > 120 || words(l) >= 10);
    for (i, block) in blocks.iter_mut().enumerate().skip(body) {
        let line = block.span.of(text);
        // what is longer than a line can only be running text
        if line.len() > 400 {
            continue;
        }
        let last = i + 1 == lines.len();
        block.part = if is_credit(line) {
            Part::Credit
        } else if reads_as_byline(line) && i > body {
            Part::Byline
        } else if !ends_sentence(line)
            && ((is_furniture_line(line) && at_most(line, 12)) || (last && i > body && at_most(line, 3)))
        {
            Part::Other
        } else if is_crosshead(line) && i > body && at_most(line, 8) && prose(i - 1) && prose(i + 1) {
            Part::Subhead
        } else {
            Part::Body
        };
    }
}

/// A short line without any of the marks that running text, lists and speech have.
fn is_crosshead(line: &str) -> bool {
    line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !ends_sentence(line)
        && !line.contains(['"', '“', '”', ':', ';'])
        && !line.ends_with([',', '-', '—'])
}
