//! Finds every phrase of the gazetteer in the tokens, longest first, letter case respected.
//! Does not ask what a phrase means: `Surroundings` and the modules after it do.

use crate::lexicon::gazetteer::{self, Naming, Phrase};
use crate::lexicon::state_words::{Around, around};
use crate::text::{Document, Kind};

/// A phrase of the gazetteer found in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub naming: Naming,
    pub entity: u16,
    /// First and last token.
    pub first: usize,
    pub last: usize,
}

/// All phrases of the gazetteer in a document, in reading order, not overlapping.
pub(super) fn candidates(document: &Document) -> Vec<Candidate> {
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let capitals = all_capitals(document, sentence.start, sentence.end);
        let mut at = sentence.start;
        while at < sentence.end {
            let Some(token) = document.tokens.get(at) else { break };
            if !token.is_word() {
                at += 1;
                continue;
            }
            let phrases = gazetteer::phrases(token.hash);
            match phrases.iter().find(|p| fits(document, p, at, sentence.end, capitals)) {
                Some(phrase) => {
                    let last = at + phrase.rest.len();
                    if phrase.naming != Naming::NotAState {
                        found.push(Candidate { naming: phrase.naming, entity: phrase.entity, first: at, last });
                    }
                    at = last + 1;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// Whether a sentence is set in capitals, as headlines and datelines are.
pub(super) fn all_capitals(document: &Document, start: usize, end: usize) -> bool {
    let (mut upper, mut other) = (0, 0);
    for token in document.tokens.get(start..end).unwrap_or(&[]) {
        match token.kind {
            Kind::Upper => upper += 1,
            Kind::Lower => other += 1,
            Kind::Capital if token.end - token.start > 1 => other += 1,
            _ => {}
        }
    }
    upper >= 2 && other == 0
}

fn fits(document: &Document, phrase: &Phrase, at: usize, end: usize, capitals: bool) -> bool {
    let last = at + phrase.rest.len();
    if last >= end {
        return false;
    }
    let words = phrase
        .rest
        .iter()
        .enumerate()
        .all(|(n, &hash)| document.tokens.get(at + 1 + n).is_some_and(|t| t.hash == hash));
    if !words {
        return false;
    }
    let cased = (0..=phrase.rest.len()).all(|n| {
        let kind = document.tokens.get(at + n).map(|t| t.kind);
        phrase.capitals & (1 << n.min(31)) == 0 || matches!(kind, Some(Kind::Capital | Kind::Upper | Kind::Number))
    });
    // "G7" has one letter only
    let upper = document.tokens.get(at).is_some_and(|t| {
        t.kind == Kind::Upper || t.kind == Kind::Capital && !document.word(at).contains(char::is_lowercase)
    });
    if !cased || (phrase.upper && !upper) {
        return false;
    }
    match phrase.naming {
        Naming::Abbreviation => abbreviation_fits(document, at, last, capitals),
        // "Sino-Russian" and "Franco-German", not the general
        Naming::Combining => {
            let partner = document.tokens.get(last + 2).map_or(0, |t| t.hash);
            matches!(document.word(last + 1), "-" | "–") && !gazetteer::phrases(partner).is_empty()
        }
        _ => true,
    }
}

/// "US" and "U.S." only in capitals, and in a headline of capitals only where the pronoun cannot stand.
fn abbreviation_fits(document: &Document, at: usize, last: usize, capitals: bool) -> bool {
    let Some(token) = document.tokens.get(at) else { return false };
    let word = token.span().of(document.text);
    let next = document.word(last + 1);
    if next.starts_with('$') || next.starts_with('€') {
        return false;
    }
    if !capitals {
        return true;
    }
    match word {
        "CAR" | "ROC" | "PNG" => false,
        "US" => {
            let pronoun = at > 0 && around(document.tokens[at - 1].hash) & Around::BeforePronoun.bit() != 0;
            !pronoun && document.tokens.get(last + 1).is_some_and(|t| t.is_word() && t.block == token.block)
        }
        _ => true,
    }
}
