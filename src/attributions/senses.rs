//! Other senses of reporting verbs: kept from a goal is not denied, bought is not ordered, made out is not told.
//! Asked by `evidence` of a verb in its place; what a verb reports at all stands in `cues.txt`.

use super::complement::Kind;
use super::denials::DENIABLE;
use super::evidence::Case;
use super::naming;
use crate::chunks::{self, VerbForm};
use crate::lexicon::{Class, bits, has, has_any};
use crate::text::{Kind as Writing, Tag, Words};
use crate::words;

/// What firms and states order from its makers.
const BOUGHT: &Words = words!("jet" "jets" "aircraft" "airliner" "airliners" "plane" "planes" "ship" "ships" "vessel" "vessels" "frigate" "frigates" "submarine"
    "submarines" "tank" "tanks" "bus" "buses" "tram" "trams" "train" "trains" "locomotive" "locomotives" "car" "cars" "truck" "trucks" "lorry" "lorries" "vehicle"
    "vehicles" "turbine" "turbines" "reactor" "reactors" "drone" "drones" "helicopter" "helicopters" "dose" "doses" "vaccine" "vaccines" "uniform"
    "uniforms" "engine" "engines" "ferry" "ferries" "satellite" "satellites" "laptop" "laptops" "masks" "ventilators" "kits");

/// Actions by their short names, after "ordered".
const COMMANDED: &Words = words!("strike" "strikes" "attack" "attacks" "raid" "raids" "halt" "stop" "end" "freeze" "probe" "inquiry" "review" "audit" "ban" "recall" "search" "hunt"
    "release" "return" "retreat" "test" "tests" "trial" "retrial" "hearing" "study" "report" "reports" "inquest" "change" "changes" "cut" "cuts" "use" "sale" "blockade"
    "siege" "curfew" "payment" "work" "action" "check" "checks" "killing" "killings" "murder" "hit" "coup" "purge" "crackdown" "troops" "police" "staff" "forces" "withdrawal" "transfer"
    "overhaul" "increase" "reduction" "shift" "move" "stay" "recount" "vote" "election" "elections" "embargo" "boycott" "sweep" "break-in" "mobilisation");

