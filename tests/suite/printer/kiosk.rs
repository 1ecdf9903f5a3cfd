//! A kiosk's CUPS forgets each job the moment it ends. What became of it must be known all the same.

use std::fs;
use std::thread;
use std::time::Duration;

use careshelf::model::printer::{Outcome, Stage};
use careshelf::model::trouble::Trouble;
use careshelf::printer::control::Control;
use careshelf::printer::patience::Patience;

use super::cups::{Cups, wait_until};
use super::setup::{KIOSK, QUEUE, Setup, order, pdf, short};

#[test]
fn printed_is_known_without_a_history() {
    let cups = Cups::start_as(KIOSK);
    let (outcome, seen) = cups.print(&order(), &Control::new(), |_| ());
    assert_eq!(outcome, Outcome::Printed, "{seen:?}");
    assert_eq!(cups.run("lpstat", &["-W", "all", "-o"]), "", "CUPS has forgotten it");
}

#[test]
fn aborted_is_known_without_a_history_and_why() {
    let mut cups = Cups::start_as(Setup { gives_up: "?contimeout=1", ..KIOSK });
    cups.stop_printer();
    let patience = Patience { unreachable: Duration::from_secs(10), ..short() };
    let outcome = cups.spooler().print(&pdf(), &order(), &patience, &Control::new(), &mut |_| ());
    assert_eq!(outcome, Outcome::Failed(Trouble::Unreachable));
    assert_eq!(cups.run("lpstat", &["-W", "all", "-o"]), "", "CUPS has forgotten it");
}

#[test]
fn called_off_by_us_is_known_without_a_history() {
    let cups = Cups::start_as(KIOSK);
    cups.put("seconds", "3");
    let control = Control::new();
    let (outcome, seen) = cups.print(&order(), &control, |stage| {
        if *stage == Stage::Printing {
            control.cancel();
        }
    });
    assert_eq!(outcome, Outcome::Cancelled, "{seen:?}");
    assert_eq!(cups.active_jobs(), "");
}

#[test]
fn called_off_by_the_house_is_known_without_a_history() {
    for is_stopped in [false, true] {
        let cups = Cups::start_as(KIOSK);
        cups.put("seconds", "3");
        if is_stopped {
            cups.run("cupsdisable", &[QUEUE]);
        }
        let spooler = cups.spooler();
        let patience = Patience { house: Duration::from_secs(10), ..short() };
        let worker = thread::spawn(move || spooler.print(&pdf(), &order(), &patience, &Control::new(), &mut |_| ()));
        wait_until("the job is there", || !cups.active_jobs().is_empty());
        // Not before all of its pages are there, or else it would not be called off but refused.
        wait_until("it waits or prints", || is_stopped || cups.path("ticket").exists());
        thread::sleep(Duration::from_millis(300));
        cups.run("cancel", &["-a", QUEUE]);
        assert_eq!(worker.join().unwrap(), Outcome::Cancelled, "stopped: {is_stopped}");
    }
}

#[test]
fn a_printer_that_is_deleted_under_a_job_leaves_a_question() {
    let cups = Cups::start_as(KIOSK);
    cups.put("seconds", "3");
    let (outcome, seen) = cups.print(&order(), &Control::new(), |stage| {
        if *stage == Stage::Printing {
            cups.run("lpadmin", &["-x", QUEUE]);
        }
    });
    assert_eq!(outcome, Outcome::NotKnown, "{seen:?}");
}

#[test]
fn nothing_is_noted_for_longer_than_a_job_takes() {
    let cups = Cups::start_as(KIOSK);
    cups.put("seconds", "1");
    // CUPS keeps its subscriptions in this file.
    let is_noting = || {
        let kept = fs::read_to_string(cups.path("root/subscriptions.conf")).unwrap_or_default();
        kept.contains("<Subscription ")
    };
    let mut was_noting = false;
    let (outcome, _) = cups.print(&order(), &Control::new(), |_| was_noting |= is_noting());
    assert_eq!((outcome, was_noting), (Outcome::Printed, true));
    wait_until("nothing is noted", || !is_noting());
}
