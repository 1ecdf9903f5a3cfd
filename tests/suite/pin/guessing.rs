//! How often somebody may guess, whatever the clock on the wall says and however often the plug is pulled.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use careshelf::pin::files::{Broken, Found, PinFiles, Tried};
use careshelf::pin::tries::{Gate, LOCKED_FOR, MOST_WRONG, Stamp, Tries};
use proptest::prelude::*;

use super::{PIN, cheap_hash, hash_with};

const WRONG: &str = "482914";

fn at(secs: u64, boot: &str) -> Stamp {
    Stamp { since_boot: Duration::from_secs(secs), boot: boot.to_owned() }
}

fn minutes(minutes: u64) -> Duration {
    Duration::from_mins(minutes)
}

/// The files of a machine with a PIN, in `folder`.
fn files(folder: &Path) -> PinFiles {
    let hash = folder.join("pin");
    fs::write(&hash, cheap_hash()).unwrap();
    PinFiles { hash, tries: Some(folder.join("state/pin-tries")) }
}

/// Five wrong tries at `secs`.
fn guess_wrong_five_times(files: &PinFiles, secs: u64, boot: &str) {
    for left in (1..MOST_WRONG).rev() {
        assert_eq!(files.try_pin(WRONG, &at(secs, boot)), Tried::Wrong(Gate::Open(left)));
    }
    assert_eq!(files.try_pin(WRONG, &at(secs, boot)), Tried::Wrong(Gate::Locked(LOCKED_FOR)));
}

#[test]
fn the_right_pin_opens_and_forgets_the_wrong_ones() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    for _ in 0..3 {
        for left in [4, 3, 2, 1] {
            assert_eq!(files.try_pin(WRONG, &at(100, "a")), Tried::Wrong(Gate::Open(left)));
        }
        assert_eq!(files.try_pin(PIN, &at(100, "a")), Tried::Right);
        assert_eq!(files.look(&at(100, "a")), Found::Pin(Gate::Open(MOST_WRONG)));
    }
}

#[test]
fn after_five_wrong_tries_even_the_right_pin_is_not_looked_at_for_a_quarter_of_an_hour() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    guess_wrong_five_times(&files, 1000, "a");
    for (secs, left) in [(1000, 900), (1001, 899), (1899, 1)] {
        let locked = Duration::from_secs(left);
        assert_eq!(files.try_pin(PIN, &at(secs, "a")), Tried::Locked(locked));
        assert_eq!(files.look(&at(secs, "a")), Found::Pin(Gate::Locked(locked)));
    }
    assert_eq!(files.try_pin(PIN, &at(1900, "a")), Tried::Right);
}

#[test]
fn a_refused_try_does_not_lengthen_the_lock_and_afterwards_there_are_five_again() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    guess_wrong_five_times(&files, 0, "a");
    assert_eq!(files.try_pin(WRONG, &at(800, "a")), Tried::Locked(Duration::from_secs(100)));
    guess_wrong_five_times(&files, 900, "a");
}

#[test]
fn a_restart_never_makes_the_lock_shorter_and_never_longer_than_a_quarter_of_an_hour_of_running() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    // The machine had been on for a day.
    guess_wrong_five_times(&files, 86_400, "a");
    // A program that is started again on the same machine.
    assert_eq!(files.try_pin(PIN, &at(86_401, "a")), Tried::Locked(Duration::from_secs(899)));
    // A machine that is started again: it cannot tell how long it was off.
    for boot in ["b", "c"] {
        assert_eq!(files.try_pin(PIN, &at(20, boot)), Tried::Locked(Duration::from_secs(880)));
        assert_eq!(files.try_pin(PIN, &at(899, boot)), Tried::Locked(Duration::from_secs(1)));
    }
    assert_eq!(files.try_pin(PIN, &at(900, "c")), Tried::Right);
}

#[test]
fn a_file_that_cannot_be_read_counts_as_five_wrong_tries_and_heals() {
    for text in ["", "hello", "careshelf pin tries 1\nwrong many\nlast 3 a\n", "careshelf pin tries 1\nwrong 0\n"] {
        let tries = Tries::decode(text);
        assert_eq!(tries.gate(&at(60, "a")), Gate::Locked(minutes(14)), "{text:?}");
        assert_eq!(tries.gate(&at(900, "a")), Gate::Open(MOST_WRONG), "{text:?}");
    }
    let kept = Tries::default().and_one(&at(100, "a")).and_one(&at(101, "a"));
    assert_eq!(Tries::decode(&kept.encode()), kept);
}

