//! Decides whether a phrase of the gazetteer names a state here or something else that is spelt alike:
//! a person, a company, a US town, a language, a dish. Silence beats a wrong badge.

use super::bearers::is_person;
use super::neighbours::{by_neighbours, inside_a_name};
use super::scene::{Scene, Story};
use crate::lexicon::gazetteer::{self, Naming};
use crate::lexicon::state_words::Around::*;
use crate::text::Kind;
use crate::words;

/// Capitals whose name many other places or things have: only beside their state in the story.
const RISKY_CAPITALS: &[&str] = &[
    "male",
    "victoria",
    "georgetown",
    "kingston",
    "san jose",
    "sucre",
    "st. george's",
    "st george's",
    "saint george's",
    "st. john's",
    "st john's",
    "saint john's",
    "roseau",
    "nassau",
    "abidjan",
    "aden",
    "cape town",
    "rangoon",
    "santiago",
    "la paz",
    "monaco",
    "djibouti",
    "luxembourg",
    "sao tome",
    "são tomé",
    "cotonou",
    "bujumbura",
    "yangon",
    "dar es salaam",
    "bloemfontein",
    "bridgetown",
    "kingstown",
    "castries",
];
/// Seats whose name is a common phrase elsewhere.
const RISKY_SEATS: &[&str] = &[
    "number 10",
    "no. 10",
    "beehive",
    "blue house",
    "prague castle",
    "miraflores",
    "zarzuela",
    "south block",
    "istana",
    "yongsan",
    "government house",
];

