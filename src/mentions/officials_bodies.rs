//! Bodies in office: ministries, forces, courts, parliaments, agencies. Decides where such a body is
//! named for itself and not as part of another word ("police station", "army ants").

use super::officials_chambers;
use super::officials_units::{Unit, Units};
use crate::lexicon::offices::*;
use crate::text::{Document, Kind, Tag};
use crate::words;

/// A body; positions are units.
#[derive(Clone, Copy, Debug)]
pub struct Body {
    pub start: usize,
    pub end: usize,
    pub state: Option<usize>,
    pub fixed: Option<&'static str>,
    /// "the ministry", "the court": one named before, if any was.
    pub bare: bool,
}

/// The body whose last noun is this unit, if one stands there.
pub fn body(document: &Document, units: &Units, at: usize) -> Option<Body> {
    let unit = units.get(at)?;
    let capital = unit.is_capital();
    let organ = unit.has(ORGAN);
    if !unit.has(BODY) && !organ || unit.is_state() && unit.fixed.is_none() {
        return None;
    }
    if let Some(committee) = officials_chambers::committee(document, units, at) {
        return Some(committee);
    }
    let marks = &units.marks;
    // "Royal Bank of Canada": a firm
    let royal = document.is(unit.first, "bank")
        && unit.first > 0
        && document.tokens[unit.first - 1].is_capital()
        && !document.is(unit.first - 1, "the");
    // "left the court in tears after the third set"
    let tennis = document.is(unit.last, "court")
        && unit.first == unit.last
        && {
            let sentence = document.sentences.get(document.sentence_of(unit.first));
            sentence.is_some_and(|s| {
            s.range().any(|t| document.any(t, words!("set" "sets" "tennis" "racket" "umpire" "serve" "rally" "baseline" "wimbledon" "semifinal" "rebound" "dribbled" "basket")))
        })
        };
    if royal && unit.fixed.is_some() || tennis {
        return None;
    }
    // "an army of volunteers": a crowd
    let crowd = !capital
        && document.is(unit.last, "army")
        && units.hash(document, at + 1) == marks.of
        && units.get(at + 2).is_some_and(|u| {
            u.kind == Kind::Lower && units.hash(document, at + 2) != marks.the
                || u.is_capital() && !u.is_state() && document.tag(u.last + 1) == Tag::NounPlural
        });
    if crowd {
        return None;
    }
    let mut body = Body { start: at, end: at, state: None, fixed: unit.fixed, bare: unit.first == unit.last };
    let mut strong = unit.has(BODY);
    let mut left = at;
    let mut unknown = false;
    // "Federal Emergency Management Agency", "Supreme People's Court" by their whole name
    let whole_name = capital
        && (organ
            || document.any(unit.last, words!("court" "police" "council" "tribunal" "department" "office" "board")))
        && (units.hash(document, at + 1) != marks.of || units.get(at + 2).is_some_and(Unit::is_state))
        && !in_headline(document, unit.first);
    // "Tulsa police", "New York City police": the force of a place
    let force = !capital && document.is(unit.last, "police") && !in_headline(document, unit.first);
    for _ in 0..6 {
        let Some(before) = left.checked_sub(1) else { break };
        let word = &units.list[before];
        let hash = units.hash(document, before);
        if document.tokens[word.first].block != document.tokens[unit.first].block {
            break;
        }
        if word.is_state() {
            body.state = body.state.or(Some(word.state as usize - 1));
        } else if word.has(REGION) && word.is_capital() {
            body.fixed = body.fixed.or(word.fixed.filter(|_| body.state.is_none()));
            if (whole_name && !document.is(unit.last, "court") || force) && body.start == left {
                body.start = before;
                body.bare = false;
            }
        } else if (hash == marks.s || hash == marks.apostrophe)
            && document.is(unit.last, "court")
            && capital
            && before.checked_sub(1).and_then(|o| units.get(o)).is_some_and(|o| {
                o.is_capital() && ["People", "Children", "Magistrates", "Coroner"].contains(&document.word(o.first))
            })
        {
            // "People's Court", "Children's Court": the mark belongs to the name
            body.start = before - 1;
            body.bare = false;
            left = before - 1;
            continue;
        } else if hash == marks.s || hash == marks.apostrophe {
            if let Some(owner) = before.checked_sub(1).and_then(|o| units.get(o)) {
                if owner.is_state() {
                    body.state = body.state.or(Some(owner.state as usize - 1));
                } else if owner.has(PRIVATE) && !owner.has(FIELD | GOV) {
                    return None;
                }
            }
            break;
        } else if (hash == marks.and || hash == marks.ampersand)
            && organ
            && units.list[left].has(FIELD)
            && before.checked_sub(1).and_then(|b| units.get(b)).is_some_and(|b| b.has(FIELD))
        {
            // "the health and sports ministry"
        } else if word.has(PRIVATE) && !word.has(FIELD | BODY_FIELD | GOV) {
            return None;
        } else if word.has(FIELD | BODY_FIELD | SUB)
            && (organ || word.has(GOV | BODY_FIELD) && word.is_capital() == capital)
        {
            strong |= word.has(BODY_FIELD) || capital && word.is_capital() && word.has(FIELD);
            if body.state.is_none() && (!unknown || whole_name && word.is_capital()) {
                body.start = before;
                body.bare = false;
            }
        } else if whole_name
            && body.start == left
            && !body.bare
            && body.state.is_none()
            && word.is_capital()
            && matches!(document.word(word.last), "National" | "Federal" | "Central" | "Independent" | "Royal")
        {
            body.start = before;
        } else if word.has(GOV) && !word.has(BODY) {
            // "city police", "provincial court": tells that it is public, is not its name, but in "Kansas City Police"
            if (whole_name || force) && word.is_capital() && body.start == left && body.state.is_none() {
                body.start = before;
                body.bare = false;
            }
        } else if word.is_capital()
            && !word.has(NOT_NAME | OFFICE)
            && (capital || force && body.start == left && !is_day(document, word.first))
        {
            if (whole_name || force) && body.state.is_none() {
                body.start = before;
                body.bare = false;
            }
            unknown = true;
        } else {
            break;
        }
        left = before;
    }
    let next = units.get(at + 1);
    let next_hash = units.hash(document, at + 1);
    if organ && next_hash == marks.of && capital && !matches!(document.word(unit.last), "Office" | "Service") {
        // "Ministry of Defence", "Department of Justice"
        let mut to = at + 2;
        while let Some(word) = units.get(to) {
            let hash = units.hash(document, to);
            // "Bureau of Investigation"
            let opens =
                to == at + 2 && word.kind == Kind::Capital && !word.has(GIVEN_M | GIVEN_F | OFFICE) && !word.is_state();
            if opens && !word.has(FIELD | BODY_FIELD | ORGAN) && word.first == word.last {
                body.end = to;
                strong = true;
                body.bare = false;
                to += 1;
                continue;
            }
            let connects = hash == marks.and || hash == marks.the || hash == marks.of || hash == marks.comma;
            // "the Department of Environment and Conservation (DEC)"
            let second_field = hash == marks.and
                && units.get(to + 1).is_some_and(|w| w.kind == Kind::Capital && !w.has(GIVEN_M | GIVEN_F | OFFICE))
                && units.hash(document, to + 2) == marks.open;
            if second_field {
                body.end = to + 1;
                break;
            }
            let follows = word.kind == Kind::Capital
                && to > at + 2
                && word.is_capital()
                && !word.has(GIVEN_M | GIVEN_F | NOT_NAME | OFFICE)
                && !word.is_state();
            // "Directorate of Criminal Investigations"
            let second = to == at + 3 && body.end + 1 == to && word.first == word.last;
            if (word.has(FIELD | BODY_FIELD | ORGAN) || follows && (second || units.list[to - 1].has(FIELD)))
                && word.is_capital()
            {
                body.end = to;
                strong = true;
                body.bare = false;
            } else if !(connects && units.get(to + 1).is_some_and(|w| w.has(FIELD | BODY_FIELD) && w.is_capital())) {
                break;
            }
            to += 1;
        }
    }
    // "the Central Bank of Freedonia", "the Municipal Corporation of Greater Lund"
    if next_hash == marks.of && document.any(unit.last, words!("bank" "corporation")) && capital {
        let named = |u: &usize| {
            units
                .get(*u)
                .is_some_and(|u| u.is_capital() && !u.is_state() && !u.has(GIVEN_M | GIVEN_F | OFFICE | NOT_NAME))
        };
        body.end = (at + 2..at + 4).take_while(named).last().unwrap_or(body.end);
    }
    // "Senate Armed Services Committee": the name goes on to the noun that closes it
    if capital && !organ && body.end == at && next.is_some_and(|n| n.is_capital() && !document.tokens[n.first].glued) {
        let closes = (at + 1..at + 6)
            .take_while(|&u| {
                let and = units.hash(document, u) == marks.and;
                and || units.get(u).is_some_and(|n| n.is_capital() && !n.has(GIVEN_M | GIVEN_F | OFFICE))
            })
            .filter(|&u| {
                units.get(u).is_some_and(|n| {
                    let closing = n.has(ORGAN) && !n.has(BODY) || document.is(n.last, "command");
                    closing && document.tokens[n.first].block == document.tokens[unit.first].block
                })
            })
            .last();
        if let Some(last) = closes {
            body.end = last;
            body.bare = false;
        }
    }
    // "the Independent Monitoring Authority": no firm is called so
    let authority = document.any(unit.last, words!("authority" "inspectorate" "directorate"));
    strong |= authority && capital && !in_headline(document, unit.first) && body.start < at && !body.bare;
    // "Devon Council"
    let of_a_region = document.is(unit.last, "council") && body.start + 1 == at && units.list[body.start].has(REGION);
    strong |= of_a_region && capital;
    let lower_organ = organ && !unit.has(BODY) && !capital;
    let word = document.word(unit.last).to_ascii_lowercase();
    if !strong
        || lower_organ
            && ["office", "service", "administration", "committee", "council", "regulator"]
                .iter()
                .any(|w| word.starts_with(w))
        || word == "service" && body.start + 1 == at && document.is(units.list[body.start].last, "public")
        || capital
            && organ
            && !unit.has(BODY)
            && !of_a_region
            && ["committee", "council", "office"].iter().any(|w| word.starts_with(w))
    {
        return None;
    }
    // "Ministry of Defence of Ukraine", "the army of Chad"
    if units.hash(document, body.end + 1) == marks.of {
        let mut to = body.end + 2;
        if units.hash(document, to) == marks.the {
            to += 1;
        }
        match units.get(to) {
            Some(u) if u.is_state() => body.state = body.state.or(Some(u.state as usize - 1)),
            Some(u) if u.kind == Kind::Lower && matches!(word.as_str(), "army" | "navy" | "court" | "police") => {
                return None;
            }
            _ => {}
        }
    }
    // "the Department of Medicine at a university", "an information agency"
    let school = |u: usize| {
        units.get(u).is_some_and(|u| {
            u.has(PRIVATE)
                && matches!(document.word(u.last), "University" | "College" | "School" | "Hospital" | "university")
        })
    };
    if word == "department" && (body.end + 1..body.end + 7).any(school)
        || word == "agency" && document.is(units.list[body.start].first, "information")
    {
        return None;
    }
    // "the state Department of Revenue": one name is not written in two ways
    if unit.first != unit.last && !capital && document.tokens[unit.last].is_capital() {
        return None;
    }
    // "they police the streets", "in contempt of Congress"
    let before = units.list.get(body.start.wrapping_sub(1)).map_or("", |u| document.word(u.last));
    if matches!(before, "they" | "we" | "to" | "contempt")
        && body.bare
        && (before != "to" || document.tag(unit.last).is_verb())
    {
        return None;
    }
    if body.end == at && is_part_of_another(document, units, unit, next, at) {
        return None;
    }
    // "Free Syrian Army", "Congress party", "Indian National Congress": parties and rebels
    if unknown
        && capital
        && matches!(word.as_str(), "army" | "navy" | "congress" | "force" | "forces" | "military" | "guard")
    {
        return None;
    }
    if word == "court" || word == "courts" {
        // "the ball is in the U.S. court"
        let at = units.list[body.start].first;
        if (at.saturating_sub(7)..at).any(|t| document.is(t, "ball")) {
            return None;
        }
        let previous = before;
        let before = units.list.get(body.start.wrapping_sub(2)).map_or("", |u| document.word(u.last));
        if body.bare && !matches!(previous, "the" | "a" | "A" | "The" | "'s" | "’s") && body.state.is_none()
            || matches!(before, "on" | "off")
        {
            return None;
        }
    }
    Some(body)
}

