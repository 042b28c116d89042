//! What a state owns: "France's decision" is a government's, "France's coast" is the land's.
//! Looks at the words after "'s" only.

use super::prepositions::back_is;
use super::reading::{FUNCTION_WORDS, Sense};
use super::scene::Scene;
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
                && (t + 1..t + 4).any(|n| scene.has(n, ActorPoss));
            // "France's centre-left government"
            if modifies || scene.word(t + 1) == "-" {
                continue;
            }
            sense = Sense::PlaceOwner;
            break;
        }
        if scene.has(t, ActorPoss) || is_abstract(scene, t) {
            sense = Sense::Owner;
        }
        if scene.tag(t).is_finite() && sense != Sense::Bare {
            break;
        }
    }
    match sense {
        Sense::Bare if scene.is_sport() => Sense::Owner,
        // a person, a firm, a peak of that country
        Sense::Bare => Sense::PlaceOwner,
        sense => sense,
    }
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
