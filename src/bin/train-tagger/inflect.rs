//! English inflection by rule, and the hand-drawn word list with all of its forms.
//! Development only; it may make forms nobody writes, which cost a few bytes and nothing else.

use std::collections::BTreeSet;

use hearsay::text::Tag;

fn vowel(byte: u8) -> bool {
    b"aeiou".contains(&byte)
}

/// Whether a consonant is doubled before -ed, -ing, -er: "plan", "big"; not "explain", "open".
fn doubles(word: &str) -> bool {
    match word.as_bytes() {
        [head @ .., a, b, c] => {
            !vowel(*c) && !b"wxy".contains(c) && vowel(*b) && !vowel(*a) && !head.iter().any(|&h| vowel(h))
        }
        _ => false,
    }
}

fn ends_in_consonant_y(word: &str) -> bool {
    matches!(word.as_bytes(), [.., a, b'y'] if !vowel(*a))
}

fn plural(word: &str) -> String {
    if ends_in_consonant_y(word) {
        format!("{}ies", &word[..word.len() - 1])
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|e| word.ends_with(e)) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

fn doubled(word: &str) -> String {
    let last = &word[word.len() - 1..];
    format!("{word}{last}")
}

pub fn noun(word: &str) -> Vec<(String, Tag)> {
    vec![(word.into(), Tag::Noun), (plural(word), Tag::NounPlural)]
}

/// The forms of a regular verb; `double` says what the spelling does not ("admit", "refer").
pub fn verb(word: &str, double: bool) -> Vec<(String, Tag)> {
    let stem = if ["ee", "oe", "ye"].iter().any(|e| word.ends_with(e)) {
        word.to_string()
    } else if let Some(stem) = word.strip_suffix('e') {
        stem.to_string()
    } else if double || doubles(word) {
        doubled(word)
    } else {
        word.to_string()
    };
    let ing = word.strip_suffix("ie").map_or(format!("{stem}ing"), |s| format!("{s}ying"));
    let past = if ends_in_consonant_y(word) {
        format!("{}ied", &word[..word.len() - 1])
    } else if word.ends_with('e') {
        format!("{word}d")
    } else {
        format!("{stem}ed")
    };
    let third = if word.ends_with('o') { format!("{word}es") } else { plural(word) };
    let mut out = present(word, third);
    out.extend([(past.clone(), Tag::VerbPast), (past, Tag::VerbPart), (ing, Tag::VerbIng)]);
    out
}

fn present(word: &str, third: String) -> Vec<(String, Tag)> {
    vec![(word.into(), Tag::VerbBase), (word.into(), Tag::VerbPresent), (third, Tag::Verb3sg)]
}

fn adverb(word: &str) -> String {
    let short = &word[..word.len() - 1];
    if word.ends_with("ly") {
        word.into()
    } else if word.ends_with("ic") {
        format!("{word}ally")
    } else if word.ends_with("ll") {
        format!("{word}y")
    } else if matches!(word, "true" | "due" | "whole") {
        format!("{short}ly")
    } else if word.ends_with("le") && !word.ends_with("ole") {
        format!("{short}y")
    } else if word.ends_with('y') && word.len() > 3 {
        format!("{short}ily")
    } else {
        format!("{word}ly")
    }
}

fn degrees(word: &str) -> [String; 2] {
    let stem = if let Some(stem) = word.strip_suffix('e') {
        stem.to_string()
    } else if ends_in_consonant_y(word) {
        format!("{}i", &word[..word.len() - 1])
    } else if doubles(word) {
        doubled(word)
    } else {
        word.to_string()
    };
    [format!("{stem}er"), format!("{stem}est")]
}

fn tags(name: &str) -> &'static [Tag] {
    match name {
        "NOUN" => &[Tag::Noun],
        "NOUN_PL" => &[Tag::NounPlural],
        "PROPN" => &[Tag::Propn],
        "PRON" => &[Tag::Pron],
        "PRON_POSS" => &[Tag::PronPoss],
        "DET" => &[Tag::Det],
        "ADJ" => &[Tag::Adj],
        "ADV" => &[Tag::Adv],
        "ADP" => &[Tag::Adp],
        "AUX" => &[Tag::Aux],
        "MODAL" => &[Tag::Modal],
        "VERB" => &[Tag::VerbBase, Tag::VerbPresent],
        "VERB_3SG" => &[Tag::Verb3sg],
        "VERB_PAST" => &[Tag::VerbPast],
        "VERB_ING" => &[Tag::VerbIng],
        "VERB_PART" => &[Tag::VerbPart],
        "CCONJ" => &[Tag::Cconj],
        "SCONJ" => &[Tag::Sconj],
        "PART" => &[Tag::Part],
        "NUM" => &[Tag::Num],
        "INTJ" => &[Tag::Intj],
        other => panic!("no such tag: {other}"),
    }
}

