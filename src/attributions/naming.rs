//! How a source is named: the parts of its noun phrase, its proper name, its common noun, what it
//! belongs to. Reads one phrase; does not know who spoke before.

use super::quantities;
use crate::attributions::reader::Range;
use crate::lexicon::{self, Class, Classes, bits};
use crate::text::{Document, Kind, Tag, hash_word};
use crate::words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Determiner {
    None,
    Definite,
    Indefinite,
    /// his, their; or a possessor before the noun
    Possessive,
    /// two, several, some, many
    Counted,
}

/// A source's phrase taken apart. All ranges are tokens, both ends included.
#[derive(Clone, Debug)]
pub struct Naming {
    /// The noun phrase proper, without determiner, possessor, and what hangs on it to the right.
    pub core: Range,
    pub determiner: Determiner,
    /// "the country" in "the country's official media".
    pub possessor: Option<Range>,
    /// "of the club" in "the secretary of the club".
    pub tail: Option<Range>,
    /// What stands between commas, dashes or brackets after it.
    pub asides: Vec<Range>,
    /// A proper name inside the core, at its end.
    pub name: Option<Range>,
    /// The common noun that heads or introduces the name: "analyst" in "senior analyst Hong Min".
    pub noun: Option<usize>,
    pub plural: bool,
    /// "X and Y"
    pub joined: bool,
}

pub const PERSONS: Classes = bits(&[
    Class::OfficialNoun,
    Class::ExecutiveNoun,
    Class::ExpertNoun,
    Class::WitnessNoun,
    Class::Kinship,
    Class::PersonNoun,
    Class::AnonymousNoun,
]);
pub const GROUPS: Classes = bits(&[Class::BodyNoun, Class::OrganisationNoun, Class::MediaNoun]);

/// The classes of a noun, whatever its number; whether it is a plural.
pub fn noun(document: &Document, token: usize) -> (Classes, bool) {
    let Some(t) = document.tokens.get(token) else { return (0, false) };
    // the pronoun, not the World Health Organization
    if t.kind == Kind::Lower && document.is(token, "who") {
        return (0, false);
    }
    let mut classes = lexicon::classes(t.hash);
    let word = document.word(token);
    if classes == 0 && t.kind == Kind::Upper && word.contains('.') {
        // "I.R.S." as "IRS"
        classes = lexicon::classes(hash_word(&word.replace('.', "")));
    }
    // "ornithologists", whatever the list holds
    if classes == 0 && matches!(t.tag, Tag::Noun | Tag::NounPlural) {
        let one = word.ends_with("ologist");
        if one || word.ends_with("ologists") {
            return (Class::ExpertNoun.bit(), !one);
        }
    }
    if irregular_plural(document, token) {
        return (classes, true);
    }
    if !word.ends_with(['s', 'S']) || word.len() < 4 || word.ends_with("us") {
        return (classes, t.tag == Tag::NounPlural && t.kind == Kind::Lower);
    }
    let stem = |cut: usize, add: &str| {
        let stem = word.get(..word.len() - cut).unwrap_or("");
        if add.is_empty() {
            lexicon::classes(hash_word(stem))
        } else {
            lexicon::classes(hash_word(&format!("{stem}{add}")))
        }
    };
    let mut singular = stem(1, "");
    if singular == 0 && word.ends_with("ies") {
        singular = stem(3, "y");
    }
    if singular == 0 && word.ends_with("es") {
        singular = stem(2, "");
    }
    match (singular, classes) {
        (0, 0) if classes == 0 => (0, t.tag == Tag::NounPlural || (t.kind == Kind::Lower && !word.ends_with("ss"))),
        (0, _) => (classes, document.any(token, words!("forces" "authorities" "marines" "services" "commons" "lords"))),
        _ => (singular | classes, true),
    }
}

fn irregular_plural(document: &Document, token: usize) -> bool {
    document.any(token, words!("people" "men" "women" "children" "police" "spokespeople" "spokespersons" "policemen" "congressmen"
        "statesmen" "servicemen" "fishermen" "firemen" "crewmen" "passersby" "newspeople" "locals" "youths" "elites" "insiders"
        "communities" "others" "many" "some" "most" "few" "several" "both" "all" "media" "authorities" "sides"
        "republicans" "democrats" "conservatives" "rebels"))
}

