//! The subject of a verb: over adverbs, times, appositives, relative clauses and coordination.
//! Finds who stands there; whether that can speak is decided elsewhere.

use super::complement::REFLEXIVE;
use super::naming;
use super::reader::{Range, Reader, is_occasion};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::lexicon::{self, Class};
use crate::lexicon::{gazetteer, offices};
use crate::text::{Tag, Words};
use crate::words;

/// Quantities that stand for people.
const QUANTITIES: &Words = words!("several" "few" "many" "most" "some" "both" "others" "half" "more" "fewer");

impl Reader<'_, '_> {
    /// The subject of a verb group: the noun phrase before it, over adverbs, relative clauses and
    /// appositives; for participles and coordinated verbs the subject of the verb they hang on.
    pub fn subject(&self, group: &VerbGroup) -> Option<Range> {
        let near = self.nearest_subject(group);
        if near.is_some_and(|s| self.is_own_subject(s)) {
            return near;
        }
        match self.opening_subject(group) {
            Some(opening) if near.is_none_or(|s| s.0 > opening.0) => Some(opening),
            _ => near,
        }
    }

    fn nearest_subject(&self, group: &VerbGroup) -> Option<Range> {
        let (first, last) = self
            .subject_within(group, 0)
            .or_else(|| self.mistaken_subject(group))
            .or_else(|| self.unnamed_subject(group))
            .or_else(|| self.whatever_precedes(group))?;
        // "Lund (R-Iowa) on Wednesday said", "but on Tuesday wrote": the day stands between subject and verb
        let day = first == last && chunks::is_time(self.document, first) && first > self.start() + 1;
        if day && self.tag(first - 1) == Tag::Adp {
            // "figures reported on Sunday suggest"
            let noun = first.checked_sub(3).filter(|&n| n >= self.start() && self.tag(n).is_noun());
            let reduced = matches!(self.tag(first - 2), Tag::VerbPart | Tag::VerbPast);
            return match noun.filter(|_| reduced).and_then(|n| self.phrase_start(n)) {
                Some(start) => Some((start, last)),
                // "Lund, insisting that it helps, on Monday brought": a finite verb's subject, always further left
                None => self.subject(&VerbGroup { first: first - 1, form: VerbForm::Finite, ..*group }),
            };
        }
        // "Lund (R-Iowa) last week said", "when Lund a month later announced"
        let week = first < last
            && first > self.start() + 1
            && chunks::is_time(self.document, last)
            && self.document.any(first, words!("last" "this" "earlier" "a" "one" "two" "three"))
            && (self.word(first - 1) == ")" || self.is_comma(first - 1) || self.tag(first - 1).is_noun());
        if week {
            return self.nearest_subject(&VerbGroup { first, form: VerbForm::Finite, ..*group });
        }
        // "but in a later interview said": whoever did what went before
        let later = first > self.start() + 2
            && self.tag(first - 1) == Tag::Adp
            && self.tag(first - 2) == Tag::Cconj
            && (is_occasion(self.document, last) || chunks::is_time(self.document, last));
        if later {
            return self.nearest_subject(&VerbGroup { first: first - 1, form: VerbForm::Finite, ..*group });
        }
        // "In a statement President Lund said": the occasion is no part of the name
        let occasion = (first..last).find(|&t| {
            is_occasion(self.document, t)
                && !self.document.tokens[t].is_capital()
                && (self.document.tokens[t + 1].is_capital() || self.tag(t + 1) == Tag::Num)
                && first > self.start()
                && self.tag(first - 1) == Tag::Adp
        });
        // "the third time Aros said": what a clause without its pronoun hangs on
        let host = |t: usize| self.document.any(t, words!("time" "day" "moment" "way" "reason" "year"));
        let nth = words!("the" "first" "second" "third" "fourth" "last" "next" "only" "one" "same");
        let counted = |t: usize| self.document.any(t - 1, nth) && self.tag(t) == Tag::Noun;
        let hung = |t: &usize| host(*t) && counted(*t) && self.document.tokens[t + 1].is_capital();
        let occasion = occasion.or_else(|| (first + 1..last).find(hung));
        let first = self.with_quantity(occasion.map_or(first, |t| t + 1));
        // "exit polls show", "rising rates will": no verb opens a clause that has its subject and verb after it
        let modified = first > self.start()
            && self.tag(first - 1).is_verb()
            && !self.is_saying(first - 1)
            && self.opens_clause(first - 1)
            && !self.is_comma(first.saturating_sub(2))
            && self.tag(first).is_noun();
        let first = if modified { first - 1 } else { first };
        // "monitors in the area said": a plural that reads like a verb, with the clause's one verb after it
        let plural = first > self.start() + 1
            && self.tag(first - 1) == Tag::Adp
            && !self.document.any(first - 1, words!("as" "after" "before" "until" "since" "than"))
            && self.tag(first - 2) == Tag::Verb3sg
            && self.phrase_start(first - 2).is_none()
            && !self.groups.iter().any(|g| {
                g.form == VerbForm::Finite && g.first != first - 2 && g.last < group.first && g.first >= self.start()
            });
        if plural {
            let mut start = first - 2;
            while start > self.start()
                && (self.tag(start - 1).is_noun() || self.tag(start - 1).is_adj() || self.tag(start - 1) == Tag::Det)
            {
                start -= 1;
            }
            return Some((start, last));
        }
        let first = self.before_place(self.before_region(first, last), group.first);
        Some((self.after_clock(self.with_name_before(first, last), last), last))
    }

