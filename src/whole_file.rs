//! Writes a file whole or not at all: what stood there before stays until the new one is complete.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Writes what `fill` gives into the file at `path`. If anything fails, nothing is left behind and an older file is as it was.
///
/// # Errors
/// If the folder is not there or cannot be written, or the disk is full.
pub fn write(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    if is_device(path) {
        return fill(&mut File::options().write(true).open(path)?);
    }
    let unfinished = beside(path);
    let unfinished = Path::new(&unfinished);
    let result = fill_file(unfinished, fill).and_then(|()| fs::rename(unfinished, path));
    if result.is_err() {
        // It may not even be there.
        let _ = fs::remove_file(unfinished);
    }
    result
}

/// Whether `path` leads to something that takes bytes and keeps none, such as a terminal or a pipe. Putting a file in its
/// place would take it away from everybody else.
fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

fn beside(path: &Path) -> OsString {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    name
}

fn fill_file(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    fill(&mut file)?;
    // A full disk may only show here.
    file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}
