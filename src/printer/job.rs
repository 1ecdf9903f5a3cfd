//! One job from the first byte to the last sign of it: sent, watched, and taken back if need be.

use std::time::{Duration, Instant};

use ipp::model::DelimiterTag;

use super::Spooler;
use super::control::Control;
use super::error::{NOT_FOUND, PrinterError};
use super::events::Events;
use super::find;
use super::judge::{self, End, Judge, Sight, Verdict};
use super::patience::Patience;
use super::request::Cups;
use crate::model::printer::{Order, Outcome, Progress, Stage};
use crate::model::trouble::Trouble;

/// How often CUPS is asked. Each time it is two questions, of some milliseconds.
const POLL: Duration = Duration::from_millis(500);
/// The same while a job is taken back, when someone waits to walk away.
const POLL_FOR_END: Duration = Duration::from_millis(100);

/// How long CUPS notes what becomes of a job, beyond the time that a job may take.
const LEASE: Duration = Duration::from_mins(10);

/// How every PDF begins.
const PDF: &[u8] = b"%PDF-";

impl Spooler {
    /// Prints `pdf` and returns when it is known what came of it, or when patience ends. Makes one job at most.
    ///
    /// `report` is called whenever the progress is another. `control` may call the job off at any time. A job that is
    /// given up is taken back first, so that it does not come out for a stranger; [`Outcome::NotKnown`] says that
    /// this could not be made sure.
    pub fn print(
        &self,
        pdf: &[u8],
        order: &Order,
        patience: &Patience,
        control: &Control,
        report: &mut dyn FnMut(Progress),
    ) -> Outcome {
        let cups = Cups { socket: self.socket(), time: patience.answer };
        let mut reporter = Reporter { last: None, report };
        if control.is_cancelled() {
            return Outcome::Cancelled;
        }
        reporter.stage(Stage::Sending);
        let before = match check(cups, pdf, order) {
            Ok(before) => before,
            Err(trouble) => return Outcome::Failed(trouble),
        };
        let events = Events::collect(cups, &order.printer, patience.whole.saturating_add(LEASE));
        let job = cups.create_job(order).and_then(|answer| {
            let id = answer.only(DelimiterTag::JobAttributes)?.number("job-id");
            id.ok_or_else(|| PrinterError::Confused { what: "a job without a number".into() })
        });
        match job {
            // Should CUPS have made one nevertheless, it has no pages, and nothing will come of it.
            Err(error) => Outcome::Failed(error.trouble()),
            Ok(id) => Job { cups, order, id, events, patience, control }.run(pdf, &before, &mut reporter),
        }
    }
}

/// How the printer looks before the job, if nothing stands against the order.
fn check(cups: Cups<'_>, pdf: &[u8], order: &Order) -> Result<Sight, Trouble> {
    let (printer, before) = find::one(cups, &order.printer).map_err(|error| error.trouble())?;
    if !printer.accepts_jobs {
        return Err(Trouble::NotAcceptingJobs);
    }
    order.check(&printer.can)?;
    if pdf.starts_with(PDF) { Ok(before) } else { Err(Trouble::DocumentRefused) }
}

/// A job that CUPS has a number for.
struct Job<'a> {
    cups: Cups<'a>,
    order: &'a Order,
    id: i32,
    events: Events<'a>,
    patience: &'a Patience,
    control: &'a Control,
}

