//! How far reported words run: to the end of their sentence or phrase, but for what the page says itself.
//! Finds the last token of a content whose first is known.

use super::Stance;
use super::between::Skip;
use super::complement::Kind;
use super::cues::{CueVerb, Frames};
use super::inversion::finds;
use super::reader::{Range, Reader};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::text::Tag;
use crate::words;

impl Reader<'_, '_> {
    /// Last token of reported words that begin at `first`: to the end of the sentence, but for a
    /// following attribution, a second verb of the same speaker, or a semicolon. A quotation that
    /// runs over the sentence is taken whole.
    pub fn content_end(&self, first: usize) -> Option<usize> {
        let mut t = first;
        let mut depth = 0usize;
        let mut last = self.end().checked_sub(1)?;
        while t < self.end() {
            if let Some(quote) = self.quote_opens(t) {
                if quote.last >= self.end() {
                    return Some(quote.last);
                }
                if quote.last > t {
                    // a whole sentence in quotation marks ends the content where it closes
                    let full = t == first && matches!(self.word(quote.last - 1), "." | "," | "!" | "?");
                    if full && self.after_full_quote(quote.last + 1) {
                        return Some(quote.last);
                    }
                    // "said a “man was seen,” according to the chief"
                    if self.is_comma(quote.last - 1) && self.leaves_content(quote.last + 1) {
                        return Some(quote.last);
                    }
                    t = quote.last + 1;
                    continue;
                }
            }
            match self.word(t) {
                "(" | "[" => depth += 1,
                ")" | "]" => {
                    if depth == 0 {
                        last = t.checked_sub(1)?;
                        break;
                    }
                    depth -= 1;
                }
                ";" if depth == 0 => {
                    last = t.checked_sub(1)?;
                    break;
                }
                "," if depth == 0 && t > first + 1 && self.leaves_content(t + 1) => {
                    last = t.checked_sub(1)?;
                    break;
                }
                _ if depth == 0 && self.tag(t) == Tag::Cconj && t > first && self.second_speech(t) => {
                    last = t.checked_sub(1)?;
                    break;
                }
                // "though officials still urge", "— but it is impossible to know": the page's own
                "though" | "although"
                    if depth == 0
                        && t > first + 2
                        && !self.document.any(t - 1, words!("even" "that"))
                        && self.clause_at(t + 1).is_some_and(|g| self.says(g)) =>
                {
                    last = t.checked_sub(1)?;
                    break;
                }
                "—" | "–" | "--" if depth == 0 && self.document.is(t + 1, "but") && self.clause_at(t + 2).is_some() =>
                {
                    last = t.checked_sub(1)?;
                    break;
                }
                _ => {}
            }
            t += 1;
        }
        (last >= first).then_some(last)
    }

    /// Where the reported words stand in a clause before the main one, they end with it: "While Lund said it
    /// was over, the strike went on", "After saying that he would stay, Lund left".
    pub(super) fn before_main_clause(&self, cue_last: usize, first: usize, last: usize) -> usize {
        let start = self.start();
        if let Some(end) = self.before_verb_of_host(cue_last, first, last) {
            return end;
        }
        let opens = matches!(self.tag(start), Tag::Sconj | Tag::VerbIng)
            || self.document.any(
                start,
                words!("while" "although" "though" "if" "when" "after" "before" "since" "because" "despite" "by"),
            );
        // a main clause before the cue: "While it rained, Lund said that …"
        if !opens || self.document.tokens[start].quote != 0 || (start..cue_last).any(|t| self.is_comma(t)) {
            return last;
        }
        let begins = |at: usize| {
            let verb = chunks::noun_phrase_end(self.document, at, self.end())
                .and_then(|end| self.groups.iter().find(|g| g.first == end + 1));
            (self.clause_at(at).is_some() || verb.is_some_and(|g| g.form != VerbForm::Gerund))
                && self.tag(at) != Tag::Cconj
        };
        let main = |at: usize| begins(at) && self.appositive_end(at).is_none_or(|end| !self.is_comma(end + 1));
        // the comma may stand inside a closing quotation mark
        let end = (first + 1..last).filter(|&t| self.is_comma(t)).find_map(|t| match self.quote_closes(t + 1) {
            Some(_) => begins(t + 2).then_some(t + 1),
            None => (!self.quoted(t) && main(t + 1)).then(|| t - 1),
        });
        end.unwrap_or(last)
    }