/// Why a candidate names no state, as a word for tests; None when it does name one.
pub(super) fn other_thing(scene: &Scene, story: &Story) -> Option<&'static str> {
    let at = scene.at;
    let entity = gazetteer::entities().get(at.entity as usize)?;
    let single = at.first == at.last;
    let word = scene.document.span(at.first, at.last).of(scene.document.text).to_lowercase().replace('’', "'");
    let next = at.last + 1;

    if inside_a_name(scene) {
        return Some("name");
    }
    if let Some(other) = by_neighbours(scene, entity.code) {
        return Some(other);
    }
    let state_of_us = scene.has(next + 1, UsState)
        || (scene.is(next + 1, words!("new" "north" "south" "west")) && scene.any(next + 2, &[UsState]))
        || (scene.is(next + 1, words!("new")) && scene.is(next + 2, words!("mexico")));
    let in_georgia = at.naming == Naming::Capital && entity.code != "GEO" && georgia_closes(scene, next + 1);
    if scene.word(next) == "," && scene.is_capital(next + 1) && (state_of_us || in_georgia) && entity.code != "USA" {
        return Some("us-place");
    }
    // "A PNG of the curve": a file
    if word == "png" && scene.before(at.first).is_some_and(|t| scene.is(t, words!("a" "as" "jpeg"))) {
        return Some("file");
    }
    // "in Tripoli, Lebanon,": a namesake
    if at.naming == Naming::Capital && scene.word(next) == "," && elsewhere(scene, next + 1, entity.code) {
        return Some("namesake");
    }
    if single && scene.kind(at.first) != Some(Kind::Upper) && is_person(scene, story, &word) {
        return Some("person");
    }
    if single && scene.document.tokens.get(at.first).is_some_and(|t| story.firms.contains(&t.hash)) {
        return Some("company");
    }
    // "CONTACT US", "TELL US: …"
    let asks = words!("contact" "tell" "join" "follow" "call" "email" "ask" "help" "send" "write" "support" "about" "give" "let" "show" "watch" "visit" "find" "like" "trust");
    if word == "us" && scene.before(at.first).is_some_and(|t| scene.kind(t) == Some(Kind::Upper) && scene.is(t, asks)) {
        return Some("pronoun");
    }
    match at.naming {
        Naming::Adjective | Naming::People => {
            if is_language(scene) {
                return Some("language");
            }
            if word == "polish"
                && at.first == scene.start
                && scene.is(next, words!("the" "your" "it" "off" "up" "my" "his" "her" "their" "them" "with" "each" "every" "any" "all" "a"))
            {
                return Some("verb");
            }
            if word == "dominican" && (scene.has(next, Friar) || !story.names("DOM") && scene.has(next + 1, Friar)) {
                return Some("order");
            }
            if word == "pole"
                && (scene.is(next, words!("position" "vault" "vaulting" "dancing"))
                    || scene.before(at.first).is_some_and(|t| scene.is(t, words!("north" "south"))))
            {
                return Some("pole");
            }
            let style = words!("house" "houses" "terrace" "terraces" "architecture" "mansion" "townhouse"
                "townhouses" "style" "era" "building" "buildings" "square" "façade" "facade" "manor" "cottage"
                "revival" "splendour" "secretary" "bureau" "desk" "chest" "bookcase" "silver" "furniture" "sash" "window" "windows" "door" "rectory"
                "farmhouse" "vicarage" "hotel" "crescent" "town" "streets" "façades" "proportions" "sideboard" "mansions" "villa" "home" "homes");
            let built = (word == "georgian") && (scene.is(next, style) || scene.is(next + 1, style));
            if word.starts_with("georgian") && (!story.georgia_is_country || built) {
                return Some("georgia");
            }
            if matches!(word.as_str(), "korean" | "koreans") && !only_south(story) {
                return Some("either-korea");
            }
            let inter =
                scene.glued(at.first) && at.first > scene.start + 1 && scene.is(at.first - 2, words!("inter" "intra"));
            if word == "korean" && (inter || scene.is(next, words!("peninsula" "war" "language"))) {
                return Some("either-korea");
            }
            // "Inter-American", "un-American": no state's adjective
            let prefix = words!("inter" "ibero" "un" "meso" "pan" "trans");
            if word == "american"
                && scene.glued(at.first)
                && scene
                    .before(at.first)
                    .filter(|&t| scene.word(t) == "-")
                    .and_then(|t| scene.before(t))
                    .is_some_and(|t| scene.is(t, prefix))
            {
                return Some("continent");
            }
            // "West and Central African countries": a part of the continent
            let and = scene.before(at.first).filter(|&t| scene.is(t, words!("and" "or")));
            let quarters = words!("west" "east" "north" "south" "central" "western" "eastern" "northern" "southern");
            if matches!(word.as_str(), "central african" | "south african")
                && (and.and_then(|t| scene.before(t)).is_some_and(|t| scene.is(t, quarters) && scene.is_capital(t))
                    || scene.is(next, words!("countries" "nations" "states" "region")))
            {
                return Some("continent");
            }
            if word == "soviet" && scene.is(next, words!("union")) {
                return Some("name");
            }
        }
        Naming::Name => {
            if word == "georgia" && !georgia(scene, story) {
                return Some("georgia");
            }
            if word == "korea" && !only_south(story) {
                return Some("either-korea");
            }
            if word == "turkey"
                && (scene.has(next, Food)
                    || (scene.start..scene.end).any(|t| scene.is(t, words!("thanksgiving")))
                    || scene.before(at.first).is_some_and(|t| {
                        scene.is(t, words!("roast" "a" "wild" "smoked" "ground" "deli" "thanksgiving"))
                    }))
            {
                return Some("food");
            }
            // "the town of Brazil": a namesake
            let town = scene.before(at.first).filter(|&t| scene.is(t, words!("of"))).and_then(|t| scene.before(t));
            if town.is_some_and(|t| scene.is(t, words!("town" "village" "hamlet" "suburb" "borough" "township"))) {
                return Some("namesake");
            }
            // "Turkey prices have climbed as bird flu spread"
            let sold = scene
                .is(next, words!("prices" "price" "farmers" "farms" "farm" "producers" "production" "sales" "meat"));
            let fowl = words!("bird" "birds" "poultry" "flocks" "flock" "barns" "turkeys" "chicken" "chickens");
            if word == "turkey" && sold && (scene.start..scene.end).any(|t| scene.is(t, fowl)) {
                return Some("food");
            }
            // "Monaco beat Lens 3-1": the club
            if word == "monaco" && scene.is_sport() {
                return Some("club");
            }
            // "Emirates will fly to Perth": the airline; the country takes its article
            if word == "emirates" && !scene.before(at.first).is_some_and(|t| scene.is(t, words!("the"))) {
                return Some("company");
            }
            if word == "grenada" && scene.is(next, words!("mississippi")) {
                return Some("us-place");
            }
        }
        Naming::Capital => {
            if RISKY_CAPITALS.contains(&word.as_str()) && !story.names_by_name(scene) {
                return Some("other-town");
            }
            if word == "male" && (at.first == scene.start || scene.capitals || scene.title_case) {
                return Some("word");
            }
            // "in eastern Washington": the state of that name
            let quarter = words!("eastern" "western" "central" "southwestern" "northwestern" "southeastern" "northeastern" "southwest" "northwest");
            if word == "washington" && scene.before(at.first).is_some_and(|t| scene.is(t, quarter)) {
                return Some("us-state");
            }
            if word == "hague" && !scene.before(at.first).is_some_and(|t| scene.is(t, words!("the"))) {
                return Some("person");
            }
        }
        Naming::Seat
            if RISKY_SEATS.contains(&word.as_str())
                && !story.names_by_name(scene)
                // "the White House and the Blue House"
                && scene.list == (at.first, at.last) =>
        {
            return Some("other-building");
        }
        Naming::Bloc => {
            if let Some(other) = other_body(scene, story, &word) {
                return Some(other);
            }
        }
        _ => {}
    }
    None
}

