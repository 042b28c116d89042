//! Tags that cannot stand beside their neighbours. A capitalised word inside a sentence that stands in one
//! name with its neighbour is part of that name, whatever else it could be ("Fred Davis", "Chris Covert");
//! a phrase that a possessive opens ends in a noun ("her opening remarks"), what says is a noun ("the military").
//! Reads tags and capitals; knows no names.

use super::mend_clauses::{noun_beside_verb, verb_behind_quotation};
use super::mends;
use super::tagger::look::{self, Casing};
use super::{Document, Kind, Sentence, Tag, Token, Words, hash_word};
use crate::words;

/// Mends the tags of every sentence in ordinary writing; headlines in capitals say nothing of names.
pub(super) fn mend(document: &mut Document) {
    let text = document.text;
    for sentence in &document.sentences {
        let Some(tokens) = document.tokens.get_mut(sentence.start..sentence.end) else { continue };
        // "the WHO said": letters, and no pronoun
        for at in 0..tokens.len() {
            let letters = tokens[at].kind == Kind::Upper && words!("who").contains(&tokens[at].hash);
            if letters && look::casing(tokens.iter().map(|t| t.span().of(text))) != Casing::Upper {
                (tokens[at].hash, tokens[at].tag) = (hash_word("w.h.o."), Tag::Propn);
            }
        }
        if let Some(tag) = opener_instead(tokens).or_else(|| mends::tag_instead(text, tokens, 0)) {
            tokens[0].tag = tag;
        }
        for at in 1..tokens.len() {
            if let Some(tag) = noun_beside_verb(tokens, at) {
                tokens[at].tag = tag;
            }
            before_saying(tokens, at);
            nominal(tokens, at);
            if let Some(tag) = verb_behind_quotation(text, tokens, at).or_else(|| mends::tag_instead(text, tokens, at))
            {
                tokens[at].tag = tag;
            }
        }
        if !tokens.iter().skip(1).any(|t| t.kind == Kind::Capital && (torn(t.tag) || t.tag == Tag::Det))
            || look::casing(tokens.iter().map(|t| t.span().of(text))) != Casing::Normal
        {
            continue;
        }
        for at in 1..tokens.len() {
            let token = tokens[at];
            let torn = torn(token.tag) || token.tag == Tag::Det && OPENING.contains(&token.hash);
            if token.kind != Kind::Capital || !torn || opens(tokens[at - 1].tag) {
                continue;
            }
            let name = |t: Option<&Token>| t.is_some_and(|t| t.tag == Tag::Propn && t.is_capital());
            let before = name(tokens.get(at - 1));
            let after = name(tokens.get(at + 1));
            // "a prosecutor in Split ordered": a place
            let place = words!("in" "near" "at").contains(&tokens[at - 1].hash)
                && tokens[at - 1].tag == Tag::Adp
                && tokens.get(at + 1).is_some_and(|t| t.tag.is_finite() || t.tag == Tag::Aux);
            // "Brazil's Finance Minister": an adjective or noun before a name is no part of it by itself
            let whole = if token.tag.is_adj() {
                before && tokens.get(at + 1).is_none_or(|t| matches!(t.tag, Tag::Punct) || t.tag.is_finite())
            } else {
                before || after
            };
            if whole || place {
                tokens[at].tag = Tag::Propn;
            }
        }
    }
    surnames(document);
}

/// "Oakes suggested": a common word that opens a sentence with a verb behind it is a name where the story has it as
/// somebody's last name and nowhere writes it small.
fn surnames(document: &mut Document) {
    let common = |t: &Token| {
        t.kind == Kind::Capital
            && matches!(t.tag, Tag::Noun | Tag::NounPlural | Tag::Adj | Tag::VerbBase | Tag::VerbIng)
    };
    let verb = |t: &Token| t.tag.is_finite() || t.tag == Tag::Aux;
    let opens = |s: &&Sentence| match document.tokens.get(s.start..s.end) {
        Some([first, next, ..]) => common(first) && verb(next),
        _ => false,
    };
    let openers: Vec<usize> = document.sentences.iter().filter(opens).map(|s| s.start).collect();
    // of each word: whether it is somebody's last name, and whether it is written small
    let mut found: Vec<(u64, bool, bool)> =
        openers.iter().map(|&at| (document.tokens[at].hash, false, false)).collect();
    found.sort_unstable();
    found.dedup();
    if found.is_empty() {
        return;
    }
    let place = |found: &[(u64, bool, bool)], hash: u64| found.binary_search_by_key(&hash, |f| f.0);
    for words in document.tokens.windows(3) {
        if let Ok(at) = place(&found, words[1].hash) {
            let name = words[..2].iter().all(|t| t.kind == Kind::Capital && t.tag == Tag::Propn);
            found[at].1 |= name && !words[2].is_capital();
            found[at].2 |= words[1].kind == Kind::Lower;
        }
    }
    for at in openers {
        if place(&found, document.tokens[at].hash).is_ok_and(|f| found[f].1 && !found[f].2) {
            document.tokens[at].tag = Tag::Propn;
        }
    }
}

