//! A sign of life: told again and again while the window lives, so that somebody outside can tell when it no longer does.

use std::time::{Duration, Instant};

/// Whom to tell, and how often.
pub struct Pulse {
    /// How often. A supervisor that loses patience after a minute is told twice in that time, in case one beat is late.
    pub every: Duration,
    /// Tells it. It is called by the thread that draws, so it must be quick.
    pub beat: Box<dyn FnMut() + Send>,
}

/// After so many intervals without a frame that is due, there is no life to tell of.
const MOST_INTERVALS_WITHOUT_A_FRAME: u32 = 2;

/// Keeps a [`Pulse`] as long as frames are drawn when they are due.
pub(super) struct Heart {
    pulse: Pulse,
    next: Instant,
    /// Since when a frame is due that did not come.
    waiting_since: Option<Instant>,
}

impl Heart {
    /// It beats from `now` on.
    pub(super) fn new(pulse: Pulse, now: Instant) -> Self {
        Self { pulse, next: now, waiting_since: None }
    }

    /// Beats if it is time. `is_frame_due` says whether somebody waits for a frame right now; a window that nobody can see
    /// owes none.
    pub(super) fn live(&mut self, is_frame_due: bool, now: Instant) {
        self.waiting_since = if is_frame_due { self.waiting_since.or(Some(now)) } else { None };
        if now < self.next {
            return;
        }
        self.next = now + self.pulse.every;
        let patience = self.pulse.every * MOST_INTERVALS_WITHOUT_A_FRAME;
        if self.waiting_since.is_none_or(|since| now.duration_since(since) <= patience) {
            (self.pulse.beat)();
        }
    }

    /// When it must be asked again at the latest.
    pub(super) fn next(&self) -> Instant {
        self.next
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    const EVERY: Duration = Duration::from_secs(10);

    /// How often it beats if it is asked each second of `secs`, and a frame is due in those that `is_due` names.
    fn beats(secs: u64, is_due: impl Fn(u64) -> bool) -> u32 {
        let count = Arc::new(AtomicU32::new(0));
        let counter = count.clone();
        let beat = Box::new(move || {
            counter.fetch_add(1, Ordering::Relaxed);
        });
        let begin = Instant::now();
        let mut heart = Heart::new(Pulse { every: EVERY, beat }, begin);
        (0..=secs).for_each(|sec| heart.live(is_due(sec), begin + Duration::from_secs(sec)));
        count.load(Ordering::Relaxed)
    }

    #[test]
    fn a_resting_window_beats_in_every_interval_without_a_frame() {
        assert_eq!(beats(0, |_| false), 1);
        assert_eq!(beats(60, |_| false), 7);
    }

    #[test]
    fn frames_that_come_late_but_come_keep_it_beating() {
        assert_eq!(beats(60, |sec| sec % 19 != 0), 7);
    }

    #[test]
    fn after_two_intervals_without_a_due_frame_it_stops_and_goes_on_when_the_frame_comes() {
        assert_eq!(beats(60, |_| true), 3, "at the start, after one interval and after two");
        assert_eq!(beats(60, |sec| (15..45).contains(&sec)), 6, "only the one at 40 s is missing");
    }
}
