//! From a page or a file to an article: which blocks are the story, and what part each plays.
//! Knows the shape of pages and plain text, nothing of what the words mean to the layers.

#[cfg(not(target_arch = "wasm32"))]
mod dom;
mod features;
#[cfg(not(target_arch = "wasm32"))]
mod html;
mod input;
mod lines;
mod parts;
mod plain;
mod story;

#[cfg(not(target_arch = "wasm32"))]
pub use html::page_from_html;
pub use input::{Meta, PageBlock, PageInput};
pub use plain::article_from_text;
pub use story::{LONGEST, Placed, Status, Story, is_english, story_of, story_of_text};
