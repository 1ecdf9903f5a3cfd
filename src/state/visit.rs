//! A visit: how it begins on a kiosk, when it ends by itself, and that nothing of it is left then.

use std::time::Duration;

use super::emergency::Emergency;
use super::printing::Printing;
use super::{AppState, Cover, Moment};
use crate::model::library::Library;

/// A guide that was opened and in which nothing was done yet is given so long: whoever opened it may be shaking somebody.
const LOOK_AT_GUIDE: Duration = Duration::from_mins(15);

/// Somebody is there.
pub(super) fn touch(state: &mut AppState, now: Moment) {
    if state.cover != Some(Cover::Welcome) {
        state.touched = Some(now.max(state.now));
    }
}

/// Shows the page instead of what welcomed somebody.
pub(super) fn begin(state: &mut AppState) {
    state.cover.take_if(|cover| *cover == Cover::Welcome);
    touch(state, state.now);
}

/// Hides the page, or shows it again. Nobody hides the steps that somebody needs to stay alive.
pub(super) fn toggle_hidden(state: &mut AppState) {
    let is_needed = state.open_guide().is_some_and(|emergency| !emergency.is_practice());
    state.cover = match state.cover {
        cover if is_needed => cover,
        None => Some(Cover::Hidden),
        Some(Cover::Hidden) => None,
        Some(Cover::Welcome) => Some(Cover::Welcome),
    };
}

/// Forgets everything that somebody set, opened or gathered. Only what keeps somebody alive goes on: an emergency under way.
///
/// Pages on their way to a printer are waited for: whoever sent them is still there.
pub(super) fn end(state: &mut AppState, library: &Library) {
    if state.printing.as_ref().is_some_and(Printing::is_busy) {
        return;
    }
    let emergency = state.emergency.take().filter(is_to_be_kept);
    *state = AppState {
        emergency,
        // These are the machine's, not the reader's.
        speaker: state.speaker,
        printer_words: std::mem::take(&mut state.printer_words),
        job_count: state.job_count,
        ended_visits: state.ended_visits + 1,
        now: state.now,
        ..AppState::new(library, state.today)
    };
}

fn is_to_be_kept(emergency: &Emergency) -> bool {
    !emergency.is_practice() && emergency.is_under_way()
}

/// Ends a visit in which nobody has touched anything for too long.
pub(super) fn follow_time(state: &mut AppState, library: &Library) {
    if state.touched.is_some() && is_suspended(state) {
        state.touched = Some(state.now);
    }
    if state.time_left(library) == Some(Duration::ZERO) {
        end(state, library);
    }
}

/// Whether a visit cannot end by itself now: somebody is being helped, or pages are on their way.
fn is_suspended(state: &AppState) -> bool {
    let is_helped = state.emergency.as_ref().is_some_and(is_to_be_kept);
    let is_printing = state.printing.as_ref().is_some_and(Printing::is_busy);
    is_helped || is_printing
}

impl AppState {
    /// How long until this visit ends if nobody touches anything; `None` where visits do not end by themselves, and while
    /// nobody is there.
    pub fn time_left(&self, library: &Library) -> Option<Duration> {
        let (touched, rules) = (self.touched?, &library.site.visits);
        let is_ending = library.site.is_kiosk && !is_suspended(self);
        let idle = if self.open_guide().is_some() { rules.idle.max(LOOK_AT_GUIDE) } else { rules.idle };
        is_ending.then(|| (idle + rules.warning).saturating_sub(self.now.since(touched)))
    }

    /// How long there is to say that somebody is still there, once that is asked.
    pub fn warning_left(&self, library: &Library) -> Option<Duration> {
        // Nobody is asked on a page that is to look as if nobody were there.
        let left = self.time_left(library).filter(|_| self.cover != Some(Cover::Hidden))?;
        (left <= library.site.visits.warning).then_some(left)
    }

    /// How long until time alone changes something about this visit: until it is asked whether somebody is there, and then
    /// until another second is over.
    pub fn until_visit_changes(&self, library: &Library) -> Option<Duration> {
        let left = self.time_left(library)?;
        let until_warning = left.saturating_sub(library.site.visits.warning);
        if !until_warning.is_zero() {
            return Some(until_warning);
        }
        let part_of_second = Duration::from_nanos(left.subsec_nanos().into());
        Some(if part_of_second.is_zero() { Duration::from_secs(1).min(left) } else { part_of_second })
    }
}
