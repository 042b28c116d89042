//! Tags that cannot stand beside their neighbours. A capitalised word inside a sentence that stands in one
//! name with its neighbour is part of that name, whatever else it could be ("Fred Davis", "Chris Covert");
//! a phrase that a possessive opens ends in a noun ("her opening remarks").
//! Reads tags and capitals; knows no names.

use super::tagger::look::{self, Casing};
use super::{Document, Kind, Tag};
use crate::words;

/// Mends the tags of every sentence in ordinary writing; headlines in capitals say nothing of names.
pub(super) fn mend(document: &mut Document) {
    let text = document.text;
    for sentence in &document.sentences {
        let Some(tokens) = document.tokens.get_mut(sentence.start..sentence.end) else { continue };
        possessed(tokens);
        bodies(tokens);
        if !tokens.iter().skip(1).any(|t| t.kind == Kind::Capital && torn(t.tag))
            || look::casing(tokens.iter().map(|t| t.span().of(text))) != Casing::Normal
        {
            continue;
        }
        for at in 1..tokens.len() {
            let token = tokens[at];
            if token.kind != Kind::Capital || !torn(token.tag) || opens(tokens[at - 1].tag) {
                continue;
            }
            let name = |t: Option<&super::Token>| t.is_some_and(|t| t.tag == Tag::Propn && t.is_capital());
            let before = name(tokens.get(at - 1));
            let after = name(tokens.get(at + 1));
            // "Brazil's Finance Minister": an adjective or noun before a name is no part of it by itself
            let whole = if token.tag.is_adj() {
                before && tokens.get(at + 1).is_none_or(|t| matches!(t.tag, Tag::Punct) || t.tag.is_finite())
            } else {
                before || after
            };
            if whole {
                tokens[at].tag = Tag::Propn;
            }
        }
    }
}

/// "in her opening remarks that": no verb follows a possessive and what describes.
fn possessed(tokens: &mut [super::Token]) {
    for at in 1..tokens.len() {
        let before = tokens[at - 1].tag;
        let described = at > 1 && (before.is_adj() || before.is_noun()) && tokens[at - 2].tag == Tag::PronPoss;
        if tokens[at].tag == Tag::Verb3sg
            && (before == Tag::PronPoss || described && before != Tag::NounPlural)
            && tokens[at].kind == Kind::Lower
            && tokens
                .get(at + 1)
                .is_none_or(|t| matches!(t.tag, Tag::Punct | Tag::Sconj | Tag::Adp | Tag::Cconj) || t.tag.is_finite())
        {
            tokens[at].tag = Tag::NounPlural;
        }
    }
}

/// "a rights group says": words for bodies of people are no verbs before the verb, "news" never is, nor what
/// "according to" names.
fn bodies(tokens: &mut [super::Token]) {
    const BODIES: &super::Words = words!("group" "force" "house" "court" "board" "panel" "party" "house" "council");
    for at in 1..tokens.len() {
        let news = tokens[at].tag.is_verb() && words!("news").contains(&tokens[at].hash);
        // "according to port records": the preposition, no infinitive
        let according = tokens[at].tag == Tag::VerbBase
            && at > 1
            && words!("to").contains(&tokens[at - 1].hash)
            && words!("according").contains(&tokens[at - 2].hash);
        if news || according {
            tokens[at].tag = Tag::Noun;
        }
        let verb = matches!(tokens[at].tag, Tag::VerbBase | Tag::VerbPresent) && BODIES.contains(&tokens[at].hash);
        let before = tokens[at - 1].tag;
        if verb
            && (before.is_noun() || before.is_adj() || before == Tag::Det)
            && tokens.get(at + 1).is_some_and(|t| matches!(t.tag, Tag::Verb3sg | Tag::VerbPast | Tag::Aux | Tag::Modal))
        {
            tokens[at].tag = Tag::Noun;
        }
    }
}

fn torn(tag: Tag) -> bool {
    tag.is_verb() || tag.is_adj() || matches!(tag, Tag::Adv | Tag::Intj)
}

/// Whether a sentence of its own may begin after this: its first capital is no name's.
fn opens(tag: Tag) -> bool {
    tag == Tag::Punct
}
