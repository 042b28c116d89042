//! Sources with a proper name: is it a person or an organisation, and what kind of source is a person
//! so described. Reads names and descriptions; offices of state are known from the mentions.

use super::cast::{self, ACADEMIC, Affiliation, Cast, GROUP, MEDIA, NAMED, STATE};
use super::kinds::{Who, text};
use super::naming::{self, Determiner, GROUPS, Naming, PERSONS};
use super::reader::Range;
use crate::chunks;
use crate::lexicon::state_words::{self, Around};
use crate::lexicon::{self, Class, Classes, bits, gazetteer};
use crate::mentions::people::Gender;
use crate::text::{Document, Tag, Words};
use crate::words;

const SPOKES: &Words =
    words!("spokesman" "spokeswoman" "spokesperson" "spokespeople" "spokesmen" "spokeswomen" "spokespersons");

pub(super) const REPRESENTATIVES: &Words = words!("representative" "representatives" "aide" "aides" "adviser" "advisers" "advisor" "advisors" "ally" "allies" "delegate" "delegates" "operative" "operatives" "staffer" "staffers");

/// Offices of states, and also of companies, clubs and unions: what they belong to decides.
const EITHER: &Words = words!("president" "secretary" "chief" "leader" "leaders" "director" "chairman" "chairwoman" "chair" "head" "member" "members"
    "commander" "captain" "treasurer" "speaker" "deputy" "general-secretary" "secretary-general" "administrator" "commissioner"
    "auditor" "officer" "officers" "investigator" "investigators" "superintendent" "whip" "clerk" "manager" "coordinator" "counsel"
    "negotiator" "negotiators" "agent" "agents" "official" "officials" "chiefs" "bosses" "elder" "elders" "inspector" "organizer" "private" "general" "warden"
    "editor" "regulator" "regulators" "mediator" "delegation" "vice-president" "cofounder" "soldier" "soldiers");

/// What firms and people are alike.
const FIRMS: &Words = words!("producer" "developer" "maker" "operator" "broker" "trader" "lender" "publisher" "retailer" "supplier" "builder" "miner" "contractor"
    "distributor" "manufacturer" "insurer" "carrier" "owner" "consultant" "provider" "processor" "exporter" "importer" "grower" "shipper" "brewer" "baker");

pub(super) const JOURNALISTS: &Words = words!("journalist" "journalists" "reporter" "reporters" "correspondent" "correspondents" "photographer" "photographers" "cameraman"
    "columnist" "anchor" "host" "presenter" "newsman" "editor" "crew" "team" "videographer" "broadcaster" "staff" "newspaper" "bureau");

const LAWYERS: &Words =
    words!("lawyer" "lawyers" "attorney" "attorneys" "solicitor" "solicitors" "barrister" "barristers");

