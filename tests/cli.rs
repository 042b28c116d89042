//! The command as others use it: exit codes, standard input, what is printed where.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn hearsay(args: &[&str], input: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hearsay"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command starts");
    if let Some(mut stdin) = child.stdin.take() {
        // a command that refuses its options ends without reading
        let _ = stdin.write_all(input.unwrap_or("").as_bytes());
    }
    child.wait_with_output().expect("it ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn standard_input_gives_one_report() {
    let out = hearsay(&["scan", "--format", "jsonl", "--with-text", "-"], Some("Rain fell in Veldt."));
    assert_eq!(out.status.code(), Some(0));
    let report: serde_json::Value = serde_json::from_str(text(&out.stdout).trim()).expect("one JSON object");
    assert_eq!(report["schema"], "hearsay-report/1");
    assert_eq!(report["text"], "Rain fell in Veldt.");
    let out = hearsay(&["scan", "--format", "jsonl", "-"], Some("Rain fell in Veldt."));
    assert!(!text(&out.stdout).contains("Rain fell"), "the text is left out unless asked for");
}

#[test]
fn html_carries_its_text() {
    let html = "<html><body><p>Rain fell in Veldt on Monday, and the wind &amp; the sea were high.</p></body></html>";
    let out = hearsay(&["scan", "--format", "json", "-"], Some(html));
    let report: serde_json::Value = serde_json::from_str(&text(&out.stdout)).expect("a JSON object");
    assert_eq!(report["text"], "Rain fell in Veldt on Monday, and the wind & the sea were high.");
}

#[test]
fn a_file_that_cannot_be_read_stops_no_other() {
    let out = hearsay(&["scan", "--format", "jsonl", "no/such/file.txt", "-"], Some("Rain fell in Veldt."));
    assert_eq!(out.status.code(), Some(1));
    assert_eq!(text(&out.stderr), "hearsay: no/such/file.txt: no such file\n");
    assert_eq!(text(&out.stdout).lines().count(), 1);
}

#[test]
fn wrong_usage_is_told_in_a_sentence() {
    for args in [&["scan"][..], &["scna", "-"], &["scan", "--format", "xml", "-"], &["scan", "--colour", "-"], &[]] {
        let out = hearsay(args, None);
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        assert!(out.stdout.is_empty());
        let said = text(&out.stderr);
        assert!(said.starts_with("hearsay: ") && said.contains("usage: hearsay scan"), "{said}");
    }
    assert_eq!(hearsay(&["--help"], None).status.code(), Some(0));
    assert!(text(&hearsay(&["--version"], None).stdout).starts_with("hearsay "));
}

#[test]
fn the_text_form_is_plain_when_it_is_not_a_terminal() {
    let out = hearsay(&["scan", "-"], Some("Pier closes\n\nThe council of Veldt voted to close the pier.\n"));
    assert_eq!(out.status.code(), Some(0));
    let said = text(&out.stdout);
    assert!(said.contains("The council of Veldt voted") && said.contains("No badge does not mean verified"), "{said}");
    assert!(!said.contains('\u{1b}'), "no escape codes");
    let empty = hearsay(&["scan", "-"], Some("  \n"));
    assert_eq!(empty.status.code(), Some(0));
    assert!(text(&empty.stdout).contains("no text"));
}

#[test]
fn own_lists_count_in_every_format_and_a_bad_file_is_named_with_its_line() {
    let folder = std::env::temp_dir().join(format!("hearsay-lists-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let (good, bad) = (folder.join("lists.json"), folder.join("bad.json"));
    let lists = r#"{"hearsay": 1, "own_lists": {"outlets": [{"text": "Lakewire", "kind": "wire"}], "cues": [{"text": "bleat"}]}}"#;
    std::fs::write(&good, lists).expect("it is written");
    std::fs::write(&bad, "{\n  \"hearsay\": 1,\n  \"own_lists\": {\"names\": 7}\n}").expect("it is written");
    let story = "Lakewire bleated that the dam had leaked.";
    for format in ["json", "text"] {
        let args =
            |lists: &str| -> Output { hearsay(&["scan", "--format", format, "--lists", lists, "-"], Some(story)) };
        let out = args(&good.to_string_lossy());
        assert_eq!(out.status.code(), Some(0));
        assert!(text(&out.stdout).contains(if format == "json" { "org:lakewire" } else { "Lakewire: a news agency" }));
        let out = args(&bad.to_string_lossy());
        assert_eq!(out.status.code(), Some(1));
        assert!(text(&out.stderr).contains("bad.json: line 3 does not fit"), "{}", text(&out.stderr));
    }
    let _ = std::fs::remove_dir_all(folder);
}
