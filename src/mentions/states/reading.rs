//! Reads the name of a state or capital as a government at work, as a place or as a modifier, by what
//! English does around it: what the name does, owns or suffers, and the preposition before it.
//! Does not decide whether the candidate names a state at all.

use super::clauses::subject;
use super::possessives::owned;
use super::prepositions::after_preposition;
use super::scene::Scene;
use crate::lexicon::gazetteer::{self, Naming};
use crate::lexicon::state_words::Around::*;
use crate::text::{Kind, Tag, Words};
use crate::words;

/// Why a name reads as it does; each is a rule to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// It does something: subject of a verb that governments, peoples and teams take.
    Agent,
    /// With, against, between, by.
    Partner,
    /// It owns a decision, an army, a team.
    Owner,
    /// Something is done to it: accused, supplied, put under sanctions.
    Affected,
    /// "the Kabul government"
    Government,
    Place,
    /// It owns a coast, a capital, a population.
    PlaceOwner,
    Modifier,
    /// Nothing tells.
    Bare,
}

impl Sense {
    pub fn is_actor(self) -> bool {
        matches!(self, Sense::Agent | Sense::Partner | Sense::Owner | Sense::Affected | Sense::Government)
    }
}

pub(super) fn sense(scene: &Scene) -> Sense {
    let next = scene.at.last + 1;
    if matches!(scene.word(next), "'s" | "’s" | "'" | "’") && scene.glued(next) && !possessive_is_verb(scene, next)
    {
        return owned(scene, next + 1);
    }
    if let Some(sense) = pair(scene) {
        return sense;
    }
    if scene.word(next) == "-" && scene.glued(next) && scene.kind(next + 1) == Some(Kind::Lower) {
        return if scene.is(next + 1, DONE_BY) { Sense::Agent } else { Sense::Modifier };
    }
    // "U.S. v. Reed": a party before a court
    if matches!(scene.word(next), "v" | "v.") && scene.is_capital(next + 1) {
        return Sense::Partner;
    }
    let (left, directional) = scene.left_word();
    if directional && (!scene.is_verb(scene.skip_adverbs(next)) || befalls(scene, scene.skip_adverbs(next))) {
        return if is_modifier(scene, next) { Sense::Modifier } else { Sense::Place };
    }
    if let Some(sense) = address(scene) {
        return sense;
    }
    if is_apposed(scene) {
        return Sense::Partner;
    }
    if scene.has(next, Government) && !scene.is_capital(next) {
        return Sense::Government;
    }
    if is_modifier(scene, next) || is_shared_modifier(scene) {
        return Sense::Modifier;
    }
    if let Some(sense) = left.and_then(|p| after_preposition(scene, p)) {
        return sense;
    }
    if let Some(sense) = subject(scene, left) {
        return sense;
    }
    if let Some(sense) = left.and_then(|p| object(scene, p).or_else(|| second_of_two(scene, p))) {
        return sense;
    }
    if is_score(scene) || scene.is_sport() {
        return Sense::Agent;
    }
    Sense::Bare
}

/// "NATO ally Germany", "its neighbours India and Nepal", "its old rival, Peru, has signed".
fn is_apposed(scene: &Scene) -> bool {
    let kin = words!("champion" "champions" "finalist" "finalists" "neighbours" "neighbors" "neighbour" "neighbor");
    let sides =
        words!("ally" "allies" "rival" "rivals" "foe" "foes" "enemy" "enemies" "partner" "partners" "backer" "backers");
    let article = scene.before(scene.list.0).filter(|&t| scene.is(t, words!("the")));
    let Some(before) = scene.before(article.unwrap_or(scene.list.0)) else { return false };
    let aside = scene.word(before) == "," && !scene.is(scene.list.1 + 2, words!("where"));
    let side = if aside { scene.before(before) } else { Some(before) };
    scene.is(before, kin) || side.is_some_and(|t| scene.is(t, sides) && !scene.is_capital(t))
}

