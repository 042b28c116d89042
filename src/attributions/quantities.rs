//! Quantities before those who are counted: "a handful of party leaders", "four in 10 voters", "nine out
//! of ten". Says where the counted begin; who they are is read from their own words.

use crate::text::{Document, Kind, Tag, Words};
use crate::words;

/// Nouns before "of" that only count, whatever is counted.
const COUNTS: &Words = words!("handful" "slew" "number" "couple" "majority" "plurality" "minority" "quarter" "third" "thirds" "quarters" "fifth" "fifths"
    "half" "lot" "lots" "host" "array" "range" "string" "bunch" "rest" "percentage" "proportion" "fraction" "share" "swath" "pair" "trio" "raft" "score"
    "scores" "bulk" "percent" "cent" "multitude" "legion" "plenty" "all" "most" "none" "any" "each" "sampling" "selection" "procession" "flurry");

/// Nouns before "of" that count people, and are somebody themselves before anything else: "a team of researchers".
const GATHERED: &Words = words!("group" "groups" "team" "teams" "panel" "crowd" "crowds" "chorus" "band" "gang" "circle" "generation" "generations" "coalition"
    "alliance" "cadre" "contingent" "duo" "queue" "line" "class" "gathering");

/// What hedges a number and belongs to the quantity.
const ABOUT: &Words = words!("about" "nearly" "almost" "roughly" "around" "some" "over" "only" "just" "at" "least" "more" "fewer" "less" "than" "up" "to" "as" "many" "close" "well");

/// The first token of those who are counted, and whether the quantity only counts; none where nobody is.
/// `first` to `last`: a phrase without its determiner.
pub(super) fn counted(document: &Document, first: usize, last: usize) -> Option<(usize, bool)> {
    of_quantity(document, first, last).or_else(|| ratio(document, first, last).map(|at| (at, true)))
}

/// "handful of", "growing number of", "small group of": adjectives may stand before the noun.
fn of_quantity(document: &Document, first: usize, last: usize) -> Option<(usize, bool)> {
    let of = (first..last.min(first + 5)).find(|&t| document.is(t, "of"))?;
    let noun = of.checked_sub(1).filter(|&n| n >= first)?;
    let only = document.any(noun, COUNTS);
    let plain = (first..noun).all(|t| {
        document.tag(t).is_adj()
            || document.any(t, ABOUT)
            || matches!(document.tag(t), Tag::Adv | Tag::Num | Tag::VerbIng | Tag::Det)
            || document.is(t, "-")
            || document.tokens.get(t).is_some_and(|t| t.kind == Kind::Number)
    });
    (plain && (only || document.any(noun, GATHERED))).then_some((of + 1, only))
}

/// "four in 10", "more than 6 in 10 Republicans", "nine out of ten dentists".
fn ratio(document: &Document, first: usize, last: usize) -> Option<usize> {
    let number = |t: usize| {
        t <= last && (document.tag(t) == Tag::Num || document.tokens.get(t).is_some_and(|k| k.kind == Kind::Number))
    };
    let one = (first..=last).find(|&t| !document.any(t, ABOUT)).filter(|&t| number(t))?;
    let whole = if document.is(one + 1, "in") {
        one + 2
    } else if document.are(one + 1, &["out", "of"]) {
        one + 3
    } else {
        return None;
    };
    let whole = if document.is(whole, "every") { whole + 1 } else { whole };
    number(whole).then_some(if whole < last { whole + 1 } else { whole })
}
