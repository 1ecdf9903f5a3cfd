//! Search: what readers type, and what they must find.

mod command;
mod emergencies;
mod names;
mod passages;
mod properties;
mod screens;
mod tables;
mod words;

use std::sync::{Arc, LazyLock};

use careshelf::content::{assemble, bundled_files};
use careshelf::model::library::Library;
use careshelf::search::{Found, Index};

/// A library and its index.
pub struct Searched {
    pub library: Arc<Library>,
    pub index: Index,
}

/// The bundled English library.
pub static ENGLISH: LazyLock<Searched> = LazyLock::new(|| Searched::bundled("en"));

impl Searched {
    /// The bundled library of `language`.
    pub fn bundled(language: &str) -> Self {
        let library = assemble(&bundled_files(), language, None).library;
        assert_eq!(library.edition.language, language, "there is no such language");
        Self::of(library)
    }

    /// `library` with its index.
    pub fn of(library: Library) -> Self {
        let library = Arc::new(library);
        Self { index: Index::new(&library), library }
    }

    /// The ids of the first three sections that `query` finds.
    pub fn first_three(&self, query: &str) -> Vec<String> {
        ids(&self.index.search(query, 3))
    }
}

/// The ids of the sections that were found.
pub fn ids(found: &Found) -> Vec<String> {
    found.hits.iter().map(|hit| hit.section.to_string()).collect()
}

/// That `query` finds one of `wanted` among the first three.
#[track_caller]
fn check(query: &str, wanted: &[&str]) {
    let found = ENGLISH.first_three(query);
    assert!(found.iter().any(|id| wanted.contains(&id.as_str())), "{query}: {found:?}");
}
