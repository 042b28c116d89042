//! What the words beside a state's name make of it: a longer name, a ship, a club, a namesake abroad.
//! Looks at the neighbours only; who is a person and what a language is `ambiguity` decides.

use super::scene::Scene;
use crate::lexicon::gazetteer::{self, Naming};
use crate::lexicon::state_words::Around::*;
use crate::text::Kind;
use crate::words;

/// What the words beside a name make of it: a ship, a pronoun, a namesake abroad, somebody.
pub(super) fn by_neighbours(scene: &Scene, code: &str) -> Option<&'static str> {
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
    // "in Washington, Pennsylvania and California", "California or Washington": the state of that name
    let listed = |t: Option<usize>| t.is_some_and(|t| scene.is_capital(t) && scene.has(t, UsState));
    let joins = |t: usize| scene.word(t) == "," || scene.is(t, words!("and" "or"));
    let parted = previous.filter(|&t| joins(t)).and_then(|t| scene.before(t));
    let beside = listed(Some(next + 1)) && joins(next) && !matches!(scene.word(next + 2), "." | ";" | "");
    if scene.is(at.first, words!("washington"))
        && at.first == at.last
        && (beside || listed(parted))
        && scene.word(next) != "'s"
    {
        return Some("us-state");
    }
    if scene.is(at.first, words!("washington")) && at.first == at.last && ends_address(scene) {
        return Some("us-state");
    }
    // "(Ana Malta/AFP)": who took the picture
    if scene.word(next) == "/" && scene.kind(next + 1) == Some(Kind::Upper) && previous.is_some_and(capital) {
        return Some("byline");
    }
    // "$45,000 US"
    let money = previous.filter(|&t| scene.kind(t) == Some(Kind::Number)).and_then(|t| scene.before(t));
    if at.naming == Naming::Abbreviation && money.is_some_and(|t| scene.word(t) == "$") {
        return Some("currency");
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
    // "Real Madrid"
    let clubs = words!("real" "atletico" "atlético" "dynamo" "dinamo" "lokomotiv" "cska" "partizan" "hertha" "sparta" "spartak");
    if at.naming == Naming::Capital && previous.is_some_and(|t| scene.is(t, clubs) && capital(t)) {
        return Some("club");
    }
    if previous.is_some_and(|t| scene.is(t, club) && scene.kind(t) == Some(Kind::Upper)) && !scene.capitals {
        return Some("club");
    }
    // "as a PNG, not a JPEG"
    let picture = words!("jpeg" "jpg" "gif" "svg" "pdf" "file" "files" "logo" "image" "format" "pixels" "transparent");
    if scene.word(at.first) == "PNG" && (scene.start..scene.end).any(|t| scene.is(t, picture)) {
        return Some("file");
    }
    // "Poles snapped under the ice": people only in a story about their country
    let fruit = scene.is(at.first, words!("kiwi" "kiwis")) && scene.list == (at.first, at.last);
    let thing = fruit || matches!(scene.word(at.first), "Poles" | "Danes" | "Turkeys") && at.first == scene.start;
    let acts = scene.any(next, &[AgentVerb, Aux, Be])
        || scene.is(next, words!("voted" "went" "living" "who" "have" "will" "say" "said" "want" "vote"));
    let home = words!("poland" "polish" "warsaw" "zealand" "denmark" "danish" "copenhagen" "turkey" "turkish");
    if thing && !acts && !scene.document.tokens.iter().any(|t| home.contains(&t.hash)) {
        return Some("things");
    }
    // "Mali, the only elephant in the zoo,"
    let animal = words!("elephant" "rhino" "rhinoceros" "tiger" "lion" "lioness" "bear" "gorilla" "panda" "giraffe" "dog" "cat" "horse" "mare" "gelding" "colt"
        "whale" "orca" "hippo" "chimpanzee" "orangutan" "parrot" "tortoise" "labrador" "terrier" "spaniel" "pony" "bull" "cow");
    if scene.word(next) == ","
        && scene.is(next + 1, words!("the" "a" "an"))
        && (next + 2..next + 8).take_while(|&t| scene.kind(t) == Some(Kind::Lower)).any(|t| scene.is(t, animal))
    {
        return Some("animal");
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

/// "A bakery in Tacoma, Washington sells": a town before it, and no verb before that.
fn ends_address(scene: &Scene) -> bool {
    let comma = scene.before(scene.at.first).filter(|&t| scene.word(t) == ",");
    let Some(comma) = comma else { return false };
    let town = (scene.start..comma).rev().find(|&t| !scene.is_capital(t));
    let Some(near) = town.filter(|&t| t + 1 < comma && scene.has(t, PlacePrep)) else { return false };
    let hangs = scene.before(near).is_some_and(|t| scene.tag(t).is_noun());
    let known = |t: usize| scene.document.tokens.get(t).is_some_and(|t| !gazetteer::phrases(t.hash).is_empty());
    hangs
        && !known(near + 1)
        && !scene.any(scene.start, &[PlacePrep, ActorPrep, ClauseOpener])
        && !(scene.start..near).any(|t| scene.tag(t).is_verb() || scene.any(t, &[Aux, Be]))
}

/// "Turkish Airlines", "Korea Herald", "Bank of China", "Mozambique Channel".
pub(super) fn inside_a_name(scene: &Scene) -> bool {
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
        // "the United States Conference of Mayors"
        let named_for =
            scene.is(at.last + 1, words!("conference" "association" "chamber" "federation" "confederation"));
        let tail = tail
            || matches!(at.naming, Naming::Name | Naming::Adjective)
                && named_for
                && scene.is_capital(at.last + 1)
                && scene.is(at.last + 2, words!("of"));
        // "HSBC Bank Malta plc", "the American University of Kabul"
        let firm = scene.is(at.last + 1, words!("plc" "ltd" "limited" "inc" "bhd")) && at.naming != Naming::Adjective;
        let school = scene.is(at.last + 1, words!("university" "college")) && scene.is_capital(at.last + 1);
        if firm || school {
            return true;
        }
        // in a headline with capitals throughout, only a tail that stands right behind it
        if tail && (!scene.title_case || scene.has(at.last + 1, OrgTail)) {
            return true;
        }
        if scene.word(at.last + 1) == "&" && scene.is_capital(at.last + 2) {
            return true;
        }
    }
    // "HSBC Malta", "HSBC Bank Malta": a firm's branch
    let acronym = |t: usize| {
        scene.kind(t) == Some(Kind::Upper)
            && scene.word(t).len() >= 3
            && scene.word(t).chars().all(|c| c.is_uppercase())
            && gazetteer::phrases(scene.document.tokens.get(t).map_or(0, |t| t.hash)).is_empty()
            && !scene.any(t, &[Institution, ClauseOpener, Adverb])
            && !scene.is(t, words!("war" "new" "pre" "post" "pro" "anti" "and" "the" "for" "non" "mid" "nato" "covid"))
    };
    let bank = |t: usize| scene.is(t, words!("bank")) && scene.is_capital(t);
    let branch = scene.before(at.first).and_then(|t| if bank(t) { scene.before(t) } else { Some(t) });
    let opens = branch == Some(scene.start) && scene.is_line();
    if at.naming == Naming::Name && !scene.title_case && !scene.capitals && !opens && branch.is_some_and(acronym) {
        return true;
    }
    // "Football Australia", "Tourism Ireland", "Air Berlin": a federation, agency or airline
    let federation = (at.naming == Naming::Name
        || at.naming == Naming::Capital && scene.before(at.first).is_some_and(|t| scene.is(t, words!("air"))))
        && !scene.title_case
        && !scene.capitals
        && scene
            .before(at.first)
            .is_some_and(|t| scene.is_capital(t) && scene.has(t, Federation) && !scene.is(at.last + 1, words!("'s")));
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
