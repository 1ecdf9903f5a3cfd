//! The panel in every window, text size and theme: large targets, nothing cut, nothing unnamed.

use careshelf::state::{Action, TextSize, Theme};
use egui::accesskit::Role;

use super::guarded_in;
use crate::layout::{check_size_of_targets, check_words};
use crate::visit::Visit;

const SIZES: [[f32; 2]; 5] = [[480.0, 400.0], [1024.0, 600.0], [1280.0, 800.0], [1920.0, 1080.0], [1080.0, 1920.0]];

fn in_every_look(visit: &mut Visit, page: &str) {
    for text_size in TextSize::ALL {
        visit.act(Action::SetTextSize(text_size));
        check_words(visit, &format!("{page}, {text_size:?}"));
        check_size_of_targets(visit, &format!("{page}, {text_size:?}"));
        for (role, name, _) in visit.targets() {
            assert!(!name.is_empty(), "{page}: a {role:?} has no name");
        }
    }
    visit.act(Action::SetTextSize(TextSize::Normal));
}

#[test]
fn every_page_of_the_panel_has_large_targets_and_whole_words() {
    for size in SIZES {
        let (mut visit, _folder) = guarded_in(size);
        visit.open_panel();
        in_every_look(&mut visit, &format!("pad at {size:?}"));
        visit.try_keys("482914");
        in_every_look(&mut visit, &format!("wrong PIN at {size:?}"));
        visit.try_keys(crate::pin::PIN);
        visit.until("the machine was looked at", |visit| !visit.has("One moment…"));
        in_every_look(&mut visit, &format!("inside at {size:?}"));
    }
}

#[test]
fn the_keys_of_the_pad_are_20_millimetres_wide_and_high_and_do_not_overlap() {
    for size in SIZES {
        let (mut visit, _folder) = guarded_in(size);
        visit.open_panel();
        for text_size in TextSize::ALL {
            visit.act(Action::SetTextSize(text_size));
            let names: Vec<String> = (0..10).map(|digit| digit.to_string()).collect();
            let names = names.iter().map(String::as_str).chain(["Open", "Take back the last digit"]);
            let keys: Vec<_> = names.map(|name| visit.rect(Role::Button, name)).collect();
            for (at, key) in keys.iter().enumerate() {
                assert!(75.5 <= key.width() && 75.5 <= key.height(), "{key:?} at {size:?}, {text_size:?}");
                for other in &keys[at + 1..] {
                    let both = key.intersect(*other);
                    assert!(both.width() < 1.0 || both.height() < 1.0, "{key:?} and {other:?} overlap at {size:?}");
                }
            }
        }
    }
}

#[test]
fn the_pad_shows_how_much_was_typed_and_not_what() {
    let (mut visit, _folder) = guarded_in([800.0, 600.0]);
    visit.open_panel().type_keys("4829").look("admin-pad");
    visit.act(Action::SetTheme(Theme::HighContrast)).look("admin-pad-contrast");
}

#[test]
fn the_heading_is_never_broken_inside_a_word() {
    for size in SIZES {
        let (mut visit, _folder) = guarded_in(size);
        visit.open_panel();
        for text_size in TextSize::ALL {
            visit.act(Action::SetTextSize(text_size));
            let scale = careshelf::ui::theme::Scale::of(text_size, careshelf::state::Spacing::default());
            let line = scale.line_height(scale.title);
            let height = visit.rect(Role::Heading, super::TITLE).height();
            assert!(height < line * 1.5, "{height} for lines of {line} at {size:?}, {text_size:?}");
        }
    }
}
