//! The chain of hands: outlet, agency, state media, speaker. Outlet first, speaker last.

use serde::Serialize;

use super::Sight;
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

/// A chain longer than this is cut: quotations do not nest deeper on a page that can be read.
const LONGEST: usize = 6;

impl Sight<'_> {
    /// The hands an attribution passed through.
    pub fn hands(&self, attribution: Option<&AttributionEntry>) -> Vec<Hand> {
        let mut hands: Vec<Hand> = Vec::new();
        for hand in &self.report.origin {
            hands.push(Hand { label: hand.name.clone(), kind: hand.kind, last: false });
        }
        // a page that does not tell its name is still the first hand
        if hands.first().is_none_or(|hand| hand.kind != "outlet") {
            hands.insert(0, Hand { label: self.messages.get("chain.page"), kind: "outlet", last: false });
        }
        // from the attribution outwards to the one that holds it all
        let mut inner: Vec<Hand> = Vec::new();
        let mut at = attribution;
        while let Some(a) = at
            && inner.len() < LONGEST
        {
            inner.push(Hand { label: self.speaker(a), kind: hand_kind(a), last: false });
            if let Some(via) = a.via.as_deref() {
                inner.push(Hand { label: self.name_of(via), kind: self.outlet_kind(via), last: false });
            }
            at = a.parent.filter(|&p| p != a.id).and_then(|p| self.attribution(p)).or_else(|| self.quoter(a));
        }
        if inner.is_empty() {
            inner.push(Hand { label: self.messages.get("chain.nobody"), kind: "nobody", last: false });
        }
        for hand in inner.into_iter().rev() {
            // the last naming stays, so that the speaker ends the chain
            hands.retain(|before| before.label != hand.label);
            hands.push(hand);
        }
        if let Some(speaker) = hands.last_mut() {
            speaker.last = true;
        }
        hands
    }

    /// Who quotes an attribution's source without holding its words: KCNA in "KCNA quoted Yun as saying".
    fn quoter(&self, a: &AttributionEntry) -> Option<&AttributionEntry<'_>> {
        let source = a.source.filter(|_| a.depth > 1 && a.parent.is_none() && a.via.is_none())?;
        let names = |p: &&AttributionEntry| p.content.iter().any(|c| c[0] <= source[0] && source[1] <= c[1]);
        self.report.attributions.iter().filter(|p| p.id != a.id).find(names)
    }

    fn speaker(&self, a: &AttributionEntry) -> String {
        let unnamed = || self.messages.get(if a.rung >= 7 { "chain.nobody" } else { "chain.unnamed" });
        self.voice(a).unwrap_or_else(unnamed)
    }

    fn outlet_kind(&self, entity: &str) -> &'static str {
        let flags = self.entity(entity).map_or(&[][..], |e| e.flags.as_slice());
        match flags {
            _ if flags.contains(&"state-media") => "state-media",
            _ if flags.contains(&"wire") => "wire",
            _ => "outlet",
        }
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
