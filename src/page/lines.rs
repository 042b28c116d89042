//! What single lines of a story are by their wording: bylines, credits, dates, datelines, furniture.
//! Knows the printers' habits, on pages and in plain text; nothing of where a line stands.

use super::features::Features;
use crate::article::{Block, Part};
use crate::span::Span;

/// A byline, a credit or a line of furniture is no longer than this, in bytes.
const LINE: usize = 320;

pub fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']).ends_with(['.', '!', '?', '…'])
}

/// Words parted by white space.
pub fn words(text: &str) -> usize {
    words_to(text, usize::MAX)
}

/// Whether there are at most so many words.
pub fn at_most(text: &str, count: usize) -> bool {
    words_to(text, count) <= count
}

/// Words parted by white space, counted until they are more than `most`.
fn words_to(text: &str, most: usize) -> usize {
    let (mut count, mut inside) = (0, false);
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        // the first byte of a character stands for all of it
        let space = match byte {
            0..=0x7F => matches!(byte, b'\t'..=b'\r' | b' '),
            0x80..=0xBF => continue,
            _ => text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_whitespace),
        };
        if inside && space {
            count += 1;
            if count > most {
                return count;
            }
        }
        inside = !space;
    }
    count + usize::from(inside)
}

pub fn is_byline(text: &str, f: &Features) -> bool {
    (f.byline && f.words <= 30 && f.words >= 1 && !f.ends_sentence && !f.date && !is_date(text))
        || (f.words <= 25 && reads_as_byline(text))
}

/// "By Ana Silva", "By ANA SILVA, Staff Writer", "BI Desk || Daily".
pub fn reads_as_byline(text: &str) -> bool {
    let desks =
        ["Reporting by", "Additional reporting by", "Writing by", "Editing by", "Compiled by", "With reporting by"];
    let desk = desks.iter().any(|d| text.trim_start_matches(['(', '—', ' ']).starts_with(d));
    // all hands of an agency's story, in brackets at its end
    if desk && text.starts_with('(') && text.ends_with(')') {
        return true;
    }
    if text.len() > LINE {
        return false;
    }
    let rest = text.strip_prefix("By ").or_else(|| text.strip_prefix("BY ")).or_else(|| text.strip_prefix("by "));
    let named = rest.is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase));
    // a paragraph that opens with no name is one only if it is short
    if !desk && !named && !at_most(text, 12) {
        return false;
    }
    let text = text.lines().next().unwrap_or("").trim();
    (desk && at_most(text, 40))
        || (named && at_most(text, 25) && !text.ends_with(['.', '!', '?']))
        || (at_most(text, 12) && text.contains(" || "))
        || (at_most(text, 8)
            && ["Staff Reporter", "Staff Writer", "Staff Correspondent", "Own Correspondent", "Special Correspondent"]
                .iter()
                .any(|title| text.contains(title)))
}

/// "Photo: Reuters", "Credit: Ana Silva", "(Ana Silva / Agency)".
pub fn is_credit(text: &str) -> bool {
    if text.len() > LINE || !at_most(text, 14) {
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
        "copyright:",
        "file photo",
        "source:",
        "video:",
        "illustration by",
        "illustration:",
    ]
    .iter()
    .any(|mark| lower.starts_with(mark))
        || (text.contains("Getty Images") && !text.ends_with('.') && text.split_whitespace().count() <= 8)
}

/// A caption set as a paragraph, known by the credit at its end.
pub fn carries_credit(text: &str) -> bool {
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
    // a footnote of a table or chart
    if lower.starts_with('*') {
        return true;
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
        "more on ",
        "media playback is",
        "view author archive",
        "view all posts",
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
        || lower.contains("moderat") && lower.contains("comments")
        || lower.contains("newsletter") && (lower.contains("sign up") || lower.contains("subscribe"))
}

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];
const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// "Dhaka, Sunday", "05 May 2024", "Published: 12:00, 24 April 2024", "Tuesday, September 22, 2015".
pub fn is_date(line: &str) -> bool {
    if line.len() > 120 {
        return false;
    }
    let count = words(line);
    if count > 14 || ends_sentence(line) {
        return false;
    }
    let lower = line.to_lowercase();
    if ["published", "updated", "posted", "last updated", "first published", "last modified", "modified"]
        .iter()
        .any(|mark| lower.starts_with(mark))
    {
        return lower.contains(|c: char| c.is_ascii_digit()) || count <= 3;
    }
    let parts: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let told = parts
        .iter()
        .filter(|w| {
            MONTHS.contains(w)
                || DAYS.contains(w)
                || w.chars().all(|c| c.is_ascii_digit())
                || matches!(
                    **w,
                    "am" | "pm" | "gmt" | "utc" | "est" | "edt" | "ist" | "bst" | "et" | "th" | "st" | "nd" | "rd"
                )
        })
        .count();
    let day = parts.iter().any(|w| DAYS.contains(w) || MONTHS.contains(w));
    day && told * 2 >= parts.len()
}

