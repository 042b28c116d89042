//! The `hearsay` command: hands its arguments to the library's command line and exits as told.
//! Holds nothing else, so that tests can call what it calls.

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<std::ffi::OsString> = std::env::args_os().skip(1).collect();
    ExitCode::from(hearsay::cli::run(&args))
}
