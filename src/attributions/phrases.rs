//! Attributions without a verb of saying: "according to X", "in X's words", "the claim that …".

use super::cues::{self, CueWord, Frames};
use super::reader::{Range, Reader, VOICES};
use super::{Draft, Stance, naming};
use crate::chunks::{self, VerbForm};
use crate::lexicon;
use crate::text::{Kind, Tag, Words};
use crate::words;

pub fn find(reader: &Reader, out: &mut Vec<Draft>) {
    for at in reader.sentence.range().filter(|&t| !reader.quoted(t)) {
        if let Some(found) = according(reader, at)
            .or_else(|| as_clause(reader, at))
            .or_else(|| put_it(reader, at))
            .or_else(|| version(reader, at))
            .or_else(|| credit(reader, at))
            .or_else(|| no_comment(reader, at))
            .or_else(|| mistaken_plural(reader, at))
            .or_else(|| nominal(reader, at))
            .or_else(|| adjectival(reader, at))
        {
            out.push(found);
        }
    }
}

/// "according to X", "in the words of X", "as per X".
fn according(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    let cue_last = if d.are(at, &["according", "to"]) {
        at + 1
    } else if d.are(at, &["in", "the", "words", "of"])
        || d.are(at, &["in", "the", "view", "of"])
        || d.are(at, &["in", "the", "opinion", "of"])
    {
        at + 3
    } else if d.is(at, "per") && (at == reader.start() || reader.is_comma(at - 1)) && papers(reader, at + 1) {
        at
    } else {
        return None;
    };
    if d.any(cue_last + 1, words!("plan" "schedule" "law" "custom" "tradition" "taste" "need" "size" "age" "type" "how" "what" "whether" "where" "when")) {
        return None;
    }
    if sorts(reader, cue_last + 1) {
        return None;
    }
    // before its content a name after a comma begins the statement: "According to X, Lund left"
    let plain = reader.phrase_end(cue_last + 1, false)?;
    let name_follows = at == reader.start()
        && reader.is_comma(plain + 1)
        && matches!(reader.tag(plain + 2), Tag::Propn | Tag::Noun | Tag::NounPlural | Tag::Num);
    let last = if name_follows { plain } else { reader.phrase_end(cue_last + 1, true)? };
    let source = (cue_last + 1, last);
    let mut content = Vec::new();
    if at > reader.start() {
        // after its content: back to the start of the sentence, or of the quotation
        let mut end = at - 1;
        if reader.is_comma(end) && end > reader.start() {
            end -= 1;
        }
        let quote = reader.quote_closes(end).and_then(|index| d.quotes.get(index));
        let first = quote.map_or(reader.start(), |q| q.first.min(reader.start()));
        if let Some(range) = reader.trim((first, end)) {
            content.push(range);
        }
        if reader.is_comma(last + 1)
            && let Some(end) = reader.content_end(last + 2)
            && reader.groups.iter().any(|g| g.first == last + 2 && g.form == VerbForm::Finite)
            && let Some(range) = reader.trim((last + 2, end))
        {
            content.push(range);
        }
    } else {
        let first = if reader.is_comma(last + 1) { last + 2 } else { last + 1 };
        content.push(reader.trim((first, reader.content_end(first)?))?);
    }
    if content.is_empty() {
        return None;
    }
    Some(Draft::speech(Some(source), (at, cue_last), content, "sourcing.according-to", "according"))
}

/// "Per court filings, …": a paper or an outlet, not "per head".
fn papers(reader: &Reader, first: usize) -> bool {
    let d = reader.document;
    let last = reader.phrase_end(first, false);
    last.is_some_and(|last| {
        let kinds = lexicon::Class::DocumentNoun.bit() | lexicon::Class::MediaNoun.bit();
        lexicon::has_any(d.tokens.get(last), kinds) || d.tokens.get(last).is_some_and(|t| t.is_capital())
    })
}

