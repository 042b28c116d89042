//! Saves a text as a file of the reader's, without the network.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use super::dom;
use crate::view::export;
use crate::view::panel::PanelView;

/// Saves the findings in a format: `annotations`, `csv` or `markdown`.
pub fn export(panel: &PanelView, format: &str) {
    let _ = match format {
        "annotations" => file("hearsay.jsonld", "application/ld+json", &export::annotations(panel)),
        "csv" => file("hearsay.csv", "text/csv;charset=utf-8", &export::csv(panel)),
        "markdown" => file("hearsay.md", "text/markdown;charset=utf-8", &export::markdown(panel)),
        _ => Ok(()),
    };
}

fn file(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    let url = Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &bag)?)?;
    let link = dom::el("a").attr("href", &url).attr("download", name);
    if let Some(link) = link.element().and_then(|e| e.dyn_ref::<HtmlElement>()) {
        link.click();
    }
    Url::revoke_object_url(&url)
}
