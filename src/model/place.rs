//! Where in an author's file something stands, and what is wrong there.

use std::fmt;
use std::sync::Arc;

/// A place in a content file, for messages to the person who can mend it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file's path inside the content folder, such as `en/overdose.ron`.
    pub file: Arc<str>,
    /// Line, counted from 1.
    pub line: u32,
    /// Column in characters, counted from 1.
    pub column: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// How much a problem costs the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something could not be used and is left out.
    Error,
    /// Everything is shown, but it breaks a rule of good content.
    Warning,
}

/// One thing that is wrong with the content, told to its author: where, what, what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where to look.
    pub place: Place,
    /// How much it costs the reader.
    pub severity: Severity,
    /// The rule's stable name, such as `unknown-field`, for editors and scripts.
    pub rule: &'static str,
    /// What is wrong and what to do, without a final period.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{}: {severity}: {} [{}]", self.place, self.message, self.rule)
    }
}
