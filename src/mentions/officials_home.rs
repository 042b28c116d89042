//! The state of officials whose words name none: police, courts and town halls belong to the country the story
//! plays in. Reads the states and regions named; changes no entity, so no two bodies become one.

use super::Mention;
use super::officials_units::Units;
use crate::lexicon::WordMap;
use crate::lexicon::offices::REGION;
use crate::text::{Document, Words, hash_word};
use crate::words;

/// Gives officials without a state the story's country, where one stands out: any local office, and a national
/// one where that country does more than lie there. Nothing for those whose work is abroad.
pub(super) fn settle(document: &Document, states: &[Mention], units: &Units, officials: &mut [Mention]) {
    if officials.iter().all(|m| m.state.is_some()) {
        return;
    }
    of_its_sentence(document, states, officials);
    of_the_place_behind(document, states, officials);
    let known = officials.to_vec();
    let Some(home) = home(states, units, &known) else { return share(officials) };
    for official in officials.iter_mut().filter(|m| m.state.is_none()) {
        let title = official.title.as_deref().unwrap_or_default();
        let is = |list: &Words| {
            (official.tokens.0..=official.tokens.1).any(|t| document.any(t, list))
                || title.split_whitespace().any(|word| list.contains(&hash_word(word)))
        };
        let abroad = is(abroad()) && !(home.alone && is(words!("ministry" "ministries")) && is(words!("foreign")));
        if !abroad && (is(local()) || home.acts && is(national())) {
            official.state = Some(home.code.to_owned());
            official.state_inferred = true;
        }
    }
    share(officials);
}

/// "Jordan will host the talks. Its irrigation minister …", "Botswana will lift its ban, the environment
/// ministry said": the state that opens the sentence, or the one before, where no other is named.
fn of_its_sentence(document: &Document, states: &[Mention], officials: &mut [Mention]) {
    let before_token = |token: usize| states.partition_point(|s| s.tokens.0 < token);
    for official in officials.iter_mut().filter(|m| m.state.is_none()) {
        let place = document.sentence_of(official.tokens.0);
        let owned = official.tokens.0.checked_sub(1).is_some_and(|t| document.any(t, words!("its")))
            || official.tokens.1 > official.tokens.0 && document.any(official.tokens.0, words!("its"));
        let Some(own) = document.sentences.get(place) else { continue };
        let before = place.checked_sub(1).and_then(|p| document.sentences.get(p)).filter(|_| owned);
        let from = before.map_or(own.start, |s| s.start);
        // the states are in reading order
        let (low, high) = (before_token(from), before_token(official.tokens.0));
        let mut named = states.get(low..high).unwrap_or(&[]).iter();
        let Some(first) = named.next().filter(|s| !matches!(s.kind, "place" | "bloc")) else { continue };
        let alone = named.all(|s| s.entity == first.entity || s.kind == "place");
        let opens =
            document.sentences.get(document.sentence_of(first.tokens.0)).is_some_and(|s| first.tokens.0 <= s.start + 1);
        let domestic = (official.tokens.0..=official.tokens.1).any(|t| document.any(t, words!("ministry" "minister")))
            && (official.tokens.0..=official.tokens.1).any(|t| document.any(t, domestic_fields()));
        if alone && opens && (owned || domestic) {
            official.state = Some(first.entity.clone());
            official.state_inferred = !owned;
        }
    }
}

/// "Health authorities in the Netherlands", "prosecutors in Lyon": those who work where they are.
fn of_the_place_behind(document: &Document, states: &[Mention], officials: &mut [Mention]) {
    let settled = words!("police" "prosecutor" "prosecutors" "judge" "judges" "magistrate" "magistrates" "court" "courts" "coroner" "mayor" "councillor"
        "councillors" "council" "lawmaker" "lawmakers" "legislators" "authority" "authorities" "parliament" "ministry" "firefighters");
    for official in officials.iter_mut().filter(|m| m.state.is_none() && document.is(m.tokens.1 + 1, "in")) {
        let place = official.tokens.1 + 2 + usize::from(document.is(official.tokens.1 + 2, "the"));
        let state = states.get(states.partition_point(|s| s.tokens.0 < place)).filter(|s| s.tokens.0 == place);
        let stays = (official.tokens.0..=official.tokens.1).any(|t| document.any(t, settled));
        if let Some(state) = state.filter(|s| stays && s.kind != "bloc") {
            official.state = Some(state.entity.clone());
            official.state_inferred = true;
        }
    }
}

