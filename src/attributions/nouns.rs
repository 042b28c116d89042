//! Sources without a name: "a senior official", "villagers", "the report", "the company".
//! Judges by the noun and what it belongs to; whether it was named before is for the listener.

use super::cast::{self, ACADEMIC, Affiliation, Cast, GROUP, STATE};
use super::kinds::{Who, noun_gender, text};
use super::naming::{self, Determiner, GROUPS, Naming, PERSONS};
use super::persons::{REPRESENTATIVES, person_kind};
use super::reader::Range;
use crate::lexicon::{Class, Classes};
use crate::text::{Document, Tag, Words};
use crate::words;

/// Singular words for more than one.
const MANY: &Words = words!("public" "everyone" "everybody" "nobody" "one" "half" "majority" "minority" "plurality" "audience" "electorate" "citizenry"
    "population" "elite" "crowd" "community" "internet" "poor" "rich" "thirds" "quarters" "fifths" "tenths");

/// A source without a name.
pub(super) fn by_noun(document: &Document, cast: &Cast, naming: &Naming, range: Range) -> Who {
    let head = naming.noun.unwrap_or(naming.core.1);
    let (classes, plural) = naming::noun(document, head);
    let plural = plural || naming.plural || document.any(head, MANY);
    let hash = document.tokens.get(head).map_or(0, |t| t.hash);
    let has = |class: Class| classes & class.bit() != 0;
    let described = naming.tail.is_some() || !naming.asides.is_empty();
    let mut affiliation = cast.affiliation(document, (naming.core.0, head.saturating_sub(1).max(naming.core.0)));
    if naming.core.0 == head {
        affiliation = 0;
    }
    for part in naming.possessor.iter().chain(naming.tail.iter()).chain(naming.asides.iter()) {
        affiliation |= cast.affiliation(document, *part);
    }
    // "advisers to Mr. Obama": those who serve somebody in office
    let served = naming.possessor.iter().chain(naming.tail.iter()).any(|part| {
        let last = (part.0..=part.1).rev().find(|&t| document.tokens.get(t).is_some_and(|k| k.is_capital()));
        last.and_then(|t| cast.member_at(document, (t, t))).is_some_and(|m| m.person && cast.in_office(m))
    });
    if served {
        affiliation |= STATE;
    }
    let owner = (range.0..=range.1).find_map(|t| cast.state_at(t)).map(|m| m.entity.clone());
    let label = text(document, naming.core);
    // "the Association of Coast Guards": all of the name, where its nouns alone would be many groups'
    let of = naming.tail.filter(|t| {
        let capital = |t: usize| document.tokens.get(t).is_some_and(|t| t.is_capital());
        capital(head)
            && document.any(t.0, words!("of" "for"))
            && (t.0 + 1..=t.1).any(capital)
            && (t.0 + 1..=t.1).all(|t| capital(t) || document.any(t, words!("and" "the" "of" "for" "a" "&")))
    });
    let slug = cast::slug(&of.map_or_else(|| label.clone(), |t| text(document, (naming.core.0, t.1))));
    // "Another source" is not the one before
    let other = naming.core.0 > 0 && document.is(naming.core.0 - 1, "another");
    let slug = if other { format!("another-{slug}") } else { slug };
    let definite = naming.determiner == Determiner::Definite;
    let who = Who {
        name: label,
        state: owner.filter(|o| !o.starts_with("org:")),
        plural,
        noun: hash,
        anaphor: definite,
        gender: noun_gender(document, head),
        ..Who::nobody()
    };
    let person_like = classes & PERSONS != 0;
    let group_like = classes & GROUPS != 0;
    // a body is a body even where its word may also mean people ("regulator", "police")
    let authorities = document.is(head, "authorities");
    // "an army of volunteers"
    if document.is(head, "army") && naming.tail.is_some_and(|t| document.is(t.0, "of") && naming::noun(document, t.1).1)
    {
        return Who { kind: "crowd", rung: 6, entity: Some(format!("crowd:{slug}")), plural: true, ..who };
    }
    if has(Class::BodyNoun)
        && (authorities || !(person_like && (plural || naming.determiner == Determiner::Indefinite)))
    {
        let private = affiliation & (GROUP | ACADEMIC) != 0 && affiliation & STATE == 0
            || document.any(head, words!("board" "jury" "committee" "panel" "delegation" "city" "town" "state" "team"))
                && affiliation & GROUP != 0;
        let rung = if plural && naming.determiner == Determiner::Counted {
            6
        } else if naming.determiner == Determiner::Indefinite {
            5
        } else {
            4
        };
        return Who {
            kind: if private { "organisation" } else { "official" },
            rung,
            entity: Some(format!("{}:{slug}", if private { "org" } else { "body" })),
            plural: false,
            ..who
        };
    }
    if person_like || has(Class::CrowdNoun) && !group_like {
        return person(document, naming, who, classes, affiliation, described, slug);
    }
    // "The Post" is a paper, "the post" what somebody posted
    let paper = has(Class::MediaNoun) && document.tokens.get(head).is_some_and(|t| t.is_capital());
    if has(Class::DocumentNoun) && !paper {
        if document.is(head, "reports") && naming.core.0 == head && naming.determiner == Determiner::None {
            return Who { kind: "outlet", rung: 6, entity: Some("crowd:reports".to_owned()), ..who };
        }
        return Who { kind: "document", rung: 2, entity: Some(format!("doc:{slug}")), plural: false, ..who };
    }
    if has(Class::MediaNoun) && !has(Class::OrganisationNoun) {
        return Who { kind: "outlet", rung: if plural { 6 } else { 4 }, entity: Some(format!("org:{slug}")), ..who };
    }
    if has(Class::OrganisationNoun) {
        let rung = match (plural, naming.determiner) {
            (true, Determiner::Definite | Determiner::Possessive) => 4,
            (true, _) => 6,
            (_, Determiner::Indefinite) => 5,
            _ => 4,
        };
        return Who {
            kind: if plural && rung == 6 { "crowd" } else { "organisation" },
            rung,
            entity: Some(format!("org:{slug}")),
            plural: false,
            ..who
        };
    }
    unknown(document, naming, who, head, slug)
}