/// "the Iran-Iraq war", "Japan–US talks": two sides before a noun, no third that stands for both.
fn pair(scene: &Scene) -> Option<Sense> {
    let hyphen = |t: usize| matches!(scene.word(t), "-" | "–");
    let state = |t: usize| {
        scene.is_capital(t) && scene.document.tokens.get(t).is_some_and(|t| !gazetteer::phrases(t.hash).is_empty())
    };
    let after = scene.at.last + 1;
    let second = hyphen(after) && state(after + 1);
    let first = scene.before(scene.at.first).filter(|&t| hyphen(t)).and_then(|t| scene.before(t)).is_some_and(state);
    if !first && !second {
        return None;
    }
    // "the Baghdad-Damascus highway": from one to the other
    let mut way = if second { after + 2 } else { after };
    while scene.is_capital(way) && state(way) {
        way += 1;
    }
    if scene.is(
        way,
        words!("highway" "road" "route" "railway" "line" "flight" "flights" "train" "motorway" "corridor" "express"),
    ) {
        return Some(Sense::Place);
    }
    let mut noun = if second { after + 2 } else { after };
    while scene.is_capital(noun) && state(noun) || hyphen(noun) {
        noun += 1;
    }
    // "the Peru-Chile fish deal"
    let end = if scene.is_capital(noun) { noun + 1 } else { noun + 3 };
    (noun..end).any(|t| scene.is(t, SHARED)).then_some(Sense::Modifier)
}

/// What two states have between them.
const SHARED: &Words = words!("summit" "talks" "relations" "relationship" "ties" "war" "deal" "treaty" "pact" "agreement"
    "negotiations" "alliance" "conflict" "tensions" "rivalry" "dialogue" "accord" "trade" "cooperation"
    "friendship" "axis" "crisis" "peace" "security" "defence" "defense" "nuclear" "joint" "bilateral"
    "diplomatic" "free-trade" "meeting" "truce" "ceasefire" "dispute" "feud" "standoff" "match" "game"
    "partnership" "military");

/// "US-led": done by the state, where "US-based" is a place.
const DONE_BY: &Words = words!("led" "backed" "owned" "brokered" "sponsored" "funded" "imposed" "controlled"
    "supported" "run" "occupied" "mediated" "trained" "armed" "supplied" "drafted" "dominated" "administered"
    "ordered" "declared" "installed" "appointed" "allied");

/// "'s" that is "is" or "has": "Iran's going", "Iran's not".
fn possessive_is_verb(scene: &Scene, mark: usize) -> bool {
    scene.is(mark + 1, words!("a" "an" "the" "not" "been" "going" "also" "still"))
}

/// "Helmand Province, Afghanistan", "Paris, France", "(France)".
fn address(scene: &Scene) -> Option<Sense> {
    let comma = scene.before(scene.at.first)?;
    let city = scene.before(comma)?;
    if scene.word(comma) == "," && scene.list.0 == scene.at.first && scene.is_capital(city) {
        let after = scene.word(scene.at.last + 1);
        let closes = matches!(after, "," | "." | ")" | ";" | "" | "(")
            || scene.is(scene.at.last + 1, words!("on" "in" "and" "where" "to"));
        let verb = scene.is_verb(scene.skip_adverbs(scene.skip_parenthesis(scene.at.last + 1)));
        // "an outbreak in Toronto, Canada has closed"
        let within = scene.before(city).filter(|&t| scene.is(t, words!("in" "near" "at" "outside")));
        let hangs = within.and_then(|t| scene.before(t)).is_some_and(|t| scene.tag(t).is_noun());
        if hangs && verb && after != "," && gazetteer::phrases(scene.document.tokens[city].hash).is_empty() {
            return Some(Sense::Place);
        }
        // "In 1821, Mexico gained" has no capital before the comma; "On Monday, Iran said" has a verb
        if closes && !(verb && after != ",") {
            return Some(Sense::Place);
        }
    }
    None
}

