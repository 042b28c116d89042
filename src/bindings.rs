//! The one boundary to the browser: what JavaScript may call of the engine.
//! Must hold no judgement: it passes values in and out, and throws nothing.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

use crate::page::PageInput;
use crate::surface;
use crate::view::{self, Options};

/// The version of the engine, as in Cargo.toml.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Scans the blocks of a page (`PageInput`) and gives what to show of it (`PageView`).
/// Input that is not a page is an empty page.
#[wasm_bindgen]
pub fn scan_page(input: JsValue, options: JsValue) -> JsValue {
    out(&view::of_page(&read::<PageInput>(input), &read::<Options>(options)))
}

/// Scans plain text; positions are those of block 0, the text itself.
#[wasm_bindgen]
pub fn scan_text(text: &str, options: JsValue) -> JsValue {
    out(&view::of_text(text, &read::<Options>(options)))
}

/// The card of one finding (`m0`, `a3`, `c1`) of a page (`Card`), or null where nothing of that name is shown.
/// It scans by itself, so that a page's view need not carry what nobody may ask for.
#[wasm_bindgen]
pub fn card_of_page(input: JsValue, options: JsValue, finding: &str) -> JsValue {
    out(&view::card_of_page(&read::<PageInput>(input), &read::<Options>(options), finding))
}

/// The finding that answers for a passage of a page's block (UTF-16 within the block's text), or null.
#[wasm_bindgen]
pub fn finding_at(input: JsValue, options: JsValue, block: usize, start: u32, end: u32) -> Option<String> {
    view::finding_at(&read::<PageInput>(input), &read::<Options>(options), block, [start, end])
}

/// The lesson of a page in classroom mode (`Classroom`); the options hold what was guessed so far.
#[wasm_bindgen]
pub fn classroom_of_page(input: JsValue, options: JsValue) -> JsValue {
    out(&view::classroom_of_page(&read::<PageInput>(input), &read::<Options>(options)))
}

/// The states and blocs that the engine knows, as `[code, name]`, by name in the reader's language.
#[wasm_bindgen]
pub fn states(ui_lang: &str) -> JsValue {
    out(&view::states(ui_lang))
}

/// The sentence for a status code, also for those that only the extension knows of
/// (`pdf`, `image`, `restricted`, `no-access`, `engine`, `off`, `scanning`).
#[wasm_bindgen]
pub fn status_text(code: &str, ui_lang: &str) -> String {
    view::status_text(code, ui_lang)
}

/// Fills an element with the panel of a page (`PageInput`), or with a sentence where there is no story.
/// It scans by itself, so that a page's view need not carry what only the panel shows.
/// The element dispatches `hearsay-go` (detail: a finding) and `hearsay-step` (1 or -1), which bubble.
#[wasm_bindgen]
pub fn render_panel(root: &Element, input: JsValue, options: JsValue) {
    surface::panel::render(root, view::panel_of_page(&read::<PageInput>(input), &read::<Options>(options)));
}

/// Fills an element with the playground.
#[wasm_bindgen]
pub fn render_playground(root: &Element, ui_lang: &str, sample: &str) {
    surface::playground::render(root, ui_lang, sample);
}

fn read<T: DeserializeOwned + Default>(value: JsValue) -> T {
    serde_wasm_bindgen::from_value(value).unwrap_or_default()
}

/// A plain object. Writing JSON and letting the browser parse it takes half the time of building the
/// object property by property.
fn out<T: Serialize>(view: &T) -> JsValue {
    let json = serde_json::to_string(view).unwrap_or_default();
    js_sys::JSON::parse(&json).unwrap_or(JsValue::NULL)
}
