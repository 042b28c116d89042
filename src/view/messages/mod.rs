//! The messages of the interface, read from one table a language, with placeholders and plural forms.
//! Holds no wording itself.

use std::collections::BTreeMap;
use std::sync::OnceLock;

type Table = BTreeMap<&'static str, &'static str>;

/// Languages and their tables; the first is complete by definition and stands in for what another lacks.
const TABLES: &[(&str, &str)] = &[("en", include_str!("en.txt")), ("fr", include_str!("fr.txt"))];

/// Names of states and of bodies of states in other languages than English, which the lexicon has.
const STATES: &[(&str, &str)] = &[("fr", include_str!("states-fr.txt"))];

fn tables() -> &'static [(&'static str, Table)] {
    static SHARED: OnceLock<Vec<(&'static str, Table)>> = OnceLock::new();
    SHARED.get_or_init(|| TABLES.iter().map(|&(lang, text)| (lang, read(text))).collect())
}

fn read(text: &'static str) -> Table {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, message)| (key.trim(), message.trim()))
        .collect()
}

/// The messages of one language.
#[derive(Clone, Copy)]
pub struct Messages {
    lang: &'static str,
    table: &'static Table,
    fallback: &'static Table,
}

impl Messages {
    /// The messages for a language tag ("fr", "fr-CA"); English when there are none.
    pub fn of(lang: &str) -> Messages {
        static EMPTY: Table = Table::new();
        let primary = lang.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase();
        let all = tables();
        let fallback = all.first().map_or(&EMPTY, |(_, table)| table);
        let (lang, table) =
            all.iter().find(|(l, _)| *l == primary).map_or(("en", fallback), |(lang, table)| (*lang, table));
        Messages { lang, table, fallback }
    }

    pub fn lang(&self) -> &'static str {
        self.lang
    }

    /// The name of a state or bloc; None in English, or for what is neither.
    pub fn state(&self, code: &str) -> Option<&'static str> {
        static SHARED: OnceLock<Vec<(&'static str, Table)>> = OnceLock::new();
        let all = SHARED.get_or_init(|| STATES.iter().map(|&(lang, text)| (lang, read(text))).collect());
        all.iter().find(|(lang, _)| *lang == self.lang)?.1.get(code).copied()
    }

    pub fn has(&self, key: &str) -> bool {
        self.fallback.contains_key(key)
    }

    fn raw(&self, key: &str) -> &'static str {
        self.table.get(key).or_else(|| self.fallback.get(key)).copied().unwrap_or("")
    }

    /// A message without placeholders.
    pub fn get(&self, key: &str) -> String {
        self.raw(key).to_owned()
    }

    /// A message with its placeholders filled.
    pub fn say(&self, key: &str, with: &[(&str, &str)]) -> String {
        fill(self.raw(key), with)
    }

    /// The form of a message for a number, which fills `{n}`.
    pub fn count(&self, key: &str, n: u32, with: &[(&str, &str)]) -> String {
        // English counts one apart; French none and one
        let one = n == 1 || (n == 0 && self.lang == "fr");
        let form = format!("{key}.{}", if one { "one" } else { "other" });
        let number = n.to_string();
        let mut all = vec![("n", number.as_str())];
        all.extend_from_slice(with);
        fill(self.raw(&form), &all)
    }

    /// A month written `2025-06` in words.
    pub fn month(&self, date: &str) -> String {
        let (year, number) = date.split_once('-').unwrap_or((date, ""));
        let name = number.parse::<usize>().ok().and_then(|n| self.raw("date.months").split(' ').nth(n.checked_sub(1)?));
        name.map_or_else(|| date.to_owned(), |month| self.say("date.month", &[("month", month), ("year", year)]))
    }

    /// Names as one phrase: "A", "A and B", "A, B and C".
    pub fn list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [a, b] => self.say("list.two", &[("a", a), ("b", b)]),
            [first, middle @ .., last] => {
                let start =
                    middle.iter().fold(first.clone(), |joined, b| self.say("list.more", &[("a", &joined), ("b", b)]));
                self.say("list.last", &[("a", &start), ("b", last)])
            }
        }
    }
}

/// Fills `{name}` placeholders in one pass, so that a value holding braces is left alone.
fn fill(message: &str, with: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(message.len() + 32);
    let mut rest = message;
    while let Some(open) = rest.find('{') {
        let (before, after) = rest.split_at(open);
        out.push_str(before);
        let Some(close) = after.find('}') else {
            out.push_str(after);
            return out;
        };
        let (name, tail) = (&after[1..close], &after[close + 1..]);
        match with.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => out.push_str(value),
            None => out.push_str(&after[..=close]),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placeholders(message: &str) -> Vec<&str> {
        let mut all: Vec<&str> =
            message.match_indices('{').filter_map(|(at, _)| message[at..].split_once('}').map(|(p, _)| p)).collect();
        all.sort_unstable();
        all
    }

    #[test]
    fn every_language_has_every_message_with_the_same_placeholders() {
        let english = &tables()[0].1;
        for (lang, table) in tables() {
            for (key, message) in english {
                let theirs = table.get(key).unwrap_or_else(|| panic!("{lang} lacks {key}"));
                // "once" needs no number
                let needed = |m| -> Vec<&str> {
                    placeholders(m).into_iter().filter(|p| !(key.ends_with(".one") && *p == "{n")).collect()
                };
                assert_eq!(needed(theirs), needed(message), "{lang} {key}");
            }
            assert_eq!(table.len(), english.len(), "{lang} has messages that English has not");
        }
    }

    #[test]
    fn every_language_names_every_state() {
        for (lang, text) in STATES {
            let names = read(text);
            for entity in crate::lexicon::gazetteer::entities() {
                assert!(names.contains_key(entity.code), "{lang} has no name for {}", entity.code);
            }
            assert_eq!(names.len(), crate::lexicon::gazetteer::entities().len(), "{lang}");
        }
    }

    #[test]
    fn no_message_stands_twice_and_every_line_is_one() {
        for (lang, text) in TABLES {
            let lines: Vec<&str> = text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
            assert!(lines.iter().all(|l| l.contains(" = ")), "{lang}: a line is no message");
            assert_eq!(lines.len(), read(text).len(), "{lang}: a key stands twice");
        }
    }

    #[test]
    fn plural_forms_and_lists_are_whole_phrases() {
        let m = Messages::of("en-GB");
        assert_eq!(m.count("summary.states", 1, &[]), "1 state");
        assert_eq!(m.count("summary.states", 0, &[]), "0 states");
        assert_eq!(m.month("2025-06"), "June 2025");
        assert_eq!(Messages::of("fr-CA").count("summary.states", 0, &[]), "0 État");
        let names: Vec<String> = ["A", "B", "C"].map(String::from).into();
        assert_eq!(m.list(&names), "A, B and C");
        assert_eq!(m.say("reply.missing", &[("names", "{n}")]), "No response from {n} in this text.");
    }
}
