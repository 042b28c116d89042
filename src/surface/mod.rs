//! The pages of ours that are built in Rust: the panel and the playground.
//! They show what the view holds; every word comes from its messages.

pub mod card;
mod classroom;
pub mod dom;
pub mod panel;
pub mod playground;
mod save;

/// The look of both, as one style sheet.
const STYLE: &str = include_str!("surface.css");

/// Readies the document for a surface: its style, and the language of its words.
pub fn prepare(lang: &str) {
    dom::adopt_style(STYLE);
    if let Some(root) = dom::document().and_then(|d| d.document_element()) {
        let _ = root.set_attribute("lang", lang);
    }
}