/// The labels that sites read out before a caption, and that stand in its text.
const CAPTION_LABELS: &[&str] = &["media caption", "image caption", "video caption", "image copyright", "image source"];

/// What begins a credit at the end of a caption.
const CREDIT_MARKS: &[&str] = &[
    "credit:",
    "photo:",
    "photos:",
    "image:",
    "picture:",
    "photograph:",
    "(photo by",
    "photo by ",
    "photograph by ",
    "image source",
    "[file:",
    "(credit",
];

/// What only a credit holds, when it follows the last sentence of a caption.
const AGENCIES: &[&str] = &[
    "Getty",
    "AP",
    "AFP",
    "Reuters",
    "REUTERS",
    "EPA",
    "Shutterstock",
    "Alamy",
    "Bloomberg",
    "PA",
    "Xinhua",
    "Rex",
    "Anadolu",
    "ANSA",
    "TASS",
    "SIPA",
    "Images",
    "via",
];

/// How a caption parts into label, words and credit, in bytes: the words begin and end here.
fn caption_words(text: &str) -> (usize, usize) {
    let lower = text.to_ascii_lowercase();
    let label = CAPTION_LABELS.iter().find(|label| lower.starts_with(**label)).map_or(0, |label| label.len());
    let marked = CREDIT_MARKS.iter().filter_map(|mark| lower.rfind(mark)).filter(|&at| at > label).max();
    let end = marked.or_else(|| bracketed_credit(text)).or_else(|| credit_after_sentence(text)).unwrap_or(text.len());
    (label, end.max(label))
}

/// "… in Madrid on Tuesday. (Manu Fernandez/AP)": brackets that close the caption and name an agency or a slash.
fn bracketed_credit(text: &str) -> Option<usize> {
    let at = text.rfind(['(', '['])?;
    let inside = text.get(at + 1..)?.trim_end().strip_suffix([')', ']'])?;
    (at > 0 && inside.split_whitespace().count() <= 8 && names_agency(inside)).then_some(at)
}

/// "… on Thursday.Anthony Wallace / AFP - Getty Images": what follows the last sentence and names an agency.
fn credit_after_sentence(text: &str) -> Option<usize> {
    let at = text.rfind(['.', '!', '?', '”'])? + 1;
    let at = if text.is_char_boundary(at) { at } else { text.char_indices().map(|(i, _)| i).find(|&i| i > at)? };
    let tail = text.get(at..)?;
    let words = tail.split_whitespace().count();
    ((1..=8).contains(&words) && names_agency(tail)).then_some(at)
}

fn names_agency(text: &str) -> bool {
    text.contains('/') || text.split(|c: char| !c.is_alphanumeric()).any(|word| AGENCIES.contains(&word))
}

/// Makes blocks of their own of what is printed within another's: the dateline that opens one of the
/// first paragraphs, the label before a caption and the credit after it.
pub fn set_apart(text: &str, blocks: Vec<Block>) -> Vec<Block> {
    let mut out = Vec::with_capacity(blocks.len() + 1);
    for block in set_datelines_apart(text, blocks) {
        if block.part != Part::Caption {
            out.push(block);
            continue;
        }
        let words = block.span.of(text);
        let (start, end) = caption_words(words);
        let mut push = |from: usize, to: usize, part: Part| {
            let piece = words.get(from..to).unwrap_or("");
            let kept = piece.trim();
            if !kept.is_empty() {
                let at = block.span.start + (from + piece.len() - piece.trim_start().len()) as u32;
                out.push(Block { span: Span::new(at, at + kept.len() as u32), part });
            }
        };
        push(0, start, Part::Credit);
        push(start, end, Part::Caption);
        push(end, words.len(), Part::Credit);
    }
    out
}

/// Paragraphs among which a dateline may stand: the first of a story.
const DATELINES: usize = 3;

/// Makes a block of its own of the dateline that opens one of the first paragraphs.
fn set_datelines_apart(text: &str, blocks: Vec<Block>) -> Vec<Block> {
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
    // "(NEW YORK) — "
    let bracketed = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let place = bracketed.unwrap_or(line).split(['(', ',', '/']).next().unwrap_or("").trim();
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
