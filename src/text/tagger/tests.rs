//! Words that a reader of news must not confuse, each in a sentence of our own, marked `word/TAG`.

use crate::article::{Article, Block, Part};
use crate::span::Span;
use crate::text::Document;

/// The class in words short enough for the table: UPOS, but verbs by form and nouns by number.
fn name(tag: super::Tag) -> &'static str {
    use super::Tag::*;
    match tag {
        NounPlural => "NNS",
        VerbBase => "VB",
        VerbPresent => "VBP",
        Verb3sg => "VBZ",
        VerbPast => "VBD",
        VerbIng => "VBG",
        VerbPart => "VBN",
        Modal => "MODAL",
        PronPoss => "POSS",
        other => other.upos(),
    }
}

/// Marked words that come out otherwise, as "sentence: word is X".
fn wrong(sentences: &[&str]) -> Vec<String> {
    let mut out = Vec::new();
    for marked in sentences {
        let mut plain = String::new();
        let mut wanted = Vec::new();
        for piece in marked.split(' ') {
            if !plain.is_empty() {
                plain.push(' ');
            }
            match piece.split_once('/') {
                Some((word, class)) => {
                    let end = class.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(class.len());
                    wanted.push((plain.len() as u32, &class[..end]));
                    plain.push_str(word);
                    plain.push_str(&class[end..]);
                }
                None => plain.push_str(piece),
            }
        }
        let block = Block { span: Span::new(0, plain.len() as u32), part: Part::Body };
        let article = Article { text: plain, blocks: vec![block], ..Article::default() };
        let document = Document::new(&article);
        for (at, class) in wanted {
            let found = document.tokens.iter().find(|t| t.start == at).map(|t| name(t.tag));
            if found != Some(class) {
                out.push(format!("{marked}: {:?} at {at}", found));
            }
        }
    }
    out
}

#[test]
fn tells_words_of_news_apart() {
    let sentences = [
        // claims, reports, charges, fears, hopes, plans, votes, talks, calls, moves
        "The minister claims/VBZ that the border was closed.",
        "The claims/NNS were denied by both governments.",
        "Officials rejected claims/NNS of a secret deal.",
        "He claims/VBZ to have seen the letter.",
        "No one has verified those claims/NNS so far.",
        "Local media reports/NNS said the bridge had fallen.",
        "The agency reports/VBZ that three ships sank.",
        "There were reports/NNS of gunfire near the airport.",
        "State television reports/VBZ on the trial every night.",
        "She faces charges/NNS of fraud.",
        "The bank charges/VBZ its clients a fee.",
        "Amid fears/NNS of a new war, shops closed early.",
        "She fears/VBZ that the pact will fail.",
        "He hopes/VBZ to return in spring.",
        "Hopes/NNS for a truce faded on Monday.",
        "The company plans/VBZ to hire more pilots.",
        "Their plans/NNS include a new port.",
        "Parliament votes/VBZ on the budget tomorrow.",
        "She won most of the votes/NNS in the north.",
        "The talks/NNS ended without a result.",
        "He often talks/VBZ about his village.",
        "Peace talks/NNS will resume in Oslo.",
        "The president calls/VBZ the vote a farce.",
        "Repeated calls/NNS for calm were ignored.",
        "The court moves/VBZ slowly.",
        "Recent moves/NNS by the central bank helped.",
        "The United States/PROPN backed the plan.",
        "The text states/VBZ that both sides agree.",
        "Several Gulf states/NNS signed it.",
        "The report states/VBZ this clearly.",
        // left, said, found, felt, led
        "The delegation left/VBD the hotel at noon.",
        "Two parties on the left/NOUN refused.",
        "The army left/VBD on Friday.",
        "He raised his left/ADJ hand.",
        "She said/VBD nothing.",
        "The report, said/VBN to be secret, was leaked.",
        "\"We will stay,\" said/VBD the mayor.",
        // may, will, can, might, march
        "It may/MODAL rain on Sunday.",
        "The deal was signed in May/PROPN last year.",
        "On May/PROPN 5 the ship sailed.",
        "Theresa May/PROPN resigned.",
        "The army may/MODAL have fired first.",
        "Troops may/MODAL leave in May/PROPN and return later.",
        "The will/NOUN of the people must count.",
        "They will/MODAL march/VB on the capital.",
        "The vote is due on 3 March/PROPN next year.",
        "The march/NOUN drew thousands.",
        // Polish and polish, Turkey and turkey, China
        "The Polish/ADJ premier arrived.",
        "They polish/VBP the brass every week.",
        "Polish/ADJ farmers blocked the road.",
        "Turkey/PROPN closed the strait.",
        "The Turkish/ADJ navy watched.",
        // that, to, 's, her, so
        "He said that/SCONJ the road was open.",
        "That/DET road is closed.",
        "She wants to/PART speak.",
        "She went to/ADP Geneva.",
        "Seoul's/PROPN envoy spoke first.",
        "The envoy gave her/POSS speech.",
        "They met her/PRON in Rome.",
        // verbs and nouns alike
        "The attack/NOUN killed nine.",
        "Rebels attack/VBP convoys at night.",
        "They want to attack/VB the port.",
        "The rebels control/VBP the north.",
        "The control/NOUN of the port matters.",
        "Officials blame/VBP the weather.",
        "The blame/NOUN lies elsewhere.",
        "Both sides deny/VBP it.",
        "The accused/NOUN left court smiling.",
        "He accused/VBD Paris of lying.",
        "Paris was accused/VBN of lying.",
        "The alleged/ADJ plot was reported in June.",
        "He was charged/VBN with treason.",
        "An official close/ADJ to the talks confirmed it.",
        "Police arrested/VBD two men.",
        "The two men arrested/VBN on Monday deny it.",
        "A spokesman declined/VBD to comment/VB on the case.",
        "He made no comment/NOUN at all.",
        "The council is set to meet/VB on Tuesday.",
        "She has denied/VBN the accusation.",
        "Speaking/VBG to reporters, he smiled.",
        "According/VBG to the ministry, all is well.",
        "The building/NOUN burned all night.",
        "They are building/VBG a wall.",
        // agencies, inversion, a clause in a clause
        "Petrova told/VBD AFP/PROPN by telephone.",
        "The strait is closed, reports/VBZ Reuters/PROPN.",
        "It was a step that/PRON observers said/VBD raises/VBZ new doubts/NNS.",
        "The culture minister/NOUN Ana Silva spoke first.",
    ];
    let wrong = wrong(&sentences);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn reads_headlines_and_typographic_marks() {
    let sentences = [
        "Minister Denies/VBZ Claims/NNS Of Secret Deal With/ADP Rebels",
        "Army Says/VBZ Rebels Attacked/VBD The/DET Port",
        "Court Rejects/VBZ Appeal/NOUN Against New/ADJ Law",
        "PRESIDENT SAYS/VBZ REBELS ATTACKED/VBD THE/DET PORT",
        "Danish envoy meets/VBZ king in Rabat",
        "OFFICIALS DENY/VBP CLAIMS/NNS OF/ADP SECRET DEAL",
        "“We don’t know,” he said/VBD on\u{a0}Friday night/NOUN.",
        "It’s not/PART clear who/PRON fired/VBD first.",
        "The country’s leader didn’t/AUX speak/VB to the press.",
    ];
    let wrong = wrong(&sentences);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
