//! What a reader can ask for.

use jiff::civil::Date;

use super::{List, TextSize, Theme};
use crate::model::id::{SectionId, SourceId, TopicId};

/// Something that a reader asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Show what to do in an overdose, at once, from wherever the reader is.
    ActNow,
    /// Open a tab where the reader left it.
    OpenTopic(TopicId),
    /// Open a section.
    OpenSection(SectionId),
    /// Show who says so: the sources of one statement.
    ShowSources(Vec<SourceId>),
    /// Show or hide the choice of text size and colours.
    ToggleLook,
    /// Put the sheet away.
    CloseSheet,
    /// Show or hide the list of sections on a narrow window.
    ToggleSectionList,
    /// Turn to a page of a long list, counted from 0.
    ShowListPage(List, usize),
    /// Set the size of the text.
    SetTextSize(TextSize),
    /// Set the colours.
    SetTheme(Theme),
    /// The whole library is there, in the place of that of the first screen.
    MeetWholeLibrary,
    /// A new day began.
    SetToday(Date),
}
