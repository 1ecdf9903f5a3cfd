//! Printers, what is asked of them, and what becomes of it.

use super::trouble::Trouble;

/// A printer that is set up on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printer {
    /// The name of its queue, as an [`Order`] gives it.
    pub name: String,
    /// What a person calls it.
    pub label: String,
    /// Whether it is the one that the machine prefers.
    pub is_default: bool,
    /// Whether its queue takes jobs at all.
    pub accepts_jobs: bool,
    /// What it can do.
    pub can: Capabilities,
    /// How it was when it was last heard of.
    pub condition: Condition,
}

/// What a printer can do, as its queue says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// The paper that it can be given, such as `na_letter_8.5x11in` or `iso_a4_210x297mm` (PWG 5101.1). Empty where the
    /// queue does not say.
    pub media: Vec<String>,
    /// The paper that is in its trays, by the same names. Few printers know.
    pub media_ready: Vec<String>,
    /// Whether it prints on both sides.
    pub is_two_sided: bool,
    /// The greatest number of copies of one job.
    pub most_copies: u32,
    /// Whether its queue takes a PDF.
    pub takes_pdf: bool,
}

/// How a printer is. CUPS hears of it only while a job is printed: what is told of an idle one is as old as its last job.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// Whether jobs wait in the queue, because someone or an error stopped it.
    pub is_stopped: bool,
    /// Whether it prints at the moment.
    pub is_busy: bool,
    /// What would keep it from printing.
    pub troubles: Vec<Trouble>,
    /// What soon may.
    pub warnings: Vec<Trouble>,
}

/// What is to be printed how. The pages come beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The printer's queue.
    pub printer: String,
    /// The paper, by its PWG name.
    pub media: String,
    /// On both sides, turned over the long edge as a book is.
    pub is_two_sided: bool,
    /// How often. At least once.
    pub copies: u32,
    /// What the job is called in the queue, where others may read it.
    pub title: String,
}

impl Order {
    /// What stands against it, if the printer is one that can do this. CUPS itself would accept all of it.
    ///
    /// # Errors
    ///
    /// The first thing that the printer cannot do.
    pub fn check(&self, can: &Capabilities) -> Result<(), Trouble> {
        if !can.takes_pdf {
            Err(Trouble::FormatNotSupported)
        } else if !can.media.is_empty() && !can.media.contains(&self.media) {
            Err(Trouble::PaperNotOffered(self.media.clone()))
        } else if self.is_two_sided && !can.is_two_sided {
            Err(Trouble::TwoSidedNotOffered)
        } else if !(1..=can.most_copies).contains(&self.copies) {
            Err(Trouble::CopiesNotOffered { most: can.most_copies })
        } else {
            Ok(())
        }
    }
}

/// How a job is doing, for whoever waits for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Where it is.
    pub stage: Stage,
    /// What does not hold it up, but soon may hold up another.
    pub warnings: Vec<Trouble>,
}

/// Where a job is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// On its way to CUPS.
    Sending,
    /// In the queue.
    Queued,
    /// With the printer.
    Printing,
    /// Waiting, until someone does something about this or patience ends.
    HeldUp(Trouble),
    /// Being taken back.
    Cancelling,
}

/// What became of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Printed, as far as the printer itself knows.
    Printed,
    /// Called off, by us or by someone at the printer. Single pages may have come out.
    Cancelled,
    /// It will not come out. Single pages may have.
    Failed(Trouble),
    /// Nobody can tell: it may have come out, or may yet.
    NotKnown,
}
