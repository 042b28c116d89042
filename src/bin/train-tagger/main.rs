//! Trains the part-of-speech tagger and prints how well it does on documents it has not seen.
//! Development only (feature `tools`); writes one file, `weights.bin`, which the engine includes.
//!
//! Data: the academic, court, interview, news, speech, textbook and vlog documents of the GUM corpus
//! (Zeldes and contributors) in CoNLL-U. Annotations CC BY 4.0; texts CC BY or public domain. Parts of
//! GUM under share-alike or non-commercial terms must not be given to it. Credit is in NOTICE.
//! Words that so small a corpus cannot teach come from `src/text/tagger/lexicon.txt`, drawn up by hand.
//!
//!     cargo run --release --features tools --bin train-tagger -- CORPUS.conllu [folds=10] [out=FILE]
//!
//! Each fold holds every tenth document of each genre out, trains on the rest, packs, and tags the
//! held-out documents with the packed weights. `out` trains on all documents and writes the weights.

mod inflect;
mod lessons;
mod lexicon;
mod perceptron;

use std::collections::BTreeMap;
use std::time::Instant;

use hearsay::text::tagger::look::{self, Look, Shape, Word};
use hearsay::text::tagger::weights::Weights;
use hearsay::text::{Tag, hash_word, tagger};
use lexicon::{Classes, Entry, Lexicon};
use perceptron::{Example, Settings};

const LESSONS: &str = include_str!("../../text/tagger/lessons.txt");
const LIST: &str = include_str!("../../text/tagger/lexicon.txt");

#[derive(Clone)]
pub struct Token {
    pub text: String,
    pub lemma: String,
    pub gold: Tag,
}

#[derive(Clone)]
pub struct Sentence {
    pub document: usize,
    pub tokens: Vec<Token>,
}

impl Sentence {
    fn words(&self) -> Vec<Word<'_>> {
        self.tokens.iter().map(|t| Word { text: &t.text, hash: hash_word(&t.text) }).collect()
    }

    /// How each word looks, its class still unknown.
    pub fn looks(&self) -> Vec<Look> {
        let casing = look::casing(self.tokens.iter().map(|t| t.text.as_str()));
        let mut first = true;
        let see = |word: &Word| {
            let seen = look::look(word, first, casing);
            first &= seen.shape == Shape::Mark;
            seen
        };
        self.words().iter().map(see).collect()
    }
}

struct Document {
    genre: String,
    fold: usize,
}

/// The tag for a word of the corpus: its UPOS, made finer by XPOS.
fn tag(upos: &str, xpos: &str, features: &str, form: &str) -> Tag {
    match upos {
        "NOUN" if xpos == "NNS" || features.contains("Number=Plur") => Tag::NounPlural,
        "NOUN" => Tag::Noun,
        "PROPN" => Tag::Propn,
        "PRON" if xpos == "PRP$" || xpos == "WP$" => Tag::PronPoss,
        "PRON" => Tag::Pron,
        "DET" => Tag::Det,
        "ADJ" if xpos == "JJR" || xpos == "JJS" => Tag::AdjComparative,
        "ADJ" => Tag::Adj,
        "ADV" => Tag::Adv,
        "ADP" => Tag::Adp,
        "AUX" if xpos == "MD" => Tag::Modal,
        "AUX" => Tag::Aux,
        "VERB" => match xpos {
            "VBP" => Tag::VerbPresent,
            "VBZ" => Tag::Verb3sg,
            "VBD" => Tag::VerbPast,
            "VBG" => Tag::VerbIng,
            "VBN" => Tag::VerbPart,
            // verbs inside names: "United", "Breaking"
            "NNP" if form.ends_with("ing") => Tag::VerbIng,
            "NNP" if features.contains("VerbForm=Part") || form.ends_with("ed") => Tag::VerbPart,
            _ => Tag::VerbBase,
        },
        "CCONJ" => Tag::Cconj,
        "SCONJ" => Tag::Sconj,
        "PART" => Tag::Part,
        "NUM" => Tag::Num,
        "INTJ" => Tag::Intj,
        "PUNCT" => Tag::Punct,
        "SYM" => Tag::Sym,
        _ => Tag::X,
    }
}

fn read(text: &str, folds: usize) -> (Vec<Document>, Vec<Sentence>) {
    let (mut documents, mut sentences, mut tokens) = (Vec::<Document>::new(), Vec::new(), Vec::new());
    let mut per_genre: BTreeMap<String, usize> = BTreeMap::new();
    for line in text.lines().chain([""]) {
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            let genre = id.split('_').nth(1).unwrap_or("").to_string();
            let count = per_genre.entry(genre.clone()).or_default();
            documents.push(Document { genre, fold: *count % folds });
            *count += 1;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        if let [id, form, lemma, upos, xpos, features, ..] = columns[..]
            && id.bytes().all(|b| b.is_ascii_digit())
        {
            let gold = tag(upos, xpos, features, form);
            tokens.push(Token { text: form.into(), lemma: lemma.to_lowercase(), gold });
        }
        if line.is_empty() && !tokens.is_empty() {
            sentences
                .push(Sentence { document: documents.len().saturating_sub(1), tokens: std::mem::take(&mut tokens) });
        }
    }
    (documents, sentences)
}

