//! What a reader is shown holds together: marks, badges, cards, summary and panel tell the same story.

use std::collections::{BTreeMap, BTreeSet};

use hearsay::page::{page_from_html, story_of, story_of_text};
use hearsay::view::{self, Options};

const SAMPLE: &str = include_str!("../www/sample.txt");

fn options(ui_lang: &str) -> Options {
    Options { ui_lang: ui_lang.to_owned(), hedges: true, places: true, ..Options::default() }
}

fn words(text: &str, start: u32, end: u32) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16_lossy(&units[start as usize..end as usize])
}

fn cards(text: &str, options: &Options) -> BTreeMap<String, view::Card> {
    let story = story_of_text(text);
    view::cards_of_report(&view::report_of(&story, options), &story, options)
}

#[test]
fn every_mark_and_badge_has_a_card_and_every_card_a_mark() {
    let view = view::of_text(SAMPLE, &options("en"));
    let cards = cards(SAMPLE, &options("en"));
    assert_eq!(view.status.code, "ok");
    assert!(view.marks.len() > 15, "the sample has marks: {}", view.marks.len());
    let marked: BTreeSet<&str> = view.marks.iter().map(|m| m.finding.as_str()).collect();
    let carded: BTreeSet<&str> = cards.keys().map(String::as_str).collect();
    assert_eq!(marked, carded);
    assert!(view.badges.iter().all(|b| carded.contains(b.finding.as_str())));
    for card in cards.values() {
        assert!(!card.title.is_empty() && !card.letter.is_empty() && !card.quote.is_empty(), "{card:?}");
        let speakers = card.chain.iter().filter(|hand| hand.last).count();
        assert_eq!(speakers, usize::from(!card.chain.is_empty()), "{card:?}");
        assert!(card.imvain.is_empty() || card.imvain.len() == 5, "{card:?}");
        assert!(card.same_voice.iter().all(|f| carded.contains(f.as_str())), "{card:?}");
    }
}

#[test]
fn a_state_is_badged_once_and_underlined_wherever_it_is_named() {
    let view = view::of_text(SAMPLE, &options("en"));
    let norway: Vec<_> = view.badges.iter().filter(|b| b.label == "NOR").collect();
    assert_eq!(norway.len(), 1);
    assert_eq!(words(SAMPLE, norway[0].start, norway[0].end), "Norway");
    let named = view.marks.iter().filter(|m| m.style == "state" && words(SAMPLE, m.start, m.end).starts_with("Norw"));
    assert!(named.count() > 1);
}

#[test]
fn hedges_and_places_are_shown_only_when_asked_for() {
    let text = "The pier may have been closed.\n\nThe delegation landed in Oslo on Monday.";
    let styles = |options: &Options| -> Vec<&'static str> {
        view::of_text(text, options).marks.iter().map(|m| m.style).collect()
    };
    assert!(styles(&Options::default()).is_empty(), "{:?}", styles(&Options::default()));
    assert!(styles(&options("en")).contains(&"hedge"));
}

/// Every string of a value, keys and the story's own text left out.
fn strings(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => out.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, out)),
        serde_json::Value::Object(object) => object.values().for_each(|item| strings(item, out)),
        _ => {}
    }
}

#[test]
fn no_message_is_left_unfilled_in_any_language() {
    for lang in ["en", "fr", "fr-CA", "xx"] {
        let view = serde_json::to_value(view::of_text(SAMPLE, &options(lang))).expect("a view");
        let panel = view::panel_of_story(&story_of_text(SAMPLE), &options(lang));
        let mut all = Vec::new();
        strings(&view, &mut all);
        strings(&serde_json::to_value(&panel).expect("a panel"), &mut all);
        let cards = cards(SAMPLE, &options(lang));
        strings(&serde_json::to_value(&cards).expect("cards"), &mut all);
        all.extend([view::export::csv(&panel), view::export::markdown(&panel)]);
        assert!(all.iter().all(|text| !text.contains('{')), "{lang}: {:?}", all.iter().find(|t| t.contains('{')));
    }
}

