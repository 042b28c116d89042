//! What leads in a quotation without a verb of saying: "The captain was blunt: “…”", "She turned to the crew: “…”",
//! "Here is Lund in May: “…”", "The coach agreed. “…”".
//! Knows what somebody does before a colon; headlines and interviews are `colon`'s.

use super::Draft;
use super::reader::{Range, Reader};
use crate::chunks::{VerbForm, VerbGroup};
use crate::text::{Quote, Tag, Words};
use crate::words;

/// The quotation behind the sentence's colon, or behind its full stop, and who it belongs to.
pub(super) fn lead_in(reader: &Reader) -> Option<Draft> {
    let colon = reader.sentence.range().find(|&t| reader.word(t) == ":" && reader.quote_opens(t + 1).is_some());
    let Some(colon) = colon else { return agreed(reader) };
    let quote = reader.quote_opens(colon + 1).filter(|q| q.words() >= 3)?;
    here_is(reader, colon, quote).or_else(|| verdict(reader, colon, quote)).or_else(|| acts(reader, colon, quote))
}

/// "Her verdict on the tram, delivered from a taxi: “…”": whose message follows.
fn verdict(reader: &Reader, colon: usize, quote: &Quote) -> Option<Draft> {
    let d = reader.document;
    let start = reader.start();
    let message = (start + 1..colon.min(start + 8)).find(|&t| d.any(t, MESSAGES))?;
    let hangs = |g: &VerbGroup| reader.is_comma(g.first.saturating_sub(1)) && reader.tag(g.last + 1) == Tag::Adp;
    let verbless = reader.groups.iter().all(|g| g.form != VerbForm::Finite || g.first > colon || hangs(g));
    let named = d.any(message - 1, words!("'s" "’s" "s'" "'" "’")) && reader.has_voice((start, message - 1));
    let last = if named { message.checked_sub(2)? } else { message - 1 };
    let own = named || last == start && d.any(start, words!("her" "his" "their" "my" "our"));
    (own && verbless).then(|| quoted((start, last), (message, message), quote, ":"))
}

fn quoted(source: Range, cue: Range, quote: &Quote, lemma: &'static str) -> Draft {
    Draft::speech(Some(source), cue, vec![(quote.first, quote.last)], "sourcing.quote", lemma)
}

/// "Here is Lund in December: “…”"
fn here_is(reader: &Reader, colon: usize, quote: &Quote) -> Option<Draft> {
    let (d, start) = (reader.document, reader.start());
    let here = d.is(start, "here") && d.any(start + 1, words!("is" "'s" "’s" "are"));
    let source = (start + 2, reader.phrase_end(start + 2, false).filter(|_| here)?);
    (reader.has_voice(source) && source.1 < colon).then(|| quoted(source, (start, start + 1), quote, ":"))
}

/// "The captain, Tevita Moala, was blunt: “We were slow.”", "The mayor had a simple message: “Go home.”", "Sherzad
/// shrugged: “Ask the coach.”", "She turned to the crew: “I am sorry.”"
fn acts(reader: &Reader, colon: usize, quote: &Quote) -> Option<Draft> {
    let d = reader.document;
    let before = |g: &&VerbGroup| g.form == VerbForm::Finite && g.last < colon && !reader.quoted(g.head);
    let group = reader.groups.iter().rev().filter(before).find(|g| !reader.in_relative(g))?;
    let lone = reader.groups.iter().filter(before).count() == 1;
    let (ends, short) = (group.last + 1 == colon, colon - group.first < 8);
    let being = d.any(group.head, words!("was" "is" "were" "are" "remained" "sounded" "seemed"));
    let blunt = being && (reader.tag(colon - 1).is_adj() || d.any(group.last + 1, BLUNT));
    let giving = d.any(group.head, words!("had" "has" "offered" "gave" "left"));
    // "ended his sermon with a question to the faithful"
    let closes = d.any(group.head, words!("ended" "ends" "closed" "closes" "opened" "opens" "began" "begins" "concluded" "concludes" "finished" "finishes"));
    let message = giving && d.any(colon - 1, MESSAGES)
        || closes
            && (group.last + 1..colon).any(|t| {
                d.any(t, MESSAGES) || d.any(t, words!("joke" "line" "prayer" "appeal" "quote" "quotation" "remark"))
            });
    let plain = group.first == group.head || reader.tag(group.first) == Tag::Adv;
    let deed = !being && plain && lone && short && !d.any(group.head, NO_DEED);
    let manner = blunt || message || deed;
    if group.passive || group.negated || !(manner || ends && lone) || quote.words() < 4 && !(lone && ends) {
        return None;
    }
    let source = reader.subject(group).filter(|&s| reader.has_voice(s) && s.1 < group.first)?;
    let last = if manner && (short || message) { colon - 1 } else { group.last };
    Some(quoted(source, (group.first, last), quote, ":"))
}

