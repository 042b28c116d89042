//! Attributions made by a verb: "X said that …", "“…,” said X", "…, X said", "X was told …".
//! Uses the reader for phrases and the cue list for verbs; does not judge who the source is.

use super::as_clauses::{lays_bare, makes_clear};
use super::asides::{after_stopped_quotation, opens_with_adjunct, parenthetical, whole_quotation};
use super::complement::{Complement, Kind};
use super::cues::{self, CueVerb, Frames};
use super::denials::{as_baseless, moved_object};
use super::evidence;
use super::passives::{agented, passive, quoting};
use super::reader::{Range, Reader};
use super::silences::{hearing, refusal, silence, witness};
use super::spoken::spoken;
use super::tales::tale;
use super::{CueClass, Draft, Stance, naming};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::lexicon::{Class, has};
use crate::text::{Kind as Writing, Tag, Words};
use crate::words;

/// Reads every verb group of a sentence as a cue and appends what it finds. What a quotation reports
/// in its turn is left to it: the quoted speaker vouches for those words, and no reader can tell how far.
pub fn find(reader: &Reader, out: &mut Vec<Draft>) {
    for group in reader.groups.iter().filter(|g| !reader.quoted(g.head)) {
        let light = puts_at(reader, group)
            .or_else(|| makes_clear(reader, group))
            .or_else(|| lays_bare(reader, group))
            .or_else(|| tale(reader, group));
        if let Some(draft) = light.or_else(|| cited(reader, group)) {
            out.push(draft);
            continue;
        }
        if let Some(draft) =
            silence(reader, group).or_else(|| witness(reader, group)).or_else(|| hearing(reader, group))
        {
            out.push(draft);
            continue;
        }
        let particle = |v: &&CueVerb| !v.frames.any(Frames::PARTICLE) || reader.is_particle(group.last + 1, v);
        let verb = reader.verb_at(group.head).filter(particle);
        let Some(verb) = verb else {
            out.extend(spoken(reader, group));
            continue;
        };
        // "Report: one in six sits empty": a heading, and no order to report
        // … nor is "Read more: what Lund said"
        let lead = usize::from(reader.document.any(group.last + 1, words!("more" "also" "next")));
        if group.first == reader.start() && group.first == group.last && reader.word(group.last + lead + 1) == ":" {
            continue;
        }
        // "every other day, that is to say when there is fuel"
        if group.first >= reader.start() + 2
            && reader.document.are(group.first - 2, &["that", "is"])
            && reader.word(group.head) == "say"
        {
            continue;
        }
        // "have a say over it": a noun; "She Said is on the list": a title
        let before = group.first.checked_sub(1).filter(|&b| b >= reader.start());
        let named = |t: usize| reader.document.tokens[t].kind == Writing::Capital;
        let noun = before.is_some_and(|b| {
            group.first == group.last
                // "the final say on it"
                && (reader.document.any(b, words!("final" "last" "big" "own" "equal")) && reader.document.is(group.head, "say")
                    || reader.document.is(b, "a") && matches!(reader.tag(group.head), Tag::VerbBase | Tag::VerbPresent)
                    || named(group.head) && reader.document.tokens[b].is_word() && !reader.is_title())
        });
        if noun || !reader.document.tag(group.head).is_verb() || premodifies(reader, group) || apposed(reader, group) {
            continue;
        }
        // "“…,” the mayor mocked": a verb that reports, though not quotations
        let quotes = || (!verb.frames.any(Frames::QUOTE)).then(|| spoken(reader, group)).flatten();
        out.extend(quotes().or_else(|| read(reader, group, verb)));
        if let Some(draft) = quoting(reader, group) {
            out.push(draft);
        }
    }
}

