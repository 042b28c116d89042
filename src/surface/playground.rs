//! The playground: paste a story, see it marked, its ledger beside it.
//! Everything happens in the page; nothing is sent anywhere.

use std::cell::RefCell;
use std::collections::BTreeMap;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CustomEvent, Element, Event, HtmlElement, HtmlTextAreaElement};

use super::dom::{self, Build, el, fill};
use super::{card, panel};
use crate::article::Part;
use crate::page::{self, Story};
use crate::report::Report;
use crate::span::Utf16;
use crate::view::messages::Messages;
use crate::view::{self, Mark, Options, PageView};

/// Badges of a line beyond these fold into a count.
const PER_LINE: usize = 3;

struct Playground {
    root: Element,
    lang: String,
    sample: String,
    /// The story shown, from which a card is made when its finding is chosen.
    story: Option<Story>,
    /// The findings in reading order, for stepping through them.
    order: Vec<String>,
}

thread_local! {
    static STATE: RefCell<Option<Playground>> = const { RefCell::new(None) };
}

/// Fills an element with the playground.
pub fn render(root: &Element, lang: &str, sample: &str) {
    let m = Messages::of(lang);
    super::prepare(m.lang());
    if let Some(document) = dom::document() {
        document.set_title(&m.get("www.title"));
    }
    let _ = root.class_list().add_1("hs-playground");
    let button =
        |action: &str, key: &str| el("button").attr("type", "button").attr("data-do", action).text(&m.get(key));
    fill(
        root,
        [
            el("header").with(el("h1").text(&m.get("www.title"))).with(el("p").text(&m.get("www.lead"))),
            el("div")
                .class("hs-paste")
                .with(el("label").attr("for", "hs-input").text(&m.get("www.label")))
                .with(el("textarea").attr("id", "hs-input").attr("rows", "12").attr("spellcheck", "false"))
                .with(el("p").with(button("scan", "www.scan").class("hs-main")).with(button("sample", "www.sample"))),
            el("p").class("hs-status").attr("role", "status").attr("id", "hs-said"),
            el("div").class("hs-result").attr("hidden", ""),
        ],
    );
    let playground = Playground {
        root: root.clone(),
        lang: lang.to_owned(),
        sample: sample.to_owned(),
        story: None,
        order: Vec::new(),
    };
    STATE.with_borrow_mut(|state| *state = Some(playground));
    // the playground lives as long as its page: these listeners are never taken off
    let on = |target: &web_sys::EventTarget, name: &str, act: fn(&Event)| {
        let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| act(&event));
        let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        listener.forget();
    };
    on(root, "click", click);
    on(root, "hearsay-go", |event| {
        if let Some(finding) = event.dyn_ref::<CustomEvent>().and_then(|e| e.detail().as_string()) {
            choose(&finding, true);
        }
    });
    on(root, "hearsay-step", |event| {
        step(event.dyn_ref::<CustomEvent>().and_then(|e| e.detail().as_f64()).unwrap_or(1.0));
    });
    if let Some(window) = web_sys::window() {
        on(&window, "resize", |_| set_badges());
    }
}

fn with<R>(act: impl FnOnce(&mut Playground) -> Option<R>) -> Option<R> {
    STATE.with_borrow_mut(|state| state.as_mut().and_then(act))
}

fn find(selector: &str) -> Option<Element> {
    with(|p| p.root.query_selector(selector).ok().flatten())
}

fn click(event: &Event) {
    let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
    let closest = |selector: &str| target.closest(selector).ok().flatten();
    if let Some(action) = closest("[data-do]").and_then(|e| e.get_attribute("data-do")) {
        match action.as_str() {
            "sample" => {
                let sample = with(|p| Some(p.sample.clone())).unwrap_or_default();
                if let Some(input) = find("#hs-input").and_then(|e| e.dyn_into::<HtmlTextAreaElement>().ok()) {
                    input.set_value(&sample);
                }
                scan();
            }
            _ => scan(),
        }
    } else if closest(".hs-panel").is_none()
        && let Some(finding) = closest("[data-finding]").and_then(|e| e.get_attribute("data-finding"))
    {
        choose(&finding, closest(".hs-card").is_some());
    }
}

