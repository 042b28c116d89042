//! Nouns and adjectives that report: "the claim that …", "a warning by X that …", "is confident that …".
//! Finds source, cue and content around the word; verbs are `verbs`'s.

use super::cues::{self, CueWord};
use super::reader::{Range, Reader, is_occasion};
use super::{CueClass, Draft, Stance};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::text::{Tag, Words};
use crate::words;

/// "his claim that …", "the ministry's promise to …", "issued a statement saying …".
pub(super) fn nominal(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    let token = d.tokens.get(at)?;
    if !matches!(d.tag(at), Tag::Noun | Tag::NounPlural) {
        return None;
    }
    let cue = cues::word(token.hash).filter(|w| !w.adjective)?;
    let floor = reader.start();
    let start = chunks::noun_phrase_start(d, floor, at)?;
    // "renewed their wedding vows"
    if d.any(at.saturating_sub(1), words!("wedding" "marriage" "baptismal")) {
        return None;
    }
    if let Some(made) = noun_by(reader, at, cue) {
        return Some(made);
    }
    if let Some(made) = drawn(reader, at, cue, start) {
        return Some(made);
    }
    let (content, cue_last) = nominal_content(reader, at, cue)?;
    // "dismissed the allegations saying that": a denial, and then what else was said
    let denies = |g: &VerbGroup| d.any(g.head, words!("rejected" "dismissed" "denied" "denies"));
    let saying = d.tag(at + 1) == Tag::VerbIng;
    // a light verb: "issued a warning that", "expressed concern about"
    // … "gave repeated warnings that"
    let lone = |v: usize| reader.groups.iter().any(|g| g.form == VerbForm::Participle && g.first == v && g.last == v);
    let before = start.checked_sub(1).map(|v| v - usize::from(v > floor && lone(v)));
    let verb = before.and_then(|v| reader.groups.iter().find(|g| g.last == v));
    if let Some(group) = verb
        && d.any(group.head, LIGHT)
        && !(saying && denies(group))
        && !group.passive
        && group.form != VerbForm::Infinitive
        // "rejected the ministry's claim that": another's claim, and a denial of it
        && possessor(reader, start, at).is_none_or(|p| d.tag(p.0) == Tag::PronPoss)
        && let Some(source) = reader.subject(group)
        // "the clash raised doubts about it": things do, and say nothing
        && (reader.has_voice(source) || !d.any(group.head, words!("raise" "raises" "raised" "raising" "have" "has" "had")))
    {
        let made = make(cue, Some(source), (group.first, cue_last), content, "sourcing.light-verb");
        let denies = denies(group) && !group.negated;
        // "dismissed fears that": who does has no such fears, and says so
        // "announced plans to": a plan made public is a statement
        if d.any(group.head, words!("announce" "announces" "announced" "announcing")) {
            return Some(Draft { class: CueClass::Speech, ..made });
        }
        return Some(if denies { Draft { class: CueClass::Speech, ..made.with(Stance::Denial) } } else { made });
    }
    // without a verb to carry it, only a clause shows that the noun reports something
    if !d.is(at + 1, "that") || cue.class != CueClass::Speech {
        return None;
    }
    let source = possessor(reader, start, at)?;
    let content = if reader.opens_clause(start) { before_own_verb(reader, content) } else { content };
    Some(make(cue, Some(source), (at, cue_last), content, "sourcing.noun"))
}

