//! Where the story is thinner than it looks: claims on one voice, and a headline surer than its body.
//! Compares findings by the words they share; every line of text is read once.

use std::collections::BTreeMap;

use super::voices::Cast;
use crate::article::Part;
use crate::attributions::{Attribution, CueClass};
use crate::claims::{Claim, stem};
use crate::lexicon::WordMap;
use crate::text::Document;

/// Share of a claim's weighty words that another voice must use to stand beside it.
const ECHO: f32 = 0.5;

/// Claims that one voice alone makes in this text.
pub fn single_source(document: &Document, cast: &Cast, attributions: &[Attribution], claims: &[Claim]) -> Vec<u32> {
    // which voices use a word in what they assert
    let mut users: WordMap<Vec<u32>> = WordMap::default();
    for (id, attribution) in attributions.iter().enumerate() {
        let Some(voice) = cast.of.get(id).copied().flatten() else { continue };
        for &(first, last) in &attribution.content {
            for token in first..=last {
                let Some(stem) = stem(document, token) else { continue };
                let list = users.entry(stem).or_default();
                // a word that many voices use tells nothing apart
                if list.len() < 8 && !list.contains(&(voice as u32)) {
                    list.push(voice as u32);
                }
            }
        }
    }
    let mut single = Vec::new();
    for (id, claim) in claims.iter().enumerate() {
        if matches!(claim.kind, "hedge" | "checked" | "contested") {
            continue;
        }
        let Some(own) = claim.attribution.and_then(|a| cast.of.get(a).copied().flatten()) else { continue };
        let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
        let mut stems = 0u32;
        for stem in (claim.scope.0..=claim.scope.1).filter_map(|t| stem(document, t)) {
            stems += 1;
            for &voice in users.get(&stem).map_or(&[][..], Vec::as_slice) {
                *counts.entry(voice).or_default() += 1;
            }
        }
        let echoed = counts
            .iter()
            .any(|(&voice, &count)| voice as usize != own && count >= 2 && count as f32 >= ECHO * stems as f32);
        if !echoed {
            single.push(id as u32);
        }
    }
    single
}

/// Claims of the body that the headline asserts as fact: it shares their words and has neither a
/// source nor a word of doubt of its own.
pub fn headline(document: &Document, attributions: &[Attribution], claims: &[Claim]) -> Vec<u32> {
    let mut surer = Vec::new();
    for sentence in &document.sentences {
        if document.block(sentence).is_none_or(|b| b.part != Part::Headline) {
            continue;
        }
        let inside = |token: usize| sentence.range().contains(&token);
        let doubts = claims.iter().any(|c| inside(c.cue.0));
        let sourced = attributions.iter().any(|a| a.class == CueClass::Speech && inside(a.cue.0));
        let asks = sentence.range().any(|t| matches!(document.word(t), "?" | "‘" | "“" | "\"" | "'"));
        if doubts || sourced || asks {
            continue;
        }
        let mut stems: Vec<u64> = sentence.range().filter_map(|t| stem(document, t)).collect();
        stems.sort_unstable();
        stems.dedup();
        if stems.len() < 2 {
            continue;
        }
        for (id, claim) in claims.iter().enumerate() {
            let body =
                document.tokens.get(claim.cue.0).map(|t| t.block).and_then(|b| document.article.blocks.get(b as usize));
            let read = body.is_some_and(|b| b.part == Part::Body);
            let doubting = matches!(claim.kind, "alleged" | "hearsay" | "explicit" | "agentless-blame" | "one-side")
                && claim.stage != Some("convicted");
            if !read || !doubting {
                continue;
            }
            let mut shared: Vec<u64> = (claim.scope.0..=claim.scope.1)
                .filter_map(|t| stem(document, t))
                .filter(|s| stems.binary_search(s).is_ok())
                .collect();
            shared.sort_unstable();
            shared.dedup();
            if shared.len() >= 2 && shared.len() * 2 >= stems.len() {
                surer.push(id as u32);
            }
        }
    }
    surer
}