fn person(
    document: &Document,
    naming: &Naming,
    who: Who,
    classes: Classes,
    affiliation: Affiliation,
    described: bool,
    slug: String,
) -> Who {
    let has = |class: Class| classes & class.bit() != 0;
    let plural = who.plural;
    let anonymous = has(Class::AnonymousNoun) && !has(Class::ExecutiveNoun) && !has(Class::OfficialNoun)
        || document.any(naming.noun.unwrap_or(0), words!("source" "sources" "insider" "insiders" "aide" "aides"));
    let kind = if anonymous {
        let official = REPRESENTATIVES.contains(&who.noun) && affiliation & STATE != 0 && affiliation & GROUP == 0;
        let briefed = naming.tail.is_some_and(|t| document.any(t.0, words!("familiar" "briefed" "close" "with")));
        match () {
            _ if official => "official",
            _ if has(Class::CrowdNoun) && plural && !briefed => "crowd",
            _ if has(Class::WitnessNoun) && !briefed => "witness",
            _ => "anonymous",
        }
    } else if plural && has(Class::CrowdNoun) && !has(Class::ExpertNoun) && !has(Class::OfficialNoun) {
        "crowd"
    } else {
        match person_kind(classes, affiliation, who.noun) {
            // an unnamed hand of an organisation that is no spokesperson
            "organisation" if !plural && REPRESENTATIVES.contains(&who.noun) => "anonymous",
            "organisation" if plural && has(Class::CrowdNoun) => "crowd",
            "witness" if plural && has(Class::CrowdNoun) => "crowd",
            kind => kind,
        }
    };
    let rung = match plural {
        false => 5,
        true if kind == "official" => 5,
        true if naming.determiner == Determiner::Counted
            && !document.any(
                naming.core.0.saturating_sub(1),
                words!("of" "some" "many" "several" "few" "most" "other" "all" "various" "numerous" "more" "both"),
            ) =>
        {
            5
        }
        true if described
            && naming
                .tail
                .is_some_and(|t| document.any(t.0, words!("familiar" "briefed" "close" "with" "involved"))) =>
        {
            5
        }
        // "aides to the senator", "allies of the mayor": few, and known by whom they serve
        true if naming.tail.is_some() && REPRESENTATIVES.contains(&who.noun) => 5,
        true if matches!(naming.determiner, Determiner::Possessive) && has(Class::Kinship) => 5,
        true => 6,
    };
    let prefix = if plural { "crowd" } else { "unnamed" };
    Who { kind, rung, entity: Some(format!("{prefix}:{slug}")), person: !plural, ..who }
}

/// Whether a noun in the singular looks like one for a person: "reviewer", "violinist".
pub(super) fn is_agentive(noun: &str) -> bool {
    noun.len() > 4
        && ["er", "or", "ist", "ian", "eer", "man", "woman", "ster", "ee", "ant"].iter().any(|e| noun.ends_with(e))
}

/// A noun that no list knows.
fn unknown(document: &Document, naming: &Naming, who: Who, head: usize, slug: String) -> Who {
    let word = document.word(head).to_lowercase();
    let stem = word.strip_suffix('s').filter(|_| who.plural).unwrap_or(&word);
    let agentive = is_agentive(stem);
    let relative =
        naming.asides.iter().any(|a| document.is(a.0, "who")) || naming.tail.is_some_and(|t| document.is(t.0, "who"));
    let number = document.tokens.get(head).is_some_and(|t| t.kind == crate::text::Kind::Number);
    let pronominal = number || document.any(head, words!("others" "some" "many" "most" "several" "few" "both" "all" "those" "two" "three" "one" "none" "percent" "cent" "%" "third" "thirds" "quarter" "quarters" "half" "dozens" "hundreds" "thousands" "millions"));
    let counted =
        naming.determiner == Determiner::Counted && document.any(head, words!("whom" "them" "those" "us" "which"));
    if pronominal || counted || ((agentive || relative) && who.plural) {
        return Who { kind: "crowd", rung: 6, entity: Some(format!("crowd:{slug}")), plural: true, sure: 0.8, ..who };
    }
    if agentive || relative {
        return Who {
            kind: "witness",
            rung: 5,
            entity: Some(format!("unnamed:{slug}")),
            person: true,
            sure: 0.8,
            ..who
        };
    }
    if matches!(document.tag(head), Tag::Propn)
        || document.tokens.get(head).is_some_and(|t| t.is_capital() && head != naming.core.0)
    {
        return Who { kind: "organisation", rung: 4, entity: Some(format!("org:{slug}")), sure: 0.7, ..who };
    }
    // a thing "shows" or "suggests": nobody says it
    Who { kind: "none", rung: 7, entity: None, sure: 0.6, ..who }
}