/// Every mention of a person has the state that one of them was given.
fn share(officials: &mut [Mention]) {
    let mut known: WordMap<(String, bool)> = WordMap::default();
    for official in officials.iter().filter(|m| m.entity.starts_with("person:")) {
        if let Some(state) = &official.state {
            known.entry(hash_word(&official.entity)).or_insert_with(|| (state.clone(), official.state_inferred));
        }
    }
    for official in officials.iter_mut().filter(|m| m.state.is_none()) {
        if let Some((state, inferred)) = known.get(&hash_word(&official.entity)) {
            (official.state, official.state_inferred) = (Some(state.clone()), *inferred);
        }
    }
}

/// Fields of ministries that deal with their own country.
fn domestic_fields() -> &'static Words {
    words!("environment" "transport" "health" "education" "agriculture" "finance" "irrigation" "culture" "sports" "sport" "tourism" "labour"
        "labor" "justice" "interior" "housing" "energy" "water" "fisheries" "mining" "mines" "industry" "planning" "communications" "economy")
}

struct Home<'a> {
    code: &'a str,
    /// Named as a government or people, or in an adjective: not as a mere place.
    acts: bool,
    /// No other is named, and this one more than once.
    alone: bool,
}

/// Counts of mentions by country, and whether any of them acts.
type Votes<'a> = Vec<(&'a str, usize, bool)>;

/// The country of three quarters of all the states and regions that a story names, or of those and its officials
/// together, where hardly another is named.
fn home<'a>(states: &'a [Mention], units: &Units, officials: &'a [Mention]) -> Option<Home<'a>> {
    let mut votes: Votes = Vec::new();
    let regions = units.list.iter().filter(|u| u.has(REGION) && u.is_capital() && !u.is_state());
    let regions = regions.filter_map(|u| u.fixed).map(|code| (code, false));
    let named = states.iter().filter(|s| s.kind != "bloc").map(|s| (s.entity.as_str(), s.kind != "place"));
    named.chain(regions).for_each(|(code, acts)| vote(&mut votes, code, acts));
    let known = || officials.iter().filter(|m| !m.state_inferred).filter_map(|m| m.state.as_deref());
    if let Some(home) = elected(&votes) {
        return Some(Home { acts: home.acts || known().any(|code| code == home.code), ..home });
    }
    let mut all = votes.clone();
    known().filter(|code| !code.starts_with("org:")).for_each(|code| vote(&mut all, code, true));
    let home = elected(&all)?;
    let own = votes.iter().filter(|vote| vote.0 == home.code).map(|vote| vote.1).sum::<usize>();
    let others = votes.iter().map(|vote| vote.1).sum::<usize>() - own;
    (others <= 1 || own > others * 2).then_some(Home { alone: false, ..home })
}

fn vote<'a>(votes: &mut Votes<'a>, code: &'a str, acts: bool) {
    match votes.iter_mut().find(|vote| vote.0 == code) {
        Some(vote) => (vote.1, vote.2) = (vote.1 + 1, vote.2 || acts),
        None => votes.push((code, 1, acts)),
    }
}

fn elected<'a>(votes: &Votes<'a>) -> Option<Home<'a>> {
    let all: usize = votes.iter().map(|vote| vote.1).sum();
    let &(code, count, acts) = votes.iter().max_by_key(|vote| vote.1)?;
    (count * 4 >= all * 3).then_some(Home { code, acts, alone: count == all && all > 1 })
}

