//! Classroom mode: the reader says how closely a source can be known before the page tells.
//! Judges guesses by the rungs of the report; until a statement is guessed, nothing here gives its rung away.

use serde::{Deserialize, Serialize};

use super::{Sight, cards};
use crate::report::AttributionEntry;

/// A guess, known again by the words of its statement wherever they stand now.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Guess {
    /// As `Statement::quote` gives it.
    pub quote: String,
    /// 1 to 7.
    pub rung: u8,
}

/// One step of the ladder, to choose.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Step {
    pub rung: u8,
    pub label: String,
}

/// A statement whose source is to be placed on the ladder.
#[derive(Clone, Debug, Default, Serialize, PartialEq, Eq)]
pub struct Statement {
    pub finding: String,
    pub quote: String,
    /// What the badge shows: a dot, then the step.
    pub label: String,
    /// What a screen reader says of the badge.
    pub name: String,
    /// The step that was chosen, once it was.
    pub guess: Option<u8>,
    pub right: bool,
    /// The story's step beside the chosen one, in a sentence; empty before.
    pub verdict: String,
}

/// The lesson of one page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Classroom {
    pub title: String,
    pub ask: String,
    pub check: String,
    pub next: String,
    pub again: String,
    pub steps: Vec<Step>,
    /// In reading order.
    pub statements: Vec<Statement>,
    pub score: String,
}

/// What the badge of a statement shows before it is guessed.
pub const UNGUESSED: &str = "·";

pub(super) fn classroom(sight: &Sight, guesses: &[Guess]) -> Classroom {
    let m = &sight.messages;
    let shown = sight.report.attributions.iter().filter(|a| sight.shows_attribution(a));
    let mut asked: Vec<&AttributionEntry> = shown.collect();
    asked.sort_by_key(|a| cards::extent(a));
    let statements: Vec<Statement> = asked.into_iter().map(|a| statement(sight, a, guesses)).collect();
    let (right, guessed) =
        (statements.iter().filter(|s| s.right).count(), statements.iter().filter(|s| s.guess.is_some()).count());
    let left = (statements.len() - guessed) as u32;
    let (right, guessed) = (right.to_string(), guessed.to_string());
    let told = [("right", right.as_str()), ("guessed", guessed.as_str())];
    let score = match (statements.len(), left) {
        (0, _) => m.get("class.nothing"),
        (all, left) if all == left as usize => m.count("class.start", left, &[]),
        (all, 0) => m.count("class.done", all as u32, &told),
        _ => m.count("class.score", left, &told),
    };
    Classroom {
        title: m.get("class.title"),
        ask: m.get("class.ask"),
        check: m.get("class.check"),
        next: m.get("class.next"),
        again: m.get("class.again"),
        steps: (1..=7).map(|rung| Step { rung, label: m.get(&format!("rung.{rung}")) }).collect(),
        statements,
        score,
    }
}

fn statement(sight: &Sight, a: &AttributionEntry, guesses: &[Guess]) -> Statement {
    let m = &sight.messages;
    let quote = cards::quote(sight, cards::extent(a)).to_owned();
    let finding = format!("a{}", a.id);
    let Some(guess) = guesses.iter().rev().find(|g| g.quote == quote).map(|g| g.rung.clamp(1, 7)) else {
        return Statement {
            finding,
            quote,
            label: UNGUESSED.into(),
            name: m.get("class.unguessed"),
            ..Statement::default()
        };
    };
    let rung = a.rung.clamp(1, 7);
    let label = m.get(&format!("rung.{rung}"));
    let (step, chosen) = (rung.to_string(), guess.to_string());
    let right = guess == rung;
    let verdict = if right {
        m.say("class.right", &[("rung", &step), ("label", &label)])
    } else {
        m.say("class.wrong", &[("rung", &step), ("label", &label), ("guess", &chosen)])
    };
    Statement { finding, quote, label: step, name: verdict.clone(), guess: Some(guess), right, verdict }
}
