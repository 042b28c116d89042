//! Who the source is: kind, rung and voice of an attribution.

use super::{Attribution, Draft, Form};
use crate::mentions::Mention;
use crate::rules;
use crate::text::Document;

pub fn identify(document: &Document, mentions: &[Mention], draft: Draft) -> Attribution {
    let _ = (mentions, draft.negated, draft.lemma);
    let form = form(document, &draft);
    Attribution {
        source: draft.source,
        cue: draft.cue,
        content: draft.content,
        class: draft.class,
        form,
        stance: draft.stance,
        rung: if draft.source.is_some() { 3 } else { 7 },
        source_kind: if draft.source.is_some() { "official" } else { "none" },
        depth: 1,
        parent: None,
        entity: None,
        flags: Vec::new(),
        rule: draft.rule,
        confidence: rules::sure(draft.rule),
    }
}

/// Direct when all content is quoted, mixed when some is, a scare quote when only a few words are.
fn form(document: &Document, draft: &Draft) -> Form {
    let quoted = |t: usize| document.tokens.get(t).is_some_and(|t| t.quote != 0);
    let (mut inside, mut outside) = (0usize, 0usize);
    for &(first, last) in &draft.content {
        for t in first..=last {
            if document.tokens.get(t).is_some_and(|t| t.is_word()) {
                if quoted(t) { inside += 1 } else { outside += 1 }
            }
        }
    }
    match (inside, outside) {
        (0, _) => Form::Indirect,
        (_, 0) => Form::Direct,
        (n, o) if n <= 3 && o <= 8 => Form::ScareQuote,
        _ => Form::Mixed,
    }
}
