//! A reader prints from the page for it, on a real CUPS.

use careshelf::model::printer::Outcome;
use careshelf::model::trouble::Trouble;
use careshelf::state::printing::{Job, JobStatus, Preview, Printers};
use careshelf::state::{Action, PrintAction};
use egui::accesskit::Role;

use super::cups::{Cups, wait_until};
use crate::visit::{Visit, bundled};

/// A reader who is about to print a section on `cups`.
fn at_print_page(cups: &Cups) -> Visit {
    let mut visit = Visit::printing_to(cups.spooler(), None, bundled(), [1280.0, 800.0]);
    visit.act(Action::OpenSection("signs".into())).press(Role::Button, "Print").until("all is ready", |visit| {
        let printing = visit.state().printing.as_ref().unwrap();
        matches!((&printing.preview, &printing.printers), (Preview::Ready(_), Printers::Found(_)))
    });
    visit
}

fn job(visit: &Visit) -> &Job {
    visit.state().printing.as_ref().unwrap().job.as_ref().expect("there is a job")
}

#[track_caller]
fn until_over(visit: &mut Visit) -> Outcome {
    visit.until("the job is over", |visit| !job(visit).is_going());
    let JobStatus::Over(outcome) = &job(visit).status else { unreachable!() };
    outcome.clone()
}

#[test]
fn two_quick_taps_print_once_and_printed_is_said_when_it_is_printed() {
    let cups = Cups::start();
    cups.put("seconds", "1");
    let mut visit = at_print_page(&cups);
    assert!(visit.has("Front desk"));
    visit.press(Role::RadioButton, "Both sides").press(Role::Button, "One copy more");
    visit.act_for_one_frame(Action::Print(PrintAction::Start)).act(Action::Print(PrintAction::Start));
    wait_until("the printer has begun", || !cups.printed().is_empty());
    visit.wait();
    assert!(!visit.has("Printed."), "nothing is printed yet");
    assert_eq!(until_over(&mut visit), Outcome::Printed);
    assert!(visit.has("Printed."), "{}", visit.words());
    let pages = cups.printed().into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    assert_eq!(pages.count(), 1, "one confirmation, one job");
    let ticket = cups.ticket();
    for line in ["IPP_SIDES=two-sided-long-edge", "IPP_COPIES=2", "IPP_JOB_NAME=Careshelf pages"] {
        assert!(ticket.contains(line), "{line} is missing in\n{ticket}");
    }
}

#[test]
fn out_of_paper_is_told_and_goes_on_by_itself_when_there_is_paper() {
    let cups = Cups::start();
    cups.put("no-paper", "");
    let mut visit = at_print_page(&cups);
    visit.act(Action::Print(PrintAction::Start));
    visit.until("it is told", |visit| job(visit).trouble() == Some(&Trouble::NoPaper));
    assert!(visit.has("Put paper in the tray, or ask staff. Printing then goes on by itself."), "{}", visit.words());
    cups.take("no-paper");
    assert_eq!(until_over(&mut visit), Outcome::Printed);
}

#[test]
fn a_job_that_is_called_off_is_gone_and_the_choice_is_kept() {
    let cups = Cups::start();
    cups.put("seconds", "30");
    let mut visit = at_print_page(&cups);
    visit.press(Role::RadioButton, "Both sides").act(Action::Print(PrintAction::Start));
    visit.until("it is under way", |visit| visit.has("Printing…")).press(Role::Button, "Stop printing");
    assert_eq!(until_over(&mut visit), Outcome::Cancelled);
    assert_eq!(cups.active_jobs(), "");
    assert!(visit.has("Printing was stopped.") && visit.has("Your pages are still chosen."), "{}", visit.words());
    visit.press(Role::Button, "Try again");
    assert!(visit.state().printing.as_ref().unwrap().is_two_sided);
}

#[test]
fn a_queue_that_takes_nothing_is_told_before_and_after() {
    let cups = Cups::start();
    cups.run("cupsreject", &["kiosk"]);
    let mut visit = at_print_page(&cups);
    assert!(visit.has("The printer takes no pages at the moment."), "{}", visit.words());
    visit.act(Action::Print(PrintAction::Start));
    assert_eq!(until_over(&mut visit), Outcome::Failed(Trouble::NotAcceptingJobs));
    assert!(visit.has("Ask staff for help."));
}

#[test]
fn pages_that_nobody_waits_for_any_more_do_not_come_out_for_a_stranger() {
    let cups = Cups::start();
    cups.put("seconds", "30");
    let mut visit = at_print_page(&cups);
    visit.act(Action::Print(PrintAction::Start)).until("it is under way", |visit| visit.has("Printing…"));
    assert_ne!(cups.active_jobs(), "");
    // The window is closed.
    drop(visit);
    assert_eq!(cups.active_jobs(), "");
}
