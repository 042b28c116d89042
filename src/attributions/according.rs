//! "According to X", "in the words of X", "per court filings": a source that a phrase names, and the clause beside it.
//! Tells a source from a measure ("ranked according to height") and finds where its phrase ends.

use super::reader::{Range, Reader};
use super::{Draft, naming};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::lexicon;
use crate::text::{Kind, Tag};
use crate::words;

/// The attribution whose cue, "according to" or one of its like, begins at `at`.
pub(super) fn according(reader: &Reader, at: usize) -> Option<Draft> {
    let cue_last = cue_end(reader, at)?;
    let first = cue_last + 1;
    if is_measure(reader, at, first) {
        return None;
    }
    let last = source_end(reader, at, first)?;
    let content = content(reader, at, last).filter(|c| !c.is_empty())?;
    Some(Draft::speech(Some((first, last)), (at, cue_last), content, "sourcing.according-to", "according"))
}

/// The last token of the cue that begins at `at`.
fn cue_end(reader: &Reader, at: usize) -> Option<usize> {
    let d = reader.document;
    let opens = || at == reader.start() || reader.is_comma(at - 1);
    if d.are(at, &["according", "to"]) || d.are(at, &["as", "per"]) && opens() && papers(reader, at + 2) {
        return Some(at + 1);
    }
    if d.are(at, &["in", "the", "words", "of"])
        || d.are(at, &["in", "the", "view", "of"])
        || d.are(at, &["in", "the", "opinion", "of"])
    {
        return Some(at + 3);
    }
    (d.is(at, "per") && opens() && papers(reader, at + 1)).then_some(at)
}

/// Whether what begins at `first` is a rule or a measure, and nobody: "according to plan", "set according to income".
fn is_measure(reader: &Reader, at: usize, first: usize) -> bool {
    let d = reader.document;
    if d.any(first, words!("plan" "schedule" "law" "custom" "tradition" "taste" "need" "size" "age" "type" "how" "what" "whether" "where" "when"))
        // … but "law enforcement officials" speak
        && !d.tag(first + 1).is_noun()
    {
        return true;
    }
    // "fares vary according to the time of day"
    let varies = words!("vary" "varies" "varied" "varying" "differ" "differs" "differed" "set" "ranked" "sorted" "grouped" "arranged" "divided" "priced" "paid" "graded"
        "allocated" "adjusted" "change" "changes" "changed" "classified" "organised" "organized" "seated" "taxed" "weighted" "rated"
        "seeded" "placed" "assigned" "scored" "drawn" "treated" "billed" "measured" "calculated" "distributed" "staggered");
    let measure = words!("number" "numbers" "amount" "amounts" "weight" "height" "length" "income" "ability" "merit" "rank" "ranking" "rankings" "severity" "seniority" "wealth" "means");
    let head = chunks::noun_phrase_end(d, first, reader.end()).unwrap_or(first);
    let measured = || d.any(head, measure) || d.any(at - 1, varies) && !reader.has_voice((head, head));
    sorts(reader, first) || at > reader.start() && measured()
}

/// Where the source that begins at `first` ends, for a cue at `at`.
fn source_end(reader: &Reader, at: usize, first: usize) -> Option<usize> {
    let d = reader.document;
    // "according to recently leaked papers": the adverb of what describes them
    let adverb = reader.tag(first) == Tag::Adv && matches!(reader.tag(first + 1), Tag::VerbPart | Tag::Adj);
    let noun = first + usize::from(adverb);
    let plain = reader.phrase_end(noun, false)?;
    // "According to the CDC cholera is": a name, and the subject of what it says
    let (name, subject) = (plain.saturating_sub(1), &d.tokens[plain]);
    let meets = at == reader.start() && name > noun && reader.finite_at(plain + 1);
    if meets && d.tokens[name].kind == Kind::Upper && subject.kind == Kind::Lower && !subject.glued {
        return Some(name);
    }
    let joined = at == reader.start() + 2
        && reader.is_comma(at - 1)
        && matches!(reader.tag(reader.start()), Tag::Cconj | Tag::Adv);
    let leads = at == reader.start() || joined;
    // before its content a name after a comma begins the statement: "According to X, Lund left"
    let name_follows = leads
        && reader.is_comma(plain + 1)
        && matches!(reader.tag(plain + 2), Tag::Propn | Tag::Noun | Tag::NounPlural | Tag::Num);
    // "is, in the view of the judges, a coup": the predicate is no appositive
    let inside = at > reader.start() + 1 && reader.is_comma(at - 1) && d.any(at - 2, words!("is" "are" "was" "were"));
    let predicate = inside && reader.is_comma(plain + 1) && reader.tag(plain + 2) != Tag::Propn;
    // … nor is what follows a clause that waits for it
    let waited = reader.is_comma(at.saturating_sub(1))
        && waits(reader, reader.start(), at.saturating_sub(1))
        && reader.finite_from(plain + 2).is_some();
    let fronted = leads || d.any(reader.start(), words!("but" "and")) && at == reader.start() + 1;
    // "According to officials, the account that she used was linked": an appositive leaves a statement behind it
    let leaves = |last: usize| reader.is_comma(last + 1) && reader.finite_from(last + 2).is_some();
    let last = match reader.phrase_end(noun, true) {
        _ if name_follows || predicate || waited || relative(reader, at) && reader.is_comma(plain + 1) => plain,
        Some(last) if !fronted || leaves(last) => last,
        _ => plain,
    };
    let last = fronted.then(|| fronted_end(reader, plain)).flatten().unwrap_or(last);
    // "The bridge, according to a survey carried out in 1998, was": what made the survey, up to its comma
    let reduced = || {
        let comma = (last + 1..reader.end().min(last + 12)).find(|&t| reader.is_comma(t))?;
        let part = matches!(reader.tag(last + 1), Tag::VerbPart | Tag::VerbPast);
        let verb = reader.finite_at(comma + 1);
        (part && verb && reader.is_comma(at.checked_sub(1)?)).then_some(comma - 1)
    };
    Some(reduced().unwrap_or(last))
}

