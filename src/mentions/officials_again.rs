//! Bodies that come again: by the noun of their name, by its last words, by their initials.
//! Reads the marked bodies of a document and adds the mentions that rest on them.

use std::collections::HashSet;

use super::Mention;
use crate::rules;
use crate::text::{Document, Kind, Tag, Words};
use crate::words;

/// "The foreign ministry" after "the Peruvian foreign ministry", the only one of its kind so far: the
/// same body. One word alone may be any state's, but for an army, a parliament or an embassy of which the story has
/// one, and for the court named last.
pub(super) fn share_bodies(document: &Document, list: &mut [Mention]) {
    let mut known: Vec<(&str, usize)> = Vec::new();
    let mut same: Vec<(usize, usize)> = Vec::new();
    for (index, mention) in list.iter().enumerate().filter(|(_, m)| m.kind == "body") {
        let Some(name) = mention.entity.strip_prefix("body:") else { continue };
        let (first, last) = mention.tokens;
        if let Some(state) = &mention.state {
            let state = state.trim_start_matches("org:");
            let Some(kind) = name.strip_prefix(state).and_then(|n| n.strip_prefix('-')) else { continue };
            if kind.contains('-') || matches!(kind, "army" | "navy" | "parliament" | "embassy") {
                known.push((kind, index));
            }
        } else if first > 0
            && document.is(first - 1, "the")
            && !document.is(last + 1, "of")
            && !document.is(last + 1, "in")
        {
            let mut bearers = known.iter().filter(|(kind, _)| *kind == name).map(|(_, i)| *i);
            let Some(bearer) = bearers.next() else { continue };
            if bearers.all(|other| list[other].entity == list[bearer].entity) {
                same.push((index, bearer));
            }
        }
    }
    // "the court" after a court by its whole name: the nearest
    for index in 0..list.len() {
        let (first, last) = list[index].tokens;
        let bare =
            list[index].kind == "body" && first == last && list[index].state.is_none() && document.is(first, "court");
        if !bare || first == 0 || !document.is(first - 1, "the") || document.any(last + 1, words!("of" "in")) {
            continue;
        }
        let named = |m: &&Mention| m.kind == "body" && m.tokens.0 < m.tokens.1 && document.is(m.tokens.1, "court");
        if let Some(court) = list[..index].iter().rposition(|m| named(&m)) {
            same.push((index, court));
        }
    }
    // "the apex court" after the Supreme Court
    for index in 0..list.len() {
        let (first, last) = list[index].tokens;
        let highest = first + 1 == last
            && document.is(last, "court")
            && document.any(first, words!("high" "apex" "top" "highest"))
            && document.tokens[first].kind == Kind::Lower;
        let supreme = |m: &Mention| {
            document.is(m.tokens.1, "court") && document.any(m.tokens.1 - 1, words!("supreme" "constitutional"))
        };
        let before = |m: &Mention| m.kind == "body" && m.tokens.0 < m.tokens.1 && supreme(m);
        if highest
            && list[index].kind == "body"
            && let Some(court) = list[..index].iter().rposition(before)
        {
            same.push((index, court));
        }
    }
    for (index, bearer) in same {
        list[index].entity = list[bearer].entity.clone();
        list[index].state = list[bearer].state.clone();
    }
}

/// What "the agency" may stand for, by the last word of its name.
const AGENCIES: &Words = words!("agency" "administration" "service" "bureau" "authority" "office" "board" "inspectorate" "directorate" "institute" "center" "centre");

/// Nouns by which a body is named again.
const HEADS: &Words =
    words!("agency" "department" "commission" "bureau" "authority" "administration" "council" "committee" "tribunal");

/// "The agency", "the commission" after a body with that word in its name: the nearest such body. "The
/// Intelligence Committee" after "the House Intelligence Committee": the one whose name ends so.
pub(super) fn bodies_again(document: &Document, list: &mut Vec<Mention>) {
    let mut again: Vec<Mention> = Vec::new();
    for at in 1..document.tokens.len() {
        if !document.any(at, HEADS) || list.iter().any(|m| m.tokens.0 <= at && at <= m.tokens.1) {
            continue;
        }
        let token = &document.tokens[at];
        let alone = document.tag(at + 1) != Tag::Noun && !document.is(at + 1, "of") && !document.is(at + 1, "-");
        let named = |m: &&Mention| m.kind == "body" && m.tokens.0 < m.tokens.1 && m.tokens.1 < at;
        let capital = |t: usize| document.tokens.get(t).is_some_and(|t| t.is_capital());
        let agency = document.is(at, "agency");
        // "the Agency" too, with nothing of a name behind it
        let bare = token.kind == Kind::Lower || token.kind == Kind::Capital && !capital(at + 1);
        let (first, found) = if bare && token.quote == 0 && alone && document.is(at - 1, "the") {
            let same = |m: &&Mention| {
                let last = m.tokens.1;
                named(m)
                    && capital(m.tokens.0)
                    && (document.tokens.get(last).is_some_and(|t| t.hash == token.hash)
                        || agency && document.any(last, AGENCIES))
            };
            (at, list.iter().rev().find(same))
        } else if capital(at) && capital(at - 1) && at > 1 && document.is(at - 2, "the") {
            let same = |m: &&Mention| {
                let (first, last) = m.tokens;
                named(m)
                    && last - first >= 2
                    && (0..2).all(|k| document.tokens[last - k].hash == document.tokens[at - k].hash)
            };
            (at - 1, list.iter().rev().find(same))
        } else {
            continue;
        };
        again.extend(found.map(|body| resolved(document, body, first, at)));
    }
    add(list, again);
}

