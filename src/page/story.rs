//! Decides which blocks of a page are the story and what part each plays.
//! Works from the shape of blocks alone, so that the command and an open page agree.

use std::collections::BTreeMap;

use super::features::{Features, Shape, read};
use super::input::PageInput;
use super::plain::article_from_text;
use super::{lines, parts};
use crate::article::{Article, Block, Part};
use crate::span::Span;
use crate::text::{Words, hash_word};
use crate::words;

/// Longest text that is scanned, in bytes; far longer than any story.
pub const LONGEST: usize = 3_000_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Status {
    #[default]
    Ok,
    /// Text, but no story: an index, a menu, a form.
    NoStory,
    /// No text at all.
    Empty,
    TooLong,
    NotEnglish,
}

impl Status {
    /// The code by which other programs know it.
    pub fn code(self) -> &'static str {
        match self {
            Status::Ok => "ok",
            Status::NoStory => "no-story",
            Status::Empty => "empty",
            Status::TooLong => "too-long",
            Status::NotEnglish => "not-english",
        }
    }
}

/// Where a page's block stands in the article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Index of the block on the page.
    pub block: usize,
    /// Bytes of the block in the article's text.
    pub span: Span,
    /// The part it plays as a whole: a dateline or credit within it is a block of its own in the article.
    pub part: Part,
}

/// The story of a page.
#[derive(Clone, Debug, Default)]
pub struct Story {
    pub status: Status,
    pub article: Article,
    /// The page's blocks that are in the article, in reading order.
    pub placed: Vec<Placed>,
}

/// Finds the story of a page.
pub fn story_of(page: &PageInput) -> Story {
    let length: usize = page.blocks.iter().map(|b| b.text.len()).sum();
    if length > LONGEST {
        return Story { status: Status::TooLong, ..Story::default() };
    }
    let features = read(page);
    let words: u32 = features.iter().map(|f| f.words).sum();
    if words == 0 {
        return Story { status: Status::Empty, ..Story::default() };
    }
    let body = body_of(page, &features);
    if body.is_empty() || !is_story(page, &features, &body) {
        return Story { status: Status::NoStory, ..Story::default() };
    }
    let chosen = parts::assign(page, &features, &body);
    let mut story = write(page, &chosen);
    if !is_english(&story.article.text) {
        story.status = Status::NotEnglish;
    }
    story
}

/// Plain text as a story: one block, number 0, kept byte for byte.
pub fn story_of_text(text: &str) -> Story {
    let status = if text.trim().is_empty() {
        Status::Empty
    } else if text.len() > LONGEST {
        Status::TooLong
    } else if is_english(text) {
        Status::Ok
    } else {
        Status::NotEnglish
    };
    let text = if status == Status::TooLong { "" } else { text };
    let placed = vec![Placed { block: 0, span: Span::new(0, text.len() as u32), part: Part::Body }];
    Story { status, article: article_from_text(text), placed }
}

/// What a block is worth to the run it stands in: its words when it is prose, a loss otherwise.
fn worth(f: &Features) -> f32 {
    let words = f.words as f32;
    if f.furniture {
        return -(words.min(40.0) + 5.0);
    }
    match f.shape {
        _ if f.caption || f.credit || f.byline || f.date => -1.0,
        Shape::Prose if f.links < 0.5 => words.min(120.0) * (1.0 - 1.2 * f.links),
        Shape::Prose => -words.min(30.0),
        Shape::Heading if f.links > 0.5 => -10.0,
        Shape::Heading => -2.0,
        Shape::Scrap if f.links > 0.5 => -5.0 - words.min(15.0),
        Shape::Scrap => -4.0,
    }
}

/// A break in the story (a box of links, an advertisement) costs no more than this.
const BREAK: f32 = -160.0;

/// The blocks of the story's body: those worth something in the run of blocks that is worth most,
/// and others that stand in the same boxes as these.
fn body_of(page: &PageInput, features: &[Features]) -> Vec<usize> {
    let good = |i: usize| features.get(i).is_some_and(|f| worth(f) > 0.0);
    let (mut best, mut best_sum) = (0..0, 0.0f32);
    let (mut start, mut sum, mut loss) = (0usize, 0.0f32, 0.0f32);
    for (i, f) in features.iter().enumerate() {
        let value = worth(f);
        if value <= 0.0 {
            loss = (loss + value).max(BREAK);
            continue;
        }
        sum += loss;
        loss = 0.0;
        if sum <= 0.0 {
            (sum, start) = (0.0, i);
        }
        sum += value;
        if sum > best_sum {
            (best, best_sum) = (start..i + 1, sum);
        }
    }
    let mut body: Vec<usize> = best.clone().filter(|&i| good(i)).collect();
    // boxes that hold much of the body hold its strays too: a first paragraph above a video, say
    let total: u32 = body.iter().filter_map(|&i| features.get(i)).map(|f| f.words).sum();
    let mut boxes: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    let key = |i: usize| page.blocks.get(i).map(|b| (b.tag.as_str(), b.hints.as_str()));
    for &i in &body {
        if let (Some(key), Some(f)) = (key(i), features.get(i)) {
            *boxes.entry(key).or_default() += f.words;
        }
    }
    let strays = (0..features.len()).filter(|i| !best.contains(i)).filter(|&i| {
        good(i) && key(i).is_some_and(|k| !k.1.is_empty() && boxes.get(&k).is_some_and(|&words| words * 3 >= total))
    });
    body.extend(strays.collect::<Vec<_>>());
    body.sort_unstable();
    body
}

