//! A finding's card as elements; for the playground. In a page the content script draws it.

use super::dom::{Build, el};
use crate::view::Card;
use crate::view::messages::Messages;

/// The card, its heading of level three.
pub fn card(card: &Card, m: &Messages) -> Build {
    let head = el("h3")
        .class("hs-card-title")
        .with(el("span").class(&format!("hs-badge {}", card.layer)).attr("aria-hidden", "true").text(&card.letter))
        .with(el("span").text(&card.title));
    let mut body = el("article").class("hs-card").with(head).with(el("p").class("hs-why").text(&card.why));
    for fact in &card.facts {
        body = body.with(el("p").class("hs-fact").text(fact));
    }
    if !card.chain.is_empty() {
        body = body.with(hands(card.chain.iter().map(|h| (h.label.as_str(), h.last)), m));
    }
    if !card.imvain.is_empty() {
        let lines = card.imvain.iter().flat_map(|line| [el("dt").text(&line.key), el("dd").text(&line.value)]);
        body = body.with(el("dl").class("hs-imvain").with_all(lines));
    }
    if let Some(reply) = &card.reply {
        body = body.with(el("p").class("hs-reply").text(reply));
    }
    if !card.same_voice.is_empty() {
        let said = m.count("card.same", card.same_voice.len() as u32, &[]);
        let jumps = card.same_voice.iter().enumerate().map(|(n, finding)| {
            el("button")
                .attr("type", "button")
                .class("hs-jump")
                .attr("data-finding", finding)
                .text(&(n + 1).to_string())
        });
        body = body.with(el("p").class("hs-same").text(&said).say(" ").with_all(jumps));
    }
    let mut why = el("details").with(el("summary").text(&m.get("card.why")));
    for sentence in [&card.rejected, &card.sure].into_iter().filter(|s| !s.is_empty()) {
        why = why.with(el("p").text(sentence));
    }
    body.with(why.with(el("p").class("hs-rule").text(&m.say("card.rule", &[("id", card.rule_id)]))))
}

/// The chain of hands as boxes and arrows, outlet first.
pub fn hands<'a>(labels: impl Iterator<Item = (&'a str, bool)>, m: &Messages) -> Build {
    let boxes = labels.map(|(label, last)| el("li").class(if last { "last" } else { "" }).text(label));
    el("ol").class("hs-hands").attr("aria-label", &m.get("card.hands")).with_all(boxes)
}
