//! Agencies, state media and outlets: reads `outlets.tsv` into a table of phrases by first word.
//! Knows how an outlet is named and who owns it, not what it says in a story.

use std::sync::OnceLock;

use super::Table;
use crate::text::{Document, Kind, OwnOutlet, hash_word};

const OUTLETS: &str = include_str!("outlets.tsv");

/// One agency or outlet.
#[derive(Clone, Copy, Debug)]
pub struct Outlet<'a> {
    /// `org:…`
    pub entity: &'a str,
    pub name: &'a str,
    /// `wire`, `state-media` or `outlet`; of a reader's own also `organisation`.
    pub kind: &'static str,
    /// Sells its reports to others, whoever owns it.
    pub wire: bool,
    /// ISO 3166-1 alpha-3 of its home.
    pub state: &'a str,
    /// The month in which the row held, `2025-06`; empty for a reader's own.
    pub month: &'static str,
}

impl Outlet<'_> {
    /// Whether it carries other people's words at all.
    pub fn is_media(&self) -> bool {
        self.kind != "organisation"
    }
}

struct Alias {
    outlet: u16,
    /// Hashes of the words after the first.
    rest: Box<[u64]>,
    /// Bit n is set when word n must be written in capitals only, or with a capital.
    upper: u32,
    capital: u32,
    /// Only after "the".
    article: bool,
}

#[derive(Default)]
struct Outlets {
    outlets: Vec<Outlet<'static>>,
    aliases: Table<Vec<Alias>>,
    /// First words of names written small ("dpa").
    lower: Vec<u64>,
}

fn table() -> &'static Outlets {
    static SHARED: OnceLock<Outlets> = OnceLock::new();
    SHARED.get_or_init(read)
}

/// All outlets, in the order of the list.
pub fn all() -> &'static [Outlet<'static>] {
    &table().outlets
}

/// The outlet with this entity.
pub fn named(entity: &str) -> Option<&'static Outlet<'static>> {
    all().iter().find(|o| o.entity == entity)
}

fn read() -> Outlets {
    let mut table = Outlets::default();
    for line in OUTLETS.lines().filter(|l| !l.starts_with('#')) {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or("");
        let (entity, name, aliases, kind, state, month) = (cell(), cell(), cell(), cell(), cell(), cell());
        let number = table.outlets.len() as u16;
        let (kind, wire) = match kind.split_once(' ') {
            Some((kind, _)) => (kind, true),
            None => (kind, kind == "wire"),
        };
        table.outlets.push(Outlet { entity, name, kind, wire, state, month });
        for alias in aliases.split("; ").filter(|a| !a.is_empty()) {
            enter(&mut table, number, alias);
        }
    }
    table.aliases.values_mut().for_each(|list| list.sort_by_key(|a| std::cmp::Reverse(a.rest.len())));
    table
}

fn enter(table: &mut Outlets, outlet: u16, alias: &'static str) {
    let (article, alias) = alias.strip_prefix("The ").map_or((false, alias), |rest| (true, rest));
    let (mut hashes, mut upper, mut capital) = (Vec::new(), 0u32, 0u32);
    for (at, word) in words(alias).into_iter().enumerate() {
        let letters = || word.chars().filter(|c| c.is_alphabetic());
        let bit = 1u32 << at.min(31);
        if letters().count() > 1 && letters().all(char::is_uppercase) {
            upper |= bit;
        } else if word.starts_with(char::is_uppercase) {
            capital |= bit;
        }
        hashes.push(hash_word(word));
    }
    if let Some((&first, rest)) = hashes.split_first() {
        if (upper | capital) & 1 == 0 {
            table.lower.push(first);
        }
        table.aliases.entry(first).push(Alias { outlet, rest: rest.into(), upper, capital, article });
    }
}

/// Splits a name as the tokenizer would; a test holds the two together.
fn words(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for word in text.split_whitespace() {
        let mut rest = word;
        // "Index.hu" is three words to the tokenizer, "Dawn.com" and "L.A." are one
        let whole = [".com", ".org", ".net", ".info", "."].iter().any(|end| rest.ends_with(end));
        while let Some(at) = rest.find(['-', '/', '&']).or_else(|| rest.find('.').filter(|_| !whole)) {
            out.extend([&rest[..at], &rest[at..at + 1]]);
            rest = &rest[at + 1..];
        }
        match rest.strip_suffix("'s") {
            Some(stem) => out.extend([stem, "'s"]),
            None => match rest.strip_suffix('\'') {
                Some(stem) => out.extend([stem, "'"]),
                None => out.push(rest),
            },
        }
    }
    out.retain(|w| !w.is_empty());
    out
}

