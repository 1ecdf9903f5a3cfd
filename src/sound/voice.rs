//! One tone as a wave: what it adds to each sample.

use std::f64::consts::TAU;
use std::time::Duration;

use super::score::Tone;

/// What an ear hears and a small loudspeaker can play.
const AUDIBLE_HERTZ: std::ops::RangeInclusive<f32> = 20.0..=16_000.0;

/// The part of the octave above in a tone. A pure tone is lost in the noise of a street, and in the small loudspeaker
/// of a laptop.
const OCTAVE: f64 = 0.3;

/// A tone, counted in samples.
#[derive(Clone, Debug)]
pub(super) struct Voice {
    /// When it begins in its cycle.
    pub(super) at: Duration,
    /// How many samples it sounds.
    pub(super) count: u64,
    /// How strong it is at its loudest, from 0 to 1.
    pub(super) strength: f64,
    attack_count: u64,
    /// Turns of the wave per sample, at the beginning and at the end.
    begin_turns: f64,
    end_turns: f64,
}

impl Voice {
    /// The tone as it is heard in a cycle of `cycle`, if it is heard at all. It is cut to one cycle where it repeats and
    /// to the end of the score where it does not, and fades there as it does anywhere.
    pub(super) fn of(tone: &Tone, cycle: Duration, repeats: bool, rate_hertz: u32) -> Option<Self> {
        let is_heard = tone.at < cycle
            && 0.0 < tone.strength
            && AUDIBLE_HERTZ.contains(&tone.hertz)
            && AUDIBLE_HERTZ.contains(&tone.end_hertz);
        let length = tone.length.min(if repeats { cycle } else { cycle.saturating_sub(tone.at) });
        let count = count_at(length.as_nanos(), rate_hertz);
        let turns = |hertz: f32| f64::from(hertz) / f64::from(rate_hertz);
        (is_heard && 0 < count).then(|| Self {
            at: tone.at,
            count,
            strength: f64::from(tone.strength.min(1.0)),
            attack_count: count_at(tone.attack.as_nanos(), rate_hertz).clamp(1, count.div_ceil(2)),
            begin_turns: turns(tone.hertz),
            end_turns: turns(tone.end_hertz),
        })
    }

    /// Sample `index` of the tone.
    pub(super) fn sample(&self, index: u64) -> f64 {
        let (index, count) = (index.min(self.count) as f64, self.count as f64);
        let turns = index * self.begin_turns + index * index * (self.end_turns - self.begin_turns) / (2.0 * count);
        let phase = TAU * turns.fract();
        let wave = (phase.sin() + OCTAVE * (2.0 * phase).sin()) / (1.0 + OCTAVE);
        let attack = self.attack_count as f64;
        let rise = smooth(index / attack);
        let fade = smooth((count - index) / (count - attack).max(1.0));
        self.strength * rise * fade * wave
    }
}

/// The number of samples that begin within so many nanoseconds, to the nearest sample. Counted in whole numbers, it is
/// right to the sample after any time.
pub(super) fn count_at(nanos: u128, rate_hertz: u32) -> u64 {
    const SECOND: u128 = 1_000_000_000;
    let count = (nanos * u128::from(rate_hertz) + SECOND / 2) / SECOND;
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// From 0 at 0 to 1 at 1, without a corner at either end.
fn smooth(share: f64) -> f64 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}
