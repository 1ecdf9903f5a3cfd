//! The two files: the hash of the PIN, and the wrong tries.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::hash::Hash;
use super::tries::{Gate, Stamp, Tries};
use crate::whole_file;

/// The name of the file that holds the hash, beside the site file.
pub const HASH_FILE: &str = "pin";

/// The name of the file that counts wrong tries, in the folder for what the program remembers.
pub const TRIES_FILE: &str = "pin-tries";

/// Where both are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinFiles {
    /// The hash.
    pub hash: PathBuf,
    /// The wrong tries; `None` where this machine has no folder for such things.
    pub tries: Option<PathBuf>,
}

/// What there is of a PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// None was set.
    None,
    /// One was set, and this is how tries stand.
    Pin(Gate),
    /// One was set, and nobody gets in, because of this.
    Broken(Broken),
}

/// Why nobody gets in with any PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The hash is there and cannot be read.
    Hash(String),
    /// The wrong tries cannot be written down.
    Tries(String),
}

/// What came of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It is the PIN.
    Right,
    /// It is not; so many tries are left, or none for so long.
    Wrong(Gate),
    /// It was not looked at: none is let through for so long.
    Locked(Duration),
    /// It was not looked at, because of this.
    Broken(Broken),
    /// There is no PIN.
    None,
}

impl PinFiles {
    /// What there is of a PIN at `now`.
    pub fn look(&self, now: &Stamp) -> Found {
        match self.read() {
            Ok(None) => Found::None,
            Ok(Some((_, tries))) => Found::Pin(tries.gate(now)),
            Err(broken) => Found::Broken(broken),
        }
    }

    /// Tries `guess` at `now`. It is written down as a wrong one before it is looked at; what cannot be written down is not
    /// looked at.
    pub fn try_pin(&self, guess: &str, now: &Stamp) -> Tried {
        let (hash, tries) = match self.read() {
            Ok(None) => return Tried::None,
            Ok(Some(read)) => read,
            Err(broken) => return Tried::Broken(broken),
        };
        if let Gate::Locked(left) = tries.gate(now) {
            return Tried::Locked(left);
        }
        let tries = tries.and_one(now);
        if let Err(error) = self.keep(&tries) {
            return Tried::Broken(self.cannot_keep(&error));
        }
        if !hash.is_of(guess) {
            return Tried::Wrong(tries.gate(now));
        }
        // If it cannot be taken away the next one has fewer tries: no reason to keep out whoever knows the PIN.
        let _ = self.tries.as_deref().map(fs::remove_file);
        Tried::Right
    }

    fn read(&self) -> Result<Option<(Hash, Tries)>, Broken> {
        let unreadable = |reason: &str| Broken::Hash(format!("{}: {reason}", self.hash.display()));
        let text = match fs::read_to_string(&self.hash) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(&error.to_string())),
        };
        let hash = Hash::parse(&text).ok_or_else(|| unreadable("this is not the hash of a PIN"))?;
        let path = self.tries.as_deref().ok_or_else(|| self.cannot_keep(&ErrorKind::NotFound.into()))?;
        match fs::read(path) {
            Ok(bytes) => Ok(Some((hash, Tries::decode(&String::from_utf8_lossy(&bytes))))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Some((hash, Tries::default()))),
            Err(error) => Err(self.cannot_keep(&error)),
        }
    }

    /// The tries are on the disk when this returns, for the next thing may be that somebody pulls the plug.
    fn keep(&self, tries: &Tries) -> io::Result<()> {
        let path = self.tries.as_deref().ok_or(ErrorKind::NotFound)?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        whole_file::write(path, |out| out.write_all(tries.encode().as_bytes()))?;
        sync_folder(path)
    }

    fn cannot_keep(&self, error: &io::Error) -> Broken {
        let path = self.tries.as_deref().unwrap_or(Path::new(TRIES_FILE));
        Broken::Tries(format!("{}: {error}", path.display()))
    }
}

/// Makes sure that the folder knows the new file, and not the old one, whatever happens next.
fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        // Only Unix opens folders; elsewhere there is no kiosk.
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

/// Writes the hash into the file at `path`, whole or not at all. Its owner may read and write it, the group of its folder
/// may read it, and nobody else may do anything.
///
/// # Errors
/// If the folder is not there or cannot be written.
pub fn set(path: &Path, hash: &Hash) -> io::Result<()> {
    whole_file::write_as(path, |file| protect(file, path), |out| writeln!(out, "{hash}"))?;
    sync_folder(path)
}

/// Before there is anything in it.
#[cfg(unix)]
fn protect(file: &File, path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let group = fs::metadata(folder)?.gid();
    // Whoever is not root may only give it to a group that is theirs, and some disks know no groups.
    let _ = fchown(file, None, Some(group));
    file.set_permissions(fs::Permissions::from_mode(0o640))
}

#[cfg(not(unix))]
fn protect(_file: &File, _path: &Path) -> io::Result<()> {
    Ok(())
}
