//! Attributions by punctuation: "KCNA: …" and "…: KCNA" in headlines, "Lund: …" in interviews,
//! "“…” — Lund" under quotations.

use super::Draft;
use super::lead_ins::lead_in;
use super::reader::{Range, Reader, VOICES};
use crate::article::Part;
use crate::chunks::{self, VerbForm};
use crate::lexicon::{self, Class, Classes, bits, offices, outlets};
use crate::text::{Document, Kind, Tag, Words};
use crate::words;

/// Words at most in a name that stands before or after a colon.
const NAME: usize = 7;

pub fn find(reader: &Reader, out: &mut Vec<Draft>) {
    let Some(found) = headline(reader)
        .or_else(|| quoted_headline(reader))
        .or_else(|| topic_headline(reader))
        .or_else(|| lead_in(reader))
        .or_else(|| says_first(reader))
        .or_else(|| summed_up(reader))
        .or_else(|| reaction(reader))
        .or_else(|| trailing(reader))
        .or_else(|| interview(reader))
        .or_else(|| dash(reader))
    else {
        return;
    };
    // a verb that already claims these words knows better
    if !out.iter().any(|d| d.cue.0 >= reader.start() && d.cue.1 < reader.end() && d.cue.1 == found.cue.0) {
        out.push(found);
    }
}

fn make(source: Range, cue: usize, content: Range, rule: &'static str) -> Draft {
    Draft::speech(Some(source), (cue, cue), vec![content], rule, ":")
}

/// Words before a colon that label what follows and name nobody.
const LABELS: &Words = words!("update" "updates" "updated" "correction" "corrections" "clarification" "exclusive" "breaking" "watch" "look" "listen"
    "busted" "boom" "wow" "video" "photo" "photos" "image" "gallery" "note" "byline" "related" "more" "read" "opinion" "analysis" "explainer"
    "review" "preview" "recap" "live" "poll" "quiz" "tip" "fact" "facts" "myth" "warning" "spoiler" "bonus" "stat" "headline" "summary" "abstract"
    "contact" "tel" "source" "credit" "copyright" "tags" "topics" "category" "location" "date" "time" "notice" "title" "link" "url" "subject" "caption");

fn is_heading(reader: &Reader) -> bool {
    let block = reader.document.block(&reader.sentence);
    block.is_some_and(|b| matches!(b.part, Part::Headline | Part::Subhead))
}

/// Whether these tokens read as one name: capitals, no verb.
fn name(reader: &Reader, first: usize, last: usize) -> bool {
    let d = reader.document;
    last >= first
        && last - first < NAME
        && !(d.any(last, LABELS) && (first == last || d.any(last, words!("note" "update" "notice" "correction"))))
        && (first..=last).all(|t| {
            d.tokens.get(t).is_some_and(|k| k.is_capital())
                || matches!(
                    d.word(t),
                    "of" | "the"
                        | "for"
                        | "and"
                        | "'s"
                        | "’s"
                        | "-"
                        | "."
                        | "/"
                        | "&"
                        | "officials"
                        | "official"
                        | "police"
                        | "report"
                        | "sources"
                        | "analysts"
                        | "media"
                        | "poll"
                        | "study"
                )
        })
        && !(first..=last).any(|t| d.tag(t).is_verb() && !d.tokens[t].is_capital())
        && d.tokens.get(first).is_some_and(|k| k.is_capital())
}