/// Words that end the noun phrase proper.
fn ends_core(document: &Document, token: usize) -> bool {
    let glued = |t: usize| document.tokens.get(t).is_some_and(|t| t.glued);
    if document.tokens.get(token).is_some_and(|t| t.is_capital()) || (glued(token) && glued(token + 1)) {
        return false;
    }
    if document.any(
        token,
        words!("of" "for" "at" "in" "on" "from" "with" "to" "by" "near" "inside" "outside" "within" "who" "whom"
        "whose" "which" "that" "based" "named" "known" "called" "identified" "quoted" "speaking" "living" "working"
        "where" "when" "including" "representing" "studying" "attending" "across" "around" "along" "among" "over" "about"
        "against" "under" "during" "after" "before" "behind" "aboard" "between" "via" "into" "there" "here" "as"
        "involved" "briefed" "present" "aware" "opposed" "loyal" "involving" "who've" "acting" "like" "such" "close"
        "familiar" "responsible" "affiliated" "linked" "aligned" "trained" "backed" "led" "run"),
    ) {
        // "a Taliban-backed group", "close aides", "the acting president": before a noun they describe it
        let before_noun = document.any(token, words!("close" "present" "acting" "known" "led" "run" "based" "backed" "working" "living" "responsible" "loyal" "trained"))
            && !document.any(token + 1, words!("to" "at" "in" "of" "with" "by" "on" "for" "as"))
            && document.tokens.get(token + 1).is_some_and(|t| t.is_word());
        return !before_noun;
    }
    document.tag(token) == Tag::Adp && !glued(token)
}

/// A verb that a phrase without a relative pronoun runs into: "several people they have asked".
fn runs_into_clause(document: &Document, token: usize) -> bool {
    let lower = document.tokens.get(token).is_some_and(|t| t.kind == Kind::Lower && !t.glued);
    // "a letter seen by", "figures to be published": a participle after its noun
    let participle = matches!(document.tag(token), Tag::VerbPart | Tag::VerbPast | Tag::VerbIng)
        && token.checked_sub(1).is_some_and(|t| document.tag(t).is_noun())
        && (!document.tag(token + 1).is_noun() || crate::chunks::is_time(document, token + 1));
    lower && (participle || matches!(document.tag(token), Tag::Aux | Tag::Modal | Tag::Pron))
}

fn is_break(document: &Document, token: usize) -> bool {
    matches!(document.word(token), "," | "—" | "–" | "--" | "(" | ")" | "―" | ";" | ":" | "[" | "]")
}

/// Particles of names: lower-case words inside a proper name.
fn is_particle(document: &Document, token: usize) -> bool {
    document.any(token, words!("de" "da" "dos" "del" "della" "di" "du" "van" "von" "der" "den" "ter" "bin" "bint" "ibn" "al" "el" "ben" "la" "le" "af" "zu" "ul" "abu"))
}

/// Takes a source's phrase apart.
pub fn read(document: &Document, range: Range) -> Naming {
    let (mut first, last) = range;
    let mut last = last;
    // "Stumpf's repeated emphasis": the owner without the mark
    if first < last && document.any(last, words!("'s" "'")) {
        last -= 1;
    }
    // quotation marks and a leading "and" are no part of a name
    while first < last && document.tokens.get(first).is_some_and(|t| !t.is_word()) {
        first += 1;
    }
    let main_end = (first..=last).find(|&t| is_break(document, t)).map_or(last, |t| t.saturating_sub(1)).max(first);
    let mut naming = read_segment(document, (first, main_end));
    let mut start = main_end + 1;
    while start <= last {
        while start <= last && document.tokens.get(start).is_none_or(|t| !t.is_word()) {
            start += 1;
        }
        let end = (start..=last).find(|&t| is_break(document, t)).map_or(last, |t| t - 1);
        if start <= end {
            naming.asides.push((start, end));
        }
        start = end + 1;
    }
    naming
}

