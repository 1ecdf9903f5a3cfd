//! What came of the last try with the graphics driver, in a file of one word, so that a driver that crashed is not
//! started again.
//!
//! A machine that paints on the processor never writes it. If it cannot be written, the window opens all the same.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use directories::ProjectDirs;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gpu {
    /// It began, and nobody wrote how it ended: the program or the machine crashed.
    Trying,
    /// It painted, with hardware behind it.
    Works,
    /// It painted, and computed everything on the processor.
    Software,
    /// It did not answer, or could not paint.
    Failed,
}

impl Gpu {
    const ALL: [Self; 4] = [Self::Trying, Self::Works, Self::Software, Self::Failed];

    /// The word for it, in the file and between two processes.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Trying => "trying",
            Self::Works => "works",
            Self::Software => "software",
            Self::Failed => "failed",
        }
    }

    /// What `word` says.
    pub(super) fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|gpu| gpu.word() == word.trim())
    }
}

/// After so long the driver may be another one, and is tried once more.
const MOST_AGE: Duration = Duration::from_hours(30 * 24);

/// What the file says; `None` before the first try.
pub(super) fn read() -> Option<Gpu> {
    let path = path()?;
    let age = fs::metadata(&path).ok()?.modified().ok()?.elapsed().unwrap_or_default();
    (age < MOST_AGE).then(|| fs::read_to_string(path).ok())?.as_deref().and_then(Gpu::of_word)
}

/// Writes it down, as well as this machine lets us: a failure costs one more try at the next start.
pub(super) fn write(gpu: Gpu) {
    let _ = path().map(|path| write_to(&path, gpu));
}

/// The whole word is on the disk when this returns, for the next thing may be that the machine stops.
fn write_to(path: &Path, gpu: Gpu) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let unfinished = path.with_extension("part");
    let mut file = File::create(&unfinished)?;
    file.write_all(gpu.word().as_bytes())?;
    file.sync_all()?;
    fs::rename(unfinished, path)
}

/// `careshelf/gpu` in the folder for what programs remember: on Linux `$XDG_STATE_HOME`, usually `~/.local/state`.
fn path() -> Option<PathBuf> {
    let dirs = ProjectDirs::from("", "", "careshelf")?;
    Some(dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).join("gpu"))
}
