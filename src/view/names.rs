//! Names of things as a reader sees them: voices, kinds of claim, letters of badges.

use super::Sight;
use super::messages::Messages;
use crate::ledger::{NoReply, Voice};
use crate::lexicon::{gazetteer, outlets};
use crate::report::{AttributionEntry, ClaimEntry, Entity, MentionEntry, Report};

/// The label of a kind of claim, with its legal stage.
pub fn claim_label(messages: &Messages, claim: &ClaimEntry) -> String {
    let staged = claim.stage.map(|stage| format!("claim.{}.{stage}", claim.kind)).filter(|key| messages.has(key));
    messages.get(&staged.unwrap_or_else(|| format!("claim.{}", claim.kind)))
}

pub fn source_label(messages: &Messages, kind: &str) -> String {
    let key = format!("source.{kind}");
    if messages.has(&key) { messages.get(&key) } else { messages.get("source.none") }
}

/// Letter of a claim's badge: a doubt, or words of checking.
pub fn layer_letter(claim: &ClaimEntry) -> &'static str {
    if claim.kind == "checked" { "V" } else { "?" }
}

/// The label of a state's badge: its code, or a bloc's abbreviation.
pub fn state_label(entity: &str) -> String {
    match entity.strip_prefix("own:") {
        // a reader's own name has no code: its first letters stand for it
        Some(name) => name.chars().filter(|c| c.is_alphanumeric()).take(3).collect::<String>().to_uppercase(),
        None => entity.strip_prefix("org:").unwrap_or(entity).to_uppercase(),
    }
}

/// What the badge of a mention shows.
pub fn mention_letter(m: &MentionEntry) -> String {
    if m.layer == "official" { "O".to_owned() } else { state_label(&m.entity) }
}

/// A mention in plain words: "North Korea, its government".
pub fn mention_title(sight: &Sight, m: &MentionEntry) -> String {
    let name = sight.name_of(&m.entity);
    let key = format!("kind.{}.{}", m.layer, m.kind);
    if sight.messages.has(&key) { sight.messages.say(&key, &[("name", &name)]) } else { name }
}

/// An entity's name; where the report does not name it, what its code spells.
pub fn entity_name(report: &Report, entity: &str) -> String {
    match report.entities.get(entity).map(|e| e.name.as_str()).filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None => {
            let state = gazetteer::entity(entity).map(|state| state.name);
            let listed = state.or_else(|| outlets::named(entity).map(|outlet| outlet.name));
            listed.map_or_else(|| state_label(entity), str::to_owned)
        }
    }
}

/// The name of an attribution's voice: the entity's, else the source's own words, else none.
pub fn voice_name(report: &Report, a: &AttributionEntry, source: &str) -> Option<String> {
    let named = a.entity.as_deref().and_then(|e| report.entities.get(e)).map(|e| e.name.as_str());
    let named = named.filter(|name| !name.is_empty()).or(Some(a.name.as_str()).filter(|name| !name.is_empty()));
    named.map(str::to_owned).or_else(|| (!source.is_empty()).then(|| short(source)))
}

/// A source's words without what follows its first comma, and not too long for a label.
fn short(source: &str) -> String {
    let head = source.split(", ").next().unwrap_or(source).trim();
    let mut words = head.split_whitespace();
    let taken: Vec<&str> = words.by_ref().take(8).collect();
    let joined = taken.join(" ");
    if words.next().is_some() { format!("{joined}…") } else { joined }
}

/// A voice of the ledger: by its entity's name, else as the story words it.
pub fn voice_label(report: &Report, voice: &Voice) -> String {
    let named = report.entities.get(&voice.entity).map(|e| e.name.as_str()).filter(|name| !name.is_empty());
    named.unwrap_or(&voice.name).to_owned()
}

impl Sight<'_> {
    pub fn voice_label(&self, voice: &Voice) -> String {
        let state = self.messages.state(&voice.entity);
        state.map_or_else(|| voice_label(self.report, voice), str::to_owned)
    }

    pub fn voice(&self, a: &AttributionEntry) -> Option<String> {
        if let Some(state) = a.entity.as_deref().and_then(|entity| self.messages.state(entity)) {
            return Some(state.to_owned());
        }
        voice_name(self.report, a, a.source.map_or("", |s| self.words(s)))
    }

    /// One that is accused and not heard.
    pub fn party(&self, silent: &NoReply) -> String {
        self.messages.state(&silent.entity).unwrap_or(&silent.name).to_owned()
    }

    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.report.entities.get(id)
    }

    pub fn name_of(&self, entity: &str) -> String {
        self.messages.state(entity).map_or_else(|| entity_name(self.report, entity), str::to_owned)
    }

    pub fn attribution(&self, id: u32) -> Option<&AttributionEntry<'_>> {
        self.report.attributions.get(id as usize)
    }
}
