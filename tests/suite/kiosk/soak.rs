//! Visit after visit by people who touch anything: after each the screen is the same again, and after many the machine holds no
//! more than after few.
//!
//! The suite makes a few hundred visits. `SOAK_VISITS=10000 cargo test --release --test suite -- kiosk::soak` makes more.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use careshelf::state::{Action, AppState, Cover, PrintAction};
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::kiosk;
use super::nothing_left::any_action;
use crate::visit::{Visit, role_of};

const VISITS: &str = "SOAK_VISITS";
const WORK: &str = "CARESHELF_TEST_SOAK";

/// The second half of the visits may need so much more than the first, which fills what is kept on purpose: letters and drawings
/// in every size and colour.
const MOST_GROWTH_KIB: u64 = 16 * 1024;

#[test]
fn after_visit_upon_visit_the_machine_is_as_it_was() {
    let work = tempfile::tempdir().unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["kiosk::soak::people_who_touch_anything", "--exact", "--ignored", "--nocapture"])
        .env(WORK, work.path())
        .env("HOME", work.path())
        .env("XDG_RUNTIME_DIR", work.path())
        .env_remove("XDG_STATE_HOME")
        .stderr(Stdio::piped())
        .output()
        .expect("the suite starts itself");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{said}", String::from_utf8_lossy(&output.stdout));
    eprintln!("{}", said.lines().filter(|line| line.starts_with("soak: ")).collect::<Vec<_>>().join("\n"));
    assert_eq!(files(work.path()), Vec::<String>::new(), "files that nobody wanted");
}

#[test]
#[ignore = "it is the process that `after_visit_upon_visit_the_machine_is_as_it_was` starts"]
fn people_who_touch_anything() {
    let visits = std::env::var(VISITS).ok().map_or(300, |visits| visits.parse().expect("a number of visits"));
    let mut visit = Visit::to(kiosk(), [1024.0, 600.0]);
    let first = (shown(&visit), visit.state().clone());
    let library = visit.library().clone();
    let mut people = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let anything = proptest::collection::vec(any_action(&library).prop_filter("no printer", is_alone), 1..6);
    let mut most_kib = [0, 0];
    for number in 0..visits {
        visit.press(Role::Button, "Touch to start");
        let actions = anything.new_tree(&mut people).unwrap().current();
        for action in actions.clone() {
            visit.act_for_one_frame(action);
        }
        finish(&mut visit, number);
        check(&visit, &first, &format!("visit {number}: {actions:?}"));
        let half = &mut most_kib[2 * number / visits];
        *half = memory_kib().max(*half);
    }
    let [first, second] = most_kib;
    eprintln!("soak: {visits} visits, {first} KiB at most in their first half, {second} KiB in the second");
    assert!(second < first + MOST_GROWTH_KIB, "it grew from {first} to {second} KiB");
}

/// Nothing goes to a printer, or is made into pages: other tests do that, and it takes its time.
fn is_alone(action: &Action) -> bool {
    !matches!(action, Action::Print(PrintAction::OpenSection | PrintAction::OpenBasket | PrintAction::Start))
}

/// Ends an emergency, as somebody on duty would, and then the visit: by the button, or by going away.
fn finish(visit: &mut Visit, number: usize) {
    use careshelf::state::GuideAction::End;
    visit.act_for_one_frame(Action::Guide(End)).act_for_one_frame(Action::Guide(End));
    if visit.state().cover == Some(Cover::Hidden) {
        visit.act_for_one_frame(Action::ToggleHidden);
    }
    match number % 3 {
        0 => visit.pass(Duration::from_mins(1)).pass(Duration::from_mins(2)),
        _ => visit.act(Action::EndVisit),
    };
}

/// The screen and the state are those of the first moment.
fn check(visit: &Visit, (screen, state): &(Vec<String>, AppState), what: &str) {
    let now = visit.state();
    let expected = AppState {
        now: now.now,
        ended_visits: now.ended_visits,
        job_count: now.job_count,
        printer_words: now.printer_words.clone(),
        ..state.clone()
    };
    assert_eq!(*now, expected, "{what}");
    assert_eq!(shown(visit), *screen, "{what}");
}

/// What a screen reader finds, but for where it stands.
fn shown(visit: &Visit) -> Vec<String> {
    let line = |node: egui_kittest::Node<'_>| {
        let data = node.accesskit_node();
        format!("{:?} {:?} {:?}", role_of(&node), data.label(), data.value())
    };
    visit.nodes().map(line).collect()
}

fn memory_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("how much memory is in use");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}

fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.push(entry.path().display().to_string());
        }
    }
    found
}
