//! Cues that stand after or inside their content: "…, X said", "“…,” said X", "…, X said, …".
//! Finds the aside and the content around it; the verb's own complements are `complement`'s.

use super::cues::{CueVerb, Frames};
use super::denials::DENIABLE;
use super::inversion::{finds, inverts, papers_say};
use super::reader::{Range, Reader};
use super::verbs::draft;
use super::{CueClass, Draft};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::text::{Tag, Words};
use crate::words;

/// A cue that stands after or inside its content: "…, X said", "“…,” said X", "…, X said, …".
pub(super) fn parenthetical(reader: &Reader, group: &VerbGroup, verb: &CueVerb) -> Option<Draft> {
    let d = reader.document;
    // taggers take "said" after a quotation for a participle
    let speaks = group.form == VerbForm::Finite || (group.form == VerbForm::Participle && group.first == group.head);
    // "If the tenants complain, the landlord must reply"
    let due = (group.first..group.head).any(|t| d.any(t, words!("must" "should")));
    if !speaks || group.passive || due {
        return None;
    }
    // few verbs stand so: only for them is the subject looked for
    let papers = papers_say(verb);
    let after = || reader.subject_after(group).filter(|_| reader.is_comma(group.first.saturating_sub(1)));
    let by = |source: Option<Range>| source.is_some_and(|s| finds(reader, s, verb));
    let shows = (papers || verb.lemma == "rule") && by(reader.subject(group)) || papers && by(after());
    let clausal = matches!(verb.lemma, "think" | "believe" | "learn" | "understand") || shows;
    if !(verb.frames.any(Frames::QUOTE) || clausal) {
        return None;
    }
    let floor = reader.start();
    // where the attribution's own words begin, subject first or verb first
    // "“… thread.” Neither side, the envoy noted, had agreed": a sentence of its own around the aside
    let around = after_stopped_quotation(reader)
        && reader.is_comma(group.last + 1)
        && reader.finite_at(group.last + 2)
        && (reader.start() + 1..group.first).any(|t| reader.is_comma(t));
    let after_quote = if around { None } else { speaker_after_quote(reader, group) };
    let verb_first = group.first > floor
        && group.first == group.head
        && !matches!(reader.tag(group.first - 1), Tag::Adv)
        && opens_aside(reader, group.first)
        && inverts(reader, group)
        && after_quote.is_none();
    let subject_after = if verb_first { reader.subject_after(group) } else { None };
    let inverted = subject_after.is_some();
    let (source, aside_first, mut aside_last) = if let Some(source) = subject_after {
        if d.is(source.0, "that") {
            return None;
        }
        (source, group.first, source.1)
    } else {
        let source = after_quote.or_else(|| reader.subject(group))?;
        if source.1 >= group.first || source.0 <= floor && !starts_quote_before(reader, source.0) {
            return None;
        }
        (source, source.0, group.last)
    };
    // "…, its colours revealed for the first time": a participle of things
    let torn = group.form == VerbForm::Participle || d.is(source.0, "its");
    if torn && !inverted && after_quote.is_none() && !reader.has_voice(source) {
        return None;
    }
    // "…, a charge Lomé denies": what is denied, and who denies it
    if verb.stance == super::Stance::Denial && (source.0..source.1).any(|t| d.any(t, DENIABLE)) {
        return None;
    }
    if !opens_aside(reader, aside_first) || reader.document.any(source.0, words!("who" "which" "that")) {
        return None;
    }
    // "…, Lund pointed out"
    let particle = !inverted && reader.is_particle(group.last + 1, verb);
    let cue = (group.first, if particle { group.last + 1 } else { group.last });
    aside_last = aside_last.max(cue.1);
    // times, occasions and the person told after the verb
    let mut at = aside_last + 1;
    if !inverted
        && verb.frames.any(Frames::PERSON)
        && let Some(end) = reader.phrase_end(at, false)
        && reader.clause_at(at).is_none()
    {
        at = end + 1;
    } else if !inverted && verb.frames.any(Frames::PERSON) && d.any(at, AUDIENCE) && reader.tag(at + 1) == Tag::Adp {
        // "told jurors on Monday as the trial opened"
        at += 1;
    }
    while at < reader.end() {
        if let Some(next) = over_adjunct(reader, at) {
            at = next;
        } else if matches!(reader.tag(at), Tag::Det | Tag::Adj) && chunks::is_time(d, at + 1) {
            at += 2;
        } else if reader.tag(at) == Tag::Num
            && d.any(at + 1, SPANS)
            && d.any(at + 2, words!("later" "earlier" "after" "before" "ago"))
        {
            // "two days after the fire"
            at += if reader.tag(at + 2) == Tag::Adv { 3 } else { 2 };
        } else if let Some(close) = reader.bracketed(at) {
            at = close + 1;
        } else if reader.is_comma(at)
            && reader.is_comma(at + 2)
            && reader.tag(at + 1) == Tag::Propn
            && reader.tag(at - 1) == Tag::Propn
            && reader.quote_opens(at + 3).is_some()
        {
            // "at a rally in Salem, N.H., “…”"
            at += 2;
        } else {
            break;
        }
    }
    // "said in a dispatch that gave no details": the relative clause hangs on the occasion
    if at > cue.1 + 1 && d.any(at, words!("that" "which")) && reader.finite_at(at + 1) {
        at = reader.noun_content_end(at, true).map_or(at, |end| end + 1);
    }
    let mark = aside_first.checked_sub(1)?;
    let quoted_before = reader.quote_closes(mark).is_some()
        || (reader.is_comma(mark) && mark > 0 && reader.quote_closes(mark - 1).is_some());
    // "“…,” he said of people whose rights were restored, “but …”": all up to where the quotation goes on
    let resumes = |t: &usize| reader.is_comma(*t) && reader.quote_opens(t + 1).is_some();
    if quoted_before && d.any(at, words!("who" "whose" "which" "that" "where")) {
        at = (at..reader.end().min(at + 16)).find(resumes).unwrap_or(at);
    }
    aside_last = aside_last.max(at - 1);
    let next = reader.word(at);
    let stops = at >= reader.end()
        || matches!(next, "." | "," | ":" | ";" | "!" | "?" | "—" | "–" | "--" | ")")
        || reader.tag(at) == Tag::Cconj
        || reader.tag(at) == Tag::Sconj && !d.is(at, "that")
        || reader.tag(at) == Tag::VerbIng
        || inverted;
    if !stops && !quoted_before {
        return None;
    }
    let before = content_before(reader, aside_first)?;
    // an opening phrase alone is not content: "On Monday, the ministry said."
    let verbless = !has_clause(reader, before.0, aside_first, inverted);
    // "Instead, Lund told the paper, his plan would": a clause of its own after the aside
    let own = at == group.last + 1 || reader.is_comma(at) && reader.clause_at(at + 1).is_some();
    // "So far, writes the critic Ann Lohse, the house has"
    let own = if inverted { reader.is_comma(at) && reader.clause_at(at + 1).is_some() } else { own };
    let opener = verbless && !quoted_before && own;
    // "“Ferry” is, its maker says, her mother's story": the predicate follows
    let copula = d.any(before.1, words!("is" "are" "was" "were")) && reader.is_comma(mark);
    let whole = quoted_before && reader.quote_opens(before.0).is_some();
    let after = content_after(reader, aside_last, at, (opener || copula) && reader.is_comma(at), whole);
    // "“…,” fumed Jan Holt, 34, as the train left": when, and no more words of his
    // … nor where: "outside the mortuary"
    let place = |a: &Range| {
        inverted
            && reader.tag(a.0) == Tag::Adp
            && !reader.groups.iter().any(|g| g.form == VerbForm::Finite && a.0 <= g.first && g.last <= a.1)
    };
    let meanwhile = |a: &Range| {
        quoted_before
            && (d.any(a.0, words!("as" "when" "while" "before" "after")) || place(a))
            && !(a.0..=a.1).any(|t| reader.quoted(t))
    };
    let after = after.filter(|a| !meanwhile(a));
    // "Absolutely not, his aide insisted"
    let answer = words!("absolutely" "not" "no" "yes" "never" "nonsense" "perhaps" "definitely" "certainly");
    let verbless = verbless && !d.any(before.0, answer);
    // "The plan hinges on the weather, an analyst says": a long one has its verb, whatever the tagger took it for
    // … nor "However, over the past few days, the council has promised a vote"
    let however = reader.tag(before.0) == Tag::Adv && reader.is_comma(before.0 + 1);
    let opener_first = if however { before.0 + 2 } else { before.0 };
    let opens_phrase = matches!(reader.tag(opener_first), Tag::Adp | Tag::VerbIng | Tag::Sconj)
        && chunks::over_comparison(d, opener_first) == opener_first;
    let phrase = inverted || aside_first - before.0 < 8 || opens_phrase;
    // "Dam safe for now, engineers say": a headline does without
    let headline = at >= reader.end() && mark - before.0 >= 3 && !opens_phrase && reader.unstopped_line().is_some();
    let phrase = phrase && !headline;
    if !quoted_before && after.is_none() && verbless && phrase {
        return None;
    }
    // "Asked why, Lund said: …": what was asked is nobody's answer; "In a statement, he said: “…”", "Rising to
    // go, he said: “…”": before a quotation an adjunct is no part of it
    let question = d.is(before.0, "asked") || d.is(before.0, "when") && d.is(before.0 + 1, "asked");
    let adjunct =
        matches!(reader.tag(before.0), Tag::VerbIng) || verbless && !matches!(reader.tag(before.0), Tag::Pron);
    let quoted_after = after.is_some_and(|a| reader.quote_opens(a.0).is_some());
    // "After the mayor mocked her, she said, “…”"
    let moment = d.any(before.0, words!("after" "when" "as" "while" "before" "once" "until"));
    // "When the paper rang, she said: “…”"
    // "The debate will be loud, Kall said: “…”": a clause of its own is part of what was said
    let stated = !verbless && !adjunct && !moment && !inverted && reader.is_comma(mark);
    let no_part = after.is_some() && question || quoted_after && (adjunct || moment || next == ":" && !stated);
    let mut content = vec![before];
    if no_part && !quoted_before && reader.quote_opens(before.0).is_none() {
        content.clear();
    }
    content.extend(after);
    // "dogs barked", "he smiled": without a quotation these report nothing
    let quoted = |c: &Range| (c.0..=c.1).any(|t| reader.quoted(t));
    if !verb.frames.any(Frames::CLAUSE) && !clausal && !quoted_before && !content.iter().any(quoted) {
        return None;
    }
    // "After the mayor laughed at her, Lund shot back, “…”"
    let rule = if quoted_before || no_part && quoted_after { "sourcing.quote" } else { "sourcing.parenthetical" };
    let mut made = draft(group, verb, Some(source), cue, content, rule);
    // "…, The Courier has learned": an outlet's way to say so
    if verb.lemma == "learn" && d.any(group.first, words!("has" "have")) {
        made.class = CueClass::Speech;
    }
    Some(made)
}

