//! Whole visits that write something.

use careshelf::content::{SiteText, assemble};
use careshelf::state::typing::{Field, TypingAction};
use careshelf::state::{Action, Sheet};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::NodeT;

use super::keyboards::SPANISH;
use super::{FIELD, KIOSK, at_kiosk, trying};
use crate::packs::{good, with};
use crate::visit::{Visit, bundled, name_of, role_of};

const SIZE: [f32; 2] = [1024.0, 768.0];

/// The names of the keys that write "narcan?".
const NARCAN: [&str; 8] = ["n", "a", "r", "c", "a", "n", "Numbers", "question mark"];

#[test]
fn a_finger_alone_writes_a_word() {
    let mut visit = at_kiosk(SIZE);
    for key in NARCAN {
        visit.touch(Role::Button, key);
    }
    assert_eq!((visit.typing().words(), visit.field().as_str()), ("narcan?", "narcan?"));
    assert!(visit.has("You wrote: narcan?"));
    visit.touch(Role::Button, "Delete").touch(Role::Button, "Letters").touch(Role::Button, "Space");
    visit.touch(Role::Button, "Capital letter").touch(Role::Button, "capital K").touch(Role::Button, "k");
    assert_eq!(visit.field(), "narcan Kk");
    visit.touch(Role::Button, "Clear");
    assert_eq!(visit.field(), "");
}

#[test]
fn a_finger_brings_the_keyboard_by_touching_the_field() {
    let mut visit = at_kiosk(SIZE);
    visit.touch(Role::Button, "Close the keyboard");
    assert!(!visit.has_keyboard());
    visit.touch(Role::TextInput, FIELD).touch(Role::Button, "a");
    assert_eq!(visit.field(), "a");
}

#[test]
fn six_keys_alone_write_a_word() {
    let mut visit = at_kiosk(SIZE);
    assert_eq!(visit.focused(), FIELD);
    visit.key(Key::ArrowDown);
    assert_eq!(visit.focused(), "q");
    for key in NARCAN {
        walk_to(&mut visit, key);
        visit.key(Key::Enter);
    }
    assert_eq!(visit.field(), "narcan?");
    visit.key(Key::Escape);
    assert!(!visit.has_keyboard(), "Back closes the keyboard");
    assert_eq!((visit.focused().as_str(), visit.field().as_str()), (FIELD, "narcan?"));
    visit.key(Key::Enter);
    assert!(visit.has_keyboard(), "Enter in the field brings it again");
    visit.key(Key::Escape).key(Key::Escape);
    assert_eq!(visit.state().sheet, None, "and Back once more closes the sheet");
}

/// Walks by arrows alone to the key called `name`, as somebody who sees the keys would.
#[track_caller]
fn walk_to(visit: &mut Visit, name: &str) {
    for _ in 0..30 {
        let focused = visit.focused();
        if focused == name {
            return;
        }
        let (from, to) = (visit.rect(Role::Button, &focused), visit.rect(Role::Button, name));
        let arrow = match () {
            () if to.max.y <= from.min.y => Key::ArrowUp,
            () if from.max.y <= to.min.y => Key::ArrowDown,
            () if to.max.x <= from.min.x => Key::ArrowLeft,
            () => Key::ArrowRight,
        };
        visit.key(arrow);
    }
    panic!("no way leads to {name:?}; the focus is on {:?}", visit.focused());
}

#[test]
fn arrows_reach_every_key_and_stay_at_the_edges() {
    let mut visit = at_kiosk(SIZE);
    visit.key(Key::ArrowDown).key(Key::ArrowLeft);
    assert_eq!(visit.focused(), "q");
    for layer in ["Letters", "Numbers"] {
        walk_to(&mut visit, layer);
        visit.key(Key::Enter);
        let keys: Vec<String> = visit.keys().into_iter().map(|(name, _)| name).collect();
        assert!(25 < keys.len(), "{keys:?}");
        for key in &keys {
            walk_to(&mut visit, key);
        }
    }
    walk_to(&mut visit, "Close the keyboard");
    visit.key(Key::ArrowDown).key(Key::ArrowRight);
    assert_eq!(visit.focused(), "Close the keyboard");
    walk_to(&mut visit, "5");
    visit.key(Key::ArrowUp);
    assert_eq!(visit.focused(), FIELD);
    visit.key(Key::ArrowUp);
    assert_eq!(visit.focused(), "Close", "no trap: Up leaves the field");
}

#[test]
fn a_keyboard_writes_into_the_field_and_a_finger_goes_on_there() {
    let mut visit = at_kiosk(SIZE);
    write(&mut visit, "narcan?");
    assert_eq!(visit.typing().words(), "narcan?");
    visit.key(Key::Backspace).key(Key::ArrowLeft).key(Key::ArrowLeft);
    write(&mut visit, "x");
    assert_eq!(visit.field(), "narcxan");
    visit.touch(Role::Button, "y").touch(Role::Button, "Delete").touch(Role::Button, "Delete");
    assert_eq!(visit.field(), "narcan");
    write(&mut visit, "o");
    assert_eq!(visit.field(), "narcoan", "a finger leaves the focus in the field");
    visit.key(Key::End).key(Key::Backspace).key(Key::Home).key(Key::Delete);
    assert_eq!(visit.field(), "arcoa");
}