fn headline(reader: &Reader) -> Option<Draft> {
    if !is_heading(reader) && !bare_line(reader) {
        return None;
    }
    let colon = reader.sentence.range().find(|&t| reader.word(t) == ":" && t > reader.start())?;
    let last = reader.end().checked_sub(1)?;
    let first = reader.start();
    if colon >= last {
        return None;
    }
    let (before, after) = ((first, colon - 1), (colon + 1, last));
    // "state TV", "ministry": a lower-case name of a kind of voice
    let voice = |range: Range| {
        range.1 - range.0 < 4
            && lexicon::has_any(reader.document.tokens.get(range.1), VOICES)
            && reader.finite_from(range.0).is_none_or(|g| g.first > range.1)
    };
    let lone = before.0 == before.1
        && reader.tag(before.0) != Tag::Propn
        && reader.document.tokens.get(before.0).is_some_and(|t| t.kind != Kind::Upper);
    // "Report: one in six sits empty"
    let paper = lone && reader.document.any(before.0, PAPERS);
    if paper && after.1 - after.0 >= 2 && !reader.tag(after.0).is_verb() {
        return Some(make(before, colon, reader.trim(after)?, "sourcing.headline"));
    }
    let after_is_source = voice(after) && before.1 - before.0 >= 2
        || name(reader, after.0, after.1) && after.1 - after.0 < 4 && before.1 - before.0 >= 2;
    // "Central bank governor: Inflation will not fall before 2027"
    let officer = |range: Range| {
        const OFFICERS: Classes = bits(&[Class::OfficialNoun, Class::BodyNoun, Class::ExpertNoun]);
        range.1 > range.0
            && range.1 - range.0 < 4
            && lexicon::has_any(reader.document.tokens.get(range.1), OFFICERS)
            && reader.document.tokens[range.0].is_capital()
            && (range.0..range.1).all(|t| reader.tag(t).is_noun() || reader.tag(t).is_adj())
            && reader.finite_from(colon + 1).is_some_and(|g| g.first <= last)
    };
    // "Police: Missing hiker's phone found"
    let missing = reader.tag(after.0) == Tag::VerbIng && reader.tag(after.0 + 1).is_noun();
    // "Salgado: ‘I never asked to be captain’"
    let own = || reader.quote_opens(after.0).is_some_and(|q| in_first_person(reader.document, (q.first, q.last)));
    let named = || before.1 - before.0 < 4 && name(reader, before.0, before.1);
    let plain = || !lone || voice(before) && (missing || !reader.tag(after.0).is_verb());
    let long = after.1 - after.0 >= 2;
    let before_is_source = long && officer(before) || (own() || long && plain()) && named();
    match (before_is_source, after_is_source) {
        (_, true) => Some(make(reader.trim(after)?, colon, reader.trim(before)?, "sourcing.headline")),
        (true, false) => Some(make(before, colon, reader.trim(after)?, "sourcing.headline")),
        _ => None,
    }
}

/// Whether a headline's quotation is somebody's own story.
pub(super) fn in_first_person(document: &Document, (first, last): Range) -> bool {
    (first..last).any(|t| document.any(t, words!("i" "we" "my" "our" "me" "us")))
}

/// Papers that a headline names alone.
const PAPERS: &Words = words!("report" "reports" "study" "poll" "survey" "review" "audit" "data" "documents" "records" "filing" "lawsuit" "indictment" "affidavit");

/// "Mayor on bus strike: ‘We will not be held to ransom’".
fn topic_headline(reader: &Reader) -> Option<Draft> {
    let d = reader.document;
    if !whole_block(reader) && !is_heading(reader) {
        return None;
    }
    let first = reader.start();
    let colon = (first + 1..reader.end()).find(|&t| reader.word(t) == ":")?;
    let quote = reader.quote_opens(colon + 1).filter(|q| q.words() >= 3)?;
    let on = (first + 1..colon).find(|&t| d.any(t, words!("on" "to" "after" "over" "about")))?;
    let source = (first, on - 1);
    let known = lexicon::has_any(d.tokens.get(source.1), VOICES) || name(reader, source.0, source.1);
    let verbless = reader.finite_from(first).is_none_or(|g| g.first > colon);
    (known && verbless && on - first < 6).then(|| make(source, colon, (quote.first, quote.last), "sourcing.headline"))
}

/// "Says Lund, who runs the mill: “We are done.”"
fn says_first(reader: &Reader) -> Option<Draft> {
    let d = reader.document;
    let group = reader.group_at(reader.start()).filter(|g| {
        d.any(
            g.head,
            words!("says" "said" "writes" "wrote" "stated" "continued" "added" "explained" "concluded" "replied"),
        )
    })?;
    // "Said Lund, who knew her, “We are proud.”"
    let opens = |t: usize| reader.is_comma(t) && reader.quote_opens(t + 1).is_some();
    let colon = (group.last + 2..reader.end()).find(|&t| reader.word(t) == ":" || opens(t))?;
    let quote = reader.quote_opens(colon + 1)?;
    let source = reader.subject_after(group).filter(|s| s.1 < colon)?;
    let last = if reader.is_comma(source.1 + 1) { colon - 1 } else { source.1 };
    let cue = (group.first, group.last);
    Some(Draft::speech(Some((source.0, last)), cue, vec![(quote.first, quote.last)], "sourcing.quote", "say"))
}

