//! A point in time on the machine's own clock, which nobody can set.

use std::time::Duration;

/// A point in time, counted from some moment in the past that stays the same as long as the program runs.
///
/// It only ever grows: the clock on the wall, a hidden window or a slow frame do not move it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(Duration);

impl Moment {
    /// The moment `after` the one from which this machine counts.
    pub fn new(after: Duration) -> Self {
        Self(after)
    }

    /// How long `earlier` was ago; nothing if it is still to come.
    pub fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    /// The moment so much later.
    #[must_use]
    pub fn plus(self, time: Duration) -> Self {
        Self(self.0.saturating_add(time))
    }

    /// The moment so much earlier, or the one from which this machine counts.
    #[must_use]
    pub fn minus(self, time: Duration) -> Self {
        Self(self.0.saturating_sub(time))
    }
}
