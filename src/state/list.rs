//! Long lists, shown a page at a time, so that a frame costs the same however long they are.

use std::ops::Range;

/// A page holds so many entries; a list of no more than that has only one.
pub const PAGE_ENTRIES: usize = 100;

/// A list that may be long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// The sections of the topic that is open.
    Sections,
    /// Every source.
    Sources,
    /// The dates of every section.
    Dates,
    /// Every problem of the content.
    Problems,
}

impl List {
    /// All lists.
    pub const ALL: [Self; 4] = [Self::Sections, Self::Sources, Self::Dates, Self::Problems];
}

/// One page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListPage {
    /// Which page, counted from 0.
    pub at: usize,
    /// How many entries the whole list has.
    pub count: usize,
}

impl ListPage {
    /// The page `at` of a list of `count` entries, or its last page if there are fewer.
    pub fn new(at: usize, count: usize) -> Self {
        Self { at: at.min(count.saturating_sub(1) / PAGE_ENTRIES), count }
    }

    /// The page that holds `entry`, counted from 0.
    pub fn with(entry: usize, count: usize) -> Self {
        Self::new(entry / PAGE_ENTRIES, count)
    }

    /// The entries on this page, counted from 0.
    pub fn entries(self) -> Range<usize> {
        let start = self.at * PAGE_ENTRIES;
        start..(start + PAGE_ENTRIES).min(self.count)
    }

    /// Whether there are other pages.
    pub fn is_one_of_several(self) -> bool {
        PAGE_ENTRIES < self.count
    }

    /// The page before this one.
    pub fn previous(self) -> Option<Self> {
        Some(Self { at: self.at.checked_sub(1)?, ..self })
    }

    /// The page after this one.
    pub fn next(self) -> Option<Self> {
        (self.entries().end < self.count).then_some(Self { at: self.at + 1, ..self })
    }
}
