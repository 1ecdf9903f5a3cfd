//! The small content packs in `tests/content`, which several tests read.

use std::fmt::Display;
use std::path::PathBuf;

use careshelf::content::{Files, SiteText, assemble, read_folder};
use careshelf::model::library::Library;

/// The folder `tests/content`.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/content")
}

/// The files of the good pack `name`.
pub fn good(name: &str) -> Files {
    let (files, errors) = read_folder(&folder().join("good").join(name)).unwrap();
    assert!(errors.is_empty(), "{errors:?}");
    files
}

/// `files` with the file `path` replaced by `text`, or added.
pub fn with(mut files: Files, path: &str, text: impl Into<String>) -> Files {
    files.insert(path.to_owned(), text.into().into());
    files
}

/// The English library of `files`, at the site that `site` describes.
pub fn library(files: &Files, site: Option<&str>) -> Library {
    assemble(files, "en", site.map(|text| SiteText { name: "site.ron", text })).library
}

/// The problems of `library`, a line for each.
pub fn problems(library: &Library) -> String {
    lines(&library.problems)
}

/// `items`, a line for each.
pub fn lines(items: impl IntoIterator<Item: Display>) -> String {
    items.into_iter().fold(String::new(), |text, item| format!("{text}{item}\n"))
}

/// Everything that a reader of `library` reads, a line for each title and each text.
pub fn words(library: &Library) -> Vec<String> {
    let mut words = Vec::new();
    for topic in library.topics() {
        words.push(format!("{} {}", topic.id, topic.title));
        for section in &topic.sections {
            words.push(format!("{} {}", section.id, section.title));
            for block in &section.blocks {
                block.each_text(&mut |text| words.push(text.plain()));
            }
        }
    }
    words
}
