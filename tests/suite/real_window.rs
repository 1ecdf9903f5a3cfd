//! A real window on a real (virtual) screen, with a real accessibility bus.
//!
//! It needs Xvfb, a window manager, xdotool, dbus and AT-SPI with its Python; `tests/run` installs them. Without them
//! this test fails and says so: a window that nobody ever opened is not tested.

use std::process::Command;

#[test]
fn a_window_appears_reads_out_its_words_and_answers_a_click() {
    let output = Command::new("bash")
        .args(["tests/window/visit.sh", env!("CARGO_BIN_EXE_careshelf")])
        .output()
        .expect("bash runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{out}\n{err}");
}
