//! The statement a cue covers: a noun phrase, the rest of a clause, a clause, or what came before.
//! Reads commas, conjunctions and parts of speech around the cue; never leaves the sentence but for
//! "That could not be verified", which speaks of the sentence before.

use super::edges::{clause_start, comma_goes_on, is_dash, is_quote_mark, joins, own_clause, stops};
use super::ends::{is_finite, main_verb, to_main_verb, to_time};
use super::patterns::Reach;
use crate::chunks;
use crate::text::{Document, Kind, Sentence, Tag, Words};
use crate::words;

/// The scope of a cue, tokens first and last; the cue itself where nothing else can be found.
pub fn scope(
    document: &Document,
    sentence: &Sentence,
    reach: Reach,
    cue: (usize, usize),
    end: usize,
) -> (usize, usize) {
    if let Some(charge) = charge_before(document, sentence, cue) {
        return charge;
    }
    let found = match reach {
        Reach::Noun => noun_after(document, sentence, cue.1 + 1),
        // "We could not verify it": what the sentence before says
        Reach::After if document.is(cue.1, "charges") && document.is(cue.1 + 1, "against") => None,
        Reach::After => after(document, sentence, included(document, sentence, cue.1).unwrap_or(end + 1))
            .map(|range| to_time(document, sentence, cue, to_main_verb(document, sentence, cue, range)))
            .and_then(|(first, last)| {
                let last =
                    main_verb(document, sentence, cue).filter(|&t| t > first && t <= last).map_or(last, |t| t - 1);
                let points = first == last && document.any(first, words!("it" "this" "that" "them" "these" "those"));
                if points { sentence_before(document, sentence) } else { Some((first, last)) }
            })
            // "He had been evicted, court records show."
            .or_else(|| {
                cue.0
                    .checked_sub(1)
                    .filter(|&t| document.is(t, ","))
                    .and_then(|_| all_before(document, sentence, cue.0))
            }),
        Reach::Object => after(document, sentence, cue.1 + 1),
        Reach::Clause => clause(document, sentence, cue),
        // "repeated, without offering any proof, that agitators had lit it": the statement comes after
        Reach::Before if document.any(cue.1 + 1, words!("that" "whether" "if" "how" "why" "what" "who")) => {
            after(document, sentence, cue.1 + 1)
        }
        Reach::Before if that_follows(document, cue.1 + 1) => after(document, sentence, cue.1 + 1),
        // "offered no evidence for his assertion that …", "Citing no evidence, she told them that …"
        Reach::Before => match statement_behind(document, sentence, cue) {
            Some(first) => after(document, sentence, first),
            None => summed_up(document, sentence, cue.0).or_else(|| before(document, sentence, cue.0)),
        },
    };
    // "He was sentenced to life in prison", "She pressed charges against two men"
    let sentenced = words!("sentenced" "jailed" "convicted" "indicted" "arraigned");
    let against = document.is(cue.1, "charges") && document.is(cue.1 + 1, "against");
    let legal = reach == Reach::After && (against || (cue.0..=cue.1).any(|t| document.any(t, sentenced)));
    let whole = || clause(document, sentence, cue).filter(|&(first, _)| legal && !is_finite(document, first));
    found.or_else(whole).unwrap_or(cue)
}

/// "a rape allegation", "corruption allegations", "theft suspect": the charge stands before its noun.
fn charge_before(document: &Document, sentence: &Sentence, cue: (usize, usize)) -> Option<(usize, usize)> {
    let noun = document.any(cue.1, words!("allegation" "allegations" "accusation" "accusations" "suspect" "suspects"));
    let last = cue.0.checked_sub(1).filter(|&t| noun && cue.0 == cue.1 && t >= sentence.start)?;
    // nouns that taggers take for adjectives here
    let crimes = words!("bribery" "rape" "abuse" "fraud" "corruption" "assault" "doping" "torture" "misconduct" "spying" "harassment" "murder");
    let lower = |t: usize| t == sentence.start || document.tokens[t].kind == Kind::Lower;
    let charge = |t: usize| (document.tag(t) == Tag::Noun || document.any(t, crimes)) && lower(t);
    if !charge(last) || document.any(cue.1 + 1, words!("of" "that")) {
        return None;
    }
    let mut first = last;
    while first > sentence.start {
        let joined = document.any(first - 1, words!("and" "or")) && first >= sentence.start + 2 && charge(first - 2);
        first -= match () {
            _ if charge(first - 1) => 1,
            _ if joined => 2,
            _ => break,
        };
    }
    Some((first, last))
}

