//! Denials and what they deny: links a claim to the attribution that contradicts it in the same story.
//! Reads claims and attributions. What is denied is a claim of kind `contested`, on the words that assert it and
//! beside the claim of another kind that may stand there already; where none does, on the words that deny it too.
//! All name the denial.

use super::Claim;
use super::speech::widest;
use crate::attributions::{Attribution, CueClass, Stance};
use crate::lexicon::WordMap;
use crate::rules;
use crate::text::{Document, Tag, hash_word};
use crate::words;

/// How many sentences back "denied it" may reach, and a denial in other words.
const NEAR: usize = 3;
const FAR: usize = 8;

/// Claims that can be denied.
fn deniable(claim: &Claim) -> bool {
    matches!(claim.kind, "alleged" | "one-side" | "agentless-blame" | "hearsay") && claim.stage != Some("convicted")
}

/// Links every denial of the story to the claim or statement that it denies.
pub fn link(document: &Document, attributions: &[Attribution], claims: &mut Vec<Claim>) {
    let mut contested: Vec<Claim> = Vec::new();
    let marked: Vec<(usize, usize)> = claims.iter().filter(|c| c.kind == "contested").map(|c| c.cue).collect();
    let mut taken: WordMap<()> = WordMap::default();
    for (index, denial) in attributions.iter().enumerate() {
        if denial.stance != Stance::Denial || denial.class != CueClass::Speech {
            continue;
        }
        // "would neither confirm nor deny"
        let before = denial.cue.0.saturating_sub(4)..=denial.cue.1;
        if before.into_iter().any(|t| document.any(t, words!("confirm" "nor" "or" "not" "n't" "never"))) {
            continue;
        }
        let place = document.sentence_of(denial.cue.0);
        let (cue, scope, attribution) = match denied_claim(document, denial, place, claims) {
            Some(at) => {
                let Some(claim) = claims.get_mut(at) else { continue };
                claim.denied_by.get_or_insert(index);
                (claim.cue, claim.scope, claim.attribution)
            }
            None => {
                let Some(said) = denied_statement(document, attributions, index, place) else { continue };
                let Some(statement) = attributions.get(said) else { continue };
                let Some(scope) = widest(statement) else { continue };
                if taken.insert(said as u64, ()).is_some() {
                    continue;
                }
                (statement.cue, scope, Some(said))
            }
        };
        // ", a charge that Chile denied" is marked as a whole; of several denials the first
        let again = contested.iter().any(|c| c.cue == cue);
        if again || marked.iter().any(|&(first, last)| first <= denial.cue.1 && denial.cue.0 <= last) {
            continue;
        }
        let ends = [(cue, "claim.contested"), (denial.cue, "claim.contests")];
        let both = if claims.iter().any(|c| c.cue == cue) { 1 } else { 2 };
        for (cue, rule) in ends.into_iter().take(both) {
            contested.push(Claim {
                kind: "contested",
                stage: None,
                cue,
                scope,
                attribution,
                denied_by: Some(index),
                rule,
                confidence: rules::sure(rule),
            });
        }
    }
    claims.append(&mut contested);
}

/// The claim that a denial speaks of: one inside its own words, the last accusation when it only
/// points back, or one in other words further up.
fn denied_claim(document: &Document, denial: &Attribution, place: usize, claims: &[Claim]) -> Option<usize> {
    let inside = |c: &Claim| denial.content.iter().any(|&(first, last)| first <= c.cue.0 && c.cue.1 <= last);
    // claims are in reading order: those before the denial's sentence ends
    let reach = document.sentences.get(place).map_or(0, |s| s.end);
    let upto = claims.partition_point(|c| c.cue.0 < reach);
    let candidates = claims.get(..upto).unwrap_or(&[]);
    let pointing = points_back(document, denial);
    let mut by_words: Option<usize> = None;
    for (index, claim) in candidates.iter().enumerate().rev() {
        let distance = place.saturating_sub(document.sentence_of(claim.cue.0));
        if distance > FAR {
            break;
        }
        if !deniable(claim) || claim.cue == denial.cue {
            continue;
        }
        if inside(claim) || (pointing && distance <= NEAR) {
            return Some(index);
        }
        if by_words.is_none() && shares(document, &denial.content, &[claim.scope]) >= 2 {
            by_words = Some(index);
        }
    }
    by_words
}