/// "Xinhua, citing port officials, said …", "…, the paper reported, citing two people": those who are cited say
/// it, and the paper hands it on.
fn cited(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    if let Some(draft) = quoted_by(reader, group) {
        return Some(draft);
    }
    if !d.any(group.head, words!("citing" "quoting")) || group.first != group.last {
        return None;
    }
    // "without citing sources"
    if group.first > reader.start() && d.is(group.first - 1, "without") {
        return None;
    }
    let first = group.last + 1;
    let last = reader.phrase_end(first, true)?;
    // "quoting the minister as saying" is read where somebody is quoted
    if d.is(last + 1, "as") || reader.is_comma(last + 1) && d.is(last + 2, "as") {
        return None;
    }
    let named = naming::read(d, (first, last));
    let known = naming::noun(d, named.noun.unwrap_or(named.core.1)).0;
    let somebody =
        known & (naming::PERSONS | naming::GROUPS) != 0 && !has(d.tokens.get(named.core.1), Class::DocumentNoun);
    if !somebody || named.possessor.is_some() && named.name.is_none() && known & naming::PERSONS == 0 {
        return None;
    }
    let says = |g: &&VerbGroup| g.form == VerbForm::Finite && !g.passive && !reader.quoted(g.head) && reader.says(g);
    let after = reader.groups.iter().find(|g| says(g) && g.first > last && reader.is_comma(g.first - 1));
    let main = after.or_else(|| reader.groups.iter().rev().find(|g| says(g) && g.last < group.first))?;
    let verb = reader.verb_at(main.head)?;
    let content = read(reader, main, verb)?.content;
    let content: Vec<Range> = content
        .into_iter()
        .map(|c| if c.0 < group.first && c.1 >= group.first { (c.0, group.first - 1) } else { c })
        .filter_map(|c| reader.trim(c))
        .collect();
    let cue = (group.first, group.last);
    (!content.is_empty()).then(|| Draft::speech(Some((first, last)), cue, content, "sourcing.quoted-as", "cite"))
}

/// "“…,” Lund said, quoted by the Times": who hands the words on.
fn quoted_by(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    let by = group.last + 1;
    let hangs = group.first > reader.start() && reader.is_comma(group.first - 1) && group.first == group.last;
    if !hangs || !d.any(group.head, words!("quoted" "cited")) || !d.is(by, "by") {
        return None;
    }
    let last = reader.phrase_end(by + 1, true)?;
    let says = |g: &&VerbGroup| g.form == VerbForm::Finite && g.last < group.first && !reader.quoted(g.head);
    let main = reader.groups.iter().rev().find(says).filter(|g| reader.says(g))?;
    let content = parenthetical(reader, main, reader.verb_at(main.head)?)?.content;
    Some(Draft::speech(Some((by + 1, last)), (group.first, by), content, "sourcing.quoted-as", "quote"))
}

/// "Census figures put the population at 11,400", "the ministry puts the toll at 40".
fn puts_at(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    if !d.any(group.head, words!("put" "puts" "putting")) || group.passive || group.form == VerbForm::Infinitive {
        return None;
    }
    let source = reader.subject(group).filter(|&s| reader.has_voice(s))?;
    let measured = chunks::noun_phrase_end(d, group.last + 1, reader.end())?;
    let close = d.is(measured + 1, "at") || d.any(measured + 1, words!("of" "in" "for" "from"));
    let at = (measured + 1..reader.end().min(measured + 8)).find(|&t| d.is(t, "at")).filter(|_| close)?;
    let amount = chunks::over_comparison(d, at + 1);
    let number =
        (at + 1..reader.end().min(amount + 2)).any(|t| d.tag(t) == Tag::Num || d.tokens[t].kind == Writing::Number);
    number.then_some(())?;
    let content = reader.trim((group.last + 1, reader.content_end(group.last + 1)?))?;
    Some(Draft::speech(Some(source), (group.first, group.last), vec![content], "sourcing.object", "put"))
}

