//! Direct printing: a PDF to a printer of this machine, watched until it is on paper or is certain not to come.
//!
//! ```text
//! Order ─→ find ─→ job ──────────────→ request ─→ http ─→ CUPS' own Unix socket
//!          checks  sends, watches,      IPP        time-outs
//!                  withdraws  │         and limits
//!                             └→ judge ─→ Progress, Outcome
//!                                what it means (keyword: keyword → Trouble)
//! ```
//!
//! Nothing here opens a network socket: how a page travels from CUPS to the printer is CUPS' own affair. No library of
//! CUPS is linked. On systems other than Linux the same calls exist, and say that there is no direct printing.
//!
//! [`Spooler::print`] blocks, so it is called in a thread of its own. One call makes at most one job: the job is
//! created empty, and the pages follow under its number, so that whatever happens in between can be taken back. A job
//! that nobody waits for any more is withdrawn, because what comes out later comes out for a stranger.
//!
//! A job is sent in the name of [`OWNER`], never in that of the account that runs the program, and with a title that
//! the caller chose. By CUPS' usual rules it is this name that may watch and cancel the job later.

use std::path::{Path, PathBuf};

pub mod control;
pub mod error;
pub mod judge;
pub mod keyword;
pub mod patience;

#[cfg(target_os = "linux")]
mod answer;
#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod events;
#[cfg(target_os = "linux")]
mod find;
#[cfg(target_os = "linux")]
mod http;
#[cfg(target_os = "linux")]
mod job;
#[cfg(target_os = "linux")]
mod request;

/// Whose jobs ours are, as CUPS and the printer are told.
pub const OWNER: &str = "careshelf";

/// Where the environment may name another socket.
pub const SOCKET_VARIABLE: &str = "CUPS_SERVER";

/// Where CUPS listens, in the order in which it is looked for.
const SOCKETS: [&str; 2] = ["/run/cups/cups.sock", "/var/run/cups/cups.sock"];

/// The program that takes jobs on this machine: CUPS, behind its Unix socket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spooler {
    socket: PathBuf,
}

impl Spooler {
    /// The one that this machine has: where [`SOCKET_VARIABLE`] says, if that is an absolute path, or else where CUPS
    /// usually listens. Whether it is there is seen when it is asked something. A server name is not followed.
    pub fn of_machine() -> Self {
        let named = std::env::var_os(SOCKET_VARIABLE).map(PathBuf::from).filter(|path| path.is_absolute());
        let usual = || SOCKETS.iter().map(PathBuf::from).find(|path| path.exists());
        Self::at(named.or_else(usual).unwrap_or_else(|| SOCKETS[0].into()))
    }

    /// The one behind this socket.
    pub fn at(socket: impl Into<PathBuf>) -> Self {
        Self { socket: socket.into() }
    }

    /// Where it listens.
    pub fn socket(&self) -> &Path {
        &self.socket
    }
}
