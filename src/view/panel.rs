//! The ledger with room: voices, who accuses whom, what is missing, and every finding as a list that
//! stands in for the marks. Text only; how it is drawn is the panel's.

use std::collections::BTreeMap;

use serde::Serialize;

use super::classroom::Classroom;
use super::{Sight, StatusView, names};
use crate::report::MentionEntry;

/// All that the panel shows, in the reader's language.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PanelView {
    pub status: StatusView,
    pub lang: String,
    /// Where the story stands, for what is saved of it.
    pub url: String,
    pub title: String,
    pub summary: Vec<String>,
    pub coverage: String,
    pub voices: Vec<VoiceRow>,
    pub accusations: Vec<Accusation>,
    pub gaps: Vec<Gap>,
    pub findings: Vec<FindingRow>,
    /// The lesson instead of the ledger, in classroom mode.
    pub classroom: Option<Classroom>,
}

/// One voice, however it is named.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VoiceRow {
    pub name: String,
    pub kind: String,
    pub rung: u8,
    /// Share of the attributed words, 0 to 100.
    pub percent: u32,
    pub share: String,
    pub times: String,
    /// Labels of the hands between the page and the voice, the voice last.
    pub hands: Vec<String>,
    pub findings: Vec<String>,
}

/// An arrow of the map of who accuses whom; `from` is empty when nobody is named.
#[derive(Clone, Debug, Default, Serialize, PartialEq, Eq)]
pub struct Accusation {
    pub from: String,
    pub to: String,
    pub denied: bool,
    pub text: String,
    pub findings: Vec<String>,
}

/// Something a reader may miss in the story.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Gap {
    pub text: String,
    pub findings: Vec<String>,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct FindingRow {
    pub finding: String,
    pub layer: String,
    pub kind: String,
    pub letter: String,
    pub rung: u8,
    pub title: String,
    pub who: String,
    pub why: String,
    pub rule: String,
    /// The marked words and what stands around them, for anchoring them again elsewhere.
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
    /// UTF-16 range of `exact` in the report's text.
    pub start: u32,
    pub end: u32,
}

/// UTF-16 units kept on either side of a finding.
const AROUND: u32 = 32;

pub(super) fn panel(sight: &Sight, summary: &super::Summary) -> PanelView {
    PanelView {
        status: StatusView::default(),
        lang: sight.messages.lang().to_owned(),
        summary: summary.lines.clone(),
        coverage: summary.coverage.clone(),
        url: String::new(),
        title: headline(sight),
        voices: voices(sight),
        accusations: accusations(sight),
        gaps: gaps(sight),
        findings: findings(sight),
        classroom: None,
    }
}

/// The story's own headline.
fn headline(sight: &Sight) -> String {
    let blocks = sight.report.blocks.as_deref().unwrap_or(&[]);
    let found = blocks.iter().find(|b| b.part == crate::article::Part::Headline);
    found.map_or_else(String::new, |b| sight.words(b.span).to_owned())
}

fn voices(sight: &Sight) -> Vec<VoiceRow> {
    let m = &sight.messages;
    let row = |voice: &crate::ledger::Voice| {
        let percent = (f64::from(voice.share) * 100.0).round().clamp(0.0, 100.0) as u32;
        let first = voice.attributions.first().and_then(|&a| sight.attribution(a));
        VoiceRow {
            name: sight.voice_label(voice),
            kind: match voice.state.as_deref().filter(|s| !s.is_empty() && **s != *voice.entity) {
                Some(state) => {
                    let kind = names::source_label(m, &voice.source_kind);
                    m.say("panel.voice", &[("kind", &kind), ("state", &sight.name_of(state))])
                }
                None => names::source_label(m, &voice.source_kind),
            },
            rung: voice.rung,
            percent,
            share: m.say("panel.share", &[("percent", &percent.to_string())]),
            times: m.count("panel.times", voice.attributions.len() as u32, &[]),
            hands: sight.hands(first).into_iter().map(|hand| hand.label).collect(),
            findings: voice.attributions.iter().map(|a| format!("a{a}")).collect(),
        }
    };
    sight.report.ledger.voices.iter().map(row).collect()
}

/// Pairs of states that stand as accuser and accused in one sentence, and the accused of claims that
/// nobody named makes.
fn accusations(sight: &Sight) -> Vec<Accusation> {
    let with_role = |role: &'static str| sight.report.mentions.iter().filter(move |m| m.role == Some(role));
    let mut pairs: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for accused in with_role("accused") {
        let accuser = with_role("accuser").find(|a| a.entity != accused.entity && same_sentence(sight, a, accused));
        let from = accuser.map(|a| sight.name_of(&a.entity)).unwrap_or_default();
        let found = pairs.entry((from, sight.name_of(&accused.entity))).or_default();
        found.extend(accuser.map(|a| format!("m{}", a.id)).into_iter().chain([format!("m{}", accused.id)]));
    }
    let m = &sight.messages;
    let arrow = |((from, to), findings): ((String, String), Vec<String>)| {
        let denied = with_role("denier").any(|d| sight.name_of(&d.entity) == to);
        let mut text = if from.is_empty() {
            m.say("panel.map.unnamed", &[("to", &to)])
        } else {
            m.say("panel.map.accuses", &[("from", &from), ("to", &to)])
        };
        if denied {
            text = format!("{text} {}", m.say("panel.map.denies", &[("from", &to)]));
        }
        Accusation { from, to, denied, text, findings }
    };
    pairs.into_iter().map(arrow).collect()
}

