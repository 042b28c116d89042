//! The word patterns of `lexicon/claims.txt`: how they are written, read and matched against tokens.
//! Knows words and parts of speech; nothing of scopes, attributions or kinds of claims beyond their names.

use std::sync::OnceLock;

use crate::lexicon::Table;
use crate::text::{Document, Sentence, Tag, hash_word};

/// How the statement that a cue covers is found from the cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The noun phrase that follows ("alleged arms transfers").
    Noun,
    /// What follows in the clause ("accused of …").
    After,
    /// The same from the cue on, though the pattern read further ("verified the footage").
    Object,
    /// The clause in which the cue stands ("has reportedly sold …").
    Clause,
    /// What comes before ("…, which could not be verified").
    Before,
}

/// A group of patterns under one heading of the list.
#[derive(Clone, Debug)]
pub struct Group {
    pub rule: &'static str,
    pub kind: &'static str,
    pub stage: Option<&'static str>,
    pub reach: Reach,
    /// The anchor must be in lower case ("may", not "May").
    lower: bool,
    /// Where the cue stands in a source, the statement is what that source says ("video verified by X shows …").
    pub of_source: bool,
}

/// What one element of a pattern accepts.
#[derive(Clone, Debug)]
enum Accepts {
    Words(Box<[u64]>),
    /// Up to two adverbs.
    Adverbs,
    /// Up to this many words of any kind, no punctuation.
    Any(u8),
    Tags(fn(Tag) -> bool),
    Capital,
}

#[derive(Clone, Debug)]
struct Element {
    accepts: Accepts,
    optional: bool,
    /// Belongs to the cue; else it is only its surroundings.
    cue: bool,
    /// Must not stand here; takes no token.
    barred: bool,
    /// Must stand here and takes no token: it belongs to the statement.
    ahead: bool,
}

/// Elements around an anchor word, both sides outwards.
#[derive(Debug)]
struct Pattern {
    group: u16,
    anchor_in_cue: bool,
    /// Part of speech that the anchor must have.
    anchor_tag: Option<fn(Tag) -> bool>,
    left: Vec<Element>,
    right: Vec<Element>,
}

#[derive(Debug, Default)]
pub struct Patterns {
    pub groups: Vec<Group>,
    patterns: Vec<Pattern>,
    anchors: Table<Vec<u16>>,
}

/// The longest stretch that one element may take.
const REACH: usize = 15;

/// A match: its group and its cue, tokens first and last; `end` is the last token that it took.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    pub group: u16,
    pub cue: (usize, usize),
    pub end: usize,
}

pub fn patterns() -> &'static Patterns {
    static SHARED: OnceLock<Patterns> = OnceLock::new();
    SHARED.get_or_init(|| Patterns::read(include_str!("../lexicon/claims.txt")))
}

impl Patterns {
    /// Appends every match of a sentence, in the order of their anchors.
    pub fn find(&self, document: &Document, sentence: &Sentence, out: &mut Vec<Match>) {
        for at in sentence.range() {
            let Some(token) = document.tokens.get(at) else { break };
            let Some(indices) = self.anchors.get(token.hash) else { continue };
            for &index in indices {
                let Some(pattern) = self.patterns.get(index as usize) else { continue };
                let lower = self.groups.get(pattern.group as usize).is_some_and(|g| g.lower);
                if lower && token.is_capital() {
                    continue;
                }
                if let Some(found) = pattern.matches(document, sentence, at) {
                    out.push(found);
                }
            }
        }
    }

    fn read(text: &'static str) -> Patterns {
        let mut all = Patterns::default();
        let mut sets: Vec<(&str, Vec<u64>)> = Vec::new();
        for line in text.lines() {
            let line = line.split('#').next().unwrap_or("").trim();
            if let Some(heading) = line.strip_prefix("== ") {
                all.groups.push(group(heading));
            } else if let Some((name, words)) = line.strip_prefix('@').and_then(|l| l.split_once(" = ")) {
                let hashes = words.split_whitespace().flat_map(|w| alternatives(w, &sets)).collect();
                sets.push((name, hashes));
            } else if !line.is_empty() && !all.groups.is_empty() {
                all.add(line, &sets);
            }
        }
        all
    }

