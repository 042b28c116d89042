//! Who is accused and not heard, and who speaks without a name.
//! Joins claims, mentions and voices; reads words only to find the name of an accused person.

use super::voices::{Cast, is_state};
use super::{Anonymous, NoReply};
use crate::attributions::{Attribution, CueClass, Stance};
use crate::claims::Claim;
use crate::lexicon::WordMap;
use crate::mentions::{self, Layer, Mention};
use crate::text::{Document, Kind, hash_word};
use crate::words;

/// A party that a claim accuses.
struct Accused {
    entity: String,
    name: String,
    /// Last word of the name, to know it again in a source.
    head: u64,
}

/// The accused of whom the text has no word of their own.
pub fn missing(
    document: &Document,
    mentions: &[Mention],
    cast: &Cast,
    attributions: &[Attribution],
    claims: &[Claim],
) -> Vec<NoReply> {
    let mut heard: WordMap<()> = WordMap::default();
    let mut silent: WordMap<u32> = WordMap::default();
    for (id, attribution) in attributions.iter().enumerate() {
        let keys = keys_of(document, mentions, cast, attribution, id);
        for key in keys {
            if attribution.stance == Stance::NonResponse {
                silent.entry(key).or_insert(id as u32);
            } else {
                heard.insert(key, ());
            }
        }
    }
    let mut missing: Vec<NoReply> = Vec::new();
    let mut listed: WordMap<usize> = WordMap::default();
    for (id, claim) in claims.iter().enumerate() {
        if !accuses(claim) || claim.denied_by.is_some() {
            continue;
        }
        let Some(accused) = accused(document, mentions, claim) else { continue };
        let keys = [hash_word(&accused.entity), accused.head];
        if keys.iter().any(|key| heard.contains_key(key)) {
            continue;
        }
        let index = *listed.entry(keys[0]).or_insert_with(|| {
            let asked = keys.iter().find_map(|key| silent.get(key).copied());
            missing.push(NoReply { entity: accused.entity, name: accused.name, claims: Vec::new(), asked });
            missing.len() - 1
        });
        if let Some(line) = missing.get_mut(index) {
            line.claims.push(id as u32);
        }
    }
    missing
}

/// Claims that put blame on somebody who could answer.
fn accuses(claim: &Claim) -> bool {
    claim.stage != Some("convicted")
        && (claim.kind == "agentless-blame"
            || matches!(claim.rule, "claim.accused" | "claim.charged" | "claim.suspected-of" | "claim.allegedly"))
}

/// Hashes under which an attribution's speaker can be met again: entity, state, words of its source.
fn keys_of(document: &Document, mentions: &[Mention], cast: &Cast, attribution: &Attribution, id: usize) -> Vec<u64> {
    let mut keys = Vec::new();
    keys.extend(attribution.entity.as_deref().map(hash_word));
    if let Some(voice) = cast.voice(id) {
        keys.push(hash_word(&voice.entity));
        keys.extend(voice.state.as_deref().map(hash_word));
    }
    let Some((first, last)) = attribution.source else { return keys };
    for token in document.tokens.get(first..=last.min(first + 30)).unwrap_or(&[]) {
        if token.is_capital() {
            keys.push(token.hash);
        }
    }
    let from = mentions.partition_point(|m| m.span.start < document.span(first, first).start);
    for mention in mentions.get(from..).unwrap_or(&[]).iter().take_while(|m| m.tokens.0 <= last) {
        keys.push(hash_word(&mention.entity));
        keys.extend(mention.state.as_deref().map(hash_word));
    }
    keys
}

/// The party that a claim accuses: a mention in the right place of its sentence, else a name there.
fn accused(document: &Document, mentions: &[Mention], claim: &Claim) -> Option<Accused> {
    let sentence = document.sentences.get(document.sentence_of(claim.cue.0))?;
    // "allegations of fraud" accuse nobody who stands behind them, unless they are "against" somebody
    let noun = document.any(claim.cue.0, words!("allegation" "allegations" "accusation" "accusations"));
    if noun && !(claim.cue.0..=claim.cue.1 + 1).any(|t| document.is(t, "against")) {
        return None;
    }
    let passive = claim.kind != "agentless-blame" && is_passive(document, sentence.start, claim);
    // "blamed on Y", "accused Y of": after the cue; "Y is accused of": before it
    let range =
        if passive { (sentence.start, claim.cue.0) } else { (claim.cue.1 + 1, (claim.cue.1 + 14).min(sentence.end)) };
    let start = document.tokens.get(range.0)?.start;
    let from = mentions.partition_point(|m| m.span.start < start);
    let inside = || mentions.get(from..).unwrap_or(&[]).iter().take_while(|m| m.tokens.0 < range.1);
    let usable = |m: &&Mention| m.kind != "place" && (m.layer == Layer::Official || is_state(&m.entity));
    let by_role = inside().find(|m| m.role == Some("accused"));
    let mention = by_role.or_else(|| if passive { inside().filter(usable).last() } else { inside().find(usable) });
    let name = name_in(document, range, passive);
    match (mention, name) {
        // a bare name nearer to the cue than the mention wins: "Lund, Norway's largest bank, is accused"
        (Some(m), _) if m.role == Some("accused") || m.layer == Layer::Official => Some(of_mention(document, m)),
        (_, Some((first, last)))
            if mentions.iter().skip(from).take_while(|m| m.tokens.0 <= last).all(|m| {
                m.tokens.1 < first || m.layer == Layer::State && m.reading != Some(mentions::Reading::Actor)
            }) =>
        {
            let name = document.span(first, last).of(document.text).to_owned();
            let head = document.tokens.get(last)?.hash;
            Some(Accused { entity: format!("source:{}", name.to_lowercase().replace(' ', "-")), name, head })
        }
        (Some(m), _) => Some(of_mention(document, m)),
        _ => None,
    }
}

