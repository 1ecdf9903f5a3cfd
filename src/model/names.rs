//! What readers call things: the words by which search finds what the texts call otherwise.

use super::id::SectionId;

/// The other names of a language. Street words stand here and nowhere else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Whoever types one of these may be watching an overdose.
    pub emergency: Vec<String>,
    /// The same of single words, whatever stands beside them.
    pub emergency_words: Vec<String>,
    /// Words for whoever may be in danger, such as "he" and "mom".
    pub emergency_people: Vec<String>,
    /// Whoever types one of these beside a word for a person may be watching an overdose: "limp", "out cold".
    pub emergency_states: Vec<String>,
    /// Words that mean the same.
    pub words: Vec<WordNames>,
    /// Words that say little by themselves, such as "how" and "my". Search counts them little.
    pub small: Vec<String>,
    /// What readers call sections, or ask them.
    pub sections: Vec<SectionNames>,
}

/// A word of the texts, and what else it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordNames {
    /// The word, or the few words, that the texts use.
    pub is: String,
    /// The others; at least one.
    pub also_called: Vec<String>,
}

/// A section, and what else it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionNames {
    /// The section.
    pub section: SectionId,
    /// Its other names, and questions that it answers; at least one.
    pub also_called: Vec<String>,
}
