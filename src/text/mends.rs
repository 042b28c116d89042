//! The tag that a word must bear beside its neighbours, from `mends.txt`, which describes the format.
//! Reads tags, words and how they are written; knows no names and no clauses.

use std::sync::OnceLock;

use super::{Kind, Tag, Token, hash_word};

/// A mend: the tags that it takes a word from, the tag it gives, and what must stand around.
struct Mend {
    from: u32,
    to: Tag,
    ending: Option<&'static str>,
    conditions: Vec<Condition>,
}

struct Condition {
    place: Place,
    /// Whether one of the items must stand there, or none may.
    wanted: bool,
    items: Items,
}

#[derive(Clone, Copy)]
enum Place {
    At(isize),
    Within(usize),
    Ahead(usize),
    Clause(usize),
}

#[derive(Default)]
struct Items {
    tags: u32,
    words: Vec<u64>,
    endings: Vec<&'static str>,
    kinds: Vec<Kind>,
    glued: Option<bool>,
    end: bool,
}

/// All mends, with the words that each is about: sorted, the hash and the mend's number.
struct Mends {
    list: Vec<Mend>,
    words: Vec<(u64, u16)>,
    /// One bit for every word in `words`, by the low bits of its hash: nearly all others are turned away at one look.
    filter: [u64; 64],
    /// The mends of endings and of any word, by the tag that they take a word from.
    open: [Vec<u16>; TAGS.len()],
}

/// The tag that the token at `at` must bear instead of its own.
pub(super) fn tag_instead(text: &str, tokens: &[Token], at: usize) -> Option<Tag> {
    let mends = mends();
    let token = tokens.get(at)?;
    let fits = |&index: &u16| {
        let mend = mends.list.get(usize::from(index))?;
        (mend.from & bit(token.tag) != 0
            && mend.ending.is_none_or(|ending| token.span().of(text).ends_with(ending))
            && mend.conditions.iter().all(|c| c.holds(text, tokens, at)))
        .then_some(mend.to)
    };
    let (word, mask) = filter_bit(token.hash);
    if mends.filter[word] & mask != 0 {
        let from = mends.words.partition_point(|w| w.0 < token.hash);
        let mut named = mends.words[from..].iter().take_while(|w| w.0 == token.hash);
        if let Some(tag) = named.find_map(|w| fits(&w.1)) {
            return Some(tag);
        }
    }
    mends.open.get(token.tag as usize)?.iter().find_map(fits)
}

fn bit(tag: Tag) -> u32 {
    1 << tag as u32
}

/// Which of the filter's bits is a hash's: (word, bit).
fn filter_bit(hash: u64) -> (usize, u64) {
    ((hash >> 6 & 63) as usize, 1 << (hash & 63))
}

impl Condition {
    fn holds(&self, text: &str, tokens: &[Token], at: usize) -> bool {
        let is = |t: &Token| self.items.has(text, t);
        let found = match self.place {
            Place::At(offset) => match at.checked_add_signed(offset).and_then(|t| tokens.get(t)) {
                Some(token) => is(token),
                None => self.items.end,
            },
            Place::Within(span) => tokens[at.saturating_sub(span)..at].iter().any(is),
            Place::Ahead(span) => tokens.iter().skip(at + 1).take(span).any(is),
            Place::Clause(span) => {
                let clause = tokens[at.saturating_sub(span)..at].iter().rev();
                clause.take_while(|t| t.tag != Tag::Punct).any(is)
            }
        };
        found == self.wanted
    }
}

impl Items {
    fn has(&self, text: &str, token: &Token) -> bool {
        self.tags & bit(token.tag) != 0
            || self.words.contains(&token.hash)
            || self.kinds.contains(&token.kind)
            || self.glued == Some(token.glued)
            || self.endings.iter().any(|ending| token.span().of(text).ends_with(ending))
    }
}

fn mends() -> &'static Mends {
    static SHARED: OnceLock<Mends> = OnceLock::new();
    SHARED.get_or_init(|| read(include_str!("mends.txt")))
}

/// Reads the file; what it does not know it leaves out, and the tests find it.
fn read(file: &'static str) -> Mends {
    let mut mends = Mends { list: Vec::new(), words: Vec::new(), filter: [0; 64], open: Default::default() };
    let mut lists: Vec<(&str, &'static str)> = Vec::new();
    for line in file.lines() {
        let Some((key, rest)) = line.split_once(' ') else { continue };
        match key {
            "list" => lists.extend(rest.split_once(' ')),
            "mend" => mends.add(rest, &lists),
            "yes" | "no" | "#" => {}
            place => {
                let wanted = !place.ends_with('!');
                let place = Place::read(place.trim_end_matches('!'));
                if let (Some(place), Some(mend)) = (place, mends.list.last_mut()) {
                    mend.conditions.push(Condition { place, wanted, items: Items::read(rest, &lists) });
                }
            }
        }
    }
    mends.words.sort_unstable();
    mends
}

impl Mends {
    /// A mend's heading: "WORDS | FROM > TO".
    fn add(&mut self, heading: &'static str, lists: &[(&str, &'static str)]) {
        let Some((words, (from, to))) = heading.split_once(" | ").and_then(|(w, t)| Some((w, t.split_once(" > ")?)))
        else {
            return;
        };
        let (from, Some(to)) = (Items::read(from, lists).tags, tag(to.trim())) else { return };
        let index = self.list.len() as u16;
        let ending = words.strip_prefix('*');
        if ending.is_some() {
            let takes = TAGS.iter().filter(|t| from & bit(t.1) != 0);
            takes.for_each(|t| self.open[t.1 as usize].push(index));
        }
        for hash in ending.map_or_else(|| Items::read(words, lists).words, |_| Vec::new()) {
            let (word, mask) = filter_bit(hash);
            self.filter[word] |= mask;
            self.words.push((hash, index));
        }
        self.list.push(Mend { from, to, ending: ending.filter(|e| !e.is_empty()), conditions: Vec::new() });
    }
}

