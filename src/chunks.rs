//! Verb groups and noun phrases of a sentence, from parts of speech.
//! A finite-state reading, not a parse: it says where a phrase begins and ends, never what it means.

use crate::lexicon::{self, Class};
use crate::text::{Document, Kind, Sentence, Tag, Words};
use crate::words;

/// How the verb group stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    Finite,
    Infinitive,
    Gerund,
    /// A bare past participle ("the men seen there").
    Participle,
}

/// Auxiliaries, negation, adverbs and verb: "has not yet been asked to say". Token indices.
#[derive(Clone, Copy, Debug)]
pub struct VerbGroup {
    pub first: usize,
    pub last: usize,
    pub head: usize,
    pub form: VerbForm,
    pub passive: bool,
    pub negated: bool,
    /// "refused to say", "declined to comment": the head stands under a verb of not speaking.
    pub refused: bool,
}

/// Verbs under which another verb keeps its subject and its complements: "went on to say".
const CATENATIVE: &Words = words!("continue" "continues" "continued" "began" "begin" "begins" "start" "started" "went" "goes" "go" "failed" "fails" "hesitated" "proceeded" "refused" "refuses" "refuse" "declined" "declines" "decline" "refusing" "declining" "continuing" "tended" "tends" "used" "tries" "tried" "try" "trying" "rushed" "came" "seem" "seems" "seemed" "appear" "appears" "appeared");

const REFUSING: &Words = words!("refused" "refuses" "refuse" "declined" "declines" "decline" "refusing" "declining");

fn is_be(document: &Document, token: usize) -> bool {
    document.any(token, words!("is" "are" "was" "were" "be" "been" "being" "am" "'s" "'re" "'m"))
}

/// The verb groups of a sentence, in order.
pub fn verb_groups(document: &Document, sentence: &Sentence, out: &mut Vec<VerbGroup>) {
    let mut i = sentence.start;
    while i < sentence.end {
        match verb_group(document, sentence, i) {
            Some(group) => {
                i = group.last + 1;
                out.push(group);
            }
            None => i += 1,
        }
    }
}

fn verb_group(document: &Document, sentence: &Sentence, start: usize) -> Option<VerbGroup> {
    let tag = document.tag(start);
    let opens_with_to = tag == Tag::Part && document.is(start, "to");
    if !(tag.is_verb() || matches!(tag, Tag::Aux | Tag::Modal | Tag::Adv) || opens_with_to) {
        return None;
    }
    if state_owned(document, start) {
        return None;
    }
    if tag == Tag::Adv && document.any(start, words!("when" "how" "why" "where" "whenever" "so")) {
        return None;
    }
    let mut i = start;
    let (mut be, mut have, mut modal, mut negated, mut finite) = (false, false, false, false, false);
    let mut head = None;
    let mut first_verbal = None;
    while i < sentence.end {
        match document.tag(i) {
            Tag::Modal => {
                modal = true;
                finite = true;
            }
            Tag::Aux => {
                be |= is_be(document, i);
                have |= document.any(i, words!("has" "have" "had" "'ve" "having"));
                finite |= !document.any(i, words!("be" "been" "being" "having"));
            }
            Tag::Adv => {
                // an adverb leads only straight into the verb it belongs to
                let next = document.tag(i + 1);
                let goes_on = i + 1 < sentence.end
                    && (next.is_verb()
                        || matches!(next, Tag::Aux | Tag::Modal | Tag::Adv)
                        || (next == Tag::Part && is_not(document, i + 1)));
                if !goes_on {
                    break;
                }
                negated |= document.any(i, words!("never"));
            }
            Tag::Part if is_not(document, i) && first_verbal.is_some() => negated = true,
            Tag::Part if i == start && opens_with_to => {
                if !(document.tag(i + 1) == Tag::VerbBase
                    || matches!(document.tag(i + 1), Tag::Aux | Tag::Adv)
                    || document.tag(i + 1).is_verb())
                {
                    return None;
                }
            }
            tag if tag.is_verb() => {
                head = Some(i);
                first_verbal.get_or_insert(i);
                break;
            }
            _ => break,
        }
        if matches!(document.tag(i), Tag::Aux | Tag::Modal) {
            first_verbal.get_or_insert(i);
        }
        i += 1;
    }
    let copula = || (start..i).rev().find(|&t| document.tag(t) == Tag::Aux || document.tag(t) == Tag::Modal);
    let mut head = head.or_else(copula)?;
    let head_tag = document.tag(head);
    let mut last = head;
    let mut refused = false;
    // "went on to say", "declined to comment"
    if document.any(head, CATENATIVE) {
        let mut to = head + 1;
        if document.is(to, "on") {
            to += 1;
        }
        if document.is(to, "to") && to + 1 < sentence.end {
            let verb = if document.tag(to + 1) == Tag::Adv { to + 2 } else { to + 1 };
            if document.tag(verb).is_verb() && verb < sentence.end {
                refused = document.any(head, REFUSING);
                head = verb;
                last = verb;
            }
        }
    }
    let form = if opens_with_to {
        VerbForm::Infinitive
    } else if modal || finite {
        VerbForm::Finite
    } else {
        match head_tag {
            Tag::VerbIng => VerbForm::Gerund,
            Tag::VerbPart if !have && head == last && !refused && first_verbal == Some(head) => VerbForm::Participle,
            // "sources close to her say": a plural subject before a bare verb
            Tag::VerbBase if start == head && start > sentence.start && plural_before(document, start - 1) => {
                VerbForm::Finite
            }
            Tag::VerbBase => VerbForm::Infinitive,
            _ => VerbForm::Finite,
        }
    };
    let passive = be && matches!(head_tag, Tag::VerbPart) && !refused || (be && head_tag == Tag::VerbPast);
    Some(VerbGroup { first: start, last, head, form, passive, negated, refused })
}

