//! What a block of a page looks like: its words, its links, and what its class names hint at.
//! Judges blocks one by one; which of them are the story is decided in `story`.

use std::collections::BTreeMap;

use super::input::{PageBlock, PageInput};

/// Class and id words of boxes that are not the story. Tried word by word.
const FURNITURE: &[&str] = &[
    "ad",
    "ads",
    "adslot",
    "banner",
    "bio",
    "bottom-links",
    "breadcrumb",
    "breadcrumbs",
    "carousel",
    "consent",
    "copyright",
    "correction-box",
    "cookie",
    "cookies",
    "disclaimer",
    "dropdown",
    "footer",
    "gallery-nav",
    "gdpr",
    "hidden",
    "hide",
    "jobs",
    "legal",
    "login",
    "masthead",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "newsletters",
    "offscreen",
    "outbrain",
    "overlay",
    "pager",
    "pagination",
    "partner",
    "partners",
    "paywall",
    "poll",
    "popular",
    "popup",
    "promo",
    "promos",
    "quiz",
    "rail",
    "ranking",
    "readmore",
    "recent",
    "recirc",
    "recommended",
    "recommendations",
    "register",
    "related",
    "reply",
    "search",
    "share",
    "sharebar",
    "sharing",
    "sidebar",
    "signup",
    "sitemap",
    "skip",
    "skyscraper",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "syndication",
    "taboola",
    "tabs",
    "tags",
    "teaser",
    "teasers",
    "toolbar",
    "tooltip",
    "topics",
    "trending",
    "widget",
    "zergnet",
];

/// Parts of class names that say the same wherever they stand ("relatedstories", "mostpopular").
const FURNITURE_STEMS: &[&str] = &[
    "related",
    "newsletter",
    "recirc",
    "taboola",
    "outbrain",
    "sponsor",
    "breadcrumb",
    "advert",
    "sidebar",
    "trending",
    "mostread",
    "most-read",
    "mostpop",
    "most-pop",
    "mostview",
    "most-view",
    "signup",
    "sign-up",
    "paywall",
    "promo",
    "sr-only",
    "screenreader",
    "screen-reader",
    "visually-hidden",
    "visuallyhidden",
    "read-more",
    "see-also",
    "author-bio",
    "about-the-author",
    "topic-list",
    "tag-list",
    "teaser",
    "moreon",
    "more-on",
    "onward",
    "nextup",
    "next-up",
    "inline-links",
];

/// Boxes that may well hold more prose than the story does, and are not it.
const LARGE_FURNITURE: &[&str] = &["comment", "disqus", "respond", "gallery", "slideshow", "livefyre"];

const CAPTION: &[&str] =
    &["caption", "figcaption", "captions", "cutline", "photo-caption", "imgcaption", "wp-caption-text"];
const CREDIT: &[&str] = &["credit", "credits", "photo-credit", "image-credit", "copyright-holder", "off-screen-credit"];
const BYLINE: &[&str] =
    &["byline", "bylines", "author", "authors", "writer", "writers", "contributor", "reporter", "by-line"];
const DATE: &[&str] = &["date", "dateline", "timestamp", "time", "datetime", "published", "pubdate", "updated"];
const PULL_QUOTE: &[&str] = &["pullquote", "pull-quote", "pullout", "pull", "blockquote-pull"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Running text.
    Prose,
    Heading,
    /// Neither: labels, menu entries, dates.
    Scrap,
}

/// The features of one block.
#[derive(Clone, Debug)]
pub struct Features {
    pub words: u32,
    /// Share of the text that stands in links, 0 to 1.
    pub links: f32,
    pub shape: Shape,
    pub ends_sentence: bool,
    /// Stands in a box that is not the story.
    pub furniture: bool,
    pub caption: bool,
    pub credit: bool,
    pub byline: bool,
    pub date: bool,
    pub pull_quote: bool,
}