/// "The coach agreed. “We were slow.”", "Ms Obel shook her head. “Nobody asked us.”": the words of one who sides with
/// somebody or with nobody, spoke, or made a face.
fn agreed(reader: &Reader) -> Option<Draft> {
    let d = reader.document;
    let stop = reader.end().checked_sub(1).filter(|&t| reader.word(t) == ".")?;
    let sides = words!("agreed" "agrees" "disagreed" "disagrees" "concurred" "concurs" "demurred" "objected" "begged" "differed");
    let finite = |g: &&VerbGroup| g.form == VerbForm::Finite;
    let siding = |g: &&VerbGroup| g.last + 1 == stop && d.any(g.head, sides);
    // "Her friend Devon Okafor was blunter."
    let frank = |g: &&VerbGroup| {
        let (first, being) = (g.last + 1, d.any(g.head, words!("was" "is" "were" "are" "remained" "sounded")));
        let more = first + 2 == stop && d.any(first, words!("more" "less" "equally" "even" "very" "just" "also"));
        being && d.any(stop - 1, BLUNT) && (first + 1 == stop || more)
    };
    let faces = words!("spoke" "laughed" "laughs" "smiled" "smiles" "sighed" "sighs" "shrugged" "shrugs" "nodded" "nods" "reacted" "grinned" "grins"
        "winced" "winces" "frowned" "frowns" "wept" "scoffed" "scoffs" "chuckled" "chuckles" "hesitated" "fumed" "fumes");
    let lone = reader.groups.iter().filter(finite).count() == 1;
    let head = |g: &&VerbGroup| d.any(g.head, words!("shook" "shakes")) && d.is(g.last + 2, "head");
    let gesture = |g: &&VerbGroup| lone && !g.negated && (d.any(g.head, faces) || head(g));
    let group = reader.groups.iter().filter(finite).find(|g| siding(g) || frank(g) || gesture(g))?;
    let next = d.sentences.get(d.sentence_of(stop) + 1).filter(|s| s.block == reader.sentence.block)?;
    let quote = reader.quote_opens(next.start).filter(|q| q.words() >= 4)?;
    let whole = d.sentences.get(d.sentence_of(quote.last)).is_some_and(|s| quote.last + 2 >= s.end);
    let source = reader.subject(group).filter(|&s| reader.has_voice(s))?;
    whole.then(|| quoted(source, (group.first, group.last), quote, "agree"))
}

/// What somebody is whose words follow a colon, and more may stand between: "was blunt in his answer: “…”".
const BLUNT: &Words = words!("blunt" "clear" "conclusive" "adamant" "defiant" "scathing" "frank" "candid" "emphatic" "unequivocal" "brief" "terse" "damning" "unrepentant"
    "categorical" "dismissive" "direct" "philosophical" "succinct" "blunter" "harsher" "franker" "clearer" "kinder" "bolder" "gloomier" "sceptical"
    "skeptical" "cautious" "upbeat" "optimistic" "pessimistic" "resigned" "furious" "delighted" "sanguine" "forthright" "outspoken" "sympathetic"
    "unimpressed" "unconvinced" "unmoved" "apologetic" "bullish" "downbeat" "diplomatic" "generous" "charitable" "unapologetic");

/// What somebody has whose words follow.
const MESSAGES: &Words = words!("message" "answer" "reply" "warning" "advice" "verdict" "response" "explanation" "word" "words" "question" "plea" "riposte" "theory" "request"
    "wish" "motto" "mantra");

/// What somebody found or was given are another's words, and these verbs are no deed of his.
const NO_DEED: &Words = words!("found" "finds" "read" "reads" "saw" "sees" "received" "receives" "got" "gets" "opened" "opens" "heard" "hears" "noticed" "discovered"
    "remembered" "remembers" "knew" "knows" "bore" "bears" "wore" "wears" "held" "holds" "learned" "learnt" "included" "includes" "had" "has" "have" "be" "do" "did");
