//! The verbs, nouns and adjectives that report what somebody says or thinks, from `cues.txt`.
//! Knows words and the complements they take; nothing of sentences.

use std::sync::OnceLock;

use super::{CueClass, Stance};
use crate::lexicon::{Table, plural};
use crate::text::hash_word;

/// The complements with which a verb reports something; the letters of `cues.txt`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frames(u32);

impl Frames {
    pub const CLAUSE: Frames = Frames(1);
    pub const QUOTE: Frames = Frames(1 << 1);
    pub const PERSON: Frames = Frames(1 << 2);
    pub const INFINITIVE: Frames = Frames(1 << 3);
    pub const INFINITIVE_ALONE: Frames = Frames(1 << 4);
    pub const WH: Frames = Frames(1 << 5);
    pub const NOUN: Frames = Frames(1 << 6);
    pub const NOUN_ALONE: Frames = Frames(1 << 7);
    pub const GERUND: Frames = Frames(1 << 8);
    pub const AS: Frames = Frames(1 << 9);
    pub const OF: Frames = Frames(1 << 10);
    pub const PASSIVE: Frames = Frames(1 << 11);
    pub const NAMING: Frames = Frames(1 << 12);
    pub const THING: Frames = Frames(1 << 13);
    pub const VOICE: Frames = Frames(1 << 14);
    pub const PARTICLE: Frames = Frames(1 << 15);
    pub const THAT: Frames = Frames(1 << 16);

    fn letter(letter: &str) -> Option<Frames> {
        Some(match letter {
            "t" => Frames::CLAUSE,
            "T" => Frames::THAT,
            "q" => Frames::QUOTE,
            "p" => Frames::PERSON,
            "i" => Frames::INFINITIVE,
            "I" => Frames::INFINITIVE_ALONE,
            "w" => Frames::WH,
            "n" => Frames::NOUN,
            "N" => Frames::NOUN_ALONE,
            "g" | "G" => Frames::GERUND,
            "a" => Frames::AS,
            "o" => Frames::OF,
            "s" => Frames::PASSIVE,
            "C" => Frames::NAMING,
            "x" => Frames::THING,
            "v" => Frames::VOICE,
            "r" => Frames::PARTICLE,
            _ => return None,
        })
    }

    /// Whether any of the given frames is among these.
    pub fn any(self, other: Frames) -> bool {
        self.0 & other.0 != 0
    }

    fn add(&mut self, other: Frames) {
        self.0 |= other.0;
    }
}

/// A verb that reports, with all its forms looked up by `verb`.
#[derive(Clone, Debug)]
pub struct CueVerb {
    pub lemma: &'static str,
    pub class: CueClass,
    pub stance: Stance,
    pub frames: Frames,
    /// Prepositions and particles that belong to the verb, by hash ("for" in "called for").
    pub particles: Vec<u64>,
    /// Nouns that make it a report whatever else it means, by hash ("responsibility" after "claimed").
    pub objects: Vec<u64>,
    /// Nouns, one or several, beside which the verb reports nothing ("posted a loss").
    pub barred: Vec<u64>,
}

impl CueVerb {
    /// Whether whatever follows the verb is what was said ("say", "add", "insist"), never an object.
    pub fn clauses_only(&self) -> bool {
        const OBJECTS: Frames = Frames(
            Frames::NOUN.0
                | Frames::NOUN_ALONE.0
                | Frames::PERSON.0
                | Frames::AS.0
                | Frames::OF.0
                | Frames::NAMING.0
                | Frames::THING.0
                | Frames::INFINITIVE_ALONE.0,
        );
        self.class == CueClass::Speech && self.frames.any(Frames::CLAUSE) && !self.frames.any(OBJECTS)
    }
}

