//! The rhythm of chest compressions and rescue breaths, as a pure function of time. Screen and sound both follow it.

use std::time::Duration;

use crate::model::figures::Figures;

/// What the helper does at one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// Push down and let come up; counted from 1.
    Push(u32),
    /// Get ready for what comes next.
    Ready,
    /// Blow; counted from 1.
    Blow(u32),
    /// Let the chest fall.
    Fall,
}

/// A part of a rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What to do.
    pub cue: Cue,
    /// When it begins, counted from the beginning of its cycle.
    pub at: Duration,
    /// How long it takes.
    pub length: Duration,
}

/// A rhythm: parts that come once, and then parts that come again and again.
#[derive(Clone, Debug, PartialEq)]
pub struct Rhythm {
    intro: Vec<Part>,
    cycle: Vec<Part>,
}

/// Where in a rhythm one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beat {
    /// What to do.
    pub cue: Cue,
    /// How long it has been going on.
    pub since: Duration,
    /// How long it takes.
    pub length: Duration,
}

impl Beat {
    /// How long until something else comes.
    pub fn left(&self) -> Duration {
        self.length.saturating_sub(self.since)
    }
}

impl Rhythm {
    /// Compressions with breaths between them.
    ///
    /// A breath takes as long to fall as to be blown, and it takes as long again to get to the mouth and back to the chest,
    /// or less where the pause would become too long.
    pub fn compressions(figures: &Figures) -> Self {
        let breaths_secs = figures.breath_time.as_secs_f64() * f64::from(figures.breaths);
        // One part of the way there, one to fall for each breath, one back; less than the whole pause.
        let spare_secs = (figures.pause.as_secs_f64() - breaths_secs) * 0.9;
        let share_secs = (spare_secs / f64::from(figures.breaths + 2)).min(figures.breath_time.as_secs_f64());
        let share = Duration::from_secs_f64(share_secs);
        let mut cycle = pushes(figures);
        cycle.push((Cue::Ready, share));
        for number in 1..=figures.breaths {
            cycle.extend([(Cue::Blow(number), figures.breath_time), (Cue::Fall, share)]);
        }
        cycle.push((Cue::Ready, share));
        Self { intro: Vec::new(), cycle: in_turn(cycle) }
    }

    /// Compressions without an end, still counted.
    pub fn compressions_only(figures: &Figures) -> Self {
        Self { intro: Vec::new(), cycle: in_turn(pushes(figures)) }
    }

    /// Rescue breaths: the first ones at once, in half the time, and then one at every interval.
    pub fn breaths(figures: &Figures) -> Self {
        let breath = |number, interval: Duration| {
            let blow = figures.breath_time.min(interval / 2);
            [(Cue::Blow(number), blow), (Cue::Fall, interval.saturating_sub(blow))]
        };
        let first = (1..=figures.first_breaths).flat_map(|number| breath(number, figures.breath_interval / 2));
        Self { intro: in_turn(first.collect()), cycle: in_turn(breath(1, figures.breath_interval).to_vec()) }
    }

    /// The parts that come once, at the beginning.
    pub fn intro(&self) -> &[Part] {
        &self.intro
    }

    /// The parts that come again and again.
    pub fn cycle(&self) -> &[Part] {
        &self.cycle
    }

    /// How long the parts that come once take.
    pub fn intro_length(&self) -> Duration {
        length(&self.intro)
    }

    /// How long one turn of the others takes.
    pub fn cycle_length(&self) -> Duration {
        length(&self.cycle)
    }

    /// What is to be done `elapsed` after the beginning.
    pub fn at(&self, elapsed: Duration) -> Option<Beat> {
        let (parts, into) = match elapsed.checked_sub(self.intro_length()) {
            None => (&self.intro, elapsed),
            Some(after) => (&self.cycle, remainder(after, self.cycle_length())),
        };
        let part = parts.iter().rev().find(|part| part.at <= into)?;
        Some(Beat { cue: part.cue, since: into.saturating_sub(part.at), length: part.length })
    }
}

fn pushes(figures: &Figures) -> Vec<(Cue, Duration)> {
    let length = Duration::from_secs_f64(60.0 / figures.compressions_a_minute);
    (1..=figures.compressions).map(|number| (Cue::Push(number), length)).collect()
}

/// The parts one after another.
fn in_turn(parts: Vec<(Cue, Duration)>) -> Vec<Part> {
    let mut at = Duration::ZERO;
    let follow = |(cue, length)| {
        let part = Part { cue, at, length };
        at += length;
        part
    };
    parts.into_iter().map(follow).collect()
}

fn length(parts: &[Part]) -> Duration {
    parts.last().map_or(Duration::ZERO, |part| part.at + part.length)
}

/// What is left of `time` after whole turns of `length`.
fn remainder(time: Duration, length: Duration) -> Duration {
    let nanos = time.as_nanos().checked_rem(length.as_nanos()).unwrap_or(0);
    // Less than `length`, which a `u64` of nanoseconds holds with centuries to spare.
    Duration::from_nanos(u64::try_from(nanos).unwrap_or(0))
}
