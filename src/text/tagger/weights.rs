//! The packed lexicon and weights of the tagger: how they lie in bytes, and looking things up there.
//! Read in place, nothing is unpacked; bytes that make no sense give no answer, never a panic.

use super::look::TAGS;

/// ```text
/// classes   u16 count, then u32 each: the tags of the class as bits
/// lexicon   u8 log2 of buckets; u16 each + 1: index of its first entry; entries of 3 bytes:
///           15 bits of check, 1 bit "frequent", u8 class
/// features  u8 log2 of buckets; u32 per 64 buckets and u16 each + 1: offset of its bytes; then per
///           feature u8 check, u8 count, and count × (u8 tag, i8 weight)
/// ```
pub struct Weights<'a> {
    classes: &'a [u8],
    lexicon_bits: u32,
    lexicon: &'a [u8],
    entries: &'a [u8],
    feature_bits: u32,
    bases: &'a [u8],
    offsets: &'a [u8],
    features: &'a [u8],
}

pub const BLOCK: usize = 64;
pub const ENTRY: usize = 3;

/// Where a key lies among `1 << bits` buckets; its low bits serve as the check.
pub fn bucket(key: u64, bits: u32) -> usize {
    (key >> (64 - bits.clamp(1, 32))) as usize
}

/// Spreads a word's hash for `bucket`.
pub fn spread(key: u64) -> u64 {
    let key = (key ^ key >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    key ^ key >> 31
}

fn u16_at(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at..at + 2).map(|b| usize::from(u16::from_le_bytes([b[0], b[1]])))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

impl<'a> Weights<'a> {
    pub fn read(bytes: &'a [u8]) -> Option<Weights<'a>> {
        let count = u16_at(bytes, 0)?;
        let (classes, rest) = bytes.get(2..)?.split_at_checked(count * 4)?;
        let (&lexicon_bits, rest) = rest.split_first()?;
        let (lexicon, rest) = rest.split_at_checked(((1usize << lexicon_bits.min(20)) + 1) * 2)?;
        let (entries, rest) = rest.split_at_checked(u16_at(lexicon, lexicon.len() - 2)? * ENTRY)?;
        let (&feature_bits, rest) = rest.split_first()?;
        let buckets = 1usize << feature_bits.min(20);
        let (bases, rest) = rest.split_at_checked((buckets / BLOCK + 1) * 4)?;
        let (offsets, features) = rest.split_at_checked((buckets + 1) * 2)?;
        let (lexicon_bits, feature_bits) = (u32::from(lexicon_bits), u32::from(feature_bits));
        Some(Weights { classes, lexicon_bits, lexicon, entries, feature_bits, bases, offsets, features })
    }

    /// The class of a word, and whether it is frequent.
    pub fn word(&self, key: u64) -> Option<(u8, bool)> {
        let key = spread(key);
        let at = bucket(key, self.lexicon_bits) * 2;
        let (from, to) = (u16_at(self.lexicon, at)?, u16_at(self.lexicon, at + 2)?);
        let check = (key & 0x7FFF) as u16;
        let entries = self.entries.get(from * ENTRY..to * ENTRY)?;
        entries.chunks_exact(ENTRY).find_map(|e| {
            let head = u16::from_le_bytes([e[0], e[1]]);
            (head & 0x7FFF == check).then_some((e[2], head >> 15 == 1))
        })
    }

    /// The tags of a class, as bits.
    pub fn tags(&self, class: u8) -> u32 {
        u32_at(self.classes, usize::from(class) * 4).unwrap_or(0)
    }

    fn start(&self, bucket: usize) -> Option<usize> {
        Some(u32_at(self.bases, bucket / BLOCK * 4)? as usize + u16_at(self.offsets, bucket * 2)?)
    }

    /// Adds the weights of a feature.
    pub fn add(&self, feature: u64, scores: &mut [i32; 32]) {
        let at = bucket(feature, self.feature_bits);
        let (Some(from), Some(to)) = (self.start(at), self.start(at + 1)) else { return };
        let Some(mut rest) = self.features.get(from..to) else { return };
        let check = feature as u8;
        while let [found, count, tail @ ..] = rest {
            let length = usize::from(*count) * 2;
            let Some((weights, next)) = tail.split_at_checked(length) else { return };
            if *found == check {
                for pair in weights.chunks_exact(2) {
                    scores[usize::from(pair[0] & 31)] += i32::from(pair[1] as i8);
                }
                return;
            }
            rest = next;
        }
    }
}

/// The best of the tags allowed, the first of equals.
pub fn best(scores: &[i32; 32], mask: u32) -> u8 {
    let mut best = (i32::MIN, TAGS as u8 - 1);
    let mut left = mask & ((1 << TAGS) - 1);
    while left != 0 {
        let tag = left.trailing_zeros() as u8;
        left &= left - 1;
        if scores[usize::from(tag)] > best.0 {
            best = (scores[usize::from(tag)], tag);
        }
    }
    best.1
}
