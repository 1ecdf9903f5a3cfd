//! A clock that is wrong hides nothing: from before the content's day everything is as on that day, and after the last day
//! everything is still there, with a notice.

use careshelf::state::Action;
use jiff::civil::{Date, date};

use super::kiosk;
use crate::visit::{TODAY, Visit, bundled_for};

/// All words of every section on `today`.
fn pages(today: Date, site: &str) -> Vec<String> {
    let mut visit = Visit::on(today, bundled_for(site), [1280.0, 800.0]);
    visit.act(Action::BeginVisit);
    let sections = visit.all_sections();
    sections.into_iter().map(|section| visit.act(Action::OpenSection(section)).words()).collect()
}

#[test]
fn a_clock_from_before_the_content_changes_nothing_that_a_reader_sees() {
    let site = r#"site(kiosk: true, approved: approval(by: "Dr A. Example", on: "2026-11-24"))"#;
    let right = pages(TODAY, site);
    assert!(right[0].contains("Dr A. Example"), "{}", right[0]);
    for wrong in [date(1970, 1, 1), date(2026, 11, 1)] {
        for (right, wrong) in right.iter().zip(pages(wrong, site)) {
            assert_eq!(*right, wrong);
        }
    }
}

#[test]
fn a_clock_far_ahead_takes_nothing_away_and_says_that_a_page_is_late() {
    let site = super::SITE;
    for (right, late) in pages(TODAY, site).iter().zip(pages(date(2040, 1, 1), site)) {
        let missing: Vec<&str> = right.lines().filter(|line| !late.lines().any(|other| other == *line)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
    let late = Visit::on(date(2040, 1, 1), kiosk(), [1280.0, 800.0]).act(Action::BeginVisit).words();
    assert!(late.contains("This page should have been checked again by"), "{late}");
}
