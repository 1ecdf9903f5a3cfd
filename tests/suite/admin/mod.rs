//! The administrator's panel of a kiosk: the way in by touch and by keys, the pad, and what is inside.

mod health;
mod screens;

use std::fs;
use std::path::Path;
use std::time::Duration;

use careshelf::app::{App, Clock};
use careshelf::content::Loaded;
use careshelf::model::paper::Layout;
use careshelf::pin::files::PinFiles;
use careshelf::state::admin::{Answer, CLOSES_AFTER, Digit, Door, Knock, PadStatus};
use careshelf::state::typing::Typing;
use careshelf::state::{Action, AdminAction, AppState, GuideAction, update};
use egui::Key;
use egui::accesskit::{self, Role};
use egui_kittest::kittest::NodeT;
use proptest::prelude::*;

use crate::pin::{PIN, cheap_hash};
use crate::visit::{TODAY, Time, Visit, bundled_for};

const SIZE: [f32; 2] = [1280.0, 800.0];
const TITLE: &str = "Administrator";
const WRONG: &str = "482914";
pub const KEYS: [Key; 8] = [
    Key::ArrowUp,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowLeft,
    Key::ArrowRight,
];

fn kiosk() -> Loaded {
    // Visits that last: the panel closes sooner.
    bundled_for(r#"site(name: "Riverside Clinic", kiosk: true, idle_secs: 3600)"#)
}

/// Where a machine keeps its PIN.
fn files(folder: &Path) -> PinFiles {
    PinFiles { hash: folder.join("pin"), tries: Some(folder.join("state/pin-tries")) }
}

/// A kiosk with a PIN, and the folder in which it is.
fn guarded() -> (Visit, tempfile::TempDir) {
    guarded_in(SIZE)
}

fn guarded_in(size: [f32; 2]) -> (Visit, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("pin"), cheap_hash()).unwrap();
    (begun(folder.path(), &Time::default(), 1, size), folder)
}

/// A visit that somebody began, at a machine with the files in `folder`.
fn begun(folder: &Path, time: &Time, boot: u32, size: [f32; 2]) -> Visit {
    let mut visit = Visit::guarded(kiosk(), files(folder), time, boot, size);
    visit.act(Action::BeginVisit);
    visit
}

impl Visit {
    /// Touches the clinic's name.
    fn touch_name(&mut self) -> &mut Self {
        let name = self.rect(Role::Label, "Riverside Clinic").center();
        self.touch_at(name.into())
    }

    fn door(&self) -> &Door {
        &self.state().admin.as_ref().expect("the panel is open").door
    }

    /// Opens the panel by the keys, and waits until it knows whether there is a PIN.
    fn open_panel(&mut self) -> &mut Self {
        for key in KEYS {
            self.key(key);
        }
        self.until("somebody looked for a PIN", |visit| *visit.door() != Door::Looking)
    }

    fn type_keys(&mut self, pin: &str) -> &mut Self {
        for digit in pin.chars() {
            self.key(Key::from_name(&digit.to_string()).expect("a key"));
        }
        self
    }

    /// Tries `pin` by its keys, and waits for what comes of it.
    fn try_keys(&mut self, pin: &str) -> &mut Self {
        self.type_keys(pin).key(Key::Enter).checked()
    }

    fn checked(&mut self) -> &mut Self {
        let is_checking = |visit: &Visit| matches!(visit.door(), Door::Pad(pad) if pad.status == PadStatus::Checking);
        self.until("the PIN was compared", |visit| !is_checking(visit))
    }

    fn enter(&mut self) -> &mut Self {
        self.open_panel().try_keys(PIN);
        assert!(matches!(self.door(), Door::Inside(_)), "{:?}", self.door());
        self.until("the machine was looked at", |visit| !visit.has("One moment…"))
    }
}

#[test]
fn five_touches_of_the_name_open_the_pad_and_touches_alone_lead_inside() {
    let (mut visit, _folder) = guarded();
    for _ in 0..4 {
        visit.touch_name();
        assert_eq!(visit.state().admin, None);
    }
    visit.touch_name().until("there is a pad", |visit| visit.has("Type the PIN"));
    for digit in PIN.chars() {
        visit.touch(Role::Button, &digit.to_string());
    }
    assert!(visit.has("6 digits"));
    visit.touch(Role::Button, "Open").checked();
    assert!(matches!(visit.door(), Door::Inside(_)));
    visit.touch(Role::Button, "Close");
    assert_eq!(visit.state().admin, None);
    assert!(visit.has("Act now"));
}

