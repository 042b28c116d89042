//! Who a source is, on sentences and short stories written for this project.

use super::*;
use crate::page::article_from_text;

fn read(text: &str) -> Vec<(String, Attribution)> {
    let article = article_from_text(text);
    let document = Document::new(&article);
    let mentions = crate::mentions::find(&document);
    let (found, _) = find(&document, &mentions);
    let words = |a: &Attribution| a.source.map_or(String::new(), |(f, l)| document.span(f, l).of(text).to_owned());
    found.into_iter().map(|a| (words(&a), a)).collect()
}

/// Story; the words its last attribution's source must contain; kind, rung, voice ("" for any).
type Row = (&'static str, &'static str, &'static str, u8, &'static str);

#[test]
fn kinds_rungs_and_voices() {
    let table: &[Row] = &[
        ("The Swiss government said the tunnel would open.", "government", "official", 4, ""),
        ("Lisbon said the ferry had been sold.", "Lisbon", "official", 4, "PRT"),
        ("Police said the van was empty.", "Police", "official", 4, ""),
        ("A police spokeswoman said the van was empty.", "spokeswoman", "official", 5, ""),
        ("A spokesman for the company said the mill would close.", "spokesman", "organisation", 5, ""),
        ("US officials said the jet had turned back.", "officials", "official", 5, ""),
        ("The prosecutor said the files were gone.", "prosecutor", "official", 5, ""),
        ("A judge ruled that the ban was void.", "judge", "official", 5, ""),
        (
            "Karin Lund, a surgeon at the clinic, said the wards were full.",
            "Karin Lund",
            "expert",
            3,
            "person:karin-lund",
        ),
        ("Rosa Pinto, a neighbour, said the dog had barked.", "Rosa Pinto", "witness", 3, "person:rosa-pinto"),
        ("Acme President Jan Lund said it was late.", "Jan Lund", "organisation", 3, "person:jan-lund"),
        ("The WHO said stocks were low.", "WHO", "official", 4, "org:who"),
        ("One of the drivers said the road was wet.", "One of the drivers", "witness", 5, ""),
        ("Sandoval would not say. She told the paper that it was late.", "She", "witness", 3, "person:sandoval"),
        ("The economist Tunde Bello said that prices would fall.", "Tunde Bello", "expert", 3, "person:tunde-bello"),
        (
            "Hanna Roth, the chief executive of the airline, said fares would rise.",
            "Hanna Roth",
            "organisation",
            3,
            "person:hanna-roth",
        ),
        ("His brother said the boat was old.", "brother", "witness", 5, ""),
        ("Analysts said the rate would rise.", "Analysts", "expert", 6, ""),
        ("Two diplomats said the talks had failed.", "diplomats", "official", 5, ""),
        ("Witnesses said the bridge shook.", "Witnesses", "witness", 6, ""),
        ("Critics say the law is a gag.", "Critics", "crowd", 6, ""),
        ("Villagers said the well was dry.", "Villagers", "crowd", 6, ""),
        ("Sources said the deal was off.", "Sources", "anonymous", 6, ""),
        ("A source said the deal was off.", "source", "anonymous", 5, ""),
        ("Two people familiar with the talks said the deal was off.", "people", "anonymous", 5, ""),
        ("The study found that half of the wells were dry.", "study", "document", 2, ""),
        ("Court documents show that the ship had been sold twice.", "documents", "document", 2, ""),
        ("Satellite images showed that the dam had burst.", "images", "document", 2, ""),
        ("The union said it would strike.", "union", "organisation", 4, ""),
        ("Oxfam said the wells were dry.", "Oxfam", "organisation", 4, ""),
        ("Reuters reported that the minister had left.", "Reuters", "wire", 4, "org:reuters"),
        ("The Straits Times reported that the ferry had been sold.", "Straits Times", "outlet", 4, "org:straits-times"),
        ("Xinhua reported that the rocket had flown.", "Xinhua", "state-media", 4, "org:xinhua"),
        ("Iranian state media said the ship was safe.", "state media", "state-media", 4, ""),
        ("Armenian MPs said the ship was safe.", "MPs", "official", 5, ""),
        ("The crowd was angry, according to Tass.\n\nThey called for a vote.", "They", "crowd", 6, ""),
        (
            "“He is ill,” his wife Li Wen told AFP. Li said he was cold. The cooks Xie Yang and Li Hep left.",
            "Li",
            "witness",
            3,
            "person:li-wen",
        ),
        ("Iranian state TV said the ship was safe.", "state TV", "state-media", 4, ""),
        ("Her brother-in-law said the ship was safe.", "brother-in-law", "witness", 5, ""),
        ("Father of two-year-old lost in Kenya says he wept\n\nHe wept.", "Father", "witness", 5, ""),
        (
            "The Cuban foreign ministry sent a note. The foreign ministry said it was late.",
            "foreign ministry",
            "official",
            4,
            "body:CUB-foreign-ministry",
        ),
        ("Storm sinks nine boats: state TV\n\nNobody was hurt in the storm.", "state TV", "state-media", 4, ""),
        ("Local media reported that the school had closed.", "media", "outlet", 6, ""),
        ("It is believed that the ship sank.", "", "none", 7, ""),
        (
            "Karin Lund, a nurse, left the clinic. She said the wards were full.",
            "She",
            "witness",
            3,
            "person:karin-lund",
        ),
        (
            "Karin Lund, a nurse, left the clinic. Lund said the wards were full.",
            "Lund",
            "witness",
            3,
            "person:karin-lund",
        ),
        (
            "The harvest has doubled, KCNA reported. The agency said the fields were green.",
            "agency",
            "state-media",
            4,
            "org:kcna",
        ),
        (
            "Pilots fear the fog, the Kestrel Union said. The union said two had quit.",
            "union",
            "organisation",
            4,
            "org:kestrel-union",
        ),
        ("A widow said the roof had gone. The widow said nobody came.", "widow", "witness", 5, "unnamed:widow"),
        ("A statement from the ministry said the visas would be ready.", "statement", "official", 4, ""),
        (
            "The agency said “the harvest has doubled”, and KCNA said more ships would sail.",
            "KCNA",
            "state-media",
            4,
            "org:kcna",
        ),
    ];
    let mut wrong = Vec::new();
    for &(text, source, kind, rung, entity) in table {
        let found = read(text);
        let last =
            found.iter().rev().find(|(words, _)| words.contains(source) && (!source.is_empty() || words.is_empty()));
        match last {
            Some((_, a))
                if a.source_kind == kind
                    && a.rung == rung
                    && (entity.is_empty() || a.entity.as_deref() == Some(entity)) => {}
            Some((_, a)) => wrong.push(format!("{text} → {} {} {:?}", a.source_kind, a.rung, a.entity)),
            None => wrong.push(format!("{text} → not found in {:?}", found.iter().map(|f| &f.0).collect::<Vec<_>>())),
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), table.len(), wrong.join("\n"));
}

