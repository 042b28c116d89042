//! The hands words passed through: whom a speaker told, who carried it, and where the article as a
//! whole comes from. Reads outlets beside cues, datelines and credit lines; judges no source.

use super::cast::Cast;
use super::reader::Range;
use crate::article::Part;
use crate::lexicon::outlets::{self, Outlet};
use crate::text::{Document, Kind, OwnWords};
use crate::words;

/// One hand: an outlet, and where the story names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    pub entity: String,
    pub name: String,
    /// `outlet`, `wire` or `state-media`.
    pub kind: &'static str,
    /// Tokens first and last; None when only the page's metadata tells it.
    pub at: Option<Range>,
}

/// Where the article comes from: the outlet that carries it, then the agencies it credits, the last
/// of them the one that wrote. A chain is one origin, however many names stand in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    pub chain: Vec<Hand>,
}

impl Origin {
    /// The agency that wrote the story, else the outlet.
    pub fn source(&self) -> Option<&Hand> {
        self.chain.iter().rev().find(|h| h.kind != "outlet").or(self.chain.last())
    }
}

/// How an outlet stands beside a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carriage {
    /// "told AFP": the outlet heard it.
    Heard,
    /// "in remarks carried by KCNA": the outlet passed it on.
    Carried,
}

/// The outlet that heard or carried what a cue reports.
pub fn via<'m>(
    document: &Document,
    cast: &Cast<'m>,
    cue: Range,
    source: Option<Range>,
) -> Option<(Outlet<'m>, Carriage)> {
    let sentence = document.sentences.get(document.sentence_of(cue.0))?;
    let told = (cue.0..=cue.1).any(|t| document.any(t, words!("told" "tells" "telling" "tell")));
    // right after the cue: "told AFP", "said in an interview with the BBC", "told CNN's Jake Tapper"
    let from = cue.1.max(source.filter(|s| s.0 > cue.1).map_or(0, |s| s.1)) + 1;
    let near = cast.outlets.partition_point(|(t, _)| *t < cue.0);
    for (token, outlet) in cast.outlets.iter().skip(near).take_while(|(t, _)| *t < sentence.end && *t < from + 14) {
        if source.is_some_and(|s| s.0 <= *token && *token <= s.1) {
            continue;
        }
        let mut before = token.saturating_sub(1);
        while before > cue.0 && (document.any(before, words!("the" "a" "state" "news" "agency" "newspaper" "broadcaster" "channel" "station" "television" "tv" "radio" "'s" "-" "run" "official" "local" "agencies" "network" "website" "magazine" "public" "private" "russian" "chinese" "british" "american" "french" "german" "iranian" "turkish" "israeli" "japanese")) || document.tokens.get(before).is_some_and(|t| t.is_capital() && t.hash != document.tokens[cue.0].hash)) {
            before -= 1;
        }
        if told && before <= cue.1 && before >= cue.0 {
            return Some((*outlet, Carriage::Heard));
        }
        let words = (from.min(*token)..*token).rev().take(6);
        let interview = words.clone().any(|t| document.any(t, words!("interview" "interviews" "briefing" "comments" "remarks" "conversation" "email" "statement" "appearance" "phone" "message" "told" "spoke" "speaking")));
        if document.any(before, words!("with" "to" "on" "for"))
            && (interview || document.is(before, "on") && token.saturating_sub(from) < 3)
        {
            return Some((*outlet, Carriage::Heard));
        }
        let carried = (before.saturating_sub(1)..=before).any(|t| document.any(t, words!("by" "in" "on")))
            && (before.saturating_sub(3)..=before).any(|t| document.any(t, words!("carried" "published" "quoted" "cited" "reported" "aired" "broadcast" "released" "distributed" "posted" "printed")));
        if carried {
            return Some((*outlet, Carriage::Carried));
        }
    }
    // "Yun told AFP that": the hearer may stand inside the cue
    None
}

/// The outlet whose own words quote somebody: "KCNA quoted the minister as saying".
pub fn quoter(document: &Document, source: Range) -> Option<Range> {
    let verb = source.0.checked_sub(1)?;
    let verb = if document.any(verb, words!("the" "a" "an")) { verb.checked_sub(1)? } else { verb };
    if !document.any(verb, words!("quoted" "quotes" "quoting" "cited" "cites" "citing")) {
        return None;
    }
    let sentence = document.sentences.get(document.sentence_of(verb))?;
    let mut last = verb.checked_sub(1).filter(|&t| t >= sentence.start)?;
    while last > sentence.start
        && (document.any(last, words!("also" "later" "earlier" "has" "had" "," "on" "then"))
            || !document.tokens.get(last)?.is_word()
            || crate::chunks::is_time(document, last))
    {
        last -= 1;
    }
    let first = crate::chunks::noun_phrase_start(document, sentence.start, last).unwrap_or(last);
    Some((first, last))
}

