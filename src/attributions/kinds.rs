//! Kind and rung of a source that is named by its own words, without looking at who spoke before.
//! Decides from the naming and the cast; pronouns and "the ministry" are resolved in `voices`.

use super::cast::{self, ACADEMIC, Affiliation, Cast, GROUP, MEDIA, STATE};
use super::naming::{self, Classes, Determiner, GROUPS, Naming, PERSONS, bits};
use super::reader::Range;
use crate::lexicon::outlets::{self, Outlet};
use crate::lexicon::{self, Class};
use crate::mentions::people::Gender;
use crate::mentions::{Mention, Reading};
use crate::text::{Document, Tag};
use crate::words;

/// Who a source is.
#[derive(Clone, Debug)]
pub struct Who {
    pub kind: &'static str,
    pub rung: u8,
    pub entity: Option<String>,
    /// Name for cards and the ledger.
    pub name: String,
    pub state: Option<String>,
    pub wire: bool,
    pub state_media: bool,
    /// One human being, known by name or not.
    pub person: bool,
    pub plural: bool,
    pub gender: Gender,
    /// Hash of the noun that describes it, for "the agency", "the widow".
    pub noun: u64,
    /// How sure the reading is, 0 to 1.
    pub sure: f32,
    /// A definite noun without a name: may stand for somebody named before.
    pub anaphor: bool,
}

impl Who {
    pub fn nobody() -> Who {
        Who {
            kind: "none",
            rung: 7,
            entity: None,
            name: String::new(),
            state: None,
            wire: false,
            state_media: false,
            person: false,
            plural: false,
            gender: Gender::Unknown,
            noun: 0,
            sure: 1.0,
            anaphor: false,
        }
    }
}

const SPOKES: &[u64] =
    words!("spokesman" "spokeswoman" "spokesperson" "spokespeople" "spokesmen" "spokeswomen" "spokespersons");
const REPRESENTATIVES: &[u64] = words!("representative" "representatives" "aide" "aides" "adviser" "advisers" "advisor" "advisors" "ally" "allies" "delegate" "delegates" "operative" "operatives" "staffer" "staffers");
/// Offices of states, and also of companies, clubs and unions: what they belong to decides.
const EITHER: &[u64] = words!("president" "secretary" "chief" "leader" "leaders" "director" "chairman" "chairwoman" "chair" "head" "member" "members"
    "commander" "captain" "treasurer" "speaker" "deputy" "general-secretary" "secretary-general" "administrator" "commissioner"
    "auditor" "officer" "officers" "investigator" "investigators" "superintendent" "whip" "clerk" "manager" "coordinator" "counsel"
    "negotiator" "negotiators" "agent" "agents" "official" "officials" "chiefs" "bosses" "elder" "elders" "inspector" "organizer" "private" "general" "major" "warden"
    "editor" "regulator" "regulators" "mediator" "delegation" "vice-president" "cofounder" "soldier" "soldiers");
const JOURNALISTS: &[u64] = words!("journalist" "journalists" "reporter" "reporters" "correspondent" "correspondents" "photographer" "photographers" "cameraman"
    "columnist" "anchor" "host" "presenter" "newsman" "editor" "crew" "team" "videographer" "broadcaster" "staff" "newspaper" "bureau");
/// Papers that speak for whoever issues them.
const ISSUED: &[u64] = words!("statement" "statements" "release" "communique" "communiqué" "post" "posts" "tweet" "tweets" "announcement" "bulletin" "advisory"
    "editorial" "posting" "postings");
const STATE_WORDS: &[u64] = words!("state" "state-run" "state-owned" "state-controlled" "official" "government" "run" "owned" "controlled" "government-run" "semi-official");

/// Kind and rung of what a source's own words name.
pub fn read(document: &Document, cast: &Cast, naming: &Naming, range: Range) -> Who {
    let made = media(document, cast, naming, range)
        .or_else(|| issued(document, cast, naming))
        .or_else(|| in_office(document, cast, naming))
        .or_else(|| state(document, cast, naming))
        .or_else(|| by_name(document, cast, naming))
        .unwrap_or_else(|| by_noun(document, cast, naming, range));
    finish(document, cast, naming, made)
}

