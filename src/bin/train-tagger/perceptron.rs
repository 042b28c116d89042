//! The averaged perceptron, and packing what it learnt into bytes.
//! Development only; deterministic, so that the same corpus gives the same bytes.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use hearsay::text::tagger::look::{self, EDGE, Look, TAGS};
use hearsay::text::tagger::weights::{DENSE, WAYS, bucket, checks, spread};

use crate::lexicon::{Classes, Lexicon};

/// A sentence made ready: looks with their classes, the tags each word may have, the right ones.
pub struct Example {
    pub looks: Vec<Look>,
    pub masks: Vec<u32>,
    pub gold: Vec<u8>,
}

#[derive(Clone)]
pub struct Settings {
    pub epochs: u32,
    pub seeds: u64,
    /// How far the right tag must lead before a word teaches nothing.
    pub margin: f32,
    /// Features met less often are left out.
    pub rarest: u32,
    /// Weights below this many steps of the packed scale are dropped.
    pub drop: f32,
}

#[derive(Default)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, x: u64) {
        self.0 = x;
    }
}

pub type Row = [f32; TAGS];
type Index = HashMap<u64, usize, BuildHasherDefault<AsIs>>;

fn window(looks: &[Look], at: usize) -> [Look; 5] {
    [0, 1, 2, 3, 4].map(|i| (at + i).checked_sub(2).and_then(|j| looks.get(j)).copied().unwrap_or(EDGE))
}

const START: [u8; 2] = [TAGS as u8; 2];

fn common(examples: &[Example], rarest: u32) -> Index {
    let mut counts: HashMap<u64, u32, BuildHasherDefault<AsIs>> = HashMap::default();
    for example in examples {
        let mut tags = START;
        for at in 0..example.looks.len() {
            if example.masks[at].count_ones() > 1 {
                look::features(&window(&example.looks, at), tags, |f| *counts.entry(f).or_default() += 1);
            }
            tags = [example.gold[at], tags[0]];
        }
    }
    let mut kept: Vec<u64> = counts.into_iter().filter(|c| c.1 >= rarest).map(|c| c.0).collect();
    kept.sort_unstable();
    kept.into_iter().enumerate().map(|(i, f)| (f, i)).collect()
}

/// Learns from the examples, tagging with its own earlier guesses as it will have to. The weights are
/// the mean over every step of every run.
pub fn learn(examples: &[Example], settings: &Settings) -> BTreeMap<u64, Row> {
    let index = common(examples, settings.rarest);
    let mut total = vec![[0f64; TAGS]; index.len()];
    for seed in 0..settings.seeds {
        run(examples, settings, &index, 0x1234_5678 + seed * 7919, &mut total);
    }
    let mean = |sum: &[f64; TAGS]| sum.map(|s| (s / settings.seeds as f64) as f32);
    index.iter().map(|(&feature, &i)| (feature, mean(&total[i]))).collect()
}

fn run(examples: &[Example], settings: &Settings, index: &Index, seed: u64, total: &mut [[f64; TAGS]]) {
    let mut weights: Vec<Row> = vec![[0.0; TAGS]; index.len()];
    // what a step adds, times the step, gives the mean at the end
    let mut late: Vec<[f64; TAGS]> = vec![[0.0; TAGS]; index.len()];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let (mut random, mut step) = (seed, 1f64);
    let mut active: Vec<usize> = Vec::new();
    for _ in 0..settings.epochs {
        for i in (1..order.len()).rev() {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            order.swap(i, (random % (i as u64 + 1)) as usize);
        }
        for example in order.iter().map(|&i| &examples[i]) {
            let mut tags = START;
            for at in 0..example.looks.len() {
                let (mask, gold) = (example.masks[at], example.gold[at]);
                let mut tag = mask.trailing_zeros() as u8;
                if mask.count_ones() > 1 {
                    active.clear();
                    look::features(&window(&example.looks, at), tags, |f| active.extend(index.get(&f)));
                    let mut scores = [0f32; TAGS];
                    for &f in &active {
                        scores.iter_mut().zip(&weights[f]).for_each(|(s, w)| *s += w);
                    }
                    tag = best(&scores, mask);
                    scores[usize::from(gold)] -= settings.margin;
                    let rival = best(&scores, mask | 1 << gold);
                    if rival != gold {
                        for &f in &active {
                            for (tag, by) in [(gold, 1f32), (rival, -1f32)] {
                                weights[f][usize::from(tag)] += by;
                                late[f][usize::from(tag)] += f64::from(by) * step;
                            }
                        }
                    }
                    step += 1.0;
                }
                tags = [tag, tags[0]];
            }
        }
    }
    for (sum, (w, l)) in total.iter_mut().zip(weights.iter().zip(&late)) {
        for tag in 0..TAGS {
            sum[tag] += f64::from(w[tag]) - l[tag] / step;
        }
    }
}

