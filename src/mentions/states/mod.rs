//! Mentions of states and blocs: matching, then whether it is a state, then its reading and role.
//! Knows nothing of officials or of who says what.

mod ambiguity;
mod bearers;
mod clauses;
mod koreas;
mod matching;
mod neighbours;
mod possessives;
mod prepositions;
mod reading;
mod roles;
mod scene;

use super::{Layer, Mention, Reading};
use crate::lexicon::gazetteer::{self, Naming};
use crate::lexicon::state_words::Around;
use crate::rules;
use crate::text::{Document, Kind, Tag};
use crate::words;
use matching::Candidate;
use reading::Sense;
use scene::{Scene, Story};

/// All mentions of states and blocs, in reading order.
pub fn find(document: &Document) -> Vec<Mention> {
    let mut all = matching::candidates(document);
    koreas::add(document, &mut all);
    let mut story = Story::new(document, &all);
    for index in 0..all.len() {
        let Some(scene) = Scene::new(document, &all, index) else { continue };
        let Some(token) = document.tokens.get(scene.at.first) else { continue };
        if bearers::introduces_person(&scene, &story) {
            story.people.push(token.hash);
        }
        if bearers::introduces_firm(&scene) {
            story.firms.push(token.hash);
        }
    }
    let kept: Vec<Candidate> = (0..all.len())
        .filter(|&i| Scene::new(document, &all, i).is_some_and(|s| ambiguity::other_thing(&s, &story).is_none()))
        .filter_map(|i| all.get(i).copied())
        .collect();
    let mut mentions: Vec<Mention> =
        (0..kept.len()).filter_map(|i| Scene::new(document, &kept, i)).filter_map(|s| mention(&s, &story)).collect();
    // "the Democratic People's Republic of Korea (DPRK)": the letters are what the name is
    for i in 1..mentions.len() {
        let (first, last) = mentions[i].tokens;
        let named = &mentions[i - 1];
        let bracketed = first == named.tokens.1 + 2 && document.is(first - 1, "(") && document.is(last + 1, ")");
        if bracketed && named.entity == mentions[i].entity {
            mentions[i].reading = mentions[i - 1].reading;
        }
    }
    mentions
}

/// The name under which a state or bloc is listed.
pub fn name(code: &str) -> Option<&'static str> {
    gazetteer::entity(code).map(|e| e.name)
}

fn mention(scene: &Scene, story: &Story) -> Option<Mention> {
    let at = scene.at;
    let entity = gazetteer::entities().get(at.entity as usize)?;
    let (kind, reading, rule, sense) = match at.naming {
        Naming::Adjective | Naming::People => {
            let (reading, rule) = people(scene);
            ("demonym", reading, rule, Sense::Bare)
        }
        Naming::Combining => ("demonym", Reading::Modifier, "state.combining", Sense::Modifier),
        Naming::Seat => {
            let sense = reading::sense(scene);
            // "the end of Downing Street", "down Downing Street"
            let way = words!("along" "down" "up" "through" "off" "past" "outside" "onto" "into" "beside");
            let edge = words!("end" "top" "corner" "bottom" "side" "middle" "foot" "entrance" "gates" "steps" "door" "length" "pavement");
            let literal = scene.left_word().0.is_some_and(|t| {
                scene.is(t, way) || scene.is(t, words!("of")) && scene.before(t).is_some_and(|b| scene.is(b, edge))
            });
            if literal
                || scene.left_word().0.is_some_and(|t| scene.any(t, &[Around::PlacePrep])) && sense == Sense::Place
            {
                ("place", Reading::Place, "state.seat.place", sense)
            } else {
                let reading = if sense == Sense::Modifier { Reading::Modifier } else { Reading::Actor };
                ("metonym", reading, "state.seat", sense)
            }
        }
        Naming::Capital => capital(scene),
        Naming::Bloc => {
            let sense = reading::sense(scene);
            // "The EU is its biggest buyer": a body of states is no land, where it is the subject
            let region = || (at.last..scene.end).any(|t| scene.is(t, words!("region" "area" "territory")));
            let subject = matches!(sense, Sense::Place | Sense::Bare) && scene.left_word().0.is_none();
            let body = subject && !scene.is_line() && !region();
            let reading = if body { Reading::Actor } else { reading_of(sense) };
            ("bloc", reading, "state.bloc", sense)
        }
        Naming::Name | Naming::Abbreviation => {
            let sense = reading::sense(scene);
            let kind = if disputed(entity) { "contested" } else { "name" };
            let rule = if kind == "contested" { "state.contested" } else { name_rule(sense) };
            (kind, reading_of(sense), rule, sense)
        }
        Naming::NotAState => return None,
    };
    let role = if roles::denies_in_relative(scene) && roles::role(scene, sense).is_none() {
        Some("denier")
    } else if kind == "place" || kind == "demonym" {
        None
    } else {
        roles::role(scene, sense)
    };
    let entity = congo(scene, story, entity.code);
    Some(Mention {
        layer: Layer::State,
        kind,
        entity: entity.to_owned(),
        span: scene.document.span(at.first, at.last),
        tokens: (at.first, at.last),
        reading: Some(reading),
        role,
        state: None,
        state_inferred: false,
        title: None,
        rule,
        confidence: rules::sure(rule),
    })
}

