//! The guide as a reader meets it: seen, touched, and heard through the accessibility tree.

use std::time::Duration;

use careshelf::state::{Action, GuideAction, Motion, Speaker, TextSize, Theme};
use egui::accesskit::{Live, Role};
use egui::{Key, Rect, pos2, vec2};
use egui_kittest::kittest::NodeT;

use crate::visit::{Visit, bundled, bundled_for, name_of, role_of};

const WIDE: [f32; 2] = [1280.0, 800.0];
const SIZES: [[f32; 2]; 5] = [[480.0, 400.0], [640.0, 480.0], [800.0, 600.0], [1366.0, 768.0], [1920.0, 1080.0]];

/// A site that says everything.
const SITE: &str = r#"site(
    name: "Riverside Clinic", address: "12 River Street, Springfield", room: "Waiting room, ground floor", door_code: "4711",
    naloxone_location: "Red box beside the front desk", aed_location: "On the wall in the entrance hall",
)"#;

fn cards() -> Vec<String> {
    bundled().library.guide.cards().map(|card| card.id.to_string()).collect()
}

/// Names of nodes that are announced when they change.
fn live(visit: &Visit) -> Vec<(Live, String)> {
    let live = visit.nodes().filter_map(|node| {
        let data = node.accesskit_node();
        let live = data.data().live().filter(|live| *live != Live::Off)?;
        Some((live, name_of(&node)))
    });
    live.collect()
}

fn focused(visit: &Visit) -> Option<String> {
    visit.nodes().find(|node| node.accesskit_node().is_focused()).map(|node| name_of(&node))
}

#[test]
fn on_every_card_at_every_size_the_number_and_all_choices_are_in_sight() {
    for size in SIZES {
        let mut visit = Visit::to(bundled_for(SITE), size);
        for text_size in TextSize::ALL {
            visit.act(Action::SetTextSize(text_size));
            for card in cards() {
                visit.open_card(&card);
                let window = Rect::from_min_size(pos2(0.0, 0.0), vec2(size[0], size[1])).expand(0.5);
                let number = visit.rect(Role::Label, "Call 911");
                assert!(window.contains_rect(number), "{card} at {size:?}, {text_size:?}: {number:?}");
                let leave = visit.rect(Role::Button, "Leave, all is safe");
                assert!(window.contains_rect(leave) && !leave.intersects(number), "{card} at {size:?}, {text_size:?}");
                // In the smallest window with the largest letters the choices come after the words.
                let is_tiny = size[1] < 450.0
                    || size[1] < 500.0 && TextSize::Normal < text_size
                    || size[1] < 700.0 && TextSize::Larger < text_size;
                let labels: Vec<String> = visit
                    .library()
                    .guide
                    .card(&card.as_str().into())
                    .unwrap()
                    .choices
                    .iter()
                    .map(|c| c.label.plain())
                    .collect();
                for label in labels {
                    let rect = visit.nodes().find(|node| role_of(node) == Role::Button && name_of(node) == label);
                    let rect = rect.unwrap_or_else(|| panic!("{card} lacks {label}")).rect();
                    assert!(
                        44.0 <= rect.height() && 44.0 <= rect.width(),
                        "{label} is small at {size:?}, {text_size:?}"
                    );
                    assert!(
                        is_tiny || window.contains_rect(rect),
                        "{label} of {card} at {size:?}, {text_size:?}: {rect:?}"
                    );
                }
            }
        }
    }
}

/// Cards with a question, a rhythm, the time, many buttons and a list.
const FULL_CARDS: [&str; 6] = ["check", "give", "cpr", "wait", "forms", "side"];

#[test]
fn in_any_window_whatever_else_is_on_screen_nothing_covers_the_number_the_way_out_or_the_due_dose() {
    let more_sizes = [[480.0, 600.0], [1400.0, 400.0], [1080.0, 1920.0], [640.0, 480.0], [1366.0, 768.0]];
    for size in more_sizes {
        for (is_practice, has_sheet) in [(false, false), (false, true), (true, false), (true, true)] {
            let mut visit = Visit::to(bundled_for(SITE), size);
            visit.act(if is_practice { Action::Guide(GuideAction::Practice) } else { Action::ActNow });
            visit.act(Action::Guide(GuideAction::GoTo("again".into()))).press(Role::Button, "I gave a dose");
            visit.pass(Duration::from_secs(125));
            for text_size in TextSize::ALL {
                visit.act(Action::SetTextSize(text_size));
                for card in FULL_CARDS {
                    visit.act(Action::Guide(GuideAction::GoTo(card.into())));
                    if has_sheet && visit.state().sheet.is_none() {
                        visit.act(Action::ToggleLook);
                    }
                    check_uncovered(
                        &visit,
                        &format!("{card} at {size:?}, {text_size:?}, practice {is_practice}, sheet {has_sheet}"),
                    );
                }
            }
        }
    }
}

