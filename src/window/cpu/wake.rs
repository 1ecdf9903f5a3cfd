//! What wakes a resting window: the time for the next frame, and screen readers.

use std::time::{Duration, Instant};

use egui::Context;
use egui_winit::accesskit_winit;
use winit::event_loop::{ActiveEventLoop, EventLoopProxy};

/// A message to the sleeping event loop.
pub(super) enum Wake {
    /// Egui wants a frame.
    Repaint {
        /// The time for it.
        when: Instant,
        /// How many passes egui had begun when it was asked for.
        pass: u64,
    },
    /// A screen reader came, asks for something, or left.
    Accesskit(accesskit_winit::Event),
    /// A locked window is no longer kept in its place.
    LockLost,
}

impl From<accesskit_winit::Event> for Wake {
    fn from(event: accesskit_winit::Event) -> Self {
        Self::Accesskit(event)
    }
}

/// Sends a message whenever egui wants a frame, from whichever thread.
pub(super) fn on_repaint_request(ctx: &Context, proxy: EventLoopProxy<Wake>) {
    ctx.set_request_repaint_callback(move |info| {
        let when = Instant::now() + info.delay;
        // The event loop is gone only when the window is closing, and then no frame is wanted.
        let _ = proxy.send_event(Wake::Repaint { when, pass: info.current_cumulative_pass_nr });
    });
}

/// The time for the next frame, if one is due.
#[derive(Default)]
pub(super) struct Alarm {
    next: Option<Instant>,
}

impl Alarm {
    /// Asks for a frame at `when`; an earlier request stays.
    pub(super) fn set(&mut self, when: Instant) {
        self.next = Some(self.next.map_or(when, |next| next.min(when)));
    }

    /// When the next frame is due.
    pub(super) fn next(&self) -> Option<Instant> {
        self.next
    }

    /// Whether a frame is due now; it says so once.
    pub(super) fn rings(&mut self) -> bool {
        self.next.take_if(|next| *next <= Instant::now()).is_some()
    }
}

/// How often a screen shows another picture. What moves by itself moves no faster; input waits for nothing.
pub(super) struct Pace {
    interval: Duration,
    /// When the next picture can be seen.
    pub(super) next: Instant,
}

/// Where the screen does not say how often: sixty times a second, as nearly all do.
const USUAL_MILLIHERTZ: u32 = 60_000;

impl Pace {
    /// The pace of the first screen.
    pub(super) fn of(event_loop: &ActiveEventLoop) -> Self {
        let screen = event_loop.primary_monitor().or_else(|| event_loop.available_monitors().next());
        let said = screen.and_then(|screen| screen.refresh_rate_millihertz());
        let rate = said.filter(|rate| (20_000..=500_000).contains(rate)).unwrap_or(USUAL_MILLIHERTZ);
        Self { interval: Duration::from_secs_f64(1000.0 / f64::from(rate)), next: Instant::now() }
    }

    /// A picture was shown.
    pub(super) fn beat(&mut self) {
        self.next = Instant::now() + self.interval;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_earliest_request_counts_and_rings_once() {
        let mut alarm = Alarm::default();
        let now = Instant::now();
        alarm.set(now + Duration::from_mins(1));
        assert!(!alarm.rings());
        alarm.set(now);
        alarm.set(now + Duration::from_secs(5));
        assert_eq!(alarm.next(), Some(now));
        assert!(alarm.rings());
        assert!(!alarm.rings());
        assert_eq!(alarm.next(), None);
    }
}