/// Whether a noun begins at a token, an adjective of its own before it or not.
pub(super) fn is_noun(scene: &Scene, at: usize) -> bool {
    scene.is_word(at)
        && !scene.is(at, FUNCTION_WORDS)
        && !scene.any(at, &[PlacePrep, ActorPrep, Be, Aux, ClauseOpener, Adverb])
        && (scene.tag(at).is_noun() || scene.tag(at).is_adj() || scene.is_capital(at))
}

/// "the Iraqi and Jordanian borders", "Chinese and foreign firms", "the UAE and Oman governments": one noun that
/// two names stand before.
pub(super) fn is_shared_modifier(scene: &Scene) -> bool {
    let adjective = |t: usize| {
        let hash = scene.document.tokens.get(t).map_or(0, |t| t.hash);
        gazetteer::phrases(hash).iter().any(|p| p.naming == Naming::Adjective)
    };
    let (last, noun) = (scene.list.1, scene.list.1 + 1);
    let own = scene.at.naming == Naming::Adjective;
    let short = scene.at.naming == Naming::Abbreviation;
    if last == scene.at.last {
        return (own || short)
            && scene.is(noun, words!("and" "or"))
            && scene.tag(noun + 1).is_adj()
            && scene.tag(noun + 2).is_noun();
    }
    let plural = scene.tag(noun) == Tag::NounPlural || scene.tag(noun + 1) == Tag::NounPlural;
    match adjective(last) {
        true => (own || short) && is_noun(scene, noun),
        false => plural && modifies(scene, noun),
    }
}

/// "Russian hacking", not "the Chinese hoping".
pub(super) fn is_deed(scene: &Scene, next: usize) -> bool {
    let people = scene.before(scene.at.first).is_some_and(|t| scene.is(t, words!("the" "some" "many" "most")));
    let gerund = scene.kind(next) == Some(Kind::Lower) && scene.word(next).ends_with("ing");
    matches!(scene.at.naming, Naming::Adjective | Naming::Abbreviation) && gerund && !people
}

fn is_modifier(scene: &Scene, next: usize) -> bool {
    scene.list.1 == scene.at.last && modifies(scene, next)
}

/// Whether the name or the list of names before `next` modifies what begins there.
fn modifies(scene: &Scene, next: usize) -> bool {
    // "a fellow US ally", "NATO ally Germany"
    if scene.is(next, words!("ally" "allies")) && !scene.is_capital(next) {
        return true;
    }
    if !scene.is_word(next) || scene.skip_adverbs(next) != next {
        return false;
    }
    // "the mayor's Peru travels came under fire"
    let owned = scene
        .before(scene.at.first)
        .is_some_and(|t| matches!(scene.word(t), "'s" | "’s") || scene.tag(t) == Tag::PronPoss);
    let travels = scene.kind(next) == Some(Kind::Lower)
        && scene.tag(next + 1).is_finite()
        && !scene.any(next, &[Aux, Be, Adverb]);
    if owned && travels && scene.is_word(next + 1) {
        return true;
    }
    if attributive(scene, next) || plural_subject(scene, next) {
        return true;
    }
    // "the UK Home Secretary"
    let home = scene.is(next, words!("home")) && scene.is_capital(next) && scene.is_capital(next + 1);
    let hacking = scene.at.naming == Naming::Abbreviation && is_deed(scene, next) && scene.tag(next + 1).is_noun();
    if home || hacking {
        return true;
    }
    let closed = [Aux, Be, PlacePrep, ActorPrep, ClauseOpener, Adverb];
    let tag = scene.tag(next);
    if scene.any(next, &closed)
        || scene.is(next, FUNCTION_WORDS)
        || matches!(
            tag,
            Tag::Adp | Tag::Part | Tag::Cconj | Tag::Sconj | Tag::Det | Tag::Pron | Tag::PronPoss | Tag::Num | Tag::Adv
        )
        || scene.kind(next) == Some(Kind::Number)
        || scene.is_verb(next)
    {
        return false;
    }
    let left = scene.left_word().0;
    // "must keep Haiti safe"
    let kept = words!("keep" "keeps" "keeping" "kept" "make" "makes" "making" "made" "leave" "leaves" "leaving" "left" "render" "renders" "rendered");
    let predicate = words!("safe" "strong" "great" "poor" "rich" "weak" "free" "whole" "secure" "vulnerable" "isolated" "dependent" "liable");
    if left.is_some_and(|t| scene.is(t, kept)) && scene.is(next, predicate) && !scene.tag(next + 1).is_noun() {
        return false;
    }
    // "with Japan emerging", "helping Haiti rebuild"
    if scene.word(next).ends_with("ing") && left.is_some_and(|t| scene.is(t, words!("with"))) {
        return false;
    }
    if left.is_some_and(|t| scene.has(t, ActorObject)) && scene.has(next, AgentVerb) && !scene.word(next).ends_with('s')
    {
        return false;
    }
    // "giving Ottawa time to reply": what it is given
    let given =
        words!("time" "permission" "leverage" "cover" "access" "room" "assurances" "reason" "credit" "ammunition");
    if left.is_some_and(|t| scene.has(t, ActorObject) || scene.is(t, words!("giving" "gives" "denying" "granting")))
        && scene.is(next, given)
        && scene.tag(next + 1) != Tag::Noun
    {
        return false;
    }
    // "Iran nuclear deal", not "Iran responsible for"
    // "the US illegal military presence"
    let short = scene.at.naming == Naming::Abbreviation;
    let second = || short && scene.tag(next + 1).is_adj() && scene.tag(next + 2).is_noun();
    let head = || scene.tag(next + 1).is_noun() || scene.is(next, words!("official")) || second();
    !tag.is_adj() || scene.is_word(next + 1) && head()
}