/// Buttons of the guide that can be seen do not lie on one another, nor on the number.
fn check_uncovered(visit: &Visit, screen: &str) {
    let head_names = ["Call 911", "Leave, all is safe", "Text and colors", "Check them now"];
    let of_head: Vec<(String, Rect)> = visit
        .nodes()
        .filter(|node| {
            matches!(role_of(node), Role::Button | Role::Label) && head_names.contains(&name_of(node).as_str())
        })
        .map(|node| (name_of(&node), node.rect()))
        .collect();
    let card = visit.emergency().card(visit.library()).expect("a card");
    let labels: Vec<String> =
        card.choices.iter().map(|choice| choice.label.plain()).chain(["Back".to_owned()]).collect();
    let of_foot = visit.nodes().filter(|node| role_of(node) == Role::Button && labels.contains(&name_of(node)));
    for node in of_foot {
        for (name, rect) in &of_head {
            let overlap = rect.intersect(node.rect());
            let is_covered = overlap.width() > 1.0 && overlap.height() > 1.0;
            assert!(!is_covered, "{} lies on {name}: {:?} on {rect:?}, {screen}", name_of(&node), node.rect());
        }
    }
}

#[test]
fn a_card_that_is_shown_again_begins_at_its_top_and_pages_by_keys() {
    let mut visit = Visit::new([640.0, 480.0]);
    let title_y =
        |visit: &Visit| visit.nodes().find(|node| role_of(node) == Role::Heading).expect("a title").rect().min.y;
    visit.act(Action::SetTextSize(TextSize::Largest)).open_card("give");
    let top = title_y(&visit);
    visit.key(Key::PageDown);
    assert!(title_y(&visit) < top - 50.0, "the page moves");
    visit.key(Key::Home);
    assert!((title_y(&visit) - top).abs() < 1.0);
    visit.key(Key::End).press(Role::Button, "No naloxone here").press(Role::Button, "Back");
    assert!((title_y(&visit) - top).abs() < 1.0, "{} instead of {top}", title_y(&visit));
}

#[test]
fn whatever_was_open_the_guide_covers_all_of_it() {
    let mut visit = Visit::new(WIDE);
    for section in visit.all_sections() {
        for open in [None, Some(Action::ToggleLook), Some(Action::ToggleSectionList)] {
            visit.act(Action::OpenSection(section.clone()));
            if let Some(action) = open {
                visit.act(action);
            }
            visit.key_for_one_frame(Key::F1);
            assert!(visit.has("Check and wake them") && !visit.has("Treatment"), "from {section}");
            visit.act(Action::Guide(GuideAction::Leave));
        }
    }
}

#[test]
fn the_place_is_told_where_it_is_known_and_never_made_up() {
    for size in [WIDE, [640.0, 480.0]] {
        let mut visit = Visit::to(bundled_for(SITE), size);
        visit.open_card("give");
        let words = visit.words();
        for told in [
            "12 River Street, Springfield",
            "Waiting room, ground floor",
            "Door code: 4711",
            "Red box beside",
            "On the wall in",
        ] {
            assert!(words.contains(told), "{told} at {size:?}: {words}");
        }
        assert!(!words.contains("Where are you?"));
        let mut visit = Visit::new(size);
        visit.open_card("give");
        assert!(visit.words().contains("Where are you? Look for a street sign"));
        assert!(!visit.words().contains("You are here"));
    }
}

#[test]
fn a_new_card_is_announced_with_all_its_words_and_so_is_time_that_is_up_but_not_every_second() {
    let mut visit = Visit::new(WIDE);
    visit.key(Key::F1);
    let first = live(&visit).remove(0).1;
    assert!(first.starts_with("Call 911. Step 1 of 6: Check and wake them. Are you safe?"), "{first}");
    visit.press(Role::Button, "No");
    let (live_kind, words) = live(&visit).remove(0);
    assert_eq!(live_kind, Live::Assertive);
    assert!(words.starts_with("Step 2 of 6: Call 911 and give naloxone. Two of you?"), "{words}");
    visit.press(Role::Button, "I gave a dose").open_card("wait");
    let waiting = live(&visit);
    let expected = "Dose 1 given. Help them breathe. Check again after 2 to 3 minutes.".to_owned();
    assert!(waiting.contains(&(Live::Polite, expected)), "{waiting:?}");
    let mut visible = Vec::new();
    for _ in 0..90 {
        visit.pass(Duration::from_secs(1));
        assert_eq!(live(&visit), waiting, "nothing new is said while one waits");
        visible.push(visit.words());
    }
    visible.dedup();
    assert!(85 < visible.len(), "the seconds can be seen");
    visit.pass(Duration::from_secs(40));
    let due = "2 minutes have passed. Awake and breathing well? If not, give another dose.".to_owned();
    assert!(live(&visit).contains(&(Live::Assertive, due)), "{:?}", live(&visit));
    visit.pass(Duration::from_mins(1));
    let overdue = "More than 3 minutes. Not awake, or not breathing well? Give another dose now.".to_owned();
    assert!(live(&visit).contains(&(Live::Assertive, overdue)), "{:?}", live(&visit));
}

