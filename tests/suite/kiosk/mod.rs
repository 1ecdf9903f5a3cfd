//! A machine that anybody may use: how a visit begins, how it ends, and that nothing of it is left.

mod hiding;
mod idle;
mod nothing_left;
mod soak;
mod window;
mod wrong_clock;

use std::time::Duration;

use careshelf::content::Loaded;

use crate::visit::{Visit, bundled_for};

/// A kiosk of a clinic that has naloxone.
pub const SITE: &str =
    r#"site(name: "Riverside Clinic", naloxone_location: "Red box beside the front desk", kiosk: true)"#;

/// What is read there.
pub fn kiosk() -> Loaded {
    bundled_for(SITE)
}

/// Somebody stands before a kiosk on which a visit has begun.
pub fn visit(size: [f32; 2]) -> Visit {
    let mut visit = Visit::to(kiosk(), size);
    visit.press(egui::accesskit::Role::Button, "Touch to start");
    visit
}

/// The time after which it is asked whether somebody is still there, and that for the answer.
pub fn times() -> (Duration, Duration) {
    let rules = kiosk().library.site.visits;
    (rules.idle, rules.warning)
}