/// A proper name in the core or in an aside: a person or an organisation.
pub(super) fn by_name(document: &Document, cast: &Cast, naming: &Naming) -> Option<Who> {
    let aside = || {
        naming.asides.iter().find_map(|a| {
            let inner = naming::read_segment(document, *a);
            let first = inner.core.0 + usize::from(lexicon::has(document.tokens.get(inner.core.0), Class::Honorific));
            // … or "the hydrologist Peter Mwale"
            // … "her mother, former presenter Ana Lowe"
            let kin = naming.noun.is_some_and(|n| lexicon::has(document.tokens.get(n), Class::Kinship));
            let apposed = |n: Range| {
                let noun = inner.noun.filter(|&noun| naming::noun(document, noun).0 & PERSONS != 0);
                (inner.determiner == Determiner::Definite || kin && inner.determiner == Determiner::None)
                    && n.0 < n.1
                    && noun.is_some_and(|noun| noun + 1 == n.0)
            };
            let name = inner.name.filter(|&n| {
                inner.possessor.is_none() && (n.0 == first && inner.determiner == Determiner::None || apposed(n))
            })?;
            let person = cast.member_at(document, name).is_none_or(|m| m.person) && cast.state_at(name.1).is_none();
            (person
                && !naming.plural
                && naming
                    .noun
                    .is_some_and(|n| naming::noun(document, n).0 & PERSONS != 0 || cast.state_at(n).is_none()))
            .then_some(name)
        })
    };
    // "Secretary of State Mike Pompeo", "China's ambassador to Britain Liu Xiaming"
    let in_tail = || {
        let tail = naming.tail?;
        let noun = naming.noun?;
        let office = naming::noun(document, noun).0 & bits(&[Class::OfficialNoun, Class::ExecutiveNoun]) != 0;
        if !office || naming.plural || !matches!(naming.determiner, Determiner::None | Determiner::Possessive) {
            return None;
        }
        let end = tail.1;
        // "CEO of the Refugee Council Enver Solomon": what follows the group's name is a person's
        let group = (tail.0..=end).rev().find(|&t| naming::noun(document, t).0 & GROUPS != 0);
        if let Some(group) = group.filter(|g| (2..=3).contains(&(end - g)))
            && (group..=end).all(|t| document.tokens.get(t).is_some_and(|k| k.is_capital()))
        {
            return Some((group + 1, end));
        }
        let name = cast.seen.iter().rev().find(|(t, m)| {
            *t > tail.0
                && *t <= end
                && cast.members.get(*m as usize).is_some_and(|m| m.person && m.sure && t + (m.name.1 - m.name.0) >= end)
        })?;
        // "aide to Mr. Obama": the name is the complement, not the holder
        let held = name.0 > tail.0 + 1
            && document.tokens.get(name.0 - 1).is_some_and(|t| t.is_capital())
            && !lexicon::has(document.tokens.get(name.0 - 1), Class::Honorific);
        held.then_some((name.0, end))
    };
    let (name, in_aside) = match naming.name {
        Some(name) => (name, false),
        None => aside().map(|n| (n, true)).or_else(|| in_tail().map(|n| (n, false)))?,
    };
    let member = cast.member_at(document, name);
    // "the FIR": letters that are a paper's
    let letters = |t: usize| document.tokens.get(t).is_some_and(|k| k.kind == crate::text::Kind::Upper);
    let headline = document
        .sentences
        .get(document.sentence_of(name.0))
        .is_some_and(|s| s.range().all(|t| document.tokens[t].kind != crate::text::Kind::Lower));
    // "CBS DFW": a station
    if name.0 + 1 == name.1
        && letters(name.0)
        && letters(name.1)
        && !headline
        && cast.member_at(document, name).is_none_or(|m| !m.sure)
    {
        return Some(organisation(document, cast, naming, name, None, 0));
    }
    if name.0 == name.1 && letters(name.0) && lexicon::has(document.tokens.get(name.0), Class::DocumentNoun) {
        return None;
    }
    let honorific = name.0 > 0 && lexicon::has(document.tokens.get(name.0 - 1), Class::Honorific);
    let own_noun = naming.noun.map_or(0, |n| naming::noun(document, n).0);
    let aside_noun = naming.asides.iter().filter_map(|a| {
        if document.any(a.0, words!("who" "whose")) {
            return Some((Class::PersonNoun.bit(), 0));
        }
        let inner = naming::read_segment(document, *a);
        inner.noun.filter(|_| inner.name.is_none()).map(|n| (naming::noun(document, n).0, n))
    });
    let mut classes = own_noun;
    let mut noun_hash = naming.noun.and_then(|n| document.tokens.get(n)).map_or(0, |t| t.hash);
    let mut noun_token = naming.noun;
    for (aside_classes, token) in aside_noun {
        if classes & (PERSONS & !Class::PersonNoun.bit()) == 0 {
            classes |= aside_classes;
            if token > 0 {
                noun_hash = document.tokens.get(token).map_or(0, |t| t.hash);
                noun_token = Some(token);
            }
        }
    }
    // "U.N. Women", "Air France": a state inside a longer name is part of an organisation's
    let of_state = name.0 < name.1
        && cast.state_at(name.0).is_some_and(|m| m.kind != "demonym")
        && cast.state_at(name.1).is_none();
    // "Environment Canada", "HSBC Malta": a branch in a state; "SMS Siemag": letters before a word
    // … "Tourism Ireland", whose state is not marked
    let federation =
        |t: usize| document.tokens.get(t).is_some_and(|t| state_words::around(t.hash) & Around::Federation.bit() != 0);
    let ends_in_state = name.0 < name.1
        && (cast.state_at(name.1).is_some_and(|m| m.kind != "demonym")
            || federation(name.0)
                && document.tokens.get(name.1).is_some_and(|t| !gazetteer::phrases(t.hash).is_empty()));
    let upper = |t: usize| document.tokens.get(t).is_some_and(|k| k.kind == crate::text::Kind::Upper);
    let letters = name.0 < name.1
        && upper(name.0)
        && !upper(name.0 + 1)
        && document.word(name.0).len() >= 3
        && !document.word(name.0).contains('.');
    let group_name = of_state
        || ends_in_state
        || letters
        || (name.0..=name.1).any(|t| {
            naming::noun(document, t).0 & GROUPS != 0 && (t == name.1 || naming::noun(document, t).0 & PERSONS == 0)
        });
    let the = naming.determiner == Determiner::Definite && naming.noun.is_none() && !honorific;
    let acronym = name.0 == name.1
        && document.tokens.get(name.0).is_some_and(|t| t.kind == crate::text::Kind::Upper)
        && document.word(name.0).len() <= 6;
    let single = name.0 == name.1;
    let age = naming
        .asides
        .iter()
        .any(|a| a.0 == a.1 && document.tokens.get(a.0).is_some_and(|t| t.kind == crate::text::Kind::Number));
    // "Telkarit, a rival of Safaricom": one word that nobody bears, beside what firms are called
    let maker = |a: &Range| {
        chunks::noun_phrase_end(document, a.0, a.1 + 1).is_some_and(|n| {
            document.any(n, FIRMS) || document.any(n, words!("rival" "competitor" "subsidiary" "unit" "arm"))
        })
    };
    let firm = single
        && !honorific
        && !age
        && member.is_none_or(|m| m.gender == Gender::Unknown)
        && !cast.given_name(document, name.0)
        && naming.asides.iter().any(maker);
    let described = !firm && (honorific || classes & PERSONS != 0 || age || in_aside);
    // "… said its clinic": what a sentence calls "it" is nobody
    let known = member.is_some_and(|m| m.person && m.name.0 < m.name.1 && cast.given_name(document, m.name.0));
    let neuter = !described && !known && !cast.given_name(document, name.0) && neuter_follows(document, name.1);
    let person = match member {
        // "the lithium producer Karratha Metals": a firm makes and sells too, and has no given name
        _ if naming.name.is_some()
            && naming.noun.is_some_and(|n| document.any(n, FIRMS) && n > naming.core.0)
            && !single
            && !honorific
            && !cast.given_name(document, name.0)
            && !member.is_some_and(|m| m.gender != Gender::Unknown) =>
        {
            false
        }
        // "the regional daily Sud Ouest": a paper or group and its name
        _ if own_noun & GROUPS != 0
            && own_noun & PERSONS == 0
            && naming.noun.is_some_and(|n| n + 1 == name.0)
            && !honorific
            && !cast.given_name(document, name.0) =>
        {
            false
        }
        // "the water company, Thames South,": the aside names what the noun calls a group
        _ if in_aside && own_noun & GROUPS != 0 && own_noun & PERSONS == 0 => false,
        _ if firm => false,
        Some(m) if neuter && m.classes & PERSONS == 0 => false,
        None if neuter => false,
        Some(m) if m.person && (m.sure || described) => true,
        Some(m) if !m.person => described && !group_name && classes & GROUPS == 0,
        _ if described => classes & GROUPS == 0 || honorific,
        _ if group_name || the || acronym || (naming.plural && single) => false,
        Some(_) => true,
        // "Amanda said": a given name alone
        None => !single || cast.given_name(document, name.0),
    };
    if !person {
        return Some(organisation(document, cast, naming, name, member.map(|m| m.entity.clone()), own_noun));
    }
    // everything the story says about this person
    let mut affiliation = cast.affiliation(document, (naming.core.0, name.0.saturating_sub(1).max(naming.core.0)));
    if name.0 == naming.core.0 {
        affiliation = 0;
    }
    if let Some(possessor) = naming.possessor {
        affiliation |= cast.affiliation(document, possessor);
    }
    if let Some(tail) = naming.tail {
        affiliation |= cast.affiliation(document, tail);
    }
    for aside in &naming.asides {
        affiliation |= cast.belonging(document, *aside);
    }
    let mut all = classes;
    if let Some(m) = member {
        if all & (PERSONS & !Class::PersonNoun.bit()) == 0 {
            all |= m.classes;
            noun_hash = if noun_hash == 0 { m.noun } else { noun_hash };
        }
        affiliation |= m.affiliation;
    }
    let mut kind = person_kind(all, affiliation, noun_hash);
    // "Dr. Lind of the Department of Health": who serves a body speaks for it
    let serves = |tail: Range| {
        let body = || (tail.0..=tail.1).any(|t| cast.official_at(t).is_some_and(|m| m.kind == "body"));
        document.any(tail.0, words!("of" "from" "with")) && body()
    };
    let office = EITHER.contains(&noun_hash) || SPOKES.contains(&noun_hash);
    if noun_hash == 0 && kind == "expert" && naming.tail.is_some_and(serves)
        || office && kind == "organisation" && naming.asides.iter().any(|a| serves_in(document, cast, *a))
    {
        kind = "official";
    }
    if all & PERSONS == 0 && kind == "witness" && member.is_some_and(|m| cast.household(document, m)) {
        kind = "organisation";
    }
    let (entity, display, gender, state) = match member {
        Some(m) => (m.entity.clone(), text(document, m.name), m.gender, m.state.clone()),
        None => (format!("person:{}", cast::slug(&text(document, name))), text(document, name), Gender::Unknown, None),
    };
    let _ = noun_token;
    Some(Who {
        kind,
        rung: 3,
        entity: Some(entity),
        name: display,
        state,
        person: true,
        gender,
        noun: noun_hash,
        sure: if all == 0 { 0.85 } else { 1.0 },
        ..Who::nobody()
    })
}

