//! The one boundary to the browser: what JavaScript may call of the engine.
//! Must hold no judgement: it passes values in and out.

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the engine, as in Cargo.toml.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
