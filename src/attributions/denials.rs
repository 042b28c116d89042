//! What is denied stands apart from its verb: "charges of theft, which he denies", "rejected as baseless the charge
//! that". Finds the denied words; plain denials are read with the other verbs.

use super::cues::CueVerb;
use super::reader::Reader;
use super::verbs::draft;
use super::{Draft, Stance};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::text::{Tag, Words};
use crate::words;

/// What somebody can deny in a clause that no pronoun opens.
pub(super) const DENIABLE: &Words = words!("charge" "charges" "claim" "claims" "allegation" "allegations" "accusation" "accusations" "suggestion" "suggestions" "report" "reports" "assertion" "assertions");

/// "charges of theft, which he denies", "an allegation the ministry rejected": what is denied stands before.
pub(super) fn moved_object(reader: &Reader, group: &VerbGroup, verb: &'static CueVerb) -> Option<Draft> {
    let d = reader.document;
    let next = reader.tag(group.last + 1);
    let goes_on = matches!(next, Tag::Punct | Tag::Cconj | Tag::Adv) || d.is(group.last + 1, "as");
    if verb.stance != Stance::Denial || group.form != VerbForm::Finite || !goes_on {
        return None;
    }
    let source = reader.subject(group).filter(|&s| reader.has_voice(s) || d.any(s.0, words!("it" "its")))?;
    // without a pronoun only what can be denied: "charges he denies", "allegations Lomé rejects"
    let deniable = |t: usize| d.any(t, DENIABLE);
    let (host, source) = if let Some(inside) = (source.0..source.1).find(|&t| deniable(t)) {
        (inside, (inside + 1, source.1))
    } else {
        let before = source.0.checked_sub(1).filter(|&t| t > reader.start())?;
        match d.any(before, words!("which" "that")) {
            _ if d.is(before, "something") && reader.is_comma(before - 1) => (before, source),
            true if reader.is_comma(before - 1) => (before.checked_sub(2)?, source),
            true => (before - 1, source),
            false if deniable(before) => (before, source),
            false => return None,
        }
    };
    // "say he drove at the guard deliberately, which he denies": the statement, and no thing
    let deed = accused_of(reader, host);
    let phrase = reader.phrase_start(host);
    let thing = phrase.is_some_and(|s| (s..=host).any(deniable)) || deed.is_some();
    let stated = reader.is_comma(host + 1) && d.is(host + 2, "which") && !thing;
    let says = reader.groups.iter().rev().find(|g| g.last < host && reader.says(g));
    let said = says.map(|g| g.last + 1 + usize::from(d.is(g.last + 1, "that")));
    let clause = said.is_some_and(|first| reader.clause_at(first).is_some());
    let cue = (group.first, group.last);
    if !d.is(host, "something") && (!reader.tag(host).is_noun() || stated && clause) {
        let stops = matches!(reader.word(group.last + 1), "." | ";" | "");
        let stated = reader.trim((said?, host)).filter(|_| stops)?;
        return Some(draft(group, verb, Some(source), cue, vec![stated], "sourcing.object"));
    }
    let first = deed.or(phrase).filter(|&s| s >= reader.start())?;
    // "rejected as baseless"
    let after = cue.1 + 1;
    let named = d.is(after, "as").then(|| reader.trim((after, reader.noun_content_end(after, true)?))).flatten();
    let content = [(first, host)].into_iter().chain(named).collect();
    (reader.tag(host).is_noun() || d.is(host, "something"))
        .then(|| draft(group, verb, Some(source), cue, content, "sourcing.object"))
}

/// "suspected of arming the militia, which it denies": the deed is denied, not the militia.
fn accused_of(reader: &Reader, host: usize) -> Option<usize> {
    let d = reader.document;
    let deed = |t: &usize| {
        reader.tag(*t) == Tag::VerbIng && d.any(t - 1, words!("of" "with" "for")) && reader.tag(t - 2).is_verb()
    };
    (reader.start() + 2..host).rev().take(16).find(deed)
}

/// "rejected as “baseless” Burundi's charge that": what is denied stands after what it is called.
pub(super) fn as_baseless(reader: &Reader, group: &VerbGroup, verb: &'static CueVerb) -> Option<Draft> {
    let d = reader.document;
    let named = group.last + 2;
    if verb.stance != Stance::Denial || !d.is(group.last + 1, "as") {
        return None;
    }
    let last = match reader.quote_opens(named) {
        Some(quote) => quote.last,
        None => reader.tag(named).is_adj().then_some(named)?,
    };
    chunks::noun_phrase_end(d, last + 1, reader.end())?;
    let denied = reader.trim((last + 1, reader.noun_content_end(last + 1, true)?))?;
    let source = reader.subject(group)?;
    let content = vec![(group.last + 1, last), denied];
    Some(draft(group, verb, Some(source), (group.first, group.last), content, "sourcing.object"))
}
