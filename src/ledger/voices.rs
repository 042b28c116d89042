//! The voices of a story: its attributions gathered by who speaks, with rung, state and share of words.
//! Takes the speaker from the attribution; resolves nothing itself.

use std::collections::BTreeMap;

use super::{Voice, Wording};
use crate::attributions::{Attribution, CueClass, Stance};
use crate::lexicon::WordMap;
use crate::mentions::{self, Layer, Mention};
use crate::text::{Document, Tag, hash_word};
use crate::words;

/// The voices, and which of them each attribution belongs to.
pub struct Cast {
    pub voices: Vec<Voice>,
    /// Index into `voices` per attribution.
    pub of: Vec<Option<usize>>,
}

impl Cast {
    pub fn new(document: &Document, mentions: &[Mention], attributions: &[Attribution]) -> Cast {
        let facts = Facts::new(document, mentions);
        let mut voices: Vec<Voice> = Vec::new();
        let mut of = Vec::with_capacity(attributions.len());
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        let mut words: Vec<u32> = Vec::new();
        let mut total = 0u32;
        for (id, attribution) in attributions.iter().enumerate() {
            let heard = attribution.class == CueClass::Speech && attribution.stance != Stance::NonResponse;
            let entity = heard.then(|| entity_of(document, attribution)).flatten();
            let Some(entity) = entity else {
                of.push(None);
                continue;
            };
            let index = *known.entry(entity).or_insert_with_key(|entity| {
                voices.push(Voice {
                    entity: entity.clone(),
                    // whoever has no name stays as the story puts it: "a harbour pilot"
                    name: if attribution.name.is_empty()
                        || ["unnamed:", "crowd:", "doc:", "source:"].iter().any(|p| entity.starts_with(p))
                    {
                        facts.name(entity).unwrap_or_else(|| source_name(document, attribution))
                    } else {
                        attribution.name.clone()
                    },
                    rung: attribution.rung,
                    source_kind: attribution.source_kind.to_owned(),
                    state: facts.state(document, entity, attribution),
                    ..Voice::default()
                });
                words.push(0);
                voices.len() - 1
            });
            of.push(Some(index));
            let length: u32 = attribution
                .content
                .iter()
                .flat_map(|&(first, last)| first..=last)
                .map(|t| u32::from(document.tokens.get(t).is_some_and(|t| t.is_word())))
                .sum();
            total += length;
            let mut own = length;
            if let Some(partner) = &attribution.partner {
                let second = *known.entry(partner.entity.clone()).or_insert_with_key(|entity| {
                    voices.push(Voice {
                        entity: entity.clone(),
                        name: partner.name.clone(),
                        rung: partner.rung,
                        source_kind: partner.source_kind.to_owned(),
                        state: if is_state(entity) { Some(entity.clone()) } else { partner.state.clone() },
                        ..Voice::default()
                    });
                    words.push(0);
                    voices.len() - 1
                });
                // words said together are halved between the two
                own = length - length / 2;
                if let Some(count) = words.get_mut(second) {
                    *count += length / 2;
                }
                if let Some(voice) = voices.get_mut(second).filter(|_| second != index) {
                    voice.attributions.push(id as u32);
                }
            }
            if let Some(count) = words.get_mut(index) {
                *count += own;
            }
            if let Some(voice) = voices.get_mut(index) {
                voice.attributions.push(id as u32);
                // a voice stands on its best rung
                if attribution.rung < voice.rung {
                    voice.rung = attribution.rung;
                    voice.source_kind = attribution.source_kind.to_owned();
                }
                // "the ministry", once "the Peruvian interior ministry"
                if voice.entity.starts_with("body:") && attribution.name.len() > voice.name.len() {
                    voice.name.clone_from(&attribution.name);
                }
                if voice.state.is_none() {
                    voice.state = facts.state(document, &voice.entity, attribution);
                }
            }
        }
        for (voice, count) in voices.iter_mut().zip(words) {
            voice.share = if total == 0 { 0.0 } else { (count as f32 / total as f32 * 1000.0).round() / 1000.0 };
        }
        Cast { voices, of }
    }

