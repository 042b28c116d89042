//! Which attribution a token belongs to: the innermost one whose content holds it.
//! One pass over the attributions, then one look-up a token.

use crate::attributions::Attribution;
use crate::text::Document;

pub struct Owners {
    /// Index + 1 of the innermost attribution, a token each; 0 for none.
    holders: Vec<u32>,
}

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
        Owners { holders }
    }

    /// The attribution whose content holds the token.
    pub fn of(&self, token: usize) -> Option<usize> {
        self.holders.get(token).and_then(|&index| (index as usize).checked_sub(1))
    }
}