/// "Eastern Peru saw three floods": what a region goes through, and nobody does.
fn befalls(scene: &Scene, verb: usize) -> bool {
    let region = scene.before(scene.at.first).is_some_and(|t| {
        ["ern", "land", "ral", "tal"].iter().any(|end| scene.word(t).ends_with(end)) && scene.has(t, Directional)
    });
    let undergoes = words!("see" "sees" "saw" "has" "have" "had" "get" "gets" "got" "record" "records" "recorded" "experience" "experiences" "experienced" "suffer" "suffers" "suffered" "report" "reports" "reported" "face" "faces" "faced" "endure" "endures" "endured");
    region && scene.is(verb, undergoes) && !scene.tag(verb + 1).is_verb()
}

/// "US stocks rise", "Peru protests turn deadly": a plural with its plain verb, and no verb of the state's.
fn plural_subject(scene: &Scene, next: usize) -> bool {
    const PLAIN: &Words = words!("rise" "fall" "grow" "turn" "kill" "slide" "slip" "tumble" "plunge" "soar" "climb" "erupt" "continue" "resume"
        "begin" "spread" "threaten" "leave" "jump" "sink" "disrupt" "draw" "force" "deepen" "mount" "say" "shoot" "seize" "go" "hit" "end");
    let plural = scene.word(next).ends_with('s')
        || scene.is(next, words!("gunmen" "police" "men" "women" "people" "children" "fishermen"));
    scene.kind(next) == Some(Kind::Lower)
        && plural
        && scene.is(next + 1, PLAIN)
        // "UK reports rise in cases"
        && !scene.is(next + 2, words!("in" "of" "to"))
        && scene.is_line()
}

