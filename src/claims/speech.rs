//! Claims that rest on how somebody's words are reported: a distancing verb, or an interested state.
//! Looks at attributions only; the words of the story are read by the patterns.

use super::Claim;
use super::owners::Owners;
use crate::attributions::{Attribution, CueClass, Stance};
use crate::mentions::Mention;
use crate::rules;
use crate::text::Document;

pub fn find(
    document: &Document,
    mentions: &[Mention],
    attributions: &[Attribution],
    owners: &Owners,
    claims: &mut Vec<Claim>,
) {
    let _ = (document, mentions, owners);
    for (index, attribution) in attributions.iter().enumerate() {
        if attribution.class != CueClass::Speech || attribution.stance != Stance::Distancing {
            continue;
        }
        let Some(scope) = widest(attribution) else { continue };
        let (kind, rule) = match attribution.source {
            Some(_) => ("one-side", "claim.one-side"),
            None => ("hearsay", "claim.believed"),
        };
        claims.push(Claim {
            kind,
            stage: None,
            cue: attribution.cue,
            scope,
            attribution: Some(index),
            denied_by: None,
            rule,
            confidence: rules::sure(rule),
        });
    }
}

/// The longest piece of an attribution's content.
pub fn widest(attribution: &Attribution) -> Option<(usize, usize)> {
    attribution.content.iter().copied().max_by_key(|c| c.1.saturating_sub(c.0))
}
