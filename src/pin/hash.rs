//! What is kept of a PIN: an Argon2id hash with a salt of its own, as a PHC string.
//!
//! The cost is what OWASP advises (19 MiB, two passes, one lane). A PIN of six digits has no more than a million forms, so
//! whoever can read the hash finds the PIN in hours all the same; the file's rights and the count of wrong tries protect it.

use std::fmt;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

use super::{Pin, PinError};

/// Memory in KiB, passes and lanes.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// A file that asks for more than this is none of ours, and would stop the machine.
const MOST_COST: (u32, u32, u32) = (256 * 1024, 16, 8);

/// The hash of a PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hash(PasswordHash);

impl Hash {
    /// The hash of `pin`, with a new salt. It takes a tenth of a second.
    ///
    /// # Errors
    /// If the machine gives no random numbers, or no memory.
    pub fn of(pin: &Pin) -> Result<Self, PinError> {
        let (memory, passes, lanes) = COST;
        let params = Params::new(memory, passes, lanes, None).map_err(|_| PinError::NotComputed)?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon.hash_password(pin.0.as_bytes()).map(Self).map_err(|_| PinError::NotComputed)
    }

    /// Reads a hash as [`fmt::Display`] writes it; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let hash = PasswordHash::new(text.trim()).ok()?;
        let params = Params::try_from(&hash).ok()?;
        let (memory, passes, lanes) = MOST_COST;
        let is_ours = hash.algorithm.as_str() == Algorithm::Argon2id.as_str() && hash.salt.is_some();
        let is_cheap = params.m_cost() <= memory && params.t_cost() <= passes && params.p_cost() <= lanes;
        (is_ours && is_cheap && hash.hash.is_some()).then_some(Self(hash))
    }

    /// Whether it is the hash of `guess`. It takes as long for a wrong one as for the right one.
    pub fn is_of(&self, guess: &str) -> bool {
        Argon2::default().verify_password(guess.as_bytes(), &self.0).is_ok()
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
