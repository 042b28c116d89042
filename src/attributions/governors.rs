//! The verb on which a participle, or a verb that a conjunction joins, hangs: it lends its subject.
//! Chooses among the finite verbs before; the subject itself is found by `subjects`.

use super::cues;
use super::reader::Reader;
use crate::chunks::{VerbForm, VerbGroup};
use crate::text::Tag;
use crate::words;

impl Reader<'_, '_> {
    /// The nearest finite verb before a token, preferring one that speaks; for a verb that a conjunction joins to it,
    /// one that agrees with it.
    pub(super) fn governor(&self, token: usize, joined: Option<&VerbGroup>) -> Option<&VerbGroup> {
        // a verb inside a quotation has no say outside it
        let outside = move |g: &VerbGroup| self.quoted(token) || !self.quoted(g.head);
        let agrees = move |g: &VerbGroup| joined.is_none_or(|j| self.number(g) * self.number(j) >= 0);
        let main = move |g: &&VerbGroup| {
            g.last < token && g.form == VerbForm::Finite && !self.in_relative(g) && outside(g) && agrees(g)
        };
        let before = || self.groups.iter().rev().filter(main);
        // "said that Reyes is playing a card and said that": what says something, not "play down"
        let reports = |g: &&VerbGroup| {
            let idle = |v: &cues::CueVerb| {
                g.passive && v.frames.any(cues::Frames::THING)
                    || v.frames == cues::Frames::default() && !self.is_particle(g.last + 1, v)
            };
            self.says(g) && !(!g.refused && self.tag(token) == Tag::Cconj && self.verb_at(g.head).is_some_and(idle))
        };
        // "Lund said the plan showed that he had failed, and accused": a comma before the conjunction leads back to the
        // sentence's own verb
        let own = joined.is_some() && token > self.start() && self.is_comma(token - 1);
        let opening = || self.groups.iter().find(main).filter(|g| self.says(g) && self.begins_clause(g));
        own.then(opening)
            .flatten()
            .or_else(|| before().find(reports))
            // "he seemed to suggest that the state could go on, stating": not the state
            .filter(|g| !self.stands_in_report(g))
            .or_else(|| before().find(|g| !self.stands_in_report(g)))
            .or_else(|| before().next())
            // with no finite verb before, the first participle is one that the tagger mistook
            .or_else(|| self.groups.iter().find(|g| g.last < token && g.form == VerbForm::Participle))
    }

    /// Whether the subject of a verb opens the sentence.
    fn begins_clause(&self, group: &VerbGroup) -> bool {
        let subject = group.first.checked_sub(1).and_then(|last| self.phrase_start(last));
        subject.is_some_and(|first| first <= self.start() + 1)
    }

    /// The number that a finite verb shows: 1 singular, -1 plural, 0 neither.
    fn number(&self, group: &VerbGroup) -> i8 {
        let plural_past = || self.document.is(group.first, "were");
        match self.tag(group.first) {
            _ if self.document.any(group.first, words!("is" "was" "has" "does" "'s")) => 1,
            _ if self.document.any(group.first, words!("are" "have" "do")) || plural_past() => -1,
            Tag::Verb3sg => 1,
            Tag::VerbPresent => -1,
            _ => 0,
        }
    }

    /// Whether a finite verb stands in the that-clause of an infinitive of saying. After a finite verb of
    /// saying the participle may be either's: "they reported that she had phoned him, saying …".
    fn stands_in_report(&self, group: &VerbGroup) -> bool {
        self.groups.iter().any(|g| {
            g.last < group.first
                && g.head > self.start()
                && self.document.is(g.head - 1, "to")
                && self.document.is(g.last + 1, "that")
                && self.verb_at(g.head).is_some()
        })
    }
}
