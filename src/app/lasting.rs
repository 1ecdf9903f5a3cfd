//! Where small notes outlast the program but not the machine's own rest, and how long ago one was written.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use directories::ProjectDirs;

use super::clock::{boot, since_boot};

/// The folder for what lasts until the machine is switched off (on Linux `$XDG_RUNTIME_DIR`, in memory), or where there is
/// none the one for what programs remember; `None` where no file `name` can be made in either.
pub(super) fn folder(name: &str) -> Option<PathBuf> {
    let dirs = ProjectDirs::from("", "", "careshelf")?;
    let folders = [dirs.runtime_dir(), dirs.state_dir(), Some(dirs.data_local_dir())];
    folders.into_iter().flatten().find(|folder| can_be_written(folder, name)).map(Path::to_owned)
}

/// Whether a file can be made in `folder`, which is made if it is not there.
fn can_be_written(folder: &Path, name: &str) -> bool {
    fs::create_dir_all(folder).is_ok() && File::create(folder.join(name)).is_ok()
}

/// When something was written, by three clocks: no single one tells how long ago it was in every case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    since_boot: Duration,
    since_1970: Duration,
    /// Which start of the machine this is; empty where the system does not say.
    boot: String,
}

impl Stamp {
    pub(super) fn now() -> Self {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self { since_boot: since_boot(), since_1970, boot: boot() }
    }

    /// How long ago `self` was at `now`. While the machine was not started anew, nobody can set the clock that tells it.
    pub(super) fn age(&self, now: &Self) -> Duration {
        if !self.boot.is_empty() && self.boot == now.boot {
            now.since_boot.saturating_sub(self.since_boot)
        } else {
            now.since_1970.saturating_sub(self.since_1970)
        }
    }

    /// Three words for a file: milliseconds since the machine started, since 1970, and which start it was.
    pub(super) fn written(&self) -> String {
        format!("{} {} {}", self.since_boot.as_millis(), self.since_1970.as_millis(), self.boot)
    }

    /// What [`Self::written`] made.
    pub(super) fn read<'w>(mut words: impl Iterator<Item = &'w str>) -> Option<Self> {
        let (since_boot, since_1970) = (millis(words.next()?)?, millis(words.next()?)?);
        Some(Self { since_boot, since_1970, boot: words.next().unwrap_or_default().to_owned() })
    }
}

/// So many milliseconds.
pub(super) fn millis(word: &str) -> Option<Duration> {
    word.parse().ok().map(Duration::from_millis)
}

/// A stamp for tests, in seconds.
#[cfg(test)]
pub(super) fn stamp(since_boot: u64, since_1970: u64, boot: &str) -> Stamp {
    let (since_boot, since_1970) = (Duration::from_secs(since_boot), Duration::from_secs(since_1970));
    Stamp { since_boot, since_1970, boot: boot.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for moment in [stamp(100, 5000, "0f6e"), stamp(100, 5000, "")] {
            assert_eq!(Stamp::read(moment.written().split(' ')), Some(moment));
        }
        assert_eq!(Stamp::read("100 soon 0f6e".split(' ')), None);
    }
}
