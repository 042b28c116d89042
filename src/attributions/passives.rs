//! Verbs whose subject is spoken of, asked or quoted: "was told that", "is believed to", "asked whether",
//! "quoted the minister as saying". Finds who speaks, if anybody is named.

use super::asides::reported_before;
use super::cues::{CueVerb, Frames};
use super::denials::DENIABLE;
use super::reader::{Range, Reader};
use super::verbs::draft;
use super::{CueClass, Draft, Stance, naming};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::text::Tag;
use crate::words;

/// "is believed to", "was told that", "was quoted as saying", "was criticised by".
pub(super) fn passive(reader: &Reader, group: &VerbGroup, verb: &'static CueVerb) -> Option<Draft> {
    let d = reader.document;
    let subject = reader.subject(group);
    let after = group.last + 1;
    let cue = (group.first, group.last);
    // "was quoted as saying that": the subject speaks
    // … and "was cited by the agency as saying"
    let by = if d.is(after, "by") { reader.phrase_end(after + 1, false).map_or(after, |end| end + 1) } else { after };
    if reader.as_saying(by) {
        let inner = reader.verb_at(by + 1)?;
        let speaking = VerbGroup {
            first: group.first,
            last: by + 1,
            head: by + 1,
            form: VerbForm::Finite,
            passive: false,
            ..*group
        };
        let (last, content) = match reader.complement(&speaking, inner) {
            Some(complement) => (complement.cue_last, complement.content),
            None => (by + 1, reported_before(reader, subject?.0, by + 2)?),
        };
        return Some(draft(&speaking, inner, subject, (group.first, last), vec![content], "sourcing.quoted-as"));
    }
    if verb.lemma == "ask"
        && let Some(made) = asked(reader, group, verb)
    {
        return Some(made);
    }
    // "Moss was denied by the post": somebody is kept from a goal, no report denied
    let goal = words!("post" "bar" "crossbar" "woodwork" "foot" "feet" "boot" "keeper" "goalkeeper" "linesman" "flag" "offside" "save" "block");
    let kept = || d.is(after, "by") && (after..reader.end().min(after + 5)).any(|t| d.any(t, goal));
    if verb.lemma == "deny" && kept() {
        return None;
    }
    if verb.stance == Stance::Denial
        && subject.is_some_and(|s| {
            let token = d.tokens.get(s.1);
            let name = s.0 == s.1 && token.is_some_and(|t| t.is_capital()) && naming::noun(d, s.1).0 == 0;
            d.tag(s.1) == Tag::Propn
                || name
                || d.any(s.1, words!("he" "she" "they" "him"))
                || naming::noun(d, s.1).0 & naming::PERSONS != 0
        })
    {
        return None;
    }
    // an agent: "was praised by the union"; what must be verified was not
    let due = (group.first..group.head).any(|t| reader.tag(t) == Tag::Modal) && verb.stance == Stance::Factive;
    // "the seller was advised by a small firm": counsel, and nothing that it said
    // … nor is what somebody wrote or carried on, and "quoted by name" names nobody
    let counsel = matches!(verb.lemma, "advise" | "write" | "continue" | "calculate") || d.is(after + 1, "name");
    // "was confirmed on Monday by the ministry"
    let timed = (d.is(after, "on") && chunks::is_time(d, after + 1)).then_some(after + 2);
    let by = timed.or(chunks::is_time(d, after).then_some(after + 1)).filter(|&t| d.is(t, "by")).unwrap_or(after);
    let after = if d.is(by, "by") { by } else { after };
    if d.is(after, "by")
        && !(due || counsel)
        && !(verb.frames.any(Frames::THING) && verb.objects.is_empty())
        && (verb.frames.any(Frames::NOUN_ALONE) || verb.frames.any(Frames::AS) || verb.frames.any(Frames::QUOTE))
    {
        let last = reader.phrase_end(after + 1, true)?;
        // "are listed by their first name"
        if d.any(last, words!("name" "names" "number" "numbers" "hand" "mistake" "law")) {
            return None;
        }
        // "is explained by cheaper diesel"
        if verb.lemma == "explain" && !reader.has_voice((after + 1, last)) {
            return None;
        }
        // "the inquest was told by a paramedic, Dev Rana, that the door had been bolted"
        let mut at = last + 1 + usize::from(reader.is_comma(last + 1));
        // "told by the builder in January that"
        while reader.tag(at) == Tag::Adp && chunks::is_time(d, at + 1) || chunks::is_time(d, at) {
            at += 1;
        }
        let told =
            d.is(at, "that") || d.is(at, "to") && reader.group_at(at).is_some_and(|g| g.form == VerbForm::Infinitive);
        if verb.frames.any(Frames::PERSON) && told {
            let content = reader.trim((at, reader.content_end(at)?))?;
            return Some(draft(group, verb, Some((after + 1, last)), cue, vec![content], "sourcing.agent"));
        }
        // "was told by her surgeon, “…”"
        let quote = reader.quote_opens(last + 1 + usize::from(reader.is_comma(last + 1))).filter(|q| q.words() > 1);
        if verb.frames.any(Frames::PERSON)
            && let Some(quote) = quote
        {
            return Some(draft(
                group,
                verb,
                Some((after + 1, last)),
                cue,
                vec![(quote.first, quote.last)],
                "sourcing.agent",
            ));
        }
        // "was described by the house as the finest of its kind"
        if verb.frames.any(Frames::AS) && d.is(last + 1, "as") {
            let named = reader.trim((last + 1, reader.noun_content_end(last + 1, true)?))?;
            let held = subject.into_iter().chain([named]).collect();
            return Some(draft(group, verb, Some((after + 1, last)), cue, held, "sourcing.agent"));
        }
        // "A claim by X that ballots had been marked in advance was rejected by Y": all of what was rejected
        let whole = subject.filter(|s| {
            let that = (reader.start() + 1..s.0).find(|&t| d.is(t, "that"));
            reader.tag(s.0.saturating_sub(1)) == Tag::Adp
                && that.is_some_and(|t| reader.clause_at(t + 1).is_some())
                && chunks::noun_phrase_end(d, reader.start(), s.0).is_some_and(|end| d.any(end, DENIABLE))
        });
        let subject = whole.map(|s| (reader.start(), s.1)).or(subject);
        let content =
            subject.or_else(|| reader.phrase_start(group.first.checked_sub(1)?).map(|s| (s, group.first - 1)))?;
        let (last, why) = reader.agent_and_why(verb, (after + 1, last));
        let held = [Some(content), why].into_iter().flatten().collect();
        return Some(draft(group, verb, Some((after + 1, last)), cue, held, "sourcing.agent"));
    }
    // "was accused of fraud by two of his partners"
    if own_preposition(verb).is_some_and(|p| d.is(after, p))
        && let Some(subject) = subject
        && let Some(by) = (after + 2..reader.end()).take_while(|&t| !reader.is_comma(t)).find(|&t| d.is(t, "by"))
        && reader.finite_from(after).is_none_or(|g| g.first >= by)
        && !reader.tag(by - 1).is_verb()
        && reader.tag(by + 1) != Tag::VerbIng
        && let Some(last) = reader.phrase_end(by + 1, true)
        && (reader.has_voice((by + 1, last)) || reader.tag(last) == Tag::NounPlural)
    {
        let held = vec![subject, (after, by - 1)];
        return Some(draft(group, verb, Some((by + 1, last)), cue, held, "sourcing.agent"));
    }
    // "is widely seen as a warning": a judgement that nobody is named for
    if d.is(after, "as") && verb.frames.any(Frames::AS) && !d.any(after + 1, words!("well" "saying")) {
        // "were described as “implausible” by two auditors"
        let quoted = reader.quote_opens(after + 1).filter(|q| d.is(q.last + 1, "by"));
        if let Some(quote) = quoted
            && let Some(last) = reader.phrase_end(quote.last + 2, true)
        {
            let held = subject.into_iter().chain([(after + 1, quote.last)]).collect();
            let cue = (group.first, after);
            return Some(draft(group, verb, Some((quote.last + 2, last)), cue, held, "sourcing.agent"));
        }
        let content = reader.trim((after + 1, reader.noun_content_end(after + 1, false)?))?;
        let held = subject.into_iter().chain([content]).collect();
        let mut made = draft(group, verb, None, (group.first, after), held, "sourcing.nobody");
        made.class = CueClass::Belief;
        return Some(made);
    }
    // nobody says it: "is believed to", "is expected to", "it was reported that"
    let expletive = subject.is_some_and(|s| d.is(s.0, "it") && s.0 == s.1);
    let agentless = verb.frames.any(Frames::PASSIVE)
        || expletive && verb.frames.any(Frames::CLAUSE)
        || d.any(group.head, words!("said" "reported" "alleged" "rumoured" "rumored" "claimed" "understood" "known" "thought" "feared" "estimated" "projected" "announced" "revealed"));
    // "passengers were told that": nobody is named
    let mut told = after;
    while chunks::is_time(d, told) || d.any(told, words!("on" "in" "last" "this")) && chunks::is_time(d, told + 1) {
        told += 1;
    }
    // … "students were told their work would be checked"
    let clause = || d.is(told, "that") || verb.lemma == "tell" && told_clause(reader, told);
    if verb.frames.any(Frames::PERSON) && verb.frames.any(Frames::CLAUSE) && !expletive && clause() {
        let content = reader.trim((told, reader.content_end(told)?))?;
        return Some(draft(group, verb, None, cue, vec![content], "sourcing.nobody"));
    }
    if !agentless {
        return None;
    }
    let beside = |it: usize| around(reader, it, after).or_else(|| Some(vec![reported_before(reader, it, after)?]));
    if let Some(content) = subject.filter(|_| expletive).and_then(|s| beside(s.0)) {
        return Some(draft(group, verb, None, cue, content, "sourcing.nobody"));
    }
    // "It was said at the time that the fresco had been sold"
    let after = if expletive { reader.over_adjuncts(after) } else { after };
    if expletive && (d.is(after, "that") || reader.clause_at(after).is_some()) {
        let content = reader.trim((after, reader.content_end(after)?))?;
        return Some(draft(group, verb, None, cue, vec![content], "sourcing.nobody"));
    }
    // "is believed to have left", not "was reported to the police"
    if reader.group_at(after).is_some_and(|g| g.form == VerbForm::Infinitive && d.is(after, "to"))
        && let Some(subject) = subject
    {
        let content = reader.trim((after, reader.content_end(after)?))?;
        return Some(draft(group, verb, None, cue, vec![subject, content], "sourcing.nobody"));
    }
    None
}

