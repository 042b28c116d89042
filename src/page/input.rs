//! What a page is to the engine: its metadata and its visible blocks of text, in reading order.
//! Filled by the content script or by `html`; holds no judgement about them.

use serde::{Deserialize, Deserializer, Serialize};

/// A page as it was collected. Every field may be missing: a page that says little is still read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PageInput {
    #[serde(deserialize_with = "or_default")]
    pub url: String,
    #[serde(deserialize_with = "or_default")]
    pub title: String,
    /// The page's `lang`, which is often wrong: only a hint.
    #[serde(deserialize_with = "or_default")]
    pub lang: String,
    #[serde(deserialize_with = "or_default")]
    pub meta: Meta,
    #[serde(deserialize_with = "or_default")]
    pub blocks: Vec<PageBlock>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Meta {
    #[serde(deserialize_with = "or_default")]
    pub site_name: String,
    #[serde(deserialize_with = "or_default")]
    pub author: String,
    #[serde(deserialize_with = "or_default")]
    pub headline: String,
    #[serde(deserialize_with = "or_default")]
    pub description: String,
    #[serde(deserialize_with = "or_default")]
    pub jsonld_author: Vec<String>,
    #[serde(deserialize_with = "or_default")]
    pub jsonld_publisher: String,
    #[serde(deserialize_with = "or_default")]
    pub og_type: String,
}

/// One run of text that stands alone on the page: a paragraph, a heading, a list item, a menu entry.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PageBlock {
    #[serde(deserialize_with = "or_default")]
    pub text: String,
    /// Tag of the nearest block-level element, lower case.
    #[serde(deserialize_with = "or_default")]
    pub tag: String,
    /// Nearest landmark: `main`, `article`, `nav`, `aside`, `header`, `footer`, `complementary`, `figure` or none.
    #[serde(deserialize_with = "or_default")]
    pub role: String,
    /// Class and id words of the element and up to four ancestors, lower case, the element's own first.
    #[serde(deserialize_with = "or_default")]
    pub hints: String,
    /// UTF-16 units of the text that stand in links.
    #[serde(deserialize_with = "or_default")]
    pub link_chars: f64,
    /// Font size in pixels and weight; 0 when not known.
    #[serde(deserialize_with = "or_default")]
    pub size: f64,
    #[serde(deserialize_with = "or_default")]
    pub weight: f64,
    #[serde(deserialize_with = "or_default")]
    pub x: f64,
    #[serde(deserialize_with = "or_default")]
    pub y: f64,
    #[serde(deserialize_with = "or_default")]
    pub w: f64,
    #[serde(deserialize_with = "or_default")]
    pub h: f64,
    /// Number of the block-level parent: blocks with the same number are siblings.
    #[serde(deserialize_with = "or_default")]
    pub container: f64,
    #[serde(deserialize_with = "or_default")]
    pub list: bool,
}

/// Reads `null` as nothing, as a page's script may well send it.
fn or_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(from: D) -> Result<T, D::Error> {
    Ok(Option::<T>::deserialize(from)?.unwrap_or_default())
}