fn plural_before(document: &Document, token: usize) -> bool {
    matches!(document.tag(token), Tag::NounPlural | Tag::Propn | Tag::Noun | Tag::Num)
        || document.any(
            token,
            words!("they" "we" "i" "you" "who" "percent" "cent" "many" "most" "some" "few" "several" "others" "both"),
        )
}

fn is_not(document: &Document, token: usize) -> bool {
    document.any(token, words!("not" "n't"))
}

/// "state media", "state-run": a noun, though taggers take it for the verb.
fn state_owned(document: &Document, token: usize) -> bool {
    document.is(token, "state")
        && (document.any(
            token + 1,
            words!("media" "television" "tv" "news" "radio" "broadcaster" "department" "agency" "agencies"),
        ) || (document.word(token + 1) == "-" && document.tokens.get(token + 1).is_some_and(|t| t.glued)))
}

/// Words that may stand in a noun phrase before its head.
fn premodifier(document: &Document, token: usize) -> bool {
    if state_owned(document, token) {
        return true;
    }
    match document.tag(token) {
        Tag::Adj | Tag::AdjComparative | Tag::Num | Tag::Noun | Tag::NounPlural | Tag::Propn | Tag::Sym => true,
        Tag::Part => document.any(token, words!("'s" "'")),
        Tag::Punct => glues(document, token) || document.any(token, words!("$" "%" "&")),
        _ => false,
    }
}

/// A hyphen or slash between two words without spaces.
fn glues(document: &Document, token: usize) -> bool {
    let joined =
        document.tokens.get(token).is_some_and(|t| t.glued) && document.tokens.get(token + 1).is_some_and(|t| t.glued);
    joined && matches!(document.word(token), "-" | "/" | "–" | "‑")
}

