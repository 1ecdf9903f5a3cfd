//! The pad on which the PIN is typed.

use std::fmt;

use crate::state::Moment;

/// A PIN has so many digits at least, and so many at most.
pub const LEAST_DIGITS: usize = 6;
/// See [`LEAST_DIGITS`].
pub const MOST_DIGITS: usize = 12;

/// The pad.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pad {
    /// What was typed.
    pub digits: Digits,
    /// What came of it.
    pub status: PadStatus,
}

/// Digits that were typed, which nobody else may see.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Digits(String);

/// What came of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PadStatus {
    /// Nothing was tried yet.
    Typing,
    /// It is being tried.
    Checking,
    /// It was wrong; so many tries are left.
    Wrong(u32),
    /// There were too many wrong tries. None is let through until then.
    LockedUntil(Moment),
}

impl Pad {
    /// Types a digit.
    pub(super) fn type_digit(&mut self, digit: Digit) {
        if self.is_open() && self.digits.count() < MOST_DIGITS {
            self.digits.0.extend(char::from_digit(u32::from(digit.0), 10));
            self.status = PadStatus::Typing;
        }
    }

    /// Takes the last digit back.
    pub(super) fn erase(&mut self) {
        if self.is_open() {
            self.digits.0.pop();
        }
    }

    /// Asks whether it is the PIN. Too few digits are no try.
    pub(super) fn submit(&mut self) {
        if self.is_ready() {
            self.status = PadStatus::Checking;
        }
    }

    /// Whether anything can be typed.
    pub fn is_open(&self) -> bool {
        matches!(self.status, PadStatus::Typing | PadStatus::Wrong(_))
    }

    /// Whether enough was typed for a try.
    pub fn is_ready(&self) -> bool {
        self.is_open() && LEAST_DIGITS <= self.digits.count()
    }

    /// Lets time go on.
    pub(super) fn set_now(&mut self, now: Moment) {
        if let PadStatus::LockedUntil(until) = self.status
            && until <= now
        {
            self.status = PadStatus::Typing;
        }
    }
}

/// A digit that was typed, which nobody else may see.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Digit(u8);

impl Digit {
    /// The digit of this value; `None` above 9.
    pub fn new(value: u8) -> Option<Self> {
        (value < 10).then_some(Self(value))
    }
}

impl fmt::Debug for Digit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Digit(…)")
    }
}

impl Digits {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The digits themselves, for the one who compares them.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digits({})", self.0.len())
    }
}
