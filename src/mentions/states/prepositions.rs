//! What the preposition before a state makes of it: "with Iran" is a government, "in Iran" a place, and
//! "to", "from", "of", "for" and "on" depend on the word they hang on.
//! Looks at the words left of the name only.

use super::reading::Sense;
use super::scene::Scene;
use crate::lexicon::gazetteer::Naming;
use crate::lexicon::state_words::Around::*;
use crate::text::{Tag, Words};
use crate::words;

pub(super) fn after_preposition(scene: &Scene, p: usize) -> Option<Sense> {
    let after = scene.skip_adverbs(scene.list.1 + 1);
    let gerund =
        scene.tag(after) == Tag::VerbIng || (scene.has(after, AgentVerb) && scene.word(after).ends_with("ing"));
    let before = scene.before(p);
    let back = |span, class| before.is_some_and(|t| scene.back(t, span, class));
    let word = scene.word(p).to_ascii_lowercase();
    let sense = match word.as_str() {
        "with"
            if back(2, PlaceParticiple)
                || back_is(
                    scene,
                    p,
                    3,
                    words!("border" "borders" "boundary"
        "frontier"),
                ) =>
        {
            Sense::Place
        }
        "with" if beside_places(scene, p) => Sense::Place,
        "with" if gerund => Sense::Agent,
        "between" | "among" => {
            let geographic = words!("border" "borders" "boundary" "frontier" "located" "situated" "area" "areas"
                "flights" "flight" "road" "route" "railway" "strait" "line" "travel" "travels" "travelled"
                "distance" "sea" "passed" "moved" "pass" "tours" "ferry" "train" "trips" "lies" "lying" "ran" "bus"
                "buses" "motorway" "highway" "canal" "tunnel" "drive" "commuting" "commute" "commuted" "commuter"
                "shuttle" "shuttled" "shuttling" "cruise" "found" "voyage" "crossing" "land");
            if back_is(scene, p, 5, geographic) { Sense::Place } else { Sense::Partner }
        }
        "with" | "against" | "versus" | "vs" | "vs." | "v" | "v." => Sense::Partner,
        "by" if back(1, PlaceParticiple)
            && !back_is(scene, p, 1, words!("ruled" "considered" "called" "named" "hit" "struck")) =>
        {
            Sense::Place
        }
        "by" => Sense::Partner,
        "to" if gerund
            && back_is(scene, p, 1, words!("object" "objects" "objected" "opposed" "led" "due" "amounts")) =>
        {
            Sense::Agent
        }
        "to" if back(1, ActorTo) && !back_is(scene, p, 1, words!("next" "due")) => Sense::Affected,
        "to" if back(2, MotionVerb) || back(3, MotionNoun) || back(1, PlaceObject) => Sense::Place,
        "to" if back(9, ActorTo) => Sense::Affected,
        "to" => Sense::Place,
        "from" if back(2, MotionVerb) => Sense::Place,
        "from" if back(3, ActorFrom) => Sense::Partner,
        "from" => Sense::Place,
        "of" if back(2, ActorOf) => Sense::Affected,
        // "the aims of the United Nations": a body of states has no land of its own
        "of" if scene.at.naming == Naming::Bloc && !back(3, PlacePoss) && !back(2, PlaceThing) => Sense::Affected,
        "of" => Sense::Place,
        "on" | "upon"
            if back_is(
                scene,
                p,
                2,
                words!("fell" "fall" "falls" "falling" "fallen" "rained" "rain" "dropped" "landed" "descended"),
            ) =>
        {
            Sense::Place
        }
        "on" | "upon" if back(5, ActorOn) => Sense::Affected,
        "on" | "upon" | "about" | "regarding" | "concerning" | "without" | "unlike" | "despite" => Sense::Affected,
        "over" if back(4, ActorOver) => Sense::Affected,
        "over" => Sense::Place,
        "toward" | "towards" if back(2, MotionVerb) => Sense::Place,
        "toward" | "towards" => Sense::Affected,
        "for"
            if back_is(
                scene,
                p,
                2,
                words!("left" "leave" "leaving" "leaves" "bound" "headed" "heading" "sailing" "sailed" "departed"
                    "embarked" "depart" "visa" "set" "home"),
            ) =>
        {
            Sense::Place
        }
        "for" if p == scene.start && scene.word(scene.list.1 + 1) == "," => Sense::Affected,
        "for"
            if scene.is(after, words!("to"))
                && scene.word(after + 1).len() > 1
                && scene.any(after + 1, &[AgentVerb]) =>
        {
            Sense::Agent
        }
        "under" if before.is_some_and(|t| scene.is(t, words!("autonomy" "rule" "status"))) => Sense::Partner,
        "for" if back(3, ActorFor) || scene.is_sport() || gerund => Sense::Affected,
        "for" => Sense::Place,
        "in" if back(1, ActorIn) => Sense::Affected,
        _ if scene.has(p, PlacePrep) => Sense::Place,
        _ => return None,
    };
    Some(sense)
}

/// "in Benin, along with Togo and Ghana": more places, beside those of a list.
fn beside_places(scene: &Scene, with: usize) -> bool {
    let along = scene.before(with).filter(|&t| scene.is(t, words!("along" "together")));
    // "These countries are covered, along with Togo"
    let lands = words!("countries" "nations" "states" "territories" "regions" "islands" "markets");
    let covered = |along: usize| {
        (scene.start..along).take(3).any(|t| scene.is(t, lands))
            && !(scene.start..along).any(|t| scene.has(t, AgentVerb))
    };
    let listed = |&t: &usize| scene.is_capital(t) || scene.word(t) == "," || scene.is(t, words!("and" "the" "of"));
    let opens = along.and_then(|t| (scene.start..t).rev().find(|t| !listed(t)));
    along.is_some_and(covered) || opens.is_some_and(|t| t + 1 != with && scene.has(t, PlacePrep))
}

/// One of the words among the `span` tokens before `p`.
pub(super) fn back_is(scene: &Scene, p: usize, span: usize, words: &Words) -> bool {
    let mut at = scene.before(p);
    for _ in 0..span {
        let Some(t) = at else { return false };
        if scene.is(t, words) {
            return true;
        }
        at = scene.before(t);
    }
    false
}
