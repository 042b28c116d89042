//! Listens to a story in order: remembers who has spoken, and finds whom a pronoun stands for.
//! Nouns that refer back are in `anaphora`.

use super::Draft;
use super::cast::{Cast, Member, agree};
use super::kinds::{self, Who};
use super::naming;
use super::persons;
use super::reader::Range;
use crate::lexicon::{self, Class};
use crate::mentions::people::Gender;
use crate::text::{Document, Tag};
use crate::words;

/// Remembers who has spoken.
pub(super) struct Listener<'l, 'd, 'm> {
    pub(super) document: &'l Document<'d>,
    pub(super) cast: &'l Cast<'m>,
    /// Token and voice of everybody who has spoken, in the order read.
    pub(super) heard: Vec<(usize, Who)>,
    /// Indices into `heard` in the order of the tokens.
    pub(super) by_place: Vec<usize>,
}

impl Listener<'_, '_, '_> {
    pub(super) fn settle(
        &mut self,
        index: usize,
        drafts: &[Draft],
        parents: &[Option<usize>],
        voices: &mut Vec<Option<Who>>,
        deep: usize,
    ) {
        if voices[index].is_some() {
            return;
        }
        if let Some(parent) = parents[index].filter(|_| deep < 8) {
            self.settle(parent, drafts, parents, voices, deep + 1);
        }
        let around = parents[index].and_then(|p| voices[p].clone());
        let who = match drafts[index].source {
            None => Who::nobody(),
            Some(source) => self.as_somebody(&drafts[index], self.hear(source, around.as_ref())),
        };
        if let Some(source) = drafts[index].source
            && who.entity.is_some()
        {
            let place = self.by_place.partition_point(|&i| self.heard[i].0 <= source.0);
            self.by_place.insert(place, self.heard.len());
            self.heard.push((source.0, who.clone()));
        }
        voices[index] = Some(who);
    }

    /// A bare name of which nothing is known says “I”, asks or laughs: a person's, and no firm's.
    fn as_somebody(&self, draft: &Draft, who: Who) -> Who {
        let d = self.document;
        let unknown = who.kind == "organisation" && who.noun == 0 && !who.person;
        let bare = draft.source.is_some_and(|s| s.0 == s.1 && d.tag(s.0) == Tag::Propn);
        let own = |t: usize| d.quoted(t) && d.any(t, words!("i" "my" "me"));
        let speaks = || draft.content.iter().any(|c| (c.0..=c.1).any(own));
        let acts =
            matches!(draft.lemma, "ask" | "laugh" | "joke" | "recall" | "shrug" | "smile" | "sigh" | "cry" | "shout");
        if !(unknown && bare && (acts || speaks())) {
            return who;
        }
        let entity = who.entity.as_deref().and_then(|e| e.strip_prefix("org:")).map(|e| format!("person:{e}"));
        Who { kind: "witness", rung: 3, entity: entity.or(who.entity), person: true, sure: 0.7, ..who }
    }

    pub(super) fn hear(&self, source: Range, around: Option<&Who>) -> Who {
        let d = self.document;
        let single = source.0 == source.1;
        if single && let Some(who) = self.pronoun(source.0, around) {
            return who;
        }
        if let Some(who) = self.one_of_them(source) {
            return who;
        }
        // "one of the drivers": somebody described, and no crowd
        let one = d.are(source.0, &["one", "of"])
            && d.any(source.0 + 2, words!("the" "his" "her" "their" "its" "those" "these" "two" "three"));
        if one && source.0 + 3 <= source.1 {
            let who = self.hear((source.0 + 2, source.1), None);
            if who.rung >= 6 {
                let kind = if matches!(who.kind, "crowd" | "none") { "witness" } else { who.kind };
                return Who { kind, rung: 5, entity: None, plural: false, person: true, ..who };
            }
        }
        let mut naming = naming::read(d, source);
        // "Dean said": a word of office that is somebody's name in this story
        if naming.name.is_none()
            && naming.core.0 == naming.core.1
            && naming.determiner == naming::Determiner::None
            && d.tokens.get(naming.core.0).is_some_and(|t| t.is_capital())
            && self.cast.member_at(d, naming.core).is_some_and(|m| m.person && m.name.0 < m.name.1)
        {
            naming.name = Some(naming.core);
            naming.noun = None;
            naming.plural = false;
        }
        let mut who = kinds::read(d, self.cast, &naming, source);
        if who.anaphor || (who.name.is_empty() && who.entity.is_some()) {
            who = self.same_as_before(source, &naming, who);
        }
        if who.kind == "organisation" && who.noun != 0 && who.person {
            // "a spokesman" speaks for the body that was heard last
            who = self.spokesperson(source, &naming, who);
        }
        if let Some(pair) = self.both(&naming) {
            return pair;
        }
        if naming.joined {
            if who.rung == 3 {
                who.sure *= 0.9;
            }
            who.partner = self.partner(&naming, &who);
        }
        who
    }

    pub(super) fn last_heard(&self, before: usize, fits: impl Fn(&Who) -> bool) -> Option<&(usize, Who)> {
        let to = self.by_place.partition_point(|&i| self.heard[i].0 < before);
        self.by_place[..to].iter().rev().map(|&i| &self.heard[i]).find(|(_, who)| fits(who))
    }

    pub(super) fn pronoun(&self, token: usize, around: Option<&Who>) -> Option<Who> {
        let d = self.document;
        let wanted = if d.any(token, words!("he" "his" "him")) {
            Some(Gender::Male)
        } else if d.any(token, words!("she" "her" "hers")) {
            Some(Gender::Female)
        } else {
            None
        };
        if let Some(gender) = wanted {
            return Some(self.somebody(token, gender, around));
        }
        if d.any(token, words!("they" "their" "them")) {
            return Some(self.several(token, around));
        }
        if d.any(token, words!("it" "its")) {
            return Some(self.body(token, around));
        }
        if d.any(token, words!("i" "we" "my" "our" "me" "us"))
            && d.tokens.get(token).is_some_and(|t| t.kind != crate::text::Kind::Upper || d.is(token, "i"))
        {
            if let Some(around) = around {
                return Some(Who { sure: around.sure * 0.95, ..around.clone() });
            }
            if d.quoted(token) || after_open_mark(d, token) {
                // quoted, and nobody around is known: the last speaker
                return Some(self.last_heard(token, |w| w.person).map_or_else(
                    || Who { kind: "witness", rung: 5, entity: None, sure: 0.5, ..Who::nobody() },
                    |(_, w)| Who { sure: 0.8, ..w.clone() },
                ));
            }
            // the answers of an interview are the guest's
            if let Some(guest) = self.guest(token) {
                return Some(guest);
            }
            // outside quotations the page itself speaks
            return Some(Who {
                kind: "outlet",
                rung: 1,
                entity: Some("org:this-outlet".to_owned()),
                sure: 0.7,
                ..Who::nobody()
            });
        }
        if d.any(token, words!("who" "which" "that" "whom" "whose")) {
            return Some(self.antecedent(token));
        }
        None
    }

    /// The second of two who speak together: "the army and the police", "Chile and Peru".
    fn partner(&self, naming: &naming::Naming, first: &Who) -> Option<Box<Who>> {
        let tail = naming.tail.filter(|t| self.document.is(t.0, "and") && t.0 < t.1)?;
        let second = self.hear((tail.0 + 1, tail.1), None);
        let apart = second.entity.is_some() && second.entity != first.entity;
        (apart && first.entity.is_some() && first.rung <= 5 && second.rung <= 5 && second.partner.is_none())
            .then(|| Box::new(second))
    }

    /// "one of them", "another of them", "some of them": out of those who were heard last.
    fn one_of_them(&self, source: Range) -> Option<Who> {
        let d = self.document;
        let one = d.any(source.0, words!("one" "another" "two" "some" "many" "several" "most" "both"));
        if !one || source.1 != source.0 + 2 || !d.are(source.0 + 1, &["of", "them"]) {
            return None;
        }
        let (at, many) = self.last_heard(source.0, |w| w.plural)?;
        let single = d.any(source.0, words!("one" "another"));
        let near = d.sentence_of(source.0) - d.sentence_of(*at) <= 4;
        let name = kinds::text(d, source);
        near.then(|| Who {
            person: single,
            plural: !single,
            rung: if single { 5 } else { many.rung },
            entity: Some(format!("unnamed:{}-{}", super::cast::slug(&name), super::cast::slug(&many.name))),
            name: format!("{name} ({})", many.name),
            sure: 0.85,
            anaphor: false,
            ..many.clone()
        })
    }

    /// Who answers in a block that opens with "A:": the person the story names most.
    fn guest(&self, token: usize) -> Option<Who> {
        let d = self.document;
        let block = d.tokens.get(token)?.block;
        let first = d.tokens.partition_point(|t| t.block < block);
        if !(d.any(first, words!("a" "answer")) && d.is(first + 1, ":")) {
            return None;
        }
        let mut counts: Vec<u16> = vec![0; self.cast.members.len()];
        for (_, member) in &self.cast.seen {
            if let Some(count) = counts.get_mut(*member as usize) {
                *count += 1;
            }
        }
        let people = counts
            .iter()
            .enumerate()
            .filter(|(i, _)| self.cast.members.get(*i).is_some_and(|m| m.person && m.name.0 < m.name.1));
        let (index, _) = people.max_by_key(|(i, count)| (**count, std::cmp::Reverse(*i)))?;
        Some(Who { sure: 0.8, ..self.member(u16::try_from(index).ok()?) })
    }

    /// "he", "she": whoever holds the clause, the person the mentions layer found, the subject of the
    /// sentences before, or the last speaker.
    pub(super) fn somebody(&self, token: usize, wanted: Gender, around: Option<&Who>) -> Who {
        let d = self.document;
        let fits = |w: &Who| w.person && agree(w.gender, wanted);
        if let Some(mention) = self.cast.official_at(token).filter(|m| m.entity.starts_with("person:")) {
            return Who {
                kind: "official",
                rung: 3,
                name: self.cast.display(d, &mention.entity).unwrap_or_default(),
                entity: Some(mention.entity.clone()),
                state: mention.state.clone(),
                person: true,
                gender: wanted,
                ..Who::nobody()
            };
        }
        if let Some(around) = around.filter(|w| fits(w)) {
            return Who { sure: around.sure * 0.95, gender: wanted, ..around.clone() };
        }
        let spoke = self.last_heard(token, fits);
        let named = self.last_subject(token, wanted);
        // the mentions layer weighs subjects, genders and distance
        if let Some(found) = self.cast.people.resolve_pronoun(d, token).and_then(|p| self.cast.of_person(p)) {
            let silent = spoke.is_none_or(|(at, w)| {
                d.sentence_of(*at) + 1 < d.sentence_of(token)
                    || w.entity == self.cast.members.get(found as usize).map(|m| m.entity.clone())
            });
            if silent {
                let who = self.member(found);
                return Who { sure: 0.93, gender: wanted, ..who };
            }
        }
        let who = match (spoke, named) {
            (Some((at, _)), Some((later, member))) if later > *at => self.member(member),
            (Some((_, who)), _) => who.clone(),
            (None, Some((_, member))) => self.member(member),
            (None, None) => Who { kind: "witness", rung: 5, person: true, sure: 0.5, ..Who::nobody() },
        };
        Who { sure: who.sure * 0.93, gender: wanted, anaphor: false, ..who }
    }

    /// The person whom the nearest sentence before a token has as its subject.
    pub(super) fn last_subject(&self, token: usize, wanted: Gender) -> Option<(usize, u16)> {
        let d = self.document;
        let member = |m: u16| self.cast.members.get(m as usize);
        let to = self.cast.seen.partition_point(|(t, _)| *t < token);
        let sentence = d.sentence_of(token);
        let mut best: Option<(usize, u16, usize)> = None;
        for &(at, index) in self.cast.seen[..to].iter().rev().take(12) {
            let own = d.sentence_of(at);
            if sentence - own > 3 || d.quoted(at) {
                break;
            }
            let Some(m) = member(index) else { continue };
            if !m.person || !agree(m.gender, wanted) || !(m.sure || m.classes != 0) {
                continue;
            }
            let subject = d.sentences.get(own).is_some_and(|s| at - s.start < 9) && !after_preposition(d, at);
            let better = match best {
                None => true,
                Some((_, _, s)) => s == own && subject,
            };
            if better {
                best = Some((at, index, own));
            }
        }
        best.map(|(at, index, _)| (at, index))
    }

    fn kind_of(&self, member: &Member) -> &'static str {
        match persons::person_kind(member.classes, member.affiliation, member.noun) {
            "witness" if self.cast.household(self.document, member) => "organisation",
            kind => kind,
        }
    }

    /// A member of the cast as a voice.
    pub(super) fn member(&self, index: u16) -> Who {
        let Some(m) = self.cast.members.get(index as usize) else { return Who::nobody() };
        let official = self.cast.mentions.iter().find(|o| o.entity == m.entity && o.kind != "body");
        let kind = if official.is_some() { "official" } else { self.kind_of(m) };
        Who {
            kind: if m.person { kind } else { "organisation" },
            rung: if m.person { 3 } else { 4 },
            entity: Some(m.entity.clone()),
            name: self.document.span(m.name.0, m.name.1).of(self.document.text).to_owned(),
            state: m.state.clone(),
            person: m.person,
            gender: m.gender,
            noun: m.noun,
            ..Who::nobody()
        }
    }
}

