//! `careshelf set-pin`: keeps the hash of the administrator's PIN beside the site file.

use std::io::{self, ErrorKind, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{ContentArguments, print};
use crate::content::site_folder;
use crate::pin::files::{self, HASH_FILE};
use crate::pin::hash::Hash;
use crate::pin::{Pin, PinError};
use crate::report::{EXIT_MACHINE, EXIT_WRONG, complain};

/// Why no PIN was set.
#[derive(Debug, thiserror::Error)]
enum SetPinError {
    /// It is no good PIN.
    #[error(transparent)]
    Pin(#[from] PinError),
    /// Typed twice, and different.
    #[error("the two PINs are not the same; nothing was changed, try again")]
    Differ,
    /// It could not be typed, or read.
    #[error("no PIN could be read ({0}); run this in a terminal, or write one line to it")]
    NotRead(io::Error),
    /// The file could not be written.
    #[error("cannot write {}: {error}; {}", .path.display(), advice(.error, .path))]
    NotWritten { path: PathBuf, error: io::Error },
}

/// Reads a PIN, twice from a terminal and once from anything else, and keeps its hash.
pub(super) fn run(content: &ContentArguments) -> ExitCode {
    let path = site_folder(&content.origin()).join(HASH_FILE);
    match set(&path) {
        Ok(()) => print(&done(&path), ExitCode::SUCCESS),
        Err(error) => {
            complain(&format!("careshelf: {error}"));
            let is_machines = matches!(
                error,
                SetPinError::NotWritten { .. } | SetPinError::NotRead(_) | SetPinError::Pin(PinError::NotComputed)
            );
            ExitCode::from(if is_machines { EXIT_MACHINE } else { EXIT_WRONG })
        }
    }
}

fn set(path: &Path) -> Result<(), SetPinError> {
    let typed = if io::stdin().is_terminal() { typed_twice()? } else { first_line()? };
    let hash = Hash::of(&Pin::choose(&typed)?)?;
    files::set(path, &hash).map_err(|error| SetPinError::NotWritten { path: path.to_owned(), error })
}

/// Nobody who looks at the terminal sees it.
fn typed_twice() -> Result<String, SetPinError> {
    let ask = |question| rpassword::prompt_password(question).map_err(SetPinError::NotRead);
    let first = ask("New PIN (6 to 12 digits, not shown): ")?;
    Pin::choose(&first)?;
    if ask("The same again: ")? == first { Ok(first) } else { Err(SetPinError::Differ) }
}

fn first_line() -> Result<String, SetPinError> {
    let mut line = String::new();
    match io::stdin().read_line(&mut line) {
        Ok(0) => Err(SetPinError::NotRead(ErrorKind::UnexpectedEof.into())),
        Ok(_) => Ok(line.trim_end_matches(['\r', '\n']).to_owned()),
        Err(error) => Err(SetPinError::NotRead(error)),
    }
}

/// Who can mend it, and how.
fn advice(error: &io::Error, path: &Path) -> String {
    let folder = path.parent().unwrap_or(path).display();
    match error.kind() {
        ErrorKind::NotFound => format!("make the folder first: mkdir -p {folder}"),
        ErrorKind::PermissionDenied => {
            "the administrator of this machine must do this: sudo careshelf set-pin".to_owned()
        }
        ErrorKind::ReadOnlyFilesystem => format!("the administrator of this machine must make {folder} writable first"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "make room on this disk and try again".to_owned(),
        _ => "the administrator of this machine must mend this first".to_owned(),
    }
}

fn done(path: &Path) -> String {
    let set = format!("The PIN is set. Its hash is in {}.\n", path.display());
    if belongs_to_root_alone(path) {
        let how = format!("chgrp GROUP {}", path.display());
        set + "Only root can read it. Let the account that runs the kiosk read it too: " + &how + "\n"
    } else {
        set
    }
}

#[cfg(unix)]
fn belongs_to_root_alone(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    path.metadata().is_ok_and(|data| data.uid() == 0 && data.gid() == 0)
}

#[cfg(not(unix))]
fn belongs_to_root_alone(_path: &Path) -> bool {
    false
}
