//! The page is hidden at once, by a button in the corner or three taps of Shift, and comes back only by Shift.

use std::time::Duration;

use careshelf::state::{Action, Cover};
use egui::Key;
use egui::accesskit::Role;

use super::{times, visit};
use crate::visit::{Visit, bundled};

const SIZE: [f32; 2] = [1280.0, 800.0];

fn is_hidden(visit: &Visit) -> bool {
    let is_hidden = visit.state().cover == Some(Cover::Hidden);
    if is_hidden {
        assert!(!visit.has("Methadone") && !visit.has("Treatment"), "{}", visit.words());
    }
    is_hidden
}

fn reading() -> Visit {
    let mut visit = visit(SIZE);
    visit.act(Action::OpenSection("methadone".into()));
    visit
}

#[test]
fn a_button_in_the_corner_hides_the_page() {
    for mut visit in [reading(), Visit::to(bundled(), SIZE)] {
        let corner = visit.rect(Role::Button, "Hide").min;
        assert!(corner.x < 40.0 && corner.y < 40.0, "{corner:?}");
        visit.touch(Role::Button, "Hide");
        assert!(is_hidden(&visit));
    }
}

#[test]
fn three_taps_of_shift_hide_the_page_and_show_it_again() {
    let mut visit = reading();
    visit.tap_shift(2);
    assert!(!is_hidden(&visit));
    visit.pass(Duration::from_secs(3)).tap_shift(3);
    assert!(is_hidden(&visit));
    visit.tap_shift(3);
    assert!(!is_hidden(&visit));
    assert_eq!(visit.section(), "methadone");
}

#[test]
fn whoever_types_capital_letters_hides_nothing() {
    let mut visit = reading();
    for _ in 0..4 {
        visit.key_with_shift(Key::A);
    }
    assert!(!is_hidden(&visit));
}

#[test]
fn whoever_comes_by_begins_anew_and_sees_nothing_of_what_was_hidden() {
    let mut visit = reading();
    visit.tap_shift(3).key_with_ctrl(Key::Num4).key(Key::PageDown).key(Key::Escape);
    assert!(is_hidden(&visit), "keys show nothing");
    visit.touch(Role::Button, "Start again");
    assert_eq!(visit.state().cover, Some(Cover::Welcome));
    assert_eq!(visit.section(), "act-now");
}

#[test]
fn a_hidden_visit_ends_by_itself_without_a_question() {
    let (idle, warning) = times();
    let mut visit = reading();
    visit.tap_shift(3).pass(idle + warning / 2);
    assert!(is_hidden(&visit), "{}", visit.words());
    visit.pass(warning);
    assert_eq!(visit.state().cover, Some(Cover::Welcome));
}

#[test]
fn help_in_an_overdose_is_one_key_away_even_there_and_is_never_hidden() {
    let mut visit = reading();
    visit.tap_shift(3).key(Key::F1);
    assert_eq!(visit.card().as_deref(), Some("check"));
    visit.tap_shift(3);
    assert_eq!(visit.card().as_deref(), Some("check"), "the steps cannot be hidden");
    visit.press(Role::Button, "Leave, all is safe");
    assert!(is_hidden(&visit), "what was hidden stays hidden");
}