/// Gender and description from the words themselves.
fn finish(document: &Document, _cast: &Cast, naming: &Naming, mut who: Who) -> Who {
    if who.gender == Gender::Unknown
        && let Some(noun) = naming.noun
    {
        who.gender = noun_gender(document, noun);
    }
    if who.gender == Gender::Unknown && naming.name.is_some() {
        let before = naming.name.map_or(0, |n| n.0).saturating_sub(1);
        if lexicon::has(document.tokens.get(before), Class::Honorific) {
            who.gender = cast::honorific_gender(document, before);
        }
    }
    who
}

fn noun_gender(document: &Document, token: usize) -> Gender {
    if document.any(token, words!("spokesman" "man" "father" "son" "brother" "husband" "widower" "uncle" "boy" "king" "congressman" "chairman"
        "businessman" "policeman" "nephew" "grandfather" "actor" "waiter" "fisherman" "boyfriend" "prince" "priest" "councilman" "dad"))
    {
        Gender::Male
    } else if document.any(token, words!("spokeswoman" "woman" "mother" "daughter" "sister" "wife" "widow" "aunt" "girl" "queen" "congresswoman" "chairwoman"
        "businesswoman" "policewoman" "niece" "grandmother" "actress" "waitress" "girlfriend" "princess" "nun" "councilwoman" "mum" "mom"))
    {
        Gender::Female
    } else {
        Gender::Unknown
    }
}

fn text(document: &Document, (first, last): Range) -> String {
    let span = document.span(first, last).of(document.text);
    if span.contains(['\n', '\r', '\t']) {
        span.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        span.to_owned()
    }
}

pub fn outlet_who(outlet: &'static Outlet) -> Who {
    Who {
        kind: outlet.kind,
        rung: 4,
        entity: Some(outlet.entity.to_owned()),
        name: outlet.name.to_owned(),
        state: Some(outlet.state.to_owned()),
        wire: outlet.wire,
        state_media: outlet.kind == "state-media",
        noun: crate::text::hash_ascii(if outlet.wire { "agency" } else { "outlet" }),
        ..Who::nobody()
    }
}

