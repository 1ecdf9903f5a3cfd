//! The page of search, as readers use it: by keys, by touch, and what is forgotten.

use careshelf::content::{Loaded, SiteText, assemble, assemble_first, bundled_files};
use careshelf::state::search::wanted_words;
use careshelf::state::{Action, SearchAction};
use egui::accesskit::{Live, Role};
use egui::{Event, Key};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;

use crate::visit::{Visit, bundled_for, name_of, role_of};

const SIZE: [f32; 2] = [1024.0, 768.0];
const FIELD: &str = "What are you looking for?";
const KIOSK: &str = r#"site(name: "Riverside Clinic", kiosk: true)"#;

fn focused(visit: &Visit) -> String {
    visit.nodes().find(Node::is_focused).map(|node| name_of(&node)).unwrap_or_default()
}

fn write(visit: &mut Visit, words: &str) {
    for letter in words.chars() {
        visit.event(Event::Text(letter.to_string()));
    }
}

/// Waits until search answers what is written.
fn answered(visit: &mut Visit) {
    visit.until("search answered", |visit| {
        let words = wanted_words(visit.state()).to_owned();
        visit.state().search.as_ref().is_some_and(|search| search.is_answered(&words))
    });
    visit.wait();
}

/// The names of the buttons of what was found, the best first.
fn hits(visit: &Visit) -> Vec<String> {
    let is_hit = |node: &Node<'_>| role_of(node) == Role::Button && name_of(node).matches(". ").count() >= 2;
    visit.nodes().filter(is_hit).map(|node| name_of(&node)).collect()
}

/// Opens search by its button and writes `words`.
fn searched(visit: &mut Visit, words: &str) {
    visit.press(Role::Button, "Search");
    write(visit, words);
    answered(visit);
}

#[test]
fn keys_alone_search_open_what_was_found_and_come_back() {
    let mut visit = Visit::new(SIZE);
    visit.key_with_ctrl(Key::F);
    assert_eq!(focused(&visit), FIELD);
    write(&mut visit, "hepatitus");
    answered(&mut visit);
    let found = hits(&visit);
    assert!(found[0].starts_with("HIV and hepatitis. Effects. "), "{found:?}");
    visit.key(Key::ArrowDown);
    assert_eq!(focused(&visit), found[0]);
    visit.key(Key::ArrowRight);
    assert_eq!(focused(&visit), found[1]);
    visit.key(Key::ArrowLeft).key(Key::Enter);
    assert_eq!(visit.section(), "infections");
    visit.key(Key::Escape);
    assert_eq!((wanted_words(visit.state()), hits(&visit)), ("hepatitus", found.clone()));
    assert_eq!(focused(&visit), found[0], "the keyboard is where it was");
    visit.key(Key::Escape);
    assert!(visit.state().search.is_none() && visit.has("Act now"), "Back once more leaves search");
    assert!(visit.state().been.is_empty(), "and nothing else is on the way back");
}

#[test]
fn the_words_are_forgotten_on_every_other_way() {
    let mut visit = Visit::new(SIZE);
    for leave in [
        Action::OpenTopic("effects".into()),
        Action::OpenSection("signs".into()),
        Action::ActNow,
        Action::Search(SearchAction::Close),
        Action::EndVisit,
    ] {
        for opens_hit in [false, true] {
            if opens_hit && leave == Action::Search(SearchAction::Close) {
                continue;
            }
            visit.act(Action::EndVisit);
            searched(&mut visit, "hepatitis");
            if opens_hit {
                visit.press_first(Role::Button, "HIV and hepatitis. ");
                assert_eq!(visit.section(), "infections");
            }
            visit.act(leave.clone());
            assert!(visit.state().search.is_none() && visit.state().typing.is_none(), "{leave:?}");
        }
    }
}

#[test]
fn a_kiosk_brings_its_keyboard_at_once_and_leaves_nothing_behind() {
    let mut visit = Visit::to(bundled_for(KIOSK), SIZE);
    visit.press(Role::Button, "Touch to start").touch(Role::Button, "Search");
    for key in ["n", "a", "r", "c", "a", "n"] {
        visit.touch(Role::Button, key);
    }
    answered(&mut visit);
    assert_eq!(wanted_words(visit.state()), "narcan");
    let first = hits(&visit)[0].clone();
    visit.touch(Role::Button, "Close the keyboard");
    assert_eq!(focused(&visit), FIELD);
    visit.key(Key::ArrowDown);
    assert_eq!(focused(&visit), first, "Down leads to what was found");
    visit.key(Key::Enter).key(Key::Escape);
    assert_eq!(hits(&visit)[0], first);
    assert!(!visit.has("Close the keyboard"), "nothing lies over what was found");
    visit.press(Role::Button, "I’m done").press(Role::Button, "Touch to start").press(Role::Button, "Search");
    assert_eq!(wanted_words(visit.state()), "");
    assert!(!visit.words().contains("narcan") && hits(&visit).is_empty(), "{}", visit.words());
}

#[test]
fn words_of_an_emergency_show_the_way_to_the_guide_and_the_steps() {
    let mut visit = Visit::new(SIZE);
    searched(&mut visit, "my son is not breathing");
    assert!(visit.has("Is this an overdose?"));
    visit.key(Key::ArrowDown);
    assert_eq!(focused(&visit), "Help me now, step by step");
    visit.press(Role::Button, "All steps on one page");
    assert_eq!(visit.section(), "act-now");
    visit.key(Key::Escape).press(Role::Button, "Help me now, step by step");
    assert!(visit.state().open_guide().is_some() && visit.state().search.is_none());
}

#[test]
fn what_is_not_found_offers_the_parts_of_the_library() {
    let mut visit = Visit::new(SIZE);
    searched(&mut visit, "zzxqj");
    assert!(visit.words().contains("No page was found"), "{}", visit.words());
    visit.press(Role::Button, "Treatment");
    assert_eq!(visit.topic(), "treatment");
}

#[test]
fn screen_readers_hear_how_many_pages_were_found_when_typing_rests() {
    let mut visit = Visit::new(SIZE);
    visit.press(Role::Button, "Search");
    let told = |visit: &Visit| -> Vec<String> {
        let is_live = |node: &Node<'_>| node.accesskit_node().data().live() == Some(Live::Polite);
        visit.nodes().filter(is_live).map(|node| name_of(&node)).filter(|name| name.contains("found")).collect()
    };
    visit.event(Event::Text("hepatitis".to_owned()));
    visit.until("something was found", |visit| !hits(visit).is_empty());
    visit.pass(std::time::Duration::from_secs(2));
    visit.wait();
    assert_eq!(told(&visit).len(), 1, "{}", visit.words());
}

#[test]
fn whoever_searches_before_everything_is_read_is_told_so() {
    let site = Some(SiteText { name: "site.ron", text: "site()" });
    let first: Loaded = assemble_first(&bundled_files(), "en", site);
    let (go, may_go) = std::sync::mpsc::channel::<()>();
    let rest = move || {
        let _ = may_go.recv();
        assemble(&bundled_files(), "en", None)
    };
    let mut visit = Visit::loading(first, rest, SIZE);
    visit.wait();
    visit.press(Role::Button, "Search");
    write(&mut visit, "hepatitis");
    assert!(visit.has("One moment. The pages are still being read."), "{}", visit.words());
    go.send(()).unwrap();
    visit.until("something was found", |visit| !hits(visit).is_empty());
    assert!(hits(&visit)[0].starts_with("HIV and hepatitis"));
}
