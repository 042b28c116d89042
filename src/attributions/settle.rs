//! Settles drafts against each other: no two cues on the same words, quotations without a cue join
//! the attribution they continue, all in reading order.

use super::colon::in_first_person;
use super::reader::{Range, VOICES};
use super::{CueClass, Draft, Stance};
use crate::lexicon;
use crate::text::{Document, Kind, Tag};
use crate::words;

pub fn settle(document: &Document, drafts: &mut Vec<Draft>) {
    drafts.sort_by_key(|d| (d.cue.0, std::cmp::Reverse(d.cue.1)));
    // of two cues that share words the first and longer stands
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts.drain(..) {
        if kept.last().is_none_or(|k| k.cue.1 < draft.cue.0) {
            kept.push(draft);
        }
    }
    *drafts = kept;
    drop_inner(document, drafts);
    drop_topics(document, drafts);
    continue_quotations(document, drafts);
}

/// A quotation that no attribution covers, in a sentence of its own, goes on with the speaker before.
fn continue_quotations(document: &Document, drafts: &mut [Draft]) {
    // tokens that are some attribution's content
    let mut covered = vec![false; document.tokens.len()];
    for &(first, last) in drafts.iter().flat_map(|d| &d.content) {
        if let Some(tokens) = covered.get_mut(first..=last) {
            tokens.fill(true);
        }
    }
    // "“We buried him. ¶ “Nobody knew,” said his widow": a paragraph that is left open is hers too
    for pair in document.quotes.windows(2).rev() {
        let [open, next] = pair else { continue };
        let bare = covered.get(open.first..=open.last).is_some_and(|c| !c.contains(&true));
        if !open.continues || !bare || open.words() < 4 {
            continue;
        }
        let mut holders = drafts.iter_mut().filter(|d| d.content.iter().any(|c| c.0 == next.first));
        if let Some(holder) = holders.find(|d| d.class == CueClass::Speech) {
            holder.content.insert(0, (open.first, open.last));
            covered[open.first..=open.last].fill(true);
        }
    }
    for quote in &document.quotes {
        let range = (quote.first, quote.last);
        if quote.words() < 4 || covered.get(quote.first..=quote.last).is_none_or(|c| c.contains(&true)) {
            continue;
        }
        let Some(first) = document.tokens.get(quote.first) else { continue };
        let sentence = document.sentence_of(quote.first);
        let Some(s) = document.sentences.get(sentence) else { continue };
        // it must fill its sentence, but for a word that joins it: "But “…”", "Instead, “…”"
        let joins = matches!(document.tag(s.start), Tag::Cconj | Tag::Adv);
        let lead = s.start + 1 + usize::from(document.word(s.start + 1) == ",");
        if s.start != quote.first && !(joins && lead == quote.first)
            || drafts[drafts.partition_point(|d| d.cue.0 < s.start)..].first().is_some_and(|d| {
                let here = document.tokens.get(d.cue.0).is_some_and(|t| t.block == first.block);
                here && d.cue.0 <= quote.last + 3 && d.cue.0 < s.end
            })
        {
            continue;
        }
        let before = drafts.partition_point(|d| d.cue.0 < quote.first);
        let Some(earlier) = speaker_before(document, &mut drafts[..before]) else { continue };
        let last = earlier.content.iter().map(|c| c.1).max().unwrap_or(earlier.cue.1).max(earlier.cue.1);
        let Some(before) = document.tokens.get(last) else { continue };
        let quoted = earlier.content.iter().any(|c| document.quoted(c.0) || document.quoted(c.1));
        let same_block = before.block == first.block;
        let next_block = before.block + 1 == first.block;
        let open = document.quotation(last).is_some_and(|q| q.continues);
        let colon = quote.first > 0 && document.word(quote.first - 1) == ":";
        // "“…,” she said." and a paragraph that is nothing but her next words
        let person = earlier.source.is_some_and(|s| s.1 < quote.first);
        let follows = (quoted || person) && document.sentence_of(quote.first - 1) == document.sentence_of(last);
        let alone = document.tokens.get(quote.last + 1).is_none_or(|t| t.block != first.block);
        // 'She weighed so little' on a line of its own, and other marks around it: a heading between paragraphs
        let stopped = (quote.last - 1..=quote.last).any(|t| matches!(document.word(t), "." | "!" | "?" | "," | "…"));
        if alone && !stopped && quote.words() < 8 && document.word(quote.first) != document.word(last) && quoted {
            continue;
        }
        // "Lund denied the claims. “That is nonsense.”": all of the sentence before is his
        let ends = document.sentences.get(document.sentence_of(last)).is_some_and(|s| last + 2 >= s.end);
        let whole = document.word(quote.last - 1) != "," && quote.last + 2 >= s.end;
        let explains = follows && ends && whole && earlier.stance != Stance::NonResponse;
        if same_block && (quoted || explains) || next_block && (open || colon || follows && alone) {
            earlier.content.push(range);
            covered[quote.first..=quote.last].fill(true);
        }
    }
}

