//! The report: what was found, in the fixed form that other programs read.
//! Every position is `[start, end)` in UTF-16 code units of the scanned text.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::article::{Article, Part};
use crate::attributions::hands::Origin;
use crate::attributions::{Attribution, CueClass, Form, Stance};
use crate::claims::Claim;
use crate::ledger::Ledger;
use crate::mentions::{Layer, Mention, Mentions, People, Reading};
use crate::rules;
use crate::span::Utf16;
use crate::text::Document;

pub const SCHEMA: &str = "hearsay-report/1";

type Range = [u32; 2];

#[derive(Clone, Debug, Serialize)]
pub struct Report {
    pub schema: &'static str,
    pub lang: &'static str,
    /// The scanned text, when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The blocks of the scanned text and their parts, given with the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocks: Option<Vec<BlockEntry>>,
    pub mentions: Vec<MentionEntry>,
    pub attributions: Vec<AttributionEntry>,
    pub claims: Vec<ClaimEntry>,
    pub entities: BTreeMap<String, Entity>,
    /// The hands the story itself came through: the outlet, then the agencies it credits, the writer last.
    pub origin: Vec<OriginEntry>,
    pub ledger: Ledger,
}

#[derive(Clone, Debug, Serialize)]
pub struct OriginEntry {
    pub entity: String,
    pub name: String,
    pub kind: &'static str,
}

#[derive(Clone, Debug, Serialize)]
pub struct BlockEntry {
    pub span: Range,
    pub part: Part,
}

#[derive(Clone, Debug, Serialize)]
pub struct MentionEntry {
    pub id: u32,
    pub layer: &'static str,
    pub kind: &'static str,
    pub entity: String,
    pub span: Range,
    pub text: String,
    pub reading: Option<&'static str>,
    pub role: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    pub rule: &'static str,
    pub why: String,
    pub confidence: f32,
}

#[derive(Clone, Debug, Serialize)]
pub struct AttributionEntry {
    pub id: u32,
    pub source: Option<Range>,
    pub cue: Range,
    pub content: Vec<Range>,
    pub rung: u8,
    pub source_kind: &'static str,
    pub form: &'static str,
    pub stance: &'static str,
    /// `speech`, `belief` or `intent`; only `speech` is shown by default.
    pub cue_class: &'static str,
    pub shown_by_default: bool,
    pub depth: u8,
    pub parent: Option<u32>,
    pub entity: Option<String>,
    /// The voice's name; missing where nobody is named.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The outlet that heard or carried the words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
    /// Why the source has no name, where the story says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Range>,
    pub flags: Vec<&'static str>,
    pub rule: &'static str,
    pub why: String,
    pub confidence: f32,
}

