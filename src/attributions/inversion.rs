//! Whether a verb has its subject behind it: "“…,” said Lund", "…, suggests a study", and not "Lund, a surgeon, said
//! the plan was dead".
//! Looks at both sides of the verb; what the aside carries is `asides`'s.

use super::cues::{CueVerb, Frames};
use super::naming;
use super::reader::{Range, Reader};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::lexicon::{self, Class};
use crate::text::Tag;
use crate::words;

/// Verbs with which papers and pictures, but not people, follow what they say.
pub(super) fn papers_say(verb: &CueVerb) -> bool {
    matches!(verb.lemma, "show" | "find" | "suggest" | "indicate" | "reveal")
}

/// Whether a source can follow what it shows or finds: papers and pictures "show", whoever inquires "finds".
pub(super) fn finds(reader: &Reader, source: Range, verb: &CueVerb) -> bool {
    let d = reader.document;
    let paper = || (source.0..=source.1).any(|t| lexicon::has(d.tokens.get(t), Class::DocumentNoun));
    let inquires = || {
        lexicon::has_any(d.tokens.get(source.1), Class::BodyNoun.bit() | Class::ExpertNoun.bit())
            || d.any(source.1, words!("inquiry" "inquest" "jury" "panel" "watchdog" "study" "review" "probe" "audit"))
    };
    papers_say(verb) && paper() || matches!(verb.lemma, "find" | "rule") && inquires()
}

/// Whether the noun phrase after a verb is its subject: a quotation closes before it, or no clause
/// begins to the right that the verb could introduce.
pub(super) fn inverts(reader: &Reader, group: &VerbGroup) -> bool {
    if reader.opening_subject(group).is_some() {
        return false;
    }
    let before = group.first - 1;
    // "The trouble with the plan, says Lund, is that"
    if reader.is_comma(before)
        && reader.phrase_start(before - 1) == Some(reader.start())
        && reader.subject_after(group).is_some_and(|s| {
            let verb = s.1 + 1 + usize::from(reader.is_comma(s.1 + 1));
            reader.is_comma(verb - 1) && reader.finite_at(verb)
        })
    {
        return true;
    }
    if reader.quote_closes(before).is_some()
        || (reader.is_comma(before) && before > 0 && reader.quote_closes(before - 1).is_some())
    {
        return true;
    }
    let next = group.last + 1;
    let d = reader.document;
    // "reported a profit, added 214 stores and said goodbye": the second of three verbs
    let joined = |t: usize| {
        reader.tag(t) == Tag::Cconj
            && reader.groups.iter().any(|g| g.first == t + 1 && g.form == VerbForm::Finite && g.first == g.head)
    };
    let listed = || (next + 1..reader.end().min(next + 12)).find(|&t| joined(t));
    if reader.is_comma(before) && listed().is_some_and(|t| d.tag(t + 1) == d.tag(group.head)) {
        return false;
    }
    // "an officer, who asked not to be named, reckoned a third came from abroad": the verb of whom that describes
    let opening = || (reader.start()..before).rev().find(|&t| reader.is_comma(t));
    if reader.is_comma(before)
        && opening().is_some_and(|t| d.is(t + 1, "who"))
        && reader.over_parenthesis(before).is_some()
    {
        return false;
    }
    let verb = reader.verb_at(group.head);
    let object = verb.is_some_and(|v| {
        (v.frames.any(Frames::NOUN_ALONE) || v.frames.any(Frames::NOUN) || v.frames.any(Frames::PERSON))
            && v.lemma != "report"
    });
    // "…, explained Dr Prates": nobody explains or announces a person
    let somebody = verb.is_some_and(|v| {
        matches!(v.lemma, "explain" | "announce" | "stress" | "note" | "predict" | "reveal" | "mention" | "estimate" | "calculate" | "reckon" | "forecast")
    }) && group.first == group.head
        && (d.tokens.get(next).is_some_and(|t| t.is_capital())
            && (reader.tag(next) == Tag::Propn || lexicon::has(d.tokens.get(next), Class::Honorific))
            // "…, explains park ranger Binta Faye, because"
            || reader.tag(next).is_noun()
                && chunks::noun_phrase_end(d, next, reader.end())
                    .is_some_and(|end| end > next && reader.tag(end) == Tag::Propn))
        // "…, suggests a study published on Monday"
        || verb.is_some_and(papers_say)
            && chunks::noun_phrase_end(d, next, reader.end())
                .is_some_and(|end| lexicon::has(d.tokens.get(end), Class::DocumentNoun));
    (!object || somebody)
        && !d.is(next, "that")
        && (reader.clause_at(next).is_none() || describes(reader, next))
        && reader.quote_opens(next).is_none()
}

/// "…, said a person briefed on the talks, who": a participle that describes somebody, and no clause's verb.
fn describes(reader: &Reader, first: usize) -> bool {
    let d = reader.document;
    let somebody = d.any(first, words!("a" "an" "one" "another")) || d.tag(first) == Tag::Num;
    let clause = reader.clause_at(first).filter(|_| somebody);
    clause.is_some_and(|g| {
        g.first == g.last
            && matches!(d.tag(g.head), Tag::VerbPast | Tag::VerbPart)
            && reader.tag(g.last + 1) == Tag::Adp
            && naming::noun(d, g.first - 1).0 & naming::PERSONS != 0
            && reader.finite_from(reader.start()).is_some_and(|own| own.last + 1 < first && !reader.says(own))
    })
}
