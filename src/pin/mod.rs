//! The administrator's PIN: what may be one, the hash that is kept of it, and how often somebody may guess.
//!
//! ```text
//! Pin ──→ hash ──┐                  files: `pin` beside the site file, `pin-tries` where the program remembers things
//!         tries ─┴─→ files
//! ```
//!
//! Nothing but the hash is ever written. A guess is written down before it is looked at, so that pulling the plug does not
//! help whoever guesses; after [`tries::MOST_WRONG`] of them none is let through for [`tries::LOCKED_FOR`].

pub mod files;
pub mod hash;
pub mod tries;

use std::collections::BTreeSet;
use std::fmt;
use std::ops::RangeInclusive;

/// A PIN has so many digits.
pub const DIGITS: RangeInclusive<usize> = 6..=12;

/// A PIN that somebody may choose.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

/// Why something cannot be the PIN, or cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PinError {
    /// Too short, too long, or with other characters than digits.
    #[error("a PIN has {} to {} digits and nothing else; choose another one", DIGITS.start(), DIGITS.end())]
    NotDigits,
    /// One or two different digits.
    #[error("this PIN has fewer than three different digits, and is guessed first; choose another one")]
    FewDigits,
    /// Such as 123456 or 654321.
    #[error("this PIN counts up or down, and is guessed first; choose another one")]
    Run,
    /// Such as 123123.
    #[error("this PIN says the same twice, and is guessed first; choose another one")]
    Repeated,
    /// The machine gave no random numbers, or no memory.
    #[error("this machine could not compute the hash of a PIN; start it again and try once more")]
    NotComputed,
}

impl Pin {
    /// `text` as a PIN, if it is one that is not among the first to be guessed.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn choose(text: &str) -> Result<Self, PinError> {
        let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(10)).collect();
        let digits = digits.filter(|digits| DIGITS.contains(&digits.len())).ok_or(PinError::NotDigits)?;
        let counts = |step: u32| digits.windows(2).all(|pair| (pair[0] + step) % 10 == pair[1]);
        if digits.iter().collect::<BTreeSet<_>>().len() < 3 {
            Err(PinError::FewDigits)
        } else if counts(1) || counts(9) {
            Err(PinError::Run)
        } else if (3..=digits.len() / 2).any(|length| says_the_same(&digits, length)) {
            Err(PinError::Repeated)
        } else {
            Ok(Self(text.to_owned()))
        }
    }
}

/// Whether the first `length` digits come again and again to the end.
fn says_the_same(digits: &[u32], length: usize) -> bool {
    digits.iter().zip(&digits[length..]).all(|(digit, later)| digit == later)
}

impl fmt::Debug for Pin {
    /// Never the digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pin({} digits)", self.0.len())
    }
}