/// "speaks Turkish", "in French, and": the language.
fn is_language(scene: &Scene) -> bool {
    let at = scene.at;
    let Some(previous) = scene.before(at.first) else { return false };
    let next = at.last + 1;
    // "speaks Polish and Hungarian"
    let second = scene.is(previous, words!("and" "or")) && previous >= scene.start + 2 && {
        let before = scene.document.word(previous - 1);
        scene.is_capital(previous - 1)
            && ["sh", "an", "ese", "ch", "ili", "ic"].iter().any(|e| before.ends_with(e))
            && scene.has(previous - 2, BeforeLanguage)
    };
    if !(scene.has(previous, BeforeLanguage) || second) || at.naming != Naming::Adjective {
        return false;
    }
    let closes = !scene.is_word(next)
        || scene.any(next, &[PlacePrep, ActorPrep, ClauseOpener, Be, Aux, Adverb])
        || scene.is(next, words!("to" "at" "by" "for" "on"));
    closes && !scene.word(at.last).ends_with("ans")
}

/// Whether the state that a town is said to lie in is another than its own.
fn elsewhere(scene: &Scene, token: usize, code: &str) -> bool {
    let hash = scene.document.tokens.get(token).map_or(0, |t| t.hash);
    let phrases = gazetteer::phrases(hash);
    let state = phrases.iter().find(|p| p.naming == Naming::Name && p.rest.is_empty());
    let other = state.and_then(|p| gazetteer::entities().get(p.entity as usize)).is_some_and(|e| e.code != code);
    let placed = scene.left_word().0.is_some_and(|t| scene.is(t, words!("in" "of" "near" "at" "from" "outside")));
    other
        && placed
        && matches!(scene.word(token + 1), "," | "." | ")" | "" | ":")
        && !scene.is(token + 2, words!("and" "or"))
        && !(scene.word(token + 1) == "," && scene.is_capital(token + 2))
}

/// "Athens, Georgia": Georgia ends an address, and no list goes on behind it.
fn georgia_closes(scene: &Scene, token: usize) -> bool {
    let listed = scene.word(token + 1) == "," && scene.is_capital(token + 2);
    scene.is(token, words!("georgia")) && !listed && !scene.is(token + 1, words!("and" "or" "'s" "has" "is" "was"))
}

fn georgia(scene: &Scene, story: &Story) -> bool {
    let at = scene.at;
    let town = scene.before(at.first).filter(|&t| scene.word(t) == ",").and_then(|t| scene.before(t));
    let foreign = |t: usize| {
        let phrases = gazetteer::phrases(scene.document.tokens.get(t).map_or(0, |t| t.hash));
        let capital = phrases.iter().any(|p| p.naming == Naming::Capital && p.rest.is_empty());
        capital && !scene.is(t, words!("tbilisi"))
    };
    if town.is_some_and(foreign) && georgia_closes(scene, at.first) {
        return false;
    }
    let near = (scene.list.0..=scene.list.1).any(|t| t < at.first || t > at.last);
    // "Georgia's parliament": the other has an assembly
    if matches!(scene.word(at.last + 1), "'s" | "’s")
        && scene.is(at.last + 2, words!("parliament" "president" "prime" "foreign" "ambassador"))
    {
        return true;
    }
    let us =
        (scene.start..scene.end).any(|t| scene.any(t, &[UsState, GeorgiaUs]) && scene.is_capital(t) && t != at.first);
    if us {
        return false;
    }
    near || story.georgia_is_country
}

fn only_south(story: &Story) -> bool {
    !story.names("PRK")
}

fn other_body(scene: &Scene, story: &Story, word: &str) -> Option<&'static str> {
    let at = scene.at;
    let previous = scene.before(at.first);
    match word {
        "security council" | "general assembly" => {
            let national = previous.is_some_and(|t| {
                scene.is(t, words!("national" "supreme" "russian" "'s" "state" "ohio"))
                    || (scene.is_capital(t) && t != scene.start && !scene.is(t, words!("un" "u.n." "nations" "the")))
            });
            if national || !story.names("org:un") { Some("national-body") } else { None }
        }
        // "4 AU from the sun"
        "au" if previous.is_some_and(|t| scene.kind(t) == Some(Kind::Number)) => Some("abbreviation"),
        "au" | "aes" | "cis" | "eac" | "eeu" | "sco" | "nam" | "gcc" | "quad" | "alba" | "v4" | "oas" | "eu"
        | "unga" => (scene.capitals && word != "eu").then_some("abbreviation"),
        _ => None,
    }
}
