//! Claims: statements the story does not vouch for, and the words that show it.
//! Knows attributions; never looks at the ledger.

use crate::attributions::Attribution;
use crate::mentions::Mention;
use crate::text::Document;

/// A statement the story does not vouch for.
#[derive(Clone, Debug)]
pub struct Claim {
    /// `explicit`, `alleged`, `hearsay`, `agentless-blame`, `one-side`, `contested`, `hedge`, `checked`.
    pub kind: &'static str,
    /// `alleged`, `suspected`, `charged`, `convicted`; only for kind `alleged`.
    pub stage: Option<&'static str>,
    /// Tokens first and last.
    pub cue: (usize, usize),
    pub scope: (usize, usize),
    /// Index of the attribution that carries the claim.
    pub attribution: Option<usize>,
    /// Index of the claim or attribution that denies this, for kind `contested`.
    pub denied_by: Option<usize>,
    pub rule: &'static str,
    pub confidence: f32,
}

/// All claims of a document, in reading order.
pub fn find(document: &Document, mentions: &[Mention], attributions: &[Attribution]) -> Vec<Claim> {
    let _ = (document, mentions, attributions);
    Vec::new()
}
