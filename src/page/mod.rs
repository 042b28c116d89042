//! From a page or a file to an article: which blocks are the story, and what part each plays.
//! Knows the shape of pages and plain text, nothing of what the words mean to the layers.

mod plain;

pub use plain::article_from_text;
