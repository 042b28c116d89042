//! Where a statement ends before its clause does: at the sentence's own verb, at the date of the charge, at the word
//! that names who makes it.
//! Reads parts of speech and verb groups after the cue; where a clause ends is for `edges`.

use super::edges::{joins, own_clause};
use crate::chunks;
use crate::text::{Document, Sentence, Tag};
use crate::words;

/// "accused of fraud by two partners": a scope ends before the word `by` that names who says so.
pub fn before_agent(document: &Document, (first, last): (usize, usize), by: Option<usize>) -> (usize, usize) {
    let by = by.filter(|&t| first < t && t <= last && document.is(t, "by"));
    (first, by.map_or(last, |t| t - 1))
}

/// "Allegations of fraud have been levelled against chiefs": what is alleged ends before the noun's own verb.
pub(super) fn to_main_verb(
    document: &Document,
    sentence: &Sentence,
    cue: (usize, usize),
    range: (usize, usize),
) -> (usize, usize) {
    let alleged = words!("allegation" "allegations" "accusation" "accusations" "claims" "rumours" "rumors" "reports" "suspicions" "speculation");
    let of = document.is(cue.1, "of") && (cue.0..cue.1).any(|t| document.any(t, alleged));
    // "A suspect in the theft has been arrested"
    let suspect = (cue.0..cue.1).any(|t| document.any(t, words!("suspect" "suspects")));
    if !of && !suspect {
        return range;
    }
    let relative = |t: usize| document.any(t, words!("that" "who" "which" "whose" "where"));
    let own = (range.0 + 1..=range.1).take_while(|&t| !relative(t)).find(|&t| is_finite(document, t));
    let Some(own) = own else { return range };
    // "heard the accusation of meddling and the mayor laughed": another subject, where the noun is no subject
    let object = (sentence.start..cue.0).any(|t| is_finite(document, t));
    let and = (range.0 + 1..own).rev().find(|&t| document.tag(t) == Tag::Cconj).filter(|_| object);
    (range.0, and.unwrap_or(own) - 1)
}

/// "indicted on 11 counts Thursday morning", "charged with stealing eels after police raided his shed", "found guilty of
/// fraud by a jury": when the charge was brought, and who found so, is no part of it.
pub(super) fn to_time(
    document: &Document,
    sentence: &Sentence,
    cue: (usize, usize),
    (first, last): (usize, usize),
) -> (usize, usize) {
    let brought = words!("charged" "charges" "charge" "counts" "indicted" "convicted" "arraigned" "guilty" "arrested" "detained" "held");
    if !(cue.0..=cue.1).any(|t| document.any(t, brought)) {
        return (first, last);
    }
    let another = |&t: &usize| is_after_event(document, sentence, t) || is_by_court(document, t);
    let last = (first + 1..last).find(another).map_or(last, |t| t - 1);
    (first, before_day(document, first, last))
}

/// "after police raided his shed", "after loot found in barn": a clause, where "after a party" may be when the deed was.
fn is_after_event(document: &Document, sentence: &Sentence, at: usize) -> bool {
    let found = || {
        let end = chunks::noun_phrase_end(document, at + 1, sentence.end);
        end.is_some_and(|end| matches!(document.tag(end + 1), Tag::VerbPart | Tag::VerbPast))
    };
    document.is(at, "after") && (own_clause(document, sentence, at + 1) || found())
}

/// "by a jury", "by the district court"
fn is_by_court(document: &Document, at: usize) -> bool {
    let courts = words!("jury" "court" "judge" "tribunal" "panel" "magistrate");
    document.is(at, "by") && (at + 1..at + 5).any(|t| document.any(t, courts))
}

/// The last token before the day on which a scope ends; the day stays where it may be that of the deed ("of stealing
/// eels on Friday").
fn before_day(document: &Document, first: usize, last: usize) -> usize {
    let time =
        |t: usize| chunks::is_time(document, t) || document.any(t, words!("morning" "afternoon" "evening" "night"));
    let day = |t: usize| chunks::is_time(document, t) && document.tokens[t].is_capital();
    let before = (first..=last).rev().find(|&t| !time(t)).unwrap_or(first);
    if !(before + 1..=last).any(day) {
        return last;
    }
    let deed = (first..=before).any(|t| document.tag(t) == Tag::VerbIng);
    match document.any(before, words!("on" "in" "late" "early" "last")) {
        true if deed => last,
        true if before > first => before - 1,
        _ => before,
    }
}

pub(super) fn is_finite(document: &Document, token: usize) -> bool {
    document.tag(token).is_finite() || matches!(document.tag(token), Tag::Aux | Tag::Modal)
}

/// "Rumours that the dam had burst sent people running": the verb of which the noun is the subject.
pub(super) fn main_verb(document: &Document, sentence: &Sentence, cue: (usize, usize)) -> Option<usize> {
    let subject = |t: usize| matches!(document.tag(t), Tag::Pron | Tag::Cconj | Tag::Sconj) || joins(document, t);
    let that = document.is(cue.1, "that");
    // "A boss accused of bullying staff steps down"
    let verb = if document.is(cue.0, "in") && document.is(cue.1, "with") { cue.0.saturating_sub(1) } else { cue.0 };
    let participle = !that && document.tag(verb).is_verb();
    let announces = || {
        let noun = (cue.0..=cue.1).find(|&t| document.tag(t).is_noun());
        let light = |t: usize| document.tag(t).is_adj() || document.tag(t) == Tag::Det;
        that && noun.is_some_and(|noun| (sentence.start..noun).all(light))
    };
    let hangs = participle
        && (document.any(verb + 1, words!("of" "with")) || document.any(cue.1, words!("with" "over" "in" "on" "for")))
        && verb > sentence.start
        && document.tag(verb - 1).is_noun();
    if !(hangs || !participle && announces()) {
        return None;
    }
    let mut groups = Vec::new();
    chunks::verb_groups(document, sentence, &mut groups);
    let mut finite = groups.iter().filter(|g| g.form == chunks::VerbForm::Finite).peekable();
    if participle {
        let opens = groups.iter().find(|g| g.last >= verb).is_some_and(|g| g.first == verb);
        let alone = finite.peek().is_none_or(|g| g.last >= verb);
        let next = finite.find(|g| g.first > cue.1)?;
        return (opens && alone && document.tag(next.first - 1).is_noun()).then_some(next.first);
    }
    // the first is the clause's own; "had been sold swept": where two verbs meet the second is the main one
    let mut finite = finite.filter(|g| g.first > cue.1);
    let own = finite.next()?;
    let meets = own.first < own.last && matches!(document.tag(own.last + 1), Tag::VerbPart | Tag::VerbPast);
    if meets {
        return Some(own.last + 1);
    }
    finite.find(|g| !subject(g.first - 1)).map(|g| g.first)
}
