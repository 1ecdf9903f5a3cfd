//! What is on screen, and the one function that changes it. No pixels, no clock, no files.

mod action;
pub mod admin;
pub mod emergency;
mod guide;
mod list;
mod moment;
mod print;
pub mod printing;
pub mod search;
pub mod typing;
mod update;
mod visit;

pub use action::{Action, AdminAction, GuideAction, PrintAction, SearchAction};
pub use list::{List, ListPage, PAGE_ENTRIES};
pub use moment::Moment;
pub use update::update;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::id::{SectionId, SourceId, TopicId};
use crate::model::library::Library;
use crate::model::place::Problem;

use admin::{Admin, Door, Knocks};
use emergency::Emergency;
use printing::Printing;
use search::Search;
use typing::Typing;

/// Everything that a reader has set or opened.
#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    /// The section on screen; `None` only if the library is empty.
    pub route: Option<Route>,
    /// What the reader asked for before it was read; it opens when it comes.
    pub waiting_for: Option<Wanted>,
    /// The sections that were open before this one, the latest last.
    pub been: Vec<Route>,
    /// The section that was last open in each topic, so that a tab opens where the reader left it.
    pub last_sections: BTreeMap<TopicId, SectionId>,
    /// The code of the language that the reader wants, which may still be on its way.
    pub language: String,
    /// How large the text is.
    pub text_size: TextSize,
    /// The colours.
    pub theme: Theme,
    /// How much space is between letters, words and lines.
    pub spacing: Spacing,
    /// Whether anything may move by itself.
    pub motion: Motion,
    /// An overdose that is going on.
    pub emergency: Option<Emergency>,
    /// Whether the guide covers everything else.
    pub is_guide_open: bool,
    /// Whether the reader asked once to end an emergency in which doses were given.
    pub is_end_asked: bool,
    /// Whether this machine can be heard.
    pub speaker: Speaker,
    /// How loud the rhythm of the guide is; it is set anew with each emergency.
    pub volume: Volume,
    /// The sections that the reader gathered to print them.
    pub basket: Vec<SectionId>,
    /// The page on which a reader prints, over the page that is read.
    pub printing: Option<Printing>,
    /// The page of search, over the page that is read, or the search by which that page was found.
    pub search: Option<Search>,
    /// Counts the jobs that were printed.
    pub job_count: u64,
    /// What printers said that nobody here understands, for whoever looks after this machine.
    pub printer_words: Vec<String>,
    /// What is shown instead of the page.
    pub cover: Option<Cover>,
    /// When the reader last touched anything; `None` while nobody is there.
    pub touched: Option<Moment>,
    /// Counts the visits that ended: what the window still remembers of one must go then.
    pub ended_visits: u64,
    /// The administrator's panel, over the page that is read.
    pub admin: Option<Admin>,
    /// What was done of the sequence that opens it.
    pub knocks: Knocks,
    /// What is wrong with the content, where somebody is writing it and wants to see that.
    pub findings: Vec<Problem>,
    /// What lies over the lower part of the page.
    pub sheet: Option<Sheet>,
    /// What is being written, as long as its field is on screen.
    pub typing: Option<Typing>,
    /// Whether the list of sections is open on a window too narrow to show it always.
    pub is_section_list_open: bool,
    /// The pages of long lists that the reader turned to since this page was opened; counted from 0.
    pub list_pages: BTreeMap<List, usize>,
    /// Counts the times that a page was opened; a page opened again starts at its top.
    pub visits: u64,
    /// The day, for overdue notices.
    pub today: Date,
    /// The time, for everything that counts seconds.
    pub now: Moment,
}

/// A place in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The tab.
    pub topic: TopicId,
    /// The section in it.
    pub section: SectionId,
}

impl Route {
    /// The overdose steps; `None` only if the library is empty.
    fn act_now(library: &Library) -> Option<Self> {
        library.act_now().map(|(topic, section)| Self { topic: topic.id.clone(), section: section.id.clone() })
    }
}

/// Something that is shown instead of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// A kiosk waits for somebody.
    Welcome,
    /// The reader does not want to be seen reading this.
    Hidden,
}

/// Something to open as soon as it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A tab.
    Topic(TopicId),
    /// A section.
    Section(SectionId),
}

/// Something that lies over the lower part of the page until it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Who says so: the sources of one statement.
    Sources(Vec<SourceId>),
    /// Text size and colours.
    Look,
    /// The languages.
    Languages,
    /// A field to try the keyboard in.
    TryKeyboard,
}

/// How large the text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextSize {
    /// For most readers.
    #[default]
    Normal,
    /// One step larger.
    Large,
    /// Two steps larger.
    Larger,
    /// For readers with low vision.
    Largest,
}

impl TextSize {
    /// All sizes, smallest first.
    pub const ALL: [Self; 4] = [Self::Normal, Self::Large, Self::Larger, Self::Largest];
}

/// The colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark text on paper.
    #[default]
    Light,
    /// Light text on a dark page.
    Dark,
    /// White on black, with strong edges.
    HighContrast,
}

impl Theme {
    /// All themes.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::HighContrast];
}

/// How much space is between letters, words and lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spacing {
    /// As most readers like it.
    #[default]
    Normal,
    /// For readers whose eyes lose the line, or mix up letters.
    Wide,
}

impl Spacing {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Normal, Self::Wide];
}

/// Whether anything on screen may move by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Motion {
    /// The rhythm of the guide is shown by movement.
    #[default]
    Moving,
    /// It is shown by a number that changes.
    Still,
}

impl Motion {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Moving, Self::Still];
}

/// Whether this machine can be heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speaker {
    /// As far as is known.
    #[default]
    Usable,
    /// It was found to have no sound.
    Missing,
}

/// How loud the rhythm of the guide is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Volume {
    /// Nothing is heard.
    Off,
    /// For a quiet room.
    Quiet,
    /// To be heard over voices.
    #[default]
    Loud,
}

impl Volume {
    /// All, quietest first.
    pub const ALL: [Self; 3] = [Self::Off, Self::Quiet, Self::Loud];
}

impl AppState {
    /// The state of a fresh start: the overdose steps, normal text, light colours; on a kiosk behind the words that welcome
    /// somebody.
    pub fn new(library: &Library, today: Date) -> Self {
        Self {
            route: Route::act_now(library),
            waiting_for: None,
            been: Vec::new(),
            last_sections: BTreeMap::new(),
            language: library.languages.start.clone(),
            text_size: TextSize::default(),
            theme: Theme::default(),
            spacing: Spacing::default(),
            motion: Motion::default(),
            emergency: None,
            is_guide_open: false,
            is_end_asked: false,
            speaker: Speaker::default(),
            volume: Volume::default(),
            basket: Vec::new(),
            printing: None,
            search: None,
            job_count: 0,
            printer_words: Vec::new(),
            cover: library.site.is_kiosk.then_some(Cover::Welcome),
            touched: None,
            ended_visits: 0,
            admin: None,
            knocks: Knocks::default(),
            findings: Vec::new(),
            sheet: None,
            typing: None,
            is_section_list_open: false,
            list_pages: BTreeMap::new(),
            visits: 0,
            today,
            now: Moment::default(),
        }
    }

    /// Whether the administrator asked for the end of the program.
    pub fn is_leaving(&self) -> bool {
        self.admin.as_ref().is_some_and(|admin| admin.door == Door::Leaving)
    }

    /// The emergency whose guide covers everything else, if it does.
    pub fn open_guide(&self) -> Option<&Emergency> {
        self.emergency.as_ref().filter(|_| self.is_guide_open)
    }
}