#[test]
fn no_try_is_let_through_that_cannot_be_written_down() {
    let folder = tempfile::tempdir().unwrap();
    let blocked = folder.path().join("blocked");
    fs::write(&blocked, "a file where a folder should be").unwrap();
    for tries in [None, Some(blocked.join("pin-tries")), Some(folder.path().to_owned())] {
        let files = PinFiles { tries, ..files(folder.path()) };
        let reasons = [files.try_pin(PIN, &at(1, "a")), Tried::Broken(Broken::Tries(String::new()))];
        let [Tried::Broken(Broken::Tries(reason)), _] = reasons else { panic!("{reasons:?}") };
        assert!(!reason.is_empty());
        assert!(matches!(files.look(&at(1, "a")), Found::Broken(Broken::Tries(_))));
    }
}

#[test]
fn without_a_pin_or_with_one_that_cannot_be_read_nobody_gets_in() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    fs::write(&files.hash, "482913\n").unwrap();
    assert!(matches!(files.try_pin(PIN, &at(1, "a")), Tried::Broken(Broken::Hash(_))));
    assert!(matches!(files.look(&at(1, "a")), Found::Broken(Broken::Hash(_))));
    fs::remove_file(&files.hash).unwrap();
    assert_eq!(files.try_pin("", &at(1, "a")), Tried::None);
    assert_eq!(files.look(&at(1, "a")), Found::None);
}

#[test]
fn a_try_is_on_the_disk_before_it_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    // So slow that there is time to look.
    fs::write(&files.hash, hash_with(128 * 1024, 8)).unwrap();
    let path = files.tries.clone().unwrap();
    let trying = thread::spawn(move || files.try_pin(PIN, &at(1, "a")));
    let begin = Instant::now();
    while !path.exists() {
        assert!(begin.elapsed() < Duration::from_secs(30), "it was never written");
        thread::sleep(Duration::from_millis(1));
    }
    assert!(fs::read_to_string(&path).unwrap().contains("wrong 1\n"));
    assert!(!trying.is_finished(), "it was looked at before it was written down");
    assert_eq!(trying.join().unwrap(), Tried::Right);
    assert!(!path.exists());
}

#[derive(Clone, Debug)]
enum Event {
    Wait(u64),
    Restart,
    Guess(bool),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        2 => (0_u64..1200).prop_map(Event::Wait),
        1 => Just(Event::Restart),
        6 => proptest::bool::weighted(0.2).prop_map(Event::Guess),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// The clock on the wall is no argument at all; what can happen is that time passes and that the machine starts again.
    #[test]
    fn nothing_opens_for_a_wrong_pin_and_no_sixth_try_comes_within_a_quarter_of_an_hour(
        events in proptest::collection::vec(event(), 1..60)
    ) {
        let folder = tempfile::tempdir().unwrap();
        let files = files(folder.path());
        // The time that passes in truth, that since the machine was started, and which start it is.
        let (mut truth, mut since_boot, mut boot) = (0, 0, 0);
        let mut looked_at: Vec<u64> = Vec::new();
        for event in events {
            match event {
                Event::Wait(secs) => (truth, since_boot) = (truth + secs, since_boot + secs),
                Event::Restart => (since_boot, boot) = (0, boot + 1),
                Event::Guess(is_right) => {
                    let guess = if is_right { PIN } else { WRONG };
                    let tried = files.try_pin(guess, &at(since_boot, &boot.to_string()));
                    match tried {
                        Tried::Right => {
                            prop_assert!(is_right);
                            looked_at.clear();
                        }
                        Tried::Wrong(_) => {
                            prop_assert!(!is_right);
                            looked_at.push(truth);
                            let last: Vec<&u64> = looked_at.iter().filter(|then| truth - **then < 900).collect();
                            prop_assert!(last.len() <= MOST_WRONG as usize, "{looked_at:?} at {truth}");
                        }
                        Tried::Locked(left) => {
                            prop_assert!(MOST_WRONG as usize <= looked_at.len());
                            prop_assert!(left <= LOCKED_FOR);
                        }
                        other => prop_assert!(false, "{other:?}"),
                    }
                }
            }
        }
    }
}
