//! What answers mean, without a printer and with a clock of our own.

use std::time::Duration;

use careshelf::model::printer::Stage;
use careshelf::model::trouble::Trouble;
use careshelf::printer::judge::{End, Judge, Notes, Sight, Verdict, end_of, end_of_forgotten};
use careshelf::printer::patience::Patience;

const OFF: &str = "The printer may not exist or is unavailable at this time.";

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn sight(job: i32, reasons: &[&str]) -> Sight {
    Sight { job: Some(job), printer_reasons: words(reasons), ..Sight::default() }
}

fn secs(secs: f32) -> Duration {
    Duration::from_secs_f32(secs)
}

/// The default patience, at a printer that said nothing before.
fn judge() -> Judge {
    Judge::new(Patience::default(), &Sight::default())
}

#[track_caller]
fn check_stage(verdict: &Verdict, expected: &Stage) {
    let Verdict::Goes(progress) = verdict else { panic!("{verdict:?}") };
    assert_eq!(progress.stage, *expected);
}

#[test]
fn states_and_reasons_of_an_end() {
    let printed = Some(End::Printed);
    let failed = |trouble| Some(End::Failed(trouble));
    for (state, reasons, expected) in [
        (3, &[][..], None),
        (4, &["job-incoming"], None),
        (5, &["job-printing"], None),
        (6, &["job-completed-with-errors"], None),
        (7, &["job-canceled-by-user"], Some(End::Cancelled)),
        (7, &["job-canceled-at-device"], Some(End::Cancelled)),
        (7, &["processing-to-stop-point"], Some(End::Cancelled)),
        (8, &["aborted-by-system"], failed(Trouble::Aborted)),
        (8, &[], failed(Trouble::Aborted)),
        (8, &["document-format-error"], failed(Trouble::DocumentRefused)),
        (9, &["job-completed-successfully"], printed.clone()),
        (9, &["job-completed-with-warnings"], printed.clone()),
        // What CUPS says of a finished job for as long as it remembers it.
        (9, &["processing-to-stop-point"], printed.clone()),
        (9, &[], printed),
        (9, &["job-completed-with-errors"], failed(Trouble::EndedWithErrors)),
        (9, &["job-completed-successfully", "aborted-by-system"], failed(Trouble::Aborted)),
        (0, &[], None),
        (-1, &[], None),
        (99, &["job-completed-successfully"], None),
    ] {
        assert_eq!(end_of(state, &words(reasons)), expected, "{state} {reasons:?}");
    }
}

#[test]
fn what_became_of_a_forgotten_job_follows_from_the_notes() {
    let notes = |states: &[(i32, &str)]| Notes {
        states: states.iter().map(|(state, reason)| (*state, words(&[reason]))).collect(),
    };
    let (created, began) = ((3, "none"), (5, "job-printing"));
    for (states, expected) in [
        (&[created, began, (9, "job-completed-successfully")][..], End::Printed),
        (&[created, began, (8, "aborted-by-system")], End::Failed(Trouble::Aborted)),
        (&[created, began, (7, "job-canceled-by-user")], End::Cancelled),
        (&[created, began], End::Gone),
        (&[created], End::Cancelled),
        (&[created, began, (3, "printer-stopped")], End::Cancelled),
        (&[created, began, (6, "job-stopped")], End::Cancelled),
        (&[], End::Gone),
    ] {
        assert_eq!(end_of_forgotten(Some(&notes(states))), expected, "{states:?}");
    }
    assert_eq!(end_of_forgotten(None), End::Gone);
}

#[test]
fn a_job_goes_from_the_queue_to_the_printer_and_is_over() {
    let mut judge = judge();
    check_stage(&judge.look(secs(0.0), Ok(&sight(3, &[]))), &Stage::Queued);
    check_stage(&judge.look(secs(1.0), Ok(&sight(5, &["cups-waiting-for-job-completed"]))), &Stage::Printing);
    let gone = Sight::default();
    assert_eq!(judge.look(secs(2.0), Ok(&gone)), Verdict::Over(End::Gone));
    assert_eq!(judge.look(secs(2.0), Ok(&sight(9, &[]))), Verdict::Over(End::Printed));
}

