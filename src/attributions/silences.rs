//! Those who do not speak, and those who only saw or heard: refusals, silence, hearings, and the outlet's own
//! people at the scene.

use super::asides::reported_before;
use super::complement::Complement;
use super::cues::CueVerb;
use super::reader::{Range, Reader};
use super::verbs::{cue_first, draft};
use super::{CueClass, Draft, Stance, naming};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::lexicon;
use crate::text::Tag;
use crate::words;

/// "declined to comment", "refused to say whether": what was not said, or a refusal to act.
pub(super) fn refusal(
    reader: &Reader,
    group: &VerbGroup,
    verb: &'static CueVerb,
    complement: Option<Complement>,
) -> Option<Draft> {
    let d = reader.document;
    let source = reader.subject(group);
    if group.refused {
        // "refused to endorse the plan", "refused to show up": nothing was to be told
        let act = words!("endorse" "show" "accept" "support" "defend" "publish" "release" "apologise" "apologize" "thank" "praise" "congratulate" "condemn" "call"
            "recognise" "recognize" "sign" "order" "agree" "approve" "back" "allow" "invite" "vow" "pledge" "promise");
        let speech = reader.says(group) && !d.any(group.head, act);
        let to = (group.first..group.head).rev().find(|&t| d.is(t, "to"))?;
        let answers = speech || d.any(group.head, words!("comment" "answer" "elaborate" "respond" "reply" "speculate"));
        // "declined to say": the cue is what was not said, its content the rest; of a refusal to act the verb alone
        let from = if answers { group.last + 1 } else { to };
        let cue = (group.first, from - 1);
        let rest = reader.noun_content_end(from, true).filter(|&end| end >= from);
        let content = rest.and_then(|end| reader.trim((from, end))).into_iter().collect();
        let mut made = draft(group, verb, source, cue, content, "sourcing.refusal");
        if !answers {
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

/// "would neither confirm nor deny the engagement".
fn neither_nor(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    let confirm = (group.first..=group.last).find(|&t| {
        d.any(t, words!("confirm" "confirmed" "confirms" "acknowledge" "acknowledged" "admit" "admitted"))
    })?;
    let neither = (group.first.saturating_sub(1)..confirm).find(|&t| d.is(t, "neither"))?;
    let deny = confirm + 2;
    if !d.is(deny - 1, "nor") || !d.any(deny, words!("deny" "denied" "denies")) {
        return None;
    }
    let mut last = neither.checked_sub(1).filter(|&t| t >= reader.start())?;
    while last > reader.start() && matches!(reader.tag(last), Tag::Modal | Tag::Aux | Tag::Adv) {
        last -= 1;
    }
    // "the chain, which has 61 shops, would neither"
    let aside = if reader.is_comma(last) { reader.over_parenthesis(last) } else { None };
    let source = aside.or_else(|| Some((reader.phrase_start(last)?, last)))?;
    let content = reader.noun_content_end(deny + 1, true).and_then(|end| reader.trim((deny + 1, end)));
    let content = content.into_iter().collect();
    let made = Draft::speech(Some(source), (last + 1, deny), content, "sourcing.silence", "confirm");
    Some(made.with(Stance::NonResponse))
}

/// "could not be reached for comment", "was not available for comment", "calls to the firm were not returned".
fn out_of_reach(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    let mut at = group.last + 1;
    while d.any(at, words!("immediately" "right" "away")) {
        at += 1;
    }
    let open = d.any(at, words!("available" "reachable"));
    let state = open || d.any(at, words!("unavailable" "unreachable"));
    let unavailable = state && d.are(at + 1, &["for", "comment"]);
    let unreached = group.passive && d.is(group.head, "reached") && d.are(at, &["for", "comment"]);
    let unreturned = group.passive && group.negated && d.any(group.head, words!("returned" "answered"));
    // few verbs stand so: only for them is the subject looked for
    if !(unavailable || unreached || unreturned) {
        return None;
    }
    let source = reader.subject(group)?;
    let silent = |source: Range, last: usize| {
        let made = Draft::speech(Some(source), (group.first, last), Vec::new(), "sourcing.silence", "comment");
        Some(made.with(Stance::NonResponse))
    };
    let denied = group.negated || d.any(source.0, words!("nobody" "neither" "none" "no"));
    if unavailable && (denied || !open) {
        return silent(source, at + 2);
    }
    if unreached && denied {
        return silent(source, at + 1);
    }
    let asked = words!("call" "calls" "email" "emails" "message" "messages" "request" "requests" "inquiries");
    let to = (source.0..source.1).find(|&t| d.any(t, words!("to" "for" "with")))?;
    (unreturned && (source.0..to).any(|t| d.any(t, asked))).then(|| silent((to + 1, source.1), group.last))?
}

/// "Kadlec wouldn't say.", "isn't saying much about the merger": nothing that answers is said.
fn says_little(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    if !group.negated || group.passive || !d.any(group.head, words!("say" "said" "saying")) {
        return None;
    }
    let next = group.last + 1;
    let much = d.any(next, words!("much" "anything" "more"));
    let ends = matches!(reader.word(next), "." | ";" | "") && d.any(group.first, words!("would" "will" "wo"));
    if !much && !ends {
        return None;
    }
    let last = if much { next } else { group.last };
    let about = d.any(last + 1, words!("about" "on"));
    let content = || reader.trim((last + 2, reader.noun_content_end(last + 2, true)?));
    let content = about.then(content).flatten().into_iter().collect();
    let cue = (group.first, last + usize::from(about));
    let made = Draft::speech(Some(reader.subject(group)?), cue, content, "sourcing.silence", "say");
    Some(made.with(Stance::NonResponse))
}

/// "did not return calls", "did not respond to a request", "had no comment": asked, and silent.
pub(super) fn silence(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    if let Some(made) = neither_nor(reader, group) {
        return Some(made);
    }
    if let Some(made) = out_of_reach(reader, group) {
        return Some(made);
    }
    // "would not be drawn on his future"
    if group.negated && d.is(group.head, "drawn") && d.is(group.head - 1, "be") {
        let on = d.any(group.last + 1, words!("on" "about" "into" "over"));
        let about = || reader.trim((group.last + 2, reader.noun_content_end(group.last + 2, true)?));
        let content = on.then(about).flatten().into_iter().collect();
        let cue = (group.first, group.last + usize::from(on));
        let made = Draft::speech(Some(reader.subject(group)?), cue, content, "sourcing.silence", "draw");
        return Some(made.with(Stance::NonResponse));
    }
    if let Some(made) = says_little(reader, group) {
        return Some(made);
    }
    // "refused to give details"
    let details =
        words!("details" "detail" "reasons" "reason" "interviews" "names" "figures" "explanation" "comment" "answers");
    if group.refused && d.any(group.head, words!("give" "offer" "provide")) {
        let last = chunks::noun_phrase_end(d, group.last + 1, reader.end()).filter(|&t| d.any(t, details))?;
        let content = vec![(group.last + 1, last)];
        let source = reader.subject(group)?;
        let made = Draft::speech(Some(source), (group.first, group.last), content, "sourcing.silence", "give");
        return Some(made.with(Stance::NonResponse));
    }
    let replies = d.any(
        group.head,
        words!("respond" "reply" "return" "comment" "answer" "responded" "replied" "returned" "commented"),
    );
    let no_comment =
        d.are(group.last + 1, &["no", "comment"]) && d.any(group.head, words!("had" "have" "has" "offered" "made"));
    if !replies && !no_comment {
        return None;
    }
    // "did not respond to the drug": a body's answer
    let cure = words!("drug" "drugs" "treatment" "treatments" "therapy" "medication" "medicine" "chemotherapy" "antibiotics" "vaccine" "stimulus" "stimuli"
        "cpr" "resuscitation" "steroids" "insulin" "commands" "light" "sound");
    let treated = || chunks::noun_phrase_end(d, group.last + 2, reader.end()).is_some_and(|t| d.any(t, cure));
    if replies && d.is(group.last + 1, "to") && treated() {
        return None;
    }
    // "neither the embassy nor the line responded"
    let none = (reader.start()..group.first).rev().take(12).find(|&t| d.any(t, words!("neither" "none" "nobody")));
    let negated = group.negated
        || none.is_some_and(|n| !reader.groups.iter().any(|g| g.first > n && g.last < group.first))
            && group.form == VerbForm::Finite;
    let silent = negated && replies;
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
    let mut source = reader.subject(group)?;
    if let Some(neither) = none.filter(|&n| !group.negated && d.is(n, "neither") && n < source.0) {
        source.0 = neither;
    }
    let mut content = Vec::new();
    if !no_comment
        && d.any(group.head, words!("respond" "reply" "responded" "replied"))
        && !d.any(last + 1, words!("to" "when"))
    {
        let named = (source.0..=source.1).any(|t| d.tag(t) == Tag::Propn);
        // "The planning office has not responded."
        let body = d.any(last + 1, words!("." "," ";")) && lexicon::has_any(d.tokens.get(source.1), naming::GROUPS);
        if !named && !body && !(group.first..group.head).any(|t| d.is(t, "immediately")) {
            return None;
        }
    }
    if d.any(last + 1, words!("to" "for" "on" "about"))
        && let Some(end) = reader.noun_content_end(last + 2, true)
    {
        content.extend(reader.trim((last + 2, end)));
        last += 1;
    }
    Some(
        Draft::speech(Some(source), (group.first, last), content, "sourcing.silence", "respond")
            .with(Stance::NonResponse),
    )
}

/// "The court heard that …", "the jury was told …": the report of a hearing, whoever spoke in it.
pub(super) fn hearing(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    if !group.passive && d.any(group.head, words!("hear" "hearing" "heard")) && d.is(group.last + 1, "from") {
        return heard_from(reader, group);
    }
    let heard = if group.passive { d.is(group.head, "told") } else { d.is(group.head, "heard") };
    if !heard || group.form != VerbForm::Finite || group.negated {
        return None;
    }
    let source = reader.subject(group)?;
    let host = chunks::noun_phrase_end(d, source.0, source.1 + 1).unwrap_or(source.1);
    if !d.any(
        host,
        words!("court" "jury" "jurors" "inquest" "inquiry" "tribunal" "hearing" "magistrates" "bailey" "assizes"),
    ) {
        return None;
    }
    let mut at = group.last + 1;
    while matches!(reader.tag(at), Tag::Adv) || chunks::is_time(d, at) {
        at += 1;
    }
    if let Some(content) = reported_before(reader, source.0, at) {
        let cue = (group.first, group.last);
        return Some(Draft::speech(Some(source), cue, vec![content], "sourcing.parenthetical", "hear"));
    }
    let opened = d.any(at, words!("that" "how")) && reader.finite_from(at + 1).is_some();
    if !(opened || reader.clause_at(at).is_some()) {
        return None;
    }
    let content = reader.trim((at, reader.content_end(at)?))?;
    Some(Draft::speech(Some(source), (group.first, group.last), vec![content], "sourcing.clause", "hear"))
}

/// "We are hearing from paramedics that four people have been hurt": whoever stands behind "from" says so.
fn heard_from(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let from = group.last + 1;
    let source = (from + 1, reader.phrase_end(from + 1, false)?);
    let that = Some(reader.over_adjuncts(source.1 + 1)).filter(|&at| reader.document.is(at, "that"))?;
    let content = reader.trim((that, reader.content_end(that)?))?;
    let source = Some(source).filter(|&s| reader.has_voice(s));
    Some(Draft::speech(source, (group.first, from), vec![content], "sourcing.clause", "hear"))
}

/// "An AFP photographer watched as …": the outlet's own people saw it.
pub(super) fn witness(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
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
    let named = (source.0..=source.1)
        .any(|t| (t > reader.start() || d.tag(t) == Tag::Propn) && d.tokens.get(t).is_some_and(|t| t.is_capital()));
    let own = (source.0..source.1).any(|t| d.is(t, "this"))
        && d.any(
            source.1,
            words!("newspaper" "paper" "magazine" "website" "site" "programme" "program" "channel" "station"),
        );
    if !journalist || !(named || own) {
        return None;
    }
    let first = group.last + 1;
    let first = if d.is(first, "as") { first + 1 } else { first };
    let content = reader.trim((first, reader.content_end(first)?))?;
    Some(Draft::speech(Some(source), (group.first, group.last), vec![content], "sourcing.witness", "see"))
}
