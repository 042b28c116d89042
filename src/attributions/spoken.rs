//! A verb that no list knows beside a quotation: "“…,” he surmised", "“…,” grinned the coach".
//! Words in quotation marks that end in a comma or a mark of their own wait for somebody who speaks them, whatever
//! he does the while.

use std::sync::OnceLock;

use super::asides::parenthetical;
use super::cues::{CueVerb, Frames};
use super::reader::{Range, Reader};
use super::{CueClass, Draft, Stance};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::text::Tag;
use crate::words;

/// Words at least in a quotation that a verb of any kind can report; fewer may be a title or a nickname.
const WORDS: usize = 3;

fn any_verb() -> &'static CueVerb {
    static ANY: OnceLock<CueVerb> = OnceLock::new();
    ANY.get_or_init(|| CueVerb {
        lemma: "say",
        class: CueClass::Speech,
        stance: Stance::Neutral,
        frames: Frames::QUOTE,
        particles: Vec::new(),
        objects: Vec::new(),
        barred: Vec::new(),
    })
}

/// The quotation that a verb group reports, if somebody stands beside it and nothing that it could act upon.
pub(super) fn spoken(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    // most verbs have no quotation before them
    let floor = reader.start().saturating_sub(1).max(group.first.saturating_sub(40));
    if !(floor..group.first).any(|t| reader.quote_closes(t).is_some()) {
        return None;
    }
    let being = words!("is" "was" "are" "were" "be" "been" "has" "had" "have" "does" "did" "do");
    if group.form != VerbForm::Finite || group.passive || group.negated || d.any(group.head, being) {
        return None;
    }
    // "“…,” she quietly mused": one word, and whatever says how
    let plain = (group.first..group.head).all(|t| reader.tag(t) == Tag::Adv) && group.head == group.last;
    if !plain || reader.in_relative(group) {
        return None;
    }
    let draft = parenthetical(reader, group, any_verb()).filter(|d| d.rule == "sourcing.quote")?;
    let source = draft.source?;
    let quotation = draft.content.first().and_then(|c| reader.quote_closes(c.1))?;
    // the verb or its subject stands right behind the quotation
    let next = quotation.last + 1 + usize::from(reader.is_comma(quotation.last + 1));
    let beside = next == source.0 || next == group.first;
    let last = source.1.max(group.last);
    let free = match reader.tag(last + 1) {
        Tag::Punct | Tag::Adp | Tag::Adv | Tag::Sconj | Tag::Cconj | Tag::VerbIng => true,
        _ => chunks::is_time(d, last + 1),
    };
    let speaker = if source.0 > group.last { plain_end(reader, source) } else { source };
    (beside && free && speaks(reader, speaker) && waits(reader, (quotation.first, quotation.last))).then_some(draft)
}

/// A speaker behind the verb without the relative clause that describes him.
fn plain_end(reader: &Reader, source: Range) -> Range {
    let relative = |t: &usize| reader.is_comma(*t) && reader.document.any(t + 1, words!("who" "whose" "which"));
    (source.0, (source.0 + 1..source.1).find(relative).map_or(source.1, |t| t - 1))
}

/// Whether a phrase is somebody.
fn speaks(reader: &Reader, source: Range) -> bool {
    let thing = words!("it" "this" "that" "which" "who" "these" "those" "what");
    let relative = (source.0..=source.1).any(|t| reader.document.any(t, words!("who" "which" "whose")));
    let verbless =
        !reader.groups.iter().any(|g| source.0 <= g.first && g.last <= source.1 && g.form == VerbForm::Finite);
    let voice = reader.has_voice(source) || reader.document.any(source.0 + 1, words!("voice" "chorus"));
    voice && verbless && !relative && !reader.document.any(source.0, thing)
}

/// Whether a quotation is more than a title: a mark that leads on stands before its end, and most of its words are
/// written small.
fn waits(reader: &Reader, quotation: Range) -> bool {
    let d = reader.document;
    let leads =
        quotation.1 > quotation.0 && matches!(reader.word(quotation.1 - 1), "," | "?" | "!" | "…" | "..." | "—");
    let words = || (quotation.0 + 1..quotation.1).filter_map(|t| d.tokens.get(t)).filter(|t| t.is_word());
    let small = words().filter(|t| !t.is_capital()).count();
    let cried = matches!(reader.word(quotation.1.saturating_sub(1)), "!" | "?");
    leads && (words().count() >= WORDS && 2 * small > words().count() || cried && words().count() > 0)
}