/// Takes one comma-free piece of a source apart.
pub fn read_segment(document: &Document, (first, last): Range) -> Naming {
    let mut determiner = Determiner::None;
    let mut start = first;
    // "he and the president agreed": what is known of them is known of the other
    if last > first + 1 && document.any(first, words!("he" "she" "they" "i" "we")) && document.is(first + 1, "and") {
        start = first + 2;
    }
    // "one" in "one-sentence" is no determiner
    while start < last && !document.is(start + 1, "-") {
        let next = if document.any(start, words!("the" "this" "that" "these" "those")) {
            Determiner::Definite
        } else if document.any(start, words!("a" "an" "another" "one")) {
            Determiner::Indefinite
        } else if document.any(start, words!("his" "her" "their" "its" "my" "our" "your")) {
            Determiner::Possessive
        } else if document.any(start, words!("some" "many" "several" "few" "most" "all" "both" "other" "two" "three" "four" "five" "six" "more" "multiple" "various" "numerous" "certain" "dozens" "hundreds"))
        {
            Determiner::Counted
        } else {
            break;
        };
        if matches!(determiner, Determiner::None | Determiner::Counted) {
            determiner = next;
        }
        start += 1;
        // "one of the men", "some of them"
        if next == Determiner::Counted && document.is(start, "of") && start < last {
            start += 1;
        }
    }
    // who is counted speaks: "a handful of party leaders"; a group is one where its people are not named
    if let Some((at, only)) = quantities::counted(document, start, last) {
        let inner = read_segment(document, (at, last));
        if only || inner.plural && inner.name.is_none() {
            return Naming { determiner: Determiner::Counted, ..inner };
        }
    }
    let mut joined = false;
    let mut end = start;
    for t in start..=last {
        if t > start && document.any(t, words!("and" "or" "&")) && document.tokens.get(t).is_some_and(|k| !k.glued) {
            joined |= document.is(t, "and");
            // "the Russian and Syrian ministries" goes on; "Smith and his wife" does not
            let (classes, _) = noun(document, t - 1);
            let adjective = document.tag(t - 1).is_adj();
            let all_capital = document.tokens.get(t - 1).is_some_and(|k| k.is_capital())
                && document.tokens.get(t + 1).is_some_and(|k| k.is_capital());
            let institution = all_capital && (start..=last).any(|k| k > t && noun(document, k).0 & GROUPS != 0);
            // "security and judicial sources", "army and police officers": two words describe one noun
            let describes = determiner != Determiner::Definite
                && t - start == 1
                && document.tag(t - 1) == Tag::Noun
                && (t + 2..=last.min(t + 3)).any(|k| {
                    let (classes, plural) = noun(document, k);
                    plural && classes & PERSONS != 0 && document.tokens.get(k).is_some_and(|w| w.kind == Kind::Lower)
                });
            // "academic and professor Ada Lind": one of two callings
            let callings = classes & PERSONS != 0
                && noun(document, t + 1).0 & PERSONS != 0
                && document.tokens.get(t + 1).is_some_and(|k| k.kind == Kind::Lower)
                && t + 2 <= last
                && document.tag(t + 2) == Tag::Propn;
            if !callings && (!(adjective || institution || describes) || classes & PERSONS != 0) {
                break;
            }
        } else if t > start && (ends_core(document, t) || runs_into_clause(document, t)) {
            break;
        }
        end = t;
    }
    let mut core = (start, end);
    let mut possessor = None;
    // the last possessive mark inside the core parts owner and owned
    if let Some(mark) = (start + 1..end).rev().find(|&t| document.any(t, words!("'s" "'")) && t > start) {
        possessor = Some((start, mark - 1));
        core = (mark + 1, end);
        determiner = Determiner::Possessive;
    }
    let mut tail = (end < last).then_some((end + 1, last));
    if let Some(noun) = tail.and_then(|tail| bearer_at_end(document, (start, end), tail)) {
        possessor = Some((start, noun - 1));
        core = (noun, last);
        determiner = Determiner::Possessive;
        tail = None;
    }
    let mut naming =
        Naming { core, determiner, possessor, tail, asides: Vec::new(), name: None, noun: None, plural: false, joined };
    name_and_noun(document, &mut naming);
    naming
}

/// "the Center for Food Safety director", "Center for Civil Rights legal director Baher Azmi": what somebody is at a
/// group with "for" or "of" in its name.
fn bearer_at_end(document: &Document, core: Range, tail: Range) -> Option<usize> {
    let capital = |t: usize| document.tokens.get(t).is_some_and(|k| k.is_capital());
    let group = capital(core.1) && noun(document, core.1).0 & GROUPS != 0
        || document.any(core.1, words!("center" "centre" "institute" "school" "university"));
    if !group || !document.any(tail.0, words!("for" "of")) || !capital(tail.0 + 1) {
        return None;
    }
    let name = (tail.0..=tail.1).rev().take_while(|&t| capital(t)).count();
    let bearer = tail.1.checked_sub(name).filter(|&t| t > tail.0 + 1 && (name == 0 || (2..5).contains(&name)))?;
    let lower = document.tokens.get(bearer).is_some_and(|t| t.kind == Kind::Lower);
    let before = (tail.0..bearer).rev().take(3).any(capital);
    let (classes, plural) = noun(document, bearer);
    (lower && before && !plural && classes & PERSONS != 0 && classes & GROUPS == 0).then_some(bearer)
}

