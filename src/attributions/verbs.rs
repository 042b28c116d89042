//! Attributions made by a verb: "X said that …", "“…,” said X", "…, X said", "X was told …".
//! Uses the reader for phrases and the cue list for verbs; does not judge who the source is.

use super::complement::{Complement, Kind};
use super::cues::{self, CueVerb, Frames};
use super::reader::{Range, Reader};
use super::{CueClass, Draft, Stance};
use crate::lexicon::{self, Class};
use crate::text::Tag;
use crate::text::chunks::{self, VerbForm, VerbGroup};
use crate::words;

/// Reads every verb group of a sentence as a cue and appends what it finds.
pub fn find(reader: &Reader, out: &mut Vec<Draft>) {
    for group in &reader.groups {
        if let Some(draft) = silence(reader, group).or_else(|| witness(reader, group)) {
            out.push(draft);
            continue;
        }
        let Some(verb) = reader.document.tokens.get(group.head).and_then(|t| cues::verb(t.hash)) else { continue };
        if !reader.document.tag(group.head).is_verb() || premodifies(reader, group) {
            continue;
        }
        if let Some(draft) = read(reader, group, verb) {
            out.push(draft);
        }
        if let Some(draft) = quoting(reader, group) {
            out.push(draft);
        }
    }
}

/// "the said property", "the so-called expert": a participle before its noun reports nothing.
fn premodifies(reader: &Reader, group: &VerbGroup) -> bool {
    let Some(before) = group.first.checked_sub(1).filter(|&b| b >= reader.start()) else { return false };
    group.first == group.last
        && (matches!(reader.tag(before), Tag::Det | Tag::PronPoss) && reader.tag(group.last + 1).is_noun()
            || reader.word(before) == "-"
            || reader.word(group.last + 1) == "-")
}

fn read(reader: &Reader, group: &VerbGroup, verb: &'static CueVerb) -> Option<Draft> {
    if let Some(draft) = parenthetical(reader, group, verb) {
        return Some(draft);
    }
    if group.passive || (verb.lemma == "ask" && group.form == VerbForm::Participle) {
        return passive(reader, group, verb);
    }
    active(reader, group, verb)
}

/// The first token of a cue: its verb group without a leading "to".
fn cue_first(reader: &Reader, group: &VerbGroup) -> usize {
    if group.form == VerbForm::Infinitive && reader.document.is(group.first, "to") && group.first < group.head {
        group.first + 1
    } else {
        group.first
    }
}

fn draft(
    group: &VerbGroup,
    verb: &CueVerb,
    source: Option<Range>,
    cue: Range,
    content: Vec<Range>,
    rule: &'static str,
) -> Draft {
    let stance = match verb.stance {
        _ if group.refused => Stance::NonResponse,
        // "did not deny" asserts nothing, "did not say" answers nothing
        Stance::Denial if group.negated => Stance::Neutral,
        other => other,
    };
    Draft { source, cue, content, class: verb.class, stance, rule, negated: group.negated, lemma: verb.lemma }
}

