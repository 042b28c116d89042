//! Whole stories of our own and all that is found in them. A change of rules shows here as a changed
//! page: read the difference, then write it with HEARSAY_UPDATE=1.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use hearsay::Report;
use hearsay::page::article_from_text;

/// A report as lines that a person can read and a difference can show.
fn digest(text: &str, report: &Report) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = |[start, end]: [u32; 2]| {
        let piece = String::from_utf16_lossy(&units[start as usize..end as usize]);
        piece.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut lines: Vec<(u32, String)> = Vec::new();
    for m in &report.mentions {
        let mut line = format!("{} {} {} “{}”", m.layer, m.kind, m.entity, words(m.span));
        for said in [m.reading, m.role].into_iter().flatten() {
            let _ = write!(line, " {said}");
        }
        for (name, value) in [("of", &m.state), ("as", &m.title)] {
            if let Some(value) = value {
                let _ = write!(line, " {name} {value}");
            }
        }
        lines.push((m.span[0], line));
    }
    for a in report.attributions.iter().filter(|a| a.shown_by_default) {
        let content: Vec<String> = a.content.iter().map(|&c| words(c)).collect();
        let mut line = format!("says {} {} {} {}", a.rung, a.source_kind, a.form, a.stance);
        let _ = write!(line, "\n  source “{}”", a.source.map_or_else(String::new, words));
        let _ = write!(line, " voice {}", a.entity.as_deref().unwrap_or("-"));
        if let Some(parent) = a.parent {
            let _ = write!(line, " within a{parent}");
        }
        let _ = write!(line, "\n  cue “{}”\n  content “{}”", words(a.cue), content.join("” “"));
        lines.push((a.cue[0], line));
    }
    for c in &report.claims {
        let by = c.attribution.map_or_else(String::new, |a| format!(" by a{a}"));
        let stage = c.stage.map_or_else(String::new, |s| format!(" {s}"));
        lines.push((c.cue[0], format!("claim {}{stage}{by} “{}”\n  scope “{}”", c.kind, words(c.cue), words(c.scope))));
    }
    lines.sort_by_key(|line| line.0);
    let mut out: String = lines.into_iter().fold(String::new(), |all, (_, line)| all + &line + "\n");
    let ledger = &report.ledger;
    out.push_str("\nledger\n");
    for v in &ledger.voices {
        let _ = writeln!(out, "  voice {} {} {} ×{}", v.entity, v.rung, v.source_kind, v.attributions.len());
    }
    let _ = writeln!(out, "  independent origins {}", ledger.independent_origins);
    for n in &ledger.no_reply {
        let _ = writeln!(out, "  no reply {}", n.entity);
    }
    for a in &ledger.anonymous {
        let _ = writeln!(out, "  unnamed a{} {}", a.attribution, a.reason.as_deref().unwrap_or("without a reason"));
    }
    let c = &ledger.coverage;
    let _ = writeln!(out, "  coverage {} of {}, {} skipped", c.attributed, c.sentences, c.skipped);
    out
}

#[test]
fn stories_are_read_as_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
    let update = std::env::var_os("HEARSAY_UPDATE").is_some();
    let mut stories: Vec<_> = fs::read_dir(&folder)
        .expect("the folder of stories")
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    stories.sort();
    assert!(stories.len() >= 4);
    let mut changed = Vec::new();
    for path in stories {
        let text = fs::read_to_string(&path).expect("a story");
        let found = digest(&text, &hearsay::scan(&article_from_text(&text)));
        let expected = path.with_extension("expected");
        if update {
            fs::write(&expected, &found).expect("the expected page is written");
        } else if fs::read_to_string(&expected).unwrap_or_default() != found {
            changed.push(difference(&fs::read_to_string(&expected).unwrap_or_default(), &found, &path));
        }
    }
    assert!(changed.is_empty(), "{}\nread the differences, then run with HEARSAY_UPDATE=1", changed.join("\n"));
}

/// Lines that are only in one of the two.
fn difference(before: &str, after: &str, path: &Path) -> String {
    let mut out = format!("{}", path.file_name().unwrap_or_default().display());
    for line in before.lines().filter(|line| !after.lines().any(|l| l == *line)) {
        let _ = write!(out, "\n- {line}");
    }
    for line in after.lines().filter(|line| !before.lines().any(|l| l == *line)) {
        let _ = write!(out, "\n+ {line}");
    }
    out
}
