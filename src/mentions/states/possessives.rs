//! What a state owns: "France's decision" is a government's, "France's coast" is the land's.
//! Looks at the words after "'s" only.

use super::prepositions::back_is;
use super::reading::{FUNCTION_WORDS, Sense};
use super::scene::Scene;
use crate::lexicon::gazetteer::Naming;
use crate::lexicon::offices;
use crate::lexicon::state_words::Around::*;
use crate::text::{Kind, Tag};
use crate::words;

/// What the name owns, by the words after "'s".
pub(super) fn owned(scene: &Scene, from: usize) -> Sense {
    let one_of = scene.before(scene.at.first).is_some_and(|t| {
        scene.is(t, words!("of")) && back_is(scene, t, 1, words!("one" "some" "many" "most" "two" "any"))
    });
    if one_of {
        return Sense::PlaceOwner;
    }
    // "The institute is Peru's space agency" tells where it is, and of nothing done
    let defined = scene.before(scene.at.first).is_some_and(|t| scene.has(t, Be));
    let mut sense = Sense::Bare;
    for t in from..scene.end.min(from + 7) {
        if !scene.is_word(t) {
            if matches!(scene.word(t), "-" | "“" | "\"" | "‘" | "'") {
                continue;
            }
            break;
        }
        if t > from
            && (scene.any(t, &[PlacePrep, ActorPrep, Be, Aux])
                || scene.is(t, FUNCTION_WORDS)
                || scene.tag(t) == Tag::Adp)
        {
            break;
        }
        if scene.has(t, PlacePoss) && !scene.has(t, ActorPoss) {
            // "Kenya's interior minister", "Israel's national security council"
            let modifies = scene.is(t, words!("interior" "national" "regional" "capital" "people" "top" "main"))
                && (t + 1..t + 4).any(|n| scene.has(n, ActorPoss) || is_of_state(scene, n));
            // "France's centre-left government"
            if modifies || scene.word(t + 1) == "-" {
                continue;
            }
            sense = Sense::PlaceOwner;
            break;
        }
        if scene.has(t, ActorPoss) || is_abstract(scene, t) || !defined && is_of_state(scene, t) {
            sense = Sense::Owner;
        }
        if scene.tag(t).is_finite() && sense != Sense::Bare {
            break;
        }
    }
    match sense {
        // a body of states has no land of its own
        Sense::Bare if scene.is_sport() || scene.at.naming == Naming::Bloc => Sense::Owner,
        // a person, a firm, a peak of that country
        Sense::Bare => Sense::PlaceOwner,
        sense => sense,
    }
}

/// Offices and bodies that only states have: "Peru's Food Safety Agency", "Peru's emir".
fn is_of_state(scene: &Scene, token: usize) -> bool {
    let flags = scene.document.tokens.get(token).map_or(0, |t| offices::word(t.hash));
    let firm = scene
        .before(token)
        .is_some_and(|t| scene.is(t, words!("news" "travel" "advertising" "rating" "model" "employment")));
    !firm && flags & (offices::HEAD | offices::MONARCH | offices::BODY | offices::ORGAN) != 0
}

/// Will, conduct and dealings, by the ending of the word: "reluctance", "willingness", "dependence".
fn is_abstract(scene: &Scene, token: usize) -> bool {
    let word = scene.word(token);
    scene.kind(token) == Some(Kind::Lower)
        && word.len() > 6
        && ["ness", "ance", "ence", "tion", "sion", "ment", "ship", "tions", "ments", "sions"]
            .iter()
            .any(|end| word.ends_with(end))
}
