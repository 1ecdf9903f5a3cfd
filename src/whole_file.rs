//! Writes a file whole or not at all: what stood there before stays until the new one is complete.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Writes what `fill` gives into the file at `path`. If anything fails, nothing is left behind and an older file is as it was.
///
/// # Errors
/// If the folder is not there or cannot be written, or the disk is full.
pub fn write(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    write_as(path, |_| Ok(()), fill)
}

/// The same with `prepare` for the file while it is empty: what others may not read is never readable.
///
/// # Errors
/// If the folder is not there or cannot be written, the disk is full, or `prepare` fails.
pub fn write_as(
    path: &Path,
    prepare: impl FnOnce(&File) -> io::Result<()>,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    if is_device(path) {
        return fill(&mut File::options().write(true).open(path)?);
    }
    let (unfinished, file) = begin_beside(path)?;
    let result = prepare(&file).and_then(|()| fill_file(file, fill)).and_then(|()| fs::rename(&unfinished, path));
    if result.is_err() {
        // There is nobody to tell if even this fails.
        let _ = fs::remove_file(&unfinished);
    }
    result
}

/// Whether `path` leads to something that takes bytes and keeps none, such as a terminal or a pipe. Putting a file in its
/// place would take it away from everybody else.
fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

/// More unfinished files of the same name than this are left by something else.
const MOST_UNFINISHED: u32 = 100;

/// A new file beside `path`; one that stands there already is somebody else's.
fn begin_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    let mut taken = io::Error::from(io::ErrorKind::AlreadyExists);
    for number in 0..MOST_UNFINISHED {
        let mut name = path.as_os_str().to_owned();
        name.push(if number == 0 { ".part".to_owned() } else { format!(".part{number}") });
        match File::create_new(&name) {
            Ok(file) => return Ok((name.into(), file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => taken = error,
            Err(error) => return Err(error),
        }
    }
    Err(taken)
}

fn fill_file(file: File, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut file = BufWriter::new(file);
    fill(&mut file)?;
    // A full disk may only show here.
    file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}