fn options(lang: &str) -> Options {
    Options { ui_lang: lang.to_owned(), ..Options::default() }
}

fn scan() {
    let Some(input) = find("#hs-input").and_then(|e| e.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
    let Some(lang) = with(|p| Some(p.lang.clone())) else { return };
    let options = options(&lang);
    let story = page::story_of_text(&input.value());
    let report = view::report_of(&story, &options);
    let shown = view::of_report(&report, &story, &options);
    let model = view::panel_of_report(&report, &story, &options);
    let m = Messages::of(&lang);
    let ok = shown.status.code == "ok";
    if let Some(said) = find("#hs-said") {
        said.set_text_content(Some(if ok { &shown.summary.announce } else { &shown.status.text }));
    }
    let Some(result) = find(".hs-result") else { return };
    if !ok {
        let _ = result.set_attribute("hidden", "");
        return;
    }
    let _ = result.remove_attribute("hidden");
    let heading = |key: &str| el("h2").text(&m.get(key));
    let side = el("div").class("hs-side");
    let ledger = el("div").attr("id", "hs-ledger");
    fill(
        &result,
        [
            el("section").class("hs-story").attr("aria-label", &m.get("www.story")).with_all(blocks(&report, &shown)),
            side.with(
                el("section").class("hs-chosen").with(heading("www.card")).with(
                    el("div").attr("id", "hs-card").attr("role", "status").with(el("p").text(&m.get("www.pick"))),
                ),
            )
            .with(ledger),
        ],
    );
    with(|p| {
        p.order = model.findings.iter().map(|f| f.finding.clone()).collect();
        p.story = Some(story);
        Some(())
    });
    if let Some(ledger) = find("#hs-ledger") {
        panel::render(&ledger, model);
    }
    set_badges();
}

/// The story's blocks with their marks and badges.
fn blocks(report: &Report, view: &PageView) -> Vec<Build> {
    let Some(text) = report.text else { return Vec::new() };
    let map = Utf16::new(text);
    let words = |start: u32, end: u32| text.get(map.byte(start) as usize..map.byte(end) as usize).unwrap_or("");
    let mut badges: BTreeMap<u32, Vec<&view::Badge>> = BTreeMap::new();
    for badge in &view.badges {
        badges.entry(badge.start).or_default().push(badge);
    }
    let all = report.blocks.as_deref().unwrap_or(&[]);
    all.iter()
        .map(|block| {
            let [start, end] = block.span;
            let marks: Vec<&Mark> = view.marks.iter().filter(|m| m.start < end && start < m.end).collect();
            let mut cuts: Vec<u32> = marks.iter().flat_map(|m| [m.start.max(start), m.end.min(end)]).collect();
            cuts.extend(badges.range(start..end).map(|(&at, _)| at));
            cuts.extend([start, end]);
            cuts.sort_unstable();
            cuts.dedup();
            let (tag, class) = match block.part {
                Part::Headline => ("h2", "hs-headline"),
                Part::Subhead => ("h3", ""),
                Part::Quote => ("blockquote", ""),
                Part::Body => ("p", ""),
                _ => ("p", "hs-aside"),
            };
            cuts.windows(2).fold(el(tag).class(class), |built, cut| {
                let (from, to) = (cut[0], cut[1]);
                let labels = badges.get(&from).into_iter().flatten().map(|b| margin_badge(b));
                piece(built.with_all(labels), words(from, to), &marks, from, to)
            })
        })
        .collect()
}

fn margin_badge(badge: &view::Badge) -> Build {
    el("button")
        .attr("type", "button")
        .class(&format!("hs-badge in-margin {}", badge.layer))
        .attr("data-finding", &badge.finding)
        .attr("data-importance", &badge.importance.to_string())
        .attr("aria-label", &badge.name)
        .attr("title", &badge.name)
        .text(&badge.label)
}

/// A piece of text under the same marks throughout; a click goes to the shortest of them.
fn piece(parent: Build, text: &str, marks: &[&Mark], from: u32, to: u32) -> Build {
    let over: Vec<&&Mark> = marks.iter().filter(|m| m.start <= from && to <= m.end).collect();
    let Some(inner) = over.iter().min_by_key(|m| m.end - m.start) else { return parent.say(text) };
    let classes: Vec<String> = over.iter().map(|m| format!("m-{}", m.style)).collect();
    let all: Vec<&str> = over.iter().map(|m| m.finding.as_str()).collect();
    parent.with(
        el("span")
            .class(&classes.join(" "))
            .attr("data-finding", &inner.finding)
            .attr("data-findings", &all.join(" "))
            .text(text),
    )
}

/// Sets badges of one line side by side in the margin, the most important nearest the text.
fn set_badges() {
    let Some(list) = with(|p| p.root.query_selector_all(".in-margin").ok()) else { return };
    let mut lines: BTreeMap<i32, Vec<(u32, HtmlElement)>> = BTreeMap::new();
    for n in 0..list.length() {
        if let Some(badge) = list.item(n).and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            let _ = badge.remove_attribute("hidden");
            let importance = badge.get_attribute("data-importance").and_then(|i| i.parse().ok()).unwrap_or(0);
            let top = badge.get_bounding_client_rect().top().round() as i32;
            lines.entry(top).or_default().push((importance, badge));
        }
    }
    for line in lines.values_mut() {
        line.sort_by_key(|(importance, _)| std::cmp::Reverse(*importance));
        let mut right = 8.0;
        for (n, (_, badge)) in line.iter().enumerate() {
            if n >= PER_LINE {
                let _ = badge.set_attribute("hidden", "");
                continue;
            }
            let width = badge.get_bounding_client_rect().width();
            let _ = badge.style().set_property("left", &format!("calc(var(--margin) - {}px)", right + width));
            right += width + 3.0;
        }
    }
}