/// Those who are told things, and say nothing behind the verb.
const AUDIENCE: &Words = words!("jurors" "reporters" "journalists" "police" "lawmakers" "investigators" "parliament" "analysts" "investors" "officers");

/// Spans of time that are counted.
const SPANS: &Words = words!("minutes" "hours" "days" "weeks" "months" "years");

/// Whether a clause stands before an aside. Before an inverted verb a participle makes none: "The report, issued
/// Thursday, said prices rose" has its subject there.
fn has_clause(reader: &Reader, first: usize, aside: usize, inverted: bool) -> bool {
    let adjunct = |t: usize| reader.tag(t) == Tag::Adp || chunks::is_time(reader.document, t);
    let reduced =
        |g: &VerbGroup| g.first == g.last && g.first > 0 && reader.is_comma(g.first - 1) && adjunct(g.last + 1);
    let clausal = |g: &VerbGroup| match g.form {
        // "Tram strike to last until Friday, unions warn": a headline's future
        VerbForm::Infinitive => reader.unstopped_line().is_some() && !(inverted && reader.is_comma(g.first - 1)),
        VerbForm::Gerund => true,
        VerbForm::Participle => !inverted,
        VerbForm::Finite => !inverted || !reduced(g),
    };
    reader.groups.iter().any(|g| g.first >= first && g.last < aside && clausal(g))
}

