//! The grammar of titles: from the noun of an office to its whole title, leftwards over its fields
//! ("deputy foreign"), with the words that make it public or private; its phrase to the right ("of
//! education") is read by `officials_phrases`. Does not look for its holder.

use super::officials_units::{Unit, Units};
use super::{Mention, Reading};
use crate::lexicon::offices::*;
use crate::text::{Document, Kind, Tag, hash_word};
use crate::words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Determiner {
    None,
    The,
    A,
    Possessive,
}

/// Whether the words around an office make it a public one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Public,
    /// Public if a name follows it at once ("Secretary Rice").
    WithName,
    /// Nothing tells: public only if its holder is known from elsewhere.
    Open,
    Private,
}

/// An office with the words that belong to it; positions are units.
#[derive(Clone, Copy, Debug)]
pub struct Title {
    /// First unit of the title itself, states and "former" left out.
    pub start: usize,
    pub head: usize,
    /// Last unit of the title, its of-phrase included.
    pub end: usize,
    /// First unit that was read: determiner, state, owner.
    pub left: usize,
    pub flags: Flags,
    pub determiner: Determiner,
    /// Index of the state mention it serves.
    pub state: Option<usize>,
    pub fixed: Option<&'static str>,
    pub former: bool,
    pub standing: Standing,
    pub plural: bool,
    /// Capitalised head.
    pub capital: bool,
}

pub struct Titles<'a, 'b> {
    pub document: &'a Document<'b>,
    pub units: &'a Units,
    pub states: &'a [Mention],
}

/// What the words around an office say of it.
#[derive(Default)]
pub(super) struct Around {
    /// Words of government, a body, or a state as an adjective.
    pub(super) public: bool,
    /// A word of government or a body stands beside it, not a state's adjective alone.
    pub(super) gov: bool,
    pub(super) private: bool,
    pub(super) field: bool,
    /// Capitalised words that no table knows.
    pub(super) unknown: u8,
    pub(super) state: Option<usize>,
    pub(super) fixed: Option<&'static str>,
    /// The state of a region or city beside the office ("Ohio", "Shanghai").
    pub(super) region: Option<&'static str>,
    pub(super) former: bool,
}

impl Titles<'_, '_> {
    /// The title whose noun is this unit.
    pub fn title(&self, head: usize) -> Option<Title> {
        let unit = self.units.get(head).filter(|u| u.has(OFFICE))?;
        // "Aaron Judge", "Nathan King": the word is a family name
        if self.units.name_over(unit.first).is_some_and(|n| self.units.names[n].first < unit.first) {
            return None;
        }
        let mut around = Around::default();
        let (start, left, determiner) = self.leftwards(head, &mut around);
        let end = self.elect(self.rightwards(head, unit, &mut around));
        let capital = unit.is_capital();
        if capital && self.is_no_office(left, head, end) {
            return None;
        }
        around.private |= self.is_of_a_founder(head, end);
        let standing = self.standing(unit, &around, determiner, head, end);
        Some(Title {
            start,
            head,
            end,
            left,
            flags: unit.flags,
            determiner,
            state: around.state,
            fixed: unit.fixed.or(around.fixed).or(around.region.filter(|_| around.state.is_none())),
            former: around.former,
            standing,
            plural: unit.has(PLURAL),
            capital,
        })
    }

    /// "Gov.-elect", "Attorney General-designate": the end of the title with what hangs on it.
    fn elect(&self, end: usize) -> usize {
        let glued = |u: usize| self.unit(u).is_some_and(|u| self.document.tokens[u.first].glued);
        let hangs = self.hash(end + 1) == self.units.marks.hyphen
            && glued(end + 1)
            && glued(end + 2)
            && self
                .unit(end + 2)
                .is_some_and(|u| matches!(self.document.word(u.first), "elect" | "designate" | "nominate"));
        if hangs { end + 2 } else { end }
    }

    pub(super) fn hash(&self, unit: usize) -> u64 {
        self.units.hash(self.document, unit)
    }

    pub(super) fn unit(&self, unit: usize) -> Option<&Unit> {
        self.units.get(unit)
    }

    /// Whether a state mention stands as an adjective ("Iranian", "U.S."), not as a country name.
    fn adjectival(&self, unit: &Unit) -> bool {
        let Some(state) = unit.state.checked_sub(1).and_then(|s| self.states.get(s as usize)) else { return false };
        let word = self.document.word(unit.first);
        matches!(state.kind, "demonym" | "bloc" | "metonym")
            || state.reading == Some(Reading::Modifier)
            || (word.len() <= 4 && word.chars().all(|c| c.is_uppercase() || c == '.'))
    }