/// The last of some drafts that reports speech; of those in its sentence the one whose quotation opens it:
/// "“…,” said Lund, mocking the plan. “You cannot …”" goes on with Lund's words.
fn speaker_before<'d>(document: &Document, drafts: &'d mut [Draft]) -> Option<&'d mut Draft> {
    let last = drafts.iter().rposition(|d| d.class == CueClass::Speech)?;
    let sentence = document.sentence_of(drafts[last].cue.0);
    let start = document.sentences.get(sentence)?.start;
    let opens = |d: &Draft| d.class == CueClass::Speech && d.content.iter().any(|c| c.0 == start);
    let opening = |earlier: &[Draft]| {
        let first =
            earlier.iter().rposition(|d| document.sentence_of(d.cue.0) != sentence).map_or(0, |other| other + 1);
        earlier[first..].iter().rposition(opens).map(|at| first + at)
    };
    let opening = document.quoted(start).then(|| opening(&drafts[..last])).flatten();
    drafts.get_mut(opening.unwrap_or(last))
}

/// Inside what somebody is said to have said or thought, thoughts, plans and judgements are that
/// speaker's account; only words reported in full ("that …", a quotation, "according to") pass through
/// a further hand.
fn drop_inner(document: &Document, drafts: &mut Vec<Draft>) {
    const WHOLE: &[&str] = &[
        "sourcing.clause",
        "sourcing.quote",
        "sourcing.according-to",
        "sourcing.parenthetical",
        "sourcing.as-clause",
        "sourcing.quoted-as",
        "sourcing.headline",
        "sourcing.refusal",
        "sourcing.silence",
        "sourcing.nobody",
        "sourcing.asked",
    ];
    // "said her landlord had told her to leave", "heard that he claimed to have slept": an order or an account of
    // oneself is handed on like a statement
    const ORDERS: &[&str] = &["tell", "order", "instruct", "command", "claim", "warn"];
    let inside = |inner: &Draft, outer: &Draft| {
        outer.cue != inner.cue && outer.content.iter().any(|c| c.0 <= inner.cue.0 && inner.cue.1 <= c.1)
    };
    let modal = |d: &Draft| document.tag(d.cue.0) == Tag::Modal;
    // "a loan, which she described as an “attractive option”": quoted words are somebody's whatever the verb
    let quotes = |d: &Draft| {
        let what = |s: Range| s.0.checked_sub(1).is_some_and(|w| document.any(w, words!("what" "some" "to")));
        d.rule == "sourcing.naming"
            && d.class == CueClass::Speech
            && d.source.is_some_and(|s| s.1 < d.cue.0 && !what(s))
            && !document.tag(d.cue.0 - 1).is_verb()
            && !document.is(d.cue.0 - 1, "to")
            && d.content.iter().any(|c| (c.0..=c.1).any(|t| document.quoted(t)))
    };
    let whole = |d: &Draft| {
        WHOLE.contains(&d.rule) && (d.class == CueClass::Speech || d.rule == "sourcing.asked")
            || quotes(d)
            || matches!(d.rule, "sourcing.infinitive" | "sourcing.object") && ORDERS.contains(&d.lemma)
    };
    // "questioned the ministry's claim that nobody was hurt": what is judged are another's words
    let others = |d: &Draft, outer: &Draft| d.rule == "sourcing.noun" && outer.rule == "sourcing.object";
    let weak = |d: &Draft| !whole(d) || modal(d);
    // what holds a thought stands close to it: a few cues before, or right after
    let near = |index: usize| drafts[index.saturating_sub(12)..drafts.len().min(index + 4)].iter();
    let drop: Vec<bool> =
        drafts.iter().enumerate().map(|(i, d)| weak(d) && near(i).any(|o| inside(d, o) && !others(d, o))).collect();
    let mut index = 0;
    drafts.retain(|_| {
        index += 1;
        !drop[index - 1]
    });
}

/// "Coronavirus: what we know", "Lund: a life": a name before a headline's colon is the topic, unless
/// the story has it speak.
fn drop_topics(document: &Document, drafts: &mut Vec<Draft>) {
    let name = |d: &Draft| d.source.and_then(|s| document.tokens.get(s.1)).map(|t| (t.hash, t.kind));
    let own = |&(first, last): &Range| document.quoted(first) && in_first_person(document, (first, last));
    let speaks = |draft: &Draft| {
        let Some((hash, kind)) = name(draft) else { return true };
        let before = draft.source.is_some_and(|s| s.1 < draft.cue.0);
        let voice = kind == Kind::Upper
            || draft.source.is_some_and(|s| is_voice(document, s.0) || is_voice(document, s.1))
            || draft.content.iter().any(own);
        !before
            || voice
            || drafts.iter().any(|o| {
                o.rule != draft.rule
                    && o.source
                        .is_some_and(|s| (s.0..=s.1).any(|t| document.tokens.get(t).is_some_and(|t| t.hash == hash)))
            })
    };
    let keep: Vec<bool> = drafts.iter().map(|d| d.rule != "sourcing.headline" || speaks(d)).collect();
    let mut index = 0;
    drafts.retain(|_| {
        index += 1;
        keep[index - 1]
    });
}

fn is_voice(document: &Document, token: usize) -> bool {
    lexicon::has_any(document.tokens.get(token), VOICES)
}
