//! Which attribution a token belongs to: the innermost one whose content holds it, or the one whose source does.
//! One pass over the attributions, then one look-up a token.

use super::speech::widest;
use crate::attributions::{Attribution, CueClass};
use crate::text::Document;

pub struct Owners {
    /// Index + 1 of the innermost attribution, a token each; 0 for none.
    holders: Vec<u32>,
    /// Each source, first and last token, with the longest piece of what it says; by first token.
    sources: Vec<(Piece, Piece)>,
    /// The cue of each attribution that has a source, with its index; by first token.
    cues: Vec<(Piece, usize)>,
}

type Piece = (usize, usize);

impl Owners {
    pub fn new(document: &Document, attributions: &[Attribution]) -> Owners {
        let mut holders = vec![0u32; document.tokens.len()];
        let mut order: Vec<(usize, usize, usize, usize)> = Vec::with_capacity(attributions.len());
        for (index, attribution) in attributions.iter().enumerate() {
            for &(first, last) in &attribution.content {
                order.push((last.saturating_sub(first), first, last, index));
            }
        }
        // the widest first, so that what lies inside overwrites it
        order.sort_by_key(|&(length, first, _, index)| (std::cmp::Reverse(length), first, index));
        for (_, first, last, index) in order {
            let end = (last + 1).min(holders.len());
            for holder in holders.get_mut(first..end).unwrap_or(&mut []) {
                *holder = index as u32 + 1;
            }
        }
        let said = |a: &Attribution| Some((a.source?, widest(a)?));
        let mut sources: Vec<(Piece, Piece)> = attributions.iter().filter_map(said).collect();
        sources.sort_unstable();
        let speech = attributions.iter().enumerate().filter(|(_, a)| a.class == CueClass::Speech && a.source.is_some());
        let mut cues: Vec<(Piece, usize)> = speech.map(|(index, a)| (a.cue, index)).collect();
        cues.sort_unstable();
        Owners { holders, sources, cues }
    }

    /// The attribution that makes the claim, its own cue being the claim's: "accuses the port of".
    pub fn maker(&self, cue: Piece) -> Option<usize> {
        let next = self.cues.partition_point(|(own, _)| own.0 <= cue.1);
        let near = self.cues.get(..next)?.iter().rev().take(3);
        near.into_iter().find(|(own, _)| own.1 >= cue.0).map(|&(_, index)| index)
    }

    /// What is said by the source in which these tokens stand.
    pub fn said_by(&self, tokens: Piece) -> Option<Piece> {
        let next = self.sources.partition_point(|(source, _)| source.0 <= tokens.0);
        let near = self.sources.get(..next)?.iter().rev().take(3);
        near.into_iter().find(|(source, _)| tokens.1 <= source.1).map(|&(_, said)| said)
    }

    /// The attribution whose content holds the token.
    pub fn of(&self, token: usize) -> Option<usize> {
        self.holders.get(token).and_then(|&index| (index as usize).checked_sub(1))
    }
}
