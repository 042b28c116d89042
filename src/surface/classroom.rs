//! The worksheet of a class: every statement of the page with room for a step, to fill in on the page or
//! on paper. Shows no step that was not guessed.

use super::dom::{Build, el, quoted};
use crate::view::classroom::{Classroom, Statement};
use crate::view::messages::Messages;

/// The worksheet's sections.
pub fn worksheet(lesson: &Classroom, m: &Messages) -> Vec<Build> {
    let score = el("p").class("hs-score").text(&lesson.score);
    let head = section(&m.get("class.sheet"), "hs-sheet").with(el("p").text(&m.get("class.sheet.ask"))).with(score);
    let ladder = lesson.steps.iter().map(|step| {
        let number = el("span").class("hs-badge sourcing").attr("aria-hidden", "true").text(&step.rung.to_string());
        el("li").with(number).with(el("span").text(&step.label))
    });
    let statements = el("ol").class("hs-statements").with_all(lesson.statements.iter().map(|s| statement(s, m)));
    let button = |mark: &str, key: &str| el("button").attr("type", "button").attr(mark, "").text(&m.get(key));
    vec![
        head.with(statements),
        section(&m.get("class.ladder"), "hs-ladder").with(el("ol").with_all(ladder)),
        el("section")
            .class("hs-export")
            .with(button("data-print", "panel.print"))
            .with(button("data-reveal", "class.reveal")),
    ]
}

fn section(title: &str, class: &str) -> Build {
    el("section").class(class).with(el("h2").text(title))
}

fn statement(s: &Statement, m: &Messages) -> Build {
    let step = match s.guess {
        Some(guess) => m.say("class.sheet.guess", &[("guess", &guess.to_string())]),
        None => m.get("class.sheet.step"),
    };
    let state = match (s.guess, s.right) {
        (None, _) => "unguessed",
        (_, true) => "right",
        (_, false) => "wrong",
    };
    let jump = el("button")
        .attr("type", "button")
        .class("hs-jump")
        .attr("data-finding", &s.finding)
        .attr("aria-label", &m.get("panel.show"))
        .text("↗");
    let line = el("p").class("hs-step").say(&step).say(" ").with(jump);
    let built = el("li").class(state).with(quoted(&s.quote)).with(line);
    if s.verdict.is_empty() { built } else { built.with(el("p").class("hs-verdict").text(&s.verdict)) }
}