#[derive(Clone, Debug, Serialize)]
pub struct ClaimEntry {
    pub id: u32,
    pub kind: &'static str,
    pub stage: Option<&'static str>,
    pub cue: Range,
    pub scope: Range,
    pub attribution: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denied_by: Option<u32>,
    pub shown_by_default: bool,
    pub rule: &'static str,
    pub why: String,
    pub confidence: f32,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Entity {
    pub layer: &'static str,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<&'static str>,
    pub mentions: Vec<u32>,
}

impl Report {
    /// Adds the scanned text and its blocks.
    pub fn with_text(mut self, article: &Article) -> Report {
        let map = Utf16::new(&article.text);
        self.blocks =
            Some(article.blocks.iter().map(|b| BlockEntry { span: map.span(b.span), part: b.part }).collect());
        self.text = Some(article.text.clone());
        self
    }
}

/// The card's reason: the rule's words with the marked text in place.
fn why(rule: &str, text: &str) -> String {
    rules::rule(rule).map_or_else(String::new, |rule| rule.says.replace("{text}", text))
}

pub fn write(
    document: &Document,
    mentions: &Mentions,
    attributions: &[Attribution],
    claims: &[Claim],
    ledger: Ledger,
    origin: Origin,
) -> Report {
    let map = Utf16::new(document.text);
    let tokens = |(first, last): (usize, usize)| map.span(document.span(first, last));
    let words = |(first, last): (usize, usize)| document.span(first, last).of(document.text);
    let mut entities: BTreeMap<String, Entity> = BTreeMap::new();
    let mention_entries = mentions
        .iter()
        .enumerate()
        .map(|(id, m)| {
            let text = m.span.of(document.text);
            enter_mention(&mut entities, id as u32, m, text, &mentions.people);
            MentionEntry {
                id: id as u32,
                layer: layer_name(m.layer),
                kind: m.kind,
                entity: m.entity.clone(),
                span: map.span(m.span),
                text: text.to_owned(),
                reading: m.reading.map(reading_name),
                role: m.role,
                state: m.state.clone(),
                title: m.title.clone(),
                rule: m.rule,
                why: why(m.rule, text),
                confidence: m.confidence,
            }
        })
        .collect();
    let attribution_entries = attributions
        .iter()
        .enumerate()
        .map(|(id, a)| AttributionEntry {
            id: id as u32,
            source: a.source.map(tokens),
            cue: tokens(a.cue),
            content: a.content.iter().copied().map(tokens).collect(),
            rung: a.rung,
            source_kind: a.source_kind,
            form: form_name(a.form),
            stance: stance_name(a.stance),
            cue_class: class_name(a.class),
            shown_by_default: a.class == CueClass::Speech,
            depth: a.depth,
            parent: a.parent.map(|p| p as u32),
            entity: a.entity.clone(),
            name: a.name.clone(),
            via: a.via.clone(),
            reason: a.reason.map(tokens),
            flags: a.flags.clone(),
            rule: a.rule,
            why: why(a.rule, words(a.cue)),
            confidence: a.confidence,
        })
        .collect();
    let claim_entries = claims
        .iter()
        .enumerate()
        .map(|(id, c)| ClaimEntry {
            id: id as u32,
            kind: c.kind,
            stage: c.stage,
            cue: tokens(c.cue),
            scope: tokens(c.scope),
            attribution: c.attribution.map(|a| a as u32),
            denied_by: c.denied_by.map(|d| d as u32),
            shown_by_default: c.kind != "hedge",
            rule: c.rule,
            why: why(c.rule, words(c.cue)),
            confidence: c.confidence,
        })
        .collect();
    for a in attributions {
        enter_outlet(&mut entities, a);
    }
    for voice in &ledger.voices {
        entities.entry(voice.entity.clone()).or_insert_with(|| Entity {
            layer: "source",
            name: voice.name.clone(),
            state: voice.state.clone(),
            ..Entity::default()
        });
    }
    Report {
        schema: SCHEMA,
        lang: "en",
        text: None,
        blocks: None,
        mentions: mention_entries,
        attributions: attribution_entries,
        claims: claim_entries,
        entities,
        origin: origin
            .chain
            .into_iter()
            .map(|hand| OriginEntry { entity: hand.entity, name: hand.name, kind: hand.kind })
            .collect(),
        ledger,
    }
}

/// Enters a mention under its entity; an official is listed by the fullest form of the name.
fn enter_mention(entities: &mut BTreeMap<String, Entity>, id: u32, m: &Mention, text: &str, people: &People) {
    let entity = entities.entry(m.entity.clone()).or_insert_with(|| {
        let person = people.list.iter().find(|p| p.entity == m.entity && !p.name.is_empty()).map(|p| p.name.as_str());
        let name = crate::mentions::entity_name(&m.entity).or(person).unwrap_or(text);
        Entity { layer: layer_name(m.layer), name: name.to_owned(), ..Entity::default() }
    });
    entity.mentions.push(id);
    if entity.state.is_none() {
        entity.state.clone_from(&m.state);
    }
    if entity.title.is_none() {
        entity.title.clone_from(&m.title);
    }
}

/// Enters the outlet that speaks in an attribution, with what it is.
fn enter_outlet(entities: &mut BTreeMap<String, Entity>, a: &Attribution) {
    let kinds: &[&'static str] = match a.source_kind {
        "state-media" => &["state-media", "wire"],
        "wire" => &["wire"],
        _ => return,
    };
    let Some(id) = &a.entity else { return };
    let entity = entities.entry(id.clone()).or_insert_with(|| Entity {
        layer: "source",
        name: if a.name.is_empty() { id.clone() } else { a.name.clone() },
        state: a.state.clone(),
        ..Entity::default()
    });
    if entity.layer == "source" {
        for flag in kinds.iter().filter(|flag| a.flags.contains(flag)) {
            if !entity.flags.contains(flag) {
                entity.flags.push(flag);
            }
        }
    }
}

fn layer_name(layer: Layer) -> &'static str {
    match layer {
        Layer::State => "state",
        Layer::Official => "official",
    }
}

fn reading_name(reading: Reading) -> &'static str {
    match reading {
        Reading::Actor => "actor",
        Reading::Place => "place",
        Reading::Modifier => "modifier",
    }
}

fn form_name(form: Form) -> &'static str {
    match form {
        Form::Direct => "direct",
        Form::Indirect => "indirect",
        Form::Mixed => "mixed",
        Form::ScareQuote => "scare-quote",
    }
}

fn stance_name(stance: Stance) -> &'static str {
    match stance {
        Stance::Neutral => "neutral",
        Stance::Distancing => "distancing",
        Stance::Factive => "factive",
        Stance::Denial => "denial",
        Stance::NonResponse => "non-response",
    }
}

fn class_name(class: CueClass) -> &'static str {
    match class {
        CueClass::Speech => "speech",
        CueClass::Belief => "belief",
        CueClass::Intent => "intent",
    }
}
