//! The chain of hands: outlet, agency, state media, speaker. Outlet first, speaker last.

use serde::Serialize;

use super::Sight;
use crate::article::{Article, Part};
use crate::report::AttributionEntry;

/// One hand that the words passed through.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Hand {
    pub label: String,
    /// `outlet`, `wire`, `state-media`, `speaker`, `nobody`.
    pub kind: &'static str,
    /// The speaker, at the end of the chain.
    pub last: bool,
}

/// What bylines, datelines, credits and metadata say of the story's origin.
pub fn credits(article: &Article) -> Vec<String> {
    let mut all: Vec<String> = article.authors.clone();
    for block in &article.blocks {
        if matches!(block.part, Part::Byline | Part::Dateline | Part::Credit) {
            all.push(block.span.of(&article.text).to_owned());
        }
    }
    all
}

impl Sight<'_> {
    /// The hands an attribution passed through.
    pub fn hands(&self, attribution: Option<&AttributionEntry>) -> Vec<Hand> {
        let outlet = if self.outlet.is_empty() { self.messages.get("chain.page") } else { self.outlet.to_owned() };
        let mut hands = vec![Hand { label: outlet, kind: "outlet", last: false }];
        if let Some(wire) = self.story_wire()
            && attribution.is_none_or(|a| a.entity.as_deref() != Some(wire.0.as_str()))
        {
            hands.push(Hand { label: wire.1, kind: "wire", last: false });
        }
        // from the attribution outwards; a chain of parents is as deep as quotations nest
        let mut inner: Vec<Hand> = Vec::new();
        let mut at = attribution;
        while let Some(a) = at
            && inner.len() < 6
        {
            let label = self
                .voice(a)
                .unwrap_or_else(|| self.messages.get(if a.rung >= 7 { "chain.nobody" } else { "chain.unnamed" }));
            inner.push(Hand { label, kind: hand_kind(a), last: false });
            at = a.parent.filter(|&p| p != a.id).and_then(|p| self.attribution(p));
        }
        if inner.is_empty() {
            inner.push(Hand { label: self.messages.get("chain.nobody"), kind: "nobody", last: false });
        }
        hands.extend(inner.into_iter().rev());
        hands.dedup_by(|b, a| a.label == b.label);
        if let Some(speaker) = hands.last_mut() {
            speaker.last = true;
        }
        hands
    }

    /// The agency whose story the page carries: a wire voice that a byline, dateline or credit names,
    /// or one that is flagged as the story's origin. Entity and name.
    fn story_wire(&self) -> Option<(String, String)> {
        let wires = self.report.entities.iter().filter(|(_, e)| e.flags.contains(&"wire"));
        wires
            .filter(|(id, e)| {
                let short = id.strip_prefix("org:").unwrap_or(id);
                self.credited.iter().any(|line| {
                    line.contains(&e.name)
                        || line.split(|c: char| !c.is_alphanumeric()).any(|w| w.eq_ignore_ascii_case(short))
                })
            })
            .map(|(id, e)| (id.clone(), e.name.clone()))
            .next()
    }
}

fn hand_kind(a: &AttributionEntry) -> &'static str {
    match a.source_kind {
        "wire" => "wire",
        "state-media" => "state-media",
        "outlet" => "outlet",
        "none" => "nobody",
        _ => "speaker",
    }
}
