//! What a device or a player is fed with: the samples, in step with the clock.

use std::time::Duration;

use super::drift::Drift;
use super::samples::Samples;
use super::score::Score;

/// Gives out samples. It begins at some point of a score and stays in step with the clock from there on: where the samples
/// have fallen behind or run ahead, the silence between two tones is made shorter or longer.
#[derive(Clone, Debug)]
pub(super) struct Feed {
    samples: Samples,
    drift: Drift,
    rate_hertz: u32,
    began_at: u64,
    /// Samples to leave out, or below zero to wait for.
    owed: i64,
    keeps_in_step: bool,
}

/// Someone who is this far behind has heard a gap anyway, and is not kept waiting for the next silence.
const LOST: Duration = Duration::from_millis(250);

impl Feed {
    pub(super) fn new(score: &Score, from: Duration, rate_hertz: u32) -> Self {
        let samples = Samples::new(score, from, rate_hertz);
        Self {
            began_at: samples.position(),
            samples,
            drift: Drift::default(),
            rate_hertz,
            owed: 0,
            // An alert that comes late is heard whole.
            keeps_in_step: score.repeats,
        }
    }

    /// Fills `out` with what comes next, when `elapsed` has passed since the feed began.
    pub(super) fn fill(&mut self, out: &mut [i16], elapsed: Duration) {
        let waiting = if self.keeps_in_step { self.keep_in_step(out.len(), elapsed) } else { 0 };
        let (silence, sound) = out.split_at_mut(waiting);
        silence.fill(0);
        self.samples.fill(sound);
    }

    /// How many samples have been given out that the clock has not come to.
    pub(super) fn ahead(&self, elapsed: Duration) -> i64 {
        let given = self.samples.position() - self.began_at;
        given as i64 - (elapsed.as_secs_f64() * f64::from(self.rate_hertz)) as i64
    }

    /// Whether nothing is to come.
    pub(super) fn is_over(&self) -> bool {
        self.samples.is_over()
    }

    /// Pays back what is owed to the clock, as far as the silence between two tones allows. Returns how many of the next
    /// `count` samples are to be silence, before the score goes on.
    fn keep_in_step(&mut self, count: usize, elapsed: Duration) -> usize {
        if self.owed == 0 {
            let ahead = self.ahead(elapsed);
            self.owed = self.drift.note(elapsed, ahead, self.rate_hertz).unwrap_or(0);
        }
        let quiet = i64::try_from(self.samples.quiet_count()).unwrap_or(i64::MAX);
        let lost = (LOST.as_secs_f64() * f64::from(self.rate_hertz)) as i64;
        let paid = match self.owed {
            0 => return 0,
            owed if lost < owed => owed,
            owed if 0 < owed => owed.min(quiet),
            owed if 0 < quiet => owed.max(-(count as i64)),
            _ => 0,
        };
        self.owed -= paid;
        if self.owed == 0 {
            self.drift.start_again(elapsed);
        }
        if 0 < paid {
            self.samples.skip(paid as u64);
            return 0;
        }
        paid.unsigned_abs() as usize
    }
}
