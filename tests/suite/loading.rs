//! Visits that begin before the library was read: the first screen waits for nothing, and no press is lost.

use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use careshelf::app::{self, App};
use careshelf::content::{Loaded, assemble_first, bundled_files};
use careshelf::model::block::Block;
use careshelf::model::id::SectionId;
use careshelf::state::{Action, Sheet, TextSize, Theme, Wanted};
use egui::accesskit::Role;
use egui::{Context, Key, RawInput, ViewportId};
use egui_kittest::kittest::NodeT;

use crate::visit::{TODAY, Time, Visit, bundled, name_of, role_of};

const WIDE: [f32; 2] = [1280.0, 800.0];

#[test]
fn the_first_screen_needs_no_more_than_what_was_read_first() {
    let (visit, _gate) = loading();
    assert!(visit.has("Call 911 now"), "{}", visit.words());
    for tab in ["Overdose", "Effects", "Withdrawal", "Treatment", "Get help", "About"] {
        assert!(visit.nodes().any(|node| role_of(&node) == Role::Tab && name_of(&node) == tab), "{tab}");
    }
}

#[test]
fn the_rest_is_read_after_the_first_frames_and_by_itself() {
    let (begun, was_begun) = channel();
    let rest = move || {
        begun.send(()).unwrap();
        bundled()
    };
    let mut app = App::loading(first(), rest, Time::default().clock(|| TODAY));
    let ctx = Context::default();
    app::prepare(&ctx);
    let mut frame = || {
        let mut output = ctx.run_ui(RawInput::default(), |ui| app.frame(ui));
        output.textures_delta.clear();
        output.viewport_output[&ViewportId::ROOT].repaint_delay
    };
    for _ in 0..3 {
        assert!(frame() < Duration::from_secs(1), "the next frame should come by itself");
        thread::sleep(Duration::from_millis(20));
        assert!(was_begun.try_recv().is_err(), "the first frames should have the machine to themselves");
    }
    frame();
    was_begun.recv_timeout(Duration::from_secs(30)).expect("the rest should be read by now");
}

#[test]
fn pointers_to_other_topics_come_with_them() {
    let (mut visit, gate) = loading();
    visit.act(Action::OpenSection(pointing_elsewhere()));
    let buttons = |visit: &Visit| visit.nodes().filter(|node| role_of(node) == Role::Button).count();
    let before = buttons(&visit);
    gate.send(()).unwrap();
    wait_for_library(&mut visit);
    assert!(before < buttons(&visit));
}

/// A section of the overdose topic with a button that leads to another topic.
fn pointing_elsewhere() -> SectionId {
    let library = bundled().library;
    let leads_away = |block: &Block| matches!(block, Block::See(links) if links.iter().any(|link| library.section(&link.section).unwrap().0.id.as_str() != "overdose"));
    let topic = library.topic(&"overdose".into()).unwrap();
    topic.sections.iter().find(|section| section.blocks.iter().any(leads_away)).unwrap().id.clone()
}

#[test]
fn what_is_on_screen_stays_there_when_the_library_comes() {
    let (mut visit, gate) = loading();
    visit.press(Role::Button, "Signs of an overdose");
    visit.act(Action::SetTextSize(TextSize::Large)).act(Action::SetTheme(Theme::Dark)).act(Action::ToggleLook);
    let before = visit.state().clone();
    gate.send(()).unwrap();
    wait_for_library(&mut visit);
    assert_eq!(*visit.state(), before);
    assert_eq!(visit.state().sheet, Some(Sheet::Look));
}

#[test]
fn a_page_stays_scrolled_where_it_was_when_the_library_comes() {
    let (mut visit, gate) = loading();
    visit.wait();
    let title_y = |visit: &Visit| visit.nodes().find(|node| role_of(node) == Role::Heading).unwrap().rect().min.y;
    visit.key(Key::PageDown);
    let before = title_y(&visit);
    gate.send(()).unwrap();
    wait_for_library(&mut visit);
    assert!((title_y(&visit) - before).abs() < 1.0);
}

