//! The tables leave no clause out, know five answers, name only tests that exist, and do not contradict themselves.

use careshelf::state::{Action, PrintAction};
use egui::accesskit::Role;

use super::clauses::{EN_5, EN_11, SECTION_508, WCAG_A, WCAG_AA};
use super::names::all_tests;
use super::{Row, all_rows, rows, section};
use crate::visit::{Visit, bundled, name_of};

const STATUSES: [&str; 5] = ["Met", "Met in part", "Not met yet", "Does not apply", "Needs a person with hardware"];

#[test]
fn every_clause_of_the_three_standards_has_one_row() {
    let mut wcag: Vec<(Vec<u32>, String)> = Vec::new();
    for (level, numbers) in [("(A)", WCAG_A), ("(AA)", WCAG_AA)] {
        wcag.extend(numbers.split_whitespace().map(|number| (parts(number), format!("{number} {level}"))));
    }
    wcag.sort();
    let expected: Vec<String> = wcag.into_iter().map(|(_, clause)| clause).collect();
    let level = |row: &Row| row.title.rsplit(' ').next().unwrap_or_default().to_owned();
    let shown: Vec<String> =
        rows("conformance-wcag").iter().map(|row| format!("{} {}", row.number, level(row))).collect();
    assert_eq!(shown, expected);
    for (id, numbers) in [("conformance-508", SECTION_508), ("conformance-en-5", EN_5), ("conformance-en-11", EN_11)] {
        let shown: Vec<String> = rows(id).into_iter().map(|row| row.number).collect();
        assert_eq!(shown, numbers.split_whitespace().collect::<Vec<_>>(), "{id}");
    }
}

/// The numbers in a clause's number, so that 1.4.10 comes after 1.4.5.
fn parts(number: &str) -> Vec<u32> {
    number.split('.').map(|part| part.parse().expect("a number")).collect()
}

#[test]
fn every_row_has_one_of_five_answers_and_a_reason() {
    for row in all_rows() {
        assert!(STATUSES.contains(&row.status.as_str()), "{row:?}");
        assert!(row.title.len() > 2 && row.reason.len() > 10 && row.reason.ends_with('.'), "{row:?}");
    }
}

#[test]
fn what_is_met_says_how_it_is_tested_or_that_it_is_not() {
    for row in all_rows().iter().filter(|row| row.status.starts_with("Met")) {
        let is_of_rows_below = row.reason.contains("below");
        let says_how = is_of_rows_below || pointer(row).is_some() || row.reason.contains("no automatic test");
        assert!(says_how || !tests_named_by(row).is_empty(), "{row:?}");
    }
}

#[test]
fn every_test_that_a_row_names_exists() {
    let tests = all_tests();
    assert!(300 < tests.len(), "only {} tests were found", tests.len());
    for row in all_rows() {
        for name in tests_named_by(&row) {
            assert!(tests.contains_key(&name), "{} of {}: there is no test \"{name}\"", row.number, row.section);
        }
    }
}

#[test]
fn a_row_that_points_to_another_clause_gives_the_same_answer() {
    let rows = all_rows();
    for row in &rows {
        let Some((section, number)) = pointer(row) else { continue };
        let target = rows.iter().find(|row| section.contains(&row.section) && row.number == number);
        let target = target.unwrap_or_else(|| panic!("{row:?} points to nothing"));
        assert_eq!(row.status, target.status, "{} of {} is not as {number}", row.number, row.section);
    }
}

#[test]
fn no_patient_is_led_into_the_tables() {
    let library = bundled().library;
    let about = library.topic(&"about".into()).expect("the About tab");
    let for_staff: Vec<bool> = about.sections.iter().map(|section| section.for_staff).collect();
    assert!(for_staff.is_sorted(), "sections for staff come last");
    assert_eq!(about.sections_for_readers().count() + 5, about.sections.len());
    for section in about.sections.iter().filter(|section| section.for_staff) {
        assert!(section.title.starts_with("For staff: "), "{}", section.title);
    }
    assert!(section("conformance").for_staff);
    let before = about.sections_for_readers().last().expect("a section for readers");
    let mut visit = Visit::new([1280.0, 800.0]);
    visit.act(Action::OpenSection(before.id.clone()));
    assert!(!visit.nodes().any(|node| name_of(&node).starts_with("Next: ")), "after {}", before.id);
    visit.press(Role::Button, "For staff: WCAG 2.2").press_first(Role::Button, "Next: For staff");
    assert_eq!(visit.section(), "conformance-508");
    // Who prints the whole tab gets what is for readers.
    visit.act(Action::Print(PrintAction::OpenSection));
    let all = format!("All of About ({})", about.sections_for_readers().count());
    visit.press(Role::RadioButton, &all);
    let printing = visit.state().printing.as_ref().expect("the page for printing");
    let printed = printing.sections(visit.library(), &[]);
    assert!(!printed.is_empty() && printed.iter().all(|id| !id.as_str().starts_with("conformance")), "{printed:?}");
}

/// The clause whose row a row stands for, if it begins with "As": its sections and its number.
fn pointer(row: &Row) -> Option<(&'static [&'static str], &str)> {
    const STANDARDS: [(&str, &[&str]); 3] = [
        ("As WCAG ", &["conformance-wcag"]),
        ("As Section 508, ", &["conformance-508"]),
        ("As EN 301 549, ", &["conformance-en-5", "conformance-en-11"]),
    ];
    STANDARDS.iter().find_map(|(start, sections)| {
        let rest = row.reason.strip_prefix(start)?;
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        Some((*sections, rest[..end].trim_end_matches('.')))
    })
}

/// The tests in a row, as it writes them: “module: name with spaces”.
fn tests_named_by(row: &Row) -> Vec<String> {
    let quoted = row.reason.split('“').skip(1).filter_map(|rest| rest.split('”').next());
    quoted.filter(|words| words.contains(": ")).map(str::to_owned).collect()
}
