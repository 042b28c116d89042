//! What the tagger reads of a sentence: the look of each word, and the features of its place.
//! The trainer uses the same code, so a change here means training anew. Knows no weights.

use crate::text::Tag;

pub const TAGS: usize = Tag::X as usize + 1;

/// One word as written, with its `hash_word`.
#[derive(Clone, Copy, Debug)]
pub struct Word<'t> {
    pub text: &'t str,
    pub hash: u64,
}

/// How the letters of a word look, given how the sentence around it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Shape {
    Lower,
    /// Capital inside a sentence: a name, as a rule.
    Capital,
    /// Capital at the beginning of a sentence, or in a Title Case one: says nothing.
    First,
    Title,
    /// All capitals ("NATO"), and the same in a sentence all in capitals.
    Upper,
    UpperAll,
    /// "McDonald", "iPhone"
    Mixed,
    /// "J."
    Initial,
    Digits,
    /// "20th", "G7"
    DigitMix,
    Mark,
    /// Before the first word and after the last.
    Edge,
}

impl Shape {
    /// Letters with a capital among them, so that the word may be a name.
    pub fn is_capital(self) -> bool {
        !matches!(self, Shape::Lower | Shape::Digits | Shape::Mark | Shape::Edge)
    }
}

/// Headlines in Title Case or capitals say nothing by their capitals, so how a sentence is written
/// is settled before its words are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Casing {
    Normal,
    Title,
    Upper,
}

pub fn casing<'t>(words: impl Iterator<Item = &'t str>) -> Casing {
    let (mut all, mut upper, mut long, mut capital) = (0u32, 0u32, 0u32, 0u32);
    for (i, word) in words.enumerate() {
        let bytes = word.as_bytes();
        let Some(first) = bytes.first().filter(|b| b.is_ascii_alphabetic() && bytes.len() > 1) else { continue };
        all += 1;
        upper += u32::from(!bytes.iter().any(u8::is_ascii_lowercase));
        if bytes.len() >= 4 && i > 0 {
            long += 1;
            capital += u32::from(first.is_ascii_uppercase());
        }
    }
    if all >= 3 && upper * 10 >= all * 8 {
        Casing::Upper
    } else if long >= 3 && capital * 10 >= long * 8 {
        Casing::Title
    } else {
        Casing::Normal
    }
}

/// What the features read of one word.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub hash: u64,
    /// What the lexicon says the word may be; one of `UNKNOWN..` where it says nothing.
    pub class: u8,
    /// Common enough that its ending teaches nothing more.
    pub frequent: bool,
    pub shape: Shape,
    /// The last four bytes, lower-cased, the last one lowest; and the first three.
    pub tail: u32,
    pub head: u32,
}

pub const EDGE: Look = Look { hash: 1, class: 255, frequent: true, shape: Shape::Edge, tail: 0, head: 0 };

const QUOTE: u64 = 2;
const APOSTROPHE: u64 = 3;
const DASH: u64 = 4;

