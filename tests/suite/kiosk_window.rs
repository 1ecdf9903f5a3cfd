//! A kiosk's window: nobody gets out of it, with a window manager or without one, under X11 and under Wayland.
//!
//! It needs a real X server on a graphics card that does not exist (Xorg with its `dummy` and `inputtest` drivers, which play
//! monitors, ten fingers and keyboards), cage and grim; `tests/run` installs them. Without them this test fails and says so.

use super::real_window::run;

#[test]
fn nobody_gets_out_of_a_kiosk_on_a_bare_server() {
    run("tests/window/kiosk_escape.sh", &["none"]);
}

#[test]
fn nobody_gets_out_of_a_kiosk_that_a_window_manager_watches() {
    run("tests/window/kiosk_escape.sh", &["openbox"]);
}

#[test]
fn under_cage_a_kiosk_covers_the_screen_and_then_rests() {
    run("tests/window/cage.sh", &[]);
}
