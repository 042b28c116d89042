//! The text form of a report: the story with its marks, then its ledger, for a terminal or an e-mail.
//! Words come from the view's messages; judges nothing.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::input::Read;
use crate::article::Part;
use crate::page::Status;
use crate::report::Report;
use crate::span::Utf16;
use crate::view::messages::Messages;
use crate::view::own::OwnLists;
use crate::view::{self, Card, Options, PageView};

/// Longest line of running text; a terminal's usual width.
const WIDTH: usize = 80;

pub fn print(
    out: &mut impl Write,
    read: &Read,
    own: Option<&OwnLists>,
    colour: bool,
    (number, only): (usize, bool),
) -> io::Result<()> {
    let options = Options { own_lists: own.cloned(), ..Options::default() };
    let report = view::report_of(&read.story, &options);
    let view = view::of_report(&report, &read.story, &options);
    let pen = Pen { colour };
    if !only {
        if number > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}\n", pen.bold(&read.name))?;
    }
    if read.story.status != Status::Ok {
        return writeln!(out, "{}", view.status.text);
    }
    story(out, read, &view, &pen)?;
    ledger(out, &report, &view, &view::cards_of_report(&report, &read.story, &options), &pen)
}

/// Puts escape codes around text on a terminal, and nothing elsewhere.
struct Pen {
    colour: bool,
}

