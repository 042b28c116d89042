//! A few words for building elements, so that the surfaces read as what they show.
//! Text is only ever set as text: nothing from a page is parsed as HTML.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::{Document, Element};

const SVG: &str = "http://www.w3.org/2000/svg";

/// The page the engine runs in; none in a worker.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// An element being built. Where the browser refuses something, the element stays as it was.
#[derive(Clone)]
pub struct Build(Option<Element>);

pub fn el(tag: &str) -> Build {
    Build(document().and_then(|d| d.create_element(tag).ok()))
}

pub fn svg(tag: &str) -> Build {
    Build(document().and_then(|d| d.create_element_ns(Some(SVG), tag).ok()))
}

/// A passage in quotation marks; one that brings its own gets no others.
pub fn quoted(text: &str) -> Build {
    let own = text.starts_with(['“', '"', '‘', '«', '\'']);
    el(if own { "span" } else { "q" }).class("hs-quoted").text(text)
}

impl Build {
    pub fn attr(self, name: &str, value: &str) -> Build {
        if let Some(element) = &self.0 {
            let _ = element.set_attribute(name, value);
        }
        self
    }

    pub fn class(self, names: &str) -> Build {
        self.attr("class", names)
    }

    /// Sets the whole text.
    pub fn text(self, text: &str) -> Build {
        if let Some(element) = &self.0 {
            element.set_text_content(Some(text));
        }
        self
    }

    pub fn with(self, child: Build) -> Build {
        if let (Some(parent), Some(child)) = (&self.0, child.0) {
            let _ = parent.append_child(&child);
        }
        self
    }

    pub fn with_all(self, children: impl IntoIterator<Item = Build>) -> Build {
        children.into_iter().fold(self, Build::with)
    }

    /// Adds text after what is there.
    pub fn say(self, text: &str) -> Build {
        if let (Some(parent), Some(document)) = (&self.0, document()) {
            let _ = parent.append_child(&document.create_text_node(text));
        }
        self
    }

    /// Sets a style; attributes called `style` are refused by the extension's policy.
    pub fn style(self, name: &str, value: &str) -> Build {
        if let Some(element) = self.0.as_ref().and_then(|e| e.dyn_ref::<web_sys::HtmlElement>()) {
            let _ = element.style().set_property(name, value);
        }
        self
    }

    pub fn element(&self) -> Option<&Element> {
        self.0.as_ref()
    }

    pub fn put_into(self, root: &Element) {
        if let Some(element) = self.0 {
            let _ = root.append_child(&element);
        }
    }
}

/// Empties an element and fills it anew.
pub fn fill(root: &Element, children: impl IntoIterator<Item = Build>) {
    root.set_text_content(None);
    for child in children {
        child.put_into(root);
    }
}

/// Lays the surfaces' style over the document, once. A constructed sheet is allowed under any policy.
pub fn adopt_style(css: &str) {
    let adopt = || -> Result<(), JsValue> {
        let Some(document) = document() else { return Ok(()) };
        let key = JsValue::from_str("adoptedStyleSheets");
        let mark = JsValue::from_str("hearsayStyle");
        if js_sys::Reflect::get(&document, &mark)?.is_truthy() {
            return Ok(());
        }
        let sheet = web_sys::CssStyleSheet::new()?;
        let replace: js_sys::Function = js_sys::Reflect::get(&sheet, &JsValue::from_str("replaceSync"))?.dyn_into()?;
        replace.call1(&sheet, &JsValue::from_str(css))?;
        // the list is copied: assigning is the way that every browser allows
        let sheets = js_sys::Array::from(&js_sys::Reflect::get(&document, &key)?);
        sheets.push(&sheet);
        js_sys::Reflect::set(&document, &key, &sheets)?;
        js_sys::Reflect::set(&document, &mark, &JsValue::TRUE)?;
        Ok(())
    };
    let _ = adopt();
}
