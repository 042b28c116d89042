//! The holder behind a comma or bracket: "the minister, X,", "Lund mayor, X opened", "the army chief, General X,".
//! Decides by the marks around the name; whether the office is public was decided by the titles.

use super::officials::Officials;
use super::officials_titles::{Determiner, Title};
use crate::lexicon::offices::*;

impl Officials<'_, '_> {
    /// "the minister, X,", "the emir, X,", "the mayor (X)": the name right behind the mark.
    pub(super) fn after_comma(&self, title: &Title, end: usize) -> Option<usize> {
        let (units, document) = (&self.units, self.document);
        let marks = &units.marks;
        let block = document.tokens[end].block;
        let here = |token: usize| document.tokens.get(token).filter(|t| t.block == block).map(|t| t.hash);
        let crown = title.flags & MONARCH != 0 && title.determiner != Determiner::The;
        if crown || !here(end + 1).is_some_and(|h| [marks.comma, marks.open, marks.hyphen, marks.dash].contains(&h)) {
            return None;
        }
        let name = units.name_at(end + 2).filter(|_| here(end + 2).is_some())?;
        let found = &units.names[name];
        let spoke = title.flags & SPOKES != 0 && document.is(found.last + 1, ",");
        if found.words < 2 && found.honorific.is_none() && !spoke {
            return None;
        }
        let closing =
            [marks.comma, marks.stop, marks.close, marks.semicolon, marks.dash, marks.hyphen, marks.s, marks.who];
        let next = here(found.last + 1);
        let ends = next.is_none_or(|h| closing.contains(&h));
        let capital = title.determiner != Determiner::A && title.capital && next != Some(marks.as_);
        (ends || capital || self.is_subject_title(title, found.last)).then_some(name)
    }

    /// "Lund councillor, Per Strand moved the motion": the comma of African and Asian English, in a title that opens
    /// the sentence with its town and has no article.
    fn is_subject_title(&self, title: &Title, last: usize) -> bool {
        let document = self.document;
        let first = self.units.list[title.left].first;
        let opens = document.sentences.get(document.sentence_of(first)).is_some_and(|s| s.start == first);
        let bare = title.determiner == Determiner::None && title.left < title.head;
        // "Lund mayor, Per Strand said, opened it": whoever says it is not in the statement
        let parenthetical = document.is(last + 2, ",");
        opens && bare && document.tag(last + 1).is_finite() && !parenthetical
    }

    /// "the army chief, General X, said", "the top envoy at the talks, X Y,": the holder's full name or rank
    /// and name between commas, behind a short phrase at most.
    pub(super) fn named_after_comma(&self, title: &Title, end: usize) -> Option<usize> {
        let units = &self.units;
        let marks = &units.marks;
        let document = self.document;
        let block = document.tokens[end].block;
        let mut at = end + 1;
        let phrase = matches!(document.word(at), "in" | "at" | "on" | "for" | "to");
        if phrase {
            let inside = |t: usize| {
                document.tokens.get(t).is_some_and(|t| t.block == block && t.is_word())
                    && (!document.tag(t).is_verb() || document.is(t - 1, "the"))
            };
            at = (at..at + 9).take_while(|&t| inside(t)).last()? + 1;
        }
        let mark = document.tokens.get(at).filter(|t| t.block == block)?.hash;
        if mark != marks.comma && mark != marks.open {
            return None;
        }
        let ranked = units.get(*units.of_token.get(at + 1)? as usize)?;
        let rank = ranked.first == at + 1 && ranked.has(RANK) && ranked.is_capital();
        let name = units.name_at(if rank { ranked.last + 1 } else { at + 1 })?;
        let after = document.tokens.get(units.names[name].last + 1).map(|t| t.hash);
        let closes = after.is_some_and(|h| [marks.comma, marks.close, marks.stop].contains(&h));
        let full =
            rank || phrase && units.names[name].words >= 2 && self.units.names[name].flags & (GIVEN_M | GIVEN_F) != 0;
        (full && closes && (title.determiner != Determiner::A || after != Some(marks.stop))).then_some(name)
    }
}