    /// "The tunnel, which engineers say was never sealed, flooded": a relative clause set off by commas ends, and
    /// the reported words with it, where the verb of its noun follows the second.
    pub(super) fn before_verb_of_host(&self, cue_last: usize, first: usize, last: usize) -> Option<usize> {
        let d = self.document;
        let relative = |t: &usize| d.any(*t, words!("which" "whom" "who"));
        let pronoun = (self.start() + 1..cue_last).rev().take(8).find(relative)?;
        let mark = (self.start() + 1..pronoun).rev().take(4).find(|&t| self.is_comma(t))?;
        // "many of whom"
        let opens = mark + 1 == pronoun || self.tag(pronoun - 1) == Tag::Adp;
        if !opens || (pronoun..cue_last).any(|t| self.is_comma(t) || self.quoted(t)) {
            return None;
        }
        // the tagger may take the past tense for a participle
        let past = |g: &VerbGroup| self.tag(g.head) == Tag::VerbPart && g.first == g.head && !d.is(g.last + 1, "by");
        let verb = |g: &VerbGroup| g.form == VerbForm::Finite || g.form == VerbForm::Participle && past(g);
        let own = |&t: &usize| self.is_comma(t) && !self.quoted(t) && self.group_at(t + 1).is_some_and(verb);
        (first + 1..last).find(own).map(|t| t - 1)
    }

    /// "A man who said he had been robbed was taken away", "Lund, who said it was over, resigned": where reported
    /// words end before the verb of the noun that their relative clause describes.
    pub(super) fn before_own_verb_of_host(&self, pronoun: Range, content: Range, kind: Kind) -> Option<usize> {
        let d = self.document;
        let who = pronoun.0;
        if who != pronoun.1 || !d.any(who, words!("who" "which" "that")) || who <= self.start() {
            return None;
        }
        let set_off = self.is_comma(who - 1);
        let host = self.phrase_start(if set_off { who.checked_sub(2)? } else { who - 1 })?;
        let finite = |g: &&VerbGroup| g.form == VerbForm::Finite && !self.quoted(g.head);
        let fresh = host == self.start() || self.opens_clause(host) && !self.is_comma(host - 1);
        if !fresh || self.groups.iter().filter(finite).any(|g| host <= g.first && g.first < who) {
            return None;
        }
        let within = |g: &&VerbGroup| content.0 < g.first && g.first <= content.1;
        if set_off {
            // the tagger may take the past tense for a participle
            let alone = |g: &VerbGroup| !self.groups.iter().any(|h| h.form == VerbForm::Finite && h.first > g.last);
            let past = |g: &VerbGroup| g.form == VerbForm::Participle && !d.is(g.last + 1, "by") && alone(g);
            let mut own = self.groups.iter().filter(within).filter(|g| self.is_comma(g.first - 1));
            let own = own.find(|g| finite(g) || past(g) && !self.quoted(g.head))?;
            return own.first.checked_sub(2).filter(|&last| last >= content.0);
        }
        let clausal = matches!(kind, Kind::That | Kind::Clause | Kind::Wh);
        let inside = self.groups.iter().filter(finite).filter(within);
        let own = inside.filter(|g| !self.in_relative(g)).nth(usize::from(clausal))?;
        // a noun before it may be the subject of a second clause: "said the road flooded when rain fell"
        let before = own.first - 1;
        let object = || self.phrase_start(before).is_some_and(|s| s > content.0 && self.tag(s - 1) == Tag::Adp);
        let over = match self.tag(before) {
            tag if tag.is_noun() => !clausal || chunks::is_time(d, before) || object(),
            tag => {
                tag.is_verb()
                    || tag.is_adj()
                    || matches!(tag, Tag::Num | Tag::Adp)
                    || tag == Tag::Adv && self.tag(before - 1) != Tag::Cconj
            }
        };
        over.then_some(before)
    }

