//! What may stand between a verb and its complement: times, places, asides, occasions, the person told.
//! Steps over it; does not know what it leads to.

use super::reader::{Reader, is_occasion};
use crate::chunks::{self, VerbForm};
use crate::text::Tag;
use crate::words;

/// What was stepped over, and the token after it.
pub(super) enum Skip {
    Other(usize),
    Person(usize),
}

impl Reader<'_, '_> {
    /// "about half", "at least 40", "around two-thirds": a quantity, no adjunct.
    pub(super) fn measures(&self, at: usize) -> bool {
        chunks::over_comparison(self.document, at) > at
    }

    /// Steps over a title in quotation marks that belongs to the phrase before: "CBS's “Face the Nation”".
    fn over_title(&self, last: usize) -> usize {
        let last_of = if self.document.any(last + 1, words!("'s")) { last + 1 } else { last };
        let Some(quote) = self.quote_opens(last_of + 1) else { return last };
        let word = |t: usize| self.document.tokens.get(t).is_some_and(|k| k.is_capital());
        let title = quote.last < self.end() && quote.last - quote.first < 10 && word(quote.first + 1);
        if title && word(quote.last - 1) { quote.last } else { last }
    }

    /// Steps over all adjuncts that begin here, to the end of the sentence at most.
    pub(super) fn over_adjuncts(&self, mut at: usize) -> usize {
        while let Some(Skip::Other(next)) = self.skip(at, false).filter(|_| at < self.end()) {
            at = next;
        }
        at
    }

    /// Steps from behind the person told over a comma or a clause of time to the "that" it leads to.
    pub(super) fn over_moment(&self, at: usize) -> usize {
        let d = self.document;
        let that = |t: &usize| d.is(*t, "that") && self.clause_at(t + 1).is_some();
        if self.is_comma(at) {
            return at + usize::from(d.is(at + 1, "that"));
        }
        let moment = d.any(at, words!("before" "after" "as" "when" "while")) && self.clause_at(at + 1).is_some();
        let found = moment.then(|| (at + 3..self.end().min(at + 14)).find(that)).flatten();
        found.unwrap_or(at)
    }

    /// What may stand between a verb and its complement.
    pub(super) fn skip(&self, at: usize, person: bool) -> Option<Skip> {
        let d = self.document;
        if at >= self.end() {
            return None;
        }
        let tag = self.tag(at);
        // "said about half of it was gone"
        if self.measures(at) {
            return None;
        }
        if chunks::is_time(d, at) {
            return Some(Skip::Other(at + 1));
        }
        if let Some(close) = self.bracketed(at) {
            return Some(Skip::Other(close + 1));
        }
        if tag == Tag::Adv && !d.any(at, words!("how" "why" "when" "where")) {
            return Some(Skip::Other(at + 1));
        }
        // "late Monday", "last week", "this month", "earlier on Monday"
        // … not "the July 25 call", "the Monday meeting"
        let described = d.is(at, "the") && (self.tag(at + 2).is_noun() || self.tag(at + 2) == Tag::Num);
        if matches!(tag, Tag::Adj | Tag::Det) && chunks::is_time(d, at + 1) && !described {
            return Some(Skip::Other(at + 2));
        }
        // "confirmed to Access that": a name that reads like a verb
        if d.is(at, "to") && d.tokens.get(at + 1).is_some_and(|t| t.is_capital()) && self.tag(at + 1).is_verb() {
            return Some(Skip::Other(at + 2));
        }
        if tag == Tag::Adp || (tag == Tag::Part && d.is(at, "to")) {
            let end = self.over_title(chunks::noun_phrase_end(d, at + 1, self.end())?);
            let mut last = end;
            while self.tag(last + 1) == Tag::Adp
                && let Some(e) = chunks::noun_phrase_end(d, last + 2, self.end())
            {
                last = e;
            }
            // a statement or interview is one phrase, whatever hangs on it is not stepped over with it
            let occasion = (at + 1..=end).any(|t| is_occasion(d, t))
                && d.any(at, words!("in" "on" "during" "via" "by" "at" "through"));
            let next = if occasion { end + 1 } else { last + 1 };
            // "in a statement posted on its site"
            let reduced = occasion && self.tag(next) == Tag::VerbPart && self.tag(next + 1) == Tag::Adp;
            let hangs = reduced.then(|| chunks::noun_phrase_end(d, next + 2, self.end())).flatten();
            return Some(Skip::Other(hangs.map_or(next, |end| end + 1)));
        }
        if person {
            let mut end = self.over_title(self.phrase_end(at, false)?);
            // "told CBS This Morning on Monday that"
            let capital = |t: usize| d.tokens.get(t).is_some_and(|t| t.is_capital() && !t.glued);
            if capital(end) && d.any(end + 1, words!("this" "our" "your")) {
                end = (end + 1..self.end()).take_while(|&t| capital(t)).last().unwrap_or(end);
            }
            return Some(Skip::Person(end + 1));
        }
        // "said — on his own channel — that"
        if self.is_dash(at) {
            let close = (at + 1..(at + 14).min(self.end())).find(|&t| self.is_dash(t))?;
            return (d.is(close + 1, "that") || self.quote_opens(close + 1).is_some())
                .then_some(Skip::Other(close + 1));
        }
        // "told a hall in Salem, New Hampshire on Monday that": the region of a town
        if self.is_comma(at) && self.tag(at - 1) == Tag::Propn {
            let region = (at + 1..self.end()).find(|&t| self.tag(t) != Tag::Propn)?;
            if region > at + 1 && region < at + 4 && (self.tag(region) == Tag::Adp || d.is(region, "that")) {
                return Some(Skip::Other(region));
            }
        }
        // "the port said, and unions confirmed, that": the second verb's comma
        let second = |t: usize| self.is_comma(t) && self.shares_content(t, at);
        if self.is_comma(at) && (at.saturating_sub(12).max(self.start())..at).any(second) {
            return Some(Skip::Other(at + 1));
        }
        // a comma-closed aside: ", however,"
        if self.is_comma(at) {
            let close = (at + 1..(at + 14).min(self.end())).find(|&t| self.is_comma(t) || self.word(t) == ":")?;
            let plain = (at + 1..close).all(|t| self.quote_opens(t).is_none());
            let adjunct = matches!(self.tag(at + 1), Tag::Adp | Tag::Adv | Tag::Sconj | Tag::VerbIng | Tag::VerbPart)
                || d.any(at + 1, words!("to" "due"));
            // "told a crowd in Lyon, France, that": the country of a town
            let place = self.is_comma(close)
                && d.tokens[at - 1].is_capital()
                && (at + 1..close).all(|t| d.tokens[t].is_capital() && self.tag(t) == Tag::Propn);
            // "told the paper, which broke the story, that …", "told a paper, The Coast Courier, that …"
            let name = || self.tag(at + 1) == Tag::Det && d.tokens[close - 1].is_capital();
            let relative = d.is(close + 1, "that") && (d.any(at + 1, words!("which" "who")) || name());
            if plain && (adjunct || place || relative || self.shares_content(at, close)) {
                return Some(Skip::Other(if self.is_comma(close) { close + 1 } else { close }));
            }
        }
        None
    }

    /// Whether a second verb stands between two commas that has its content behind them, with the verb before:
    /// "Economists expect, and the bank concedes, that".
    fn shares_content(&self, comma: usize, close: usize) -> bool {
        self.tag(comma + 1) == Tag::Cconj
            && self.is_comma(close)
            && self.document.is(close + 1, "that")
            && self.groups.iter().any(|g| g.last + 1 == close && g.first > comma && g.form == VerbForm::Finite)
    }
}