/// What a hardware keyboard sends.
fn write(visit: &mut Visit, text: &str) {
    for letter in text.chars() {
        visit.event(Event::Text(letter.to_string()));
    }
}

#[test]
fn digits_are_written_and_open_no_tab() {
    let mut visit = at_kiosk(SIZE);
    write(&mut visit, "12");
    visit.key_with_ctrl(Key::Num2);
    assert_eq!((visit.topic().as_str(), visit.field().as_str()), ("overdose", "12"));
    visit.key(Key::ArrowDown).key_with_ctrl(Key::Num2);
    assert_eq!(visit.topic(), "overdose", "nor while a key on screen has the focus");
}

#[test]
fn without_a_kiosk_there_is_a_field_and_no_keyboard() {
    let mut visit = trying(bundled(), SIZE);
    assert_eq!(visit.focused(), FIELD);
    write(&mut visit, "narcan");
    visit.touch(Role::TextInput, FIELD);
    assert_eq!(visit.field(), "narcan");
    assert!(!visit.has_keyboard());
    visit.key(Key::Escape);
    assert_eq!(visit.state().sheet, None, "with nothing to put away first, Back closes the sheet");
}

#[test]
fn a_key_held_down_writes_once() {
    let mut visit = at_kiosk(SIZE);
    visit.key(Key::ArrowDown).hold_key(Key::Enter, 5);
    assert_eq!(visit.field(), "q");
}

#[test]
fn a_screen_reader_writes_and_hears_each_letter() {
    let mut visit = at_kiosk(SIZE);
    let table = [
        ("n", "n"),
        ("Capital letter", "n"),
        ("capital A", "capital A"),
        ("Space", "Space"),
        ("Numbers", "Space"),
        ("at sign", "at sign"),
        ("Delete", "Deleted: at sign"),
        ("Delete", "Deleted: Space"),
        ("Delete", "Deleted: capital A"),
    ];
    for (key, said) in table {
        visit.press(Role::Button, key);
        assert_eq!(visit.echo().trim_end_matches('\u{a0}'), said, "after {key}");
    }
    let first = visit.press(Role::Button, "1").echo();
    let second = visit.press(Role::Button, "1").echo();
    assert_ne!(first, second, "a screen reader says a change only");
    assert_eq!(visit.field(), "n11");
}

#[test]
fn a_secret_is_neither_shown_nor_said() {
    let mut visit = at_kiosk(SIZE);
    visit.act(Action::Type(TypingAction::SetSecret(true)));
    visit.touch(Role::Button, "Numbers").touch(Role::Button, "7").touch(Role::Button, "4");
    assert_eq!(visit.typing().words(), "74");
    assert_eq!(visit.echo().trim_end_matches('\u{a0}'), "One character");
    assert!(!visit.nodes().any(|node| name_of(&node).contains("74")), "{}", visit.words());
}

#[test]
fn keys_that_are_on_say_so() {
    let mut visit = at_kiosk(SIZE);
    assert_eq!(on(&visit), ["Letters"]);
    assert_eq!(on(visit.press(Role::Button, "Capital letter")), ["Capital letter", "Letters"]);
    assert_eq!(on(visit.press(Role::Button, "capital B")), ["Letters"]);
    assert_eq!(on(visit.press(Role::Button, "Numbers")), ["Numbers"]);
}

/// The names of the keys that are on.
fn on(visit: &Visit) -> Vec<String> {
    let is_on =
        |node: &egui_kittest::Node<'_>| node.accesskit_node().data().toggled() == Some(egui::accesskit::Toggled::True);
    visit.nodes().filter(is_on).map(|node| name_of(&node)).collect()
}

#[test]
fn every_key_has_a_name_that_says_what_it_writes() {
    let mut visit = at_kiosk(SIZE);
    let mut names = Vec::new();
    for layer in ["Letters", "Numbers"] {
        visit.press(Role::Button, layer);
        names.extend(visit.keys().into_iter().map(|(name, _)| name));
    }
    for name in &names {
        let is_plain = name.chars().all(|c| c.is_alphanumeric() || c == ' ') && !name.trim().is_empty();
        assert!(is_plain, "{name:?} is a mark without a name in interface.ftl");
    }
    for name in ["a", "z", "0", "question mark", "at sign", "apostrophe", "hyphen", "Space", "Delete"] {
        assert!(names.iter().any(|known| known == name), "{name}: {names:?}");
    }
}

#[test]
fn the_keyboard_comes_after_the_page_in_reading_order() {
    let visit = at_kiosk(SIZE);
    let names: Vec<String> = visit.nodes().map(|node| name_of(&node)).collect();
    let at = |name: &str| names.iter().position(|known| known == name).unwrap();
    assert!(at("Close") < at(FIELD) && at(FIELD) < at("Keyboard") && at("Keyboard") < at("q") && at("q") < at("Space"));
}

