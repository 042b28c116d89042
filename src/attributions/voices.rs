//! Who the source is: kind, rung and voice of every attribution, in the order in which a reader meets
//! them, so that "he", "the agency" and "the ministry" find the voice they stand for.
//! Takes the spans as they are; never changes source, cue or content.

use super::anonymity::{self, Note};
use super::cast::{Cast, agree};
use super::hands::{self, Carriage};
use super::kinds::{self, Who};
use super::naming::{self, GROUPS, PERSONS, bits};
use super::nesting;
use super::reader::Range;
use super::{Attribution, Draft, Form};
use crate::lexicon::{self, Class};
use crate::mentions::Mentions;
use crate::mentions::people::Gender;
use crate::rules;
use crate::text::{Document, Tag};
use crate::words;

/// Verbs by which an outlet vouches for what it writes.
const VERIFYING: &[&str] =
    &["verify", "establish", "observe", "witness", "see", "learn", "review", "determine", "ascertain"];

/// Names the voice of every draft.
pub(super) fn identify(document: &Document, mentions: &Mentions, drafts: Vec<Draft>) -> Vec<Attribution> {
    if drafts.is_empty() {
        return Vec::new();
    }
    let cast = Cast::new(document, mentions);
    let parents = nesting::parents(&drafts);
    let notes = anonymity::notes(document);
    let mut listener = Listener { document, cast: &cast, heard: Vec::new() };
    let mut voices: Vec<Option<Who>> = vec![None; drafts.len()];
    // a nested "I" or "he" needs the voice around it: parents go first, whatever their place
    for index in 0..drafts.len() {
        listener.settle(index, &drafts, &parents, &mut voices, 0);
    }
    let voices: Vec<Who> = voices.into_iter().map(|w| w.unwrap_or_else(Who::nobody)).collect();
    let depths = depths(document, &drafts, &parents, &voices);
    drafts
        .into_iter()
        .zip(voices)
        .enumerate()
        .map(|(index, (draft, who))| attribute(document, &cast, draft, who, parents[index], depths[index], &notes))
        .collect()
}

fn attribute(
    document: &Document,
    cast: &Cast,
    draft: Draft,
    who: Who,
    parent: Option<usize>,
    mut depth: u8,
    notes: &[Note],
) -> Attribution {
    let form = form(document, &draft);
    let mut flags = Vec::new();
    let mut via = None;
    if let Some((outlet, carriage)) = hands::via(document, cast, draft.cue, draft.source)
        && who.entity.as_deref() != Some(outlet.entity)
    {
        via = Some(outlet.entity.to_owned());
        if outlet.wire {
            flags.push("wire");
        }
        if outlet.kind == "state-media" {
            flags.push("state-media");
        }
        if carriage == Carriage::Carried && parent.is_none() {
            depth = depth.max(2);
        }
    }
    if who.wire {
        flags.push("wire");
    }
    if who.state_media {
        flags.push("state-media");
    }
    let (mut kind, mut rung) = (who.kind, who.rung);
    // the outlet's own people saw it, or it checked for itself
    let saw = draft.rule == "sourcing.witness"
        || (matches!(kind, "outlet" | "wire") && !draft.negated && VERIFYING.contains(&draft.lemma));
    if saw {
        rung = 1;
        kind = if who.wire && kind == "wire" { "wire" } else { "outlet" };
    }
    let mut reason = None;
    if matches!(rung, 5 | 6)
        && let Some(note) = note_for(document, &draft, notes)
    {
        flags.extend(note.flag);
        reason = note.reason;
        if kind == "witness" || kind == "organisation" {
            kind = "anonymous";
        }
    }
    flags.sort_unstable();
    flags.dedup();
    Attribution {
        confidence: rules::sure(draft.rule) * if draft.source.is_some() { 0.9 + 0.1 * who.sure } else { 1.0 },
        source: draft.source,
        cue: draft.cue,
        content: draft.content,
        class: draft.class,
        form,
        stance: draft.stance,
        rung,
        source_kind: kind,
        depth,
        parent,
        entity: who.entity,
        name: who.name,
        state: who.state,
        via,
        reason,
        flags,
        rule: draft.rule,
    }
}

