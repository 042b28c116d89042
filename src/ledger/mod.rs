//! The ledger: the page's sourcing as a whole. Voices, independent origins, missing replies, coverage.
//! Counts what the layers found; finds nothing itself.

mod gaps;
mod replies;
mod voices;

use serde::Serialize;

use crate::attributions::{Attribution, CueClass};
use crate::claims::Claim;
use crate::mentions::Mention;
use crate::text::{Document, Sentence};
use voices::Cast;

/// The ledger of one story. Positions are not in it: its lines name findings by id.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Ledger {
    pub voices: Vec<Voice>,
    pub independent_origins: u32,
    /// Entities of the voices that count as origins.
    pub origins: Vec<String>,
    /// Ids of claims that rest on one voice.
    pub single_source_claims: Vec<u32>,
    pub no_reply: Vec<NoReply>,
    pub anonymous: Vec<Anonymous>,
    pub headline_surer_than_body: bool,
    /// Ids of the claims of the body that the headline asserts.
    pub headline_claims: Vec<u32>,
    /// How the story words what each state says.
    pub wording: Vec<Wording>,
    pub coverage: Coverage,
}

/// One voice, however it is named.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Voice {
    pub entity: String,
    pub name: String,
    pub rung: u8,
    pub source_kind: String,
    pub state: Option<String>,
    /// Share of all attributed words, 0 to 1.
    pub share: f32,
    /// Ids of its attributions, in reading order; the first is where it is first heard.
    pub attributions: Vec<u32>,
}

/// A party that is accused and not heard.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NoReply {
    pub entity: String,
    pub name: String,
    pub claims: Vec<u32>,
    /// The attribution that tells of its silence ("did not reply"); none when the story does not say it was asked.
    pub asked: Option<u32>,
}

/// An unnamed source and whether the story says why.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Anonymous {
    pub attribution: u32,
    pub reason: Option<String>,
    /// The reason says no more than that it was not allowed to speak.
    pub formulaic: bool,
}

/// The verbs under which the words of a state and its officials are reported.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Wording {
    pub state: String,
    /// "said", "according to"
    pub neutral: u32,
    /// "claimed", "alleged"
    pub distancing: u32,
    /// "revealed", "confirmed"
    pub factive: u32,
    pub denial: u32,
    pub attributions: Vec<u32>,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Coverage {
    pub sentences: u32,
    pub attributed: u32,
    pub unattributed: u32,
    pub skipped: u32,
}

pub fn draw_up(document: &Document, mentions: &[Mention], attributions: &[Attribution], claims: &[Claim]) -> Ledger {
    let cast = Cast::new(document, mentions, attributions);
    let origins = cast.origins(attributions);
    let headline_claims = gaps::headline(document, attributions, claims);
    Ledger {
        independent_origins: origins.len() as u32,
        single_source_claims: gaps::single_source(document, &cast, attributions, claims),
        no_reply: replies::missing(document, mentions, &cast, attributions, claims),
        anonymous: replies::anonymous(document, attributions),
        headline_surer_than_body: !headline_claims.is_empty(),
        headline_claims,
        wording: cast.wording(attributions),
        coverage: coverage(document, attributions),
        voices: cast.voices,
        origins,
    }
}

/// Whether a sentence belongs to the story's own text.
fn is_read(document: &Document, sentence: &Sentence) -> bool {
    document.block(sentence).is_some_and(|block| block.part.is_read())
}

fn coverage(document: &Document, attributions: &[Attribution]) -> Coverage {
    let mut attributed = vec![false; document.sentences.len()];
    for attribution in attributions.iter().filter(|a| a.class == CueClass::Speech) {
        for &(first, last) in attribution.content.iter().chain([&attribution.cue]) {
            for sentence in document.sentence_of(first)..=document.sentence_of(last) {
                if let Some(flag) = attributed.get_mut(sentence) {
                    *flag = true;
                }
            }
        }
    }
    let mut coverage = Coverage::default();
    for (sentence, attributed) in document.sentences.iter().zip(attributed) {
        match (is_read(document, sentence), attributed) {
            (false, _) => coverage.skipped += 1,
            (true, true) => coverage.attributed += 1,
            (true, false) => coverage.unattributed += 1,
        }
    }
    coverage.sentences = coverage.attributed + coverage.unattributed;
    coverage
}

#[cfg(test)]
mod tests {
    use crate::{Article, page, scan};

    fn read(text: &str) -> Article {
        page::article_from_text(text)
    }

    #[test]
    fn lists_the_accused_who_are_not_heard() {
        let silent = &read("Thailand accused Cambodia of laying mines. The ferry sailed on Monday.");
        assert_eq!(scan(silent).ledger.no_reply.iter().map(|n| n.entity.as_str()).collect::<Vec<_>>(), ["KHM"]);
        let heard = &read("Thailand accused Cambodia of laying mines. Cambodia said the trail was clear.");
        assert!(scan(heard).ledger.no_reply.is_empty());
        let named = &read("When Mr Lund allegedly took the boat, the quay was dark.");
        assert_eq!(scan(named).ledger.no_reply.iter().map(|n| n.name.as_str()).collect::<Vec<_>>(), ["Mr Lund"]);
        let nobody = &read("Amid a swirl of fraud allegations, the Harbour Cup went to Kelton.");
        assert!(scan(nobody).ledger.no_reply.is_empty());
    }

    #[test]
    fn nothing_quoted_is_charged_to_the_outlet() {
        let article = read("“He allegedly sold the boat twice,” said Rosa Pinto, a neighbour.");
        let report = scan(&article);
        assert!(report.claims.iter().all(|c| c.attribution.is_some()));
        assert!(!report.claims.is_empty());
    }

    #[test]
    fn a_headline_without_its_alleged_is_surer_than_the_body() {
        let body = "Treasurer Lund allegedly embezzled church money over four years, a filing said.";
        assert!(scan(&read(&format!("Treasurer embezzled church money\n\n{body}"))).ledger.headline_surer_than_body);
        assert!(
            !scan(&read(&format!("Treasurer allegedly embezzled church money\n\n{body}")))
                .ledger
                .headline_surer_than_body
        );
    }
}
