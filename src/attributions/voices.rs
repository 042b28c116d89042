//! Who the source is: kind, rung and voice of every attribution, in the order in which a reader meets
//! them, so that "he", "the agency" and "the ministry" find the voice they stand for.
//! Takes the spans as they are; never changes source, cue or content.

use super::anonymity::{self, Note};
use super::cast::Cast;
use super::hands::{self, Carriage};
use super::kinds::Who;
use super::listener::Listener;
use super::naming::{self, PERSONS};
use super::nesting;
use super::{Attribution, CueClass, Draft, Form, Partner};
use crate::rules;
use crate::text::Document;
use crate::words;

/// Verbs by which an outlet vouches for what it writes.
const VERIFYING: &[&str] =
    &["verify", "establish", "observe", "witness", "see", "learn", "review", "determine", "ascertain"];

/// Verbs whose subject is somebody.
const SAYING: &[&str] =
    &["say", "tell", "add", "ask", "insist", "complain", "reply", "shout", "recall", "admit", "vow"];

/// Names the voice of every draft.
pub(super) fn identify(document: &Document, cast: &Cast, drafts: Vec<Draft>) -> Vec<Attribution> {
    if drafts.is_empty() {
        return Vec::new();
    }
    let parents = nesting::parents(&drafts);
    let notes = anonymity::notes(document);
    let mut listener = Listener { document, cast, heard: Vec::new(), by_place: Vec::new() };
    let mut voices: Vec<Option<Who>> = vec![None; drafts.len()];
    // a nested "I" or "he" needs the voice around it: parents go first, whatever their place
    for index in 0..drafts.len() {
        listener.settle(index, &drafts, &parents, &mut voices, 0);
    }
    let voices: Vec<Who> = voices.into_iter().map(|w| w.unwrap_or_else(Who::nobody)).collect();
    let depths = depths(document, &drafts, &parents, &voices);
    drafts
        .into_iter()
        .zip(voices)
        .enumerate()
        .map(|(index, (draft, who))| attribute(document, cast, draft, who, parents[index], depths[index], &notes))
        .collect()
}

fn attribute(
    document: &Document,
    cast: &Cast,
    draft: Draft,
    who: Who,
    parent: Option<usize>,
    mut depth: u8,
    notes: &[Note],
) -> Attribution {
    let form = form(document, &draft);
    let mut flags = Vec::new();
    let mut via = None;
    if let Some((outlet, carriage)) = hands::via(document, cast, draft.cue, draft.source)
        && who.entity.as_deref() != Some(outlet.entity)
    {
        via = Some(outlet.entity.to_owned());
        if outlet.wire {
            flags.push("wire");
        }
        if outlet.kind == "state-media" {
            flags.push("state-media");
        }
        if carriage == Carriage::Carried && parent.is_none() {
            depth = depth.max(2);
        }
    }
    if who.wire {
        flags.push("wire");
    }
    if who.state_media {
        flags.push("state-media");
    }
    let (mut kind, mut rung) = (who.kind, who.rung);
    // a thing shows and suggests; what says and tells is somebody, though no list knows the word
    if kind == "none" && draft.source.is_some() && SAYING.contains(&draft.lemma) {
        (kind, rung) = if who.plural { ("crowd", 6) } else { ("witness", 5) };
    }
    // the outlet's own people saw it, or it checked for itself
    let saw = draft.rule == "sourcing.witness"
        || (matches!(kind, "outlet" | "wire") && !draft.negated && VERIFYING.contains(&draft.lemma));
    if saw {
        rung = 1;
        kind = if who.wire && kind == "wire" { "wire" } else { "outlet" };
    }
    let mut reason = None;
    if matches!(rung, 5 | 6)
        && let Some(note) = note_for(document, &draft, notes)
    {
        flags.extend(note.flag);
        reason = note.reason;
        if kind == "witness" || kind == "organisation" {
            kind = "anonymous";
        }
    }
    flags.sort_unstable();
    flags.dedup();
    Attribution {
        // on the development news the same rule is right less often for thoughts and plans than for words
        confidence: rules::sure(draft.rule)
            * if draft.class == CueClass::Speech { 1.0 } else { 0.82 }
            * if draft.source.is_some() { 0.85 + 0.15 * who.sure } else { 1.0 },
        source: draft.source,
        cue: draft.cue,
        content: draft.content,
        class: draft.class,
        form,
        stance: draft.stance,
        rung,
        source_kind: kind,
        depth,
        parent,
        entity: who.entity,
        name: who.name,
        partner: who.partner.and_then(|p| {
            Some(Partner { entity: p.entity?, name: p.name, rung: p.rung, source_kind: p.kind, state: p.state })
        }),
        state: who.state,
        via,
        reason,
        flags,
        rule: draft.rule,
    }
}