fn name_and_noun(document: &Document, naming: &mut Naming) {
    let (first, last) = naming.core;
    let capital = |t: usize| document.tokens.get(t).is_some_and(|k| k.is_capital());
    let opens_sentence = |t: usize| {
        document.sentences.get(document.sentence_of(t)).is_some_and(|s| {
            s.start == t || (s.start + 1 == t && document.tokens.get(s.start).is_some_and(|k| !k.is_word()))
        })
    };
    let (classes, plural) = noun(document, last);
    let lower = document.tokens.get(last).is_none_or(|t| t.kind == Kind::Lower || t.kind == Kind::Number)
        && !(last >= first + 3 && ends_given_name(document, last));
    // a capital that only opens the sentence, or an office or body written large: "the Ministry"
    let single = first == last;
    // nouns that are always written large: "state TV", "an opposition MP"
    let acronym = document.any(last, words!("tv" "ngo" "ngos" "mp" "mps" "pm" "ceo" "cfo" "dj"))
        && (single
            || !capital(last - 1)
            || document.tag(last - 1).is_adj()
            || opens_sentence(last - 1) && document.any(last - 1, words!("state" "local")));
    let common = lower
        || acronym
        || document.is(last, "%")
        || (single && classes != 0 && !is_upper_name(document, last))
        || (single && opens_sentence(last) && matches!(document.tag(last), Tag::NounPlural | Tag::Pron | Tag::Num))
        || (opens_sentence(first) && first + 1 == last && classes != 0 && plural && document.tag(first).is_adj());
    naming.plural = plural;
    // "the regiment's Commanding Officer": an office written large, and nobody's name
    let office = !single
        && document.any(last, words!("officer" "president" "minister" "director" "secretary" "chairman" "chairwoman" "spokesman" "spokeswoman"
            "spokesperson" "commander" "commissioner" "governor" "ambassador" "manager" "coordinator" "superintendent" "executive"));
    if common || office {
        // "her brother-in-law": the brother, not the law
        let in_law =
            last >= first + 4 && document.are(last - 3, &["-", "in", "-"]) && document.any(last, words!("law" "laws"));
        naming.noun = Some(if in_law { last - 4 } else { last });
        return;
    }
    // the run of capitals that ends the core
    let mut start = last;
    while start > first {
        let before = start - 1;
        let joins = capital(before)
            || (is_particle(document, before)
                && (before == first || capital(before - 1) || is_particle(document, before - 1)))
            || (document.any(before, words!("-" "&" "." "/" "'"))
                && document.tokens.get(start).is_some_and(|t| t.glued))
            || (document.any(before, words!("for" "of" "and"))
                && before > first
                && capital(before - 1)
                && noun(document, before - 1).0 & GROUPS != 0);
        if !joins {
            break;
        }
        start = before;
    }
    while start < last && !document.tokens.get(start).is_some_and(|t| t.is_word()) {
        start += 1;
    }
    // titles written large before the name
    let mut name = start;
    for t in start..last {
        let classes = lexicon::classes(document.tokens.get(t).map_or(0, |k| k.hash));
        let title = classes & (PERSONS | Class::Honorific.bit()) != 0 && capital(t + 1) && classes & GROUPS == 0;
        if title {
            name = t + 1;
            if classes & Class::Honorific.bit() == 0 {
                naming.noun = Some(t);
            }
        }
    }
    naming.name = Some((name, last));
    naming.plural = false;
    if naming.noun.is_none() && start > first {
        // the last lower-case word before the name describes it
        let lower = |t: usize| document.tokens.get(t).is_some_and(|k| k.kind == Kind::Lower);
        naming.noun = (first..start).rev().find(|&t| lower(t)).map(|t| {
            // "editor-in-chief": the editor, not the chief
            if t >= first + 4 && document.are(t - 2, &["in", "-", "chief"]) && document.is(t - 3, "-") {
                t - 4
            } else {
                t
            }
        });
    }
}

/// Whether a small word after a hyphen ends a given name: "Yang Moo-jin", not "Paris-based".
pub fn ends_given_name(document: &Document, token: usize) -> bool {
    let small = |t: usize| document.tokens.get(t).is_some_and(|k| k.kind == Kind::Lower && k.glued);
    let capital = |t: usize| document.tokens.get(t).is_some_and(|k| k.is_capital());
    token >= 3
        && small(token)
        && document.is(token - 1, "-")
        && capital(token - 2)
        && capital(token - 3)
        && document.word(token).len() <= 6
        && !document.any(token, words!("based" "led" "born" "elect" "style" "era" "wide" "like" "run" "owned" "held" "area" "made" "only" "free" "old" "year"
            "day" "mile" "plus" "turned" "type" "bound" "law" "in" "up" "on" "off" "to" "of" "backed" "built" "funded" "linked" "born" "line" "side"))
}

/// A word in capitals that is a name by itself: "WHO", "IS", "MSF".
fn is_upper_name(document: &Document, token: usize) -> bool {
    document.tokens.get(token).is_some_and(|t| t.kind == Kind::Upper)
        && document.word(token).len() <= 6
        && noun(document, token).0 & PERSONS == 0
        && document.tokens.get(token + 1).is_none_or(|t| t.kind != Kind::Upper)
}
