//! What is told and nobody tells: "the story goes", "legend has it that", "rumour has it".

use super::Draft;
use super::passives::around;
use super::reader::Reader;
use crate::chunks::VerbGroup;
use crate::text::Words;
use crate::words;

/// What goes round, and has it that something is so.
const TALES: &Words = words!("story" "legend" "tale" "rumour" "rumor" "theory" "tradition" "gossip" "folklore" "myth");

pub(super) fn tale(reader: &Reader, group: &VerbGroup) -> Option<Draft> {
    let d = reader.document;
    let tale = group.first.checked_sub(1).filter(|&t| t >= reader.start() && d.any(t, TALES))?;
    let has = d.any(group.head, words!("has" "had")) && d.is(group.last + 1, "it");
    let goes = d.any(group.head, words!("goes" "went")) && !d.is(group.last + 1, "on");
    if !has && !goes {
        return None;
    }
    let first = tale - usize::from(tale > reader.start() && d.is(tale - 1, "the"));
    let last = group.last + usize::from(has);
    let content = around(reader, first, last + 1).or_else(|| {
        let at = last + 1 + usize::from(goes && reader.is_comma(last + 1));
        let clause = d.is(at, "that") || reader.clause_at(at).is_some();
        Some(vec![reader.trim((at, reader.content_end(at).filter(|_| clause)?))?])
    })?;
    Some(Draft::speech(None, (first, last), content, "sourcing.nobody", "say"))
}
