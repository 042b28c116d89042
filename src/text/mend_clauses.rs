//! A clause has one finite verb: of two that a tagger saw, the one that can be a noun is one.
//! Reads tags and words of one sentence; knows no names.

use super::{Kind, Tag, Token, Words};
use crate::words;

/// The noun that a word tagged as a finite verb or base must be, as its clause has another verb.
pub(super) fn noun_beside_verb(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = tokens.get(at).filter(|t| t.kind == Kind::Lower && !CLAUSAL.contains(&t.hash))?;
    let before = tokens.get(at.checked_sub(1)?)?;
    let next = tokens.get(at + 1)?;
    match token.tag {
        // "a High Court judge ordered", "the spy chief quit": no base form stands between a singular and its verb
        Tag::VerbPresent | Tag::VerbBase
            if matches!(before.tag, Tag::Noun | Tag::Adj | Tag::Det | Tag::Propn)
                && matches!(next.tag, Tag::VerbPast | Tag::Verb3sg)
                && next.kind == Kind::Lower
                && !tokens[at.saturating_sub(6)..at].iter().any(|t| CAUSATIVE.contains(&t.hash)) =>
        {
            Some(Tag::Noun)
        }
        // ", port authorities in Batangas said": no verb opens an aside that has its subject and verb after it
        Tag::VerbPresent | Tag::VerbBase
            if words!(",").contains(&before.hash)
                && matches!(next.tag, Tag::NounPlural | Tag::Noun)
                && other_verb(tokens, at + 1) =>
        {
            Some(Tag::Noun)
        }
        // "launched a big ad buy in Ohio": what an article opens behind a verb ends in a noun
        Tag::VerbPresent | Tag::VerbBase
            if before.tag == Tag::Noun && matches!(next.tag, Tag::Adp | Tag::Punct) && is_object(tokens, at) =>
        {
            Some(Tag::Noun)
        }
        // "declined to name the men on the caucus slate but": the clause has its verb
        Tag::VerbPresent | Tag::VerbBase
            if before.tag == Tag::Noun
                && at > 2
                && tokens[at - 2].tag == Tag::Det
                && tokens[at - 3].tag == Tag::Adp
                && matches!(next.tag, Tag::Cconj | Tag::Punct)
                && has_verb(tokens, at - 3) =>
        {
            Some(Tag::Noun)
        }
        // "sales of attack drones to the army came up"
        Tag::Verb3sg
            if matches!(before.tag, Tag::Noun | Tag::Adj)
                && at.checked_sub(2).and_then(|two| tokens.get(two)).is_some_and(|t| t.tag == Tag::Adp)
                && other_verb(tokens, at + 1) =>
        {
            Some(Tag::NounPlural)
        }
        // "has blocked a number of safety measures over the years": the clause has its verb
        Tag::Verb3sg
            if matches!(before.tag, Tag::Noun | Tag::Adj)
                && matches!(next.tag, Tag::Adp | Tag::Punct | Tag::Cconj)
                && has_perfect(tokens, at) =>
        {
            Some(Tag::NounPlural)
        }
        _ => None,
    }
}

/// Whether the clause before `at` has a perfect, and nothing since that could open another clause.
fn has_perfect(tokens: &[Token], at: usize) -> bool {
    let parts = |t: &&Token| {
        matches!(t.tag, Tag::Punct | Tag::Cconj | Tag::Sconj | Tag::Pron)
            || words!("that" "who" "which" "what").contains(&t.hash)
    };
    let clause = tokens[..at].iter().rev().take(10).take_while(|t| !parts(t));
    let have = |t: &Token| words!("has" "have" "had").contains(&t.hash);
    let mut participle = false;
    for t in clause {
        if have(t) {
            return participle;
        }
        participle |= t.tag == Tag::VerbPart
            && !CLAUSAL.contains(&t.hash)
            && !words!("said" "shown" "suggested" "found").contains(&t.hash);
    }
    false
}

