//! The panel: the ledger of the open page, and all its marks as a list. It tells the page around it what
//! the reader asked for by events: `hearsay-go` (detail: a finding), `hearsay-step` (1 or -1), and
//! `hearsay-reveal` when a class wants the ledger instead of its worksheet.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Element, Event};

use super::dom::{Build, el, fill, quoted, svg};
use super::{card, classroom, save};
use crate::view::messages::Messages;
use crate::view::panel::{Accusation, FindingRow, PanelView, VoiceRow};

const LAYERS: [&str; 4] = ["claim", "sourcing", "official", "state"];

/// The listener of the panel under way; a new one takes its place and frees it.
type Listener = Closure<dyn FnMut(Event)>;

thread_local! {
    static CLICKS: RefCell<Option<(Element, Listener)>> = const { RefCell::new(None) };
}

/// Fills an element with the panel.
pub fn render(root: &Element, panel: PanelView) {
    super::prepare(&panel.lang);
    let m = Messages::of(&panel.lang);
    let _ = root.class_list().add_1("hs-panel");
    if panel.status.code != "ok" {
        fill(root, [el("p").class("hs-status").attr("role", "status").text(&panel.status.text)]);
        return;
    }
    let panel = &panel;
    if let Some(lesson) = &panel.classroom {
        fill(root, classroom::worksheet(lesson, &m));
        listen(root, panel.clone());
        return;
    }
    fill(
        root,
        [summary(panel, &m), voices(panel, &m), map(panel, &m), gaps(panel, &m), findings(panel, root, &m), saving(&m)],
    );
    listen(root, panel.clone());
}

fn section(title: &str, class: &str) -> Build {
    el("section").class(class).with(el("h2").text(title))
}

fn summary(panel: &PanelView, m: &Messages) -> Build {
    let lines = panel.summary.iter().map(|line| el("p").text(line));
    section(&m.get("panel.title"), "hs-summary")
        .with_all(lines)
        .with(el("p").class("hs-coverage").text(&panel.coverage))
}

fn jump(finding: &str, text: &str, name: &str) -> Build {
    el("button")
        .attr("type", "button")
        .class("hs-jump")
        .attr("data-finding", finding)
        .attr("aria-label", name)
        .text(text)
}

fn voices(panel: &PanelView, m: &Messages) -> Build {
    let section = section(&m.get("panel.voices"), "hs-voices");
    if panel.voices.is_empty() {
        return section.with(el("p").text(&m.get("panel.voices.none")));
    }
    section.with(el("ul").with_all(panel.voices.iter().map(|voice| row(voice, m))))
}

fn row(voice: &VoiceRow, m: &Messages) -> Build {
    let rung = voice.rung.to_string();
    let show = m.get("panel.show");
    let jumps = voice
        .findings
        .iter()
        .enumerate()
        .map(|(n, finding)| jump(finding, &(n + 1).to_string(), &format!("{show}: {} {}", voice.name, n + 1)));
    let last = voice.hands.len().saturating_sub(1);
    let hands = card::hands(voice.hands.iter().enumerate().map(|(n, label)| (label.as_str(), n == last)), m);
    el("li")
        .with(
            el("div")
                .class("hs-voice")
                .with(el("span").class("hs-badge sourcing").text(&rung))
                .with(el("strong").text(&voice.name))
                .with(el("span").class("hs-kind").text(&voice.kind)),
        )
        .with(bar(voice))
        .with(el("p").class("hs-share").text(&voice.share).say(" · ").say(&voice.times).say(" ").with_all(jumps))
        .with(hands)
}

/// The share of the words as a bar; the number stands beside it in words.
fn bar(voice: &VoiceRow) -> Build {
    let part = svg("rect").class("part").attr("width", &voice.percent.min(100).to_string()).attr("height", "6");
    svg("svg")
        .class("hs-bar")
        .attr("viewBox", "0 0 100 6")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .with(svg("rect").class("whole").attr("width", "100").attr("height", "6"))
        .with(part)
}

fn map(panel: &PanelView, m: &Messages) -> Build {
    if panel.accusations.is_empty() {
        return el("div").attr("hidden", "");
    }
    let lines = panel.accusations.iter().map(|a| {
        let line = el("li").text(&a.text);
        match a.findings.last() {
            Some(finding) => line.say(" ").with(jump(finding, "↗", &m.get("panel.show"))),
            None => line,
        }
    });
    section(&m.get("panel.map"), "hs-map").with(graph(&panel.accusations, m)).with(el("ul").with_all(lines))
}

/// Accusers on the left, accused on the right, an arrow for each accusation, dashed where it is denied.
fn graph(all: &[Accusation], m: &Messages) -> Build {
    let nobody = m.get("panel.map.nobody");
    let name = |from: &str| if from.is_empty() { nobody.clone() } else { from.to_owned() };
    let (mut left, mut right): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for accusation in all {
        let from = name(&accusation.from);
        if !left.contains(&from) {
            left.push(from);
        }
        if !right.contains(&accusation.to) {
            right.push(accusation.to.clone());
        }
    }
    const ROW: usize = 34;
    let rows = left.len().max(right.len());
    let middle = |at: Option<usize>, of: usize| at.unwrap_or(0) * ROW + ROW / 2 + (rows - of) * ROW / 2;
    let node = |x: usize, text: &str, y: usize| {
        svg("g")
            .with(
                svg("rect")
                    .attr("x", &x.to_string())
                    .attr("y", &(y - 12).to_string())
                    .attr("width", "120")
                    .attr("height", "24")
                    .attr("rx", "6"),
            )
            .with(
                svg("text")
                    .attr("x", &(x + 60).to_string())
                    .attr("y", &(y + 4).to_string())
                    .attr("text-anchor", "middle")
                    .text(&clip(text, 18)),
            )
    };
    let arrows = all.iter().map(|a| {
        let from = middle(left.iter().position(|l| *l == name(&a.from)), left.len());
        let to = middle(right.iter().position(|r| *r == a.to), right.len());
        svg("path")
            .class(if a.denied { "denied" } else { "" })
            .attr("d", &format!("M120 {from} C160 {from} 160 {to} 196 {to} m-6 -4 l6 4 l-6 4"))
    });
    let nodes = left.iter().enumerate().map(|(n, text)| node(0, text, middle(Some(n), left.len())));
    let others = right.iter().enumerate().map(|(n, text)| node(200, text, middle(Some(n), right.len())));
    svg("svg")
        .class("hs-graph")
        .attr("viewBox", &format!("-2 0 324 {}", rows * ROW))
        .attr("aria-hidden", "true")
        .with_all(arrows)
        .with_all(nodes)
        .with_all(others)
}