/// Offices and bodies of a town, a district or a court.
fn local() -> &'static Words {
    words!("police" "policeman" "policewoman" "policemen" "officer" "officers" "constable" "inspector" "detective" "detectives"
        "superintendent" "sheriff" "marshal" "trooper" "troopers" "prosecutor" "prosecutors" "prosecutor's" "attorney" "judge" "judges" "magistrate"
        "magistrates" "justice" "court" "courts" "tribunal" "coroner" "coroners" "mayor" "mayors" "deputy-mayor" "councillor" "councillors" "councilor"
        "councilors" "councilman" "councilwoman" "alderman" "council" "governor" "governors" "fire" "firefighters" "lawmaker" "lawmakers" "legislator"
        "legislators" "legislature" "assemblyman" "assemblywoman" "mla" "mp" "mps" "cllr" "superintendent" "commissioner" "commissioners" "municipality"
        "city" "county" "district" "provincial" "authorities" "authority" "probation" "prison" "ombudsman" "auditor")
}

/// Offices and bodies of a whole country that stay in it.
fn national() -> &'static Words {
    words!("ministry" "ministries" "minister" "ministers" "army" "military" "parliament" "congress" "senate" "senator" "senators" "house" "cabinet"
        "department" "agency" "government" "head" "assembly" "speaker" "secretary" "representative" "president" "navy" "troops" "forces"
        "representatives" "commission" "bureau" "service" "chief" "general" "spokesman" "spokeswoman" "spokesperson" "official" "officials")
}

/// Those who are often elsewhere than at home.
fn abroad() -> &'static Words {
    words!("foreign" "ambassador" "ambassadors" "envoy" "envoys" "consul" "embassy" "consulate" "mission" "pope" "cardinal" "un" "u.n." "eu"
        "international" "world" "peacekeepers" "rapporteur" "coordinator" "prime" "king" "queen" "prince" "sultan" "emir" "secretary-general")
}

#[cfg(test)]
mod tests {
    use crate::mentions::{self, Layer};
    use crate::page::article_from_text;
    use crate::text::Document;

    fn states_of(text: &str) -> Vec<Option<String>> {
        let article = article_from_text(text);
        let document = Document::new(&article);
        let found = mentions::find(&document);
        found.iter().filter(|m| m.layer == Layer::Official).map(|m| m.state.clone()).collect()
    }

    #[test]
    fn local_offices_are_of_the_country_the_story_plays_in() {
        assert_eq!(states_of("Police in Nairobi closed the road."), [Some("KEN".to_owned())]);
        assert_eq!(states_of("Prosecutors in Ludwigshafen dropped the case."), [Some("DEU".to_owned())]);
        let ministry = "Peru raised the tax on copper. The finance ministry published the rates.";
        assert_eq!(states_of(ministry), [Some("PER".to_owned())]);
    }

    #[test]
    fn officials_tell_the_country_where_hardly_another_is_named() {
        let congress = "Rep. Ann Lodge (R-Ohio) spoke. Sen. Walt Pruitt (Vt.) left. Congress rose at noon.";
        assert_eq!(states_of(congress), [Some("USA".to_owned()), Some("USA".to_owned()), Some("USA".to_owned())]);
        let abroad = "Rep. Ann Lodge (R-Ohio) flew to Mali. Mali and Niger met her. Niger paid. The army looked on.";
        assert_eq!(states_of(abroad).last(), Some(&None));
        let ruler = "Freedonia sent salt. Chad's de facto ruler, General Idris Abba, sent none.";
        assert_eq!(states_of(ruler), [Some("TCD".to_owned())]);
        let commons = "OTTAWA — The House of Commons rose at noon.";
        assert_eq!(states_of(commons), [Some("CAN".to_owned())]);
        let there = "Mali and Niger met. Health authorities in the Netherlands looked on.";
        assert_eq!(states_of(there), [Some("NLD".to_owned())]);
    }

    #[test]
    fn who_travels_and_whose_country_is_one_of_several_has_none() {
        assert_eq!(states_of("The president arrived in Paris."), [None]);
        assert_eq!(states_of("The army crossed from Mali into Niger while Chad looked on."), [None]);
        assert_eq!(states_of("Police closed the road."), [None]);
    }
}
