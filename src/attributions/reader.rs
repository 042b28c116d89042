//! A sentence as the attribution rules read it: its verb groups, its subjects and phrase ends.
//! Finds noun phrases that speak; decides nothing about what counts as an attribution.

use super::CueClass;
use super::cues::{self, CueVerb};
use crate::chunks::{self, VerbForm, VerbGroup};
use crate::lexicon::{self, Class, Classes, bits};
use crate::text::{Document, Kind, Quote, Sentence, Tag, Words};
use crate::words;

/// Token range, first and last both included.
pub type Range = (usize, usize);

/// The classes of nouns that can stand for a speaker.
pub const VOICES: Classes = bits(&[
    Class::MediaNoun,
    Class::OfficialNoun,
    Class::PersonNoun,
    Class::ExpertNoun,
    Class::WitnessNoun,
    Class::BodyNoun,
    Class::DocumentNoun,
    Class::ExecutiveNoun,
    Class::OrganisationNoun,
    Class::AnonymousNoun,
]);

/// One sentence and its verb groups.
pub struct Reader<'r, 'd> {
    pub document: &'r Document<'d>,
    pub sentence: Sentence,
    pub groups: Vec<VerbGroup>,
}

impl<'r, 'd> Reader<'r, 'd> {
    pub fn new(document: &'r Document<'d>, sentence: Sentence) -> Self {
        let mut groups = Vec::new();
        chunks::verb_groups(document, &sentence, &mut groups);
        let mut reader = Reader { document, sentence, groups };
        reader.finite_participles();
        reader.join_parted();
        reader
    }

    /// "has in the past described": one verb, though a phrase parts it.
    fn join_parted(&mut self) {
        let mut index = 1;
        while let (Some(&aux), Some(&verb)) = (self.groups.get(index - 1), self.groups.get(index)) {
            let lone = aux.first == aux.last && self.document.any(aux.head, words!("has" "have" "had"));
            let participle = verb.first == verb.head && matches!(self.tag(verb.head), Tag::VerbPart | Tag::VerbPast);
            let phrase = self.tag(aux.last + 1) == Tag::Adp
                && verb.first > aux.last + 2
                && chunks::noun_phrase_end(self.document, aux.last + 2, verb.first) == Some(verb.first - 1);
            if lone && participle && phrase {
                self.groups[index - 1] = VerbGroup { first: aux.first, form: VerbForm::Finite, ..verb };
                self.groups.remove(index);
            }
            index += 1;
        }
    }

    /// Taggers take the past tense for a participle: a clause after a subject whose only verb is tagged a
    /// participle has its finite verb there, and "have both supported" is one verb.
    fn finite_participles(&mut self) {
        for index in 0..self.groups.len() {
            let Some(&group) = self.groups.get(index) else { return };
            let Some(before) = group.first.checked_sub(1).filter(|&b| b >= self.start()) else { continue };
            if self.is_named(&group) {
                self.groups[index].form = VerbForm::Participle;
                continue;
            }
            if group.form != VerbForm::Participle {
                continue;
            }
            // "relatives of the men killed on Thursday": what is done to somebody, where no object follows
            let undergone = words!("killed" "injured" "wounded" "arrested" "detained" "displaced" "affected" "infected" "involved" "suspected" "charged" "convicted" "jailed");
            let (head, next) = (group.head, group.last + 1);
            let bare = self.tag(next) == Tag::Adp || chunks::is_time(self.document, next);
            if index > 0 && self.document.any(head, undergone) && bare && self.tag(before) != Tag::Pron {
                continue;
            }
            if let Some(aux) = self.torn_auxiliary(index, before) {
                let passive = self.document.any(aux.last, words!("is" "are" "was" "were" "been" "be"));
                self.groups[index] = VerbGroup { form: VerbForm::Finite, passive, ..group };
                continue;
            }
            let coordinated = self.tag(before) == Tag::Cconj
                && index > 0
                && self.groups[index - 1].form == VerbForm::Finite
                && !self.groups[index - 1].passive
                && self.groups[..index].iter().all(|g| g.form != VerbForm::Participle)
                && group.first == group.head;
            let (left, right) = self.clause_around(group.first, group.last);
            let alone = !self.groups.iter().any(|g| g.form == VerbForm::Finite && g.first >= left && g.last < right);
            // "Lund, a surgeon, confirmed it": the subject's aside closes before the verb
            let aside = (self.is_comma(before) || self.is_dash(before))
                && !self.document.is(group.last + 1, "by")
                && self.over_parenthesis(before).is_some_and(|subject| {
                    let named = self.document.tokens[subject.0].is_capital();
                    (named || self.is_dash(before) && self.is_saying(head)) && self.is_only_verb_of(subject, index)
                });
            // after an aside a verb of saying has its clause behind it
            let reports = aside && self.is_saying(group.head);
            if coordinated || reports || (self.can_be_subject(before) || aside) && alone {
                self.groups[index].form = VerbForm::Finite;
            }
        }
    }

