//! Cues that claim nothing where they stand: modals of things in general, what is only arranged, accusations that are
//! not made, duties that are charged.
//! Reads the words around a cue; what a cue covers is `scope`'s.

use crate::chunks;
use crate::lexicon::{self, Class};
use crate::text::{Document, Sentence, Tag, Words};
use crate::words;

/// Whether a modal speaks of things in general ("seeds may lie dormant", "a member may resign"), where
/// it tells what happens or is allowed, not what the writer holds possible.
pub fn generic(document: &Document, sentence: &Sentence, modal: usize) -> bool {
    if document.any(modal + 1, words!("have" "well" "soon")) {
        return false;
    }
    let mut head = modal.saturating_sub(1);
    while head > sentence.start && document.tag(head) == Tag::Adv {
        head -= 1;
    }
    if head < sentence.start {
        return false;
    }
    let Some(start) = chunks::noun_phrase_start(document, sentence.start, head) else { return false };
    let named = (start..=head).any(|t| document.tag(t) == Tag::Propn);
    // "Ticket holders may enter through gate C"
    let allowed = words!("holders" "passengers" "visitors" "spectators" "guests" "customers" "applicants" "users" "motorists" "swimmers" "anglers" "owners");
    if document.any(head, allowed) && matches!(document.tag(modal + 1), Tag::VerbBase) {
        return true;
    }
    match document.tag(head) {
        Tag::NounPlural => !named && !matches!(document.tag(start), Tag::Det | Tag::PronPoss | Tag::Num),
        Tag::Noun => document.any(start, words!("a" "an" "any" "each" "every" "one")),
        _ => false,
    }
}

/// "A venue has yet to be confirmed": a date or a side is arranged, no statement checked.
pub fn to_be_arranged(document: &Document, sentence: &Sentence, cue: (usize, usize)) -> bool {
    let due = |word: &str| (cue.0..=cue.1).any(|t| document.is(t, word));
    let arranged = if due("confirmed") || due("determined") {
        words!("venue" "venues" "date" "dates" "time" "times" "lineup" "line-up" "lineups" "fixture" "fixtures" "schedule" "kick-off" "opponent" "opponents" "host" "hosts"
            "replacement" "successor" "price" "prices")
    } else if due("verified") {
        words!("users" "owners" "eligibility" "signature" "signatures")
    } else if due("unconfirmed") {
        words!("nominee" "nominees" "appointee" "appointees" "appointment" "appointments" "picks")
    } else {
        return false;
    };
    (cue.0.saturating_sub(7).max(sentence.start)..cue.0).any(|t| document.any(t, arranged))
}

/// Whether an accusation is denied or not made: "has not been charged with", "without being convicted
/// of", "could accuse". A plea of not guilty is a plea.
pub fn unreal(document: &Document, sentence: &Sentence, cue: (usize, usize)) -> bool {
    if (cue.0..=cue.1).any(|t| document.is(t, "guilty")) {
        return false;
    }
    let helped = |t: usize| document.any(t, words!("did" "do" "does" "n't"));
    if document.tag(cue.0) == Tag::VerbBase && !cue.0.checked_sub(1).is_some_and(helped) {
        return true;
    }
    // "if convicted of fraud", "could be charged with"
    let before = |n: usize| cue.0.checked_sub(n).filter(|&t| t >= sentence.start);
    let could = words!("could" "may" "might" "would" "should" "can" "must");
    let passive = (1..3).filter_map(before).find(|&t| document.is(t, "be"));
    let modal = passive.is_some_and(|be| (be.saturating_sub(2)..be).any(|t| document.any(t, could)));
    if modal || before(1).is_some_and(|t| document.any(t, words!("if" "unless"))) {
        return true;
    }
    // "any charges that might be brought"
    let charges = (cue.0..=cue.1).any(|t| document.any(t, words!("charges" "charge" "counts")));
    let any = cue.0 > sentence.start && document.is(cue.0 - 1, "any");
    let may = document.any(cue.1 + 1, words!("that" "which")) && document.tag(cue.1 + 2) == Tag::Modal;
    if charges && (any || may) {
        return true;
    }
    // "Anyone accused of a crime has the right": nobody in particular
    if cue.0 > sentence.start && document.any(cue.0 - 1, words!("anyone" "anybody" "whoever" "somebody" "someone")) {
        return true;
    }
    for at in (cue.0.saturating_sub(9).max(sentence.start)..cue.0).rev() {
        let near = at + 5 >= cue.0;
        if near && document.any(at, words!("not" "n't" "never" "without" "nor" "neither" "nobody")) {
            return !document.is(at + 1, "only");
        }
        // "no group has claimed", "no one at the bank has been accused"
        if document.any(at, words!("no" "nobody" "none")) && (at == sentence.start || !document.tag(at - 1).is_verb()) {
            return true;
        }
        if document.any(at, words!("," "and" "but" "who" "which" "that" ";" "said" "says")) {
            return false;
        }
    }
    false
}

/// "Many fans believe that greed is acceptable": a judgement of value, which nobody can vouch for.
pub fn opinion(document: &Document, cue: (usize, usize), scope: (usize, usize)) -> bool {
    let values = words!("acceptable" "unacceptable" "wrong" "right" "fair" "unfair" "moral" "immoral" "justified" "unjustified" "necessary" "unnecessary"
        "desirable" "undesirable" "good" "bad" "important" "essential");
    let mental = (cue.0..=cue.1).any(|t| document.any(t, words!("believe" "believed" "think" "thought" "feel" "felt")));
    let value = document.any(scope.1, values)
        && (scope.0..scope.1).rev().take(3).any(|t| document.any(t, words!("is" "are" "was" "were")));
    mental && value
}

/// What a company or a person is charged with, where an office would be given a task.
const OFFENCES: &Words = words!("defrauding" "bribing" "conspiring" "violating" "polluting" "dumping" "laundering" "evading" "misleading" "failing"
    "breaching" "overcharging" "rigging" "fixing" "killing" "murdering" "causing" "obstructing" "destroying" "concealing" "falsifying" "stealing" "hiding"
    "paying" "selling" "lying" "smuggling" "trafficking" "plotting" "inciting" "abusing" "torturing" "attacking" "assaulting" "beating" "shooting"
    "leaking" "spying" "possessing" "attempting" "aiding" "abetting" "accepting" "taking" "soliciting" "discriminating" "spreading" "insulting");

/// "The commission is charged with redrawing the lines": an office has its task.
pub fn tasked(document: &Document, sentence: &Sentence, cue: (usize, usize)) -> bool {
    if !document.is(cue.1, "with") {
        return false;
    }
    // "latecomers are charged with an extra fee"
    let price = words!("fee" "fees" "surcharge" "supplement" "deposit" "tariff" "toll" "penalty");
    if chunks::noun_phrase_end(document, cue.1 + 1, sentence.end).is_some_and(|t| document.any(t, price)) {
        return true;
    }
    if document.tag(cue.1 + 1) != Tag::VerbIng || document.any(cue.1 + 1, OFFENCES) {
        return false;
    }
    let subject = (sentence.start..cue.0).rev().take(6).find(|&t| document.tag(t).is_noun());
    subject.is_some_and(|t| {
        lexicon::has(document.tokens.get(t), Class::BodyNoun)
            || document.any(t, words!("team" "panel" "unit" "group" "body" "watchdog" "force" "officials" "officers"))
    })
}