/// "Justice declined", "why did Justice wait?" after the Justice Department: its field with a capital, as who acts.
pub(super) fn fields_again(document: &Document, list: &mut Vec<Mention>) {
    let mut known: Vec<(u64, usize)> = Vec::new();
    for (index, body) in list.iter().enumerate().filter(|(_, m)| m.kind == "body") {
        let (first, last) = body.tokens;
        let field = if document.is(last, "department") && last == first + 1 {
            first
        } else if document.is(first, "department") && last == first + 2 {
            last
        } else {
            continue;
        };
        let short = document.any(
            field,
            words!("justice" "treasury" "commerce" "interior" "labor" "energy" "transportation" "education"),
        );
        if short && document.tokens[field].is_capital() && !known.iter().any(|k| k.0 == document.tokens[field].hash) {
            known.push((document.tokens[field].hash, index));
        }
    }
    if known.is_empty() {
        return;
    }
    let mut again = Vec::new();
    for at in 1..document.tokens.len() {
        let token = &document.tokens[at];
        if token.kind != Kind::Capital {
            continue;
        }
        let Some(&(_, body)) = known.iter().find(|(hash, body)| *hash == token.hash && list[*body].tokens.1 < at)
        else {
            continue;
        };
        let before = &document.tokens[at - 1];
        let opens = document.sentence_of(at - 1) != document.sentence_of(at);
        let beside = before.block == token.block && before.is_capital() && !opens;
        // "Energy rose 3%", "Justice delayed": what opens a sentence has its capital from there
        let common =
            opens && (!document.is(at, "justice") || document.any(at + 1, words!("delayed" "denied" "served" "done")));
        let abstracts = words!("is" "was" "has" "demands" "requires" "means" "must" "will" "prevails" "prevailed");
        let acts = document.tag(at + 1).is_finite() && !common && !document.any(at + 1, abstracts);
        let asked = document.any(at - 1, words!("did" "does" "had"));
        if !beside && (acts || asked) {
            again.push(resolved(document, &list[body], at, at));
        }
    }
    again.into_iter().for_each(|mention| put_in_place(list, mention));
}

/// Offices that lead a state: their holder is "the Russian leader".
const LEADING: &[&str] = &[
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "supreme leader",
    "king",
    "emir",
    "sultan",
    "crown prince",
];

/// "The Russian president" in a story that names the one who is: a later mention of him, and so is "he" after it.
pub(super) fn held_offices(document: &Document, list: &mut [Mention]) {
    let mut same: Vec<(String, usize)> = Vec::new();
    // each office is looked for once, however often it comes
    let mut sought: HashSet<&str> = HashSet::new();
    for role in list.iter().filter(|m| m.kind == "role" && m.rule == "official.role") {
        let (Some(state), Some(title)) = (&role.state, &role.title) else { continue };
        let first = role.tokens.0;
        // "a Russian president", "the next Russian president": not this one
        let other = words!("a" "an" "any" "every" "next" "new" "future" "first" "last" "no" "another" "one");
        let indefinite = (first.saturating_sub(3)..first).any(|t| document.any(t, other));
        if indefinite || !sought.insert(&role.entity) {
            continue;
        }
        let holds = |m: &Mention| {
            let office = m.title.as_deref().unwrap_or("");
            let leads = title == "leader" && LEADING.contains(&office);
            m.kind == "named"
                && m.state.as_ref() == Some(state)
                && m.entity.starts_with("person:")
                && (leads || office == title)
        };
        let mut holders = list.iter().enumerate().filter(|(_, m)| holds(m));
        let Some((bearer, holder)) = holders.next() else { continue };
        if holders.all(|(_, m)| m.entity == holder.entity) {
            same.push((role.entity.clone(), bearer));
        }
    }
    for (entity, bearer) in same {
        let holder = list[bearer].clone();
        for mention in list.iter_mut().filter(|m| m.entity == entity) {
            mention.entity.clone_from(&holder.entity);
            mention.kind = holder.kind;
            mention.title.clone_from(&holder.title);
            mention.rule = "official.resolved";
        }
    }
}

fn resolved(document: &Document, body: &Mention, first: usize, last: usize) -> Mention {
    let (span, rule) = (document.span(first, last), "official.resolved");
    Mention { span, tokens: (first, last), rule, confidence: rules::sure(rule), ..body.clone() }
}

/// Puts a mention in its place, unless another covers it.
pub(super) fn put_in_place(list: &mut Vec<Mention>, mention: Mention) {
    let at = list.partition_point(|m| m.tokens.1 < mention.tokens.0);
    if list.get(at).is_none_or(|m| m.tokens.0 > mention.tokens.1) {
        list.insert(at, mention);
    }
}