#[test]
fn a_french_reader_reads_french() {
    let view = view::of_text(SAMPLE, &options("fr"));
    assert_eq!(view.status.text, "Cet article a été analysé.");
    let cards = cards(SAMPLE, &options("fr"));
    let sourcing = cards.values().find(|c| c.layer == "sourcing").expect("a source");
    assert!(sourcing.imvain.iter().any(|line| line.key == "Indépendante"), "{sourcing:?}");
    assert!(view.summary.lines.iter().all(|line| !line.contains(" of ")), "{:?}", view.summary.lines);
}

#[test]
fn a_page_that_is_no_story_gets_a_sentence_and_nothing_else() {
    let index =
        (0..30).map(|n| format!("<li><a href='/{n}'>Headline of the day number {n}</a></li>")).collect::<String>();
    for (html, code) in [(index.as_str(), "no-story"), ("", "empty"), ("<p>  </p>", "empty")] {
        let page = page_from_html(html);
        let view = view::of_page(&page, &options("en"));
        assert_eq!(view.status.code, code);
        assert!(!view.status.text.is_empty() && view.marks.is_empty() && view.badges.is_empty());
        assert!(view::card_of_page(&page, &options("en"), "m0").is_none());
    }
    assert!(view::status_text("pdf", "en").contains("PDF"));
    assert_eq!(view::status_text("no such code", "en"), view::status_text("unknown", "en"));
}

#[test]
fn marks_fall_within_the_blocks_of_the_page() {
    let paragraphs: Vec<String> =
        SAMPLE.split("\n\n").map(|p| format!("<p>{}</p>", p.replace('&', "&amp;").trim())).collect();
    let html = format!("<nav><p>Menu of the page, not read.</p></nav><article>{}</article>", paragraphs.join("\n"));
    let page = page_from_html(&html);
    let view = view::of_page(&page, &options("en"));
    assert!(!view.marks.is_empty());
    for badge in &view.badges {
        let text: Vec<u16> = page.blocks[badge.block].text.encode_utf16().collect();
        assert!(badge.end as usize <= text.len(), "{badge:?}");
        if badge.label == "RUS" {
            assert_eq!(String::from_utf16_lossy(&text[badge.start as usize..badge.end as usize]), "Russia");
        }
    }
    let story = story_of(&page);
    for block in &view.story {
        let text = &page.blocks[block.block].text;
        let length = text.encode_utf16().count() as u32;
        assert_eq!(&words(&story.article.text, block.start, block.start + length), text);
    }
}

#[test]
fn own_lists_add_names_and_silence_words() {
    let lists = r#"{"names":[{"text":"Svalbard"},{"text":"trawl"}],"silence":["norway","purportedly"],"other":1}"#;
    let own = Options { own_lists: serde_json::from_str(lists).ok(), ..options("en") };
    let view = view::of_text(SAMPLE, &own);
    let svalbard = view.badges.iter().find(|b| b.label == "SVA").expect("a name of the reader's own");
    assert_eq!(words(SAMPLE, svalbard.start, svalbard.end), "Svalbard");
    let card = view::card_of_story(&story_of_text(SAMPLE), &own, &svalbard.finding).expect("its card");
    assert_eq!(card.why, "It is on your own list.");
    assert!(!view.badges.iter().any(|b| b.label == "TRA"), "no name inside a word");
    assert!(!view.marks.iter().any(|m| words(SAMPLE, m.start, m.end) == "Norway" && m.layer == "state"));
    assert!(!view.marks.iter().any(|m| words(SAMPLE, m.start, m.end) == "purportedly"));
}

fn with_lists(lists: &str) -> Options {
    Options { own_lists: serde_json::from_str(lists).ok(), ..options("en") }
}

#[test]
fn own_outlets_and_verbs_are_read_like_listed_ones() {
    let text = "The bridge is safe, the Harbour Gazette grouched on Monday.\n\nLakewire bleated that the dam had leaked. \
                The grouch is a man.";
    let story = story_of_text(text);
    assert!(
        view::report_of(&story, &with_lists("{}"))
            .attributions
            .iter()
            .all(|a| a.entity.as_deref() != Some("org:harbour-gazette"))
    );
    let options = with_lists(
        r#"{"outlets":[{"text":"Harbour Gazette","kind":"state-media","state":"NOR"},{"text":"Lakewire","kind":"wire"}],
            "cues":[{"text":"grouch","stance":"neutral"},{"text":"bleat","stance":"distancing"}]}"#,
    );
    let report = view::report_of(&story, &options);
    let said: Vec<_> = report
        .attributions
        .iter()
        .map(|a| {
            let cue = words(text, a.cue[0], a.cue[1]);
            (cue, a.source_kind, a.stance, a.entity.clone().unwrap_or_default())
        })
        .collect();
    let entry = |cue: &str, kind, stance, entity: &str| (cue.to_owned(), kind, stance, entity.to_owned());
    assert_eq!(
        said,
        [
            entry("grouched", "state-media", "neutral", "org:harbour-gazette"),
            entry("bleated", "wire", "distancing", "org:lakewire")
        ]
    );
    assert_eq!(report.ledger.voices.len(), 2);
}