    /// "a group called the Owls said": what a noun is named, before the verb it is the subject of.
    fn is_named(&self, group: &VerbGroup) -> bool {
        let d = self.document;
        let names = words!("called" "named" "known" "dubbed" "nicknamed" "identified" "titled");
        let noun = group.first.checked_sub(1).is_some_and(|t| t >= self.start() && self.tag(t).is_noun());
        if group.first != group.head || !d.any(group.head, names) || !noun {
            return false;
        }
        let first = group.last + 1 + usize::from(d.is(group.last + 1, "only"));
        let end = chunks::noun_phrase_end(d, first + usize::from(d.is(first, "as")), self.end());
        let verb = end.and_then(|end| self.groups.iter().find(|g| g.first == end + 1));
        verb.is_some_and(|g| g.form == VerbForm::Finite)
    }

    /// Whether a subject that opens its clause has no finite verb before this group, but for those of its
    /// relative clauses.
    fn is_only_verb_of(&self, subject: Range, index: usize) -> bool {
        self.opens_clause(subject.0)
            && self.groups[..index].iter().all(|g| g.form != VerbForm::Finite || self.in_relative(g))
    }

    /// The auxiliary that a quantity or adverb parts from its participle: "have both supported".
    fn torn_auxiliary(&self, index: usize, before: usize) -> Option<VerbGroup> {
        let group = *index.checked_sub(1).and_then(|i| self.groups.get(i))?;
        let parted = self.document.any(before, words!("both" "all" "long" "each" "in" "fact" "so"));
        (parted && group.last + 2 >= before && group.head == group.last && self.tag(group.head) == Tag::Aux)
            .then_some(group)
    }

    /// Whether a noun phrase that can be a subject ends at this token.
    fn can_be_subject(&self, token: usize) -> bool {
        let tag = self.tag(token);
        let capital = self.document.tokens.get(token).is_some_and(|t| t.is_capital());
        tag.is_noun()
            || tag == Tag::Pron
            || self.word(token) == ")"
            || self.document.any(token, words!("several" "many" "few" "all" "both" "others" "some" "two" "three"))
            // "the general vowed": an adjective after its article is the noun
            || tag.is_adj() && (capital || token > self.start() && matches!(self.tag(token - 1), Tag::Det | Tag::PronPoss))
    }

    /// The clause around some tokens: from the conjunction or mark before them to the next one.
    fn clause_around(&self, first: usize, last: usize) -> (usize, usize) {
        let bound = |t: &usize| {
            matches!(self.tag(*t), Tag::Sconj | Tag::Cconj)
                || matches!(self.word(*t), "," | ";" | ":" | "—" | "–" | "-" | "\"" | "“" | "”")
                || self.document.any(*t, words!("after" "before" "since" "until" "when" "while"))
                || self.takes_clauses_only(*t)
        };
        let left = (self.start()..first).rev().find(bound).map_or(self.start(), |t| t + 1);
        (left, (last + 1..self.end()).find(bound).unwrap_or(self.end()))
    }

    /// Whether a token is a verb that takes no object, only what is said: after it a clause begins.
    pub fn takes_clauses_only(&self, token: usize) -> bool {
        self.tag(token).is_finite() && self.verb_at(token).is_some_and(|v| v.clauses_only())
    }

