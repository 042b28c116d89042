//! Officials: who holds an office in this story, which bodies are named, and where each comes again.
//! Reads titles and names into people, then resolves surnames and pronouns. Knows states; marks none.

use super::officials_titles::{Standing, Title, Titles};
use super::officials_units::Units;
use super::people::{self, Naming, People};
use super::{Layer, Mention};
use super::{officials_again, officials_bodies, officials_chambers, officials_home};
use crate::lexicon::offices::*;
use crate::rules;
use crate::text::{Document, Kind};
use crate::words;

/// How a holder stands to the title.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// "Minister X"
    Direct,
    /// "the minister, X,"
    Comma,
    /// "X, the minister,"
    Appositive,
    /// "X is the minister", "X, who is the minister"
    Copula,
    /// "the ministers: X and Y"
    Member,
}

pub(super) struct Officials<'a, 'b> {
    pub(super) document: &'a Document<'b>,
    pub(super) states: &'a [Mention],
    pub(super) units: Units,
    pub(super) people: People,
    pub(super) list: Vec<Mention>,
    /// Names that belong to a person already.
    pub(super) taken: Vec<bool>,
    /// Codes of the states and blocs that the story names.
    pub(super) present: Vec<&'a str>,
    /// For each person, the noun of the last office it was given.
    pub(super) heads: Vec<(usize, u64)>,
    /// Surnames of those who run for an office in this story: the list of leaders is not asked for them.
    pub(super) running: Vec<u64>,
}

/// The officials and bodies of a document, in reading order, and its people.
pub fn find(document: &Document, states: &[Mention]) -> (Vec<Mention>, People) {
    let units = Units::new(document, states);
    let taken = vec![false; units.names.len()];
    let mut present: Vec<&str> = states.iter().map(|s| s.entity.as_str()).collect();
    present.sort_unstable();
    present.dedup();
    let mut officials = Officials {
        document,
        states,
        units,
        people: People::default(),
        list: Vec::new(),
        taken,
        present,
        heads: Vec::new(),
        running: Vec::new(),
    };
    officials.read_own();
    officials.read_titles();
    officials.read_names();
    officials.read_surnames();
    officials.people.settle();
    officials.read_pronouns();
    officials.finish()
}

impl Officials<'_, '_> {
    fn read_titles(&mut self) {
        let mut open: Vec<Title> = Vec::new();
        let mut bodies = Vec::new();
        for at in 0..self.units.list.len() {
            let unit = self.units.list[at];
            if unit.has(OFFICE) && !unit.is_state() {
                let titles = Titles { document: self.document, units: &self.units, states: self.states };
                let met = !self.heads.is_empty() || !self.document.is(unit.last, "counterpart");
                if let Some(title) = titles.title(at).filter(|_| met) {
                    match title.standing {
                        Standing::Public | Standing::WithName => self.read_holder(title),
                        Standing::Open => open.push(title),
                        Standing::Private => {}
                    }
                }
            }
            if unit.has(BODY | ORGAN)
                && let Some(body) = officials_bodies::body(self.document, &self.units, at)
            {
                bodies.push(body);
            }
        }
        // offices that nothing made public count when their holder is known from elsewhere
        for title in open {
            self.read_open(title);
        }
        let mut ministry: Option<(String, Option<String>)> = None;
        for body in bodies {
            let (first, last) = (self.units.list[body.start].first, self.units.list[body.end].last);
            let bare_ministry = body.bare && self.document.is(last, "ministry");
            let state = body.fixed.map(str::to_owned).or_else(|| self.state_code(body.state));
            let mut entity = entity_of("body", state.as_deref(), &one_order(self.words(first, last)));
            let (mut known_state, mut rule) = (state, "official.body");
            if bare_ministry {
                if let Some((known, state)) = &ministry {
                    (entity, known_state, rule) = (known.clone(), state.clone(), "official.resolved");
                }
            } else if self.document.word(last).to_ascii_lowercase().starts_with("ministr") || body.end > body.start {
                ministry = Some((entity.clone(), known_state.clone()));
            }
            self.push("body", entity, first, last, known_state, None, rule);
        }
    }

    /// A title that is public: with its holder, or as a role.
    fn read_holder(&mut self, title: Title) {
        if let Some((name, link)) = self.holder(&title) {
            if link == Link::Direct && self.is_given_name(&title, name) {
                return;
            }
            self.hold(&title, name, link);
            if title.plural {
                self.further_holders(&title, name);
            }
        } else if title.plural && self.listed_holders(&title) {
            // the names are marked, the plural before them is nobody
        } else if title.standing == Standing::Public {
            self.role(&title);
        } else {
            // "the King" after "King Charles"
            self.refer(&title);
        }
    }

