//! The generated library that the benchmarks measure: it is always the same, and it is good content.

#[path = "../../benches/grown/mod.rs"]
mod files;

use std::path::Path;

use careshelf::content::{Files, Origin, bundled_files, load, load_first, read_folder};
use careshelf::lint;

use crate::lint::latest_review;
use crate::packs::{lines, problems};

#[test]
fn a_grown_library_has_no_problem_and_leaves_what_matters_as_it_is() {
    let (dir, files) = grown(3000);
    let bundled = bundled_files();
    for path in ["sources.ron", "protocols/us.ron", "en/overdose.ron", "en/interface.ftl"] {
        assert_eq!(files[path], bundled[path]);
    }
    let origin = origin(dir.path());
    let library = load(&origin).library;
    assert_eq!(problems(&library) + &lines(lint::check(&library, latest_review(&library))), "");
    let bundled_sections = load(&Origin { content_dir: None, ..origin.clone() }).library.sections().count();
    assert_eq!(library.sections().count(), bundled_sections + 3000);
    assert_eq!(load_first(&origin).library.act_now(), library.act_now());
}

#[test]
fn the_same_size_is_always_the_same_library() {
    assert_eq!(grown(50).1, grown(50).1);
    assert_ne!(grown(50).1, grown(51).1);
    assert_eq!(grown(0).1, bundled_files());
}

fn grown(sample_sections: usize) -> (tempfile::TempDir, Files) {
    let dir = tempfile::tempdir().unwrap();
    files::write(dir.path(), sample_sections).unwrap();
    let (files, errors) = read_folder(dir.path()).unwrap();
    assert!(errors.is_empty(), "{errors:?}");
    (dir, files)
}

fn origin(dir: &Path) -> Origin {
    Origin { content_dir: Some(dir.to_owned()), language: Some("en".to_owned()), ..Origin::default() }
}