    /// "10:50 a.m. Oklahoma lawmakers say": the hour that a live page puts before a report.
    fn after_clock(&self, first: usize, last: usize) -> usize {
        let clock = |t: usize| self.document.any(t, words!("a.m." "p.m." "am" "pm" "gmt" "bst" "est" "edt"));
        let at = (first..last).take(3).find(|&t| clock(t));
        let near = at.filter(|_| first <= self.start() + 3);
        near.map_or(first, |t| t + 1)
    }

    /// "Ana Cerrato, Trade Minister of Honduras called on", "Hugo Pell, a farmer in the valley said": the name before
    /// an office or a description that no comma closes.
    fn with_name_before(&self, first: usize, last: usize) -> usize {
        let d = self.document;
        let name = |t: usize| d.tokens[t].is_capital() && self.tag(t) == Tag::Propn;
        let (start, comma) = (self.start(), first.saturating_sub(1));
        let words = comma.saturating_sub(start);
        let office = (first..=last).any(|t| lexicon::has(d.tokens.get(t), Class::OfficialNoun));
        let capitals = || (start..comma).all(|t| d.tokens[t].is_capital() && self.tag(t).is_noun());
        let named = self.is_comma(comma) && (2..5).contains(&words) && capitals() && name(comma - 1);
        let described = || {
            let noun = chunks::noun_phrase_end(d, first, last + 1);
            let person = || noun.is_some_and(|n| naming::noun(d, n).0 & naming::PERSONS != 0);
            d.any(first, words!("a" "an")) && !self.is_comma(last + 1) && person()
        };
        // "Harare Mayor, Ben Manyo confirmed"
        let titled = || {
            let title = lexicon::has(d.tokens.get(comma.saturating_sub(1)), Class::OfficialNoun);
            let plain = (start..comma).all(|t| self.tag(t).is_noun() || self.tag(t).is_adj());
            title && plain && first < last && (first..=last).all(name)
        };
        let before = self.is_comma(comma) && (1..6).contains(&words) && titled();
        // "Yunus Naser, assistant director of the Smart Office, said"
        let bare = || office && self.tag(first).is_noun() && !d.tokens[first].is_capital() && first < last;
        if before || named && (office && name(first) || described() || bare()) { start } else { first }
    }