#[test]
fn touches_that_take_too_long_or_fall_elsewhere_open_nothing() {
    let (mut visit, _folder) = guarded();
    for _ in 0..5 {
        visit.touch_name().pass(Duration::from_secs(1));
    }
    for _ in 0..6 {
        visit.touch_at([600.0, 600.0]);
    }
    assert_eq!(visit.state().admin, None);
}

#[test]
fn eight_arrow_keys_open_the_pad_and_digits_and_enter_lead_inside() {
    let (mut visit, _folder) = guarded();
    visit.open_panel().type_keys(PIN);
    assert!(visit.has("6 digits"));
    visit.key(Key::Enter).checked();
    assert!(matches!(visit.door(), Door::Inside(_)));
    visit.key(Key::Escape);
    assert_eq!(visit.state().admin, None);
}

#[test]
fn six_keys_are_enough_for_the_pad() {
    let (mut visit, _folder) = guarded();
    visit.open_panel();
    // Where each key stands: the arrows walk there from the one before.
    let place = |key: char| match key {
        '0' => (1, 3),
        'o' => (2, 3),
        digit => {
            let at = digit.to_digit(10).unwrap() as i32 - 1;
            (at % 3, at / 3)
        }
    };
    let mut here = (0, 0);
    for key in PIN.chars().chain(['o']) {
        let there = place(key);
        for _ in here.1..there.1 {
            visit.key(Key::ArrowDown);
        }
        for _ in there.1..here.1 {
            visit.key(Key::ArrowUp);
        }
        for _ in here.0..there.0 {
            visit.key(Key::ArrowRight);
        }
        for _ in there.0..here.0 {
            visit.key(Key::ArrowLeft);
        }
        visit.key(Key::Enter);
        here = there;
    }
    visit.checked();
    assert!(matches!(visit.door(), Door::Inside(_)), "{:?}", visit.door());
    // Back leads out.
    visit.key(Key::Backspace);
    assert_eq!(visit.state().admin, None);
}

#[test]
fn back_takes_digits_back_one_by_one_and_then_closes_the_pad() {
    let (mut visit, _folder) = guarded();
    visit.open_panel().type_keys("48").key(Key::Backspace);
    assert!(visit.has("1 digit"));
    visit.press(Role::Button, "Take back the last digit");
    assert!(visit.has("No digit yet"));
    visit.key(Key::Backspace);
    assert_eq!(visit.state().admin, None);
}

#[test]
fn elsewhere_than_on_a_kiosk_and_over_the_guide_nothing_opens() {
    let mut laptop = Visit::to(bundled_for(r#"site(name: "Riverside Clinic")"#), SIZE);
    for _ in 0..6 {
        laptop.touch_name();
    }
    let (mut kiosk, _folder) = guarded();
    kiosk.act(Action::ActNow);
    for visit in [&mut laptop, &mut kiosk] {
        for key in KEYS {
            visit.key(key);
        }
        assert_eq!(visit.state().admin, None);
    }
}

#[test]
fn a_key_held_down_is_one_knock() {
    let (mut visit, _folder) = guarded();
    for key in [Key::ArrowUp, Key::ArrowDown] {
        visit.hold_key(key, 1);
    }
    for key in &KEYS[4..] {
        visit.key(*key);
    }
    assert_eq!(visit.state().admin, None);
}

#[test]
fn five_wrong_pins_lock_it_for_a_quarter_of_an_hour_across_restarts() {
    let (mut visit, folder) = guarded();
    visit.open_panel();
    for left in ["4 tries are", "3 tries are", "2 tries are", "1 try is"] {
        visit.try_keys(WRONG);
        assert!(visit.has(&format!("That was not the PIN. {left} left.")), "{}", visit.words());
        assert!(visit.has("No digit yet"));
    }
    visit.try_keys(WRONG);
    let locked =
        |minutes: &str| format!("Too many wrong tries. Try again in {minutes}. A restart does not make it shorter.");
    assert!(visit.has(&locked("15 minutes")), "{}", visit.words());
    // Nothing can be typed.
    visit.type_keys(PIN).key(Key::Enter);
    assert!(visit.has(&locked("15 minutes")) && visit.has("No digit yet"), "{}", visit.words());

    // The program is started again, and then the machine, which takes a minute.
    let time = Time::default();
    time.pass(Duration::from_mins(10));
    let mut again = begun(folder.path(), &time, 1, SIZE);
    again.open_panel();
    assert!(again.words().contains("Too many wrong tries."), "{}", again.words());
    let time = Time::default();
    time.pass(Duration::from_mins(1));
    let mut other = begun(folder.path(), &time, 2, SIZE);
    other.open_panel();
    assert!(other.has(&locked("14 minutes")), "{}", other.words());

    // It opens by itself, if somebody stays, and then for the right PIN.
    for _ in 0..14 {
        other.pass(Duration::from_secs(30)).key(Key::Num1).pass(Duration::from_secs(30)).key(Key::Num1);
    }
    assert!(other.words().contains("Type the PIN"), "{}", other.words());
    other.key(Key::Backspace);
    other.state().admin.as_ref().expect("still open");
    other.key(Key::Backspace).enter();
}

#[test]
fn without_a_pin_nobody_gets_in_and_the_panel_says_how_to_set_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut visit = begun(folder.path(), &Time::default(), 1, SIZE);
    visit.open_panel().type_keys(PIN);
    assert!(matches!(visit.door(), Door::NoPin(_)));
    let words = visit.words();
    assert!(words.contains("No PIN has been set"), "{words}");
    let path = folder.path().join("pin");
    assert!(words.contains("careshelf set-pin") && words.contains(&path.display().to_string()), "{words}");
    assert!(!words.contains("How this machine is") && !words.contains("kiosk mode"), "{words}");
}

#[test]
fn a_pin_or_a_count_that_the_machine_cannot_read_or_write_keeps_out_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pin");
    fs::write(&path, "none of ours").unwrap();
    let mut visit = begun(folder.path(), &Time::default(), 1, SIZE);
    visit.open_panel();
    assert!(
        visit.words().contains("The PIN cannot be read") && visit.words().contains("this is not the hash of a PIN")
    );

    fs::write(&path, cheap_hash()).unwrap();
    fs::write(folder.path().join("state"), "a file where a folder should be").unwrap();
    visit.key(Key::Escape).open_panel();
    assert!(visit.words().contains("Tries cannot be written down"), "{}", visit.words());
}

