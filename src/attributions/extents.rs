//! How far noun phrases reach to the left and right, and where clauses begin.
//! Reads parts of speech and punctuation; does not know which phrase is a speaker.

use super::complement::REFLEXIVE;
use super::reader::{Reader, is_occasion};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::text::Tag;
use crate::words;

impl Reader<'_, '_> {
    /// The last token of the noun phrase that begins at `first`, with what hangs on it to the right:
    /// of- and in-phrases, coordination, reduced relatives, and (when asked) appositives in commas.
    pub fn phrase_end(&self, first: usize, appositives: bool) -> Option<usize> {
        let d = self.document;
        let mut last = chunks::noun_phrase_end(d, first, self.end())?;
        let person = d.tag(last) == Tag::Propn;
        loop {
            let next = last + 1;
            if next >= self.end() {
                return Some(last);
            }
            // "supporters outside of the hall"
            if self.tag(next) == Tag::Adp
                && d.is(next + 1, "of")
                && let Some(end) = chunks::noun_phrase_end(d, next + 2, self.end())
            {
                last = end;
                continue;
            }
            if self.tag(next) == Tag::Adp
                && !d.is(next, "as")
                && !self.is_adjunct(next, person)
                && let Some(end) = chunks::noun_phrase_end(d, next + 1, self.end())
                && self.tag(next + 1) != Tag::Punct
            {
                last = end;
                continue;
            }
            // "officials familiar with the matter", "people briefed on the talks"
            let reduced = (matches!(self.tag(next), Tag::VerbPart | Tag::Adj | Tag::VerbIng) || d.is(next, "close"))
                && self.tag(next + 1) == Tag::Adp;
            // after its verb a speaker is not followed by a verb of its own: "according to a poll conducted for the paper"
            let reduced = reduced || appositives && self.tag(next) == Tag::VerbPast && self.tag(next + 1) == Tag::Adp;
            let gerund = matches!(self.tag(next), Tag::VerbIng) && self.verb_at(next).is_none();
            if gerund
                && !person
                && let Some(end) = chunks::noun_phrase_end(d, next + 1, self.end())
            {
                last = end;
                continue;
            }
            if reduced
                && !person
                && let Some(end) = chunks::noun_phrase_end(d, next + 2, self.end())
            {
                last = end;
                continue;
            }
            if matches!(self.tag(next), Tag::Cconj)
                && !d.is(next, "but")
                && let Some(end) = chunks::noun_phrase_end(d, next + 1, self.end())
                && !self.clause_follows(end + 1)
            {
                last = end;
                continue;
            }
            // "(R-Texas)", "(D-Ohio)"
            if self.word(next) == "("
                && let Some(close) = (next..self.end().min(next + 9)).find(|&t| self.word(t) == ")")
            {
                last = close;
                continue;
            }
            // "officials who have seen the letter", "a poll released on Sunday"
            if appositives && d.is(next, "who") {
                return self.appositive_end(next);
            }
            if appositives && self.tag(next) == Tag::VerbPart && chunks::is_time(d, next + 1) {
                last = next + 1;
                continue;
            }
            if appositives
                && self.is_comma(next)
                && let Some(end) = self.appositive_end(next + 1)
            {
                last = end;
                // a closing comma after the appositive is not part of the phrase
                continue;
            }
            return Some(last);
        }
    }

    /// Whether a preposition after a name opens an adjunct of the verb instead of belonging to the
    /// name: "said Lund on Monday", "said Lund in an interview".
    fn is_adjunct(&self, preposition: usize, person: bool) -> bool {
        let d = self.document;
        let after = preposition + 1;
        if (after..after + 3).any(|t| chunks::is_time(d, t) && t < self.end()) {
            return true;
        }
        // "by the council in 2015", "by the panel for the first time"
        let year = d.is(preposition, "in") && self.tag(after) == Tag::Num && self.word(after).len() == 4;
        let nth = d.is(preposition, "for") && d.is(after, "the") && d.is(after + 2, "time");
        if year || nth {
            return true;
        }
        let occasion = (after..(after + 5).min(self.end())).any(|t| is_occasion(d, t));
        if occasion && d.any(preposition, words!("in" "on" "at" "during" "to" "after" "via" "by" "through")) {
            return true;
        }
        person && !d.any(preposition, words!("of" "from" "for" "at"))
    }

    /// Whether a finite verb follows, with nothing but adverbs between.
    pub(super) fn clause_follows(&self, token: usize) -> bool {
        let mut t = token;
        while self.tag(t) == Tag::Adv {
            t += 1;
        }
        self.groups.iter().any(|g| g.form == VerbForm::Finite && g.first <= t && t <= g.head && g.first >= token)
    }

