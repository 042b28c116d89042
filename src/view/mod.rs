//! What a reader sees of a report: marks and badges on the page, the page's summary, and the card of a
//! finding when it is asked for.
//! Words come from `messages`; finds nothing itself and knows no browser.

mod cards;
mod chain;
pub mod classroom;
pub mod export;
mod imvain;
mod marks;
pub mod messages;
mod names;
pub mod own;
pub mod panel;
mod summary;
mod who;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::article::{Article, Part};
use crate::attributions::slug;
use crate::lexicon::gazetteer::{self, Entity};
use crate::page::{self, PageInput, Status, Story};
use crate::report::Report;
use crate::rules;
use crate::span::Utf16;
use messages::Messages;

pub use cards::{Card, Line};
pub use chain::Hand;
pub use marks::{Badge, Mark};
pub use names::{claim_label, source_label, voice_label};
pub use panel::PanelView;
pub use summary::{Counts, Summary};

/// Findings less sure than this are in the report and not on the page.
pub const THRESHOLD: f32 = 0.6;
/// Hedges are shown only to those who ask for them, and who asks wants more than the surest.
pub const HEDGE_THRESHOLD: f32 = 0.4;

/// What the reader chose.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Options {
    /// Language of the interface; English when there are no messages for it.
    pub ui_lang: String,
    /// Shows hedges too.
    pub hedges: bool,
    /// Shows capitals that are only places, too.
    pub places: bool,
    /// The reader's own lists.
    pub own_lists: Option<own::OwnLists>,
    /// Findings that the reader called not right: they are not shown.
    pub exceptions: Vec<own::Exception>,
    /// In classroom mode, what was guessed so far: statements alone are shown, their steps when guessed.
    pub guesses: Option<Vec<classroom::Guess>>,
}

/// Everything that is shown of a page before something in it is chosen.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    pub status: StatusView,
    /// Which blocks of the page are in the report's text, and where they begin there.
    pub story: Vec<StoryBlock>,
    pub marks: Vec<Mark>,
    pub badges: Vec<Badge>,
    pub summary: Summary,
    /// The lesson, in classroom mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub classroom: Option<classroom::Classroom>,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct StatusView {
    pub code: &'static str,
    pub text: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct StoryBlock {
    pub block: usize,
    /// UTF-16 offset of the block's text in the report's text.
    pub start: u32,
    /// The part it plays as a whole.
    pub part: Part,
}

/// Scans a page.
pub fn of_page(page: &PageInput, options: &Options) -> PageView {
    of_story(&page::story_of(page), options)
}

/// Scans plain text; it is one block, number 0.
pub fn of_text(text: &str, options: &Options) -> PageView {
    of_story(&page::story_of_text(text), options)
}

/// What is shown of a story.
pub fn of_story(story: &Story, options: &Options) -> PageView {
    of_report(&report_of(story, options), story, options)
}

/// What is shown of a story's report.
pub fn of_report(report: &Report, story: &Story, options: &Options) -> PageView {
    let sight = Sight::new(report, story, options);
    let marks = marks::marks(&sight);
    let classroom = lesson(&sight);
    let badges = match &classroom {
        Some(lesson) => marks::unsolved(&sight, lesson),
        None => marks::badges(&sight),
    };
    let summary = summary::summary(&sight);
    let blocks = sight.blocks.iter().zip(&story.placed);
    let blocks = blocks.map(|(&(block, start, _), placed)| StoryBlock { block, start, part: placed.part }).collect();
    PageView { status: status_of(story, options), story: blocks, marks, badges, summary, classroom }
}

/// The card of one finding of a page; none where nothing of that name is shown.
/// Scans by itself, so that whoever asks need keep nothing but the page.
pub fn card_of_page(page: &PageInput, options: &Options, finding: &str) -> Option<Card> {
    card_of_story(&page::story_of(page), options, finding)
}

/// The card of one finding of a story.
pub fn card_of_story(story: &Story, options: &Options, finding: &str) -> Option<Card> {
    let report = report_of(story, options);
    cards::card(&Sight::new(&report, story, options), finding)
}

/// All cards of a story's report by their findings.
pub fn cards_of_report(report: &Report, story: &Story, options: &Options) -> BTreeMap<String, Card> {
    cards::cards(&Sight::new(report, story, options))
}

