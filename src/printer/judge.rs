//! What the answers of CUPS mean, with time as an argument: pure, so that every case can be tried without a printer.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::keyword;
use super::patience::Patience;
use crate::model::printer::{Progress, Stage};
use crate::model::trouble::Trouble;

/// What CUPS said about a job and its printer at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// `job-state`, or nothing if CUPS knows no such job.
    pub job: Option<i32>,
    /// `job-state-reasons`.
    pub job_reasons: Vec<String>,
    /// Whether `printer-state` is stopped.
    pub is_stopped: bool,
    /// `printer-state-reasons`.
    pub printer_reasons: Vec<String>,
    /// `printer-state-message`: a sentence, in English because we ask for it.
    pub message: String,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Wait.
    Goes(Progress),
    /// Take the job back, and say this.
    GiveUp(Trouble),
    /// Nothing: it is over.
    Over(End),
}

/// How a job ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// On paper.
    Printed,
    /// Called off.
    Cancelled,
    /// For this reason.
    Failed(Trouble),
    /// CUPS forgot it before anybody looked.
    Gone,
}

/// What CUPS noted about a job while it was there, in its subscription's events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// The states that the job came to, with their reasons, in their order.
    pub states: Vec<(i32, Vec<String>)>,
}

const HELD: i32 = 4;
const PROCESSING: i32 = 5;
const STOPPED: i32 = 6;
const CANCELLED: i32 = 7;
const ABORTED: i32 = 8;
const COMPLETED: i32 = 9;

/// Watches one job, and gives it up when patience ends.
#[derive(Clone, Debug)]
pub struct Judge {
    patience: Patience,
    /// What the printer said before the job began, and still says. It may be long past.
    old: BTreeSet<String>,
    first_said: BTreeMap<String, Duration>,
    stage: Stage,
    stage_began: Duration,
}

impl Judge {
    /// One for a job that is about to begin, at a printer that was seen like `before`.
    pub fn new(patience: Patience, before: &Sight) -> Self {
        let old = before.printer_reasons.iter().chain([&before.message]).cloned().collect();
        Self { patience, old, first_said: BTreeMap::new(), stage: Stage::Queued, stage_began: Duration::ZERO }
    }

    /// Judges what was seen when the job was `now` old, or why nothing was.
    pub fn look(&mut self, now: Duration, seen: Result<&Sight, Trouble>) -> Verdict {
        let (stage, warnings) = match seen {
            Err(trouble) => (Stage::HeldUp(trouble), Vec::new()),
            Ok(sight) => match self.stage_of(now, sight) {
                Ok(stage) => (stage, warnings(&sight.printer_reasons)),
                Err(over) => return over,
            },
        };
        if stage != self.stage {
            self.stage = stage;
            self.stage_began = now;
        }
        let trouble = match &self.stage {
            Stage::HeldUp(trouble) => trouble.clone(),
            Stage::Printing => Trouble::Endless,
            _ => Trouble::Busy,
        };
        let waited = now.saturating_sub(self.stage_began);
        if self.patience.with(&trouble) <= waited || self.patience.whole <= now {
            return Verdict::GiveUp(trouble);
        }
        Verdict::Goes(Progress { stage: self.stage.clone(), warnings })
    }

    /// The same end, with the last trouble for a reason where CUPS gives none.
    pub fn explained(&self, end: End) -> End {
        match (&self.stage, end) {
            (Stage::HeldUp(trouble), End::Failed(Trouble::Aborted)) => End::Failed(trouble.clone()),
            (_, end) => end,
        }
    }

    fn stage_of(&mut self, now: Duration, sight: &Sight) -> Result<Stage, Verdict> {
        let Some(state) = sight.job else { return Err(Verdict::Over(End::Gone)) };
        if let Some(end) = end_of(state, &sight.job_reasons) {
            return Err(Verdict::Over(end));
        }
        if let Some(trouble) = self.trouble(now, sight) {
            return Ok(Stage::HeldUp(trouble));
        }
        let of_job = || sight.job_reasons.iter().find_map(|keyword| keyword::of_job(keyword));
        match state {
            // CUPS keeps a job whose pages it could not convert for ever, and says that it "completed with errors".
            STOPPED => Err(Verdict::GiveUp(Trouble::DocumentRefused)),
            HELD => Ok(Stage::HeldUp(of_job().unwrap_or(Trouble::Held))),
            PROCESSING => Ok(Stage::Printing),
            _ => Ok(Stage::Queued),
        }
    }

    /// What keeps the job from coming out, if that is believed.
    fn trouble(&mut self, now: Duration, sight: &Sight) -> Option<Trouble> {
        let said: Vec<&String> = sight.printer_reasons.iter().chain([&sight.message]).collect();
        self.first_said.retain(|old, _| said.contains(&old));
        self.old.retain(|old| said.contains(&old));
        if sight.is_stopped {
            return Some(Trouble::Paused);
        }
        let mut believed = BTreeSet::new();
        for said in said {
            let first = *self.first_said.entry(said.clone()).or_insert(now);
            let is_doubtful = self.old.contains(said) || said == keyword::CONNECTING;
            if !is_doubtful || self.patience.stale <= now.saturating_sub(first) {
                believed.extend(stopping(said));
            }
        }
        // One that is not reached says nothing new: what else it said may have been put right.
        [Trouble::Paused, Trouble::Unreachable]
            .into_iter()
            .find(|trouble| believed.contains(trouble))
            .or_else(|| believed.pop_first())
    }
}

/// How a job ended that is in this state; nothing if it is not over.
pub fn end_of(state: i32, reasons: &[String]) -> Option<End> {
    let trouble = reasons.iter().find_map(|keyword| keyword::of_job(keyword));
    match state {
        COMPLETED => Some(trouble.map_or(End::Printed, End::Failed)),
        CANCELLED => Some(End::Cancelled),
        ABORTED => Some(End::Failed(trouble.unwrap_or(Trouble::Aborted))),
        // Also for a state that RFC 8011 does not have: waiting will not explain it, but patience ends it.
        _ => None,
    }
}

/// How a job ended that CUPS does not know any more, from what it noted while it did.
///
/// A finished job is noted before it is forgotten. One that is taken out of the queue while it waits is forgotten
/// without a note: if its beginning was noted, and that it did not print last, somebody took it out.
pub fn end_of_forgotten(notes: Option<&Notes>) -> End {
    let states = notes.map(|notes| notes.states.as_slice()).unwrap_or_default();
    if let Some(end) = states.iter().find_map(|(state, reasons)| end_of(*state, reasons)) {
        return end;
    }
    match states.last() {
        Some((state, _)) if *state != PROCESSING => End::Cancelled,
        _ => End::Gone,
    }
}

/// The troubles that keep pages from coming, of all that a printer says, each once.
pub fn troubles(reasons: &[String], message: &str) -> Vec<Trouble> {
    let said = reasons.iter().map(String::as_str).chain([message]);
    said.filter_map(stopping).collect::<BTreeSet<_>>().into_iter().collect()
}

/// What else it says, each once.
pub fn warnings(reasons: &[String]) -> Vec<Trouble> {
    let told = reasons.iter().filter_map(|keyword| keyword::of_printer(keyword)).filter(|reason| !reason.stops);
    told.map(|reason| reason.trouble).collect::<BTreeSet<_>>().into_iter().collect()
}

fn stopping(said: &str) -> Option<Trouble> {
    if said.is_empty() || said.contains(' ') {
        return keyword::of_message(said);
    }
    keyword::of_printer(said).filter(|reason| reason.stops).map(|reason| reason.trouble)
}
