//! A real printer that stands still: no paper, switched off, or its queue stopped. Nothing may come out for a stranger.

use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use careshelf::model::printer::{Outcome, Progress, Stage};
use careshelf::model::trouble::Trouble;
use careshelf::printer::control::Control;
use careshelf::printer::patience::Patience;

use super::cups::{Cups, wait_until};
use super::setup::{PLAIN, QUEUE, Setup, order, pdf, short};

fn is_held_up(seen: &[Progress]) -> bool {
    seen.iter().any(|progress| matches!(progress.stage, Stage::HeldUp(_)))
}

/// Prints, and checks that it failed for this reason and that no job is left.
#[track_caller]
fn check_fails(cups: &Cups, trouble: &Trouble, watch: impl FnMut(&Stage)) -> Vec<Progress> {
    let (outcome, seen) = cups.print(&order(), &Control::new(), watch);
    assert_eq!(outcome, Outcome::Failed(trouble.clone()), "{seen:?}");
    assert_eq!(cups.active_jobs(), "");
    seen
}

#[test]
fn out_of_paper_waits_and_goes_on_when_paper_is_back() {
    let cups = Cups::start();
    cups.put("no-paper", "");
    let (outcome, seen) = cups.print(&order(), &Control::new(), |stage| {
        if *stage == Stage::HeldUp(Trouble::NoPaper) {
            cups.take("no-paper");
        }
    });
    assert_eq!(outcome, Outcome::Printed, "{seen:?}");
    assert!(seen.iter().any(|progress| progress.stage == Stage::HeldUp(Trouble::NoPaper)), "{seen:?}");
}

#[test]
fn out_of_paper_for_too_long_is_taken_back_and_the_next_job_is_not_told_of_it() {
    let cups = Cups::start();
    cups.put("no-paper", "");
    let seen = check_fails(&cups, &Trouble::NoPaper, |_| ());
    assert!(is_held_up(&seen), "{seen:?}");
    cups.take("no-paper");
    let stale = cups.spooler().printers().unwrap().remove(0).condition.troubles;
    assert_eq!(stale, [Trouble::NoPaper], "CUPS says it still, and the next job must not");
    // A virtual printer that gets a job while it clears up a cancelled one forgets the new one.
    wait_until("the printer has cleared up", || cups.path("done").exists());
    thread::sleep(Duration::from_millis(300));
    let (outcome, seen) = cups.print(&order(), &Control::new(), |_| ());
    assert_eq!(outcome, Outcome::Printed, "{seen:?}");
    assert!(!is_held_up(&seen), "{seen:?}");
}

#[test]
fn a_printer_that_is_switched_off_while_it_prints_is_given_up_and_prints_nothing_later() {
    let mut cups = Cups::start();
    cups.put("seconds", "3");
    let spooler = cups.spooler();
    let worker = thread::spawn(move || spooler.print(&pdf(), &order(), &short(), &Control::new(), &mut |_| ()));
    wait_until("it prints", || cups.path("ticket").exists());
    cups.stop_printer();
    let outcome = worker.join().unwrap();
    // CUPS went on saying "Printing." for as long as it was watched, which was 25 seconds.
    let expected = [Trouble::Endless, Trouble::Unreachable].map(Outcome::Failed);
    assert!(expected.contains(&outcome), "{outcome:?}");
    assert_eq!(cups.active_jobs(), "");
    let before = cups.printed().len();
    cups.start_printer();
    thread::sleep(Duration::from_secs(2));
    assert_eq!(cups.printed().len(), before);
}

#[test]
fn a_printer_that_is_off_is_given_up_soon() {
    let mut cups = Cups::start();
    cups.stop_printer();
    let began = Instant::now();
    check_fails(&cups, &Trouble::Unreachable, |_| ());
    assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
}

#[test]
fn a_printer_that_is_switched_on_in_time_prints() {
    let mut cups = Cups::start();
    cups.stop_printer();
    let spooler = cups.spooler();
    let patience = Patience { unreachable: Duration::from_secs(20), whole: Duration::from_secs(30), ..short() };
    let worker = thread::spawn(move || spooler.print(&pdf(), &order(), &patience, &Control::new(), &mut |_| ()));
    wait_until("the job is there", || !cups.active_jobs().is_empty());
    cups.start_printer();
    assert_eq!(worker.join().unwrap(), Outcome::Printed);
}

#[test]
fn a_stopped_queue_keeps_no_job() {
    let cups = Cups::start();
    cups.run("cupsdisable", &[QUEUE]);
    assert!(cups.spooler().printers().unwrap()[0].condition.is_stopped);
    let seen = check_fails(&cups, &Trouble::Paused, |_| ());
    assert!(is_held_up(&seen), "{seen:?}");
    cups.run("cupsenable", &[QUEUE]);
    thread::sleep(Duration::from_secs(1));
    assert_eq!(cups.printed(), Vec::<PathBuf>::new());
}

#[test]
fn a_queue_that_is_stopped_in_the_middle_keeps_no_job() {
    let cups = Cups::start();
    cups.put("seconds", "3");
    check_fails(&cups, &Trouble::Paused, |stage| {
        if *stage == Stage::Printing {
            cups.run("cupsdisable", &[QUEUE]);
        }
    });
}

#[test]
fn a_queue_that_stops_itself_because_the_printer_gives_up_keeps_no_job() {
    let mut cups = Cups::start_as(Setup { gives_up: "?contimeout=1", ..PLAIN });
    cups.stop_printer();
    let (outcome, seen) = cups.print(&order(), &Control::new(), |_| ());
    let expected = [Trouble::Paused, Trouble::Unreachable].map(Outcome::Failed);
    assert!(expected.contains(&outcome), "{outcome:?} {seen:?}");
    assert_eq!(cups.active_jobs(), "");
}

#[test]
fn a_job_that_waits_behind_others_for_too_long_is_taken_back() {
    let cups = Cups::start();
    cups.put("seconds", "8");
    cups.put("other.pdf", &String::from_utf8(pdf()).unwrap());
    cups.run("lp", &["-d", QUEUE, cups.path("other.pdf").to_str().unwrap()]);
    let (outcome, seen) = cups.print(&order(), &Control::new(), |_| ());
    assert_eq!(outcome, Outcome::Failed(Trouble::Busy), "{seen:?}");
    assert_eq!(cups.active_jobs().lines().count(), 1, "the other job stays");
}

#[test]
fn a_printer_that_drops_the_job_has_not_printed_it() {
    let cups = Cups::start();
    cups.put("fails", "");
    let (outcome, seen) = cups.print(&order(), &Control::new(), |_| ());
    // CUPS has one word for this and for somebody at the printer.
    assert_eq!(outcome, Outcome::Cancelled, "{seen:?}");
}