/// The finding that answers for a passage of a page's block, UTF-16 within the block's text.
pub fn finding_at(page: &PageInput, options: &Options, block: usize, [start, end]: [u32; 2]) -> Option<String> {
    let story = page::story_of(page);
    let report = report_of(&story, options);
    let sight = Sight::new(&report, &story, options);
    let &(_, from, to) = sight.blocks.iter().find(|(number, ..)| *number == block)?;
    who::finding(&sight, [from.saturating_add(start).min(to), from.saturating_add(end).min(to)])
}

/// The lesson of a page; what was guessed stands in the options.
pub fn classroom_of_page(page: &PageInput, options: &Options) -> classroom::Classroom {
    let story = page::story_of(page);
    let report = report_of(&story, options);
    lesson(&Sight::new(&report, &story, options)).unwrap_or_default()
}

/// States and blocs as (code, name), by name as the reader's language has it.
pub fn states(ui_lang: &str) -> Vec<(&'static str, &'static str)> {
    let messages = Messages::of(ui_lang);
    let name = |e: &Entity| (e.code, messages.state(e.code).unwrap_or(e.name));
    let mut all: Vec<_> = gazetteer::entities().iter().map(name).collect();
    // accented letters stand with the plain ones
    all.sort_by_key(|(_, name)| slug(name));
    all
}

/// What the panel shows of a page.
pub fn panel_of_page(page: &PageInput, options: &Options) -> PanelView {
    let mut shown = panel_of_story(&page::story_of(page), options);
    shown.url.clone_from(&page.url);
    if shown.title.is_empty() {
        shown.title.clone_from(&page.title);
    }
    shown
}

/// What the panel shows of a story.
pub fn panel_of_story(story: &Story, options: &Options) -> PanelView {
    panel_of_report(&report_of(story, options), story, options)
}

/// What the panel shows of a story's report.
pub fn panel_of_report(report: &Report, story: &Story, options: &Options) -> PanelView {
    let sight = Sight::new(report, story, options);
    let summary = summary::summary(&sight);
    PanelView { status: status_of(story, options), classroom: lesson(&sight), ..panel::panel(&sight, &summary) }
}

/// A story's report with its text. One that is not English has no findings: rules of English would find
/// there what is not said.
pub fn report_of<'a>(story: &'a Story, options: &Options) -> Report<'a> {
    let own = options.own_lists.as_ref().and_then(own::OwnLists::words);
    static NOTHING: Article =
        Article { text: String::new(), blocks: Vec::new(), outlet: String::new(), authors: Vec::new() };
    let scanned = match story.status {
        Status::Ok => crate::scan_with(&story.article, own.as_ref()),
        _ => crate::scan(&NOTHING),
    };
    scanned.with_text(&story.article)
}

fn status_of(story: &Story, options: &Options) -> StatusView {
    StatusView { code: story.status.code(), text: status_text(story.status.code(), &options.ui_lang) }
}

/// The sentence for a status: the engine's own, and those that only the extension knows of.
pub fn status_text(code: &str, ui_lang: &str) -> String {
    let messages = Messages::of(ui_lang);
    let key = format!("status.{code}");
    if messages.has(&key) { messages.get(&key) } else { messages.get("status.unknown") }
}

fn lesson(sight: &Sight) -> Option<classroom::Classroom> {
    sight.options.guesses.as_ref().map(|guesses| classroom::classroom(sight, guesses))
}

/// A report with what it takes to show it.
struct Sight<'a> {
    report: &'a Report<'a>,
    text: &'a str,
    map: Utf16,
    messages: Messages,
    options: &'a Options,
    /// Page block and its UTF-16 range in the text, in order.
    blocks: Vec<(usize, u32, u32)>,
}

