//! Tags that cannot stand beside their neighbours. A capitalised word inside a sentence that stands in one
//! name with its neighbour is part of that name, whatever else it could be ("Fred Davis", "Chris Covert");
//! a phrase that a possessive opens ends in a noun ("her opening remarks"), what says is a noun ("the military").
//! Reads tags and capitals; knows no names.

use super::mend_clauses::{noun_beside_verb, verb_behind_quotation};
use super::mend_verbs::{is_early, verb_instead};
use super::tagger::look::{self, Casing};
use super::{Document, Kind, Tag, Token, Words, hash_word};
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
        if let [first, second, ..] = tokens
            && let Some(tag) = opener_instead(first, second)
        {
            first.tag = tag;
        }
        for at in 1..tokens.len() {
            if let Some(tag) = noun_instead(tokens, at).or_else(|| noun_beside_verb(tokens, at)) {
                tokens[at].tag = tag;
            }
            before_saying(tokens, at);
            nominal(tokens, at);
            if let Some(tag) = compound_end(tokens, at)
                .or_else(|| verb_behind_quotation(text, tokens, at))
                .or_else(|| verb_instead(text, tokens, at))
            {
                tokens[at].tag = tag;
            }
            // "told her interviewer": a pronoun with a noun after it owns it
            if tokens[at].tag == Tag::Pron
                && words!("her").contains(&tokens[at].hash)
                && tokens.get(at + 1).is_some_and(|next| next.tag == Tag::Noun)
            {
                tokens[at].tag = Tag::PronPoss;
            }
            // "gunmen killed": no verb ends so
            let odd = tokens[at].tag.is_verb() || tokens[at].tag == Tag::Adv && tokens[at].kind == Kind::Lower;
            if odd && tokens[at].span().of(text).ends_with("men") {
                tokens[at].tag = Tag::NounPlural;
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
}

/// "A start-up says": the noun that the last part of a compound makes.
fn compound_end(tokens: &[Token], at: usize) -> Option<Tag> {
    let (token, before) = (tokens.get(at)?, tokens.get(at.checked_sub(1)?)?);
    let verb = |next: &Token| {
        next.tag.is_finite() || words!("claims" "plans" "reports" "aims" "hopes" "argues").contains(&next.hash)
    };
    (matches!(token.tag, Tag::Adp | Tag::Adv)
        && words!("up" "off" "in" "out" "down" "by" "on").contains(&token.hash)
        && token.glued
        && before.glued
        && tokens.get(at + 1).is_some_and(verb))
    .then_some(Tag::Noun)
}

/// Adjectives that news uses as nouns of those who speak.
const NOMINAL: &Words = words!("military" "official" "executive" "representative" "native" "daily" "weekly");

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

/// Words for bodies of people that also read as verbs.
const BODIES: &Words = words!("group" "force" "house" "court" "board" "panel" "party" "council");

/// The noun that a word tagged as a verb must be where it stands.
fn noun_instead(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = tokens.get(at).filter(|t| t.tag.is_verb())?;
    let before = tokens.get(at.checked_sub(1)?)?;
    let second = at.checked_sub(2).and_then(|two| tokens.get(two));
    let next = tokens.get(at + 1).map(|t| t.tag);
    // "Her warning that the dam would go": what she said
    let hers = token.tag == Tag::VerbIng
        && token.kind == Kind::Lower
        && words!("her" "his" "its" "their" "my" "our").contains(&before.hash)
        && words!("warning" "finding" "reasoning" "ruling" "understanding").contains(&token.hash)
        && tokens.get(at + 1).is_some_and(|next| words!("that").contains(&next.hash));
    if hers {
        return Some(Tag::Noun);
    }
    // "in her opening remarks that": no verb follows a possessive and what describes
    let described = second.is_some_and(|t| t.tag == Tag::PronPoss)
        && (before.tag.is_adj() || before.tag.is_noun() && before.tag != Tag::NounPlural);
    // "residents below the dam complain": of two verbs that meet the first is none
    let meets = matches!(token.tag, Tag::VerbPresent | Tag::VerbBase)
        && matches!(before.tag, Tag::Noun | Tag::NounPlural | Tag::Adj | Tag::Det)
        && matches!(next, Some(Tag::VerbBase | Tag::VerbPresent))
        && tokens
            .get(at + 1)
            .is_some_and(|t| words!("say" "complain" "insist" "believe" "argue" "warn").contains(&t.hash))
        && !words!("let" "help" "make" "dare" "go" "come" "hear").contains(&token.hash);
    let ends = next.is_none_or(|tag| matches!(tag, Tag::Punct | Tag::Sconj | Tag::Adp | Tag::Cconj) || tag.is_finite());
    let possessed = before.tag == Tag::PronPoss || described;
    if token.tag == Tag::Verb3sg && token.kind == Kind::Lower && possessed && ends {
        return Some(Tag::NounPlural);
    }
    // "the pilot's widow claims": no base verb follows an owner
    let owned = before.tag == Tag::Part
        && before.glued
        && words!("'s").contains(&before.hash)
        && second.is_some_and(|t| t.tag.is_noun())
        && matches!(token.tag, Tag::VerbBase | Tag::VerbPresent)
        && token.kind == Kind::Lower;
    if owned {
        return Some(Tag::Noun);
    }
    let news = words!("news" "airport").contains(&token.hash);
    // "Jane Roe, program administrator for": a noun before the noun of a post
    let post = matches!(token.tag, Tag::VerbPresent | Tag::VerbBase)
        && before.tag == Tag::Punct
        && second.is_some_and(|t| t.tag == Tag::Propn)
        && tokens.get(at + 1).is_some_and(|t| {
            words!("administrator" "manager" "director" "coordinator" "officer" "editor" "leader" "member" "analyst" "specialist" "adviser" "advisor" "engineer"
                "secretary" "assistant" "supervisor")
            .contains(&t.hash)
        });
    // "a Yahoo Sports report detailed": of two verbs that meet the first is none
    let reported = matches!(token.tag, Tag::VerbPresent | Tag::VerbBase)
        && words!("report" "study" "review" "release" "post" "claim" "appeal" "order" "plan").contains(&token.hash)
        && before.tag.is_noun()
        && matches!(next, Some(Tag::VerbPast | Tag::Verb3sg));
    // "figures from the customs service in Minsk"
    let served = token.tag == Tag::VerbPresent
        && words!("service").contains(&token.hash)
        && before.tag.is_noun()
        && next.is_some_and(|tag| matches!(tag, Tag::Adp | Tag::Punct) || tag.is_finite());
    // "according to port records": the preposition, no infinitive
    let according = token.tag == Tag::VerbBase
        && words!("to").contains(&before.hash)
        && second.is_some_and(|t| words!("according").contains(&t.hash));
    // "a rights group says"
    let body = matches!(token.tag, Tag::VerbBase | Tag::VerbPresent)
        && BODIES.contains(&token.hash)
        && (before.tag.is_noun() || before.tag.is_adj() || before.tag == Tag::Det)
        && matches!(next, Some(Tag::Verb3sg | Tag::VerbPast | Tag::Aux | Tag::Modal | Tag::Propn));
    // "told a council hearing on Monday": an occasion, where no object follows
    let occasion = token.tag == Tag::VerbIng
        && words!("hearing" "gathering" "meeting" "briefing" "filing").contains(&token.hash)
        && (before.tag.is_noun() || before.tag.is_adj())
        && second.is_some_and(|t| t.tag.is_noun() || t.tag.is_adj() || matches!(t.tag, Tag::Det | Tag::Part))
        && ends;
    // "Democratic and network officials"
    let joined = token.tag == Tag::VerbBase
        && before.tag == Tag::Cconj
        && second.is_some_and(|t| t.tag.is_adj())
        && next == Some(Tag::NounPlural);
    // "demand would rise", "said queues would be shorter": no verb stands before a modal
    let bare = matches!(token.tag, Tag::VerbPresent | Tag::VerbBase)
        && matches!(before.tag, Tag::Punct | Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Adp | Tag::Sconj);
    let said = token.tag == Tag::Verb3sg && token.kind == Kind::Lower && before.tag.is_verb();
    let subject = next == Some(Tag::Modal) && (bare || said);
    (news || served || reported || post || according || body || joined || subject || occasion || meets)
        .then_some(Tag::Noun)
}

/// The tag that a sentence's first word must have beside its second.
fn opener_instead(first: &Token, second: &Token) -> Option<Tag> {
    let ing = first.tag == Tag::VerbIng;
    // "Ebeling recalled": a participle has no finite verb right behind it
    if ing && first.kind == Kind::Capital && matches!(second.tag, Tag::VerbPast | Tag::Verb3sg) {
        return Some(Tag::Propn);
    }
    // "Warning lights flashed"
    let warned = words!("lights" "shots" "signs" "labels" "systems" "sirens" "signals");
    if ing && words!("warning").contains(&first.hash) && warned.contains(&second.hash) {
        return Some(Tag::Noun);
    }
    is_early(first, second).then_some(Tag::Adj)
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
