//! What stands between a subject and its verb: appositives, bracketed words, modifiers, reduced clauses.
//! Steps over them to the noun phrase they hang on; whose subject it is, `subjects` decides.

use super::complement::REFLEXIVE;
use super::naming;
use super::reader::{Range, Reader};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::lexicon::{self, Class};
use crate::text::{Tag, Words};
use crate::words;

/// What is shown and played, and does neither.
const PLAYED: &Words = words!("footage" "video" "videos" "recording" "recordings" "images" "documents" "papers" "records" "letters" "emails" "messages" "tape" "tapes" "report" "clips");

impl Reader<'_, '_> {
    /// A name in quotation marks that ends here: "The “Coast Courier” has reported".
    pub(super) fn quoted_name(&self, last: usize) -> Option<Range> {
        let d = self.document;
        let quote = self.quote_closes(last).filter(|q| q.first > self.start())?;
        let name = quote.last - quote.first < 7
            && quote.last > quote.first + 1
            && (quote.first + 1..quote.last).all(|t| d.tokens[t].is_capital() || d.any(t, words!("the" "of" "and")));
        (name && self.tag(quote.first - 1) == Tag::Det).then(|| (quote.first - 1, last))
    }

    /// When the phrase before the verb is itself the object of a verb in a relative clause, the phrase
    /// that this clause hangs on: "Republicans who praised him warned", "a man calling himself Paul said".
    pub(super) fn over_object(&self, start: usize) -> Option<usize> {
        let d = self.document;
        let mut before = start.checked_sub(1).filter(|&t| t > self.start())?;
        // "a man who described himself as a driver", "a woman who lives near the yard"
        // … not "the row that began after Britain accused"
        if self.tag(before) == Tag::Adp
            && before > self.start() + 2
            && !d.any(before, words!("after" "before" "until" "since"))
        {
            before -= 1;
            before -= usize::from(d.any(before, REFLEXIVE));
        }
        let group = self.groups.iter().find(|g| g.last == before)?;
        let mut opens = group.first.checked_sub(1).filter(|&t| t >= self.start())?;
        // "Calls to set up an inquiry were rejected"
        if group.form == VerbForm::Infinitive && d.is(group.first, "to") && self.tag(opens).is_noun() {
            let whole = self.phrase_start(opens).filter(|&s| self.opens_clause(s));
            return whole.filter(|_| self.finite_from(self.start()).is_none_or(|g| g.first > start));
        }
        if opens > self.start() && d.any(opens, words!("who" "which" "that")) {
            opens -= 1;
        } else if group.form != VerbForm::Gerund && group.form != VerbForm::Participle {
            return None;
        }
        self.tag(opens).is_noun().then(|| self.phrase_start(opens)).flatten()
    }