/// "faces 18 charges in the north, including conspiring to hack": what a list of charges names, behind how many
/// there are and where.
fn included(document: &Document, sentence: &Sentence, cue: usize) -> Option<usize> {
    let counted = document.any(cue, words!("charges" "counts" "offences" "offenses"));
    // "faces charges including theft"
    if counted && document.is(cue + 1, "including") {
        return Some(cue + 2);
    }
    let comma = (cue + 1..sentence.end.min(cue + 8)).find(|&t| document.is(t, ","))?;
    (counted && document.is(comma + 1, "including")).then_some(comma + 2)
}

/// The statement that lacks evidence, where it stands behind the words that say so.
fn statement_behind(document: &Document, sentence: &Sentence, cue: (usize, usize)) -> Option<usize> {
    let fronted = cue.0 == sentence.start && document.is(cue.1 + 1, ",");
    let names = document.any(cue.1 + 1, words!("for" "of" "to")) && !document.any(cue.1 + 2, words!("a" "any"));
    if !fronted && !names {
        return None;
    }
    let end = sentence.end.min(cue.1 + if fronted { 20 } else { 9 });
    let that = (cue.1 + 2..end).find(|&t| document.is(t, "that") && document.tag(t + 1) != Tag::Punct);
    let own = that.map(|t| t + 1).or_else(|| {
        let said = (cue.1 + 2..end).find(|&t| document.any(t, words!("said" "claimed" "insisted" "alleged")));
        said.filter(|_| fronted).map(|t| t + 1)
    });
    own.or(fronted.then_some(cue.1 + 2))
}

/// ", that …" after a cue that stands inside a clause.
fn that_follows(document: &Document, at: usize) -> bool {
    document.is(at, ",") && document.is(at + 1, "that") && document.tag(at + 1) == Tag::Sconj
}

/// "…, a claim that could not be verified": what the noun sums up, before its comma.
fn summed_up(document: &Document, sentence: &Sentence, cue: usize) -> Option<(usize, usize)> {
    let that = cue.checked_sub(1).filter(|&t| document.any(t, words!("that" "which")))?;
    let noun = that.checked_sub(1)?;
    let said = words!("claim" "claims" "report" "reports" "assertion" "allegation" "allegations" "account" "figure" "figures" "version" "statement" "boast" "toll");
    let comma = (sentence.start..noun).rev().take(4).find(|&t| document.is(t, ","))?;
    if !document.any(noun, said)
        || !document.any(comma + 1, words!("a" "an" "claims" "reports" "allegations" "figures"))
    {
        return None;
    }
    let last = comma.checked_sub(1).filter(|&t| t > sentence.start)?;
    let first = (sentence.start..last).rev().find(|&t| stops(document, t)).map_or(sentence.start, |t| t + 1);
    // of reported words, what was said and not who said it
    let said = (first..last).find(|&t| {
        document.any(t, words!("said" "says" "claimed" "claims" "insisted" "asserted" "alleged"))
            && document.tag(t).is_verb()
    });
    let first = said.map_or(first, |t| t + 1 + usize::from(document.is(t + 1, "that")));
    (first <= last).then_some((first, last))
}

/// The rest of the clause from `first`: to a stop, or to a comma that no list goes on after.
fn after(document: &Document, sentence: &Sentence, first: usize) -> Option<(usize, usize)> {
    let first = if document.is(first, ",") { first + 1 } else { first };
    let mut at = first;
    while at < sentence.end {
        // "850 hp (633 kW)"
        let close = || (at + 1..sentence.end.min(at + 10)).find(|&t| document.is(t, ")"));
        if document.is(at, "(")
            && at > first
            && let Some(close) = close()
            // a credit in brackets, and a sentence behind it
            && !document.tokens.get(close + 1).is_some_and(|t| t.is_capital())
        {
            at = close + 1;
            continue;
        }
        if stops(document, at) && !is_quote_mark(document, at) {
            break;
        }
        if document.is(at, ",") && !comma_goes_on(document, sentence, at) {
            break;
        }
        // "and say they …": another verb of the sentence's subject; "but officials have kept": another subject
        let other = document.is(at, "but") && own_clause(document, sentence, at + 1);
        // … "and say they are patient", whose verb reads like its base form
        let says =
            document.any(at + 1, words!("say" "claim" "argue" "insist")) && own_clause(document, sentence, at + 2);
        // "the murder of a vet and released on bail"
        let passive = document.tag(at - 1).is_noun()
            && document.tag(at + 1) == Tag::VerbPart
            && !document.tag(at + 2).is_noun()
            && !document.tag(at + 2).is_adj();
        let finite = document.tag(at + 1).is_finite();
        if at > first && document.tag(at) == Tag::Cconj && (finite || other || says || passive) {
            break;
        }
        at += 1;
    }
    (at > first).then(|| (first, at - 1))
}

