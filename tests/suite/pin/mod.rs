//! The administrator's PIN: what may be one, what is kept of it, and how often somebody may guess.

#[cfg(unix)]
mod command;
mod guessing;

use argon2::password_hash::PasswordHasher;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, Version};
use careshelf::pin::hash::Hash;
use careshelf::pin::{self, Pin, PinError};
use careshelf::state::admin::{LEAST_DIGITS, MOST_DIGITS};

/// A PIN that is none of the first to be guessed.
pub const PIN: &str = "482913";

/// A hash of [`PIN`] as a file holds it, of so little cost that a test can compare thousands.
pub fn cheap_hash() -> String {
    hash_with(8, 1)
}

/// A hash of [`PIN`] that takes so much memory and so many passes.
pub fn hash_with(kib: u32, passes: u32) -> String {
    let params = Params::new(kib, passes, 1, None).expect("a cost");
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash: PasswordHash = argon.hash_password(PIN.as_bytes()).expect("a hash");
    hash.to_string()
}

#[test]
fn the_pad_takes_as_many_digits_as_a_pin_may_have() {
    assert_eq!(pin::DIGITS, LEAST_DIGITS..=MOST_DIGITS);
}

#[test]
fn a_pin_has_six_to_twelve_digits() {
    for good in [PIN, "0048213", "739105284617"] {
        assert!(Pin::choose(good).is_ok(), "{good}");
    }
    for bad in ["", "48291", "7391052846173", "48291a", "482 913", "４８２９１３", " 482913"] {
        assert_eq!(Pin::choose(bad), Err(PinError::NotDigits), "{bad}");
    }
}

#[test]
fn a_pin_that_is_guessed_first_is_refused_with_the_reason() {
    for (weak, expected) in [
        ("000000", PinError::FewDigits),
        ("777777777777", PinError::FewDigits),
        ("121212", PinError::FewDigits),
        ("112112", PinError::FewDigits),
        ("123456", PinError::Run),
        ("654321", PinError::Run),
        ("789012", PinError::Run),
        ("210987", PinError::Run),
        ("123123", PinError::Repeated),
        ("482948294829", PinError::Repeated),
    ] {
        assert_eq!(Pin::choose(weak), Err(expected), "{weak}");
        assert!(expected.to_string().ends_with("choose another one"), "{expected}");
    }
}

#[test]
fn a_hash_is_argon2id_of_the_advised_cost_and_opens_for_its_pin_alone() {
    let hash = Hash::of(&Pin::choose(PIN).unwrap()).unwrap();
    assert!(hash.to_string().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
    let read = Hash::parse(&format!("{hash}\n")).expect("a hash");
    assert!(read.is_of(PIN));
    for wrong in ["", "48291", "482914", "4829130", "482913\n", " 482913"] {
        assert!(!read.is_of(wrong), "{wrong:?}");
    }
}

#[test]
fn the_same_pin_never_has_the_same_hash_twice() {
    let pin = Pin::choose(PIN).unwrap();
    assert_ne!(Hash::of(&pin).unwrap().to_string(), Hash::of(&pin).unwrap().to_string());
}

#[test]
fn what_is_no_hash_of_ours_is_no_hash() {
    let good = cheap_hash();
    assert!(Hash::parse(&good).is_some());
    let (before_hash, _) = good.rsplit_once('$').unwrap();
    for bad in [
        String::new(),
        PIN.to_owned(),
        before_hash.to_owned(),
        good.replace("argon2id", "argon2i"),
        good.replace("argon2id", "scrypt"),
        // It would take all memory, or all day.
        good.replace("m=8", "m=4194304"),
        good.replace("t=1", "t=4000"),
    ] {
        assert_eq!(Hash::parse(&bad), None, "{bad}");
    }
}

#[test]
fn the_digits_never_show_where_a_program_prints_what_it_holds() {
    assert_eq!(format!("{:?}", Pin::choose(PIN).unwrap()), "Pin(6 digits)");
}