/// "new US funding comes", "unfair U.S. practices to", "the UK plans to", "hurt U.S. farming.": a noun must follow letters
/// that an adjective or a preposition leads to, and an activity without an object is a noun.
fn attributive(scene: &Scene, next: usize) -> bool {
    if scene.at.naming != Naming::Abbreviation || scene.kind(next) != Some(Kind::Lower) || scene.any(next, &[Aux, Be]) {
        return false;
    }
    let word = scene.word(next);
    let Some(before) = scene.before(scene.at.first) else { return false };
    let quality = scene.tag(before).is_adj()
        && !scene.any(before, &[Directional, LightAdjective])
        && !scene.is(before, words!("entire" "whole" "other" "divided" "same"));
    let fellow = scene.is(before, words!("fellow" "new" "former" "recent" "several" "many" "some" "most"));
    let nominal = scene.tag(next).is_noun() || word.ends_with("ing") || scene.has(next, VerbOrNoun);
    if (quality || fellow) && nominal {
        return true;
    }
    let left = scene.left_word().0;
    if scene.tag(next) == Tag::NounPlural && left.is_some_and(|t| scene.tag(t) == Tag::Adp) {
        return true;
    }
    let perceived = words!("with" "see" "sees" "saw" "seeing" "seen" "keep" "keeps" "kept" "find" "finds" "found" "left" "despite" "without");
    let after = next + 1;
    let ends =
        !scene.is_word(after) || scene.any(after, &[Aux, Be]) || scene.is(after, words!("of" "for" "and" "or" "by"));
    word.ends_with("ing") && word.len() > 5 && ends && !left.is_some_and(|t| scene.is(t, perceived))
}

/// Words that stand after a whole noun phrase, never in it.
pub(super) const FUNCTION_WORDS: &Words = words!("from" "because" "due" "than" "so" "v" "vs" "of" "to" "for" "on"
    "about" "under" "over" "during" "after" "before" "since" "until" "till" "upon" "per" "like" "including"
    "despite" "without" "except" "following" "amid" "the" "a" "an" "his" "her" "its" "their" "our" "my" "your" "he"
    "she" "it" "they" "we" "i" "you" "this" "these" "those" "there" "not" "n't" "as" "up" "down" "out" "off" "back"
    "away" "today" "yesterday" "tomorrow" "ago" "last" "next" "such" "every" "some" "any" "all" "monday" "tuesday"
    "wednesday" "thursday" "friday" "saturday" "sunday" "home" "abroad" "early" "late" "only" "just" "if" "rather"
    "where");

fn object(scene: &Scene, p: usize) -> Option<Sense> {
    if scene.is(p, words!("bordering" "borders" "border")) {
        return Some(Sense::Place);
    }
    if scene.has(p, PlaceObject) && !scene.has(p, ActorObject) {
        return Some(Sense::Place);
    }
    if scene.is(p, words!("including")) {
        return None;
    }
    // "Six states abstained: Algeria, Brazil and"
    if scene.word(p) == ":" {
        let from = p.saturating_sub(8).max(scene.start);
        let states = words!("countries" "nations" "states" "members" "governments");
        let listed = (from..p).any(|t| scene.is(t, states)) && (from..p).any(|t| scene.has(t, AgentVerb));
        return listed.then_some(Sense::Agent);
    }
    if scene.has(p, ActorObject) {
        return Some(Sense::Affected);
    }
    let past = scene.word(p).ends_with("ed") && scene.word(p).len() > 4;
    if (scene.tag(p).is_verb() || past) && scene.kind(p) == Some(Kind::Lower) && !scene.has(p, Be) {
        return Some(Sense::Affected);
    }
    None
}

/// "against the government and Beijing": the second of two under one preposition.
fn second_of_two(scene: &Scene, p: usize) -> Option<Sense> {
    if !scene.is(p, words!("and" "or")) {
        return None;
    }
    for t in (p.saturating_sub(6).max(scene.start)..p).rev() {
        if scene.is(t, words!("between" "against" "with")) {
            return Some(Sense::Partner);
        }
        if scene.is(t, words!("'s")) {
            continue;
        }
        if !scene.is_word(t)
            || scene.any(t, &[AgentVerb, PlacePrep, Be, Aux])
            || scene.is(t, words!("of" "to" "from" "for" "on" "by"))
        {
            return None;
        }
    }
    None
}

/// "Brazil 2-1 Chile": a number beside it.
fn is_score(scene: &Scene) -> bool {
    scene.kind(scene.at.last + 1) == Some(Kind::Number)
        && matches!(scene.word(scene.at.last + 2), "-" | "–")
        && scene.kind(scene.at.last + 3) == Some(Kind::Number)
}