/// "the said property", "the most telling sign": a participle before its noun reports nothing.
fn premodifies(reader: &Reader, group: &VerbGroup) -> bool {
    let Some(before) = group.first.checked_sub(1).filter(|&b| b >= reader.start()) else { return false };
    // "below recommended levels"
    if reader.document.any(group.first, words!("below" "above")) {
        return true;
    }
    let participle = matches!(reader.tag(group.head), Tag::VerbIng | Tag::VerbPart);
    let alone = group.first == group.last;
    // "with a confirmed booking"
    let article = reader.document.any(before, words!("a" "an"))
        && matches!(reader.tag(group.head), Tag::VerbPart | Tag::VerbPast);
    if alone && article && reader.tag(group.last + 1) != Tag::Punct {
        return true;
    }
    let next = reader.tag(group.last + 1);
    let described = participle && group.first < group.last && next.is_adj();
    // "data on lab confirmed cases"
    let cases = reader.document.any(group.head, words!("confirmed" "suspected" "reported"))
        && reader.document.any(group.last + 1, words!("case" "cases" "death" "deaths" "infections"));
    if alone && cases && matches!(reader.tag(before), Tag::Noun | Tag::Adj) {
        return true;
    }
    // "eleven suspected cases were recorded"
    let counted = reader.tag(before) == Tag::Num && participle && next.is_noun();
    // "Some say teachers are leaving": those who say so
    let some = reader.document.any(before, words!("some" "many" "most" "few" "both" "all"))
        && reader.tag(group.head) == Tag::VerbPresent;
    let nominal =
        !some && matches!(reader.tag(before), Tag::Det | Tag::PronPoss) && (next.is_noun() || described) || counted;
    (alone || participle && group.last == group.head) && nominal
        || alone && (reader.document.is(before, "-") || reader.document.is(group.last + 1, "-"))
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
    if let Some(made) = agented(reader, group, verb) {
        return Some(made);
    }
    if reader.is_agented(group) {
        return None;
    }
    if shares_refusal(reader, group) {
        return None;
    }
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
    // a statement right behind the verb comes first where the sentence opens with no part of one
    let adjunct = opens_with_adjunct(reader) && group.first > 0 && !reader.is_comma(group.first - 1);
    let first = (adjunct || after_stopped_quotation(reader)) && !group.passive;
    let made = first.then(|| active(reader, group, verb)).flatten();
    let behind =
        |c: &Range| c.0 > group.last && !reader.is_comma(c.0 - 1) && !(c.0 == c.1 && reader.tag(c.0) == Tag::Adv);
    if made.as_ref().is_some_and(|m| !adjunct || m.content.first().is_some_and(behind)) {
        return made;
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
    if first { made } else { active(reader, group, verb) }
}

/// "refuses to publish his papers or explain the fall": the second verb that is refused.
fn shares_refusal(reader: &Reader, group: &VerbGroup) -> bool {
    let plain = group.first == group.head && reader.tag(group.head) == Tag::VerbBase;
    let joined = plain && group.first > reader.start() && reader.document.any(group.first - 1, words!("or" "and"));
    let before = || reader.groups.iter().rev().find(|g| g.last < group.first && g.form != VerbForm::Participle);
    joined && before().is_some_and(|g| g.refused)
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
    if let Some(made) = as_baseless(reader, group, verb) {
        return Some(made);
    }
    let Some(complement) = complement else { return moved_object(reader, group, verb) };
    // "Said Kowalczyk: “…”"
    let inverted = || {
        let opens = group.first == reader.start() && matches!(complement.kind, Kind::Colon | Kind::Quote);
        opens.then(|| reader.subject_after(group)).flatten().filter(|s| s.1 < complement.content.0)
    };
    let source = fronted(reader, group, complement.content.1).or_else(|| reader.subject(group)).or_else(inverted);
    // "Questioning a judgment": a heading, and nobody's words
    let heading = source.is_none() && group.form == VerbForm::Gerund && group.first == reader.start();
    if !evidence::suffices(reader, group, verb, &complement, source) || heading && reader.unstopped_line().is_some() {
        return None;
    }
    let complement = Complement { content: before_verb(reader, group, &complement, source), ..complement };
    let cue = (cue_first(reader, group), complement.cue_last);
    let rule = match complement.kind {
        Kind::That | Kind::Clause | Kind::Wh => "sourcing.clause",
        Kind::Quote | Kind::Colon => "sourcing.quote",
        Kind::Infinitive | Kind::Gerund => "sourcing.infinitive",
        Kind::Noun | Kind::Particle => "sourcing.object",
        Kind::Naming => "sourcing.naming",
    };
    let mut content = vec![complement.content];
    content.extend(second_quotation(reader, &complement));
    if matches!(complement.kind, Kind::Quote | Kind::Colon | Kind::Clause | Kind::That | Kind::Naming)
        && complement.content.1 + 2 >= reader.end()
    {
        follow_on(reader, complement.content.1, &mut content);
    }
    let mut made = draft(group, verb, source, cue, content, rule);
    // "ruled out an early vote", "brushed off claims that": a denial by its particle
    let off = |particles: &Words| reader.document.any(complement.cue_last, particles);
    let denies = complement.kind == Kind::Particle
        && (verb.lemma == "rule" && off(words!("out"))
            || matches!(verb.lemma, "brush" | "shoot" | "laugh") && off(words!("off" "aside" "down")));
    if denies && !group.negated {
        made = made.with(Stance::Denial);
    }
    // "The court held that the clause was void": a ruling, no belief
    let ruling = words!("court" "courts" "judge" "judges" "tribunal" "justices" "panel" "bench" "ombudsman");
    let rules = verb.lemma == "hold" && complement.kind == Kind::That;
    if rules && source.is_some_and(|s| (s.0..=s.1).any(|t| reader.document.any(t, ruling))) {
        made.class = CueClass::Speech;
    }
    Some(if withholds(reader, group, verb, complement.kind) { made.with(Stance::NonResponse) } else { made })
}

/// "would not say how many", "will not confirm the report", "has not said when": asked, and no answer.
fn withholds(reader: &Reader, group: &VerbGroup, verb: &CueVerb, kind: Kind) -> bool {
    let d = reader.document;
    let told = matches!(
        verb.lemma,
        "say" | "tell" | "confirm" | "disclose" | "reveal" | "specify" | "discuss" | "elaborate" | "identify" | "name"
    );
    let open = kind == Kind::Wh && !matches!(verb.lemma, "tell" | "discuss");
    told && group.negated && (open || d.any(group.first, words!("would" "will" "wo" "'ll")))
}

/// "A petition calling for a ban has 4,000 names": what hangs on a subject ends before its verb.
fn before_verb(reader: &Reader, group: &VerbGroup, complement: &Complement, source: Option<Range>) -> Range {
    let content = complement.content;
    if let Some(last) = source.and_then(|s| reader.before_own_verb_of_host(s, content, complement.kind)) {
        return (content.0, last);
    }
    let hangs = group.form == VerbForm::Gerund
        && matches!(complement.kind, Kind::Noun | Kind::Particle)
        && source.is_some_and(|s| s.1 + 1 == group.first && reader.opens_clause(s.0));
    let verb = reader.groups.iter().find(|g| {
        g.form == VerbForm::Finite
            && content.0 < g.first
            && g.first <= content.1
            && !reader.in_relative(g)
            && reader.tag(g.first - 1).is_noun()
    });
    verb.filter(|_| hangs).map_or(content, |g| (content.0, g.first - 1))
}

/// "Saying that it was late, Lund left": whose words a participle before the main clause reports.
fn fronted(reader: &Reader, group: &VerbGroup, last: usize) -> Option<Range> {
    let start = reader.start();
    let opens = group.first == start
        || group.first == start + 1 && matches!(reader.tag(start), Tag::Adp | Tag::Sconj | Tag::Adv);
    if group.form != VerbForm::Gerund || !opens {
        return None;
    }
    // the comma may stand inside or outside a closing quotation mark
    let from = last - usize::from(last > group.last && reader.quote_closes(last).is_some());
    let comma = (from..reader.end().min(last + 3)).find(|&t| reader.is_comma(t))?;
    let first = comma + 1 + usize::from(reader.quote_closes(comma + 1).is_some());
    let verb = reader.clause_at(first).or_else(|| {
        let end = chunks::noun_phrase_end(reader.document, first, reader.end())?;
        reader.group_at(end + 1)
    })?;
    reader.subject(verb).filter(|s| s.0 >= first)
}

/// "told the crowd, “…,” and, “…”": the second of two quotations.
fn second_quotation(reader: &Reader, complement: &Complement) -> Option<Range> {
    let d = reader.document;
    let last = complement.content.1;
    // "revealed a few facts: “…”"
    if matches!(complement.kind, Kind::Noun | Kind::Particle) && reader.word(last + 1) == ":" {
        let quote = reader.quote_opens(last + 2).filter(|q| q.words() > 3)?;
        return Some((quote.first, quote.last));
    }
    reader.quote_closes(last).filter(|_| matches!(complement.kind, Kind::Quote | Kind::Colon))?;
    let and = last + 1 + usize::from(reader.is_comma(last + 1));
    let open = and + 1 + usize::from(reader.is_comma(and + 1));
    let quote = reader.quote_opens(open)?;
    (d.any(and, words!("and" "but" "then")) && quote.words() > 2 && quote.last < reader.end())
        .then_some((quote.first, quote.last))
}

/// Adds the quotation that is the whole of the next sentence.
fn follow_on(reader: &Reader, last: usize, content: &mut Vec<Range>) {
    let d = reader.document;
    let quoted = d.quoted(last);
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
