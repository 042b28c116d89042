//! People who bear the name of a state or capital: Jordan, Paris, Israel. Decides whether one is named here.

use super::reading::FUNCTION_WORDS;
use super::scene::{Scene, Story};
use crate::lexicon::Class;
use crate::lexicon::gazetteer::{self, Naming};
use crate::lexicon::offices;
use crate::lexicon::state_words::Around::*;
use crate::text::{Kind, Tag};
use crate::words;

pub(super) fn is_person(scene: &Scene, story: &Story, word: &str) -> bool {
    let at = scene.at;
    let next = at.last + 1;
    let title = scene.title_case || scene.capitals;
    // "Minister German Gref", "Senator Israel Kane": a name between an office and another word of the name
    let office = scene.before(at.first).is_some_and(|t| {
        let token = &scene.document.tokens[t];
        scene.kind(t) == Some(Kind::Capital) && offices::word(token.hash) & offices::OFFICE != 0
    });
    if is_styled(scene, word) || is_called(scene) {
        return true;
    }
    let names = scene.document.tokens.get(next).map_or(0, |t| offices::word(t.hash));
    if office
        && !title
        && scene.kind(next) == Some(Kind::Capital)
        && names & (offices::OFFICE | offices::BODY | offices::NOT_NAME | offices::FIELD | offices::PRIVATE) == 0
        && (ALSO_GIVEN.contains(&word) || word == "german")
    {
        return true;
    }
    if ALSO_GIVEN.contains(&word)
        && scene.kind(next) == Some(Kind::Capital)
        && !scene.any(next, &[Institution, AgentVerb, Be, Aux, UsState])
        && !scene.is(next, FUNCTION_WORDS)
        && !scene.is(next, words!("another" "one" "both" "many" "most" "other" "several" "two"))
        && !(title)
        && gazetteer::phrases(scene.document.tokens.get(next).map_or(0, |t| t.hash)).is_empty()
        && !scene
            .before(at.first)
            .is_some_and(|t| scene.any(t, &[PlacePrep, ActorPrep]) || scene.is(t, words!("the" "of")))
    {
        return true;
    }
    if !ALSO_SURNAME.contains(&word) && !ALSO_GIVEN.contains(&word) {
        return false;
    }
    // "her son Jordan", "Georgia, 6, likes"
    let kin = scene.before(at.first).is_some_and(|t| {
        let class = crate::lexicon::classes(scene.document.tokens[t].hash);
        class & Class::Kinship.bit() != 0 && scene.kind(t) == Some(Kind::Lower)
    });
    if kin || has_age(scene) {
        return true;
    }
    let hash = scene.document.tokens.get(at.first).map_or(0, |t| t.hash);
    let Some(previous) = scene.before(at.first) else { return story.people.contains(&hash) };
    if scene.is_capital(previous) && scene.glued(at.first) {
        return false;
    }
    if ALSO_SURNAME.contains(&word) && is_given_name(scene, previous) {
        return true;
    }
    // "defender Kaleb Jordan": inside a sentence, after a capital that is nothing else
    let unknown = || {
        scene.kind(previous) == Some(Kind::Capital)
            && previous > scene.start
            && scene.word(previous).len() > 2
            && scene.tag(previous) == Tag::Propn
            && !scene.any(previous, &[Directional, Institution, PlacePrep, ActorPrep, Team, ClubHead])
            && !crate::lexicon::knows(scene.document.tokens[previous].hash)
    };
    let closes = !scene.is_capital(next) && !matches!(scene.word(next), "-" | "–");
    if matches!(word, "jordan" | "chad" | "england" | "ireland" | "holland" | "france" | "wales")
        && !title
        && closes
        && unknown()
    {
        return true;
    }
    // "Judge Daniel Porter Jordan"
    let middle = scene.kind(previous) == Some(Kind::Capital) && scene.document.word(previous).len() > 1;
    if ALSO_SURNAME.contains(&word)
        && middle
        && scene.before(previous).is_some_and(|t| is_given_name(scene, t))
        && !title
    {
        return true;
    }
    let initial = scene.word(previous).len() == 2 && scene.word(previous).ends_with('.') && scene.is_capital(previous);
    if initial || (scene.is_capital(previous) && scene.any(previous, &[PersonBefore])) {
        return true;
    }
    story.people.contains(&hash)
        && !scene.any(previous, &[PlacePrep])
        && !scene.is(previous, words!("to" "from" "the" "of" "between"))
}

/// "Dr Mali Rhys", "Chad le Clos", "Victoria Jordan KC".
fn is_styled(scene: &Scene, word: &str) -> bool {
    let next = scene.at.last + 1;
    let honorific =
        |t: usize| scene.is_capital(t) && crate::lexicon::has(scene.document.tokens.get(t), Class::Honorific);
    let particle = words!("le" "la" "de" "du" "van" "von" "der" "den" "del" "di" "da" "bin" "ten" "ter");
    match scene.kind(next) {
        Some(Kind::Capital) if scene.before(scene.at.first).is_some_and(honorific) => true,
        Some(Kind::Lower) if scene.is(next, particle) && scene.kind(next + 1) == Some(Kind::Capital) => {
            ALSO_GIVEN.contains(&word)
        }
        _ => scene.is(next, words!("kc" "qc" "mp" "jr" "jr." "obe" "mbe")) && ALSO_SURNAME.contains(&word),
    }
}

