//! Whom "they" and "it" stand for: several people, a body, a state or a firm that the story has named.
//! One person's pronouns are in `listener`, nouns that refer back in `anaphora`.

use super::kinds::{self, Who};
use super::listener::{Listener, after_preposition};
use super::naming::{self, PERSONS};
use crate::lexicon::Class;
use crate::mentions::{self, Layer};
use crate::text::Tag;
use crate::words;

impl Listener<'_, '_, '_> {
    /// "they": the last who were several, else the last who were not one person.
    pub(super) fn several(&self, token: usize, around: Option<&Who>) -> Who {
        let d = self.document;
        if let Some(around) = around.filter(|w| w.plural || !w.person) {
            return Who { sure: around.sure * 0.9, ..around.clone() };
        }
        // "the officials went to the station, where they claimed": several in the same sentence
        let sentence = d.sentences.get(d.sentence_of(token));
        let own = sentence.and_then(|s| {
            (s.start..token).rev().take(30).find(|&t| {
                let (classes, plural) = naming::noun(d, t);
                // … not "a few days later, they say"
                let span = crate::chunks::is_time(d, t + 1)
                    || d.any(t + 1, words!("days" "hours" "weeks" "months" "years" "minutes"));
                plural && !span && classes & (PERSONS | Class::CrowdNoun.bit()) != 0 && !after_preposition(d, t)
            })
        });
        if let Some(noun) = own {
            let first = sentence.and_then(|s| crate::chunks::noun_phrase_start(d, s.start, noun)).unwrap_or(noun);
            let heard = self.heard.iter().rev().find(|(t, _)| first <= *t && *t <= noun).map(|(_, w)| w.clone());
            let who = heard.unwrap_or_else(|| {
                let naming = naming::read(d, (first, noun));
                kinds::read(d, self.cast, &naming, (first, noun))
            });
            return Who { sure: who.sure * 0.85, anaphor: false, ..who };
        }
        if let Some(pair) = self.pair_before(token) {
            return pair;
        }
        let near = |w: &Who| w.plural;
        // a paper is "it"
        let group = |w: &Who| !w.person && !matches!(w.kind, "document" | "outlet" | "wire" | "state-media");
        let who = self.last_heard(token, near).or_else(|| self.last_heard(token, group));
        match who {
            Some((at, who)) if token - at < 120 => Who { sure: who.sure * 0.85, anaphor: false, ..who.clone() },
            _ => Who {
                kind: "crowd",
                rung: 6,
                entity: None,
                name: String::new(),
                plural: true,
                sure: 0.5,
                ..Who::nobody()
            },
        }
    }

    /// The two people who are the subject of the sentence before: "Berg and Lind measured it. They found …"
    fn pair_before(&self, token: usize) -> Option<Who> {
        let d = self.document;
        let before = d.sentences.get(d.sentence_of(token).checked_sub(1)?)?;
        let from = self.cast.seen.partition_point(|(t, _)| *t < before.start);
        let mut people = self.cast.seen.get(from..)?.iter();
        let (at, first) = *people.next().filter(|(t, _)| *t < before.start + 4)?;
        let (next, second) = *people.next().filter(|(t, _)| *t < before.end && *t <= at + 4)?;
        let both =
            [first, second].iter().all(|&m| self.cast.members.get(m as usize).is_some_and(|m| m.person && m.sure));
        let joined = (at + 1..next).any(|t| d.is(t, "and")) && d.tag(next + 1) != Tag::Adp;
        (both && joined && first != second).then(|| Who {
            person: false,
            plural: true,
            sure: 0.8,
            partner: Some(Box::new(self.member(second))),
            ..self.member(first)
        })
    }

    /// "it": the last body, state, organisation or document that spoke.
    pub(super) fn body(&self, token: usize, around: Option<&Who>) -> Who {
        if let Some(around) = around.filter(|w| !w.person && !w.plural) {
            return Who { sure: around.sure * 0.9, ..around.clone() };
        }
        let heard = self.last_heard(token, |w| !w.person && !w.plural);
        if let Some((at, who)) = self.group_before(token)
            && heard.is_none_or(|(before, _)| *before < at)
        {
            return who;
        }
        match heard {
            Some((at, who)) if token - at < 120 => Who { sure: who.sure * 0.9, anaphor: false, ..who.clone() },
            _ => {
                // not heard yet: a state or organisation at the head of the sentences before
                let seen = self.cast.seen.iter().rev().find(|(t, m)| {
                    *t < token && token - t < 60 && self.cast.members.get(*m as usize).is_some_and(|m| !m.person)
                });
                match seen {
                    Some((_, index)) => Who { sure: 0.7, ..self.member(*index) },
                    None => Who { kind: "organisation", rung: 4, entity: None, sure: 0.5, ..Who::nobody() },
                }
            }
        }
    }

    /// "The insurer refused to pay. It did not reply": a body or firm at the head of the sentence, or of the one
    /// before, and where it stands.
    fn group_before(&self, token: usize) -> Option<(usize, Who)> {
        let d = self.document;
        let here = d.sentence_of(token);
        [Some(here), here.checked_sub(1)].into_iter().flatten().find_map(|index| {
            let sentence = d.sentences.get(index)?;
            let skip = usize::from(d.any(sentence.start, words!("but" "and" "meanwhile" "still" "yet")));
            let first = sentence.start + skip;
            let last = crate::chunks::noun_phrase_end(d, first, sentence.end).filter(|&last| last < token)?;
            if let Some(state) = self.state_at(first, last) {
                return Some((first, state));
            }
            let (classes, plural) = naming::noun(d, last);
            let near = sentence.block + 1 >= d.tokens.get(token)?.block;
            let group = classes & naming::GROUPS != 0 && classes & naming::PERSONS == 0 && !plural && near;
            if !group || !d.any(first, words!("the" "its" "this")) || d.is(last + 1, "'s") {
                return None;
            }
            let naming = naming::read(d, (first, last));
            let who = kinds::read(d, self.cast, &naming, (first, last));
            (!who.person && !who.plural).then_some((first, Who { sure: 0.8, anaphor: false, ..who }))
        })
    }

    /// The state that a whole noun phrase names: "Tehran", "the United States".
    fn state_at(&self, first: usize, last: usize) -> Option<Who> {
        let from = self.cast.mentions.partition_point(|m| m.tokens.0 < first);
        let state = self.cast.mentions.get(from..)?.iter().take(2).find(|m| {
            m.layer == Layer::State
                && m.tokens.1 == last
                && m.tokens.0 <= first + 1
                && matches!(m.kind, "name" | "metonym" | "contested" | "bloc")
        })?;
        Some(Who {
            kind: "official",
            rung: 4,
            entity: Some(state.entity.clone()),
            name: mentions::entity_name(&state.entity).unwrap_or_default().to_owned(),
            state: Some(state.entity.clone()),
            sure: 0.8,
            ..Who::nobody()
        })
    }
}
