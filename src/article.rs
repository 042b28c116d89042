//! What the engine is given: a story as blocks of text with their part in it.
//! Knows nothing of HTML or the DOM; `page` makes articles from those.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// The part a block plays in a story. Bylines, datelines and credits are not read for attributions and
/// claims: they tell whose words the page carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    Headline,
    Byline,
    Dateline,
    Credit,
    #[default]
    Body,
    Subhead,
    Caption,
    Quote,
    /// Text of the page that is not the story: dates, tags, furniture.
    Other,
}

impl Part {
    /// Whether the block is part of what the story says.
    pub fn is_read(self) -> bool {
        matches!(self, Part::Headline | Part::Body | Part::Subhead | Part::Caption | Part::Quote)
    }
}

/// One block (paragraph, heading, list item) as a byte range of the article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub span: Span,
    pub part: Part,
}

/// A story: its text and its blocks, in reading order, not overlapping.
#[derive(Clone, Debug, Default)]
pub struct Article {
    pub text: String,
    pub blocks: Vec<Block>,
    /// Name of the outlet when the page tells it (metadata), else empty.
    pub outlet: String,
    /// Authors and agencies from the page's metadata.
    pub authors: Vec<String>,
}