/// The noun phrase from `first`, with the of-, for- and in-phrases that hang on it.
fn noun_after(document: &Document, sentence: &Sentence, first: usize) -> Option<(usize, usize)> {
    let mut at = first;
    while at < sentence.end {
        let token = document.tokens.get(at)?;
        if token.kind == Kind::Punct && !(token.glued && document.is(at, "-")) {
            break;
        }
        let verb = document.tag(at).is_finite() || document.tag(at) == Tag::Aux;
        // "her unsubstantiated claim that the clinic had": what is claimed
        let claim = words!("claim" "claims" "allegation" "allegations" "assertion" "report" "reports" "rumour" "rumours" "rumor" "rumors" "suggestion" "suggestions" "theory" "theories");
        if at > first && document.is(at, "that") && document.any(at - 1, claim) {
            return after(document, sentence, at + 1);
        }
        // "unconfirmed reports on Tuesday of a blast": when, and on it goes
        if at > first && document.any(at, words!("on" "late" "early" "last")) && chunks::is_time(document, at + 1) {
            at += 2;
            while chunks::is_time(document, at) {
                at += 1;
            }
            continue;
        }
        // "alleged transfer of drones to the army", "alleged attempt to bribe"
        let goes_on = document.is(at, "to") && (first..at).any(|t| document.any(t, TOWARDS));
        // "military and diplomatic papers"
        let pair =
            document.is(at, "and") && at > first && document.tag(at - 1).is_adj() && document.tag(at + 1).is_adj();
        if at > first && !goes_on && !pair && (verb || joins(document, at) || closes_phrase(document, at)) {
            break;
        }
        at += 1;
    }
    (at > first).then(|| (first, at - 1))
}

/// Actions that go to somebody, or are meant to do something.
const TOWARDS: &Words = words!("transfer" "transfers" "sale" "sales" "shipment" "shipments" "delivery" "deliveries" "supply" "supplies" "export" "exports" "payment"
    "payments" "donation" "donations" "gift" "gifts" "link" "links" "tie" "ties" "threat" "threats" "attempt" "attempts" "plot" "plots" "plan" "plans"
    "effort" "efforts" "bid" "conspiracy" "contribution" "contributions" "support" "damage" "leak" "leaks");

/// Words after which a noun phrase is over.
fn closes_phrase(document: &Document, at: usize) -> bool {
    document.any(
        at,
        words!("is" "are" "was" "were" "has" "have" "had" "will" "would" "can" "could" "may" "might" "on" "after" "before" "during" "said" "says" "to" "and"),
    )
}

/// Where the clause of a cue begins; its subject may stand before an aside or a relative clause.
fn subject_start(document: &Document, sentence: &Sentence, cue: usize) -> usize {
    let first = clause_start(document, sentence, cue);
    let Some(mark) = first.checked_sub(1).filter(|&t| t > sentence.start) else { return first };
    // "A mill, Harbour Looms, has reportedly sold", "The boy - who is in care - is thought to have"
    if is_finite(document, first) && (document.is(mark, ",") || is_dash(document, mark)) {
        let open = (sentence.start + 1..mark).rev().find(|&t| document.word(t) == document.word(mark));
        let whole = open.filter(|&t| document.tag(t - 1).is_noun() || is_dash(document, t));
        return whole.map_or(first, |open| clause_start(document, sentence, open));
    }
    // "A firm which makes soap in Oslo is believed to be": the clause of "which" is over before the second verb
    let breaks = |t: usize| !document.tokens[t].is_word() || document.tag(t) == Tag::Cconj || is_finite(document, t);
    let verb = (first..=cue).rev().find(|&t| is_finite(document, t));
    let own = verb.and_then(|verb| (first..verb - 1).rev().find(|&t| breaks(t)));
    let over = own.is_some_and(|own| is_finite(document, own) && !(first..own).any(breaks));
    let relative = document.any(mark, words!("who" "which" "that")) && document.tag(mark - 1).is_noun();
    if relative && over { clause_start(document, sentence, mark) } else { first }
}

