//! Names that the reader has added: states beside the listed ones, bodies, and people with or without
//! an office, who are then found again by surname and pronoun like any other. Adds no name of its own.

use super::officials::{Officials, entity_of};
use super::people::{Description, Gender, Naming, People, Person};
use super::{Layer, Mention, Reading};
use crate::text::{Document, OwnKind, OwnName};

/// The rule that such a mention names.
pub const RULE: &str = "own.name";

/// The reader's names in a document: first and last token of each.
fn named<'d>(document: &'d Document) -> Vec<(&'d OwnName, usize, usize)> {
    let mut found = Vec::new();
    let mut token = 0;
    while document.own.is_some() && token < document.tokens.len() {
        if let Some((name, last)) = document.own_name(token) {
            found.push((name, token, last));
            token = last;
        }
        token += 1;
    }
    found
}

/// Adds the reader's states, which go before what the lists make of the same words.
pub fn add_states(document: &Document, list: &mut Vec<Mention>) {
    let own: Vec<_> = named(document).into_iter().filter(|(name, ..)| name.kind == OwnKind::State).collect();
    if own.is_empty() {
        return;
    }
    list.retain(|m| !own.iter().any(|(_, first, last)| m.tokens.0 <= *last && *first <= m.tokens.1));
    list.extend(own.into_iter().map(|(name, first, last)| Mention {
        layer: Layer::State,
        kind: "name",
        entity: name.state.clone(),
        span: document.span(first, last),
        tokens: (first, last),
        reading: Some(Reading::Actor),
        role: None,
        state: None,
        state_inferred: false,
        title: None,
        rule: RULE,
        confidence: 1.0,
    }));
    list.sort_by_key(|m| m.tokens);
}

impl Officials<'_, '_> {
    /// Enters the reader's people and bodies before the story's own words are read.
    pub(super) fn read_own(&mut self) {
        for (name, first, last) in named(self.document) {
            let state = Some(name.state.clone()).filter(|state| !state.is_empty());
            let (kind, description) = match name.kind {
                OwnKind::State => continue,
                OwnKind::Body => {
                    let entity = entity_of("body", state.as_deref(), &name.name);
                    self.push("body", entity, first, last, state, None, RULE);
                    continue;
                }
                OwnKind::Official => ("named", Description::Official),
                OwnKind::Former => ("former", Description::Official),
                OwnKind::Spokesperson => ("spokesperson", Description::Spokesperson),
                OwnKind::Expert => ("", Description::Expert),
                OwnKind::Executive => ("", Description::Executive),
                OwnKind::Witness => ("", Description::Witness),
            };
            let words = People::name_words(self.document, first, last);
            let person = self.people.find(&words, Gender::Unknown).unwrap_or_else(|| {
                self.people.add(Person {
                    name: name.name.clone(),
                    entity: entity_of("person", None, &name.name),
                    words,
                    description,
                    state: state.clone(),
                    kind,
                    own: true,
                    ..Person::default()
                })
            });
            if !kind.is_empty() {
                let entity = self.people.list[person].entity.clone();
                self.push(kind, entity, first, last, state, None, RULE);
            }
            self.people.namings.push(Naming { first, last, person, full: true });
            if let Some(name) = self.units.name_at(first) {
                self.taken[name] = true;
            }
        }
    }
}
