//! The report: what was found, in the fixed form that other programs read.
//! Every position is `[start, end)` in UTF-16 code units of the scanned text.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::article::{Article, Part};
use crate::attributions::hands::{Hand, Origin};
use crate::attributions::{Attribution, CueClass, Form, Stance};
use crate::claims::Claim;
use crate::ledger::Ledger;
use crate::mentions::{Layer, Mention, Mentions, People, Reading};
use crate::rules;
use crate::span::Utf16;
use crate::text::Document;

pub const SCHEMA: &str = "hearsay-report/1";

type Range = [u32; 2];

/// Text and reasons are those of the article that was read.
#[derive(Clone, Debug, Serialize)]
pub struct Report<'a> {
    pub schema: &'static str,
    pub lang: &'static str,
    /// The scanned text, when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<&'a str>,
    /// The blocks of the scanned text and their parts, given with the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocks: Option<Vec<BlockEntry>>,
    pub mentions: Vec<MentionEntry<'a>>,
    pub attributions: Vec<AttributionEntry<'a>>,
    pub claims: Vec<ClaimEntry<'a>>,
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
pub struct MentionEntry<'a> {
    pub id: u32,
    pub layer: &'static str,
    pub kind: &'static str,
    pub entity: String,
    pub span: Range,
    pub text: &'a str,
    pub reading: Option<&'static str>,
    pub role: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Whether `state` is only the country the story plays in, no word of the office naming it.
    #[serde(skip_serializing_if = "is_false")]
    pub state_inferred: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    pub rule: &'static str,
    pub why: Why<'a>,
    pub confidence: f32,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

#[derive(Clone, Debug, Serialize)]
pub struct AttributionEntry<'a> {
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
    pub why: Why<'a>,
    pub confidence: f32,
}

#[derive(Clone, Debug, Serialize)]
pub struct ClaimEntry<'a> {
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
    pub why: Why<'a>,
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

impl<'a> Report<'a> {
    /// Adds the scanned text and its blocks.
    pub fn with_text(mut self, article: &'a Article) -> Report<'a> {
        let map = Utf16::new(&article.text);
        self.blocks =
            Some(article.blocks.iter().map(|b| BlockEntry { span: map.span(b.span), part: b.part }).collect());
        self.text = Some(&article.text);
        self
    }
}

/// A finding's reason: its rule's words with the marked text in place. Put together where it is written.
#[derive(Clone, Copy, Debug)]
pub struct Why<'a> {
    rule: &'static str,
    words: &'a str,
}

impl Serialize for Why<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let says = rules::rule(self.rule).map_or("", |rule| rule.says);
        serializer.serialize_str(&says.replace("{text}", self.words))
    }
}

/// What the layers found in a document.
pub struct Found {
    pub mentions: Mentions,
    pub attributions: Vec<Attribution>,
    pub claims: Vec<Claim>,
    pub ledger: Ledger,
    pub origin: Origin,
}

/// Writes a report about `text`, of which the document was made.
pub fn write<'a>(text: &'a str, document: &Document, found: Found) -> Report<'a> {
    let Found { mentions, attributions, claims, ledger, origin } = found;
    let map = Utf16::new(text);
    let tokens = |(first, last): (usize, usize)| map.span(document.span(first, last));
    let words = |(first, last): (usize, usize)| document.span(first, last).of(text);
    let mut entities: BTreeMap<String, Entity> = BTreeMap::new();
    let Mentions { list, people } = mentions;
    let mention_entries = list
        .into_iter()
        .zip(0u32..)
        .map(|(m, id)| {
            let words = m.span.of(text);
            enter_mention(&mut entities, id, &m, words, &people);
            MentionEntry {
                id,
                layer: layer_name(m.layer),
                kind: m.kind,
                entity: m.entity,
                span: map.span(m.span),
                text: words,
                reading: m.reading.map(reading_name),
                role: m.role,
                state: m.state,
                state_inferred: m.state_inferred,
                title: m.title,
                rule: m.rule,
                why: Why { rule: m.rule, words },
                confidence: m.confidence,
            }
        })
        .collect();
    for a in &attributions {
        enter_outlet(&mut entities, a);
    }
    let attribution_entries = attributions
        .into_iter()
        .zip(0u32..)
        .map(|(a, id)| AttributionEntry {
            id,
            source: a.source.map(tokens),
            cue: tokens(a.cue),
            content: a.content.into_iter().map(tokens).collect(),
            rung: a.rung,
            source_kind: a.source_kind,
            form: form_name(a.form),
            stance: stance_name(a.stance),
            cue_class: class_name(a.class),
            shown_by_default: a.class == CueClass::Speech,
            depth: a.depth,
            parent: a.parent.map(|p| p as u32),
            entity: a.entity,
            name: a.name,
            via: a.via,
            reason: a.reason.map(tokens),
            flags: a.flags,
            rule: a.rule,
            why: Why { rule: a.rule, words: words(a.cue) },
            confidence: a.confidence,
        })
        .collect();
    let claim_entries = claims
        .into_iter()
        .zip(0u32..)
        .map(|(c, id)| ClaimEntry {
            id,
            kind: c.kind,
            stage: c.stage,
            cue: tokens(c.cue),
            scope: tokens(c.scope),
            attribution: c.attribution.map(|a| a as u32),
            denied_by: c.denied_by.map(|d| d as u32),
            shown_by_default: c.kind != "hedge",
            rule: c.rule,
            why: Why { rule: c.rule, words: words(c.cue) },
            confidence: c.confidence,
        })
        .collect();
    for voice in &ledger.voices {
        if !entities.contains_key(&voice.entity) {
            let entity =
                Entity { layer: "source", name: voice.name.clone(), state: voice.state.clone(), ..Entity::default() };
            entities.insert(voice.entity.clone(), entity);
        }
    }
    let hand = |hand: Hand| OriginEntry { entity: hand.entity, name: hand.name, kind: hand.kind };
    Report {
        schema: SCHEMA,
        lang: "en",
        text: None,
        blocks: None,
        mentions: mention_entries,
        attributions: attribution_entries,
        claims: claim_entries,
        entities,
        origin: origin.chain.into_iter().map(hand).collect(),
        ledger,
    }
}

/// Enters a mention under its entity; an official is listed by the fullest form of the name.
fn enter_mention(entities: &mut BTreeMap<String, Entity>, id: u32, m: &Mention, text: &str, people: &People) {
    let known = entities.get_mut(&m.entity);
    let new = known.is_none().then(|| {
        let person = people.list.iter().find(|p| p.entity == m.entity && !p.name.is_empty()).map(|p| p.name.as_str());
        let name = crate::mentions::entity_name(&m.entity).or(person).unwrap_or(text);
        Entity { layer: layer_name(m.layer), name: name.to_owned(), ..Entity::default() }
    });
    let entity = match (known, new) {
        (Some(known), _) => known,
        (None, new) => entities.entry(m.entity.clone()).or_insert_with(|| new.unwrap_or_default()),
    };
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