/// The origin of the article: its metadata, datelines ("SEOUL (Reuters) —"), bylines and credits.
pub fn origin(document: &Document, cast: &Cast) -> Origin {
    let article = document.article;
    let mut chain: Vec<Hand> = Vec::new();
    let mut add = |hand: Hand| {
        if !chain.iter().any(|h| h.entity == hand.entity) {
            chain.push(hand);
        }
    };
    for name in std::iter::once(&article.outlet).chain(&article.authors) {
        if let Some(hand) = by_text(name, document.own) {
            add(hand);
        } else if !name.is_empty() && *name == article.outlet {
            add(Hand {
                entity: format!("org:{}", super::cast::slug(name)),
                name: name.clone(),
                kind: "outlet",
                at: None,
            });
        }
    }
    for &(token, outlet) in &cast.outlets {
        if credits(document, token) {
            let last = outlets::at(document, token).map_or(token, |(_, last)| last);
            add(hand(outlet, Some((token, last))));
        }
    }
    // outlets before agencies: the chain runs from the page to the writer
    chain.sort_by_key(|h| u8::from(h.kind != "outlet"));
    Origin { chain }
}

fn hand(outlet: Outlet, at: Option<Range>) -> Hand {
    Hand {
        entity: outlet.entity.to_owned(),
        name: outlet.name.to_owned(),
        kind: if outlet.kind == "outlet" && outlet.wire { "wire" } else { outlet.kind },
        at,
    }
}

/// The outlet that a whole string names.
pub fn by_text(name: &str, own: Option<&OwnWords>) -> Option<Hand> {
    if name.is_empty() || name.len() > 120 {
        return None;
    }
    let span = crate::span::Span::new(0, name.len() as u32);
    let article = crate::article::Article {
        text: name.to_owned(),
        blocks: vec![crate::article::Block { span, part: Part::Byline }],
        ..Default::default()
    };
    let document = Document::with_own(&article, own);
    (0..document.tokens.len())
        .filter_map(|t| outlets::at(&document, t))
        .find(|(outlet, _)| outlet.is_media())
        .map(|(outlet, _)| hand(outlet, None))
}

/// Whether an outlet's name credits the story here instead of being spoken of.
fn credits(document: &Document, token: usize) -> bool {
    let Some(t) = document.tokens.get(token) else { return false };
    let last = outlets::at(document, token).map_or(token, |(_, last)| last);
    let part = document.article.blocks.get(t.block as usize).map_or(Part::Body, |b| b.part);
    if matches!(part, Part::Byline | Part::Credit | Part::Dateline) {
        return true;
    }
    if part != Part::Body {
        return false;
    }
    let sentence = document.sentence_of(token);
    let Some(s) = document.sentences.get(sentence) else { return false };
    let opens_block = s.start == 0 || document.tokens.get(s.start.wrapping_sub(1)).is_some_and(|b| b.block != t.block);
    // "SEOUL, April 24 (Reuters) —", "(AP) –": in brackets near the start of a block, a dash after
    let bracketed = token > 0 && document.is(token - 1, "(") && document.is(last + 1, ")");
    if bracketed && opens_block && token - s.start < 12 {
        let before = (s.start..token - 1)
            .all(|k| document.tokens.get(k).is_some_and(|w| w.kind != Kind::Lower) || document.is(k, "of"));
        return before && (token == s.start + 1 || matches!(document.word(last + 2), "-" | "—" | "–" | "--" | "―"));
    }
    // "AFP, Dhaka", "reports BSS/AFP", "Reuters contributed to this report", "— AFP", a line by itself
    let slash = document.is(last + 1, "/") || (token > 1 && document.is(token - 1, "/"));
    let start = if slash && token > 1 && document.is(token - 1, "/") { token - 2 } else { token };
    let reports = start > 0
        && document.any(start - 1, words!("reports" "reported" "adds"))
        && (start < 2 || document.is(start - 2, ","));
    let closes = document.word(if slash && document.is(last + 1, "/") { last + 3 } else { last + 1 });
    if reports && matches!(closes, "." | "") {
        return true;
    }
    let contributed = (last + 1..(last + 6).min(s.end)).any(|k| document.is(k, "contributed"));
    let line = s.end - s.start <= 4 && opens_block && (last + 1 >= s.end || document.word(last + 1) == ".");
    let dash = token > s.start && matches!(document.word(token - 1), "—" | "–" | "--") && last + 1 >= s.end;
    contributed || line && token == s.start || dash
}
