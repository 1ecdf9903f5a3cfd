//! Search: from what somebody types to the sections that answer it. Pure; reads the model and nothing else.
//!
//! `normalize` makes words of text. `index` gathers the words of every text of the library once; `terms` are its words,
//! `postings` where they stand. A query becomes `query` words, each with everything that it may mean (its forms, what it
//! begins, what it misspells, what else it is called), `rank` puts the sections in order, and `passage` finds the text to
//! show of each. `emergency` tells whether somebody may be watching an overdose.

mod emergency;
mod index;
pub mod normalize;
mod passage;
mod postings;
mod query;
mod rank;
mod synonyms;
mod terms;
mod texts;

pub use index::Index;
pub use passage::Passage;

use crate::model::id::{SectionId, TopicId};

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The sections, the best first.
    pub hits: Vec<Hit>,
    /// Whether somebody may be watching an overdose. The overdose steps are the first hit then.
    pub is_emergency: bool,
    /// Whether none of the hits has what was asked for, and they only come near it.
    pub are_near: bool,
}

/// A section that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its topic.
    pub topic: TopicId,
    /// The section.
    pub section: SectionId,
    /// The text in it that comes nearest to the query.
    pub passage: Passage,
}
