//! Why pages could not be made.

use thiserror::Error;

/// Why pages could not be made.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum PrintError {
    /// There is nothing to print.
    #[error("nothing was chosen; choose a section first")]
    Nothing,
    /// A section that the library does not have.
    #[error("there is no section \"{section}\"; `careshelf list` names them all")]
    NoSection {
        /// Its id.
        section: String,
    },
    /// A layout that needs overdose steps, and a library whose first overdose section has none.
    #[error("the overdose topic has no `steps` in its first section; the card and the poster are made of them")]
    NoSteps,
    /// A character that no bundled font has. Printing something else in its place could change what is said.
    #[error(
        "{place}: the bundled fonts have no character \"{character}\" (U+{code:04X}); write it in other words",
        code = u32::from(*character)
    )]
    MissingGlyph {
        /// The character.
        character: char,
        /// The section that holds it, or what else it belongs to.
        place: String,
    },
    /// More words than the layout has room for.
    #[error("{layout}: the words do not fit; shorten them, or choose another layout ({reason})")]
    TooLong {
        /// The layout.
        layout: &'static str,
        /// What did not fit.
        reason: String,
    },
    /// The typesetter refused; this is a mistake in the templates.
    #[error("the pages could not be set: {0}")]
    Template(String),
}
