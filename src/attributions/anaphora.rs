//! Nouns that stand for somebody named before: "the agency", "the widow", "both men", "who".
//! Looks at who was heard and named; pronouns are in `listener`.

use super::cast::{Cast, agree};
use super::kinds::Who;
use super::listener::Listener;
use super::media::carries;
use super::naming::{self, GROUPS, PERSONS};
use super::reader::Range;
use crate::lexicon::{self, Class, bits};
use crate::text::{Document, Tag, Words};
use crate::words;

impl Listener<'_, '_, '_> {
    /// "both men", "the couple": the last two people the story named.
    pub(super) fn both(&self, naming: &naming::Naming) -> Option<Who> {
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

    /// What "who" or "which" hangs on: the phrase before it.
    pub(super) fn antecedent(&self, token: usize) -> Who {
        let d = self.document;
        let sentence = d.sentences.get(d.sentence_of(token));
        let floor = sentence.map_or(0, |s| s.start);
        let mut last = token;
        while last > floor && !d.tokens.get(last - 1).is_some_and(|t| t.is_word()) {
            last -= 1;
        }
        let Some(last) = last.checked_sub(1).filter(|&t| t >= floor) else { return Who::nobody() };
        let start = |last: usize| {
            let mut first = crate::chunks::noun_phrase_start(d, floor, last).unwrap_or(last);
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
            let person = head_classes & (PERSONS | Class::CrowdNoun.bit()) != 0
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
    pub(super) fn same_as_before(&self, source: Range, naming: &naming::Naming, who: Who) -> Who {
        let d = self.document;
        let noun = who.noun;
        let head = naming.noun.unwrap_or(naming.core.1);
        let (classes, _) = naming::noun(d, head);
        // qualified nouns name somebody new: "the Swedish company", "the ministry of health"
        let chief = naming.core.0 + 1 == head && d.are(naming.core.0, &["chief", "executive"]);
        let qualified = naming.core.0 < head && !chief || naming.tail.is_some();
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
            if d.any(head, words!("bloc" "alliance"))
                && let Some(bloc) = self.last_bloc(source.0)
            {
                return bloc;
            }
            // "the force" after "Northfield police"
            if d.is(head, "force")
                && let Some((_, found)) = self.last_heard(source.0, |w| {
                    w.entity.as_deref().is_some_and(|e| e.starts_with("body:") && e.contains("police"))
                })
            {
                return keep(found);
            }
            let group = classes & GROUPS != 0 && classes & PERSONS == 0;
            if group {
                let fits = |w: &Who| {
                    !w.person && !w.plural && match () {
                        _ if d.any(head, words!("agency" "newswire" "service")) => w.wire || w.state_media,
                        _ if d.any(head, words!("newspaper" "paper" "broadcaster" "network" "magazine" "outlet" "channel" "website" "daily")) => {
                            matches!(w.kind, "outlet" | "state-media") && carries(d, head, &w.name, w.wire)
                        }
                        _ if classes & Class::BodyNoun.bit() != 0 && classes & Class::OrganisationNoun.bit() == 0 => false,
                        _ => w.kind == "organisation" && may_be(d, head, w.noun),
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
                                    || d.any(head, words!("company" "firm" "group" "organisation" "organization"))
                                        && may_be(d, head, m.noun))
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
        // "the Republican nominee" after "candidate Ann Reed": one race, many words
        if RUNNING.contains(&noun)
            && naming.tail.is_none()
            && let Some((_, found)) =
                self.last_heard(source.0, |w| w.person && w.rung == 3 && RUNNING.contains(&w.noun))
        {
            return Who { sure: 0.7, ..keep(found) };
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

    /// The union of states that was named last.
    fn last_bloc(&self, before: usize) -> Option<Who> {
        let to = self.cast.mentions.partition_point(|m| m.tokens.0 < before);
        let bloc = self.cast.mentions.get(..to)?.iter().rev().find(|m| m.kind == "bloc")?;
        Some(Who {
            kind: "official",
            rung: 4,
            entity: Some(bloc.entity.clone()),
            name: crate::mentions::entity_name(&bloc.entity).unwrap_or_default().to_owned(),
            sure: 0.85,
            ..Who::nobody()
        })
    }

    /// An official or body that the mentions layer found under the same noun.
    pub(super) fn mention_like(&self, head: usize, before: usize, who: &Who) -> Option<Who> {
        let d = self.document;
        let hash = d.tokens.get(head)?.hash;
        let to = self.cast.mentions.partition_point(|m| m.tokens.0 < before);
        let found = self.cast.mentions.get(..to)?.iter().rev().find(|m| {
            m.layer == crate::mentions::Layer::Official
                && m.kind != "former"
                && ((m.kind == "body") != who.person)
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
    pub(super) fn spokesperson(&self, source: Range, naming: &naming::Naming, who: Who) -> Who {
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

/// Nouns for businesses, each of which may stand for another.
const BUSINESS: &Words = words!("company" "firm" "business" "corporation" "group" "maker" "giant" "airline" "airlines" "carrier" "airways" "bank" "lender"
    "insurer" "retailer" "operator" "manufacturer" "developer" "supplier" "utility" "startup" "conglomerate" "inc" "corp" "ltd" "plc" "holdings" "industries"
    "motors" "partners" "capital" "technologies" "systems" "energy" "petroleum" "oil" "gas" "pharmaceuticals" "airbus" "boeing" "store" "chain" "hotel"
    "supermarket" "brewery" "shipyard" "factory" "plant" "mine" "refinery" "railway" "contractor" "employer" "vendor" "landlord");

/// Whether a noun can stand for an organisation that was called something: no company is a union.
fn may_be(document: &Document, head: usize, called: u64) -> bool {
    let said = document.tokens.get(head).map_or(0, |t| t.hash);
    let group = bits(&[Class::OrganisationNoun, Class::BodyNoun]);
    // a bare name may be a firm's or a group's; no bare name is a union or a party
    called == 0
        && (BUSINESS.contains(&said)
            || document.any(
                head,
                words!("charity" "foundation" "network" "organisers" "organizers" "club" "team" "band" "label" "brand"),
            ))
        || called == said
        || document.any(head, words!("group" "organisation" "organization" "body"))
        || BUSINESS.contains(&said) && BUSINESS.contains(&called)
        || called != 0 && lexicon::classes(called) & group == 0
}

/// Nouns for those who run for an office.
const RUNNING: &Words =
    words!("nominee" "candidate" "contender" "hopeful" "frontrunner" "challenger" "rival" "opponent");

/// Whether the story describes a voice by this noun.
fn described_as(cast: &Cast, who: &Who, noun: u64) -> bool {
    // "chief executive", then "the CEO"
    let top = words!("ceo" "executive" "boss");
    let same = |other: u64| other == noun || top.contains(&noun) && top.contains(&other);
    noun != 0
        && (same(who.noun)
            || who.entity.as_deref().is_some_and(|e| cast.members.iter().any(|m| m.entity == e && same(m.noun))))
}