/// The clause around the cue, from a comma, stop or conjunction to the next.
fn clause(document: &Document, sentence: &Sentence, cue: (usize, usize)) -> Option<(usize, usize)> {
    let mut first = subject_start(document, sentence, cue.0);
    // "That is what the firm is alleged to have done"
    let asked = |&t: &usize| document.any(t, words!("what" "how")) && own_clause(document, sentence, t + 1);
    first = (first..cue.0).rev().find(asked).map_or(first, |t| t + 1);
    // "is known to the boys and is believed to be away": the second of two verbs
    let verb = |t: usize| is_finite(document, t);
    let second =
        |&t: &usize| document.any(t, words!("and" "but")) && (t + 1 == cue.0 || verb(t + 1)) && (first..t).any(verb);
    if let Some(and) = (first..cue.0).rev().find(second) {
        first = and + 1;
    }
    // "She said the boat reportedly sank": who said so is no part of it
    let said = words!("said" "says" "added" "adds" "claimed" "claims" "insisted" "insists" "argued" "argues" "noted" "notes" "warned" "warns" "believes" "believed" "thinks" "thought");
    let report = |&t: &usize| document.any(t, said) && document.tag(t).is_finite() && document.tag(t + 1) != Tag::Punct;
    if let Some(verb) = (first..cue.0.saturating_sub(1)).rev().find(report) {
        first = verb + 1;
    }
    while first < cue.0 && matches!(document.tag(first), Tag::Adp | Tag::Cconj | Tag::Sconj) {
        first += 1;
    }
    let last = after(document, sentence, cue.1 + 1).map_or(cue.1, |range| range.1);
    // "one said to be a spy and he met them": another subject
    let another = |&t: &usize| document.is(t, "and") && document.tag(t + 1) == Tag::Pron && is_finite(document, t + 2);
    let last = (cue.1 + 1..last).find(another).map_or(last, |t| t - 1);
    Some((first, last))
}

/// All of the sentence before a cue at its end: "Reed was arrested on May 21, 2015, the same day, court papers show".
fn all_before(document: &Document, sentence: &Sentence, cue: usize) -> Option<(usize, usize)> {
    let last = cue.checked_sub(2).filter(|&t| t >= sentence.start)?;
    let clause = |t: usize| {
        document.is(t, ",") && document.any(t + 1, words!("and" "but")) && own_clause(document, sentence, t + 2)
    };
    let first = (sentence.start..last).rev().find(|&t| stops(document, t) || clause(t));
    let first = first.map_or(sentence.start, |t| if document.is(t, ",") { t + 2 } else { t + 1 });
    (first <= last).then_some((first, last))
}

/// What a cue that follows its statement speaks of: the noun before ", which could not …", the
/// subject, or the clause before the comma; the sentence before for a bare pronoun.
fn before(document: &Document, sentence: &Sentence, cue: usize) -> Option<(usize, usize)> {
    let mut last = cue.checked_sub(1).filter(|&t| t >= sentence.start);
    while let Some(at) = last {
        let skip = document.is(at, ",")
            || document.tag(at) == Tag::Aux
            || document.any(at, words!("which" "that" "and" "but" "who" "has" "have" "had"));
        if !skip {
            break;
        }
        last = at.checked_sub(1).filter(|&t| t >= sentence.start);
    }
    let Some(last) = last else { return sentence_before(document, sentence) };
    let mut first = last;
    while first > sentence.start && !stops(document, first - 1) && !document.is(first - 1, ",") {
        first -= 1;
    }
    // ", which could not …", ", widely blamed on": the noun before the comma
    let aside = document.is(last + 1, ",")
        && !document.any(last + 2, words!("without" "but" "and" "offering" "citing" "a" "an"));
    if aside && let Some(start) = chunks::noun_phrase_start(document, first, last) {
        first = start;
        // "photographs of the launch, which could not …"
        while let Some(of) = first.checked_sub(1).filter(|&t| t > sentence.start && document.is(t, "of")) {
            let Some(start) = chunks::noun_phrase_start(document, sentence.start, of - 1) else { break };
            first = start;
        }
    }
    let pronoun = first == last && document.any(first, words!("it" "this" "that" "they" "these" "those"));
    if pronoun {
        return sentence_before(document, sentence);
    }
    Some((first, last))
}

fn sentence_before(document: &Document, sentence: &Sentence) -> Option<(usize, usize)> {
    let index = document.sentence_of(sentence.start).checked_sub(1)?;
    let previous = document.sentences.get(index)?;
    (previous.end > previous.start).then(|| (previous.start, previous.end - 1))
}