/// Whether a quotation mark opens in the paragraph before a token and does not close before it.
fn after_open_mark(document: &Document, token: usize) -> bool {
    let Some(block) = document.tokens.get(token).map(|t| t.block) else { return false };
    let marks = document.tokens[..token].iter().rev().take_while(|t| t.block == block);
    let (mut straight, mut curly) = (0usize, 0isize);
    for t in marks.filter(|t| !t.is_word()) {
        match t.span().of(document.text) {
            "\"" => straight += 1,
            "“" => curly += 1,
            "”" => curly -= 1,
            _ => {}
        }
    }
    straight % 2 == 1 || curly > 0
}

/// Whether a preposition or an owner stands before a name and its titles.
pub(super) fn after_preposition(document: &Document, token: usize) -> bool {
    let mut t = token;
    while t > 0
        && token - t < 5
        && (document.tokens.get(t - 1).is_some_and(|k| k.is_capital())
            || lexicon::has(document.tokens.get(t - 1), Class::OfficialNoun)
            || document.any(t - 1, words!("the" "a" "his" "her")))
        && !document.any(t - 1, words!("in" "on" "at" "for" "with" "by"))
    {
        t -= 1;
    }
    t > 0 && document.any(t - 1, words!("of" "to" "with" "by" "from" "for" "against" "about" "on" "at" "between" "under" "after" "before" "over" "in" "'s" "told" "asked" "than" "like"))
}