#[test]
fn own_people_are_what_the_reader_says_they_are() {
    let text = "Marta Lund said the locks were old. Lund told reporters that the gates had rusted.\n\n\
                Ivo Marek said the river had risen. The Lake Board said it would act.";
    let lists = r#"{"names":[{"text":"Marta Lund","kind":"official","state":"Norway"},{"text":"Ivo Marek","kind":"expert"},
            {"text":"Lake Board","kind":"body","state":"NOR"}]}"#;
    let (story, own) = (story_of_text(text), with_lists(lists));
    let report = view::report_of(&story, &own);
    let officials: Vec<_> =
        report.mentions.iter().filter(|m| m.layer == "official").map(|m| (m.text, m.kind)).collect();
    assert_eq!(officials, [("Marta Lund", "named"), ("Lund", "named"), ("Lake Board", "body")]);
    let kinds: Vec<_> = report.attributions.iter().map(|a| (a.source_kind, a.rung)).collect();
    assert_eq!(kinds, [("official", 3), ("official", 3), ("expert", 3), ("official", 4)]);
    let card = view::card_of_story(&story, &own, "m0").expect("a card");
    assert_eq!(card.why, "It is on your own list.");
    assert!(card.facts.iter().any(|fact| fact.contains("Norway")), "{:?}", card.facts);
}