/// A listed outlet, an outlet's own journalist, or media without a name.
fn media(document: &Document, cast: &Cast, naming: &Naming, range: Range) -> Option<Who> {
    let (first, last) = naming.core;
    for t in first..=last {
        let Some((outlet, end)) = outlets::at(document, t) else { continue };
        // "the agency Reuters", "Reuters news agency", "Fox", not "Fox Sports host Jim"
        let rest_is_media = (end + 1..=last).all(|k| {
            lexicon::has(document.tokens.get(k), Class::MediaNoun)
                || document.any(k, words!("news" "/" "." "com" "website" "online"))
                || outlets::at(document, k).is_some()
        });
        if end >= last || rest_is_media {
            let mut who = outlet_who(outlet);
            // "BSS/AFP": the origin is the agency named last, the way credits are written
            if end < last
                && document.is(end + 1, "/")
                && let Some((origin, _)) = outlets::at(document, end + 2)
            {
                who.wire |= origin.wire;
                if origin.wire {
                    who = Who { wire: true, ..outlet_who(origin) };
                }
            }
            return Some(who);
        }
        // "An AFP photographer": a pair of the outlet's own eyes
        if naming.name.is_none()
            && naming.asides.is_empty()
            && naming.noun.is_some_and(|n| document.any(n, JOURNALISTS))
            && end < last
        {
            let mut who = outlet_who(outlet);
            who.rung = 5;
            who.person = true;
            if !who.state_media && !who.wire {
                who.kind = "outlet";
            }
            return Some(who);
        }
    }
    let noun = naming.noun.filter(|_| naming.name.is_none())?;
    let (classes, plural) = naming::noun(document, noun);
    let news = document.any(noun, words!("reports" "report" "accounts"))
        && (first..noun)
            .any(|t| lexicon::has(document.tokens.get(t), Class::MediaNoun) || document.any(t, words!("news" "press")));
    // a paper or station is media; a network of hospitals, a post on the web are not
    let outright = document.any(noun, words!("media" "tv" "television" "radio" "newspaper" "newspapers" "broadcaster" "broadcasters" "newswire" "tabloid" "magazine" "outlet" "outlets" "press" "station" "stations" "daily" "paper" "papers" "weekly" "website" "channel"));
    let agency = document.any(noun, words!("agency" "agencies" "service" "wire" "network" "networks"))
        && (first..noun).any(|t| document.any(t, words!("news" "wire" "press" "state" "state-run" "television" "tv")));
    let bare_agency = document.is(noun, "agency") && naming.determiner == Determiner::Definite && first == noun;
    if !(outright || news || agency) || classes & bits(&[Class::MediaNoun, Class::DocumentNoun]) == 0 && !agency {
        if bare_agency && let Some(outlet) = latest_outlet(cast, noun, |o| o.wire || o.kind == "state-media") {
            return Some(outlet_who(outlet));
        }
        return None;
    }
    let of_state = (range.0..noun).any(|t| document.any(t, STATE_WORDS) && !document.is(t, "states"));
    let owner = (range.0..=noun).rev().find_map(|t| cast.state_at(t)).map(|m| m.entity.clone());
    let country = naming.possessor.is_some_and(|p| {
        (p.0..=p.1)
            .any(|t| document.any(t, words!("country" "nation" "kingdom" "regime" "government" "republic" "state")))
    });
    if of_state {
        // "the country's official media" is the agency of that state that the story names
        let state = owner.clone();
        let wants_agency = agency || document.any(noun, words!("media" "agency" "press"));
        let known = nearest_outlet(cast, noun, |o| {
            o.kind == "state-media"
                && state.as_deref().is_none_or(|s| s == o.state)
                && (wants_agency || !o.wire || country)
        });
        if let Some(outlet) = known {
            return Some(outlet_who(outlet));
        }
        let entity = match &owner {
            Some(state) => format!("org:state-media-{}", state.to_ascii_lowercase()),
            None => "org:state-media".to_owned(),
        };
        return Some(Who {
            kind: "state-media",
            rung: 4,
            entity: Some(entity),
            name: text(document, (naming.possessor.map_or(first, |_| first), noun)),
            state: owner,
            wire: agency,
            state_media: true,
            plural: false,
            noun: document.tokens.get(noun).map_or(0, |t| t.hash),
            ..Who::nobody()
        });
    }
    if naming.determiner == Determiner::Definite
        && first == noun
        && let Some(outlet) = latest_outlet(cast, noun, |o| !o.wire || agency)
        && !plural
    {
        return Some(outlet_who(outlet));
    }
    let vague = plural || news || document.any(noun, words!("media" "press"));
    let named_after = (range.0..noun).any(|t| document.tokens.get(t).is_some_and(|k| k.is_capital())) && !vague;
    Some(Who {
        kind: "outlet",
        rung: if vague { 6 } else { 4 },
        entity: Some(format!("{}:{}", if vague { "crowd" } else { "org" }, cast::slug(&text(document, naming.core)))),
        name: text(document, naming.core),
        state: owner,
        plural: vague,
        wire: agency,
        noun: document.tokens.get(noun).map_or(0, |t| t.hash),
        anaphor: naming.determiner == Determiner::Definite && !named_after,
        sure: 0.9,
        ..Who::nobody()
    })
}

/// The last outlet named before a token that fits.
fn latest_outlet(cast: &Cast, token: usize, fits: impl Fn(&Outlet) -> bool) -> Option<&'static Outlet> {
    cast.outlets.iter().rev().find(|(t, o)| *t < token && fits(o)).map(|(_, o)| *o)
}

/// The same, else the first named after it.
fn nearest_outlet(cast: &Cast, token: usize, fits: impl Fn(&Outlet) -> bool) -> Option<&'static Outlet> {
    latest_outlet(cast, token, &fits).or_else(|| cast.outlets.iter().find(|(_, o)| fits(o)).map(|(_, o)| *o))
}

