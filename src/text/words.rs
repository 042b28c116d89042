//! Short lists of words that rules ask for, made at compile time by `words!`.

/// A few words, and a filter over their hashes that turns nearly all others away at one look.
pub struct Words {
    filter: [u64; 4],
    hashes: &'static [u64],
}

/// Which of the filter's bits is a hash's: (word, bit).
const fn bit(hash: u64) -> (usize, u64) {
    ((hash >> 6 & 3) as usize, 1 << (hash & 63))
}

impl Words {
    /// For `words!`; `hashes` are those of `hash_word`.
    pub const fn new(hashes: &'static [u64]) -> Words {
        let (mut filter, mut i) = ([0; 4], 0);
        while i < hashes.len() {
            let (word, bit) = bit(hashes[i]);
            filter[word] |= bit;
            i += 1;
        }
        Words { filter, hashes }
    }

    /// Whether the word with this hash is among them.
    #[inline(always)]
    pub fn contains(&self, hash: &u64) -> bool {
        let (word, bit) = bit(*hash);
        // a word or two are compared as fast
        (self.hashes.len() <= 2 || self.filter[word] & bit != 0) && self.hashes.contains(hash)
    }
}

/// A few lower-case ASCII words, for `Document::any`.
#[macro_export]
macro_rules! words {
    ($($word:literal)*) => {{
        const HASHES: &[u64] = &[$($crate::text::hash_ascii($word)),*];
        const LIST: &$crate::text::Words = &$crate::text::Words::new(HASHES);
        LIST
    }};
}
