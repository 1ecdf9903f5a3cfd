//! Where the texts of content files come from: a map in memory, or a folder that is read as it is asked.

use std::borrow::Cow;

use super::Files;

/// The texts of content files by their path in the content folder, such as `en/overdose.ron`.
pub(super) trait Texts {
    /// The text at `path`; `None` if there is none, or none that can be read.
    fn text(&self, path: &str) -> Option<Cow<'_, str>>;

    /// The beginning of the text at `path`, at most [`MAX_START_BYTES`] of it.
    fn start(&self, path: &str) -> Option<Cow<'_, str>>;

    /// Every path, in alphabetical order.
    fn paths(&self) -> Vec<String>;

    /// The names of the folders that hold a `language.ron`.
    fn languages(&self) -> Vec<String>;
}

/// The end of the path of the file that describes a language.
pub(super) const LANGUAGE_FILE: &str = "/language.ron";

/// So much of a file is read to learn what it is. Its title and its picture stand before its sections.
pub(super) const MAX_START_BYTES: usize = 64 * 1024;

impl Texts for Files {
    fn text(&self, path: &str) -> Option<Cow<'_, str>> {
        self.get(path).map(|text| Cow::Borrowed(text.as_ref()))
    }

    fn start(&self, path: &str) -> Option<Cow<'_, str>> {
        self.get(path).map(|text| Cow::Borrowed(&text[..text.floor_char_boundary(MAX_START_BYTES)]))
    }

    fn paths(&self) -> Vec<String> {
        self.keys().cloned().collect()
    }

    fn languages(&self) -> Vec<String> {
        self.keys().filter_map(|path| path.strip_suffix(LANGUAGE_FILE)).map(str::to_owned).collect()
    }
}
