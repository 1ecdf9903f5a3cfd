//! Live editing: what is saved in the content folder shows at once, with what is wrong beside the page.

use std::fs;
use std::path::Path;

use careshelf::content::bundled_files;
use careshelf::state::{Action, TextSize};
use egui::accesskit::Role;

use crate::visit::Visit;

/// A content folder with the bundled content, for somebody to write in.
fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in bundled_files() {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text.as_bytes()).unwrap();
    }
    dir
}

/// Changes `file` as editors do that write a new file and put it in the place of the old one.
fn replace(dir: &Path, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(dir.join(file)).unwrap();
    assert!(text.contains(from), "{file} has no {from:?}");
    fs::write(dir.join("new.tmp"), text.replacen(from, to, 1)).unwrap();
    fs::rename(dir.join("new.tmp"), dir.join(file)).unwrap();
}

#[test]
fn what_is_saved_shows_in_the_same_place() {
    let dir = folder();
    let mut visit = Visit::edited_in(dir.path(), [1280.0, 800.0]);
    visit.act(Action::SetTextSize(TextSize::Large)).act(Action::OpenSection("methadone".into()));
    let visits = visit.state().visits;
    replace(dir.path(), "en/treatment.ron", "title: \"Methadone\"", "title: \"Methadone, mended\"");
    visit.until("the new title is there", |visit| visit.has("Methadone, mended"));
    assert_eq!((visit.section().as_str(), visit.state().text_size), ("methadone", TextSize::Large));
    assert_eq!(visit.state().visits, visits, "the page stays where it was scrolled to");
    // A file that is written in its place, and one that is new.
    let path = dir.path().join("en/treatment.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("Methadone, mended", "Methadone again", 1)).unwrap();
    visit.until("the next title is there", |visit| visit.has("Methadone again"));
}

#[test]
fn what_is_wrong_stands_beside_the_page_until_it_is_mended() {
    let dir = folder();
    let mut visit = Visit::edited_in(dir.path(), [1280.0, 800.0]);
    visit.act(Action::OpenSection("methadone".into()));
    assert_eq!(visit.state().findings, []);
    replace(dir.path(), "en/treatment.ron", "title: \"Methadone\"", "titel: \"Methadone\"");
    let unknown = |visit: &mut Visit| visit.words().contains("unknown field `titel`");
    visit.until("the mistake is told", unknown);
    // A mistake costs the section; the reader sees the overdose steps, and the place of the mistake opens what is near it.
    assert_eq!(visit.section(), "act-now");
    visit.press_first(Role::Button, "en/treatment.ron:");
    assert_eq!(visit.topic(), "treatment");
    replace(dir.path(), "en/treatment.ron", "titel: \"Methadone\"", "title: \"Methadone\"");
    visit.until("nothing is wrong any more", |visit| visit.state().findings.is_empty());
    assert!(!unknown(&mut visit));
}

#[test]
fn what_breaks_a_rule_of_good_content_is_told_too_and_can_be_put_away() {
    let dir = folder();
    let mut visit = Visit::edited_in(dir.path(), [900.0, 600.0]);
    replace(dir.path(), "en/withdrawal.ron", "review_by: \"2027", "review_by: \"2029");
    visit.until("the rule is told", |visit| visit.words().contains("[date-span]"));
    visit.press_first(Role::Button, "Close");
    assert!(!visit.words().contains("[date-span]"));
}

#[test]
fn other_files_in_the_folder_and_reading_change_nothing() {
    let dir = folder();
    let mut visit = Visit::edited_in(dir.path(), [1280.0, 800.0]);
    let before = std::ptr::from_ref(visit.library());
    fs::write(dir.path().join("notes.txt"), "to do").unwrap();
    for (path, _) in bundled_files() {
        let _ = fs::read(dir.path().join(path)).unwrap();
    }
    // The change that follows is heard, so the ones before it would have been.
    for _ in 0..60 {
        std::thread::sleep(std::time::Duration::from_millis(10));
        visit.pass(std::time::Duration::ZERO);
    }
    assert_eq!(std::ptr::from_ref(visit.library()), before);
}
