//! Splits a block into tokens, in the manner of the English Universal Dependencies treebanks:
//! clitics apart ("do|n't", "it|'s"), hyphenated words at the hyphen, abbreviations with their point.

use crate::span::Span;
use crate::text::Tag;

/// A word, number or mark. Positions are bytes of the article's text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub start: u32,
    pub end: u32,
    /// `hash_word` of the text, or of a dash for a hyphen with space around it; tables of words are keyed by it.
    pub hash: u64,
    pub tag: Tag,
    pub kind: Kind,
    /// No white space before it.
    pub glued: bool,
    /// Index into `Document::quotes` + 1 of the quotation it stands in, 0 for none.
    pub quote: u16,
    pub block: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Lower-case word.
    Lower,
    /// Begins with a capital.
    Capital,
    /// Two letters or more, all capitals ("KCNA", "U.S.").
    Upper,
    Number,
    Punct,
}

impl Token {
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }

    pub fn is_word(&self) -> bool {
        self.kind != Kind::Punct
    }

    pub fn is_capital(&self) -> bool {
        matches!(self.kind, Kind::Capital | Kind::Upper)
    }
}

const HASH_START: u64 = 0xcbf2_9ce4_8422_2325;

/// One byte more of `hash_word`.
const fn hash_step(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

/// FNV-1a over the lower-cased word, curly apostrophes made straight and soft hyphens left out.
/// Words are looked up by this hash alone: among the tens of thousands of words the engine knows,
/// a 64-bit clash is not expected, and a test would show one between listed words.
pub fn hash_word(word: &str) -> u64 {
    let mut hash = HASH_START;
    let mut push = |byte: u8| hash = hash_step(hash, byte);
    if word.is_ascii() {
        word.bytes().for_each(|b| push(b.to_ascii_lowercase()));
    } else {
        let mut buffer = [0u8; 4];
        for c in word.chars() {
            match c {
                '’' | 'ʼ' => push(b'\''),
                '\u{ad}' => {}
                _ => c.to_lowercase().for_each(|l| l.encode_utf8(&mut buffer).bytes().for_each(&mut push)),
            }
        }
    }
    hash
}

/// `hash_word` of a plain lower-case ASCII word, at compile time.
pub const fn hash_ascii(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mut hash = HASH_START;
    let mut i = 0;
    while i < bytes.len() {
        hash = hash_step(hash, bytes[i]);
        i += 1;
    }
    hash
}

/// Abbreviations whose point belongs to them and that a name or number follows.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "cmdr", "adm", "maj", "brig", "cpl",
    "sen", "rep", "gov", "pres", "hon", "rev", "msgr", "fr", "st", "ft", "mt", "no", "nos", "vs", "v", "jan", "feb",
    "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs",
    "fri", "inc", "corp", "co", "ltd", "llc", "plc", "bros", "jr", "sr", "etc", "al", "ed", "eds", "est", "dept",
    "univ", "assn", "ave", "blvd", "rd", "approx", "cf", "fig", "pp", "vol", "atty", "supt", "asst", "det", "insp",
    "const", "amb", "sec", "del", "ala", "ariz", "ark", "calif", "colo", "conn", "fla", "ga", "ill", "ind", "kan",
    "ky", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va",
    "vt", "wash", "wis", "wyo", "ont", "que", "alta", "sask", "lt.-gen", "messrs", "gens", "sens", "reps", "govs",
    "ph", "esq",
];

/// Appends the tokens of one block.
pub(super) fn tokenize(text: &str, block: Span, index: u32, out: &mut Vec<Token>) {
    let source = block.of(text);
    let mut at = 0usize;
    let mut glued = false;
    while let Some(&byte) = source.as_bytes().get(at) {
        if is_space(byte) {
            glued = false;
            at += 1;
            continue;
        }
        if let Some(plain) = plain(source.as_bytes(), at) {
            let (start, end) = (block.start + at as u32, block.start + plain.end as u32);
            let Plain { hash, kind, .. } = plain;
            out.push(Token { start, end, hash, tag: Tag::default(), kind, glued, quote: 0, block: index });
            glued = true;
            at = plain.end;
            continue;
        }
        let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) else { break };
        if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2060}') {
            glued = false;
            at += c.len_utf8();
            continue;
        }
        let length = if let Some(year) = short_year(source, at) {
            year
        } else if is_word_char(c) || starts_number(source, at) {
            word_length(source, at)
        } else {
            mark_length(source, at)
        };
        push_split(source, at, at + length, block.start, index, glued, out);
        // a hyphen with space around it is a dash, however it is typed
        let loose =
            byte == b'-' && length == 1 && !glued && source.as_bytes().get(at + 1).is_some_and(|&b| is_space(b));
        if let Some(token) = out.last_mut().filter(|_| loose) {
            token.hash = const { hash_ascii("–") };
        }
        glued = true;
        at += length;
    }
}

