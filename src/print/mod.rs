//! Sections → pages: as a PDF file that screen readers can read, and as pictures for the preview.
//!
//! [`compose`] turns the model into plain data; nothing of it is markup, so nothing in it can be run. [`typeset`] sets that
//! data with the templates of `assets/print`; it takes a while, and belongs in a thread of its own. The same request gives
//! the same bytes on every machine: the day is a part of it.

mod beside;
mod blocks;
mod card;
mod clean;
mod code;
mod compose;
mod data;
mod error;
mod foot;
mod typeset;

pub use beside::compose_beside;
pub use code::CallPicture;
pub use compose::compose;
pub use data::PageData;
pub use error::PrintError;
pub use typeset::{PagePicture, Pages, typeset};

use jiff::civil::Date;

use crate::model::id::SectionId;
use crate::model::paper::{Layout, Paper};

/// What is to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The sections in their order. The card and the poster show the overdose steps whatever stands here.
    pub sections: Vec<SectionId>,
    /// How they are laid out.
    pub layout: Layout,
    /// The paper.
    pub paper: Paper,
    /// The day on which they are printed.
    pub day: Date,
    /// The code of a second language beside the first one, on a handout.
    pub beside: Option<String>,
}
