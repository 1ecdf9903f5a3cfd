//! Six keys reach everything: the arrows, Enter and Back.

use careshelf::state::{Action, Sheet, TextSize};
use egui::Key;
use egui::accesskit::{self, NodeId, Role};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;

use crate::screens::{Screen, screens, visit};
use crate::visit::{Visit, bundled_for, name_of, role_of};

const WIDE: [f32; 2] = [1280.0, 800.0];
const SMALL: [f32; 2] = [480.0, 400.0];

/// What has the focus: its name.
pub fn focused(visit: &Visit) -> Option<String> {
    visit.nodes().find(Node::is_focused).map(|node| name_of(&node))
}

fn focused_id(visit: &Visit) -> Option<NodeId> {
    visit.nodes().find(Node::is_focused).map(|node| node.accesskit_node().locate().0)
}

/// Everything that `wanted` says yes to, in the order in which it is read aloud.
pub fn ids(visit: &Visit, wanted: impl Fn(&accesskit::Node) -> bool) -> Vec<NodeId> {
    let nodes = visit.nodes().filter(|node| wanted(node.accesskit_node().data()));
    nodes.map(|node| node.accesskit_node().locate().0).collect()
}

/// Walks by `key` until it is again where it was first, and says where it came, beginning with the first in `order`.
pub fn round(visit: &mut Visit, order: &[NodeId], mut press: impl FnMut(&mut Visit)) -> Vec<NodeId> {
    let mut stops: Vec<NodeId> = Vec::new();
    // A page of paper is moved by some presses before the keyboard goes on.
    for _ in 0..order.len() + 12 {
        press(visit);
        let Some(stop) = focused_id(visit) else { continue };
        if stops.last() == Some(&stop) && stops.len() < order.len() {
            continue;
        }
        if stops.first() == Some(&stop) {
            break;
        }
        stops.push(stop);
    }
    let first = stops.iter().position(|stop| Some(stop) == order.first()).unwrap_or(0);
    stops.rotate_left(first);
    stops
}

#[test]
fn right_left_and_tab_reach_everything_in_the_order_in_which_it_is_read_aloud() {
    let mut visit = visit(WIDE);
    // A job without a printer is over at any moment, in the middle of a walk too; `print_page` presses what stands there.
    let rests = |screen: &Screen| screen.name != "a job under way";
    for (at, screen) in screens(&visit).into_iter().filter(rests).enumerate() {
        screen.open(&mut visit);
        let pressed = ids(&visit, |node| node.supports_action(accesskit::Action::Click));
        let order = ids(&visit, |node| node.supports_action(accesskit::Action::Focus));
        assert!(
            pressed.iter().all(|id| order.contains(id)),
            "{}: something is pressed that no key reaches",
            screen.name
        );
        let tab = |visit: &mut Visit| round(visit, &order, |visit| _ = visit.key_for_one_frame(Key::Tab));
        if screen.has_field() {
            // In a field the arrows move the cursor; Down leads out of it (`search::screens`).
            assert_eq!(tab(&mut visit), order, "{}: by Tab", screen.name);
            continue;
        }
        let right = round(&mut visit, &order, |visit| _ = visit.key_for_one_frame(Key::ArrowRight));
        assert_eq!(right, order, "{}: by Right", screen.name);
        // The other ways go by the same list: a part of the screens shows that.
        if at % 5 != 0 {
            continue;
        }
        let mut left = round(&mut visit, &order, |visit| _ = visit.key_for_one_frame(Key::ArrowLeft));
        left[1..].reverse();
        assert_eq!(left, order, "{}: by Left", screen.name);
        assert_eq!(tab(&mut visit), order, "{}: by Tab", screen.name);
    }
}

