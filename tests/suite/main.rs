//! All integration tests, in one binary.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that meets something unexpected should fail at once"
)]
#![allow(unreachable_pub, reason = "nothing outside this binary can reach anything in it")]

mod admin;
mod card;
mod command_line;
mod conformance;
mod content_bad;
mod content_good;
mod content_properties;
mod contrast;
mod editing;
mod every_screen;
mod first_screen;
mod grown;
mod guide;
mod house;
mod house_numbers;
mod kiosk;
mod kiosk_window;
mod languages;
mod layout;
mod lint;
mod loading;
mod long_lists;
mod model;
mod packs;
mod painter;
mod parts;
mod pictures;
mod pin;
mod print;
mod print_page;
mod print_state;
#[cfg(target_os = "linux")]
mod printer;
mod pseudo;
mod real_window;
mod ring;
mod safe_page;
mod same_picture;
mod screens;
mod screenshot;
mod search;
mod six_keys;
mod sizes;
mod sound;
mod tones;
mod typing;
#[cfg(target_os = "linux")]
mod units;
mod update;
mod visit;
mod visits;
mod words;