/// Shows a finding's card and outlines its words; `go` brings them into sight, too.
fn choose(finding: &str, go: bool) {
    let chosen = with(|p| {
        let m = Messages::of(&p.lang);
        let card = view::card_of_story(p.story.as_ref()?, &options(&p.lang), finding)?;
        Some(card::card(&card, &m))
    });
    let (Some(built), Some(place)) = (chosen, find("#hs-card")) else { return };
    fill(&place, [built]);
    let _ = place.set_attribute("data-chosen", finding);
    let Some(all) = with(|p| p.root.query_selector_all(".hs-story [data-findings]").ok()) else { return };
    let mut first = true;
    for n in 0..all.length() {
        let Some(span) = all.item(n).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        let mine = span.get_attribute("data-findings").is_some_and(|f| f.split(' ').any(|f| f == finding));
        let _ = span.class_list().toggle_with_force("chosen", mine);
        if mine && std::mem::take(&mut first) && go {
            span.scroll_into_view();
        }
    }
}

/// To the next or the previous finding of the list.
fn step(by: f64) {
    let chosen = find("#hs-card").and_then(|e| e.get_attribute("data-chosen"));
    let next = with(|p| {
        let at = p.order.iter().position(|f| Some(f) == chosen.as_ref());
        let next = match at {
            None => 0,
            Some(at) if by < 0.0 => at.checked_sub(1).unwrap_or(p.order.len().saturating_sub(1)),
            Some(at) => (at + 1) % p.order.len().max(1),
        };
        p.order.get(next).cloned()
    });
    if let Some(finding) = next {
        choose(&finding, true);
    }
}
