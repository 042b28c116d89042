//! The cast of a story: people and organisations it names, how it describes them and where.
//! Collects names; decides nothing about who speaks.

use super::naming::PERSONS;
use super::reader::Range;
use crate::article::Part;
use crate::lexicon::outlets::{self, Outlet};
use crate::lexicon::{self, Class, Classes, WordMap, nicknames};
use crate::mentions::people::{self, Gender, People, Person};
use crate::mentions::{Layer, Mention, Mentions};
use crate::text::{Document, Kind, Tag, Words};
use crate::words;

/// To whom somebody belongs; a set of bits.
pub type Affiliation = u8;
pub const STATE: Affiliation = 1;
pub const GROUP: Affiliation = 2;
pub const ACADEMIC: Affiliation = 4;
pub const MEDIA: Affiliation = 8;
/// A proper name that no list knows and that is no state's.
pub const NAMED: Affiliation = 16;

/// Whether two people may be one.
pub fn agree(a: Gender, b: Gender) -> bool {
    a == b || a == Gender::Unknown || b == Gender::Unknown
}

/// Somebody or something with a proper name.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its fullest name; tokens first and last.
    pub name: Range,
    pub entity: String,
    pub person: bool,
    /// The classes of the nouns that describe it.
    pub classes: Classes,
    pub affiliation: Affiliation,
    pub state: Option<String>,
    /// The noun that describes it: "institute", "analyst".
    pub noun: u64,
    /// Whether something beside capitals says that this is a person.
    pub sure: bool,
    pub gender: Gender,
    /// Hash of the letters it is known by: "(KINU)" after its name; 0 for none.
    pub short: u64,
    /// In the list of people of the mentions layer.
    pub known: Option<usize>,
}

impl Member {
    /// One of whom nothing but the name is known.
    pub(super) fn new(name: Range, entity: String, person: bool) -> Member {
        Member {
            name,
            entity,
            person,
            classes: 0,
            affiliation: 0,
            state: None,
            noun: 0,
            sure: false,
            gender: Gender::Unknown,
            short: 0,
            known: None,
        }
    }
}

/// Names and mentions of a story by token.
pub struct Cast<'m> {
    pub mentions: &'m [Mention],
    pub people: &'m People,
    pub members: Vec<Member>,
    /// (token, member) wherever a member is named, in reading order.
    pub seen: Vec<(usize, u16)>,
    /// Outlets named in the story, in reading order.
    pub outlets: Vec<(usize, Outlet<'m>)>,
    /// Index + 1 of the mention of a state, or of an official, at a token.
    states: Vec<u16>,
    officials: Vec<u16>,
    /// Members by the first and the last word of their names, and by their letters.
    pub(super) words: WordMap<Vec<u16>>,
    /// Counted when asked for.
    politics: std::cell::OnceCell<usize>,
}

/// Words that open sentences in capitals and are no names.
const OPENERS: &Words = words!("the" "a" "an" "in" "on" "at" "for" "from" "with" "to" "by" "of" "but" "and" "or" "as" "if" "when" "while" "after"
    "before" "since" "until" "under" "over" "both" "all" "some" "many" "most" "several" "few" "this" "that" "these" "those" "he"
    "she" "it" "they" "we" "i" "you" "his" "her" "its" "their" "our" "my" "there" "here" "what" "who" "how" "why" "where" "no"
    "not" "now" "then" "also" "yet" "so" "because" "although" "though" "despite" "according" "asked" "speaking" "meanwhile"
    "however" "earlier" "later" "last" "next" "one" "two" "three" "other" "another" "each" "every" "during" "between" "among"
    "about" "against" "through" "only" "even" "still" "once" "like" "unlike" "instead" "given" "following" "citing" "former"
    "said" "says" "asked" "added" "explained" "told"
    "continued" "recalled" "is" "was" "are" "were" "do" "does" "did" "can" "could" "will" "would" "should" "may" "might" "has" "have" "had" "yes");

const POLITICS: &Words = words!("campaign" "presidential" "election" "elections" "voters" "nominee" "candidate" "democrats" "republicans" "ballot" "parliamentary");