#[test]
fn the_count_goes_down_to_the_next_dose_and_then_a_way_to_the_question_is_on_every_card() {
    let mut visit = Visit::new(WIDE);
    visit.key(Key::F1).press(Role::Button, "No").press(Role::Button, "I gave a dose");
    visit.pass(Duration::from_secs(30));
    assert!(visit.has("1:30"), "{}", visit.words());
    assert!(visit.has("Dose 1: 0:30 ago"), "{}", visit.words());
    assert!(!visit.has("Check them now"));
    visit.pass(Duration::from_secs(90)).press(Role::Button, "Check them now");
    assert_eq!(visit.card().as_deref(), Some("wait"));
    visit.press(Role::Button, "No, or not sure");
    assert_eq!(visit.card().as_deref(), Some("again"));
}

#[test]
fn the_whole_way_goes_by_six_keys() {
    let mut visit = Visit::new(WIDE);
    visit.press(Role::Tab, "About").key(Key::F1);
    assert_eq!(focused(&visit).as_deref(), Some("No"));
    visit.key(Key::Enter);
    assert_eq!((visit.card().as_deref(), focused(&visit).as_deref()), (Some("give"), Some("Show me how to give it")));
    visit.key(Key::ArrowRight).key(Key::ArrowRight);
    assert_eq!(focused(&visit).as_deref(), Some("I gave a dose"));
    visit.key(Key::Space);
    assert_eq!((visit.card().as_deref(), visit.emergency().doses().len()), (Some("breathe"), 1));
    visit.key(Key::ArrowRight).key(Key::ArrowRight).key(Key::Enter);
    assert_eq!(visit.card().as_deref(), Some("how-well"));
    visit.key(Key::Backspace);
    assert_eq!(visit.card().as_deref(), Some("breathe"));
    visit.key(Key::ArrowLeft);
    assert_eq!(focused(&visit).as_deref(), Some("Back"));
    visit.key(Key::F1);
    assert_eq!(visit.card().as_deref(), Some("check"));
}

#[test]
fn a_key_held_down_is_one_wish() {
    let mut visit = Visit::new(WIDE);
    visit.key(Key::F1);
    visit.pass(Duration::from_secs(1)).hold_key(Key::Enter, 20);
    assert_eq!(visit.card().as_deref(), Some("give"));
    visit.open_card("cpr").hold_key(Key::Backspace, 20);
    assert_eq!(visit.card().as_deref(), Some("check"), "the card before");
    visit.open_card("breathe").act(Action::Guide(GuideAction::Leave)).hold_key(Key::F1, 20);
    assert_eq!(visit.card().as_deref(), Some("breathe"), "where it was left");
}

#[test]
fn a_finger_leaves_no_ring_around_what_it_did_not_touch() {
    let mut visit = Visit::new(WIDE);
    visit.touch(Role::Button, "Overdose? Act now").touch(Role::Button, "No");
    assert_eq!((visit.card().as_deref(), focused(&visit)), (Some("give"), None));
    visit.key(Key::ArrowRight);
    assert_eq!(focused(&visit).as_deref(), Some("Show me how to give it"), "the first key shows where the keyboard is");
}

#[test]
fn while_an_emergency_is_under_way_a_bar_on_every_page_says_so_and_leads_back() {
    for size in SIZES {
        let mut visit = Visit::new(size);
        visit.key(Key::F1).press(Role::Button, "No").press(Role::Button, "I gave a dose");
        visit.press(Role::Button, "Leave, all is safe");
        for section in ["act-now", "methadone", "all-sources"] {
            visit.act(Action::OpenSection(section.into()));
            let words = visit.words();
            assert!(words.contains("Overdose help is still on. Dose 1 given."), "{section} at {size:?}: {words}");
            let window = Rect::from_min_size(pos2(0.0, 0.0), vec2(size[0], size[1]));
            assert!(window.contains_rect(visit.rect(Role::Button, "Back to the steps")), "{section} at {size:?}");
        }
        visit.pass(Duration::from_secs(130));
        assert!(visit.words().contains("2 minutes have passed."), "{}", visit.words());
        visit.press(Role::Button, "Back to the steps");
        assert_eq!((visit.card().as_deref(), visit.emergency().doses().len()), (Some("breathe"), 1));
        visit.press(Role::Button, "Leave, all is safe").press(Role::Button, "All is safe: finish");
        assert_eq!(visit.emergency().doses().len(), 1, "it asks first");
        visit.press(Role::Button, "Forget the doses? Yes");
        assert!(!visit.words().contains("Overdose help is still on."));
        assert!(visit.state().emergency.is_none());
    }
}

