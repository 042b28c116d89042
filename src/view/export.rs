//! The findings for other programs: W3C Web Annotations, a table, and text for a notebook.
//! Works from what the panel shows, so that what is saved is what was seen.

use serde_json::{Value, json};

use super::messages::Messages;
use super::panel::{FindingRow, PanelView};

/// W3C Web Annotations as JSON-LD: one annotation a finding, each with a quote and a position selector.
pub fn annotations(panel: &PanelView) -> String {
    let source = if panel.url.is_empty() { "urn:hearsay:text" } else { panel.url.as_str() };
    let items: Vec<Value> = panel.findings.iter().map(|f| annotation(f, source, &panel.lang)).collect();
    let page = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:hearsay:annotations",
        "type": "AnnotationPage",
        "items": items,
    });
    serde_json::to_string_pretty(&page).unwrap_or_default()
}

fn annotation(f: &FindingRow, source: &str, lang: &str) -> Value {
    let said = [f.title.as_str(), f.who.as_str(), f.why.as_str()];
    let text: Vec<&str> = said.into_iter().filter(|s| !s.is_empty()).collect();
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("urn:hearsay:{}", f.finding),
        "type": "Annotation",
        "motivation": "classifying",
        "generator": { "type": "Software", "name": "Hearsay", "schema:softwareVersion": env!("CARGO_PKG_VERSION") },
        "body": [
            { "type": "TextualBody", "purpose": "tagging", "value": format!("{}/{}", f.layer, f.kind) },
            { "type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": lang, "value": text.join("\n") },
        ],
        "target": {
            "source": source,
            "selector": [
                { "type": "TextQuoteSelector", "exact": f.exact, "prefix": f.prefix, "suffix": f.suffix },
                { "type": "TextPositionSelector", "start": f.start, "end": f.end },
            ],
        },
    })
}

/// A table with one finding a row, as RFC 4180 has it.
pub fn csv(panel: &PanelView) -> String {
    let mut out = String::from("id,layer,kind,step,who,words,title,why,rule,start,end\r\n");
    for f in &panel.findings {
        let step = if f.rung == 0 { String::new() } else { f.rung.to_string() };
        let (start, end) = (f.start.to_string(), f.end.to_string());
        let cells = [&f.finding, &f.layer, &f.kind, &step, &f.who, &f.exact, &f.title, &f.why, &f.rule, &start, &end];
        let row: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
        out.push_str(&row.join(","));
        out.push_str("\r\n");
    }
    out
}

/// A cell that begins like a formula is kept from being one.
fn csv_cell(text: &str) -> String {
    let safe = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() };
    if safe.contains([',', '"', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

/// The ledger and the findings as Markdown.
pub fn markdown(panel: &PanelView) -> String {
    let m = Messages::of(&panel.lang);
    let mut out = String::new();
    let mut line = |text: String| {
        out.push_str(&text);
        out.push('\n');
    };
    line(format!("# {}\n", escape(&m.say("export.heading", &[("title", &panel.title)]))));
    if !panel.url.is_empty() {
        line(format!("{}\n", m.say("export.source", &[("url", &format!("<{}>", panel.url))])));
    }
    for sentence in panel.summary.iter().chain([&panel.coverage]) {
        line(format!("{}  ", escape(sentence)));
    }
    if !panel.voices.is_empty() {
        line(format!("\n## {}\n", m.get("panel.voices")));
        for v in &panel.voices {
            let rung = v.rung.to_string();
            let voice = m.say("ledger.voice", &[("name", &v.name), ("kind", &v.kind), ("rung", &rung)]);
            line(format!("- {} · {} · {}", escape(&voice), v.times, v.share));
        }
    }
    if !panel.accusations.is_empty() {
        line(format!("\n## {}\n", m.get("panel.map")));
        panel.accusations.iter().for_each(|a| line(format!("- {}", escape(&a.text))));
    }
    if !panel.gaps.is_empty() {
        line(format!("\n## {}\n", m.get("panel.gaps")));
        panel.gaps.iter().for_each(|g| line(format!("- {}", escape(&g.text))));
    }
    line(format!("\n## {}\n", m.get("export.marks")));
    for f in &panel.findings {
        let who = if f.who.is_empty() { String::new() } else { format!(" · {}", escape(&f.who)) };
        line(format!("- **{}** {}{who}: “{}”", escape(&f.letter), escape(&f.title), escape(&one_line(&f.exact))));
    }
    line(format!("\n{}", m.say("export.made", &[("version", env!("CARGO_PKG_VERSION"))])));
    out
}

/// Keeps a page's words from being read as Markdown.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel() -> PanelView {
        let finding = FindingRow {
            finding: "a0".into(),
            layer: "sourcing".into(),
            kind: "wire".into(),
            exact: "=said, \"so\"".into(),
            prefix: "it ".into(),
            start: 3,
            end: 14,
            ..FindingRow::default()
        };
        PanelView {
            lang: "en".into(),
            url: "https://news.example/1".into(),
            findings: vec![finding],
            ..PanelView::default()
        }
    }

    #[test]
    fn annotations_carry_both_selectors() {
        let text = annotations(&panel());
        let value: Value = serde_json::from_str(&text).expect("JSON");
        let target = &value["items"][0]["target"];
        assert_eq!(target["source"], "https://news.example/1");
        assert_eq!(target["selector"][0]["exact"], "=said, \"so\"");
        assert_eq!(target["selector"][1]["start"], 3);
    }

    #[test]
    fn a_table_quotes_its_cells_and_holds_no_formula() {
        let table = csv(&panel());
        assert!(table.lines().nth(1).is_some_and(|row| row.contains("\"'=said, \"\"so\"\"\"")), "{table}");
    }

    #[test]
    fn markdown_keeps_a_storys_words_as_words() {
        let mut panel = panel();
        panel.findings[0].exact = "*no* [link](x)".into();
        (panel.url, panel.title) = (String::new(), "A # b".into());
        let text = markdown(&panel);
        assert!(text.starts_with("# Who says what: A \\# b"), "{text}");
        assert!(text.contains("\\*no\\* \\[link\\](x)"), "{text}");
    }
}