#[test]
fn a_tab_that_was_not_read_yet_opens_when_it_is() {
    let (mut visit, gate) = loading();
    visit.wait();
    visit.touch(Role::Tab, "Treatment");
    assert!(visit.has("One moment…"), "{}", visit.words());
    let selected = |visit: &Visit| -> Vec<String> {
        let is_selected = |node: &egui_kittest::Node<'_>| node.accesskit_node().is_selected() == Some(true);
        visit.nodes().filter(is_selected).map(|node| name_of(&node)).collect()
    };
    assert_eq!(selected(&visit), ["Treatment"]);
    gate.send(()).unwrap();
    wait_for_library(&mut visit);
    assert!(!visit.has("One moment…"));
    assert_eq!((visit.topic().as_str(), visit.state().waiting_for.clone()), ("treatment", None));
    assert!(visit.has("Treatment helps"), "{}", visit.words());
}

#[test]
fn a_section_that_was_not_read_yet_opens_when_it_is() {
    let (mut visit, gate) = loading();
    visit.act(Action::OpenSection("methadone".into()));
    assert!(visit.has("One moment…"));
    gate.send(()).unwrap();
    wait_for_library(&mut visit);
    assert_eq!(visit.section(), "methadone");
}

#[test]
fn what_never_comes_leaves_the_reader_at_the_steps() {
    let (mut visit, gate) = loading();
    visit.act(Action::OpenSection("nowhere".into()));
    gate.send(()).unwrap();
    wait_for_library(&mut visit);
    assert_eq!((visit.section().as_str(), visit.state().waiting_for.clone()), ("act-now", None));
    assert!(visit.has("Call 911 now"));
}

#[test]
fn the_overdose_steps_are_one_press_away_while_the_library_is_read() {
    let (mut visit, gate) = loading();
    visit.wait();
    visit.press(Role::Tab, "About").key(Key::F1);
    assert_eq!(visit.card().as_deref(), Some("check"));
    visit.press(Role::Button, "Leave, all is safe");
    visit.press(Role::Tab, "About").touch(Role::Button, "Overdose? Act now").press(Role::Button, "Not sure");
    gate.send(()).unwrap();
    wait_for_library(&mut visit);
    assert_eq!(visit.card().as_deref(), Some("give"), "nothing opens over the steps");
}

#[test]
fn the_last_press_counts() {
    let (mut visit, gate) = loading();
    visit.wait();
    visit.press(Role::Tab, "About").press(Role::Tab, "Effects");
    assert_eq!(visit.state().waiting_for, Some(Wanted::Topic("effects".into())));
    gate.send(()).unwrap();
    wait_for_library(&mut visit);
    assert_eq!(visit.topic(), "effects");
}

#[test]
fn a_failure_while_reading_leaves_the_overdose_steps() {
    let mut visit = Visit::loading(first(), || panic!("a test of what happens then"), WIDE);
    visit.act(Action::OpenTopic("treatment".into()));
    wait_for_library(&mut visit);
    assert_eq!(visit.section(), "act-now");
    assert!(visit.has("Call 911 now") && !visit.has("One moment…"));
    let tabs: Vec<String> =
        visit.nodes().filter(|node| role_of(node) == Role::Tab).map(|node| name_of(&node)).collect();
    assert_eq!(tabs, ["Overdose"], "a tab that opens nothing should not be there");
}

/// A visit whose library comes when something is sent.
fn loading() -> (Visit, Sender<()>) {
    let (gate, opened) = channel();
    let rest = move || {
        // Without a sender the test is over.
        let _ = opened.recv();
        bundled()
    };
    (Visit::loading(first(), rest, WIDE), gate)
}

fn first() -> Loaded {
    assemble_first(&bundled_files(), "en", None)
}

/// Lets frames pass until the library is there.
#[track_caller]
fn wait_for_library(visit: &mut Visit) {
    let start = Instant::now();
    while !visit.library().is_whole {
        assert!(start.elapsed() < Duration::from_secs(30), "the library does not come");
        visit.wait();
        thread::sleep(Duration::from_millis(1));
    }
    visit.wait();
}