    /// Where an appositive or non-restrictive relative clause that begins here ends.
    pub(super) fn appositive_end(&self, first: usize) -> Option<usize> {
        let d = self.document;
        if d.any(first, words!("who" "whose" "which" "whom")) {
            let verb = self.group_from(first)?;
            let mut t = verb.last + 1;
            while t < self.end()
                && !self.is_comma(t)
                && !matches!(self.word(t), "." | ";" | ":" | "!" | "?")
                && self.quote_opens(t).is_none()
            {
                t += 1;
            }
            return Some(t - 1);
        }
        if self.tag(first) == Tag::Punct || self.tag(first) == Tag::Pron {
            return None;
        }
        // an age: "Lund, 43,"
        if self.tag(first) == Tag::Num
            && (self.is_comma(first + 1) || first + 1 >= self.end() || self.word(first + 1) == ".")
        {
            // … and where: "said Lund, 43, of Mill Lane"
            let place = first + 2;
            let home = self.is_comma(first + 1)
                && d.any(place, words!("of" "from"))
                && d.tokens.get(place + 1).is_some_and(|t| t.is_capital());
            let end = || chunks::noun_phrase_end(d, place + 1, self.end()).filter(|&end| !self.clause_follows(end + 1));
            return Some(home.then(end).flatten().unwrap_or(first));
        }
        let opens = matches!(
            self.tag(first),
            Tag::Det | Tag::PronPoss | Tag::Adj | Tag::Noun | Tag::NounPlural | Tag::Propn | Tag::Num
        ) || (matches!(self.tag(first), Tag::Adv) && (self.tag(first + 1).is_adj() || d.is(first, "then")))
            || d.any(first, words!("managing" "acting" "associate" "founding" "leading"))
                && self.tag(first + 1).is_noun();
        if !opens || chunks::is_time(d, first) {
            return None;
        }
        let first = if d.is(first, "then") { first + 1 } else { first };
        // "Lund, Republican of Ohio"
        let party = self.tag(first).is_adj() && d.tokens[first].is_capital() && self.tag(first + 1) == Tag::Adp;
        let end = self.phrase_end(if party { first + 2 } else { first }, false)?;
        // an appositive is a phrase, not the subject of the next clause
        if self.clause_follows(end + 1) {
            return None;
        }
        // a relative clause inside the appositive
        if d.any(end + 1, words!("who" "which" "that" "whose"))
            && let Some(verb) = self.group_from(end + 1)
        {
            let mut t = verb.last + 1;
            while t < self.end() && !self.is_comma(t) && !matches!(self.word(t), "." | ";" | ":" | "!" | "?") {
                t += 1;
            }
            return Some(t - 1);
        }
        Some(end)
    }

    /// The whole noun phrase that ends at `last`, read leftwards over of- and in-phrases and coordination.
    pub fn phrase_start(&self, last: usize) -> Option<usize> {
        let d = self.document;
        let floor = self.start();
        let mut start = if self.word(last) == ")" {
            let open = (floor..last).rev().take(10).find(|&t| self.word(t) == "(")?;
            self.phrase_start(open.checked_sub(1).filter(|&t| t >= floor)?)?
        } else {
            chunks::noun_phrase_start(d, floor, last)?
        };
        let mut coordinated = false;
        loop {
            if start <= floor {
                return Some(start);
            }
            let before = start - 1;
            let tag = self.tag(before);
            // "two years after the party said": a clause begins at the preposition
            if tag == Tag::Adp && d.any(before, words!("after" "before" "until" "since" "as")) {
                return Some(start);
            }
            if tag == Tag::Adp && before > floor {
                let mut host = before - 1;
                // "officials briefed on", "people familiar with"
                if (matches!(self.tag(host), Tag::VerbPart | Tag::Adj | Tag::VerbIng)
                    || d.any(host, words!("close" "briefed")))
                    && host > floor
                    && self.tag(host - 1).is_noun()
                {
                    host -= 1;
                }
                // "advocates all over the province"
                if d.is(host, "all") && d.any(before, words!("over" "across" "around" "round")) && host > floor {
                    host -= 1;
                }
                let noun = self.tag(host).is_noun()
                    || matches!(self.tag(host), Tag::Num | Tag::Pron | Tag::Det)
                    || d.is(before, "of") && d.any(host, words!("most" "some" "many" "few" "several" "half"));
                if noun
                    && !self.tag(host).is_verb()
                    && let Some(s) = chunks::noun_phrase_start(d, floor, host).or(Some(host))
                {
                    start = s;
                    continue;
                }
                return Some(start);
            }
            if tag == Tag::Punct
                && coordinated
                && self.is_comma(before)
                && before > floor
                && let Some(s) = chunks::noun_phrase_start(d, floor, before - 1)
                && !chunks::is_time(d, before - 1)
                && self.opens_clause(s)
            {
                start = s;
                continue;
            }
            // "Center for Economic and Policy Research": one name
            if tag == Tag::Cconj
                && before > floor
                && self.tag(before - 1).is_adj()
                && d.tokens[before - 1].is_capital()
                && d.tokens[before + 1].is_capital()
            {
                start = before - 1;
                while start > floor && matches!(self.tag(start - 1), Tag::Det | Tag::Propn | Tag::Adj) {
                    start -= 1;
                }
                continue;
            }
            // "Federal and state officials": an adjective that opens the clause has the noun behind the second
            if tag == Tag::Cconj
                && !d.is(before, "but")
                && before > floor
                && self.tag(before - 1).is_adj()
                && self.opens_clause(before - 1)
                && start == before + 1
                && self.tag(start + 1).is_noun()
            {
                return Some(before - 1);
            }
            // "leaders of the House and Senate": one article, one phrase
            if d.is(before, "and")
                && before > floor
                && start == before + 1
                && self.tag(start) == Tag::Propn
                && self.tag(before - 1) == Tag::Propn
                && let Some(s) = chunks::noun_phrase_start(d, floor, before - 1)
                && self.tag(s) == Tag::Det
                && s > floor
                && d.is(s - 1, "of")
            {
                start = s;
                continue;
            }
            if tag == Tag::Cconj && !d.is(before, "but") && before > floor {
                let mut left = before - 1;
                if self.is_comma(left) && left > floor {
                    left -= 1;
                }
                let base = chunks::noun_phrase_start(d, floor, left);
                // "Lund of Ohio and Reyes of Texas": what hangs on the first of them belongs to it
                let whole = base.and_then(|s| if self.opens_clause(s) { Some(s) } else { self.phrase_start(left) });
                // "said he and the president agreed": no object is called "he"
                let nominative = |s: usize| s == left && d.any(s, words!("he" "she" "they" "we" "i"));
                // "raids that soldiers and villagers say left": both of them
                let relative = |s: usize| s > floor && d.any(s - 1, words!("that" "which" "whom" "who"));
                if let Some(s) = whole.filter(|&s| self.opens_clause(s) || nominative(s) || relative(s)) {
                    start = s;
                    coordinated = true;
                    continue;
                }
            }
            return Some(start);
        }
    }

