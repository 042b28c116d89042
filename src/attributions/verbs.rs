//! Attributions made by a verb: "X said that …", "“…,” said X", "…, X said", "X was told …".
//! Uses the reader for phrases and the cue list for verbs; does not judge who the source is.

use super::asides::{parenthetical, whole_quotation};
use super::complement::{Complement, Kind};
use super::cues::{self, CueVerb, Frames};
use super::reader::{Range, Reader};
use super::silences::{hearing, passive, quoting, refusal, silence, witness};
use super::{CueClass, Draft, Stance};
use crate::chunks::{VerbForm, VerbGroup};
use crate::lexicon::{self, Class};
use crate::text::Tag;
use crate::words;

/// Reads every verb group of a sentence as a cue and appends what it finds. What a quotation reports
/// in its turn is left to it: the quoted speaker vouches for those words, and no reader can tell how far.
pub fn find(reader: &Reader, out: &mut Vec<Draft>) {
    for group in reader.groups.iter().filter(|g| !reader.quoted(g.head)) {
        if let Some(draft) =
            silence(reader, group).or_else(|| witness(reader, group)).or_else(|| hearing(reader, group))
        {
            out.push(draft);
            continue;
        }
        let Some(verb) = reader.document.tokens.get(group.head).and_then(|t| cues::verb(t.hash)) else { continue };
        if !reader.document.tag(group.head).is_verb() || premodifies(reader, group) || apposed(reader, group) {
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

/// "the said property", "the most telling sign": a participle before its noun reports nothing.
fn premodifies(reader: &Reader, group: &VerbGroup) -> bool {
    let Some(before) = group.first.checked_sub(1).filter(|&b| b >= reader.start()) else { return false };
    let participle = matches!(reader.tag(group.head), Tag::VerbIng | Tag::VerbPart);
    let alone = group.first == group.last;
    let nominal = matches!(reader.tag(before), Tag::Det | Tag::PronPoss) && reader.tag(group.last + 1).is_noun();
    (alone || participle && group.last == group.head) && nominal
        || alone && (reader.word(before) == "-" || reader.word(group.last + 1) == "-")
}

/// "…, claims that the army denied": after a comma and no aside, a plural that sums up what was said.
fn apposed(reader: &Reader, group: &VerbGroup) -> bool {
    let Some(comma) = group.first.checked_sub(1).filter(|&b| reader.is_comma(b)) else { return false };
    group.first == group.head
        && reader.tag(group.head) == Tag::Verb3sg
        && reader.document.any(group.head + 1, words!("that" "which"))
        && reader.document.tokens.get(group.head).is_some_and(|t| cues::word(t.hash).is_some_and(|w| !w.adjective))
        && reader.over_parenthesis(comma).is_none()
        && comma > reader.start()
        && reader.quote_closes(comma - 1).is_none()
        && !reader.quoted(comma)
}

fn read(reader: &Reader, group: &VerbGroup, verb: &'static CueVerb) -> Option<Draft> {
    // "were detained or questioned": the auxiliary is shared
    let shared = group.first == group.head
        && group.first >= reader.start() + 2
        && reader.tag(group.first - 1) == Tag::Cconj
        && reader.groups.iter().any(|g| g.passive && g.last + 2 == group.first);
    if shared
        && matches!(reader.tag(group.head), Tag::VerbPart | Tag::VerbPast)
        && reader.document.any(group.first - 1, words!("or" "and"))
    {
        return passive(reader, &VerbGroup { passive: true, ..*group }, verb);
    }
    if let Some(draft) = parenthetical(reader, group, verb) {
        return Some(draft);
    }
    // "he's said he will": the perfect, though it looks like a passive
    if group.passive
        && group.first + 1 == group.head
        && verb.clauses_only()
        && reader.document.any(group.first, words!("'s"))
        && reader.subject(group).is_some_and(|s| reader.document.any(s.0, words!("he" "she")))
    {
        return active(reader, &VerbGroup { passive: false, ..*group }, verb);
    }
    if group.passive || (verb.lemma == "ask" && group.form == VerbForm::Participle) {
        return passive(reader, group, verb);
    }
    active(reader, group, verb)
}

/// The first token of a cue: its verb group without a leading "to".
pub(super) fn cue_first(reader: &Reader, group: &VerbGroup) -> usize {
    if group.form == VerbForm::Infinitive && reader.document.is(group.first, "to") && group.first < group.head {
        group.first + 1
    } else {
        group.first
    }
}

pub(super) fn draft(
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

/// A verb in its usual place: subject, verb, complement.
fn active(reader: &Reader, group: &VerbGroup, verb: &'static CueVerb) -> Option<Draft> {
    let complement = reader.complement(group, verb);
    if verb.stance == Stance::NonResponse || group.refused {
        return refusal(reader, group, verb, complement);
    }
    let complement = complement?;
    if complement.kind == Kind::Clause && swallows(reader, group) {
        return None;
    }
    let source = reader.subject(group);
    // "was the centre of street protests": what is said of a subject speaks not
    let predicate = |first: usize| {
        let be = words!("is" "are" "was" "were" "be" "been" "became");
        let noun = reader.tag(group.first - 1) == Tag::Noun && reader.tag(group.head) == Tag::Verb3sg;
        first > reader.start() && noun && group.first == group.last && reader.document.any(first - 1, be)
    };
    if source.is_some_and(|s| predicate(s.0)) {
        return None;
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

/// "Officers responding to reports of a man threatening people shot him": the one finite verb of the
/// sentence is its own, no clause that a participle before it reports.
fn swallows(reader: &Reader, group: &VerbGroup) -> bool {
    let hangs = group.form == VerbForm::Gerund && group.first > reader.start() && reader.tag(group.first - 1).is_noun();
    let finite = || reader.groups.iter().filter(|g| g.form == VerbForm::Finite);
    hangs && finite().count() == 1 && finite().all(|g| g.first > group.last)
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
    // "responded “in kind”": a word or two in quotation marks is no answer
    let few =
        |range: Range| reader.quote_opens(range.0).and_then(|q| d.quotes.get(q)).is_some_and(|quote| quote.words() < 3);
    if verb.lemma == "respond" && complement.kind == Kind::Quote && few(complement.content) {
        return false;
    }
    // "people still order bells"
    if verb.lemma == "order"
        && complement.kind == Kind::Noun
        && matches!(reader.tag(group.head), Tag::VerbPresent | Tag::VerbBase)
    {
        return false;
    }
    if matches!(complement.kind, Kind::Quote | Kind::Colon) {
        return verb.class == CueClass::Speech || source.is_some();
    }
    if source.is_none() && group.form != VerbForm::Gerund {
        return false;
    }
    // "if you really want to avoid the crowds": advice to the reader
    if verb.class != CueClass::Speech && source.is_some_and(|s| d.is(s.1, "you")) {
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
    // "a disease dubbed the plague", "the storms point to": things name and point at nothing
    let unquoted = !(complement.content.0..=complement.content.1).any(|t| reader.quoted(t));
    let pointing =
        complement.kind == Kind::Naming && unquoted && (verb.lemma == "dub" || group.form == VerbForm::Participle)
            || verb.lemma == "point" && complement.kind == Kind::Particle;
    if pointing && source.is_some_and(|s| !reader.has_voice(s) && !d.any(s.1, words!("some" "many" "others" "critics")))
    {
        return false;
    }
    // "the Senate confirmed her": people are confirmed in office
    let confirmed = verb.lemma == "confirm" && complement.kind == Kind::Noun;
    if confirmed && d.any(complement.content.0, words!("him" "her" "them" "me" "us")) {
        return false;
    }
    // people show courage or a film, papers and pictures show that something is so
    if verb.lemma == "show" && !source.is_some_and(|s| shows(reader, s)) {
        return false;
    }
    // "the day saw four robberies": only people see
    if verb.class == CueClass::Belief
        && matches!(verb.lemma, "see" | "know" | "feel")
        && source.is_some_and(|s| !reader.has_voice(s) && s.0 > reader.start())
    {
        return false;
    }
    // a champion defends a title without a word
    if verb.lemma == "defend"
        && (complement.content.0..=complement.content.1).any(|t| {
            d.any(t, words!("title" "titles" "crown" "crowns" "championship" "belt" "trophy" "lead" "goal" "medal"))
        })
    {
        return false;
    }
    // "their home states", "will help determine who wins": no account of anything
    if verb.lemma == "state" && complement.kind == Kind::Clause && d.any(group.head, words!("state" "states")) {
        return false;
    }
    if verb.lemma == "determine" && reader.tag(group.head) == Tag::VerbBase {
        return false;
    }
    // "it is impossible to know": nobody's thought
    if group.form == VerbForm::Infinitive && verb.class != CueClass::Speech {
        return false;
    }
    // "levels that will not support it": a relative clause about a thing reports nothing
    if let Some((that, _)) = source.filter(|s| s.0 == s.1 && d.any(s.0, words!("that" "which")))
        && !matches!(complement.kind, Kind::That | Kind::Quote | Kind::Colon)
    {
        let host = (reader.start()..that).rev().find(|&t| reader.tag(t) != Tag::Punct && reader.tag(t) != Tag::Cconj);
        if !host.is_some_and(|h| reader.has_voice((h, h)) || d.tokens[h].is_capital()) {
            return false;
        }
    }
    // imperatives and questions have no speaker
    if group.form == VerbForm::Infinitive && matches!(complement.kind, Kind::Noun | Kind::Particle | Kind::Infinitive) {
        return false;
    }
    // taggers confuse the past tense with the participle: a clause after it settles the matter
    let clausal = matches!(complement.kind, Kind::That | Kind::Clause | Kind::Wh | Kind::Naming);
    let called = verb.lemma == "call" && complement.kind == Kind::Particle;
    if group.form == VerbForm::Participle && !called && (!clausal || verb.frames.any(Frames::PERSON)) {
        return false;
    }
    // a participle hangs on its clause: ", citing the report", "Citing the report, she left"
    if group.form == VerbForm::Gerund && !matches!(complement.kind, Kind::That | Kind::Wh) {
        let aside = group.first == reader.start()
            || reader.is_comma(group.first - 1)
            || d.any(group.first - 1, words!("by" "and" "in" "after" "while" "before" "then"))
            // "with the senator calling it a trap"
            || reader.phrase_start(group.first - 1).is_some_and(|s| s > reader.start() && d.is(s - 1, "with"));
        // "a statement calling for calm", "called the plan a trap": what follows shows the verb's meaning
        let plain = matches!(complement.kind, Kind::Clause | Kind::Naming)
            || complement.kind == Kind::Particle && verb.lemma == "call";
        let thought = complement.kind == Kind::Clause || aside && complement.kind == Kind::Infinitive;
        if verb.class != CueClass::Speech && !thought || !(aside || plain) {
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
        Kind::Noun => {
            verb.frames.any(Frames::NOUN_ALONE) || verb.clauses_only() || source.is_some_and(|s| speaks(reader, s))
        }
        _ => true,
    }
}

/// Whether a noun phrase holds something that shows: a paper, data, pictures, or who made them.
fn shows(reader: &Reader, source: Range) -> bool {
    let d = reader.document;
    (source.0..=source.1).any(|t| {
        let token = d.tokens.get(t);
        lexicon::has(token, Class::DocumentNoun)
            || lexicon::has(token, Class::MediaNoun)
            || lexicon::has(token, Class::ExpertNoun)
    }) || d.any(source.1, words!("it" "they" "that" "which" "these" "this"))
}

/// Whether a noun phrase looks like somebody who can speak: a pronoun, a name, a person or body.
fn speaks(reader: &Reader, source: Range) -> bool {
    let d = reader.document;
    (source.0..=source.1).any(|t| d.tag(t) == Tag::Propn) || d.any(source.0, words!("he" "she" "they" "who" "i" "we"))
}