/// "“A disgrace” was how the captain summed up the pitch".
fn summed_up(reader: &Reader) -> Option<Draft> {
    let d = reader.document;
    let quote = reader.quote_opens(reader.start())?;
    let be = quote.last + 1;
    if !d.any(be, words!("was" "is")) {
        return None;
    }
    // "“Too late” was the verdict of Alan Tench"
    let said = words!("verdict" "message" "view" "response" "reply" "answer" "assessment" "warning" "plea" "advice" "reaction" "conclusion" "description" "judgment");
    if d.is(be + 1, "the") && d.any(be + 2, said) && d.any(be + 3, words!("of" "from")) {
        let source = (be + 4, reader.phrase_end(be + 4, true)?);
        let content = vec![(quote.first, quote.last)];
        return Some(Draft::speech(Some(source), (be + 2, be + 2), content, "sourcing.quote", ":"));
    }
    if !d.any(be + 1, words!("how" "what")) {
        return None;
    }
    let group = reader.groups.iter().find(|g| g.first >= be + 2 && g.form != VerbForm::Infinitive)?;
    let source = (be + 2, group.first.checked_sub(1).filter(|&t| t >= be + 2)?);
    let particle = usize::from(d.any(group.last + 1, words!("up" "it" "out")));
    Some(Draft::speech(
        Some(source),
        (group.first, group.last + particle),
        vec![(quote.first, quote.last)],
        "sourcing.quote",
        ":",
    ))
}

/// "‘I lost both crops’: Malawi farmer on a year of cyclones".
fn quoted_headline(reader: &Reader) -> Option<Draft> {
    let d = reader.document;
    let (first, last) = (reader.start(), reader.end().checked_sub(1)?);
    let quote = reader.quote_opens(first)?;
    let colon = quote.last + 1;
    if reader.word(colon) != ":" || colon >= last || !whole_block(reader) {
        return None;
    }
    let end = chunks::noun_phrase_end(d, colon + 1, reader.end())?;
    let crowd = lexicon::has(d.tokens.get(end), Class::CrowdNoun);
    let agent = ["er", "or", "ist", "man", "woman", "ian"].iter().any(|e| d.word(end).ends_with(e));
    let acts = agent && d.tag(end) == Tag::Noun && d.tag(end + 1) == Tag::Verb3sg;
    let known = crowd || acts || lexicon::has_any(d.tokens.get(end), VOICES) || name(reader, colon + 1, end);
    let closes = end == last
        || d.tag(end + 1) == Tag::Verb3sg
        || d.tag(end) == Tag::NounPlural && matches!(d.tag(end + 1), Tag::VerbPresent | Tag::VerbBase)
        || d.any(end + 1, words!("of" "on" "as" "after" "in" "at" "from" "over" "who" "about" "tells" "says" "and"));
    (known && closes && end - colon < 8)
        .then(|| make((colon + 1, end), colon, (quote.first, quote.last), "sourcing.headline"))
}

/// "Port fire put out after nine hours - navy": who says so, after a dash at a headline's end.
fn trailing(reader: &Reader) -> Option<Draft> {
    let d = reader.document;
    if !(is_heading(reader) || bare_line(reader)) {
        return None;
    }
    let last = reader.end().checked_sub(1)?;
    let dash = reader.sentence.range().rev().take(6).find(|&t| reader.is_dash(t))?;
    let spaced = |t: usize| d.tokens.get(t).is_some_and(|t| !t.glued);
    if dash >= last || dash < reader.start() + 4 || !spaced(dash) || !spaced(dash + 1) {
        return None;
    }
    let body = d.tokens.get(last).map_or(0, |t| offices::word(t.hash))
        & (offices::BODY | offices::BODY_CAPITAL | offices::BODY_UPPER)
        != 0;
    let outlet = outlets::at(d, dash + 1).is_some_and(|(_, end)| end == last);
    let voice = body
        || outlet
        || lexicon::has_any(d.tokens.get(last), VOICES) && d.tokens.get(last).is_some_and(|t| t.kind != Kind::Capital);
    let verbless = reader.finite_from(dash + 1).is_none();
    (voice && verbless).then_some(())?;
    Some(make(reader.trim((dash + 1, last))?, dash, reader.trim((reader.start(), dash - 1))?, "sourcing.headline"))
}

/// Whether the sentence is the whole of its block.
fn whole_block(reader: &Reader) -> bool {
    reader.unstopped_line().is_some_and(|length| length < 160)
}

/// A short line without a stop that is the whole of its block reads as a heading.
fn bare_line(reader: &Reader) -> bool {
    reader.unstopped_line().is_some_and(|length| length < 120)
        && !matches!(reader.word(reader.end().saturating_sub(1)), "”" | "\"")
        && reader.quote_opens(reader.start()).is_none()
}

