//! Where a statement's clause begins and ends: stops, joining words, and which commas it runs on over.
//! Reads marks, conjunctions and parts of speech; knows no cues.

use crate::chunks;
use crate::text::{Document, Sentence, Tag};
use crate::words;

/// Marks at which a statement ends whatever stands there.
pub(super) fn stops(document: &Document, at: usize) -> bool {
    is_dash(document, at)
        || matches!(document.word(at), "." | ";" | ":" | "!" | "?" | "(" | ")" | "”" | "“" | "\"" | "…")
}

/// A dash, or a hyphen with a space on both sides.
pub(super) fn is_dash(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "—" | "–" | "--") || document.word(at) == "-" && !document.is(at, "-")
}

/// Words that begin another clause when they follow a comma or stand between two clauses.
pub(super) fn joins(document: &Document, at: usize) -> bool {
    document.any(
        at,
        words!("but" "while" "when" "although" "though" "because" "whereas" "which" "who" "whose" "that" "if" "unless" "until" "whether" "where" "since" "as" "so" "yet"),
    )
}

/// Whether a noun phrase and its finite verb begin at a token.
pub(super) fn own_clause(document: &Document, sentence: &Sentence, at: usize) -> bool {
    let verb = |t: usize| document.tag(t).is_finite() || matches!(document.tag(t), Tag::Aux | Tag::Modal);
    chunks::noun_phrase_end(document, at, sentence.end).is_some_and(|end| verb(end + 1))
}

/// Whether the statement goes on behind a comma: in a list, in the name of a place, in a quotation, with "or" and
/// "and" before a phrase, "including" and "without".
pub(super) fn comma_goes_on(document: &Document, sentence: &Sentence, comma: usize) -> bool {
    let next = comma + 1;
    let quoted = document.tokens.get(next).is_some_and(|t| t.quote != 0 && t.quote == document.tokens[comma].quote);
    if quoted && !is_quote_mark(document, next) && !is_quote_mark(document, next + 1)
        || document.any(next, words!("including" "without"))
        || lasts(document, sentence, next)
        || list_goes_on(document, sentence, comma)
    {
        return true;
    }
    // "across Salem, Oregon"
    let name = |t: usize| t < sentence.end && document.tag(t) == Tag::Propn && document.tokens[t].is_capital();
    let place = comma > sentence.start && name(comma - 1) && name(next);
    let after_place = (next..sentence.end.min(next + 4)).find(|&t| !name(t)).unwrap_or(sentence.end);
    if place {
        return after_place >= sentence.end || stops(document, after_place) || document.tag(after_place) == Tag::Adp;
    }
    // ", or a modified version", "and hiding the girl"
    let joined = document.any(next, words!("and" "or")) && document.tag(next + 1) != Tag::Pron;
    joined
        && chunks::noun_phrase_end(document, next + 1, sentence.end).is_some_and(|end| {
            let verb = document.tag(end + 1).is_finite() || matches!(document.tag(end + 1), Tag::Aux | Tag::Modal);
            !verb && !document.any(end + 1, words!("who" "which" "that"))
        })
}

/// "over a period of ten years", "during two decades": how long it went on.
fn lasts(document: &Document, sentence: &Sentence, at: usize) -> bool {
    let spans = words!("years" "months" "weeks" "days" "decades" "decade" "period");
    document.any(at, words!("over" "during" "throughout"))
        && (at + 1..sentence.end.min(at + 6)).take_while(|&t| !stops(document, t)).any(|t| document.any(t, spans))
}

pub(super) fn is_quote_mark(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "“" | "”" | "\"")
}

/// Whether a comma parts the members of a list: another comma or a conjunction stands a few words on.
pub(super) fn list_goes_on(document: &Document, sentence: &Sentence, comma: usize) -> bool {
    // "who allegedly sold it, has left and is in Doha": a verb goes on with the sentence, and with no list
    let verb = |at: usize| document.tag(at).is_finite() || document.tag(at) == Tag::Aux;
    if joins(document, comma + 1) || document.tag(comma + 1) == Tag::VerbIng || document.tag(comma + 1) == Tag::Aux {
        return false;
    }
    for at in comma + 2..(comma + 6).min(sentence.end) {
        // "theft, wire fraud, money laundering and perjury"
        if document.is(at, ",") {
            let last = document.any(at + 1, words!("and" "or")) && !verb(at + 2) && document.tag(at + 2) != Tag::Pron;
            return last || list_goes_on(document, sentence, at);
        }
        if stops(document, at) || document.tag(at).is_finite() {
            return false;
        }
        if document.any(at, words!("and" "or")) {
            return !verb(at + 1) && document.tag(at + 1) != Tag::Pron;
        }
    }
    false
}

/// Where the clause begins that holds a token: behind a stop, a joining word or a comma that parts no list.
pub(super) fn clause_start(document: &Document, sentence: &Sentence, token: usize) -> usize {
    let mut first = token;
    while first > sentence.start {
        let before = first - 1;
        let list = || {
            before > sentence.start && document.tag(before - 1).is_noun() && list_goes_on(document, sentence, before)
        };
        if stops(document, before) || joins(document, before) || document.is(before, ",") && !list() {
            break;
        }
        first = before;
    }
    first
}