    /// "The centre in Alexandria, Virginia said": the region after a town does not speak, what is there does.
    fn before_region(&self, first: usize, last: usize) -> usize {
        let d = self.document;
        let name = |t: usize| self.tag(t) == Tag::Propn;
        let region = || {
            let office = offices::at(d, first);
            office.flags & offices::REGION != 0 && first + usize::from(office.length) == last + 1
                || first == last && gazetteer::phrases(d.tokens[first].hash).iter().any(|p| p.rest.is_empty())
        };
        if first < self.start() + 4 || !self.is_comma(first - 1) {
            return first;
        }
        // "Researchers at the University of California, Davis have found", "at Imperial College, London"
        let school = words!("university" "college" "school" "institute" "hospital");
        let capital = |t: usize| d.tokens[t].is_capital() || d.is(t, "of");
        let named = (self.start()..first - 1).rev().take_while(|&t| capital(t));
        let campus = (first..=last).all(name) && named.take(6).any(|t| d.any(t, school));
        if campus {
            let at = (self.start()..first - 1).rev().find(|&t| !capital(t) && self.tag(t) != Tag::Det);
            let host = at.filter(|&t| t > self.start() && self.tag(t) == Tag::Adp);
            return host.and_then(|t| self.phrase_start(t - 1)).unwrap_or(first);
        }
        if !region() {
            return first;
        }
        let town = (self.start()..first - 1).rev().find(|&t| !name(t)).filter(|&t| t + 2 < first);
        let host = town.filter(|&t| t > self.start() && d.is(t, "in"));
        host.and_then(|t| self.phrase_start(t - 1)).unwrap_or(first)
    }

    /// "Mother of two-year-old killed in Kenya says": the place in a speaker's description does not speak,
    /// the phrase begins where the clause does.
    fn before_place(&self, first: usize, verb: usize) -> usize {
        let d = self.document;
        let place = first > self.start() + 1
            && d.is(first - 1, "in")
            && self.tag(first - 1) == Tag::Adp
            && matches!(self.tag(first - 2), Tag::VerbPart | Tag::VerbPast)
            && (first..verb).all(|t| d.tokens[t].is_capital());
        if !place {
            return first;
        }
        let bound = |t: &usize| {
            matches!(self.tag(*t), Tag::Sconj | Tag::Cconj) || self.tag(*t) == Tag::Punct && self.word(*t) != "-"
        };
        let start = (self.start()..first).rev().find(bound).map_or(self.start(), |t| t + 1);
        let host = self.tag(start).is_noun() || self.tag(start).is_adj() || self.tag(start) == Tag::Det;
        if host { start } else { first }
    }

    /// Before a verb that only people and papers are the subject of, all of the clause that precedes it:
    /// "some 56 percent of those polled said", "May, 60, a doctor, said".
    fn whatever_precedes(&self, group: &VerbGroup) -> Option<Range> {
        let d = self.document;
        let last = group.first.checked_sub(1).filter(|&p| p >= self.start())?;
        if group.form != VerbForm::Finite || group.passive || !self.takes_clauses_only(group.head) {
            return None;
        }
        let bound = |t: &usize| {
            matches!(self.tag(*t), Tag::Sconj | Tag::Cconj)
                || matches!(self.word(*t), ";" | ":" | "—" | "–" | "-" | "\"" | "“" | "”" | "''")
        };
        let first = (self.start()..last).rev().find(bound).map_or(self.start(), |t| t + 1);
        let opens = matches!(
            self.tag(first),
            Tag::Det | Tag::Propn | Tag::Noun | Tag::NounPlural | Tag::Num | Tag::PronPoss | Tag::Adj
        ) || d.tokens[first].is_capital() && self.is_comma(first + 1);
        let relative = |first: usize| first > self.start() && d.any(first - 1, words!("who" "which" "that" "whose"));
        let verbless = !self
            .groups
            .iter()
            .any(|g| g.form == VerbForm::Finite && g.first > first && g.last < group.first && !relative(g.first));
        (opens && verbless && last > first && last - first < 25 && !chunks::is_time(d, last)).then_some((first, last))
    }