    /// Where the clause begins with a noun phrase and has no verb of its own before this one, all of
    /// it is the subject: "Images taken in April and reviewed by the ministry show".
    pub(super) fn over_reduced(&self, start: usize) -> Option<usize> {
        let d = self.document;
        let bound = |t: &usize| {
            matches!(self.tag(*t), Tag::Sconj)
                || d.any(*t, words!("that" "while" "which" "who"))
                || matches!(self.word(*t), "," | ";" | ":" | "—" | "–" | "\"" | "“" | "”" | "(" | ")" | "''")
        };
        let from = (self.start()..start).rev().find(bound).map_or(self.start(), |t| t + 1);
        let from = if self.tag(from) == Tag::Cconj { from + 1 } else { from };
        let noun = chunks::noun_phrase_end(d, from, self.end()).filter(|&end| end < start)?;
        // "A survey by the firm published on Sunday showed"
        let mut first = noun;
        while d.any(first + 1, words!("by" "of" "from" "in"))
            && let Some(end) = chunks::noun_phrase_end(d, first + 2, self.end()).filter(|&end| end < start)
        {
            first = end;
        }
        // … "Figures to be published today show"
        let modifies = |g: &VerbGroup| g.form == VerbForm::Participle || g.form == VerbForm::Infinitive && g.passive;
        // … "footage played to the jury showed": things are played, and do not play; "supporters locked outside the
        // gates chanted": of two verbs that nothing joins the first describes
        let held = words!("in" "at" "to" "by" "for" "from" "on" "with" "inside" "outside" "near" "under");
        let is_paper = |t: usize| d.any(t, PLAYED) || lexicon::has(d.tokens.get(t), Class::DocumentNoun);
        let shown = self.group_at(first + 1).filter(|g| {
            let timed = chunks::is_time(d, g.last + 1) || chunks::is_time(d, g.last + 2);
            let paper = d.tag(g.head) == Tag::VerbPast
                && (timed || self.tag(g.last + 1) == Tag::Adp)
                && (is_paper(noun) || is_paper(first));
            let somebody = matches!(d.tag(g.head), Tag::VerbPast | Tag::VerbPart)
                && d.any(g.last + 1, held)
                && g.last + 2 == start
                && !self.takes_clauses_only(g.head)
                && naming::noun(d, noun).0 != 0
                && self.tag(noun) != Tag::Propn;
            g.first == g.last && (paper || somebody)
        });
        let reduced = self.groups.iter().any(|g| modifies(g) && g.first == first + 1) || shown.is_some();
        let mine = |g: &VerbGroup| shown.is_some_and(|s| s.first == g.first);
        let finite =
            self.groups.iter().any(|g| g.form == VerbForm::Finite && g.first >= from && g.last < start && !mine(g));
        let time = (from..=first).any(|t| chunks::is_time(d, t));
        (reduced && !finite && !time).then_some(from)
    }

    /// Where a name is that a relative clause describes which no comma closes: "Barry, who was from Dewsbury said".
    pub(super) fn over_open_relative(&self, start: usize) -> Option<usize> {
        let d = self.document;
        let floor = self.start();
        let who = (floor + 2..start).rev().take(8).find(|&t| d.is(t, "who") && self.is_comma(t - 1))?;
        let closed = (who..start).any(|t| self.is_comma(t));
        let verb = self.group_at(who + 1).is_some_and(|g| g.form == VerbForm::Finite && g.last < start);
        let open =
            verb && !closed && d.any(start - 1, words!("from" "in" "of" "at" "near")) && d.tokens[who - 2].is_capital();
        open.then(|| self.phrase_start(who - 2)).flatten()
    }

    /// Steps back over a time between subject and verb: "The ministry on Tuesday said".
    pub(super) fn before_time(&self, token: usize) -> usize {
        let d = self.document;
        // "The company in 2009 agreed"
        let year = self.tag(token) == Tag::Num && self.word(token).len() == 4;
        if year && token > self.start() + 1 && d.is(token - 1, "in") && self.tag(token - 2).is_noun() {
            return token - 2;
        }
        // "Lund on April 5 threatened"
        let day = self.tag(token) == Tag::Num && self.word(token).len() < 3 && token > self.start() + 2;
        let dated = day && chunks::is_time(d, token - 1) && d.is(token - 2, "on");
        if !dated && (!chunks::is_time(d, token) || token <= self.start() + 1) {
            return token;
        }
        // "Clara May said": a name, where no preposition makes it a month
        let name = d.is(token, "may") && self.tag(token - 1) == Tag::Propn && !chunks::is_time(d, token - 1);
        if name {
            return token;
        }
        let mut t = token - 1;
        while t > self.start()
            && (d.any(t, words!("on" "in" "at" "last" "this" "late" "early" "earlier" "next" "the" "that" "same"))
                || chunks::is_time(d, t))
        {
            t -= 1;
        }
        if self.tag(t).is_noun() || self.tag(t) == Tag::Pron { t } else { token }
    }