/// "a warning by the agency that the dam would go": who it is from stands between noun and clause.
fn noun_by(reader: &Reader, at: usize, cue: &CueWord) -> Option<Draft> {
    let d = reader.document;
    // "It is the view of the tribunal that"
    let held = d.is(at + 1, "of") && d.any(at, words!("view" "opinion" "contention" "finding" "conclusion" "belief"));
    if !held && (!d.any(at + 1, words!("by" "from")) || cue.class != CueClass::Speech) {
        return None;
    }
    let mut last = reader.phrase_end(at + 2, false).filter(|&last| reader.has_voice((at + 2, last)))?;
    // "by groups in New York City that"
    if d.any(last + 1, words!("in" "at" "from" "on"))
        && let Some(end) = chunks::noun_phrase_end(d, last + 2, reader.end()).filter(|&end| d.is(end + 1, "that"))
    {
        last = end;
    }
    // "statements by Lund last week that"
    let timed = last + 1 + usize::from(d.any(last + 1, words!("last" "this" "on" "earlier")));
    if chunks::is_time(d, timed) && d.is(timed + 1, "that") && !reader.finite_at(timed + 2) {
        reader.clause_at(timed + 2)?;
        let content = before_own_verb(reader, (timed + 1, reader.noun_content_end(timed + 1, true)?));
        return Some(make(cue, Some((at + 2, last)), (at, at), reader.trim(content)?, "sourcing.noun"));
    }
    // "calls from the unions for the minister to go"
    let asks = words!("call" "calls" "demand" "demands" "appeal" "appeals" "plea" "pleas");
    let plain = chunks::noun_phrase_end(d, at + 2, reader.end())?;
    if d.any(plain + 1, words!("for" "to")) && d.is(at + 1, "from") && d.any(at, asks) {
        let content = reader.trim((plain + 1, reader.noun_content_end(plain + 1, true)?))?;
        return Some(make(cue, Some((at + 2, plain)), (at, at), content, "sourcing.noun"));
    }
    if !d.is(last + 1, "that") || reader.finite_at(last + 2) {
        return None;
    }
    reader.clause_at(last + 2)?;
    let content = before_own_verb(reader, (last + 1, reader.noun_content_end(last + 1, true)?));
    Some(make(cue, Some((at + 2, last)), (at, at), reader.trim(content)?, "sourcing.noun"))
}

/// "The plan drew criticism from the unions over its cost": the subject is what is judged, and who judges it stands
/// behind the noun.
fn drawn(reader: &Reader, at: usize, cue: &CueWord, start: usize) -> Option<Draft> {
    let d = reader.document;
    let given = d.any(at, words!("promise" "promises" "offer" "offers" "question" "questions"));
    if !d.any(at + 1, words!("from" "by")) || !cue.noun || given {
        return None;
    }
    let group = reader.groups.iter().find(|g| g.last + 1 == start && d.any(g.head, DRAWING) && !g.passive)?;
    let noun = at + 2 + usize::from(d.any(at + 2, words!("both" "either")));
    let last = reader.phrase_end(noun, true).filter(|&last| reader.has_voice((noun, last)))?;
    let why = d.any(last + 1, words!("over" "for" "about")).then(|| reader.noun_content_end(last + 1, true)).flatten();
    let mut made = make(cue, Some((at + 2, last)), (at, at), reader.subject(group)?, "sourcing.noun");
    made.content.extend(why.and_then(|end| reader.trim((last + 1, end))));
    Some(made)
}

/// Verbs whose object somebody else gives: "drew praise from".
const DRAWING: &Words = words!("draw" "draws" "drew" "drawn" "drawing" "face" "faces" "faced" "facing" "attract" "attracts" "attracted" "attracting" "receive" "receives" "received"
    "receiving" "spark" "sparks" "sparked" "sparking" "earn" "earns" "earned" "earning" "win" "wins" "won" "winning" "get" "gets" "got" "prompt" "prompted" "prompting"
    "provoke" "provoked" "provoking" "elicit" "elicited" "bring" "brought" "met");

/// A clause that hangs on a subject ends before the sentence's own verb: the one with no subject of its own.
fn before_own_verb(reader: &Reader, (first, last): Range) -> Range {
    let d = reader.document;
    let mut clauses = reader.groups.iter().filter(|g| g.first > first && g.first <= last);
    let Some(opening) = clauses.next() else { return (first, last) };
    let whole = |g: &VerbGroup| g.form == VerbForm::Infinitive || g.first < g.head;
    let (mut before, mut open) = (opening.last, whole(opening));
    for group in clauses {
        // "marked in advance was rejected": what a preposition holds is no subject
        let held = group.first > before + 1
            && chunks::noun_phrase_start(d, before + 1, group.first - 1)
                .is_some_and(|s| s > before + 1 && d.tag(s - 1) == Tag::Adp);
        let subject = !held && (before + 1..group.first).any(|t| d.tag(t).is_noun() || d.tag(t) == Tag::Pron);
        // "reserves were": one verb, taken for two; "to go emptied", "could fail was": two
        let apart = group.first > before + 1 || open;
        let own = if d.tag(group.first) == Tag::Aux { group.first } else { group.head };
        if matches!(group.form, VerbForm::Finite | VerbForm::Participle) && apart && !subject {
            return (first, own - 1);
        }
        (before, open) = (group.last, whole(group));
    }
    (first, last)
}

