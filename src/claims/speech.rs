//! Claims that rest on how somebody's words are reported: a distancing verb, or an interested state.
//! Looks at attributions only; the words of the story are read by the patterns.

use super::Claim;
use super::owners::Owners;
use crate::attributions::{Attribution, CueClass, Stance};
use crate::mentions::Mention;
use crate::rules;
use crate::text::{Document, Tag};
use crate::words;

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
        if !asserts(document, scope) {
            continue;
        }
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

/// Whether a content states something: a clause, a quotation or an accusation, not a prize.
fn asserts(document: &Document, (first, last): (usize, usize)) -> bool {
    if document.any(first, words!("herself" "himself" "itself" "themselves" "myself" "ourselves")) {
        return false;
    }
    (first..=last).any(|t| {
        let verb = document.tag(t).is_verb() || matches!(document.tag(t), Tag::Aux | Tag::Modal);
        verb || document.tokens.get(t).is_some_and(|t| t.quote != 0)
    }) || document.any(first, words!("responsibility" "self" "ignorance" "innocence" "success"))
}

/// The longest piece of an attribution's content.
pub fn widest(attribution: &Attribution) -> Option<(usize, usize)> {
    attribution.content.iter().copied().max_by_key(|c| c.1.saturating_sub(c.0))
}