    pub fn voice(&self, attribution: usize) -> Option<&Voice> {
        self.of.get(attribution).copied().flatten().and_then(|index| self.voices.get(index))
    }

    /// The voices on whom the story rests. What reaches it through another voice rests on that one:
    /// a chain is one origin, named after its far end where it leads to one voice only. The unnamed
    /// many are none, and wires count once whatever their names.
    pub fn origins(&self, attributions: &[Attribution]) -> Vec<String> {
        let counts = |voice: usize| self.voices.get(voice).is_some_and(|v| v.rung < 6 && v.source_kind != "crowd");
        // the voice through which an attribution reaches the story
        let through = |id: usize| {
            let own = self.of.get(id).copied().flatten();
            let mut above = attributions.get(id).and_then(|a| a.parent);
            for _ in 0..8 {
                let parent = above?;
                let voice = self.of.get(parent).copied().flatten();
                if voice != own && voice.is_some_and(counts) {
                    return voice;
                }
                above = attributions.get(parent).and_then(|a| a.parent);
            }
            None
        };
        // by voice: whether it speaks for itself, and whom it passes on
        let mut roots = vec![false; self.voices.len()];
        let mut speaks = vec![false; self.voices.len()];
        let mut passes: Vec<Vec<usize>> = vec![Vec::new(); self.voices.len()];
        let mut relays = vec![false; attributions.len()];
        for (id, voice) in self.of.iter().enumerate() {
            let Some(voice) = *voice else { continue };
            if let Some(carrier) = through(id) {
                if let Some(passed) = passes.get_mut(carrier).filter(|p| !p.contains(&voice)) {
                    passed.push(voice);
                }
                if let Some(relay) = attributions.get(id).and_then(|a| a.parent).and_then(|p| relays.get_mut(p)) {
                    *relay = true;
                }
            } else if let Some(root) = roots.get_mut(voice) {
                *root = true;
            }
        }
        for (index, voice) in self.voices.iter().enumerate() {
            let own = voice.attributions.iter().any(|&id| !relays.get(id as usize).copied().unwrap_or(false));
            if let Some(flag) = speaks.get_mut(index) {
                *flag = own;
            }
            // the second of two who speak together
            if let Some(root) = roots.get_mut(index)
                && voice.attributions.iter().any(|&id| {
                    attributions.get(id as usize).is_some_and(|a| {
                        a.parent.is_none() && a.partner.as_ref().is_some_and(|p| p.entity == voice.entity)
                    })
                })
            {
                *root = true;
            }
        }
        let mut origins: Vec<String> = Vec::new();
        let mut wire = false;
        for mut index in (0..self.voices.len()).filter(|&v| counts(v) && roots.get(v) == Some(&true)) {
            for _ in 0..8 {
                match passes.get(index).map(Vec::as_slice) {
                    Some(&[only]) if speaks.get(index) == Some(&false) && counts(only) => index = only,
                    _ => break,
                }
            }
            let Some(voice) = self.voices.get(index) else { continue };
            if voice.source_kind == "wire" && std::mem::replace(&mut wire, true) {
                continue;
            }
            if !origins.contains(&voice.entity) {
                origins.push(voice.entity.clone());
            }
        }
        origins
    }

    /// The verbs under which each state's words are reported.
    pub fn wording(&self, attributions: &[Attribution]) -> Vec<Wording> {
        let mut states: BTreeMap<&str, Wording> = BTreeMap::new();
        for voice in &self.voices {
            let Some(state) = voice.state.as_deref() else { continue };
            for &id in &voice.attributions {
                let Some(attribution) = attributions.get(id as usize) else { continue };
                let line =
                    states.entry(state).or_insert_with(|| Wording { state: state.to_owned(), ..Wording::default() });
                match attribution.stance {
                    Stance::Neutral => line.neutral += 1,
                    Stance::Distancing => line.distancing += 1,
                    Stance::Factive => line.factive += 1,
                    Stance::Denial => line.denial += 1,
                    Stance::NonResponse => continue,
                }
                line.attributions.push(id);
            }
        }
        let mut lines: Vec<Wording> = states.into_values().collect();
        lines.iter_mut().for_each(|line| line.attributions.sort_unstable());
        lines
    }
}

