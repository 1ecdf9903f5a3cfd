//! What is said of the doses and of time, in words that change only when something must be done.

use std::time::Duration;

use crate::notes;
use crate::state::emergency::{Dose, DoseTimer, Emergency};
use crate::ui::View;
use crate::words::Msg;

/// How it stands with the next dose, in one sentence or two.
pub(super) fn dose_status(view: &View<'_>, emergency: &Emergency) -> String {
    let library = view.library;
    let wait = emergency.wait(library).unwrap_or_default();
    let number = emergency.doses().len();
    let args = |time: Duration| [("number", number.into()), ("time", notes::whole_minutes(time, view.words).into())];
    match emergency.dose_timer(library, view.state.now) {
        None => view.text(Msg::DosesNone),
        Some(DoseTimer::TooEarly { .. }) => {
            let wait = notes::wait(wait, view.words);
            view.words.with(Msg::DosesWait, &[("number", number.into()), ("wait", wait.into())])
        }
        Some(DoseTimer::Due) => view.words.with(Msg::DosesDue, &args(wait.least)),
        Some(DoseTimer::Overdue) => view.words.with(Msg::DosesOverdue, &args(wait.most)),
    }
}

/// Each dose with its number and how long ago it was, the first one first.
pub(super) fn doses(view: &View<'_>, emergency: &Emergency) -> Vec<String> {
    let line = |(at, dose): (usize, &Dose)| {
        let age = notes::clock(emergency.age(dose, view.state.now), view.words);
        view.words.with(Msg::DosesAgo, &[("number", (at + 1).into()), ("age", age.into())])
    };
    emergency.doses().iter().enumerate().map(line).collect()
}

/// The next whole second of `left`: a count that ends at 0 ends when time is up.
pub(super) fn whole_secs(left: Duration) -> u64 {
    left.as_secs() + u64::from(0 < left.subsec_nanos())
}
