//! "The North" and "the South" once a story is about the two Koreas.
//! Does nothing in any other story: the words are points of the compass there.

use super::matching::Candidate;
use crate::lexicon::gazetteer::{self, Naming};
use crate::text::{Document, Kind};

/// Adds "North" and "South" as names of the Koreas.
pub(super) fn add(document: &Document, all: &mut Vec<Candidate>) {
    let index = |code: &str| gazetteer::entities().iter().position(|e| e.code == code).map(|i| i as u16);
    let (Some(north), Some(south)) = (index("PRK"), index("KOR")) else { return };
    let first_of = |entity: u16| all.iter().filter(|c| c.entity == entity).map(|c| c.first).min();
    // "Seoul said the North had fired": the one names the other
    let Some(first) = first_of(north).or_else(|| first_of(south)) else { return };
    let both = first_of(north).is_some() && first_of(south).is_some();
    let mut added = Vec::new();
    for (at, token) in document.tokens.iter().enumerate().skip(first) {
        let entity = match token.kind {
            Kind::Capital if document.is(at, "north") => north,
            Kind::Capital if document.is(at, "south") && both => south,
            _ => continue,
        };
        let article = at.checked_sub(1).is_some_and(|t| document.is(t, "the"));
        let pair = document.word(at + 1) == "-" && (document.is(at + 2, "south") || document.is(at + 2, "north"))
            || at >= 2
                && document.word(at - 1) == "-"
                && (document.is(at - 2, "south") || document.is(at - 2, "north"));
        let goes_on = document
            .tokens
            .get(at + 1)
            .is_some_and(|t| t.is_capital() || document.is(at + 1, "of") || (t.glued && document.word(at + 1) == "-"));
        let taken = all.iter().any(|c| c.first <= at && at <= c.last);
        if !taken && (pair || (article && !goes_on)) {
            added.push(Candidate { naming: Naming::Name, entity, first: at, last: at });
        }
    }
    all.extend(added);
    all.sort_by_key(|c| c.first);
}
