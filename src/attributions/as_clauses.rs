//! A clause that carries another: "As X told the paper, …", "…, as X put it", "or so X says", "to hear X tell it",
//! "X made clear that …".
//! Finds the carrier and what it carries.

use super::Draft;
use super::cues::Frames;
use super::reader::{Range, Reader};
use crate::chunks::{self, VerbGroup};
use crate::lexicon::{self, Class};
use crate::text::Tag;
use crate::words;

/// "Lund made clear his patience was over", "made it plain that", "made the case that", "let it be known that".
pub(super) fn makes_clear(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    let makes = d.any(group.head, words!("made" "makes" "make" "making"));
    let lets = d.any(group.head, words!("let" "lets"));
    if group.passive || !(makes || lets) {
        return None;
    }
    let it = group.last + 1 + usize::from(d.is(group.last + 1, "it"));
    let case = d.any(it, words!("the" "a")) && d.any(it + 1, words!("case" "point" "argument"));
    let last = match makes {
        true if d.any(it, words!("clear" "plain")) => it,
        // "made the case to members of both parties that"
        true if case => it + 1,
        false if it > group.last + 1 && d.are(it, &["be", "known"]) => it + 1,
        _ => return None,
    };
    let mut first = last + 1;
    while reader.tag(first) == Tag::Adp
        && let Some(end) = reader.phrase_end(first + 1, false).filter(|end| d.is(end + 1, "that"))
    {
        first = end + 1;
    }
    if !(d.is(first, "that") || !case && reader.clause_at(first).is_some()) {
        return None;
    }
    let source = reader.subject(group).filter(|&s| reader.has_voice(s))?;
    let content = reader.trim((first, reader.content_end(first)?))?;
    Some(Draft::speech(Some(source), (group.first, last), vec![content], "sourcing.light-verb", "make"))
}

/// "A memo lays bare how crews were told to switch off the lights".
pub(super) fn lays_bare(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    if group.passive || !d.any(group.head, words!("lay" "lays" "laid")) || !d.is(group.last + 1, "bare") {
        return None;
    }
    let first = group.last + 2;
    let content = reader.trim((first, reader.content_end(first)?))?;
    let source = reader.subject(group)?;
    let paper = d.is(source.1, "it") || lexicon::has(d.tokens.get(source.1), Class::DocumentNoun);
    let cue = (group.first, first - 1);
    let made = || Draft::speech(Some(source), cue, vec![content], "sourcing.light-verb", "reveal");
    (paper || reader.has_voice(source)).then(made)
}

/// "As Lund told reporters, …", "…, as Lund has said, …": the clause beside an as-clause.
pub(super) fn as_clause(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    let opens = opens_as_clause(reader, at)?;
    if let Some(made) = as_reported(reader, at, opens) {
        return Some(made);
    }
    let mut group = *reader.finite_from(at + 1).filter(|g| g.first <= at + 22)?;
    let subject = group;
    // "as the manager likes to say"
    let fond = d.any(group.head, words!("like" "likes" "liked" "love" "loves" "loved" "used" "tends"));
    if let Some(says) = reader.group_at(group.last + 1).filter(|g| fond && d.is(g.first, "to")) {
        group = VerbGroup { first: group.first, form: group.form, ..*says };
    }
    // "as the talks continued": when, and nobody's words
    let goes_on = words!("continue" "continues" "continued" "begin" "begins" "began" "promise" "promises" "answer" "answered" "chant" "chanted" "cheered" "sang");
    let verb = reader.verb_at(group.head).filter(|v| {
        v.class == super::CueClass::Speech
            && v.frames.any(Frames::QUOTE)
            && !d.any(group.head, goes_on)
            && (!group.passive || d.is(group.first, "'s"))
    })?;
    let source = reader.subject(&subject).filter(|s| s.0 == at + 1)?;
    if verb.lemma != "tell"
        && matches!(reader.tag(group.last + 1), Tag::Pron | Tag::Det | Tag::Noun | Tag::NounPlural)
        && !chunks::is_time(d, group.last + 1)
    {
        return None;
    }
    // nothing but the hearer, a time or an occasion before the comma
    let comma =
        (group.last + 1..reader.end()).find(|&t| reader.is_comma(t) || matches!(reader.word(t), "." | ":" | "—"))?;
    if comma > group.last + 10
        || reader.finite_from(group.last + 1).is_some_and(|g| g.first < comma)
        || reader.quote_opens(group.last + 1).is_some()
    {
        return None;
    }
    let content = beside(reader, at, comma, opens);
    (!content.is_empty()).then_some(())?;
    Some(
        Draft::speech(Some(source), (group.first, group.last), content, "sourcing.as-clause", verb.lemma)
            .with(verb.stance),
    )
}

