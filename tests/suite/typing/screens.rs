//! The keyboard at every window size and text size: large keys, whole words, and the field in sight above it.

use careshelf::state::{Action, TextSize, Theme};
use egui::accesskit::Role;
use egui::{Event, Key, Rect};

use super::keyboards::SPANISH;
use super::{FIELD, KIOSK, at_kiosk, trying};
use crate::layout::{check_size_of_targets, check_words};
use crate::packs::{good, with};
use crate::visit::Visit;

const SIZES: [[f32; 2]; 6] =
    [[480.0, 400.0], [640.0, 480.0], [1024.0, 600.0], [1280.0, 800.0], [1920.0, 1080.0], [1080.0, 1920.0]];

/// Calls `check` for every window size, text size and layer.
fn everywhere(check: impl Fn(&mut Visit, [f32; 2], &str)) {
    for size in SIZES {
        let mut visit = at_kiosk(size);
        for text_size in TextSize::ALL {
            visit.act(Action::SetTextSize(text_size));
            for layer in ["Letters", "Numbers"] {
                visit.press(Role::Button, layer);
                check(&mut visit, size, &format!("{layer} at {size:?}, {text_size:?}"));
            }
        }
    }
}

#[test]
fn keys_are_large_apart_and_in_sight() {
    everywhere(|visit, size, page| {
        check_size_of_targets(visit, page);
        let keys = visit.keys();
        assert!(25 < keys.len(), "{page}: {keys:?}");
        for (i, (name, rect)) in keys.iter().enumerate() {
            assert!(window(size).contains_rect(*rect), "{page}: \"{name}\" {rect:?} is out of sight");
            for (other, other_rect) in &keys[i + 1..] {
                assert!(!rect.intersects(*other_rect), "{page}: \"{name}\" {rect:?} and \"{other}\" {other_rect:?}");
            }
        }
    });
}

#[test]
fn keys_are_twenty_millimetres_wide_where_there_is_room() {
    everywhere(|visit, size, page| {
        let narrowest = visit.keys().iter().map(|(_, rect)| rect.width()).fold(f32::INFINITY, f32::min);
        let best = if 900.0 <= size[0] { 76.0 } else { 44.0 };
        assert!(best <= narrowest, "{page}: a key is only {narrowest} points wide");
    });
}

#[test]
fn words_are_whole() {
    everywhere(|visit, _, page| check_words(visit, page));
}

#[test]
fn the_page_gives_way_and_the_field_stays_in_sight_above_the_keyboard() {
    everywhere(|visit, size, page| {
        let (field, keyboard) = (visit.rect(Role::TextInput, FIELD), visit.keyboard_rect());
        let bar_end = visit.rect(Role::Button, "Overdose? Act now").max.y;
        assert!(field.max.y <= keyboard.min.y, "{page}: {field:?} is under the keyboard {keyboard:?}");
        assert!(bar_end <= field.min.y, "{page}: {field:?} is under the bar, which ends at {bar_end}");
        assert!(44.0 <= field.height(), "{page}: {field:?}");
        assert!(window(size).contains_rect(keyboard), "{page}");
    });
}

#[test]
fn the_page_gets_its_room_back() {
    let mut visit = at_kiosk([1024.0, 600.0]);
    let with_keyboard = visit.rect(Role::TextInput, FIELD);
    visit.touch(Role::Button, "Close the keyboard");
    let without = visit.rect(Role::TextInput, FIELD);
    assert!(with_keyboard.min.y < without.min.y, "{with_keyboard:?} {without:?}");
}

#[test]
fn the_keyboard_is_as_high_whatever_it_shows() {
    let mut visit = at_kiosk([1024.0, 600.0]);
    let before = visit.keyboard_rect();
    for key in ["Capital letter", "Numbers", "Letters"] {
        assert_eq!(visit.press(Role::Button, key).keyboard_rect(), before, "{key}");
    }
}

#[test]
fn a_language_with_more_layers_fits_into_the_smallest_window_with_the_largest_text() {
    let language = format!(
        r#"language(id: "en", name: "Español", version: "1", topics: ["overdose", "effects"], keyboard: {SPANISH})"#
    );
    let files = with(good("small"), "en/language.ron", language);
    let site = careshelf::content::SiteText { name: "site.ron", text: KIOSK };
    let mut visit = trying(careshelf::content::assemble(&files, "en", Some(site)), [480.0, 400.0]);
    visit.act(Action::SetTextSize(TextSize::Largest));
    check_size_of_targets(&visit, "Spanish");
    check_words(&visit, "Spanish");
    let field = visit.rect(Role::TextInput, FIELD);
    assert!(field.max.y <= visit.keyboard_rect().min.y, "{field:?}");
    // Rows that are not in sight come when the focus goes there.
    for _ in 0..6 {
        visit.key(Key::ArrowDown);
    }
    let (focused, keyboard) = (visit.focused(), visit.keyboard_rect());
    let rect = visit.rect(Role::Button, &focused);
    assert!(keyboard.expand(1.0).contains_rect(rect), "\"{focused}\" {rect:?} is not in {keyboard:?}");
}

#[test]
fn a_picture_of_the_keyboard() {
    let mut visit = at_kiosk([1024.0, 640.0]);
    visit.event(Event::Text("where is narcan".to_owned())).key(Key::ArrowDown).key(Key::ArrowRight);
    visit.look("keyboard");
}

#[test]
fn a_picture_of_it_in_the_smallest_window() {
    let mut visit = at_kiosk([480.0, 400.0]);
    visit.act(Action::SetTextSize(TextSize::Largest)).act(Action::SetTheme(Theme::HighContrast));
    visit.event(Event::Text("narcan".to_owned())).look("keyboard-small-largest");
}

#[test]
fn a_picture_of_its_digits_in_the_dark() {
    let mut visit = at_kiosk([800.0, 1000.0]);
    visit.act(Action::SetTextSize(TextSize::Large)).act(Action::SetTheme(Theme::Dark));
    visit.event(Event::Text("narcan".to_owned())).press(Role::Button, "Numbers").look("keyboard-numbers-dark");
}

fn window(size: [f32; 2]) -> Rect {
    Rect::from_min_size(egui::Pos2::ZERO, size.into())
}
