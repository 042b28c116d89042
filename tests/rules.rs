//! Runs the examples of every rule: what it marks, word for word, and what it must not mark.

use hearsay::page::article_from_text;
use hearsay::report::Report;
use hearsay::rules::{self, Rule};
use hearsay::scan;

/// Opening mark (`[` span or content, `{` source, `<` cue) and UTF-16 range.
type Mark = (char, [u32; 2]);

/// An example without its marks, and the marked ranges.
///
/// `¶` stands for a line break.
fn unmark(example: &str) -> (String, Vec<Mark>) {
    let (mut text, mut spans, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut units = 0u32;
    for c in example.chars() {
        match c {
            '[' | '{' | '<' => open.push((c, units)),
            ']' | '}' | '>' => {
                let (mark, start) = open.pop().unwrap_or_else(|| panic!("unbalanced marks: {example}"));
                spans.push((mark, [start, units]));
            }
            _ => {
                text.push(if c == '¶' { '\n' } else { c });
                units += c.len_utf16() as u32;
            }
        }
    }
    assert!(open.is_empty(), "unbalanced marks: {example}");
    spans.sort_by_key(|s| s.1);
    (text, spans)
}

/// What a rule found in a report, as marks.
fn found(report: &Report, id: &str) -> Vec<Vec<Mark>> {
    let mut all: Vec<Vec<Mark>> = Vec::new();
    all.extend(report.mentions.iter().filter(|m| m.rule == id).map(|m| vec![('[', m.span)]));
    for claim in report.claims.iter().filter(|c| c.rule == id) {
        let mut marks: Vec<Mark> = vec![('[', claim.cue), ('{', claim.scope)];
        marks.sort_by_key(|m| m.1);
        all.extend([vec![('[', claim.cue)], marks]);
    }
    all.extend(report.attributions.iter().filter(|a| a.rule == id).map(|a| {
        let mut marks: Vec<Mark> = a.source.map(|s| ('{', s)).into_iter().collect();
        marks.push(('<', a.cue));
        marks.extend(a.content.iter().map(|&c| ('[', c)));
        marks.sort_by_key(|m| m.1);
        marks
    }));
    all
}

fn check(rule: &Rule) -> Vec<String> {
    let mut wrong = Vec::new();
    for example in &rule.yes {
        let (text, marks) = unmark(example);
        let article = article_from_text(&text);
        let report = scan(&article);
        let findings = found(&report, rule.id);
        let whole = marks.iter().any(|m| m.0 != '[');
        let right = if whole { findings.contains(&marks) } else { marks.iter().all(|m| findings.contains(&vec![*m])) };
        if !right {
            let units: Vec<u16> = text.encode_utf16().collect();
            let say = |r: [u32; 2]| String::from_utf16_lossy(&units[r[0] as usize..r[1] as usize]);
            let others: Vec<String> = report
                .attributions
                .iter()
                .map(|a| {
                    let content: Vec<_> = a.content.iter().map(|&c| say(c)).collect();
                    format!("{} {:?} <{}> {content:?}", a.rule, a.source.map(say), say(a.cue))
                })
                .chain(report.mentions.iter().map(|m| format!("{} {:?}", m.rule, m.text)))
                .chain(report.claims.iter().map(|c| format!("{} {:?}", c.rule, say(c.cue))))
                .collect();
            wrong.push(format!("{} should mark: {example}\n    found: {}", rule.id, others.join(" | ")));
        }
    }
    for example in &rule.no {
        if !found(&scan(&article_from_text(&unmark(example).0)), rule.id).is_empty() {
            wrong.push(format!("{} should not mark: {example}", rule.id));
        }
    }
    wrong
}

#[test]
fn every_example_of_every_rule_holds() {
    let wrong: Vec<String> = rules::all().iter().flat_map(check).collect();
    assert!(wrong.is_empty(), "{} examples fail\n{}", wrong.len(), wrong.join("\n"));
}