const SECTIONS: &[&str] =
    &["noun verbs", "verbs", "nouns", "adjectives with adverbs in -ly", "adjectives", "comparable adjectives"];

/// Every form of every word of the list: form, tag, and whether it is meant with a capital.
pub fn list(list: &str) -> Vec<(String, Tag, bool)> {
    let mut out = Vec::new();
    let mut section = "";
    let mut irregular: BTreeSet<&str> = BTreeSet::new();
    for line in list.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[') {
            section = name.split([':', ']']).next().unwrap_or("");
            continue;
        }
        let mut add = |forms: Vec<(String, Tag)>| out.extend(forms.into_iter().map(|(f, t)| (f, t, false)));
        match section {
            "closed" | "words" | "capitals" => {
                let (names, words) = line.split_once(": ").unwrap_or_else(|| panic!("no tags: {line}"));
                for word in words.split(' ') {
                    for &tag in names.split(' ').flat_map(tags) {
                        out.push((word.into(), tag, section == "capitals"));
                    }
                }
            }
            "irregular verbs" => {
                for forms in line.split(", ") {
                    let mut forms = forms.split(' ');
                    let (base, past, part) = match (forms.next(), forms.next(), forms.next()) {
                        (Some(a), Some(b), Some(c)) => (a, b, c),
                        _ => panic!("three forms wanted: {line}"),
                    };
                    let plain = base.trim_end_matches('+');
                    irregular.insert(plain);
                    let mut all = verb(plain, base != plain);
                    all.retain(|(_, t)| !matches!(t, Tag::VerbPast | Tag::VerbPart));
                    all.extend([(past.into(), Tag::VerbPast), (part.into(), Tag::VerbPart)]);
                    add(all);
                }
            }
            "nouns with their own plurals" => {
                for pair in line.split(", ") {
                    let (one, many) = pair.split_once(' ').unwrap_or_else(|| panic!("two forms wanted: {pair}"));
                    let tag = if many.ends_with("ing") { Tag::Noun } else { Tag::NounPlural };
                    add(vec![(one.into(), Tag::Noun), (many.into(), tag)]);
                }
            }
            _ => {
                for word in line.split(' ') {
                    let plain = word.trim_end_matches('+');
                    let mut forms = Vec::new();
                    if matches!(section, "nouns" | "noun verbs") {
                        forms.extend(noun(plain));
                    }
                    if matches!(section, "verbs" | "noun verbs") && !irregular.contains(plain) {
                        forms.extend(verb(plain, word != plain));
                    }
                    if section.contains("adjectives") {
                        forms.push((plain.into(), Tag::Adj));
                    }
                    if section == "adjectives with adverbs in -ly" {
                        forms.push((adverb(plain), Tag::Adv));
                    }
                    if section == "comparable adjectives" {
                        forms.extend(degrees(plain).map(|d| (d, Tag::AdjComparative)));
                    }
                    assert!(SECTIONS.contains(&section), "no such section: {section}");
                    add(forms);
                }
            }
        }
    }
    out
}