/// The token after an adjunct that begins here: an adverb, a time, a prepositional phrase.
fn over_adjunct(reader: &Reader, at: usize) -> Option<usize> {
    // "he says at last, “that …”"
    let at_last = reader.document.is(at, "at") && reader.document.any(at + 1, words!("last" "length" "first"));
    if at_last && reader.tag(at + 2) == Tag::Punct {
        return Some(at + 2);
    }
    let early = reader.document.any(at, words!("late" "early")) && reader.tag(at + 1) == Tag::Adp;
    if chunks::is_time(reader.document, at) || reader.tag(at) == Tag::Adv || early {
        return Some(at + 1);
    }
    let phrase = reader.tag(at) == Tag::Adp || reader.document.is(at, "to");
    phrase.then(|| reader.phrase_end(at + 1, false)).flatten().map(|end| end + 1)
}

/// What stands before an aside whose verb is a passive with nothing but times and phrases after it: "…, it
/// was reported on Monday", "…, officials were quoted as saying". `after` follows the cue.
pub(super) fn reported_before(reader: &Reader, aside: usize, after: usize) -> Option<Range> {
    if !opens_aside(reader, aside) {
        return None;
    }
    let mut at = after;
    while let Some(next) = over_adjunct(reader, at).filter(|_| at < reader.end()) {
        at = next;
    }
    if reader.tag(at) != Tag::Punct && reader.tag(at) != Tag::Cconj {
        return None;
    }
    let before = content_before(reader, aside)?;
    let within = |g: &VerbGroup| g.form == VerbForm::Finite && g.first >= before.0 && g.last < aside;
    reader.groups.iter().any(within).then_some(before)
}

