//! Lists too long to be shown as a whole: they come in pages, and a frame of a large library is no larger.

use std::fmt::Write as _;

use careshelf::content::{Files, Loaded, assemble};
use careshelf::state::Action;
use egui::Key;
use egui::accesskit::Role;

use crate::packs::{good, with};
use crate::visit::{Visit, name_of, role_of};

const WIDE: [f32; 2] = [1280.0, 800.0];
const NARROW: [f32; 2] = [640.0, 800.0];

#[test]
fn a_list_of_a_hundred_is_shown_as_a_whole() {
    let mut visit = Visit::to(long(98), WIDE);
    visit.act(short_page());
    assert!(!visit.words().contains(" to 100 of"), "{}", visit.words());
    assert!(visit.has("Sample 98"));
    let mut visit = Visit::to(long(99), WIDE);
    visit.act(short_page());
    assert!(visit.has("Sections 1 to 100 of 101"));
    assert!(!visit.has("Sample 99"));
}

#[test]
fn buttons_say_what_they_show_and_show_it() {
    let mut visit = Visit::to(long(248), WIDE);
    visit.act(short_page());
    assert!(!visit.words().contains("Previous:"));
    visit.press(Role::Button, "Next: 101 to 200");
    assert!(visit.has("Sections 101 to 200 of 250") && visit.has("Previous: 1 to 100"));
    assert_eq!(visit.section(), "sample-1", "turning a page opens nothing");
    assert_eq!(samples(&visit), 99..=198);
    visit.press(Role::Button, "Next: 201 to 250");
    assert_eq!(samples(&visit), 199..=248);
    assert!(!visit.words().contains("Next: 2"));
    visit.press(Role::Button, "Sample 230");
    assert_eq!(visit.section(), "sample-230");
}

#[test]
fn a_page_of_a_list_begins_at_its_top() {
    let mut visit = Visit::to(long(248), WIDE);
    visit.act(short_page()).press(Role::Button, "Next: 101 to 200");
    let rect = visit.rect(Role::Button, "Previous: 1 to 100");
    assert!((0.0..800.0).contains(&rect.min.y), "{rect:?}");
}

#[test]
fn the_list_opens_on_the_part_that_holds_the_open_section() {
    for size in [WIDE, NARROW] {
        let mut visit = Visit::to(long(248), size);
        visit.act(Action::OpenSection("sample-150".into()));
        if size == NARROW {
            visit.press(Role::Button, "All parts: 152 of 250");
        }
        assert!(visit.has("Sections 101 to 200 of 250") && visit.has("Sample 151"), "{}", visit.words());
        visit.press(Role::Button, "Next: 201 to 250");
        assert!(visit.has("Sections 201 to 250 of 250"));
        visit.act(Action::OpenSection("sample-2".into()));
        if size == NARROW {
            visit.press(Role::Button, "All parts: 4 of 250");
        }
        assert!(visit.has("Sections 1 to 100 of 250"));
    }
}

#[test]
fn keys_turn_one_page_after_the_other() {
    let mut visit = Visit::to(long(398), WIDE);
    visit.act(short_page()).focus(Role::Button, "Next: 101 to 200").key(Key::Enter);
    assert!(visit.has("Sections 101 to 200 of 400"));
    visit.key(Key::Enter);
    assert!(visit.has("Sections 201 to 300 of 400"));
}

#[test]
fn the_lists_about_the_content_come_in_pages_too() {
    let mut files = long_files(248);
    let mut sources = files["sources.ron"].to_string();
    let at = sources.rfind(']').unwrap();
    let many = |piece: &dyn Fn(usize) -> String, count| (1..=count).map(piece).collect::<String>();
    let source = |i| {
        format!(
            "source(id: \"sample-{i}\", kind: other, title: \"Source {i}\", publisher: \"Nobody\", published: \"2026\", read: none),\n"
        )
    };
    sources.insert_str(at, &many(&source, 150));
    files.insert("sources.ron".to_owned(), sources.into());
    let overdose = files["en/overdose.ron"].replacen("sections:", "parts: [\"a\"], sections:", 1);
    files.insert("en/overdose.ron".to_owned(), overdose.into());
    files.insert("en/a.ron".to_owned(), LISTS.into());
    for i in 1..=150 {
        files.insert(format!("en/unlisted-{i:03}.ron"), "".into());
    }
    let mut visit = Visit::to(assemble(&files, "en", None), WIDE);
    for (list, shown, next, then) in [
        ("Sources", "Sources 1 to 100 of 154", "Next: 101 to 154", "Source 99"),
        ("Dates", "Sections 1 to 100 of 254", "Next: 101 to 200", "Sample 190"),
        ("Problems", "Problems 1 to 100 of 150", "Next: 101 to 150", "en/unlisted-150.ron"),
    ] {
        visit.press(Role::Tab, "Overdose").press(Role::Button, list);
        assert!(visit.has(shown), "no \"{shown}\" in\n{}", visit.words());
        assert!(!visit.words().contains(then));
        visit.press(Role::Button, next);
        assert!(visit.words().contains(then), "no \"{then}\" in\n{}", visit.words());
        visit.press(Role::Tab, "Effects").press(Role::Tab, "Overdose");
        assert!(visit.has(shown), "a page that is opened again starts at its top");
    }
}

/// Sections with one list each.
const LISTS: &str = r#"part(topic: "overdose", sections: [
    section(id: "sources", title: "Sources", reviewed: "2026-11-22", review_by: "2027-11-22", blocks: [all_sources]),
    section(id: "dates", title: "Dates", reviewed: "2026-11-22", review_by: "2027-11-22", blocks: [all_dates]),
    section(id: "problems", title: "Problems", reviewed: "2026-11-22", review_by: "2027-11-22", blocks: [all_problems]),
])"#;

#[test]
fn a_frame_of_a_large_library_shows_no_more_than_one_of_a_long_list() {
    let count = |sections| {
        let mut visit = Visit::to(long(sections), WIDE);
        visit.act(short_page());
        visit.nodes().count()
    };
    assert_eq!(count(3000), count(300));
}

/// A page without lists of its own.
fn short_page() -> Action {
    Action::OpenSection("sample-1".into())
}

/// The numbers of the samples in the list.
fn samples(visit: &Visit) -> std::ops::RangeInclusive<usize> {
    let number = |name: String| name.strip_prefix("Sample ")?.parse().ok();
    let buttons = visit.nodes().filter(|node| role_of(node) == Role::Button);
    let numbers: Vec<usize> = buttons.filter_map(|node| number(name_of(&node))).collect();
    assert!(numbers.is_sorted());
    numbers[0]..=numbers[numbers.len() - 1]
}

/// The pack `small` with so many `sections` more in the topic about effects.
pub fn long(sections: usize) -> Loaded {
    assemble(&long_files(sections), "en", None)
}

fn long_files(sections: usize) -> Files {
    let mut part = "part(topic: \"effects\", sections: [\n".to_owned();
    for i in 1..=sections {
        let _ = writeln!(
            part,
            r#"section(id: "sample-{i}", title: "Sample {i}", reviewed: "2026-11-22", review_by: "2027-11-22", blocks: [paragraph("A sample. [-]")]),"#
        );
    }
    part.push_str("])\n");
    let effects = good("small")["en/effects.ron"].replacen("sections:", "parts: [\"more\"], sections:", 1);
    with(with(good("small"), "en/effects.ron", effects), "en/more.ron", part)
}