/// The verb that a word must be in the few that stand between a closing quotation mark and a stop: "“…,” the judge
/// intoned.", "“…,” the suit reads.", "“…,” shivered Lund."
pub(super) fn verb_behind_quotation(text: &str, tokens: &[Token], at: usize) -> Option<Tag> {
    let token = tokens.get(at).filter(|t| t.kind == Kind::Lower)?;
    let word = token.span().of(text);
    let tag = match token.tag {
        Tag::Adj | Tag::Noun | Tag::VerbPart if word.ends_with("ed") => Tag::VerbPast,
        Tag::NounPlural if word.ends_with('s') => Tag::Verb3sg,
        _ => return None,
    };
    let closes = |t: &Token| matches!(t.span().of(text), "”" | "\"" | "’" | "»" | "''");
    // verb first
    if closes(&tokens[at - 1]) && tag == Tag::VerbPast {
        return tokens.get(at + 1).is_some_and(|next| next.tag == Tag::Propn).then_some(tag);
    }
    // … or subject first: an article and its noun, or a name
    let stops = tokens.get(at + 1).is_none_or(|next| matches!(next.span().of(text), "." | ","));
    let subject = tokens[..at].iter().rev().take_while(|t| t.tag.is_noun() || t.tag.is_adj()).count();
    let mut first = at - subject;
    if first > 0 && matches!(tokens[first - 1].tag, Tag::Det | Tag::PronPoss) {
        first -= 1;
    } else if tokens[at - 1].tag != Tag::Propn {
        return None;
    }
    (stops && subject > 0 && subject < 5 && first > 0 && closes(&tokens[first - 1])).then_some(tag)
}

/// Whether the clause that goes on before `at` has a finite verb, and none that reports another clause.
fn has_verb(tokens: &[Token], at: usize) -> bool {
    let parts = |t: &&Token| matches!(t.tag, Tag::Punct | Tag::Cconj | Tag::Sconj);
    let clause = tokens[..at].iter().rev().take(12).take_while(|t| !parts(t));
    let finite = |t: &&Token| matches!(t.tag, Tag::VerbPast | Tag::Verb3sg);
    let reports = words!("said" "told" "warned" "added" "argued" "noted" "claimed" "reported" "announced" "thought" "believed" "saw" "showed" "found");
    let mut verbs = clause.filter(finite).peekable();
    verbs.peek().is_some() && verbs.all(|t| !reports.contains(&t.hash) && !CLAUSAL.contains(&t.hash))
}

/// Whether a phrase with an article that ends before `at` stands right behind a verb that takes nothing else.
fn is_object(tokens: &[Token], at: usize) -> bool {
    let part =
        |t: &&Token| matches!(t.tag, Tag::Noun | Tag::Adj | Tag::Num | Tag::Sym) || words!("-" "$").contains(&t.hash);
    let length = tokens[..at].iter().rev().take_while(part).count();
    let Some(article) = at.checked_sub(length + 1) else { return false };
    let verb = article.checked_sub(1).and_then(|v| tokens.get(v));
    words!("a" "an").contains(&tokens[article].hash)
        && verb.is_some_and(|v| {
            matches!(v.tag, Tag::VerbPast | Tag::Verb3sg) && !CAUSATIVE.contains(&v.hash) && !CLAUSAL.contains(&v.hash)
        })
}

/// Whether the clause goes on to a verb that can be nothing else.
fn other_verb(tokens: &[Token], from: usize) -> bool {
    let parts = |t: &&Token| {
        matches!(t.tag, Tag::Punct | Tag::Cconj | Tag::Sconj)
            || words!("who" "which" "that" "what" "as").contains(&t.hash)
    };
    let clause = tokens.iter().skip(from).take(8).take_while(|t| !parts(t));
    clause.into_iter().any(|t| PLAIN.contains(&t.hash) && !t.tag.is_noun())
}

/// Verbs after which a clause of their own stands: two verbs may meet there ("what officials say caused it").
const CLAUSAL: &Words = words!("say" "says" "think" "thinks" "believe" "believes" "hope" "hopes" "fear" "fears" "claim" "claims" "suspect" "suspects" "know" "knows"
    "mean" "means" "show" "shows" "suggest" "suggests" "insist" "insists" "argue" "argues" "warn" "warns" "find" "finds" "expect" "expects" "report" "reports"
    "indicate" "indicates" "add" "adds" "note" "notes" "allege" "alleges" "feel" "feels" "hear" "hears" "understand" "understands" "let" "help" "helps"
    "go" "come" "get" "gets");

/// Verbs that take an object and a bare infinitive.
const CAUSATIVE: &Words = words!("let" "lets" "letting" "make" "makes" "made" "making" "help" "helps" "helped" "helping" "see" "saw" "seen" "watch" "watched" "hear" "heard" "had" "have"
    "to" "will" "would" "can" "could" "may" "might" "must" "should" "did" "do" "does" "n't" "not");

/// Finite forms that are no participle.
const PLAIN: &Words = words!("said" "says" "was" "were" "is" "are" "has" "had" "have" "will" "would" "can" "could" "may" "might" "must" "should" "did" "does" "came"
    "went" "began" "took" "gave" "rose" "fell" "grew" "knew" "saw" "became" "ran" "broke" "spoke" "drove" "wrote" "flew" "chose" "told" "warned");