/// "a dog called Turkey", not "a country called Chad".
fn is_called(scene: &Scene) -> bool {
    let called =
        scene.before(scene.at.first).filter(|&t| scene.is(t, words!("called" "named" "nicknamed" "christened")));
    let lands =
        words!("country" "state" "nation" "land" "place" "republic" "kingdom" "territory" "region" "area" "colony");
    let host = called.and_then(|t| scene.before(t));
    host.is_some_and(|t| scene.tag(t) == Tag::Noun && !scene.is(t, lands)) && !scene.is_capital(scene.at.last + 1)
}

/// "Georgia, 6, likes"
fn has_age(scene: &Scene) -> bool {
    let next = scene.at.last + 1;
    scene.word(next) == ","
        && scene.kind(next + 1) == Some(Kind::Number)
        && scene.word(next + 1).len() <= 2
        && scene.word(next + 2) == ","
}

/// A given name by either list, that is no name of a place itself.
fn is_given_name(scene: &Scene, token: usize) -> bool {
    let hash = scene.document.tokens.get(token).map_or(0, |t| t.hash);
    let given = scene.has(token, GivenName) || offices::word(hash) & (offices::GIVEN_M | offices::GIVEN_F) != 0;
    given && scene.is_capital(token) && gazetteer::phrases(hash).is_empty()
}

/// Whether a full name in this scene introduces the candidate's word as somebody's name.
pub(super) fn introduces_person(scene: &Scene, story: &Story) -> bool {
    let word = scene.word(scene.at.first).to_lowercase();
    // a first name comes again alone; of the states only these three are common ones
    let next = scene.at.last + 1;
    let after = scene.document.tokens.get(next).map_or(0, |t| offices::word(t.hash));
    // a capital's state by its name, a state by another word
    let otherwise = match scene.at.naming {
        Naming::Capital => story.names_by_name(scene),
        _ => story.names_otherwise(scene),
    };
    let given = matches!(word.as_str(), "chad" | "jordan" | "georgia" | "sofia" | "paris")
        && scene.at.first == scene.at.last
        && scene.kind(next) == Some(Kind::Capital)
        && !scene.any(next, &[OrgTail, PlaceThing, Institution])
        && after & (offices::THING | offices::NOT_NAME | offices::PRIVATE | offices::ORGAN) == 0
        && !otherwise
        && is_person(scene, story, &word);
    given
        || !otherwise && has_age(scene) && ALSO_SURNAME.contains(&word.as_str())
        || ALSO_SURNAME.contains(&word.as_str())
            && scene.at.first == scene.at.last
            && scene.before(scene.at.first).is_some_and(|t| {
                scene.is_capital(t)
                    && (is_given_name(scene, t)
                        || scene.has(t, PersonBefore)
                        || !story.names_otherwise(scene) && is_person(scene, story, &word))
                    && !scene.any(t, &[Directional])
            })
}

/// "Iceland, the frozen food chain,": the story says that the name is a firm's.
pub(super) fn introduces_firm(scene: &Scene) -> bool {
    let next = scene.at.last + 1;
    let firm = words!("chain" "supermarket" "supermarkets" "retailer" "grocer" "band" "label" "brand" "restaurant" "magazine" "nightclub");
    scene.at.first == scene.at.last
        && scene.word(next) == ","
        && scene.is(next + 1, words!("the" "a" "an"))
        && (next + 2..next + 7).take_while(|&t| scene.is_word(t)).any(|t| scene.is(t, firm) && !scene.is_word(t + 1))
}

/// Names that people bear too.
const ALSO_GIVEN: &[&str] = &[
    "chad", "jordan", "israel", "cuba", "georgia", "paris", "sofia", "victoria", "kenya", "india", "china", "london",
    "santiago", "sydney", "finn", "dane", "turk", "america", "ireland", "france", "asia", "malta", "roman", "vienna",
    "valencia", "siena", "florence", "cyprus", "holland", "brazil", "scotland", "wales", "kingston", "lima", "rome",
];

const ALSO_SURNAME: &[&str] = &[
    "jordan",
    "israel",
    "chad",
    "washington",
    "london",
    "paris",
    "holland",
    "england",
    "france",
    "ireland",
    "wales",
    "german",
    "french",
    "english",
    "irish",
    "british",
    "brazil",
    "berlin",
    "kingston",
    "lima",
    "finn",
    "dane",
    "pole",
    "turk",
    "swede",
    "santiago",
    "victoria",
    "georgia",
    "havana",
    "montenegro",
    "cuba",
    "britain",
    "brittain",
    "wellington",
    "cairo",
    "poland",
    "cyprus",
    "scotland",
    "roman",
    "guinea",
    "rome",
    "vienna",
    "austria",
    "sucre",
    "georgetown",
];
