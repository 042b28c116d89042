//! Attributions without a verb of saying: "according to X", "in X's words", "the claim that …".

use super::as_clauses::{as_clause, put_it, reckoning, version};
use super::cues;
use super::nominals::{adjectival, nominal};
use super::reader::{Reader, VOICES};
use super::{Draft, Stance, naming};
use crate::chunks::{self, VerbForm};
use crate::lexicon;
use crate::text::{Kind, Tag};
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

/// "according to X", "in the words of X", "as per X".
fn according(reader: &Reader, at: usize) -> Option<Draft> {
    let d = reader.document;
    let asper =
        d.are(at, &["as", "per"]) && (at == reader.start() || reader.is_comma(at - 1)) && papers(reader, at + 2);
    let cue_last = if d.are(at, &["according", "to"]) || asper {
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
    if d.any(cue_last + 1, words!("plan" "schedule" "law" "custom" "tradition" "taste" "need" "size" "age" "type" "how" "what" "whether" "where" "when"))
        // … but "law enforcement officials" speak
        && !d.tag(cue_last + 2).is_noun()
    {
        return None;
    }
    // "fares vary according to the time of day", "rents are set according to income"
    let varies = words!("vary" "varies" "varied" "varying" "differ" "differs" "differed" "set" "ranked" "sorted" "grouped" "arranged" "divided" "priced" "paid" "graded"
        "allocated" "adjusted" "change" "changes" "changed" "classified" "organised" "organized" "seated" "taxed" "weighted" "rated"
        "seeded" "placed" "assigned" "scored" "drawn" "treated" "billed" "measured" "calculated" "distributed" "staggered");
    let head = chunks::noun_phrase_end(d, cue_last + 1, reader.end()).unwrap_or(cue_last + 1);
    let measure = words!("number" "numbers" "amount" "amounts" "weight" "height" "length" "income" "ability" "merit" "rank" "ranking" "rankings" "severity" "seniority" "wealth" "means");
    let measured = at > reader.start() && d.any(head, measure)
        || at > reader.start() && d.any(at - 1, varies) && !reader.has_voice((head, head));
    if sorts(reader, cue_last + 1) || measured {
        return None;
    }
    // before its content a name after a comma begins the statement: "According to X, Lund left"
    // "according to recently leaked papers": the adverb of what describes them
    let lead = usize::from(
        reader.tag(cue_last + 1) == Tag::Adv && matches!(reader.tag(cue_last + 2), Tag::VerbPart | Tag::Adj),
    );
    let plain = reader.phrase_end(cue_last + 1 + lead, false)?;
    let joined = at == reader.start() + 2
        && reader.is_comma(at - 1)
        && matches!(reader.tag(reader.start()), Tag::Cconj | Tag::Adv);
    let name_follows = (at == reader.start() || joined)
        && reader.is_comma(plain + 1)
        && matches!(reader.tag(plain + 2), Tag::Propn | Tag::Noun | Tag::NounPlural | Tag::Num);
    // "is, in the view of the judges, a coup": the predicate is no appositive
    let inside = at > reader.start() + 1 && reader.is_comma(at - 1) && d.any(at - 2, words!("is" "are" "was" "were"));
    let name = matches!(reader.tag(plain + 2), Tag::Propn);
    let predicate = inside && reader.is_comma(plain + 1) && !name;
    let fronted =
        at == reader.start() || joined || d.any(reader.start(), words!("but" "and")) && at == reader.start() + 1;
    // "According to officials, the account that she used was linked": an appositive leaves a statement behind it
    let leaves = |last: usize| reader.is_comma(last + 1) && reader.finite_from(last + 2).is_some();
    let last = match reader.phrase_end(cue_last + 1 + lead, true) {
        _ if name_follows || predicate => plain,
        Some(last) if !fronted || leaves(last) => last,
        _ => plain,
    };
    // "According to Ana Reyes, head of the bank, 138 firms have": a name and what it is
    let apposed = || {
        let comma = (plain + 2..reader.end().min(plain + 18)).find(|&t| reader.is_comma(t))?;
        let own = |g: &chunks::VerbGroup| g.form == VerbForm::Finite && !reader.in_relative(g);
        let verbless = !reader.groups.iter().any(|g| own(g) && g.first > plain && g.last < comma);
        let person = chunks::noun_phrase_end(d, plain + 2, comma)
            .is_some_and(|noun| naming::noun(d, noun).0 & naming::PERSONS != 0);
        let named = reader.is_comma(plain + 1) && reader.tag(plain) == Tag::Propn;
        (fronted && named && verbless && person && reader.finite_from(comma + 1).is_some()).then_some(comma - 1)
    };
    // "according to a study based on old data, voters who are young": what the study is, up to its comma
    let described = || {
        let part = matches!(reader.tag(plain + 1), Tag::VerbPart | Tag::VerbPast);
        let comma = (plain + 1..reader.end().min(plain + 14)).find(|&t| reader.is_comma(t))?;
        (fronted && part && reader.finite_from(comma + 1).is_some()).then_some(comma - 1)
    };
    let last = apposed().or_else(described).unwrap_or(last);
    // "The bridge, according to a survey carried out in 1998, was": what made the survey, up to its comma
    let reduced = || {
        let comma = (last + 1..reader.end().min(last + 12)).find(|&t| reader.is_comma(t))?;
        let part = matches!(reader.tag(last + 1), Tag::VerbPart | Tag::VerbPast);
        let verb = reader.groups.iter().any(|g| g.first == comma + 1 && g.form == VerbForm::Finite);
        (part && verb && reader.is_comma(at.checked_sub(1)?)).then_some(comma - 1)
    };
    let last = reduced().unwrap_or(last);
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
        // "But, according to X, …"
        let joins = first == end && matches!(reader.tag(first), Tag::Cconj | Tag::Adv);
        if let Some(range) = reader.trim((first, end)).filter(|_| !joins) {
            content.push(range);
        }
        if reader.is_comma(last + 1)
            && let Some(end) = reader.content_end(last + 2)
            && (reader.groups.iter().any(|g| g.first == last + 2 && g.form == VerbForm::Finite)
                // "Since May, according to X, guards have beaten": a phrase alone says nothing
                || reader.finite_from(reader.start()).is_none_or(|g| g.first > at)
                    && reader.clause_at(last + 2).is_some()
                // "The pool is, in the words of X, “a bath”"
                || d.any(at.saturating_sub(2), words!("is" "are" "was" "were")))
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
            // "the government claims Gulen runs": not "news reports"
            || reader.tag(at - 1) == Tag::Noun
                && naming::noun(d, at - 1).0 & naming::GROUPS != 0
                && !d.is(at, "reports")
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
