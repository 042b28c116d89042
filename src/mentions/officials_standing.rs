//! Whether an office is a public one: decided from its noun and the words around it.
//! Knows nothing of who holds it.

use super::officials_titles::{Around, Determiner, Standing, Titles};
use super::officials_units::Unit;
use crate::lexicon::offices::*;
use crate::text::{Kind, Tag};

const TITLE_WORDS: Flags = FIELD | SUB | STATUS | GOV | FORMER | BODY;

impl Titles<'_, '_> {
    pub(super) fn standing(
        &self,
        unit: &Unit,
        around: &Around,
        determiner: Determiner,
        head: usize,
        end: usize,
    ) -> Standing {
        use Standing::*;
        let capital = unit.is_capital();
        let word = self.document.word(unit.last).to_ascii_lowercase();
        let state = around.state.is_some() || around.fixed.is_some() || unit.fixed.is_some() || around.region.is_some();
        let first = self.document.word(unit.first).to_ascii_lowercase();
        if unit.has(MONARCH) {
            // "Nathan King", "Burger King"
            let after_name = head > 0 && {
                let before = &self.units.list[head - 1];
                before.is_capital() && !before.is_state() && !before.has(NOT_NAME | TITLE_WORDS)
            };
            // "the emir, Sheikh X, will open": where a name is at hand
            let named = determiner == Determiner::The && end == head && !around.private && !after_name;
            return if named && !capital && !state && unit.fixed.is_none() {
                WithName
            } else if around.private || after_name || !capital && !state && unit.fixed.is_none() {
                Private
            } else if state {
                Public
            } else {
                WithName
            };
        }
        if unit.has(RANK) {
            let abbreviation = self.document.word(unit.last).ends_with('.');
            return if around.private && !around.public {
                Private
            } else if word == "captain" && !around.public {
                Open
            } else if capital || abbreviation || (around.public && !matches!(word.as_str(), "captain" | "major")) {
                WithName
            } else if determiner == Determiner::The {
                // "the general" may be one who was named before
                Open
            } else {
                Private
            };
        }
        let public_body = around.public || around.field;
        // "the bishops' conference's secretary general": of what body, no table knows
        if matches!(first.as_str(), "secretary" | "director")
            && word == "general"
            && around.unknown > 0
            && !around.public
            && !state
        {
            return if around.private { Private } else { Open };
        }
        if unit.has(SPOKES) {
            return if around.private && !around.public {
                Private
            } else if around.public
                || around.gov && around.field
                || unit.fixed.is_some()
                || first == "press" && capital && around.unknown == 0
            {
                Public
            } else {
                Open
            };
        }
        if word == "pm" {
            // "at 3 PM"
            let before = self.units.list.get(head.wrapping_sub(1));
            let number = before.is_some_and(|u| u.kind == Kind::Number || u.kind == Kind::Punct);
            return if !capital || number || self.document.word(unit.first) != "PM" { Private } else { Public };
        }
        if word == "premier" && !capital && self.plain_noun_follows(end) {
            return Private;
        }
        if first == "vice" && word == "president" {
            let before = self
                .units
                .list
                .get(head.wrapping_sub(1))
                .map_or("", |u| self.document.word(u.last))
                .to_ascii_lowercase();
            let firm =
                matches!(before.as_str(), "senior" | "executive" | "group" | "regional" | "global" | "corporate");
            return match determiner {
                _ if firm || around.private => Private,
                _ if around.public || unit.flags & PLURAL != 0 => Public,
                _ if around.unknown > 0 && !capital => Private,
                Determiner::A => Open,
                Determiner::The => Public,
                _ => WithName,
            };
        }
        if unit.has(WEAK) && !unit.has(HEAD) {
            if around.private {
                return Private;
            }
            if word == "counterpart" {
                return if around.public && determiner == Determiner::Possessive { WithName } else { Open };
            }
            // "the Spanish director": of films, for all the words tell
            let any_field = matches!(
                word.as_str(),
                "director" | "chairman" | "chair" | "chairwoman" | "chairperson" | "coordinator"
            );
            if any_field && !around.gov && !around.field && end == head {
                return Open;
            }
            let president = word == "president" || word == "presidents";
            // a people's name that no table knows: "Chechen President X"
            let before = self.units.list.get(head.wrapping_sub(1)).map_or("", |u| self.document.word(u.first));
            let people = around.unknown == 1 && ["ian", "ese", "ish", "yz", "hen"].iter().any(|e| before.ends_with(e));
            if president {
                return match determiner {
                    // "FIFA officials, including long-time president X"
                    Determiner::None if !capital && !around.public && self.private_before(head) => Open,
                    // "Ohio State President X" heads a university
                    _ if around.region == Some("USA") => Open,
                    Determiner::Possessive if !around.public => Open,
                    _ if around.public => Public,
                    _ if people && capital && end == head => WithName,
                    _ if around.unknown > 0 => {
                        if capital && end == head {
                            Open
                        } else {
                            Private
                        }
                    }
                    Determiner::A => Open,
                    Determiner::The => Public,
                    _ if capital || around.former => WithName,
                    _ if end == head => WithName,
                    _ => Open,
                };
            }
            if first == "chief" && word == "executive" || first == "executive" {
                let city = around.state.and_then(|s| self.states.get(s)).map(|s| s.entity.as_str());
                return if matches!(city, Some("HKG" | "MAC")) { Public } else { Private };
            }
            if word.starts_with("aide") || word.starts_with("advis") {
                return if around.public { WithName } else { Open };
            }
            if word == "official" || word == "officials" {
                return if around.public && !unit.has(PLURAL) { WithName } else { Open };
            }
            if around.public || (around.field && matches!(word.as_str(), "secretary" | "secretaries")) {
                return if around.unknown > 1 && !around.public { Open } else { Public };
            }
            if around.field && public_body && matches!(word.as_str(), "commissioner" | "chief" | "head" | "director") {
                return if state { Public } else { Open };
            }
            let named = matches!(
                word.as_str(),
                "speaker"
                    | "justice"
                    | "secretary"
                    | "commissioner"
                    | "representative"
                    | "commander"
                    | "superintendent"
                    | "inspector"
            );
            let of_a_region =
                around.region.is_some() && around.unknown == 0 && (word == "representative" || word == "delegate");
            if of_a_region {
                return WithName;
            }
            // "Victoria's treasurer"
            if around.region.is_some() && around.unknown == 0 && matches!(word.as_str(), "treasurer" | "comptroller") {
                return Public;
            }
            let ousted = around.former && word == "leader" && around.unknown == 0;
            // a general secretary leads a union or a party
            let general = first == "general";
            return if capital && named && !general && around.unknown == 0 || ousted { WithName } else { Open };
        }
        if around.private && !around.public { Private } else { Public }
    }

    /// A firm, a club or a federation stands shortly before in the sentence.
    fn private_before(&self, head: usize) -> bool {
        let sentence = self.document.sentence_of(self.units.list[head].first);
        (head.saturating_sub(12)..head).any(|u| {
            let unit = &self.units.list[u];
            unit.has(PRIVATE) && !unit.has(GOV | BODY | FIELD) && self.document.sentence_of(unit.first) == sentence
        })
    }

    /// A plain noun or adjective follows in lower case: the office only modifies it.
    pub(super) fn plain_noun_follows(&self, end: usize) -> bool {
        self.units.get(end + 1).is_some_and(|next| {
            let tag = self.document.tag(next.first);
            let same = self.document.tokens[next.first].block == self.document.tokens[self.units.list[end].last].block;
            let word = self.document.word(next.first);
            same && !super::officials_bodies::is_verbal_ending(word)
                && next.kind == Kind::Lower
                && !next.has(NOT_NAME)
                && (matches!(tag, Tag::Noun | Tag::NounPlural) || tag.is_adj())
        })
    }
}
