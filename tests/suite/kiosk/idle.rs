//! How a visit begins, and how it ends by itself: after a question that is seen and announced, and never over an emergency.

use std::time::Duration;

use careshelf::state::{Action, Cover, Motion, TextSize, Theme};
use egui::Key;
use egui::accesskit::{Live, Role};
use egui_kittest::kittest::NodeT;

use super::{kiosk, times, visit};
use crate::visit::{Visit, bundled, bundled_for, name_of, role_of};

const SIZE: [f32; 2] = [1280.0, 800.0];
const A_SECOND: Duration = Duration::from_secs(1);

type Answer = fn(&mut Visit) -> &mut Visit;

fn is_asked(visit: &Visit) -> bool {
    visit.has("Are you still there?")
}

fn is_over(visit: &Visit) -> bool {
    visit.state().cover == Some(Cover::Welcome)
}

#[test]
fn a_kiosk_begins_with_its_name_the_overdose_button_and_where_naloxone_is() {
    let visit = Visit::to(kiosk(), SIZE);
    for words in ["Riverside Clinic", "Naloxone is here: Red box beside the front desk"] {
        assert!(visit.has(words), "{words}\n{}", visit.words());
    }
    let buttons: Vec<String> = visit.targets().into_iter().map(|(_, name, _)| name).collect();
    assert_eq!(buttons, ["Touch to start", "Toque para empezar", "Overdose? Act now"]);
}

#[test]
fn any_other_machine_begins_with_the_page() {
    assert_eq!(Visit::to(bundled(), SIZE).state().cover, None);
}

#[test]
fn wherever_it_is_touched_a_visit_begins() {
    for at in [[12.0, 12.0], [640.0, 788.0], [1268.0, 400.0]] {
        let mut visit = Visit::to(kiosk(), SIZE);
        visit.touch_at(at);
        assert_eq!(visit.state().cover, None, "{at:?}");
        assert_eq!(visit.section(), "act-now");
    }
}

#[test]
fn the_overdose_button_leads_to_the_guide_at_once_and_so_does_its_key() {
    let mut visit = Visit::to(kiosk(), SIZE);
    visit.touch(Role::Button, "Overdose? Act now");
    assert_eq!(visit.card().as_deref(), Some("check"));
    let mut visit = Visit::to(kiosk(), SIZE);
    visit.key(Key::F1);
    assert_eq!(visit.card().as_deref(), Some("check"));
}

#[test]
fn without_a_pointer_the_keys_begin_a_visit_or_open_the_guide() {
    let mut visit = Visit::to(kiosk(), SIZE);
    visit.key(Key::Enter);
    assert_eq!(visit.state().cover, None);
    let mut visit = Visit::to(kiosk(), SIZE);
    visit.key(Key::ArrowDown).key(Key::ArrowDown).key(Key::Enter);
    assert_eq!(visit.card().as_deref(), Some("check"));
}

#[test]
fn nobody_is_asked_anything_before_somebody_came() {
    let mut visit = Visit::to(kiosk(), SIZE);
    visit.pass(Duration::from_hours(30));
    assert!(is_over(&visit) && !is_asked(&visit));
}

#[test]
fn an_untouched_visit_is_asked_about_and_then_ends() {
    let (idle, warning) = times();
    let mut visit = visit(SIZE);
    visit.act(Action::OpenSection("methadone".into())).pass(idle.saturating_sub(A_SECOND));
    assert!(!is_asked(&visit));
    visit.pass(A_SECOND);
    assert!(is_asked(&visit), "{}", visit.words());
    assert!(!visit.has("Methadone"), "a stranger sees what was read");
    visit.pass(warning.saturating_sub(A_SECOND));
    assert!(is_asked(&visit) && !is_over(&visit));
    visit.pass(A_SECOND);
    assert!(is_over(&visit) && !is_asked(&visit));
}

#[test]
fn the_question_says_how_long_there_is_in_words_that_are_announced() {
    let (idle, warning) = times();
    let mut visit = visit(SIZE);
    visit.pass(idle + Duration::from_secs(3));
    let left = warning.as_secs() - 3;
    assert!(visit.has(&format!("This page closes in {left} seconds.")), "{}", visit.words());
    let said: Vec<String> = visit
        .nodes()
        .filter(|node| node.accesskit_node().data().live() == Some(Live::Assertive))
        .map(|node| name_of(&node))
        .collect();
    assert_eq!(said, [format!("Are you still there? This page closes in {} seconds.", warning.as_secs())]);
    visit.pass(warning.saturating_sub(Duration::from_secs(4)));
    assert!(visit.has("This page closes in 1 second."), "{}", visit.words());
}

#[test]
fn every_way_of_saying_that_somebody_is_there_brings_the_page_back_as_often_as_it_is_asked() {
    let (idle, _) = times();
    let answers: [(&str, Answer); 5] = [
        ("a touch", |visit| visit.touch_at([5.0, 5.0])),
        ("the button", |visit| visit.touch(Role::Button, "I’m still here")),
        ("a screen reader", |visit| visit.press(Role::Button, "I’m still here")),
        ("a letter", |visit| visit.key(Key::K)),
        ("an arrow", |visit| visit.key(Key::ArrowDown)),
    ];
    for (name, answer) in answers {
        let mut visit = visit(SIZE);
        visit.act(Action::OpenSection("methadone".into()));
        for time in 0..12 {
            visit.pass(idle + Duration::from_secs(5));
            assert!(is_asked(&visit), "{name}, time {time}");
            answer(&mut visit);
            assert!(!is_asked(&visit), "{name}, time {time}");
            assert_eq!((visit.section().as_str(), visit.state().cover), ("methadone", None), "{name}, time {time}");
        }
    }
}