/// "a statement from the ministry", "a company statement": the issuer speaks.
fn issued(document: &Document, cast: &Cast, naming: &Naming) -> Option<Who> {
    let noun = naming.noun.filter(|&n| document.any(n, ISSUED) && naming.name.is_none())?;
    let issuer = if let Some(tail) = naming.tail.filter(|t| document.any(t.0, words!("from" "by" "of"))) {
        (tail.0 + 1, tail.1)
    } else if let Some(possessor) = naming.possessor {
        possessor
    } else if naming.core.0 < noun {
        (naming.core.0, noun - 1)
    } else {
        return None;
    };
    if issuer.0 > issuer.1 {
        return None;
    }
    let inner = naming::read(document, issuer);
    let known = inner.name.is_some()
        || inner.noun.is_some_and(|n| naming::noun(document, n).0 & (PERSONS | GROUPS) != 0)
        || (issuer.0..=issuer.1).any(|t| cast.state_at(t).is_some() || cast.official_at(t).is_some());
    known.then(|| read(document, cast, &inner, issuer))
}

/// The mention of an official that the core names.
fn official_of<'m>(document: &Document, cast: &Cast<'m>, naming: &Naming) -> Option<&'m Mention> {
    let (first, last) = naming.core;
    let head = naming.noun.unwrap_or(last);
    let at = |t: usize| cast.official_at(t);
    // the whole name counts, not an owner or a complement: "Obama's lawyer", "a friend of the president"
    let direct = at(last)
        .filter(|m| m.tokens.1 >= last || naming.name.is_some())
        .or_else(|| at(head))
        .or_else(|| at(first).filter(|m| m.tokens.1 >= last));
    let aside = || {
        naming.asides.iter().filter(|a| !document.any(a.0, words!("who" "which" "whose"))).find_map(|a| {
            let inner = naming::read_segment(document, *a);
            at(inner.noun.unwrap_or(inner.core.1))
                .filter(|m| m.kind != "body")
                .filter(|_| inner.possessor.is_none_or(|p| p.1 < inner.core.0))
        })
    };
    direct.or_else(aside)
}

fn in_office(document: &Document, cast: &Cast, naming: &Naming) -> Option<Who> {
    let mention = official_of(document, cast, naming)?;
    let named = mention.entity.starts_with("person:");
    let body = mention.kind == "body";
    // "police sources", "an army source": the noun after the body speaks
    let source_noun = naming.noun.is_some_and(|n| document.any(n, words!("source" "sources" "insider" "insiders")));
    if source_noun && !named {
        return None;
    }
    // a body's name before another noun only describes it: "army veterans"
    if body && mention.tokens.1 < naming.core.1 && naming.noun.is_some_and(|n| n > mention.tokens.1) {
        return None;
    }
    let name = if named {
        cast.display(document, &mention.entity).unwrap_or_else(|| text(document, naming.name.unwrap_or(naming.core)))
    } else {
        text(document, naming.core)
    };
    let plural = !named && !body && naming.plural;
    Some(Who {
        kind: "official",
        rung: if named {
            3
        } else if body {
            4
        } else {
            5
        },
        entity: Some(mention.entity.clone()),
        name,
        state: mention.state.clone(),
        person: !body && !plural,
        plural,
        noun: naming.noun.and_then(|n| document.tokens.get(n)).map_or(0, |t| t.hash),
        gender: if named { cast.gender(&mention.entity) } else { Gender::Unknown },
        anaphor: !named && naming.determiner == Determiner::Definite,
        ..Who::nobody()
    })
}

/// A state or its people.
fn state(document: &Document, cast: &Cast, naming: &Naming) -> Option<Who> {
    let (first, last) = naming.core;
    let mention = cast.state_at(last)?;
    if mention.tokens.0 > first && naming.name.is_some_and(|n| n.0 < mention.tokens.0) {
        // "Bank of China", "Air France": the mention is part of a longer name
        let whole = (first..mention.tokens.0).all(|t| !document.tokens.get(t).is_some_and(|k| k.is_capital()));
        if !whole {
            return None;
        }
    }
    let people = mention.kind == "demonym";
    let bloc = mention.entity.starts_with("org:");
    let government = !people || (naming.determiner == Determiner::Definite && mention.reading == Some(Reading::Actor));
    let name = crate::mentions::entity_name(&mention.entity).map_or_else(|| text(document, naming.core), str::to_owned);
    if people && !government {
        let plural = naming.plural || document.word(last).ends_with('s');
        return Some(Who {
            kind: if plural { "crowd" } else { "witness" },
            rung: if plural { 6 } else { 5 },
            entity: Some(format!("crowd:{}", cast::slug(&text(document, naming.core)))),
            name: text(document, naming.core),
            state: Some(mention.entity.clone()),
            plural,
            person: !plural,
            ..Who::nobody()
        });
    }
    Some(Who {
        kind: "official",
        rung: 4,
        entity: Some(mention.entity.clone()),
        name,
        state: (!bloc).then(|| mention.entity.clone()),
        noun: crate::text::hash_ascii("government"),
        ..Who::nobody()
    })
}

