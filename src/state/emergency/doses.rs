//! The doses of an emergency, and when the next one may follow.

use std::time::Duration;

use super::walk::TOUCH_BOUNCE;
use super::{Emergency, Moment};
use crate::model::guide::{Form, Wait};
use crate::model::id::FormId;
use crate::model::library::Library;

/// A dose that somebody said they gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dose {
    /// How long the emergency had lasted then.
    pub at: Duration,
    /// The kind that was in use here.
    pub form: FormId,
}

/// How it stands with the next dose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoseTimer {
    /// It is too early for another one.
    TooEarly {
        /// So long it still is.
        left: Duration,
    },
    /// If they are not awake and breathing well, it is time for another one.
    Due,
    /// As [`DoseTimer::Due`], and the longest time between two doses has passed.
    Overdue,
}

impl DoseTimer {
    /// Whether it is time for another dose, if they are not awake and breathing well.
    pub fn is_due(self) -> bool {
        matches!(self, Self::Due | Self::Overdue)
    }

    fn new(wait: Wait, since: Duration) -> Self {
        if since < wait.least {
            Self::TooEarly { left: wait.least.saturating_sub(since) }
        } else if since < wait.most {
            Self::Due
        } else {
            Self::Overdue
        }
    }
}

impl Emergency {
    /// The doses given, the first one first.
    pub fn doses(&self) -> &[Dose] {
        &self.doses
    }

    /// How long ago `dose` was.
    pub fn age(&self, dose: &Dose, now: Moment) -> Duration {
        self.time(now).saturating_sub(dose.at)
    }

    /// The kind of naloxone in use here: the last one looked at, or the usual one of the protocol.
    pub fn form<'l>(&self, library: &'l Library) -> Option<&'l Form> {
        let guide = &library.guide;
        let used = self.form.as_ref().and_then(|form| guide.form(form));
        let usual = || library.protocol.forms.first().and_then(|form| guide.form(form));
        used.or_else(usual).or(guide.forms.first())
    }

    /// How it stands with the next dose; `None` before the first one.
    pub fn dose_timer(&self, library: &Library, now: Moment) -> Option<DoseTimer> {
        let last = self.doses.last()?;
        Some(DoseTimer::new(self.wait(library)?, self.age(last, now)))
    }

    /// The time between the last dose and the next one.
    pub fn wait(&self, library: &Library) -> Option<Wait> {
        let form = self.doses.last().and_then(|dose| library.guide.form(&dose.form));
        // A kind that the guide does not have any more waits as the usual one does.
        form.or_else(|| self.form(library)).map(|form| form.wait)
    }

    /// Writes down a dose of the kind in use.
    pub(super) fn give_dose(&mut self, library: &Library, now: Moment) {
        let form = self.form(library).map_or_else(|| FormId::from(""), |form| form.id.clone());
        self.doses.push(Dose { at: self.time(now), form });
    }

    /// Takes back the last dose: it was not given after all. A second touch too soon takes no second one.
    pub fn take_back_dose(&mut self, now: Moment) {
        if !self.is_bounce(now) && TOUCH_BOUNCE <= now.since(self.touched) {
            self.doses.pop();
            self.touched = now;
        }
    }
}