#[test]
fn down_and_up_scroll_the_text_and_right_goes_on_with_the_first_thing_in_sight() {
    let mut visit = Visit::new(WIDE);
    visit.press(Role::Tab, "Effects");
    let top = title_y(&visit);
    visit.key(Key::ArrowDown);
    assert!((title_y(&visit) - top + 60.0).abs() < 1.0, "{top} {}", title_y(&visit));
    visit.key(Key::ArrowUp);
    assert!((title_y(&visit) - top).abs() < 1.0);
    for _ in 0..9 {
        visit.key(Key::ArrowDown);
    }
    visit.key(Key::ArrowRight);
    let stop = visit.nodes().find(Node::is_focused).unwrap();
    let sight = visit.rect(Role::Tab, "Effects").max.y;
    let before = visit.nodes().filter(|node| can_be_pressed(node) && 320.0 < node.rect().min.x);
    let first =
        before.filter(|node| sight <= node.rect().min.y).min_by(|a, b| a.rect().min.y.total_cmp(&b.rect().min.y));
    assert_eq!(name_of(&stop), name_of(&first.unwrap()));
}

fn can_be_pressed(node: &Node<'_>) -> bool {
    node.accesskit_node().data().supports_action(accesskit::Action::Click)
}

fn title_y(visit: &Visit) -> f32 {
    visit.nodes().find(|node| role_of(node) == Role::Heading).unwrap().rect().min.y
}

#[test]
fn what_is_scrolled_out_of_sight_loses_the_focus() {
    let mut visit = Visit::new([1024.0, 600.0]);
    visit.press(Role::Tab, "Effects").key(Key::ArrowRight);
    let first = focused(&visit).expect("something in sight has the focus");
    for _ in 0..20 {
        visit.key(Key::ArrowDown);
        if let Some(node) = visit.nodes().find(Node::is_focused) {
            assert!(node.rect().max.y <= 601.0 && 0.0 <= node.rect().min.y, "{:?}", node.rect());
        }
    }
    assert_eq!(focused(&visit), None);
    visit.key(Key::ArrowRight);
    assert_ne!(focused(&visit).expect("the keyboard goes on"), first);
}

#[test]
fn where_nothing_scrolls_down_and_up_walk_too() {
    let mut visit = Visit::new(WIDE);
    visit.key(Key::F1);
    assert_eq!(focused(&visit).as_deref(), Some("No"));
    visit.key(Key::ArrowDown).key(Key::ArrowUp);
    assert_eq!(focused(&visit).as_deref(), Some("No"));
    visit.key(Key::ArrowUp);
    assert_ne!(focused(&visit).as_deref(), Some("No"));
}

#[test]
fn back_closes_what_is_open_and_then_goes_to_where_the_reader_was() {
    for key in [Key::Backspace, Key::Escape, Key::BrowserBack] {
        let mut visit = Visit::new([700.0, 600.0]);
        visit.press(Role::Tab, "Treatment").press_first(Role::Button, "Next: ");
        let (second, first) = (visit.section(), "treatment-works");
        visit.act(Action::ToggleSectionList).act(Action::ToggleLook);
        visit.key(key);
        assert_eq!((visit.state().sheet.clone(), visit.state().is_section_list_open), (None, true), "{key:?}");
        visit.key(key);
        assert!(!visit.state().is_section_list_open, "{key:?}");
        visit.press(Role::Button, "Print this page");
        visit.key(key);
        assert!(visit.state().printing.is_none(), "{key:?}");
        assert_eq!(visit.section(), second, "{key:?}");
        visit.key(key);
        assert_eq!(visit.section(), first, "{key:?}");
        visit.key(key).key(key).key(key);
        assert_eq!(visit.section(), "act-now", "at the begin there is no way back");
    }
}

#[test]
fn the_focus_goes_back_to_what_opened_a_sheet_or_the_page_for_printing() {
    let mut visit = Visit::new(WIDE);
    visit.focus(Role::Button, "Text and colors").key(Key::Enter);
    assert_eq!(visit.state().sheet, Some(Sheet::Look));
    assert_eq!(focused(&visit).as_deref(), Some("Close"));
    visit.key(Key::Backspace);
    assert_eq!(focused(&visit).as_deref(), Some("Text and colors"));
    visit.key(Key::Enter).key(Key::Enter);
    assert_eq!(visit.state().sheet, None);
    assert_eq!(focused(&visit).as_deref(), Some("Text and colors"), "after Close too");
    visit.focus(Role::Button, "Print this page").key(Key::Enter).key(Key::Backspace);
    assert_eq!(focused(&visit).as_deref(), Some("Print this page"));
}

