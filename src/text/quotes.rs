//! Quotations: pairs of curly, straight, single and angle quotation marks, also over paragraphs.
//! Decides what is quoted, never who says it.

use super::tokens::{Kind, Token};
use crate::span::Span;

/// A quotation, marks included. `inner` is what stands between them.
#[derive(Clone, Copy, Debug)]
pub struct Quote {
    /// First and last token, marks included.
    pub first: usize,
    pub last: usize,
    pub mark: QuoteMark,
    /// Opened here and not closed in this paragraph: goes on in the next quotation.
    pub continues: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteMark {
    Double,
    Single,
}

impl Quote {
    pub fn span(&self, tokens: &[Token]) -> Span {
        Span::new(tokens[self.first].start, tokens[self.last].end)
    }

    /// Tokens between the marks.
    pub fn words(&self) -> usize {
        (self.last - self.first).saturating_sub(1)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
    None,
}

/// Finds the quotations of every block and writes each token's `quote`.
///
/// Double marks are paired within a block; one left open is kept when the next block begins with
/// an opening mark (the printers' habit for quotations of several paragraphs) or when it runs to the
/// end of its block, and dropped otherwise. Single marks are taken only where they cannot be apostrophes.
pub(super) fn find(text: &str, tokens: &mut [Token]) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let block = tokens[start].block;
        let end = start + tokens[start..].partition_point(|t| t.block == block);
        let known = quotes.len();
        pair(text, tokens, start, end, QuoteMark::Double, &mut quotes);
        let doubles = quotes.len();
        pair(text, tokens, start, end, QuoteMark::Single, &mut quotes);
        // single quotes inside double ones are part of them
        let outer: Vec<Quote> = quotes[known..doubles].to_vec();
        let mut kept = doubles;
        for i in doubles..quotes.len() {
            let q = quotes[i];
            if !outer.iter().any(|o| o.first <= q.first && q.last <= o.last) {
                quotes[kept] = q;
                kept += 1;
            }
        }
        quotes.truncate(kept);
        start = end;
    }
    quotes.sort_by_key(|q| q.first);
    for (index, quote) in quotes.iter().enumerate() {
        let Ok(number) = u16::try_from(index + 1) else { break };
        for token in &mut tokens[quote.first..=quote.last] {
            if token.quote == 0 {
                token.quote = number;
            }
        }
    }
    quotes
}

fn pair(text: &str, tokens: &[Token], start: usize, end: usize, mark: QuoteMark, out: &mut Vec<Quote>) {
    let mut open: Option<usize> = None;
    let mut i = start;
    while i < end {
        let side = if tokens[i].kind == Kind::Punct { side(text, tokens, i, mark, start, end) } else { Side::None };
        match (side, open) {
            (Side::Open, None) | (Side::Either, None) => open = Some(i),
            (Side::Open, Some(_)) if mark == QuoteMark::Single => open = Some(i),
            // a misplaced space: `the ladies, "sources say`
            (Side::Open, Some(first)) if straight_close(text, tokens, i) => {
                out.push(Quote { first, last: i, mark, continues: false });
                open = None;
            }
            (Side::Close | Side::Either, Some(first)) => {
                out.push(Quote { first, last: i, mark, continues: false });
                open = None;
            }
            _ => {}
        }
        i += 1;
    }
    if let (Some(first), QuoteMark::Double) = (open, mark)
        && end > first + 1
    {
        // runs on into the next paragraph, which opens again
        // "He said, “…" left open to the end of the paragraph by a slip
        let introduced = first > start && matches!(tokens[first - 1].span().of(text), "," | ":");
        let next_opens = tokens.get(end).is_some_and(|t| matches!(t.span().of(text), "“" | "\"" | "«" | "''"));
        if next_opens || introduced {
            out.push(Quote { first, last: end - 1, mark, continues: next_opens });
        }
    }
}

fn side(text: &str, tokens: &[Token], at: usize, mark: QuoteMark, start: usize, end: usize) -> Side {
    let word = tokens[at].span().of(text);
    let space_before = at == start || !tokens[at].glued;
    let space_after = at + 1 >= end || !tokens[at + 1].glued;
    let after_open_mark =
        at > start && matches!(tokens[at - 1].span().of(text), "(" | "[" | "—" | "–" | "-" | "--" | ":");
    let straight = || match (space_before || after_open_mark, space_after) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        (false, false) => {
            let next = tokens[at + 1].kind;
            if next == Kind::Punct { Side::Close } else { Side::Either }
        }
        (true, true) => Side::Either,
    };
    match (mark, word) {
        // „…“ as Germans write it, “…,“ by a slip
        (QuoteMark::Double, "“") if !space_before && space_after && !after_open_mark => Side::Close,
        (QuoteMark::Double, "“" | "«" | "„" | "``") => Side::Open,
        (QuoteMark::Double, "”" | "»") => Side::Close,
        (QuoteMark::Double, "\"" | "＂" | "''") => straight(),
        (QuoteMark::Single, "‘" | "‹") => Side::Open,
        (QuoteMark::Single, "›") => Side::Close,
        (QuoteMark::Single, "'") if space_before && !space_after => Side::Open,
        // an apostrophe after s may be a possessive: taken as a close only when something opened,
        // and a comma, stop or capital-free context follows
        (QuoteMark::Single, "’" | "'") if !space_before => Side::Close,
        _ => Side::None,
    }
}

/// Whether a straight mark that looks like an opening one closes: punctuation stands before it.
fn straight_close(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens[at].span().of(text) == "\"" && at > 0 && matches!(tokens[at - 1].span().of(text), "," | "." | "!" | "?")
}
