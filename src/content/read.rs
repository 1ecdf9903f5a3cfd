//! The only place that reads the texts of content from the disk.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::Files;
use super::error::ReadError;
use super::file::MAX_FILE_BYTES;

/// Reads the content folder `dir`: files ending in `.ron` and `.ftl`, in it and in the folders right inside it.
///
/// A file that cannot be read does not hide the others; it comes back beside them.
///
/// # Errors
/// Only if the folder itself cannot be read, or holds no content at all.
pub fn read_folder(dir: &Path) -> Result<(Files, Vec<ReadError>), ReadError> {
    let mut files = Files::new();
    let mut errors = Vec::new();
    let mut read = |path: &Path| match read_file(path) {
        Ok(text) => {
            files.insert(name_in(dir, path), text.into());
        }
        Err(error) => errors.push(error),
    };
    let mut unreadable_folders = Vec::new();
    // One level of folders, as the layout has: a whole home folder named by mistake is not walked.
    for path in list(dir)? {
        if path.is_dir() {
            match list(&path) {
                Ok(inside) => inside.iter().filter(|path| is_content(path)).for_each(|path| read(path)),
                Err(error) => unreadable_folders.push(error),
            }
        } else if is_content(&path) {
            read(&path);
        }
    }
    errors.extend(unreadable_folders);
    if files.is_empty() && errors.is_empty() {
        return Err(ReadError::NoContent { path: dir.to_owned() });
    }
    errors.sort_by(|a, b| a.path().cmp(b.path()));
    Ok((files, errors))
}

fn is_content(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "ron" || ending == "ftl")
}

/// Reads one text file of at most 1 MiB.
///
/// # Errors
/// If it is not there, may not be read, is too large, or is not UTF-8 text.
pub fn read_file(path: &Path) -> Result<String, ReadError> {
    let cannot_read = |source| ReadError::CannotRead { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(cannot_read)?;
    file.take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(cannot_read)?;
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ReadError::TooLarge { path: path.to_owned(), max_kib: MAX_FILE_BYTES / 1024 });
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.split(|&byte| byte == b'\n').count();
        ReadError::NotUtf8 { path: path.to_owned(), line }
    })
}

fn list(dir: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let cannot_read = |source| ReadError::CannotRead { path: dir.to_owned(), source };
    let entries = fs::read_dir(dir).map_err(cannot_read)?;
    entries.map(|entry| entry.map(|entry| entry.path()).map_err(cannot_read)).collect()
}

/// The path inside the folder with `/` between its parts, as the bundled files are named.
pub(super) fn name_in(dir: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(dir).unwrap_or(path);
    inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
