//! What part each block of a story plays: headline, byline, credit, subhead, caption, quotation.
//! Knows the printers' habits, on pages and in plain text; nothing of the layers.

use super::features::{Features, Shape};
use super::input::{PageBlock, PageInput};
use crate::article::{Block, Part};
use crate::span::Span;

/// Blocks before the body that may be its headline or byline.
const ABOVE: usize = 40;
/// A byline, a credit or a line of furniture is no longer than this, in bytes.
const LINE: usize = 320;

/// The story's blocks with their parts, in reading order. `body` are the blocks of running text.
pub fn assign(page: &PageInput, features: &[Features], body: &[usize]) -> Vec<(usize, Part)> {
    let (Some(&first), Some(&last)) = (body.first(), body.last()) else { return Vec::new() };
    let headline = headline(page, features, first);
    let mut chosen: Vec<(usize, Part)> = headline.map(|h| (h, Part::Headline)).into_iter().collect();
    let top = headline.unwrap_or(first.saturating_sub(12)).min(first);
    let mut bylines = 0;
    for i in top.saturating_sub(3)..=last {
        let (Some(f), Some(block)) = (features.get(i), page.blocks.get(i)) else { continue };
        let text = block.text.trim();
        if Some(i) == headline {
            continue;
        }
        let above = i < first.saturating_add(2);
        if body.binary_search(&i).is_ok() {
            if is_furniture_line(text) {
                continue;
            }
            if above && is_byline(text, f) && bylines < 2 {
                bylines += 1;
                chosen.push((i, Part::Byline));
                continue;
            }
            if is_credit(text) {
                chosen.push((i, Part::Credit));
                continue;
            }
            let part = if carries_credit(text) && block.tag != "blockquote" {
                Part::Caption
            } else if f.pull_quote || block.tag == "blockquote" {
                Part::Quote
            } else {
                Part::Body
            };
            chosen.push((i, part));
        } else if f.furniture {
            continue;
        } else if above && bylines < 2 && is_byline(text, f) {
            bylines += 1;
            chosen.push((i, Part::Byline));
        } else if is_credit(text) || (f.credit && f.words <= 20) {
            chosen.push((i, Part::Credit));
        } else if f.caption && f.words >= 4 && f.links < 0.5 && i > top {
            chosen.push((i, Part::Caption));
        } else if i > first && is_embedded_post(block, f) {
            chosen.push((i, Part::Quote));
        } else if i > first && f.shape == Shape::Prose && f.links < 0.85 && beside_paragraphs(page, body, i) {
            chosen.push((i, Part::Body));
        } else if (i > first || (i > top && f.shape == Shape::Heading)) && f.links < 0.5 {
            if reads_as_byline(text) {
                chosen.push((i, Part::Byline));
            } else if f.shape == Shape::Heading && f.words <= 20 && text_follows(body, i) && !is_furniture_line(text) {
                chosen.push((i, Part::Subhead));
            } else if block.list && f.words >= 3 && same_box(page, body, i) && !is_furniture_line(text) {
                chosen.push((i, Part::Body));
            } else if among_paragraphs(page, body, i) && !f.date && !is_furniture_line(text) {
                let part = if f.words <= 12 && text_follows(body, i) { Part::Subhead } else { Part::Body };
                chosen.push((i, part));
            }
        }
    }
    chosen.sort_unstable_by_key(|&(i, _)| i);
    drop_repeats(page, chosen)
}

/// The heading that stands for the story: the one whose words the page's title repeats, else the last
/// first-level heading above the body.
fn headline(page: &PageInput, features: &[Features], first: usize) -> Option<usize> {
    let titles: Vec<String> =
        [page.meta.headline.as_str(), page.title.as_str()].iter().map(|t| t.to_lowercase()).collect();
    let mut best: Option<(f32, usize)> = None;
    for i in first.saturating_sub(ABOVE)..(first + 3).min(features.len()) {
        let (Some(f), Some(block)) = (features.get(i), page.blocks.get(i)) else { continue };
        if f.words < 2 || f.words > 40 {
            continue;
        }
        let alike = titles.iter().map(|t| likeness(&block.text, t)).fold(0.0, f32::max);
        let rank = match block.tag.as_str() {
            "h1" => 1.0,
            "h2" => 0.4,
            "h3" | "h4" => 0.2,
            _ if alike > 0.8 && f.shape == Shape::Scrap => 0.1,
            _ => continue,
        };
        // an unlike heading is believed only when it is of the first level
        if (alike < 0.5 && rank < 1.0) || (f.furniture && alike < 0.8) {
            continue;
        }
        let score = alike * 2.0 + rank - if f.links > 0.7 { 0.5 } else { 0.0 };
        if best.is_none_or(|(b, _)| score >= b) {
            best = Some((score, i));
        }
    }
    best.map(|(_, i)| i)
}

/// Share of the text's words that the title holds.
fn likeness(text: &str, title: &str) -> f32 {
    let words = |t: &str| -> Vec<String> {
        t.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
    };
    let (text, title) = (words(text), words(title));
    let (text_count, title_count) = (text.len().max(1) as f32, title.len().max(1) as f32);
    let shared = text.iter().filter(|w| title.contains(w)).count() as f32;
    // a single shared word of a long title says little
    (shared / text_count).min(2.0 * shared / title_count)
}

