//! What gets the keyboard's focus is wholly in sight, on every screen and in low windows too.

use std::collections::BTreeSet;
use std::time::Duration;

use careshelf::state::{Action, GuideAction, TextSize};
use careshelf::ui::theme::{TARGET, Tokens};
use egui::accesskit::{self, Role};
use egui::epaint::{ClippedShape, RectShape, Shape};
use egui::{Color32, Key, Modifiers, Rect, vec2};
use egui_kittest::Node;

use crate::screens::{Screen, kiosk_screens, kiosk_visit, screens, visit};
use crate::six_keys::{focused, ids, round};
use crate::visit::{Visit, name_of, role_of};

const WIDE: [f32; 2] = [1280.0, 800.0];
const LOW: [f32; 2] = [1024.0, 600.0];
const SMALL: [f32; 2] = [480.0, 400.0];

const FORWARDS: [Way; 1] = [("Right", Modifiers::NONE, Key::ArrowRight)];
const BACKWARDS: [Way; 2] = [("Left", Modifiers::NONE, Key::ArrowLeft), ("Shift+Tab", Modifiers::SHIFT, Key::Tab)];

/// The name of a way, and what is pressed for it.
type Way = (&'static str, Modifiers, Key);

#[test]
fn what_has_the_focus_has_a_whole_ring_and_nothing_lies_over_it() {
    check_rings(SMALL, TextSize::Largest, 1, &FORWARDS);
}

#[test]
fn whoever_goes_backwards_sees_a_whole_ring_too() {
    check_rings(SMALL, TextSize::Largest, 1, &BACKWARDS);
}

#[test]
fn in_larger_windows_the_ring_is_whole_both_ways() {
    // Where there is more room, a part of the screens shows it.
    check_rings(LOW, TextSize::Normal, 3, &[FORWARDS[0], BACKWARDS[0]]);
    check_rings(LOW, TextSize::Largest, 4, &[BACKWARDS[1], FORWARDS[0]]);
    check_rings(WIDE, TextSize::Large, 5, &[FORWARDS[0], BACKWARDS[1]]);
}

/// Walks through every `step`th screen, and all of a kiosk, each by the next one of the `ways`, and looks for the ring at
/// every stop.
#[track_caller]
fn check_rings(size: [f32; 2], text_size: TextSize, step: usize, ways: &[Way]) {
    let mut wrong = BTreeSet::new();
    let wishes = [Action::SetTextSize(text_size)];
    let mut visit = visit(size);
    // A job without a printer is over at any moment, in the middle of a walk too.
    let rests = |screen: &Screen| screen.name != "a job under way";
    let all: Vec<Screen> = screens(&visit).into_iter().filter(rests).step_by(step).collect();
    for (screen, way) in all.iter().zip(ways.iter().cycle()) {
        wrong.extend(walk(&mut visit, screen, &wishes, *way));
    }
    let mut visit = kiosk_visit(size);
    for (screen, way) in kiosk_screens().iter().zip(ways.iter().cycle()) {
        wrong.extend(walk(&mut visit, screen, &wishes, *way));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Goes once around a screen, and says what is wrong there.
fn walk(visit: &mut Visit, screen: &Screen, wishes: &[Action], way: Way) -> Vec<String> {
    // In a field the arrows move the cursor.
    let (way, modifiers, key) = match way {
        (_, modifiers, Key::ArrowRight) if screen.has_field() => ("Tab", modifiers, Key::Tab),
        (_, _, Key::ArrowLeft) if screen.has_field() => BACKWARDS[1],
        way => way,
    };
    screen.open_in(visit, wishes);
    let page = format!("{} at {:?}, {:?}, by {way}", screen.name, visit.window().size(), visit.state().text_size);
    let order = ids(visit, |node| node.supports_action(accesskit::Action::Focus));
    let mut wrong = Vec::new();
    let stops = round(visit, &order, |visit| {
        // Going backwards by Tab, egui moves the focus at the end of one frame, and the next one shows it.
        visit.keys_for_one_frame(modifiers, key).pass_for_one_frame(FRAME);
        // With large text what search found may be larger than a low window; then its beginning is seen.
        let trouble = ring_trouble(visit).filter(|_| !(screen.has_field() && is_seen_from_its_beginning(visit)));
        wrong.extend(trouble.map(|trouble| format!("{page}: {trouble}")));
    });
    // A key answers the question whether somebody is there, and the walk goes on behind it.
    if stops.len() < order.len() {
        wrong.push(format!("{page}: {} of {} stops", stops.len(), order.len()));
    }
    wrong
}

const FRAME: Duration = Duration::from_millis(16);

/// Whether what has the focus is larger than its place, and begins where its place does.
fn is_seen_from_its_beginning(visit: &Visit) -> bool {
    let focus = Tokens::of(visit.state().theme).focus;
    let shapes = visit.harness().output().shapes.iter();
    let mut rings = shapes.flat_map(|shape| rects(&shape.shape).into_iter().map(|rect| (rect, shape.clip_rect)));
    let ring = rings.find(|(rect, _)| is_ring(rect, focus));
    ring.is_some_and(|(ring, clip)| {
        clip.height() < ring.rect.height() && (ring.rect.min.y - clip.min.y).abs() < 1.0 && TARGET <= clip.height()
    })
}

fn is_ring(rect: &RectShape, focus: Color32) -> bool {
    rect.stroke.color == focus && (rect.stroke.width - 3.0).abs() < 0.01
}

/// What is wrong with the ring of what has the focus: it is cut off, or something was painted over it.
fn ring_trouble(visit: &Visit) -> Option<String> {
    let node = visit.nodes().find(Node::is_focused)?;
    let name = name_of(&node);
    let focus = Tokens::of(visit.state().theme).focus;
    let mut ring: Option<(Rect, Rect)> = None;
    for ClippedShape { clip_rect, shape, .. } in &visit.harness().output().shapes {
        for rect in rects(shape) {
            if is_ring(&rect, focus) {
                ring = Some((rect.rect, *clip_rect));
            } else if let Some((ring, clip)) = ring
                && rect.fill.a() != 0
            {
                let over = rect.rect.intersect(*clip_rect).intersect(ring.intersect(clip));
                if 1.0 <= over.width() && 1.0 <= over.height() {
                    return Some(format!("{rect:?} over \"{name}\""));
                }
            }
        }
    }
    let Some((ring, clip)) = ring else { return Some(format!("no ring around \"{name}\"")) };
    // A page of paper that is larger than its place is seen part by part.
    let clip = clip.intersect(visit.window());
    let is_whole = clip.expand(1.0).contains_rect(ring) || role_of(&node) == Role::Image;
    (!is_whole).then(|| format!("the ring {ring:?} around \"{name}\" is cut by {clip:?}"))
}

fn rects(shape: &Shape) -> Vec<RectShape> {
    match shape {
        Shape::Vec(shapes) => shapes.iter().flat_map(rects).collect(),
        Shape::Rect(rect) => vec![rect.clone()],
        _ => vec![],
    }
}

fn focused_rect(visit: &Visit) -> Rect {
    visit.nodes().find(Node::is_focused).expect("something has the focus").rect()
}

#[test]
fn whoever_scrolls_is_not_pulled_back_to_what_has_the_focus() {
    let mut visit = Visit::new(LOW);
    visit.press(Role::Tab, "Effects").key(Key::ArrowRight);
    let before = focused_rect(&visit).min.y;
    visit.event(egui::Event::PointerMoved(visit.window().center()));
    for _ in 0..5 {
        visit.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, -200.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        visit.pass(Duration::from_secs(1));
    }
    let after = focused_rect(&visit).min.y;
    assert!(after < before - 400.0, "it was pulled back: from {before} to {after}");
}

#[test]
fn a_window_that_becomes_lower_keeps_in_sight_what_has_the_focus() {
    let mut visit = Visit::new(WIDE);
    visit.press(Role::Tab, "Effects");
    for _ in 0..60 {
        visit.key(Key::ArrowRight);
        if visit.nodes().any(|node| node.is_focused() && 600.0 < node.rect().min.y) {
            break;
        }
    }
    assert!(600.0 < focused_rect(&visit).min.y, "something far down has the focus");
    visit.resize([1024.0, 480.0]);
    assert_eq!(ring_trouble(&visit), None);
}

#[test]
fn in_a_low_window_a_card_begins_with_its_words_and_the_first_key_brings_the_keyboard_to_its_buttons() {
    let mut visit = visit(SMALL);
    visit.act(Action::SetTextSize(TextSize::Largest)).key(Key::F1);
    let shown = |visit: &Visit| {
        let title = visit.nodes().find(|node| role_of(node) == Role::Heading).expect("a title").rect();
        visit.window().contains_rect(title)
    };
    assert!(shown(&visit), "{}", visit.words());
    assert_eq!(focused(&visit), None);
    visit.key(Key::ArrowRight);
    assert_eq!(focused(&visit).as_deref(), Some("No"));
    assert_eq!(ring_trouble(&visit), None);
    visit.key(Key::Enter);
    assert_eq!((visit.card().as_deref(), shown(&visit), focused(&visit)), (Some("give"), true, None));
    visit.key(Key::ArrowDown);
    assert!(focused(&visit).is_none(), "Down scrolls");
}

#[test]
fn in_a_low_window_the_bar_of_an_emergency_is_one_line_and_leaves_the_page() {
    let mut visit = visit(SMALL);
    visit.act(Action::SetTextSize(TextSize::Largest)).key(Key::F1);
    visit.act(Action::Guide(GuideAction::GoTo("again".into()))).pass(Duration::from_secs(1));
    visit.press(Role::Button, "I gave a dose").pass(Duration::from_secs(10));
    visit.act(Action::Guide(GuideAction::Leave));
    let (end, back) = ("All is safe: finish", "Back to the steps");
    assert_eq!(visit.rect(Role::Button, end).y_range(), visit.rect(Role::Button, back).y_range());
    assert!(visit.rect(Role::Button, back).max.y < 240.0, "{:?}", visit.rect(Role::Button, back));
    assert!(visit.words().contains("Overdose help is still on. Dose 1 given."), "{}", visit.words());
    visit.press(Role::Button, end);
    assert!(visit.has("Forget the doses? Yes"), "it asks first");
    visit.press(Role::Button, back);
    assert!(visit.card().is_some());
}
