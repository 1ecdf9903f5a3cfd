//! Pages that come out of a real CUPS: what is found, sent, and told.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use careshelf::model::printer::{Order, Outcome, Progress, Stage};
use careshelf::model::trouble::Trouble;
use careshelf::printer::control::Control;
use careshelf::printer::{OWNER, Spooler};

use super::cups::{Cups, wait_until};
use super::fake::Relay;
use super::setup::{PLAIN, QUEUE, Setup, order, pdf, short};

fn stages(seen: &[Progress]) -> Vec<Stage> {
    let mut stages: Vec<Stage> = seen.iter().map(|progress| progress.stage.clone()).collect();
    stages.dedup();
    stages
}

#[test]
fn a_printer_is_found_with_what_it_can() {
    let cups = Cups::start();
    let printers = cups.spooler().printers().unwrap();
    let [printer] = printers.as_slice() else { panic!("{printers:?}") };
    assert_eq!((printer.name.as_str(), printer.label.as_str()), (QUEUE, "Front desk"));
    assert!(printer.is_default && printer.accepts_jobs);
    for media in ["na_letter_8.5x11in", "iso_a4_210x297mm"] {
        assert!(printer.can.media.iter().any(|known| known == media), "{:?}", printer.can.media);
    }
    assert!(printer.can.is_two_sided && printer.can.takes_pdf);
    assert_eq!(printer.can.most_copies, 9999);
    assert!(!printer.condition.is_stopped && !printer.condition.is_busy);
    assert_eq!(printer.condition.troubles, []);
}

#[test]
fn a_machine_without_printers_has_none_and_that_is_no_error() {
    let cups = Cups::start();
    cups.run("lpadmin", &["-x", QUEUE]);
    assert_eq!(cups.spooler().printers().unwrap(), []);
}

#[test]
fn a_page_comes_out_as_ordered_and_in_nobodys_name() {
    let cups = Cups::start();
    cups.put("low", "");
    let ordered = Order { is_two_sided: true, copies: 3, title: "Überdosis – was tun? ".repeat(40), ..order() };
    let (outcome, seen) = cups.print(&ordered, &Control::new(), |_| ());
    assert_eq!(outcome, Outcome::Printed);
    assert_eq!(stages(&seen), [Stage::Sending, Stage::Printing]);
    assert_eq!(cups.active_jobs(), "");
    let printed = cups.printed();
    assert!(printed.iter().any(|path| fs::read(path).unwrap().starts_with(b"%PDF-")), "{printed:?}");
    let ticket = cups.ticket();
    for line in [
        "IPP_SIDES=two-sided-long-edge",
        "IPP_COPIES=3",
        "IPP_MEDIA_COL={media-size={x-dimension=21590 y-dimension=27940}",
        "IPP_JOB_NAME=Überdosis",
        &format!("IPP_JOB_ORIGINATING_USER_NAME={OWNER}\n"),
    ] {
        assert!(ticket.contains(line), "{line} is missing in\n{ticket}");
    }
    check_nobody_is_named(&cups);
}

