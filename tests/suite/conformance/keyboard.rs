//! The keyboard: its order, what shows where it is, and that it is never caught or hidden.

use careshelf::state::{Action, PrintAction};
use egui::accesskit::Role;
use egui::{Key, Rect};
use egui_kittest::kittest::NodeT;
use image::RgbaImage;

use crate::visit::{Visit, name_of};

const WIDE: [f32; 2] = [1280.0, 800.0];

/// Pages of every kind: steps, a table, people to call, lists, and the tables for staff.
const PAGES: [&str; 5] = ["act-now", "compare-treatments", "helplines", "accessibility", "conformance"];

/// The name of what has the focus, and where it stands.
fn focused(visit: &Visit) -> Option<(String, Rect)> {
    visit.nodes().find(|node| node.accesskit_node().is_focused()).map(|node| (name_of(&node), node.rect()))
}

#[test]
fn the_keyboard_walks_in_the_order_in_which_things_are_read() {
    for page in PAGES {
        let mut visit = Visit::new(WIDE);
        visit.act(Action::OpenSection(page.into()));
        let read: Vec<String> = visit.targets().into_iter().map(|(_, name, _)| name).collect();
        let walked: Vec<String> =
            read.iter().filter_map(|_| focused(visit.key(Key::Tab))).map(|(name, _)| name).collect();
        assert_eq!(walked, read, "{page}");
    }
}

#[test]
fn what_has_the_focus_does_not_look_as_it_did_before() {
    // So large that nothing scrolls.
    let mut visit = Visit::new([700.0, 2000.0]);
    visit.act(Action::OpenSection("accessibility".into()));
    let count = visit.targets().len();
    assert!(10 < count, "only {count} targets");
    let mut before = visit.picture();
    for _ in 0..count {
        visit.key(Key::Tab);
        let (name, rect) = focused(&visit).expect("something has the focus");
        let after = visit.picture();
        let changed = changed_pixels(&before, &after, rect);
        // At least a line of two points around it.
        let least = (2.0 * (rect.width() + rect.height())) as usize;
        assert!(least < changed, "\"{name}\" at {rect:?} changes only {changed} pixels");
        before = after;
    }
}

/// How many pixels in `rect` differ.
fn changed_pixels(before: &RgbaImage, after: &RgbaImage, rect: Rect) -> usize {
    let (xs, ys) = (rect.min.x as u32..rect.max.x as u32, rect.min.y as u32..rect.max.y as u32);
    ys.flat_map(|y| xs.clone().map(move |x| (x, y)))
        .filter(|(x, y)| before.get_pixel(*x, *y) != after.get_pixel(*x, *y))
        .count()
}

#[test]
fn no_bar_and_no_sheet_hides_what_has_the_focus() {
    for size in [[1024.0, 600.0], [480.0, 400.0]] {
        for sheet in [None, Some(Action::ToggleLook)] {
            let mut visit = Visit::new(size);
            visit.act(Action::OpenSection("methadone".into()));
            if let Some(sheet) = sheet {
                visit.act(sheet);
            }
            let bar_end = visit.rect(Role::Tab, "About").max.y;
            let sheet_top =
                visit.nodes().find(|node| name_of(node) == "Close").map_or(size[1], |node| node.rect().min.y);
            let mut seen = 0;
            for _ in 0..visit.targets().len() + 2 {
                visit.key(Key::Tab);
                let Some((name, rect)) = focused(&visit) else { continue };
                let is_in_bar = rect.max.y <= bar_end + 0.5;
                let is_in_sheet = sheet_top <= rect.min.y + 0.5;
                let page = Rect::everything_below(bar_end).intersect(Rect::everything_above(sheet_top));
                let shown = if is_in_bar || is_in_sheet { rect } else { rect.intersect(page) };
                let window = Rect::from_min_size(egui::Pos2::ZERO, size.into());
                let part = shown.intersect(window).height() / rect.height();
                assert!(0.5 <= part, "at {size:?} only {part:.2} of \"{name}\" at {rect:?} can be seen");
                seen += 1;
            }
            assert!(10 < seen, "only {seen} things got the focus");
        }
    }
}

#[test]
fn the_keyboard_gets_out_of_everything_that_it_gets_into() {
    let opened: [(&str, Vec<Action>, &str); 4] = [
        ("text and colors", vec![Action::ToggleLook], "Overdose? Act now"),
        ("the list of sections", vec![Action::ToggleSectionList], "Overdose? Act now"),
        ("the page for printing", vec![Action::Print(PrintAction::OpenSection)], "Text and colors"),
        ("the guide", vec![Action::ActNow], "Leave, all is safe"),
    ];
    for (what, actions, outside) in opened {
        let mut visit = Visit::new([1024.0, 600.0]);
        actions.into_iter().for_each(|action| {
            visit.act(action);
        });
        let first = focused(visit.key(Key::Tab)).expect("something has the focus").0;
        let mut names = Vec::new();
        for _ in 0..visit.targets().len() + 5 {
            names.extend(focused(visit.key(Key::Tab)).map(|(name, _)| name));
        }
        assert!(names.iter().any(|name| name == outside), "{what}: {names:?}");
        assert!(names.contains(&first), "{what}: Tab comes round");
    }
}

#[test]
fn to_get_the_focus_changes_nothing() {
    for page in PAGES {
        let mut visit = Visit::new(WIDE);
        visit.act(Action::OpenSection(page.into()));
        let words = visit.words();
        for _ in 0..visit.targets().len() {
            visit.key(Key::Tab);
            assert_eq!((visit.section().as_str(), visit.words()), (page, words.clone()));
            let state = visit.state();
            assert!(state.sheet.is_none() && state.printing.is_none() && state.emergency.is_none());
        }
    }
}
