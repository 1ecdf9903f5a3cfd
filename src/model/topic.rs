//! Topics (tabs) and their sections.

use std::sync::Arc;

use jiff::civil::Date;

use super::block::Block;
use super::id::{PictureId, SectionId, SourceId, TopicId};
use super::language::Translation;
use super::place::Place;

/// A topic: one tab.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// The word on the tab.
    pub title: String,
    /// The drawing on the tab.
    pub picture: PictureId,
    /// Its sections in reading order; at least one.
    pub sections: Vec<Section>,
    /// Where the author wrote it.
    pub place: Place,
}

impl Topic {
    /// The sections that stand for the whole topic: all but those for staff.
    pub fn sections_for_readers(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(|section| !section.for_staff)
    }
}

/// A section: what is read at one time.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each says something else about the section, as its author wrote it")]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// Its title.
    pub title: String,
    /// Whether a person may read it during an overdose.
    pub emergency: bool,
    /// Whether it is for whoever looks after this machine, and not for readers: hard words are allowed, and nothing that
    /// stands for a whole topic leads into it.
    pub for_staff: bool,
    /// The day on which somebody compared it with its sources.
    pub reviewed: Date,
    /// The day by which that must be done again.
    pub review_by: Date,
    /// Who translated it, if it was written in another language.
    pub translation: Option<Arc<Translation>>,
    /// What it says; at least one block.
    pub blocks: Vec<Block>,
    /// Whether all that the author wrote is here. A mistake in a block costs that block, and the reader is told.
    pub is_complete: bool,
    /// Whether this is the bundled text, standing in for one that could not be read.
    pub is_stand_in: bool,
    /// Where the author wrote it.
    pub place: Place,
}

impl Section {
    /// The sources that the section cites, each once, in the order in which a reader meets them.
    ///
    /// A source's number on the page is its position here, counted from 1.
    pub fn sources(&self) -> Vec<&SourceId> {
        let mut sources = Vec::new();
        for block in &self.blocks {
            block.each_source(&mut |id| {
                if !sources.contains(&id) {
                    sources.push(id);
                }
            });
        }
        sources
    }

    /// Whether a text of it says that its sources are being checked.
    pub fn is_being_checked(&self) -> bool {
        let mut is_being_checked = false;
        for block in &self.blocks {
            block.each_text(&mut |text| is_being_checked |= text.being_checked);
        }
        is_being_checked
    }

    /// Whether `today` is past the day by which the section had to be checked again.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.review_by < today
    }
}
