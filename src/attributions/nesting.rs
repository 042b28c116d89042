//! Which attribution stands inside the content of which. Ranges only; knows nothing of who speaks.

use super::Draft;

/// For each draft the draft whose content holds it most closely.
pub fn parents(drafts: &[Draft]) -> Vec<Option<usize>> {
    // drafts are in the order of their cues; contents reach a sentence or two, so near ones suffice
    const REACH: usize = 24;
    (0..drafts.len())
        .map(|child| {
            let from = child.saturating_sub(REACH);
            let to = (child + REACH).min(drafts.len());
            (from..to)
                .filter(|&parent| parent != child)
                .filter_map(|parent| holds(&drafts[parent], &drafts[child]).map(|size| (size, parent)))
                .min()
                .map(|(_, parent)| parent)
        })
        .collect()
}

/// The size of the piece of content that holds the other's cue and source. An attribution cannot
/// hold one that holds it: the larger content is the outer one.
fn holds(parent: &Draft, child: &Draft) -> Option<usize> {
    let piece = parent.content.iter().find(|c| c.0 <= child.cue.0 && child.cue.1 <= c.1)?;
    let inside = |range: (usize, usize)| parent.content.iter().any(|c| c.0 <= range.0 && range.1 <= c.1);
    if child.source.is_some_and(|s| !inside(s)) || !child.content.iter().all(|&c| inside(c)) {
        return None;
    }
    // two that hold each other: a defect of reading, and no nesting
    let mutual = child.content.iter().any(|c| c.0 <= parent.cue.0 && parent.cue.1 <= c.1);
    (!mutual).then_some(piece.1 - piece.0)
}