/// "stacked according to grape and year": a bare noun for a thing is a measure and nobody.
fn sorts(reader: &Reader, first: usize) -> bool {
    let d = reader.document;
    let plain = |t: usize| {
        let (classes, _) = naming::noun(d, t);
        let agent = ["er", "ers", "or", "ors", "ist", "ists", "ian", "ians"].iter().any(|e| d.word(t).ends_with(e));
        matches!(d.tag(t), Tag::Noun | Tag::NounPlural)
            && d.tokens.get(t).is_some_and(|t| t.kind == Kind::Lower && !t.glued)
            && classes == 0
            && !agent
    };
    plain(first)
        && (matches!(d.tag(first + 1), Tag::Punct | Tag::Adv | Tag::Sconj)
            || d.any(first + 1, words!("and" "or" "but")))
        && !matches!(reader.word(first + 1), "-" | "“" | "\"")
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
            || reader.tag(at - 1) == Tag::Noun && d.tokens[at - 1].glued && d.is(at - 2, "-"));
    if !name || reader.tag(at) != Tag::NounPlural || !d.any(at, words!("reports" "claims" "notes" "estimates" "warns"))
    {
        return None;
    }
    let verb = cues::verb(d.tokens.get(at)?.hash)?;
    reader.clause_at(at + 1).filter(|clause| clause.first > at + 1)?;
    let first = reader.phrase_start(at - 1)?;
    let content = reader.trim((at + 1, reader.content_end(at + 1)?))?;
    Some(Draft::speech(Some((first, at - 1)), (at, at), vec![content], "sourcing.clause", verb.lemma).with(verb.stance))
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

/// "As Lund told reporters, …", "…, as Lund has said, …": the clause beside an as-clause.
fn as_clause(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    // "But as Lund noted, …" opens its sentence too
    let opens = at == reader.start() || reader.tag(at - 1) == Tag::Cconj;
    if !d.is(at, "as") || !(opens || reader.is_comma(at - 1)) {
        return None;
    }
    let group = reader.finite_from(at + 1).filter(|g| g.first <= at + 12)?;
    let verb = cues::verb(d.tokens.get(group.head)?.hash)
        .filter(|v| v.class == super::CueClass::Speech && v.frames.any(Frames::QUOTE))?;
    let source = reader.subject(group).filter(|s| s.0 == at + 1)?;
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
    let content = if opens {
        reader.trim((comma + 1, reader.content_end(comma + 1)?))?
    } else {
        reader.trim((reader.start(), at - 1))?
    };
    Some(
        Draft::speech(Some(source), (group.first, group.last), vec![content], "sourcing.as-clause", verb.lemma)
            .with(verb.stance),
    )
}

/// "As the coroner put it, …", "…, as Lund puts it": the clause beside it.
fn put_it(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    let opens = at == reader.start() || reader.tag(at - 1) == Tag::Cconj;
    if !d.is(at, "as") || !(opens || reader.is_comma(at - 1)) {
        return None;
    }
    let last = reader.phrase_end(at + 1, true)?;
    let verb = last + 1 + usize::from(d.any(last + 1, words!("has" "once" "later" "had")));
    if !d.any(verb, words!("put" "puts")) || !d.any(verb + 1, words!("it" "things")) {
        return None;
    }
    let mark = (verb + 2..reader.end()).find(|&t| reader.is_comma(t) || matches!(reader.word(t), "." | ":" | "—"))?;
    let after = || reader.trim((mark + 1, reader.content_end(mark + 1)?));
    let mut content = Vec::new();
    if !opens {
        content.extend(reader.trim((reader.start(), at - 1)));
    }
    // "The tunnel, as the manager put it, is one long puddle"
    let goes_on = reader.group_at(mark + 1).is_some() || reader.quote_opens(mark + 1).is_some();
    if opens || reader.is_comma(mark) && goes_on {
        content.extend(after());
    }
    (!content.is_empty()).then_some(())?;
    Some(Draft::speech(Some((at + 1, last)), (verb, verb + 1), content, "sourcing.as-clause", "put"))
}