    fn add(&mut self, line: &'static str, sets: &[(&str, Vec<u64>)]) {
        let parts: Vec<&str> = line.split_whitespace().collect();
        let anchor = parts.iter().position(|p| p.contains('!')).unwrap_or(0);
        let Some(word) = parts.get(anchor) else { return };
        let anchor_in_cue = !word.starts_with('-');
        let word = word.trim_start_matches(['-', '!']);
        let (word, anchor_tag) = match word.split_once(':') {
            Some((word, tag)) => (word, tag_test(tag)),
            None => (word, None),
        };
        let hashes = alternatives(word, sets);
        let left = parts[..anchor].iter().rev().map(|p| element(p, sets)).collect();
        let right = parts[anchor + 1..].iter().map(|p| element(p, sets)).collect();
        let index = self.patterns.len() as u16;
        self.patterns.push(Pattern { group: self.groups.len() as u16 - 1, anchor_in_cue, anchor_tag, left, right });
        for hash in hashes {
            let list = self.anchors.entry(hash);
            if list.last() != Some(&index) {
                list.push(index);
            }
        }
    }
}

/// The test behind `:name` of an anchor or `<name>` of an element.
fn tag_test(name: &str) -> Option<fn(Tag) -> bool> {
    Some(match name {
        "n" => |t| t.is_noun(),
        "common" => |t| matches!(t, Tag::Noun | Tag::NounPlural),
        "plural" => |t| t == Tag::NounPlural,
        "adj" => |t| t.is_adj(),
        "adv" => |t| t == Tag::Adv,
        "modal" => |t| t == Tag::Modal,
        "v" => |t| t.is_verb() || matches!(t, Tag::Aux | Tag::Modal),
        "part" => |t| matches!(t, Tag::VerbPart | Tag::VerbPast),
        "base" => |t| matches!(t, Tag::VerbBase | Tag::VerbPresent),
        "det" => |t| matches!(t, Tag::Det | Tag::PronPoss),
        "ing" => |t| t == Tag::VerbIng,
        "num" => |t| t == Tag::Num,
        "pron" => |t| t == Tag::Pron,
        _ => return None,
    })
}

/// `rule kind stage reach [lower] [source]` of a heading.
fn group(heading: &'static str) -> Group {
    let mut parts = heading.split_whitespace();
    let mut next = || parts.next().unwrap_or("-");
    let (rule, kind, stage, reach) = (next(), next(), next(), next());
    let reach = match reach {
        "noun" => Reach::Noun,
        "after" => Reach::After,
        "object" => Reach::Object,
        "before" => Reach::Before,
        _ => Reach::Clause,
    };
    let flags: Vec<&str> = parts.collect();
    let (lower, of_source) = (flags.contains(&"lower"), flags.contains(&"source"));
    Group { rule, kind, stage: (stage != "-").then_some(stage), reach, lower, of_source }
}

fn alternatives(part: &str, sets: &[(&str, Vec<u64>)]) -> Vec<u64> {
    let mut out = Vec::new();
    for word in part.split('|') {
        match word.strip_prefix('@').and_then(|name| sets.iter().find(|s| s.0 == name)) {
            Some((_, hashes)) => out.extend_from_slice(hashes),
            None => out.push(hash_word(word)),
        }
    }
    out
}

fn element(part: &str, sets: &[(&str, Vec<u64>)]) -> Element {
    let mut rest = part;
    let (mut optional, mut cue, mut barred, mut ahead) = (false, true, false, false);
    loop {
        if let Some(r) = rest.strip_prefix('-').filter(|r| !r.is_empty()) {
            cue = false;
            rest = r;
        } else if let Some(r) = rest.strip_prefix('+') {
            ahead = true;
            rest = r;
        } else if let Some(r) = rest.strip_prefix('^') {
            barred = true;
            rest = r;
        } else if let Some(r) = rest.strip_suffix('?').filter(|r| !r.is_empty()) {
            optional = true;
            rest = r;
        } else {
            break;
        }
    }
    let accepts = match rest {
        "~" => Accepts::Adverbs,
        "<cap>" => Accepts::Capital,
        _ => {
            let tag = rest.strip_prefix('<').and_then(|r| r.strip_suffix('>')).and_then(tag_test);
            match (tag, rest.strip_prefix('_')) {
                (Some(test), _) => Accepts::Tags(test),
                (None, Some(count)) => Accepts::Any(count.parse().unwrap_or(1)),
                (None, None) => Accepts::Words(alternatives(rest, sets).into()),
            }
        }
    };
    Element { accepts, optional, cue, barred, ahead }
}