/// Looks at a word; `class` and `frequent` are left to the lexicon. `first`: no word before it.
pub fn look(word: &Word, first: bool, casing: Casing) -> Look {
    // most words are short of surprises
    if word.text.bytes().all(|byte| byte.is_ascii_lowercase()) && !word.text.is_empty() {
        let letters = |text: &[u8]| text.iter().fold(0, |all, &byte| all << 8 | u32::from(byte));
        let bytes = word.text.as_bytes();
        let (tail, head) = (letters(&bytes[bytes.len().saturating_sub(4)..]), letters(&bytes[..bytes.len().min(3)]));
        return Look { hash: word.hash, class: 0, frequent: false, shape: Shape::Lower, tail, head };
    }
    let (mut lower, mut upper, mut digit, mut wide, mut other) = (0u32, 0u32, 0u32, 0u32, 0u32);
    let (mut tail, mut head) = (0u32, 0u32);
    for (i, byte) in word.text.bytes().enumerate() {
        match byte {
            b'a'..=b'z' => lower += 1,
            b'A'..=b'Z' => upper += 1,
            b'0'..=b'9' => digit += 1,
            0x80.. => wide += 1,
            _ => other += 1,
        }
        let byte = u32::from(byte.to_ascii_lowercase());
        tail = tail << 8 | byte;
        if i < 3 {
            head = head << 8 | byte;
        }
    }
    let letters = lower + upper;
    let starts_upper = match word.text.bytes().next() {
        Some(0x80..) => word.text.chars().next().is_some_and(char::is_uppercase),
        Some(byte) => byte.is_ascii_uppercase(),
        None => false,
    };
    let shape = if digit > 0 {
        if letters + wide == 0 { Shape::Digits } else { Shape::DigitMix }
    } else if letters == 0 && !word.text.chars().any(char::is_alphabetic) {
        Shape::Mark
    } else if !starts_upper {
        if upper == 0 { Shape::Lower } else { Shape::Mixed }
    } else if lower + wide == 0 && upper > 1 {
        if casing == Casing::Upper { Shape::UpperAll } else { Shape::Upper }
    } else if upper <= 1 {
        match casing {
            Casing::Upper => Shape::UpperAll,
            Casing::Title => Shape::Title,
            _ if lower == 0 && other > 0 => Shape::Initial,
            _ if first => Shape::First,
            _ => Shape::Capital,
        }
    } else {
        Shape::Mixed
    };
    let mut hash = word.hash;
    match shape {
        Shape::Digits => {
            // a year, a day, a larger number, a number with marks in it
            hash = match (digit, other) {
                (4, 0) => 10,
                (1 | 2, 0) => 11,
                (_, 0) => 12,
                _ => 13,
            };
            (tail, head) = (0, 0);
        }
        Shape::DigitMix => {
            hash = 14 + u64::from(tail & 0xFFFF);
            head = 0;
        }
        Shape::Mark => {
            hash = match word.text {
                "\"" | "“" | "”" | "„" | "«" | "»" | "``" | "''" => QUOTE,
                "'" | "‘" | "’" | "`" => APOSTROPHE,
                "-" | "--" | "–" | "—" | "―" => DASH,
                _ => hash,
            }
        }
        _ => {}
    }
    Look { hash, class: 0, frequent: false, shape, tail, head }
}

/// The lexicon knows a word three ways: as it is, with a capital that means something (May, Polish,
/// Turkey), and with a capital that may or may not.
pub const AS_CAPITAL: u64 = 0x9E37_79B9_7F4A_7C15;
pub const AS_EITHER: u64 = 0xC2B2_AE3D_27D4_EB4F;

/// The lexicon's keys to try for a word, in order.
pub fn keys(look: &Look) -> [u64; 3] {
    let hash = look.hash;
    match look.shape {
        Shape::Capital | Shape::Mixed | Shape::Initial | Shape::Upper => [hash ^ AS_CAPITAL, hash, hash],
        Shape::First | Shape::Title | Shape::UpperAll => [hash ^ AS_EITHER, hash, hash ^ AS_CAPITAL],
        _ => [hash, hash, hash],
    }
}

/// Classes from here on are for words that the lexicon does not hold, by ending and capital.
pub const UNKNOWN: u8 = 200;

pub fn unknown_class(look: &Look) -> u8 {
    let group = match look.shape {
        Shape::Digits => return UNKNOWN,
        Shape::DigitMix => return UNKNOWN + 1,
        Shape::Mark | Shape::Edge => return UNKNOWN + 2,
        Shape::Lower => 0,
        Shape::First | Shape::Title | Shape::UpperAll => 2,
        _ => 1,
    };
    let ending = match look.tail.to_be_bytes() {
        [_, b'i', b'n', b'g'] => 3,
        [_, _, b'e', b'd'] => 2,
        [_, _, b'l', b'y'] => 4,
        [_, _, b's', b's'] => 0,
        [_, _, _, b's'] => 1,
        _ => 0,
    };
    UNKNOWN + 3 + group * 5 + ending
}

const fn bits(tags: &[Tag]) -> u32 {
    let (mut mask, mut i) = (0, 0);
    while i < tags.len() {
        mask |= 1 << tags[i] as u32;
        i += 1;
    }
    mask
}

