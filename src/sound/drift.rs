//! How far the samples run away from the clock: a sound card counts its own seconds, and one that was starved has lost some.

use std::time::Duration;

/// Watches how many samples are given out ahead of the clock, and says when that is no longer what it was.
///
/// The number itself moves with every gulp that a player takes, so its greatest value within some seconds is compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Drift {
    /// How far ahead is right for this player: what its buffers hold.
    usual: Option<i64>,
    greatest: Option<i64>,
    window_ends: Duration,
}

/// Until then a player fills its buffers.
const SETTLING: Duration = Duration::from_secs(1);
const WINDOW: Duration = Duration::from_secs(2);
/// Less than anybody sees or hears, more than the measure's own noise.
const TOLERATED: Duration = Duration::from_millis(12);

impl Drift {
    /// Notes that `ahead` samples were given out that the clock, at `elapsed`, has not come to. Returns by how many the
    /// samples have fallen behind (or, below zero, run ahead) when it is time to do something about it.
    pub(super) fn note(&mut self, elapsed: Duration, ahead: i64, rate_hertz: u32) -> Option<i64> {
        if elapsed < SETTLING {
            self.window_ends = SETTLING + WINDOW;
            return None;
        }
        self.greatest = self.greatest.max(Some(ahead));
        if elapsed < self.window_ends {
            return None;
        }
        let ahead = self.greatest.unwrap_or(ahead);
        self.start_again(elapsed);
        let behind = *self.usual.get_or_insert(ahead) - ahead;
        let tolerated = TOLERATED.as_secs_f64() * f64::from(rate_hertz);
        (tolerated < behind.abs() as f64).then_some(behind)
    }

    /// Forgets what was measured in this window, because the samples were shifted within it.
    pub(super) fn start_again(&mut self, elapsed: Duration) {
        self.greatest = None;
        self.window_ends = elapsed + WINDOW;
    }
}
