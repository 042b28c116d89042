//! Decides whether a phrase of the gazetteer names a state here or something else that is spelt alike:
//! a person, a company, a US town, a language, a dish. Silence beats a wrong badge.

use super::reading::FUNCTION_WORDS;
use super::scene::{Scene, Story};
use crate::lexicon::Class;
use crate::lexicon::gazetteer::{self, Naming};
use crate::lexicon::offices;
use crate::lexicon::state_words::Around::*;
use crate::text::Kind;
use crate::words;

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
    "la moneda",
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
    if single && scene.kind(at.first) != Some(Kind::Upper) && is_person(scene, story, &word) {
        return Some("person");
    }
    match at.naming {
        Naming::Adjective | Naming::People => {
            if is_language(scene) {
                return Some("language");
            }
            if word == "polish"
                && at.first == scene.start
                && scene.is(next, words!("the" "your" "it" "off" "up" "my" "his" "her" "their" "them" "with"))
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
            if word == "grenada" && scene.is(next, words!("mississippi")) {
                return Some("us-place");
            }
        }
        Naming::Capital => {
            if RISKY_CAPITALS.contains(&word.as_str()) && !names_elsewhere(scene, story) {
                return Some("other-town");
            }
            if word == "male" && (at.first == scene.start || scene.capitals || scene.title_case) {
                return Some("word");
            }
            if word == "hague" && !scene.before(at.first).is_some_and(|t| scene.is(t, words!("the"))) {
                return Some("person");
            }
        }
        Naming::Seat if RISKY_SEATS.contains(&word.as_str()) && !names_elsewhere(scene, story) => {
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

/// What the words beside a name make of it: a ship, a pronoun, a namesake abroad, somebody.
fn by_neighbours(scene: &Scene, code: &str) -> Option<&'static str> {
    let (at, next) = (scene.at, scene.at.last + 1);
    let previous = scene.before(at.first);
    let capital = |t: usize| scene.is_capital(t);
    let ships = words!("hms" "hmas" "hmcs" "hmnzs" "uss" "ss" "rms" "mv" "ms" "ins" "rrs" "rnlb" "fv" "ts" "sy");
    if previous.is_some_and(|t| scene.is(t, ships) && capital(t)) {
        return Some("ship");
    }
    // "TELL US THE TRUTH"
    let gives = words!("tell" "give" "let" "help" "show" "join" "save" "trust" "follow" "ask" "free" "hear" "leave" "pay" "feed" "stop" "make" "believe" "watch");
    if scene.capitals && scene.word(at.first) == "US" && previous.is_some_and(|t| scene.is(t, gives)) {
        return Some("pronoun");
    }
    // "Tripoli, in the north of Lebanon", "in Tripoli, Lebanon,"
    let town = at.naming == Naming::Capital
        || scene.is(at.first, words!("antigua" "dominica" "granada" "grenada" "samoa" "barbuda"));
    if town && scene.word(next) == "," {
        let direct = scene.is_capital(next + 1) && previous.is_some_and(|t| scene.any(t, &[PlacePrep]));
        // "Tripoli, Lebanon's second city"
        let rank = words!("second" "largest" "biggest" "third" "main" "ancient" "old" "former" "northern" "southern" "eastern" "western" "busiest" "oldest" "richest");
        let ranked = matches!(scene.word(next + 2), "'s" | "’s") && scene.is(next + 3, rank);
        let way = words!("in" "the" "north" "south" "east" "west" "northern" "southern" "eastern" "western" "central" "of" "on" "coast" "far" "near" "highlands" "mountains" "hills" "valley" "province" "state" "department" "region" "island");
        let mut t = next + 1;
        while t < next + 8 && scene.is(t, way) && !scene.is_capital(t) {
            t += 1;
        }
        if t > next + 2 || ranked || direct && matches!(scene.word(next + 2), "," | "." | ")") {
            let phrases = gazetteer::phrases(scene.document.tokens.get(t).map_or(0, |t| t.hash));
            let entities = gazetteer::entities();
            let abroad = phrases.iter().any(|p| {
                p.naming == Naming::Name
                    && p.rest.is_empty()
                    && entities.get(p.entity as usize).is_some_and(|e| e.code != code)
            });
            if abroad && capital(t) {
                return Some("other-town");
            }
        }
    }
    // "the St Lucia campus"
    if scene.is(next, words!("campus" "suburb" "neighbourhood" "neighborhood" "junction"))
        && !scene.is_capital(next)
        && at.naming != Naming::Adjective
    {
        return Some("other-place");
    }
    // "the frozen-food chain Iceland", "the rapper Chad"
    let kinds = words!("chain" "retailer" "supermarket" "grocer" "brand" "label" "band" "rapper" "singer" "actor" "actress" "trio" "duo" "husky" "dog" "horse" "gelding" "mare");
    if at.naming == Naming::Name && previous.is_some_and(|t| scene.is(t, kinds) && !scene.is_capital(t)) {
        return Some("bearer");
    }
    // "AS Monaco", "FC Copenhagen"
    let club = words!("as" "fc" "ac" "sc" "cf" "rc" "afc" "bc" "bk" "fk");
    if previous.is_some_and(|t| scene.is(t, club) && scene.kind(t) == Some(Kind::Upper)) && !scene.capitals {
        return Some("club");
    }
    // "as a PNG, not a JPEG"
    let picture = words!("jpeg" "jpg" "gif" "svg" "pdf" "file" "files" "logo" "image" "format" "pixels" "transparent");
    if scene.word(at.first) == "PNG" && (scene.start..scene.end).any(|t| scene.is(t, picture)) {
        return Some("file");
    }
    // "Poles snapped under the ice": people only in a story about their country
    let thing = matches!(scene.word(at.first), "Poles" | "Kiwis" | "Danes" | "Turkeys")
        && (at.first == scene.start || scene.is(at.first, words!("kiwis")));
    let acts = scene.any(next, &[AgentVerb, Aux, Be])
        || scene.is(next, words!("voted" "went" "living" "who" "have" "will" "say" "said" "want" "vote"));
    let home = words!("poland" "polish" "warsaw" "zealand" "denmark" "danish" "copenhagen" "turkey" "turkish");
    if thing && !acts && !scene.document.tokens.iter().any(|t| home.contains(&t.hash)) {
        return Some("things");
    }
    // "Togo, the husky who led": no state is a "who"
    let who = (next + 2..next + 6).find(|&t| scene.is(t, words!("who" "whose")));
    let apposed = scene.word(next) == ","
        && scene.is(next + 1, words!("the" "a" "an"))
        && who.is_some_and(|w| {
            (next + 2..w).all(|t| scene.kind(t) == Some(Kind::Lower))
                && !(next + 2..w).any(|t| scene.is(t, words!("of" "state" "country" "nation")))
        });
    (apposed && at.naming == Naming::Name).then_some("person")
}

/// "Turkish Airlines", "Korea Herald", "Bank of China", "Mozambique Channel".
fn inside_a_name(scene: &Scene) -> bool {
    let at = scene.at;
    if !scene.capitals {
        let run = scene.capital_run();
        // "US Airways" is one name, the "US" of "US National Park Service" an adjective
        let whole = at.naming != Naming::Abbreviation || run == at.last + 1;
        let tail = run > at.last
            && whole
            && (scene.has(run, OrgTail)
                || at.naming == Naming::Capital
                    && (at.last + 1..run).any(|t| scene.has(t, OrgTail) && scene.is(t + 1, words!("of")))
                || (at.last + 1..=run).any(|t| scene.is(t, words!("news" "airlines" "airways" "railways"))));
        // in a headline with capitals throughout, only a tail that stands right behind it
        if tail && (!scene.title_case || scene.has(at.last + 1, OrgTail)) {
            return true;
        }
        if scene.word(at.last + 1) == "&" && scene.is_capital(at.last + 2) {
            return true;
        }
    }
    // "Football Australia", "Hockey India": a federation
    let sports = words!("cricket" "football" "rugby" "hockey" "netball" "athletics" "cycling" "basketball" "tennis"
        "golf");
    let federation = at.naming == Naming::Name
        && !scene.title_case
        && !scene.capitals
        && scene
            .before(at.first)
            .is_some_and(|t| scene.is_capital(t) && scene.is(t, sports) && !scene.is(at.last + 1, words!("'s")));
    if federation {
        return true;
    }
    // "Times of India", "Gulf of Thailand", "Bank of China"
    let of = scene.before(at.first).map(|t| if scene.is(t, words!("the")) { scene.before(t) } else { Some(t) });
    if let Some(Some(of)) = of
        && scene.is(of, words!("of"))
        && let Some(head) = scene.before(of)
        && scene.is_capital(head)
        && scene.has(head, OrgHead)
        && !scene.capitals
    {
        return true;
    }
    false
}

fn is_person(scene: &Scene, story: &Story, word: &str) -> bool {
    let at = scene.at;
    let next = at.last + 1;
    let title = scene.title_case || scene.capitals;
    // "Minister German Gref", "Senator Israel Kane": a name between an office and another word of the name
    let office = scene.before(at.first).is_some_and(|t| {
        let token = &scene.document.tokens[t];
        scene.kind(t) == Some(Kind::Capital) && offices::word(token.hash) & offices::OFFICE != 0
    });
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
    let age = scene.word(next) == ","
        && scene.kind(next + 1) == Some(Kind::Number)
        && scene.word(next + 1).len() <= 2
        && scene.word(next + 2) == ",";
    if kin || age {
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
    let given = matches!(word.as_str(), "chad" | "jordan" | "georgia")
        && scene.at.first == scene.at.last
        && scene.kind(next) == Some(Kind::Capital)
        && !scene.any(next, &[OrgTail, PlaceThing, Institution])
        && after & (offices::THING | offices::NOT_NAME | offices::PRIVATE | offices::ORGAN) == 0
        && !story.names_otherwise(scene)
        && is_person(scene, story, &word);
    given
        || ALSO_SURNAME.contains(&word.as_str())
            && scene.at.first == scene.at.last
            && scene.before(scene.at.first).is_some_and(|t| {
                scene.is_capital(t)
                    && (is_given_name(scene, t) || scene.has(t, PersonBefore))
                    && !scene.any(t, &[Directional])
            })
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

/// The state of a capital or seat is named in the story by another form than this one.
fn names_elsewhere(scene: &Scene, story: &Story) -> bool {
    story.by_name.get(scene.at.entity as usize) == Some(&true)
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