#[test]
fn a_page_of_paper_larger_than_its_place_is_moved_by_the_arrows_and_is_no_trap() {
    for size in [WIDE, SMALL] {
        let mut visit = visit(size);
        let screens = screens(&visit);
        screens.iter().find(|screen| screen.name == "the largest page").unwrap().open(&mut visit);
        let name = visit.nodes().find(|node| role_of(node) == Role::Image).map(|node| name_of(&node)).unwrap();
        visit.focus(Role::Image, &name);
        let left = |visit: &Visit| visit.rect(Role::Image, &name).min.x;
        let mut places = vec![left(&visit)];
        while focused(&visit).as_deref() == Some(&name) && places.len() < 40 {
            visit.key(Key::ArrowRight);
            places.push(left(&visit));
        }
        assert!(places[0] - 100.0 > *places.last().unwrap(), "{size:?}: {places:?}");
        assert_ne!(focused(&visit).as_deref(), Some(name.as_str()), "{size:?}: the keyboard never leaves the page");
        let right = visit.rect(Role::Image, &name).max.x;
        assert!(right <= size[0] + 1.0, "{size:?}: the right edge came into sight: {right}");
    }
}

#[test]
fn by_six_keys_alone_text_and_colours_are_changed_and_pages_are_gathered() {
    let mut visit = Visit::to(bundled_for(r#"site(name: "A")"#), WIDE);
    let go = |visit: &mut Visit, name: &str| {
        for _ in 0..80 {
            if focused(visit).as_deref() == Some(name) {
                visit.key(Key::Enter);
                return;
            }
            visit.key(Key::ArrowRight);
        }
        panic!("no key reaches {name:?}");
    };
    go(&mut visit, "Treatment");
    assert_eq!(visit.topic(), "treatment");
    go(&mut visit, "Add to my pages");
    assert_eq!(visit.state().basket.len(), 1);
    go(&mut visit, "Text and colors");
    go(&mut visit, "Largest");
    assert_eq!(visit.state().text_size, TextSize::Largest);
    go(&mut visit, "Wide");
    go(&mut visit, "High contrast");
    visit.key(Key::Backspace);
    assert_eq!(visit.state().sheet, None);
    assert_eq!(visit.state().theme, careshelf::state::Theme::HighContrast);
    assert_eq!(visit.state().spacing, careshelf::state::Spacing::Wide);
}

#[test]
fn keys_pressed_faster_than_a_page_is_drawn_do_what_they_do_one_by_one() {
    for keys in [
        vec![Key::Tab, Key::Tab, Key::Tab],
        vec![Key::Tab, Key::Tab, Key::Tab, Key::Tab, Key::Enter, Key::Tab],
        vec![Key::ArrowRight, Key::ArrowRight, Key::ArrowLeft, Key::ArrowRight],
        vec![Key::Tab, Key::Enter, Key::Escape, Key::ArrowRight, Key::ArrowRight],
    ] {
        let mut one_by_one = visit(WIDE);
        keys.iter().for_each(|key| _ = one_by_one.key(*key));
        let mut at_once = visit(WIDE);
        at_once.keys_at_once(&keys, 0);
        assert_eq!(at_once.words(), one_by_one.words(), "{keys:?}");
        assert_eq!(focused(&at_once), focused(&one_by_one), "{keys:?}");
    }
}

#[test]
fn a_key_held_down_while_a_page_is_drawn_does_not_go_on_after_it_was_let_go() {
    let keys = [Key::Tab, Key::ArrowRight];
    let mut pressed = visit(WIDE);
    pressed.keys_at_once(&keys, 0);
    let mut held = visit(WIDE);
    held.keys_at_once(&keys, 20);
    assert_eq!(focused(&held), focused(&pressed));
}