/// Whether the run of prose is a story and not a list of teasers, a form or a notice.
fn is_story(page: &PageInput, features: &[Features], body: &[usize]) -> bool {
    let words = |i: &usize| features.get(*i).map_or(0, |f| f.words);
    let body_words: u32 = body.iter().map(words).sum();
    // comments and menus may well be longer than a story
    let seen = || features.iter().filter(|f| !f.furniture);
    let all_words: u32 = seen().map(|f| f.words).sum();
    let linked: f32 = seen().map(|f| f.words as f32 * f.links).sum();
    // a short page may be a short story, unless most of it is something else
    if body_words < 12 || (body_words < 120 && f64::from(body_words) < 0.2 * f64::from(all_words)) {
        return false;
    }
    if body_words < 60 && linked > 0.5 * all_words as f32 {
        return false;
    }
    // teasers: nearly every paragraph follows a linked heading of its own
    let teased = body.iter().filter(|&&i| follows_teaser_head(page, features, i)).count();
    !(body.len() >= 3 && teased * 5 >= body.len() * 3)
}

/// Whether the nearest block before this one (dates and labels apart) is a heading or line that is a link.
fn follows_teaser_head(page: &PageInput, features: &[Features], at: usize) -> bool {
    let _ = page;
    (at.saturating_sub(3)..at)
        .rev()
        .filter_map(|i| features.get(i))
        .take_while(|f| f.shape != Shape::Prose || f.links > 0.5)
        .any(|f| f.links > 0.7 && f.words >= 3)
}

/// The words every English text is full of and other languages are not.
const ENGLISH: &Words = words!(
    "the" "of" "and" "to" "in" "that" "is" "was" "for" "with" "said" "by" "at" "from" "have" "has" "were" "which"
    "this" "are" "it" "but" "not" "be" "an" "they" "who" "will" "would" "had" "been" "he" "she" "his" "its" "their"
    "as" "on" "a"
);

/// Words that suffice to tell the language of a text.
const SAMPLED: usize = 600;
/// How many of a hundred words of English are among these at least.
const SHARE: u32 = 17;

/// Whether a text is English; a text too short to tell is taken for English.
pub fn is_english(text: &str) -> bool {
    let (mut all, mut english) = (0u32, 0u32);
    let between = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && c != '\'';
    for word in text.split(between).filter(|w| !w.is_empty()).take(SAMPLED) {
        // curly quotation marks and dashes stick to their word here
        let word = if word.is_ascii() { word } else { word.trim_matches(|c: char| !c.is_alphanumeric()) };
        all += 1;
        english += u32::from(word.len() <= 5 && ENGLISH.contains(&hash_word(word)));
        // enough for as many words as are ever sampled
        if english * 100 >= SAMPLED as u32 * SHARE {
            return true;
        }
    }
    all < 40 || english * 100 >= all * SHARE
}

/// Writes the chosen blocks one after the other into an article, parted by blank lines.
fn write(page: &PageInput, chosen: &[(usize, Part)]) -> Story {
    let mut story = Story::default();
    let article = &mut story.article;
    for &(index, part) in chosen {
        let Some(block) = page.blocks.get(index) else { continue };
        if !article.text.is_empty() {
            article.text.push_str("\n\n");
        }
        let start = article.text.len();
        article.text.push_str(&block.text);
        story.placed.push(Placed { block: index, span: Span::new(start as u32, article.text.len() as u32), part });
        push_blocks(&article.text, start, part, &mut article.blocks);
    }
    article.blocks = lines::set_apart(&article.text, std::mem::take(&mut article.blocks));
    let meta = &page.meta;
    let outlet = [&meta.jsonld_publisher, &meta.site_name].into_iter().find(|name| !name.trim().is_empty());
    article.outlet = outlet.map(|name| name.trim().to_owned()).unwrap_or_default();
    for author in meta.jsonld_author.iter().chain([&meta.author]) {
        let author = author.trim();
        if !author.is_empty() && !article.authors.iter().any(|a| a == author) {
            article.authors.push(author.to_owned());
        }
    }
    story
}

/// One page block is several blocks of the article where lines are left blank within it.
fn push_blocks(text: &str, start: usize, part: Part, out: &mut Vec<Block>) {
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut at = start;
    let mut blank = true;
    for line in text.get(start..).unwrap_or("").split_inclusive('\n') {
        let body = line.trim();
        let from = at + (line.len() - line.trim_start().len());
        at += line.len();
        if body.is_empty() {
            blank = true;
            continue;
        }
        let span = Span::new(from as u32, (from + body.len()) as u32);
        match paragraphs.last_mut() {
            Some(last) if !blank => last.end = span.end,
            _ => paragraphs.push(span),
        }
        blank = false;
    }
    out.extend(paragraphs.into_iter().map(|span| Block { span, part }));
}
