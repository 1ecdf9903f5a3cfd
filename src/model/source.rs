//! The sources that statements cite.

use super::id::SourceId;
use super::place::Place;

/// How strong a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceKind {
    /// A guideline, a regulator, or a product label.
    Guideline,
    /// A page of a national, state or local public agency.
    Agency,
    /// A peer-reviewed paper.
    Paper,
    /// A charity, a news report, a course, a secondary list.
    Other,
}

/// How much of a source was read when the content was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadHow {
    /// The page itself.
    Page,
    /// A copy of it, published elsewhere.
    Copy,
    /// A part of it.
    Part,
    /// Nothing of it.
    None,
}

/// A source: who says so, where, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// How strong it is.
    pub kind: SourceKind,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, as far as is known: a year, a day, a range.
    pub published: String,
    /// Its address, as text; Careshelf never opens it.
    pub url: Option<String>,
    /// How much of it was read.
    pub read: ReadHow,
    /// A remark on how it was read.
    pub note: Option<String>,
    /// Where the author wrote it.
    pub place: Place,
}