/// The preposition with which a verb of blame or praise says what for.
fn own_preposition(verb: &CueVerb) -> Option<&'static str> {
    match verb.lemma {
        "accuse" => Some("of"),
        "blame" | "criticise" | "criticize" | "praise" | "condemn" | "denounce" | "fault" | "commend" => Some("for"),
        _ => None,
    }
}

impl Reader<'_, '_> {
    /// "by two partners for the loss": where who judges ends, and what for.
    fn agent_and_why(&self, verb: &CueVerb, (first, last): Range) -> (usize, Option<Range>) {
        let d = self.document;
        let named = |t: usize| d.tokens.get(t).is_some_and(|t| t.is_capital());
        let own = own_preposition(verb);
        let why = own.and_then(|p| (first + 1..=last + 1).rev().find(|&t| d.is(t, p) && !named(t + 1)));
        // "the head of the union": no accusation without one more noun, and none that an article opens
        let Some(at) = why.filter(|&t| t > last || own != Some("of") || self.tag(t + 1) != Tag::Det) else {
            return (last, None);
        };
        let end = self.noun_content_end(at, false);
        (at - 1, end.and_then(|end| self.trim((at, end))))
    }
}

/// "The beads, it is argued in a paper, were traded": the two parts of the clause around `it` and its verb, which ends
/// before `after`.
pub(super) fn around(reader: &Reader, it: usize, after: usize) -> Option<Vec<Range>> {
    if it < reader.start() + 2 || !reader.is_comma(it - 1) {
        return None;
    }
    let close = (after..reader.end().min(after + 12)).find(|&t| reader.is_comma(t))?;
    let adjunct = reader.finite_from(after).is_none_or(|g| g.first > close);
    let goes_on = reader.groups.iter().any(|g| g.first == close + 1);
    if !adjunct || !goes_on {
        return None;
    }
    let rest = reader.trim((close + 1, reader.content_end(close + 1)?))?;
    Some(vec![reader.trim((reader.start(), it - 2))?, rest])
}

