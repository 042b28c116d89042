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

/// A set of classes, one bit each.
pub type Classes = u32;

impl Class {
    pub const fn bit(self) -> Classes {
        1 << (self as u8)
    }
}

/// The set of these classes.
pub const fn bits(classes: &[Class]) -> Classes {
    let (mut all, mut i) = (0, 0);
    while i < classes.len() {
        all |= classes[i].bit();
        i += 1;
    }
    all
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
