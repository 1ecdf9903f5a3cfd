//! A real window on a real (virtual) screen, with a real accessibility bus.
//!
//! It needs Xvfb, a window manager, xdotool, dbus and AT-SPI with its Python; `tests/run` installs them. Without them
//! this test fails and says so: a window that nobody ever opened is not tested.

use std::fs;
use std::process::Command;

/// Runs a script on the viewer; it must end well.
pub fn run(script: &str, arguments: &[&str]) {
    let output = Command::new("bash")
        .arg(script)
        .arg(env!("CARGO_BIN_EXE_careshelf"))
        .args(arguments)
        .output()
        .expect("bash runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{script} {arguments:?}\n{out}\n{err}");
}

#[test]
fn with_and_without_the_graphics_driver_a_screen_reader_finds_the_same_and_can_do_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let trees = ["cpu", "gpu"].map(|renderer| {
        let tree = folder.path().join(renderer);
        run("tests/window/visit.sh", &[renderer, tree.to_str().expect("a path that is text")]);
        fs::read_to_string(tree).expect("the visit wrote the tree down")
    });
    assert!(300 < trees[0].lines().count(), "only {} lines", trees[0].lines().count());
    for (cpu, gpu) in trees[0].lines().zip(trees[1].lines()) {
        assert_eq!(cpu, gpu);
    }
    assert_eq!(trees[0].lines().count(), trees[1].lines().count());
}

#[test]
fn the_viewer_opens_whatever_becomes_of_the_graphics_driver() {
    run("tests/window/renderers.sh", &[]);
}

#[test]
fn an_overdose_goes_by_the_accessibility_bus_alone_through_crashes_and_clocks_set_back() {
    run("tests/window/guide.sh", &["cpu"]);
}

#[test]
fn a_screen_reader_reads_a_section_switches_tabs_opens_a_citation_and_goes_through_an_overdose() {
    run("tests/window/alone.sh", &["reader.py"]);
}

#[test]
fn six_keys_alone_open_read_change_gather_print_and_go_through_an_overdose() {
    run("tests/window/alone.sh", &["keys.py"]);
}

#[test]
fn under_wayland_a_page_appears_and_then_rests() {
    ["cpu", "gpu"].iter().for_each(|renderer| run("tests/window/wayland.sh", &[renderer]));
}
