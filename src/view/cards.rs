//! The card of each finding: what it is, why it was marked, whose words, and what is missing.

use std::collections::BTreeMap;

use serde::Serialize;

use super::chain::Hand;
use super::{Sight, imvain, names};
use crate::lexicon::outlets;
use crate::report::{AttributionEntry, ClaimEntry, MentionEntry};
use crate::rules;

/// A key and what the story says to it.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Line {
    pub key: String,
    pub value: String,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Card {
    pub layer: &'static str,
    /// What the badge shows.
    pub letter: String,
    pub title: String,
    pub why: String,
    /// The exact words that were the sign.
    pub cue: String,
    pub chain: Vec<Hand>,
    pub imvain: Vec<Line>,
    /// Plain facts: office, state, times named, disputed status.
    pub facts: Vec<String>,
    /// The missing reply, or a denial.
    pub reply: Option<String>,
    /// Other findings of the same voice or entity, in reading order.
    pub same_voice: Vec<String>,
    pub rule_id: &'static str,
    pub rule_text: String,
    /// The reading that was rejected.
    pub rejected: String,
    /// The marked passage, for copying.
    pub quote: String,
}

/// A passage longer than this (UTF-16 units) is cut for copying.
const QUOTE: u32 = 600;

/// The card of a finding that is shown.
pub fn card(sight: &Sight, finding: &str) -> Option<Card> {
    let (kind, number) = finding.split_at_checked(1)?;
    let id: usize = number.parse().ok()?;
    let report = sight.report;
    match kind {
        "m" => report.mentions.get(id).filter(|m| sight.shows_mention(m)).map(|m| of_mention(sight, m)),
        "a" => report.attributions.get(id).filter(|a| sight.shows_attribution(a)).map(|a| of_attribution(sight, a)),
        "c" => report.claims.get(id).filter(|c| sight.shows_claim(c)).map(|c| of_claim(sight, c)),
        _ => None,
    }
}

/// Every card, by its finding.
pub fn cards(sight: &Sight) -> BTreeMap<String, Card> {
    let report = sight.report;
    let mentions = report.mentions.iter().map(|m| format!("m{}", m.id));
    let attributions = report.attributions.iter().map(|a| format!("a{}", a.id));
    let claims = report.claims.iter().map(|c| format!("c{}", c.id));
    let all = mentions.chain(attributions).chain(claims);
    all.filter_map(|finding| card(sight, &finding).map(|card| (finding, card))).collect()
}

/// The marked passage, cut where it is too long.
pub fn quote<'a>(sight: &Sight<'a>, [start, end]: [u32; 2]) -> &'a str {
    sight.words_near([start, end.min(start.saturating_add(QUOTE))])
}

fn base(sight: &Sight, rule: &'static str, cue: &str, quote: [u32; 2]) -> Card {
    let described = rules::rule(rule);
    Card {
        cue: cue.to_owned(),
        rule_id: rule,
        rule_text: described.map_or_else(String::new, |r| r.says.replace("{text}", cue)),
        rejected: described.map_or_else(String::new, |r| r.not.to_owned()),
        quote: self::quote(sight, quote).to_owned(),
        ..Card::default()
    }
}

fn of_mention(sight: &Sight, m: &MentionEntry) -> Card {
    let msg = &sight.messages;
    let why_key = format!("why.{}.{}", m.layer, m.kind);
    let entity = sight.entity(&m.entity);
    let mut facts = Vec::new();
    let title = m.title.clone().or_else(|| entity.and_then(|e| e.title.clone())).filter(|t| !t.is_empty());
    let state = m.state.clone().or_else(|| entity.and_then(|e| e.state.clone()));
    let state = state.filter(|s| m.layer == "official" && !s.is_empty()).map(|s| sight.name_of(&s));
    match (title, state) {
        (Some(title), Some(state)) => facts.push(msg.say("fact.office", &[("title", &title), ("state", &state)])),
        (Some(title), None) => facts.push(msg.say("fact.office-only", &[("title", &title)])),
        (None, Some(state)) => facts.push(msg.say("fact.of-state", &[("state", &state)])),
        (None, None) => {}
    }
    if m.kind == "contested" {
        let key = format!("fact.contested.{}", m.entity);
        facts.push(msg.get(if msg.has(&key) { &key } else { "fact.contested.other" }));
    }
    if let Some(role) = m.role {
        facts.push(msg.get(&format!("fact.role.{role}")));
    }
    let times = entity.map_or(1, |e| e.mentions.len() as u32);
    facts.push(msg.count("fact.mentions", times, &[]));
    let same_voice = sight
        .report
        .attributions
        .iter()
        .filter(|a| a.entity.as_deref() == Some(m.entity.as_str()) && sight.shows_attribution(a))
        .map(|a| format!("a{}", a.id))
        .collect();
    Card {
        layer: m.layer,
        letter: names::mention_letter(m),
        title: names::mention_title(sight, m),
        why: match m.rule {
            super::own::RULE => msg.get("why.own"),
            _ if msg.is_english() && !m.why.is_empty() => m.why.clone(),
            _ => msg.say(&why_key, &[("text", &m.text)]),
        },
        facts,
        same_voice,
        ..match m.rule {
            super::own::RULE => Card { rule_text: msg.get("why.own"), ..base(sight, m.rule, &m.text, m.span) },
            _ => base(sight, m.rule, &m.text, m.span),
        }
    }
}