impl Place {
    fn read(name: &str) -> Option<Place> {
        let (name, span) = name.split_once(':').unwrap_or((name, ""));
        let span = || span.parse().ok();
        Some(match name {
            "self" => Place::At(0),
            "before" => Place::At(-1),
            "before2" => Place::At(-2),
            "next" => Place::At(1),
            "next2" => Place::At(2),
            "within" => Place::Within(span()?),
            "ahead" => Place::Ahead(span()?),
            "clause" => Place::Clause(span()?),
            _ => return None,
        })
    }
}

impl Items {
    fn read(line: &'static str, lists: &[(&str, &'static str)]) -> Items {
        let mut items = Items::default();
        for item in line.split_whitespace() {
            items.add(item, lists);
        }
        items
    }

    fn add(&mut self, item: &'static str, lists: &[(&str, &'static str)]) {
        let all = |class: fn(Tag) -> bool| TAGS.iter().filter(|t| class(t.1)).fold(0, |set, t| set | bit(t.1));
        match item {
            "@noun" => self.tags |= all(Tag::is_noun),
            "@verb" => self.tags |= all(Tag::is_verb),
            "@finite" => self.tags |= all(Tag::is_finite),
            "@adj" => self.tags |= all(Tag::is_adj),
            "lower" => self.kinds.push(Kind::Lower),
            "capital" => self.kinds.push(Kind::Capital),
            "glued" | "loose" => self.glued = Some(item == "glued"),
            "end" => self.end = true,
            _ => {
                if let Some(name) = item.strip_prefix('@') {
                    let words = lists.iter().filter(|l| l.0 == name).flat_map(|l| l.1.split_whitespace());
                    self.words.extend(words.map(hash_word));
                } else if let Some(ending) = item.strip_prefix('*') {
                    self.endings.push(ending);
                } else if let Some(tag) = tag(item) {
                    self.tags |= bit(tag);
                } else {
                    self.words.push(hash_word(item));
                }
            }
        }
    }
}

fn tag(name: &str) -> Option<Tag> {
    TAGS.iter().find(|t| t.0 == name).map(|t| t.1)
}

/// The tags by the names that `mends.txt` uses.
const TAGS: &[(&str, Tag)] = &[
    ("Noun", Tag::Noun),
    ("NounPlural", Tag::NounPlural),
    ("Propn", Tag::Propn),
    ("Pron", Tag::Pron),
    ("PronPoss", Tag::PronPoss),
    ("Det", Tag::Det),
    ("Adj", Tag::Adj),
    ("AdjComparative", Tag::AdjComparative),
    ("Adv", Tag::Adv),
    ("Adp", Tag::Adp),
    ("Aux", Tag::Aux),
    ("Modal", Tag::Modal),
    ("VerbBase", Tag::VerbBase),
    ("VerbPresent", Tag::VerbPresent),
    ("Verb3sg", Tag::Verb3sg),
    ("VerbPast", Tag::VerbPast),
    ("VerbIng", Tag::VerbIng),
    ("VerbPart", Tag::VerbPart),
    ("Cconj", Tag::Cconj),
    ("Sconj", Tag::Sconj),
    ("Part", Tag::Part),
    ("Num", Tag::Num),
    ("Intj", Tag::Intj),
    ("Punct", Tag::Punct),
    ("Sym", Tag::Sym),
    ("X", Tag::X),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Block, Part};
    use crate::span::Span;
    use crate::text::Document;

    /// The tag that the word between bars has in the end.
    fn tag_of(example: &str) -> Option<Tag> {
        let start = example.find('|')? as u32;
        let text = example.replace('|', "");
        let block = Block { span: Span::new(0, text.len() as u32), part: Part::Body };
        let article = Article { text, blocks: vec![block], ..Article::default() };
        let document = Document::new(&article);
        document.tokens.iter().find(|t| t.start == start).map(|t| t.tag)
    }

    #[test]
    fn every_example_of_every_mend_holds() {
        let mut wrong = Vec::new();
        let (mut to, mut examples) = (None, 1);
        for line in include_str!("mends.txt").lines() {
            let Some((key, rest)) = line.split_once(' ') else { continue };
            match key {
                "mend" => {
                    assert!(examples > 0, "no example before {line}");
                    (to, examples) = (rest.rsplit_once("> ").and_then(|(_, name)| tag(name)), 0);
                    assert!(to.is_some(), "{line}");
                }
                "yes" | "no" => {
                    examples += 1;
                    let found = tag_of(rest);
                    if found.is_none() || (found == to) != (key == "yes") {
                        wrong.push(format!("{line}: {found:?}"));
                    }
                }
                "list" | "#" => {}
                place => assert!(Place::read(place.trim_end_matches('!')).is_some(), "{line}"),
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
