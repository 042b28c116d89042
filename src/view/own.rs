//! The reader's own lists as the options page keeps them, made into words the engine reads with a story.
//! What does not fit is left out here; the options page tells the reader of it.

use serde::Deserialize;

use crate::attributions::{paired_forms, slug};
use crate::lexicon::{gazetteer, outlets};
use crate::mentions::OWN_RULE;
use crate::text::{OwnKind, OwnName, OwnOutlet, OwnWords};

/// The rule that a mention from the reader's list names.
pub const RULE: &str = OWN_RULE;

/// Lists as the options page keeps them. What does not fit is left out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct OwnLists {
    pub names: Vec<Name>,
    pub outlets: Vec<Outlet>,
    pub cues: Vec<Cue>,
    /// Names, outlets or cues that are not to be marked, in any case of letters.
    pub silence: Vec<String>,
}

/// A name as it stands in a story; case counts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Name {
    pub text: String,
    /// `state`, `body`, `organisation`, `official`, `former`, `spokesperson`, `expert`, `executive`, `witness`.
    pub kind: String,
    /// A state's code; may be left out.
    pub state: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Outlet {
    pub text: String,
    /// `outlet`, `wire` or `state-media`.
    pub kind: String,
    pub state: String,
}

/// A verb of saying in its base form, with irregular forms after slashes ("misspeak/misspoke/misspoken").
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Cue {
    pub text: String,
    /// `neutral`, `distancing`, `factive` or `denial`.
    pub stance: String,
}

/// A finding that the reader called not right, known again by its rule and words.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Exception {
    pub rule_id: String,
    pub cue: String,
    /// The marked passage, as its card quotes it.
    pub quote: String,
}

impl OwnLists {
    /// Whether words are never to be marked.
    pub fn silences(&self, words: &str) -> bool {
        !self.silence.is_empty() && self.silence.iter().any(|s| s.trim().to_lowercase() == words.trim().to_lowercase())
    }

    /// Whether an outlet or organisation is on the reader's list.
    pub fn knows(&self, name: &str) -> bool {
        let outlets = self.outlets.iter().map(|o| &o.text).chain(self.names.iter().map(|n| &n.text));
        !name.is_empty() && outlets.into_iter().any(|text| text.trim() == name.trim())
    }

    /// The lists as the engine reads them; None when there is nothing to read.
    pub fn words(&self) -> Option<OwnWords> {
        if self.names.is_empty() && self.outlets.is_empty() && self.cues.is_empty() && self.silence.is_empty() {
            return None;
        }
        let mut words = OwnWords::default();
        for name in &self.names {
            match (name.kind.as_str(), kind_of(&name.kind)) {
                ("organisation", _) => words.add_outlet(outlet(&name.text, "organisation", &name.state)),
                (_, Some(kind)) => words.add_name(named(name, kind)),
                _ => {}
            }
        }
        for own in &self.outlets {
            let kind = ["outlet", "wire", "state-media"].into_iter().find(|k| *k == own.kind);
            words.add_outlet(outlet(&own.text, kind.unwrap_or("outlet"), &own.state));
        }
        for cue in &self.cues {
            for (form, like) in paired_forms(cue.text.trim(), model(&cue.stance)) {
                words.add_verb_form(&form, &like);
            }
        }
        self.silence.iter().for_each(|phrase| words.silence(phrase));
        Some(words)
    }
}

fn kind_of(kind: &str) -> Option<OwnKind> {
    Some(match kind {
        "state" | "" => OwnKind::State,
        "body" => OwnKind::Body,
        "official" => OwnKind::Official,
        "former" => OwnKind::Former,
        "spokesperson" => OwnKind::Spokesperson,
        "expert" => OwnKind::Expert,
        "executive" => OwnKind::Executive,
        "witness" => OwnKind::Witness,
        _ => return None,
    })
}

/// The code of a listed state or bloc; empty for anything else.
fn code(state: &str) -> String {
    let wanted = state.trim();
    let known = gazetteer::entities().iter().find(|e| e.code == wanted || e.name == wanted);
    known.map_or_else(String::new, |e| e.code.to_owned())
}

fn named(name: &Name, kind: OwnKind) -> OwnName {
    let text = name.text.trim().to_owned();
    let mut state = code(&name.state);
    // a state that no list has is an entity of its own
    if kind == OwnKind::State && state.is_empty() {
        state = format!("own:{text}");
    }
    OwnName { name: text, kind, state }
}

/// A listed outlet under another class keeps its identity, so that it stays one voice.
fn outlet(text: &str, kind: &'static str, state: &str) -> OwnOutlet {
    let name = text.trim().to_owned();
    let entity = outlets::entity_of(&name).unwrap_or_else(|| format!("org:{}", slug(&name)));
    OwnOutlet { entity, name, kind, state: code(state) }
}

/// The listed verb that a verb of each stance works like.
fn model(stance: &str) -> &'static str {
    match stance {
        "distancing" => "claim",
        "factive" => "reveal",
        "denial" => "deny/denied",
        _ => "say/said/said",
    }
}
