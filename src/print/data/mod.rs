//! What the templates are given: plain data, every text with what is to be read and no markup.

mod beside;
mod block;

pub(super) use beside::{Beside, BesidePart, Row};
pub(super) use block::{BlockData, ColumnData, ContactData, FactData, PictureData, StepData, Text};

use serde::Serialize;

use crate::model::paper::{Layout, Paper};

/// A document, ready to be set.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PageData {
    #[serde(skip)]
    pub(super) layout: Layout,
    #[serde(skip)]
    pub(super) id: String,
    #[serde(skip)]
    pub(super) day: jiff::civil::Date,
    /// Where each text comes from, for errors about it.
    #[serde(skip)]
    pub(super) origins: Vec<Origin>,
    pub(super) language: String,
    pub(super) title: String,
    pub(super) paper: PaperData,
    pub(super) is_large: bool,
    /// "Page 1 of 2", with empty places for the two numbers.
    pub(super) page_words: Vec<PageWord>,
    pub(super) document: Document,
}

/// A piece of a document and all of its characters, for errors.
#[derive(Debug)]
pub(super) struct Origin {
    pub(super) place: String,
    pub(super) texts: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct PaperData {
    pub(super) width_mm: f64,
    pub(super) height_mm: f64,
}

impl From<Paper> for PaperData {
    fn from(paper: Paper) -> Self {
        let [width_mm, height_mm] = paper.size_mm();
        Self { width_mm, height_mm }
    }
}

/// A piece of "Page 1 of 2".
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum PageWord {
    Words(String),
    Number,
    Count,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Document {
    Handout(Box<Handout>),
    Beside(Box<Beside>),
    Card(Box<Card>),
    Poster(Box<Poster>),
}

/// Sections to be read, with their sources at the end.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Handout {
    pub(super) parts: Vec<Part>,
    pub(super) helpline: Option<Helpline>,
    /// What is said once, after all sections.
    pub(super) closing: Vec<String>,
    pub(super) sources_title: String,
    pub(super) sources_note: Option<String>,
    pub(super) sources: Vec<SourceData>,
    pub(super) sources_foot: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Part {
    pub(super) title: String,
    pub(super) notices: Notices,
    pub(super) blocks: Vec<BlockData>,
    pub(super) foot: Vec<String>,
}

/// What a reader must know first.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Notices {
    /// The word before each of them, as before every box.
    pub(super) word: String,
    pub(super) sentences: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct SourceData {
    pub(super) number: usize,
    pub(super) title: String,
    pub(super) about: String,
    pub(super) url: Option<String>,
}

/// A line to call, as a picture for a phone's camera and in words.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Helpline {
    pub(super) name: String,
    pub(super) number: String,
    pub(super) about: Option<Text>,
    /// The picture as SVG text.
    pub(super) code: String,
    pub(super) alt: String,
}

/// What a wallet card says.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Card {
    pub(super) title: String,
    pub(super) notices: Notices,
    pub(super) when: Vec<Text>,
    pub(super) steps: Vec<StepData>,
    pub(super) numbers_title: String,
    pub(super) numbers: Vec<FactData>,
    pub(super) naloxone: Vec<FactData>,
    pub(super) expiry: String,
    pub(super) foot: Vec<String>,
    /// The sheet's own foot, outside the card.
    pub(super) sheet_foot: Vec<String>,
    pub(super) how_to_fold: String,
}

/// What a poster says.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Poster {
    pub(super) title: String,
    pub(super) notices: Notices,
    pub(super) steps: Vec<StepData>,
    pub(super) facts: Vec<FactData>,
    pub(super) sources_title: String,
    pub(super) sources: String,
    pub(super) foot: Vec<String>,
}