/// "the chief of the press service for the Ministry of Defence": whether what describes somebody ends in a body.
fn serves_in(document: &Document, cast: &Cast, (first, last): Range) -> bool {
    let body = |t: usize| cast.official_at(t).is_some_and(|m| m.kind == "body" && m.tokens.0 == t);
    (first + 1..=last).any(|t| {
        let article = usize::from(document.is(t, "the"));
        document.any(t - 1, words!("of" "for" "at" "in")) && body(t + article)
    })
}

/// Whether the first personal pronoun after a name in its sentence is "it".
fn neuter_follows(document: &Document, last: usize) -> bool {
    let Some(sentence) = document.sentences.get(document.sentence_of(last)) else { return false };
    let pronoun = (last + 1..sentence.end.min(last + 25)).find(|&t| {
        document.any(t, words!("its" "it" "he" "she" "his" "her" "him" "they" "their" "i" "we"))
            && document.tokens.get(t).is_some_and(|k| k.quote == 0)
    });
    // "insists that it paid"; "says it is late" has no owner for its "it"
    let acts = |t: usize| {
        matches!(document.tag(t + 1), Tag::VerbPast | Tag::Verb3sg | Tag::VerbPresent)
            || document.any(t + 1, words!("has" "had" "will" "would")) && document.tag(t + 2).is_verb()
    };
    pronoun.is_some_and(|t| document.is(t, "its") || document.is(t, "it") && acts(t) && !document.any(t + 1, words!("seems" "seemed" "takes" "took" "makes" "made" "appears" "appeared" "became" "comes" "came" "looks" "looked" "feels" "felt" "means" "meant" "depends" "turns" "turned" "rained" "snowed")))
}