/// The words about anonymity in an attribution's sentence, or in the next when that goes on about it.
fn note_for<'n>(document: &Document, draft: &Draft, notes: &'n [Note]) -> Option<&'n Note> {
    let sentence = document.sentence_of(draft.cue.0);
    notes.iter().find(|note| {
        let at = document.sentence_of(note.tokens.0);
        let goes_on = || {
            let Some(s) = document.sentences.get(at) else { return false };
            document.any(s.start, words!("he" "she" "they" "both" "all"))
                || (document.any(s.start, words!("the" "this" "these"))
                    && naming::noun(document, s.start + 1).0 & PERSONS != 0)
        };
        let inside = draft.source.is_some_and(|s| s.0 <= note.tokens.0 && note.tokens.1 <= s.1);
        let quoted = document.tokens.get(note.tokens.0).is_some_and(|t| t.quote != 0);
        inside || (!quoted && (at == sentence || (at == sentence + 1 && goes_on())))
    })
}

/// Hands: one, and one more for every different voice around it.
fn depths(document: &Document, drafts: &[Draft], parents: &[Option<usize>], voices: &[Who]) -> Vec<u8> {
    (0..drafts.len())
        .map(|index| {
            let mut depth = 1u8;
            let mut seen = index;
            let mut steps = 0;
            while let Some(parent) = parents[seen].filter(|_| steps < 6) {
                let same = voices[parent].entity.is_some() && voices[parent].entity == voices[seen].entity;
                if !same && voices[parent].kind != "none" && voices[seen].kind != "none" {
                    depth += 1;
                }
                seen = parent;
                steps += 1;
            }
            let quoted = drafts[index].rule == "sourcing.quoted-as"
                && (drafts[index].source.is_some_and(|s| hands::quoter(document, s).is_some())
                    || document.any(drafts[index].cue.0, words!("was" "were" "is" "been" "has" "had")));
            if quoted && depth == 1 { 2 } else { depth }
        })
        .collect()
}

/// Remembers who has spoken.
struct Listener<'l, 'd, 'm> {
    document: &'l Document<'d>,
    cast: &'l Cast<'m>,
    /// Token and voice of everybody who has spoken, in the order read.
    heard: Vec<(usize, Who)>,
}

