//! The languages that there are to read in, and who brought a text from one into another.

use jiff::civil::Date;

use super::site::Approval;

/// A language, by what its own readers call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its code, such as `es`: the name of its folder.
    pub id: String,
    /// Its own name, such as "Español".
    pub name: String,
    /// How a kiosk asks its readers to begin, such as "Toque para empezar".
    pub welcome: String,
}

/// The languages of a machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages {
    /// All that can be chosen, in the order in which they are offered. One whose own file cannot be read is not among them.
    pub all: Vec<Language>,
    /// The code of the one that is there first, and again after each visit.
    pub start: String,
}

/// Who translated a text, and who compared it with what it was translated from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// The translator.
    pub by: String,
    /// The code of the language from which it was translated.
    pub from: String,
    /// The day.
    pub on: Date,
    /// The clinician who checked the translation, and when; `None` while nobody did.
    pub checked: Option<Approval>,
}
