//! The page as a whole: counts for the popup, the ledger in a few lines, what a screen reader hears.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Sight;

/// Findings per layer: states and officials once each, however often they are named.
#[derive(Clone, Debug, Default, Serialize, PartialEq, Eq)]
pub struct Counts {
    pub state: u32,
    pub official: u32,
    pub sourcing: u32,
    pub claim: u32,
    /// Counted whether they are shown or not.
    pub hedge: u32,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Summary {
    pub counts: Counts,
    /// Claims that are more than a hedge: the number on the toolbar button.
    pub strong_claims: u32,
    /// The ledger in a few sentences.
    pub lines: Vec<String>,
    pub coverage: String,
    /// Said once after a scan.
    pub announce: String,
}

pub fn summary(sight: &Sight) -> Summary {
    let (report, m) = (sight.report, &sight.messages);
    let entities = |layer: &str| {
        let shown = report.mentions.iter().filter(|m| m.layer == layer && sight.shows_mention(m));
        shown.map(|m| m.entity.as_str()).collect::<BTreeSet<_>>().len() as u32
    };
    let sure = |c: &&crate::report::ClaimEntry| c.confidence >= super::HEDGE_THRESHOLD;
    let counts = Counts {
        state: entities("state"),
        official: entities("official"),
        sourcing: report.attributions.iter().filter(|a| sight.shows_attribution(a)).count() as u32,
        claim: report.claims.iter().filter(|c| c.kind != "hedge" && sight.shows_claim(c)).count() as u32,
        hedge: report.claims.iter().filter(sure).filter(|c| c.kind == "hedge").count() as u32,
    };
    let strong = report.claims.iter().filter(|c| !matches!(c.kind, "hedge" | "checked") && sight.shows_claim(c));
    let strong_claims = strong.count() as u32;
    let ledger = &report.ledger;
    let mut lines = Vec::new();
    let statements = m.count("summary.attributions", counts.sourcing, &[]);
    if counts.sourcing == 0 {
        lines.push(m.get("summary.none"));
    } else {
        lines.push(m.count("summary.origins", ledger.independent_origins.max(1), &[("attributions", &statements)]));
    }
    for (key, number) in [
        ("summary.unnamed", ledger.anonymous.len()),
        ("summary.no-reply", ledger.no_reply.len()),
        ("summary.single", ledger.single_source_claims.len()),
    ] {
        if number > 0 {
            lines.push(m.count(key, number as u32, &[]));
        }
    }
    if ledger.headline_surer_than_body {
        lines.push(m.get("summary.headline"));
    }
    let attributed = ledger.coverage.attributed.to_string();
    let coverage = m.count("summary.coverage", ledger.coverage.sentences, &[("attributed", &attributed)]);
    let announce = m.say(
        "summary.announce",
        &[
            ("states", &m.count("summary.states", counts.state, &[])),
            ("officials", &m.count("summary.officials", counts.official, &[])),
            ("attributions", &statements),
            ("claims", &m.count("summary.claims", strong_claims, &[])),
        ],
    );
    Summary { counts, strong_claims, lines, coverage, announce }
}