/// Adjectives that news uses as nouns of those who speak.
const NOMINAL: &Words = words!("military" "official" "executive" "representative" "native" "daily" "weekly" "chief");

/// "Israel's military warned", "a top official has warned", "an emergency services official as saying": an
/// adjective with a verb or preposition after it is the noun.
fn nominal(tokens: &mut [Token], at: usize) {
    if tokens[at].tag != Tag::Adj || !NOMINAL.contains(&tokens[at].hash) {
        return;
    }
    let before = tokens[at - 1].tag;
    let services = matches!(before, Tag::NounPlural | Tag::Verb3sg)
        && at > 1
        && (tokens[at - 2].tag.is_noun() || tokens[at - 2].tag.is_adj());
    let hosts = matches!(before, Tag::Det | Tag::PronPoss | Tag::Adj | Tag::Part | Tag::Propn | Tag::Noun) || services;
    let closes = tokens.get(at + 1).is_some_and(|next| {
        next.tag.is_finite()
            || matches!(next.tag, Tag::VerbPart | Tag::Aux | Tag::Modal | Tag::Adp)
            || words!("as" "who").contains(&next.hash)
    });
    if hosts && closes {
        tokens[at].tag = Tag::Noun;
        if before == Tag::Verb3sg {
            tokens[at - 1].tag = Tag::NounPlural;
        }
    }
}

/// "says" is a verb and "said" has its subject before it: what stands there is a noun, though it can be
/// an adjective, an adverb or another verb ("the military says", "Silver says", "the agency report said").
fn before_saying(tokens: &mut [Token], at: usize) {
    if !words!("says" "said").contains(&tokens[at].hash) || tokens[at].tag == Tag::VerbPart {
        return;
    }
    if tokens[at].tag == Tag::NounPlural {
        tokens[at].tag = Tag::Verb3sg;
    }
    let before = tokens[at - 1];
    let hosts = at
        .checked_sub(2)
        .and_then(|two| tokens.get(two))
        .is_some_and(|t| matches!(t.tag, Tag::Det | Tag::PronPoss | Tag::Adj | Tag::Part | Tag::Propn));
    let noun = before.tag == Tag::Adj || matches!(before.tag, Tag::VerbPresent | Tag::VerbBase);
    let adverb = words!("so" "then" "now" "also" "thus" "here" "there" "never" "once");
    if before.tag == Tag::Adv && before.kind == Kind::Capital && !adverb.contains(&before.hash) {
        tokens[at - 1].tag = Tag::Propn;
    } else if before.tag == Tag::Adv && words!("most").contains(&before.hash) {
        tokens[at - 1].tag = Tag::Adj;
    } else if noun && before.kind == Kind::Lower && hosts {
        tokens[at - 1].tag = Tag::Noun;
    }
}

/// "Ebeling recalled": a sentence's first word is no participle with a finite verb right behind it.
fn opener_instead(tokens: &[Token]) -> Option<Tag> {
    let [first, second, ..] = tokens else { return None };
    let participle = first.tag == Tag::VerbIng && first.kind == Kind::Capital;
    (participle && matches!(second.tag, Tag::VerbPast | Tag::Verb3sg)).then_some(Tag::Propn)
}

/// Words that open the names of parties: "the ruling All Progressives Congress".
const OPENING: &Words = words!("all" "any" "every");

fn torn(tag: Tag) -> bool {
    tag.is_verb() || tag.is_adj() || matches!(tag, Tag::Adv | Tag::Intj)
}

/// Whether a sentence of its own may begin after this: its first capital is no name's.
fn opens(tag: Tag) -> bool {
    tag == Tag::Punct
}