    fn read_open(&mut self, title: Title) {
        let Some((name, link)) = self.holder(&title) else {
            // "the spokesman", "the secretary": one who was named before
            if !self.refer(&title) && title.flags & SPOKES != 0 && self.speaks_for_an_official(&title) {
                self.role(&title);
            }
            return;
        };
        // "Minister X is the leader of the Farmers": what else he leads is no public office
        if link == Link::Copula && title.end > title.head {
            return;
        }
        let found = self.units.names[name];
        let words = People::name_words(self.document, found.first, found.last);
        let noun = self.document.word(self.units.list[title.head].last).to_ascii_lowercase();
        let serves = title.flags & SPOKES != 0 || noun.starts_with("advis") || noun == "aide";
        if self.people.find(&words, found.gender()).is_some_and(|p| self.people.list[p].is_official())
            || (serves && self.speaks_for_an_official(&title))
            || (title.capital && self.has_party(found.last))
            || (title.capital && crate::lexicon::leaders::by_name(&words).is_some())
        {
            self.hold(&title, name, link);
        }
    }

    /// "a spokesman for Mr X", where X holds an office in this story or is a known leader.
    /// … and "her spokesman", where she does.
    fn speaks_for_an_official(&self, title: &Title) -> bool {
        let owner = self.units.list[title.start].first.checked_sub(1);
        if let Some(pronoun) = owner.filter(|&t| self.document.any(t, words!("his" "her"))) {
            let holder = self.people.resolve_pronoun(self.document, pronoun);
            return title.flags & SPOKES != 0 && holder.is_some_and(|p| self.people.list[p].is_official());
        }
        let end = self.units.list[title.end].last;
        // "Mr Lund's spokesman"
        let possessive = owner.filter(|&t| t > 0 && self.document.any(t, words!("'s" "'")));
        let owner = possessive.and_then(|t| self.units.name_ending(t - 1));
        let name = owner.or_else(|| (end..end + 3).find_map(|t| self.units.name_at(t)));
        name.is_some_and(|n| {
            let found = &self.units.names[n];
            let words = People::name_words(self.document, found.first, found.last);
            let known = |l: &crate::lexicon::leaders::Leader| self.present.contains(&l.entity);
            let leader = crate::lexicon::leaders::by_name(&words).is_some()
                || words.len() == 1 && crate::lexicon::leaders::by_surname(words[0]).any(known);
            leader || self.people.find(&words, found.gender()).is_some_and(|p| self.people.list[p].is_official())
        })
    }

    /// Enters a holder, marks title and name, and remembers the office.
    pub(super) fn hold(&mut self, title: &Title, name: usize, link: Link) {
        let found = self.units.names[name];
        let (first, last) = (self.units.list[title.start].first, self.units.list[title.end].last);
        let words = self.words(first, last);
        let kind = if link == Link::Copula && self.was_until(title) { "former" } else { self.kind_of(title) };
        let person = self.enter(&found, title, &words, kind);
        let (state, entity) = (self.people.list[person].state.clone(), self.people.list[person].entity.clone());
        let name_first = found.first;
        match link {
            Link::Direct | Link::Comma => {
                let rule = if link == Link::Direct { "official.title-name" } else { "official.title-comma-name" };
                // "the mayor of Lund (X)" ends with its bracket
                let bracketed = link == Link::Comma && self.document.is(last + 1, "(");
                let close = found.last + usize::from(bracketed && self.document.is(found.last + 1, ")"));
                self.push(kind, entity, first, close, state, Some(words), rule);
                self.people.namings.push(Naming { first, last: found.last, person, full: true });
            }
            Link::Appositive | Link::Copula => {
                let from = found.honorific.unwrap_or(name_first);
                if !self.taken[name] {
                    self.push(
                        kind,
                        entity.clone(),
                        from,
                        found.last,
                        state.clone(),
                        Some(words.clone()),
                        "official.name-title",
                    );
                    self.people.namings.push(Naming { first: from, last: found.last, person, full: true });
                }
                let role = if kind == "named" { "role" } else { kind };
                self.push(role, entity, first, last, state, Some(words), "official.name-title");
                self.people.namings.push(Naming { first, last, person, full: false });
            }
            Link::Member => {
                self.push(kind, entity, name_first, found.last, state, Some(words), "official.title-name");
                self.people.namings.push(Naming { first: name_first, last: found.last, person, full: true });
            }
        }
        self.taken[name] = true;
    }

    /// "X, who was defence minister until the coup"
    fn was_until(&self, title: &Title) -> bool {
        let (first, last) = (self.units.list[title.left].first, self.units.list[title.end].last);
        let document = self.document;
        let was = first.checked_sub(1).is_some_and(|t| document.is(t, "was"));
        let clause = (last + 1..last + 9).take_while(|&t| document.tokens.get(t).is_some_and(|t| t.is_word()));
        was && clause.into_iter().any(|t| document.is(t, "until"))
    }

