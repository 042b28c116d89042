//! Classes of words around the names of states, read from `state-words.txt`.
//! Says which words are of a kind; what follows from it is decided in `mentions`.

use std::sync::OnceLock;

use super::Table;
use crate::text::hash_word;

macro_rules! around {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// A class of words that tell how the name of a state is meant.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Around { $($variant),* }

        impl Around {
            fn named(name: &str) -> Option<Around> {
                match name { $($name => Some(Around::$variant),)* _ => None }
            }
        }
    };
}

around! {
    PlacePrep = "place-prep",
    ActorPrep = "actor-prep",
    Directional = "directional",
    LightAdjective = "light-adjective",
    Adverb = "adverb",
    Aux = "aux",
    Be = "be",
    AgentVerb = "agent-verb",
    VerbOrNoun = "verb-or-noun", // agent verbs whose base or -s form is as often a noun
    StateVerb = "state-verb",
    PlaceParticiple = "place-participle",
    PlaceObject = "place-object-verb",
    ActorObject = "actor-object-verb",
    MotionNoun = "motion-noun",
    MotionVerb = "motion-verb",
    ActorTo = "actor-to-word",
    ActorFrom = "actor-from-word",
    ActorOf = "actor-of-word",
    ActorOn = "actor-on-word",
    ActorFor = "actor-for-word",
    ActorOver = "actor-over-word",
    ActorIn = "actor-in-word",
    ActorPoss = "actor-poss",
    PlacePoss = "place-poss",
    PlaceThing = "place-thing",
    CityVerb = "city-verb",
    AgentAdjective = "agent-adjective",
    Government = "agency-noun",
    BeforePronoun = "pronoun-like",
    Team = "team-word",
    TeamWeak = "team-word-weak",
    ClauseOpener = "clause-opener",
    OrgTail = "org-tail",
    OrgHead = "org-head",
    UsState = "us-state",
    GeorgiaCountry = "georgia-country",
    GeorgiaUs = "georgia-us",
    Food = "food",
    PersonBefore = "family-rel",
    BeforeLanguage = "language-before",
    Friar = "friar",
    Accuse = "accuse",
    Deny = "deny",
    Accusation = "accusation",
    AttackNoun = "attack-noun",
    AttackVerb = "attack-verb",
    Visit = "visit",
    GivenName = "given-name",
    Institution = "institution",
    ClubHead = "club-head",
    Federation = "federation", // what stands before a country in the name of its federation or agency
    Weapon = "weapon", // what strikes a town, not its government
}

impl Around {
    pub fn bit(self) -> u64 {
        1u64 << (self as u8)
    }
}

/// Lists of verbs: their regular forms are made here.
const VERBS: &[&str] =
    &["city-verb", "agent-verb", "place-object-verb", "actor-object-verb", "motion-verb", "state-verb"];

/// The classes of a word, as a bit set of `Around::bit`.
pub fn around(hash: u64) -> u64 {
    static SHARED: OnceLock<Table<u64>> = OnceLock::new();
    SHARED.get_or_init(read).get(hash).copied().unwrap_or(0)
}

fn read() -> Table<u64> {
    let mut words: Table<u64> = Table::default();
    let mut class = None;
    let mut verbs = false;
    for line in include_str!("state-words.txt").lines().filter(|l| !l.starts_with('#')) {
        if let Some(name) = line.strip_prefix("== ") {
            class = Around::named(name.trim());
            verbs = VERBS.contains(&name.trim());
            continue;
        }
        let Some(class) = class else { continue };
        for word in line.split_whitespace() {
            *words.entry(hash_word(word)) |= class.bit();
            if verbs {
                for form in regular_forms(word) {
                    *words.entry(hash_word(&form)) |= class.bit();
                }
            }
        }
    }
    words
}

/// -s, -ed and -ing of a verb. Irregular forms stand in the list itself; the regular forms that such
/// a form would get ("saided") are no words, so they do no harm.
fn regular_forms(verb: &str) -> [String; 3] {
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    let consonant_y = verb.ends_with('y') && !verb.ends_with("ay") && !verb.ends_with("oy") && !verb.ends_with("ey");
    let third = if consonant_y {
        format!("{}ies", &verb[..verb.len() - 1])
    } else if ["s", "sh", "ch", "x", "z"].iter().any(|end| verb.ends_with(end)) {
        format!("{verb}es")
    } else {
        format!("{verb}s")
    };
    let past = if consonant_y { format!("{}ied", &verb[..verb.len() - 1]) } else { format!("{stem}ed") };
    [third, past, format!("{stem}ing")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_known_and_verbs_are_inflected() {
        for name in include_str!("state-words.txt").lines().filter_map(|l| l.strip_prefix("== ")) {
            assert!(Around::named(name.trim()).is_some(), "{name}");
        }
        for form in ["denied", "denies", "denying", "urged", "urging", "launches", "said", "won"] {
            assert_ne!(around(hash_word(form)) & Around::AgentVerb.bit(), 0, "{form}");
        }
    }
}