pub fn is_byline(text: &str, f: &Features) -> bool {
    (f.byline && f.words <= 30 && f.words >= 1 && !f.ends_sentence && !f.date)
        || (f.words <= 25 && reads_as_byline(text))
}

/// "By Ana Silva", "By ANA SILVA, Staff Writer", "BI Desk || Daily".
pub fn reads_as_byline(text: &str) -> bool {
    if text.len() > LINE {
        return false;
    }
    let rest = text.strip_prefix("By ").or_else(|| text.strip_prefix("BY ")).or_else(|| text.strip_prefix("by "));
    let named = rest.is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase));
    let text = text.lines().next().unwrap_or("").trim();
    let words = |most: usize| text.split_whitespace().nth(most).is_none();
    let desk =
        ["Reporting by", "Additional reporting by", "Writing by", "Editing by", "Compiled by", "With reporting by"];
    let credited = || desk.iter().any(|d| text.trim_start_matches(['(', '—', ' ']).starts_with(d)) && words(40);
    credited()
        || (named && words(25) && !text.ends_with(['.', '!', '?']))
        || (words(12) && text.contains(" || "))
        || (words(8)
            && ["Staff Reporter", "Staff Writer", "Staff Correspondent", "Own Correspondent", "Special Correspondent"]
                .iter()
                .any(|title| text.contains(title)))
}

/// "Photo: Reuters", "Credit: Ana Silva", "(Ana Silva / Agency)".
pub fn is_credit(text: &str) -> bool {
    if text.len() > LINE || text.split_whitespace().nth(14).is_some() {
        return false;
    }
    let lower = text.to_lowercase();
    let lower = lower.trim_start_matches(['(', '[', '|', ' ']);
    [
        "photo:",
        "photos:",
        "photo by",
        "photo credit",
        "photograph:",
        "photograph by",
        "image:",
        "images:",
        "credit:",
        "picture:",
        "pictures:",
        "image credit",
        "image source",
        "image copyright",
        "media caption",
        "copyright:",
        "file photo",
        "source:",
        "video:",
        "illustration by",
        "illustration:",
    ]
    .iter()
    .any(|mark| lower.starts_with(mark))
        || (text.contains("Getty Images") && !text.ends_with('.'))
}

/// A caption set as a paragraph, known by the credit at its end.
fn carries_credit(text: &str) -> bool {
    let end = text.trim_end_matches([')', '.', ' ']);
    let tail = text.rfind('(').and_then(|at| text.get(at + 1..)).unwrap_or("").to_lowercase();
    text.split_whitespace().count() <= 60
        && (["credit:", "photo:", "image:", "photo by", "photograph:"].iter().any(|mark| tail.starts_with(mark))
            || end.ends_with("Getty Images"))
}

/// Lines that pages set among the paragraphs of a story.
pub fn is_furniture_line(text: &str) -> bool {
    if text.len() > LINE {
        return false;
    }
    let lower = text.trim().to_lowercase();
    if lower.split_whitespace().count() > 40 {
        return false;
    }
    let starts = [
        "advertisement",
        "read more",
        "read also",
        "also read",
        "read next",
        "related:",
        "related ",
        "see also",
        "sign up",
        "subscribe",
        "follow us",
        "follow @",
        "share this",
        "story continues below",
        "article continues",
        "click here",
        "watch:",
        "listen:",
        "more:",
        "more from",
        "most read",
        "download the",
        "get the latest",
        "join the conversation",
        "report a typo",
        "comments",
        "skip ad",
        "skip to",
        "loading",
        "continue reading",
        "you may also like",
        "recommended",
        "© ",
        "copyright ©",
        "all rights reserved",
        "this site is protected",
        "© 20",
        "the views expressed",
        "thank you for reading",
        "we use cookies",
        "by signing up",
        "please enable",
        "enable javascript",
        "have a news tip",
        "got a tip",
        "contact us",
        "email us",
    ];
    starts.iter().any(|mark| lower.starts_with(mark))
        || lower.contains("all rights reserved")
        || lower.contains("may not be published, broadcast")
        || lower.contains("sign up for our")
        || lower.contains("newsletter") && (lower.contains("sign up") || lower.contains("subscribe"))
}

fn text_follows(body: &[usize], heading: usize) -> bool {
    let next = body.partition_point(|&b| b <= heading);
    body.get(next).is_some_and(|&b| b - heading <= 6)
}

/// Whether a list item stands among body blocks: one of the same box, or neighbours on both sides.
fn same_box(page: &PageInput, body: &[usize], at: usize) -> bool {
    let container = page.blocks.get(at).map_or(0.0, |b| b.container);
    let near = |i: usize| body.binary_search(&i).is_ok();
    (container != 0.0 && body.iter().any(|&b| page.blocks.get(b).is_some_and(|b| b.list && b.container == container)))
        || (at.checked_sub(1).is_some_and(near) && near(at + 1))
}

