//! The verb that a word tagged as something else must be beside its neighbours: "recalls" after a closing
//! quotation mark, "rose" before "to", a name's "claims" between commas. Reads tags and words; knows no names.

use super::{Kind, Tag, Token, Words};
use crate::words;

/// The verb that a word tagged as something else, or as another form, must be where it stands.
pub(super) fn verb_instead(text: &str, tokens: &[Token], at: usize) -> Option<Tag> {
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
        // "…, estimates Grain Watch": behind a whole clause
        Tag::NounPlural
            if words!("estimates" "claims" "reports" "notes").contains(&token.hash)
                && before.span().of(text) == ","
                && next.is_some_and(|next| next.tag == Tag::Propn)
                && tokens[..at].iter().any(|t| t.tag.is_finite() || t.tag == Tag::Aux) =>
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
                && (before.tag == Tag::Noun && next.is_some_and(|next| matches!(next.tag, Tag::PronPoss | Tag::Pron))
                    // "a cottage, which Barry said cost a fortune"
                    || words!("said" "says").contains(&before.hash)
                        && next.is_some_and(|next| matches!(next.tag, Tag::Det | Tag::Num | Tag::PronPoss))) =>
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
        // "Khan, whose son died, say they felt"
        Tag::Intj
            if words!("say").contains(&token.hash)
                && token.kind == Kind::Lower
                && before.span().of(text) == ","
                && next.is_some_and(|next| {
                    matches!(next.tag, Tag::Pron | Tag::Det | Tag::PronPoss | Tag::NounPlural | Tag::Sconj)
                }) =>
        {
            Some(Tag::VerbPresent)
        }
        // "super PAC spokeswoman"
        Tag::Adv if words!("super").contains(&token.hash) && next.is_some_and(|next| next.tag.is_noun()) => {
            Some(Tag::Adj)
        }
        // "explained his reasoning in an interview"
        Tag::VerbIng
            if before.tag == Tag::PronPoss
                && words!("reasoning" "warning" "finding" "ruling" "understanding" "thinking" "hearing" "upbringing" "standing" "backing").contains(&token.hash)
                && next.is_none_or(|next| matches!(next.tag, Tag::Adp | Tag::Punct | Tag::Sconj) || next.tag.is_finite()) =>
        {
            Some(Tag::Noun)
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
        // "42% say", "those surveyed say": no base form without what it hangs on
        Tag::VerbBase if words!("say" "believe" "think" "argue" "claim" "insist" "warn" "swear" "complain" "fear").contains(&token.hash) => {
            let say = words!("say").contains(&token.hash);
            let earlier = |span: usize| &tokens[at.saturating_sub(span)..at];
            let clause = earlier(6).iter().rev().take_while(|t| t.tag != Tag::Punct);
            let held = before.tag != Tag::Sym && clause.into_iter().any(|t| HOLDING.contains(&t.hash));
            let noun = match before.tag {
                Tag::NounPlural | Tag::Sym | Tag::Propn | Tag::Num => true,
                Tag::Adv => at > 1 && tokens[at - 2].tag.is_noun(),
                Tag::Det | Tag::Adj | Tag::Cconj => {
                    at == 1 && words!("both" "many" "most" "some" "few" "several").contains(&before.hash)
                }
                // "organisations that have endorsed him say", "people familiar with her thinking say"
                Tag::Pron | Tag::VerbPart | Tag::VerbPast | Tag::VerbIng | Tag::Noun => {
                    let plural = |t: &Token| t.tag == Tag::NounPlural || words!("people").contains(&t.hash);
                    words!("surveyed" "polled" "interviewed" "questioned").contains(&before.hash)
                        || say && earlier(12).iter().any(plural)
                }
                Tag::Punct if say => {
                    // "…, say some Democrats"
                    let some = |next: &Token| {
                        words!("some" "many" "the" "several").contains(&next.hash) || next.tag == Tag::NounPlural
                    };
                    before.span().of(text) == "," && next.is_some_and(some)
                        // "Democrats — and some Republicans — say that"
                        || words!("—" "–" "--").contains(&before.hash)
                        // "Proponents of the bill, however, say it would"
                        || at > 2
                            && words!("however" "meanwhile" "though" "too" "instead" "therefore" "also").contains(&tokens[at - 2].hash)
                }
                _ => false,
            };
            (noun && !held).then_some(Tag::VerbPresent)
        }
        // "club sources indicated that"
        Tag::Verb3sg
            if words!("sources").contains(&token.hash)
                && next.is_some_and(|next| next.tag.is_verb() || matches!(next.tag, Tag::Modal | Tag::Aux)) =>
        {
            Some(Tag::NounPlural)
        }
        // "as Lund points out,"
        Tag::NounPlural
            if words!("points").contains(&token.hash)
                && next.is_some_and(|next| words!("out").contains(&next.hash))
                && matches!(before.tag, Tag::Propn | Tag::Noun | Tag::Punct) =>
        {
            Some(Tag::Verb3sg)
        }
        // "his lawyer counters that each was signed": a plural has no statement behind it
        Tag::NounPlural
            if words!("counters" "claims" "reports" "notes" "estimates" "warns" "complains" "boasts" "jokes").contains(&token.hash)
                && before.tag == Tag::Noun
                && at > 1
                && matches!(tokens[at - 2].tag, Tag::Det | Tag::PronPoss | Tag::Part)
                && next.is_some_and(|next| words!("that").contains(&next.hash))
                && tokens.get(at + 2).is_some_and(|t| !t.tag.is_verb() && !matches!(t.tag, Tag::Aux | Tag::Modal)) =>
        {
            Some(Tag::Verb3sg)
        }
        // "Nutritionists caution that"
        Tag::Noun
            if words!("caution" "counsel" "counter").contains(&token.hash)
                && before.tag == Tag::NounPlural
                && next.is_some_and(|next| words!("that").contains(&next.hash)) =>
        {
            Some(Tag::VerbPresent)
        }
        // "under what the ministry calls “relocation”"
        Tag::NounPlural
            if words!("calls" "terms").contains(&token.hash)
                && (before.tag.is_noun() || before.tag == Tag::Pron)
                && tokens[at.saturating_sub(5)..at].iter().any(|t| words!("what").contains(&t.hash)) =>
        {
            Some(Tag::Verb3sg)
        }
        // "what Kevin Phillips called “the beginning”"
        Tag::VerbPart
            if words!("called" "described" "termed" "dubbed" "labeled" "labelled").contains(&token.hash)
                && matches!(before.tag, Tag::Propn | Tag::Noun | Tag::Pron)
                && tokens[at.saturating_sub(6)..at].iter().any(|t| words!("what").contains(&t.hash)) =>
        {
            Some(Tag::VerbPast)
        }
        // "his team believes": forms that are verbs and nothing else
        Tag::Noun | Tag::NounPlural if token.kind == Kind::Lower && ONLY_PRESENT.contains(&token.hash) => {
            Some(Tag::Verb3sg)
        }
        Tag::Noun | Tag::NounPlural if token.kind == Kind::Lower && ONLY_PAST.contains(&token.hash) => {
            Some(Tag::VerbPast)
        }
        // "a 2011 email shows the aides went"
        Tag::NounPlural
            if words!("shows" "suggests" "reveals").contains(&token.hash)
                && words!("email" "report" "study" "poll" "survey" "data" "video" "footage" "analysis" "letter" "memo" "review" "audit" "research")
                    .contains(&before.hash)
                && next.is_some_and(|next| matches!(next.tag, Tag::Det | Tag::Propn | Tag::Pron | Tag::PronPoss | Tag::Num)) =>
        {
            Some(Tag::Verb3sg)
        }
        // "voters in Saturday's primary showed": what a possessive owns is a noun
        Tag::Adj
            if before.tag == Tag::Part
                && before.glued
                && next.is_some_and(|next| matches!(next.tag, Tag::VerbPast | Tag::Verb3sg | Tag::Modal)) =>
        {
            Some(Tag::Noun)
        }
        // "Sanders’ Senate office"
        Tag::Punct
            if token.glued
                && matches!(token.span().of(text), "’" | "'")
                && before.tag.is_noun()
                && before.span().of(text).ends_with('s')
                && next.is_some_and(|next| !next.glued && (next.tag.is_noun() || next.tag.is_adj())) =>
        {
            Some(Tag::Part)
        }
        // ", once remarked that": when, and no conjunction
        Tag::Sconj
            if words!("once").contains(&token.hash)
                && (before.span().of(text) == "," || before.tag.is_noun())
                && next.is_some_and(|next| matches!(next.tag, Tag::VerbPast | Tag::Verb3sg)) =>
        {
            Some(Tag::Adv)
        }
        // "in a blog post late on Thursday"
        Tag::VerbPast | Tag::VerbBase | Tag::VerbPresent | Tag::VerbPart
            if words!("post" "release" "update" "memo" "tweet" "thread" "cable").contains(&token.hash)
                && token.kind == Kind::Lower
                && before.tag == Tag::Noun
                && at > 1
                && matches!(tokens[at - 2].tag, Tag::Det | Tag::PronPoss | Tag::Adp | Tag::Part) =>
        {
            Some(Tag::Noun)
        }
        // "agreed under questioning that", "after testing, the maker"
        Tag::VerbIng
            if words!("questioning" "testing" "shelling" "fighting" "voting" "training").contains(&token.hash)
                && before.tag == Tag::Adp
                && next.is_none_or(|next| {
                    matches!(next.tag, Tag::Punct | Tag::Sconj | Tag::Adp) || words!("that").contains(&next.hash)
                }) =>
        {
            Some(Tag::Noun)
        }
        // "fired warning shots", "a warning system"
        Tag::VerbIng
            if words!("warning").contains(&token.hash)
                && next.is_some_and(|next| {
                    words!("shot" "shots" "sign" "signs" "light" "lights" "label" "labels" "system" "systems" "siren" "sirens" "signal" "signals").contains(&next.hash)
                }) =>
        {
            Some(Tag::Noun)
        }
        // "ex-manager tells inquiry"
        Tag::X if words!("ex").contains(&token.hash) && token.kind == Kind::Lower && next.is_some_and(|n| n.glued && n.span().of(text) == "-") => {
            Some(Tag::Noun)
        }
        Tag::Adv if next.is_some_and(|next| is_early(token, next)) => Some(Tag::Adj),
        // "which the company claims can detect"
        Tag::NounPlural
            if words!("claims" "reports" "estimates" "notes" "warns" "insists" "argues").contains(&token.hash)
                && (before.tag.is_noun() || before.glued)
                && next.is_some_and(|next| matches!(next.tag, Tag::Modal | Tag::Aux))
                && tokens[at.saturating_sub(5)..at].iter().any(|t| words!("which" "who" "that").contains(&t.hash)) =>
        {
            Some(Tag::Verb3sg)
        }
        // "reported late on Sunday that"
        Tag::Adj
            if words!("late" "early").contains(&token.hash)
                && (before.tag.is_verb() || before.tag.is_noun())
                && next.is_some_and(|next| {
                    next.tag == Tag::Adp || words!("yesterday" "today" "last").contains(&next.hash)
                }) =>
        {
            Some(Tag::Adv)
        }
        // "there were calls from unions"
        Tag::VerbPart | Tag::VerbPast | Tag::Verb3sg
            if words!("calls" "demands" "claims" "reports" "warnings").contains(&token.hash)
                && words!("were" "are" "been" "of" "by" "despite" "amid").contains(&before.hash) =>
        {
            Some(Tag::NounPlural)
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
        // "dispute that figure."
        Tag::Sconj
            if words!("that").contains(&token.hash)
                && before.tag.is_verb()
                && next.is_some_and(|next| next.tag == Tag::Noun)
                && tokens.get(at + 2).is_none_or(|t| t.tag == Tag::Punct && t.span().of(text) != ",") =>
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
                (before.tag.is_noun() || before.tag == Tag::Adj) && next.is_some_and(|next| matches!(next.span().of(text), ":" | "“" | "\"" | "‘"));
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

/// "Early data suggest": which data, and not when.
pub(super) fn is_early(token: &Token, next: &Token) -> bool {
    token.tag == Tag::Adv
        && words!("early" "late").contains(&token.hash)
        && matches!(next.tag, Tag::Noun | Tag::NounPlural)
}

/// Verbs of saying in the present, which look like plurals.
const SPOKEN: &Words = words!("recalls" "notes" "claims" "reports" "jokes" "laughs" "answers" "demands" "comments" "remarks" "counters" "states" "warns"
    "boasts" "whispers" "shouts" "murmurs" "cries" "screams" "sighs" "shrugs" "smiles" "grins" "quips" "muses" "replies" "questions");

/// Words on which a base form hangs.
const HOLDING: &Words = words!("to" "let" "lets" "make" "makes" "made" "help" "helped" "hear" "heard" "hearing" "see" "saw" "have" "had" "do" "does" "did" "n't" "not" "will" "would"
    "can" "could" "may" "might" "must" "should" "'ll" "'d");

/// Forms of verbs in the present, and in the past, that are never nouns.
const ONLY_PRESENT: &Words = words!("believes" "argues" "insists" "denies" "thinks" "indicates" "concedes" "explains" "announces" "admits" "acknowledges" "alleges" "asserts"
    "contends" "declares" "describes" "predicts" "says" "tells" "writes" "knows" "considers" "expects" "maintains" "adds" "agrees" "confirms" "criticizes" "criticises"
    "expresses" "emphasizes" "emphasises" "lacks" "observes" "proposes" "refuses" "rejects" "requires" "seems" "accuses" "cites" "complains" "concludes" "condemns");
const ONLY_PAST: &Words = words!("wrote" "said" "told" "began" "came" "went" "took" "gave" "grew" "knew" "became" "spoke" "drove" "flew" "chose" "brought" "bought" "sought" "taught"
    "argued" "insisted" "announced" "warned" "claimed" "denied" "suggested" "declared" "explained" "alleged" "asserted");
