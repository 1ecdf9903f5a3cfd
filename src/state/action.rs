//! What a reader can ask for.

use std::time::Duration;

use jiff::civil::Date;

use super::admin::{Answer, Digit, Knock};
use super::emergency::Kept;
use super::printing::{Preview, Saved, What, Zoom};
use super::typing::{TypingAction, Written};
use super::{List, Moment, Motion, Spacing, Speaker, TextSize, Theme, Volume};
use crate::model::health::Health;
use crate::model::id::{CardId, FormId, SectionId, SourceId, TopicId};
use crate::model::paper::{Layout, Paper};
use crate::model::place::Problem;
use crate::model::printer::{Outcome, Printer, Progress};
use crate::model::trouble::Trouble;
use crate::search::Found;

/// Something that a reader asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Show what to do in an overdose, at once, from wherever the reader is: the guide where it was left, or its beginning.
    ActNow,
    /// Do something in the guide.
    Guide(GuideAction),
    /// Do something about paper.
    Print(PrintAction),
    /// Do something about search.
    Search(SearchAction),
    /// Do something at the administrator's panel.
    Admin(AdminAction),
    /// Open a tab where the reader left it.
    OpenTopic(TopicId),
    /// Open a section.
    OpenSection(SectionId),
    /// Go back to the section that was open before this one.
    GoBack,
    /// Show who says so: the sources of one statement.
    ShowSources(Vec<SourceId>),
    /// Show or hide the choice of text size and colours.
    ToggleLook,
    /// Show a field to try the keyboard in.
    TryKeyboard,
    /// Write something, or do something with the keyboard on screen.
    Type(TypingAction),
    /// Put the sheet away.
    CloseSheet,
    /// Show or hide the list of sections on a narrow window.
    ToggleSectionList,
    /// Turn to a page of a long list, counted from 0.
    ShowListPage(List, usize),
    /// Read in the language of this code.
    SetLanguage(String),
    /// Show or hide the choice of languages.
    ToggleLanguages,
    /// Set the size of the text.
    SetTextSize(TextSize),
    /// Set the colours.
    SetTheme(Theme),
    /// Set the space between letters, words and lines.
    SetSpacing(Spacing),
    /// Let things move, or keep them still.
    SetMotion(Motion),
    /// Somebody touched something, or pressed a key, at this moment, whatever it was.
    Touch(Moment),
    /// Show the page instead of what welcomes somebody.
    BeginVisit,
    /// The reader is done, and wants everything forgotten.
    EndVisit,
    /// Hide the page at once, or show it again.
    ToggleHidden,
    /// This is what is wrong with the content that somebody is writing.
    MeetFindings(Vec<Problem>),
    /// Put the list of what is wrong away, until something is saved again.
    CloseFindings,
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

/// Something about paper that a reader asks for, or that the typesetter or a printer did.
#[derive(Clone, Debug, PartialEq)]
pub enum PrintAction {
    /// Show how the section that is open would be printed.
    OpenSection,
    /// Show how the gathered sections would be printed.
    OpenBasket,
    /// Gather a section to print it later, or put it back.
    TogglePage(SectionId),
    /// Put all gathered sections back.
    EmptyBasket,
    /// Choose what is printed.
    Choose(What),
    /// Choose how it is laid out.
    SetLayout(Layout),
    /// Set a second language, by its code, beside the first one, or none.
    SetBeside(Option<String>),
    /// Choose the paper.
    SetPaper(Paper),
    /// Show this page, counted from 0.
    TurnTo(usize),
    /// Show pages so large.
    SetZoom(Zoom),
    /// A point of paper takes so many thousandths of a pixel in the place that there is.
    SetRoom(u32),
    /// Choose the printer of this name.
    SetPrinter(String),
    /// Set the number of copies.
    SetCopies(u32),
    /// Print on both sides, or on one.
    SetTwoSided(bool),
    /// Print. However often it is asked, it is done once until the reader tries again.
    Start,
    /// Call the job off.
    Cancel,
    /// Go back to the choices after a job, and look for printers again.
    TryAgain,
    /// Save the pages into a file.
    Save,
    /// Open the saved file in another program, which prints it.
    OpenSaved,
    /// The saved file was handed over.
    MeetOpened,
    /// Go back to reading.
    Close,
    /// Something that is told to whoever looks after this machine, and to nobody else.
    MeetWord(String),
    /// The pages are ready, or cannot be set.
    MeetPages(Preview),
    /// These printers were found, or none, because of this.
    MeetPrinters(Result<Vec<Printer>, Trouble>),
    /// The job of this number is so far.
    MeetProgress(u64, Progress),
    /// The job of this number is over.
    MeetOutcome(u64, Outcome),
    /// The pages were saved, or not.
    MeetSaved(Saved),
}

/// Something about search that a reader asks for, or that was found.
#[derive(Clone, Debug, PartialEq)]
pub enum SearchAction {
    /// Show the page of search.
    Open,
    /// Open a section that was found; Back leads to the page again.
    OpenHit(SectionId),
    /// Go back to reading, and forget what was looked for.
    Close,
    /// This was found for these words.
    Meet(Written, Found),
    /// Nothing will be found any more.
    Lose,
}

/// Something that is asked for at the administrator's panel, or that was found out for it.
#[derive(Clone, Debug, PartialEq)]
pub enum AdminAction {
    /// A part of the sequence that opens the panel.
    Knock(Knock),
    /// Type a digit of the PIN.
    Type(Digit),
    /// Take the last digit back.
    Erase,
    /// Try what was typed.
    Submit,
    /// Find out again how the machine is.
    LookAgain,
    /// Show a page that shows whether printing works.
    TestPrint,
    /// Practice the overdose steps.
    Practice,
    /// End the program. It must be asked for twice.
    Leave,
    /// Close the panel.
    Close,
    /// What came of looking for a PIN, or of a try.
    Meet(Answer),
    /// How the machine is.
    MeetHealth(Box<Health>),
}

impl PrintAction {
    /// Whether it changes the pages, or how they are printed.
    pub(super) fn changes_pages(&self) -> bool {
        matches!(
            self,
            Self::Choose(_)
                | Self::EmptyBasket
                | Self::TogglePage(_)
                | Self::SetLayout(_)
                | Self::SetBeside(_)
                | Self::SetPaper(_)
                | Self::SetPrinter(_)
                | Self::SetCopies(_)
                | Self::SetTwoSided(_)
        )
    }
}
