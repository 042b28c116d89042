//! The ledger: the page's sourcing as a whole. Voices, independent origins, missing replies, coverage.
//! Counts what the layers found; finds nothing itself.

use serde::Serialize;

use crate::attributions::Attribution;
use crate::claims::Claim;
use crate::mentions::Mention;
use crate::text::Document;

/// The ledger of one story. Positions are not in it: its lines name findings by id.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Ledger {
    pub voices: Vec<Voice>,
    pub independent_origins: u32,
    /// Ids of claims that rest on one voice.
    pub single_source_claims: Vec<u32>,
    pub no_reply: Vec<NoReply>,
    pub anonymous: Vec<Anonymous>,
    pub headline_surer_than_body: bool,
    pub coverage: Coverage,
}

/// One voice, however it is named.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Voice {
    pub entity: String,
    pub name: String,
    pub rung: u8,
    pub source_kind: String,
    pub state: Option<String>,
    /// Share of all attributed words, 0 to 1.
    pub share: f32,
    /// Ids of its attributions, in reading order.
    pub attributions: Vec<u32>,
}

/// A party that is accused and not heard.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NoReply {
    pub entity: String,
    pub name: String,
    pub claims: Vec<u32>,
}

/// An unnamed source and whether the story says why.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Anonymous {
    pub attribution: u32,
    pub reason: Option<String>,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Coverage {
    pub sentences: u32,
    pub attributed: u32,
    pub unattributed: u32,
    pub skipped: u32,
}

pub fn draw_up(document: &Document, mentions: &[Mention], attributions: &[Attribution], claims: &[Claim]) -> Ledger {
    let _ = (mentions, attributions, claims);
    Ledger {
        coverage: Coverage { sentences: document.sentences.len() as u32, ..Coverage::default() },
        ..Ledger::default()
    }
}
