//! Noun phrases as content: which of them a verb reports, what somebody is called, and where they end.
//! Knows phrases and the marks around them; clauses and quotations end in `content`.

use super::complement::{Complement, Kind};
use super::cues::{CueVerb, Frames};
use super::naming;
use super::reader::{Reader, is_occasion};
use crate::chunks::{self, VerbForm};
use crate::lexicon::Class;
use crate::text::{Kind as Writing, Tag};
use crate::words;

impl Reader<'_, '_> {
    /// Whether the noun phrase that begins here is one with which the verb reports: "claimed victory", "claims massive
    /// vote fraud".
    pub(super) fn own_object(&self, at: usize, verb: &CueVerb) -> bool {
        let own = |t: usize| self.document.tokens.get(t).is_some_and(|t| verb.objects.contains(&t.hash));
        let head = || chunks::noun_phrase_end(self.document, at, self.end());
        !verb.objects.is_empty() && (own(at) || head().is_some_and(own))
    }

    /// "described it as a setback", "called the plan “a joke”", "labelled him a fool".
    pub(super) fn naming(&self, at: usize, cue_last: usize, frames: Frames) -> Option<Complement> {
        let d = self.document;
        // "a sale that Lomé called a provocation": what is named stands before
        let moved = frames.any(Frames::NAMING) && at == cue_last + 1 && self.relative_before(cue_last);
        // "which he described as a trap": what is described stands before
        if d.is(at, "as") && frames.any(Frames::AS) && at == cue_last + 1 && self.relative_before(cue_last) {
            let content = self.trim((at, self.noun_content_end(at, true)?))?;
            return Some(Complement { kind: Kind::Naming, cue_last, content });
        }
        // "called his plans to leave “a disgrace”": the name in quotation marks settles it
        if frames.any(Frames::NAMING)
            && let Some(quote) = (at + 1..self.end().min(at + 18)).find(|&t| self.quote_opens(t).is_some())
            && !self.groups.iter().any(|g| g.form == VerbForm::Finite && g.first >= at && g.last < quote)
        {
            let content = self.trim((at, self.noun_content_end(quote, true)?))?;
            return Some(Complement { kind: Kind::Naming, cue_last, content });
        }
        let mut end = self.phrase_end(at, false)?;
        let mut parted = false;
        // "described the board during an interview as “a relic”"
        if self.tag(end + 1) == Tag::Adp
            && !d.is(end + 1, "as")
            && let Some(last) = chunks::noun_phrase_end(d, end + 2, self.end()).filter(|&last| d.is(last + 1, "as"))
            && (is_occasion(d, last) || chunks::is_time(d, last) || d.is(last, "time"))
        {
            (end, parted) = (last, true);
        }
        let as_word = d.is(end + 1, "as");
        let second = end + 1 < self.end()
            && (self.quote_opens(end + 1).is_some()
                || self.tag(end + 1) == Tag::Adj
                || chunks::noun_phrase_end(d, end + 1, self.end()).is_some());
        let fits = (as_word && (frames.any(Frames::AS) || frames.any(Frames::NAMING)))
            || (second && frames.any(Frames::NAMING))
            || frames.any(Frames::NOUN_ALONE)
            || moved;
        // "the men who called the police after the raid"
        let subject = self.groups.iter().any(|g| g.last == cue_last && self.in_relative(g));
        let object = subject && matches!(self.tag(end + 1), Tag::Adp | Tag::Sconj | Tag::Adv | Tag::Punct | Tag::Cconj);
        if !fits || moved && object && !as_word {
            return None;
        }
        let content = self.trim((at, self.noun_content_end(if parted { end + 1 } else { at }, true)?))?;
        Some(Complement { kind: Kind::Naming, cue_last, content })
    }

    /// Last token of a noun phrase taken as content, with its relative clauses and, when `wide`, all
    /// phrases up to the next comma.
    pub fn noun_content_end(&self, first: usize, wide: bool) -> Option<usize> {
        let d = self.document;
        let mut t = first;
        let mut depth = 0usize;
        let mut relative = false;
        while t < self.end() {
            if let Some(quote) = self.quote_opens(t) {
                if quote.last >= self.end() {
                    return Some(quote.last);
                }
                if quote.last > t {
                    t = quote.last + 1;
                    continue;
                }
            }
            let word = self.word(t);
            match word {
                "(" => depth += 1,
                ")" if depth > 0 => depth -= 1,
                "," if depth == 0 && (self.list_goes_on(t + 1) || self.region_follows(t) || self.name_follows(t)) => {}
                "," | ";" | ":" | "—" | "–" | "--" | ")" if depth == 0 => break,
                "." | "!" | "?" if t + 1 >= self.end() || self.quote_closes(t + 1).is_some() => break,
                _ => {}
            }
            if t > first && depth == 0 {
                if d.any(t, words!("who" "which" "that" "whose" "where" "how" "why" "what" "whether")) {
                    relative = true;
                }
                if self.tag(t) == Tag::Sconj && d.any(t, words!("as" "after" "while" "because" "when" "before" "since" "although" "though" "if" "unless" "until"))
                    && !wide
                    // "remembered him as fun", "cited a report as naming him"
                    && !(d.is(t, "as") && self.clause_at(t + 1).is_none() && !self.as_saying(t))
                {
                    break;
                }
                if self.tag(t) == Tag::Cconj
                    && (self.second_cue(t + 1)
                        // "declined to give details but she said"
                        || self.tag(t + 1) == Tag::Pron && self.group_at(t + 2).is_some_and(|g| self.says(g))
                        || self.second_gerund(t + 1)
                        // "asked for a reply and Lund himself dismissed the charge"
                        || d.is(t, "and")
                            && !relative
                            && !d.any(first, words!("what" "how" "why" "whether" "who"))
                            && self.clause_at(t + 1).is_some_and(|g| self.says(g))
                        || self.finite_at(t + 1) && !relative)
                {
                    break;
                }
                // "touted his record while needling his rivals": of deeds only the speaker's
                let plain = || !self.groups.iter().any(|g| first <= g.first && g.last < t);
                let meanwhile = d.is(t, "while") && self.tag(t + 1) == Tag::VerbIng && plain();
                let aired = d.is(t, "on") && self.opens_broadcast(t) && plain();
                if !relative && (meanwhile || aired || self.opens_occasion(t) || self.says_more(t)) {
                    break;
                }
                if !wide
                    && !relative
                    && self.tag(t) == Tag::Adp
                    && (chunks::is_time(d, t + 1) || chunks::is_time(d, t + 2) && self.tag(t + 1) != Tag::Punct)
                    && d.any(t, words!("on" "in" "at" "during"))
                {
                    break;
                }
                if !wide
                    && !relative
                    && chunks::is_time(d, t)
                    && !matches!(self.tag(t - 1), Tag::Adp | Tag::Part | Tag::Det)
                    && d.tokens.get(t).is_some_and(|k| k.is_capital())
                    && !self.is_possessed(t)
                {
                    break;
                }
            }
            t += 1;
        }
        t.checked_sub(1).filter(|&last| last >= first)
    }

