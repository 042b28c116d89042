//! The names of the word classes. A class exists by standing here; its words stand in a list file.

macro_rules! classes {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// A class of words that rules ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Class { $($variant),* }

        impl Class {
            pub fn named(name: &str) -> Option<Class> {
                match name { $($name => Some(Class::$variant),)* _ => None }
            }
        }
    };
}

impl Class {
    pub fn bit(self) -> u128 {
        1u128 << (self as u8)
    }
}

classes! {
    Weekday = "weekday",
    Month = "month",
    TimeNoun = "time-noun",
    ReportNoun = "report-noun",
    Kinship = "kinship",
    PersonNoun = "person-noun",
    ExpertNoun = "expert-noun",
    WitnessNoun = "witness-noun",
    OfficialNoun = "official-noun",
    ExecutiveNoun = "executive-noun",
    CrowdNoun = "crowd-noun",
    AnonymousNoun = "anonymous-noun",
    OrganisationNoun = "organisation-noun",
    BodyNoun = "body-noun",
    DocumentNoun = "document-noun",
    MediaNoun = "media-noun",
    Honorific = "honorific",
    GivenName = "given-name",
}