/// "On Monday police said", "Yesterday police": when, and not whose police.
fn is_day(document: &Document, at: usize) -> bool {
    document.any(at, words!("monday" "tuesday" "wednesday" "thursday" "friday" "saturday" "sunday" "yesterday" "today" "tomorrow" "tonight" "mon" "tue" "wed" "thu" "fri" "sat" "sun"))
}

/// No word of the sentence is in lower case: its capitals tell nothing.
fn in_headline(document: &Document, token: usize) -> bool {
    let sentence = document.sentences.get(document.sentence_of(token));
    let prose = |t: usize| document.tokens[t].kind == Kind::Lower && document.word(t).len() > 4;
    sentence.is_none_or(|s| document.word(s.end - 1) != "." && !(s.start..s.end).any(prose))
}

/// "FBI", "Justice Department": one agency by its letters or its whole name, and no force or bank.
fn is_agency(document: &Document, unit: &Unit) -> bool {
    let nouns = words!("department" "bureau" "agency" "administration" "commission" "investigation" "service");
    unit.kind == Kind::Upper && unit.first == unit.last || unit.first < unit.last && document.any(unit.last, nouns)
}

/// Whether the body only modifies what follows ("army officer"), or hangs on a hyphen.
fn is_part_of_another(document: &Document, units: &Units, unit: &Unit, next: Option<&Unit>, at: usize) -> bool {
    let Some(next) = next else { return false };
    // "the FBI inquiry", "State Department officials": named all the same
    let named = unit.fixed.is_some() && unit.is_capital() && is_agency(document, unit);
    let before_hyphen = at
        .checked_sub(1)
        .is_some_and(|b| units.hash(document, b) == units.marks.hyphen && document.tokens[unit.first].glued);
    if before_hyphen && unit.kind == Kind::Lower {
        return true;
    }
    let token = &document.tokens[next.first];
    if token.block != document.tokens[unit.first].block {
        return false;
    }
    if token.glued && units.hash(document, at + 1) == units.marks.hyphen {
        return true;
    }
    if named && (!token.glued || next.kind == Kind::Punct) {
        return false;
    }
    let tag = document.tag(next.first);
    // nouns that are no verbs after a body, whatever they look like
    if matches!(
        document.word(next.first),
        "filing" | "filings" | "race" | "races" | "seat" | "seats" | "candidates" | "elections" | "members"
    ) {
        return true;
    }
    if token.glued || next.kind == Kind::Punct || next.kind == Kind::Number || tag.is_verb() || next.is_state() {
        return false;
    }
    if next.has(SPOKES | RANK) && !next.has(PLURAL) || next.has(COMPOUND | OFFICE) {
        return true;
    }
    // "military and diplomatic ties": an adjective among adjectives
    let joins = matches!(document.word(next.first), "and" | "or");
    if document.is(unit.last, "military") && joins && document.tag(next.last + 1).is_adj() {
        return true;
    }
    // "military" is an adjective before any plain word
    let plain = next.kind == Kind::Lower && !next.has(NOT_NAME) && !is_verbal_ending(document.word(next.first));
    if document.is(unit.last, "military") && plain && tag != Tag::Adv {
        return true;
    }
    next.kind == Kind::Lower
        && !is_verbal_ending(document.word(next.first))
        && matches!(tag, Tag::Noun | Tag::NounPlural)
}

/// Forms of the past that taggers take for nouns, and words that open a predicate.
pub(super) fn is_verbal_ending(word: &str) -> bool {
    const FORMS: &[&str] = &[
        "cut", "set", "put", "hit", "let", "rose", "met", "held", "led", "shot", "left", "found", "told", "quit",
        "shut", "beat", "split", "read", "sent", "won", "lost", "fought", "struck", "fell", "broke", "took", "gave",
        "kept", "saw", "went", "did", "does", "do", "had", "says", "said", "who", "which", "that", "can", "flew",
        "spoke", "drew", "vows", "claims", "calls",
    ];
    word.ends_with("ed") || FORMS.contains(&word)
}