/// A proper name in the core or in an aside: a person or an organisation.
fn by_name(document: &Document, cast: &Cast, naming: &Naming) -> Option<Who> {
    let aside = || {
        naming.asides.iter().find_map(|a| {
            let inner = naming::read_segment(document, *a);
            let first = inner.core.0 + usize::from(lexicon::has(document.tokens.get(inner.core.0), Class::Honorific));
            let name = inner
                .name
                .filter(|n| n.0 == first && inner.possessor.is_none() && inner.determiner == Determiner::None)?;
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
    let honorific = name.0 > 0 && lexicon::has(document.tokens.get(name.0 - 1), Class::Honorific);
    let own_noun = naming.noun.map_or(0, |n| naming::noun(document, n).0);
    let aside_noun = naming.asides.iter().filter_map(|a| {
        if document.any(a.0, words!("who" "whose")) {
            return Some((bits(&[Class::PersonNoun]), 0));
        }
        let inner = naming::read_segment(document, *a);
        inner.noun.filter(|_| inner.name.is_none()).map(|n| (naming::noun(document, n).0, n))
    });
    let mut classes = own_noun;
    let mut noun_hash = naming.noun.and_then(|n| document.tokens.get(n)).map_or(0, |t| t.hash);
    let mut noun_token = naming.noun;
    for (aside_classes, token) in aside_noun {
        if classes & (PERSONS & !bits(&[Class::PersonNoun])) == 0 {
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
    let group_name = of_state
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
    let described = honorific || classes & PERSONS != 0 || age || in_aside;
    // "… said its clinic": what a sentence calls "it" is nobody
    let neuter = !described && !cast.given_name(document, name.0) && neuter_follows(document, name.1);
    let person = match member {
        Some(m) if neuter && !m.sure => false,
        None if neuter => false,
        Some(m) if m.person && (m.sure || described) => true,
        Some(m) if !m.person => described && !group_name && classes & GROUPS == 0,
        _ if described => classes & GROUPS == 0 || honorific,
        _ if group_name || the || acronym || (naming.plural && single) => false,
        Some(_) => true,
        None => !single,
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
        affiliation |= cast.affiliation(document, *aside);
    }
    let mut all = classes;
    if let Some(m) = member {
        if all & (PERSONS & !bits(&[Class::PersonNoun])) == 0 {
            all |= m.classes;
            noun_hash = if noun_hash == 0 { m.noun } else { noun_hash };
        }
        affiliation |= m.affiliation;
    }
    let spoken = noun_hash;
    let kind = person_kind(all, affiliation, spoken);
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

/// Whether the first personal pronoun after a name in its sentence is "it".
fn neuter_follows(document: &Document, last: usize) -> bool {
    let Some(sentence) = document.sentences.get(document.sentence_of(last)) else { return false };
    let pronoun = (last + 1..sentence.end.min(last + 25)).find(|&t| {
        document.any(t, words!("its" "it" "he" "she" "his" "her" "him" "they" "their" "i" "we"))
            && document.tokens.get(t).is_some_and(|k| k.quote == 0)
    });
    pronoun.is_some_and(|t| document.is(t, "its"))
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
    let body = last & bits(&[Class::BodyNoun]) != 0 && last & bits(&[Class::OrganisationNoun]) == 0
        || (classes & bits(&[Class::BodyNoun]) != 0
            && classes & bits(&[Class::OrganisationNoun, Class::MediaNoun]) == 0)
        || (last & bits(&[Class::BodyNoun]) != 0
            && affiliation & STATE != 0
            && affiliation & (ACADEMIC) == 0
            && cast.state_at(naming.core.0).is_some());
    let paper =
        classes & bits(&[Class::MediaNoun]) != 0 && classes & bits(&[Class::BodyNoun, Class::OrganisationNoun]) == 0;
    let kind = if body {
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
    let has = |class: Class| classes & bits(&[class]) != 0;
    let academic = affiliation & ACADEMIC != 0;
    if JOURNALISTS.contains(&noun) && (affiliation & MEDIA != 0 || !has(Class::ExecutiveNoun)) {
        return "outlet";
    }
    if SPOKES.contains(&noun) || REPRESENTATIVES.contains(&noun) || EITHER.contains(&noun) {
        return match affiliation {
            a if a & STATE != 0 && a & (GROUP | ACADEMIC) == 0 => "official",
            a if a & ACADEMIC != 0 && !SPOKES.contains(&noun) => "expert",
            a if a & (GROUP | ACADEMIC) != 0 => "organisation",
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

/// A source without a name.
fn by_noun(document: &Document, cast: &Cast, naming: &Naming, range: Range) -> Who {
    let head = naming.noun.unwrap_or(naming.core.1);
    let (classes, plural) = naming::noun(document, head);
    let plural = plural || naming.plural;
    let hash = document.tokens.get(head).map_or(0, |t| t.hash);
    let has = |class: Class| classes & bits(&[class]) != 0;
    let described = naming.tail.is_some() || !naming.asides.is_empty();
    let mut affiliation = cast.affiliation(document, (naming.core.0, head.saturating_sub(1).max(naming.core.0)));
    if naming.core.0 == head {
        affiliation = 0;
    }
    for part in naming.possessor.iter().chain(naming.tail.iter()).chain(naming.asides.iter()) {
        affiliation |= cast.affiliation(document, *part);
    }
    let owner = (range.0..=range.1).find_map(|t| cast.state_at(t)).map(|m| m.entity.clone());
    let label = text(document, naming.core);
    let slug = cast::slug(&label);
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
    if has(Class::BodyNoun) && !(person_like && (plural || naming.determiner == Determiner::Indefinite)) {
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
    if has(Class::DocumentNoun) {
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
    let has = |class: Class| classes & bits(&[class]) != 0;
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
        // those who watched are witnesses, those who march or vote a crowd
        if has(Class::WitnessNoun) && document.any(naming.noun.unwrap_or(0), words!("residents" "villagers" "islanders" "neighbours" "neighbors" "drivers" "passengers" "workers" "locals" "parents" "teachers" "nurses" "students" "farmers" "commuters" "people" "men" "women" "family" "families")) {
            "crowd"
        } else {
            "crowd"
        }
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
                words!("some" "many" "several" "few" "most" "other" "all" "various" "numerous" "more" "both"),
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
        true if matches!(naming.determiner, Determiner::Possessive) && has(Class::Kinship) => 5,
        true => 6,
    };
    let prefix = if plural { "crowd" } else { "unnamed" };
    Who { kind, rung, entity: Some(format!("{prefix}:{slug}")), person: !plural, ..who }
}

/// A noun that no list knows.
fn unknown(document: &Document, naming: &Naming, who: Who, head: usize, slug: String) -> Who {
    let word = document.word(head).to_lowercase();
    let stem = word.strip_suffix('s').filter(|_| who.plural).unwrap_or(&word);
    let agentive = stem.len() > 4
        && ["er", "or", "ist", "ian", "eer", "man", "woman", "ster", "ee", "ant"].iter().any(|e| stem.ends_with(e));
    let relative =
        naming.asides.iter().any(|a| document.is(a.0, "who")) || naming.tail.is_some_and(|t| document.is(t.0, "who"));
    let number = document.tokens.get(head).is_some_and(|t| t.kind == crate::text::Kind::Number);
    let pronominal = number || document.any(head, words!("others" "some" "many" "most" "several" "few" "both" "all" "those" "two" "three" "one" "none" "percent" "cent" "third" "quarter" "half" "dozens" "hundreds" "thousands" "millions"));
    if pronominal || ((agentive || relative) && who.plural) {
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
