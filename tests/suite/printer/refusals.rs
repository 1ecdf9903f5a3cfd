//! A CUPS that is not there, does not want the job, or goes away with it.

use std::io::Write;
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use careshelf::model::printer::{Outcome, Stage};
use careshelf::model::trouble::Trouble;
use careshelf::printer::control::Control;
use careshelf::printer::error::PrinterError;
use careshelf::printer::patience::Patience;
use careshelf::printer::{SOCKET_VARIABLE, Spooler};

use super::cups::{Cups, wait_until};
use super::setup::{QUEUE, order, pdf, short};

fn print_at(spooler: &Spooler) -> Outcome {
    spooler.print(&pdf(), &order(), &short(), &Control::new(), &mut |_| ())
}

#[test]
fn without_cups_there_is_no_printer_and_an_error_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let missing = Spooler::at(folder.path().join("missing"));
    // A socket that nobody listens at any more, as a killed CUPS leaves it.
    let refusing = Spooler::at(folder.path().join("refusing"));
    drop(UnixListener::bind(folder.path().join("refusing")).unwrap());
    for spooler in [missing, refusing] {
        let error = spooler.printers().unwrap_err();
        assert!(matches!(error, PrinterError::NoSpooler { .. }), "{error:?}");
        let expected = format!(
            "no printing service listens at {}; install and start CUPS, or name its socket in CUPS_SERVER",
            spooler.socket().display()
        );
        assert_eq!(error.to_string(), expected);
        assert_eq!(print_at(&spooler), Outcome::Failed(Trouble::NoSpooler));
    }
}

#[test]
fn the_environment_may_name_a_socket_and_never_a_server() {
    for (named, expected) in
        [("/some/where/else", true), ("print.example:631", false), ("relative/path", false), ("", false)]
    {
        let exe = std::env::current_exe().unwrap();
        let test = "printer::refusals::where_this_program_looks";
        let output =
            Command::new(exe).args([test, "--exact", "--ignored", "--nocapture"]).env(SOCKET_VARIABLE, named).output();
        let said = String::from_utf8(output.unwrap().stdout).unwrap();
        let usual = said.contains("@/run/cups/cups.sock") || said.contains("@/var/run/cups/cups.sock");
        assert_eq!((said.contains("@/some/where/else"), usual), (expected, !expected), "{named}: {said}");
    }
}

#[test]
#[ignore = "it is the program that `the_environment_may_name_a_socket_and_never_a_server` starts"]
fn where_this_program_looks() {
    let mut out = std::io::stdout().lock();
    writeln!(out, "@{}", Spooler::of_machine().socket().display()).unwrap();
}

#[test]
fn a_queue_that_takes_no_jobs_gets_none() {
    let cups = Cups::start();
    cups.run("cupsreject", &[QUEUE]);
    assert!(!cups.spooler().printers().unwrap()[0].accepts_jobs);
    assert_eq!(print_at(&cups.spooler()), Outcome::Failed(Trouble::NotAcceptingJobs));
    assert_eq!(cups.run("lpstat", &["-W", "all", "-o"]), "");
}

#[test]
fn pages_that_cannot_be_converted_fail_at_once_and_leave_the_queue() {
    let cups = Cups::start();
    let junk = b"%PDF-1.7\nthis is not what it says";
    let outcome = cups.spooler().print(junk, &order(), &short(), &Control::new(), &mut |_| ());
    assert_eq!(outcome, Outcome::Failed(Trouble::DocumentRefused));
    assert_eq!(cups.active_jobs(), "");
}

#[test]
fn when_cups_goes_away_with_the_job_nobody_can_tell() {
    let mut cups = Cups::start();
    cups.put("seconds", "3");
    let spooler = cups.spooler();
    let worker = thread::spawn(move || print_at(&spooler));
    wait_until("it prints", || cups.path("ticket").exists());
    cups.kill_cupsd();
    assert_eq!(worker.join().unwrap(), Outcome::NotKnown);
}

#[test]
fn a_cups_that_is_back_in_time_goes_on() {
    let mut cups = Cups::start();
    cups.put("no-paper", "");
    let spooler = cups.spooler();
    let patience = Patience { spooler: Duration::from_secs(10), ..short() };
    let (sender, stages) = mpsc::channel();
    let worker = thread::spawn(move || {
        spooler.print(&pdf(), &order(), &patience, &Control::new(), &mut |progress| {
            let _ = sender.send(progress.stage);
        })
    });
    wait_until("it prints", || cups.path("ticket").exists());
    cups.kill_cupsd();
    let lost = Stage::HeldUp(Trouble::NoSpooler);
    assert!(stages.iter().any(|stage| stage == lost), "nobody noticed");
    cups.take("no-paper");
    // A virtual printer that gets a job while it is at another forgets the new one.
    wait_until("the printer is done", || cups.path("done").exists());
    thread::sleep(Duration::from_millis(300));
    cups.start_cupsd();
    // CUPS does not know how far the job was, and prints all of it anew.
    assert_eq!(worker.join().unwrap(), Outcome::Printed);
    assert_eq!(cups.active_jobs(), "");
}
