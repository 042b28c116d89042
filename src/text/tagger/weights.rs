//! The packed lexicon and weights of the tagger: how they lie in bytes, and looking things up there.
//! Read in place, nothing is unpacked; bytes that make no sense give no answer, never a panic.

use super::look::TAGS;

/// ```text
/// classes   u16 count, then u32 each: the tags of the class as bits
/// lexicon   u16 count of buckets; u16 each + 1: index of its first entry; entries of 3 bytes:
///           15 bits of check, 1 bit "frequent", u8 class
/// features  u16 count of buckets; per bucket of up to eight features u64: a check each, 0 for none;
///           u64: where each ends, from the bucket's start; u32: the start. Then the features: u8 second
///           check, and (u8 tag, i8 weight) for a few tags, or an i8 for every tag where there are more
/// ```
/// The checks of a bucket are compared all at once, so that a feature that was never learnt, the usual
/// case, costs one look and no loop.
pub struct Weights<'a> {
    classes: &'a [u8],
    lexicon: &'a [u8],
    entries: &'a [u8],
    buckets: &'a [[u8; BUCKET]],
    features: &'a [u8],
}

pub const ENTRY: usize = 3;
/// Bytes of a bucket, and how many features it holds at most.
pub const BUCKET: usize = 20;
pub const WAYS: usize = 8;
/// A feature that says something of so many tags has a weight for every tag: these are added in one go.
pub const DENSE: usize = 5;

/// Scores by tag; twenty features of a byte each cannot overflow them.
/// Whole rows and single weights are summed apart: a processor waits where it reads many bytes at once of
/// what it has just written by twos.
#[derive(Default)]
pub struct Scores {
    rows: [i16; TAGS],
    single: [i16; 32],
}

impl Scores {
    fn of(&self, tag: u8) -> i16 {
        let at = usize::from(tag);
        self.rows.get(at).copied().unwrap_or(0) + self.single.get(at).copied().unwrap_or(0)
    }
}

/// Where a key lies among so many buckets, by its high half; its low bits serve as checks.
pub fn bucket(key: u64, buckets: usize) -> usize {
    (((key >> 32) * buckets as u64) >> 32) as usize
}

/// The two checks of a feature; the first is never 0.
pub fn checks(feature: u64) -> (u8, u8) {
    ((feature as u8).max(1), (feature >> 8) as u8)
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
        let (lexicon, rest) = rest.get(2..)?.split_at_checked((u16_at(rest, 0)? + 1) * 2)?;
        let (entries, rest) = rest.split_at_checked(u16_at(lexicon, lexicon.len() - 2)? * ENTRY)?;
        let (buckets, features) = rest.get(2..)?.split_at_checked(u16_at(rest, 0)? * BUCKET)?;
        let (buckets, _) = buckets.as_chunks();
        Some(Weights { classes, lexicon, entries, buckets, features })
    }

    /// The class of a word, and whether it is frequent.
    pub fn word(&self, key: u64) -> Option<(u8, bool)> {
        let key = spread(key);
        let at = bucket(key, self.lexicon.len() / 2 - 1) * 2;
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

    /// Adds the weights of a feature.
    #[inline]
    pub fn add(&self, feature: u64, scores: &mut Scores) {
        let Some(bucket) = self.buckets.get(bucket(feature, self.buckets.len())) else { return };
        let (first, second) = checks(feature);
        let [a, b, c, d, e, f, g, h, ..] = *bucket;
        let differ = u64::from_le_bytes([a, b, c, d, e, f, g, h]) ^ (ONES * u64::from(first));
        // the lowest byte that is zero has its high bit set here, and none below it
        let equal = differ.wrapping_sub(ONES) & !differ & (ONES << 7);
        if equal == 0 {
            return;
        }
        let way = equal.trailing_zeros() as usize / 8;
        let from = if way == 0 { 0 } else { bucket[WAYS - 1 + way] };
        let start = u32::from_le_bytes([bucket[16], bucket[17], bucket[18], bucket[19]]) as usize;
        match self.features.get(start + usize::from(from)..start + usize::from(bucket[WAYS + way])) {
            Some([check, weights @ ..]) if *check == second => {
                if let Some(all) = weights.first_chunk::<TAGS>() {
                    scores.rows.iter_mut().zip(all).for_each(|(score, &weight)| *score += i16::from(weight as i8));
                } else {
                    for pair in weights.as_chunks::<2>().0 {
                        scores.single[usize::from(pair[0] & 31)] += i16::from(pair[1] as i8);
                    }
                }
            }
            _ => {}
        }
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;

/// The best of the tags allowed, the first of equals, and its lead over the next.
pub fn best(scores: &Scores, mask: u32) -> (u8, i16) {
    let (mut best, mut tag, mut second) = (i16::MIN, TAGS as u8 - 1, i16::MIN);
    let mut left = mask & ((1 << TAGS) - 1);
    while left != 0 {
        let next = left.trailing_zeros() as u8;
        left &= left - 1;
        let score = scores.of(next);
        if score > best {
            (second, best, tag) = (best, score, next);
        } else if score > second {
            second = score;
        }
    }
    (tag, best.saturating_sub(second))
}
