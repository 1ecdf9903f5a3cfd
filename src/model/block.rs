//! The blocks that a section is made of.

use super::id::{PictureId, SectionId, SourceId};
use super::place::Place;
use super::text::RichText;

/// One block of a section, in reading order.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(RichText),
    /// A heading inside the section.
    Heading(RichText),
    /// A list with dots.
    List(Vec<RichText>),
    /// Numbered steps, to be done in order.
    Steps(Vec<Step>),
    /// A box that stands out.
    Callout(Callout),
    /// A table with a name, a head, and a row name in each first cell.
    Table(Table),
    /// A drawing. It is the largest block and a rare one, so it does not decide the size of the others.
    Picture(Box<Picture>),
    /// People to call.
    Contacts(Vec<Contact>),
    /// A question and the blocks that answer it.
    Question {
        /// The question as a reader would ask it.
        ask: RichText,
        /// The answer.
        answer: Vec<Block>,
    },
    /// Buttons that open other sections.
    See(Vec<SectionLink>),
    /// Where the reader is, from the site file; the text stands there without one.
    Here(RichText),
    /// The clinic's own services, from the site file; the text stands there without any.
    LocalServices(RichText),
    /// Every source of the library.
    AllSources,
    /// When each section was checked and must be checked again.
    AllDates,
    /// What is wrong with the content, for the person who looks after it.
    AllProblems,
    /// A button that begins the guide.
    Guide,
    /// A button that begins a practice of it.
    Practice,
}

/// One numbered step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What to do, in a few words.
    pub title: RichText,
    /// How.
    pub text: RichText,
    /// How, in a few words that can be read from afar, for the poster.
    pub brief: Option<RichText>,
    /// A drawing of it.
    pub picture: Option<Picture>,
}

/// What a callout is about; it decides its colour, its icon and the word that screen readers hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalloutKind {
    /// An overdose. Nothing else is red.
    Danger,
    /// Get care now.
    Urgent,
    /// Good to know.
    Note,
    /// Good news.
    Good,
}

/// A box that stands out.
#[derive(Clone, Debug, PartialEq)]
pub struct Callout {
    /// What it is about.
    pub kind: CalloutKind,
    /// Its title.
    pub title: RichText,
    /// What it says; never another callout or question.
    pub blocks: Vec<Block>,
}

/// A table. Every row has as many cells as the head.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the table shows.
    pub caption: RichText,
    /// The names of the columns.
    pub header: Vec<RichText>,
    /// The rows; the first cell is the row's name.
    pub rows: Vec<Vec<RichText>>,
}

/// A drawing with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The drawing.
    pub id: PictureId,
    /// What it shows, for a reader who cannot see it.
    pub alt: RichText,
    /// Words under it.
    pub caption: Option<RichText>,
}

/// Somebody to call or write to.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// Who it is.
    pub name: RichText,
    /// What they do, with its sources.
    pub about: RichText,
    /// The number to call.
    pub phone: Option<RichText>,
    /// How to write to them.
    pub text: Option<RichText>,
    /// The number for a text telephone (TTY).
    pub tty: Option<RichText>,
    /// When they answer.
    pub hours: Option<RichText>,
    /// The languages they speak.
    pub languages: Option<RichText>,
}

/// A pointer to another section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionLink {
    /// The section that it opens.
    pub section: SectionId,
    /// Where the author wrote it.
    pub place: Place,
}

impl Block {
    /// Calls `visit` with every text of this block that makes a statement, and so rests on something.
    ///
    /// Titles, headings, captions, alternative texts and questions are not statements.
    /// A table row is one statement: its last cell carries the sources of the row.
    pub fn each_statement<'a>(&'a self, visit: &mut dyn FnMut(&'a RichText)) {
        match self {
            Self::Paragraph(text) | Self::Here(text) | Self::LocalServices(text) => visit(text),
            Self::List(items) => items.iter().for_each(visit),
            Self::Steps(steps) => {
                for step in steps {
                    visit(&step.text);
                    step.brief.iter().for_each(&mut *visit);
                }
            }
            Self::Callout(callout) => callout.blocks.iter().for_each(|b| b.each_statement(visit)),
            Self::Question { answer, .. } => answer.iter().for_each(|b| b.each_statement(visit)),
            Self::Table(table) => table.rows.iter().filter_map(|row| row.last()).for_each(visit),
            Self::Contacts(contacts) => contacts.iter().for_each(|contact| visit(&contact.about)),
            Self::Heading(_)
            | Self::Picture(_)
            | Self::See(_)
            | Self::AllSources
            | Self::AllDates
            | Self::AllProblems
            | Self::Guide
            | Self::Practice => (),
        }
    }

    /// Calls `visit` with every text that a reader sees in this block, in reading order. A step's brief words are only seen
    /// on the poster.
    pub fn each_text<'a>(&'a self, visit: &mut dyn FnMut(&'a RichText)) {
        match self {
            Self::Paragraph(text) | Self::Heading(text) | Self::Here(text) | Self::LocalServices(text) => visit(text),
            Self::List(items) => items.iter().for_each(visit),
            Self::Steps(steps) => {
                for step in steps {
                    visit(&step.title);
                    visit(&step.text);
                }
            }
            Self::Callout(callout) => {
                visit(&callout.title);
                callout.blocks.iter().for_each(|b| b.each_text(visit));
            }
            Self::Table(table) => {
                visit(&table.caption);
                table.header.iter().for_each(&mut *visit);
                table.rows.iter().flatten().for_each(visit);
            }
            Self::Picture(picture) => picture.caption.iter().for_each(visit),
            Self::Contacts(contacts) => contacts.iter().for_each(|contact| contact.each_text(visit)),
            Self::Question { ask, answer } => {
                visit(ask);
                answer.iter().for_each(|b| b.each_text(visit));
            }
            Self::See(_) | Self::AllSources | Self::AllDates | Self::AllProblems | Self::Guide | Self::Practice => (),
        }
    }

    /// The sources of this block's statements, in reading order, with repeats.
    pub fn each_source<'a>(&'a self, visit: &mut dyn FnMut(&'a SourceId)) {
        self.each_text(&mut |text| text.sources.iter().for_each(&mut *visit));
    }

    /// Calls `visit` with every text that is not on the page: brief words for the poster, and what pictures show.
    pub fn each_text_beside<'a>(&'a self, visit: &mut dyn FnMut(&'a RichText)) {
        match self {
            Self::Steps(steps) => steps.iter().flat_map(|step| &step.brief).for_each(&mut *visit),
            _ => self.inside().iter().for_each(|block| block.each_text_beside(visit)),
        }
        self.each_picture(&mut |picture| visit(&picture.alt));
    }

    /// Calls `visit` with every picture of this block itself, in reading order.
    pub fn each_picture<'a>(&'a self, visit: &mut dyn FnMut(&'a Picture)) {
        match self {
            Self::Picture(picture) => visit(picture),
            Self::Steps(steps) => steps.iter().flat_map(|step| &step.picture).for_each(visit),
            _ => (),
        }
    }

    /// The blocks in a box or an answer; none for the others.
    pub fn inside(&self) -> &[Self] {
        match self {
            Self::Callout(Callout { blocks, .. }) | Self::Question { answer: blocks, .. } => blocks,
            _ => &[],
        }
    }
}

impl Contact {
    fn each_text<'a>(&'a self, visit: &mut dyn FnMut(&'a RichText)) {
        visit(&self.name);
        self.phone.iter().for_each(&mut *visit);
        visit(&self.about);
        [&self.text, &self.tty, &self.hours, &self.languages].into_iter().flatten().for_each(visit);
    }
}
