//! The name as the subject of its clause: what its verb makes of it, a government at work or a place.
//! Looks at the words right of the name; what stands left of it is read elsewhere.

use super::prepositions::back_is;
use super::reading::{FUNCTION_WORDS, Sense};
use super::scene::Scene;
use crate::lexicon::state_words::Around::*;
use crate::text::{Kind, Tag, Words};
use crate::words;

/// The name at the head of a clause with a verb after it.
pub(super) fn subject(scene: &Scene, left: Option<usize>) -> Option<Sense> {
    // the object of a verb is no subject, save of an infinitive ("urged Iran to stop", "made Iran pay")
    if let Some(p) = left {
        let example = scene.is(p, words!("like" "including" "except"))
            || (scene.is(p, words!("as")) && back_is(scene, p, 1, words!("such")));
        if example {
            // "relevant parties, including the DPRK"
            let parties = words!("parties" "powers" "allies" "sides" "governments" "backers" "opponents" "mediators" "signatories" "belligerents");
            if back_is(scene, p, 2, parties) {
                return Some(Sense::Agent);
            }
            // "countries, including Germany, that expelled"
            let after = scene.list.1 + 1;
            let relative = scene.word(after) == "," && scene.is(after + 1, words!("that" "which" "who"));
            let acts = relative && scene.has(scene.skip_adverbs(after + 2), AgentVerb);
            return acts.then_some(Sense::Agent);
        }
        // "so will China", "as are Israel and"
        let asks = words!("so" "as" "neither" "nor" "would" "why" "how" "what" "did");
        // "How quickly is Peru building dams?"
        let how = scene.tag(scene.list.1 + 1) == Tag::VerbIng && back_is(scene, p, 2, words!("how"));
        if scene.any(p, &[Aux, Be]) && (how || back_is(scene, p, 1, asks)) {
            return Some(Sense::Agent);
        }
        // "Is Norway ready to join?", "Is Norway planning to join?"
        let after = scene.skip_adverbs(scene.list.1 + 1);
        if p == scene.start
            && scene.has(p, Be)
            && (scene.has(after, AgentAdjective) || scene.tag(after) == Tag::VerbIng)
        {
            return Some(Sense::Agent);
        }
        // "a tourist visiting Peru was killed": who visits is the subject
        if scene.has(p, PlaceObject) && !scene.has(p, ActorObject) && scene.word(p).ends_with("ing") {
            return Some(Sense::Place);
        }
    }
    // "Russia and the Syrian government have": the list ends with what the last name modifies
    let government = scene.list.1 > scene.at.last && scene.has(scene.list.1 + 1, Government);
    // "It is unfair that the (U.S.) has": brackets around the name alone
    let bracket =
        scene.word(scene.list.1 + 1) == ")" && scene.before(scene.at.first).is_some_and(|t| scene.word(t) == "(");
    let mut at = first_and_other(scene, scene.skip_adverbs(scene.list.1 + 1 + usize::from(government || bracket)));
    let after = scene.skip_parenthesis(at);
    if after != at {
        if scene.is(at + 1, words!("where")) {
            return None;
        }
        let relative = scene.is(at + 1, words!("which" "who" "whose"));
        if relative {
            return clause(scene, scene.skip_adverbs(at + 2)).or_else(|| clause(scene, scene.skip_adverbs(after)));
        }
        at = scene.skip_adverbs(after);
        // ", said" after a comma may belong to another subject: only a verb in the past or present counts
        if !scene.is_verb(at) && !scene.any(at, &[Aux, Be]) {
            return None;
        }
    }
    if scene.is(at, words!("to")) && left.is_some_and(|p| scene.has(p, ActorObject)) {
        return Some(Sense::Affected);
    }
    // "Seoul, Tokyo to resume currency swap": a headline's future
    if left.is_none()
        && scene.is(at, words!("to"))
        && matches!(scene.tag(at + 1), Tag::VerbBase | Tag::VerbPresent)
        && scene.is_line()
    {
        return Some(Sense::Agent);
    }
    second_clause(scene, at).or_else(|| clause(scene, at))
}

/// "Vietnam is one of its critics and has accused": a place by its first verb, and at work in the second.
fn second_clause(scene: &Scene, be: usize) -> Option<Sense> {
    let and =
        (be + 1..scene.end).find(|&t| scene.is(t, words!("and")) && scene.is(t + 1, words!("has" "have" "had")))?;
    let verb = scene.skip_adverbs(and + 2);
    (scene.has(be, Be) && scene.has(verb, AgentVerb)).then_some(Sense::Agent)
}

/// "Washington and the Taliban held", "Peru and several neighbours signed", "Germany, other countries expel", "Peru and
/// its old rival, Chile, are members": steps over a second subject.
fn first_and_other(scene: &Scene, at: usize) -> usize {
    let others = scene.word(at) == "," && scene.is(at + 1, words!("other" "others" "allies"));
    if !scene.is(at, words!("and")) && !others {
        return at;
    }
    for t in at + 2..at + 7 {
        let aside = scene.skip_parenthesis(t);
        let named = scene.is_capital(t + 1) || scene.is(t + 1, words!("the")) && scene.is_capital(t + 2);
        if aside != t && named && scene.is_verb(scene.skip_adverbs(aside)) {
            return scene.skip_adverbs(aside);
        }
        if !scene.is_word(t) || scene.any(t, &[PlacePrep, ActorPrep]) || (t > at + 2 && scene.is(t, FUNCTION_WORDS)) {
            break;
        }
        let verb = scene.skip_adverbs(t);
        if scene.is_verb(verb) && !scene.word(verb).ends_with("ing") {
            return verb;
        }
    }
    at
}

