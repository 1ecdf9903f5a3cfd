//! A score as samples, exact by count: no clock is read, so no frame, pause or load can shift a tone.

use std::ops::Range;
use std::time::Duration;

use super::score::Score;
use super::voice::{Voice, count_at};

/// Samples per second, where a machine takes what it is given.
pub const RATE_HERTZ: u32 = 48_000;

const SHORTEST_CYCLE: Duration = Duration::from_millis(1);

/// The samples of a score from some point on: 16 bits, one channel.
///
/// Tone `k` of cycle `n` begins at sample round((n · length + at) · rate), counted from the start of the score.
#[derive(Clone, Debug)]
pub struct Samples {
    voices: Vec<Voice>,
    cycle_nanos: u128,
    repeats: bool,
    rate_hertz: u32,
    /// What the voices are divided by, so that their sum never clips.
    headroom: f64,
    position: u64,
    /// Where the listener came in. A tone that had begun by then is left out: heard late, it would be a wrong beat.
    joined: u64,
}

impl Samples {
    /// The samples of `score` from `from` on, `rate_hertz` of them a second.
    pub fn new(score: &Score, from: Duration, rate_hertz: u32) -> Self {
        let cycle = score.length.max(SHORTEST_CYCLE);
        let voice = |tone| Voice::of(tone, cycle, score.repeats, rate_hertz);
        let voices: Vec<Voice> = score.tones.iter().filter_map(voice).collect();
        let mut samples = Self {
            voices,
            cycle_nanos: cycle.as_nanos(),
            repeats: score.repeats,
            rate_hertz,
            headroom: 1.0,
            position: 0,
            joined: 0,
        };
        samples.headroom = samples.loudest().max(1.0);
        samples.skip(count_at(from.as_nanos(), rate_hertz));
        samples
    }

    /// The next sample to be given out, counted from the start of the score.
    pub fn position(&self) -> u64 {
        self.position
    }

    /// Whether nothing is to come: only for a score that does not repeat.
    pub fn is_over(&self) -> bool {
        !self.repeats && self.start_of(1) <= self.position
    }

    /// Fills `out` with the next samples.
    pub fn fill(&mut self, out: &mut [i16]) {
        let heard = self.position..self.position.saturating_add(out.len() as u64);
        let mut sums = vec![0.0_f64; out.len()];
        for voice in &self.voices {
            for onset in self.onsets(voice, &heard) {
                for position in onset.max(heard.start)..onset.saturating_add(voice.count).min(heard.end) {
                    sums[(position - heard.start) as usize] += voice.sample(position - onset);
                }
            }
        }
        for (sample, sum) in out.iter_mut().zip(sums) {
            *sample = (sum / self.headroom * f64::from(i16::MAX)) as i16;
        }
        self.position = heard.end;
    }

    /// How many of the next samples belong to no tone, as far as the end of the next cycle.
    pub fn quiet_count(&self) -> u64 {
        let end = self.start_of(self.cycle_at(self.position) + 2);
        let ahead = self.position..end.max(self.position.saturating_add(1));
        let onsets = self.voices.iter().flat_map(|voice| self.onsets(voice, &ahead));
        let first = onsets.min().unwrap_or(ahead.end);
        first.saturating_sub(self.position)
    }

    /// Leaves out the next `count` samples, and the rest of what sounds then.
    pub fn skip(&mut self, count: u64) {
        self.position = self.position.saturating_add(count);
        self.joined = self.position;
    }

    /// Where `voice` begins, for each time that some of it falls within `heard`.
    fn onsets(&self, voice: &Voice, heard: &Range<u64>) -> Vec<u64> {
        let cycles = self.cycle_at(heard.start).saturating_sub(1)..=self.cycle_at(heard.end);
        cycles
            .filter(|cycle| self.repeats || *cycle == 0)
            .map(|cycle| count_at(cycle * self.cycle_nanos + voice.at.as_nanos(), self.rate_hertz))
            .filter(|onset| {
                self.joined <= *onset && *onset < heard.end && heard.start < onset.saturating_add(voice.count)
            })
            .collect()
    }

    /// The cycle that a position belongs to, or the one before it at the very border.
    fn cycle_at(&self, position: u64) -> u128 {
        u128::from(position) * 1_000_000_000 / u128::from(self.rate_hertz) / self.cycle_nanos
    }

    /// The position at which `cycle` begins.
    fn start_of(&self, cycle: u128) -> u64 {
        count_at(cycle * self.cycle_nanos, self.rate_hertz)
    }

    /// The greatest sum of strengths that ever sound together. It is reached where some tone begins.
    fn loudest(&self) -> f64 {
        let at_onset = |onset: u64| -> f64 {
            let here = onset..onset.saturating_add(1);
            self.voices.iter().map(|voice| voice.strength * self.onsets(voice, &here).len() as f64).sum()
        };
        let cycle = u128::from(self.repeats);
        let onsets =
            self.voices.iter().map(|voice| count_at(cycle * self.cycle_nanos + voice.at.as_nanos(), self.rate_hertz));
        onsets.map(at_onset).fold(0.0, f64::max)
    }
}