/// What stands between a closing quotation and the verb, when it is one phrase: "“…,” Amy Pope, an
/// adviser, said".
fn speaker_after_quote(reader: &Reader, group: &VerbGroup) -> Option<Range> {
    let floor = reader.start();
    let mut last = group.first.checked_sub(1)?;
    while last > floor && reader.tag(last) == Tag::Adv {
        last -= 1;
    }
    let same_block = |t: usize| reader.document.tokens[t].block == reader.document.tokens[floor].block;
    let closes = |t: &usize| reader.quote_closes(*t).is_some() && same_block(*t) && !is_nickname(reader, *t);
    let close = (floor.saturating_sub(1)..last).rev().take(40).find(closes)?;
    let first = if reader.is_comma(close + 1) { close + 2 } else { close + 1 };
    // a few quoted words inside a clause lead to no speaker
    if first == close + 1
        && !matches!(reader.document.word(close.checked_sub(1)?), "," | "." | "?" | "!" | "…" | "..." | "—")
    {
        return None;
    }
    let verbless = !reader
        .groups
        .iter()
        .any(|g| g.first >= first && g.last <= last && g.form == VerbForm::Finite && g.first != group.first);
    let opens = matches!(
        reader.tag(first),
        Tag::Propn | Tag::Det | Tag::Noun | Tag::NounPlural | Tag::Adj | Tag::Num | Tag::PronPoss | Tag::Pron
    ) || reader.document.tokens.get(first).is_some_and(|t| t.is_capital())
        && !matches!(reader.tag(first), Tag::Adp | Tag::Sconj | Tag::Cconj | Tag::Adv);
    // "“…,” Lund, after a pause, said": the adjunct is not the speaker's
    let adjunct = (first..last)
        .find(|&t| reader.is_comma(t) && matches!(reader.tag(t + 1), Tag::Adp | Tag::Sconj | Tag::Adv | Tag::VerbIng));
    let last = adjunct.filter(|&t| t > first).map_or(last, |t| t - 1);
    let relative = (first..last).any(|t| reader.document.any(t, words!("who" "which" "whose")));
    (first <= last && opens && (verbless || relative) && last - first < 30).then_some((first, last))
}

