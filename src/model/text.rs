//! A text as meant: plain and strong words, named values, and what the statement rests on.

use super::id::SourceId;
use super::place::Place;

/// One piece of a text, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Words as they are to be read.
    Words(String),
    /// Words that matter most; shown bold.
    Strong(String),
    /// A named value from the protocol or the site file.
    Value {
        /// Its name, such as `dose-interval`.
        name: String,
        /// What the reader sees, such as "2 to 3 minutes".
        shown: String,
        /// Whether it stands inside strong words.
        strong: bool,
    },
}

impl Span {
    /// What the reader sees of this piece.
    pub fn shown(&self) -> &str {
        match self {
            Self::Words(words) | Self::Strong(words) => words,
            Self::Value { shown, .. } => shown,
        }
    }

    /// Whether this piece is shown bold.
    pub fn is_strong(&self) -> bool {
        matches!(self, Self::Strong(_) | Self::Value { strong: true, .. })
    }
}

/// What an author wrote in `spans`: the words, and for each named value a mark that separates what stands beside it.
pub fn written(spans: &[Span]) -> String {
    let words = |span: &Span| if matches!(span, Span::Value { .. }) { ";".to_owned() } else { span.shown().to_owned() };
    spans.iter().map(words).collect()
}

/// A text, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RichText {
    /// The pieces in reading order, without the marks for sources.
    pub spans: Vec<Span>,
    /// The sources of this statement, in the author's order, each once.
    pub sources: Vec<SourceId>,
    /// Marked `[?]`: no source was read for it yet. The reader sees a "being checked" mark.
    pub being_checked: bool,
    /// Marked `[-]`: it claims nothing about the world, so it needs no source.
    pub no_claim: bool,
    /// Where the author wrote it.
    pub place: Place,
}

impl RichText {
    /// The text as plain words, for titles, search, screen readers and the terminal.
    pub fn plain(&self) -> String {
        self.spans.iter().map(Span::shown).collect()
    }
}
