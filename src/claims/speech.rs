//! Claims that rest on how somebody's words are reported: a distancing verb, or an interested state.
//! Looks at attributions only; the words of the story are read by the patterns.

use super::Claim;
use crate::attributions::{Attribution, CueClass, Stance};
use crate::mentions::{Layer, Mention, Reading};
use crate::rules;
use crate::text::{Document, Tag, Words};
use crate::words;

pub fn find(document: &Document, mentions: &[Mention], attributions: &[Attribution], claims: &mut Vec<Claim>) {
    for (index, attribution) in attributions.iter().enumerate() {
        if attribution.class != CueClass::Speech {
            continue;
        }
        let Some(scope) = statement(document, attribution) else { continue };
        let (kind, rule) = match (attribution.stance, attribution.source) {
            (Stance::Distancing, _)
                if !alleges(document, attribution.cue)
                    && !attribution.content.iter().any(|&piece| asserts(document, piece))
                    || insists_on(document, attribution.cue)
                    || to_come(document, attribution.cue) =>
            {
                continue;
            }
            (Stance::Distancing, Some(_)) if alleges(document, attribution.cue) => ("alleged", "claim.alleges"),
            (Stance::Distancing, Some(_)) => ("one-side", "claim.one-side"),
            (Stance::Distancing, None) if document.tag(attribution.cue.1) == Tag::VerbIng => {
                ("one-side", "claim.one-side")
            }
            (Stance::Distancing, None) => ("hearsay", "claim.believed"),
            (Stance::Neutral, Some(source))
                if matches!(attribution.source_kind, "official" | "state-media")
                    && interested(document, mentions, source, scope) =>
            {
                ("one-side", "claim.interested")
            }
            _ => continue,
        };
        claims.push(Claim {
            kind,
            stage: (kind == "alleged").then_some("alleged"),
            cue: attribution.cue,
            scope,
            attribution: Some(index),
            denied_by: None,
            rule,
            confidence: rules::sure(rule),
        });
    }
}

/// What one state says that another did to somebody.
const HOSTILE: &Words = words!("attacked" "attacking" "fired" "firing" "launched" "shelled" "shelling" "struck" "bombed" "bombing" "killed" "killing" "violated" "violating" "invaded" "smuggled" "smuggling" "jammed" "hacked" "poisoned" "seized" "blocked" "blocking" "broke" "breached" "crossed" "sent" "sending" "armed" "arming" "plotted" "plotting" "sabotaged" "abducted" "kidnapped" "tortured" "targeted" "targeting" "supplied" "supplying" "planted" "laid" "destroyed" "interfered" "interfering" "meddled" "meddling" "ordered" "funded" "trained");

/// Whether a state, or an official of one, tells what another state did: a party to the dispute.
fn interested(document: &Document, mentions: &[Mention], source: (usize, usize), scope: (usize, usize)) -> bool {
    let acts = |at: usize| (at + 1..=(at + 4).min(scope.1)).any(|t| document.any(t, HOSTILE));
    let Some(own) = states(mentions, source).last() else { return false };
    // the other state is the subject of what is said
    let range = (scope.0, scope.1.min(scope.0 + 5));
    states(mentions, range).any(|(state, mention)| {
        state != own.0
            && mention.layer == Layer::State
            && mention.reading == Some(Reading::Actor)
            && acts(mention.tokens.1)
    })
}

/// The states that mentions in a token range stand for.
fn states(mentions: &[Mention], range: (usize, usize)) -> impl Iterator<Item = (&str, &Mention)> {
    let from = mentions.partition_point(|m| m.tokens.0 < range.0);
    let inside = mentions.get(from..).unwrap_or(&[]).iter().take_while(move |m| m.tokens.0 <= range.1);
    inside.filter_map(|m| match m.layer {
        Layer::State => (m.kind != "place").then_some((m.entity.as_str(), m)),
        Layer::Official => m.state.as_deref().map(|state| (state, m)),
    })
}

/// "The suit alleges that": the verb itself says that it is an allegation.
fn alleges(document: &Document, cue: (usize, usize)) -> bool {
    (cue.0..=cue.1).any(|t| document.any(t, words!("allege" "alleges" "alleged" "alleging")))
}

/// "will insist on": nothing is claimed yet.
fn to_come(document: &Document, cue: (usize, usize)) -> bool {
    (cue.0..=cue.1).any(|t| document.any(t, words!("will" "would" "to" "wo" "'ll" "may" "might" "could" "should")))
}

/// "insisted on paying", "insists on a warm pot": a wish, and nothing asserted.
fn insists_on(document: &Document, cue: (usize, usize)) -> bool {
    document.is(cue.1, "on")
}

/// Whether a content states something: a clause, a quotation or an accusation, not a prize.
fn asserts(document: &Document, (first, last): (usize, usize)) -> bool {
    if document.any(first, words!("herself" "himself" "itself" "themselves" "myself" "ourselves")) {
        return false;
    }
    (first..=last).any(|t| {
        let verb = document.tag(t).is_verb() || matches!(document.tag(t), Tag::Aux | Tag::Modal);
        verb || document.quoted(t)
    }) || document.any(first, words!("responsibility" "self" "ignorance" "innocence" "success"))
}

/// The piece of an attribution's content that says something: the longest with a verb, else the longest.
fn statement(document: &Document, attribution: &Attribution) -> Option<(usize, usize)> {
    let verbal = |&(first, last): &(usize, usize)| {
        (first..=last).any(|t| document.tag(t).is_verb() || matches!(document.tag(t), Tag::Aux | Tag::Modal))
    };
    let pieces = attribution.content.iter().copied();
    pieces.filter(verbal).max_by_key(|c| c.1.saturating_sub(c.0)).or_else(|| widest(attribution))
}

/// The longest piece of an attribution's content.
pub fn widest(attribution: &Attribution) -> Option<(usize, usize)> {
    attribution.content.iter().copied().max_by_key(|c| c.1.saturating_sub(c.0))
}
