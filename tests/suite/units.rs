//! A kiosk that comes back by itself: its unit files for systemd, and what is on the screen after crashes.
//!
//! It needs systemd's own tools, and for the last test root, Xvfb and cage; `tests/run` installs them. Without them these
//! tests fail and say so.

use std::process::Command;

const DISPLAY: &str = "assets/linux/careshelf-display.service";
const WAYLAND: &str = "assets/linux/careshelf-wayland.service";
const X11: &str = "assets/linux/careshelf-x11.service";

/// Runs systemd-analyze; it must find nothing to say against the unit.
#[track_caller]
fn analyze(arguments: &[&str]) {
    let output = Command::new("systemd-analyze").args(arguments).output();
    let output = output.expect("systemd-analyze is missing; run tests/run, which installs it");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "systemd-analyze {arguments:?}\n{out}\n{err}");
}

#[test]
fn the_kiosk_can_do_little_harm_whatever_gets_hold_of_it() {
    // Tenths of systemd's own measure, from 0, locked away, to 10, open. Only cage needs the screen itself, and netlink to
    // hear of a keyboard that is plugged in; the X server has to be root.
    for (unit, threshold) in [(X11, "6"), (WAYLAND, "10"), (DISPLAY, "70")] {
        analyze(&["security", "--offline=true", &format!("--threshold={threshold}"), unit]);
    }
}

#[test]
fn the_measure_of_harm_would_notice_a_unit_without_locks() {
    let folder = tempfile::tempdir().unwrap();
    let unit = folder.path().join("open.service");
    std::fs::write(&unit, "[Service]\nExecStart=/bin/true\n").unwrap();
    let output = Command::new("systemd-analyze")
        .args(["security", "--offline=true", "--threshold=70"])
        .arg(unit)
        .output()
        .expect("systemd-analyze is missing; run tests/run, which installs it");
    assert!(!output.status.success());
}

#[test]
fn the_unit_that_starts_the_kiosk_is_exactly_the_one_that_was_meant() {
    let text = |path: &str| std::fs::read_to_string(path).unwrap();
    // What both must have, or a crash, a hang or an administrator is not met as the README says.
    let needed = [
        "Type=notify",
        "NotifyAccess=all",
        "Restart=always",
        "RestartPreventExitStatus=3",
        "StartLimitIntervalSec=0",
        "WatchdogSec=1500ms",
        "RuntimeDirectoryPreserve=restart",
        "LimitCORE=0",
    ];
    assert_eq!(careshelf::report::EXIT_LEFT, 3);
    for unit in [WAYLAND, X11] {
        for line in needed {
            assert!(text(unit).lines().any(|found| found == line), "{unit} lacks {line}");
        }
    }
}

#[test]
fn the_unit_files_have_no_mistakes() {
    // The program and its helper are not installed where tests run: their places are filled by something that is.
    let folder = tempfile::tempdir().unwrap();
    let copies: Vec<String> = [DISPLAY, WAYLAND, X11]
        .iter()
        .map(|unit| {
            let text = std::fs::read_to_string(unit).unwrap();
            let text = text.replace("/usr/bin/Xorg", "/bin/sh");
            let copy = folder.path().join(unit.rsplit('/').next().unwrap());
            std::fs::write(&copy, text).unwrap();
            copy.to_str().expect("a path that is text").to_owned()
        })
        .collect();
    let mut arguments = vec!["verify", "--man=no"];
    arguments.extend(copies.iter().map(String::as_str));
    let output = Command::new("systemd-analyze").args(&arguments).output();
    let output = output.expect("systemd-analyze is missing; run tests/run, which installs it");
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && err.is_empty(), "{err}");
}

#[test]
fn after_a_crash_a_stop_and_a_hang_the_page_is_back_and_after_five_crashes_a_plain_one() {
    let output = Command::new("bash")
        .args(["tests/window/units.sh", env!("CARGO_BIN_EXE_careshelf")])
        .output()
        .expect("bash runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    eprintln!("{out}");
    assert!(output.status.success(), "{out}\n{err}");
}