#[test]
fn another_language_writes_its_letters() {
    let language = format!(
        r#"language(id: "en", name: "Español", version: "1", topics: ["overdose", "effects"], keyboard: {SPANISH})"#
    );
    let files = with(good("small"), "en/language.ron", language);
    let loaded = assemble(&files, "en", Some(SiteText { name: "site.ron", text: KIOSK }));
    let mut visit = trying(loaded, SIZE);
    for key in ["Numbers", "opening question mark", "Letters", "n", "ñ", "Accents", "á", "é", "í", "ó", "ú", "ü"]
    {
        visit.touch(Role::Button, key);
    }
    visit.touch(Role::Button, "Capital letter").touch(Role::Button, "capital Ú");
    assert_eq!(visit.field(), "¿nñáéíóúüÚ");
}

#[test]
fn what_was_written_is_nowhere_after_the_sheet_is_closed() {
    let mut visit = at_kiosk(SIZE);
    write(&mut visit, "xyzzy");
    visit.touch(Role::Button, "Close");
    assert_eq!((visit.state().typing.clone(), visit.state().sheet.clone()), (None, None));
    assert!(!visit.words().contains("xyzzy"));
    visit.act(Action::TryKeyboard);
    assert_eq!((visit.state().sheet.clone(), visit.field().as_str()), (Some(Sheet::TryKeyboard), ""));
    // Neither undoing nor pasting brings back what another reader wrote.
    let command = Modifiers::COMMAND;
    visit.event(Event::Key { key: Key::Z, physical_key: None, pressed: true, repeat: false, modifiers: command });
    visit.event(Event::Paste("xyzzy".to_owned()));
    assert_eq!(visit.field(), "");
}

#[test]
fn on_a_kiosk_nothing_of_it_goes_to_the_clipboard() {
    let mut visit = at_kiosk(SIZE);
    write(&mut visit, "xyzzy");
    let command = Modifiers::COMMAND;
    visit.event(Event::Key { key: Key::A, physical_key: None, pressed: true, repeat: false, modifiers: command });
    for event in [Event::Copy, Event::Cut] {
        let commands = visit.commands_after(event);
        assert!(commands.is_empty(), "{commands:?}");
    }
    assert_eq!(visit.field(), "xyzzy");
    let mut elsewhere = trying(bundled(), SIZE);
    write(&mut elsewhere, "xyzzy");
    elsewhere.event(Event::Key { key: Key::A, physical_key: None, pressed: true, repeat: false, modifiers: command });
    assert!(!elsewhere.commands_after(Event::Copy).is_empty(), "on one's own machine one may copy");
}

#[test]
fn a_full_field_says_so_on_screen() {
    let mut visit = at_kiosk(SIZE);
    visit.event(Event::Text("a".repeat(300)));
    assert_eq!(visit.typing().words().len(), careshelf::state::typing::MOST_CHARS);
    visit.touch(Role::Button, "b");
    assert!(visit.has("The field is full."));
    visit.touch(Role::Button, "Delete").touch(Role::Button, "b");
    assert!(visit.field().ends_with("ab"));
}

#[test]
fn the_end_of_a_long_text_is_in_sight_while_keys_write_it() {
    let mut visit = at_kiosk([480.0, 400.0]);
    visit.event(Event::Text("m".repeat(150)));
    visit.key(Key::ArrowDown);
    assert_eq!(visit.focused(), "q");
    let (field, cursor) = (visit.rect(Role::TextInput, FIELD), visit.cursor());
    assert!(field.contains(cursor.center()), "{cursor:?} is not in {field:?}");
}

#[test]
fn the_state_alone_brings_no_keyboard() {
    let mut visit = Visit::to(crate::visit::bundled_for(KIOSK), SIZE);
    visit.act(Action::Type(TypingAction::Begin(Field::TryKeyboard)));
    assert!(!visit.has_keyboard() && visit.nodes().all(|node| role_of(&node) != Role::TextInput));
}

#[test]
fn the_keyboard_hides_with_the_page_and_comes_back_with_what_was_written() {
    let mut visit = at_kiosk(SIZE);
    visit.touch(Role::Button, "a").act(Action::ToggleHidden);
    assert!(!visit.has_keyboard() && !visit.has("q"), "{}", visit.words());
    visit.act(Action::ToggleHidden);
    assert_eq!(visit.field(), "a");
    let rules = visit.library().site.visits;
    visit.pass(rules.idle + std::time::Duration::from_secs(1));
    assert!(!visit.has_keyboard(), "whoever is asked whether they are there sees the question alone");
    visit.pass(rules.warning);
    assert_eq!((visit.state().typing.clone(), visit.state().sheet.clone()), (None, None));
}

#[test]
fn arrows_among_the_keys_open_no_panel() {
    let mut visit = at_kiosk(SIZE);
    visit.key(Key::ArrowDown).key(Key::ArrowDown).key(Key::ArrowDown);
    for key in crate::admin::KEYS {
        visit.key(key);
    }
    assert_eq!(visit.state().admin, None);
    assert!(visit.has_keyboard());
}
