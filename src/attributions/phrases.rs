//! Attributions without a verb of saying: "according to X", "in X's words", "the claim that …".

use super::according::according;
use super::as_clauses::{as_clause, put_it, reckoning, version};
use super::nominals::{adjectival, nominal};
use super::reader::{Reader, VOICES};
use super::{Draft, Stance, naming};
use crate::lexicon;
use crate::text::Tag;
use crate::words;

pub fn find(reader: &Reader, out: &mut Vec<Draft>) {
    for at in reader.sentence.range().filter(|&t| !reader.quoted(t)) {
        if let Some(found) = according(reader, at)
            .or_else(|| as_clause(reader, at))
            .or_else(|| put_it(reader, at))
            .or_else(|| version(reader, at))
            .or_else(|| reckoning(reader, at))
            .or_else(|| credit(reader, at))
            .or_else(|| no_comment(reader, at))
            .or_else(|| unanswered(reader, at))
            .or_else(|| mistaken_plural(reader, at))
            .or_else(|| nominal(reader, at))
            .or_else(|| adjectival(reader, at))
        {
            out.push(found);
        }
    }
}

/// "…, reports BSS/AFP." at the end of a sentence: a credit, whatever the tagger takes "reports" for.
fn credit(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    if !d.any(at, words!("reports" "reported" "writes" "says" "say"))
        || at <= reader.start()
        || reader.group_at(at).is_some()
    {
        return None;
    }
    // "…, TMZ reports.": the name before it
    if at + 1 >= reader.end() || reader.word(at + 1) == "." {
        return credit_before(reader, at);
    }
    let last = reader.phrase_end(at + 1, false)?;
    let named = d.tokens.get(at + 1).is_some_and(|t| t.is_capital()) || d.is(at + 1, "the");
    let ends = last + 1 >= reader.end() || reader.word(last + 1) == ".";
    if !named || !ends || !reader.is_comma(at - 1) {
        return None;
    }
    let content = reader.trim((reader.start(), at - 1))?;
    Some(Draft::speech(Some((at + 1, last)), (at, at), vec![content], "sourcing.parenthetical", "report"))
}

fn credit_before(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    let mut first = at - 1;
    while first > reader.start()
        && !reader.is_comma(first - 1)
        && at - first < 6
        && (reader.tag(first - 1).is_noun()
            || reader.tag(first - 1).is_adj()
            || reader.tag(first - 1) == Tag::Det
            || d.is(first - 1, "state"))
    {
        first -= 1;
    }
    let named = (first..at).any(|t| d.tokens.get(t).is_some_and(|t| t.is_capital()));
    // "…, ministry says", "…, the ministry reports": nothing else ends a sentence so
    let body = lexicon::has_any(d.tokens.get(at - 1), VOICES);
    if !(named || body || d.any(at, words!("says" "say"))) || first <= reader.start() || !reader.is_comma(first - 1) {
        return None;
    }
    let content = reader.trim((reader.start(), first - 1))?;
    Some(Draft::speech(Some((first, at - 1)), (at, at), vec![content], "sourcing.parenthetical", "report"))
}

/// "The Associated Press reports the team will miss him": a verb that the tagger took for a plural, between
/// a name and a clause.
fn mistaken_plural(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    let name = at > reader.start()
        && (reader.tag(at - 1) == Tag::Propn
            || reader.tag(at - 1) == Tag::Noun && naming::noun(d, at - 1).0 & naming::PERSONS != 0
            // "the government claims Gulen runs": not "news reports"
            || reader.tag(at - 1) == Tag::Noun
                && naming::noun(d, at - 1).0 & naming::GROUPS != 0
                && !d.is(at, "reports")
            || reader.tag(at - 1) == Tag::Noun && d.tokens[at - 1].glued && d.is(at - 2, "-"));
    if !name || reader.tag(at) != Tag::NounPlural || !d.any(at, words!("reports" "claims" "notes" "estimates" "warns"))
    {
        return None;
    }
    let verb = reader.verb_at(at)?;
    reader.clause_at(at + 1).filter(|clause| clause.first > at + 1)?;
    let first = reader.phrase_start(at - 1)?;
    let content = reader.trim((at + 1, reader.content_end(at + 1)?))?;
    Some(Draft::speech(Some((first, at - 1)), (at, at), vec![content], "sourcing.clause", verb.lemma).with(verb.stance))
}

/// "Emails to the organisers went unanswered."
fn unanswered(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    if !d.is(at, "unanswered")
        || !d.any(at.saturating_sub(1), words!("went" "go" "gone" "remained" "remain" "remains" "was" "were"))
    {
        return None;
    }
    let asked = words!("email" "emails" "e-mails" "call" "calls" "message" "messages" "request" "requests" "question" "questions" "letter" "letters" "inquiries" "texts");
    let noun = (reader.start()..at).rev().take(14).find(|&t| d.any(t, asked))?;
    let to = (noun + 1..at).find(|&t| d.any(t, words!("to" "for" "with" "by")))?;
    let last = reader.phrase_end(to + 1, false).filter(|&last| last < at)?;
    let mut first = at - 1;
    while first > last + 1 && matches!(d.tag(first - 1), Tag::Aux | Tag::Adv) {
        first -= 1;
    }
    let silent = Draft::speech(Some((to + 1, last)), (first, at), Vec::new(), "sourcing.silence", "answer");
    Some(silent.with(Stance::NonResponse))
}

/// "There was no immediate comment from the ministry."
fn no_comment(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    if !d.is(at, "no") {
        return None;
    }
    let noun = if reader.tag(at + 1).is_adj() { at + 2 } else { at + 1 };
    if !d.any(noun, words!("comment" "response" "reply" "answer")) || !d.is(noun + 1, "from") {
        return None;
    }
    let last = reader.phrase_end(noun + 2, false)?;
    Some(
        Draft::speech(Some((noun + 2, last)), (at, noun), Vec::new(), "sourcing.silence", "comment")
            .with(Stance::NonResponse),
    )
}
