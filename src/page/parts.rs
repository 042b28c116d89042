//! What part each block of a story plays: headline, byline, credit, subhead, caption, quotation.
//! Knows how pages set a story; what single lines are by their wording is told in `lines`.

use super::features::{Features, Shape};
use super::input::{PageBlock, PageInput};
use super::lines::{carries_credit, is_byline, is_credit, is_date, is_furniture_line, reads_as_byline};
use crate::article::Part;

/// Blocks before the body that may be its headline or byline.
const ABOVE: usize = 40;

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
            if !above && reads_as_byline(text) {
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
        } else if i > top && i < first && is_standfirst(block, f, i - top) {
            chosen.push((i, Part::Body));
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
    let mut chosen = drop_repeats(page, chosen);
    set_author_apart(page, &mut chosen);
    chosen
}

/// What a page says of its author under the story is not the story's.
fn set_author_apart(page: &PageInput, chosen: &mut [(usize, Part)]) {
    let text = |i: usize| page.blocks.get(i).map_or("", |b| b.text.trim());
    let names: Vec<&str> = chosen
        .iter()
        .filter(|(_, part)| *part == Part::Byline)
        .map(|&(i, _)| text(i).lines().next().unwrap_or(""))
        .map(|line| line.get(..3).filter(|by| by.eq_ignore_ascii_case("by ")).map_or(line, |_| &line[3..]).trim())
        .chain(page.meta.jsonld_author.iter().map(|a| a.trim()))
        .filter(|name| name.len() >= 5 && name.contains(' '))
        .collect();
    for (i, part) in chosen.iter_mut().rev().take(3).filter(|(_, part)| *part == Part::Body) {
        let told = names.iter().filter_map(|name| text(*i).strip_prefix(*name)).any(|rest| {
            let rest = rest.trim_start();
            ["is ", "was ", "has ", "covers ", "writes ", "reports ", "(", "’s ", "'s "]
                .iter()
                .any(|s| rest.starts_with(s))
        });
        if told {
            *part = Part::Other;
        }
    }
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

/// Class words of the sentence that sums up a story under its headline.
const STANDFIRST: &[&str] =
    &["standfirst", "deck", "dek", "summary", "subtitle", "subheadline", "sub-headline", "lede"];

/// Whether a block between headline and story is its standfirst: a sentence, or a line that says it is one.
/// `after` counts the blocks from the headline.
fn is_standfirst(block: &PageBlock, f: &Features, after: usize) -> bool {
    let text = block.text.trim();
    let named = block.hints.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| STANDFIRST.contains(&part));
    let sentence = f.ends_sentence || (after <= 2 && f.words >= 10);
    (8..=60).contains(&f.words)
        && f.links < 0.3
        && (named || sentence)
        && !block.list
        && !f.date
        && !is_date(text)
        && !is_furniture_line(text)
        && !reads_as_byline(text)
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
        let caption_again = part == Part::Caption
            && kept.iter().any(|&(k, other)| other == Part::Caption && begin_alike(&plain(k), text));
        let quoted_again =
            part == Part::Quote && page.blocks.get(i).is_some_and(|b| said_elsewhere(page, &chosen, i, &b.text));
        if !twice_before && !within_another && !caption_again && !quoted_again {
            kept.push((i, part));
        }
    }
    kept
}

/// Whether two captions are one in two lengths, as galleries show them folded and unfolded.
fn begin_alike(a: &str, b: &str) -> bool {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    same >= 60 || same * 5 >= a.chars().count().max(b.chars().count()) * 4
}

/// Words in a row by which a pull quote is known again in the story it is pulled from.
const RUN: usize = 4;

/// Whether most of a quotation stands in the paragraphs of the story too, perhaps with "she said" within it.
fn said_elsewhere(page: &PageInput, chosen: &[(usize, Part)], at: usize, text: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
    };
    let quote = words(text);
    if quote.len() < 2 * RUN {
        return false;
    }
    let told: Vec<Vec<String>> = chosen
        .iter()
        .filter(|&&(i, part)| i != at && part == Part::Body)
        .filter_map(|&(i, _)| page.blocks.get(i))
        .map(|b| words(&b.text))
        .collect();
    let runs = quote.windows(RUN);
    let all = runs.len();
    let again = runs.filter(|run| told.iter().any(|words| words.windows(RUN).any(|other| other == *run))).count();
    again * 10 >= all * 6
}