/// Words that a headline in Title Case leaves small.
const SMALL: &[&str] = &[
    "a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "to", "for", "by", "as", "with", "from",
    "n't", "'s", "’s", "n’t",
];

fn title_case(sentence: &mut Sentence) {
    for (i, token) in sentence.tokens.iter_mut().enumerate() {
        let mut letters = token.text.chars();
        if let Some(first) = letters.next().filter(|_| i == 0 || !SMALL.contains(&token.text.as_str())) {
            token.text = first.to_uppercase().chain(letters).collect();
        }
    }
}

fn upper_case(sentence: &mut Sentence) {
    sentence.tokens.iter_mut().for_each(|t| t.text = t.text.to_uppercase());
}

/// The sentences, and some of them again as headlines write them.
fn with_headlines(sentences: &[&Sentence]) -> Vec<Sentence> {
    let mut out: Vec<Sentence> = sentences.iter().map(|&s| s.clone()).collect();
    for (i, sentence) in sentences.iter().enumerate().filter(|(_, s)| (4..25).contains(&s.tokens.len())) {
        let change = match i % 16 {
            0 | 8 => title_case,
            4 => upper_case,
            _ => continue,
        };
        let mut copy = (*sentence).clone();
        change(&mut copy);
        out.push(copy);
    }
    out
}

fn example(sentence: &Sentence, entries: &[Option<Entry>], classes: &Classes) -> Example {
    let mut looks = sentence.looks();
    let mut masks = Vec::new();
    for (look, entry) in looks.iter_mut().zip(entries) {
        let mut known = 0;
        match entry {
            Some(entry) => {
                look.class = classes.of(entry);
                look.frequent = entry.frequent;
                known = classes.masks[usize::from(look.class)];
            }
            None => look.class = look::unknown_class(look),
        }
        masks.push(look::candidates(look, known));
    }
    Example { looks, masks, gold: sentence.tokens.iter().map(|t| t.gold as u8).collect() }
}

/// Trains on these sentences and on our lessons, and packs the result.
fn train(sentences: &[&Sentence], settings: &Settings) -> Vec<u8> {
    let mut lexicon = Lexicon::from_list(LIST);
    sentences.iter().for_each(|s| lexicon.add(s));
    let lessons = lessons::lessons(LESSONS);
    for (word, tag) in lessons.iter().flatten() {
        tag.iter().for_each(|&tag| lexicon.mark(word, tag));
    }
    let all = with_headlines(sentences);
    let find = |s: &Sentence| -> Vec<_> { s.looks().iter().map(|l| lexicon.find(l, Some(s.document))).collect() };
    let entries: Vec<Vec<Option<Entry>>> = all.iter().map(find).collect();
    let classes = Classes::new(entries.iter().flatten().flatten().copied());
    let mut examples: Vec<Example> = all.iter().zip(&entries).map(|(s, e)| example(s, e, &classes)).collect();

    // Words of a lesson that are not marked get what the corpus alone teaches.
    let brief = Settings { epochs: 4, seeds: 1, ..settings.clone() };
    let teacher = perceptron::learn(&examples, &brief);
    let mut taught: Vec<Sentence> = lessons
        .iter()
        .map(|lesson| {
            let token =
                |(text, _): &(String, Option<Tag>)| Token { text: text.clone(), lemma: String::new(), gold: Tag::X };
            let mut sentence = Sentence { document: usize::MAX, tokens: lesson.iter().map(token).collect() };
            let mut marked = example(&sentence, &find(&sentence), &classes);
            for (mask, (_, mark)) in marked.masks.iter_mut().zip(lesson) {
                *mask = mark.map_or(*mask, |tag| 1 << tag as u32);
            }
            let tags = perceptron::tag(&teacher, &marked);
            sentence.tokens.iter_mut().zip(tags).for_each(|(token, tag)| token.gold = tagger::tag_of(tag));
            sentence
        })
        .collect();
    taught = with_headlines(&taught.iter().collect::<Vec<_>>());
    examples.extend(taught.iter().map(|s| example(s, &find(s), &classes)));
    perceptron::pack(&lexicon, &classes, &perceptron::learn(&examples, settings), settings.drop)
}

#[derive(Default)]
struct Score {
    words: usize,
    upos: usize,
    exact: usize,
}

