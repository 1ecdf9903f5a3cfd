//! The panel of the administrator: the way in, and what is inside. Time comes as an argument, and what is closed is forgotten.

mod knocks;
mod pad;
mod update;

pub use knocks::{Knock, Knocks};
pub use pad::{Digit, Digits, LEAST_DIGITS, MOST_DIGITS, Pad, PadStatus};

pub(super) use update::{close_unless_inside, set_now, touch, update};

use std::time::Duration;

use super::Moment;
use crate::model::health::Health;

/// A panel that nobody touches closes after so long.
pub const CLOSES_AFTER: Duration = Duration::from_mins(2);

/// The panel while it is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Admin {
    /// What it shows.
    pub door: Door,
    /// When somebody was last there.
    touched: Moment,
}

/// How far somebody got.
#[derive(Clone, Debug, PartialEq)]
pub enum Door {
    /// Somebody looks whether there is a PIN.
    Looking,
    /// There is none; it belongs into this file. Nobody gets in.
    NoPin(String),
    /// Nobody gets in with any PIN, because of this.
    Broken(Broken),
    /// The pad on which the PIN is typed.
    Pad(Pad),
    /// Whoever is here knew the PIN.
    Inside(Inside),
    /// Whoever was inside asked for the end of the program.
    Leaving,
}

/// Why nobody gets in with any PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// What is kept of the PIN cannot be read.
    Unreadable(String),
    /// Tries cannot be written down.
    Unwritable(String),
    /// Looking, or trying, ended in a way that nobody thought of.
    Lost,
}

/// What whoever knew the PIN sees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inside {
    /// How the machine is; `None` until that is found out.
    pub health: Option<Health>,
    /// Whether leaving the kiosk was asked for once.
    pub is_leave_asked: bool,
}

/// What came of looking for a PIN, or of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// There is no PIN; it belongs into this file.
    NoPin(String),
    /// There is one. So many tries are left; they are fewer than usual only after a wrong one.
    Ready,
    /// It was the PIN.
    Right,
    /// It was not; so many tries are left.
    Wrong(u32),
    /// None is let through for so long.
    Locked(Duration),
    /// Nobody gets in, because of this.
    Broken(Broken),
}

impl Admin {
    /// A panel that opens now.
    pub(super) fn open(now: Moment) -> Self {
        Self { door: Door::Looking, touched: now }
    }

    /// How long it is until a panel that nobody touches closes, or the minutes on a locked pad are others.
    pub fn until_change(&self, now: Moment) -> Duration {
        let closes = CLOSES_AFTER.saturating_sub(now.since(self.touched));
        match &self.door {
            Door::Pad(Pad { status: PadStatus::LockedUntil(until), .. }) => {
                let beyond_minute = until.since(now).as_secs() % 60;
                closes.min(Duration::from_secs(beyond_minute + 1))
            }
            _ => closes,
        }
    }

    /// The guess that is to be tried.
    pub fn guess(&self) -> Option<&Digits> {
        match &self.door {
            Door::Pad(Pad { digits, status: PadStatus::Checking }) => Some(digits),
            _ => None,
        }
    }

    /// What is inside, for whoever is.
    pub fn inside(&self) -> Option<&Inside> {
        if let Door::Inside(inside) = &self.door { Some(inside) } else { None }
    }

    /// The same, to be changed.
    pub(super) fn inside_mut(&mut self) -> Option<&mut Inside> {
        if let Door::Inside(inside) = &mut self.door { Some(inside) } else { None }
    }

    /// The pad.
    pub(super) fn pad_mut(&mut self) -> Option<&mut Pad> {
        if let Door::Pad(pad) = &mut self.door { Some(pad) } else { None }
    }

    /// Somebody is there.
    pub(super) fn touch(&mut self, now: Moment) {
        self.touched = now;
    }

    /// Whether nobody was there for so long that it closes.
    pub(super) fn is_left_alone(&self, now: Moment) -> bool {
        CLOSES_AFTER <= now.since(self.touched)
    }

    /// Takes an answer to what was asked. One that nobody waits for any more changes nothing.
    pub(super) fn meet(&mut self, answer: Answer, now: Moment) {
        let is_awaited = match &self.door {
            Door::Looking => answer != Answer::Right,
            Door::Pad(pad) => pad.status == PadStatus::Checking,
            _ => false,
        };
        if !is_awaited {
            return;
        }
        let pad = |status| Door::Pad(Pad { digits: Digits::default(), status });
        self.door = match answer {
            Answer::NoPin(path) => Door::NoPin(path),
            Answer::Ready => pad(PadStatus::Typing),
            Answer::Right => Door::Inside(Inside::default()),
            Answer::Wrong(left) => pad(PadStatus::Wrong(left)),
            Answer::Locked(left) => pad(PadStatus::LockedUntil(now.plus(left))),
            Answer::Broken(broken) => Door::Broken(broken),
        };
    }
}