#[test]
fn a_listed_outlet_may_be_given_another_class_and_stays_one_voice() {
    let text = "Reuters reported that the port was shut.";
    let (story, own) =
        (story_of_text(text), with_lists(r#"{"outlets":[{"text":"Reuters","kind":"state-media","state":"GBR"}]}"#));
    let a = &view::report_of(&story, &own).attributions[0];
    assert_eq!((a.source_kind, a.entity.as_deref()), ("state-media", Some("org:reuters")));
}

#[test]
fn silenced_words_are_words_like_any_other() {
    let text = "Norway said the dam was safe. The mayor claimed that it leaked. Turkey raised its tariffs.";
    let (story, own) = (story_of_text(text), with_lists(r#"{"silence":["claimed","TURKEY"]}"#));
    let report = view::report_of(&story, &own);
    assert!(report.attributions.iter().all(|a| words(text, a.cue[0], a.cue[1]) != "claimed"));
    assert!(report.mentions.iter().all(|m| m.text != "Turkey"));
    assert!(report.mentions.iter().any(|m| m.text == "Norway"));
    assert!(report.ledger.voices.iter().all(|v| !v.name.contains("mayor")), "{:?}", report.ledger.voices);
}

#[test]
fn what_a_reader_called_not_right_is_not_shown_again() {
    let story = story_of_text(SAMPLE);
    let all = cards(SAMPLE, &options("en"));
    for layer in ["state", "official", "sourcing", "claim"] {
        let (finding, card) = all.iter().find(|(_, card)| card.layer == layer).expect("a card of each layer");
        let exception = serde_json::json!([{ "rule_id": card.rule_id, "cue": card.cue, "quote": card.quote }]);
        let chosen = Options { exceptions: serde_json::from_value(exception).expect("one"), ..options("en") };
        let view = view::of_story(&story, &chosen);
        assert!(view.marks.iter().all(|m| m.finding != *finding), "{finding} is marked");
        assert!(view.badges.iter().all(|b| b.finding != *finding), "{finding} has a badge");
        assert!(view::card_of_story(&story, &chosen, finding).is_none(), "{finding} has a card");
        assert!(view.marks.len() + 3 >= view::of_story(&story, &options("en")).marks.len(), "others stay");
    }
    for nothing in ["", "m", "m99999", "x1", "ß", "a-1"] {
        assert!(view::card_of_story(&story, &options("en"), nothing).is_none(), "{nothing:?}");
    }
}

fn lesson(text: &str, guesses: &str, lang: &str) -> view::classroom::Classroom {
    let own = Options { guesses: serde_json::from_str(guesses).ok(), ..options(lang) };
    view::of_text(text, &own).classroom.expect("a lesson")
}

#[test]
fn the_classroom_gives_no_step_away_before_it_is_guessed() {
    let text = "Norway's foreign minister, Marta Lund, said the locks were old. Analysts say the gates may rust.";
    let own = Options { guesses: Some(Vec::new()), ..options("en") };
    let view = view::of_text(text, &own);
    assert!(view.marks.iter().all(|m| m.layer == "sourcing"), "{:?}", view.marks);
    assert_eq!(view.badges.iter().map(|b| (b.label.as_str(), b.state)).collect::<Vec<_>>(), [("·", "unguessed"); 2]);
    assert!(view.badges.iter().all(|b| !b.name.contains(|c: char| c.is_ascii_digit())), "{:?}", view.badges);
    let lesson = view.classroom.expect("a lesson");
    assert_eq!(lesson.steps.len(), 7);
    assert!(lesson.statements.iter().all(|s| s.guess.is_none() && s.verdict.is_empty()));
    assert_eq!(lesson.score, "2 statements to guess.");
}

#[test]
fn guesses_are_judged_by_the_words_they_were_made_of() {
    let text = "Norway's foreign minister, Marta Lund, said the locks were old. Analysts say the gates may rust.";
    let blank = lesson(text, "[]", "en");
    let quote = |n: usize| serde_json::to_string(&blank.statements[n].quote).expect("JSON");
    let guesses = format!(r#"[{{"quote":{},"rung":3}},{{"quote":{},"rung":4}}]"#, quote(0), quote(1));
    // the same words lower down, after a paragraph that came late
    let later = format!("The river is high.\n\n{text}");
    let lesson = lesson(&later, &guesses, "en");
    let seen: Vec<_> =
        lesson.statements.iter().map(|s| (s.guess, s.right, s.label.as_str(), s.verdict.as_str())).collect();
    assert_eq!(
        seen,
        [
            (Some(3), true, "3", "Yes. Step 3: A named person."),
            (Some(4), false, "6", "You chose step 4. The story gives step 6: Unnamed and uncounted.")
        ]
    );
    assert_eq!(lesson.score, "1 of 2 guessed right. Nothing is left.");
}

#[test]
fn a_card_gives_its_sentence_as_an_example_for_the_rules() {
    let text = "The river is high. Marta Lund said the locks [two of them] were old. It rained.";
    let view = cards(text, &options("en"));
    let card = view.values().find(|c| c.layer == "sourcing").expect("a source");
    assert_eq!(card.example, "Marta Lund said the locks (two of them) were old.");
    assert!(card.rejected.starts_with("Not taken for: ") && card.sure.contains("Of 100 marks"), "{card:?}");
}

#[test]
fn a_french_reader_reads_no_english_but_the_storys() {
    let english: Vec<String> = hearsay::rules::all().iter().map(|r| r.says.replace("{text}", "")).collect();
    let all = cards(SAMPLE, &options("fr"));
    for card in all.values() {
        let why = card.why.replace(&card.cue, "");
        assert!(!english.contains(&why) && !card.why.is_empty(), "{card:?}");
        assert!(!card.imvain.iter().chain(&[]).any(|line| line.value == "not stated"), "{card:?}");
    }
    let norway = all.values().find(|c| c.letter == "NOR").expect("Norway");
    assert!(norway.title.starts_with("Norvège"), "{norway:?}");
}

#[test]
fn the_chain_of_hands_runs_through_whoever_quotes_the_speaker() {
    let text = "The Estonian news agency BNS quoted a harbour pilot as saying that no vessel had left that night.";
    let cards = cards(text, &options("en"));
    let chains: Vec<Vec<&str>> =
        cards.values().map(|card| card.chain.iter().map(|hand| hand.label.as_str()).collect()).collect();
    assert!(chains.contains(&vec!["this page", "BNS", "a harbour pilot"]), "{chains:?}");
}
