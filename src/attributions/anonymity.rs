//! Why a source has no name: "because she feared for her job" is a reason, "not authorised to speak"
//! a formula, "on condition of anonymity" alone neither. Finds the words; who is unnamed is told to it.

use super::reader::Range;
use crate::text::{Document, Words};
use crate::words;

/// Words that leave nobody allowed.
const NONE: &Words = words!("not" "n't" "never" "without" "neither" "none" "nobody" "no");

/// Words about a source's anonymity.
#[derive(Clone, Copy, Debug)]
pub struct Note {
    pub tokens: Range,
    /// The reason's words, when there is one.
    pub reason: Option<Range>,
    /// `reason-given`, `formulaic-reason`, or none.
    pub flag: Option<&'static str>,
}

/// All words about anonymity in a document, in reading order.
pub fn notes(document: &Document) -> Vec<Note> {
    let mut found: Vec<Note> = Vec::new();
    for sentence in &document.sentences {
        let mut t = sentence.start;
        while t < sentence.end {
            if let Some(note) = note(document, t, sentence.start, sentence.end) {
                t = note.tokens.1.max(note.reason.map_or(0, |r| r.1)) + 1;
                found.push(note);
            } else {
                t += 1;
            }
        }
    }
    found
}

fn note(document: &Document, t: usize, start: usize, end: usize) -> Option<Note> {
    if !document.any(t, words!("anonymity" "anonymous" "anonymously" "named" "identified" "authorized" "authorised" "permitted" "allowed" "cleared" "attributed" "background" "unnamed" "withheld" "changed")) {
        return None;
    }
    let back = |n: usize| t.saturating_sub(n).max(start)..t;
    if document.any(t, words!("authorized" "authorised" "permitted" "allowed" "cleared")) {
        let barred = back(4).any(|k| document.any(k, NONE)) && document.is(t + 1, "to");
        let speech = (t + 2..(t + 7).min(end)).any(|k| document.any(k, words!("speak" "talk" "comment" "discuss" "brief" "disclose" "share" "be" "give" "release" "make" "address" "media" "press" "reporters" "publicly")));
        if !(barred && speech) {
            return None;
        }
        let last = clause_end(document, t, end);
        let first = back(4).find(|&k| document.any(k, NONE)).unwrap_or(t);
        return Some(Note { tokens: (t, last), reason: Some((first, last)), flag: Some("formulaic-reason") });
    }
    let asked = match () {
        _ if document.is(t, "anonymity") => {
            back(5).any(|k| document.any(k, words!("condition" "conditions" "requested" "granted" "requesting" "guaranteed" "asked" "promised" "request" "demanded" "given" "seeking")))
        }
        _ if document.any(t, words!("anonymous" "anonymously")) => {
            back(5).any(|k| document.any(k, words!("remain" "stay" "asked" "wished" "requested" "spoke" "speaking" "speak" "kept")))
        }
        _ if document.any(t, words!("named" "identified" "attributed")) => {
            let declining = back(7).any(|k| document.any(k, words!("not" "asked" "declined" "refused" "requested" "asking" "declining" "refusing" "n't")));
            let passive = t > start && document.any(t - 1, words!("be" "being" "further" "publicly"));
            declining && passive
        }
        // "whose name is being withheld to protect her children"
        _ if document.any(t, words!("withheld" "changed")) => {
            back(5).any(|k| document.any(k, words!("name" "names" "surname" "identity" "identities")))
        }
        _ => document.is(t, "background") && back(3).any(|k| document.is(k, "on")) && back(5).any(|k| document.any(k, words!("spoke" "speaking" "briefed" "briefing"))),
    };
    if !asked {
        return None;
    }
    let mut reason = None;
    let mut flag = None;
    for k in t + 1..(t + 12).min(end) {
        let opens = document.any(k, words!("because" "citing" "fearing" "since"))
            || document.are(k, &["for", "fear"])
            || document.are(k, &["out", "of"])
            || document.are(k, &["due", "to"])
            || document.are(k, &["for", "security"])
            || document.are(k, &["for", "safety"])
            || document.are(k, &["for", "legal"])
            || document.are(k, &["for", "his"])
            || document.are(k, &["for", "her"])
            || document.are(k, &["for", "their"])
            || document.are(k, &["given", "the"])
            || document.any(k, words!("to")) && document.any(k + 1, words!("protect" "avoid" "discuss" "describe" "speak" "talk" "share" "preserve" "prevent" "safeguard"))
            || document.is(k, "as") && document.any(k + 1, words!("he" "she" "they" "the" "it"));
        if !opens {
            continue;
        }
        let last = clause_end(document, k, end);
        let words = k..=last;
        let formula = words.clone().any(|w| {
            document.any(w, words!("authorized" "authorised" "permitted" "allowed"))
                && (w.saturating_sub(4)..w).any(|n| document.any(n, words!("not" "n't" "without")))
        });
        // "to discuss internal matters" says what was said, not why it had to be anonymous
        let purpose = document.is(k, "to") && document.any(k + 1, words!("discuss" "describe" "speak" "talk" "share"));
        reason = Some((k, last));
        flag = Some(if formula || purpose { "formulaic-reason" } else { "reason-given" });
        break;
    }
    Some(Note { tokens: (t, t), reason, flag })
}

/// The last token of a clause: before the next comma, stop or quotation mark.
fn clause_end(document: &Document, from: usize, end: usize) -> usize {
    let stop = (from..end).find(|&k| matches!(document.word(k), "," | "." | ";" | "—" | "“" | "\"" | ")" | ":"));
    stop.map_or(end, |k| k).saturating_sub(1).max(from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::article_from_text;

    #[test]
    fn reasons_formulas_and_neither() {
        let table = [
            ("The clerk spoke on condition of anonymity because she feared for her job.", Some(Some("reason-given"))),
            (
                "A baker, who asked not to be named for fear of arrest, said the ovens were cold.",
                Some(Some("reason-given")),
            ),
            (
                "The envoy, who was not authorised to speak to the press, said talks had stalled.",
                Some(Some("formulaic-reason")),
            ),
            (
                "He spoke on condition of anonymity because he was not authorized to comment.",
                Some(Some("formulaic-reason")),
            ),
            ("The aide requested anonymity to discuss private talks.", Some(Some("formulaic-reason"))),
            ("The nurse, whose name is withheld to protect her sons, wept.", Some(Some("reason-given"))),
            ("The pilot spoke on condition of anonymity.", Some(None)),
            ("A driver declined to be identified, citing threats against his family.", Some(Some("reason-given"))),
            ("The suspect was identified as a baker from the port.", None),
            ("The boat was named after a saint because its owner had died.", None),
            ("The crew was not allowed to leave the ship.", None),
            ("An anonymous donor paid for the roof.", None),
            ("The firm is not authorised to sell insurance.", None),
        ];
        for (text, expected) in table {
            let article = article_from_text(text);
            let document = Document::new(&article);
            assert_eq!(notes(&document).first().map(|n| n.flag), expected, "{text}");
        }
    }
}