#[test]
fn warnings_hold_up_nothing() {
    let verdict = judge().look(secs(0.0), Ok(&sight(5, &["toner-low-warning", "media-low", "com.example.cat"])));
    let Verdict::Goes(progress) = verdict else { panic!("{verdict:?}") };
    assert_eq!(progress.stage, Stage::Printing);
    assert_eq!(progress.warnings, [Trouble::PaperLow, Trouble::TonerLow, Trouble::Unknown("com.example.cat".into())]);
}

#[test]
fn each_trouble_has_its_own_patience() {
    let patience = Patience::default();
    let stopped = Sight { is_stopped: true, ..sight(3, &["paused"]) };
    let off = Sight { message: OFF.into(), ..sight(5, &[]) };
    for (seen, trouble, time) in [
        (sight(5, &["media-empty-warning", "media-needed-warning"]), Trouble::NoPaper, patience.person),
        (sight(5, &["media-jam-error"]), Trouble::PaperJam, patience.person),
        (sight(5, &["toner-empty-error"]), Trouble::TonerEmpty, patience.house),
        (sight(5, &["com.example.cat-error"]), Trouble::Unknown("com.example.cat-error".into()), patience.house),
        (sight(5, &["offline-report"]), Trouble::Unreachable, patience.unreachable),
        (off, Trouble::Unreachable, patience.unreachable),
        (stopped, Trouble::Paused, patience.house),
        (sight(4, &[]), Trouble::Held, patience.house),
        (sight(3, &[]), Trouble::Busy, patience.queue),
        (sight(5, &[]), Trouble::Endless, patience.printing),
    ] {
        let mut judge = judge();
        let last_moment = time.checked_sub(Duration::from_millis(1)).unwrap();
        assert!(matches!(judge.look(Duration::ZERO, Ok(&seen)), Verdict::Goes(_)), "{trouble:?}");
        assert!(matches!(judge.look(last_moment, Ok(&seen)), Verdict::Goes(_)), "{trouble:?}");
        assert_eq!(judge.look(time, Ok(&seen)), Verdict::GiveUp(trouble));
    }
}

#[test]
fn patience_begins_anew_when_paper_is_back_but_not_for_ever() {
    let mut judge = judge();
    let (empty, printing) = (sight(5, &["media-empty"]), sight(5, &[]));
    for round in 0..6_u16 {
        let begin = f32::from(round) * 100.0;
        check_stage(&judge.look(secs(begin), Ok(&empty)), &Stage::HeldUp(Trouble::NoPaper));
        check_stage(&judge.look(secs(begin + 90.0), Ok(&printing)), &Stage::Printing);
    }
    assert_eq!(judge.look(Patience::default().whole, Ok(&empty)), Verdict::GiveUp(Trouble::NoPaper));
}

#[test]
fn old_reasons_are_not_believed_at_once() {
    let before = sight(0, &["media-empty-warning", "media-needed-warning"]);
    let empty = sight(5, &["media-empty-warning", "media-needed-warning"]);
    let mut judge = Judge::new(Patience::default(), &before);
    check_stage(&judge.look(secs(0.0), Ok(&empty)), &Stage::Printing);
    check_stage(&judge.look(secs(4.9), Ok(&empty)), &Stage::Printing);
    check_stage(&judge.look(secs(5.0), Ok(&empty)), &Stage::HeldUp(Trouble::NoPaper));
}