    /// Whether a clause can begin at this token: nothing, punctuation or a conjunction before it.
    pub(super) fn opens_clause(&self, token: usize) -> bool {
        token <= self.start() || matches!(self.tag(token - 1), Tag::Punct | Tag::Sconj | Tag::Cconj)
    }

    /// Whether a clause (subject and finite verb) begins at this token; gives its verb.
    pub fn clause_at(&self, token: usize) -> Option<&VerbGroup> {
        let d = self.document;
        let mut t = token;
        if self.tag(t) == Tag::Punct && self.quote_opens(t).is_none() {
            return None;
        }
        if self.quote_opens(t).is_some() {
            t += 1;
        }
        // "too much is made of it": a quantity, which the tagger takes for the verb's adverbs
        if d.any(t, words!("too" "so")) && d.any(t + 1, words!("much" "many" "little" "few")) {
            return self.group_at(t).filter(|g| g.form == VerbForm::Finite && g.last > t + 1);
        }
        while matches!(self.tag(t), Tag::Adv) && !d.is(t, "there")
            || d.any(t, words!("if" "when" "while" "because")) && self.tag(t) == Tag::Sconj
            || d.is(t, "both") && self.tag(t) == Tag::Cconj
        {
            t += 1;
        }
        // the expletive "there"
        if d.is(t, "there")
            && let Some(verb) = self.group_at(t).or_else(|| self.group_at(t + 1))
        {
            return (verb.form == VerbForm::Finite).then_some(verb);
        }
        let mut last = chunks::noun_phrase_end(d, t, self.end());
        // a gerund or to-clause as subject
        if last.is_none() && matches!(self.tag(t), Tag::VerbIng) {
            last = Some(t);
        }
        let mut last = last?;
        for step in 0..6 {
            let mut next = last + 1;
            // "Lund himself dismissed it"
            next += usize::from(step == 0 && d.any(next, REFLEXIVE));
            // "the law so far has been": the adverb that leads no verb
            while d.any(next, words!("so" "thus")) && self.tag(next) == Tag::Adv && self.group_at(next).is_none() {
                next += 1;
            }
            // a quotation may open before the verb: "said Lund “has nerve”"
            let next = if self.quote_opens(next).is_some() { next + 1 } else { next };
            if let Some(verb) = self.groups.iter().find(|g| g.first == next)
                && verb.form == VerbForm::Finite
            {
                return Some(verb);
            }
            if matches!(self.tag(next), Tag::Adp | Tag::Cconj)
                && let Some(end) = chunks::noun_phrase_end(d, next + 1, self.end())
            {
                last = end;
                continue;
            }
            // a reduced relative: "the men released by the court were"
            if self.groups.iter().any(|g| g.first == next && g.form == VerbForm::Participle)
                && self.tag(next + 1) == Tag::Adp
                && let Some(end) = chunks::noun_phrase_end(d, next + 2, self.end())
            {
                last = end;
                continue;
            }
            // "the two fires, which began within an hour, are linked"
            if self.is_comma(next) && d.any(next + 1, words!("which" "who" "whose")) {
                let close = (next + 2..self.end().min(next + 20)).find(|&t| self.is_comma(t));
                let verb = close.and_then(|t| self.group_at(t + 1));
                return verb.filter(|g| g.form == VerbForm::Finite);
            }
            if self.is_comma(next)
                && let Some(end) = self.appositive_end(next + 1)
                && self.is_comma(end + 1)
            {
                last = end + 1;
                continue;
            }
            break;
        }
        None
    }
}
