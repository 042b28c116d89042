//! Our own sentences, written as patterns, made into sentences with the tags they are marked with.
//! Development only; the form is told at the head of `lessons.txt`.

use hearsay::text::Tag;

/// A sentence's words, each with its tag where one is marked.
pub type Lesson = Vec<(String, Option<Tag>)>;

fn tag(name: &str) -> Tag {
    match name {
        "NOUN" => Tag::Noun,
        "NNS" => Tag::NounPlural,
        "PROPN" => Tag::Propn,
        "PRON" => Tag::Pron,
        "POSS" => Tag::PronPoss,
        "DET" => Tag::Det,
        "ADJ" => Tag::Adj,
        "ADV" => Tag::Adv,
        "ADP" => Tag::Adp,
        "AUX" => Tag::Aux,
        "MODAL" => Tag::Modal,
        "VB" => Tag::VerbBase,
        "VBP" => Tag::VerbPresent,
        "VBZ" => Tag::Verb3sg,
        "VBD" => Tag::VerbPast,
        "VBG" => Tag::VerbIng,
        "VBN" => Tag::VerbPart,
        "CCONJ" => Tag::Cconj,
        "SCONJ" => Tag::Sconj,
        "PART" => Tag::Part,
        "NUM" => Tag::Num,
        other => panic!("no such mark: {other}"),
    }
}

/// The alternatives of every place of a pattern, with its mark.
fn places(line: &'static str) -> Vec<(Vec<&'static str>, Option<Tag>)> {
    let mut out = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let (alternatives, tail) = match rest.strip_prefix('{') {
            Some(inner) => {
                let (inner, tail) = inner.split_once('}').unwrap_or_else(|| panic!("open brace: {line}"));
                (inner.split('|').collect(), tail)
            }
            None => {
                let end = rest.find([' ', '/']).unwrap_or(rest.len());
                (vec![&rest[..end]], &rest[end..])
            }
        };
        let (mark, tail) = match tail.strip_prefix('/') {
            Some(tail) => {
                let end = tail.find(' ').unwrap_or(tail.len());
                (Some(tag(&tail[..end])), &tail[end..])
            }
            None => (None, tail),
        };
        out.push((alternatives, mark));
        rest = tail.trim_start();
    }
    out
}

/// Every lesson of the list, each pattern filled often enough that every alternative is met twice.
pub fn lessons(list: &'static str) -> Vec<Lesson> {
    let mut out = Vec::new();
    for line in list.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let places = places(line);
        let most = places.iter().map(|p| p.0.len()).max().unwrap_or(1);
        for turn in 0..if most > 1 { most * 2 } else { 2 } {
            let pick = |(i, (words, mark)): (usize, &(Vec<&'static str>, Option<Tag>))| -> Lesson {
                let chosen = words[(turn + i * (turn / words.len())) % words.len()];
                chosen.split(' ').map(|w| (w.to_string(), *mark)).collect()
            };
            out.push(places.iter().enumerate().flat_map(pick).collect());
        }
    }
    out
}
