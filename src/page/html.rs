//! Collects the blocks of an HTML file, as the content script collects those of an open page.
//! For the command only; decides nothing about them.

use serde_json::Value;

use super::dom::{Dom, NodeId};
use super::input::{Meta, PageBlock, PageInput};

/// Elements whose text is never read, or is not the page's.
const SKIPPED: &[&str] = &[
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "canvas", "audio", "video",
    "select", "option", "textarea", "input", "button", "dialog", "map", "datalist", "progress", "meter", "frameset",
];

/// Elements that begin and end a block.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Depth at which nested elements are no longer followed; far beyond any real page.
const DEPTH: usize = 400;

/// Reads an HTML file.
pub fn page_from_html(html: &str) -> PageInput {
    let dom = Dom::parse(html);
    let mut page = PageInput::default();
    read_head(&dom, &mut page);
    let mut collector =
        Collector { dom: &dom, blocks: Vec::new(), path: Vec::new(), run: Run::default(), drop_cap: String::new() };
    collector.visit(0, 0, false);
    collector.flush();
    page.blocks = collector.blocks;
    page
}

/// The text being gathered for the next block.
#[derive(Default)]
struct Run {
    text: String,
    link_chars: usize,
    space: bool,
}

struct Collector<'a> {
    dom: &'a Dom,
    blocks: Vec<PageBlock>,
    /// Open elements from the root.
    path: Vec<NodeId>,
    run: Run,
    /// A letter set apart that may begin the next block's first word.
    drop_cap: String,
}

impl Collector<'_> {
    fn visit(&mut self, id: NodeId, depth: usize, link: bool) {
        if depth > DEPTH {
            return;
        }
        if let Some(text) = self.dom.text(id) {
            self.push_text(text, link);
            return;
        }
        let tag = self.dom.tag(id);
        if SKIPPED.contains(&tag) || (!tag.is_empty() && self.hidden(id)) {
            return;
        }
        if tag == "br" {
            // a blank line ends a block, as on an open page
            if self.run.text.ends_with('\n') {
                self.flush();
            } else if !self.run.text.is_empty() {
                self.run.text.push('\n');
            }
            self.run.space = false;
            return;
        }
        let block = BLOCKS.contains(&tag);
        if block {
            self.flush();
        }
        if !tag.is_empty() {
            self.path.push(id);
        }
        let link = link || (tag == "a" && self.dom.has_attribute(id, "href"));
        for &child in self.dom.children(id) {
            self.visit(child, depth + 1, link);
        }
        if block {
            self.flush();
        }
        if !tag.is_empty() {
            self.path.pop();
        }
    }

    fn hidden(&self, id: NodeId) -> bool {
        let style = self.dom.attribute(id, "style").replace(' ', "").to_ascii_lowercase();
        self.dom.has_attribute(id, "hidden")
            || self.dom.attribute(id, "aria-hidden") == "true"
            || style.contains("display:none")
            || style.contains("visibility:hidden")
    }

    /// Adds text with its white space collapsed, as a browser shows it.
    fn push_text(&mut self, text: &str, link: bool) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.run.space = true;
                continue;
            }
            if matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') {
                continue;
            }
            let begins = self.run.text.is_empty() || self.run.text.ends_with('\n');
            if std::mem::take(&mut self.run.space) && !begins {
                self.run.text.push(' ');
            }
            self.run.text.push(if c == '\u{a0}' { ' ' } else { c });
            if link {
                self.run.link_chars += c.len_utf16();
            }
        }
    }

    fn flush(&mut self) {
        let run = std::mem::take(&mut self.run);
        let text = run.text.trim();
        if text.is_empty() {
            return;
        }
        // a first letter drawn large stands in a box before the paragraph it begins
        if is_capital(text) {
            self.drop_cap = text.to_owned();
            return;
        }
        let cap = std::mem::take(&mut self.drop_cap);
        let text = if text.starts_with(char::is_lowercase) { cap + text } else { text.to_owned() };
        let blocks: Vec<NodeId> = self.path.iter().copied().filter(|&id| BLOCKS.contains(&self.dom.tag(id))).collect();
        let owner = blocks.last().copied().unwrap_or(0);
        let container = blocks.iter().rev().nth(1).copied().unwrap_or(0);
        self.blocks.push(PageBlock {
            text,
            tag: self.dom.tag(owner).to_owned(),
            role: self.role().to_owned(),
            hints: self.hints(owner),
            link_chars: run.link_chars as f64,
            container: container as f64,
            list: self.path.iter().rev().take(6).any(|&id| matches!(self.dom.tag(id), "li" | "dd")),
            ..PageBlock::default()
        });
    }

    /// The nearest landmark around the open element.
    fn role(&self) -> &'static str {
        for &id in self.path.iter().rev() {
            let named = match self.dom.attribute(id, "role") {
                "" => self.dom.tag(id),
                role => role,
            };
            match named {
                "main" => return "main",
                "article" => return "article",
                "nav" | "navigation" | "menu" | "menubar" => return "nav",
                "aside" => return "aside",
                "header" | "banner" => return "header",
                "footer" | "contentinfo" => return "footer",
                "complementary" => return "complementary",
                "figure" => return "figure",
                _ => {}
            }
        }
        ""
    }

    /// Class and id words of the block's element and four ancestors, its own first.
    fn hints(&self, owner: NodeId) -> String {
        let end = self.path.iter().position(|&id| id == owner).map_or(0, |at| at + 1);
        let mut words: Vec<String> = Vec::new();
        for &id in self.path.iter().take(end).rev().take(5) {
            for key in ["class", "id"] {
                words.extend(self.dom.attribute(id, key).split_whitespace().map(str::to_lowercase));
            }
        }
        words.join(" ")
    }
}

