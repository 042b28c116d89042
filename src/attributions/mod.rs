//! Attributions: who says what. A source, a cue and a content, after the PARC and PolNeAR schemes.
//! Knows mentions, not claims.

mod according;
mod anaphora;
mod anonymity;
mod appositives;
mod as_clauses;
mod asides;
mod between;
mod cast;
mod clauses;
mod colon;
mod complement;
mod content;
mod cues;
mod denials;
mod evidence;
mod extents;
mod governors;
mod groups;
pub mod hands;
mod inversion;
mod kinds;
mod lead_ins;
mod listener;
mod lists;
mod media;
mod members;
mod naming;
mod nesting;
mod nominals;
mod nouns;
mod objects;
mod openers;
mod passives;
mod persons;
mod phrases;
mod portrait;
mod quantities;
mod reader;
mod rest;
mod senses;
mod settle;
mod silences;
mod spoken;
mod subjects;
mod tales;
mod verbs;
pub mod voices;
#[cfg(test)]
mod voices_tests;

pub use cast::slug;
pub use cues::paired_forms;
use reader::{Range, Reader};

use crate::mentions::Mentions;
use crate::span::Span;
use crate::text::Document;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Direct,
    Indirect,
    Mixed,
    ScareQuote,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    Neutral,
    Distancing,
    Factive,
    Denial,
    NonResponse,
}

/// What the cue reports: words said, or a state of mind that is reported only for completeness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueClass {
    Speech,
    Belief,
    Intent,
}

/// A source, a cue and a content.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The source's noun phrase; tokens first and last.
    pub source: Option<(usize, usize)>,
    /// The cue's words; tokens first and last.
    pub cue: (usize, usize),
    /// Pieces of content, each first and last token.
    pub content: Vec<(usize, usize)>,
    pub class: CueClass,
    pub form: Form,
    pub stance: Stance,
    /// 1 (the outlet saw it) to 7 (nobody).
    pub rung: u8,
    /// `official`, `state-media`, `wire`, `outlet`, `organisation`, `expert`, `witness`, `document`, `anonymous`, `crowd`, `none`.
    pub source_kind: &'static str,
    /// Hands it passed through, 1 or more.
    pub depth: u8,
    /// Index of the attribution whose content holds this one.
    pub parent: Option<usize>,
    /// The voice: `person:…`, `org:…`, a state's code.
    pub entity: Option<String>,
    /// The voice's name for cards and the ledger; empty where nobody is named.
    pub name: String,
    /// Who speaks with it, where a source names two.
    pub partner: Option<Partner>,
    /// The state it belongs to.
    pub state: Option<String>,
    /// The outlet that heard or carried the words: `org:…`.
    pub via: Option<String>,
    /// Why the source is not named, in the story's own words; tokens first and last.
    pub reason: Option<(usize, usize)>,
    pub flags: Vec<&'static str>,
    pub rule: &'static str,
    pub confidence: f32,
}

/// The second voice of a source that names two: "the army and the police".
#[derive(Clone, Debug)]
pub struct Partner {
    pub entity: String,
    pub name: String,
    pub rung: u8,
    pub source_kind: &'static str,
    pub state: Option<String>,
}

impl Attribution {
    pub fn source_span(&self, document: &Document) -> Option<Span> {
        self.source.map(|(a, b)| document.span(a, b))
    }
    pub fn cue_span(&self, document: &Document) -> Span {
        document.span(self.cue.0, self.cue.1)
    }
    pub fn content_spans(&self, document: &Document) -> Vec<Span> {
        self.content.iter().map(|&(a, b)| document.span(a, b)).collect()
    }
}

/// An attribution before it is known who speaks.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    source: Option<Range>,
    cue: Range,
    content: Vec<Range>,
    class: CueClass,
    stance: Stance,
    rule: &'static str,
    negated: bool,
    lemma: &'static str,
}

impl Draft {
    /// Somebody's words, neutrally reported.
    fn speech(
        source: Option<Range>,
        cue: Range,
        content: Vec<Range>,
        rule: &'static str,
        lemma: &'static str,
    ) -> Draft {
        Draft { source, cue, content, class: CueClass::Speech, stance: Stance::Neutral, rule, negated: false, lemma }
    }

    /// The same with another stance; words that were not said are negated.
    fn with(self, stance: Stance) -> Draft {
        Draft { stance, negated: stance == Stance::NonResponse, ..self }
    }
}

/// All attributions of a document, in the order of their first word, and where the article itself comes
/// from: the outlet and the agencies it credits.
pub fn find(document: &Document, mentions: &Mentions) -> (Vec<Attribution>, hands::Origin) {
    let mut drafts: Vec<Draft> = Vec::new();
    for &sentence in &document.sentences {
        if !document.block(&sentence).is_some_and(|block| block.part.is_read()) {
            continue;
        }
        let reader = Reader::new(document, sentence);
        phrases::find(&reader, &mut drafts);
        verbs::find(&reader, &mut drafts);
        colon::find(&reader, &mut drafts);
    }
    settle::settle(document, &mut drafts);
    let cast = cast::Cast::new(document, mentions);
    (voices::identify(document, &cast, drafts), hands::origin(document, &cast))
}
