//! Which day it is, and how much time has passed.

use std::fs;
use std::time::Duration;

use jiff::civil::Date;

use crate::state::Moment;

/// Says which day it is, and counts time.
pub struct Clock {
    today: Box<dyn Fn() -> Date + Send>,
    now: Box<dyn Fn() -> Moment + Send>,
}

impl Clock {
    /// The clocks of this machine: the one on the wall for the day, and one that nobody can set for all that is counted.
    pub fn of_machine() -> Self {
        let now = counter();
        Self { today: Box::new(|| jiff::Zoned::now().date()), now: Box::new(now) }
    }

    /// Other clocks, for tests and pictures.
    pub fn new(today: impl Fn() -> Date + Send + 'static, now: impl Fn() -> Moment + Send + 'static) -> Self {
        Self { today: Box::new(today), now: Box::new(now) }
    }

    /// The day `today`, on which no time passes.
    pub fn still(today: Date) -> Self {
        Self::new(move || today, Moment::default)
    }

    pub(super) fn today(&self) -> Date {
        (self.today)()
    }

    pub(super) fn now(&self) -> Moment {
        (self.now)()
    }
}

/// Before the program began there was time too: what a crash interrupted began then.
const BEFORE: Duration = Duration::from_hours(48);

/// Counts the time since the program began. It goes on while the machine sleeps, where the system can tell.
fn counter() -> impl Fn() -> Moment {
    let begin = since_boot();
    move || Moment::new(BEFORE + since_boot().saturating_sub(begin))
}

/// A time that only grows, and counts sleep.
#[cfg(target_os = "linux")]
pub(super) fn since_boot() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    Duration::new(u64::try_from(time.tv_sec).unwrap_or(0), u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// A time that only grows.
#[cfg(not(target_os = "linux"))]
pub(super) fn since_boot() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGIN.elapsed()
}

/// Which start of the machine this is; empty where the system does not say.
pub(super) fn boot() -> String {
    // Elsewhere the counter begins with the program, and tells nothing of another run.
    let id = if cfg!(target_os = "linux") { fs::read_to_string(BOOT_ID).unwrap_or_default() } else { String::new() };
    id.trim().to_owned()
}

/// Where Linux says it.
const BOOT_ID: &str = "/proc/sys/kernel/random/boot_id";
