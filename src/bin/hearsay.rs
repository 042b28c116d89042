//! The `hearsay` command: scans files and prints their reports.
//! Reads arguments and files, prints; everything else is the library's.

use std::io::{Read, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut with_text = false;
    let mut format = String::from("text");
    let mut files = Vec::new();
    let mut args = std::env::args().skip(1);
    if args.next().as_deref() != Some("scan") {
        eprintln!("usage: hearsay scan [--format text|json|jsonl] [--with-text] FILE…");
        return ExitCode::from(2);
    }
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--with-text" => with_text = true,
            "--format" => format = args.next().unwrap_or_default(),
            _ => files.push(arg),
        }
    }
    let mut failed = false;
    let stdout = std::io::stdout();
    let mut out = stdout.lock();
    for file in files {
        let read = if file == "-" {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).map(|_| text)
        } else {
            std::fs::read_to_string(&file)
        };
        match read {
            Ok(text) => {
                let article = hearsay::page::article_from_text(&text);
                let mut report = hearsay::scan(&article);
                if with_text {
                    report.text = Some(article.text);
                }
                let line = if format == "json" {
                    serde_json::to_string_pretty(&report)
                } else {
                    serde_json::to_string(&report)
                };
                let _ = writeln!(out, "{}", line.unwrap_or_default());
            }
            Err(error) => {
                failed = true;
                eprintln!("hearsay: {file}: {error}");
            }
        }
    }
    ExitCode::from(u8::from(failed))
}