/// A cue that stands after or inside its content: "…, X said", "“…,” said X", "…, X said, …".
fn parenthetical(reader: &Reader, group: &VerbGroup, verb: &CueVerb) -> Option<Draft> {
    let d = reader.document;
    // taggers take "said" after a quotation for a participle
    let speaks = group.form == VerbForm::Finite || (group.form == VerbForm::Participle && group.first == group.head);
    if !speaks || group.passive {
        return None;
    }
    // papers and pictures "show" after their content, people do not
    let document =
        |range: Range| (range.0..=range.1).any(|t| lexicon::has(reader.document.tokens.get(t), Class::DocumentNoun));
    let shows =
        matches!(verb.lemma, "show" | "find" | "suggest" | "indicate") && reader.subject(group).is_some_and(document);
    let clausal = verb.lemma == "think" || verb.lemma == "believe" || shows;
    if !(verb.frames.any(Frames::QUOTE) || clausal) {
        return None;
    }
    let floor = reader.start();
    // where the attribution's own words begin, subject first or verb first
    let inverted = group.first > floor
        && !matches!(reader.tag(group.first - 1), Tag::Adv)
        && opens_aside(reader, group.first)
        && inverts(reader, group)
        && speaker_after_quote(reader, group).is_none()
        && reader.subject_after(group).is_some();
    let (source, aside_first, mut aside_last) = if inverted {
        let source = reader.subject_after(group).filter(|s| !d.are(s.0, &["that"]))?;
        (source, group.first, source.1)
    } else {
        let after_quote = speaker_after_quote(reader, group);
        let source = after_quote.or_else(|| reader.subject(group))?;
        if source.1 >= group.first || source.0 <= floor && !starts_quote_before(reader, source.0) {
            return None;
        }
        (source, source.0, group.last)
    };
    if !opens_aside(reader, aside_first) || reader.document.any(source.0, words!("who" "which" "that")) {
        return None;
    }
    let mut cue = (group.first, group.last);
    // times, occasions and the person told after the verb
    let mut at = aside_last + 1;
    if !inverted
        && verb.frames.any(Frames::PERSON)
        && let Some(end) = reader.phrase_end(at, false)
        && reader.clause_at(at).is_none()
    {
        at = end + 1;
    }
    while at < reader.end() {
        if chunks::is_time(d, at) || (reader.tag(at) == Tag::Adv) {
            at += 1;
        } else if matches!(reader.tag(at), Tag::Adp) || d.is(at, "to") {
            let Some(end) = reader.phrase_end(at + 1, false) else { break };
            if at == cue.1 + 1 && !inverted && super::reader::is_occasion(d, end) {
                cue.1 = end;
            }
            at = end + 1;
        } else if matches!(reader.tag(at), Tag::Det | Tag::Adj) && chunks::is_time(d, at + 1) {
            at += 2;
        } else if let Some(close) = reader.bracketed(at) {
            at = close + 1;
        } else {
            break;
        }
    }
    // "said in a dispatch that gave no details": the relative clause hangs on the occasion
    if at > cue.1 + 1
        && d.any(at, words!("that" "which"))
        && reader.group_at(at + 1).is_some_and(|g| g.form == VerbForm::Finite)
    {
        at = reader.noun_content_end(at, true).map_or(at, |end| end + 1);
    }
    aside_last = aside_last.max(at - 1);
    let next = reader.word(at);
    let stops = at >= reader.end()
        || matches!(next, "." | "," | ":" | ";" | "!" | "?" | "—" | "–" | "--" | ")")
        || reader.tag(at) == Tag::Cconj
        || reader.tag(at) == Tag::Sconj
        || reader.tag(at) == Tag::VerbIng
        || inverted;
    let mark = aside_first.checked_sub(1)?;
    let quoted_before = reader.quote_closes(mark).is_some()
        || (reader.is_comma(mark) && mark > 0 && reader.quote_closes(mark - 1).is_some());
    if !stops && !quoted_before {
        return None;
    }
    let before = content_before(reader, aside_first)?;
    let after = content_after(reader, aside_last, at);
    // an opening phrase alone is not content: "On Monday, the ministry said."
    let verbless =
        !reader.groups.iter().any(|g| g.first >= before.0 && g.last < aside_first && g.form != VerbForm::Infinitive);
    if !quoted_before && after.is_none() && verbless {
        return None;
    }
    let mut content = vec![before];
    content.extend(after);
    let rule = if quoted_before { "sourcing.quote" } else { "sourcing.parenthetical" };
    Some(draft(group, verb, Some(source), cue, content, rule))
}

