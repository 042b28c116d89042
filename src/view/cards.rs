//! The card of each finding: what it is, why it was marked, whose words, and what is missing.

use std::collections::BTreeMap;

use serde::Serialize;

use super::chain::Hand;
use super::{Sight, imvain, names};
use crate::article::{Article, Block};
use crate::lexicon::{leaders, outlets};
use crate::report::{AttributionEntry, ClaimEntry, MentionEntry};
use crate::rules;
use crate::span::{Span, Utf16};
use crate::text::Document;

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
    /// The reading that was rejected, in a sentence; empty where a rule names none.
    pub rejected: String,
    /// How often the rule was right, in a sentence.
    pub sure: String,
    /// The marked passage, for copying.
    pub quote: String,
    /// The sentence it stands in, as the rules' files write examples.
    pub example: String,
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
    let m = &sight.messages;
    let (_, rejected) = rules::words(rule, m.lang()).unwrap_or(("", ""));
    let sure = rules::rule(rule).map(|rule| format!("{:.0}", rule.sure * 100.0));
    Card {
        cue: cue.to_owned(),
        why: sight.why(rule, cue),
        rule_id: rule,
        rejected: if rejected.is_empty() { String::new() } else { m.say("card.rejected", &[("reading", rejected)]) },
        sure: sure.map_or_else(String::new, |n| m.say("card.sure", &[("n", &n)])),
        quote: self::quote(sight, quote).to_owned(),
        example: example(sight, quote),
        ..Card::default()
    }
}

/// The sentences around a passage, as a rule's file writes an example.
fn example(sight: &Sight, [start, end]: [u32; 2]) -> String {
    let blocks = sight.report.blocks.as_deref().unwrap_or(&[]);
    let around = blocks.iter().map(|b| b.span).filter(|b| b[0] < end && start < b[1]);
    let Some([from, to]) = around.reduce(|a, b| [a[0].min(b[0]), a[1].max(b[1])]) else { return String::new() };
    let text = sight.words([from, to]);
    let article = Article {
        text: text.to_owned(),
        blocks: vec![Block { span: Span::new(0, text.len() as u32), part: Default::default() }],
        ..Article::default()
    };
    let document = Document::new(&article);
    let map = Utf16::new(text);
    let (first, last) = (map.byte(start.saturating_sub(from)), map.byte(end.min(to) - from));
    let spans = document.sentences.iter().map(|s| document.span(s.start, s.end.saturating_sub(1)));
    let Some(span) = spans.filter(|s| s.start < last && first < s.end).reduce(|a, b| Span::new(a.start, b.end)) else {
        return String::new();
    };
    let plain = |c: char| match c {
        '\n' => '¶',
        // the marks of examples
        '[' | '{' | '<' => '(',
        ']' | '}' | '>' => ')',
        _ => c,
    };
    span.of(text).chars().map(plain).collect()
}

fn of_mention(sight: &Sight, m: &MentionEntry) -> Card {
    let msg = &sight.messages;
    let entity = sight.entity(&m.entity);
    let mut facts = Vec::new();
    let title = m.title.clone().or_else(|| entity.and_then(|e| e.title.clone())).filter(|t| !t.is_empty());
    let state = m.state.clone().or_else(|| entity.and_then(|e| e.state.clone()));
    let state = state.filter(|s| m.layer == "official" && !s.is_empty()).map(|s| sight.name_of(&s));
    // no word of the office names that state
    let inferred = state.clone().filter(|_| m.state_inferred);
    match (title, state.filter(|_| inferred.is_none())) {
        (Some(title), Some(state)) => facts.push(msg.say("fact.office", &[("title", &title), ("state", &state)])),
        (Some(title), None) => facts.push(msg.say("fact.office-only", &[("title", &title)])),
        (None, Some(state)) => facts.push(msg.say("fact.of-state", &[("state", &state)])),
        (None, None) => {}
    }
    if let Some(state) = inferred {
        facts.push(msg.say("fact.state-inferred", &[("state", &state)]));
    }
    if m.kind == "contested" {
        let key = format!("fact.contested.{}", m.entity);
        facts.push(msg.get(if msg.has(&key) { &key } else { "fact.contested.other" }));
    }
    if let Some(role) = m.role {
        facts.push(msg.get(&format!("fact.role.{role}")));
    }
    if matches!(m.rule, "official.leader" | "official.former-leader")
        && let Some(month) = leaders::month(&sight.name_of(&m.entity))
    {
        facts.push(msg.say("fact.leader", &[("date", &msg.month(month))]));
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
        facts,
        same_voice,
        ..base(sight, m.rule, m.text, m.span)
    }
}

fn of_attribution(sight: &Sight, a: &AttributionEntry) -> Card {
    let msg = &sight.messages;
    let cue = sight.words(a.cue);
    Card {
        layer: "sourcing",
        letter: a.rung.to_string(),
        title: msg.get(&format!("rung.{}", a.rung.clamp(1, 7))),
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

/// What the list of outlets, or the reader's own, holds of the one that speaks, and of when.
fn listed(sight: &Sight, a: &AttributionEntry) -> Option<String> {
    let entity = a.entity.as_deref().filter(|e| e.starts_with("org:"))?;
    let kind = names::source_label(&sight.messages, a.source_kind);
    let own = sight.options.own_lists.as_ref();
    if own.is_some_and(|own| own.knows(&sight.name_of(entity)) || a.source.is_some_and(|s| own.knows(sight.words(s)))) {
        return Some(sight.messages.say("fact.own", &[("kind", &kind)]));
    }
    let outlet = outlets::named(entity)?;
    Some(sight.messages.say("fact.listed", &[("kind", &kind), ("date", &sight.messages.month(outlet.month))]))
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
    Card {
        layer: "claim",
        letter: names::layer_letter(c).to_owned(),
        title: names::claim_label(msg, c),
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
        ledger.no_reply.iter().filter(|n| n.claims.contains(&c.id)).map(|n| sight.party(n)).collect();
    if !silent.is_empty() {
        return Some(sight.messages.say("reply.missing", &[("names", &sight.messages.list(&silent))]));
    }
    let denier = c.denied_by.and_then(|d| sight.attribution(d)).and_then(|a| sight.voice(a))?;
    Some(sight.messages.say("reply.denied", &[("names", &denier)]))
}
