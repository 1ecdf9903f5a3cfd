//! How this machine is, for whoever looks after it. It takes its time, so it is asked in a thread of its own.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::model::health::Health;
use crate::printer::Spooler;
use crate::{sound, window};

/// Finds out how the machine is. `memory` is the folder for what the program must remember.
pub(super) fn examine(spooler: &Spooler, memory: Option<&Path>) -> Health {
    Health {
        printers: spooler.printers().map_err(|error| error.trouble()),
        sound: sound::way(),
        renderer: window::painter_in_use(),
        memory: memory.map(|folder| (folder.display().to_string(), free_bytes(folder))),
    }
}

/// The folder for what the program must remember: on Linux `$XDG_STATE_HOME/careshelf`, usually `~/.local/state/careshelf`.
pub(super) fn memory_folder() -> Option<PathBuf> {
    let dirs = ProjectDirs::from("", "", "careshelf")?;
    Some(dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned())
}

/// How many bytes the program may still write where `folder` is, or will be; `None` where nobody can tell.
#[cfg(all(unix, not(target_os = "macos")))]
fn free_bytes(folder: &Path) -> Option<u64> {
    // The folder is made when something is written into it.
    let there = folder.ancestors().find(|folder| folder.is_dir())?;
    let disk = rustix::fs::statvfs(there).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn free_bytes(_folder: &Path) -> Option<u64> {
    None
}
