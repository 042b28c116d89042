//! Reads one input of the command: a file or standard input, plain text or HTML.
//! Says in one sentence why an input cannot be read.

use std::ffi::OsStr;
use std::io::Read as _;
use std::path::Path;

use serde::Deserialize;

use crate::page::{self, LONGEST, Story};
use crate::view::own::OwnLists;

/// Bytes of a file that are looked at; a saved page is mostly not text.
const LARGEST: u64 = 64 << 20;

/// An input, read.
pub struct Read {
    pub name: String,
    pub story: Story,
    pub html: bool,
}

pub fn read(file: &OsStr) -> Result<Read, String> {
    let bytes = bytes(file)?;
    let text = decode(bytes)?;
    let html = is_html(file, &text);
    let story = if html {
        page::story_of(&page::page_from_html(&text))
    } else if text.len() > LONGEST {
        return Err(format!("too long to scan: {} MB of text", text.len() >> 20));
    } else {
        page::story_of_text(&text)
    };
    Ok(Read { name: file.to_string_lossy().into_owned(), story, html })
}

/// A file of options as the extension saves them; only the lists in it count.
#[derive(Deserialize)]
struct Saved {
    #[serde(rename = "hearsay")]
    _version: u32,
    #[serde(default)]
    own_lists: Option<OwnLists>,
}

/// The reader's own lists from a file that the extension saved.
pub fn lists(file: &OsStr) -> Result<OwnLists, String> {
    let name = file.to_string_lossy();
    let text = bytes(file).and_then(decode).map_err(|reason| format!("{name}: {reason}"))?;
    let saved: Saved = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| format!("{name}: line {} does not fit into lists that Hearsay saved", error.line()))?;
    Ok(saved.own_lists.unwrap_or_default())
}

fn bytes(file: &OsStr) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = if file == "-" {
        std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        let path = Path::new(file);
        if path.is_dir() {
            return Err("is a folder, not a file".to_owned());
        }
        std::fs::File::open(path).and_then(|f| f.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    match read {
        Err(error) => Err(match error.kind() {
            std::io::ErrorKind::NotFound => "no such file".to_owned(),
            std::io::ErrorKind::PermissionDenied => "may not be read by you".to_owned(),
            _ => error.to_string(),
        }),
        Ok(_) if bytes.len() as u64 > LARGEST => Err(format!("larger than {} MB", LARGEST >> 20)),
        Ok(_) => Ok(bytes),
    }
}

/// Text of UTF-8 or, with a byte order mark, UTF-16. Bytes of an old one-byte encoding are read as Latin-1
/// would have them rather than lost; anything with zero bytes is no text.
fn decode(bytes: Vec<u8>) -> Result<String, String> {
    if let [a @ (0xff | 0xfe), b @ (0xff | 0xfe), rest @ ..] = bytes.as_slice()
        && a != b
    {
        let unit = |pair: &[u8]| match *a {
            0xff => u16::from_le_bytes([pair[0], pair[1]]),
            _ => u16::from_be_bytes([pair[0], pair[1]]),
        };
        return Ok(String::from_utf16_lossy(&rest.chunks_exact(2).map(unit).collect::<Vec<_>>()));
    }
    if bytes.contains(&0) {
        return Err("is not a text file".to_owned());
    }
    Ok(String::from_utf8(bytes).unwrap_or_else(|error| latin(error.as_bytes())))
}

/// Windows-1252, the encoding that old pages mean whatever they declare.
fn latin(bytes: &[u8]) -> String {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    bytes
        .iter()
        .map(|&b| match b {
            0x80..=0x9f => HIGH[usize::from(b - 0x80)],
            _ => char::from(b),
        })
        .collect()
}

/// HTML by its name, or because it begins with a tag.
fn is_html(file: &OsStr, text: &str) -> bool {
    let extension = Path::new(file).extension().map(|e| e.to_string_lossy().to_lowercase());
    if extension.is_some_and(|e| matches!(e.as_str(), "html" | "htm" | "xhtml")) {
        return true;
    }
    let mut chars = text.trim_start_matches('\u{feff}').trim_start().chars();
    let (first, second) = (chars.next(), chars.next());
    first == Some('<') && second.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '!' | '?'))
}
