//! Parts of speech: the Universal Dependencies classes, finer where chunking needs it.
//! Holds the names only; the tagger that assigns them is in `tagger`.

/// A part of speech. `upos` gives the Universal Dependencies class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum Tag {
    #[default]
    Noun,
    NounPlural,
    Propn,
    Pron,
    /// my, his, their …
    PronPoss,
    Det,
    Adj,
    AdjComparative,
    Adv,
    Adp,
    Aux,
    /// can, may, would …
    Modal,
    VerbBase,
    VerbPresent,
    Verb3sg,
    VerbPast,
    VerbIng,
    /// past participle
    VerbPart,
    Cconj,
    Sconj,
    /// to, not, n't, possessive 's
    Part,
    Num,
    Intj,
    Punct,
    Sym,
    X,
}

impl Tag {
    pub fn is_verb(self) -> bool {
        use Tag::*;
        matches!(self, VerbBase | VerbPresent | Verb3sg | VerbPast | VerbIng | VerbPart)
    }

    /// A verb form that can head a clause with a subject.
    pub fn is_finite(self) -> bool {
        use Tag::*;
        matches!(self, VerbPresent | Verb3sg | VerbPast | Modal)
    }

    pub fn is_noun(self) -> bool {
        matches!(self, Tag::Noun | Tag::NounPlural | Tag::Propn)
    }

    pub fn is_adj(self) -> bool {
        matches!(self, Tag::Adj | Tag::AdjComparative)
    }

    /// The Universal Dependencies class, as printed by evaluation tools.
    pub fn upos(self) -> &'static str {
        use Tag::*;
        match self {
            Noun | NounPlural => "NOUN",
            Propn => "PROPN",
            Pron | PronPoss => "PRON",
            Det => "DET",
            Adj | AdjComparative => "ADJ",
            Adv => "ADV",
            Adp => "ADP",
            Aux | Modal => "AUX",
            VerbBase | VerbPresent | Verb3sg | VerbPast | VerbIng | VerbPart => "VERB",
            Cconj => "CCONJ",
            Sconj => "SCONJ",
            Part => "PART",
            Num => "NUM",
            Intj => "INTJ",
            Punct => "PUNCT",
            Sym => "SYM",
            X => "X",
        }
    }
}