fn make(cue: &CueWord, source: Option<Range>, at: Range, content: Range, rule: &'static str) -> Draft {
    Draft {
        source,
        cue: at,
        content: vec![content],
        class: cue.class,
        stance: cue.stance,
        rule,
        negated: false,
        lemma: "",
    }
}

/// Verbs that only carry the noun: "made a promise", "voiced doubts".
const LIGHT: &Words = words!("made" "make" "makes" "making" "did" "issued" "issue" "issues" "issuing" "expressed" "express" "expresses"
    "expressing" "voiced" "voices" "voicing" "raised" "raise" "raises" "raising" "gave" "give" "gives" "giving" "released" "releasing"
    "offered" "offer" "offers" "offering" "deliver" "delivered" "has" "have" "had" "repeated" "repeating" "renewed" "rejected" "dismissed" "reiterated" "defended" "denied" "denies"
    "echoed" "poured" "pours" "pour" "pouring" "heaped" "heaps" "pressed" "sent" "posted" "published" "signaled" "signalled" "declared" "announced");

/// What a reporting noun reports, and where its cue ends.
fn nominal_content(reader: &Reader, at: usize, cue: &CueWord) -> Option<(Range, usize)> {
    let d = reader.document;
    let next = at + 1;
    // "her comment that, “We will stay”"
    let quoted = reader.quote_opens(next + 1 + usize::from(reader.is_comma(next + 1))).is_some();
    if d.is(next, "that") && reader.finite_from(next + 1).is_some() && (d.tag(next + 1) != Tag::Punct || quoted) {
        // a relative clause ("the claim that was made") has no subject of its own
        if reader.finite_at(next + 1) {
            return None;
        }
        return Some((reader.trim((next, reader.content_end(next)?))?, at));
    }
    if cue.infinitive && d.is(next, "to") && reader.group_at(next).is_some() {
        return Some((reader.trim((next, reader.noun_content_end(next, true)?))?, at));
    }
    if d.any(next, words!("saying" "stating" "declaring" "claiming" "alleging" "warning" "arguing")) {
        let group = reader.group_at(next)?;
        let verb = reader.verb_at(group.head)?;
        let complement = reader.complement(group, verb)?;
        return Some((complement.content, complement.cue_last));
    }
    // "had a question for the mayor": who is asked
    let asked = d.any(at, words!("question" "questions")) && d.is(next, "for");
    // "announced the plan on state television": where
    let aired =
        d.is(next, "on") && chunks::noun_phrase_end(d, next + 1, reader.end()).is_some_and(|end| is_occasion(d, end));
    if cue.noun
        && !asked
        && !aired
        && d.any(next, words!("of" "about" "for" "over" "against" "on"))
        && reader.tag(next) == Tag::Adp
        && !chunks::is_time(d, next + 1)
    {
        return Some((reader.trim((next + 1, reader.noun_content_end(next + 1, false)?))?, next));
    }
    None
}

/// "his", "the ministry's" before the noun.
fn possessor(reader: &Reader, start: usize, at: usize) -> Option<Range> {
    let d = reader.document;
    if d.tag(start) == Tag::PronPoss && start < at {
        return Some((start, start));
    }
    let mark = (start..at).rev().find(|&t| d.any(t, words!("'s" "'")) && d.tag(t) == Tag::Part)?;
    (mark > start).then(|| (start, mark - 1))
}

/// "is confident that", "are worried about".
pub(super) fn adjectival(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    if !(d.tag(at).is_adj() || d.tag(at).is_verb()) {
        return None;
    }
    let cue = cues::word(d.tokens.get(at)?.hash).filter(|w| w.adjective)?;
    let mut before = at.checked_sub(1)?;
    while before > reader.start() && d.tag(before) == Tag::Adv {
        before -= 1;
    }
    let group = reader
        .groups
        .iter()
        .find(|g| g.last == before && d.tag(g.head) == Tag::Aux)
        .or_else(|| reader.groups.iter().find(|g| g.last == at && g.passive))?;
    let source = reader.subject(group)?;
    let next = at + 1;
    if !d.is(next, "that") && reader.clause_at(next).is_none() {
        return None;
    }
    let content = reader.trim((next, reader.content_end(next)?))?;
    if d.is(source.0, "it") && source.0 == source.1 {
        return None;
    }
    Some(make(cue, Some(source), (group.first, at), content, "sourcing.adjective"))
}
