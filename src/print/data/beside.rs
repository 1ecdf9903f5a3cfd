//! A handout in two languages side by side, as its template is given it.

use serde::Serialize;

use super::{BlockData, Helpline, Notices, PictureData, SourceData, StepData, Text};

/// Sections in two languages, and their sources once.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::print) struct Beside {
    /// The code of the language on the right.
    pub(in crate::print) language: String,
    pub(in crate::print) parts: Vec<BesidePart>,
    pub(in crate::print) helplines: [Option<Helpline>; 2],
    /// What is said once, after all sections.
    pub(in crate::print) closing: [String; 2],
    pub(in crate::print) sources_titles: [String; 2],
    pub(in crate::print) sources_notes: [Option<String>; 2],
    pub(in crate::print) sources: Vec<SourceData>,
    pub(in crate::print) sources_foot: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::print) struct BesidePart {
    pub(in crate::print) titles: [String; 2],
    pub(in crate::print) notices: [Notices; 2],
    pub(in crate::print) rows: Vec<Row>,
    pub(in crate::print) foot: Vec<String>,
}

/// What stands at the same height.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(in crate::print) enum Row {
    /// The same in both languages.
    Blocks { blocks: [Vec<BlockData>; 2] },
    /// A numbered step, its drawing once.
    Step { number: usize, steps: [StepData; 2] },
    /// A drawing once, with what is written under it.
    Picture { picture: PictureData, captions: [Option<Text>; 2] },
    /// A box round both.
    Callout { tone: &'static str, words: [String; 2], titles: [Text; 2], rows: Vec<Self> },
}
