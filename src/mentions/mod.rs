//! Mentions of states and officials, found in the order: states, then officials (who know the states),
//! then later mentions of the same person. Knows nothing of attributions.

mod states;

use crate::span::Span;
use crate::text::Document;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    State,
    Official,
}

/// What a state mention stands for in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    Actor,
    Place,
    Modifier,
}

/// A named state, or a person or body in office.
#[derive(Clone, Debug)]
pub struct Mention {
    pub layer: Layer,
    /// `name`, `demonym`, `metonym`, `bloc`, `contested`, `place`; `named`, `role`, `body`, `spokesperson`, `former`.
    pub kind: &'static str,
    /// ISO 3166-1 alpha-3, `org:…`, or `person:…` / `office:…` of an official.
    pub entity: String,
    pub span: Span,
    /// First and last token.
    pub tokens: (usize, usize),
    pub reading: Option<Reading>,
    /// `accuser`, `accused`, `denier`, `host`, `target`.
    pub role: Option<&'static str>,
    /// The state an official serves.
    pub state: Option<String>,
    pub title: Option<String>,
    pub rule: &'static str,
    pub confidence: f32,
}

/// All mentions of a document, in reading order.
pub fn find(document: &Document) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = states::find(document);
    mentions.sort_by_key(|m| (m.span.start, m.span.end));
    mentions
}

/// The name under which an entity is listed: a state's common name. None for people.
pub fn entity_name(entity: &str) -> Option<&'static str> {
    states::name(entity)
}
