//! What reads like an office and is none: surnames, streets, parts in films, events and funds named for an office,
//! the heads of other churches. Decides from the words around the noun.

use super::officials_titles::{Titles, is_small_word};
use crate::lexicon::offices::*;
use crate::text::{Tag, Words};
use crate::words;

/// What is named for the holder of an office, or held for one.
const NAMED_FOR: &Words = words!("forum" "summit" "initiative" "cup" "trophy" "award" "awards" "prize" "medal" "medals" "challenge" "debate" "dinner"
    "fund" "scholarship" "scholarships" "gala" "regatta" "derby" "lecture" "plate" "shield" "fellowship");

impl Titles<'_, '_> {
    /// A capitalised office that means no holder here.
    pub(super) fn is_no_office(&self, left: usize, head: usize, end: usize) -> bool {
        self.names_a_thing(head, end)
            || self.is_surname(left, head)
            || self.is_played(left)
            || self.names_an_event(end)
            || self.is_of_another_church(head)
    }

    /// "the Chancellor's Cup", "the President's Malaria Initiative", "the “Commander-in-Chief” forum".
    fn names_an_event(&self, end: usize) -> bool {
        let marks = &self.units.marks;
        let mut at = end + 1;
        let quoted = self.unit(at).is_some_and(|u| matches!(self.document.word(u.first), "\"" | "”" | "’" | "'"));
        at += usize::from(quoted || self.hash(at) == marks.s || self.hash(at) == marks.apostrophe);
        let event = |u: &usize| self.unit(*u).is_some_and(|u| self.document.any(u.last, NAMED_FOR));
        let capital = |u: &usize| self.unit(*u).is_some_and(|u| u.is_capital() && !u.has(GIVEN_M | GIVEN_F));
        let same_block = |u: &usize| {
            let blocks = |u: usize| self.unit(u).map(|u| self.document.tokens[u.first].block);
            blocks(*u) == blocks(end)
        };
        quoted && event(&at) || (at..at + 4).take_while(capital).take_while(same_block).any(|u| event(&u))
    }

    /// "Pope Theodor of the Coptic Orthodox Church": of another church than the Vatican's.
    fn is_of_another_church(&self, head: usize) -> bool {
        let other = words!("coptic" "orthodox" "alexandria");
        let is_other = |u: usize| self.unit(u).is_some_and(|u| self.document.any(u.last, other));
        self.unit(head).is_some_and(|u| self.document.is(u.last, "pope"))
            && (head > 0 && is_other(head - 1)
                || (head + 1..head + 5)
                    .find(|&u| self.hash(u) == self.units.marks.of)
                    .is_some_and(|of| is_other(of + 1) || is_other(of + 2)))
    }

    /// "the movement's founder and President", "President and founder of the band": of what he founded.
    pub(super) fn is_of_a_founder(&self, head: usize, end: usize) -> bool {
        let founds = words!("founder" "cofounder" "owner" "founders" "ceo");
        let and = self.units.marks.and;
        let is_founder = |u: usize| self.unit(u).is_some_and(|u| self.document.any(u.last, founds));
        head > 1 && self.hash(head - 1) == and && is_founder(head - 2)
            || self.hash(end + 1) == and && is_founder(end + 2)
    }

    /// "Judge homered twice.": running prose gives an office its article, so the bare word is somebody's name.
    fn is_surname(&self, left: usize, head: usize) -> bool {
        let at = self.units.list[head].first;
        let names = words!("judge" "king" "bishop" "major" "dean" "prince" "pope" "duke");
        if left != head || !self.document.any(at, names) {
            return false;
        }
        let Some(sentence) = self.document.sentences.get(self.document.sentence_of(at)) else { return false };
        let stopped = sentence.end.checked_sub(1).is_some_and(|t| self.document.word(t) == ".");
        sentence.start == at && stopped && matches!(self.document.tag(at + 1), Tag::VerbPast | Tag::Verb3sg)
    }

    /// "who played President Bartlet": a part, and no officer.
    fn is_played(&self, left: usize) -> bool {
        let before = self.units.list[left].first.checked_sub(1);
        before.is_some_and(|t| {
            self.document.any(t, words!("played" "plays" "playing" "portrayed" "portrays" "portraying"))
        })
    }

    /// "King Street", "Presidents Day", "Governors Island": a thing, not a holder.
    fn names_a_thing(&self, head: usize, end: usize) -> bool {
        end == head
            && self.unit(head + 1).is_some_and(|next| {
                next.is_capital()
                    && next.has(NOT_NAME | PRIVATE)
                    && !next.has(GIVEN_M | GIVEN_F | OFFICE)
                    && self.document.word(next.first).len() > 2
                    && !self.document.tokens[next.first].glued
                    && next.flags & (FAMILY_FIRST | PARTICLE) == 0
                    && !matches!(self.document.tag(next.first), Tag::Adp | Tag::Cconj | Tag::Pron)
                    && !is_small_word(self.document.word(next.first))
            })
    }
}