impl Listener<'_, '_, '_> {
    fn settle(
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
            Some(source) => self.hear(source, around.as_ref()),
        };
        if let Some(source) = drafts[index].source
            && who.entity.is_some()
        {
            self.heard.push((source.0, who.clone()));
        }
        voices[index] = Some(who);
    }

    fn hear(&self, source: Range, around: Option<&Who>) -> Who {
        let d = self.document;
        let single = source.0 == source.1;
        if single && let Some(who) = self.pronoun(source.0, around) {
            return who;
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
        if naming.joined && who.rung == 3 {
            who.sure *= 0.9;
        }
        who
    }

    /// "both men", "the couple": the last two people the story named.
    fn both(&self, naming: &naming::Naming) -> Option<Who> {
        let d = self.document;
        let noun = naming.noun.filter(|_| naming.name.is_none() && naming.tail.is_none())?;
        let before = naming.core.0.checked_sub(1)?;
        let two = d.any(before, words!("both" "two"))
            && d.any(noun, words!("men" "women" "brothers" "sisters"))
            && (d.is(before, "both") || d.is(before.checked_sub(1)?, "the"))
            || naming.determiner == naming::Determiner::Definite && d.any(noun, words!("couple" "pair" "duo"));
        if !two {
            return None;
        }
        let to = self.cast.seen.partition_point(|(t, _)| *t < naming.core.0);
        let mut people: Vec<u16> = Vec::new();
        for (_, index) in self.cast.seen[..to].iter().rev() {
            if self.cast.members.get(*index as usize).is_some_and(|m| m.person && m.name.0 < m.name.1)
                && !people.contains(index)
            {
                people.push(*index);
            }
        }
        let last = *people.first()?;
        let other = *people.get(1)?;
        let mut who = self.member(other);
        let name = [self.member(other).name, self.member(last).name].join(" and ");
        who.entity = Some(format!("crowd:{}", super::cast::slug(&name)));
        Some(Who { name, person: false, plural: true, sure: 0.6, ..who })
    }

    fn last_heard(&self, before: usize, fits: impl Fn(&Who) -> bool) -> Option<&(usize, Who)> {
        self.heard.iter().filter(|(t, w)| *t < before && fits(w)).max_by_key(|(t, _)| *t)
    }

    fn pronoun(&self, token: usize, around: Option<&Who>) -> Option<Who> {
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
            if d.tokens.get(token).is_some_and(|t| t.quote != 0) || after_open_mark(d, token) {
                // quoted, and nobody around is known: the last speaker
                return Some(self.last_heard(token, |w| w.person).map_or_else(
                    || Who { kind: "witness", rung: 5, entity: None, sure: 0.5, ..Who::nobody() },
                    |(_, w)| Who { sure: 0.8, ..w.clone() },
                ));
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

    /// "he", "she": whoever holds the clause, the person the mentions layer found, the subject of the
    /// sentences before, or the last speaker.
    fn somebody(&self, token: usize, wanted: Gender, around: Option<&Who>) -> Who {
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
    fn last_subject(&self, token: usize, wanted: Gender) -> Option<(usize, u16)> {
        let d = self.document;
        let member = |m: u16| self.cast.members.get(m as usize);
        let to = self.cast.seen.partition_point(|(t, _)| *t < token);
        let sentence = d.sentence_of(token);
        let mut best: Option<(usize, u16, usize, bool)> = None;
        for &(at, index) in self.cast.seen[..to].iter().rev().take(12) {
            let own = d.sentence_of(at);
            if sentence - own > 3 || d.tokens.get(at).is_some_and(|t| t.quote != 0) {
                break;
            }
            let Some(m) = member(index) else { continue };
            if !m.person || !agree(m.gender, wanted) || !(m.sure || m.classes != 0) {
                continue;
            }
            let subject = d.sentences.get(own).is_some_and(|s| at - s.start < 9) && !after_preposition(d, at);
            let better = match best {
                None => true,
                Some((_, _, s, is_subject)) => s == own && subject && !is_subject || s == own && subject && is_subject,
            };
            if better {
                best = Some((at, index, own, subject));
            }
        }
        best.map(|(at, index, _, _)| (at, index))
    }

    /// A member of the cast as a voice.
    fn member(&self, index: u16) -> Who {
        let Some(m) = self.cast.members.get(index as usize) else { return Who::nobody() };
        let official = self.cast.mentions.iter().find(|o| o.entity == m.entity && o.kind != "body");
        let kind = if official.is_some() { "official" } else { kinds::person_kind(m.classes, m.affiliation, m.noun) };
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

    /// "they": the last who were several, else the last who were not one person.
    fn several(&self, token: usize, around: Option<&Who>) -> Who {
        let d = self.document;
        if let Some(around) = around.filter(|w| w.plural || !w.person) {
            return Who { sure: around.sure * 0.9, ..around.clone() };
        }
        // "the officials went to the station, where they claimed": several in the same sentence
        let sentence = d.sentences.get(d.sentence_of(token));
        let own = sentence.and_then(|s| {
            (s.start..token).rev().take(30).find(|&t| {
                let (classes, plural) = naming::noun(d, t);
                plural && classes & (PERSONS | bits(&[Class::CrowdNoun])) != 0 && !after_preposition(d, t)
            })
        });
        if let Some(noun) = own {
            let first = sentence.and_then(|s| crate::text::chunks::noun_phrase_start(d, s.start, noun)).unwrap_or(noun);
            let heard = self.heard.iter().rev().find(|(t, _)| first <= *t && *t <= noun).map(|(_, w)| w.clone());
            let who = heard.unwrap_or_else(|| {
                let naming = naming::read(d, (first, noun));
                kinds::read(d, self.cast, &naming, (first, noun))
            });
            return Who { sure: who.sure * 0.85, anaphor: false, ..who };
        }
        let near = |w: &Who| w.plural;
        let who =
            self.last_heard(token, near).or_else(|| self.last_heard(token, |w| !w.person && w.kind != "document"));
        match who {
            Some((at, who)) if token - at < 120 => Who { sure: who.sure * 0.85, anaphor: false, ..who.clone() },
            _ => Who {
                kind: "crowd",
                rung: 6,
                entity: None,
                name: String::new(),
                plural: true,
                sure: 0.5,
                ..Who::nobody()
            },
        }
    }

    /// "it": the last body, state, organisation or document that spoke.
    fn body(&self, token: usize, around: Option<&Who>) -> Who {
        if let Some(around) = around.filter(|w| !w.person && !w.plural) {
            return Who { sure: around.sure * 0.9, ..around.clone() };
        }
        match self.last_heard(token, |w| !w.person && !w.plural) {
            Some((at, who)) if token - at < 120 => Who { sure: who.sure * 0.9, anaphor: false, ..who.clone() },
            _ => {
                // not heard yet: a state or organisation at the head of the sentences before
                let seen = self.cast.seen.iter().rev().find(|(t, m)| {
                    *t < token && token - t < 60 && self.cast.members.get(*m as usize).is_some_and(|m| !m.person)
                });
                match seen {
                    Some((_, index)) => Who { sure: 0.7, ..self.member(*index) },
                    None => Who { kind: "organisation", rung: 4, entity: None, sure: 0.5, ..Who::nobody() },
                }
            }
        }
    }

    /// What "who" or "which" hangs on: the phrase before it.
    fn antecedent(&self, token: usize) -> Who {
        let d = self.document;
        let sentence = d.sentences.get(d.sentence_of(token));
        let floor = sentence.map_or(0, |s| s.start);
        let mut last = token;
        while last > floor && !d.tokens.get(last - 1).is_some_and(|t| t.is_word()) {
            last -= 1;
        }
        let Some(last) = last.checked_sub(1).filter(|&t| t >= floor) else { return Who::nobody() };
        let start = |last: usize| {
            let mut first = crate::text::chunks::noun_phrase_start(d, floor, last).unwrap_or(last);
            // a title in capitals before a name belongs to it
            while first > floor
                && d.tokens.get(first - 1).is_some_and(|t| t.is_capital())
                && d.tokens.get(first).is_some_and(|t| t.is_capital())
            {
                first -= 1;
            }
            first
        };
        let mut range = (start(last), last);
        // "a farmer from the north who said", "a staffer at the department who told": a person, not the
        // complement's last word
        let human = d.is(token, "who");
        for _ in 0..3 {
            let (classes, _) = naming::noun(d, range.0.max(last));
            let (head_classes, _) = naming::noun(d, range.1);
            let person = head_classes & (PERSONS | bits(&[Class::CrowdNoun])) != 0
                || self.cast.member_at(d, (last, last)).is_some_and(|m| m.person) && range.1 == last;
            let enough = if human { person } else { (classes | head_classes) & (PERSONS | GROUPS) != 0 };
            let before = range.0.checked_sub(2).filter(|&t| t >= floor && d.tag(range.0 - 1) == Tag::Adp);
            let Some(head) = before.filter(|_| !enough) else { break };
            if !(d.tag(head).is_noun() || naming::noun(d, head).0 != 0) {
                break;
            }
            range = (start(head), head);
        }
        // ", a staffer at the department who": the name before the appositive
        if range.0 > floor + 1
            && d.is(range.0 - 1, ",")
            && d.any(range.0, words!("a" "an" "the"))
            && d.tokens.get(range.0 - 2).is_some_and(|t| t.is_capital())
            && self.cast.member_at(d, (range.0 - 2, range.0 - 2)).is_some_and(|m| m.person)
        {
            let name = range.0 - 2;
            range = (start(name), last);
        } else {
            range.1 = last;
        }
        let who = self.hear(range, None);
        Who { sure: who.sure * 0.9, ..who }
    }

    /// "the agency", "the ministry", "the widow": the voice heard or named before that the noun fits.
    fn same_as_before(&self, source: Range, naming: &naming::Naming, who: Who) -> Who {
        let d = self.document;
        let noun = who.noun;
        let head = naming.noun.unwrap_or(naming.core.1);
        let (classes, _) = naming::noun(d, head);
        // qualified nouns name somebody new: "the Swedish company", "the ministry of health"
        let qualified = naming.core.0 < head || naming.tail.is_some();
        let keep = |found: &Who| {
            let rung = if found.person { found.rung } else { found.rung.min(who.rung) };
            Who { sure: found.sure * 0.92, anaphor: false, rung, ..found.clone() }
        };
        if !naming.asides.is_empty() && naming.asides.iter().all(|a| !d.any(a.0, words!("who" "which"))) {
            return who;
        }
        let same_noun = self.last_heard(source.0, |w| w.noun == noun && noun != 0 && w.plural == who.plural);
        if !qualified {
            if let Some((_, found)) = same_noun {
                return keep(found);
            }
            if let Some(mention) = self.mention_like(head, source.0, &who) {
                return mention;
            }
            let group = classes & GROUPS != 0 && classes & PERSONS == 0;
            if group {
                let fits = |w: &Who| {
                    !w.person && !w.plural && match () {
                        _ if d.any(head, words!("agency" "newswire" "service")) => w.wire || w.state_media,
                        _ if d.any(head, words!("newspaper" "paper" "broadcaster" "network" "magazine" "outlet" "channel" "website" "daily")) => matches!(w.kind, "outlet" | "state-media"),
                        _ if classes & bits(&[Class::BodyNoun]) != 0 && classes & bits(&[Class::OrganisationNoun]) == 0 => false,
                        _ => w.kind == "organisation",
                    }
                };
                if let Some((_, found)) = self.last_heard(source.0, fits) {
                    return keep(found);
                }
                // an organisation named before that has not spoken yet
                let seen = self.cast.seen.iter().rev().find(|(t, m)| {
                    *t < source.0
                        && self.cast.members.get(*m as usize).is_some_and(|m| {
                            !m.person
                                && (m.noun == noun
                                    || d.any(head, words!("company" "firm" "group" "organisation" "organization")))
                        })
                });
                if let Some((_, index)) = seen {
                    let mut found = self.member(*index);
                    found.kind = who.kind;
                    return Who { sure: 0.85, ..found };
                }
                return who;
            }
            if who.person {
                let fits = |w: &Who| w.person && w.rung == 3 && described_as(self.cast, w, noun);
                if let Some((_, found)) = self.last_heard(source.0, fits) {
                    return keep(found);
                }
                // somebody whom the story has described so
                let seen = self.cast.seen.iter().rev().find(|(t, m)| {
                    *t < source.0 && self.cast.members.get(*m as usize).is_some_and(|m| m.person && m.noun == noun)
                });
                if let Some((_, index)) = seen {
                    return Who { sure: 0.85, ..self.member(*index) };
                }
                // "the man", "the official" after one who was not named
                let fits = |w: &Who| w.person && w.rung == 5 && w.kind == who.kind && agree(w.gender, who.gender);
                if d.any(head, words!("man" "woman" "official" "source" "person" "witness"))
                    && let Some((_, found)) = self.last_heard(source.0, fits)
                {
                    return keep(found);
                }
            }
            if who.kind == "document"
                && d.any(head, words!("statement" "letter" "release" "post" "message" "tweet" "note" "email"))
                && let Some((_, found)) = self.last_heard(source.0, |w| w.kind != "document" && w.rung <= 5)
            {
                return Who { sure: 0.8, ..found.clone() };
            }
            return who;
        }
        // "the Wikileaks founder", "the UN chief": described before under the same noun
        match same_noun {
            Some((_, found)) if who.person && found.rung == 3 => Who { sure: 0.75, ..keep(found) },
            _ => {
                let seen = self.cast.seen.iter().rev().find(|(t, m)| {
                    *t < source.0
                        && self.cast.members.get(*m as usize).is_some_and(|m| m.person && m.noun == noun && m.noun != 0)
                });
                match seen {
                    Some((_, index)) if who.person && naming.tail.is_none() && naming.core.1 - naming.core.0 <= 2 => {
                        Who { sure: 0.7, ..self.member(*index) }
                    }
                    _ => who,
                }
            }
        }
    }

    /// An official or body that the mentions layer found under the same noun.
    fn mention_like(&self, head: usize, before: usize, who: &Who) -> Option<Who> {
        let d = self.document;
        let hash = d.tokens.get(head)?.hash;
        let to = self.cast.mentions.partition_point(|m| m.tokens.0 < before);
        let found = self.cast.mentions.get(..to)?.iter().rev().find(|m| {
            m.layer == crate::mentions::Layer::Official
                && m.kind != "former"
                && ((m.kind == "body") == !who.person)
                && (m.tokens.0..=m.tokens.1).any(|t| d.tokens.get(t).is_some_and(|k| k.hash == hash))
        })?;
        let named = found.entity.starts_with("person:");
        let name = if named { self.cast.display(d, &found.entity) } else { None };
        Some(Who {
            kind: "official",
            rung: if named { 3 } else { who.rung },
            entity: Some(found.entity.clone()),
            name: name.unwrap_or_else(|| found.span.of(d.text).to_owned()),
            state: found.state.clone(),
            sure: 0.9,
            anaphor: false,
            ..who.clone()
        })
    }

    /// "a spokesman" without a body: speaks for the official body heard last, if one was.
    fn spokesperson(&self, source: Range, naming: &naming::Naming, who: Who) -> Who {
        let bare = naming.tail.is_none()
            && naming.possessor.is_none()
            && naming.noun == Some(naming.core.0)
            && naming.name.is_none();
        let spokes =
            naming.noun.is_some_and(|n| self.document.any(n, words!("spokesman" "spokeswoman" "spokesperson")));
        if !(bare && spokes) {
            return who;
        }
        match self.last_heard(source.0, |w| matches!(w.kind, "official" | "organisation") && !w.plural) {
            Some((_, before)) if before.kind == "official" => {
                Who { kind: "official", state: before.state.clone(), sure: 0.8, ..who }
            }
            _ => who,
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

/// Whether the story describes a voice by this noun.
fn described_as(cast: &Cast, who: &Who, noun: u64) -> bool {
    noun != 0
        && (who.noun == noun
            || who.entity.as_deref().is_some_and(|e| cast.members.iter().any(|m| m.entity == e && m.noun == noun)))
}

/// Whether a preposition or an owner stands before a name and its titles.
fn after_preposition(document: &Document, token: usize) -> bool {
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

/// Direct when all content is quoted, mixed when some is, a scare quote when only a few words are.
fn form(document: &Document, draft: &Draft) -> Form {
    let quoted = |t: usize| document.tokens.get(t).is_some_and(|t| t.quote != 0);
    if draft.rule == "sourcing.interview" {
        return Form::Direct;
    }
    let (mut inside, mut outside) = (0usize, 0usize);
    for &(first, last) in &draft.content {
        for t in first..=last {
            if document.tokens.get(t).is_some_and(|t| t.is_word()) {
                if quoted(t) { inside += 1 } else { outside += 1 }
            }
        }
    }
    match (inside, outside) {
        (0, _) => Form::Indirect,
        (_, 0) => Form::Direct,
        // a few quoted words inside somebody else's; what begins with the quotation reports it
        (n, o) if n <= 3 && o <= 8 && !draft.content.first().is_some_and(|c| quoted(c.0)) => Form::ScareQuote,
        _ => Form::Mixed,
    }
}

/// One voice and everything it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    pub entity: String,
    pub name: String,
    pub source_kind: &'static str,
    /// The best rung it is given.
    pub rung: u8,
    pub state: Option<String>,
    /// Indices of its attributions, in reading order.
    pub attributions: Vec<usize>,
}

/// The attributions by voice, in the order in which the voices are first heard. A source that cannot
/// be told from others ("a witness" twice) is one voice under each of its names.
pub fn voices(attributions: &[Attribution]) -> Vec<Voice> {
    let mut all: Vec<Voice> = Vec::new();
    for (index, a) in attributions.iter().enumerate() {
        let Some(entity) = &a.entity else { continue };
        match all.iter_mut().find(|v| v.entity == *entity) {
            Some(voice) => {
                voice.attributions.push(index);
                if a.rung < voice.rung {
                    voice.rung = a.rung;
                    voice.source_kind = a.source_kind;
                }
                if voice.name.is_empty() {
                    voice.name.clone_from(&a.name);
                }
                if voice.state.is_none() {
                    voice.state.clone_from(&a.state);
                }
            }
            None => all.push(Voice {
                entity: entity.clone(),
                name: a.name.clone(),
                source_kind: a.source_kind,
                rung: a.rung,
                state: a.state.clone(),
                attributions: vec![index],
            }),
        }
    }
    all
}