fn of_mention(document: &Document, mention: &Mention) -> Accused {
    let text = mention.span.of(document.text);
    let name = mentions::entity_name(&mention.entity).unwrap_or(text).to_owned();
    let head = document.tokens.get(mention.tokens.1).map_or(0, |t| if t.is_capital() { t.hash } else { 0 });
    Accused { entity: mention.entity.clone(), name, head }
}

/// "is accused of", "faces charges", "allegedly": the accused stands before the cue.
fn is_passive(document: &Document, floor: usize, claim: &Claim) -> bool {
    if claim.rule != "claim.accused" {
        return true;
    }
    let be = words!("is" "are" "was" "were" "been" "being" "be" "'s" "'re");
    (floor.max(claim.cue.0.saturating_sub(3))..claim.cue.0).any(|t| document.any(t, be))
        || document.is(claim.cue.0.wrapping_sub(1), ",")
        || document.is(claim.cue.1, "of")
}

/// The run of capitalised words nearest to the cue.
fn name_in(document: &Document, range: (usize, usize), last_one: bool) -> Option<(usize, usize)> {
    let capital = |t: usize| document.tokens.get(t).is_some_and(|t| matches!(t.kind, Kind::Capital | Kind::Upper));
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut at = range.0;
    while at < range.1 {
        if capital(at) {
            let first = at;
            while at + 1 < range.1 && capital(at + 1) {
                at += 1;
            }
            // "When Mr Lund allegedly …": the sentence's first word is no part of a name
            let opener = words!("when" "while" "if" "although" "though" "as" "since" "because" "after" "before" "but" "and" "in" "on" "at" "for" "with" "by" "where" "the" "that" "what" "how" "why");
            let first = if at > first && document.any(first, opener) { first + 1 } else { first };
            // a lone capital at the head of the sentence may be any word
            let any_word = first == at
                && document.any(first, words!("the" "a" "an" "he" "she" "they" "it" "both" "two" "three" "some" "in" "on" "at" "but" "and" "i" "who" "several" "many" "his" "her" "their" "after" "police" "prosecutors"));
            // "the head of the Kelton council", "a clerk from Turku": where somebody belongs
            let before = if document.any(first.wrapping_sub(1), words!("the" "a" "an")) {
                first.wrapping_sub(2)
            } else {
                first.wrapping_sub(1)
            };
            let complement = before >= range.0
                && before < first
                && document.any(before, words!("of" "at" "in" "from" "for" "near" "with" "by" "on"));
            if !(any_word || last_one && complement) {
                runs.push((first, at));
            }
        }
        at += 1;
    }
    if last_one { runs.last().copied() } else { runs.first().copied() }
}

/// Whether somebody speaks without a name who could have given one: "a source", "two officials", not
/// "a spokesman" or "police", who speak for a house, nor a witness in the street.
fn is_unnamed(document: &Document, attribution: &Attribution) -> bool {
    if attribution.source_kind == "anonymous" || attribution.reason.is_some() {
        return true;
    }
    let Some((first, last)) = attribution.source.filter(|_| attribution.rung == 5) else { return false };
    if !matches!(attribution.source_kind, "official" | "organisation") {
        return false;
    }
    let mut words = first..=last.min(first + 12);
    let one = words
        .clone()
        .take(2)
        .any(|t| document.any(t, words!("a" "an" "one" "another" "two" "three" "four" "several" "senior" "some")));
    let who = words!("official" "officials" "diplomat" "diplomats" "officer" "officers" "adviser" "advisers" "advisor" "advisors" "executive" "executives"
        "lawmaker" "lawmakers" "minister" "ministers" "person" "people" "investigator" "investigators" "negotiator" "negotiators" "envoy" "commander");
    one && words.any(|t| document.any(t, who))
}

/// Every unnamed source, with the reason the story gives.
pub fn anonymous(document: &Document, attributions: &[Attribution]) -> Vec<Anonymous> {
    attributions
        .iter()
        .enumerate()
        .filter(|(_, a)| a.class == CueClass::Speech && is_unnamed(document, a))
        .map(|(id, a)| {
            let written = a.reason.map(|(first, last)| document.span(first, last).of(document.text).to_owned());
            let reason = written.or_else(|| reason(document, a));
            let formulaic = a.flags.contains(&"formulaic-reason")
                || reason.as_deref().is_some_and(|r| ["authori", "permitted", "allowed"].iter().any(|w| r.contains(w)));
            Anonymous { attribution: id as u32, reason, formulaic }
        })
        .collect()
}

/// "because …", "for fear of …" after "anonymity" or "not to be named", as written.
fn reason(document: &Document, attribution: &Attribution) -> Option<String> {
    let sentence = document.sentences.get(document.sentence_of(attribution.cue.0))?;
    let granted = words!("anonymity" "anonymous" "anonymously" "unnamed" "named" "identified" "identify");
    let at = sentence.range().find(|&t| document.any(t, granted))?;
    let opens = words!("because" "fearing" "citing" "since" "as" "for" "due" "out");
    let near = (at + 1..sentence.end.min(at + 8)).find(|&t| document.any(t, opens))?;
    if document.is(near, "for") && !document.any(near + 1, words!("fear" "security" "safety" "lack")) {
        return None;
    }
    let end = (near..sentence.end)
        .find(|&t| matches!(document.word(t), "," | "." | ";" | "”" | "—" | ")"))
        .unwrap_or(sentence.end);
    (end > near).then(|| document.span(near, end - 1).of(document.text).to_owned())
}