impl Job<'_> {
    fn run(&self, pdf: &[u8], before: &Sight, reporter: &mut Reporter<'_>) -> Outcome {
        match self.cups.send(&self.order.printer, self.id, pdf, self.control) {
            Ok(_) => {}
            Err(PrinterError::CalledOff) => return self.withdraw(None, reporter),
            Err(error) => return self.withdraw(Some(error.trouble()), reporter),
        }
        let began = Instant::now();
        let mut judge = Judge::new(self.patience.clone(), before);
        while !self.control.is_cancelled() {
            let seen = self.look();
            let verdict = judge.look(began.elapsed(), seen.as_ref().map_err(PrinterError::trouble));
            match verdict {
                Verdict::Goes(progress) => reporter.tell(progress),
                Verdict::GiveUp(trouble) => return self.withdraw(Some(trouble), reporter),
                Verdict::Over(end) => return outcome_of(judge.explained(self.known_end(end))),
            }
            self.control.is_cancelled_within(POLL);
        }
        self.withdraw(None, reporter)
    }

    /// Takes the job back, and says that it failed because of `trouble`, or else that it was called off.
    fn withdraw(&self, trouble: Option<Trouble>, reporter: &mut Reporter<'_>) -> Outcome {
        reporter.stage(Stage::Cancelling);
        let began = Instant::now();
        let mut is_taken_back = false;
        loop {
            // It is not asked twice: that would be an error, and might be understood as "at once".
            is_taken_back = is_taken_back || self.cups.cancel(&self.order.printer, self.id).is_ok();
            let end = self.state().ok().and_then(|(state, reasons)| match state {
                Some(state) => judge::end_of(state, &reasons),
                None => Some(self.known_end(End::Gone)),
            });
            match end {
                // CUPS takes nothing back that is done already.
                Some(End::Gone) if is_taken_back => return ended(trouble),
                Some(End::Cancelled | End::Failed(_)) => return ended(trouble),
                Some(end) => return outcome_of(end),
                None if self.patience.withdrawal <= began.elapsed() => return Outcome::NotKnown,
                None => std::thread::sleep(POLL_FOR_END),
            }
        }
    }

    /// How the job and its printer are.
    fn look(&self) -> Result<Sight, PrinterError> {
        let (job, job_reasons) = self.state()?;
        if job.is_none() {
            // The printer may be gone with it.
            return Ok(Sight::default());
        }
        let answer = self.cups.condition(&self.order.printer)?;
        Ok(Sight { job, job_reasons, ..find::sight_of(answer.only(DelimiterTag::PrinterAttributes)?) })
    }

    /// The job's state, or nothing if CUPS does not know it any more, and the reasons for it.
    fn state(&self) -> Result<(Option<i32>, Vec<String>), PrinterError> {
        let answer = match self.cups.job(&self.order.printer, self.id) {
            Err(PrinterError::Refused { status: NOT_FOUND, .. }) => return Ok((None, Vec::new())),
            answer => answer?,
        };
        let group = answer.only(DelimiterTag::JobAttributes)?;
        let state = group.number("job-state");
        let missing = || PrinterError::Confused { what: "a job without a state".into() };
        Ok((Some(state.ok_or_else(missing)?), group.texts("job-state-reasons")))
    }

    /// The same end, and for a job that is gone what was noted about it.
    fn known_end(&self, end: End) -> End {
        if end == End::Gone { judge::end_of_forgotten(self.events.notes(self.id).as_ref()) } else { end }
    }
}

/// The outcome of a job that was taken back.
fn ended(trouble: Option<Trouble>) -> Outcome {
    trouble.map_or(Outcome::Cancelled, Outcome::Failed)
}

fn outcome_of(end: End) -> Outcome {
    match end {
        End::Printed => Outcome::Printed,
        End::Cancelled => Outcome::Cancelled,
        End::Failed(trouble) => Outcome::Failed(trouble),
        End::Gone => Outcome::NotKnown,
    }
}

/// Tells what is new, and only that.
struct Reporter<'a> {
    last: Option<Progress>,
    report: &'a mut dyn FnMut(Progress),
}

impl Reporter<'_> {
    fn stage(&mut self, stage: Stage) {
        self.tell(Progress { stage, warnings: Vec::new() });
    }

    fn tell(&mut self, progress: Progress) {
        if self.last.as_ref() != Some(&progress) {
            self.last = Some(progress.clone());
            (self.report)(progress);
        }
    }
}
