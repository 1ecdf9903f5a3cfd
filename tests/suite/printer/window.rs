//! Printing from a real window, as somebody does who only hears what is on it.

use std::process::Command;

use super::cups::Cups;

#[test]
fn a_page_is_printed_through_the_accessibility_bus_alone() {
    let cups = Cups::start();
    let output = Command::new("bash")
        .args(["tests/window/print.sh", env!("CARGO_BIN_EXE_careshelf")])
        .env("CUPS_SERVER", cups.path("cups.sock"))
        .output()
        .expect("bash runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{out}\n{err}");
}
