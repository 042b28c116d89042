//! A sentence as the attribution rules read it: its verb groups, its subjects and phrase ends.
//! Finds noun phrases that speak; decides nothing about what counts as an attribution.

use crate::lexicon::{self, Class};
use crate::text::chunks::{self, VerbForm, VerbGroup};
use crate::text::{Document, Kind, Sentence, Tag};
use crate::words;

/// Token range, first and last both included.
pub type Range = (usize, usize);

/// The classes of nouns that can stand for a speaker.
pub const VOICES: &[Class] = &[
    Class::MediaNoun,
    Class::OfficialNoun,
    Class::PersonNoun,
    Class::ExpertNoun,
    Class::WitnessNoun,
    Class::BodyNoun,
    Class::DocumentNoun,
    Class::ExecutiveNoun,
    Class::OrganisationNoun,
    Class::AnonymousNoun,
];

/// One sentence and its verb groups.
pub struct Reader<'r, 'd> {
    pub document: &'r Document<'d>,
    pub sentence: Sentence,
    pub groups: Vec<VerbGroup>,
}

impl<'r, 'd> Reader<'r, 'd> {
    pub fn new(document: &'r Document<'d>, sentence: Sentence) -> Self {
        let mut groups = Vec::new();
        chunks::verb_groups(document, &sentence, &mut groups);
        let mut reader = Reader { document, sentence, groups };
        reader.finite_participles();
        reader
    }

    /// A clause whose only verb is tagged a participle has taken its past tense for one.
    fn finite_participles(&mut self) {
        for index in 0..self.groups.len() {
            let Some(&group) = self.groups.get(index) else { return };
            if group.form != VerbForm::Participle || group.first != group.head || group.first == self.start() {
                continue;
            }
            let before = group.first - 1;
            // "the general vowed": an adjective after its article is the noun
            let nominal = self.tag(before).is_adj() && before > self.start() && self.tag(before - 1) == Tag::Det;
            if !(self.tag(before).is_noun() || self.tag(before) == Tag::Pron || nominal) {
                continue;
            }
            let bound = |t: &usize| {
                matches!(self.tag(*t), Tag::Sconj | Tag::Cconj)
                    || matches!(self.word(*t), "," | ";" | ":" | "—" | "–" | "\"" | "“" | "”")
            };
            let left = (self.start()..group.first).rev().find(bound).unwrap_or(self.start());
            let right = (group.last + 1..self.end()).find(bound).unwrap_or(self.end());
            let finite = self.groups.iter().any(|g| g.form == VerbForm::Finite && g.first >= left && g.last < right);
            if !finite {
                self.groups[index].form = VerbForm::Finite;
            }
        }
    }

