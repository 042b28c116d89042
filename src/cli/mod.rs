//! The command line: reads arguments and files, scans them, prints reports.
//! Judges nothing; the text form is drawn by `text`.

mod args;
mod input;
mod text;

use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, Write};

use crate::text::OwnWords;
use crate::view::own::OwnLists;
use args::{Format, Request};

/// Everything was done.
pub const DONE: u8 = 0;
/// Some input could not be read; the others are done.
pub const UNREAD: u8 = 1;
/// The command was not understood.
pub const USAGE: u8 = 2;

/// Runs the command with its arguments (the program's name left out) and gives its exit code.
pub fn run(args: &[OsString]) -> u8 {
    let stdout = io::stdout();
    let colour = stdout.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let mut out = BufWriter::new(stdout.lock());
    let mut err = io::stderr().lock();
    let code = match args::parse(args) {
        Ok(Request::Help) => print(&mut out, args::HELP, DONE),
        Ok(Request::Version) => print(&mut out, concat!("hearsay ", env!("CARGO_PKG_VERSION"), "\n"), DONE),
        Ok(Request::Scan { format, with_text, lists, files }) => {
            let own = match lists.as_deref().map(input::lists).transpose() {
                Ok(own) => own,
                Err(reason) => {
                    let _ = writeln!(err, "hearsay: {reason}");
                    return UNREAD;
                }
            };
            let words = own.as_ref().and_then(OwnLists::words);
            let mut code = DONE;
            for (number, file) in files.iter().enumerate() {
                match input::read(file) {
                    Ok(read) => {
                        let only = files.len() == 1;
                        let shown = match format {
                            Format::Text => text::print(&mut out, &read, own.as_ref(), colour, (number, only)),
                            _ => scan(&mut out, &read, words.as_ref(), format, with_text),
                        };
                        if shown.is_err() {
                            // whoever read the output has stopped reading: nothing left to do
                            return code;
                        }
                    }
                    Err(reason) => {
                        let _ = out.flush();
                        let _ = writeln!(err, "hearsay: {}: {reason}", file.to_string_lossy());
                        code = UNREAD;
                    }
                }
            }
            code
        }
        Err(reason) => {
            let _ = writeln!(err, "hearsay: {reason}\n{}", args::USAGE);
            USAGE
        }
    };
    let _ = out.flush();
    code
}

fn print(out: &mut impl Write, text: &str, code: u8) -> u8 {
    let _ = out.write_all(text.as_bytes());
    code
}

fn scan(
    out: &mut impl Write,
    read: &input::Read,
    own: Option<&OwnWords>,
    format: Format,
    with_text: bool,
) -> io::Result<()> {
    let mut report = crate::scan_with(&read.story.article, own);
    if with_text || read.html {
        report = report.with_text(&read.story.article);
    }
    let written = match format {
        Format::Json => serde_json::to_string_pretty(&report),
        _ => serde_json::to_string(&report),
    };
    writeln!(out, "{}", written.unwrap_or_default())
}
