//! Tags that cannot stand beside their neighbours. A capitalised word inside a sentence that stands in one
//! name with its neighbour is part of that name, whatever else it could be ("Fred Davis", "Chris Covert");
//! a phrase that a possessive opens ends in a noun ("her opening remarks"), what says is a noun ("the military").
//! Reads tags and capitals; knows no names.

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
        for at in 1..tokens.len() {
            if let Some(tag) = noun_instead(tokens, at) {
                tokens[at].tag = tag;
            }
            before_saying(tokens, at);
            nominal(tokens, at);
            if let Some(tag) = compound_end(tokens, at).or_else(|| verb_instead(text, tokens, at)) {
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

/// The verb that a word tagged as something else, or as another form, must be where it stands.
fn verb_instead(text: &str, tokens: &[Token], at: usize) -> Option<Tag> {
    let (token, before) = (tokens.get(at)?, tokens.get(at.checked_sub(1)?)?);
    let next = tokens.get(at + 1);
    match token.tag {
        // "Pyongyang alleged on Sunday that": the past tense of a name's verb
        Tag::VerbPart
            if words!("alleged" "claimed" "insisted" "announced" "argued").contains(&token.hash)
                && before.tag == Tag::Propn
                && next.is_some_and(|next| {
                    words!("on" "that" "in" "last" "this").contains(&next.hash) || next.tag == Tag::Propn
                })
                && tokens[at..tokens.len().min(at + 7)].iter().any(|t| words!("that").contains(&t.hash)) =>
        {
            Some(Tag::VerbPast)
        }
        // "The operator tweets: “…”": with a colon and a quotation after it, no plural
        Tag::NounPlural
            if words!("tweets" "replies" "answers" "jokes" "posts").contains(&token.hash)
                && matches!(before.tag, Tag::Noun | Tag::Propn)
                && next.is_some_and(|next| next.span().of(text) == ":")
                && tokens.get(at + 2).is_some_and(|open| matches!(open.span().of(text), "“" | "\"" | "‘")) =>
        {
            Some(Tag::Verb3sg)
        }
        // "“It was cold,” recalls Lund": after a closing quotation mark, no plural
        Tag::NounPlural
            if SPOKEN.contains(&token.hash)
                && next.is_some_and(|next| matches!(next.tag, Tag::Propn | Tag::Det | Tag::PronPoss))
                && matches!(before.span().of(text), "”" | "\"" | "’" | "»") =>
        {
            Some(Tag::Verb3sg)
        }
        // "…, Tehran claims.": a name and its verb close the sentence
        Tag::NounPlural
            if words!("claims" "reports" "notes" "estimates" "warns" "insists" "alleges" "argues")
                .contains(&token.hash)
                && before.tag == Tag::Propn
                && at > 2
                && next.is_some_and(|next| next.span().of(text) == ".")
                && tokens[at.saturating_sub(4)..at].iter().any(|t| t.span().of(text) == ",") =>
        {
            Some(Tag::Verb3sg)
        }
        // "the soldiers, Tehran claims, were first": a name and its verb between commas
        Tag::NounPlural
            if SPOKEN.contains(&token.hash)
                && before.tag == Tag::Propn
                && next.is_some_and(|next| next.span().of(text) == ",")
                && tokens.get(at + 2).is_some_and(|after| after.tag.is_finite() || after.tag == Tag::Aux)
                && tokens[at.saturating_sub(4)..at].iter().any(|t| t.span().of(text) == ",") =>
        {
            Some(Tag::Verb3sg)
        }
        // "…, its annual report shows.": a paper and its verb close the sentence
        Tag::NounPlural
            if words!("shows" "suggests" "says" "reveals").contains(&token.hash)
                && before.tag == Tag::Noun
                && next.is_some_and(|next| next.span().of(text) == ".")
                && tokens[at.saturating_sub(8)..at].iter().any(|t| t.span().of(text) == ",") =>
        {
            Some(Tag::Verb3sg)
        }
        // "Officials at St. Paul's say there was": what a place's people say
        Tag::Noun
            if words!("say").contains(&token.hash)
                && before.tag == Tag::Part
                && next.is_some_and(|next| matches!(next.tag, Tag::Pron | Tag::Det | Tag::PronPoss | Tag::Sconj)) =>
        {
            Some(Tag::VerbPresent)
        }
        // "the frozen pitch cost his side two goals"
        Tag::Noun
            if words!("cost" "cut" "hit" "hurt" "beat").contains(&token.hash)
                && token.kind == Kind::Lower
                && before.tag == Tag::Noun
                && next.is_some_and(|next| matches!(next.tag, Tag::PronPoss | Tag::Pron)) =>
        {
            Some(Tag::VerbPast)
        }
        // "the young men, she says, left within a season"
        Tag::Adv
            if words!("left").contains(&token.hash)
                && (before.tag.is_noun() || before.tag == Tag::Pron || before.span().of(text) == ",")
                && next.is_some_and(|next| {
                    words!("within" "for" "after" "before" "when" "with" "without" "in" "the").contains(&next.hash)
                }) =>
        {
            Some(Tag::VerbPast)
        }
        // "‘We were left to drown’, say survivors"
        Tag::Intj
            if words!("say").contains(&token.hash)
                && next.is_some_and(|next| {
                    matches!(next.tag, Tag::NounPlural | Tag::Adj | Tag::Propn | Tag::Det | Tag::Num)
                })
                && tokens[at.saturating_sub(2)..at]
                    .iter()
                    .any(|t| matches!(t.span().of(text), "”" | "’" | "\"" | "»")) =>
        {
            Some(Tag::VerbPresent)
        }
        // "…, figures from the bureau showed"
        Tag::Verb3sg
            if words!("figures").contains(&token.hash)
                && before.tag == Tag::Punct
                && next.is_some_and(|next| next.tag == Tag::Adp || next.tag == Tag::VerbPart) =>
        {
            Some(Tag::NounPlural)
        }
        // "…, Beijing claimed."
        Tag::VerbIng
            if token.kind == Kind::Capital && words!("beijing" "nanjing" "chongqing").contains(&token.hash) =>
        {
            Some(Tag::Propn)
        }
        Tag::VerbPart
            if words!("claimed" "insisted" "announced" "said" "added" "reported").contains(&token.hash)
                && before.tag == Tag::Propn
                && next.is_none_or(|next| matches!(next.span().of(text), "." | ",")) =>
        {
            Some(Tag::VerbPast)
        }
        // "unemployment rose to 6 per cent"
        Tag::Noun
            if words!("rose").contains(&token.hash)
                && token.kind == Kind::Lower
                && before.tag.is_noun()
                && next.is_some_and(|next| {
                    matches!(next.tag, Tag::Num | Tag::Part)
                        || words!("to" "by" "from" "more" "in" "for").contains(&next.hash)
                }) =>
        {
            Some(Tag::VerbPast)
        }
        // "with all his might"
        Tag::Modal if words!("might").contains(&token.hash) && before.tag == Tag::PronPoss => Some(Tag::Noun),
        // "hold that much gold"
        Tag::Sconj
            if words!("that").contains(&token.hash)
                && before.tag.is_verb()
                && next.is_some_and(|next| words!("much" "many").contains(&next.hash))
                && tokens.get(at + 2).is_some_and(|t| t.tag.is_noun() || t.tag.is_adj()) =>
        {
            Some(Tag::Det)
        }
        // "the company claims that striking drivers damaged eleven engines": an adjective before no noun of its own
        Tag::Adj
            if before.tag == Tag::NounPlural
                && token.kind == Kind::Lower
                && token.span().of(text).ends_with("ed")
                && next.is_some_and(|next| matches!(next.tag, Tag::Num | Tag::Det | Tag::PronPoss)) =>
        {
            Some(Tag::VerbPast)
        }
        // "it is thought that": no noun
        Tag::Noun
            if words!("thought").contains(&token.hash)
                && words!("is" "was").contains(&before.hash)
                && next.is_some_and(|next| words!("that").contains(&next.hash)) =>
        {
            Some(Tag::VerbPart)
        }
        // "his family insist he was framed": no noun
        Tag::Noun
            if words!("complain" "insist" "deny" "admit" "allege" "contend" "believe" "agree" "argue" "warn")
                .contains(&token.hash)
                && matches!(before.tag, Tag::Noun | Tag::NounPlural | Tag::Propn) =>
        {
            Some(Tag::VerbPresent)
        }
        // "read" looks the same in its base and its past
        Tag::Noun | Tag::VerbBase | Tag::VerbPart if words!("read").contains(&token.hash) => {
            // "a notice on the door read: “Closed”"
            let quotes =
                before.tag.is_noun() && next.is_some_and(|next| matches!(next.span().of(text), ":" | "“" | "\"" | "‘"));
            // "“Water first,” read a banner"
            let closed = || {
                let mark = text.get(..before.end as usize).and_then(|t| t.chars().next_back());
                matches!(mark, Some('”' | '"' | '’' | '»'))
            };
            let inverted = token.tag == Tag::VerbBase
                && next.is_some_and(|next| matches!(next.tag, Tag::Det | Tag::Num | Tag::Noun | Tag::Adj))
                && closed();
            (quotes || inverted).then_some(Tag::VerbPast)
        }
        _ => None,
    }
}

/// Verbs of saying in the present, which look like plurals.
const SPOKEN: &Words = words!("recalls" "notes" "claims" "reports" "jokes" "laughs" "answers" "demands" "comments" "remarks" "counters" "states" "warns"
    "boasts" "whispers" "shouts" "murmurs" "cries" "screams" "sighs" "shrugs" "smiles" "grins" "quips" "muses" "replies" "questions");

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
    // "demand would rise": no verb stands before a modal
    let subject = matches!(token.tag, Tag::VerbPresent | Tag::VerbBase)
        && next == Some(Tag::Modal)
        && matches!(before.tag, Tag::Punct | Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Adp | Tag::Sconj);
    (news || served || reported || according || body || joined || subject || occasion || meets).then_some(Tag::Noun)
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