#[test]
fn a_panel_that_nobody_touches_closes_after_two_minutes_and_forgets_what_was_typed() {
    let (mut visit, _folder) = guarded();
    visit.open_panel().type_keys("4829").pass(Duration::from_secs(100)).type_keys("1");
    visit.pass(Duration::from_secs(100));
    assert!(visit.has("5 digits"));
    visit.pass(Duration::from_secs(21));
    assert_eq!(visit.state().admin, None);
    visit.open_panel();
    assert!(visit.has("No digit yet"));

    visit.key(Key::Escape).enter().pass(Duration::from_secs(121));
    assert_eq!(visit.state().admin, None);
}

#[test]
fn the_end_of_a_visit_closes_the_panel_and_forgets_what_was_typed_and_knocked() {
    let (mut visit, _folder) = guarded();
    visit.enter().act(Action::EndVisit);
    assert_eq!(visit.state().admin, None);
    visit.act(Action::BeginVisit);
    for key in &KEYS[..4] {
        visit.key(*key);
    }
    visit.act(Action::EndVisit).act(Action::BeginVisit);
    for key in &KEYS[4..] {
        visit.key(*key);
    }
    assert_eq!(visit.state().admin, None);
}

#[test]
fn over_what_welcomes_somebody_nothing_opens() {
    let (mut visit, _folder) = guarded();
    visit.act(Action::EndVisit);
    for _ in 0..5 {
        visit.act(Action::Admin(AdminAction::Knock(Knock::Name)));
    }
    assert_eq!(visit.state().admin, None);
}

#[test]
fn the_red_button_and_practice_close_the_panel_for_whoever_comes_next() {
    for leave in [Action::ActNow, Action::Admin(AdminAction::Practice), Action::OpenTopic("help".into())] {
        let (mut visit, _folder) = guarded();
        visit.enter().act(leave.clone());
        assert_eq!(visit.state().admin, None, "{leave:?}");
        visit.act(Action::Guide(GuideAction::Leave));
        assert!(!visit.has(TITLE));
    }
    let (mut visit, _folder) = guarded();
    visit.enter().press(Role::Button, "Practice the steps");
    assert!(visit.emergency().is_practice());
}

#[test]
fn a_test_page_is_printed_on_the_ordinary_page_and_leads_back() {
    let (mut visit, _folder) = guarded();
    visit.enter().press(Role::Button, "Print a test page…");
    let printing = visit.state().printing.as_ref().expect("the page for printing");
    assert_eq!(printing.layout, Layout::Poster);
    visit.key(Key::Escape);
    assert!(visit.state().printing.is_none() && visit.has(TITLE));
    // At the pad, printing is what a reader wants who got there by chance.
    let (mut visit, _folder) = guarded();
    visit.open_panel().press(Role::Button, "Print");
    assert!(visit.state().printing.is_some() && visit.state().admin.is_none());
}