    pub fn word(&self, token: usize) -> &'d str {
        self.document.word(token)
    }

    pub fn tag(&self, token: usize) -> Tag {
        if self.sentence.range().contains(&token) { self.document.tag(token) } else { Tag::Punct }
    }

    pub fn end(&self) -> usize {
        self.sentence.end
    }

    pub fn start(&self) -> usize {
        self.sentence.start
    }

    /// The quotation of which a token is the opening mark.
    pub fn quote_opens(&self, token: usize) -> Option<&'r Quote> {
        self.document.quotation(token).filter(|q| q.first == token)
    }

    /// The quotation of which a token is the closing mark.
    pub fn quote_closes(&self, token: usize) -> Option<&'r Quote> {
        self.document.quotation(token).filter(|q| q.last == token && !q.continues)
    }

    /// Whether a token stands in a quotation, its marks included.
    pub fn quoted(&self, token: usize) -> bool {
        self.document.quoted(token)
    }

    /// The verb that can be a cue of which a token is a form.
    pub fn verb_at(&self, token: usize) -> Option<&'static CueVerb> {
        self.document.tokens.get(token).and_then(|t| cues::verb(t.hash))
    }

    /// Whether a token is one of the particles that belong to a verb: "pointed out".
    pub fn is_particle(&self, token: usize, verb: &CueVerb) -> bool {
        self.document.tokens.get(token).is_some_and(|t| verb.particles.contains(&t.hash))
    }

    /// Whether "as saying" stands here, or its like.
    pub fn as_saying(&self, at: usize) -> bool {
        let saying = words!("saying" "telling" "adding" "claiming" "stating" "warning");
        self.document.is(at, "as") && self.document.any(at + 1, saying)
    }

    pub fn is_comma(&self, token: usize) -> bool {
        self.sentence.range().contains(&token) && self.word(token) == ","
    }

    pub fn is_dash(&self, token: usize) -> bool {
        self.sentence.range().contains(&token) && self.document.any(token, words!("—" "–" "--" "―"))
    }

    /// Bytes of a line without a stop that is the whole of its block: a heading, as a rule. None for other lines.
    pub fn unstopped_line(&self) -> Option<u32> {
        let last = self.end().saturating_sub(1);
        let block = self.document.block(&self.sentence)?;
        let whole = block.span == self.document.span(self.start(), last);
        (whole && !matches!(self.word(last), "." | "!" | "?")).then(|| block.span.len())
    }

    /// Whether the sentence is written in capitals as a heading is: its capitals say nothing.
    pub fn is_title(&self) -> bool {
        let lower = |t: usize| self.document.tokens[t].kind == Kind::Lower && self.word(t).len() > 5;
        !self.sentence.range().any(lower)
    }

    /// Whether a noun phrase can have a voice: a name, a person, a body, a paper; not "the trip" or "this".
    pub fn has_voice(&self, range: Range) -> bool {
        let d = self.document;
        // "Others had raised concerns", "Some of those infected reported"
        let some = words!("others" "some" "many" "several" "both" "most");
        let people = range.0 == range.1 || d.is(range.0 + 1, "of") && d.any(range.0 + 2, words!("those" "them" "us"));
        if people && d.any(range.0, some) {
            return true;
        }
        (range.0..=range.1).any(|t| {
            let token = d.tokens.get(t);
            (token.is_some_and(|k| k.is_capital()) && (t > self.start() || self.tag(t) == Tag::Propn))
                || d.any(t, words!("he" "she" "they" "who" "i" "we" "his" "her" "their"))
                || lexicon::has_any(token, VOICES)
        })
    }

    /// The closing bracket of a short aside that opens here.
    pub fn bracketed(&self, token: usize) -> Option<usize> {
        if self.word(token) != "(" {
            return None;
        }
        (token..self.end().min(token + 12)).find(|&t| self.word(t) == ")")
    }

    /// Whether a verb group's head is a verb of saying.
    pub fn says(&self, group: &VerbGroup) -> bool {
        self.is_saying(group.head)
    }

    /// Whether a token is a form of a verb of saying.
    pub fn is_saying(&self, token: usize) -> bool {
        self.verb_at(token).is_some_and(|v| v.class == CueClass::Speech)
    }

    /// Whether a verb group is the verb of a relative clause that a pronoun opens.
    pub fn in_relative(&self, group: &VerbGroup) -> bool {
        group.first > self.start() && self.document.any(group.first - 1, words!("who" "which" "that"))
    }

    /// Whether "be named" stands here, or its like: what follows "asked not to" is about the source.
    pub fn be_named(&self, at: usize) -> bool {
        self.document.is(at, "be") && self.document.any(at + 1, words!("named" "identified" "quoted"))
    }

    /// The verb group that begins at this token.
    pub fn group_at(&self, token: usize) -> Option<&VerbGroup> {
        self.groups.iter().find(|g| g.first == token)
    }

    /// Whether a finite verb group begins at this token.
    pub fn finite_at(&self, token: usize) -> bool {
        self.group_at(token).is_some_and(|g| g.form == VerbForm::Finite)
    }

    /// The first verb group at or after a token.
    pub fn group_from(&self, token: usize) -> Option<&VerbGroup> {
        self.groups.iter().find(|g| g.first >= token)
    }

    /// The first verb group at or after a token that can be the verb of a clause.
    pub fn finite_from(&self, token: usize) -> Option<&VerbGroup> {
        self.groups.iter().find(|g| g.first >= token && g.form == VerbForm::Finite)
    }

    /// Trims marks that do not belong to a content: a final point or comma outside its quotation.
    pub fn trim(&self, mut range: Range) -> Option<Range> {
        let d = self.document;
        while range.0 <= range.1
            && d.tokens.get(range.0)?.kind == Kind::Punct
            && matches!(self.word(range.0), "," | "." | ";" | ":" | "—" | "–" | "--" | "-" | ")" | "…" | "!" | "?")
        {
            range.0 += 1;
        }
        while range.1 >= range.0 {
            let word = self.word(range.1);
            let quoted = d.quotation(range.1).is_some_and(|q| q.first >= range.0);
            let strip = match word {
                "," | "." | ";" | ":" | "—" | "–" | "--" | "(" | "-" | "?" | "!" => !quoted,
                _ => false,
            };
            if !strip {
                break;
            }
            range.1 = range.1.checked_sub(1)?;
        }
        (range.0 <= range.1).then_some(range)
    }
}

/// Occasions on which something is said.
const OCCASIONS: &Words = words!("statement" "interview" "email" "e-mail" "phone" "telephone" "letter" "speech" "conference" "briefing"
    "tweet" "post" "memo" "report" "filing" "testimony" "message" "remarks" "broadcast" "address" "call" "event" "rally" "reporters"
    "journalists" "twitter" "facebook" "television" "tv" "radio" "article" "blog" "note" "release" "hearing" "court" "debate" "video" "statements" "interviews" "column" "editorial" "ed" "telegram" "instagram");

/// Whether a token names an occasion of speech: "in a statement", "at a briefing".
pub fn is_occasion(document: &Document, token: usize) -> bool {
    document.any(token, OCCASIONS)
}