    /// "Prince Adjei, 27, a welder": a given name that reads like a title.
    fn is_given_name(&self, title: &Title, name: usize) -> bool {
        let document = self.document;
        let found = self.units.names[name];
        let titled = title.flags & MONARCH != 0 || document.is(self.units.list[title.end].last, "justice");
        let age = document.is(found.last + 1, ",")
            && document.tokens.get(found.last + 2).is_some_and(|t| t.kind == Kind::Number)
            && document.is(found.last + 3, ",")
            && matches!(document.word(found.last + 4), "a" | "an");
        titled && age && found.words == 1 && found.flags & (GIVEN_M | GIVEN_F) == 0
    }

    pub(super) fn kind_of(&self, title: &Title) -> &'static str {
        if title.flags & SPOKES != 0 {
            "spokesperson"
        } else if title.former {
            "former"
        } else {
            "named"
        }
    }

    pub(super) fn state_code(&self, state: Option<usize>) -> Option<String> {
        state.and_then(|s| self.states.get(s)).map(|s| s.entity.clone())
    }

    /// Lower-cased words of a token range, as a title is listed.
    pub(super) fn words(&self, first: usize, last: usize) -> String {
        self.document
            .span(first, last)
            .of(self.document.text)
            .to_lowercase()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[allow(clippy::too_many_arguments)]
    pub(super) fn push(
        &mut self,
        kind: &'static str,
        entity: String,
        first: usize,
        last: usize,
        state: Option<String>,
        title: Option<String>,
        rule: &'static str,
    ) {
        self.list.push(Mention {
            layer: Layer::Official,
            kind,
            entity,
            span: self.document.span(first, last),
            tokens: (first, last),
            reading: None,
            role: None,
            state,
            state_inferred: false,
            title,
            rule,
            confidence: if rule == super::OWN_RULE { 1.0 } else { rules::sure(rule) },
        });
    }

    /// Mentions in reading order without overlaps: the longer wins, then the earlier found.
    fn finish(mut self) -> (Vec<Mention>, People) {
        self.list.sort_by_key(|m| (std::cmp::Reverse(m.tokens.1 - m.tokens.0), m.tokens.0));
        let mut used = vec![false; self.document.tokens.len()];
        self.list.retain(|m| {
            let range = &mut used[m.tokens.0..=m.tokens.1];
            let free = !range.iter().any(|u| *u);
            if free {
                range.fill(true);
            }
            free
        });
        self.list.sort_by_key(|m| m.tokens.0);
        officials_chambers::chamber(self.document, &mut self.list);
        officials_again::share_bodies(self.document, &mut self.list);
        officials_again::bodies_again(self.document, &mut self.list);
        officials_again::fields_again(self.document, &mut self.list);
        officials_again::abbreviated(self.document, &mut self.list, &self.present);
        // a holder's fuller name may have come later: every mention bears the last word on it
        for person in &mut self.people.list {
            if !person.name.is_empty() {
                person.entity = entity_of("person", None, &person.name);
            }
        }
        for mention in &mut self.list {
            let Some(person) = self.people.by_entity(&mention.entity) else { continue };
            let person = &self.people.list[person];
            if person.entity != mention.entity {
                mention.entity.clone_from(&person.entity);
            }
            mention.state = mention.state.take().or_else(|| person.state.clone());
            mention.title = mention.title.take().or_else(|| person.title.clone());
        }
        officials_again::held_offices(self.document, &mut self.list);
        officials_home::settle(self.document, self.states, &self.units, &mut self.list);
        (self.list, self.people)
    }
}

/// "ministry of commerce", "ministry of foreign affairs": the same body as "commerce ministry", "foreign ministry".
fn one_order(words: String) -> String {
    for body in ["ministry", "department"] {
        let Some(field) = words.strip_prefix(body).and_then(|rest| rest.strip_prefix(" of ")) else { continue };
        let field = field.strip_prefix("the ").unwrap_or(field);
        let field = field.strip_suffix(" affairs").filter(|f| *f == "foreign").unwrap_or(field);
        return format!("{field} {body}");
    }
    words
}

/// `person:first-last`, `office:PRK-foreign-minister`: letters and digits in ASCII, joined by hyphens.
pub(super) fn entity_of(class: &str, state: Option<&str>, text: &str) -> String {
    let mut entity = String::with_capacity(text.len() + 12);
    entity.push_str(class);
    entity.push(':');
    if let Some(state) = state {
        entity.push_str(state.trim_start_matches("org:"));
        entity.push('-');
    }
    let mut gap = true;
    for c in text.chars() {
        match people::fold(c) {
            Some(folded) => {
                entity.push_str(folded.as_str());
                gap = false;
            }
            None if !gap && !matches!(c, '\'' | '’' | '.') => {
                entity.push('-');
                gap = true;
            }
            None => {}
        }
    }
    while entity.ends_with('-') {
        entity.pop();
    }
    entity
}
