//! The only place that reads the texts of content from the disk.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Component, Path, PathBuf};

use super::Files;
use super::error::ReadError;
use super::file::MAX_FILE_BYTES;
use super::texts::{LANGUAGE_FILE, MAX_START_BYTES, Texts};

/// Reads the content folder `dir`: files ending in `.ron` and `.ftl`, in it and in the folders right inside it.
///
/// A file that cannot be read does not hide the others; it comes back beside them.
///
/// # Errors
/// Only if the folder itself cannot be read, or holds no content at all.
pub fn read_folder(dir: &Path) -> Result<(Files, Vec<ReadError>), ReadError> {
    let folder = Folder::searched(dir)?;
    let text = |path: String| Some((path.clone(), folder.text(&path)?.into_owned().into()));
    let files = folder.paths().into_iter().filter_map(text).collect();
    Ok((files, folder.into_errors()))
}

/// A content folder whose files are read as they are asked for, so that only one of them is held at a time.
pub(super) struct Folder {
    dir: PathBuf,
    /// The files in it by name; `None` if nobody looked, and any file may be asked for.
    files: Option<BTreeMap<String, PathBuf>>,
    asked: RefCell<BTreeSet<String>>,
    errors: RefCell<Vec<ReadError>>,
}

impl Folder {
    /// Looks for every content file in `dir`.
    ///
    /// # Errors
    /// If `dir` cannot be read, or holds no content at all.
    pub(super) fn searched(dir: &Path) -> Result<Self, ReadError> {
        let mut files = BTreeMap::new();
        let mut errors = Vec::new();
        each_content_file(dir, &mut |found| {
            match found {
                Ok(path) => drop(files.insert(name_in(dir, &path), path)),
                Err(error) => errors.push(error),
            }
            ControlFlow::Continue(())
        })?;
        if files.is_empty() && errors.is_empty() {
            return Err(ReadError::NoContent { path: dir.to_owned() });
        }
        let (files, errors) = (Some(files), RefCell::new(errors));
        Ok(Self { dir: dir.to_owned(), files, asked: RefCell::default(), errors })
    }

    /// Looks only whether there is any content in `dir`: how long that takes must not depend on how much there is.
    ///
    /// # Errors
    /// If `dir` cannot be read, or holds no content at all.
    pub(super) fn unsearched(dir: &Path) -> Result<Self, ReadError> {
        let mut has_content = false;
        each_content_file(dir, &mut |_| {
            has_content = true;
            ControlFlow::Break(())
        })?;
        if !has_content {
            return Err(ReadError::NoContent { path: dir.to_owned() });
        }
        Ok(Self { dir: dir.to_owned(), files: None, asked: RefCell::default(), errors: RefCell::default() })
    }

    /// Where the file called `name` is, if there may be one.
    fn path_of(&self, name: &str) -> Option<PathBuf> {
        match &self.files {
            Some(files) => files.get(name).cloned(),
            // A name with `..` in it would lead out of the folder.
            None => Path::new(name)
                .components()
                .all(|part| matches!(part, Component::Normal(_)))
                .then(|| self.dir.join(name))
                .filter(|path| path.is_file()),
        }
    }

    /// What could not be read, by path. Files that nobody asked for are read now, for whoever looks after them.
    pub(super) fn into_errors(self) -> Vec<ReadError> {
        for name in self.files.iter().flatten().map(|(name, _)| name) {
            if !self.asked.borrow().contains(name) {
                let _ = self.text(name);
            }
        }
        let mut errors = self.errors.into_inner();
        errors.sort_by(|a, b| a.path().cmp(b.path()));
        errors
    }
}

impl Texts for Folder {
    fn text(&self, path: &str) -> Option<Cow<'_, str>> {
        let is_first_time = self.asked.borrow_mut().insert(path.to_owned());
        match read_file(&self.path_of(path)?) {
            Ok(text) => Some(text.into()),
            Err(error) => {
                if is_first_time {
                    self.errors.borrow_mut().push(error);
                }
                None
            }
        }
    }

    fn start(&self, path: &str) -> Option<Cow<'_, str>> {
        let mut bytes = read_bytes(&self.path_of(path)?, MAX_START_BYTES).ok()?;
        let valid = str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
        bytes.truncate(valid);
        String::from_utf8(bytes).ok().map(Cow::Owned)
    }

    fn paths(&self) -> Vec<String> {
        self.files.iter().flatten().map(|(name, _)| name.clone()).collect()
    }

    fn languages(&self) -> Vec<String> {
        if let Some(files) = &self.files {
            return files.keys().filter_map(|name| name.strip_suffix(LANGUAGE_FILE)).map(str::to_owned).collect();
        }
        let folders = list(&self.dir).into_iter().flatten().flatten();
        let languages = folders.filter(|folder| folder.join("language.ron").is_file());
        languages.map(|folder| name_in(&self.dir, &folder)).collect()
    }
}

/// Calls `visit` with every content file in `dir` and in the folders right inside it, and with every folder that cannot be
/// read, until it has seen enough. A whole home folder named by mistake is not walked.
fn each_content_file(
    dir: &Path,
    visit: &mut dyn FnMut(Result<PathBuf, ReadError>) -> ControlFlow<()>,
) -> Result<(), ReadError> {
    for path in list(dir)? {
        let path = path?;
        let flow = if path.is_dir() {
            match list(&path) {
                Ok(mut inside) => inside.try_for_each(|path| match path {
                    Ok(path) if !is_content(&path) => ControlFlow::Continue(()),
                    other => visit(other),
                }),
                Err(error) => visit(Err(error)),
            }
        } else if is_content(&path) {
            visit(Ok(path))
        } else {
            ControlFlow::Continue(())
        };
        if flow.is_break() {
            break;
        }
    }
    Ok(())
}

/// Whether a file of this name holds content.
pub fn is_content(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "ron" || ending == "ftl")
}

/// Reads one text file of at most 1 MiB.
///
/// # Errors
/// If it is not there, may not be read, is too large, or is not UTF-8 text.
pub fn read_file(path: &Path) -> Result<String, ReadError> {
    let bytes = read_bytes(path, MAX_FILE_BYTES + 1)
        .map_err(|source| ReadError::CannotRead { path: path.to_owned(), source })?;
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ReadError::TooLarge { path: path.to_owned(), max_kib: MAX_FILE_BYTES / 1024 });
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.split(|&byte| byte == b'\n').count();
        ReadError::NotUtf8 { path: path.to_owned(), line }
    })
}

/// At most `most` bytes from the start of a file.
fn read_bytes(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(most as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn list(dir: &Path) -> Result<impl Iterator<Item = Result<PathBuf, ReadError>>, ReadError> {
    let path = dir.to_owned();
    let cannot_read = move |source| ReadError::CannotRead { path: path.clone(), source };
    let entries = fs::read_dir(dir).map_err(&cannot_read)?;
    Ok(entries.map(move |entry| entry.map(|entry| entry.path()).map_err(&cannot_read)))
}

/// The path inside the folder with `/` between its parts, as the bundled files are named.
pub(super) fn name_in(dir: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(dir).unwrap_or(path);
    inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
