//! Kind and rung of a source that is named by its own words, without looking at who spoke before:
//! states, offices and papers here, the rest by media, persons and nouns. Resolves no pronoun.

use super::cast::{self, Cast};
use super::media::media;
use super::naming::{self, Determiner, GROUPS, Naming, PERSONS};
use super::nouns::by_noun;
use super::persons::by_name;
use super::reader::Range;
use crate::lexicon::{self, Class, offices};
use crate::mentions::people::Gender;
use crate::mentions::{Mention, Reading};
use crate::text::{Document, Words};
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
    /// Who speaks with it: the second of "the army and the police".
    pub partner: Option<Box<Who>>,
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
            partner: None,
        }
    }
}

/// Papers that speak for whoever issues them.
const ISSUED: &Words = words!("statement" "statements" "release" "communique" "communiqué" "post" "posts" "tweet" "tweets" "announcement" "bulletin" "advisory"
    "editorial" "posting" "postings");

/// Kind and rung of what a source's own words name.
pub fn read(document: &Document, cast: &Cast, naming: &Naming, range: Range) -> Who {
    let made = media(document, cast, naming, range)
        .or_else(|| issued(document, cast, naming))
        .or_else(|| titled(document, cast, naming))
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

pub(super) fn noun_gender(document: &Document, token: usize) -> Gender {
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

pub(super) fn text(document: &Document, (first, last): Range) -> String {
    let span = document.span(first, last).of(document.text);
    if span.contains(['\n', '\r', '\t']) {
        span.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        span.to_owned()
    }
}

/// "a statement from the ministry", "a company statement": the issuer speaks.
fn issued(document: &Document, cast: &Cast, naming: &Naming) -> Option<Who> {
    let noun = naming.noun.filter(|&n| document.any(n, ISSUED) && naming.name.is_none())?;
    let issuer = if let Some(tail) = naming.tail.filter(|t| document.any(t.0, words!("from" "by" "of"))) {
        (tail.0 + 1, tail.1)
    } else if let Some(possessor) = naming.possessor {
        possessor
    } else if naming.core.0 < noun {
        // "a hospital press release"
        let press = usize::from(document.any(noun - 1, words!("press" "media" "news")));
        (naming.core.0, (noun - 1).checked_sub(press)?)
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

/// Papers with a name of their own: "the Global Peace Index", "a Coast Courier/Delta University Poll".
fn titled(document: &Document, cast: &Cast, naming: &Naming) -> Option<Who> {
    let name = naming.name.filter(|n| n.0 < n.1)?;
    let last = naming::noun(document, name.1).0;
    // "Judy Law", "Jimmy Page"
    let person = name.0 + 1 == name.1
        && cast.given_name(document, name.0)
        && document.any(name.1, words!("law" "page" "post" "bill" "story" "note" "book" "paper"));
    (!person && last & Class::DocumentNoun.bit() != 0 && last & (GROUPS | PERSONS) == 0).then(|| Who {
        kind: "document",
        rung: 2,
        entity: Some(format!("doc:{}", cast::slug(&text(document, name)))),
        name: text(document, name),
        noun: document.tokens.get(name.1).map_or(0, |t| t.hash),
        ..Who::nobody()
    })
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
        // "Peru's interior ministry", "Joint Chiefs of Staff": whose it is belongs to the name of a body
        let first = naming.possessor.filter(|p| body && cast.state_at(p.1).is_some()).map_or(naming.core.0, |p| p.0);
        text(document, (first, naming.core.1.max(if body { mention.tokens.1 } else { 0 })))
    };
    let plural = !named && !body && naming.plural;
    // "prosecutors", "the judges": several, whether or not the mentions layer saw them
    let entity =
        if plural { format!("crowd:{}", cast::slug(&text(document, naming.core))) } else { mention.entity.clone() };
    Some(Who {
        kind: "official",
        rung: if named {
            3
        } else if body {
            4
        } else {
            5
        },
        entity: Some(entity),
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

/// "Tamil Nadu", "New South Wales" by itself: the government of a part of a state.
fn region(document: &Document, naming: &Naming) -> Option<Who> {
    let (first, last) = naming.core;
    let found = offices::at(document, first);
    let whole = usize::from(found.length) == last + 1 - first && naming.determiner == naming::Determiner::None;
    let person = found.flags & (offices::GIVEN_M | offices::GIVEN_F | offices::FAMILY_FIRST) != 0;
    (whole && found.flags & offices::REGION != 0 && !person && document.tokens[first].is_capital()).then(|| {
        let name = text(document, naming.core);
        Who {
            kind: "official",
            rung: 4,
            entity: Some(format!("body:{}", cast::slug(&name))),
            name,
            state: found.state.map(str::to_owned),
            noun: crate::text::hash_ascii("government"),
            ..Who::nobody()
        }
    })
}

/// A state or its people.
fn state(document: &Document, cast: &Cast, naming: &Naming) -> Option<Who> {
    let (first, last) = naming.core;
    if let Some(who) = region(document, naming) {
        return Some(who);
    }
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