const LOWER: u8 = 1;
const UPPER: u8 = 2;
const SPACE: u8 = 4;
/// A mark that nothing joins.
const ALONE: u8 = 5;
const HYPHEN: u8 = 6;
const STOP: u8 = 7;
const OTHER: u8 = 8;

/// What each byte is to `plain`.
const BYTES: [u8; 256] = {
    let mut classes = [OTHER; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'\t'..=b'\r' | b' ' => SPACE,
            b',' | b';' | b'(' | b')' | b'"' | b'!' | b'?' | b'[' | b']' | b'/' => ALONE,
            b'-' => HYPHEN,
            b'.' => STOP,
            _ => OTHER,
        };
        byte += 1;
    }
    classes
};

/// A token that needs no second look: most words, and marks that always stand alone.
struct Plain {
    end: usize,
    hash: u64,
    kind: Kind,
}

/// ASCII white space, the same characters as `char::is_whitespace` has.
fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// The token at `at` where it is a mark that nothing joins, or a run of ASCII letters before white space or
/// such a mark; the general way would come to the same.
fn plain(bytes: &[u8], at: usize) -> Option<Plain> {
    let first = *bytes.get(at)?;
    if BYTES[usize::from(first)] == ALONE {
        return Some(Plain { end: at + 1, hash: hash_step(HASH_START, first), kind: Kind::Punct });
    }
    let (mut end, mut hash, mut lower) = (at, HASH_START, 0);
    let next = loop {
        let Some(&byte) = bytes.get(end) else { break SPACE };
        let class = BYTES[usize::from(byte)];
        if class > UPPER {
            break class;
        }
        lower |= class;
        hash = hash_step(hash, byte | 0x20);
        end += 1;
    };
    let lower = lower & LOWER != 0;
    let length = end - at;
    let ends = match next {
        SPACE | ALONE | HYPHEN => true,
        // a longer word is no abbreviation: the point is a full stop
        STOP => length > 6 && bytes.get(end + 1).is_none_or(|&next| is_space(next)),
        _ => false,
    };
    if length == 0 || !ends || (length == 6 && bytes[at..end].eq_ignore_ascii_case(b"cannot")) {
        return None;
    }
    let kind = match first.is_ascii_uppercase() {
        true if length > 1 && !lower => Kind::Upper,
        true => Kind::Capital,
        false => Kind::Lower,
    };
    Some(Plain { end, hash, kind })
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn starts_number(source: &str, at: usize) -> bool {
    let bytes = source.as_bytes();
    bytes[at] == b'.' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) && (at == 0 || bytes[at - 1] == b' ')
}

/// Length of a year of two digits behind its apostrophe, which some write as an opening mark: "in ‘08", "the '90s".
fn short_year(source: &str, at: usize) -> Option<usize> {
    let mark = source[at..].chars().next().filter(|&c| is_apostrophe(c) || c == '‘')?.len_utf8();
    let rest = source.as_bytes().get(at + mark..)?;
    let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    let plural = usize::from(rest.get(2) == Some(&b's'));
    let ends = rest.get(2 + plural).is_none_or(|b| is_space(*b) || matches!(b, b',' | b'.' | b';' | b')'));
    let opens = at == 0 || source.as_bytes().get(at - 1).is_some_and(|&b| is_space(b) || b == b'(');
    (digits == 2 && ends && opens).then_some(mark + 2 + plural)
}

/// Length of the run of marks that make one token: dashes and dots together, others alone.
fn mark_length(source: &str, at: usize) -> usize {
    let rest = &source[at..];
    let mut chars = rest.chars();
    let Some(first) = chars.next() else { return 1 };
    match first {
        '\'' | '`' if chars.next() == Some(first) => 2,
        '.' | '-' | '*' | '_' | '=' | '…' => rest.chars().take_while(|&c| c == first).map(char::len_utf8).sum(),
        '@' | '#' => {
            let tail: usize = chars.take_while(|c| c.is_alphanumeric() || *c == '_').map(char::len_utf8).sum();
            first.len_utf8() + tail
        }
        _ => first.len_utf8(),
    }
}