/// The words about anonymity in an attribution's sentence, or in the next when that goes on about it.
fn note_for<'n>(document: &Document, draft: &Draft, notes: &'n [Note]) -> Option<&'n Note> {
    let sentence = document.sentence_of(draft.cue.0);
    // in the source, in the cue's sentence or in the next: notes stand in reading order
    let from = document.sentences.get(sentence)?.start.min(draft.source.map_or(usize::MAX, |s| s.0));
    let to =
        document.sentences.get(sentence + 1).map_or(usize::MAX, |s| s.end).max(draft.source.map_or(0, |s| s.1 + 1));
    let near = notes.partition_point(|note| note.tokens.0 < from);
    notes[near..].iter().take_while(|note| note.tokens.0 < to).find(|note| {
        let at = document.sentence_of(note.tokens.0);
        let goes_on = || {
            let Some(s) = document.sentences.get(at) else { return false };
            document.any(s.start, words!("he" "she" "they" "both" "all"))
                || (document.any(s.start, words!("the" "this" "these"))
                    && naming::noun(document, s.start + 1).0 & PERSONS != 0)
        };
        let inside = draft.source.is_some_and(|s| s.0 <= note.tokens.0 && note.tokens.1 <= s.1);
        let quoted = document.quoted(note.tokens.0);
        inside || (!quoted && (at == sentence || (at == sentence + 1 && goes_on())))
    })
}

/// Hands: one, and one more for every different voice around it.
fn depths(document: &Document, drafts: &[Draft], parents: &[Option<usize>], voices: &[Who]) -> Vec<u8> {
    (0..drafts.len())
        .map(|index| {
            let mut depth = 1u8;
            let mut seen = index;
            let mut steps = 0;
            while let Some(parent) = parents[seen].filter(|_| steps < 6) {
                let same = voices[parent].entity.is_some() && voices[parent].entity == voices[seen].entity;
                if !same && voices[parent].kind != "none" && voices[seen].kind != "none" {
                    depth += 1;
                }
                seen = parent;
                steps += 1;
            }
            let quoted = drafts[index].rule == "sourcing.quoted-as"
                && (drafts[index].source.is_some_and(|s| hands::quoter(document, s).is_some())
                    || document.any(drafts[index].cue.0, words!("was" "were" "is" "been" "has" "had")));
            if quoted && depth == 1 { 2 } else { depth }
        })
        .collect()
}

/// Direct when all content is quoted, mixed when some is, a scare quote when only a few words are.
fn form(document: &Document, draft: &Draft) -> Form {
    if draft.rule == "sourcing.interview" {
        return Form::Direct;
    }
    let (mut inside, mut outside) = (0usize, 0usize);
    for &(first, last) in &draft.content {
        for t in first..=last {
            if document.tokens.get(t).is_some_and(|t| t.is_word()) {
                if document.quoted(t) { inside += 1 } else { outside += 1 }
            }
        }
    }
    match (inside, outside) {
        (0, _) => Form::Indirect,
        (_, 0) => Form::Direct,
        // a few quoted words inside somebody else's; what begins with the quotation reports it
        (n, o) if n <= 3 && o <= 8 && !draft.content.first().is_some_and(|c| document.quoted(c.0)) => Form::ScareQuote,
        _ => Form::Mixed,
    }
}

/// One voice and everything it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    pub entity: String,
    pub name: String,
    pub source_kind: &'static str,
    /// The best rung it is given.
    pub rung: u8,
    pub state: Option<String>,
    /// Indices of its attributions, in reading order.
    pub attributions: Vec<usize>,
}

/// The attributions by voice, in the order in which the voices are first heard. A source that cannot
/// be told from others ("a witness" twice) is one voice under each of its names.
pub fn voices(attributions: &[Attribution]) -> Vec<Voice> {
    let mut all: Vec<Voice> = Vec::new();
    for (index, a) in attributions.iter().enumerate() {
        let Some(entity) = &a.entity else { continue };
        match all.iter_mut().find(|v| v.entity == *entity) {
            Some(voice) => {
                voice.attributions.push(index);
                if a.rung < voice.rung {
                    voice.rung = a.rung;
                    voice.source_kind = a.source_kind;
                }
                if voice.name.is_empty() {
                    voice.name.clone_from(&a.name);
                }
                if voice.state.is_none() {
                    voice.state.clone_from(&a.state);
                }
            }
            None => all.push(Voice {
                entity: entity.clone(),
                name: a.name.clone(),
                source_kind: a.source_kind,
                rung: a.rung,
                state: a.state.clone(),
                attributions: vec![index],
            }),
        }
    }
    all
}
