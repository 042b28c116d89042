//! Hearsay reads a news story and says who says what in it.
//!
//! ```text
//! article → text → lexicon → chunks → rules → mentions → attributions → claims → ledger → report → view
//! ```
//!
//! Each module may use those to its left and nothing to its right; only `bindings` and `surface`
//! know the browser, and nothing knows them.
//! The engine is pure and deterministic and does not fail: text that it cannot make sense of gives a
//! report that finds less. Positions are bytes until `report` turns them into UTF-16 code units.

pub mod article;
pub mod attributions;
#[cfg(target_arch = "wasm32")]
pub mod bindings;
pub mod chunks;
pub mod claims;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(target_arch = "wasm32")]
mod heap;
pub mod ledger;
pub mod lexicon;
pub mod mentions;
pub mod page;
pub mod report;
pub mod rules;
pub mod span;
#[cfg(target_arch = "wasm32")]
pub mod surface;
pub mod text;
pub mod view;

pub use article::Article;
pub use report::Report;

/// Reads an article and reports what was found.
pub fn scan(article: &Article) -> Report<'_> {
    scan_with(article, None)
}

/// The same, with names, outlets and verbs of saying of the reader's own.
pub fn scan_with<'a>(article: &'a Article, own: Option<&text::OwnWords>) -> Report<'a> {
    let document = text::Document::with_own(article, own);
    let mentions = mentions::find(&document);
    let (attributions, origin) = attributions::find(&document, &mentions);
    let claims = claims::find(&document, &mentions, &attributions);
    let ledger = ledger::draw_up(&document, &mentions, &attributions, &claims);
    report::write(&article.text, &document, report::Found { mentions, attributions, claims, ledger, origin })
}