/// A noun or adjective that reports ("the claim that", "is confident that").
#[derive(Clone, Copy, Debug)]
pub struct CueWord {
    pub class: CueClass,
    pub stance: Stance,
    pub adjective: bool,
    /// Takes a to-infinitive ("promise to").
    pub infinitive: bool,
    /// Takes a noun phrase after a preposition ("criticism of").
    pub noun: bool,
}

struct Cues {
    verbs: Vec<CueVerb>,
    forms: Table<u16>,
    words: Table<CueWord>,
}

fn cues() -> &'static Cues {
    static SHARED: OnceLock<Cues> = OnceLock::new();
    SHARED.get_or_init(|| read(include_str!("cues.txt"), include_str!("cue-words.txt")))
}

/// The reporting verb of which this is a form.
pub fn verb(hash: u64) -> Option<&'static CueVerb> {
    let cues = cues();
    cues.forms.get(hash).and_then(|&i| cues.verbs.get(usize::from(i)))
}

/// The reporting noun or adjective.
pub fn word(hash: u64) -> Option<&'static CueWord> {
    cues().words.get(hash)
}

fn heading(name: &str) -> (CueClass, Stance) {
    let mut parts = name.split_whitespace();
    let class = match parts.next() {
        Some("belief") => CueClass::Belief,
        Some("intent") => CueClass::Intent,
        _ => CueClass::Speech,
    };
    let stance = match parts.next() {
        Some("distancing") => Stance::Distancing,
        Some("factive") => Stance::Factive,
        Some("denial") => Stance::Denial,
        Some("non-response") => Stance::NonResponse,
        _ => Stance::Neutral,
    };
    (class, stance)
}

fn lines(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut under = "";
    text.lines().filter_map(move |line| {
        let line = line.split('#').next().unwrap_or("").trim();
        if let Some(name) = line.strip_prefix("== ") {
            under = name;
            return None;
        }
        (!line.is_empty()).then_some((under, line))
    })
}

fn read(verbs_text: &'static str, words_text: &'static str) -> Cues {
    let mut verbs: Vec<CueVerb> = Vec::new();
    let mut forms: Table<u16> = Table::default();
    for (under, line) in lines(verbs_text) {
        let (class, stance) = heading(under);
        let mut parts = line.split_whitespace();
        let mut names = parts.next().unwrap_or("").split('/');
        let lemma = names.next().unwrap_or("");
        let (past, participle) = (names.next(), names.next());
        // a verb listed twice keeps its first class and adds the frames
        let index = verbs.iter().position(|v| v.lemma == lemma).unwrap_or_else(|| {
            verbs.push(CueVerb {
                lemma,
                class,
                stance,
                frames: Frames::default(),
                particles: Vec::new(),
                objects: Vec::new(),
                barred: Vec::new(),
            });
            verbs.len() - 1
        });
        for frame in parts {
            if let Some(particle) = frame.strip_suffix('+') {
                verbs[index].particles.push(hash_word(particle));
            } else if let Some(object) = frame.strip_suffix('=') {
                verbs[index].objects.push(hash_word(object));
            } else if let Some(object) = frame.strip_suffix('!') {
                verbs[index].barred.extend([hash_word(object), hash_word(&crate::lexicon::plural(object))]);
            } else if let Some(letter) = Frames::letter(frame) {
                verbs[index].frames.add(letter);
            }
        }
        for form in inflect(lemma, past, participle) {
            let hash = hash_word(&form);
            // a form of two verbs is the first's
            if forms.get(hash).is_none() {
                forms.insert(hash, index as u16);
            }
        }
    }
    let mut words: Table<CueWord> = Table::default();
    for (under, line) in lines(words_text) {
        let (class, stance) = heading(under);
        let adjective = under.contains("adjective");
        for entry in line.split_whitespace() {
            let (name, marks) = entry.split_once('+').unwrap_or((entry, ""));
            let word = CueWord { class, stance, adjective, infinitive: marks.contains('i'), noun: marks.contains('n') };
            words.insert(hash_word(name), word);
            if !adjective {
                words.insert(hash_word(&plural(name)), word);
            }
        }
    }
    Cues { verbs, forms, words }
}

