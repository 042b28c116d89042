//! The parts of plain text: headlines, bylines, datelines, credits, wrapped lines. The stories are ours.

use hearsay::article::Part;
use hearsay::page::article_from_text;

fn parts(text: &str) -> Vec<(Part, String)> {
    let article = article_from_text(text);
    article.blocks.iter().map(|b| (b.part, b.span.of(&article.text).to_owned())).collect()
}

fn kinds(text: &str) -> Vec<Part> {
    parts(text).into_iter().map(|(part, _)| part).collect()
}

const LEAD: &str =
    "The harbour council of Veldt voted on Tuesday to close the eastern pier until spring, officials said.";

#[test]
fn furniture_above_a_pasted_story_is_told_apart() {
    use Part::*;
    let text = format!(
        "Veldt, Sunday\n\n\n05 May 2024\n\nThe Courier\n\nHarbour council closes pier: report\n\nCity Desk || The Courier\n\n\
         Published: 12:00, 24 April 2024  \nHarbour council closes pier: report\n\nPhoto: Collected\n\n{LEAD}\n\n{LEAD}\n\nAdvert"
    );
    assert_eq!(kinds(&text), [Other, Other, Other, Headline, Byline, Other, Headline, Credit, Body, Body, Other]);
}

#[test]
fn headline_byline_and_dateline() {
    use Part::*;
    let text =
        format!("Council closes pier\n\nBy Mara Lindt and Ove Storm\n\nVELDT, Nov 3 (Agency) - {LEAD}\n\n{LEAD}");
    assert_eq!(kinds(&text), [Headline, Byline, Dateline, Body, Body]);
    assert_eq!(parts(&text)[2].1, "VELDT, Nov 3 (Agency) -");
    assert_eq!(parts(&text)[3].1, LEAD);
    let text = format!("Harbour Council Closes Pier After Report On Cracks.\n\n{LEAD}");
    assert_eq!(kinds(&text), [Headline, Body]);
}

#[test]
fn wrapped_lines_are_one_paragraph() {
    let wrapped = "Council closes pier\n\nThe harbour council of Veldt voted on Tuesday to close the eastern\nPier \
                   until the spring, and Ida Brandt, who leads it, said that in the\nCouncil nobody had been \
                   against it.  Engineers had found cracks in 11\n40-year-old pillars.\n\nFishermen who use the pier said \
                   they had not been asked about it, and\nThat they would bring the matter to court.\n";
    let paragraphs = parts(wrapped);
    assert_eq!(paragraphs.len(), 3, "{paragraphs:#?}");
}

#[test]
fn lines_of_a_list_stay_apart() {
    let list = "Members of the council are:\nIda Brandt, chair\nOve Storm, treasurer\nMara Lindt, clerk";
    assert_eq!(kinds(list).len(), 4);
}

#[test]
fn a_lone_sentence_is_body_whatever_it_looks_like() {
    for line in ["By Monday", "Photo: Mara Lindt", "Pier closes", "VELDT", "Pier closes: council"] {
        assert_eq!(kinds(line), [Part::Body], "{line}");
    }
}

#[test]
fn an_organisation_before_a_dash_is_no_dateline() {
    let text = "The council, its lawyers — and much of the town — agreed on Monday that the pier must close.";
    assert_eq!(kinds(text), [Part::Body]);
}

#[test]
fn desks_and_crossheads_are_told_from_prose() {
    use Part::*;
    let text = format!("{LEAD}\n\nCracks in the pillars\n\n{LEAD}\n\nReporting by Mara Lindt; Editing by Ove Storm");
    assert_eq!(kinds(&text), [Body, Subhead, Body, Byline]);
}
