//! Claims: statements the story does not vouch for, and the words that show it.
//! Knows attributions; never looks at the ledger.

mod contest;
mod edges;
mod ends;
mod owners;
mod patterns;
mod scope;
mod speech;
mod unmeant;

use crate::attributions::Attribution;
use crate::mentions::Mention;
use crate::rules;
use crate::text::{Document, Kind};
use crate::words;
use owners::Owners;
use patterns::{Match, patterns};

pub use contest::stem;

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
    /// Index of the attribution that denies this.
    pub denied_by: Option<usize>,
    pub rule: &'static str,
    pub confidence: f32,
}

/// All claims of a document, in reading order.
///
/// Words inside a quotation belong to whoever is quoted: a cue there is kept only with the
/// attribution that carries it, so that nothing quoted is charged to the outlet.
pub fn find(document: &Document, mentions: &[Mention], attributions: &[Attribution]) -> Vec<Claim> {
    let owners = Owners::new(document, attributions);
    let mut claims = Vec::new();
    let mut matches: Vec<Match> = Vec::new();
    for sentence in &document.sentences {
        if !document.block(sentence).is_some_and(|block| block.part.is_read()) {
            continue;
        }
        matches.clear();
        patterns().find(document, sentence, &mut matches);
        for found in &matches {
            let Some(group) = patterns().groups.get(found.group as usize) else { continue };
            if group.rule == "claim.hedge-modal" && unmeant::generic(document, sentence, found.cue.0) {
                continue;
            }
            // "the Un Certain Regard prize", "The Likely Lads": a name hedges nothing
            let inside =
                found.cue.0 > sentence.start && document.tokens.get(found.cue.0 - 1).is_some_and(|t| t.is_word());
            let capital = |t: usize| document.tokens.get(t).is_some_and(|t| t.kind == Kind::Capital);
            let named = capital(found.cue.0) && (capital(found.cue.0 + 1) || capital(found.cue.0.saturating_sub(1)));
            if group.kind == "hedge" && inside && named {
                continue;
            }
            let attribution = owners.of(found.cue.0);
            // "she had not seen the papers": a speaker's, and no word of the outlet
            if group.rule == "claim.unverified" && document.is(found.cue.1, "seen") && attribution.is_some() {
                continue;
            }
            if group.rule == "claim.unverified" && unmeant::to_be_arranged(document, sentence, found.cue) {
                continue;
            }
            let accuses = matches!(
                group.rule,
                "claim.accused" | "claim.charged" | "claim.convicted" | "claim.suspected-of" | "claim.one-side"
            );
            if accuses && unmeant::unreal(document, sentence, found.cue) {
                continue;
            }
            if group.rule == "claim.charged" && unmeant::tasked(document, sentence, found.cue) {
                continue;
            }
            // what somebody else is reported to blame is not the outlet's own blame
            if group.rule == "claim.own-blame" && attribution.is_some() {
                continue;
            }
            // "Palace ‘rumoured’ to be selling": one word in quotation marks is the outlet's
            let quoted = document.quotation(found.cue.0).is_some_and(|q| q.words() > 1);
            if quoted && attribution.is_none() {
                continue;
            }
            let maker = owners.maker(found.cue).filter(|_| group.kind != "hedge");
            let source = maker.and_then(|m| attributions.get(m)?.source);
            // "was blamed for it by two rivals": somebody does blame
            if group.rule == "claim.blamed" && source.is_some_and(|s| s.0 > found.cue.1) {
                continue;
            }
            // "Many of his fans believe that greed is acceptable": what they value, not what they have heard
            let covers = || scope::scope(document, sentence, group.reach, found.cue, found.end);
            if group.rule == "claim.weasel" && unmeant::opinion(document, found.cue, covers()) {
                continue;
            }
            let said = group.of_source.then(|| owners.said_by(found.cue)).flatten();
            let by = source.map(|s| s.0.saturating_sub(1));
            claims.push(Claim {
                kind: group.kind,
                stage: group.stage,
                cue: found.cue,
                scope: ends::before_agent(document, said.unwrap_or_else(covers), by),
                attribution: maker.or(attribution),
                denied_by: None,
                rule: group.rule,
                confidence: rules::sure(group.rule),
            });
        }
    }
    speech::find(document, mentions, attributions, &mut claims);
    settle(&mut claims);
    drop_unverified(document, &mut claims);
    contest::link(document, attributions, &mut claims);
    claims.sort_by_key(|c| (c.cue, c.kind));
    claims
}

/// Footage that the story could not verify itself shows nothing as checked.
fn drop_unverified(document: &Document, claims: &mut Vec<Claim>) {
    let shown = words!("footage" "video" "videos" "clip" "clips" "images" "image" "imagery" "pictures" "photos" "photographs" "it" "them" "authenticity");
    let doubts: Vec<usize> = claims
        .iter()
        .filter(|c| c.rule == "claim.unverified")
        .filter(|c| (c.cue.0.saturating_sub(6)..c.cue.1 + 8).any(|t| document.any(t, shown)))
        .map(|c| document.sentence_of(c.cue.0))
        .collect();
    claims.retain(|c| {
        let sentence = document.sentence_of(c.cue.0);
        c.rule != "claim.shown" || !doubts.iter().any(|&d| (sentence..=sentence + 2).contains(&d))
    });
}

/// Which of two claims on the same words stands: the more telling kind, then the longer cue.
fn weight(kind: &str) -> u8 {
    match kind {
        "explicit" => 7,
        "checked" => 6,
        "alleged" => 5,
        "agentless-blame" => 4,
        "hearsay" => 3,
        "one-side" => 2,
        "hedge" => 0,
        _ => 1,
    }
}

/// Keeps one claim where several cues share words.
fn settle(claims: &mut Vec<Claim>) {
    claims.sort_by_key(|c| (c.cue.0, std::cmp::Reverse(c.cue.1)));
    let mut kept: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims.drain(..) {
        let rank = |c: &Claim| (weight(c.kind), c.cue.1 - c.cue.0);
        match kept.last_mut() {
            Some(last) if claim.cue.0 <= last.cue.1 => {
                if rank(&claim) > rank(last) {
                    *last = claim;
                }
            }
            _ => kept.push(claim),
        }
    }
    *claims = kept;
}