    pub fn word(&self, token: usize) -> &'d str {
        self.document.word(token)
    }

    pub fn tag(&self, token: usize) -> Tag {
        if self.sentence.range().contains(&token) { self.document.tag(token) } else { Tag::Punct }
    }

    pub fn end(&self) -> usize {
        self.sentence.end
    }

    pub fn start(&self) -> usize {
        self.sentence.start
    }

    /// Whether a token inside the sentence is a quotation's opening mark.
    pub fn quote_opens(&self, token: usize) -> Option<usize> {
        let number = self.document.tokens.get(token)?.quote;
        let index = (number as usize).checked_sub(1)?;
        let quote = self.document.quotes.get(index)?;
        (quote.first == token).then_some(index)
    }

    /// Whether the token is a quotation's closing mark; gives the quotation.
    pub fn quote_closes(&self, token: usize) -> Option<usize> {
        let number = self.document.tokens.get(token)?.quote;
        let index = (number as usize).checked_sub(1)?;
        let quote = self.document.quotes.get(index)?;
        (quote.last == token && !quote.continues).then_some(index)
    }

    pub fn is_comma(&self, token: usize) -> bool {
        self.sentence.range().contains(&token) && self.word(token) == ","
    }

    pub fn is_dash(&self, token: usize) -> bool {
        self.sentence.range().contains(&token) && matches!(self.word(token), "—" | "–" | "--" | "―")
    }

    /// Whether a noun phrase can have a voice: a name, a person, a body, a paper; not "the trip" or "this".
    pub fn has_voice(&self, range: Range) -> bool {
        let d = self.document;
        (range.0..=range.1).any(|t| {
            let token = d.tokens.get(t);
            (token.is_some_and(|k| k.is_capital()) && (t > self.start() || self.tag(t) == Tag::Propn))
                || d.any(t, words!("he" "she" "they" "who" "i" "we" "his" "her" "their"))
                || VOICES.iter().any(|&class| lexicon::has(token, class))
        })
    }

    /// The closing bracket of a short aside that opens here.
    pub fn bracketed(&self, token: usize) -> Option<usize> {
        if self.word(token) != "(" {
            return None;
        }
        (token..self.end().min(token + 12)).find(|&t| self.word(t) == ")")
    }

    /// The verb group that begins at this token.
    pub fn group_at(&self, token: usize) -> Option<&VerbGroup> {
        self.groups.iter().find(|g| g.first == token)
    }

    /// The first verb group at or after a token.
    pub fn group_from(&self, token: usize) -> Option<&VerbGroup> {
        self.groups.iter().find(|g| g.first >= token)
    }

    /// The first verb group at or after a token that can be the verb of a clause.
    pub fn finite_from(&self, token: usize) -> Option<&VerbGroup> {
        self.groups.iter().find(|g| g.first >= token && g.form == VerbForm::Finite)
    }

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
            if self.tag(next) == Tag::Adp && !d.is(next, "as") && !self.is_adjunct(next, person) {
                if let Some(end) = chunks::noun_phrase_end(d, next + 1, self.end())
                    && self.tag(next + 1) != Tag::Punct
                {
                    last = end;
                    continue;
                }
            }
            // "officials familiar with the matter", "people briefed on the talks"
            let reduced =
                matches!(self.tag(next), Tag::VerbPart | Tag::Adj | Tag::VerbIng) && self.tag(next + 1) == Tag::Adp;
            let gerund = matches!(self.tag(next), Tag::VerbIng) && super::cues::verb(d.tokens[next].hash).is_none();
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
            if matches!(self.tag(next), Tag::Cconj) && !d.is(next, "but") {
                if let Some(end) = chunks::noun_phrase_end(d, next + 1, self.end())
                    && !self.clause_follows(end + 1)
                {
                    last = end;
                    continue;
                }
            }
            // "(R-Texas)", "(D-Ohio)"
            if self.word(next) == "("
                && let Some(close) = (next..self.end().min(next + 9)).find(|&t| self.word(t) == ")")
            {
                last = close;
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
        let occasion = (after..(after + 5).min(self.end())).any(|t| d.any(t, OCCASIONS));
        if occasion && d.any(preposition, words!("in" "on" "at" "during" "to" "after" "via" "by" "through")) {
            return true;
        }
        person && !d.any(preposition, words!("of" "from" "for" "at"))
    }

    /// Whether a finite verb follows, with nothing but adverbs between.
    fn clause_follows(&self, token: usize) -> bool {
        let mut t = token;
        while self.tag(t) == Tag::Adv {
            t += 1;
        }
        self.groups.iter().any(|g| g.form == VerbForm::Finite && g.first <= t && t <= g.head && g.first >= token)
    }

    /// Where an appositive or non-restrictive relative clause that begins here ends.
    fn appositive_end(&self, first: usize) -> Option<usize> {
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
            return Some(first);
        }
        let opens = matches!(
            self.tag(first),
            Tag::Det | Tag::PronPoss | Tag::Adj | Tag::Noun | Tag::NounPlural | Tag::Propn | Tag::Num
        ) || (matches!(self.tag(first), Tag::Adv) && self.tag(first + 1).is_adj());
        if !opens || chunks::is_time(d, first) {
            return None;
        }
        let end = self.phrase_end(first, false)?;
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
            if tag == Tag::Adp && before > floor {
                let mut host = before - 1;
                // "officials briefed on", "people familiar with"
                if matches!(self.tag(host), Tag::VerbPart | Tag::Adj | Tag::VerbIng)
                    && host > floor
                    && self.tag(host - 1).is_noun()
                {
                    host -= 1;
                }
                let noun = self.tag(host).is_noun() || matches!(self.tag(host), Tag::Num | Tag::Pron | Tag::Det);
                if noun
                    && !self.tag(host).is_verb()
                    && let Some(s) = chunks::noun_phrase_start(d, floor, host)
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
            if tag == Tag::Cconj && !d.is(before, "but") && before > floor {
                let mut left = before - 1;
                if self.is_comma(left) && left > floor {
                    left -= 1;
                }
                if let Some(s) = chunks::noun_phrase_start(d, floor, left)
                    && self.opens_clause(s)
                {
                    start = s;
                    coordinated = true;
                    continue;
                }
            }
            return Some(start);
        }
    }

    /// Whether a clause can begin at this token: nothing, punctuation or a conjunction before it.
    fn opens_clause(&self, token: usize) -> bool {
        token <= self.start() || matches!(self.tag(token - 1), Tag::Punct | Tag::Sconj | Tag::Cconj)
    }

    /// The subject of a verb group: the noun phrase before it, over adverbs, relative clauses and
    /// appositives; for participles and coordinated verbs the subject of the verb they hang on.
    pub fn subject(&self, group: &VerbGroup) -> Option<Range> {
        self.subject_within(group, 0)
    }

    fn subject_within(&self, group: &VerbGroup, deep: usize) -> Option<Range> {
        if deep > 4 {
            return None;
        }
        let floor = self.start();
        let mut p = group.first.checked_sub(1).filter(|&p| p >= floor)?;
        let d = self.document;
        while p > floor && (self.tag(p) == Tag::Adv || (d.any(p, words!("there" "here")) && self.tag(p - 1).is_noun()))
        {
            p -= 1;
        }
        if d.any(p, words!("who" "which" "that")) && !matches!(self.tag(p), Tag::Sconj) {
            return Some((p, p));
        }
        if group.form == VerbForm::Finite || group.form == VerbForm::Participle {
            if self.is_comma(p) || self.is_dash(p) {
                if let Some(range) = self.over_parenthesis(p).or_else(|| self.over_modifier(p)) {
                    return Some(range);
                }
            }
            if self.tag(p) == Tag::Cconj || (self.is_comma(p)) {
                let earlier = self.governor(p)?;
                return self.subject_within(earlier, deep + 1).or_else(|| self.subject_after(earlier));
            }
            let mut p = self.before_time(p);
            // "Clinton and Obama all agree"
            if p > floor
                && d.any(p, words!("all" "both" "each"))
                && (self.tag(p - 1).is_noun() || self.tag(p - 1) == Tag::Pron)
            {
                p -= 1;
            }
            if let Some(start) = self.phrase_start(p) {
                let start = self.over_object(start).unwrap_or(start);
                return Some((self.over_reduced(start).unwrap_or(start), p));
            }
            return self.over_modifier(p);
        }
        // participles and infinitives: the subject of the finite verb before, else after
        let governor = self.governor(group.first.saturating_sub(1)).or_else(|| self.finite_from(group.last + 1));
        let governor = governor?;
        self.subject_within(governor, deep + 1).or_else(|| self.subject_after(governor))
    }

    /// When the phrase before the verb is itself the object of a verb in a relative clause, the phrase
    /// that this clause hangs on: "Republicans who praised him warned", "a man calling himself Paul said".
    fn over_object(&self, start: usize) -> Option<usize> {
        let d = self.document;
        let before = start.checked_sub(1).filter(|&t| t > self.start())?;
        let group = self.groups.iter().find(|g| g.last == before)?;
        let mut opens = group.first.checked_sub(1).filter(|&t| t > self.start())?;
        if d.any(opens, words!("who" "which" "that")) {
            opens -= 1;
        } else if group.form != VerbForm::Gerund && group.form != VerbForm::Participle {
            return None;
        }
        self.tag(opens).is_noun().then(|| self.phrase_start(opens)).flatten()
    }

    /// Where the clause begins with a noun phrase and has no verb of its own before this one, all of
    /// it is the subject: "Images taken in April and reviewed by the ministry show".
    fn over_reduced(&self, start: usize) -> Option<usize> {
        let d = self.document;
        let bound = |t: &usize| matches!(self.tag(*t), Tag::Sconj) || matches!(self.word(*t), "," | ";" | ":" | "—" | "–" | "\"" | "“" | "”" | "(" | ")" | "''");
        let from = (self.start()..start).rev().find(bound).map_or(self.start(), |t| t + 1);
        let from = if self.tag(from) == Tag::Cconj { from + 1 } else { from };
        let first = chunks::noun_phrase_end(d, from, self.end()).filter(|&end| end < start)?;
        let reduced = self.groups.iter().any(|g| g.form == VerbForm::Participle && g.first == first + 1);
        let finite = self.groups.iter().any(|g| g.form == VerbForm::Finite && g.first >= from && g.last < start);
        let time = (from..=first).any(|t| chunks::is_time(d, t));
        (reduced && !finite && !time).then_some(from)
    }

    /// Steps back over a time between subject and verb: "The ministry on Tuesday said".
    fn before_time(&self, token: usize) -> usize {
        let d = self.document;
        if !chunks::is_time(d, token) || token <= self.start() + 1 {
            return token;
        }
        let mut t = token - 1;
        while t > self.start()
            && (d.any(t, words!("on" "in" "at" "last" "this" "late" "early" "earlier" "next")) || chunks::is_time(d, t))
        {
            t -= 1;
        }
        if self.tag(t).is_noun() || self.tag(t) == Tag::Pron { t } else { token }
    }

    /// The inverted subject, "said Lund, a surgeon".
    pub fn subject_after(&self, group: &VerbGroup) -> Option<Range> {
        let first = group.last + 1;
        if matches!(self.tag(first), Tag::Punct) {
            return None;
        }
        self.phrase_end(first, true).map(|last| (first, last))
    }

    /// The nearest finite verb before a token, preferring one that speaks.
    fn governor(&self, token: usize) -> Option<&VerbGroup> {
        let relative =
            |g: &&VerbGroup| g.first > self.start() && self.document.any(g.first - 1, words!("that" "which" "who"));
        let before =
            || self.groups.iter().rev().filter(move |g| g.last < token && g.form == VerbForm::Finite && !relative(g));
        before()
            .find(|g| {
                super::cues::verb(self.document.tokens[g.head].hash).is_some_and(|v| v.class == super::CueClass::Speech)
            })
            .or_else(|| before().next())
            .or_else(|| self.groups.iter().rev().find(|g| g.last < token && g.form == VerbForm::Participle))
    }

    /// A noun phrase, then something in commas or dashes that closes at `close`: an appositive or a
    /// relative clause belongs to the phrase (with its closing comma, as annotators mark it), an
    /// adjunct does not. Pairs may follow each other: "Lund, 43, a surgeon, said".
    fn over_parenthesis(&self, close: usize) -> Option<Range> {
        let d = self.document;
        let floor = self.start();
        let dash = self.is_dash(close);
        let mut bound = close;
        for _ in 0..5 {
            let open =
                (floor..bound).rev().take(45).find(|&t| if dash { self.is_dash(t) } else { self.is_comma(t) })?;
            let noun = open.checked_sub(1).filter(|&t| t >= floor)?;
            let inside = open + 1;
            let relative = d.any(inside, words!("who" "which" "whose" "whom" "including" "like" "and"));
            let nominal = matches!(
                self.tag(inside),
                Tag::Det
                    | Tag::PronPoss
                    | Tag::Adj
                    | Tag::AdjComparative
                    | Tag::Noun
                    | Tag::NounPlural
                    | Tag::Propn
                    | Tag::Num
                    | Tag::VerbPart
                    | Tag::Adv
            );
            let hosts = (self.tag(noun).is_noun() || self.word(noun) == ")" || self.tag(noun) == Tag::Pron)
                && !chunks::is_time(d, noun);
            let adverbial = matches!(self.tag(inside), Tag::Adp | Tag::VerbIng | Tag::Sconj | Tag::Part)
                || chunks::is_time(d, inside);
            // a place after a place ("Columbus, Ohio,") or an age belongs further left
            let light = bound - open <= 3
                && (self.tag(inside) == Tag::Num
                    || (self.tag(inside) == Tag::Propn && self.tag(noun) == Tag::Propn && dash == self.is_dash(open)));
            if hosts && (relative || nominal || adverbial) {
                let start = self.phrase_start(noun)?;
                let whole = start <= floor || self.opens_clause(start) || matches!(self.tag(start - 1), Tag::Adv);
                // the phrase itself may be an appositive of one further left
                let inner = start > floor
                    && self.is_comma(start - 1)
                    && self.tag(noun) != Tag::Pron
                    && (floor..start - 1).any(|t| self.is_comma(t) || self.tag(t).is_noun());
                if inner
                    && !dash
                    && let Some(range) = self.over_parenthesis_at(start - 1)
                {
                    return Some((range, if adverbial && !relative && !nominal { noun } else { close }));
                }
                if whole {
                    let end = if adverbial && !relative {
                        noun
                    } else if dash {
                        close - 1
                    } else {
                        close
                    };
                    return Some((start, end));
                }
                if !light {
                    return Some((start, if adverbial && !relative { noun } else { close }));
                }
            }
            bound = open;
        }
        None
    }

    /// Where the noun phrase begins to which an appositive opening after this comma belongs.
    fn over_parenthesis_at(&self, comma: usize) -> Option<usize> {
        let noun = comma.checked_sub(1).filter(|&t| t >= self.start())?;
        let name = self.tag(noun) == Tag::Propn || self.tag(noun).is_noun() || self.word(noun) == ")";
        if !name || chunks::is_time(self.document, noun) {
            return None;
        }
        let start = self.phrase_start(noun)?;
        (start <= self.start() || self.opens_clause(start)).then_some(start)
    }

    /// A subject separated from its verb by a prepositional phrase or relative clause without commas:
    /// "the man who fired the shots said".
    fn over_modifier(&self, token: usize) -> Option<Range> {
        let d = self.document;
        let floor = self.start();
        let relative = (floor..=token)
            .rev()
            .take(25)
            .find(|&t| d.any(t, words!("who" "which" "that" "whose")) && t > floor && self.tag(t - 1).is_noun())?;
        let start = self.phrase_start(relative - 1)?;
        Some((start, token))
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
        while matches!(self.tag(t), Tag::Adv)
            || d.any(t, words!("if" "when" "while" "because")) && self.tag(t) == Tag::Sconj
        {
            t += 1;
        }
        // the expletive "there"
        if d.is(t, "there")
            && let Some(verb) = self.group_at(t + 1)
        {
            return (verb.form == VerbForm::Finite).then_some(verb);
        }
        let mut last = chunks::noun_phrase_end(d, t, self.end());
        // a gerund or to-clause as subject
        if last.is_none() && matches!(self.tag(t), Tag::VerbIng) {
            last = Some(t);
        }
        let mut last = last?;
        for _ in 0..6 {
            let next = last + 1;
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

    /// Trims marks that do not belong to a content: a final point or comma outside its quotation.
    pub fn trim(&self, mut range: Range) -> Option<Range> {
        let d = self.document;
        while range.0 <= range.1
            && d.tokens.get(range.0)?.kind == Kind::Punct
            && matches!(self.word(range.0), "," | "." | ";" | ":" | "—" | "–" | "--" | "-" | ")" | "…" | "!" | "?")
        {
            range.0 += 1;
        }
        while range.1 >= range.0 {
            let word = self.word(range.1);
            let quoted = d.tokens.get(range.1).is_some_and(|t| t.quote != 0)
                && d.quotes.get(d.tokens[range.1].quote as usize - 1).is_some_and(|q| q.first >= range.0);
            let strip = match word {
                "," | "." | ";" | ":" | "—" | "–" | "--" | "(" | "-" | "?" | "!" => !quoted,
                _ => false,
            };
            if !strip {
                break;
            }
            range.1 = range.1.checked_sub(1)?;
        }
        (range.0 <= range.1).then_some(range)
    }
}

/// Occasions on which something is said.
const OCCASIONS: &[u64] = words!("statement" "interview" "email" "e-mail" "phone" "telephone" "letter" "speech" "conference" "briefing"
    "tweet" "post" "memo" "report" "filing" "testimony" "message" "remarks" "broadcast" "address" "call" "event" "rally" "reporters"
    "journalists" "twitter" "facebook" "television" "tv" "radio" "article" "blog" "note" "release" "hearing" "court" "debate" "video" "statements" "interviews" "column" "editorial" "ed" "telegram" "instagram");

/// Whether a token names an occasion of speech: "in a statement", "at a briefing".
pub fn is_occasion(document: &Document, token: usize) -> bool {
    document.any(token, OCCASIONS)
}
