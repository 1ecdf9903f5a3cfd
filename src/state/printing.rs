//! Pages that a reader is about to print: what was chosen, how far the pages are, and what became of the job.

use super::Moment;
use crate::model::id::{SectionId, TopicId};
use crate::model::library::Library;
use crate::model::paper::{Layout, Paper};
use crate::model::printer::{Order, Outcome, Printer, Progress, Stage};
use crate::model::topic::Topic;
use crate::model::trouble::Trouble;

/// The page on which a reader chooses what to print, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Printing {
    /// The section that was open; "this page" means it.
    pub section: SectionId,
    /// What is to be printed.
    pub what: What,
    /// How it is laid out.
    pub layout: Layout,
    /// The code of a second language beside the first one, on a handout.
    pub beside: Option<String>,
    /// The paper.
    pub paper: Paper,
    /// How far the pages are.
    pub preview: Preview,
    /// The page that is shown, counted from 0.
    pub page: usize,
    /// How large it is shown.
    pub zoom: Zoom,
    /// How many thousandths of a pixel a point of paper takes, so that the page fills the place that there is.
    pub milli_pixels: u32,
    /// What there is to print on.
    pub printers: Printers,
    /// The name of the printer that was chosen.
    pub printer: Option<String>,
    /// How many copies.
    pub copies: u32,
    /// Whether both sides of the paper are printed.
    pub is_two_sided: bool,
    /// What is being printed, or was.
    pub job: Option<Job>,
    /// What became of the wish to save the pages.
    pub saved: Option<Saved>,
    /// Whether the saved file is to be opened in another program.
    pub is_open_asked: bool,
}

/// What is to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The section that was open.
    Section,
    /// The whole topic of that section.
    Topic(TopicId),
    /// The sections that the reader gathered.
    Basket,
}

/// How far the pages are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Preview {
    /// They are being set.
    #[default]
    Setting,
    /// They are ready, so many.
    Ready(usize),
    /// They could not be set, for this reason, told to whoever looks after the content.
    Failed(String),
}

/// How large a page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    /// The whole page.
    #[default]
    Page,
    /// As wide as there is room.
    Width,
    /// Twice as wide, to look at small letters.
    Close,
}

impl Zoom {
    /// All, smallest first.
    pub const ALL: [Self; 3] = [Self::Page, Self::Width, Self::Close];
}

/// What there is to print on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Printers {
    /// They are being looked for.
    #[default]
    Looking,
    /// These, at least one.
    Found(Vec<Printer>),
    /// None, for this reason; without a reason there simply is none.
    Missing(Option<Trouble>),
}

/// What is being printed, or was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Which job of this program it is, counted from 1.
    pub number: u64,
    /// What was asked of the printer.
    pub order: Order,
    /// How it is doing.
    pub status: JobStatus,
    /// Whether the reader called it off.
    pub is_cancel_asked: bool,
    /// When it began, or ended.
    pub(super) changed: Moment,
}

/// How a job is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobStatus {
    /// Under way.
    Going(Progress),
    /// Over.
    Over(Outcome),
}

/// What became of the wish to save the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// They are being saved.
    Saving,
    /// They are in this file.
    At(String),
    /// They could not be saved, because of this.
    Failed(String),
}

/// What a job is called in the printer's queue, where others may read it.
const JOB_TITLE: &str = "Careshelf pages";

/// More copies than this are a slip of the finger.
pub const MOST_COPIES: u32 = 20;

impl Printing {
    /// The page for `section`, with the paper that is usual here.
    pub(super) fn new(section: SectionId, what: What, library: &Library) -> Self {
        Self {
            section,
            what,
            layout: Layout::default(),
            beside: None,
            paper: library.paper(),
            preview: Preview::default(),
            page: 0,
            zoom: Zoom::default(),
            milli_pixels: 0,
            printers: Printers::default(),
            printer: None,
            copies: 1,
            is_two_sided: false,
            job: None,
            saved: None,
            is_open_asked: false,
        }
    }

    /// The sections to print, in their order; the card and the poster show the overdose steps whatever this says.
    pub fn sections(&self, library: &Library, basket: &[SectionId]) -> Vec<SectionId> {
        match &self.what {
            What::Section => vec![self.section.clone()],
            What::Topic(topic) => {
                let sections = library.topic(topic).into_iter().flat_map(Topic::sections_for_readers);
                sections.map(|section| section.id.clone()).collect()
            }
            What::Basket => basket.to_vec(),
        }
    }

    /// The second language of the pages, if they have two. What is read in that language already stands alone.
    pub fn language_beside(&self, library: &Library) -> Option<&str> {
        let beside = self.beside.as_deref().filter(|_| self.layout == Layout::Handout);
        beside.filter(|language| *language != library.edition.language)
    }

    /// The printer that was chosen, if it is there.
    pub fn chosen_printer(&self) -> Option<&Printer> {
        let Printers::Found(printers) = &self.printers else { return None };
        printers.iter().find(|printer| Some(&printer.name) == self.printer.as_ref())
    }

    /// The sizes of paper to choose from: those that the printer has, or all of them where it does not say.
    pub fn papers(&self) -> Vec<Paper> {
        let media = self.chosen_printer().map(|printer| printer.can.media.as_slice()).unwrap_or_default();
        let is_offered = |paper: &Paper| media.iter().any(|media| media == paper.media());
        let offered: Vec<Paper> = Paper::ALL.into_iter().filter(is_offered).collect();
        if offered.is_empty() { Paper::ALL.to_vec() } else { offered }
    }

    /// The most copies that may be asked for.
    pub fn most_copies(&self) -> u32 {
        self.chosen_printer().map_or(1, |printer| printer.can.most_copies).clamp(1, MOST_COPIES)
    }

    /// The order for the printer as things are chosen now; `None` if there are no pages or no printer.
    pub fn order(&self) -> Option<Order> {
        let printer = self.chosen_printer().filter(|_| matches!(self.preview, Preview::Ready(_)))?;
        Some(Order {
            printer: printer.name.clone(),
            media: self.paper.media().to_owned(),
            is_two_sided: self.is_two_sided && printer.can.is_two_sided,
            copies: self.copies.min(self.most_copies()),
            title: JOB_TITLE.to_owned(),
        })
    }

    /// Whether these pages are being printed or saved, and must not become others.
    pub fn is_busy(&self) -> bool {
        self.job.as_ref().is_some_and(Job::is_going) || self.saved == Some(Saved::Saving)
    }
}

impl Job {
    /// A job that is about to begin.
    pub(super) fn new(number: u64, order: Order, now: Moment) -> Self {
        let progress = Progress { stage: Stage::Sending, warnings: Vec::new() };
        Self { number, order, status: JobStatus::Going(progress), is_cancel_asked: false, changed: now }
    }

    /// Whether it is under way.
    pub fn is_going(&self) -> bool {
        matches!(self.status, JobStatus::Going(_))
    }

    /// What keeps it from being printed, or kept it.
    pub fn trouble(&self) -> Option<&Trouble> {
        match &self.status {
            JobStatus::Going(Progress { stage: Stage::HeldUp(trouble), .. })
            | JobStatus::Over(Outcome::Failed(trouble)) => Some(trouble),
            _ => None,
        }
    }
}