/// The features of every block of a page.
///
/// A class name that covers most of the page's prose tells nothing ("page-with-sidebar"), and is
/// disregarded: a hint is believed only of a smaller part. Landmarks, comments and galleries are
/// set aside first, since they may hold more prose than the story.
pub fn read(page: &PageInput) -> Vec<Features> {
    let mut all: Vec<Features> = page.blocks.iter().map(shape).collect();
    let hints: Vec<Vec<&str>> = page.blocks.iter().map(|b| b.hints.split_whitespace().collect()).collect();
    let mut mark = |kind: fn(&str) -> bool, share: f32, set: fn(&mut Features)| {
        let which = believed(&hints, &all, kind, share);
        all.iter_mut().zip(which).filter(|(_, yes)| *yes).for_each(|(f, _)| set(f));
    };
    mark(|h| has(h, PULL_QUOTE), 0.4, |f| f.pull_quote = true);
    mark(is_large_furniture, 0.97, |f| f.furniture = true);
    for (features, block) in all.iter_mut().zip(&page.blocks) {
        features.furniture |= matches!(block.role.as_str(), "nav" | "complementary" | "footer")
            || (block.role == "aside" && !features.pull_quote);
        features.caption |= block.tag == "figcaption" || block.role == "figure";
    }
    let mut mark = |kind: fn(&str) -> bool, set: fn(&mut Features)| {
        let which = believed(&hints, &all, kind, 0.4);
        all.iter_mut().zip(which).filter(|(_, yes)| *yes).for_each(|(f, _)| set(f));
    };
    mark(is_furniture, |f| f.furniture = true);
    mark(|h| has(h, CAPTION), |f| f.caption = true);
    mark(|h| has(h, CREDIT), |f| f.credit = true);
    mark(|h| has(h, BYLINE), |f| f.byline = true);
    mark(|h| has(h, DATE), |f| f.date = true);
    all
}

/// Which blocks carry a class name of a kind; names that cover more than a share of the page's prose
/// are left out.
fn believed(hints: &[Vec<&str>], all: &[Features], kind: fn(&str) -> bool, share: f32) -> Vec<bool> {
    let mut cover: BTreeMap<&str, u32> = BTreeMap::new();
    let mut prose = 0;
    for (names, features) in hints.iter().zip(all) {
        if features.shape != Shape::Prose || features.furniture {
            continue;
        }
        prose += features.words;
        let mut seen: Vec<&str> = Vec::new();
        for name in names.iter().copied().filter(|n| kind(n)) {
            if !seen.contains(&name) {
                seen.push(name);
                *cover.entry(name).or_default() += features.words;
            }
        }
    }
    let small = |name: &str| cover.get(name).copied().unwrap_or(0) as f32 <= prose as f32 * share;
    hints.iter().map(|names| names.iter().any(|n| kind(n) && small(n))).collect()
}

fn is_large_furniture(name: &str) -> bool {
    LARGE_FURNITURE.iter().any(|large| name.contains(large)) && !name.contains("commentary")
}

fn is_furniture(name: &str) -> bool {
    has(name, FURNITURE) || FURNITURE_STEMS.iter().any(|stem| name.contains(stem))
}

/// Whether a class name is one of these, whole or as one of its parts ("story__byline" holds "byline").
fn has(name: &str, list: &[&str]) -> bool {
    list.contains(&name) || name.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| list.contains(&part))
}

fn shape(block: &PageBlock) -> Features {
    let text = block.text.trim();
    let words = text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count() as u32;
    let units = text.encode_utf16().count().max(1) as f32;
    let links = (block.link_chars as f32 / units).clamp(0.0, 1.0);
    let ends_sentence = text
        .trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', ' ', '\u{a0}'])
        .ends_with(['.', '!', '?', '…', ':', '。']);
    let heading = matches!(block.tag.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
    let shape = if heading {
        Shape::Heading
    } else if words >= 25 || (words >= 7 && ends_sentence) {
        Shape::Prose
    } else {
        Shape::Scrap
    };
    let links = if links.is_nan() { 0.0 } else { links };
    Features {
        words,
        links,
        shape,
        ends_sentence,
        furniture: false,
        caption: false,
        credit: false,
        byline: false,
        date: false,
        pull_quote: false,
    }
}