/// The first token of the base noun phrase that ends at `last`, or None where none ends there.
pub fn noun_phrase_start(document: &Document, floor: usize, last: usize) -> Option<usize> {
    let tag = document.tag(last);
    if matches!(tag, Tag::Pron | Tag::PronPoss) {
        // "no one", "the president himself"
        let one = last > floor && document.is(last, "one") && document.tag(last - 1) == Tag::Det;
        return Some(if one { last - 1 } else { last });
    }
    let heads = tag.is_noun() || matches!(tag, Tag::Num | Tag::Sym | Tag::Det | Tag::X);
    let nominal_adjective =
        tag.is_adj() && last > floor && matches!(document.tag(last - 1), Tag::Det | Tag::PronPoss | Tag::Adj);
    if !heads && !nominal_adjective {
        return None;
    }
    let mut start = last;
    while start > floor {
        let previous = start - 1;
        let tag = document.tag(previous);
        let within = premodifier(document, previous)
            || (matches!(tag, Tag::VerbIng | Tag::VerbPart)
                && previous > floor
                && (matches!(document.tag(previous - 1), Tag::Det | Tag::PronPoss | Tag::Adj)
                    // "three leading doctors"
                    || tag == Tag::VerbIng && document.tag(previous - 1) == Tag::Num
                    || glues(document, previous - 1)))
            // a name that looks like a verb form: "Downing Street"
            || (tag == Tag::VerbIng && document.tag(start) == Tag::Propn && document.tokens.get(previous).is_some_and(|t| t.is_capital()))
            || (tag == Tag::Adv
                && document.tag(start).is_adj()
                && !document.any(previous, words!("where" "when" "how" "why" "while" "although" "though" "whenever" "so")))
            || (tag == Tag::Adv && glues(document, start))
            || (tag.is_verb() && glues(document, start))
            || (tag == Tag::Adp && (glues(document, start) || (previous > floor && glues(document, previous - 1))));
        if within {
            start = previous;
            continue;
        }
        // "current and former officials"
        if tag == Tag::Cconj && document.tag(start).is_adj() && previous > floor && document.tag(previous - 1).is_adj()
        {
            start = previous - 1;
            continue;
        }
        // "about three-quarters", "more than 40 officials"
        if document.tag(start) == Tag::Num
            && document.any(previous, words!("about" "nearly" "almost" "around" "roughly" "over" "than" "least"))
        {
            start = previous;
            if start > floor && document.any(start, words!("than" "least")) {
                start -= 1;
            }
            continue;
        }
        if matches!(tag, Tag::Det | Tag::PronPoss) {
            start = previous;
            // "all the king's men", "both his aides"
            while start > floor
                && (document.tag(start - 1) == Tag::Det
                    || (document.tag(start - 1) == Tag::Part && document.any(start - 1, words!("'s"))))
            {
                start -= 1;
                if document.tag(start) == Tag::Part {
                    return noun_phrase_start(document, floor, start.saturating_sub(1));
                }
            }
        }
        break;
    }
    // "at least nine": the tagger takes "least" for an adjective of the noun
    if start > floor && document.any(start, words!("least" "most")) && document.is(start - 1, "at") {
        start -= 1;
    }
    // a possessive or hyphen cannot begin a phrase
    while start < last && matches!(document.tag(start), Tag::Part | Tag::Punct) {
        start += 1;
    }
    Some(after_date(document, floor, start, last))
}

/// Where the phrase at `start` begins once a date before it is left out, which says when and is no part of it:
/// "In May laboratory tests showed", "On Monday night police said", "Last week two aides told".
fn after_date(document: &Document, floor: usize, start: usize, last: usize) -> usize {
    let d = document;
    let class = |t: usize, class: Class| lexicon::has(d.tokens.get(t), class) && d.tokens[t].is_capital();
    let digits = |t: usize| d.tokens.get(t).is_some_and(|token| token.kind == Kind::Number);
    let led = |by: &Words| start > floor && d.any(start - 1, by);
    let mut at = start;
    if class(start, Class::Weekday) && led(words!("on" "by" "since" "until" "late" "early")) {
        at += 1;
    } else if class(start, Class::Month)
        && start > floor
        && (d.tag(start - 1) == Tag::Adp || led(words!("late" "early" "mid")))
    {
        let dated = digits(start + 1) && (led(words!("on")) || d.word(start + 1).len() == 4);
        at += if dated { 2 } else { 1 };
    } else if digits(start) && class(start + 1, Class::Month) && led(words!("on" "by" "since" "until")) {
        at += 2;
    } else if d.any(start, words!("last" "this" "next")) && (start == floor || d.tag(start - 1) == Tag::Punct) {
        let unit = d.any(start + 1, words!("week" "weekend" "month" "year" "night" "morning" "afternoon" "evening"));
        if unit || class(start + 1, Class::Weekday) || class(start + 1, Class::Month) {
            at += 2;
        }
    }
    if at > start && at < last && d.any(at, words!("night" "morning" "afternoon" "evening")) {
        at += 1;
    }
    let opens = |t: usize| d.tag(t).is_noun() || d.tag(t).is_adj() || d.tag(t) == Tag::Num;
    if at <= last && opens(at) && !is_time(d, at) && !glues(d, at) { at } else { start }
}

