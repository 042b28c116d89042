//! Which commas part the members of a list, so that reported words run on over them.
//! Reads phrases and marks; where reported words end is `content`'s.

use super::reader::Reader;
use crate::chunks::{self, VerbForm};
use crate::text::Tag;
use crate::words;

impl Reader<'_, '_> {
    /// Whether a number or a participle follows before the next mark, and no other verb: "17 per cent of them undecided".
    fn shares(&self, from: usize) -> bool {
        let clause = || (from..self.end()).take_while(|&t| self.tag(t) != Tag::Punct || self.word(t) == "-");
        let verb = |t: usize| self.finite_at(t);
        !clause().any(verb) && clause().any(|t| matches!(self.tag(t), Tag::Num | Tag::VerbIng))
    }

    /// Whether a comma stands inside a list: "food, water and tents", "a broken, unfair system".
    pub(super) fn list_goes_on(&self, at: usize) -> bool {
        let d = self.document;
        // "leaders, including Lund"
        if d.any(at, words!("including" "especially" "particularly")) || d.are(at, &["such", "as"]) {
            return true;
        }
        // "Sen. Jack Reed, D-R.I."
        let party = matches!(self.word(at), "R" | "D" | "I") && self.word(at + 1) == "-";
        // "a lead of nine points, with 7 per cent undecided"
        let share = d.is(at, "with") && self.shares(at + 1);
        if party || share {
            return true;
        }
        // ", and an additional nine in Canada": one more, and no clause of its own
        if self.tag(at) == Tag::Cconj && !d.is(at, "but") && self.tag(at + 1) != Tag::Pron {
            let verb = self.groups.iter().any(|g| g.form == VerbForm::Finite && g.first > at && !self.in_relative(g));
            return d.any(at, words!("and" "or"))
                && !verb
                && self.member_end(at + 1).is_some_and(|e| !self.is_comma(e + 1));
        }
        let Some(mut end) = self.member_end(at).filter(|_| self.tag(at) != Tag::VerbIng) else {
            return self.tag(at).is_adj() && self.tag(at + 1).is_noun();
        };
        // more members, and the last after a conjunction
        for _ in 0..8 {
            let and = end + 1 + usize::from(self.is_comma(end + 1));
            if self.tag(and) == Tag::Cconj {
                // "in Kent, Surrey and elsewhere"
                return d.any(and + 1, words!("elsewhere" "beyond" "abroad"))
                    || self.member_end(and + 1).is_some_and(|e| self.group_at(e + 1).is_none());
            }
            match self.member_end(end + 2).filter(|_| self.is_comma(end + 1)) {
                Some(next) => end = next,
                None => return false,
            }
        }
        false
    }

    /// Last token of a member of a list, with the phrases that hang on it: "resistance to mining".
    fn member_end(&self, at: usize) -> Option<usize> {
        let mut end = chunks::noun_phrase_end(self.document, at, self.end())?;
        while matches!(self.tag(end + 1), Tag::Adp | Tag::Part)
            && let Some(next) = chunks::noun_phrase_end(self.document, end + 2, self.end())
        {
            end = next;
        }
        Some(end)
    }
}