fn add(list: &mut Vec<Mention>, mut more: Vec<Mention>) {
    list.append(&mut more);
    list.sort_by_key(|m| m.tokens.0);
}

/// "The Ministry of Defence (MoD)": in this story the letters mean that body, whatever they mean elsewhere.
/// Without brackets, initials of three letters or more: "NSC" after "the National Security Council".
/// Letters that a table knows keep their state where the story names it and not the body's.
pub(super) fn abbreviated(document: &Document, list: &mut Vec<Mention>, present: &[&str]) {
    // every word that looks like an abbreviation, with its places in order
    let mut letters: Vec<(&str, usize)> = (0..document.tokens.len())
        .filter(|&t| document.tokens[t].is_capital() && is_short_form(document.word(t)))
        .map(|t| (document.word(t), t))
        .collect();
    letters.sort_unstable();
    let places = |word: &str, after: usize| -> &[(&str, usize)] {
        let from = letters.partition_point(|l| *l < (word, after));
        let to = letters.partition_point(|l| *l <= (word, usize::MAX));
        &letters[from..to.max(from)]
    };
    let mut again: Vec<Mention> = Vec::new();
    let mut told: Vec<(usize, Mention)> = Vec::new();
    // letters that a table knows, before the whole name or after it
    let mut known: Vec<(usize, Mention)> = Vec::new();
    // the first body that letters stand for has them
    let mut taken: HashSet<String> = HashSet::new();
    for body in list.iter().filter(|m| m.kind == "body" && m.tokens.0 < m.tokens.1) {
        let (first, last) = body.tokens;
        let bracketed = document.is(last + 1, "(") && document.word(last + 3).starts_with(')');
        let short = document.word(last + 2);
        if bracketed && is_short_form(short) && shortens(document, short, first, last) {
            if !taken.insert(short.to_owned()) {
                continue;
            }
            told.extend(places(short, last).iter().map(|&(_, at)| (at, resolved(document, body, at, at))));
            known.extend(places(short, 0).iter().map(|&(_, at)| (at, body.clone())));
        } else if document.tokens[first].is_capital() {
            let before = first.checked_sub(1).filter(|&t| document.tokens[t].is_capital() && !document.is(t, "the"));
            for start in [Some(first), before].into_iter().flatten() {
                let word = initials(document, start, last);
                if word.len() > 2 && !places(&word, 0).is_empty() && taken.insert(word.clone()) {
                    again.extend(places(&word, last).iter().map(|&(_, at)| resolved(document, body, at, at)));
                    known.extend(places(&word, 0).iter().map(|&(_, at)| (at, body.clone())));
                }
            }
        }
    }
    let covering = |list: &[Mention], at: usize| {
        let next = list.partition_point(|m| m.tokens.0 <= at);
        next.checked_sub(1).filter(|&i| list[i].tokens.1 >= at)
    };
    for (at, mention) in told {
        match covering(list, at) {
            Some(known) if list[known].kind == "body" && list[known].tokens == (at, at) => {
                let home = list[known].state.as_deref().is_some_and(|state| present.contains(&state));
                if mention.state.is_some() || !home {
                    list[known] = mention;
                }
            }
            Some(_) => {}
            None => again.push(mention),
        }
    }
    for (at, body) in known {
        if let Some(short) = covering(list, at).filter(|&i| list[i].kind == "body" && list[i].state == body.state) {
            list[short].entity = body.entity;
        }
    }
    // "the IRENA report", "PSC-PSI": a word beside another
    let alone = |at: usize| {
        let glued = |t: usize| document.is(t, "-") && document.tokens.get(t).is_some_and(|t| t.glued);
        let noun = document.tag(at + 1).is_noun() && document.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Lower);
        !(glued(at + 1) || noun || at > 0 && glued(at - 1))
    };
    again.retain(|m| covering(list, m.tokens.0).is_none() && alone(m.tokens.0));
    again.sort_by_key(|m| m.tokens);
    again.dedup_by_key(|m| m.tokens);
    add(list, again);
}

/// "(MoD)", "(CDC)": its capitals stand in this order among the first letters of the name, or it ends as the name does.
fn shortens(document: &Document, short: &str, first: usize, last: usize) -> bool {
    let whole = initials(document, first, last);
    let mut letters = whole.chars();
    let in_order = short.chars().filter(|c| c.is_uppercase()).all(|c| letters.any(|l| l == c));
    in_order || short.chars().last() == document.word(last).chars().next()
}

/// "MoD", "DEC": capitals but for a letter or two.
fn is_short_form(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2 && word.len() <= 6 && word.chars().all(char::is_alphabetic) && capitals * 2 >= word.len()
}

/// The first letters of the capitalised words of a range.
fn initials(document: &Document, first: usize, last: usize) -> String {
    let capitals = (first..=last).filter(|&t| document.tokens[t].is_capital());
    capitals.filter_map(|t| document.word(t).chars().next()).collect()
}