/// "is in no hurry to sign", "is in talks with"
pub(super) fn of_mind(scene: &Scene, at: usize) -> bool {
    let mood = words!("hurry" "mood" "talks" "dispute" "favour" "favor" "breach" "agreement" "denial");
    scene.is(at, words!("in"))
        && (scene.is(at + 1, mood) || scene.is(at + 1, words!("no" "a")) && scene.is(at + 2, mood))
}

/// What kind of clause the verb at `at` makes of its subject.
fn clause(scene: &Scene, at: usize) -> Option<Sense> {
    if scene.has(at, Be) && !matches!(scene.word(at), "'s" | "’s") {
        let then = scene.skip_adverbs(at + 1);
        if scene.has(then, PlaceParticiple) || scene.has(then, StateVerb) {
            return Some(Sense::Place);
        }
        if scene.is(then, words!("at")) && scene.is(then + 1, words!("odds" "war" "loggerheads" "peace" "fault" "risk"))
        {
            return Some(Sense::Agent);
        }
        if of_mind(scene, then) {
            return Some(Sense::Agent);
        }
        let participle = (scene.word(then).ends_with("ing")
            && scene.kind(then) == Some(Kind::Lower)
            && !scene.has(then, CityVerb))
            || matches!(scene.tag(then), Tag::VerbPart | Tag::VerbIng | Tag::VerbPast)
            || (scene.has(then, AgentVerb) && (scene.word(then).ends_with("ed") || scene.word(then).ends_with("ing")));
        if participle
            || scene.word(then).ends_with("ed")
            || scene.is_sport()
            || scene.has(then, AgentAdjective)
            || scene.is(then, words!("to" "set" "under" "against" "behind"))
        {
            return Some(Sense::Agent);
        }
        // "were long-time allies": what only parties to something can be
        let said = (then..scene.end.min(then + 7)).take_while(|&t| scene.is_word(t) || scene.word(t) == "-");
        if said.into_iter().any(|t| is_party(scene, t)) {
            return Some(Sense::Agent);
        }
        // "was the first to sign"
        let first = (then..then + 3)
            .any(|t| scene.is(t, words!("first" "last" "only" "latest")) && scene.is(t + 1, words!("to")));
        if first {
            return Some(Sense::Agent);
        }
        // "is a country", "is the home of"; else it is a member, a sponsor, an opponent
        let land = (then..scene.end.min(then + 7))
            .take_while(|&t| scene.is_word(t))
            .any(|t| scene.any(t, &[PlacePoss, PlaceThing]));
        let noun_phrase = scene.is(then, words!("a" "an" "the" "one" "not"))
            || scene.has(then, Adverb)
            || scene.kind(then) == Some(Kind::Lower);
        return Some(
            if noun_phrase && !land && !scene.any(then, &[PlacePrep]) && !scene.is(then, words!("where" "from")) {
                Sense::Agent
            } else {
                Sense::Place
            },
        );
    }
    if scene.has(at, Aux) || scene.tag(at) == Tag::Modal {
        let then = scene.skip_adverbs(at + 1);
        if scene.has(then, Be) {
            return clause(scene, then);
        }
        if scene.is(at, words!("has" "have" "had" "having"))
            && !scene.tag(then).is_verb()
            && !scene.is_verb(then)
            && !scene.any(then, &[AgentVerb])
        {
            // owning: an embassy, a plan; or having: mountains, people
            return Some(if has_land(scene, then) { Sense::Place } else { Sense::Agent });
        }
        return Some(if scene.has(then, StateVerb) && !scene.has(then, AgentVerb) {
            Sense::Place
        } else {
            Sense::Agent
        });
    }
    if scene.has(at, StateVerb) && !(scene.is(at, words!("claims" "faces" "covers" "lied"))) {
        return Some(Sense::Place);
    }
    if scene.is_verb(at) && scene.tag(at) != Tag::VerbIng && !scene.word(at).ends_with("ing") {
        return Some(Sense::Agent);
    }
    None
}

/// What a government can be to another: "an ally", "a rival".
pub(super) fn is_party(scene: &Scene, token: usize) -> bool {
    const PARTIES: &Words = words!("ally" "allies" "rival" "rivals" "partner" "partners" "enemy" "enemies" "foe"
        "foes" "friend" "friends" "backer" "backers" "supporter" "supporters" "patron" "opponent" "opponents"
        "committed" "opposed" "silent" "wary" "signatory" "guarantor" "mediator");
    scene.is(token, PARTIES)
}

/// What the state has is land, people or monuments.
fn has_land(scene: &Scene, from: usize) -> bool {
    let words = (from..scene.end.min(from + 7)).take_while(|&t| scene.is_word(t) || scene.word(t) == ",");
    words.take_while(|&t| !scene.any(t, &[PlacePrep]) || t == from).any(|t| scene.any(t, &[PlacePoss, PlaceThing]))
}