/// What stands between a closing quotation and the verb, when it is one phrase: "“…,” Amy Pope, an
/// adviser, said".
fn speaker_after_quote(reader: &Reader, group: &VerbGroup) -> Option<Range> {
    let floor = reader.start();
    let mut last = group.first.checked_sub(1)?;
    while last > floor && reader.tag(last) == Tag::Adv {
        last -= 1;
    }
    let close = (floor.saturating_sub(1)..last).rev().take(40).find(|&t| reader.quote_closes(t).is_some())?;
    let first = if reader.is_comma(close + 1) { close + 2 } else { close + 1 };
    let verbless = !reader
        .groups
        .iter()
        .any(|g| g.first >= first && g.last <= last && g.form == VerbForm::Finite && g.first != group.first);
    let opens = matches!(
        reader.tag(first),
        Tag::Propn | Tag::Det | Tag::Noun | Tag::NounPlural | Tag::Adj | Tag::Num | Tag::PronPoss | Tag::Pron
    );
    let relative = (first..last).any(|t| reader.document.any(t, words!("who" "which" "whose")));
    (first <= last && opens && (verbless || relative) && last - first < 30).then_some((first, last))
}

/// Whether the noun phrase after a verb is its subject: a quotation closes before it, or no clause
/// begins to the right that the verb could introduce.
fn inverts(reader: &Reader, group: &VerbGroup) -> bool {
    let before = group.first - 1;
    if reader.quote_closes(before).is_some()
        || (reader.is_comma(before) && before > 0 && reader.quote_closes(before - 1).is_some())
    {
        return true;
    }
    let next = group.last + 1;
    let d = reader.document;
    let object = cues::verb(d.tokens[group.head].hash)
        .is_some_and(|v| (v.frames.any(Frames::NOUN_ALONE) || v.frames.any(Frames::NOUN)) && v.lemma != "report");
    !object && !d.is(next, "that") && reader.clause_at(next).is_none() && reader.quote_opens(next).is_none()
}

/// Whether an aside can begin here: a comma, a dash or a closing quotation mark stands before it.
fn opens_aside(reader: &Reader, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&b| b >= reader.start()) else {
        return starts_quote_before(reader, at);
    };
    // "…, as the host said"
    if reader.document.is(before, "as") && before > reader.start() && reader.is_comma(before - 1) {
        return true;
    }
    reader.is_comma(before)
        || reader.is_dash(before)
        || reader.quote_closes(before).is_some()
        || matches!(reader.word(before), "?" | "!" | "…" | "...")
}

/// Whether a quotation closes right before the sentence ("“Why?” | he asked" split in two).
fn starts_quote_before(reader: &Reader, at: usize) -> bool {
    at == reader.start()
        && at > 0
        && reader
            .document
            .tokens
            .get(at - 1)
            .zip(reader.document.tokens.get(at))
            .is_some_and(|(a, b)| a.block == b.block)
        && reader.quote_closes(at - 1).is_some()
}

/// The content before an aside: the whole quotation that closes there with the clause it stands in,
/// or the sentence up to the comma.
fn content_before(reader: &Reader, aside: usize) -> Option<Range> {
    let d = reader.document;
    let mut last = aside.checked_sub(1)?;
    if reader.is_comma(last) && last > 0 && reader.quote_closes(last - 1).is_some() {
        last -= 1;
    }
    let mut first = reader.start().min(last);
    if let Some(index) = reader.quote_closes(last) {
        let quote = d.quotes.get(index)?;
        // a quotation of several sentences begins before this one
        if quote.first < first {
            return Some((quote.first, last));
        }
        // a comma before it ends another statement's frame: "In Paris, “…,” he said" keeps it all
        first = first.max(leading_conjunction(reader, reader.start()));
        return Some((first.min(quote.first), last));
    }
    let range = reader.trim((first, last))?;
    Some(range)
}

fn leading_conjunction(_reader: &Reader, first: usize) -> usize {
    first
}

