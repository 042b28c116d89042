//! Mentions of states and officials, found in the order: states, then officials (who know the states),
//! then later mentions of the same person. Knows nothing of attributions.

mod officials;
mod officials_again;
mod officials_apposed;
mod officials_bodies;
mod officials_chambers;
mod officials_entry;
mod officials_holders;
mod officials_home;
mod officials_later;
mod officials_phrases;
mod officials_standing;
mod officials_titles;
mod officials_units;
mod officials_unofficial;
mod own;
pub mod people;
mod states;

pub use own::RULE as OWN_RULE;
pub use people::People;

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
    /// Whether that state is only the one the story plays in: no word of the office names it.
    pub state_inferred: bool,
    pub title: Option<String>,
    pub rule: &'static str,
    pub confidence: f32,
}

/// What the layers of states and officials found: the mentions in reading order, read as a slice,
/// and the people of the story with every place where each is named.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    pub list: Vec<Mention>,
    pub people: People,
}

impl std::ops::Deref for Mentions {
    type Target = [Mention];
    fn deref(&self) -> &[Mention] {
        &self.list
    }
}

/// All mentions of a document, and its people.
pub fn find(document: &Document) -> Mentions {
    let mut list = states::find(document);
    own::add_states(document, &mut list);
    let (officials, people) = officials::find(document, &list);
    list.extend(officials);
    list.sort_by_key(|m| (m.span.start, m.span.end));
    Mentions { list, people }
}

/// The name under which an entity is listed: a state's common name. None for people.
pub fn entity_name(entity: &str) -> Option<&'static str> {
    states::name(entity)
}