/// States whose card says "status disputed".
fn disputed(entity: &gazetteer::Entity) -> bool {
    !entity.status.is_empty() && !matches!(entity.code, "HKG" | "MAC")
}

/// A bare "Congo" is the Republic when the story names that one alone.
fn congo(scene: &Scene, story: &Story, code: &'static str) -> &'static str {
    let bare = scene.is(scene.at.first, words!("congo" "congolese")) && scene.at.first == scene.at.last;
    if code == "COD" && bare && story.names("COG") && !story.names_full("COD") { "COG" } else { code }
}

fn reading_of(sense: Sense) -> Reading {
    match sense {
        s if s.is_actor() => Reading::Actor,
        Sense::Modifier => Reading::Modifier,
        _ => Reading::Place,
    }
}

fn name_rule(sense: Sense) -> &'static str {
    match sense {
        Sense::Agent => "state.name.agent",
        Sense::Partner => "state.name.partner",
        Sense::Owner => "state.name.owner",
        Sense::Affected => "state.name.affected",
        Sense::Government | Sense::Modifier => "state.name.modifier",
        Sense::Place => "state.name.place",
        Sense::PlaceOwner => "state.name.place-owner",
        Sense::Bare => "state.name.bare",
    }
}

/// Adjectives and people: before a noun a modifier, else the people.
fn people(scene: &Scene) -> (Reading, &'static str) {
    let next = scene.at.last + 1;
    let adjective = scene.at.naming == Naming::Adjective && scene.kind(next) == Some(Kind::Lower);
    // "a Kenyan claim": an adjective in -i or -an has no plural verb
    let singular = adjective
        && ["i", "an"].iter().any(|end| scene.word(scene.at.last).ends_with(end))
        && !scene.any(next, &[Around::Aux, Around::Be])
        && scene.any(next, &[Around::VerbOrNoun])
        && !["s", "ed"].iter().any(|end| scene.word(next).ends_with(end));
    // "the Iraqi border", "Irish border talks"
    let border = adjective && scene.is(next, words!("border" "borders"));
    // "Ugandan caves with bats": an adjective is no subject of a verb in -s
    let plural = adjective && scene.tag(next) == Tag::NounPlural && !scene.is_line();
    // "Kenyans angry over the tax"
    let peoples = scene.at.naming == Naming::People && scene.word(scene.at.last).ends_with('s');
    let noun = !peoples && (singular || border || plural || !scene.is_verb(next)) && reading::is_noun(scene, next)
        || reading::is_shared_modifier(scene);
    let hyphen = scene.word(next) == "-" || scene.word(next) == "–";
    let predicate = scene.before(scene.at.first).is_some_and(|t| scene.has(t, Around::Be));
    if noun || hyphen || reading::is_deed(scene, next) || (predicate && scene.at.naming == Naming::Adjective) {
        (Reading::Modifier, "state.demonym")
    } else {
        (Reading::Actor, "state.people")
    }
}