/// The content after an aside: the rest of the sentence, or the quotation that follows.
fn content_after(reader: &Reader, aside_last: usize, at: usize) -> Option<Range> {
    let d = reader.document;
    let mark = aside_last + 1;
    if at < reader.end() && matches!(reader.word(mark), "," | ":" | "—" | "–" | "--") {
        let first = mark + 1;
        if reader.quote_opens(first).is_some() || reader.word(mark) == ":" {
            return reader.trim((first, reader.content_end(first)?));
        }
        // ", X said, has been shut": the clause goes on with its verb or a conjunction's clause
        let goes_on = reader.groups.iter().any(|g| g.first == first && g.form == VerbForm::Finite)
            || matches!(reader.tag(first), Tag::Adp | Tag::Sconj)
            || (reader.tag(first) == Tag::Cconj && !cue_follows(reader, first + 1));
        if goes_on && reader.word(mark) != ":" {
            return reader.trim((first, reader.content_end(first)?));
        }
        return None;
    }
    // “…,” he said. “…”: the next sentence is a quotation and nothing else
    let next = d.sentences.get(d.sentence_of(reader.start()) + 1)?;
    let whole = whole_quotation(reader, next.start)?;
    (next.block == reader.sentence.block).then_some(whole)
}

fn cue_follows(reader: &Reader, at: usize) -> bool {
    reader
        .group_at(at)
        .is_some_and(|g| reader.document.tokens.get(g.head).is_some_and(|t| cues::verb(t.hash).is_some()))
}

/// A quotation that opens at this token and after which its block or sentence ends.
fn whole_quotation(reader: &Reader, first: usize) -> Option<Range> {
    let d = reader.document;
    let index = reader.quote_opens(first)?;
    let quote = d.quotes.get(index)?;
    let after = quote.last + 1;
    let closes = d.tokens.get(after).is_none_or(|t| t.block != d.tokens[first].block)
        || d.sentences.iter().any(|s| s.start == after)
        || (d.word(after) == "." && d.sentences.iter().any(|s| s.end == after + 1));
    (closes && quote.words() >= 3).then_some((quote.first, quote.last))
}

/// A verb in its usual place: subject, verb, complement.
fn active(reader: &Reader, group: &VerbGroup, verb: &'static CueVerb) -> Option<Draft> {
    let complement = reader.complement(group, verb);
    if verb.stance == Stance::NonResponse || group.refused {
        return refusal(reader, group, verb, complement);
    }
    let complement = complement?;
    let mut source = reader.subject(group);
    if source.is_none() && group.form == VerbForm::Finite && group.first == reader.start() {
        // a headline's or a quotation's inverted verb is read elsewhere
        source = None;
    }
    if !evidence(reader, group, verb, &complement, source) {
        return None;
    }
    let cue = (cue_first(reader, group), complement.cue_last);
    let rule = match complement.kind {
        Kind::That | Kind::Clause | Kind::Wh => "sourcing.clause",
        Kind::Quote | Kind::Colon => "sourcing.quote",
        Kind::Infinitive | Kind::Gerund => "sourcing.infinitive",
        Kind::Noun | Kind::Particle => "sourcing.object",
        Kind::Naming => "sourcing.naming",
    };
    let mut content = vec![complement.content];
    if matches!(complement.kind, Kind::Quote | Kind::Colon | Kind::Clause | Kind::That | Kind::Naming)
        && complement.content.1 + 2 >= reader.end()
    {
        follow_on(reader, complement.content.1, &mut content);
    }
    Some(draft(group, verb, source, cue, content, rule))
}

/// Adds the quotation that is the whole of the next sentence.
fn follow_on(reader: &Reader, last: usize, content: &mut Vec<Range>) {
    let d = reader.document;
    let quoted = d.tokens.get(last).is_some_and(|t| t.quote != 0);
    let Some(next) = d.sentences.get(d.sentence_of(last) + 1) else { return };
    if next.block != reader.sentence.block {
        return;
    }
    if let Some(whole) = whole_quotation(reader, next.start)
        && (quoted || whole.1 + 2 >= next.end)
    {
        content.push(whole);
    }
}