#[test]
fn old_reasons_that_went_and_came_back_are_new() {
    let before = sight(0, &["media-empty-warning"]);
    let mut judge = Judge::new(Patience::default(), &before);
    check_stage(&judge.look(secs(0.0), Ok(&sight(5, &["media-empty-warning"]))), &Stage::Printing);
    check_stage(&judge.look(secs(0.5), Ok(&sight(5, &[]))), &Stage::Printing);
    let empty = sight(5, &["media-empty-warning"]);
    check_stage(&judge.look(secs(1.0), Ok(&empty)), &Stage::HeldUp(Trouble::NoPaper));
}

#[test]
fn another_reason_than_before_is_believed_at_once() {
    let mut judge = Judge::new(Patience::default(), &sight(0, &["media-empty-warning"]));
    let jam = sight(5, &["media-empty-warning", "media-jam"]);
    check_stage(&judge.look(secs(0.0), Ok(&jam)), &Stage::HeldUp(Trouble::PaperJam));
}

#[test]
fn connecting_is_no_trouble_until_it_takes_long() {
    let mut judge = judge();
    let connecting = sight(5, &["connecting-to-device"]);
    check_stage(&judge.look(secs(0.0), Ok(&connecting)), &Stage::Printing);
    check_stage(&judge.look(secs(5.0), Ok(&connecting)), &Stage::HeldUp(Trouble::Unreachable));
}

#[test]
fn a_printer_that_is_not_reached_is_told_before_what_it_said_last() {
    let seen = Sight { message: OFF.into(), ..sight(5, &["media-empty"]) };
    check_stage(&judge().look(secs(0.0), Ok(&seen)), &Stage::HeldUp(Trouble::Unreachable));
}

#[test]
fn a_stopped_job_in_a_running_queue_is_given_up_at_once() {
    let seen = Sight { job_reasons: words(&["job-completed-with-errors"]), ..sight(6, &[]) };
    assert_eq!(judge().look(secs(0.0), Ok(&seen)), Verdict::GiveUp(Trouble::DocumentRefused));
    let stopped = Sight { is_stopped: true, ..seen };
    check_stage(&judge().look(secs(0.0), Ok(&stopped)), &Stage::HeldUp(Trouble::Paused));
}

#[test]
fn a_held_job_says_why() {
    let seen = Sight { job_reasons: words(&["cups-held-for-authentication"]), ..sight(4, &[]) };
    check_stage(&judge().look(secs(0.0), Ok(&seen)), &Stage::HeldUp(Trouble::NotAllowed));
}

#[test]
fn a_silent_cups_has_its_own_patience() {
    let mut judge = judge();
    check_stage(&judge.look(secs(0.0), Ok(&sight(5, &[]))), &Stage::Printing);
    let silent = || Err(Trouble::SpoolerSilent);
    check_stage(&judge.look(secs(100.0), silent()), &Stage::HeldUp(Trouble::SpoolerSilent));
    check_stage(&judge.look(secs(114.9), silent()), &Stage::HeldUp(Trouble::SpoolerSilent));
    assert_eq!(judge.look(secs(115.0), silent()), Verdict::GiveUp(Trouble::SpoolerSilent));
}

#[test]
fn an_abort_without_a_reason_has_the_last_trouble_for_one() {
    let mut judge = judge();
    let aborted = || End::Failed(Trouble::Aborted);
    assert_eq!(judge.explained(aborted()), aborted());
    judge.look(secs(0.0), Ok(&Sight { message: OFF.into(), ..sight(5, &[]) }));
    assert_eq!(judge.explained(aborted()), End::Failed(Trouble::Unreachable));
    assert_eq!(judge.explained(End::Printed), End::Printed);
}

#[test]
fn states_that_nobody_knows_do_not_wait_for_ever() {
    let mut judge = judge();
    check_stage(&judge.look(secs(0.0), Ok(&sight(77, &[]))), &Stage::Queued);
    assert_eq!(judge.look(secs(60.0), Ok(&sight(77, &[]))), Verdict::GiveUp(Trouble::Busy));
}