/// "…, or so says Lund", "To hear the fishermen tell it, …": somebody's version of the clause beside it.
fn version(reader: &Reader, at: usize) -> Option<Draft> {
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

/// "his claim that …", "the ministry's promise to …", "issued a statement saying …".
fn nominal(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    let token = d.tokens.get(at)?;
    if !matches!(d.tag(at), Tag::Noun | Tag::NounPlural) {
        return None;
    }
    let cue = cues::word(token.hash).filter(|w| !w.adjective)?;
    let floor = reader.start();
    let start = chunks::noun_phrase_start(d, floor, at)?;
    if let Some(made) = noun_by(reader, at, cue) {
        return Some(made);
    }
    let (content, cue_last) = nominal_content(reader, at, cue)?;
    // a light verb: "issued a warning that", "expressed concern about"
    let verb = start.checked_sub(1).and_then(|v| reader.groups.iter().find(|g| g.last == v));
    if let Some(group) = verb
        && d.any(group.head, LIGHT)
        && !group.passive
        && group.form != VerbForm::Infinitive
        && let Some(source) = reader.subject(group)
    {
        let made = make(cue, Some(source), (group.first, cue_last), content, "sourcing.light-verb");
        let denies = d.any(group.head, words!("rejected" "dismissed" "denied" "denies")) && !group.negated;
        return Some(if denies { made.with(Stance::Denial) } else { made });
    }
    // without a verb to carry it, only a clause shows that the noun reports something
    if !d.is(at + 1, "that") || cue.class != super::CueClass::Speech {
        return None;
    }
    let source = possessor(reader, start, at).or_else(|| by_phrase(reader, at))?;
    Some(make(cue, Some(source), (at, cue_last), content, "sourcing.noun"))
}

/// "a warning by the agency that the dam would go": who it is from stands between noun and clause.
fn noun_by(reader: &Reader, at: usize, cue: &CueWord) -> Option<Draft> {
    let d = reader.document;
    if !d.any(at + 1, words!("by" "from")) || cue.class != super::CueClass::Speech {
        return None;
    }
    let last = reader.phrase_end(at + 2, false).filter(|&last| reader.has_voice((at + 2, last)))?;
    if !d.is(last + 1, "that") || reader.group_at(last + 2).is_some_and(|g| g.form == VerbForm::Finite) {
        return None;
    }
    reader.clause_at(last + 2)?;
    let mut end = reader.noun_content_end(last + 1, true)?;
    // the sentence's own verb: one with no subject of its own after the clause
    let mut clauses = reader.groups.iter().filter(|g| g.first > last + 1 && g.first <= end);
    let opening = clauses.next()?;
    let (mut before, mut open) = (opening.last, opening.form == VerbForm::Infinitive);
    for group in clauses {
        let subject = (before + 1..group.first).any(|t| d.tag(t).is_noun() || d.tag(t) == Tag::Pron);
        // "reserves were": one verb, taken for two; "to go emptied": two
        let apart = group.first > before + 1 || open;
        if matches!(group.form, VerbForm::Finite | VerbForm::Participle) && apart && !subject {
            end = group.head - 1;
            break;
        }
        (before, open) = (group.last, group.form == VerbForm::Infinitive);
    }
    let content = reader.trim((last + 1, end))?;
    Some(make(cue, Some((at + 2, last)), (at, at), content, "sourcing.noun"))
}

fn make(cue: &CueWord, source: Option<Range>, at: Range, content: Range, rule: &'static str) -> Draft {
    Draft {
        source,
        cue: at,
        content: vec![content],
        class: cue.class,
        stance: cue.stance,
        rule,
        negated: false,
        lemma: "",
    }
}

/// Verbs that only carry the noun: "made a promise", "voiced doubts".
const LIGHT: &Words = words!("made" "make" "makes" "making" "did" "issued" "issue" "issues" "issuing" "expressed" "express" "expresses"
    "expressing" "voiced" "voices" "voicing" "raised" "raise" "raises" "raising" "gave" "give" "gives" "giving" "released" "releasing"
    "offered" "offer" "offers" "offering" "deliver" "delivered" "has" "have" "had" "repeated" "repeating" "renewed" "rejected" "dismissed" "reiterated" "defended" "denied" "denies"
    "echoed" "pressed" "sent" "posted" "published" "signaled" "signalled" "declared" "announced");

/// What a reporting noun reports, and where its cue ends.
fn nominal_content(reader: &Reader, at: usize, cue: &CueWord) -> Option<(Range, usize)> {
    let d = reader.document;
    let next = at + 1;
    if d.is(next, "that") && reader.finite_from(next + 1).is_some() && d.tag(next + 1) != Tag::Punct {
        // a relative clause ("the claim that was made") has no subject of its own
        if reader.group_at(next + 1).is_some_and(|g| g.form == VerbForm::Finite) {
            return None;
        }
        return Some((reader.trim((next, reader.content_end(next)?))?, at));
    }
    if cue.infinitive && d.is(next, "to") && reader.group_at(next).is_some() {
        return Some((reader.trim((next, reader.noun_content_end(next, true)?))?, at));
    }
    if d.any(next, words!("saying" "stating" "declaring" "claiming" "alleging" "warning" "arguing")) {
        let group = reader.group_at(next)?;
        let verb = cues::verb(d.tokens.get(group.head)?.hash)?;
        let complement = reader.complement(group, verb)?;
        return Some((complement.content, complement.cue_last));
    }
    if cue.noun
        && d.any(next, words!("of" "about" "for" "over" "against" "on"))
        && reader.tag(next) == Tag::Adp
        && !chunks::is_time(d, next + 1)
    {
        return Some((reader.trim((next + 1, reader.noun_content_end(next + 1, false)?))?, next));
    }
    None
}

/// "his", "the ministry's" before the noun.
fn possessor(reader: &Reader, start: usize, at: usize) -> Option<Range> {
    let d = reader.document;
    if d.tag(start) == Tag::PronPoss && start < at {
        return Some((start, start));
    }
    let mark = (start..at).rev().find(|&t| d.any(t, words!("'s" "'")) && d.tag(t) == Tag::Part)?;
    (mark > start).then(|| (start, mark - 1))
}

/// "by X" after the noun: "a claim by the ministry that".
fn by_phrase(reader: &Reader, at: usize) -> Option<Range> {
    let d = reader.document;
    let by = (at + 1..(at + 5).min(reader.end())).find(|&t| d.any(t, words!("by" "from")))?;
    reader.phrase_end(by + 1, false).map(|last| (by + 1, last))
}

/// "is confident that", "are worried about".
fn adjectival(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    if !(d.tag(at).is_adj() || d.tag(at).is_verb()) {
        return None;
    }
    let cue = cues::word(d.tokens.get(at)?.hash).filter(|w| w.adjective)?;
    let mut before = at.checked_sub(1)?;
    while before > reader.start() && d.tag(before) == Tag::Adv {
        before -= 1;
    }
    let group = reader
        .groups
        .iter()
        .find(|g| g.last == before && d.tag(g.head) == Tag::Aux)
        .or_else(|| reader.groups.iter().find(|g| g.last == at && g.passive))?;
    let source = reader.subject(group)?;
    let next = at + 1;
    if !d.is(next, "that") && reader.clause_at(next).is_none() {
        return None;
    }
    let content = reader.trim((next, reader.content_end(next)?))?;
    if d.is(source.0, "it") && source.0 == source.1 {
        return None;
    }
    Some(make(cue, Some(source), (group.first, at), content, "sourcing.adjective"))
}