/// Whether verb, form, subject and complement together are enough to call it an attribution.
fn evidence(
    reader: &Reader,
    group: &VerbGroup,
    verb: &CueVerb,
    complement: &Complement,
    source: Option<Range>,
) -> bool {
    let d = reader.document;
    if matches!(complement.kind, Kind::Quote | Kind::Colon) {
        return verb.class == CueClass::Speech || source.is_some();
    }
    if source.is_none() && group.form != VerbForm::Gerund {
        return false;
    }
    // "experience shows": a lesson, not a voice
    if source.is_some_and(|s| d.any(s.1, words!("experience" "history" "time" "practice" "tradition" "custom" "logic")))
    {
        return false;
    }
    // "the trip signals a wish": a thing is a sign of something, it says nothing
    if matches!(
        verb.lemma,
        "signal"
            | "show"
            | "suggest"
            | "indicate"
            | "reveal"
            | "highlight"
            | "underline"
            | "underscore"
            | "imply"
            | "express"
            | "find"
            | "determine"
            | "confirm"
    ) && source.is_some_and(|s| !reader.has_voice(s))
    {
        return false;
    }
    // imperatives and questions have no speaker
    if group.form == VerbForm::Infinitive
        && matches!(complement.kind, Kind::Noun | Kind::Particle | Kind::Naming | Kind::Infinitive)
    {
        return false;
    }
    // taggers confuse the past tense with the participle: a clause after it settles the matter
    let clausal = matches!(complement.kind, Kind::That | Kind::Clause | Kind::Wh);
    if group.form == VerbForm::Participle && (!clausal || verb.frames.any(Frames::PERSON)) {
        return false;
    }
    // inside a quotation only what others are said to say counts, not the speaker's own thoughts
    if d.tokens.get(group.head).is_some_and(|t| t.quote != 0) {
        let first_person = source.is_none_or(|s| d.any(s.0, words!("i" "we" "you" "it")) && s.0 == s.1);
        if verb.class != CueClass::Speech
            || first_person
            || matches!(complement.kind, Kind::Noun | Kind::Particle | Kind::Infinitive | Kind::Gerund)
        {
            return false;
        }
    }
    // a participle hangs on its clause: ", citing the report", "Citing the report, she left"
    if group.form == VerbForm::Gerund && !matches!(complement.kind, Kind::That | Kind::Wh) {
        let aside = group.first == reader.start() || reader.is_comma(group.first - 1);
        if verb.class != CueClass::Speech || !(aside || complement.kind == Kind::Clause) {
            return false;
        }
    }
    let modal = (group.first..group.head).any(|t| d.tag(t) == Tag::Modal);
    if modal
        && matches!(complement.kind, Kind::Noun | Kind::Particle | Kind::Infinitive | Kind::Naming)
        && verb.class != CueClass::Belief
    {
        return d.any(group.first, words!("will" "would"));
    }
    match complement.kind {
        Kind::Noun => verb.frames.any(Frames::NOUN_ALONE) || source.is_some_and(|s| speaks(reader, s)),
        _ => true,
    }
}

/// Whether a noun phrase looks like somebody who can speak: a pronoun, a name, a person or body.
fn speaks(reader: &Reader, source: Range) -> bool {
    let d = reader.document;
    (source.0..=source.1).any(|t| d.tag(t) == Tag::Propn) || d.any(source.0, words!("he" "she" "they" "who" "i" "we"))
}