/// The speaker of an attribution: its entity, else the words of its source.
fn entity_of(document: &Document, attribution: &Attribution) -> Option<String> {
    if let Some(entity) = &attribution.entity {
        return Some(entity.clone());
    }
    let (first, last) = attribution.source?;
    // "he", "which": a voice that was not resolved is no voice of its own
    if first == last && matches!(document.tag(first), Tag::Pron | Tag::Det | Tag::Sconj | Tag::PronPoss) {
        return None;
    }
    let name = source_name(document, attribution).to_lowercase();
    let slug: Vec<&str> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && !matches!(*w, "the" | "a" | "an" | "its" | "his" | "her" | "their"))
        .collect();
    (!slug.is_empty()).then(|| format!("source:{}", slug.join("-")))
}

/// The words of a source up to its first comma or bracket.
fn source_name(document: &Document, attribution: &Attribution) -> String {
    let Some(span) = attribution.source_span(document) else { return String::new() };
    let text = span.of(document.text);
    let cut = text.find([',', '(', ';', '—', '–']).filter(|&at| at > 0).unwrap_or(text.len());
    text.get(..cut).unwrap_or(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the mentions tell of an entity, by hash of its key; and mentions by their first token.
struct Facts<'m> {
    names: WordMap<(&'m Mention, String)>,
    by_token: WordMap<&'m Mention>,
}

impl<'m> Facts<'m> {
    fn new(document: &Document, mentions: &'m [Mention]) -> Facts<'m> {
        let mut names: WordMap<(&Mention, String)> = WordMap::default();
        let mut by_token: WordMap<&Mention> = WordMap::default();
        for mention in mentions {
            by_token.insert(mention.tokens.0 as u64, mention);
            let text = mention.span.of(document.text);
            let entry = names.entry(hash_word(&mention.entity)).or_insert_with(|| (mention, text.to_owned()));
            // the fullest naming of a person
            if mention.layer == Layer::Official && text.len() > entry.1.len() {
                entry.1 = text.to_owned();
            }
        }
        Facts { names, by_token }
    }

    fn name(&self, entity: &str) -> Option<String> {
        mentions::entity_name(entity)
            .map(str::to_owned)
            .or_else(|| self.names.get(&hash_word(entity)).map(|(_, name)| name.clone()))
    }

    /// The state a voice speaks for: its own code, its office's state, or the state that its source names.
    fn state(&self, document: &Document, entity: &str, attribution: &Attribution) -> Option<String> {
        if is_state(entity) {
            return Some(entity.to_owned());
        }
        if let Some(state) = self.names.get(&hash_word(entity)).and_then(|(m, _)| m.state.clone()) {
            return Some(state);
        }
        if !matches!(attribution.source_kind, "official" | "state-media") {
            return None;
        }
        let (first, last) = attribution.source?;
        // "a legislator who flew to Chad": what is told about somebody gives no state
        let told = |&t: &usize| !document.any(t, words!("who" "which" "whose" "that"));
        (first..=last.min(first + 40)).take_while(told).find_map(|token| {
            let mention = self.by_token.get(&(token as u64))?;
            match mention.layer {
                Layer::State => is_state(&mention.entity).then(|| mention.entity.clone()),
                Layer::Official => mention.state.clone(),
            }
        })
    }
}

/// Whether an entity is a state's code.
pub fn is_state(entity: &str) -> bool {
    entity.len() == 3 && entity.bytes().all(|b| b.is_ascii_uppercase())
}