impl Pattern {
    fn matches(&self, document: &Document, sentence: &Sentence, at: usize) -> Option<Match> {
        if self.anchor_tag.is_some_and(|test| !test(document.tag(at))) {
            return None;
        }
        let left = walk(&self.left, document, sentence, at, false)?;
        let right = walk(&self.right, document, sentence, at, true)?;
        // the cue is the run from the first to the last element that belongs to it
        let (mut first, mut last) = if self.anchor_in_cue { (at, at) } else { (usize::MAX, 0) };
        for taken in [left.cue, right.cue].into_iter().flatten() {
            first = first.min(taken.0);
            last = last.max(taken.1);
        }
        (first <= last).then_some(Match { group: self.group, cue: (first, last), end: right.end.max(last) })
    }
}

/// What the elements of one side took: the tokens of the cue and the outermost token.
#[derive(Clone, Copy)]
struct Taken {
    cue: Option<(usize, usize)>,
    end: usize,
}

/// Matches elements outwards from `at`; the first way that fits.
fn walk(elements: &[Element], document: &Document, sentence: &Sentence, at: usize, forward: bool) -> Option<Taken> {
    let Some((element, rest)) = elements.split_first() else { return Some(Taken { cue: None, end: at }) };
    let step = |from: usize| -> Option<usize> {
        let next = if forward { from + 1 } else { from.checked_sub(1)? };
        sentence.range().contains(&next).then_some(next)
    };
    if element.barred || element.ahead {
        let stands = step(at).is_some_and(|next| accepts(&element.accepts, document, next));
        let taken = if stands == element.ahead { walk(rest, document, sentence, at, forward) } else { None };
        // what must stand ahead, and all after it, is the statement's
        return taken.map(|t| if element.ahead { Taken { end: at, ..t } } else { t });
    }
    let (least, most) = match element.accepts {
        Accepts::Adverbs => (0, 2),
        Accepts::Any(most) => (usize::from(!element.optional), most as usize),
        _ => (usize::from(!element.optional), 1),
    };
    // how far this element could run
    let mut reached = [at; REACH + 1];
    let (mut here, mut count_reached) = (at, 0);
    for _ in 0..most.min(REACH) {
        match step(here) {
            Some(next) if accepts(&element.accepts, document, next) => {
                here = next;
                count_reached += 1;
                reached[count_reached] = next;
            }
            _ => break,
        }
    }
    // words of any kind stretch as little as they can, the others as far as they can
    let lazy = matches!(element.accepts, Accepts::Any(_));
    for k in 0..=count_reached {
        let count = if lazy { k } else { count_reached - k };
        if count < least {
            continue;
        }
        let end = reached.get(count).copied().unwrap_or(at);
        if let Some(mut taken) = walk(rest, document, sentence, end, forward) {
            if element.cue && count > 0 {
                let inner = if forward { at + 1 } else { at - 1 };
                let own = (inner.min(end), inner.max(end));
                taken.cue = Some(taken.cue.map_or(own, |c| (c.0.min(own.0), c.1.max(own.1))));
            }
            return Some(taken);
        }
    }
    None
}

fn accepts(accepts: &Accepts, document: &Document, at: usize) -> bool {
    match accepts {
        Accepts::Words(hashes) => document.tokens.get(at).is_some_and(|t| hashes.contains(&t.hash)),
        Accepts::Adverbs => is_adverb(document, at),
        // a hyphen inside a word is no break
        Accepts::Any(_) => document.tokens.get(at).is_some_and(|t| t.is_word() || (t.glued && document.is(at, "-"))),
        Accepts::Tags(test) => test(document.tag(at)),
        Accepts::Capital => document.tokens.get(at).is_some_and(|t| t.is_capital()),
    }
}

/// Adverbs that may stand in a cue: by part of speech or by their ending.
fn is_adverb(document: &Document, at: usize) -> bool {
    document.tag(at) == Tag::Adv
        || document.word(at).ends_with("ly")
        || document.any(
            at,
            crate::words!("also" "now" "still" "long" "once" "yet" "even" "already" "often" "sometimes" "so" "far"),
        )
}