/// Length of the word that begins at `at`: letters and digits, inner apostrophes, points and commas
/// of numbers, points of abbreviations, and whole web addresses.
fn word_length(source: &str, at: usize) -> usize {
    let rest = &source[at..];
    if rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.") {
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        return rest[..length]
            .trim_end_matches(['.', ',', ')', ']', '"', '\'', '”', '’', ';', ':', '!', '?'])
            .len()
            .max(1);
    }
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    let mut previous = ' ';
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let inner = next.is_some_and(is_word_char);
        let keep = is_word_char(c)
            || (is_apostrophe(c) && inner && previous.is_alphanumeric())
            || (matches!(c, '.' | ',') && previous.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit()))
            || (c == ':' && previous.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit()))
            || (c == '.' && i == 0)
            || (c == '@' && inner)
            || (c == '.' && inner && joins_point(&rest[..i], &rest[i + 1..]))
            || (c == '.' && !inner && ends_abbreviation(&rest[..i], &rest[i + 1..]))
            || (c == '&' && inner && previous.is_uppercase() && next.is_some_and(char::is_uppercase));
        if !keep {
            break;
        }
        end = i + c.len_utf8();
        previous = c;
    }
    end.max(rest.chars().next().map_or(1, char::len_utf8))
}

/// Whether a point between letters is inside one word: "U.S", "a.m", "kcna.kp"; not "end.Next".
fn joins_point(before: &str, after: &str) -> bool {
    let last = before.rsplit('.').next().unwrap_or(before);
    let next: String = after.chars().take_while(|c| c.is_alphanumeric()).collect();
    let single = last.chars().count() == 1 && next.chars().count() == 1;
    let address = last.chars().all(|c| c.is_lowercase() || c.is_ascii_digit())
        && matches!(
            next.as_str(),
            "com" | "org" | "net" | "gov" | "edu" | "uk" | "co" | "ru" | "cn" | "de" | "fr" | "kp" | "info" | "eu"
        );
    // a site's name written with a capital: "Polygraph.info"
    let site = matches!(next.as_str(), "com" | "org" | "net" | "info") && last.chars().count() > 1;
    single || address || site || (before.contains('@'))
}

/// Whether a point after `word` belongs to it. `rest` is what follows the point.
fn ends_abbreviation(word: &str, rest: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if word.contains('.') {
        // "U.S." and "a.m.", every part one letter
        return word.split('.').all(|part| part.chars().count() <= 2);
    }
    let first_upper = word.chars().next().is_some_and(char::is_uppercase);
    if letters == 1 && first_upper && word.chars().count() == 1 {
        // an initial, unless it ends the block ("Plan B.")
        let next = rest.trim_start();
        return word == "N"
            || word == "S"
            || next.chars().next().is_some_and(|c| c.is_alphabetic())
            || opens_with_nickname(next);
    }
    if word.len() > 6 {
        return false;
    }
    let lower = word.to_lowercase();
    if !ABBREVIATIONS.contains(&lower.as_str()) {
        return false;
    }
    let next = rest.trim_start().chars().next();
    match lower.as_str() {
        "no" | "nos" | "fig" => next.is_some_and(|c| c.is_ascii_digit()),
        "sat" | "sun" | "mar" | "mon" | "wed" | "fri" | "ill" | "miss" | "wash" | "mass" | "ore" | "pa" | "ed"
        | "mo" | "ind" | "va" | "md" | "ga" | "la" | "al" | "est" | "fr" | "ft" | "mt" | "ms" | "sec" | "del"
        | "det" | "ark" | "co" | "v" | "rep" | "gov" | "col" => {
            first_upper || lower == "al" || lower == "v" || lower == "ft"
        }
        _ => first_upper || matches!(lower.as_str(), "vs" | "etc" | "approx" | "cf" | "pp" | "vol"),
    }
}

/// “Bobby” Stone: one word in quotation marks and a name behind it.
fn opens_with_nickname(rest: &str) -> bool {
    let Some(inner) = rest.strip_prefix(['"', '“']) else { return false };
    let word = inner.find(|c: char| !c.is_alphabetic()).unwrap_or(inner.len());
    let behind = inner[word..].strip_prefix(['"', '”']).and_then(|behind| behind.strip_prefix(' '));
    word > 1 && behind.is_some_and(|behind| behind.starts_with(char::is_uppercase))
}