/// A capital is a place unless its words show a government at work.
fn capital(scene: &Scene) -> (&'static str, Reading, &'static str, Sense) {
    let sense = reading::sense(scene);
    let place = ("place", Reading::Place, "state.capital.place", sense);
    let previous = scene.before(scene.at.first);
    let joined = previous.is_some_and(|t| {
        scene.is_capital(t)
            && !scene.any(t, &[Around::ClauseOpener, Around::PlacePrep, Around::Adverb, Around::ActorPrep])
            && t != scene.start
    });
    if cleft(scene) {
        return ("metonym", Reading::Actor, "state.capital.agent", Sense::Agent);
    }
    // "the Peruvian capital Lima", "the capital, Lima"
    let title = previous.and_then(|t| if scene.word(t) == "," { scene.before(t) } else { Some(t) });
    let subject = sense == Sense::Agent && !scene.is(scene.list.1 + 1, words!("and"));
    let next = scene.at.last + 1;
    let apposed = scene.word(next) == ","
        && scene.is(next + 1, words!("the" "its" "their"))
        && scene.is(next + 2, words!("capital"));
    let called_capital = !subject && (apposed || title.is_some_and(|t| scene.is(t, words!("capital"))));
    // "ties with Stroessner's Asunción": a ruler's
    let owner = previous.filter(|&t| matches!(scene.word(t), "'s" | "’s")).and_then(|t| scene.before(t));
    let with = owner.filter(|&t| scene.is_capital(t)).and_then(|t| scene.before(t));
    if with.is_some_and(|t| scene.is(t, words!("with" "against"))) && !sports(scene) {
        return ("metonym", Reading::Actor, "state.capital.partner", Sense::Partner);
    }
    let club = previous.is_some_and(|t| scene.has(t, Around::ClubHead) && scene.is_capital(t));
    if club
        || (joined && !scene.title_case && !scene.capitals)
        || called_capital
        || dateline(scene)
        || sports(scene)
        || is_the_town(scene, sense)
    {
        return place;
    }
    let rule = match sense {
        Sense::Agent if governs(scene) => "state.capital.agent",
        Sense::Partner if !sports(scene) => "state.capital.partner",
        Sense::Affected => "state.capital.affected",
        Sense::Government => "state.capital.government",
        Sense::Owner => "state.capital.owner",
        Sense::Modifier => return ("place", Reading::Modifier, "state.capital.place", sense),
        _ => return place,
    };
    let reading = if sense == Sense::Government { Reading::Modifier } else { Reading::Actor };
    ("metonym", reading, rule, sense)
}

/// "It was Manila, not Kuala Lumpur, that first objected"
fn cleft(scene: &Scene) -> bool {
    let be = scene.before(scene.at.first).filter(|&t| scene.is(t, words!("was" "is")));
    let it = be.and_then(|t| scene.before(t)).is_some_and(|t| scene.is(t, words!("it")));
    let next = scene.at.last + 1;
    let not = scene.word(next) == "," && scene.is(next + 1, words!("not"));
    let that = if not { (next + 2..next + 7).find(|&t| scene.word(t) == ",").map(|t| t + 1) } else { Some(next) };
    it && that.is_some_and(|t| {
        let verb = scene.skip_adverbs(t + 1);
        scene.is(t, words!("that" "which" "who")) && scene.is_verb(verb) && does(scene, verb)
    })
}

