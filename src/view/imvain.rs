//! The five questions of a card: Independent? Multiple? Verified? Authoritative? Named?
//! Answered from this story alone, or "not stated".

use super::Sight;
use super::cards::Line;
use crate::report::{AttributionEntry, ClaimEntry};

/// The five lines for an attribution, for a claim, or for a claim with its attribution.
pub fn lines(sight: &Sight, attribution: Option<&AttributionEntry>, claim: Option<&ClaimEntry>) -> Vec<Line> {
    let line = |key: &str, value: Option<String>| Line {
        key: sight.messages.get(&format!("imvain.{key}")),
        value: value.unwrap_or_else(|| sight.messages.get("imvain.not-stated")),
    };
    vec![
        line("independent", attribution.and_then(|a| independent(sight, a, claim))),
        line("multiple", multiple(sight, attribution, claim)),
        line("verified", verified(sight, attribution, claim)),
        line("authoritative", attribution.and_then(|a| authoritative(sight, a))),
        line("named", Some(named(sight, attribution))),
    ]
}

fn independent(sight: &Sight, a: &AttributionEntry, claim: Option<&ClaimEntry>) -> Option<String> {
    let state = a.entity.as_deref().and_then(|e| state_of(sight, e));
    let party = state
        .as_deref()
        .is_some_and(|s| sight.report.mentions.iter().any(|m| m.layer == "state" && m.entity == s && m.role.is_some()));
    let key = match a.source_kind {
        "state-media" => "state-media",
        "official" if claim.is_some_and(|c| c.kind == "one-side") => "rival",
        "official" if party => "party",
        "official" => "government",
        "anonymous" | "crowd" | "none" => "unnamed",
        "expert" | "witness" => "outside",
        _ => return None,
    };
    Some(sight.messages.get(&format!("imvain.independent.{key}")))
}

fn state_of(sight: &Sight, entity: &str) -> Option<String> {
    let found = sight.entity(entity)?;
    if found.layer == "state" { Some(entity.to_owned()) } else { found.state.clone() }
}

fn multiple(sight: &Sight, a: Option<&AttributionEntry>, claim: Option<&ClaimEntry>) -> Option<String> {
    let ledger = &sight.report.ledger;
    let single = |c: &ClaimEntry| ledger.single_source_claims.contains(&c.id);
    let claims = match claim {
        Some(c) => single(c),
        None => sight.report.claims.iter().any(|c| a.is_some_and(|a| c.attribution == Some(a.id)) && single(c)),
    };
    claims.then(|| sight.messages.get("imvain.multiple.one"))
}

fn verified(sight: &Sight, a: Option<&AttributionEntry>, claim: Option<&ClaimEntry>) -> Option<String> {
    let ranges: Vec<[u32; 2]> = match (claim, a) {
        (Some(c), _) => vec![c.scope, c.cue],
        (None, Some(a)) => a.content.iter().copied().chain([a.cue]).collect(),
        _ => Vec::new(),
    };
    let near = |c: &&ClaimEntry| ranges.iter().any(|r| [c.scope, c.cue].iter().any(|s| s[0] < r[1] && r[0] < s[1]));
    let told = |kind: &str, key: &str| {
        let found = sight.report.claims.iter().filter(|c| c.kind == kind).find(near)?;
        Some(sight.messages.say(key, &[("cue", sight.words(found.cue))]))
    };
    told("explicit", "imvain.verified.no").or_else(|| told("checked", "imvain.verified.yes"))
}

fn authoritative(sight: &Sight, a: &AttributionEntry) -> Option<String> {
    let entity = a.entity.as_deref().and_then(|e| sight.entity(e));
    if let Some(title) = entity.and_then(|e| e.title.as_deref()).filter(|t| !t.is_empty()) {
        return Some(sight.messages.say("imvain.authoritative.office", &[("title", title)]));
    }
    let key = match a.source_kind {
        "official" => "government",
        "expert" => "expert",
        "witness" => "witness",
        "document" => "document",
        "organisation" => "organisation",
        "wire" | "outlet" | "state-media" => "media",
        "anonymous" | "crowd" | "none" => "unknown",
        _ => return None,
    };
    Some(sight.messages.get(&format!("imvain.authoritative.{key}")))
}

fn named(sight: &Sight, attribution: Option<&AttributionEntry>) -> String {
    let Some(a) = attribution else { return sight.messages.get("imvain.named.no") };
    let person = a.entity.as_deref().is_some_and(|e| e.starts_with("person:"));
    match a.rung {
        ..=3 if person => {
            let name = sight.voice(a).unwrap_or_default();
            sight.messages.say("imvain.named.yes", &[("name", &name)])
        }
        ..=4 => sight.messages.get("imvain.named.organisation"),
        5 if a.flags.contains(&"reason-given") => sight.messages.get("imvain.named.reason"),
        5 => sight.messages.get("imvain.named.described"),
        _ => sight.messages.get("imvain.named.no"),
    }
}
