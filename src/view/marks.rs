//! Where the page is marked, and the badges in its margin. Positions are UTF-16 within a page's block.

use std::collections::BTreeSet;

use serde::Serialize;

use super::classroom::{Classroom, Statement};
use super::{Sight, names};

/// One piece of marked text.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Mark {
    pub block: usize,
    pub start: u32,
    pub end: u32,
    pub layer: &'static str,
    /// `state`, `official`, `source`, `cue`, `claim-cue`, `claim-scope`, `hedge`.
    pub style: &'static str,
    /// `m0`, `a3`, `c1`: the finding, which is also the key of its card.
    pub finding: String,
}

/// A labelled square in the margin.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Badge {
    pub finding: String,
    pub layer: &'static str,
    pub label: String,
    /// Of the badges of a line, those of most importance are shown and the rest fold into a count.
    pub importance: u32,
    pub block: usize,
    pub start: u32,
    pub end: u32,
    /// What a screen reader says.
    pub name: String,
    /// In classroom mode: `unguessed`, `right` or `wrong`.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub state: &'static str,
}

pub fn marks(sight: &Sight) -> Vec<Mark> {
    let mut out = Vec::new();
    let mut push = |range: [u32; 2], layer, style, finding: &str| {
        for (block, start, end) in sight.pieces(range) {
            out.push(Mark { block, start, end, layer, style, finding: finding.to_owned() });
        }
    };
    for m in sight.report.mentions.iter().filter(|m| sight.shows_mention(m)) {
        push(m.span, m.layer, m.layer, &format!("m{}", m.id));
    }
    for a in sight.report.attributions.iter().filter(|a| sight.shows_attribution(a)) {
        let finding = format!("a{}", a.id);
        if let Some(source) = a.source {
            push(source, "sourcing", "source", &finding);
        }
        push(a.cue, "sourcing", "cue", &finding);
    }
    for c in sight.report.claims.iter().filter(|c| sight.shows_claim(c)) {
        let finding = format!("c{}", c.id);
        if c.kind == "hedge" {
            push(c.cue, "claim", "hedge", &finding);
        } else {
            push(c.scope, "claim", "claim-scope", &finding);
            push(c.cue, "claim", "claim-cue", &finding);
        }
    }
    out.sort_by_key(|m| (m.block, m.start, m.end));
    out
}

/// Weight of a layer among the badges of a line: claim, sourcing, official, state.
const CLAIM: u32 = 40;
const SOURCING: u32 = 30;
const OFFICIAL: u32 = 20;
const STATE: u32 = 10;

pub fn badges(sight: &Sight) -> Vec<Badge> {
    let mut out: Vec<Badge> = Vec::new();
    let mut push = |range: [u32; 2], finding: String, layer, label: String, importance, name: String| {
        if let Some(&(block, start, end)) = sight.pieces(range).first() {
            out.push(Badge { finding, layer, label, importance, block, start, end, name, state: "" });
        }
    };
    let m = &sight.messages;
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for mention in sight.report.mentions.iter().filter(|m| sight.shows_mention(m)) {
        if !seen.insert(&mention.entity) {
            continue;
        }
        let name = sight.name_of(&mention.entity);
        let finding = format!("m{}", mention.id);
        if mention.layer == "official" {
            push(mention.span, finding, "official", "O".into(), OFFICIAL, m.say("badge.official", &[("name", &name)]));
        } else {
            let label = names::state_label(&mention.entity);
            push(mention.span, finding, "state", label, STATE, m.say("badge.state", &[("name", &name)]));
        }
    }
    for a in sight.report.attributions.iter().filter(|a| sight.shows_attribution(a)) {
        let rung = a.rung.to_string();
        let name = match sight.voice(a) {
            Some(voice) => m.say("badge.sourcing", &[("name", &voice), ("rung", &rung)]),
            None => m.get("badge.sourcing-none"),
        };
        // the higher the step, the less a reader can check: those first
        let importance = SOURCING + u32::from(a.rung.min(9));
        let at = a.source.filter(|s| s[0] < a.cue[0]).unwrap_or(a.cue);
        push(at, format!("a{}", a.id), "sourcing", rung, importance, name);
    }
    for c in sight.report.claims.iter().filter(|c| sight.shows_claim(c) && c.kind != "hedge") {
        let kind = names::claim_label(m, c);
        let name = m.say("badge.claim", &[("kind", &kind), ("cue", sight.words(c.cue))]);
        let importance = CLAIM + strength(c.kind);
        push(c.cue, format!("c{}", c.id), "claim", names::layer_letter(c).into(), importance, name);
    }
    out.sort_by_key(|b| (b.block, b.start, std::cmp::Reverse(b.importance)));
    out
}

/// The badges of statements to be guessed: no step before its guess.
pub fn unsolved(sight: &Sight, lesson: &Classroom) -> Vec<Badge> {
    let badge = |statement: &Statement| {
        let id = statement.finding.strip_prefix('a')?.parse().ok()?;
        let a = sight.attribution(id)?;
        let at = a.source.filter(|s| s[0] < a.cue[0]).unwrap_or(a.cue);
        let &(block, start, end) = sight.pieces(at).first()?;
        let state = match (statement.guess, statement.right) {
            (None, _) => "unguessed",
            (_, true) => "right",
            (_, false) => "wrong",
        };
        let Statement { finding, label, name, .. } = statement.clone();
        Some(Badge { finding, layer: "sourcing", label, importance: SOURCING, block, start, end, name, state })
    };
    let mut out: Vec<Badge> = lesson.statements.iter().filter_map(badge).collect();
    out.sort_by_key(|b| (b.block, b.start));
    out
}

/// How much a kind of claim says against its being checked.
fn strength(kind: &str) -> u32 {
    match kind {
        "explicit" => 9,
        "contested" => 8,
        "one-side" | "agentless-blame" => 7,
        "alleged" => 6,
        "hearsay" => 5,
        _ => 0,
    }
}