/// A single capital letter, with the quotation mark that may stand before it.
fn is_capital(text: &str) -> bool {
    let mut letters = text.trim_start_matches(['“', '‘', '"', '\'']).chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

fn read_head(dom: &Dom, page: &mut PageInput) {
    let meta = &mut page.meta;
    for id in dom.walk() {
        match dom.tag(id) {
            "html" => page.lang = dom.attribute(id, "lang").to_owned(),
            "title" if page.title.is_empty() => page.title = tidy(&dom.inner_text(id)),
            "link" if dom.attribute(id, "rel") == "canonical" => page.url = dom.attribute(id, "href").to_owned(),
            "meta" => {
                let name = match dom.attribute(id, "property") {
                    "" => dom.attribute(id, "name"),
                    property => property,
                };
                let field = match name.to_ascii_lowercase().as_str() {
                    "og:site_name" => &mut meta.site_name,
                    "author" | "article:author" => &mut meta.author,
                    "og:title" => &mut meta.headline,
                    "og:description" | "description" => &mut meta.description,
                    "og:type" => &mut meta.og_type,
                    "og:url" => &mut page.url,
                    _ => continue,
                };
                let value = tidy(dom.attribute(id, "content"));
                if field.is_empty() && !value.starts_with("http") || name == "og:url" {
                    *field = value;
                }
            }
            "script" if dom.attribute(id, "type") == "application/ld+json" => {
                if let Ok(value) = serde_json::from_str::<Value>(&dom.inner_text(id)) {
                    read_json_ld(&value, meta, 0);
                }
            }
            _ => {}
        }
    }
}

/// Takes author and publisher from JSON-LD, which comes as an object, a list or an `@graph`.
fn read_json_ld(value: &Value, meta: &mut Meta, depth: usize) {
    if depth > 4 {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| read_json_ld(item, meta, depth + 1)),
        Value::Object(object) => {
            if let Some(graph) = object.get("@graph") {
                read_json_ld(graph, meta, depth + 1);
            }
            if let Some(author) = object.get("author") {
                for name in names(author) {
                    if !meta.jsonld_author.contains(&name) {
                        meta.jsonld_author.push(name);
                    }
                }
            }
            if let Some(name) = object.get("publisher").and_then(|p| names(p).into_iter().next())
                && meta.jsonld_publisher.is_empty()
            {
                meta.jsonld_publisher = name;
            }
        }
        _ => {}
    }
}

fn names(value: &Value) -> Vec<String> {
    match value {
        Value::String(name) if !name.starts_with("http") => vec![tidy(name)],
        Value::Array(items) => items.iter().flat_map(names).collect(),
        Value::Object(object) => object.get("name").map(names).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