/// "As reported by the Coast Courier, …", "…, as stated in the letter.": the same turned round.
fn as_reported(reader: &Reader, at: usize, opens: bool) -> Option<Draft> {
    let d = reader.document;
    let verb = reader.verb_at(at + 1)?;
    let told = verb.class == super::CueClass::Speech && verb.frames.any(Frames::QUOTE);
    if !told || !d.any(at + 2, words!("by" "in")) || !matches!(d.tag(at + 1), Tag::VerbPart | Tag::VerbPast) {
        return None;
    }
    let last = reader.phrase_end(at + 3, false)?;
    let noun = chunks::noun_phrase_end(d, at + 3, reader.end())?;
    if d.is(at + 2, "in") && !lexicon::has(d.tokens.get(noun), Class::DocumentNoun) {
        return None;
    }
    let content = beside(reader, at, last + 1, opens);
    let closed = reader.is_comma(last + 1) || !opens && matches!(reader.word(last + 1), "." | ";" | "");
    (closed && !content.is_empty() && reader.has_voice((at + 3, last))).then(|| {
        let by = at + 1 + usize::from(d.is(at + 2, "in"));
        Draft::speech(Some((at + 3, last)), (at + 1, by), content, "sourcing.as-clause", verb.lemma).with(verb.stance)
    })
}

/// "As the coroner put it, …", "…, as Lund puts it": the clause beside it.
pub(super) fn put_it(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    let opens = opens_as_clause(reader, at)?;
    let last = reader.phrase_end(at + 1, true)?;
    // "as Lund, who sold it, recently put it"
    let mut verb = last + 1 + usize::from(reader.is_comma(last + 1));
    while d.any(verb, words!("has" "had" "so")) || reader.tag(verb) == Tag::Adv {
        verb += 1;
    }
    if !d.any(verb, words!("put" "puts")) || !d.any(verb + 1, words!("it" "things")) {
        return None;
    }
    let mark = (verb + 2..reader.end()).find(|&t| reader.is_comma(t) || matches!(reader.word(t), "." | ":" | "—"))?;
    let content = beside(reader, at, mark, opens);
    (!content.is_empty()).then_some(())?;
    Some(Draft::speech(Some((at + 1, last)), (verb, verb + 1), content, "sourcing.as-clause", "put"))
}

/// Whether an "as" here opens its sentence, or else stands behind a comma or the end of a quotation that opens the
/// sentence ("“…,” as Lund put it"); none where it does neither.
fn opens_as_clause(reader: &Reader, at: usize) -> Option<bool> {
    if !reader.document.is(at, "as") {
        return None;
    }
    // "But as Lund noted, …" opens its sentence too
    if at == reader.start() || reader.tag(at - 1) == Tag::Cconj {
        return Some(true);
    }
    let comma = || at > reader.start() + 1 && reader.is_comma(at - 2);
    let quoted = || reader.quote_closes(at - 1).is_some() && (comma() || reader.quote_opens(reader.start()).is_some());
    (reader.is_comma(at - 1) || quoted()).then_some(false)
}