/// Tags sentences with packed weights; says every miss to `miss`.
fn test(packed: &[u8], sentences: &[Sentence], mut score: impl FnMut(&Sentence, usize, Tag)) {
    let Some(weights) = Weights::read(packed) else { panic!("unreadable weights") };
    let mut tags = Vec::new();
    for sentence in sentences {
        tagger::tag_words(&weights, &sentence.words(), &mut tags);
        (0..tags.len()).for_each(|i| score(sentence, i, tags[i]));
    }
}

fn miss(sentence: &Sentence, at: usize, tag: Tag) -> String {
    let words: Vec<&str> = sentence.tokens.iter().map(|t| t.text.as_str()).collect();
    let (from, to) = (at.saturating_sub(4), (at + 4).min(words.len()));
    let (before, after) = (words[from..at].join(" "), words[at + 1..to.max(at + 1)].join(" "));
    format!("{tag:?} for {:?}: {before} >>{}<< {after}", sentence.tokens[at].gold, words[at])
}

fn time(packed: &[u8], sentences: &[Sentence]) -> f64 {
    let Some(weights) = Weights::read(packed) else { return 0.0 };
    let words: Vec<Vec<Word>> = sentences.iter().map(Sentence::words).collect();
    let count: usize = words.iter().map(Vec::len).sum();
    let mut tags = Vec::new();
    let round = |_| {
        let start = Instant::now();
        words.iter().for_each(|w| tagger::tag_words(&weights, w, &mut tags));
        start.elapsed().as_nanos() as f64 / count as f64
    };
    (0..40).map(round).fold(f64::MAX, f64::min)
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| arguments.iter().find_map(|a| a.strip_prefix(name)?.strip_prefix('='));
    let number = |name: &str, default: f64| option(name).and_then(|v| v.parse().ok()).unwrap_or(default);
    let Some(corpus) = arguments.first().and_then(|p| std::fs::read_to_string(p).ok()) else {
        eprintln!("usage: train-tagger CORPUS.conllu [folds=10] [only=N] [misses=FILE] [out=FILE]");
        std::process::exit(2);
    };
    let folds = number("folds", 10.0) as usize;
    let settings = Settings {
        epochs: number("epochs", 8.0) as u32,
        seeds: number("seeds", 4.0) as u64,
        margin: number("margin", 16.0) as f32,
        rarest: number("rarest", 3.0) as u32,
        drop: number("drop", 14.0) as f32,
    };
    let (documents, sentences) = read(&corpus, folds.max(1));

    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut misses = Vec::new();
    for fold in 0..folds.min(number("only", 99.0) as usize) {
        let in_fold = |s: &&Sentence| documents[s.document].fold == fold;
        let packed = train(&sentences.iter().filter(|s| !in_fold(s)).collect::<Vec<_>>(), &settings);
        let held: Vec<Sentence> = sentences.iter().filter(in_fold).cloned().collect();
        let mut count = |group: String, gold: Tag, tag: Tag| {
            let score = scores.entry(group).or_default();
            score.words += 1;
            score.upos += usize::from(tag.upos() == gold.upos());
            score.exact += usize::from(tag == gold);
        };
        test(&packed, &held, |s, i, tag| {
            let gold = s.tokens[i].gold;
            let genre = &documents[s.document].genre;
            let target = genre == "news" || genre == "interview";
            count("all".into(), gold, tag);
            count(genre.clone(), gold, tag);
            if target {
                count("news + interview".into(), gold, tag);
                count(format!("news + interview, fold {fold}"), gold, tag);
                if tag.upos() != gold.upos() {
                    misses.push(miss(s, i, tag));
                }
            }
        });
        for (name, change) in [("in Title Case", title_case as fn(&mut Sentence)), ("in capitals", upper_case)] {
            let mut changed: Vec<Sentence> =
                held.iter().filter(|s| documents[s.document].genre == "news").cloned().collect();
            changed.iter_mut().for_each(change);
            test(&packed, &changed, |s, i, tag| count(format!("news {name}"), s.tokens[i].gold, tag));
        }
        if fold == 0 {
            println!("{} bytes, {:.0} ns a word", packed.len(), time(&packed, &held));
        }
    }
    for (group, score) in &scores {
        let percent = |n: usize| n as f64 * 100.0 / score.words as f64;
        println!(
            "{group:28} {:7} words  UPOS {:.2}  exact {:.2}",
            score.words,
            percent(score.upos),
            percent(score.exact)
        );
    }
    if let Some(path) = option("misses") {
        std::fs::write(path, misses.join("\n")).expect("misses not written");
    }
    if let Some(path) = option("out") {
        let packed = train(&sentences.iter().collect::<Vec<_>>(), &settings);
        println!("{} bytes, {:.0} ns a word", packed.len(), time(&packed, &sentences));
        std::fs::write(path, packed).expect("weights not written");
    }
}