fn organisation(
    document: &Document,
    cast: &Cast,
    naming: &Naming,
    name: Range,
    entity: Option<String>,
    own_noun: Classes,
) -> Who {
    let classes = (name.0..=name.1).fold(own_noun, |all, t| all | naming::noun(document, t).0);
    let last = naming::noun(document, name.1).0;
    let affiliation = cast.affiliation(document, naming.core);
    // "the Norwegian Refugee Council": of no state, whatever its name begins with
    let own = (naming.core.0..=name.1).any(|t| document.any(t, words!("refugee" "refugees" "churches" "muslim" "jewish" "islamic" "christian" "catholic" "labor" "labour" "trades" "student" "students"
        "business" "olympic" "cricket" "football" "rugby" "farmers" "growers" "writers" "physicians" "consumer" "consumers" "atlantic")));
    // "the Salvation Army", rebels: an army of no state
    let own = own || name.0 < name.1 && document.is(name.1, "army") && cast.state_at(name.1 - 1).is_none();
    let body = !own && (last & Class::BodyNoun.bit() != 0 && last & Class::OrganisationNoun.bit() == 0
        || (classes & Class::BodyNoun.bit() != 0
            && classes & bits(&[Class::OrganisationNoun, Class::MediaNoun]) == 0)
        || (last & Class::BodyNoun.bit() != 0
            && affiliation & STATE != 0
            && affiliation & (ACADEMIC) == 0
            && cast.state_at(naming.core.0).is_some())
        // a committee of a parliament, not of a club
        || (last & Class::BodyNoun.bit() != 0
            && (naming.core.0..=name.1).any(|t| document.any(t, words!("house" "senate" "parliament" "parliamentary" "congressional" "government" "judiciary" "oversight" "security" "federal" "city" "county" "municipal" "judicial" "electoral" "election")))));
    let paper =
        classes & Class::MediaNoun.bit() != 0 && classes & bits(&[Class::BodyNoun, Class::OrganisationNoun]) == 0;
    // "the JAMnews"
    let paper = paper || document.word(name.1).len() > 6 && document.word(name.1).ends_with("news");
    let kind = if body || entity.as_deref().is_some_and(|e| e.starts_with("body:")) {
        "official"
    } else if paper {
        "outlet"
    } else {
        "organisation"
    };
    let noun = (name.0..=name.1).rev().find(|&t| naming::noun(document, t).0 & GROUPS != 0);
    Who {
        kind,
        rung: 4,
        entity: Some(
            entity
                .filter(|e| e.starts_with("org:") || e.starts_with("body:"))
                .unwrap_or_else(|| format!("org:{}", cast::slug(&text(document, name)))),
        ),
        name: text(document, name),
        noun: noun.or(naming.noun).and_then(|t| document.tokens.get(t)).map_or(0, |t| t.hash),
        sure: if noun.is_some() { 1.0 } else { 0.85 },
        ..Who::nobody()
    }
}

