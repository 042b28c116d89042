//! Chambers of a parliament and their committees: "the House Oversight Committee", "the full House".
//! Decides by the words of the name; the chamber's noun alone counts where the story tells of its members.

use super::Mention;
use super::officials_again::put_in_place;
use super::officials_bodies::Body;
use super::officials_units::Units;
use crate::rules;
use crate::text::{Document, Kind};
use crate::words;

/// "the House Oversight and Reform Committee", "the Senate Committee on Banking": from the chamber to the end.
pub(super) fn committee(document: &Document, units: &Units, at: usize) -> Option<Body> {
    let noun = units.get(at).filter(|u| u.is_capital() && document.any(u.last, words!("committee" "subcommittee")))?;
    let block = document.tokens[noun.first].block;
    let inside = |u: usize| {
        units.get(u).is_some_and(|n| {
            let joins = [units.marks.and, units.marks.ampersand, units.marks.comma].contains(&units.hash(document, u));
            document.tokens[n.first].block == block && (joins || n.is_capital() && !n.is_state())
        })
    };
    let chamber = |u: &usize| units.get(*u).is_some_and(|n| document.any(n.first, words!("house" "senate" "commons")));
    let start = (at.saturating_sub(8)..at).rev().take_while(|&u| inside(u)).filter(chamber).last()?;
    // "the Opera House Committee"
    let longer = start
        .checked_sub(1)
        .is_some_and(|u| units.list[u].is_capital() && inside(u) && !document.is(units.list[u].last, "the"));
    let on = document.is(noun.last + 1, "on") && units.get(at + 2).is_some_and(|u| u.is_capital());
    let end = if on {
        (at + 2..at + 9).take_while(|&u| inside(u)).filter(|&u| units.list[u].is_capital()).last()?
    } else {
        at
    };
    let fields = start + 1 < at || on;
    (fields && !longer).then_some(Body { start, end, state: None, fixed: units.list[start].fixed, bare: false })
}

/// "the full House", "the House voted" in a story that tells of its members or committees.
pub(super) fn chamber(document: &Document, list: &mut Vec<Mention>) {
    let alone = |&t: &usize| {
        let after = document.tokens.get(t + 1);
        let noun = document.tag(t + 1).is_noun() && after.is_some_and(|t| t.kind == Kind::Lower);
        document.is(t, "house")
            && document.tokens[t].is_capital()
            && document.any(t.wrapping_sub(1), words!("the" "full"))
            && !noun
            && !document.any(t + 1, words!("of" "-"))
            && !after.is_some_and(|t| t.is_capital())
    };
    let found: Vec<usize> = (1..document.tokens.len()).filter(alone).collect();
    if found.is_empty() {
        return;
    }
    let members = words!("rep" "rep." "reps." "congressman" "congresswoman");
    let tells = |m: &&Mention| {
        let (first, last) = m.tokens;
        (first..=last).any(|t| document.any(t, members) || document.is(t, "house") && last > first)
    };
    let Some(state) = list.iter().find(tells).map(|m| m.state.clone()) else { return };
    let entity = super::officials::entity_of("body", state.as_deref(), "house");
    for token in found {
        let mention = Mention {
            layer: super::Layer::Official,
            kind: "body",
            entity: entity.clone(),
            span: document.span(token, token),
            tokens: (token, token),
            reading: None,
            role: None,
            state: state.clone(),
            state_inferred: false,
            title: None,
            rule: "official.body",
            confidence: rules::sure("official.body"),
        };
        put_in_place(list, mention);
    }
}
