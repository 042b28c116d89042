//! The reader's own lists, laid over a report: names to mark, and words never to mark.
//! Changes what is shown to this reader only; teaches the engine nothing.

use serde::Deserialize;

use super::names::state_label;
use crate::report::{Entity, MentionEntry, Report};
use crate::span::Utf16;

/// The rule that such a mention names.
pub const RULE: &str = "own.name";

/// Lists as the options page keeps them. What does not fit is left out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct OwnLists {
    /// Names, outlets or cues that are not to be marked, in any case of letters.
    pub silence: Vec<String>,
    pub names: Vec<OwnName>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct OwnName {
    /// The words as they stand in a story; case counts.
    pub text: String,
    /// `state` (the default) or `official`.
    pub layer: String,
    /// A state's code, or a name; the words themselves when left out.
    pub entity: String,
}

impl OwnLists {
    /// Whether words are never to be marked.
    pub fn silences(&self, words: &str) -> bool {
        !self.silence.is_empty() && self.silence.iter().any(|s| s.trim().to_lowercase() == words.trim().to_lowercase())
    }

    /// Adds the reader's names to a report, in reading order, where the engine found nothing.
    pub fn add_to(&self, report: &mut Report) {
        let Some(text) = report.text.clone() else { return };
        let map = Utf16::new(&text);
        let mut added = Vec::new();
        for own in self.names.iter().filter(|own| !own.text.trim().is_empty()) {
            let words = own.text.trim();
            for (at, _) in text.match_indices(words) {
                let end = at + words.len();
                let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                if inside(text[..at].chars().next_back()) || inside(text[end..].chars().next()) {
                    continue;
                }
                let span = [map.offset(at as u32), map.offset(end as u32)];
                if !report.mentions.iter().any(|m| m.span[0] < span[1] && span[0] < m.span[1]) {
                    added.push((span, words.to_owned(), own));
                }
            }
        }
        added.sort_by_key(|(span, ..)| *span);
        for (span, words, own) in added {
            let layer = if own.layer == "official" { "official" } else { "state" };
            let entity =
                if own.entity.trim().is_empty() { format!("own:{words}") } else { own.entity.trim().to_owned() };
            let id = report.mentions.len() as u32;
            let entry = report.entities.entry(entity.clone()).or_insert_with(|| Entity {
                layer,
                name: if own.entity.trim().is_empty() { words.clone() } else { state_label(&entity) },
                ..Entity::default()
            });
            entry.mentions.push(id);
            report.mentions.push(MentionEntry {
                id,
                layer,
                kind: if layer == "official" { "named" } else { "name" },
                entity,
                span,
                text: words,
                reading: None,
                role: None,
                state: None,
                title: None,
                rule: RULE,
                why: String::new(),
                confidence: 1.0,
            });
        }
    }
}