/// "declined to comment", "refused to say whether": what was not said, or a refusal to act.
fn refusal(
    reader: &Reader,
    group: &VerbGroup,
    verb: &'static CueVerb,
    complement: Option<Complement>,
) -> Option<Draft> {
    let d = reader.document;
    let source = reader.subject(group);
    if group.refused {
        let speech = cues::verb(d.tokens.get(group.head)?.hash).is_some_and(|v| v.class == CueClass::Speech);
        // the verb of refusing is the cue, what is refused its content
        let to = (group.first..group.head).rev().find(|&t| d.is(t, "to"))?;
        let end = reader.noun_content_end(to, true)?;
        let content = reader.trim((to, end))?;
        let mut made = draft(group, verb, source, (group.first, to - 1), vec![content], "sourcing.refusal");
        if !speech && !d.any(group.head, words!("comment" "answer" "elaborate" "respond" "reply" "speculate")) {
            made.class = CueClass::Intent;
        }
        return source.map(|_| made);
    }
    let complement = complement?;
    let cue = (cue_first(reader, group), complement.cue_last);
    let mut made = draft(group, verb, source, cue, vec![complement.content], "sourcing.refusal");
    made.class = CueClass::Intent;
    Some(made)
}

/// "is believed to", "was told that", "was quoted as saying", "was criticised by".
fn passive(reader: &Reader, group: &VerbGroup, verb: &'static CueVerb) -> Option<Draft> {
    let d = reader.document;
    let subject = reader.subject(group);
    let after = group.last + 1;
    let cue = (group.first, group.last);
    // "was quoted as saying that": the subject speaks
    if d.is(after, "as") && d.any(after + 1, words!("saying" "telling" "adding" "claiming" "stating")) {
        let inner = cues::verb(d.tokens.get(after + 1)?.hash)?;
        let speaking = VerbGroup {
            first: group.first,
            last: after + 1,
            head: after + 1,
            form: VerbForm::Finite,
            passive: false,
            ..*group
        };
        let complement = reader.complement(&speaking, inner)?;
        return Some(draft(
            &speaking,
            inner,
            subject,
            (group.first, complement.cue_last),
            vec![complement.content],
            "sourcing.quoted-as",
        ));
    }
    // an agent: "was praised by the union"
    if d.is(after, "by")
        && (verb.frames.any(Frames::NOUN_ALONE) || verb.frames.any(Frames::AS) || verb.frames.any(Frames::QUOTE))
    {
        let last = reader.phrase_end(after + 1, true)?;
        let content =
            subject.or_else(|| reader.phrase_start(group.first.checked_sub(1)?).map(|s| (s, group.first - 1)))?;
        return Some(draft(group, verb, Some((after + 1, last)), cue, vec![content], "sourcing.agent"));
    }
    // "when asked whether": a question whose asker is not named; carried, not shown
    if verb.lemma == "ask" && d.any(after, words!("about" "whether" "if" "why" "how" "what" "who")) {
        let mut last = group.last;
        let mut first = after;
        if d.is(after, "about") {
            last = after;
            first = after + 1;
        }
        let end = reader.noun_content_end(first, true)?;
        let mut made =
            draft(group, verb, None, (group.first, last), vec![reader.trim((first, end))?], "sourcing.asked");
        made.class = CueClass::Belief;
        return Some(made);
    }
    // nobody says it: "is believed to", "is expected to", "it was reported that"
    let agentless = verb.frames.any(Frames::PASSIVE)
        || d.any(group.head, words!("said" "reported" "alleged" "rumoured" "rumored" "claimed" "understood" "known" "thought" "feared" "estimated" "projected" "announced" "revealed"));
    if !agentless {
        return None;
    }
    let expletive = subject.is_some_and(|s| d.is(s.0, "it") && s.0 == s.1);
    if d.is(after, "that") && expletive {
        let content = reader.trim((after, reader.content_end(after)?))?;
        return Some(draft(group, verb, None, cue, vec![content], "sourcing.nobody"));
    }
    if d.is(after, "to")
        && let Some(subject) = subject
    {
        let content = reader.trim((after, reader.content_end(after)?))?;
        return Some(draft(group, verb, None, cue, vec![subject, content], "sourcing.nobody"));
    }
    None
}