/// A post of a social network that the story shows, with the line that says whose it is.
fn is_embedded_post(block: &PageBlock, f: &Features) -> bool {
    let embedded = block.tag == "blockquote" || block.hints.split(' ').any(|h| h.contains("tweet"));
    embedded && f.words >= 4 && f.links < 0.6
}

/// Whether a paragraph that is mostly links stands between paragraphs in their own box.
fn beside_paragraphs(page: &PageInput, body: &[usize], at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else { return false };
    let next = body.partition_point(|&b| b < at);
    let alike = |b: Option<&usize>| {
        b.and_then(|&b| page.blocks.get(b)).is_some_and(|b| b.container == block.container && b.tag == block.tag)
    };
    block.container != 0.0
        && alike(next.checked_sub(1).and_then(|before| body.get(before)))
        && alike(body.get(next))
        && !is_furniture_line(&block.text)
}

/// Whether a short line stands between paragraphs of its own kind: a question, a name, a cross-heading.
fn among_paragraphs(page: &PageInput, body: &[usize], at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else { return false };
    let alike = |&b: &usize| {
        page.blocks.get(b).is_some_and(|b| {
            b.container == block.container && b.tag == block.tag && b.role == block.role && b.hints == block.hints
        })
    };
    let next = body.partition_point(|&b| b < at);
    body.get(..next).is_some_and(|before| before.last().is_some_and(alike))
        && body.get(next..).is_some_and(|after| after.first().is_some_and(alike))
}

/// Leaves out what is said twice: pull quotes, captions shown in two sizes, a headline set again.
fn drop_repeats(page: &PageInput, chosen: Vec<(usize, Part)>) -> Vec<(usize, Part)> {
    let plain = |i: usize| -> String {
        page.blocks.get(i).map_or_else(String::new, |b| {
            b.text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        })
    };
    let texts: Vec<String> = chosen.iter().map(|&(i, _)| plain(i)).collect();
    let mut kept: Vec<(usize, Part)> = Vec::new();
    for (n, &(i, part)) in chosen.iter().enumerate() {
        let Some(text) = texts.get(n) else { continue };
        if text.is_empty() {
            continue;
        }
        let twice_before = texts.get(..n).is_some_and(|before| before.contains(text));
        let within_another = text.len() >= 20
            && part != Part::Headline
            && (part == Part::Quote || part == Part::Caption || page.blocks.get(i).is_some_and(|b| b.tag != "p"))
            && texts
                .iter()
                .enumerate()
                .any(|(m, other)| m != n && other.len() > text.len() && other.contains(text.as_str()));
        if !twice_before && !within_another {
            kept.push((i, part));
        }
    }
    kept
}

/// Paragraphs among which a dateline may stand: the first of a story.
const DATELINES: usize = 3;

/// Makes a block of its own of the dateline that opens one of the first paragraphs.
pub fn set_datelines_apart(text: &str, blocks: Vec<Block>) -> Vec<Block> {
    let mut out = Vec::with_capacity(blocks.len() + 1);
    let mut paragraphs = 0;
    for block in blocks {
        if block.part == Part::Body {
            paragraphs += 1;
            if paragraphs <= DATELINES
                && let Some(length) = dateline_length(block.span.of(text))
            {
                let (line, rest) = split_dateline(block.span, length, text);
                out.push(Block { span: line, part: Part::Dateline });
                out.push(Block { span: rest, part: Part::Body });
                continue;
            }
        }
        out.push(block);
    }
    out
}

/// Length in bytes of a dateline that opens a paragraph, its dash included:
/// "SEOUL (Reuters) — ", "KYIV, Ukraine (AP) — ", "LONDON, May 4 — ".
fn dateline_length(text: &str) -> Option<usize> {
    let end = text.char_indices().nth(90).map_or(text.len(), |(at, _)| at);
    let head = text.get(..end)?;
    let (at, dash) = ["—", "–", " - ", " -- ", "--"].iter().filter_map(|d| head.find(d).map(|at| (at, *d))).min()?;
    let line = head.get(..at)?.trim();
    let place = line.split(['(', ',', '/']).next().unwrap_or("").trim();
    let letters: Vec<char> = place.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.len() >= 3 && letters.iter().all(|c| c.is_uppercase());
    let agency = line.ends_with(')') && line.contains('(') && place.split_whitespace().count() <= 4;
    let short = line.split_whitespace().count() <= 9 && !line.contains(['"', '“', ';']);
    let named = place.starts_with(char::is_uppercase);
    let rest = text.get(at + dash.len()..)?;
    let goes_on = rest.split_whitespace().count() >= 4;
    (short && named && goes_on && (capitals || agency)).then_some(at + dash.len())
}

/// Parts a paragraph at its dateline, white space left out of both.
fn split_dateline(span: Span, length: usize, text: &str) -> (Span, Span) {
    let middle = span.start + length as u32;
    let line = Span::new(span.start, middle);
    let rest = Span::new(middle, span.end);
    let skipped = rest.of(text).len() - rest.of(text).trim_start().len();
    let trimmed = line.of(text).trim_end().len() as u32;
    (Span::new(line.start, line.start + trimmed), Span::new(middle + skipped as u32, span.end))
}