/// Nothing that CUPS keeps about jobs has the name of whoever is logged in.
fn check_nobody_is_named(cups: &Cups) {
    let login = String::from_utf8(Command::new("id").arg("-un").output().unwrap().stdout).unwrap();
    let history: Vec<_> = fs::read_dir(cups.path("spool")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let jobs: Vec<_> = history.iter().filter(|path| path.is_file()).collect();
    assert_eq!(jobs.len(), 1, "{history:?}");
    let control = String::from_utf8_lossy(&fs::read(jobs[0]).unwrap()).into_owned();
    assert!(control.contains(OWNER));
    assert!(!control.contains(login.trim()), "{login} is in {control}");
    let listed = cups.run("lpstat", &["-W", "completed", "-o"]);
    assert!(listed.contains(OWNER) && !listed.contains(login.trim()), "{listed}");
}

#[test]
fn low_toner_is_a_warning_and_holds_up_nothing() {
    let cups = Cups::start();
    cups.put("low", "");
    assert_eq!(cups.print(&order(), &Control::new(), |_| ()).0, Outcome::Printed);
    cups.take("low");
    cups.put("seconds", "2");
    let (outcome, seen) = cups.print(&order(), &Control::new(), |_| ());
    assert_eq!(outcome, Outcome::Printed);
    assert!(seen.iter().any(|progress| progress.warnings == [Trouble::TonerLow]), "{seen:?}");
    assert!(!stages(&seen).iter().any(|stage| matches!(stage, Stage::HeldUp(_))), "{seen:?}");
}

#[test]
fn a_job_that_is_called_off_while_it_prints_is_gone_from_the_queue() {
    let cups = Cups::start();
    cups.put("seconds", "3");
    let control = Control::new();
    let from_outside = control.clone();
    let called_off = thread::spawn(move || {
        thread::sleep(Duration::from_millis(1200));
        from_outside.cancel();
        Instant::now()
    });
    let (outcome, seen) = cups.print(&order(), &control, |_| ());
    let took = called_off.join().unwrap().elapsed();
    assert_eq!(outcome, Outcome::Cancelled);
    assert_eq!(stages(&seen), [Stage::Sending, Stage::Printing, Stage::Cancelling]);
    assert_eq!(cups.active_jobs(), "");
    assert!(took < Duration::from_millis(500), "{took:?}");
}

#[test]
fn a_job_that_is_called_off_before_it_begins_is_never_sent() {
    let cups = Cups::start();
    let control = Control::new();
    control.cancel();
    assert_eq!(cups.print(&order(), &control, |_| ()), (Outcome::Cancelled, Vec::new()));
    assert_eq!(cups.run("lpstat", &["-W", "all", "-o"]), "");
}

#[test]
fn a_job_that_is_called_off_while_it_is_sent_leaves_nothing_behind() {
    let cups = Cups::start();
    let relay = Relay::start(&cups.path("cups.sock"), Relay::SWALLOW_DOCUMENT);
    let control = Control::new();
    let from_outside = control.clone();
    let called_off = thread::spawn(move || {
        thread::sleep(Duration::from_millis(700));
        from_outside.cancel();
        Instant::now()
    });
    let outcome = relay.spooler().print(&pdf(), &order(), &short(), &control, &mut |_| ());
    let took = called_off.join().unwrap().elapsed();
    assert_eq!(outcome, Outcome::Cancelled);
    assert_eq!(cups.active_jobs(), "");
    assert_eq!(cups.printed(), Vec::<PathBuf>::new());
    assert!(took < Duration::from_millis(500), "{took:?}");
}

#[test]
fn a_lost_answer_makes_no_second_job() {
    let cups = Cups::start();
    let relay = Relay::start(&cups.path("cups.sock"), Relay::SWALLOW_ANSWER);
    let outcome = relay.spooler().print(&pdf(), &order(), &short(), &Control::new(), &mut |_| ());
    // CUPS had all of it. Whether it is printed before it is taken back is a matter of luck, and is told as it is.
    let silent = Outcome::Failed(Trouble::SpoolerSilent);
    assert!([Outcome::Printed, silent].contains(&outcome), "{outcome:?}");
    wait_until("it is over", || cups.active_jobs().is_empty());
    assert_eq!(cups.run("lpstat", &["-W", "all", "-o"]).lines().count(), 1);
}

#[test]
fn what_a_printer_cannot_do_is_refused_before_anything_is_sent() {
    let cups = Cups::start_as(Setup { is_two_sided: false, ..PLAIN });
    for (ordered, trouble) in [
        (Order { media: "iso_a0_841x1189mm".into(), ..order() }, Trouble::PaperNotOffered("iso_a0_841x1189mm".into())),
        (Order { is_two_sided: true, ..order() }, Trouble::TwoSidedNotOffered),
        (Order { copies: 10_000, ..order() }, Trouble::CopiesNotOffered { most: 9999 }),
        (Order { copies: 0, ..order() }, Trouble::CopiesNotOffered { most: 9999 }),
        (Order { printer: "elsewhere".into(), ..order() }, Trouble::UnknownPrinter),
        (Order { printer: "no such/queue?".into(), ..order() }, Trouble::UnknownPrinter),
        (Order { printer: "x".repeat(5000), ..order() }, Trouble::Refused(String::new())),
    ] {
        let (outcome, _) = cups.print(&ordered, &Control::new(), |_| ());
        match (outcome, trouble) {
            (Outcome::Failed(Trouble::Refused(_)), Trouble::Refused(_)) => {}
            (outcome, trouble) => assert_eq!(outcome, Outcome::Failed(trouble)),
        }
    }
    let text =
        Spooler::at(cups.path("cups.sock")).print(b"no PDF at all", &order(), &short(), &Control::new(), &mut |_| ());
    assert_eq!(text, Outcome::Failed(Trouble::DocumentRefused));
    assert_eq!(cups.run("lpstat", &["-W", "all", "-o"]), "");
}