/// Tags an example with unpacked weights; a mask of one tag is obeyed.
pub fn tag(rows: &BTreeMap<u64, Row>, example: &Example) -> Vec<u8> {
    let mut tags = START;
    let mut out = Vec::new();
    for (at, &mask) in example.masks.iter().enumerate() {
        let mut scores = [0f32; TAGS];
        look::features(&window(&example.looks, at), tags, |f| {
            if let Some(row) = rows.get(&f) {
                scores.iter_mut().zip(row).for_each(|(s, w)| *s += w);
            }
        });
        let tag = if mask.count_ones() == 1 { mask.trailing_zeros() as u8 } else { best(&scores, mask) };
        out.push(tag);
        tags = [tag, tags[0]];
    }
    out
}

fn best(scores: &Row, mask: u32) -> u8 {
    let allowed = (0..TAGS).filter(|t| mask >> t & 1 == 1);
    allowed.fold((f32::MIN, TAGS as u8 - 1), |b, t| if scores[t] > b.0 { (scores[t], t as u8) } else { b }).1
}

/// Packs lexicon and weights as `text::tagger::weights` reads them.
pub fn pack(lexicon: &Lexicon, classes: &Classes, rows: &BTreeMap<u64, Row>, drop: f32) -> Vec<u8> {
    let mut out = (classes.masks.len() as u16).to_le_bytes().to_vec();
    classes.masks.iter().for_each(|m| out.extend(m.to_le_bytes()));

    let words = lexicon.all();
    let mut buckets = vec![Vec::new(); words.len() / 3 + 1];
    let count = buckets.len();
    for (key, entry) in &words {
        let key = spread(*key);
        let head = (key & 0x7FFF) as u16 | u16::from(entry.frequent) << 15;
        let [a, b] = head.to_le_bytes();
        buckets[bucket(key, count)].extend([a, b, classes.of(entry)]);
    }
    out.extend(u16::try_from(count).expect("too many buckets").to_le_bytes());
    let mut start = 0usize;
    for entries in &buckets {
        out.extend(u16::try_from(start).expect("lexicon too large").to_le_bytes());
        start += entries.len() / 3;
    }
    out.extend(u16::try_from(start).expect("lexicon too large").to_le_bytes());
    buckets.iter().for_each(|e| out.extend(e));

    let mut sizes: Vec<f32> = rows.values().flatten().map(|w| w.abs()).filter(|w| *w > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    let unit = sizes.get(sizes.len() * 9995 / 10000).map_or(1.0, |top| top / 127.0);
    let mut kept = Vec::new();
    for (&feature, row) in rows {
        let weight = |w: f32| if w.abs() >= drop * unit { (w / unit).round().clamp(-127.0, 127.0) as i8 } else { 0 };
        let weights = row.map(weight);
        if weights.iter().any(|&w| w != 0) {
            kept.push((feature, weights));
        }
    }
    // four and a half of eight places taken, on the mean
    let mut buckets: Vec<Vec<(u64, [i8; TAGS])>> = vec![Vec::new(); kept.len() * 2 / 9 + 1];
    let count = buckets.len();
    for (feature, weights) in &kept {
        buckets[bucket(*feature, count)].push((*feature, *weights));
    }
    out.extend(u16::try_from(count).expect("too many buckets").to_le_bytes());
    let (mut tail, mut left_out) = (Vec::new(), 0);
    for features in &mut buckets {
        // where there are too many, the weightiest stay; of equal first checks only one can be found
        let weight = |f: &(u64, [i8; TAGS])| f.1.iter().map(|w| u32::from(w.unsigned_abs())).sum::<u32>();
        features.sort_by_key(|f| (std::cmp::Reverse(weight(f)), f.0));
        let start = tail.len();
        let (mut firsts, mut ends) = ([0u8; WAYS], [0u8; WAYS]);
        let mut used = 0;
        for (feature, weights) in features.iter() {
            let (first, second) = checks(*feature);
            let weights = written(weights);
            let end = tail.len() - start + 1 + weights.len();
            if used == WAYS || firsts.contains(&first) || end > 255 {
                left_out += 1;
                continue;
            }
            (firsts[used], ends[used]) = (first, end as u8);
            used += 1;
            tail.push(second);
            tail.extend(weights);
        }
        out.extend(firsts);
        out.extend(ends);
        out.extend((start as u32).to_le_bytes());
    }
    out.extend(&tail);
    println!(
        "{} words, {} features ({left_out} left out), {} weights",
        words.len(),
        kept.len(),
        kept.iter().flat_map(|k| k.1).filter(|&w| w != 0).count()
    );
    out
}

/// The weights of a feature as bytes: pairs of tag and weight, or all of them.
fn written(weights: &[i8; TAGS]) -> Vec<u8> {
    let pairs = || (0u8..).zip(weights).filter(|(_, w)| **w != 0);
    if pairs().count() < DENSE {
        pairs().flat_map(|(tag, &w)| [tag, w as u8]).collect()
    } else {
        weights.map(|w| w as u8).to_vec()
    }
}