/// The forms of a verb that no list has, each with the same form of a listed one; both as `cues.txt`
/// writes them, irregular forms after slashes.
pub fn paired_forms(verb: &str, like: &str) -> Vec<(String, String)> {
    let forms = |verb: &str| {
        let mut names = verb.split('/').map(str::trim).filter(|name| !name.is_empty());
        let lemma = names.next().unwrap_or("");
        let mut all = inflect(lemma, names.next(), names.next());
        // a regular participle is the past form
        if all.len() == 4 {
            all.push(all[3].clone());
        }
        all
    };
    // a phrase or a mark is no verb: nothing is read as one
    if verb.is_empty() || !verb.chars().all(|c| c.is_alphabetic() || matches!(c, '/' | ' ' | '-')) {
        return Vec::new();
    }
    forms(verb).into_iter().zip(forms(like)).collect()
}

/// The forms of a verb: base, third person, past, participle, -ing.
fn inflect(lemma: &str, past: Option<&str>, participle: Option<&str>) -> Vec<String> {
    let y_stem = lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let third = match y_stem {
        Some(stem) => format!("{stem}ies"),
        None if lemma.ends_with(['s', 'x', 'z']) || lemma.ends_with("ch") || lemma.ends_with("sh") => {
            format!("{lemma}es")
        }
        None if lemma == "go" => "goes".to_owned(),
        None => format!("{lemma}s"),
    };
    let doubled = doubles(lemma);
    let regular = match (y_stem, lemma.strip_suffix('e')) {
        (Some(stem), _) => format!("{stem}ied"),
        (_, Some(stem)) => format!("{stem}ed"),
        _ if doubled => format!("{lemma}{}ed", &lemma[lemma.len() - 1..]),
        _ => format!("{lemma}ed"),
    };
    let ing = match lemma.strip_suffix('e') {
        Some(stem) if !stem.ends_with('e') => format!("{stem}ing"),
        _ if doubled => format!("{lemma}{}ing", &lemma[lemma.len() - 1..]),
        _ => format!("{lemma}ing"),
    };
    let mut forms = vec![lemma.to_owned(), third, ing];
    // "signaled" and "signalled"
    if doubled && lemma.ends_with('l') {
        forms.extend([format!("{lemma}ed"), format!("{lemma}ing")]);
    }
    forms.push(past.map_or_else(|| regular.clone(), str::to_owned));
    if let Some(participle) = participle {
        forms.push(participle.to_owned());
    }
    forms
}

/// Whether the last consonant doubles before -ed and -ing.
fn doubles(lemma: &str) -> bool {
    const DOUBLING: &[&str] = &[
        "admit", "quip", "rebut", "plan", "chat", "snap", "brag", "slam", "dub", "rip", "pin", "blog", "wed", "nod",
        "vet", "hit", "sob", "grin", "concur", "beg", "chip", "infer", "refer", "cut", "put", "spot", "rap", "jot",
        "tap", "prefer", "regret", "submit", "shrug", "aver", "fret", "label", "marvel", "signal", "counsel",
    ];
    DOUBLING.contains(&lemma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_their_verb() {
        for (form, lemma) in [
            ("said", "say"),
            ("says", "say"),
            ("denied", "deny"),
            ("denies", "deny"),
            ("announcing", "announce"),
            ("admitted", "admit"),
            ("foreseen", "foresee"),
            ("told", "tell"),
            ("complained", "complain"),
            ("regretted", "regret"),
            ("signaled", "signal"),
            ("signalling", "signal"),
        ] {
            assert_eq!(verb(hash_word(form)).map(|v| v.lemma), Some(lemma), "{form}");
        }
        assert!(verb(hash_word("table")).is_none());
        assert!(word(hash_word("allegations")).is_some());
    }
}