    fn leftwards(&self, head: usize, around: &mut Around) -> (usize, usize, Determiner) {
        let marks = &self.units.marks;
        let (mut start, mut left) = (head, head);
        let mut determiner = Determiner::None;
        // whether the title itself may still grow to the left
        let mut grows = true;
        let mut steps = 0;
        let mut skipped = 0;
        while let Some(at) = left.checked_sub(1) {
            let unit = &self.units.list[at];
            let hash = self.hash(at);
            let right = &self.units.list[left];
            if self.document.tokens[unit.first].block != self.document.tokens[right.first].block || steps > 10 {
                break;
            }
            steps += 1;
            if unit.kind == Kind::Punct {
                let glued = self.document.tokens[unit.first].glued && self.document.tokens[right.first].glued;
                if hash == marks.hyphen && glued && at > 0 {
                    // "ex-president", "then-Vice President", "US-backed"
                    let before = &self.units.list[at - 1];
                    around.former |= before.has(FORMER);
                    if before.is_state() && around.state.is_none() {
                        around.state = Some(before.state as usize - 1);
                    }
                    grows &= before.has(FORMER | FIELD | SUB);
                    left = at - 1;
                    continue;
                }
                if hash == marks.apostrophe && at > 0 {
                    determiner = Determiner::Possessive;
                    left = self.owner(at - 1, around);
                }
                break;
            }
            if hash == marks.s {
                determiner = Determiner::Possessive;
                left = if at > 0 { self.owner(at - 1, around) } else { at };
                break;
            }
            if hash == marks.the || self.is_determiner(hash) {
                determiner = match hash {
                    h if h == marks.the => Determiner::The,
                    h if h == marks.a || h == marks.an => Determiner::A,
                    _ => Determiner::Possessive,
                };
                left = at;
                break;
            }
            if unit.is_state() {
                around.state = around.state.or(Some(unit.state as usize - 1));
                around.public |= self.adjectival(unit) || unit.has(GOV);
                around.gov |=
                    self.states.get(unit.state as usize - 1).is_some_and(|s| matches!(s.kind, "bloc" | "metonym"));
                grows = false;
                left = at;
                continue;
            }
            if unit.has(REGION) && unit.is_capital() {
                around.region = around.region.or(unit.fixed);
                grows = false;
                left = at;
                continue;
            }
            // "Union Home Minister" is of a state, "union leader" is not
            let union = unit.has(SUB) && unit.is_capital() && right.has(HEAD | FIELD) && right.is_capital();
            if unit.has(PRIVATE) && !unit.has(FIELD | BODY) && !union {
                around.private = true;
                left = at;
                continue;
            }
            // "Democratic congressman", but no name that begins with "New"
            let long = self.document.word(unit.first).len() > 6;
            if unit.has(PASSING) && (!unit.is_capital() || right.is_capital() || long) {
                grows = false;
                left = at;
                continue;
            }
            // "the mayor of Lund and then governor X": what came next
            let next = self.document.is(unit.last, "then") && at > 0 && self.hash(at - 1) == marks.and;
            if unit.has(FORMER) && !next && !(unit.is_capital() && unit.has(GIVEN_M | GIVEN_F)) {
                around.former = true;
                grows = false;
                left = at;
                continue;
            }
            // "the second lawmaker to resign" counts people; "second secretary" is an office
            let counts = [marks.first, marks.second, marks.third].contains(&hash)
                && !right.has(SUB | RANK)
                && !self.document.is(right.first, "secretary");
            if counts {
                left = at;
                continue;
            }
            // "Department of Corrections director X"
            if hash == marks.of && at > 0 && self.is_department(at - 1) && right.is_capital() {
                (around.public, around.gov, around.unknown) = (true, true, 0);
                (start, left, grows) = (at - 1, at - 1, true);
                continue;
            }
            if unit.kind == Kind::Upper && self.units.letters.contains(&hash) {
                (around.public, around.gov) = (true, true);
                if grows {
                    start = at;
                }
                left = at;
                continue;
            }
            let title_word = FIELD | SUB | STATUS | GOV | BODY | ORGAN;
            // "Mount Royal Mayor": the end of a town's name
            let town = unit.is_capital()
                && self.document.any(unit.last, words!("royal" "east" "west" "north" "south"))
                && at.checked_sub(1).is_some_and(|b| {
                    let before = &self.units.list[b];
                    before.kind == Kind::Capital && before.flags & (title_word | NOT_NAME) == 0 && !before.is_state()
                });
            if unit.has(title_word) && !town && (unit.has(FIELD) || !self.looks_verbal(at)) {
                around.field |= unit.has(FIELD);
                around.public |= unit.has(GOV | BODY);
                around.gov |= unit.has(GOV | BODY | ORGAN);
                around.fixed = around.fixed.or(unit.fixed);
                if grows {
                    start = at;
                }
                left = at;
                continue;
            }
            if unit.has(HEAD | WEAK) && unit.is_capital() && right.is_capital() && right.has(RANK | HEAD) {
                // "Army Chief Gen. X"
                around.public |= unit.has(HEAD);
                around.gov |= unit.has(HEAD);
                if grows {
                    start = at;
                }
                left = at;
                continue;
            }
            if (hash == marks.and || hash == marks.ampersand)
                && (right.has(FIELD | GOV) || left == head && right.first != right.last)
                && at > 0
                && self.units.list[at - 1].has(FIELD | GOV | STATUS)
            {
                if grows {
                    start = at - 1;
                }
                left = at - 1;
                around.field = true;
                continue;
            }
            if unit.is_capital() && !unit.has(NOT_NAME | OFFICE | HONORIFIC_M | HONORIFIC_F) {
                around.unknown += 1;
                grows = false;
                left = at;
                if around.unknown > 4 {
                    break;
                }
                continue;
            }
            // "a far-right minister", "the 79-year-old president": adjectives that say nothing of the office
            let compound = self.document.tokens[unit.first].glued && self.hash(at.wrapping_sub(1)) == marks.hyphen
                || self.document.tokens[right.first].glued && skipped > 0;
            let plain = matches!(unit.kind, Kind::Lower | Kind::Number)
                && !unit.has(OFFICE | PRIVATE)
                && (compound || !unit.has(NOT_NAME | COMPOUND));
            if plain && skipped < 4 && (compound || self.document.tag(unit.first).is_adj()) {
                skipped += 1;
                grows = false;
                left = at;
                continue;
            }
            // "Venezuela's leftist president": look over one or two plain words for a state
            if unit.kind == Kind::Lower && !unit.has(NOT_NAME | OFFICE | COMPOUND) && !self.looks_verbal(at) {
                if let Some(found) = self.state_beyond(at, around) {
                    left = found;
                }
                break;
            }
            break;
        }
        (start, left, determiner)
    }

