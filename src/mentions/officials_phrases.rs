//! The phrase behind the noun of an office: "of foreign affairs", "for education", "to Britain", "of the
//! Lombardy region". Decides how far the title runs and what the phrase says of it; what stands before the
//! noun is read with the titles.

use super::officials_titles::{Around, Titles, is_small_word};
use super::officials_units::Unit;
use crate::lexicon::offices::*;
use crate::text::Kind;

impl Titles<'_, '_> {
    /// Reads "of foreign affairs", "for education", "to Britain", "of the Lombardy region".
    pub(super) fn rightwards(&self, head: usize, unit: &Unit, around: &mut Around) -> usize {
        let marks = &self.units.marks;
        let preposition = self.hash(head + 1);
        if unit.has(RANK | MONARCH) && preposition != marks.of {
            return head;
        }
        let speaks_for = unit.has(SPOKES) && [marks.from, marks.with].contains(&preposition);
        if preposition == marks.from && !speaks_for {
            // "the defence ministers from Chad"
            if let Some(home) = self.unit(head + 2).filter(|u| u.is_state() && unit.has(HEAD)) {
                around.state = around.state.or(Some(home.state as usize - 1));
            }
            // "the senator from Ohio"
            if let Some(home) = self.unit(head + 2).filter(|u| u.is_capital() && unit.has(HEAD)) {
                around.region = around.region.or(home.fixed.filter(|_| home.has(REGION)));
            }
            return head;
        }
        if ![marks.of, marks.for_, marks.to, marks.at, marks.in_].contains(&preposition) && !speaks_for {
            return head;
        }
        let noun = self.document.word(unit.last).to_ascii_lowercase();
        let sent = [
            "ambassador",
            "envoy",
            "representative",
            "consul",
            "nuncio",
            "rapporteur",
            "adviser",
            "advisor",
            "aide",
            "undersecretary",
        ];
        if preposition == marks.to && !sent.iter().any(|n| noun.starts_with(n)) {
            return head;
        }
        let place_only = preposition == marks.at || preposition == marks.in_;
        let (mut at, mut end) = (head + 2, head);
        let mut steps = 0;
        let envoy = preposition == marks.to;
        let mut open = true;
        // a list of fields goes on to the "and" that stands here
        let mut listed = 0;
        // where the title would end if the state read last belongs to what follows
        let mut before_state = head;
        while let Some(next) = self.unit(at) {
            let hash = self.hash(at);
            let word = self.document.word(next.first);
            steps += 1;
            if steps > 9 && listed + 2 < at {
                break;
            }
            if hash == marks.the || hash == marks.and || hash == marks.ampersand || hash == marks.of {
                if hash == marks.and
                    && listed != at
                    && !self.unit(at + 1).is_some_and(|u| u.has(FIELD | GOV) || (envoy && u.is_state()))
                    && !(around.field && self.last_of_fields(at + 1))
                {
                    break;
                }
                at += 1;
                continue;
            }
            if hash == marks.hyphen && self.document.tokens[next.first].glued {
                at += 1;
                continue;
            }
            if hash == marks.comma && (listed > at || end + 1 == at) {
                if listed < at {
                    match self.fields_end(at + 1) {
                        Some(and) => listed = and,
                        None => break,
                    }
                }
                at += 1;
                continue;
            }
            if hash == marks.s || self.is_determiner(hash) {
                at += 1;
                continue;
            }
            // "of water and sanitation,"
            if hash != marks.comma && around.field && self.hash(at - 1) == marks.and && self.last_of_fields(at) {
                end = at;
                break;
            }
            if at <= listed + 1 && listed > 0 && next.is_capital() && !next.has(GIVEN_M | GIVEN_F | OFFICE) {
                around.field |= next.has(FIELD);
                end = at;
                at += 1;
                continue;
            }
            if next.is_state() {
                let more = self.unit(at + 1).filter(|u| u.is_capital() && !u.is_state());
                if unit.has(WEAK) && more.is_some_and(|u| !u.has(FIELD | GOV | BODY | ORGAN | GIVEN_M | GIVEN_F)) {
                    // "leader of the Belarus Popular Front"
                    around.private = true;
                }
                // "director of Save the Children Sudan"
                around.private |= unit.has(WEAK) && around.unknown > 0 && self.hash(at - 1) != marks.of;
                before_state = end;
                if !envoy {
                    around.state = around.state.or(Some(next.state as usize - 1));
                    around.public = true;
                }
                end = at;
            } else if next.has(REGION) && next.is_capital() {
                around.region = around.region.or(next.fixed);
                end = at;
            } else if next.has(PRIVATE) && !next.has(GOV | BODY | FIELD) {
                // "of a Spanish university": of what state does not make it public
                around.private = true;
                around.public = false;
                end = at;
            } else if let Some(committee) = super::officials_chambers::committee(self.document, self.units, at) {
                // "chairman of the House Committee on Fisheries"
                (around.public, around.gov) = (true, true);
                end = committee.end;
                at = end;
            } else if self.is_party_congress(at) {
                (around.private, around.public) = (true, false);
                end = at;
            } else if next.has(FIELD | GOV | BODY | ORGAN) {
                // "Royal Dutch", "Royal LePage": a firm's name
                let firm = self.document.is(next.last, "royal")
                    && self.unit(at + 1).is_some_and(|u| u.is_capital() && !u.has(BODY | FIELD | ORGAN));
                around.private |= firm;
                around.public |= next.has(GOV | BODY) && !firm;
                around.gov |= next.has(GOV | BODY | ORGAN) && !firm;
                around.field |= next.has(FIELD);
                around.fixed = around.fixed.or(next.fixed);
                open |= next.is_capital();
                end = at;
            } else if next.has(SUB | STATUS | FORMER) && next.kind == Kind::Lower {
                // belongs to what follows
            } else if next.has(OFFICE) {
                // "spokesman for President X", "aide to the president": its own title follows
                let head_of_state = self.document.is(next.last, "president") && self.hash(at - 1) == marks.the;
                around.public |= next.has(HEAD | RANK | MONARCH) || head_of_state;
                if self.units.list[at - 1].is_state() && end + 1 == at {
                    end = before_state;
                }
                break;
            } else if next.is_capital() && next.has(THING) && around.unknown > 0 && self.is_way(next) {
                // "the Mayor of Mill Street"
                around.private = true;
                end = at;
            } else if next.is_capital() && open && self.place_goes_on(at, end > head) {
                around.unknown += 1;
                end = at;
            } else if next.kind == Kind::Lower && !is_small_word(word) && !self.looks_verbal(at) {
                // a plain word counts only if one that decides follows: "the rowing club"
                let decides = |u: &Unit| u.has(PRIVATE | ORGAN | BODY | GOV | FIELD);
                if !self.unit(at + 1).is_some_and(decides) {
                    if end == head && !place_only {
                        around.private |= preposition != marks.for_;
                    }
                    break;
                }
                open = false;
            } else {
                break;
            }
            at += 1;
        }
        // a place after "in" tells the state but is not part of the title
        if place_only { head } else { end }
    }

