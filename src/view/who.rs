//! Who says the words that a reader points at: the finding whose card answers for a passage.

use super::{Sight, cards};

/// The finding that answers for a passage (UTF-16 in the text): the innermost statement that holds or
/// touches it, else the claim, else the official or state it names.
pub(super) fn finding(sight: &Sight, passage: [u32; 2]) -> Option<String> {
    let report = sight.report;
    let touches = |range: [u32; 2]| range[0] < passage[1] && passage[0] < range[1];
    let size = |range: [u32; 2]| range[1] - range[0];
    let attribution = report
        .attributions
        .iter()
        .filter(|a| sight.shows_attribution(a))
        .filter(|a| a.content.iter().copied().chain(a.source).chain([a.cue]).any(touches))
        .min_by_key(|a| size(cards::extent(a)));
    let claim = || {
        let shown = report.claims.iter().filter(|c| sight.shows_claim(c));
        shown.filter(|c| touches(c.scope) || touches(c.cue)).min_by_key(|c| size(cards::extent_of_claim(c)))
    };
    let mention = || {
        let shown = report.mentions.iter().filter(|m| sight.shows_mention(m) && touches(m.span));
        shown.min_by_key(|m| m.layer != "official")
    };
    attribution
        .map(|a| format!("a{}", a.id))
        .or_else(|| claim().map(|c| format!("c{}", c.id)))
        .or_else(|| mention().map(|m| format!("m{}", m.id)))
}
