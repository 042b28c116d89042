//! Rules as data: what each rule says to the reader, how sure it is, and its compulsory examples.
//! The matching itself is code in the layers; a finding names its rule, and a rule that no file
//! describes, or that has no example of what it marks and must not mark, fails the tests.
//!
//! ```text
//! rule state.demonym
//! says  “{text}” names a state by its people or adjective.
//! not   the language or a dish
//! sure  0.98
//! yes   An [Iranian] delegation left.
//! no    They polish the shoes.
//! ```
//!
//! What a rule says in another language stands in a file of that language, without examples.
//!
//! In examples `[…]` marks the span that the rule must find; for sourcing rules `{…}` is the source,
//! `<…>` the cue and `[…]` the content; for claims `[…]` is the cue and `{…}`, where it stands, the
//! statement. A `no` example must yield nothing under this rule.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::lexicon::WordMap;
use crate::text::hash_word;

/// One rule of a `.rules` file.
#[derive(Debug, Default, Clone)]
pub struct Rule {
    pub id: &'static str,
    /// What the card says; `{text}` stands for the marked words.
    pub says: &'static str,
    /// The reading that was rejected, in words; may be empty.
    pub not: &'static str,
    /// Share of its findings that were right on the development corpora; `tests/reliability.mjs` prints it.
    pub sure: f32,
    pub yes: Vec<&'static str>,
    pub no: Vec<&'static str>,
}

const FILES: &[&str] = &[
    include_str!("states.rules"),
    include_str!("officials.rules"),
    include_str!("sourcing.rules"),
    include_str!("claims.rules"),
    include_str!("hedges.rules"),
];

fn table() -> &'static WordMap<Rule> {
    static SHARED: OnceLock<WordMap<Rule>> = OnceLock::new();
    SHARED.get_or_init(|| FILES.iter().flat_map(|file| parse(file)).map(|rule| (hash_word(rule.id), rule)).collect())
}

/// The rule with this id, as its file describes it.
pub fn rule(id: &str) -> Option<&'static Rule> {
    table().get(&hash_word(id)).filter(|rule| rule.id == id)
}

/// Languages other than English, and what the rules say in them.
const TRANSLATED: &[(&str, &str)] = &[("fr", include_str!("fr.rules"))];

/// What a rule says, and the reading it rejects, in a language: English where that has no words for it.
pub fn words(id: &str, lang: &str) -> Option<(&'static str, &'static str)> {
    type Tables = Vec<(&'static str, HashMap<&'static str, Rule>)>;
    static SHARED: OnceLock<Tables> = OnceLock::new();
    let by_id = |file| parse(file).into_iter().map(|rule| (rule.id, rule)).collect();
    let tables = SHARED.get_or_init(|| TRANSLATED.iter().map(|&(lang, file)| (lang, by_id(file))).collect());
    let there = tables.iter().find(|(of, _)| *of == lang).and_then(|(_, table)| table.get(id));
    there.or_else(|| rule(id)).map(|rule| (rule.says, rule.not))
}

/// The confidence of a rule's findings; 0.5 for one that no file describes.
pub fn sure(id: &str) -> f32 {
    rule(id).map_or(0.5, |rule| rule.sure)
}

fn parse(file: &'static str) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for line in file.lines() {
        let (key, value) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let value = value.trim();
        if key == "rule" {
            rules.push(Rule { id: value, sure: 0.9, ..Rule::default() });
            continue;
        }
        let Some(rule) = rules.last_mut() else { continue };
        match key {
            "says" => rule.says = value,
            "not" => rule.not = value,
            "sure" => rule.sure = value.parse().unwrap_or(0.5),
            "yes" => rule.yes.push(value),
            "no" => rule.no.push(value),
            _ => {}
        }
    }
    rules
}

/// All rules in the order of their files; for tests and documentation.
pub fn all() -> Vec<Rule> {
    FILES.iter().flat_map(|file| parse(file)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_speaks_every_language() {
        for (lang, file) in TRANSLATED {
            let (theirs, mut known) = (parse(file), HashMap::new());
            for rule in &theirs {
                assert!(known.insert(rule.id, rule).is_none(), "{lang}: {} stands twice", rule.id);
                assert!(super::rule(rule.id).is_some(), "{lang}: no rule is called {}", rule.id);
            }
            for rule in all() {
                let there = known.get(rule.id).unwrap_or_else(|| panic!("src/rules/{lang}.rules lacks {}", rule.id));
                assert!(!there.says.is_empty() && there.says != rule.says, "{lang}: {} is not translated", rule.id);
                assert_eq!(there.not.is_empty(), rule.not.is_empty(), "{lang}: {}: the rejected reading", rule.id);
                assert_eq!(there.says.contains("{text}"), rule.says.contains("{text}"), "{lang}: {}", rule.id);
            }
        }
    }

    #[test]
    fn every_rule_is_whole() {
        let mut ids = std::collections::HashSet::new();
        for rule in all() {
            assert!(ids.insert(rule.id), "{} stands twice", rule.id);
            assert!(!rule.says.is_empty(), "{} says nothing", rule.id);
            assert!(rule.sure > 0.0 && rule.sure <= 1.0, "{}: sure {}", rule.id, rule.sure);
            assert!(!rule.yes.is_empty(), "{} has no example of what it marks", rule.id);
            assert!(!rule.no.is_empty(), "{} has no example of what it must not mark", rule.id);
        }
    }
}