    /// "An official who asked not to be named told the paper".
    fn unnamed_subject(&self, group: &VerbGroup) -> Option<Range> {
        let d = self.document;
        let last = group.first.checked_sub(1).filter(|&t| t > self.start() + 2)?;
        if !self.be_named(last - 1) {
            return None;
        }
        let who = (self.start() + 1..last).rev().take(8).find(|&t| d.is(t, "who"))?;
        let noun = if self.is_comma(who - 1) { who.checked_sub(2)? } else { who - 1 };
        Some((self.phrase_start(noun)?, last))
    }

    /// A quantity's own adverb belongs to the phrase: "only a quarter", "at least a dozen", "both he and".
    fn with_quantity(&self, first: usize) -> usize {
        let d = self.document;
        let Some(before) = first.checked_sub(1).filter(|&b| b >= self.start()) else { return first };
        if d.any(before, words!("only" "almost" "nearly" "roughly" "barely" "both" "neither" "either" "just" "about")) {
            return before;
        }
        let pair = before > self.start() && d.any(before - 1, words!("at" "more" "less" "fewer"));
        if pair && d.any(before, words!("least" "most" "than")) { before - 1 } else { first }
    }

    /// Where no phrase ends before the verb, the word there may be a noun that the tagger took for
    /// something else: two verbs do not meet ("rights advocates said"), a capital is a name
    /// ("Jolly said"), and a quantity stands for people ("several said", "few believe").
    fn mistaken_subject(&self, group: &VerbGroup) -> Option<Range> {
        let d = self.document;
        let floor = self.start();
        let mut last = group.first.checked_sub(1).filter(|&p| p >= floor)?;
        if group.form != VerbForm::Finite || matches!(self.tag(group.first), Tag::Aux | Tag::Modal) {
            return None;
        }
        while last > floor && self.tag(last) == Tag::Adv && !d.tokens[last].is_capital() {
            last -= 1;
        }
        let capital = d.tokens[last].is_capital() && self.tag(last) != Tag::Pron;
        let quantity = self.tag(last).is_adj() && d.any(last, QUANTITIES);
        let plural = matches!(self.tag(last), Tag::Verb3sg) && self.word(last).ends_with('s');
        let surveyed = matches!(self.tag(last), Tag::VerbPart | Tag::VerbPast)
            && last > floor
            && d.any(last - 1, words!("those" "people"));
        if !(capital || quantity || plural || surveyed) || matches!(self.tag(last), Tag::Sconj | Tag::Cconj) {
            return None;
        }
        let mut first = last;
        while first > floor
            && (d.tokens[first - 1].is_capital()
                && !matches!(self.tag(first - 1), Tag::Pron | Tag::Sconj | Tag::Cconj | Tag::Adp)
                || self.tag(first - 1).is_noun()
                || self.tag(first - 1).is_adj()
                || matches!(self.tag(first - 1), Tag::Det | Tag::Num | Tag::PronPoss)
                || surveyed && first == last)
        {
            first -= 1;
        }
        // "some 56 percent of those polled"
        if surveyed
            && first > floor + 1
            && d.is(first - 1, "of")
            && let Some(whole) = self.phrase_start(first - 2)
        {
            first = whole;
        }
        (first <= floor || !self.tag(first - 1).is_verb()).then_some((first, last))
    }