    fn after_full_quote(&self, at: usize) -> bool {
        at >= self.end() || !matches!(self.tag(at), Tag::Adp)
    }

    /// Whether the words after a comma leave the reported words: ", adding that", ", according to".
    fn leaves_content(&self, at: usize) -> bool {
        let d = self.document;
        if d.are(at, &["according", "to"]) {
            return true;
        }
        if self.closing_aside(at) {
            return true;
        }
        // "Lund, insisting that it helps, on Monday brought": the subject's own verb
        let dated = self.tag(at) == Tag::Adp && chunks::is_time(d, at + 1);
        if dated && self.finite_at(at + 2) {
            return true;
        }
        // ", which he denies."
        if d.is(at, "which")
            && self.finite_from(at + 1).is_some_and(|g| {
                g.first <= at + 5
                    && matches!(self.word(g.last + 1), "." | ";" | "")
                    && self.verb_at(g.head).is_some_and(|v| v.stance == Stance::Denial)
            })
        {
            return true;
        }
        // ", an allegation they deny": the denier's words
        let denied = at + usize::from(d.any(at, words!("a" "an")));
        if d.any(denied, super::denials::DENIABLE) && d.tag(denied).is_noun() {
            let denial = |g: &&VerbGroup| {
                g.form == VerbForm::Finite
                    && g.first > at + 1
                    && self.verb_at(g.head).is_some_and(|v| v.stance == Stance::Denial)
            };
            return self.groups.iter().find(denial).is_some_and(|g| g.first < at + 9);
        }
        let mut t = at;
        if self.tag(t) == Tag::Cconj {
            // "…, and he called for an inquiry": a new subject that speaks
            let clause = self.clause_at(t + 1);
            let speaks = clause.is_some_and(|g| self.says(g));
            if speaks || d.is(t, "but") && clause.is_some() {
                return true;
            }
            t += 1;
        }
        if d.any(t, words!("while" "although" "though" "whereas")) && t == at {
            // "the deal, while costly, was sound" goes on with its verb
            let close = (at..self.end()).find(|&c| self.is_comma(c));
            // … "a tsunami, though unlikely, “can’t be excluded”"
            let verb = |c: usize| c + 1 + usize::from(self.quote_opens(c + 1).is_some());
            return !close.is_some_and(|c| self.finite_at(verb(c)));
        }
        while self.tag(t) == Tag::Adv {
            t += 1;
        }
        let Some(group) = self.groups.iter().find(|g| g.first <= t && t <= g.head && g.first >= at) else {
            return false;
        };
        let speech =
            self.verb_at(group.head).is_some_and(|v| v.frames.any(Frames::QUOTE) || v.frames.any(Frames::CLAUSE));
        match group.form {
            VerbForm::Gerund => {
                let speaks = speech || d.any(group.head, words!("citing" "referring" "quoting"));
                speaks && !self.is_gerund_subject(group, at)
            }
            // "…, who asked for time, said": the clause that the reported words stand in is over
            VerbForm::Finite => {
                speech && (t > at && self.tag(at) == Tag::Cconj || self.speaks_after_relative(group, at))
            }
            _ => false,
        }
    }

    /// "said that for most, worrying about it will not help": a gerund after the clause's first phrase, which has no
    /// verb yet, is its subject.
    fn is_gerund_subject(&self, group: &VerbGroup, at: usize) -> bool {
        let Some(that) = (self.start()..at).rev().take(12).find(|&t| self.document.is(t, "that")) else { return false };
        let verb = self.finite_from(group.last + 1);
        self.tag(that + 1) == Tag::Adp
            && self.finite_from(that + 1).is_none_or(|g| g.first > at)
            && verb.is_some_and(|g| !(group.last..g.first).any(|t| self.is_comma(t)))
    }

    /// Whether the verb right after this comma is the main clause's, which a relative clause parted from
    /// its subject.
    fn speaks_after_relative(&self, group: &VerbGroup, at: usize) -> bool {
        group.first == at
            && (self.start()..at - 1)
                .rev()
                .take(40)
                .any(|t| self.is_comma(t) && self.document.any(t + 1, words!("who" "which")))
    }

