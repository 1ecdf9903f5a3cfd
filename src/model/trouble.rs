//! What printers, queues and CUPS say is wrong, as a few things that a person can be told.
//!
//! Printers speak in keywords (RFC 8011, sections 5.3.8 and 5.4.12), in dozens of them. Each becomes one [`Trouble`]: one
//! sentence with one next step, written elsewhere. A keyword that nobody knows is kept word for word.

/// One thing that is, or soon will be, in the way of a printed page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trouble {
    /// No paper, or not the paper that was asked for.
    NoPaper,
    /// Paper is stuck.
    PaperJam,
    /// A cover, a door, or something else that must be shut.
    CoverOpen,
    /// A tray for paper, going in or coming out, is not in its place.
    TrayMissing,
    /// The tray where pages come out is full.
    OutputFull,
    /// No toner, ink, ribbon or developer.
    TonerEmpty,
    /// The box for used toner or ink is full.
    WasteFull,
    /// A part is worn out.
    PartWornOut,
    /// Too hot: it cools down by itself.
    TooHot,
    /// Too cold: it warms up by itself.
    WarmingUp,
    /// The printer has no room for so much.
    MemoryFull,
    /// The printer is off, unplugged, or not in the network.
    Unreachable,
    /// Someone, or an error, stopped the printer or its queue.
    Paused,
    /// The printer is going off.
    ShuttingDown,
    /// It needs a person, and does not say why.
    NeedsAttention,
    /// The queue is set up wrong: a program or a certificate is missing or not trusted.
    QueueBroken,
    /// The job is held back in the queue.
    Held,
    /// Other jobs come first, for too long.
    Busy,
    /// The printer says that it prints, for too long.
    Endless,
    /// The pages could not be turned into what the printer understands.
    DocumentRefused,
    /// The printer or CUPS gave up the job.
    Aborted,
    /// The job is over, with errors: pages may be missing.
    EndedWithErrors,
    /// An account, a quota or a password stands in the way.
    NotAllowed,

    /// Paper is running out.
    PaperLow,
    /// The tray where pages come out is nearly full.
    OutputAlmostFull,
    /// Toner, ink, ribbon or developer is running out.
    TonerLow,
    /// The box for used toner or ink is nearly full.
    WasteAlmostFull,
    /// A part is nearly worn out.
    PartWearsOut,

    /// No CUPS on this machine, or it does not run.
    NoSpooler,
    /// CUPS is there and does not answer.
    SpoolerSilent,
    /// CUPS answers, and nobody can make sense of it.
    SpoolerConfused,
    /// No printer has this name any more.
    UnknownPrinter,
    /// The queue takes no jobs.
    NotAcceptingJobs,
    /// The queue takes no PDF.
    FormatNotSupported,
    /// The printer does not have this paper. Holds the paper's PWG name.
    PaperNotOffered(String),
    /// The printer prints on one side only.
    TwoSidedNotOffered,
    /// The printer does not make so many copies, or none was asked for.
    CopiesNotOffered {
        /// The greatest number that it does make.
        most: u32,
    },
    /// CUPS does not want the job. Holds what it said.
    Refused(String),
    /// There is no file to print: the pages could not be turned into one.
    PagesNotMade,
    /// This system has no direct printing.
    NotOnThisSystem,
    /// The printer's own keyword, word for word.
    Unknown(String),
}

impl Trouble {
    /// Each kind once, with nothing in those that hold something.
    pub const ALL_KINDS: &[Self] = &[
        Self::NoPaper,
        Self::PaperJam,
        Self::CoverOpen,
        Self::TrayMissing,
        Self::OutputFull,
        Self::TonerEmpty,
        Self::WasteFull,
        Self::PartWornOut,
        Self::TooHot,
        Self::WarmingUp,
        Self::MemoryFull,
        Self::Unreachable,
        Self::Paused,
        Self::ShuttingDown,
        Self::NeedsAttention,
        Self::QueueBroken,
        Self::Held,
        Self::Busy,
        Self::Endless,
        Self::DocumentRefused,
        Self::Aborted,
        Self::EndedWithErrors,
        Self::NotAllowed,
        Self::PaperLow,
        Self::OutputAlmostFull,
        Self::TonerLow,
        Self::WasteAlmostFull,
        Self::PartWearsOut,
        Self::NoSpooler,
        Self::SpoolerSilent,
        Self::SpoolerConfused,
        Self::UnknownPrinter,
        Self::NotAcceptingJobs,
        Self::FormatNotSupported,
        Self::PaperNotOffered(String::new()),
        Self::TwoSidedNotOffered,
        Self::CopiesNotOffered { most: 0 },
        Self::Refused(String::new()),
        Self::PagesNotMade,
        Self::NotOnThisSystem,
        Self::Unknown(String::new()),
    ];

    /// Whether somebody who stands there, or time, can put it right, so that a job may wait for it.
    pub fn can_be_mended(&self) -> bool {
        matches!(
            self,
            Self::NoPaper
                | Self::PaperJam
                | Self::CoverOpen
                | Self::TrayMissing
                | Self::OutputFull
                | Self::TooHot
                | Self::WarmingUp
        )
    }

    /// Whether a printer prints on all the same, so that this is worth a hint and no more.
    pub fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::PaperLow | Self::OutputAlmostFull | Self::TonerLow | Self::WasteAlmostFull | Self::PartWearsOut
        )
    }
}
