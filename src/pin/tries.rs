//! How often somebody may guess: five times, and then not for a quarter of an hour.
//!
//! The quarter of an hour is counted by the time that the machine has been running, which nobody can set. The clock on the
//! wall has no say: set forward it would open the lock, and on a machine that loses its time it would never open again.
//! What passes while the machine is off does not count, since nobody can tell how long that was: after a restart the lock
//! stays for a quarter of an hour at most. Whoever restarts the machine only makes it longer.

use std::time::Duration;

/// So many wrong tries lock it.
pub const MOST_WRONG: u32 = 5;

/// How long it is locked. Wrong tries are forgotten so long after the last one, too.
pub const LOCKED_FOR: Duration = Duration::from_mins(15);

/// A point in time by the counter of a machine that runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// How long the machine had been running.
    pub since_boot: Duration,
    /// Which start of the machine this was; empty where nobody can tell.
    pub boot: String,
}

impl Stamp {
    /// How long ago this was at `now`, at the least.
    fn least_age(&self, now: &Self) -> Duration {
        if self.boot == now.boot {
            // Where nobody can tell, a smaller number than before betrays another start.
            now.since_boot.checked_sub(self.since_boot).unwrap_or(now.since_boot)
        } else {
            now.since_boot
        }
    }
}

/// Wrong tries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tries {
    wrong: u32,
    last: Stamp,
}

/// Whether a try is let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// So many are left.
    Open(u32),
    /// None for so long.
    Locked(Duration),
}

/// The first line of the file.
const HEAD: &str = "careshelf pin tries 1";

impl Tries {
    /// Whether another try is let through at `now`.
    pub fn gate(&self, now: &Stamp) -> Gate {
        let age = self.last.least_age(now);
        let wrong = if age < LOCKED_FOR { self.wrong } else { 0 };
        match MOST_WRONG.checked_sub(wrong) {
            None | Some(0) => Gate::Locked(LOCKED_FOR.saturating_sub(age)),
            Some(left) => Gate::Open(left),
        }
    }

    /// These and one more at `now`.
    #[must_use]
    pub fn and_one(&self, now: &Stamp) -> Self {
        let wrong = match self.gate(now) {
            Gate::Open(left) => MOST_WRONG - left + 1,
            Gate::Locked(_) => MOST_WRONG,
        };
        Self { wrong, last: now.clone() }
    }

    /// The tries as the text of a file.
    pub fn encode(&self) -> String {
        format!("{HEAD}\nwrong {}\nlast {} {}\n", self.wrong, self.last.since_boot.as_millis(), self.last.boot)
    }

    /// Reads such a text. One that cannot be read counts as five wrong tries, some time since the machine was started.
    pub fn decode(text: &str) -> Self {
        Self::read(text).unwrap_or(Self { wrong: MOST_WRONG, last: Stamp::default() })
    }

    fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        lines.next().filter(|head| *head == HEAD)?;
        let wrong = lines.next()?.strip_prefix("wrong ")?.parse().ok()?;
        let mut last = lines.next()?.strip_prefix("last ")?.split(' ');
        let since_boot = Duration::from_millis(last.next()?.parse().ok()?);
        Some(Self { wrong, last: Stamp { since_boot, boot: last.next()?.to_owned() } })
    }
}