/// "The attack, condemned by the council, was", "a plan criticised by the unions": a participle with who speaks.
pub(super) fn agented(reader: &Reader, group: &VerbGroup, verb: &'static CueVerb) -> Option<Draft> {
    let d = reader.document;
    let by = group.last + 1;
    let judges = words!("condemned" "criticised" "criticized" "denounced" "praised" "rejected" "dismissed" "denied" "disputed" "welcomed" "questioned"
        "opposed" "accused" "blamed" "challenged" "contested" "ridiculed" "mocked" "hailed");
    let lone = group.form == VerbForm::Participle && group.first == group.head;
    if !lone || !d.any(group.head, judges) || !d.is(by, "by") {
        return None;
    }
    let before = group.first.checked_sub(1).filter(|&t| t >= reader.start())?;
    let noun = if reader.is_comma(before) { before.checked_sub(1)? } else { before };
    let first = reader.phrase_start(noun).filter(|_| reader.tag(noun).is_noun())?;
    let last = reader.phrase_end(by + 1, true).filter(|&last| reader.has_voice((by + 1, last)))?;
    let (source, cue) = (Some((by + 1, last)), (group.first, group.last));
    Some(draft(group, verb, source, cue, vec![(first, noun)], "sourcing.agent"))
}

/// Whether a clause without "that" begins here.
fn told_clause(reader: &Reader, at: usize) -> bool {
    let opens = matches!(reader.tag(at), Tag::Det | Tag::Pron | Tag::PronPoss | Tag::NounPlural | Tag::Propn);
    opens && reader.clause_at(at).is_some()
}