    /// Whether ", the agency reported on Friday." begins here: a speaker and verb that end the sentence.
    fn closing_aside(&self, at: usize) -> bool {
        let Some(end) = self.phrase_end(at, false) else { return false };
        let Some(group) = self.group_at(end + 1).filter(|g| g.form == VerbForm::Finite && !g.passive) else {
            return false;
        };
        let quotes = |v: &CueVerb| self.says(group) && v.frames.any(Frames::QUOTE) || finds(self, (at, end), v);
        if !self.verb_at(group.head).is_some_and(quotes) {
            return false;
        }
        let mut t = group.last + 1;
        while t < self.end() {
            match self.skip(t, false) {
                Some(Skip::Other(next)) if !self.is_comma(t) => t = next,
                _ => break,
            }
        }
        // "…, the agency said, triggering a review"
        let deed = self.is_comma(t) && self.tag(t + 1) == Tag::VerbIng;
        t >= self.end() || deed || matches!(self.word(t), "." | "!" | "?")
    }

    /// Whether a verb of the same speaker follows a conjunction, or "but she also said".
    fn second_speech(&self, and: usize) -> bool {
        let pronoun = self.document.is(and, "but") && self.tag(and + 1) == Tag::Pron;
        self.second_cue(and + 1) || pronoun && self.group_at(and + 2).is_some_and(|g| self.says(g))
    }

    /// Whether a verb of the same speaker follows a conjunction: "… and called for calm".
    pub(super) fn second_cue(&self, at: usize) -> bool {
        let d = self.document;
        let mut t = at;
        while self.tag(t) == Tag::Adv && self.group_at(t).is_none() {
            t += 1;
        }
        // "dispute that and say": a plural's verb that the tagger takes for its base
        let says =
            d.any(t, words!("say" "claim" "argue" "insist")) && d.any(at.saturating_sub(2), words!("that" "this" "it"));
        // "deny abuse and say they are patient": no "to" before it that it could hang on
        let base = d.any(t, words!("say" "claim" "argue" "insist" "believe" "warn"));
        let plural = base && self.clause_at(t + 1).is_some() && !(self.start()..t).any(|t| d.is(t, "to"));
        if (says || plural) && self.group_at(t).is_some() {
            return true;
        }
        // "confirmed that an inquiry was open but refused to give details"
        let silent = d.any(t, words!("refused" "declined" "refuses" "declines")) && d.is(t + 1, "to");
        // … "but would not be drawn on jobs"
        let not = t + 1;
        let mute = words!("drawn" "say" "give" "comment" "elaborate" "discuss" "name" "identify" "confirm" "disclose" "reveal" "specify" "answer");
        let withheld = d.any(t, words!("would" "will" "did" "could"))
            && d.any(not, words!("not" "n't"))
            && (d.any(not + 1, mute) || d.is(not + 1, "be") && d.any(not + 2, mute));
        if (silent || withheld) && d.is(at - 1, "but") {
            return true;
        }
        self.group_at(t).is_some_and(|g| {
            g.form == VerbForm::Finite
                && !matches!(d.tag(g.head), Tag::VerbBase | Tag::Aux | Tag::Modal)
                && d.tag(g.first) != Tag::Modal
                && self.says(g)
        })
    }

    /// Whether another participle of saying follows a conjunction: "criticizing the plan and calling for calm".
    pub(super) fn second_gerund(&self, at: usize) -> bool {
        self.group_at(at).is_some_and(|g| g.form == VerbForm::Gerund && self.says(g))
    }

    /// "vowed to mend its ways and established a fund": the past tense goes with the verb before the infinitive at `to`.
    pub(super) fn before_past(&self, to: usize, last: usize) -> Option<usize> {
        let past = |t: usize| self.finite_at(t) && self.tag(t) == Tag::VerbPast;
        let clause = |t: usize| self.groups.iter().any(|g| g.form == VerbForm::Finite && to < g.first && g.last < t);
        let and = (to + 2..last).find(|&t| self.document.is(t, "and") && past(t + 1) && !self.quoted(t));
        Some(and.filter(|&t| !clause(t)).map_or(last, |t| t - 1))
    }
}
