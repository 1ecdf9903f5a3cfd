//! The words of a language that the checks on content must know: words to avoid, abbreviations, numbers, units.

use std::collections::BTreeSet;

use super::id::SectionId;

/// What `words.ron` says of one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vocabulary {
    /// The words to avoid.
    pub avoid: Vec<AvoidedWords>,
    /// The sections that teach words: there a word to avoid may stand in quotation marks.
    pub teaching: BTreeSet<SectionId>,
    /// The abbreviations that everybody knows.
    pub known_abbreviations: BTreeSet<String>,
    /// Short forms with a full stop that does not end a sentence, such as "Dr.".
    pub dotted: BTreeSet<String>,
    /// How the words for a picture need not begin, such as "picture of".
    pub needless_begins: Vec<String>,
    /// Phrases that hold a word for a number and mean none.
    pub no_numbers: Vec<String>,
    /// The medicines whose doses no text may tell.
    pub no_doses_of: Vec<String>,
    /// The words for numbers.
    pub numbers: Vec<NumberWords>,
    /// The words for units.
    pub units: Vec<UnitWords>,
}

/// Words to avoid, and what to use instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AvoidedWords {
    /// The words or phrases in all their forms.
    pub forms: Vec<String>,
    /// Phrases that hold one of them and are right, such as the name of an office.
    pub unless: Vec<String>,
    /// What to use instead.
    pub instead: String,
    /// Why.
    pub why: String,
    /// Who says so.
    pub source: String,
}

/// The words for one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberWords {
    /// The number.
    pub value: u32,
    /// Words that always mean it.
    pub always: Vec<String>,
    /// Words that may mean something else as well, such as "one".
    pub maybe: Vec<String>,
}

/// The words for one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitWords {
    /// Its name, the same in every language.
    pub id: String,
    /// Its words in all their forms.
    pub words: Vec<String>,
    /// Whether a text may leave it out, as in "age 12".
    pub may_be_left_out: bool,
}
