//! Sources that are media: listed outlets and agencies, their journalists, "state TV", "local media".
//! Takes the lists as they are; does not judge an outlet.

use super::cast::{self, Cast};
use super::kinds::{Who, text};
use super::naming::{self, Determiner, Naming};
use super::persons::JOURNALISTS;
use super::reader::Range;
use crate::lexicon::outlets::{self, Outlet};
use crate::lexicon::{self, Class, bits};
use crate::text::{Document, Words};
use crate::words;

const STATE_WORDS: &Words = words!("state" "state-run" "state-owned" "state-controlled" "official" "government" "run" "owned" "controlled" "government-run" "semi-official");

pub fn outlet_who(outlet: Outlet) -> Who {
    Who {
        kind: outlet.kind,
        rung: 4,
        entity: Some(outlet.entity.to_owned()),
        name: outlet.name.to_owned(),
        state: Some(outlet.state.to_owned()).filter(|state| !state.is_empty()),
        wire: outlet.wire,
        state_media: outlet.kind == "state-media",
        noun: crate::text::hash_ascii(if outlet.wire { "agency" } else { "outlet" }),
        ..Who::nobody()
    }
}

/// A listed outlet, an outlet's own journalist, or media without a name.
pub(super) fn media(document: &Document, cast: &Cast, naming: &Naming, range: Range) -> Option<Who> {
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
    // "court papers", "a white paper": documents, not the press
    if document.any(noun, words!("paper" "papers"))
        && (first..noun).any(|t| {
            document.any(t, words!("court" "legal" "internal" "leaked" "white" "green" "research" "scientific" "working" "discussion" "policy" "position" "confidential" "secret" "charging" "divorce" "briefing" "published" "official" "military"))
        })
    {
        return None;
    }
    let (classes, plural) = naming::noun(document, noun);
    // "this newspaper": the outlet that the page belongs to
    if first > 0 && document.is(first - 1, "this") && first == noun && classes & Class::MediaNoun.bit() != 0 {
        return Some(Who {
            kind: "outlet",
            rung: 4,
            entity: Some("org:this-outlet".to_owned()),
            name: text(document, (first - 1, noun)),
            ..Who::nobody()
        });
    }
    let news = document.any(noun, words!("reports" "report" "accounts"))
        && (first..noun)
            .any(|t| lexicon::has(document.tokens.get(t), Class::MediaNoun) || document.any(t, words!("news" "press")));
    // a paper or station is media; a network of hospitals, a post on the web are not
    let outright = document.any(noun, words!("media" "tv" "television" "radio" "newspaper" "newspapers" "broadcaster" "broadcasters" "newswire" "tabloid" "magazine" "outlet" "outlets" "press" "station" "stations" "daily" "paper" "papers" "weekly" "website" "channel"));
    let agency = document.any(noun, words!("agency" "agencies" "service" "wire" "network" "networks"))
        && (first..noun).any(|t| document.any(t, words!("news" "wire" "press" "state" "state-run" "television" "tv")));
    // "the news agency", "the newspaper": nothing but what kind of outlet it is
    let plain = naming.determiner == Determiner::Definite
        && (first..noun).all(|t| document.any(t, words!("news" "press" "television" "tv" "radio" "wire")));
    let bare_agency = document.is(noun, "agency") && plain && first == noun;
    if !(outright || news || agency) || classes & bits(&[Class::MediaNoun, Class::DocumentNoun]) == 0 && !agency {
        // an agency of a state or a club that was named since is the one that is meant
        let agencies = |at: usize| cast.outlets.iter().rev().find(|(t, _)| *t < at).map_or(0, |(t, _)| *t);
        let other = || {
            let from = agencies(noun);
            let said = document.tokens.get(noun).map_or(0, |t| t.hash);
            (from + 1..noun).any(|t| {
                document.tokens.get(t).is_some_and(|k| k.hash == said && k.is_capital()) && !document.is(t - 1, "news")
            })
        };
        if bare_agency
            && !other()
            && let Some(outlet) = latest_outlet(cast, noun, |o| o.wire || o.kind == "state-media")
        {
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
    if plain
        && let Some(outlet) = latest_outlet(cast, noun, |o| {
            (!o.wire || agency || o.kind == "state-media") && carries(document, noun, o.name, o.wire)
        })
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

/// Whether an outlet can be what a noun calls it: no newspaper is a channel, no channel a newspaper.
pub(super) fn carries(document: &Document, noun: usize, name: &str, wire: bool) -> bool {
    let named = |words: &[&str]| name.split(' ').any(|w| words.contains(&w));
    if document.any(noun, words!("network" "broadcaster" "channel" "station" "radio" "tv" "television")) {
        return !named(&[
            "Times",
            "Post",
            "Journal",
            "Herald",
            "Tribune",
            "Guardian",
            "Telegraph",
            "Mail",
            "Mirror",
            "Express",
            "Gazette",
            "Chronicle",
            "Globe",
            "Observer",
            "Economist",
            "Magazine",
            "Daily",
            "Bild",
            "Monde",
            "Magazine",
            "Newsweek",
            "Agency",
        ]);
    }
    if document.any(noun, words!("newspaper" "paper" "daily" "tabloid" "weekly" "magazine")) {
        return !wire
            && !named(&[
                "BBC",
                "CNN",
                "RT",
                "NBC",
                "ABC",
                "CBS",
                "MSNBC",
                "NPR",
                "PBS",
                "ITV",
                "Sky",
                "Fox",
                "TV",
                "Television",
                "Radio",
                "Channel",
                "Jazeera",
                "Broadcasting",
                "Agency",
            ]);
    }
    true
}

/// The last outlet named before a token that fits.
pub(super) fn latest_outlet<'m>(cast: &Cast<'m>, token: usize, fits: impl Fn(&Outlet) -> bool) -> Option<Outlet<'m>> {
    cast.outlets.iter().rev().find(|(t, o)| *t < token && fits(o)).map(|(_, o)| *o)
}

/// The same, else the first named after it.
fn nearest_outlet<'m>(cast: &Cast<'m>, token: usize, fits: impl Fn(&Outlet) -> bool) -> Option<Outlet<'m>> {
    latest_outlet(cast, token, &fits).or_else(|| cast.outlets.iter().find(|(_, o)| fits(o)).map(|(_, o)| *o))
}