    fn subject_within(&self, group: &VerbGroup, deep: usize) -> Option<Range> {
        if deep > 4 {
            return None;
        }
        let floor = self.start();
        let mut p = group.first.checked_sub(1).filter(|&p| p >= floor)?;
        let d = self.document;
        while p > floor
            && (self.tag(p) == Tag::Adv
                || d.is(p, "last")
                || (d.any(p, words!("there" "here" "overall" "alike" "nationwide" "elsewhere"))
                    && self.tag(p - 1).is_noun()))
        {
            p -= 1;
        }
        // "…, and, added": a comma that no grammar asks for
        if self.is_comma(p) && p > floor && self.tag(p - 1) == Tag::Cconj {
            p -= 1;
        }
        // "Sen. Jack Reed (D-R.I.), said"
        if self.is_comma(p) && p > floor + 1 && self.word(p - 1) == ")" && group.form == VerbForm::Finite {
            let open = (floor..p).rev().take(9).find(|&t| self.word(t) == "(");
            if let Some(name) = open.filter(|&t| t > floor).map(|t| t - 1)
                && self.tag(name) == Tag::Propn
                && let Some(start) =
                    self.phrase_start(name).filter(|&s| self.opens_clause(s) && !self.is_comma(s.wrapping_sub(1)))
            {
                return Some((start, p - 1));
            }
        }
        if d.any(p, words!("who" "which" "that")) && !matches!(self.tag(p), Tag::Sconj) {
            return Some((p, p));
        }
        if let Some(name) = self.quoted_name(p) {
            return Some(name);
        }
        if group.form == VerbForm::Finite || group.form == VerbForm::Participle {
            if (self.is_comma(p) || self.is_dash(p))
                && let Some(range) = self.over_parenthesis(p).or_else(|| self.over_modifier(p))
            {
                return Some(range);
            }
            if self.tag(p) == Tag::Cconj || (self.is_comma(p)) {
                let Some(earlier) = self.governor(p, Some(group)) else {
                    // "Comrade Timi Frank, has advised": a comma that no grammar asks for
                    let name = p > floor && self.is_comma(p) && d.tokens[p - 1].is_capital();
                    let start = self.phrase_start(p.checked_sub(1)?).filter(|&s| name && s == floor)?;
                    return Some((start, p - 1));
                };
                return self.subject_within(earlier, deep + 1).or_else(|| self.subject_after(earlier));
            }
            let mut p = self.before_time(p);
            // "The president himself dismissed it"
            if d.any(p, REFLEXIVE) && p > floor && self.tag(p - 1).is_noun() {
                return self.phrase_start(p - 1).map(|start| (start, p));
            }
            // "Clinton and Obama all agree"
            if p > floor
                && d.any(p, words!("all" "both" "each"))
                && (self.tag(p - 1).is_noun() || self.tag(p - 1) == Tag::Pron)
            {
                p -= 1;
            }
            if let Some(mut start) = self.phrase_start(p) {
                // "a statement issued today says"
                let reduced = start == p
                    && start > floor + 1
                    && chunks::is_time(d, p)
                    && matches!(self.tag(p - 1), Tag::VerbPart | Tag::VerbPast);
                if reduced && self.tag(p - 2).is_noun() {
                    start = self.phrase_start(p - 2).unwrap_or(start);
                }
                // "Barry, who was from Dewsbury said": the clause's own comma is missing
                if let Some(host) = self.over_open_relative(start) {
                    return Some((host, p));
                }
                let start = self.over_object(start).unwrap_or(start);
                return Some((self.over_reduced(start).unwrap_or(start), p));
            }
            return self.over_modifier(p);
        }
        // "with the paper reporting that": the phrase between
        if group.form == VerbForm::Gerund
            && let Some(start) = self.phrase_start(p)
            && start > floor
            && d.is(start - 1, "with")
        {
            return Some((start, p));
        }
        // "signed petitions calling for a ban": a paper says what its participle says
        if group.form == VerbForm::Gerund
            && d.any(p, words!("lawsuit" "lawsuits" "complaint" "complaints" "indictment" "affidavit" "petition" "petitions" "letter" "letters" "leaflet" "leaflets" "banner" "banners" "placard" "placards" "poster" "posters" "sign" "signs" "report" "reports" "resolution" "motion" "headline" "headlines" "message" "messages" "note" "notes" "memo" "email" "emails"))
            && let Some(start) = self.phrase_start(p)
        {
            return Some((start, p));
        }
        // participles and infinitives: the subject of the finite verb before, else after
        if let Some(object) = self.made_to(group).or_else(|| self.held_for(group)) {
            return Some(object);
        }
        // "is pleased to announce": the group may end right before the "to"
        let right_before = || {
            let infinitive = group.form == VerbForm::Infinitive;
            self.groups.iter().find(|g| infinitive && g.form == VerbForm::Finite && g.last + 1 == group.first)
        };
        let governor = right_before()
            .or_else(|| self.governor(group.first.saturating_sub(1), None))
            .or_else(|| self.finite_from(group.last + 1));
        let governor = governor?;
        // "Lund, citing port records, said": up to the participle
        let aside = group.form == VerbForm::Gerund && group.first > floor + 1 && self.is_comma(group.first - 1);
        let opening = || {
            let opening = self.opening_subject(governor).filter(|s| aside && s.0 + 1 < group.first)?;
            Some((opening.0, opening.1.min(group.first - 2)))
        };
        // "“…,” said Lund, suggesting": the quotation is no subject
        let inverted = governor.first > floor && self.quote_closes(governor.first - 1).is_some();
        let behind = || inverted.then(|| self.subject_after(governor)).flatten();
        opening()
            .or_else(behind)
            .or_else(|| self.subject_within(governor, deep + 1))
            .or_else(|| self.subject_after(governor))
    }