#[test]
fn hands_and_depth() {
    let told = read("The farmer Ivo Marek told AFP that the road was closed.");
    assert_eq!(told[0].1.via.as_deref(), Some("org:afp"));
    assert!(told[0].1.flags.contains(&"wire"));
    let nested = read("The nurse said the mayor had told her that the road was closed.");
    let inner = nested.iter().find(|(words, _)| words.contains("mayor"));
    assert!(inner.is_none_or(|(_, a)| a.depth == 2 && a.parent.is_some()), "{nested:?}");
}

#[test]
fn reasons_are_kept_with_the_unnamed() {
    let found = read("A nurse, who asked not to be named for fear of losing her job, said the ward was empty.");
    let nurse = found.iter().find(|(words, _)| words.contains("nurse")).expect("the nurse speaks");
    assert_eq!(nurse.1.flags, ["reason-given"]);
    assert_eq!((nurse.1.source_kind, nurse.1.rung), ("anonymous", 5));
    assert!(nurse.1.reason.is_some());
}

#[test]
fn an_article_has_one_origin_however_many_names_credit_it() {
    let table = [
        ("Dam bursts\n\nGENEVA (Reuters) — A dam burst on Monday.\n\nNobody was hurt.", Some("org:reuters")),
        ("Dam bursts\n\nA dam burst on Monday, reports BSS/AFP.\n\nNobody was hurt.", Some("org:afp")),
        ("Dam bursts\n\nA dam burst on Monday. Reuters is a news agency.\n\nNobody was hurt.", None),
        ("Dam bursts\n\nHe told Reuters that a dam burst on Monday.\n\nNobody was hurt.", None),
    ];
    for (text, expected) in table {
        let article = article_from_text(text);
        let document = Document::new(&article);
        let mentions = crate::mentions::find(&document);
        let (_, origin) = find(&document, &mentions);
        assert_eq!(origin.source().map(|h| h.entity.as_str()), expected, "{text}: {origin:?}");
    }
}

#[test]
fn voices_are_grouped_in_the_order_first_heard() {
    let found: Vec<Attribution> = read("The harvest has doubled, KCNA reported. The agency said the fields were green. Police said nothing had been stolen.")
        .into_iter()
        .map(|f| f.1)
        .collect();
    let voices = voices::voices(&found);
    assert_eq!(voices[0].entity, "org:kcna");
    assert_eq!(voices[0].attributions.len(), 2);
    assert_eq!(voices.len(), 2);
}