/// What kind of source a described person is.
pub fn person_kind(classes: Classes, affiliation: Affiliation, noun: u64) -> &'static str {
    let has = |class: Class| classes & class.bit() != 0;
    let academic = affiliation & ACADEMIC != 0;
    if JOURNALISTS.contains(&noun) && (affiliation & MEDIA != 0 || !has(Class::ExecutiveNoun)) {
        return "outlet";
    }
    if SPOKES.contains(&noun) || REPRESENTATIVES.contains(&noun) || EITHER.contains(&noun) {
        return match affiliation {
            a if a & STATE != 0 && a & (GROUP | ACADEMIC) == 0 => "official",
            a if a & ACADEMIC != 0 && !SPOKES.contains(&noun) => "expert",
            a if a & (GROUP | ACADEMIC) != 0 || a & NAMED != 0 && a & STATE == 0 => "organisation",
            _ if has(Class::OfficialNoun) && !SPOKES.contains(&noun) && !REPRESENTATIVES.contains(&noun) => "official",
            _ => "organisation",
        };
    }
    if has(Class::OfficialNoun) {
        return "official";
    }
    if has(Class::ExpertNoun) {
        return "expert";
    }
    if has(Class::ExecutiveNoun) {
        return if academic { "expert" } else { "organisation" };
    }
    // "a lawyer for the union", "Lund's lawyer": speaks for a party
    if LAWYERS.contains(&noun) && !academic {
        return "organisation";
    }
    // "a maritime lawyer at the university" speaks from knowledge
    if academic && (LAWYERS.contains(&noun) || words!("teacher" "nurse").contains(&noun)) {
        return "expert";
    }
    if has(Class::WitnessNoun) || has(Class::Kinship) {
        return "witness";
    }
    match affiliation {
        a if a & ACADEMIC != 0 => "expert",
        a if a & MEDIA != 0 && a & STATE == 0 => "outlet",
        a if a & GROUP != 0 => "organisation",
        a if a & STATE != 0 && classes != 0 => "official",
        _ => "witness",
    }
}