    /// A plain noun that ends a title's fields: a comma or stop follows it.
    fn last_of_fields(&self, at: usize) -> bool {
        let marks = &self.units.marks;
        self.unit(at).is_some_and(|u| {
            u.kind == Kind::Lower && self.document.tag(u.last).is_noun() && !u.has(OFFICE | BODY | PRIVATE | NOT_NAME)
        }) && [marks.comma, marks.stop].contains(&self.hash(at + 1))
    }

    /// "of Forests, Lands and Rural Development": where the "and" stands that closes a list of fields.
    fn fields_end(&self, from: usize) -> Option<usize> {
        let marks = &self.units.marks;
        let mut field = false;
        for at in from..from + 9 {
            let unit = self.unit(at)?;
            let hash = self.hash(at);
            if hash == marks.and || hash == marks.ampersand {
                let goes_on = self.unit(at + 1).is_some_and(|u| u.is_capital() && !u.has(GIVEN_M | GIVEN_F | OFFICE));
                return (field && goes_on).then_some(at);
            }
            if hash != marks.comma && (!unit.is_capital() || unit.has(GIVEN_M | GIVEN_F | OFFICE)) {
                return None;
            }
            field |= unit.has(FIELD);
        }
        None
    }

    /// "of the All Farmers Congress": a party; a parliament's name has no other word before it than "National".
    fn is_party_congress(&self, at: usize) -> bool {
        let named = |u: usize| {
            self.unit(u).is_some_and(|u| {
                u.is_capital() && !u.is_state() && !u.has(OFFICE) && !self.document.is(u.last, "national")
            })
        };
        self.unit(at).is_some_and(|u| u.is_capital() && self.document.is(u.last, "congress"))
            && (named(at - 1) || self.document.is(self.units.list[at - 1].last, "national") && named(at - 2))
    }

    fn is_way(&self, unit: &Unit) -> bool {
        matches!(self.document.word(unit.last), "Street" | "Road" | "Lane" | "Avenue" | "Square" | "Hill" | "Park")
    }

    /// Whether a capitalised word after "of" still belongs to the place or body, and not to a name.
    fn place_goes_on(&self, at: usize, begun: bool) -> bool {
        if !begun {
            return true;
        }
        let unit = &self.units.list[at];
        let previous = self.document.word(self.units.list[at - 1].first);
        if unit.has(GIVEN_M | GIVEN_F) {
            return matches!(previous, "San" | "Santa" | "Saint" | "St." | "Los" | "Las");
        }
        // a name needs two words: what is left must not be one only
        let capitals = || (at..).map_while(|i| self.unit(i).filter(|u| u.is_capital() && !u.is_state())).take(5);
        let run = capitals().count();
        // "the Senate Armed Services Committee"
        if capitals().skip(1).any(|u| u.has(ORGAN | THING)) {
            return true;
        }
        let prefix = matches!(
            previous,
            "New"
                | "San"
                | "Santa"
                | "Saint"
                | "St."
                | "Los"
                | "Las"
                | "El"
                | "La"
                | "North"
                | "South"
                | "East"
                | "West"
                | "Upper"
                | "Lower"
                | "Great"
                | "Greater"
                | "Port"
                | "Fort"
                | "Cape"
                | "Rio"
                | "Sao"
                | "São"
                | "Hong"
                | "Al"
        );
        run < 2 || prefix
    }
}