    /// "the interior minister, Magda Ober.": whether the name of who was just described is all that follows.
    fn name_follows(&self, comma: usize) -> bool {
        let name = |t: usize| self.tag(t) == Tag::Propn && self.document.tokens[t].is_capital();
        let close = (comma + 1..self.end().min(comma + 6)).find(|&t| !name(t)).unwrap_or(comma);
        let described = comma > self.start()
            && !self.document.tokens[comma - 1].is_capital()
            && naming::noun(self.document, comma - 1).0 & naming::PERSONS != 0;
        described && close > comma + 2 && matches!(self.word(close), "," | "." | ";")
    }

    /// "in Tulsa, Oklahoma, arguing": what stands behind a town's comma, to the next mark, is where it lies.
    fn region_follows(&self, comma: usize) -> bool {
        let name = |t: usize| t < self.end() && self.tag(t) == Tag::Propn && self.document.tokens[t].is_capital();
        let close = (comma + 1..self.end().min(comma + 4)).find(|&t| !name(t)).unwrap_or(comma);
        let placed = (self.start()..comma).rev().find(|&t| !name(t)).is_some_and(|t| self.tag(t) == Tag::Adp);
        close > comma + 1
            && placed
            && name(comma - 1)
            && matches!(self.word(close), "," | "." | ";" | ")")
            && !self.document.any(close + 1, words!("and" "or"))
    }

    /// "during the debate", "at a rally", "in an interview": where it was said, no part of what was said. Fewer
    /// words than `is_occasion` has: a report, a letter or a call may be what the words are about.
    fn opens_occasion(&self, at: usize) -> bool {
        let d = self.document;
        let stop =
            words!("stop" "appearance" "visit" "event" "forum" "tour" "trip" "meeting" "hearing" "call" "session");
        let during = d.is(at, "during")
            && d.any(at + 1, words!("a" "an" "his" "her" "their"))
            && chunks::noun_phrase_end(d, at + 1, self.end()).is_some_and(|end| d.any(end, stop));
        if during {
            return true;
        }
        d.any(at, words!("at" "in" "during"))
            && d.any(at + 1, words!("a" "an" "the" "his" "her" "their"))
            && chunks::noun_phrase_end(d, at + 1, self.end()).is_some_and(|end| {
                d.any(
                    end,
                    words!("rally" "rallies" "conference" "interview" "interviews" "statement" "speech" "debate"
                    "debates" "briefing" "tweet" "email" "broadcast" "podcast"),
                )
            })
    }

    /// "announced the plan on state television.", "on its website.": where it was said, if nothing more follows.
    fn opens_broadcast(&self, at: usize) -> bool {
        let d = self.document;
        let own = words!("website" "page" "blog" "channel" "show" "podcast" "programme" "twitter" "facebook" "instagram" "television" "radio" "tv" "air");
        let end = chunks::noun_phrase_end(d, at + 1, self.end()).filter(|&end| d.any(end, own));
        end.is_some_and(|end| self.tag(end + 1) == Tag::Punct || chunks::is_time(d, end + 1))
    }

    /// "confirmed the plan saying it was late": the participle reports words of its own, and no paper's.
    fn says_more(&self, at: usize) -> bool {
        let d = self.document;
        // "described a man saying that", "with 50 percent saying": theirs
        let thing = |t: usize| {
            d.tokens[t].kind == Writing::Lower
                && matches!(self.tag(t), Tag::Noun | Tag::NounPlural)
                && !d.any(t, words!("percent" "cent"))
                && naming::noun(d, t).0 & (naming::PERSONS | Class::DocumentNoun.bit()) == 0
                && !d.any(
                    t,
                    words!("response" "reply" "comment" "remark" "claim" "order" "complaint" "request" "warning"),
                )
        };
        self.tag(at) == Tag::VerbIng
            && d.any(at, words!("saying" "adding" "insisting" "noting" "arguing" "claiming" "stressing" "explaining"))
            && thing(at - 1)
    }

    fn is_possessed(&self, token: usize) -> bool {
        self.document.any(token + 1, words!("'s")) || self.tag(token + 1).is_noun()
    }
}
