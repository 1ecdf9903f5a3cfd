//! What can go wrong between us and CUPS.

use std::io;
use std::path::PathBuf;

use crate::model::trouble::Trouble;

/// IPP's status where there is no such printer or job (RFC 8011, section B.1.4.7: client-error-not-found).
pub(super) const NOT_FOUND: u16 = 0x0406;

/// Why CUPS could not be asked, or what it refused.
#[derive(Debug, thiserror::Error)]
pub enum PrinterError {
    /// The socket is missing, or nobody listens behind it.
    #[error(
        "no printing service listens at {}; install and start CUPS, or name its socket in CUPS_SERVER",
        socket.display()
    )]
    NoSpooler {
        /// Where it was looked for.
        socket: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The socket is there, and no answer came in time.
    #[error("the printing service at {} does not answer; restart CUPS", socket.display())]
    Silent {
        /// Where it was asked.
        socket: PathBuf,
    },
    /// Something came that is no answer.
    #[error("the printing service gave an answer that cannot be read: {what}; restart CUPS, or else update it")]
    Confused {
        /// What was wrong with it.
        what: String,
    },
    /// CUPS wants to know who asks, or does not want us.
    #[error("the printing service asks for a password; let everybody print: `<Policy default>` in cupsd.conf")]
    NotAllowed,
    /// CUPS understood, and does not do it.
    #[error("the printing service refused: {message} (IPP status {status:#06x}); see its error log")]
    Refused {
        /// IPP's status code.
        status: u16,
        /// What CUPS said about it.
        message: String,
    },
    /// Whoever prints has called it off.
    #[error("called off")]
    CalledOff,
    /// Careshelf speaks to CUPS on Linux only.
    #[error("there is no direct printing on this system; save the PDF and print it from a PDF viewer")]
    NotOnThisSystem,
}

impl PrinterError {
    /// What a person is told about it.
    pub fn trouble(&self) -> Trouble {
        match self {
            Self::NoSpooler { .. } => Trouble::NoSpooler,
            Self::Silent { .. } => Trouble::SpoolerSilent,
            // Called off is no trouble, and nobody asks.
            Self::Confused { .. } | Self::CalledOff => Trouble::SpoolerConfused,
            Self::NotAllowed => Trouble::NotAllowed,
            Self::Refused { status, message } => match *status {
                0x0401..=0x0403 => Trouble::NotAllowed,
                NOT_FOUND | 0x0407 => Trouble::UnknownPrinter,
                0x040a | 0x0411 => Trouble::FormatNotSupported,
                0x0506 => Trouble::NotAcceptingJobs,
                _ => Trouble::Refused(message.clone()),
            },
            Self::NotOnThisSystem => Trouble::NotOnThisSystem,
        }
    }
}