/// Whether no sentence ends between two mentions.
fn same_sentence(sight: &Sight, a: &MentionEntry, b: &MentionEntry) -> bool {
    let between = sight.words([a.span[1].min(b.span[1]), a.span[0].max(b.span[0])]);
    let ends = |mark: &str| between.split(mark).skip(1).any(|rest| rest.starts_with(char::is_uppercase));
    between.len() < 400 && !between.contains('\n') && !ends(". ") && !ends("? ") && !ends("! ")
}

fn gaps(sight: &Sight) -> Vec<Gap> {
    let (ledger, m) = (&sight.report.ledger, &sight.messages);
    let mut out = Vec::new();
    for silent in &ledger.no_reply {
        out.push(Gap {
            text: m.say("panel.no-reply", &[("name", &sight.party(silent))]),
            findings: silent.claims.iter().map(|c| format!("c{c}")).collect(),
        });
    }
    for unnamed in &ledger.anonymous {
        let source = sight.attribution(unnamed.attribution).and_then(|a| a.source).map_or("", |s| sight.words(s));
        let text = match unnamed.reason.as_deref().filter(|r| !r.is_empty()) {
            Some(reason) => m.say("panel.unnamed.reason", &[("source", source), ("reason", reason)]),
            None => m.say("panel.unnamed.no-reason", &[("source", source)]),
        };
        out.push(Gap { text, findings: vec![format!("a{}", unnamed.attribution)] });
    }
    for &id in &ledger.single_source_claims {
        if let Some(claim) = sight.report.claims.get(id as usize).filter(|c| sight.shows_claim(c)) {
            let text = m.say("panel.single", &[("claim", sight.words(claim.scope))]);
            out.push(Gap { text, findings: vec![format!("c{id}")] });
        }
    }
    out
}

fn findings(sight: &Sight) -> Vec<FindingRow> {
    let (report, m) = (sight.report, &sight.messages);
    let mut rows: Vec<FindingRow> = Vec::new();
    for mention in report.mentions.iter().filter(|m| sight.shows_mention(m)) {
        rows.push(FindingRow {
            kind: mention.kind.to_owned(),
            letter: names::mention_letter(mention),
            title: names::mention_title(sight, mention),
            why: sight.why(mention.rule, mention.text),
            rule: mention.rule.to_owned(),
            ..place(sight, format!("m{}", mention.id), mention.layer, mention.span)
        });
    }
    for a in report.attributions.iter().filter(|a| sight.shows_attribution(a)) {
        rows.push(FindingRow {
            kind: a.source_kind.to_owned(),
            letter: a.rung.to_string(),
            rung: a.rung,
            title: m.get(&format!("rung.{}", a.rung.clamp(1, 7))),
            who: sight.voice(a).unwrap_or_else(|| m.get("chain.nobody")),
            why: sight.why(a.rule, sight.words(a.cue)),
            rule: a.rule.to_owned(),
            ..place(sight, format!("a{}", a.id), "sourcing", super::cards::extent(a))
        });
    }
    for c in report.claims.iter().filter(|c| sight.shows_claim(c)) {
        let voice = c.attribution.and_then(|a| sight.attribution(a)).and_then(|a| sight.voice(a));
        rows.push(FindingRow {
            kind: c.kind.to_owned(),
            letter: names::layer_letter(c).to_owned(),
            title: names::claim_label(m, c),
            who: voice.unwrap_or_default(),
            why: sight.why(c.rule, sight.words(c.cue)),
            rule: c.rule.to_owned(),
            ..place(sight, format!("c{}", c.id), "claim", super::cards::extent_of_claim(c))
        });
    }
    rows.sort_by_key(|row| (row.start, row.end));
    rows
}

fn place(sight: &Sight, finding: String, layer: &str, [start, end]: [u32; 2]) -> FindingRow {
    FindingRow {
        finding,
        layer: layer.to_owned(),
        exact: sight.words([start, end]).to_owned(),
        prefix: sight.words_near([start.saturating_sub(AROUND), start]).to_owned(),
        suffix: sight.words_near([end, end + AROUND]).to_owned(),
        start,
        end,
        ..FindingRow::default()
    }
}
