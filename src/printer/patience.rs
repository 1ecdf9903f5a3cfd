//! How long something may take before a job is withdrawn.

use std::time::Duration;

use crate::model::trouble::Trouble;

/// One time for each kind of waiting. The default is for a person who stands at a kiosk, with nobody to help.
///
/// CUPS itself waits for ever: a job for a printer that is switched off stays "processing", and comes out when someone
/// switches it on, next week perhaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patience {
    /// CUPS answers one question. It takes milliseconds when all is well.
    pub answer: Duration,
    /// CUPS, which took the job, does not answer any more: someone may be restarting it.
    pub spooler: Duration,
    /// The job waits for other jobs.
    pub queue: Duration,
    /// The printer says that it prints, and nothing else. A printer that was unplugged while it printed goes on
    /// saying so.
    pub printing: Duration,
    /// The printer is not reached: off, asleep, or still waking up.
    pub unreachable: Duration,
    /// Something that whoever stands there can put right: paper, a jam, an open door, a full tray.
    pub person: Duration,
    /// Something that only the people of the house can put right: a stopped queue, an empty cartridge, a worn part.
    pub house: Duration,
    /// How long a trouble from before the job is not believed, since the printer is asked again only when a job begins.
    pub stale: Duration,
    /// A job that was called off is seen to be gone.
    pub withdrawal: Duration,
    /// All of it together, however troubles take turns.
    pub whole: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            answer: Duration::from_secs(5),
            spooler: Duration::from_secs(15),
            queue: Duration::from_mins(1),
            printing: Duration::from_mins(3),
            unreachable: Duration::from_secs(30),
            person: Duration::from_mins(3),
            house: Duration::from_secs(20),
            stale: Duration::from_secs(5),
            withdrawal: Duration::from_secs(10),
            whole: Duration::from_mins(10),
        }
    }
}

impl Patience {
    /// How long this may hold up a job.
    pub fn with(&self, trouble: &Trouble) -> Duration {
        match trouble {
            trouble if trouble.can_be_mended() => self.person,
            Trouble::Unreachable => self.unreachable,
            Trouble::Busy => self.queue,
            Trouble::Endless => self.printing,
            Trouble::NoSpooler | Trouble::SpoolerSilent | Trouble::SpoolerConfused => self.spooler,
            _ => self.house,
        }
    }
}