    /// A noun phrase, then something in commas or dashes that closes at `close`: an appositive or a
    /// relative clause belongs to the phrase (with its closing comma, as annotators mark it), an
    /// adjunct does not. Pairs may follow each other: "Lund, 43, a surgeon, said".
    pub(super) fn over_parenthesis(&self, close: usize) -> Option<Range> {
        let d = self.document;
        let floor = self.start();
        let dash = self.is_dash(close);
        let mut bound = close;
        for _ in 0..5 {
            let open =
                (floor..bound).rev().take(45).find(|&t| if dash { self.is_dash(t) } else { self.is_comma(t) })?;
            let noun = open.checked_sub(1).filter(|&t| t >= floor)?;
            let inside = open + 1;
            let relative = d.any(inside, words!("who" "which" "whose" "whom" "including" "like" "and" "both" "each"))
                // "neighbours, some of whom had slept outside, told"
                || d.is(inside + 1, "of") && d.any(inside + 2, words!("whom" "which"));
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
            // "The report, issued Thursday, said": a participle taken for the past tense, no verb before it
            let torn = self.tag(inside) == Tag::VerbPast
                && !self.groups.iter().any(|g| g.form == VerbForm::Finite && g.last < open);
            let nominal = nominal || torn;
            let named = d.tokens[noun].is_capital() && (noun == floor || d.tokens[noun - 1].is_capital());
            let nominal_adjective = self.tag(noun).is_adj() && noun > floor && self.tag(noun - 1) == Tag::Det;
            let hosts = (self.tag(noun).is_noun()
                || self.word(noun) == ")"
                || self.tag(noun) == Tag::Pron
                || named && !matches!(self.tag(noun), Tag::Adp | Tag::Sconj | Tag::Cconj)
                || nominal_adjective)
                && !chunks::is_time(d, noun);
            let adverb = inside + 1 == bound && self.tag(inside) == Tag::Adv;
            let adverbial = matches!(self.tag(inside), Tag::Adp | Tag::VerbIng | Tag::Sconj | Tag::Part)
                || adverb
                || chunks::is_time(d, inside);
            // "Lund, at the institute, said": where the speaker belongs
            let affiliated = d.any(inside, words!("at" "of" "from"))
                && d.tokens[noun].is_capital()
                && (inside + 1..bound.min(inside + 4)).any(|t| d.tokens.get(t).is_some_and(|k| k.is_capital()));
            let nominal = nominal && !adverb || affiliated;
            // a place after a place ("Columbus, Ohio,") or an age belongs further left
            let light = bound - open <= 3
                && (self.tag(inside) == Tag::Num
                    || (self.tag(inside) == Tag::Propn && self.tag(noun) == Tag::Propn && dash == self.is_dash(open)));
            if hosts && (relative || nominal || adverbial) {
                let start = self.phrase_start(noun).or(named.then_some(noun))?;
                // "Lund, of Brent, north London, denies": the place is no speaker
                let placed = start >= floor + 3
                    && d.any(start - 1, words!("of" "from" "at"))
                    && self.is_comma(start - 2)
                    && d.tokens[start - 3].is_capital();
                if placed && !dash {
                    bound = open;
                    continue;
                }
                // "In his address, Minister Bholah, indicated": the occasion is no speaker
                let fronted = start == floor + 1 && self.tag(floor) == Tag::Adp && !named;
                if fronted && !dash && self.tag(inside) == Tag::Propn && inside + 1 < bound {
                    return Some((inside, bound - 1));
                }
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
    pub(super) fn over_parenthesis_at(&self, comma: usize) -> Option<usize> {
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
    pub(super) fn over_modifier(&self, token: usize) -> Option<Range> {
        let d = self.document;
        // "a visit that analysts said raises fears": the speaker's verb stands between, nobody speaks here
        if self.tag(token).is_verb() && self.is_saying(token) {
            return None;
        }
        let floor = self.start();
        let relative = (floor..=token).rev().take(25).find(|&t| {
            d.any(t, words!("who" "which" "that" "whose" "where")) && t > floor && self.tag(t - 1).is_noun()
        })?;
        let start = self.phrase_start(relative - 1)?;
        Some((start, token))
    }
}