/// The outlet named from this token on, and its last token; the reader's own before the listed, the
/// longest name before others.
pub fn at<'d>(document: &'d Document, token: usize) -> Option<(Outlet<'d>, usize)> {
    if let Some((own, last)) = document.own_outlet(token) {
        let OwnOutlet { entity, name, kind, state } = own;
        return Some((Outlet { entity, name, kind, wire: *kind == "wire", state, month: "" }, last));
    }
    let first = document.tokens.get(token)?;
    if first.kind == Kind::Punct {
        return None;
    }
    let table = table();
    // most words of a story are in lower case, and hardly an outlet's name is
    if first.kind == Kind::Lower && !table.lower.contains(&first.hash) {
        return None;
    }
    let alias = table.aliases.get(first.hash)?.iter().find(|alias| {
        let written = |at: usize| {
            document.tokens.get(token + at).is_some_and(|t| match 1u32 << at.min(31) {
                bit if alias.upper & bit != 0 => t.kind == Kind::Upper,
                bit if alias.capital & bit != 0 => t.is_capital(),
                _ => true,
            })
        };
        written(0)
            && alias.rest.iter().enumerate().all(|(at, &hash)| {
                document.tokens.get(token + at + 1).is_some_and(|t| t.hash == hash && t.block == first.block)
                    && written(at + 1)
            })
            && (!alias.article || (token > 0 && document.is(token - 1, "the")))
    })?;
    Some((*table.outlets.get(alias.outlet as usize)?, token + alias.rest.len()))
}

/// The entity of the outlet that a whole string names, as the list or its aliases write it.
pub fn entity_of(name: &str) -> Option<String> {
    let article = crate::Article {
        text: name.to_owned(),
        blocks: vec![crate::article::Block {
            span: crate::span::Span::new(0, name.len() as u32),
            part: Default::default(),
        }],
        ..Default::default()
    };
    let document = Document::new(&article);
    let (outlet, last) = at(&document, 0)?;
    (last + 1 == document.tokens.len()).then(|| outlet.entity.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Block};
    use crate::span::Span;
    use std::collections::HashSet;

    fn article(text: &str) -> Article {
        Article {
            text: text.to_owned(),
            blocks: vec![Block { span: Span::new(0, text.len() as u32), part: Default::default() }],
            ..Article::default()
        }
    }

    #[test]
    fn rows_are_whole_and_no_alias_names_two() {
        let (mut ids, mut aliases) = (HashSet::new(), HashSet::new());
        for line in OUTLETS.lines().filter(|l| !l.starts_with('#')) {
            let cells: Vec<_> = line.split('\t').collect();
            assert_eq!(cells.len(), 6, "{line}");
            assert!(ids.insert(cells[0]), "{} stands twice", cells[0]);
            assert!(["wire", "state-media", "state-media wire", "outlet"].contains(&cells[3]), "{line}");
            assert!(crate::lexicon::gazetteer::entity(cells[4]).is_some(), "{line}");
            assert!(cells[5].len() == 7 && cells[5] < "2027", "{line}");
            for alias in cells[2].split("; ") {
                assert!(!alias.is_empty() && aliases.insert(alias), "{alias:?} names two outlets");
            }
        }
    }

    #[test]
    fn every_alias_is_found_in_a_sentence() {
        let mut wrong = Vec::new();
        for line in OUTLETS.lines().filter(|l| !l.starts_with('#')) {
            let cells: Vec<_> = line.split('\t').collect();
            for alias in cells[2].split("; ") {
                let article = article(&format!("{alias} reported"));
                let document = Document::new(&article);
                let from = usize::from(alias.starts_with("The "));
                let found = at(&document, from).map(|(o, last)| (o.entity, last + 2));
                if found != Some((cells[0], document.tokens.len())) {
                    wrong.push(alias);
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn namesakes_are_left_alone() {
        for text in ["the sun rose", "An independent inquiry", "a ria in Galicia", "map", "The nation mourned", "trend"]
        {
            let article = article(text);
            let document = Document::new(&article);
            assert!((0..document.tokens.len()).all(|t| at(&document, t).is_none()), "{text}");
        }
    }
}