/// "Lund: We were not told." at the start of a block.
fn interview(reader: &Reader) -> Option<Draft> {
    let d = reader.document;
    let first = reader.start();
    if first > 0 && d.tokens.get(first - 1)?.block == d.tokens.get(first)?.block {
        return None;
    }
    let colon = (first + 1..(first + NAME).min(reader.end())).find(|&t| reader.word(t) == ":")?;
    // "Q:" and "A:" name nobody
    if d.word(first).len() < 2
        || !name(reader, first, colon - 1)
        || !(first..colon).any(|t| d.tag(t) == Tag::Propn || d.tokens[t].kind == Kind::Upper)
    {
        return None;
    }
    // "Little Relief for Tenants: The crisis is", "The Gap Goes On: It was": a heading, and nobody's name
    let quoted = reader.quote_opens(colon + 1).is_some();
    let purpose = (first + 1..colon).find(|&t| d.is(t, "for"));
    let voiced = |to: usize| (first..to).any(|t| lexicon::has_any(d.tokens.get(t), VOICES | Class::Honorific.bit()));
    let heads = purpose.is_some() || d.any(first, words!("the" "a")) && colon - first > 2;
    if !quoted && (heads || colon - first > 3) && !voiced(purpose.unwrap_or(colon)) {
        return None;
    }
    // a clause or quotation follows; "Photo: Reuters" has neither
    // … and a list of names has commas long before its first verb
    // … "Starters: leek tart, smoked eel"
    let listed = |verb: usize| reader.is_comma(verb - 1) && reader.tag(verb + 1).is_noun();
    let speech = reader.quote_opens(colon + 1).is_some()
        || d.tag(colon + 1) == Tag::VerbBase
        || reader
            .finite_from(colon + 1)
            .is_some_and(|verb| (colon..verb.first).filter(|&t| reader.is_comma(t)).count() < 4 && !listed(verb.first))
        || reader.word(reader.end().saturating_sub(1)) == "."
            && (answers(reader) || first > 0 && d.word(first - 1) == "?");
    if !speech {
        return None;
    }
    let block_end = d.tokens.partition_point(|t| t.block <= d.tokens[first].block);
    let last = match reader.quote_opens(colon + 1) {
        Some(quote) => quote.last,
        None => block_end.checked_sub(1)?,
    };
    // of one sentence alone the full stop is no part
    let content = if last + 1 == reader.end() { reader.trim((colon + 1, last))? } else { (colon + 1, last) };
    Some(make((first, colon - 1), colon, content, "sourcing.interview"))
}

/// "Nils Brandt, goalkeeper: “I saw it late.”": who it is, between name and colon.
fn reaction(reader: &Reader) -> Option<Draft> {
    let d = reader.document;
    let first = reader.start();
    let colon = (first + 3..(first + 12).min(reader.end())).find(|&t| reader.word(t) == ":")?;
    let quote = reader.quote_opens(colon + 1)?;
    let comma = (first + 1..colon).find(|&t| reader.is_comma(t))?;
    let named = name(reader, first, comma - 1) && (first..comma).any(|t| d.tag(t) == Tag::Propn);
    let verbless = reader.finite_from(first).is_none_or(|g| g.first > colon);
    (named && verbless).then(|| make((first, colon - 1), colon, (quote.first, quote.last), "sourcing.interview"))
}

/// "Nine days. The water ran out": an answer without a verb, before sentences that have one.
fn answers(reader: &Reader) -> bool {
    let d = reader.document;
    d.sentences.get(d.sentence_of(reader.start()) + 1).is_some_and(|next| {
        next.block == reader.sentence.block
            && next.range().any(|t| matches!(d.tag(t), Tag::VerbPast | Tag::Verb3sg | Tag::VerbPresent | Tag::Aux))
    })
}

/// “…” — Lund
fn dash(reader: &Reader) -> Option<Draft> {
    let dash = reader.sentence.range().find(|&t| reader.is_dash(t) && t > 0 && reader.quote_closes(t - 1).is_some())?;
    let quote = reader.quote_closes(dash - 1)?;
    let last = reader.end().checked_sub(1)?;
    let source = reader.trim((dash + 1, last))?;
    if !name(reader, source.0, source.0)
        || source.1 - source.0 > 12
        || reader.finite_from(dash + 1).is_some()
        || quote.words() < 4
    {
        return None;
    }
    Some(make(source, dash, (quote.first, quote.last), "sourcing.dash"))
}
