//! Spans of text, and the one place where byte offsets become UTF-16 offsets.
//! Knows nothing of language; everything after it counts in bytes until the report is written.

/// A half-open range `[start, end)` of **bytes** in the scanned text, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(start: u32, end: u32) -> Span {
        Span { start, end: end.max(start) }
    }

    /// The text under the span; empty when the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    pub fn len(self) -> u32 {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Turns byte offsets into UTF-16 code units, as the DOM counts them.
///
/// Offsets are looked up from checkpoints at every non-ASCII character, so that an ASCII text
/// costs nothing and any text costs a binary search per offset.
pub struct Utf16 {
    /// (byte offset after a non-ASCII character, bytes minus units up to there)
    steps: Vec<(u32, u32)>,
}

/// Bytes looked at together: most hold ASCII only.
const CHUNK: usize = 32;

impl Utf16 {
    pub fn new(text: &str) -> Utf16 {
        let mut steps = Vec::new();
        let mut surplus = 0u32;
        for (number, chunk) in text.as_bytes().chunks(CHUNK).enumerate() {
            if chunk.is_ascii() {
                continue;
            }
            for (at, &byte) in chunk.iter().enumerate() {
                // (bytes of the character, UTF-16 units) by its first byte
                let (bytes, units) = match byte {
                    0xC0..=0xDF => (2, 1),
                    0xE0..=0xEF => (3, 1),
                    0xF0.. => (4, 2),
                    _ => continue,
                };
                surplus += bytes - units;
                steps.push(((number * CHUNK + at) as u32 + bytes, surplus));
            }
        }
        Utf16 { steps }
    }

    /// UTF-16 offset of a byte offset that lies on a character boundary.
    pub fn offset(&self, byte: u32) -> u32 {
        let seen = self.steps.partition_point(|&(at, _)| at <= byte);
        match seen.checked_sub(1).and_then(|last| self.steps.get(last)) {
            Some(&(_, surplus)) => byte - surplus,
            None => byte,
        }
    }

    /// Byte offset of a UTF-16 offset: the way back.
    pub fn byte(&self, unit: u32) -> u32 {
        let seen = self.steps.partition_point(|&(at, surplus)| at - surplus <= unit);
        match seen.checked_sub(1).and_then(|last| self.steps.get(last)) {
            Some(&(_, surplus)) => unit + surplus,
            None => unit,
        }
    }

    /// `[start, end)` in UTF-16 code units.
    pub fn span(&self, span: Span) -> [u32; 2] {
        [self.offset(span.start), self.offset(span.end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_units_as_the_dom_does() {
        for text in ["plain", "“curly” and ’s", "Türkiye\u{a0}a", "🇰🇵 flag 𝒜 b", "e\u{301}"] {
            let map = Utf16::new(text);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let truth = text[..at].encode_utf16().count() as u32;
                assert_eq!(map.offset(at as u32), truth, "{text:?} at {at}");
                assert_eq!(map.byte(truth), at as u32, "{text:?} back from {truth}");
            }
        }
    }
}