    /// "Department", "Bureau" before its "of".
    fn is_department(&self, unit: usize) -> bool {
        let noun = |u: &Unit| {
            u.is_capital()
                && self.document.any(u.last, words!("department" "ministry" "bureau" "directorate" "division"))
        };
        self.unit(unit).is_some_and(noun)
    }

    pub(super) fn is_determiner(&self, hash: u64) -> bool {
        let m = &self.units.marks;
        [m.a, m.an, m.his, m.her, m.their, m.its, m.our, m.my].contains(&hash)
    }

    /// Reads the owner of a title ("the country's", "France's", "the Indian army's"); its first unit.
    fn owner(&self, last: usize, around: &mut Around) -> usize {
        let mut at = last;
        for step in 0..5 {
            let unit = &self.units.list[at];
            if unit.is_state() {
                around.state = around.state.or(Some(unit.state as usize - 1));
                around.public = true;
            } else if unit.has(REGION) && unit.is_capital() {
                around.region = around.region.or(unit.fixed);
            } else if unit.has(PRIVATE) && !unit.has(GOV | BODY) {
                around.private = true;
            } else if unit.has(GOV | BODY | HEAD) || unit.has(RANK) && around.field {
                // "Gov. Lund's budget director"
                around.public = true;
                around.gov = true;
                around.fixed = around.fixed.or(unit.fixed);
            } else if unit.is_capital() {
                around.unknown += 1;
            } else if step > 0 || unit.kind == Kind::Punct {
                break;
            }
            match at.checked_sub(1) {
                Some(before)
                    if self.units.list[before].is_state()
                        || self.units.list[before].is_capital()
                        || self.units.list[before].has(GOV | BODY | FIELD | PRIVATE) =>
                {
                    at = before;
                }
                _ => break,
            }
        }
        // "the country's chief prosecutor": the article is the owner's
        let article = at
            .checked_sub(1)
            .filter(|&b| self.units.list[at].kind == Kind::Lower && self.hash(b) == self.units.marks.the);
        article.unwrap_or(at)
    }

    fn state_beyond(&self, at: usize, around: &mut Around) -> Option<usize> {
        for back in 1..=2 {
            let before = at.checked_sub(back)?;
            let unit = &self.units.list[before];
            let owner = self.hash(before) == self.units.marks.s;
            let state = if owner { before.checked_sub(1)? } else { before };
            let holder = &self.units.list[state];
            if holder.is_state() && (owner || self.adjectival(holder)) {
                around.state = around.state.or(Some(holder.state as usize - 1));
                around.public = true;
                return Some(state);
            }
            if unit.kind != Kind::Lower || unit.has(NOT_NAME | OFFICE) || self.looks_verbal(before) {
                return None;
            }
        }
        None
    }

    /// A verb by the tagger, in a place where nouns are expected.
    pub(super) fn looks_verbal(&self, unit: usize) -> bool {
        let Some(u) = self.unit(unit) else { return false };
        let tag = self.document.tag(u.first);
        u.first == u.last && matches!(tag, Tag::Aux | Tag::Modal | Tag::Verb3sg | Tag::VerbPast | Tag::VerbPresent)
    }
}

/// Function words, by length and a list: they end a phrase.
pub fn is_small_word(word: &str) -> bool {
    let hash = hash_word(word);
    crate::lexicon::offices::word(hash) & NOT_NAME != 0 && word.chars().next().is_some_and(char::is_lowercase)
}