fn of_attribution(sight: &Sight, a: &AttributionEntry) -> Card {
    let msg = &sight.messages;
    let cue = sight.words(a.cue);
    let why = if msg.is_english() && !a.why.is_empty() {
        a.why.clone()
    } else {
        msg.say(&format!("stance.{}", a.stance), &[("cue", cue)])
    };
    Card {
        layer: "sourcing",
        letter: a.rung.to_string(),
        title: msg.get(&format!("rung.{}", a.rung.clamp(1, 7))),
        why,
        chain: sight.hands(Some(a)),
        imvain: imvain::lines(sight, Some(a), None),
        facts: stance(sight, a, cue).into_iter().chain(listed(sight, a)).collect(),
        same_voice: others_of(sight, a, None),
        ..base(sight, a.rule, cue, extent(a))
    }
}

/// What the cue does with what it reports, where that is more than to report it.
fn stance(sight: &Sight, a: &AttributionEntry, cue: &str) -> Option<String> {
    (a.stance != "neutral").then(|| sight.messages.say(&format!("stance.{}", a.stance), &[("cue", cue)]))
}

/// What the list of outlets holds of the one that speaks, and of when.
fn listed(sight: &Sight, a: &AttributionEntry) -> Option<String> {
    let outlet = a.entity.as_deref().filter(|e| e.starts_with("org:")).and_then(outlets::named)?;
    let kind = names::source_label(&sight.messages, a.source_kind);
    Some(sight.messages.say("fact.listed", &[("kind", &kind), ("date", outlet.month)]))
}

/// From the first word of an attribution to its last.
pub fn extent(a: &AttributionEntry) -> [u32; 2] {
    a.content.iter().copied().chain(a.source).fold(a.cue, |all, r| [all[0].min(r[0]), all[1].max(r[1])])
}

/// From the first word of a claim to its last.
pub fn extent_of_claim(c: &ClaimEntry) -> [u32; 2] {
    [c.cue[0].min(c.scope[0]), c.cue[1].max(c.scope[1])]
}

/// Where the voice of an attribution speaks again.
fn others_of(sight: &Sight, a: &AttributionEntry, claim: Option<u32>) -> Vec<String> {
    let Some(entity) = a.entity.as_deref() else { return Vec::new() };
    sight
        .report
        .attributions
        .iter()
        .filter(|other| other.entity.as_deref() == Some(entity) && sight.shows_attribution(other))
        .filter(|other| claim.is_some() || other.id != a.id)
        .map(|other| format!("a{}", other.id))
        .collect()
}

fn of_claim(sight: &Sight, c: &ClaimEntry) -> Card {
    let msg = &sight.messages;
    let cue = sight.words(c.cue);
    let attribution = c.attribution.and_then(|a| sight.attribution(a));
    let why = if msg.is_english() && !c.why.is_empty() {
        c.why.clone()
    } else {
        msg.say(if c.kind == "checked" { "why.checked" } else { "why.claim" }, &[("text", cue)])
    };
    Card {
        layer: "claim",
        letter: names::layer_letter(c).to_owned(),
        title: names::claim_label(msg, c),
        why,
        chain: sight.hands(attribution),
        imvain: imvain::lines(sight, attribution, Some(c)),
        reply: reply(sight, c),
        same_voice: attribution.map(|a| others_of(sight, a, Some(c.id))).unwrap_or_default(),
        ..base(sight, c.rule, cue, extent_of_claim(c))
    }
}

/// Who is accused and not heard, or who denies.
fn reply(sight: &Sight, c: &ClaimEntry) -> Option<String> {
    let ledger = &sight.report.ledger;
    let silent: Vec<String> =
        ledger.no_reply.iter().filter(|n| n.claims.contains(&c.id)).map(|n| n.name.clone()).collect();
    if !silent.is_empty() {
        return Some(sight.messages.say("reply.missing", &[("names", &sight.messages.list(&silent))]));
    }
    let denier = c.denied_by.and_then(|d| sight.attribution(d)).and_then(|a| sight.voice(a))?;
    Some(sight.messages.say("reply.denied", &[("names", &denier)]))
}
