//! What a reader can ask for.

use std::time::Duration;

use jiff::civil::Date;

use super::emergency::Kept;
use super::{List, Moment, Motion, Speaker, TextSize, Theme, Volume};
use crate::model::id::{CardId, FormId, SectionId, SourceId, TopicId};

/// Something that a reader asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Show what to do in an overdose, at once, from wherever the reader is: the guide where it was left, or its beginning.
    ActNow,
    /// Do something in the guide.
    Guide(GuideAction),
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
    /// Let things move, or keep them still.
    SetMotion(Motion),
    /// The whole library is there, in the place of that of the first screen.
    MeetWholeLibrary,
    /// A new day began.
    SetToday(Date),
    /// This machine was found to have sound, or none.
    SetSpeaker(Speaker),
    /// Time went on.
    SetNow(Moment),
}

/// Something that a reader asks for in the guide.
#[derive(Clone, Debug, PartialEq)]
pub enum GuideAction {
    /// Go on with the emergency that was kept, so long ago, when the program stopped.
    Resume(Kept, Duration),
    /// Practice the steps while nobody is in danger. An overdose that is going on is not lost for it.
    Practice,
    /// Take the choice at this position of the card on screen, counted from 0.
    Choose(usize),
    /// Show how to give this kind of naloxone.
    ChooseForm(FormId),
    /// Go back to the card before.
    Back,
    /// Go to this card.
    GoTo(CardId),
    /// Go to the card that asks whether they are awake and breathing.
    CheckDoses,
    /// Take back the last dose: it was not given after all.
    TakeBackDose,
    /// Beat compressions with breaths between them, or not.
    SetGivesBreaths(bool),
    /// Make the time of practice go so many times as fast.
    SetSpeed(u32),
    /// Set how loud the rhythm is.
    SetVolume(Volume),
    /// Leave the guide. What is under way goes on, and a bar leads back to it.
    Leave,
    /// Everybody is safe: forget the doses and the times. With doses given, it must be asked for twice.
    End,
}