impl<'m> Cast<'m> {
    pub fn new(document: &'m Document, mentions: &'m Mentions) -> Cast<'m> {
        let size = document.tokens.len();
        let mut cast = Cast {
            mentions: &mentions.list,
            people: &mentions.people,
            members: Vec::new(),
            seen: Vec::new(),
            outlets: Vec::new(),
            states: vec![0; size],
            officials: vec![0; size],
            words: WordMap::default(),
            politics: std::cell::OnceCell::new(),
        };
        for (index, mention) in mentions.list.iter().enumerate() {
            let Ok(number) = u16::try_from(index + 1) else { break };
            let column = if mention.layer == Layer::State { &mut cast.states } else { &mut cast.officials };
            for token in mention.tokens.0..=mention.tokens.1 {
                if let Some(cell) = column.get_mut(token) {
                    *cell = number;
                }
            }
        }
        cast.collect(document);
        cast
    }

    pub fn state_at(&self, token: usize) -> Option<&'m Mention> {
        self.mentions.get((*self.states.get(token)? as usize).checked_sub(1)?)
    }

    pub fn official_at(&self, token: usize) -> Option<&'m Mention> {
        self.mentions.get((*self.officials.get(token)? as usize).checked_sub(1)?)
    }

    /// Words of elections and parties in the story.
    pub(super) fn politics(&self, document: &Document) -> usize {
        *self.politics.get_or_init(|| document.tokens.iter().filter(|t| POLITICS.contains(&t.hash)).count())
    }

    fn collect(&mut self, document: &'m Document) {
        let mut singles: Vec<Range> = Vec::new();
        let mut token = 0;
        while token < document.tokens.len() {
            if !document.tokens[token].is_capital() && document.tokens[token].kind != Kind::Lower {
                token += 1;
                continue;
            }
            if let Some((outlet, last)) = outlets::at(document, token) {
                if outlet.is_media() {
                    self.outlets.push((token, outlet));
                }
                token = last + 1;
                continue;
            }
            // a headline in capitals names nobody that its story does not name
            let part = document.article.blocks.get(document.tokens[token].block as usize).map(|b| b.part);
            let heading = matches!(part, Some(Part::Headline | Part::Subhead));
            let word = matches!(
                document.tag(token),
                Tag::VerbIng
                    | Tag::Adp
                    | Tag::Sconj
                    | Tag::Cconj
                    | Tag::Det
                    | Tag::Pron
                    | Tag::PronPoss
                    | Tag::Aux
                    | Tag::Modal
                    | Tag::Adv
                    | Tag::Part
                    | Tag::Intj
            );
            // but for a given name and what follows it: "Rosa Pinto Wins" names her
            if heading
                && self.given_name(document, token)
                && document.tag(token + 1) == Tag::Propn
                && document.tokens.get(token + 1).is_some_and(|t| t.is_capital())
                && self.state_at(token + 1).is_none()
            {
                self.enter(document, (token, token + 1), &mut singles);
                token += 2;
                continue;
            }
            let skip = heading || word || !document.tokens[token].is_capital() || self.state_at(token).is_some();
            if skip || document.any(token, OPENERS) {
                token += 1;
                continue;
            }
            let last = self.run(document, token);
            self.enter(document, (token, last), &mut singles);
            token = last + 1;
        }
        // single words that are somebody's surname, or somebody's by the pronoun after them
        for single in singles {
            if let Some(member) = self.find(document, single).or_else(|| self.by_pronoun(document, single.0)) {
                self.seen.push((single.0, member));
                if single.0 > 0 && lexicon::has(document.tokens.get(single.0 - 1), Class::Honorific) {
                    let gender = honorific_gender(document, single.0 - 1);
                    if let Some(m) = self.members.get_mut(member as usize) {
                        m.sure = true;
                        m.person = true;
                        if m.gender == Gender::Unknown {
                            m.gender = gender;
                        }
                    }
                }
            }
        }
        self.seen.sort_unstable();
    }

    /// The member that a name in the text belongs to: by its full name, its surname, or, for names
    /// that begin with the family name, by its first word.
    pub fn find(&self, document: &Document, (first, last): Range) -> Option<u16> {
        let hash = |t: usize| document.tokens.get(t).map_or(0, |k| k.hash);
        let candidates = self.words.get(&hash(last))?;
        let whole = |m: &Member| {
            m.name.1 - m.name.0 == last - first && (0..=last - first).all(|i| hash(m.name.0 + i) == hash(first + i))
        };
        let member = |i: &&u16| self.members.get(**i as usize);
        if let Some(exact) = candidates.iter().find(|i| member(i).is_some_and(whole)) {
            return Some(*exact);
        }
        if first < last {
            // "Barack H. Obama" and "Barack Obama", "Chuck Roe" and "Charles Roe"
            let inner = |m: &Member| hash(m.name.1) == hash(last) && nicknames::same(hash(m.name.0), hash(first));
            // "van Sebille", "Holtz-Eakin": the end of a longer name
            let ending = |m: &Member| {
                m.name.1 - m.name.0 > last - first && (0..=last - first).all(|i| hash(m.name.1 - i) == hash(last - i))
            };
            let person = |fits: &dyn Fn(&Member) -> bool| {
                candidates.iter().find(|i| member(i).is_some_and(|m| m.person && fits(m))).copied()
            };
            return person(&inner).or_else(|| person(&ending));
        }
        if let Some(short) = candidates.iter().find(|i| member(i).is_some_and(|m| m.short == hash(last))) {
            return Some(*short);
        }
        // a bare surname is the first of that name: a story calls the others by their full names
        let surname = candidates.iter().find(|i| member(i).is_some_and(|m| m.person && hash(m.name.1) == hash(last)));
        surname
            .or_else(|| candidates.iter().find(|i| member(i).is_some_and(|m| hash(m.name.0) == hash(first))))
            .copied()
    }
}

/// Whether a name on record begins with a noun for people: "Economist Tunde Bello".
pub(super) fn begins_with_title(person: &Person) -> bool {
    person.words.len() > 2 && person.words.first().is_some_and(|&w| lexicon::classes(w) & PERSONS != 0)
}

pub fn honorific_gender(document: &Document, token: usize) -> Gender {
    if document.any(token, words!("mr" "mr." "sir" "lord" "messrs")) {
        Gender::Male
    } else if document.any(token, words!("mrs" "ms" "miss" "mrs." "ms." "lady" "dame" "madam")) {
        Gender::Female
    } else {
        Gender::Unknown
    }
}

/// A name as an identifier: lower case, marks and accents gone, words joined by hyphens.
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match people::fold(c) {
            Some(folded) => out.push_str(folded.as_str()),
            None if !matches!(c, '\'' | '’' | '.' | '\u{ad}') && !out.ends_with('-') && !out.is_empty() => {
                out.push('-')
            }
            None => {}
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}