/// "Elvin “E.R.” Mitch": whether the quotation that closes here stands in the middle of a name.
fn is_nickname(reader: &Reader, close: usize) -> bool {
    let d = reader.document;
    let capital = |t: usize| d.tokens.get(t).is_some_and(|t| t.is_capital() && t.block == d.tokens[close].block);
    let quote = reader.quote_closes(close).filter(|q| q.first > 0 && close - q.first <= 3);
    quote.is_some_and(|q| capital(q.first - 1) && capital(q.first + 1)) && capital(close + 1)
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
        || reader.quote_closes(before).is_some() && !is_nickname(reader, before)
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

/// Whether the quotation before the sentence ends in a full stop and a capital follows: "“… vomiting.” They also noted
/// that" begins anew, "“… vomiting.” Lund said." does not.
pub(super) fn after_stopped_quotation(reader: &Reader) -> bool {
    let at = reader.start();
    let capital = reader.document.tokens.get(at).is_some_and(|t| t.is_capital());
    capital && at > 1 && reader.document.word(at - 2) == "." && starts_quote_before(reader, at)
}

/// "Speaking on “This Week,” Lund admitted that", "While he likes it, he has ordered a review", "Asked if it is “safe,” he
/// said yes".
pub(super) fn opens_with_adjunct(reader: &Reader) -> bool {
    let start = reader.start();
    matches!(reader.tag(start), Tag::Adp | Tag::Sconj | Tag::VerbIng | Tag::VerbPart)
        || reader.document.any(start, words!("as" "when" "while" "after" "before" "once" "since" "asked"))
}

/// The content before an aside: the whole quotation that closes there with the clause it stands in,
/// or the sentence up to the comma.
fn content_before(reader: &Reader, aside: usize) -> Option<Range> {
    let d = reader.document;
    let mut last = aside.checked_sub(1)?;
    if reader.is_comma(last) && last > 0 && reader.quote_closes(last - 1).is_some() {
        last -= 1;
    }
    let first = reader.start().min(last);
    if let Some(quote) = reader.quote_closes(last) {
        // a quotation of several sentences begins before this one
        if quote.first < first {
            return Some((quote.first, last));
        }
        return Some((first.min(quote.first), last));
    }
    let range = reader.trim((first, last))?;
    // "But the bridge, Lund said, is shut": the conjunction joins the page's own sentences
    let joins = d.any(range.0, words!("but" "and")) && range.0 == reader.start() && range.1 > range.0;
    Some(if joins { (range.0 + 1, range.1) } else { range })
}

/// The content after an aside: the rest of the sentence, or the quotation that follows. Where only an
/// opening phrase stands before the aside, what follows is the statement itself. `quoted`: nothing but a quotation
/// stands before it.
fn content_after(reader: &Reader, aside_last: usize, at: usize, opener: bool, quoted: bool) -> Option<Range> {
    let d = reader.document;
    let mark = aside_last + 1;
    // "“…,” she says, and pours more tea. “…”": what she does the while
    let does = reader.is_comma(mark) && reader.tag(mark + 1) == Tag::Cconj && reader.finite_at(mark + 2) && quoted;
    if at < reader.end() && !does && matches!(reader.word(mark), "," | ":" | "—" | "–" | "--") {
        let first = mark + 1;
        if reader.quote_opens(first).is_some() || reader.word(mark) == ":" {
            return reader.trim((first, reader.content_end(first)?));
        }
        // "said one passenger, still wrapped in a blanket": it describes the speaker
        let describes = matches!(reader.tag(first), Tag::Adv)
            && matches!(reader.tag(first + 1), Tag::VerbPart | Tag::VerbPast | Tag::VerbIng | Tag::Adp);
        // ", the agency said, without citing sources"
        let withholding =
            words!("citing" "giving" "naming" "elaborating" "providing" "offering" "specifying" "identifying" "saying");
        if describes || d.is(first, "without") && d.any(first + 1, withholding) {
            return None;
        }
        // ", X said, has been shut": the clause goes on with its verb or a conjunction's clause
        let goes_on = opener
            || reader.finite_at(first)
            || reader.tag(first) == Tag::Adp
            || reader.tag(first) == Tag::Sconj
                && !(d.any(first, words!("though" "although" "while" "whereas"))
                    && reader.clause_at(first + 1).is_some_and(|g| reader.says(g)))
            || (reader.tag(first) == Tag::Cconj && !cue_follows(reader, first + 1));
        if goes_on && reader.word(mark) != ":" {
            return reader.trim((first, reader.content_end(first)?));
        }
        // "“…,” she explains, sliding into the booth. “We negotiated.”"
        if !(quoted && reader.tag(first) == Tag::VerbIng) {
            return None;
        }
    }
    // “…,” he said. “…”: the next sentence is a quotation and nothing else
    let next = d.sentences.get(d.sentence_of(reader.start()) + 1)?;
    let whole = whole_quotation(reader, next.start)?;
    (next.block == reader.sentence.block).then_some(whole)
}

fn cue_follows(reader: &Reader, at: usize) -> bool {
    reader.group_at(at).is_some_and(|g| reader.verb_at(g.head).is_some())
}

/// A quotation that opens at this token and after which its block or sentence ends.
pub(super) fn whole_quotation(reader: &Reader, first: usize) -> Option<Range> {
    let d = reader.document;
    let quote = reader.quote_opens(first)?;
    let after = quote.last + 1;
    let there = d.sentences.get(d.sentence_of(after));
    let closes = d.tokens.get(after).is_none_or(|t| t.block != d.tokens[first].block)
        || there.is_some_and(|s| s.start == after || (d.word(after) == "." && s.end == after + 1));
    let stopped = d.word(quote.last.saturating_sub(1)) == ".";
    (closes && (quote.words() >= 3 || stopped && quote.words() > 1)).then_some((quote.first, quote.last))
}