/// "when asked whether", "asked by a reporter to explain": a question, its asker seldom named; carried,
/// not shown.
fn asked(reader: &Reader, group: &VerbGroup, verb: &'static CueVerb) -> Option<Draft> {
    let d = reader.document;
    let mut at = group.last + 1;
    let mut source = None;
    if d.is(at, "by") {
        let last = reader.phrase_end(at + 1, false)?;
        source = Some((at + 1, last));
        at = last + 1;
    }
    // an occasion or a time: "asked on Monday whether"
    for _ in 0..3 {
        let adjunct = reader.tag(at) == Tag::Adp && !d.any(at, words!("about" "if" "why" "on"))
            || d.is(at, "on") && chunks::is_time(d, at + 1);
        match chunks::noun_phrase_end(d, at + 1, reader.end()).filter(|_| adjunct) {
            Some(end) => at = end + 1,
            None if chunks::is_time(d, at) || reader.tag(at) == Tag::Adv && !d.any(at, words!("why" "how" "when")) => {
                at += 1
            }
            None => break,
        }
    }
    // "was asked, “Why now?”", "was asked a simple question about it"
    let comma = usize::from(reader.is_comma(at) || reader.word(at) == ":");
    if let Some(quote) = reader.quote_opens(at + comma) {
        let content = vec![(quote.first, quote.last)];
        let made = draft(group, verb, source, (group.first, group.last), content, "sourcing.asked");
        return Some(Draft { class: CueClass::Belief, ..made });
    }
    let question =
        chunks::noun_phrase_end(d, at, reader.end()).is_some_and(|end| d.any(end, words!("question" "questions")));
    let opens = question
        || d.any(at, words!("about" "whether" "if" "why" "how" "what" "who" "which" "where" "when"))
        || d.is(at, "to") && reader.group_at(at).is_some();
    if !opens {
        return None;
    }
    let about = d.is(at, "about");
    let first = if about { at + 1 } else { at };
    let cue = (group.first, if about && at == group.last + 1 { at } else { group.last });
    let content = reader.trim((first, reader.noun_content_end(first, true)?))?;
    let mut made = draft(group, verb, source, cue, vec![content], "sourcing.asked");
    made.class = CueClass::Belief;
    Some(made)
}

/// "quoted the minister as saying …": the quoted one speaks inside the quoting one's words.
pub(super) fn quoting(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
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
    if !reader.as_saying(at) {
        return None;
    }
    let verb = reader.verb_at(at + 1)?;
    let speaking = VerbGroup { first: at + 1, last: at + 1, head: at + 1, form: VerbForm::Finite, ..*group };
    let (cue_last, content) = match reader.complement(&speaking, verb) {
        Some(complement) => (complement.cue_last, complement.content),
        // "…, the paper quoted a survivor as saying"
        None => (at + 1, reported_before(reader, reader.subject(group)?.0, at + 2)?),
    };
    Some(draft(&speaking, verb, Some((first, last)), (at + 1, cue_last), vec![content], "sourcing.quoted-as"))
}
