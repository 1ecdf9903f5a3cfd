//! The figures by which the guide beats time, taken from protocols by their names.

use std::time::Duration;

use super::protocol::{Protocol, Quantity, Unit};

/// What pacing needs to know. Every figure is more than nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// Chest compressions before the breaths.
    pub compressions: u32,
    /// Breaths after the compressions.
    pub breaths: u32,
    /// Compressions a minute: the middle of what the protocol allows.
    pub compressions_a_minute: f64,
    /// How long a breath is blown.
    pub breath_time: Duration,
    /// The compressions pause for less than this.
    pub pause: Duration,
    /// Breaths at once, before rescue breathing goes on at its interval.
    pub first_breaths: u32,
    /// From one rescue breath to the next.
    pub breath_interval: Duration,
}

/// The names of the values that figures are made of.
pub const FIGURE_NAMES: [&str; 7] =
    ["cpr-compressions", "cpr-breaths", "cpr-rate", "cpr-breath-time", "cpr-pause", "first-breaths", "breath-interval"];

/// A light that flashes more than three times a second can start a seizure (WCAG 2.2, three flashes).
pub const MOST_FLASHES_A_MINUTE: f64 = 180.0;

impl Figures {
    /// The figures of the first of `protocols` that has each; `None` if one is in none of them, or makes no sense.
    pub fn of(protocols: &[&Protocol]) -> Option<Self> {
        let [compressions, breaths, rate, breath_time, pause, first_breaths, breath_interval] =
            FIGURE_NAMES.map(|name| protocols.iter().find_map(|protocol| protocol.quantity(name)));
        let figures = Self {
            compressions: count(compressions?)?,
            breaths: count(breaths?)?,
            compressions_a_minute: middle(rate?)?,
            breath_time: breath_time?.time()?.1,
            pause: pause?.time()?.1,
            first_breaths: count(first_breaths?)?,
            breath_interval: breath_interval?.time()?.0,
        };
        figures.make_sense().then_some(figures)
    }

    /// Whether a machine can pace somebody by them: nothing is endless or takes no time, and breaths fit into their pause.
    fn make_sense(&self) -> bool {
        let least_flash = Duration::from_secs_f64(60.0 / MOST_FLASHES_A_MINUTE);
        let breaths_secs = self.breath_time.as_secs_f64() * f64::from(self.breaths);
        let is_time = |time: Duration| (Duration::from_millis(100)..Duration::from_mins(10)).contains(&time);
        (1..=1000).contains(&self.compressions)
            && (1..=100).contains(&self.breaths)
            && (1..=100).contains(&self.first_breaths)
            && (1.0..=MOST_FLASHES_A_MINUTE).contains(&self.compressions_a_minute)
            && [self.breath_time, self.pause, self.breath_interval].into_iter().all(is_time)
            && breaths_secs < self.pause.as_secs_f64()
            && self.breath_time < self.breath_interval
            // A picture that changes with every breath is a light that flashes.
            && least_flash <= self.breath_time.min(self.breath_interval / 2)
    }
}

/// A whole number of things.
fn count(quantity: &Quantity) -> Option<u32> {
    let amount = quantity.most.as_f64();
    let is_count = quantity.unit == Unit::Count && amount.fract() == 0.0 && amount <= f64::from(u32::MAX);
    is_count.then_some(amount as u32)
}

fn middle(quantity: &Quantity) -> Option<f64> {
    let middle = f64::midpoint(quantity.least.as_f64(), quantity.most.as_f64());
    (quantity.unit == Unit::Count).then_some(middle)
}