/// Where the source of a cue that opens its sentence ends, if something before a comma describes the phrase that ends
/// at `plain` and a clause follows.
fn fronted_end(reader: &Reader, plain: usize) -> Option<usize> {
    let d = reader.document;
    let comma = |from: usize, reach: usize| (from..reader.end().min(plain + reach)).find(|&t| reader.is_comma(t));
    let closes = |comma: usize| reader.finite_from(comma + 1).is_some();
    // "According to Ana Reyes, head of the bank, 138 firms have": a name and what it is
    let apposed = |comma: usize| {
        let own = |g: &VerbGroup| g.form == VerbForm::Finite && !reader.in_relative(g);
        let verbless = !reader.groups.iter().any(|g| own(g) && g.first > plain && g.last < comma);
        let person = chunks::noun_phrase_end(d, plain + 2, comma)
            .is_some_and(|noun| naming::noun(d, noun).0 & naming::PERSONS != 0);
        verbless && person && closes(comma)
    };
    // "According to the pilot's widow, Chiara Donati, the engine failed": who that is
    let named = |mark: usize| (plain + 2..mark).all(|t| reader.tag(t) == Tag::Propn) && closes(mark);
    if reader.is_comma(plain + 1)
        && naming::noun(d, plain).0 & naming::PERSONS != 0
        && let Some(mark) = comma(plain + 2, 6).filter(|&mark| named(mark))
    {
        return Some(mark - 1);
    }
    if reader.is_comma(plain + 1)
        && reader.tag(plain) == Tag::Propn
        && let Some(mark) = comma(plain + 2, 18).filter(|&mark| apposed(mark))
    {
        return Some(mark - 1);
    }
    // "according to a study based on old data, voters who are young": what the study is
    let part = matches!(reader.tag(plain + 1), Tag::VerbPart | Tag::VerbPast);
    comma(plain + 1, 14).filter(|&mark| part && closes(mark)).map(|mark| mark - 1)
}

/// The pieces of the clause around a cue at `at` whose source ends at `last`.
fn content(reader: &Reader, at: usize, last: usize) -> Option<Vec<Range>> {
    let d = reader.document;
    if at == reader.start() {
        let first = if reader.is_comma(last + 1) { last + 2 } else { last + 1 };
        return Some(vec![reader.trim((first, reader.content_end(first)?))?]);
    }
    // "a sum that, according to X, covers": the clause that the cue stands in begins with its pronoun
    if relative(reader, at) && reader.is_comma(last + 1) {
        return Some(vec![reader.trim((last + 2, reader.content_end(last + 2)?))?]);
    }
    // "He was poisoned, but, according to X, there were": the conjunction begins a statement of its own
    let joined = at > reader.start() + 3
        && reader.is_comma(at - 1)
        && reader.tag(at - 2) == Tag::Cconj
        && reader.is_comma(at - 3)
        && reader.is_comma(last + 1)
        && reader.clause_at(last + 2).is_some();
    if joined {
        return Some(vec![reader.trim((last + 2, reader.content_end(last + 2)?))?]);
    }
    let mut content = Vec::new();
    // after its content: back to the start of the sentence, or of the quotation
    let mut end = at - 1;
    if reader.is_comma(end) && end > reader.start() {
        end -= 1;
    }
    let quote = reader.quote_closes(end);
    let first = quote.map_or(reader.start(), |q| q.first.min(reader.start()));
    // "But, according to X, …"
    let joins = first == end && matches!(reader.tag(first), Tag::Cconj | Tag::Adv);
    content.extend(reader.trim((first, end)).filter(|_| !joins));
    if reader.is_comma(last + 1)
        && let Some(content_last) = reader.content_end(last + 2)
        && (reader.finite_at(last + 2)
            || waits(reader, first, end)
            // "There is no sign, according to X, that the money left"
            || d.is(last + 2, "that") && reader.finite_from(last + 3).is_some()
            // "Since May, according to X, guards have beaten": a phrase alone says nothing
            || reader.finite_from(reader.start()).is_none_or(|g| g.first > at) && reader.clause_at(last + 2).is_some()
            // "The pool is, in the words of X, “a bath”"
            || d.any(at.saturating_sub(2), words!("is" "are" "was" "were")))
    {
        content.extend(reader.trim((last + 2, content_last)));
    }
    Some(content)
}

/// Whether a cue at `at` stands between a relative pronoun and its clause.
fn relative(reader: &Reader, at: usize) -> bool {
    let inside = at > reader.start() + 2 && reader.is_comma(at - 1);
    inside && reader.document.any(at - 2, words!("that" "which" "where" "who"))
}

/// "While some were raised, according to X, two were lowered": whether the clause from `first` to `end` waits for
/// another.
fn waits(reader: &Reader, first: usize, end: usize) -> bool {
    let inner = |t: usize| reader.is_comma(t) && reader.finite_from(t).is_some_and(|g| g.first < end);
    reader.tag(first) == Tag::Sconj && !(first + 1..end).any(inner)
}

/// "Per court filings, …": a paper or an outlet, not "per head".
fn papers(reader: &Reader, first: usize) -> bool {
    let d = reader.document;
    let head = chunks::noun_phrase_end(d, first, reader.end());
    head.is_some_and(|last| {
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