impl<'a> Sight<'a> {
    fn new(report: &'a Report<'a>, story: &'a Story, options: &'a Options) -> Sight<'a> {
        let text = story.article.text.as_str();
        let map = Utf16::new(text);
        let blocks = story
            .placed
            .iter()
            .map(|p| {
                let [start, end] = map.span(p.span);
                (p.block, start, end)
            })
            .collect();
        Sight { report, text, map, messages: Messages::of(&options.ui_lang), options, blocks }
    }

    /// The words at a UTF-16 range of the text.
    fn words(&self, [start, end]: [u32; 2]) -> &'a str {
        self.text.get(self.map.byte(start) as usize..self.map.byte(end) as usize).unwrap_or("")
    }

    /// Like `words`, for a range that may run past the text or into the middle of a character.
    fn words_near(&self, [start, end]: [u32; 2]) -> &'a str {
        let boundary = |unit: u32| {
            let mut byte = (self.map.byte(unit) as usize).min(self.text.len());
            while !self.text.is_char_boundary(byte) {
                byte += 1;
            }
            byte
        };
        self.text.get(boundary(start)..boundary(end)).unwrap_or("")
    }

    /// The pieces of a range by page block: (block, start, end), offsets within the block.
    fn pieces(&self, [start, end]: [u32; 2]) -> Vec<(usize, u32, u32)> {
        let first = self.blocks.partition_point(|&(_, _, block_end)| block_end <= start);
        let blocks = self.blocks.get(first..).unwrap_or(&[]);
        blocks
            .iter()
            .take_while(|&&(_, block_start, _)| block_start < end)
            .map(|&(block, from, to)| (block, start.max(from) - from, end.min(to) - from))
            .filter(|&(_, from, to)| from < to)
            .collect()
    }

    fn shows_mention(&self, m: &crate::report::MentionEntry) -> bool {
        let shown = m.confidence >= THRESHOLD && (m.kind != "place" || self.options.places) && !self.silenced(m.text);
        // in the classroom the page asks about statements, and gives no hint
        shown && self.options.guesses.is_none() && !self.in_credit(m.span) && !self.excepted(m.rule, m.text, m.span)
    }

    /// Whether words stand in a credit, where an agency's letters are its own and no public body's.
    fn in_credit(&self, [start, _]: [u32; 2]) -> bool {
        let blocks = self.report.blocks.as_deref().unwrap_or(&[]);
        let next = blocks.partition_point(|b| b.span[0] <= start);
        next.checked_sub(1).and_then(|at| blocks.get(at)).is_some_and(|b| b.part == Part::Credit && start < b.span[1])
    }

    fn shows_attribution(&self, a: &crate::report::AttributionEntry) -> bool {
        let listed = self.options.own_lists.is_some();
        let said =
            || listed && (self.silenced(self.words(a.cue)) || a.source.is_some_and(|s| self.silenced(self.words(s))));
        let shown = a.confidence >= THRESHOLD && a.shown_by_default && !said() && !self.silenced(&a.name);
        shown && !self.excepted(a.rule, self.words(a.cue), cards::extent(a))
    }

    fn shows_claim(&self, c: &crate::report::ClaimEntry) -> bool {
        // what is denied already has a badge: its card says by whom
        let twin = |o: &crate::report::ClaimEntry| o.id != c.id && o.cue == c.cue;
        let shown = match c.kind {
            "contested" if c.rule == "claim.contests" || self.report.claims.iter().any(twin) => false,
            "hedge" => self.options.hedges && c.confidence >= HEDGE_THRESHOLD,
            _ => c.shown_by_default && c.confidence >= THRESHOLD,
        };
        let cue = self.words(c.cue);
        shown
            && self.options.guesses.is_none()
            && !self.silenced(cue)
            && !self.excepted(c.rule, cue, cards::extent_of_claim(c))
    }

    /// Whether the reader called this finding not right, here or where the same words stood.
    fn excepted(&self, rule: &str, cue: &str, extent: [u32; 2]) -> bool {
        let mut exceptions = self.options.exceptions.iter().filter(|e| e.rule_id == rule && e.cue == cue);
        exceptions.any(|e| e.quote == cards::quote(self, extent))
    }

    /// What a rule says of marked words, in the reader's language.
    fn why(&self, rule: &str, words: &str) -> String {
        match rule {
            own::RULE => self.messages.get("why.own"),
            _ => rules::words(rule, self.messages.lang())
                .map_or_else(String::new, |(says, _)| says.replace("{text}", words)),
        }
    }

    fn silenced(&self, words: &str) -> bool {
        self.options.own_lists.as_ref().is_some_and(|own| own.silences(words))
    }
}
