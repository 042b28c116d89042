//! The command's arguments. Knows their grammar and says in one sentence what is wrong with them.

use std::ffi::OsString;

pub const USAGE: &str = "usage: hearsay scan [--format text|json|jsonl] [--with-text] [--lists FILE] FILE…";

pub const HELP: &str = "\
hearsay scan [--format text|json|jsonl] [--with-text] [--lists FILE] FILE…

Reads news stories and says who says what in them: the states and officials they name,
the source of each statement, and the claims that the story does not vouch for.

FILE is plain text, or HTML when its name ends in .html or .htm or when it begins with a tag.
A FILE of - reads standard input.

  --format text     the story with its marks, and its ledger (the default)
  --format json     one JSON report a file
  --format jsonl    the same, each on one line
  --with-text       puts the scanned text into the report; always done for HTML
  --lists FILE      names, outlets, verbs of saying and silenced words of your own, as the extension saves them
  --help            this text
  --version         the version

Colours are used on a terminal, unless NO_COLOR is set.
Exit code: 0 done, 1 some input could not be read, 2 wrong usage.
";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Json,
    Jsonl,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    Help,
    Version,
    Scan { format: Format, with_text: bool, lists: Option<OsString>, files: Vec<OsString> },
}

/// Understands the arguments, or says in a sentence why not.
pub fn parse(args: &[OsString]) -> Result<Request, String> {
    let mut args = args.iter();
    match args.next().map(|a| a.to_string_lossy()).as_deref() {
        Some("scan") => {}
        Some("--help" | "-h" | "help") => return Ok(Request::Help),
        Some("--version" | "-V") => return Ok(Request::Version),
        Some(other) => return Err(format!("there is no command “{other}”; the command is scan")),
        None => return Err("no command given; the command is scan".to_owned()),
    }
    let (mut format, mut with_text, mut files, mut options) = (Format::Text, false, Vec::new(), true);
    let mut lists = None;
    while let Some(arg) = args.next() {
        let word = arg.to_string_lossy();
        if !options || word == "-" || !word.starts_with('-') {
            files.push(arg.clone());
            continue;
        }
        let (name, value) = word.split_once('=').map_or((word.as_ref(), None), |(n, v)| (n, Some(v.to_owned())));
        match (name, value) {
            ("--", None) => options = false,
            ("--help" | "-h", None) => return Ok(Request::Help),
            ("--version" | "-V", None) => return Ok(Request::Version),
            ("--with-text", None) => with_text = true,
            ("--lists", value) => {
                lists = value.map(OsString::from).or_else(|| args.next().cloned());
                if lists.is_none() {
                    return Err("--lists needs a file".to_owned());
                }
            }
            ("--format", value) => {
                let Some(value) = value.or_else(|| args.next().map(|v| v.to_string_lossy().into_owned())) else {
                    return Err("--format needs one of text, json, jsonl".to_owned());
                };
                format = match value.as_str() {
                    "text" => Format::Text,
                    "json" => Format::Json,
                    "jsonl" => Format::Jsonl,
                    other => return Err(format!("“{other}” is no format; the formats are text, json, jsonl")),
                };
            }
            _ => return Err(format!("there is no option {word}")),
        }
    }
    if files.is_empty() {
        return Err("no file given; use - for standard input".to_owned());
    }
    Ok(Request::Scan { format, with_text, lists, files })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Request, String> {
        parse(&line.split(' ').map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn options_stand_anywhere_and_files_keep_their_order() {
        let scan = |format, with_text, files: &[&str]| {
            Ok(Request::Scan { format, with_text, lists: None, files: files.iter().map(OsString::from).collect() })
        };
        assert_eq!(parsed("scan b a"), scan(Format::Text, false, &["b", "a"]));
        assert_eq!(parsed("scan - --format=jsonl --with-text x"), scan(Format::Jsonl, true, &["-", "x"]));
        assert_eq!(parsed("scan --format json -- --odd"), scan(Format::Json, false, &["--odd"]));
        assert_eq!(parsed("scan --help"), Ok(Request::Help));
    }

    #[test]
    fn wrong_usage_says_what_is_wrong() {
        for (line, says) in [
            ("scan", "no file"),
            ("sacn x", "no command “sacn”"),
            ("scan --fromat json x", "no option --fromat"),
            ("scan --format xml x", "“xml” is no format"),
            ("scan x --format", "needs one of"),
            ("scan x --lists", "needs a file"),
        ] {
            assert!(parsed(line).is_err_and(|reason| reason.contains(says)), "{line}");
        }
    }
}