#[test]
fn the_keyboard_is_tried_from_the_panel_and_forgotten_with_it() {
    let (mut visit, _folder) = guarded();
    visit.enter().touch(Role::Button, "Try the keyboard").touch(Role::Button, "n");
    visit.key(Key::Escape).key(Key::Escape);
    assert_eq!(visit.state().sheet, None);
    assert!(matches!(visit.door(), Door::Inside(_)), "closing it leads back");
    visit.touch(Role::Button, "Try the keyboard").touch(Role::Button, "n");
    assert_eq!(visit.state().typing.as_ref().map(Typing::words), Some("n"));
    visit.act(Action::Admin(AdminAction::Close)).act(Action::CloseSheet).enter();
    visit.touch(Role::Button, "Try the keyboard").pass(CLOSES_AFTER);
    assert_eq!(
        (visit.state().admin.clone(), visit.state().sheet.clone(), visit.state().typing.clone()),
        (None, None, None)
    );
}

#[test]
fn leaving_the_kiosk_is_asked_for_twice() {
    let (mut visit, _folder) = guarded();
    visit.enter().press(Role::Button, "Leave kiosk mode…");
    assert!(!visit.state().is_leaving());
    visit.press(Role::Button, "Look again").until("it looked", |visit| !visit.has("One moment…"));
    visit.press(Role::Button, "Leave kiosk mode…").press(Role::Button, "Close the program? Yes");
    assert!(visit.state().is_leaving());
    let closes = |visit: &Visit| {
        let output = &visit.harness().output().viewport_output[&egui::ViewportId::ROOT];
        output.commands.contains(&egui::ViewportCommand::Close)
    };
    visit.act_for_one_frame(Action::CloseSheet);
    assert!(closes(&visit));
}

#[test]
fn neither_the_accessibility_tree_nor_what_a_program_prints_tells_a_digit() {
    let (mut visit, _folder) = guarded();
    visit.open_panel().type_keys(PIN);
    let told = format!("{:?} {}", visit.state().admin, visit.words());
    assert!(!told.contains(PIN), "{told}");
    assert!(told.contains("Digits(6)") && told.contains("6 digits"), "{told}");
    let action = format!("{:?}", Action::Admin(AdminAction::Type(Digit::new(7).unwrap())));
    assert!(!action.contains('7'), "{action}");
    // What changes is said: the same words as on the dots.
    let digits = visit.nodes().find(|node| crate::visit::name_of(node) == "6 digits").expect("the dots");
    assert_eq!(digits.accesskit_node().data().live(), Some(accesskit::Live::Polite));
}

#[test]
fn an_app_that_was_given_no_place_for_a_pin_keeps_everybody_out() {
    let mut app = App::new(kiosk(), Clock::still(TODAY));
    app.apply(Action::BeginVisit);
    for _ in 0..5 {
        app.apply(Action::Admin(AdminAction::Knock(Knock::Name)));
    }
    assert!(app.state().admin.is_some());
    app.apply(Action::Admin(AdminAction::Meet(Answer::Right)));
    assert!(app.state().admin.as_ref().unwrap().inside().is_none(), "nobody asked whether it is the PIN");
}

fn any_action() -> impl Strategy<Value = AdminAction> {
    let knocks = [Knock::Name, Knock::Up, Knock::Down, Knock::Left, Knock::Right];
    prop_oneof![
        2 => proptest::sample::select(knocks.to_vec()).prop_map(AdminAction::Knock),
        4 => (0_u8..10).prop_map(|digit| AdminAction::Type(Digit::new(digit).unwrap())),
        1 => Just(AdminAction::Erase),
        2 => Just(AdminAction::Submit),
        1 => Just(AdminAction::Close),
        1 => Just(AdminAction::Leave),
        1 => Just(AdminAction::TestPrint),
        1 => Just(AdminAction::Practice),
        1 => Just(AdminAction::Meet(Answer::Ready)),
        1 => Just(AdminAction::Meet(Answer::Wrong(2))),
        1 => Just(AdminAction::Meet(Answer::Locked(Duration::from_secs(3)))),
        1 => Just(AdminAction::Meet(Answer::NoPin(String::new()))),
    ]
}

#[test]
fn whatever_is_touched_nobody_is_inside_without_the_answer_that_it_was_the_pin() {
    let library = kiosk().library;
    let visits = proptest::collection::vec(any_action(), 0..80);
    proptest!(ProptestConfig::with_cases(300), |(visit in visits)| {
        let mut state = AppState::new(&library, TODAY);
        update(&mut state, &library, Action::BeginVisit);
        for _ in 0..5 {
            update(&mut state, &library, Action::Admin(AdminAction::Knock(Knock::Name)));
        }
        for action in visit {
            update(&mut state, &library, Action::Admin(action));
            prop_assert!(state.admin.as_ref().is_none_or(|admin| admin.inside().is_none()));
            prop_assert!(!state.is_leaving() && state.printing.is_none() && state.emergency.is_none());
        }
    });
}