/// "quoted the minister as saying …": the quoted one speaks inside the quoting one's words.
fn quoting(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    if group.passive || !d.any(group.head, words!("quoted" "quotes" "quote" "quoting" "cited" "cites" "citing")) {
        return None;
    }
    let first = group.last + 1;
    let last = reader.phrase_end(first, true)?;
    let mut at = last + 1;
    if reader.is_comma(at) {
        at += 1;
    }
    if !d.is(at, "as") || !d.any(at + 1, words!("saying" "telling" "adding" "claiming" "stating" "warning")) {
        return None;
    }
    let verb = cues::verb(d.tokens.get(at + 1)?.hash)?;
    let speaking = VerbGroup { first: at + 1, last: at + 1, head: at + 1, form: VerbForm::Finite, ..*group };
    let complement = reader.complement(&speaking, verb)?;
    Some(draft(
        &speaking,
        verb,
        Some((first, last)),
        (at + 1, complement.cue_last),
        vec![complement.content],
        "sourcing.quoted-as",
    ))
}

/// "did not return calls", "did not respond to a request", "had no comment": asked, and silent.
fn silence(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    let silent = group.negated
        && d.any(
            group.head,
            words!("respond" "reply" "return" "comment" "answer" "responded" "replied" "returned" "commented"),
        );
    let no_comment =
        d.are(group.last + 1, &["no", "comment"]) && d.any(group.head, words!("had" "have" "has" "offered" "made"));
    if !silent && !no_comment {
        return None;
    }
    let mut last = group.last;
    if no_comment {
        last += 2;
    } else if d.any(group.head, words!("return" "returned" "answer" "answered")) {
        // only calls, messages and questions are "returned" to a reporter
        let end = reader.phrase_end(group.last + 1, false)?;
        if !(group.last + 1..=end).any(|t| d.any(t, words!("call" "calls" "message" "messages" "email" "emails" "e-mail" "e-mails" "request" "requests" "question" "questions" "inquiries"))) {
            return None;
        }
        last = end;
    }
    let source = reader.subject(group)?;
    let mut content = Vec::new();
    if !no_comment
        && d.any(group.head, words!("respond" "reply" "responded" "replied"))
        && !d.any(last + 1, words!("to" "when"))
    {
        let named = reader.subject(group).is_some_and(|s| (s.0..=s.1).any(|t| d.tag(t) == Tag::Propn));
        if !named && !(group.first..group.head).any(|t| d.is(t, "immediately")) {
            return None;
        }
    }
    if d.any(last + 1, words!("to" "for" "on" "about"))
        && let Some(end) = reader.noun_content_end(last + 1, true)
    {
        content.extend(reader.trim((last + 1, end)));
    }
    Some(Draft {
        source: Some(source),
        cue: (group.first, last),
        content,
        class: CueClass::Speech,
        stance: Stance::NonResponse,
        rule: "sourcing.silence",
        negated: true,
        lemma: "respond",
    })
}

/// "An AFP photographer watched as …": the outlet's own people saw it.
fn witness(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    if group.passive
        || group.form != VerbForm::Finite
        || group.negated
        || !d.any(group.head, words!("saw" "watched" "heard" "witnessed" "sees" "watches" "counted" "visited"))
    {
        return None;
    }
    let source = reader.subject(group)?;
    let journalist = (source.0..=source.1).any(|t| d.any(t, words!("photographer" "photographers" "reporter" "reporters" "correspondent" "correspondents" "journalist" "journalists" "crew" "team" "videographer" "cameraman")));
    let named = (source.0..=source.1).any(|t| t > reader.start() && d.tokens.get(t).is_some_and(|t| t.is_capital()));
    if !journalist || !named {
        return None;
    }
    let first = group.last + 1;
    let first = if d.is(first, "as") { first + 1 } else { first };
    let content = reader.trim((first, reader.content_end(first)?))?;
    Some(Draft {
        source: Some(source),
        cue: (group.first, group.last),
        content: vec![content],
        class: CueClass::Speech,
        stance: Stance::Neutral,
        rule: "sourcing.witness",
        negated: false,
        lemma: "see",
    })
}