/// The last token of the base noun phrase that begins at `first`, or None where none begins there.
pub fn noun_phrase_end(document: &Document, first: usize, ceiling: usize) -> Option<usize> {
    if first >= ceiling {
        return None;
    }
    let first = over_comparison(document, first);
    let mut i = first;
    match document.tag(i) {
        Tag::Pron => {
            return Some(i);
        }
        Tag::Det | Tag::PronPoss => {
            i += 1;
            while i < ceiling && document.tag(i) == Tag::Det {
                i += 1;
            }
            // "no one", "the other one"
            if document.is(i, "one") && document.tag(i) == Tag::Pron {
                return Some(i);
            }
        }
        _ => {}
    }
    // "most of the hours", "some of them"
    if i + 1 < ceiling && document.is(i + 1, "of") && document.any(i, PARTS) {
        return Some(i);
    }
    let mut head = None;
    while i < ceiling {
        let tag = document.tag(i);
        // "in one case five boys were held": no phrase of one
        let anew = tag == Tag::Num
            && i > first
            && document.any(i - 1, words!("case" "instance" "occasion" "incident"))
            && document.tag(i + 1) == Tag::NounPlural;
        if anew {
            break;
        }
        let owned =
            i > first && tag.is_verb() && document.tag(i - 1) == Tag::Part && document.any(i - 1, words!("'s" "'"));
        // "the 46-year-old", "the runner-up"
        let compound = head.is_some() && glues(document, i - 1) && (tag.is_adj() || matches!(tag, Tag::Adv | Tag::Adp));
        if tag.is_noun() || owned || compound || matches!(tag, Tag::Num | Tag::X | Tag::Sym) {
            head = Some(i);
        } else if tag == Tag::Part && document.any(i, words!("'s" "'")) {
            // possessive: the phrase goes on; "'s" as the head would be wrong
            if !(i + 1 < ceiling
                && (premodifier(document, i + 1)
                    || document.tag(i + 1).is_verb()
                    || document.tag(i + 1) == Tag::Adv
                    // "Lund's in-house lawyer"
                    || glues(document, i + 2)))
            {
                break;
            }
        } else if !(premodifier(document, i)
            || (tag == Tag::Cconj
                && head.is_none()
                && i > first
                && document.tag(i - 1).is_adj()
                && document.tag(i + 1).is_adj()
                && leads_to_noun(document, i + 1))
            || (matches!(tag, Tag::VerbIng | Tag::VerbPart)
                && i + 1 < ceiling
                && head.is_none()
                && leads_to_noun(document, i + 1))
            || (tag == Tag::Adv
                && i + 1 < ceiling
                && (document.tag(i + 1).is_adj() || (i > first && head.is_none() && document.tag(i + 1).is_noun())))
            || ((tag.is_verb() || matches!(tag, Tag::Adv | Tag::Adp)) && i > first && glues(document, i - 1))
            || ((tag.is_verb() || matches!(tag, Tag::Adv | Tag::Adp)) && i + 1 < ceiling && glues(document, i + 1)))
        {
            break;
        }
        i += 1;
    }
    head.or_else(|| matches!(document.tag(first), Tag::Det).then_some(first).filter(|_| i > first)).or_else(|| {
        // "the poor", "several"
        let opens = matches!(document.tag(first), Tag::Det | Tag::PronPoss);
        let adjective = (i > first).then(|| i - 1).filter(|&l| document.tag(l).is_adj() && opens);
        // "endorsed her", "called her “a friend”": the possessive of no noun is the pronoun
        adjective.or_else(|| (document.is(first, "her") && i == first + 1).then_some(first))
    })
}

/// Where the number stands that a comparison leads to: "at least 69", "more than a dozen", "up to 87", "as
/// many as 40", "about 7". Elsewhere the token itself.
pub fn over_comparison(document: &Document, first: usize) -> usize {
    let d = document;
    let number = if d.is(first, "at") && d.any(first + 1, words!("least" "most"))
        || d.any(first, words!("more" "less" "fewer")) && d.is(first + 1, "than")
        || d.is(first, "up") && d.is(first + 1, "to")
    {
        first + 2
    } else if d.is(first, "as") && d.any(first + 1, words!("many" "much" "few" "little")) && d.is(first + 2, "as") {
        first + 3
    } else if d.any(first, words!("about" "nearly" "almost" "around" "over" "roughly" "some" "only" "just")) {
        first + 1
    } else {
        return first;
    };
    let article = d.any(number, words!("a" "half" "two-thirds" "three-quarters" "hundreds" "thousands" "dozens"));
    if d.tag(number) == Tag::Num || article { number } else { first }
}

/// Words for a part of something, heads of a phrase before "of".
const PARTS: &Words = words!("most" "some" "many" "few" "several" "much" "half" "all" "none" "each" "both" "either" "neither" "any" "more" "fewer" "less");

fn leads_to_noun(document: &Document, token: usize) -> bool {
    (token..token + 3).any(|t| document.tag(t).is_noun()) && premodifier(document, token)
}

/// Nouns of time: "Monday", "last week".
pub fn is_time(document: &Document, token: usize) -> bool {
    let token = document.tokens.get(token);
    lexicon::has(token, Class::Weekday)
        || lexicon::has(token, Class::TimeNoun)
        || (lexicon::has(token, Class::Month) && token.is_some_and(|t| t.is_capital()))
}