fn clip(text: &str, most: usize) -> String {
    if text.chars().count() <= most { text.to_owned() } else { text.chars().take(most - 1).chain(['…']).collect() }
}

fn gaps(panel: &PanelView, m: &Messages) -> Build {
    if panel.gaps.is_empty() {
        return el("div").attr("hidden", "");
    }
    let lines = panel.gaps.iter().map(|gap| {
        let line = el("li").text(&gap.text);
        match gap.findings.first() {
            Some(finding) => line.say(" ").with(jump(finding, "↗", &m.get("panel.show"))),
            None => line,
        }
    });
    section(&m.get("panel.gaps"), "hs-gaps").with(el("ul").with_all(lines))
}

fn findings(panel: &PanelView, root: &Element, m: &Messages) -> Build {
    let filter = LAYERS.iter().map(|layer| {
        let count = panel.findings.iter().filter(|f| f.layer == *layer).count();
        let letter = match *layer {
            "claim" => "?",
            "sourcing" => "4",
            "official" => "O",
            _ => "IRN",
        };
        let input = el("input").attr("type", "checkbox").attr("data-layer", layer);
        // a story read anew stays filtered as it was
        let hidden = root.class_list().contains(&format!("without-{layer}"));
        el("label")
            .with(if hidden { input } else { input.attr("checked", "") })
            .with(el("span").class(&format!("hs-badge {layer}")).attr("aria-hidden", "true").text(letter))
            .with(el("span").text(&m.get(&format!("layer.{layer}"))))
            .with(el("span").class("hs-count").text(&count.to_string()))
    });
    let step = |by: &str, key: &str, sign: &str| {
        el("button").attr("type", "button").attr("data-step", by).attr("aria-label", &m.get(key)).text(sign)
    };
    section(&m.get("panel.findings"), "hs-findings")
        .with(el("fieldset").with(el("legend").text(&m.get("panel.filter"))).with_all(filter))
        .with(el("div").class("hs-steps").with(step("-1", "panel.previous", "↑")).with(step("1", "panel.next", "↓")))
        .with(el("ol").with_all(panel.findings.iter().map(finding)))
}

fn finding(f: &FindingRow) -> Build {
    let who = if f.who.is_empty() { el("span") } else { el("span").class("hs-who").text(&f.who) };
    el("li").class(&format!("is-{}", f.layer)).with(
        el("button")
            .attr("type", "button")
            .attr("data-finding", &f.finding)
            .with(el("span").class(&format!("hs-badge {}", f.layer)).text(&f.letter))
            .with(
                el("span")
                    .class("hs-text")
                    .with(el("span").class("hs-title").text(&f.title))
                    .with(who)
                    .with(quoted(&clip(&f.exact, 160))),
            ),
    )
}

fn saving(m: &Messages) -> Build {
    let formats = ["annotations", "csv", "markdown"].map(|format| {
        el("button").attr("type", "button").attr("data-export", format).text(&m.get(&format!("panel.export.{format}")))
    });
    section(&m.get("panel.export"), "hs-export")
        .with_all(formats)
        .with(el("button").attr("type", "button").attr("data-print", "").text(&m.get("panel.print")))
}

/// One listener for the whole panel.
fn listen(root: &Element, panel: PanelView) {
    let owner = root.clone();
    let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| act(&owner, &panel, &event));
    CLICKS.with_borrow_mut(|slot| {
        if let Some((old, listener)) = slot.take() {
            let _ = old.remove_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
        }
        let _ = root.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
        *slot = Some((root.clone(), listener));
    });
}

fn act(root: &Element, panel: &PanelView, event: &Event) {
    let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
    let asked = |name: &str| {
        let found = target.closest(&format!("[{name}]")).ok().flatten()?;
        found.get_attribute(name).map(|value| (found, value))
    };
    if let Some((_, finding)) = asked("data-finding") {
        dispatch(root, "hearsay-go", &JsValue::from_str(&finding));
    } else if let Some((_, by)) = asked("data-step") {
        dispatch(root, "hearsay-step", &JsValue::from_f64(if by == "1" { 1.0 } else { -1.0 }));
    } else if let Some((_, format)) = asked("data-export") {
        save::export(panel, &format);
    } else if asked("data-reveal").is_some() {
        dispatch(root, "hearsay-reveal", &JsValue::NULL);
    } else if asked("data-print").is_some() {
        let _ = web_sys::window().map(|w| w.print());
    } else if let Some((input, layer)) = asked("data-layer")
        && let Some(input) = input.dyn_ref::<web_sys::HtmlInputElement>()
    {
        let _ = root.class_list().toggle_with_force(&format!("without-{layer}"), !input.checked());
    }
}

fn dispatch(root: &Element, name: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = root.dispatch_event(&event);
    }
}