impl Pen {
    fn with(&self, code: &str, text: &str) -> String {
        if self.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn bold(&self, text: &str) -> String {
        self.with("1", text)
    }

    fn faint(&self, text: &str) -> String {
        self.with("2", text)
    }

    fn layer(&self, layer: &str, text: &str) -> String {
        let code = match layer {
            "state" => "34",
            "official" => "35",
            "sourcing" => "32",
            _ => "33",
        };
        self.with(code, text)
    }
}

/// What is drawn at a place of the text.
#[derive(Default)]
struct Insert {
    /// Layers that end here, then begin here, then labels after the words.
    ends: usize,
    begins: Vec<&'static str>,
    labels: Vec<(&'static str, String)>,
}

/// The story with a label after the words of each finding that has a badge: `Iran [IRN]`, `said [4]`.
/// On a terminal the words themselves are coloured, too.
fn story(out: &mut impl Write, read: &Read, view: &PageView, pen: &Pen) -> io::Result<()> {
    let text = &read.story.article.text;
    let map = Utf16::new(text);
    let begins: BTreeMap<usize, u32> = view.story.iter().map(|b| (b.block, b.start)).collect();
    let byte = |block: usize, unit: u32| map.byte(begins.get(&block).copied().unwrap_or(0) + unit);
    let mut inserts: BTreeMap<u32, Insert> = BTreeMap::new();
    if pen.colour {
        let mut until = 0;
        for mark in view.marks.iter().filter(|m| m.style != "claim-scope") {
            let (start, end) = (byte(mark.block, mark.start), byte(mark.block, mark.end));
            // a terminal cannot lay one colour over another: the first mark has the place
            if start >= until {
                inserts.entry(start).or_default().begins.push(mark.layer);
                inserts.entry(end).or_default().ends += 1;
                until = end;
            }
        }
    }
    let cues: BTreeMap<&str, u32> = view
        .marks
        .iter()
        .filter(|m| matches!(m.style, "cue" | "claim-cue" | "state" | "official"))
        .rev()
        .map(|m| (m.finding.as_str(), byte(m.block, m.end)))
        .collect();
    for badge in &view.badges {
        let at = cues.get(badge.finding.as_str()).copied().unwrap_or_else(|| byte(badge.block, badge.end));
        inserts.entry(at).or_default().labels.push((badge.layer, badge.label.clone()));
    }
    for block in &read.story.article.blocks {
        let body = draw(text, block.span.start, block.span.end, &inserts, pen);
        let lines = wrap(&body, WIDTH);
        for line in lines {
            let line = if block.part == Part::Headline { pen.bold(&line) } else { line };
            writeln!(out, "{line}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn draw(text: &str, start: u32, end: u32, inserts: &BTreeMap<u32, Insert>, pen: &Pen) -> String {
    let mut drawn = String::new();
    let mut at = start;
    let mut open: Option<&str> = None;
    let flush = |drawn: &mut String, from: u32, to: u32, open: Option<&str>| {
        let piece = text.get(from as usize..to as usize).unwrap_or("");
        match open {
            Some(layer) => {
                // colour is set word by word, so that a line may break anywhere
                let words: Vec<String> =
                    piece.split(' ').map(|w| if w.is_empty() { String::new() } else { pen.layer(layer, w) }).collect();
                drawn.push_str(&words.join(" "));
            }
            None => drawn.push_str(piece),
        }
    };
    for (&place, insert) in inserts.range(start..=end) {
        flush(&mut drawn, at, place, open);
        at = place;
        if insert.ends > 0 {
            open = None;
        }
        if !insert.labels.is_empty() && place > start {
            let labels: Vec<String> = insert.labels.iter().map(|(l, label)| pen.layer(l, label)).collect();
            drawn.push_str(&format!("\u{a0}[{}]", labels.join("\u{a0}")));
        }
        if let Some(layer) = insert.begins.first() {
            open = Some(layer);
        }
    }
    flush(&mut drawn, at, end, open);
    drawn
}

/// Breaks text at spaces into lines of a width; escape codes take none.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0usize;
    for word in text.split([' ', '\n', '\t', '\r']).filter(|w| !w.is_empty()) {
        let length = visible(word);
        if used > 0 && used + 1 + length > width {
            lines.push(String::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += length;
        }
    }
    lines.into_iter().map(|line| line.replace('\u{a0}', " ")).collect()
}

fn visible(word: &str) -> usize {
    let mut count = 0;
    let mut escape = false;
    for c in word.chars() {
        match (escape, c) {
            (true, 'm') => escape = false,
            (true, _) => {}
            (false, '\u{1b}') => escape = true,
            (false, _) => count += 1,
        }
    }
    count
}

/// The cards of a story by their findings.
type Cards = BTreeMap<String, Card>;

fn ledger(out: &mut impl Write, report: &Report, view: &PageView, cards: &Cards, pen: &Pen) -> io::Result<()> {
    let m = Messages::of("en");
    let head = |key: &str| pen.bold(&m.get(key));
    writeln!(out, "{}", pen.faint(&"-".repeat(WIDTH)))?;
    writeln!(out, "{}\n", head("ledger.title"))?;
    for line in view.summary.lines.iter().chain([&view.summary.coverage]) {
        writeln!(out, "{line}")?;
    }
    if !report.ledger.voices.is_empty() {
        writeln!(out, "\n{}", head("ledger.voices"))?;
        for voice in &report.ledger.voices {
            let percent = format!("{:.0}", f64::from(voice.share) * 100.0);
            let kind = view::source_label(&m, &voice.source_kind);
            let rung = voice.rung.to_string();
            let name = view::voice_label(report, voice);
            let line = m.say("ledger.voice", &[("name", &name), ("kind", &kind), ("rung", &rung)]);
            item(out, &line, &m.say("ledger.share", &[("percent", &percent)]))?;
        }
    }
    claims(out, report, cards, &m, pen)?;
    named(out, report, &m, pen)?;
    if !view.badges.is_empty() {
        writeln!(out, "\n{}", pen.faint(&m.get("ledger.steps")))?;
        let key = m.say("ledger.key", &[("state", "[IRN]"), ("official", "[O]"), ("source", "[4]"), ("claim", "[?]")]);
        writeln!(out, "{}", pen.faint(&key))?;
    }
    Ok(())
}

fn claims(out: &mut impl Write, report: &Report, cards: &Cards, m: &Messages, pen: &Pen) -> io::Result<()> {
    let shown: Vec<_> =
        report.claims.iter().filter_map(|c| cards.get(&format!("c{}", c.id)).map(|card| (c, card))).collect();
    if shown.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", pen.bold(&m.get("ledger.claims")))?;
    for (claim, card) in shown {
        let hands: Vec<&str> = card.chain.iter().map(|hand| hand.label.as_str()).collect();
        item(out, &format!("{}: {}", view::claim_label(m, claim), one_line(&card.quote)), &hands.join(" ← "))?;
        if let Some(reply) = &card.reply {
            writeln!(out, "    {reply}")?;
        }
    }
    Ok(())
}

fn named(out: &mut impl Write, report: &Report, m: &Messages, pen: &Pen) -> io::Result<()> {
    for (layer, title) in [("official", "ledger.officials"), ("state", "ledger.states")] {
        let mut entities: Vec<_> = report.entities.iter().filter(|(_, e)| e.layer == layer).collect();
        entities.sort_by_key(|(_, e)| e.mentions.first().copied());
        if entities.is_empty() {
            continue;
        }
        writeln!(out, "\n{}", pen.bold(&m.get(title)))?;
        for (id, entity) in entities {
            let times = m.count("fact.mentions", entity.mentions.len() as u32, &[]);
            let known = entity.state.as_deref().and_then(|s| report.entities.get(s)).map(|e| e.name.as_str());
            // a state that the story does not say is said to be taken for theirs, as on the card
            let guessed =
                entity.mentions.iter().any(|&m| report.mentions.get(m as usize).is_some_and(|m| m.state_inferred));
            let state = known.filter(|_| !guessed);
            let inferred = known.filter(|_| guessed).map(|state| m.say("fact.state-inferred", &[("state", state)]));
            let what = match (entity.title.as_deref(), state) {
                (Some(title), Some(state)) => m.say("fact.office", &[("title", title), ("state", state)]),
                (Some(title), None) => m.say("fact.office-only", &[("title", title)]),
                (None, Some(state)) => m.say("fact.of-state", &[("state", state)]),
                (None, None) if layer == "state" => id.strip_prefix("org:").unwrap_or(id).to_uppercase(),
                (None, None) => String::new(),
            };
            item(
                out,
                &entity.name,
                &[what, inferred.unwrap_or_default(), times]
                    .iter()
                    .filter(|s| !s.is_empty())
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(" · "),
            )?;
        }
    }
    Ok(())
}

/// A line of a list, its second part on a line of its own when both do not fit.
fn item(out: &mut impl Write, first: &str, second: &str) -> io::Result<()> {
    let lines = wrap(first, WIDTH - 4);
    for (n, line) in lines.iter().enumerate() {
        write!(out, "{}{line}", if n == 0 { "  - " } else { "\n    " })?;
    }
    let used = lines.last().map_or(0, |l| l.chars().count());
    if second.is_empty() {
        return writeln!(out);
    }
    if lines.len() == 1 && used + 7 + second.chars().count() <= WIDTH {
        return writeln!(out, " · {second}");
    }
    writeln!(out)?;
    for line in wrap(second, WIDTH - 4) {
        writeln!(out, "    {line}")?;
    }
    Ok(())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
