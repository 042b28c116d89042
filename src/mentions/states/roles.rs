//! The part a state plays in its sentence: accuser, accused, denier, host or target.
//! Set only where the words say so; most mentions have none.

use super::reading::Sense;
use super::scene::Scene;
use crate::lexicon::state_words::Around::*;
use crate::words;

pub(super) fn role(scene: &Scene, sense: Sense) -> Option<&'static str> {
    let next = scene.list.1 + 1;
    let verb = verb_group(scene, next);
    if sense == Sense::Agent
        && let Some((main, passive)) = verb
    {
        if passive && scene.is(main, words!("alleged" "suspected")) {
            return Some("accused");
        }
        if scene.has(main, Accuse) && !scene.is(main, words!("charge" "charges")) {
            return Some(if passive { "accused" } else { "accuser" });
        }
        if scene.has(main, Deny) && !passive && denies_a_charge(scene, main) {
            return Some("denier");
        }
        if scene.has(main, AttackVerb) && passive {
            return Some("target");
        }
        if scene.has(main, Visit) && scene.is(main, words!("host" "hosts" "hosted" "hosting")) {
            return Some("host");
        }
    }
    // "Accusing Yerevan of stalling, Baku said"
    let fronted = scene.before(scene.list.0).is_some_and(|t| scene.word(t) == ",")
        && scene.has(scene.start, Accuse)
        && scene.word(scene.start).ends_with("ing")
        && (scene.start..scene.list.0).filter(|&t| scene.word(t) == ",").count() == 1;
    if sense == Sense::Agent && fronted && verb.is_some() {
        return Some("accuser");
    }
    // "China, accused of dumping, said"
    if scene.word(next) == ","
        && scene.is(next + 1, words!("accused" "suspected"))
        && scene.is(next + 2, words!("of" "by"))
    {
        return Some("accused");
    }
    // "Burundi's charge that it sheltered them"
    let owned = next + 1;
    if matches!(scene.word(next), "'s" | "’s" | "'" | "’")
        && scene.has(owned, Accusation)
        && scene.is(owned + 1, words!("that" "of" "against"))
    {
        return Some("accuser");
    }
    let (left, _) = scene.left_word();
    let left = left?;
    if scene.is(left, words!("at")) {
        let aimed = |t: usize| {
            scene.is(t, words!("fired" "fires" "firing" "launched" "aimed" "shot" "missiles" "rockets" "fire"))
        };
        return (left.saturating_sub(5).max(scene.start)..left).any(aimed).then_some("target");
    }
    let back = |span, class| scene.back(left, span, class);
    if scene.has(left, Accuse) {
        return Some("accused");
    }
    if scene.is(left, words!("on")) {
        let before = scene.before(left)?;
        if scene.is(before, words!("blamed" "blame" "blaming" "pinned")) {
            return Some("accused");
        }
        if scene.back(before, 4, AttackNoun) {
            return Some("target");
        }
    }
    if scene.is(left, words!("against" "of" "into")) {
        let before = scene.before(left)?;
        if scene.back(before, 3, Accusation) && !scene.is(left, words!("of" "into")) {
            return Some("accused");
        }
        if scene.back(before, 3, AttackNoun) {
            return Some("target");
        }
    }
    if scene.is(left, words!("by")) && scene.before(left).is_some_and(|t| scene.has(t, Accuse)) {
        return Some("accuser");
    }
    if scene.has(left, AttackVerb) && !scene.is(left, words!("strikes" "threatens")) {
        return Some("target");
    }
    if scene.has(left, Visit) && !scene.is(left, words!("summit" "travel")) {
        return Some("host");
    }
    if scene.is(left, words!("to" "in"))
        && scene.before(left).is_some_and(|t| scene.back(t, 2, Visit))
        && !sense.is_actor()
    {
        return Some("host");
    }
    if scene.is(left, words!("to")) && back(4, Visit) && !sense.is_actor() {
        return Some("host");
    }
    None
}

/// "denied that", "denied any part in it", "rejected the accusation"; not "rejected a bill".
fn denies_a_charge(scene: &Scene, main: usize) -> bool {
    scene.word(main).to_ascii_lowercase().starts_with("den")
        || (main + 1..scene.end.min(main + 7)).any(|t| scene.any(t, &[Accusation]))
}

/// The main verb after the list and whether it is passive; steps over ", which".
fn verb_group(scene: &Scene, from: usize) -> Option<(usize, bool)> {
    let mut at = scene.skip_adverbs(from);
    let relative = scene.word(at) == "," && scene.is(at + 1, words!("which" "who"));
    // "Serbia, which Kosovo accuses, has denied": the relative clause has a subject of its own
    if relative && !scene.is_capital(at + 2) {
        at = scene.skip_adverbs(at + 2);
    } else {
        at = scene.skip_adverbs(scene.skip_parenthesis(at));
    }
    // "Rwanda on Wednesday rejected"
    if scene.is(at, words!("on")) && scene.is_capital(at + 1) && !scene.is_capital(at + 2) {
        at = scene.skip_adverbs(at + 2);
    }
    let mut passive = false;
    for _ in 0..4 {
        if scene.has(at, Be) {
            passive = !scene.word(scene.skip_adverbs(at + 1)).ends_with("ing");
        } else if !(scene.has(at, Aux) || scene.is(at, words!("to")) && passive) {
            break;
        }
        passive &= !scene.is(at, words!("to"));
        at = scene.skip_adverbs(at + 1);
    }
    scene.is_word(at).then_some((at, passive))
}

/// Whether the candidate is the subject of a denial in a relative clause: "Eritrea, which denied any part".
pub(super) fn denies_in_relative(scene: &Scene) -> bool {
    let comma = scene.list.1 + 1;
    scene.word(comma) == ","
        && scene.is(comma + 1, words!("which" "who"))
        && scene.has(scene.skip_adverbs(comma + 2), Deny)
}