#[test]
fn whoever_is_asked_can_be_done_at_once_or_ask_for_help() {
    let (idle, _) = times();
    let mut first = visit(SIZE);
    first.pass(idle).touch(Role::Button, "I’m done");
    assert!(is_over(&first));
    let mut second = visit(SIZE);
    second.pass(idle).touch(Role::Button, "Overdose? Act now");
    assert_eq!(second.card().as_deref(), Some("check"));
}

#[test]
fn a_touch_in_time_begins_the_whole_time_anew() {
    let (idle, _) = times();
    let mut visit = visit(SIZE);
    for _ in 0..5 {
        visit.pass(idle.saturating_sub(A_SECOND)).touch_at([640.0, 700.0]);
        assert!(!is_asked(&visit));
    }
}

#[test]
fn the_button_that_ends_a_visit_stands_on_every_page_of_a_kiosk_and_nowhere_else() {
    let mut visit = visit(SIZE);
    visit.act(Action::OpenSection("methadone".into())).act(Action::SetTheme(Theme::Dark));
    visit.act(Action::SetTextSize(TextSize::Largest)).act(Action::SetMotion(Motion::Still));
    visit.touch(Role::Button, "I’m done");
    assert!(is_over(&visit));
    assert_eq!((visit.state().theme, visit.state().text_size), (Theme::Light, TextSize::Normal));
    assert!(!Visit::to(bundled(), SIZE).has("I’m done"));
}

#[test]
fn an_emergency_under_way_is_never_ended_by_time() {
    let (idle, warning) = times();
    let mut visit = visit(SIZE);
    visit.open_card("again").press(Role::Button, "I gave a dose").pass(10 * (idle + warning));
    assert!(!is_asked(&visit) && !is_over(&visit));
    assert_eq!(visit.emergency().doses().len(), 1);
    // Left, it goes on behind the other pages, and is not ended by time there either.
    visit.press(Role::Button, "Leave, all is safe").pass(10 * (idle + warning));
    assert!(!is_over(&visit) && visit.has("Back to the steps"));
    // Somebody who is done leaves it behind too.
    visit.press(Role::Button, "I’m done");
    assert!(is_over(&visit) && visit.has("Back to the steps"), "{}", visit.words());
    visit.press(Role::Button, "Back to the steps");
    assert_eq!(visit.emergency().doses().len(), 1);
}

#[test]
fn a_guide_in_which_nothing_was_done_is_asked_about_late_and_a_practice_like_any_page() {
    let (idle, warning) = times();
    let mut opened = visit(SIZE);
    opened.act(Action::ActNow).pass(idle + warning);
    assert!(!is_asked(&opened) && opened.card().is_some(), "somebody may be shaking somebody");
    opened.pass(Duration::from_mins(15).saturating_sub(idle));
    assert!(is_over(&opened) || is_asked(&opened));
    let mut practised = visit(SIZE);
    practised.act(Action::Guide(careshelf::state::GuideAction::Practice)).press(Role::Button, "No");
    practised.pass(Duration::from_mins(16));
    assert!(is_over(&practised) && practised.state().emergency.is_none());
}

#[test]
fn the_site_file_sets_both_times() {
    let site = "site(kiosk: true, idle_secs: 40, warning_secs: 25)";
    let mut visit = Visit::to(bundled_for(site), SIZE);
    visit.touch_at([5.0, 5.0]).pass(Duration::from_secs(40));
    assert!(visit.has("This page closes in 25 seconds."), "{}", visit.words());
    visit.pass(Duration::from_secs(25));
    assert!(is_over(&visit));
}

#[test]
fn what_welcomes_somebody_moves_now_and_then_and_rests_otherwise() {
    let mut visit = Visit::to(kiosk(), SIZE);
    let place = |visit: &Visit| visit.rect(Role::Button, "Touch to start").min;
    let first = place(&visit);
    visit.pass(Duration::from_secs(2)).pass(Duration::from_secs(50));
    assert_eq!(place(&visit), first);
    visit.pass(Duration::from_secs(10));
    let mut places = vec![place(&visit)];
    for _ in 0..8 {
        visit.pass(Duration::from_mins(1));
        places.push(place(&visit));
    }
    assert_eq!(places[0], places[8], "it comes back");
    let far = places.iter().map(|place| place.distance(first)).fold(0.0, f32::max);
    assert!(24.0 < far, "it moves only {far} points");
    let delay = visit.next_frame_within();
    assert!(Duration::from_secs(50) < delay, "the next frame comes after {delay:?}");
}

#[test]
fn no_page_asks_for_frames_only_because_it_is_on_a_kiosk() {
    let mut visit = visit(SIZE);
    visit.wait();
    let (idle, _) = times();
    let delay = visit.next_frame_within();
    assert!(idle.saturating_sub(Duration::from_secs(2)) < delay, "the next frame comes after {delay:?}");
}

#[test]
fn the_question_and_the_welcome_have_names_for_everything() {
    let (idle, _) = times();
    let mut asked = visit(SIZE);
    asked.pass(idle);
    for visit in [Visit::to(kiosk(), SIZE), asked] {
        for (role, name, _) in visit.targets() {
            assert!(!name.is_empty(), "{role:?}");
        }
        assert!(visit.nodes().any(|node| role_of(&node) == Role::Heading));
    }
}