    /// "led the researchers to conclude": who is made to do it.
    fn made_to(&self, group: &VerbGroup) -> Option<Range> {
        let last = group.first.checked_sub(1).filter(|&t| t > self.start())?;
        let first = (group.form == VerbForm::Infinitive).then(|| self.phrase_start(last)).flatten()?;
        let made = words!("led" "lead" "leads" "leading" "forced" "force" "forces" "forcing" "prompted" "prompt" "prompts" "prompting" "caused" "allowed" "moved"
            "compelled" "drove" "pushed" "encouraged" "inspired" "persuaded" "convinced");
        self.document.any(first.checked_sub(1)?, made).then_some((first, last))
    }

    /// "jailed Lund for refusing to testify", "praised her for saying so": who is treated so for it.
    fn held_for(&self, group: &VerbGroup) -> Option<Range> {
        let d = self.document;
        let before = group.first.checked_sub(1).filter(|&t| t > self.start() && d.is(t, "for"))?;
        let verb = self.groups.iter().rev().find(|g| g.last < before && g.form != VerbForm::Gerund)?;
        let last = chunks::noun_phrase_end(d, verb.last + 1, before)?;
        let near = last + 1 == before || self.tag(last + 1) == Tag::Adp && before - last < 6;
        let named = !self.tag(verb.last + 1).is_verb();
        (group.form == VerbForm::Gerund && !verb.passive && near && named && self.has_voice((verb.last + 1, last)))
            .then_some((verb.last + 1, last))
    }

    /// The inverted subject, "said Lund, a surgeon".
    pub fn subject_after(&self, group: &VerbGroup) -> Option<Range> {
        let first = group.last + 1;
        // "said Thursday that": the day says nothing
        if matches!(self.tag(first), Tag::Punct) || chunks::is_time(self.document, first) {
            return None;
        }
        if let Some(last) = self.phrase_end(first, true) {
            return Some((first, last));
        }
        // a name that reads like another word: "said Black, who has been there"
        let mut last = first;
        if !self.document.tokens.get(first)?.is_capital() {
            return None;
        }
        while self.document.tokens.get(last + 1).is_some_and(|t| t.is_capital()) && last + 1 < self.end() {
            last += 1;
        }
        if self.is_comma(last + 1)
            && let Some(end) = self.appositive_end(last + 2)
        {
            last = end;
        }
        Some((first, last))
    }
}
