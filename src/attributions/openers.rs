//! The subject that opens its clause, where all up to the verb hangs on it: "Lund, who lost her boat in the storm of
//! March, in Ohio, said", "officials who spoke with the paper said", "all the experts I asked said".
//! Looks at a whole clause; phrases right before the verb are `subjects`'s.

use super::reader::{Range, Reader};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::text::Tag;
use crate::words;

impl Reader<'_, '_> {
    /// The clause's opening phrase with all that hangs on it, for a verb of saying; none where nothing does, or
    /// another verb of the clause's own stands before.
    pub(super) fn opening_subject(&self, group: &VerbGroup) -> Option<Range> {
        let last = group.first.checked_sub(1).filter(|&t| t > self.start())?;
        if group.form != VerbForm::Finite || group.passive || !self.says(group) || self.tag(last) == Tag::Cconj {
            return None;
        }
        let here = |first: usize| self.subject_from(first, last, group);
        self.opening().and_then(here).or_else(|| {
            // … or where a clause opens inside the sentence
            let opens =
                |t: &usize| self.is_comma(*t) || self.word(*t) == ":" || self.tag(*t) == Tag::Sconj || self.is_dash(*t);
            let mark = (self.start() + 1..last.saturating_sub(1)).rev().find(opens)?;
            here(mark + 1).filter(|_| !self.is_comma(last))
        })
    }

    /// The same for a phrase that begins at `first`.
    fn subject_from(&self, first: usize, last: usize, group: &VerbGroup) -> Option<Range> {
        let d = self.document;
        let head = chunks::noun_phrase_end(d, first, group.first).filter(|&end| end < last)?;
        let opens = matches!(
            self.tag(first),
            Tag::Det | Tag::Propn | Tag::Noun | Tag::NounPlural | Tag::Num | Tag::PronPoss | Tag::Adj
        );
        if !opens || self.quoted(first) {
            return None;
        }
        // "Democrats — and some Republicans — say"
        let dashes = self.is_dash(last) && self.is_dash(head + 1) && last > head + 1;
        if dashes && self.finite_from(head).is_some_and(|g| g.first >= group.first) {
            return Some((first, last));
        }
        let open = |t: usize| {
            matches!(self.word(t), ":" | ";" | "—" | "–" | "--")
                || self.word(t) == "(" && !(t..=last).any(|c| self.word(c) == ")")
        };
        if (head..last).any(open) {
            return None;
        }
        // closed by its comma, which may stand inside a quotation mark, or with no comma at all
        let closed = self.is_comma(last) || self.quote_closes(last).is_some() && self.is_comma(last - 1);
        if !closed && (head..last).any(|t| self.is_comma(t)) {
            return None;
        }
        self.hangs_on(head, group.first).then_some(())?;
        // "The bridge, which is shut, says Lund, will open": an aside within it
        let inverted = closed
            && self.subject_after(group).is_some_and(|s| {
                self.is_comma(s.1) && self.group_at(s.1 + 1).is_some()
                    || self.is_comma(s.1 + 1) && self.finite_at(s.1 + 2)
            });
        (!inverted).then_some((first, last))
    }

    /// Where the clause's opening phrase begins: past a conjunction, an adverb or a phrase with its comma.
    fn opening(&self) -> Option<usize> {
        let d = self.document;
        let mut first = self.start();
        if self.tag(first) == Tag::Cconj {
            first += 1;
        }
        let leads = matches!(self.tag(first), Tag::Adp | Tag::Adv)
            || chunks::is_time(d, first)
            || self.tag(first).is_adj() && chunks::is_time(d, first + 1);
        if leads {
            let comma = (first..self.end().min(first + 10)).find(|&t| self.is_comma(t))?;
            let verbless =
                !self.groups.iter().any(|g| g.form == VerbForm::Finite && g.first >= first && g.last < comma);
            first = verbless.then_some(comma + 1)?;
        }
        Some(first)
    }

    /// Whether something hangs on the phrase that ends at `head`, and no verb before `verb` is the clause's own.
    fn hangs_on(&self, head: usize, verb: usize) -> bool {
        let d = self.document;
        // "Lund, host of “Morning Call,” suggested", "Lund, an aide to mayors such as Karl Reyes and Ana Ruiz, wrote"
        let (mut hangs, mut bound) = (self.is_apposed(head, verb), false);
        let mut before: Option<&VerbGroup> = None;
        for g in self.groups.iter().filter(|g| g.first > head && g.last < verb) {
            match g.form {
                VerbForm::Infinitive => {}
                VerbForm::Gerund | VerbForm::Participle => {
                    hangs |= self.is_comma(g.first - 1) || self.tag(g.first - 1).is_noun();
                }
                VerbForm::Finite => {
                    let within = self.in_relative(g)
                        || self.phrase_start(g.first - 1).is_some_and(|s| s > head && self.relates(s - 1))
                        || (head..g.first).rev().take(6).any(|t| d.is(t, "whose"))
                        || self.unmarked_relative(g);
                    // "who said he votes": what a bound verb reports
                    let reported = before.is_some_and(|b| self.says(b) && g.first > b.last + 1);
                    bound = within || bound && (self.tag(g.first - 1) == Tag::Cconj || reported);
                    if !bound {
                        return false;
                    }
                    before = Some(g);
                    hangs = true;
                }
            }
        }
        hangs
    }

    /// "when he yelled", "what she said", "people I know": the subject of a clause inside another.
    pub(super) fn is_own_subject(&self, (first, last): Range) -> bool {
        let opens = words!("who" "whom" "whose" "which" "that" "what" "when" "where" "why" "how" "as" "if" "because" "while" "than");
        let Some(before) = first.checked_sub(1).filter(|&t| t >= self.start()) else { return false };
        // "rebels known as the Coast Front said"
        if self.document.is(before, "as") && before > self.start() && self.tag(before - 1) == Tag::VerbPart {
            return false;
        }
        first == last && self.document.any(first, opens)
            || self.document.any(before, opens)
            || self.tag(before) == Tag::Sconj
            || first == last && self.tag(first) == Tag::Pron && self.tag(before).is_noun()
    }

    /// Whether an appositive opens behind `head` and closes right before `verb`, with no list in sight.
    fn is_apposed(&self, head: usize, verb: usize) -> bool {
        let article = matches!(self.tag(head + 2), Tag::Det | Tag::PronPoss | Tag::Noun | Tag::Adj);
        self.is_comma(head + 1)
            && self.tag(head).is_noun()
            && (self.quote_closes(verb - 1).is_some() || article && self.is_comma(verb - 1))
    }

    fn relates(&self, token: usize) -> bool {
        self.document.any(token, words!("who" "whom" "which" "that" "where"))
    }

    /// "all the experts I asked": a pronoun and its verb right behind a noun.
    fn unmarked_relative(&self, group: &VerbGroup) -> bool {
        let pronoun = group.first - 1;
        pronoun > self.start() + 1
            && self.document.any(pronoun, words!("i" "we" "he" "she" "they"))
            && self.tag(pronoun - 1).is_noun()
    }
}