/// The verb of the clause is one that governments take, not "London grew" or "Paris was packed".
fn governs(scene: &Scene) -> bool {
    let next = scene.skip_adverbs(scene.list.1 + 1);
    let main = scene.skip_adverbs(scene.skip_parenthesis(next));
    // "and so does Beijing."
    let aux = scene.left_word().0.filter(|&t| scene.any(t, &[Around::Aux, Around::Be]));
    if aux.and_then(|t| scene.before(t)).is_some_and(|t| scene.is(t, words!("so" "neither" "nor" "as"))) {
        return true;
    }
    // "…, Moscow claims.", "Tokyo to resume talks"
    let closes = scene.is(next, words!("claims" "alleges" "reports")) && matches!(scene.word(next + 1), "." | ",");
    if closes || scene.is(next, words!("to")) && scene.is_line() {
        return true;
    }
    (main != next && does(scene, main)) || does(scene, next)
}

fn does(scene: &Scene, from: usize) -> bool {
    let mut verb = from;
    while scene.any(verb, &[Around::Aux, Around::Be]) && verb < from + 4 {
        verb = scene.skip_adverbs(verb + 1);
    }
    // "Delhi does not."
    if verb > from && !scene.is_word(verb) && scene.has(from, Around::Aux) {
        return true;
    }
    let words = from..scene.end.min(from + 7);
    // "offered to mediate", "has offered two hospitals" are no city's, "offers shelter" may be
    let given = words!("help" "aid" "assistance" "troops" "talks" "condolences" "asylum" "mediation" "guarantees" "concessions" "incentives" "support" "loans");
    let offers = scene.is(verb, words!("offered" "offers" "offer"))
        && (scene.is(verb + 1, words!("to")) && scene.tag(verb + 2).is_verb()
            || scene.is(verb + 1, given)
            || scene.has(from, Around::Aux));
    if scene.has(verb, Around::CityVerb) && !offers && !words.clone().any(|t| clauses::is_party(scene, t)) {
        return false;
    }
    words.clone().any(|t| {
        scene.any(t, &[Around::AgentVerb, Around::AgentAdjective, Around::ActorPoss, Around::ActorOf])
            || clauses::of_mind(scene, t)
            || (scene.word(t).ends_with("ed") && scene.is_verb(t))
    })
}

fn sports(scene: &Scene) -> bool {
    let figure = |t: usize| scene.kind(t) == Some(Kind::Number) && scene.word(t).len() <= 2;
    let score = |t: usize| figure(t) && matches!(scene.word(t + 1), "-" | "–") && figure(t + 2);
    scene.is_surely_sport() || (scene.start..scene.end).any(score)
}

/// "missiles struck Kyiv", "London's police": the town, where a government is hit by sanctions and owns a policy.
fn is_the_town(scene: &Scene, sense: Sense) -> bool {
    let hit = scene.left_word().0.is_some_and(|t| scene.has(t, Around::AttackVerb));
    match sense {
        Sense::Affected if hit => (scene.start..scene.at.first).any(|t| scene.has(t, Around::Weapon)),
        Sense::Owner => (scene.at.last + 2..scene.at.last + 4)
            .any(|t| scene.is(t, words!("police" "authorities" "residents" "mayor")) && !scene.is_capital(t)),
        // "Tacoma, Washington shares", "Washington, D.C."
        _ if scene.is(scene.at.first, words!("washington")) => {
            let comma = scene.before(scene.at.first).filter(|&t| scene.word(t) == ",");
            let town = comma.and_then(|t| scene.before(t)).is_some_and(|t| scene.is_capital(t));
            scene.at.last > scene.at.first || town && scene.list.0 == scene.at.first
        }
        _ => false,
    }
}

/// "LIMA, Nov 4 (Reuters) -", "LIMA Ana Reyes opened": the place a report was filed from.
fn dateline(scene: &Scene) -> bool {
    let next = scene.at.last + 1;
    scene.at.first == scene.start
        && !scene.capitals
        && scene.kind(scene.at.first) == Some(Kind::Upper)
        && (matches!(scene.word(next), "," | "(" | "-" | "–" | "—" | ":") || scene.kind(next) == Some(Kind::Capital))
}