/// The statement of somebody else that a denial speaks of.
fn denied_statement(
    document: &Document,
    attributions: &[Attribution],
    denial_index: usize,
    place: usize,
) -> Option<usize> {
    let denial = attributions.get(denial_index)?;
    let pointing = points_back(document, denial);
    // "the board rejected that": what names the board before what only stands nearer
    let denier =
        denial.source.and_then(|(first, last)| (first..=last.min(first + 12)).rev().find_map(|t| stem(document, t)));
    let names_denier = |said: &Attribution| {
        said.content.iter().any(|&(first, last)| {
            (first..=last.min(first + 60)).any(|t| denier.is_some() && stem(document, t) == denier)
        })
    };
    let mut nearest = None;
    for (index, said) in attributions.get(..denial_index)?.iter().enumerate().rev() {
        let distance = place.saturating_sub(document.sentence_of(said.cue.0));
        if distance > FAR {
            break;
        }
        // a denial that encloses the statement was not read as it stands
        if denial.content.iter().any(|&(first, last)| first <= said.cue.1 && said.cue.0 <= last) {
            continue;
        }
        // who denies "it" is not who said it, whomever "he" was taken for
        let pronoun = denial.source.is_some_and(|(first, last)| first == last && document.tag(first) == Tag::Pron);
        let other = said.entity.is_none() || said.entity != denial.entity || pronoun && only_points(document, denial);
        let asserts = said.class == CueClass::Speech && matches!(said.stance, Stance::Neutral | Stance::Distancing);
        // "said the reports were false" denies them too
        let false_too = widest(said).is_some_and(|(_, last)| {
            document
                .any(last, words!("false" "untrue" "baseless" "fabricated" "nonsense" "lies" "unfounded" "groundless"))
        });
        if !other || !asserts || false_too {
            continue;
        }
        // "denied that any shots were fired", right after the statement
        let any = distance <= 1
            && widest(denial).is_some_and(|(first, _)| {
                document.is(first, "that") && document.any(first + 1, words!("any" "anyone" "anybody" "anything"))
            });
        if any {
            nearest.get_or_insert(index);
        }
        if pointing && distance <= 2 && only_points(document, denial) {
            if names_denier(said) {
                return Some(index);
            }
            if distance <= 1 {
                nearest.get_or_insert(index);
            }
        }
        let enough = if distance == 0 { 2 } else { 3 };
        if nearest.is_none() && shares(document, &denial.content, &said.content) >= enough {
            return Some(index);
        }
    }
    nearest
}

/// "denied it", "rejected the accusations", "denies any part in it".
fn points_back(document: &Document, denial: &Attribution) -> bool {
    let Some((first, last)) = widest(denial) else { return true };
    let short = last.saturating_sub(first) < 6;
    short
        && (first..=last).any(|t| {
            document.any(
                t,
                words!("it" "that" "this" "them" "these" "so" "murder" "manslaughter" "rape" "assault" "fraud" "theft" "robbery" "bribery" "corruption" "perjury" "arson"
                    "offence" "offences" "accusation" "accusations" "allegation" "allegations" "charge" "charges"
                    "claim" "claims" "report" "reports" "involvement" "part" "role" "wrongdoing" "responsibility" "suggestion" "suggestions" "figure" "figures" "number" "numbers" "toll" "count"),
            )
        })
}

/// "denied it", "rejects the charge": nothing but a pronoun, or a word for what was said.
fn only_points(document: &Document, denial: &Attribution) -> bool {
    widest(denial).is_some_and(|(first, last)| {
        let pronoun = words!("it" "that" "this" "these" "those" "them" "all" "doing" "so" "having" "done" "any" "such" "thing" "the" "its" "his" "her"
            "their" "a" "an" "both" "accusation" "accusations" "allegation" "allegations" "charge" "charges" "claim" "claims" "report" "reports" "suggestion"
            "suggestions" "assertion" "assertions" "figure" "figures" "number" "numbers" "toll" "count" "account" "version" "idea" "as" "false" "untrue" "baseless" "nonsense" "lies" "lie" "outright" "categorically" "strongly"
            "was" "were" "is" "are" "had" "has" "been" "happened" "occurred" "true");
        (first..=last).all(|t| document.any(t, pronoun) || !document.tokens.get(t).is_some_and(|t| t.is_word()))
    })
}

/// How many words of weight two statements share.
fn shares(document: &Document, one: &[(usize, usize)], other: &[(usize, usize)]) -> usize {
    let stems = |pieces: &[(usize, usize)]| {
        let mut stems: Vec<u64> = pieces
            .iter()
            .flat_map(|&(first, last)| first..=last.min(first + 60))
            .filter_map(|t| stem(document, t))
            .collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    };
    let (one, other) = (stems(one), stems(other));
    one.iter().filter(|stem| other.binary_search(stem).is_ok()).count()
}

/// A word's first five letters, the marks of its plural, past or participle off ("dumped", "dumping"), for words of
/// weight: nouns, verbs, adjectives, numbers.
pub fn stem(document: &Document, token: usize) -> Option<u64> {
    let tag = document.tag(token);
    let weighs = tag.is_noun() || tag.is_verb() || tag.is_adj() || tag == Tag::Num;
    let word = document.word(token);
    if !weighs
        || word.len() < 3
        || document
            .any(token, words!("said" "says" "say" "told" "tell" "did" "does" "made" "make" "took" "take" "got" "get"))
    {
        return None;
    }
    let ending = ["ing", "ed", "s"].iter().find_map(|e| word.strip_suffix(e).filter(|bare| bare.len() > 2));
    let bare = ending.unwrap_or(word);
    let cut = bare.char_indices().nth(5).map_or(bare.len(), |(at, _)| at);
    Some(hash_word(bare.get(..cut)?))
}