impl Case<'_, '_, '_> {
    /// Whether the verb means something else with such a form or complement. Objects that are never a message
    /// stand with their verbs in `cues.txt`.
    pub(super) fn has_another_sense(&self) -> bool {
        let d = self.document();
        self.is_barred()
            || match self.verb.lemma {
                // "people still order bells", "ordered a pram"
                "order" => {
                    self.is(&[Kind::Noun])
                        && (matches!(self.head_tag(), Tag::VerbPresent | Tag::VerbBase) || self.buys())
                }
                // "has been unable to confirm when": nothing is confirmed
                "confirm" | "verify" | "establish" if self.is_out_of_reach() => true,
                // "the Senate confirmed her": people are confirmed in office
                "confirm" => {
                    // … "the Senate confirmed Ana Reyes as ambassador"
                    let appoints = || {
                        let head = self.object_head();
                        head.is_some_and(|t| d.tag(t) == Tag::Propn && d.any(t + 1, words!("as" "to")))
                    };
                    self.is(&[Kind::Noun])
                        && (d.any(self.complement.content.0, words!("him" "her" "them" "me" "us")) || appoints())
                }
                // "officers cited 212 drivers"
                "cite" => self.is(&[Kind::Noun]) && self.fines(),
                // "concluded with fireworks"
                "conclude" => {
                    let said = words!("call" "plea" "appeal" "warning" "words" "remark" "promise" "message");
                    self.is(&[Kind::Particle]) && !self.content().any(|t| self.reader.quoted(t) || d.any(t, said))
                }
                // "the hospital that admitted the survivors said": taken in
                "admit" => self.is(&[Kind::Clause, Kind::Noun]) && self.takes_in(),
                // "questioned a man for six hours", "several of the men"
                "question" => {
                    let person = |t: usize| naming::noun(d, t).0 & naming::PERSONS != 0 || d.tag(t) == Tag::Propn;
                    let whole = |t: usize| chunks::noun_phrase_end(d, t + 2, self.complement.content.1 + 1);
                    let several = |t: usize| d.is(t + 1, "of") && whole(t).is_some_and(person);
                    self.is(&[Kind::Noun]) && self.object_head().is_some_and(|t| person(t) || several(t))
                }
                // "responded by saying": what was said is the participle's
                "respond" | "reply" | "answer" if d.is(self.complement.content.0, "by") => {
                    let next = self.reader.group_at(self.complement.content.0 + 1);
                    next.is_some_and(|g| g.form == VerbForm::Gerund && self.reader.says(g))
                }
                // "intent on deciding who runs it": settled, and not told
                "decide" if self.is(&[Kind::Wh]) && self.group.form == VerbForm::Gerund => true,
                // "denied Lund from close range", "denied Leeds a point": who is kept from something denies no report
                "deny" => self.is(&[Kind::Noun]) && self.keeps_from(),
                // "the court held that": a finding; nobody else's holding is
                "hold" => !(self.is(&[Kind::That]) && self.is_right_after() && self.judges()),
                // "Democrats gathered in the hall heard that"
                "gather" => !self.is_right_after(),
                // "wrote eleven novels": works, and no message
                "write" if self.is(&[Kind::Noun]) => !self.content().any(|t| self.reader.quoted(t)) && self.composes(),
                // "Sunday promises to be colder"
                "promise" if self.is(&[Kind::Infinitive]) => self.is_forecast(),
                // "hard to tell where it ends": to make out, where nobody is told
                // "tells so many lies that nobody listens"
                "tell" => {
                    let lies = || {
                        (self.group.last + 1..self.complement.content.0)
                            .any(|t| d.any(t, words!("lies" "lie" "fibs" "jokes")))
                    };
                    self.is(&[Kind::Wh]) && self.head_tag() == Tag::VerbBase && self.is_right_after()
                        || self.is(&[Kind::That]) && lies()
                }
                // "channels showed it live"
                "show"
                    if self.is(&[Kind::Noun])
                        && d.tag(self.complement.content.0) == Tag::Pron
                        && d.tag(self.complement.content.0 + 1) != Tag::VerbIng =>
                {
                    true
                }
                // "argued over a parking space": a quarrel
                "argue" if d.any(self.group.last + 1, words!("over" "with" "about")) => true,
                // "declared at 412 for six"
                "declare" if d.is(self.group.last + 1, "at") && d.tag(self.group.last + 2) == Tag::Num => true,
                // "lifted the boards, revealing a well": a thing comes to light
                // … "low water revealed the ribs of a gunboat"
                "reveal" if self.is(&[Kind::Noun]) && (self.group.form == VerbForm::Gerund || self.is_nature_s()) => {
                    !self.tells()
                }
                // "the coach has recalled Lund for the qualifier", "the trust dismissed its finance chief"
                "recall" if self.is(&[Kind::Noun]) && self.picks() => true,
                "dismiss" if self.is(&[Kind::Noun, Kind::Naming]) && self.lays_off() => true,
                // "met to decide whether it would go": a purpose
                "decide" if self.group.form == VerbForm::Infinitive => true,
                // "it goes without saying"
                "say" if d.is(self.group.first.saturating_sub(1), "without") => true,
                // "said goodbye to the crew"
                "say" => {
                    let greeting = words!("goodbye" "farewell" "hello" "grace" "mass" "prayers" "sorry");
                    // … "has said his piece"
                    let piece = d.any(self.complement.content.0 + 1, words!("piece" "bit" "prayers" "goodbyes"));
                    self.is(&[Kind::Noun, Kind::Clause]) && (piece || d.any(self.complement.content.0, greeting))
                }
                // "the audit found 900 ghost workers": papers find what is so, people find things; "finds none"
                "find" if self.is(&[Kind::Noun]) => {
                    let none = d.any(self.complement.content.1, words!("none" "nothing" "it" "them"));
                    !self.is_paper_s() || none && self.complement.content.0 == self.complement.content.1
                }
                // "called the mayor to account", "called him to order"
                // "called 911", "called for another"
                "call"
                    if d.tokens.get(self.complement.content.0).is_some_and(|t| t.kind == Writing::Number)
                        || self.is(&[Kind::Particle])
                            && d.any(self.complement.content.0, words!("another" "backup" "help")) =>
                {
                    !self.reader.quoted(self.complement.content.0)
                }
                // "did not criticise him by name", "have not even mentioned the striker": nothing is said
                "criticise" | "criticize" | "praise" | "name" if self.group.negated => self.is(&[Kind::Noun]),
                "mention" if self.group.negated => {
                    self.source.is_some_and(|s| d.is(s.1, "we")) && self.is(&[Kind::Noun])
                }
                // "a video he posted showing a girl": what was posted stands before
                "post" | "share" | "publish" | "release" | "tweet" if self.is(&[Kind::Clause]) => {
                    let before = self.source.and_then(|s| s.0.checked_sub(1)).filter(|&t| t >= self.reader.start());
                    d.tag(self.complement.content.0) == Tag::VerbIng || before.is_some_and(|t| d.tag(t).is_noun())
                }
                // "the third witness testifying who listened in"
                "testify" => self.is(&[Kind::Wh]) && d.is(self.complement.content.0, "who"),
                // "Speaking of the port, the minister said": a topic
                "speak" if self.group.first == self.reader.start() && self.group.form == VerbForm::Gerund => {
                    !self.content().any(|t| self.reader.quoted(t))
                }
                // … "called him out for his “errors”"
                "call" if self.is(&[Kind::Naming, Kind::Noun]) => {
                    let out = |t: usize| d.is(t, "out");
                    if out(self.group.last + 1) || self.object_head().is_some_and(|t| out(t + 1)) {
                        return true;
                    }
                    let called =
                        words!("account" "order" "task" "mind" "arms" "prayer" "heel" "testify" "duty" "service");
                    self.content().any(|t| d.is(t, "to") && d.any(t + 1, called)) || self.is_name_of_a_place()
                }
                // "detectives found a skeleton buried in the garden": somebody finds a thing, papers that something is so
                "find" | "discover" | "see" => self.is(&[Kind::Clause]) && self.comes_upon(),
                // "their home states": a noun
                "state" => self.is(&[Kind::Clause]) && d.any(self.group.head, words!("state" "states")),
                // "will help determine who wins"
                "determine" => self.head_tag() == Tag::VerbBase,
                _ => false,
            }
    }

    /// "posted its first annual loss", "claimed a fifth victim: a teacher": an object that is no message.
    pub(super) fn is_barred(&self) -> bool {
        let d = self.document();
        let barred = |t: usize| d.tokens.get(t).is_some_and(|t| self.verb.barred.contains(&t.hash));
        let Some(noun) = (self.group.last + 1..=self.complement.content.1).take(8).find(|&t| barred(t)) else {
            return false;
        };
        // "posted a loss and closed 40 shops" is no clause with the loss for its subject, nor "recounting the votes said"
        let joined = || {
            // … nor "those who claim the benefit must reply"
            let relative = || self.source.is_some_and(|s| d.any(s.1, words!("who" "that" "which")));
            if noun <= self.group.last + 3 && (self.group.form == VerbForm::Gerund || relative()) {
                return true;
            }
            let verb = self.reader.finite_from(noun).map_or(noun, |g| g.first);
            (noun..verb).any(|t| d.tag(t) == Tag::Cconj)
        };
        // "called for a vote": the preposition shows the sense
        let particle = self.is(&[Kind::Particle]) && self.verb.lemma != "call";
        // "called his vote a mistake": what it is called stands behind
        let named = || {
            let article = |t: &usize| d.any(*t, words!("a" "an")) && d.tag(t - 1).is_noun();
            self.is(&[Kind::Naming]) && (noun + 1..self.complement.content.1).any(|t| article(&t))
        };
        particle
            || self.is(&[Kind::Noun, Kind::Naming, Kind::Colon]) && !named()
            || self.is(&[Kind::Clause]) && joined()
    }

    /// "the hospital that admitted the survivors": a place takes somebody in.
    fn takes_in(&self) -> bool {
        let d = self.document();
        let place = |t: usize| {
            d.any(
                t,
                words!("hospital" "hospitals" "clinic" "ward" "university" "college" "school" "club" "museum" "bar"),
            )
        };
        let host = self.source.map(|s| if d.any(s.1, words!("that" "which")) { s.0.saturating_sub(1) } else { s.1 });
        host.is_some_and(place)
            && (d.any(self.complement.content.0, words!("him" "her" "them"))
                || self
                    .object_head()
                    .is_some_and(|t| has_any(d.tokens.get(t), naming::PERSONS) || d.tag(t) == Tag::NounPlural))
    }

    /// "Leopoldville, now called Kinshasa": what a thing is called after a comma, by nobody.
    fn is_name_of_a_place(&self) -> bool {
        let (d, reader, first) = (self.document(), self.reader, self.group.first);
        let comma = first > reader.start()
            && (reader.is_comma(first - 1) || d.tag(first - 1) == Tag::Adv && reader.is_comma(first.saturating_sub(2)));
        // the adverb may be read into the verb group
        let comma = comma || d.tag(first) == Tag::Adv && first > reader.start() && reader.is_comma(first - 1);
        let capital = d.tokens.get(self.complement.content.0).is_some_and(|t| t.is_capital());
        self.group.form == VerbForm::Participle && comma && capital
    }

    /// "officers cited 212 drivers": fined them.
    fn fines(&self) -> bool {
        let d = self.document();
        let fined = words!("drivers" "driver" "motorists" "motorist" "owners" "riders" "people" "men" "women" "vendors" "businesses" "restaurants");
        let police = words!("police" "officers" "patrol" "inspectors" "deputies" "troopers" "wardens" "officer");
        self.object_head().is_some_and(|t| d.any(t, fined))
            && self.source.is_some_and(|s| (s.0..=s.1).any(|t| d.any(t, police)))
    }

    /// "unable to confirm", "yet to confirm", "not able to confirm".
    fn is_out_of_reach(&self) -> bool {
        let (d, first) = (self.document(), self.group.first);
        let before = |n: usize| first.saturating_sub(n);
        self.group.form == VerbForm::Infinitive
            && (d.any(before(1), words!("unable" "yet" "impossible" "failed"))
                || d.any(before(1), words!("able" "possible"))
                    && (before(4)..before(1)).any(|t| d.any(t, words!("not" "n't" "never"))))
    }

    /// The noun of the complement's first phrase.
    fn object_head(&self) -> Option<usize> {
        chunks::noun_phrase_end(self.document(), self.complement.content.0, self.complement.content.1 + 1)
    }

    /// Whether the object of a denial is somebody: a name, or a pronoun before what is kept from them.
    fn keeps_from(&self) -> bool {
        let (d, first) = (self.document(), self.complement.content.0);
        // "Allegations followed. She has always denied them."
        let said = d.is(first, "them")
            && matches!(d.tag(first + 1), Tag::Punct | Tag::Adp | Tag::Adv)
            && (first.saturating_sub(60)..first).any(|t| d.tag(t) == Tag::NounPlural && d.any(t, DENIABLE));
        let person = !said && d.tag(first) == Tag::Pron && d.any(first, words!("him" "her" "us" "me" "them"));
        let name = d.tag(first) == Tag::Propn
            && d.tokens.get(first).is_some_and(|t| t.is_capital())
            // "denied Hamas reports", "denied Lund's part in it"
            && !self.content().take(4).any(|t| d.any(t, words!("'s" "'")) || has(d.tokens.get(t), Class::DocumentNoun));
        // "denied the visitors an equaliser"
        let twice = self.object_head().is_some_and(|t| d.any(t + 1, words!("a" "an" "any")) && d.tag(t).is_noun());
        person || name || twice
    }

    /// "ordered a double pram", "ordered soup": a thing is bought, an action is commanded.
    fn buys(&self) -> bool {
        let d = self.document();
        let Some(head) = self.object_head().filter(|&t| d.tag(t) == Tag::Noun || d.tag(t) == Tag::NounPlural) else {
            return false;
        };
        let word = d.word(head);
        let action = [
            "ion", "ions", "ment", "ments", "al", "als", "ure", "ures", "ing", "ings", "ance", "ence", "sis", "down",
            "downs", "out", "outs",
        ]
        .iter()
        .any(|e| word.ends_with(e));
        let commands = self.source.is_some_and(|s| {
            (s.0..=s.1).any(|t| {
                has_any(d.tokens.get(t), bits(&[Class::OfficialNoun, Class::BodyNoun])) || d.tag(t) == Tag::Propn
            })
        });
        d.any(head, BOUGHT) || !action && !commands && !d.any(head, COMMANDED)
    }

    /// The noun that heads the source, with what hangs on it left out.
    fn source_head(&self) -> Option<usize> {
        self.source.map(|s| chunks::noun_phrase_end(self.document(), s.0, s.1 + 1).unwrap_or(s.1))
    }

    /// Whether weather, water or work at a place is the subject.
    fn is_nature_s(&self) -> bool {
        let nature = words!("water" "waters" "tide" "tides" "drought" "erosion" "wind" "winds" "storm" "storms" "rain" "rains" "snow" "ice" "sun" "light" "dawn" "fog" "smoke"
            "flood" "floods" "excavation" "excavations" "digging" "dredging" "ploughing" "fire" "landslide" "thaw" "melt" "curtain" "door" "doors" "window" "dress");
        self.source_head().is_some_and(|head| self.document().any(head, nature))
    }

    /// Books, scores and columns.
    fn composes(&self) -> bool {
        let works = words!("novel" "novels" "book" "books" "play" "plays" "poem" "poems" "song" "songs" "score" "scores" "music" "opera" "operas" "screenplay" "script"
            "scripts" "column" "columns" "memoir" "memoirs" "biography" "story" "stories" "code" "software" "check" "cheque" "cheques" "checks" "lyrics" "symphony"
            "report" "reports" "grant" "grants" "bill" "bills" "law" "laws" "legislation" "recipe" "recipes" "exam" "sonnets" "essays" "cookbook" "textbook" "textbooks" "history" "histories");
        self.object_head().is_some_and(|t| self.document().any(t, works))
    }

    /// "The weekend promises to be wet": days and games promise what is expected of them.
    fn is_forecast(&self) -> bool {
        let d = self.document();
        let be = self.group.last + 1;
        d.are(be, &["to", "be"])
            && self.source.is_some_and(|s| {
                chunks::is_time(d, s.1)
                    || d.any(s.1, words!("weekend" "season" "match" "game" "race" "contest" "final" "evening" "night" "weather" "winter" "summer" "spring" "autumn" "encounter" "show"))
            })
    }

    /// Whether a court or its judges stand before the verb.
    fn judges(&self) -> bool {
        let court = words!("court" "courts" "tribunal" "judge" "judges" "justice" "justices" "panel" "majority" "bench" "magistrate" "commission");
        self.source.is_some_and(|s| (s.0..=s.1).any(|t| self.document().any(t, court)))
    }

    /// "revealing the plan": what can be told.
    fn tells(&self) -> bool {
        let told = words!("plan" "plans" "detail" "details" "secret" "secrets" "figure" "figures" "name" "names" "identity" "extent" "existence" "truth" "cost" "price"
            "reason" "reasons" "date" "scale" "number" "results" "findings" "intention" "intentions" "evidence" "information" "deal" "fact");
        self.content().take(6).any(|t| self.document().any(t, told) || self.reader.quoted(t))
    }

    /// A coach's player, for a team.
    fn picks(&self) -> bool {
        let d = self.document();
        let coach = words!("coach" "manager" "selectors" "selector" "boss" "team" "side" "club" "board" "federation");
        d.tag(self.complement.content.0) == Tag::Propn
            && self.source.is_some_and(|s| (s.0..=s.1).any(|t| d.any(t, coach)))
    }

    /// Somebody out of a post.
    fn lays_off(&self) -> bool {
        let d = self.document();
        self.object_head().is_some_and(|t| has_any(d.tokens.get(t), naming::PERSONS) && !d.is(t + 1, "'s"))
            && d.any(self.complement.content.0, words!("its" "his" "her" "their" "the" "a" "two" "three" "several"))
    }

    /// "a skeleton buried in the garden": what somebody came upon, with a participle, and no clause.
    fn comes_upon(&self) -> bool {
        let (d, reader, first) = (self.document(), self.reader, self.complement.content.0);
        let indefinite = d.any(first, words!("a" "an" "no" "some" "several" "more")) || d.tag(first) == Tag::Num;
        let Some(head) = self.object_head().filter(|_| indefinite) else { return false };
        let participle = matches!(d.tag(head + 1), Tag::VerbPart | Tag::VerbPast | Tag::VerbIng)
            && d.any(head + 2, words!("in" "inside" "under" "at" "near" "behind" "on" "beneath" "outside" "by" "among" "from" "with" "to"));
        participle
            && !self.is_paper_s()
            && reader.finite_from(head + 2).is_none_or(|g| g.first > self.complement.content.1)
    }

    /// Whether a paper, an expert or an outlet is the subject.
    fn is_paper_s(&self) -> bool {
        let papers = bits(&[Class::DocumentNoun, Class::ExpertNoun]);
        let last = self.source.map(|s| s.1);
        [self.source_head(), last].into_iter().flatten().any(|t| has_any(self.document().tokens.get(t), papers))
    }

    /// Whether the complement stands right after the verb.
    fn is_right_after(&self) -> bool {
        self.complement.content.0 == self.group.last + 1
    }
}