/// The clause beside an as-clause that begins at `at` and ends at `mark`: what follows one that opens the
/// sentence, what stands before and after another ("The tunnel, as the manager put it, is one long puddle").
fn beside(reader: &Reader, at: usize, mark: usize, opens: bool) -> Vec<Range> {
    let before = if opens { None } else { reader.trim((reader.start(), at - 1)) };
    // "Or, as Lund put it: “…”"
    let before = before.filter(|b| b.0 < b.1 || reader.tag(b.0) != Tag::Cconj);
    let opens = opens || before.is_none();
    let goes_on = reader.group_at(mark + 1).is_some() || reader.quote_opens(mark + 1).is_some();
    let follows = opens || reader.is_comma(mark) && goes_on;
    let end = || reader.trim((mark + 1, reader.content_end(mark + 1)?));
    before.into_iter().chain(follows.then(end).flatten()).collect()
}

/// "By the company's own estimate, one in six …", "…, on his own account, …": whose reckoning a clause is.
pub(super) fn reckoning(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    let opens = at == reader.start();
    if !d.any(at, words!("by" "on" "in")) || !(opens || reader.is_comma(at - 1)) {
        return None;
    }
    let noun = chunks::noun_phrase_end(d, at + 1, reader.end())?;
    let reckons = words!("estimate" "estimates" "account" "accounts" "reckoning" "admission" "calculation" "calculations" "count" "telling" "assessment" "view" "opinion");
    let comma = reader.is_comma(noun + 1) || matches!(reader.word(noun + 1), "." | "");
    if !d.any(noun, reckons) || !comma || opens && !reader.is_comma(noun + 1) {
        return None;
    }
    // "by some estimates" is nobody's
    let owner = match d.tag(at + 1) {
        Tag::PronPoss => (at + 1, at + 1),
        _ => {
            let mark = (at + 2..noun).find(|&t| d.tag(t) == Tag::Part && d.any(t, words!("'s" "'")))?;
            (at + 1, mark - 1)
        }
    };
    let content = beside(reader, at, noun + 1, opens);
    // "motives for, in his view, dropping the case": inside a phrase, and of no clause
    if content.first().is_some_and(|c| matches!(d.tag(c.1), Tag::Adp | Tag::Det | Tag::Cconj)) {
        return None;
    }
    let clausal = |c: &Range| c.1 - c.0 > 4 || reader.groups.iter().any(|g| c.0 <= g.first && g.last <= c.1);
    (content.iter().any(clausal) && reader.has_voice(owner))
        .then(|| Draft::speech(Some(owner), (noun, noun), content, "sourcing.as-clause", "reckon"))
}

/// "…, or so says Lund", "To hear the fishermen tell it, …": somebody's version of the clause beside it.
pub(super) fn version(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    if d.is(at, "so") && at > reader.start() + 2 && (d.is(at - 1, "or") || reader.is_comma(at - 1)) {
        let says = |t: usize| d.any(t, words!("says" "say" "said" "claims" "claim" "goes"));
        let (source, cue) = if says(at + 1) {
            ((at + 2, reader.phrase_end(at + 2, true)?), at + 1)
        } else {
            let last = reader.phrase_end(at + 1, false)?;
            says(last + 1).then_some(((at + 1, last), last + 1))?
        };
        let comma = if d.is(at - 1, "or") { at - 2 } else { at - 1 };
        let content = reader.trim((reader.start(), comma.checked_sub(1)?))?;
        let clausal = reader.finite_from(reader.start()).is_some_and(|g| g.first < comma);
        return (clausal && reader.has_voice(source))
            .then(|| Draft::speech(Some(source), (cue, cue), vec![content], "sourcing.parenthetical", "say"));
    }
    if !d.are(at, &["to", "hear"]) || at != reader.start() {
        return None;
    }
    let last = reader.phrase_end(at + 2, false)?;
    if !d.is(last + 1, "tell") || !d.is(last + 2, "it") || !reader.is_comma(last + 3) {
        return None;
    }
    let content = reader.trim((last + 4, reader.content_end(last + 4)?))?;
    Some(Draft::speech(Some((at + 2, last)), (last + 1, last + 2), vec![content], "sourcing.as-clause", "tell"))
}