#[test]
fn practice_is_marked_on_every_card_and_begins_with_a_button_on_the_first_page() {
    let mut visit = Visit::new(WIDE);
    visit.press(Role::Button, "Practice the steps");
    for card in cards() {
        visit.act(Action::Guide(GuideAction::GoTo(card.as_str().into())));
        assert!(visit.has("Practice. Nobody is in danger."), "{card}");
    }
    visit.press(Role::RadioButton, "20×");
    assert_eq!(visit.emergency().speed(), 20);
    visit.press(Role::Button, "Leave, all is safe");
    assert!(visit.state().emergency.is_none() && !visit.words().contains("Overdose help is still on."));
}

#[test]
fn the_red_button_on_the_first_page_begins_the_guide() {
    let mut visit = Visit::new(WIDE);
    visit.press(Role::Button, "Help me now, step by step");
    assert_eq!(visit.card().as_deref(), Some("check"));
}

#[test]
fn the_rhythm_counts_pushes_and_breaths_and_stands_still_where_nothing_may_move() {
    for motion in Motion::ALL {
        let mut visit = Visit::new(WIDE);
        visit.act(Action::SetMotion(motion)).open_card("cpr");
        assert!(visit.has("Beat for chest pushes"), "{}", visit.words());
        let before = visit.picture();
        visit.pass(Duration::from_millis(300));
        let moved = visit.picture() != before;
        assert_eq!(moved, motion == Motion::Moving, "{motion:?} within the first push");
        visit.pass(Duration::from_millis(300));
        assert_ne!(visit.picture(), before, "the number changes with the second push");
    }
}

#[test]
fn only_pushes_is_a_choice_that_begins_the_count_anew() {
    let mut visit = Visit::new(WIDE);
    visit.open_card("cpr").pass(Duration::from_secs(5)).press(Role::RadioButton, "Only pushes");
    assert!(!visit.emergency().gives_breaths());
    visit.press(Role::RadioButton, "Pushes and breaths");
    assert!(visit.emergency().gives_breaths());
}

#[test]
fn a_machine_without_sound_says_so_and_everything_else_goes_on() {
    let mut visit = Visit::new(WIDE);
    visit.open_card("cpr").act(Action::SetSpeaker(Speaker::Missing));
    assert!(visit.has("No sound on this machine. Follow the picture."));
    assert!(visit.has("Beat for chest pushes"));
    visit.press(Role::Button, "They breathe again");
    assert_eq!(visit.card().as_deref(), Some("breathe"));
}

#[test]
fn text_and_colors_can_be_changed_in_the_guide() {
    let mut visit = Visit::new(WIDE);
    visit.key(Key::F1).press(Role::Button, "Text and colors").press(Role::RadioButton, "High contrast");
    assert_eq!((visit.state().theme, visit.card().as_deref()), (Theme::HighContrast, Some("check")));
    visit.key(Key::Escape);
    assert_eq!((visit.state().sheet.clone(), visit.card().as_deref()), (None, Some("check")));
}

#[test]
fn every_kind_of_naloxone_can_be_chosen_by_its_name() {
    let mut visit = Visit::new(WIDE);
    let forms: Vec<(String, String)> =
        visit.library().guide.forms.iter().map(|form| (form.title.plain(), form.cards[0].id.to_string())).collect();
    for (title, first) in forms {
        visit.open_card("forms").press(Role::Button, &title);
        assert_eq!(visit.card(), Some(first));
    }
}

#[test]
fn the_order_in_which_it_is_read_is_the_number_the_card_its_choices_and_then_the_rest() {
    let mut visit = Visit::to(bundled_for(SITE), WIDE);
    visit.open_card("check");
    let words = visit.words();
    let at = |text: &str| words.find(text).unwrap_or_else(|| panic!("{text} in {words}"));
    let order =
        ["Call 911", "Check and wake them", "Are you safe?", "Do they answer", "No\n", "Yes, both", "You are here"];
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])), "{words}");
}
