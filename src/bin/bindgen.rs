//! Turns the compiled wasm module into the JavaScript module that browsers load.
//! Development tool only (feature `tools`); must not touch the engine or ship in anything.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, output] = arguments.as_slice() else {
        eprintln!("usage: bindgen INPUT.wasm OUTPUT_DIR");
        return ExitCode::from(2);
    };
    let made = Bindgen::new().input_path(input).web(true).and_then(|bindgen| {
        bindgen.typescript(true).omit_default_module_path(false).out_name("hearsay").generate(output)
    });
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindgen: {error:#}");
            ExitCode::FAILURE
        }
    }
}