/// What a word may be that is not frequent: anything but the closed classes.
const OPEN: u32 = {
    use Tag::*;
    bits(&[
        Noun,
        NounPlural,
        Propn,
        Adj,
        AdjComparative,
        Adv,
        VerbBase,
        VerbPresent,
        Verb3sg,
        VerbPast,
        VerbIng,
        VerbPart,
        Num,
        Intj,
        Sym,
    ])
};

/// The tags a word may have, as bits, where the lexicon lists `known` for it (0 for nothing).
pub fn candidates(look: &Look, known: u32) -> u32 {
    if !look.frequent {
        match look.shape {
            Shape::Digits => bits(&[Tag::Num, Tag::X]),
            Shape::Mark if known == 0 => bits(&[Tag::Punct, Tag::Sym]),
            _ => known | OPEN,
        }
    } else if look.shape.is_capital() && known & OPEN != 0 {
        known | bits(&[Tag::Propn])
    } else {
        known
    }
}

fn mix(kind: u64, a: u64, b: u64) -> u64 {
    let hash = (a ^ kind.wrapping_mul(0xA24B_AED4_963E_E407)).wrapping_mul(0x9FB2_1C65_1E98_DF25);
    let hash = (hash ^ hash >> 32 ^ b.wrapping_mul(0xD6E8_FEB8_6659_FD93)).wrapping_mul(0x9FB2_1C65_1E98_DF25);
    hash ^ hash >> 29
}

/// Features that decide most words by themselves; the last `RARE_FIRST` are of words that are not frequent.
const FIRST: usize = 8;
const RARE_FIRST: usize = 2;
/// The others; here it is the first `RARE_REST` that frequent words do without.
const REST: usize = 12;
const RARE_REST: usize = 3;

/// Gives every feature of the middle word of five, where `tags` are those of the two words before it,
/// the nearer first.
pub fn features(window: &[Look; 5], tags: [u8; 2], mut give: impl FnMut(u64)) {
    first_features(window, tags, &mut give);
    other_features(window, tags, give);
}

/// Gives the features that decide most words by themselves.
pub fn first_features(window: &[Look; 5], tags: [u8; 2], give: impl FnMut(u64)) {
    let count = if window[2].frequent { FIRST - RARE_FIRST } else { FIRST };
    first_list(window, tags).into_iter().take(count).for_each(give);
}

/// Gives the features that `first_features` leaves out.
pub fn other_features(window: &[Look; 5], tags: [u8; 2], give: impl FnMut(u64)) {
    let skipped = if window[2].frequent { RARE_REST } else { 0 };
    rest_list(window, tags).into_iter().skip(skipped).for_each(give);
}

fn form(look: &Look) -> u64 {
    u64::from(look.class) << 8 | look.shape as u64
}

fn first_list(window: &[Look; 5], tags: [u8; 2]) -> [u64; FIRST] {
    let [_, before, word, after, _] = window;
    let form = form(word);
    let shape = word.shape as u64;
    [
        mix(1, word.hash, shape),
        mix(2, form, 0),
        mix(11, word.hash, u64::from(after.class)),
        mix(10, after.hash, 0),
        mix(9, before.hash, 0),
        mix(5, u64::from(tags[0]), form),
        mix(18, u64::from(word.tail & 0xFF), shape),
        mix(16, u64::from(word.tail & 0xFF_FFFF), shape),
    ]
}

fn rest_list(window: &[Look; 5], tags: [u8; 2]) -> [u64; REST] {
    let [back, before, word, after, beyond] = window;
    let tag = u64::from(tags[0]);
    let class = |look: &Look| u64::from(look.class);
    let form = form(word);
    [
        mix(19, u64::from(word.tail & 0xFF_FFFF), tag),
        mix(20, u64::from(word.head), 0),
        mix(17, u64::from(word.tail & 0xFFFF), word.shape as u64),
        mix(6, class(word) << 16 | class(after) << 8 | class(beyond), 0),
        mix(8, after.hash, form),
        mix(7, before.hash, form),
        mix(3, tag, 0),
        mix(4, tag << 8 | u64::from(tags[1]), 0),
        mix(12, word.hash, after.hash),
        mix(13, word.hash, before.hash),
        mix(14, beyond.hash, class(word)),
        mix(15, back.hash, class(word)),
    ]
}
