//! The cast of a story: people and organisations it names, how it describes them and where.
//! Collects names; decides nothing about who speaks.

use super::naming::{self, PERSONS};
use super::reader::Range;
use crate::article::Part;
use crate::lexicon::offices;
use crate::lexicon::outlets::{self, Outlet};
use crate::lexicon::{self, Class, Classes, WordMap, nicknames};
use crate::mentions::people::{self, Description, Gender, People, Person};
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
    words: WordMap<Vec<u16>>,
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
        // single words that are somebody's surname
        for single in singles {
            if let Some(member) = self.find(document, single) {
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

    /// The last token of the run of capitals that begins here.
    fn run(&self, document: &Document, first: usize) -> usize {
        let block = document.tokens[first].block;
        let mut last = first;
        loop {
            let next = last + 1;
            let Some(token) = document.tokens.get(next).filter(|t| t.block == block) else { return last };
            let capital = |t: usize| {
                document.tokens.get(t).is_some_and(|k| k.is_capital() && k.block == block) && self.state_at(t).is_none()
            };
            if capital(next) && document.tokens[last].kind != Kind::Punct && outlets::at(document, next).is_none() {
                last = next;
                continue;
            }
            let hyphen =
                token.glued && document.is(next, "-") && document.tokens.get(next + 1).is_some_and(|t| t.glued);
            let particle = document.any(next, words!("de" "da" "dos" "del" "della" "di" "du" "van" "von" "der" "den" "bin" "bint" "ibn" "al" "el" "ben" "la" "le"));
            if hyphen && last > first && naming::ends_given_name(document, next + 1) {
                last = next + 1;
                continue;
            }
            if (hyphen || particle) && capital(next + 1) {
                last = next + 1;
                continue;
            }
            let two = particle && document.any(next + 1, words!("der" "den" "la" "las" "los")) && capital(next + 2);
            // "Institute for National Unification", "Doctors of the World"
            let names_group = document.any(next, words!("of" "for" "and" "&"))
                && capital(next + 1)
                && (first..=last).any(|t| naming::noun(document, t).0 & naming::GROUPS != 0);
            if two {
                last = next + 2;
                continue;
            }
            if names_group {
                last = next + 1;
                continue;
            }
            return last;
        }
    }

    fn enter(&mut self, document: &Document, run: Range, singles: &mut Vec<Range>) {
        let (mut first, last) = run;
        let mut classes: Classes = 0;
        let mut gender = Gender::Unknown;
        let mut sure = false;
        let mut noun = 0;
        let mut group = None;
        for t in run.0..=last {
            let own = lexicon::classes(document.tokens[t].hash);
            if own & naming::GROUPS != 0 && (t > run.0 || own & PERSONS == 0) {
                group = Some(document.tokens[t].hash);
            }
            let title = own & (PERSONS | Class::Honorific.bit()) != 0 && t < last;
            if title && document.tokens[t + 1].is_capital() && own & naming::GROUPS == 0 {
                first = t + 1;
                sure = true;
                if own & Class::Honorific.bit() != 0 {
                    gender = honorific_gender(document, t);
                    if document.any(t, words!("dr" "dr." "prof" "prof." "professor")) {
                        classes |= Class::ExpertNoun.bit();
                    }
                } else {
                    classes |= own;
                    noun = document.tokens[t].hash;
                }
                group = None;
            }
        }
        // "Refugee Council Enver Solomon": a group, then one of its people
        if let Some(split) = (first..last).rev().find(|&t| naming::noun(document, t).0 & naming::GROUPS != 0)
            && split + 2 <= last
            && offices::word(document.tokens[split + 1].hash) & (offices::GIVEN_M | offices::GIVEN_F) != 0
        {
            self.enter(document, (first, split), singles);
            first = split + 1;
            group = None;
            sure = true;
        }
        let person = group.is_none();
        if first == last {
            singles.push((first, last));
            if sure && self.find(document, (first, last)).is_some_and(|m| self.members[m as usize].person) {
                return;
            }
            // "President Kodra", "Ms Persson" before or without a full name
            if !sure {
                return;
            }
            singles.pop();
        }
        let official =
            (first..=last).rev().find_map(|t| self.official_at(t)).filter(|m| m.entity.starts_with("person:"));
        if official.is_some() {
            classes |= Class::OfficialNoun.bit();
            sure = true;
        }
        let known = (first..=last)
            .rev()
            .find_map(|t| self.people.person_at(t))
            .filter(|_| group.is_none() || official.is_some());
        let record: Option<&Person> = known.and_then(|k| self.people.list.get(k));
        if let Some(record) = record {
            sure = true;
            if record.gender != Gender::Unknown {
                gender = record.gender;
            }
            if record.own {
                classes |= match record.description {
                    Description::Expert => Class::ExpertNoun.bit(),
                    Description::Executive => Class::ExecutiveNoun.bit(),
                    Description::Witness => Class::WitnessNoun.bit(),
                    _ => 0,
                };
            }
        }
        // a title at the start of a sentence may have been taken for part of the name
        let record = record.filter(|r| !begins_with_title(r) || r.words.first() == Some(&document.tokens[first].hash));
        let existing = self.find(document, (first, last));
        let index = match existing {
            Some(index) => index,
            None => {
                let span = document.span(first, last).of(document.text);
                let entity = match (official, record) {
                    (Some(official), _) => official.entity.clone(),
                    (None, Some(record)) => record.entity.clone(),
                    (None, None) => format!("{}:{}", if person { "person" } else { "org" }, slug(span)),
                };
                let index = self.members.len() as u16;
                self.members.push(Member {
                    name: (first, last),
                    entity,
                    person,
                    classes: 0,
                    affiliation: 0,
                    state: official.and_then(|o| o.state.clone()).or_else(|| record.and_then(|r| r.state.clone())),
                    noun: group.unwrap_or(0),
                    sure: false,
                    gender: Gender::Unknown,
                    short: 0,
                    known,
                });
                for t in [first, last] {
                    let list = self.words.entry(document.tokens[t].hash).or_default();
                    if !list.contains(&index) {
                        list.push(index);
                    }
                }
                index
            }
        };
        self.seen.push((first, index));
        let mut affiliation = self.affiliation(document, (run.0, first.saturating_sub(1).max(run.0)));
        // those who have a campaign, supporters or an administration run for something or lead it
        let mut next = last + 1;
        if document.any(next, words!("'s" "'")) {
            next += 1;
        }
        if person && document.any(next, words!("campaign" "campaigns" "supporters" "aides" "administration" "presidency" "government" "allies" "rally" "rallies" "voters" "camp" "candidacy" "surrogates" "surrogate" "backers" "cabinet" "transition" "delegates" "loyalists" "nomination" "ticket" "adviser" "advisers")) {
            classes |= Class::ExecutiveNoun.bit();
        }
        if !person {
            self.shorten(document, last, index);
        }
        if person {
            self.describe(document, (first, last), &mut classes, &mut affiliation, &mut noun, &mut sure);
        }
        if let Some(member) = self.members.get_mut(index as usize) {
            member.classes |= classes;
            member.affiliation |= affiliation;
            member.sure |= sure;
            if member.noun == 0 {
                member.noun = noun;
            }
            if member.gender == Gender::Unknown {
                member.gender = gender;
            }
            if last - first > member.name.1 - member.name.0 && existing.is_some() && !member.entity.starts_with("org:")
            {
                member.name = (first, last);
                if official.is_none() && known.is_none() && member.known.is_none() {
                    member.entity = format!("person:{}", slug(document.span(first, last).of(document.text)));
                }
            }
        }
    }

    /// Notes the letters in brackets after a group's name, and the body of a state that it is.
    fn shorten(&mut self, document: &Document, last: usize, index: u16) {
        if let Some(body) = self.official_at(last).filter(|m| m.kind == "body")
            && let Some(member) = self.members.get_mut(index as usize)
        {
            member.entity.clone_from(&body.entity);
            member.state.clone_from(&body.state);
        }
        let letters = last + 2;
        let written = document.is(last + 1, "(")
            && document.is(letters + 1, ")")
            && document.tokens.get(letters).is_some_and(|t| t.kind == Kind::Upper && t.is_word())
            && document.word(letters).len() >= 2;
        let Some(hash) = document.tokens.get(letters).map(|t| t.hash).filter(|_| written) else { return };
        if let Some(member) = self.members.get_mut(index as usize).filter(|m| m.short == 0) {
            member.short = hash;
            self.words.entry(hash).or_default().push(index);
        }
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
