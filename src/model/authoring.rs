//! What only the checks on content read: the words to avoid, the findings that an author allows, the messages of the interface.

use std::collections::BTreeSet;

use super::place::Place;
use super::protocol::Protocol;
use super::vocabulary::Vocabulary;

/// What stands beside the content of one language for whoever writes it. Nothing here is shown to readers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Authoring {
    /// The words of the language that the checks must know.
    pub vocabulary: Vocabulary,
    /// The protocols of the content that are not in use here.
    pub other_protocols: Vec<Protocol>,
    /// The findings that authors allow, in the order of the files.
    pub allowances: Vec<Allowance>,
    /// The messages of the interface in the order of their file.
    pub messages: Vec<Message>,
    /// The file that lists the topics.
    pub language_file: Place,
    /// The file of the messages.
    pub messages_file: Place,
}

/// A comment that allows one finding in one place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Allowance {
    /// Where the comment stands.
    pub place: Place,
    /// The line that it speaks of: its own, or the next one with anything on it.
    pub line: u32,
    /// The rule whose finding is allowed.
    pub rule: String,
    /// Why; may be empty, which is a finding itself.
    pub reason: String,
}

/// A message of the interface as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its id.
    pub id: String,
    /// The names of its variables.
    pub variables: BTreeSet<String>,
    /// All its words, of every variant.
    pub words: String,
    /// Where it stands.
    pub place: Place,
}