/// Pushes a word, its clitic split off.
fn push_split(source: &str, start: usize, end: usize, base: u32, block: u32, glued: bool, out: &mut Vec<Token>) {
    let word = &source[start..end];
    let split = clitic(word);
    let mut push = |from: usize, to: usize, glued: bool| {
        let piece = &source[from..to];
        let kind = kind_of(piece);
        out.push(Token {
            start: base + from as u32,
            end: base + to as u32,
            hash: hash_word(piece),
            tag: Tag::default(),
            kind,
            glued,
            quote: 0,
            block,
        });
    };
    match split {
        Some(at) if at > 0 && at < word.len() => {
            push(start, start + at, glued);
            push(start + at, end, true);
        }
        _ => push(start, end, glued),
    }
}

/// Where a clitic begins in a word: "n't", "'s", "'re", "'ve", "'ll", "'d", "'m"; also "can|not".
fn clitic(word: &str) -> Option<usize> {
    if word.len() == 6 && word.eq_ignore_ascii_case("cannot") {
        return Some(3);
    }
    let (at, mark) = word.char_indices().rev().find(|&(_, c)| is_apostrophe(c))?;
    let tail = &word[at + mark.len_utf8()..];
    match tail.len() {
        1 if tail.eq_ignore_ascii_case("t") => {
            let n = at.checked_sub(1)?;
            word.as_bytes().get(n).filter(|b| b.eq_ignore_ascii_case(&b'n')).map(|_| n)
        }
        1 if matches!(tail, "s" | "d" | "m" | "S" | "D" | "M") => Some(at),
        2 if ["re", "ve", "ll"].iter().any(|c| tail.eq_ignore_ascii_case(c)) => Some(at),
        _ => None,
    }
}

fn kind_of(piece: &str) -> Kind {
    let mut chars = piece.chars().filter(|c| c.is_alphanumeric());
    match chars.next() {
        None => Kind::Punct,
        Some(c) if c.is_numeric() => Kind::Number,
        Some(c) if c.is_uppercase() => match chars.next() {
            Some(second) if second.is_uppercase() && chars.all(|c| !c.is_lowercase()) => Kind::Upper,
            _ => Kind::Capital,
        },
        Some(_) => Kind::Lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        tokenize(text, Span::new(0, text.len() as u32), 0, &mut out);
        out.iter().map(|t| t.span().of(text)).collect()
    }

    #[test]
    fn splits_as_the_treebanks_do() {
        let table: &[(&str, &[&str])] = &[
            ("He didn’t say.", &["He", "did", "n’t", "say", "."]),
            ("It's the U.S. move", &["It", "'s", "the", "U.S.", "move"]),
            ("US-Iranian talks", &["US", "-", "Iranian", "talks"]),
            ("about 7,000 (3.5%)", &["about", "7,000", "(", "3.5", "%", ")"]),
            ("Gen. J. Okoro left.", &["Gen.", "J.", "Okoro", "left", "."]),
            ("N. Korea’s plan B.", &["N.", "Korea", "’s", "plan", "B", "."]),
            ("Côte d'Ivoire — yes…", &["Côte", "d'Ivoire", "—", "yes", "…"]),
            ("Ann C. “Nan” Roe", &["Ann", "C.", "“", "Nan", "”", "Roe"]),
            ("see www.kcna.kp.", &["see", "www.kcna.kp", "."]),
            ("at 5 p.m. today", &["at", "5", "p.m.", "today"]),
            ("They cannot.", &["They", "can", "not", "."]),
        ];
        for (text, expected) in table {
            assert_eq!(&words(text), expected, "{text}");
        }
    }

    #[test]
    fn the_short_way_and_the_long_way_agree() {
        let text =
            "Plain words, (and) \"marks\"; NATO [sic] A/B a I US-led Cannot cannot government. Officials said! Why?";
        let mut out = Vec::new();
        tokenize(text, Span::new(0, text.len() as u32), 0, &mut out);
        let mut long = Vec::new();
        for token in &out {
            let (start, end) = (token.start as usize, token.end as usize);
            if plain(text.as_bytes(), start).is_some() {
                push_split(text, start, end, 0, 0, token.glued, &mut long);
                let same = long.pop().expect("a token");
                assert_eq!((same.start, same.end), (token.start, token.end));
                assert_eq!((same.hash, same.kind), (token.hash, token.kind), "{}", &text[start..end]);
                let length = if token.is_word() { word_length(text, start) } else { mark_length(text, start) };
                assert_eq!(length, end - start, "{}", &text[start..end]);
            }
        }
        assert_eq!(out.len(), 33);
    }

    #[test]
    fn hash_folds_case_and_apostrophes() {
        assert_eq!(hash_word("Don’t"), hash_word("don't"));
        assert_eq!(hash_word("TÜRKİYE").max(1), hash_word("TÜRKİYE").max(1));
        assert_ne!(hash_word("say"), hash_word("says"));
    }
}
