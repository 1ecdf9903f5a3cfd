//! What came of the last try with the graphics driver, in a file of one word, so that a driver that crashed is not
//! started again.
//!
//! A machine that paints on the processor never writes it. If it cannot be written, the window opens all the same.

use std::fs;
use std::path::PathBuf;

use directories::ProjectDirs;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gpu {
    /// It began, and nobody wrote how it ended: the program or the machine crashed.
    Trying,
    /// It painted.
    Works,
    /// It answered, and there was no hardware behind it.
    Software,
    /// It did not answer, or could not paint.
    Failed,
}

const WORDS: [(Gpu, &str); 4] =
    [(Gpu::Trying, "trying"), (Gpu::Works, "works"), (Gpu::Software, "software"), (Gpu::Failed, "failed")];

/// What the file says; `None` before the first try.
pub(super) fn read() -> Option<Gpu> {
    let text = fs::read_to_string(path()?).ok()?;
    WORDS.iter().find(|(_, word)| *word == text.trim()).map(|(gpu, _)| *gpu)
}

/// Writes it down, as well as this machine lets us.
pub(super) fn write(gpu: Gpu) {
    let Some(path) = path() else { return };
    let word = WORDS.iter().find(|(other, _)| *other == gpu).map_or("", |(_, word)| *word);
    let folder_is_there = path.parent().is_some_and(|folder| fs::create_dir_all(folder).is_ok());
    if folder_is_there {
        // A failure here costs one more try at the next start; there is nobody to tell.
        let _ = fs::write(path, word);
    }
}

/// `careshelf/gpu` in the folder for what programs remember: on Linux `$XDG_STATE_HOME`, usually `~/.local/state`.
fn path() -> Option<PathBuf> {
    let dirs = ProjectDirs::from("", "", "careshelf")?;
    Some(dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).join("gpu"))
}
