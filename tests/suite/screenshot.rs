//! `careshelf screenshot`: what it writes, and what it says when it cannot.

use std::path::Path;
use std::process::{Command, Output};

use crate::same_picture::read;

fn run(output: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_careshelf"));
    // Without any display, and without a graphics driver to load.
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command.arg("screenshot").arg("-o").arg(output).args(arguments).output().expect("careshelf runs")
}

#[track_caller]
fn check_refused(arguments: &[&str], exit_code: i32, words: &str) {
    let folder = tempfile::tempdir().unwrap();
    let output = run(&folder.path().join("screen.png"), arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(exit_code), "{said}");
    assert!(said.contains(words), "{said}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "something was left behind");
}

#[test]
fn a_picture_needs_no_display_and_has_the_size_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("screen.png");
    let output = run(&file, &["--size", "640x480", "--open", "signs", "--theme", "dark", "--text-size", "2"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let picture = read(&file);
    assert_eq!(picture.size, [640, 480]);
    let colors: std::collections::BTreeSet<_> = picture.pixels.iter().map(egui::Color32::to_array).collect();
    assert!(100 < colors.len(), "a page of words has many shades, not {}", colors.len());
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["screen.png"]);
}

#[test]
fn the_same_picture_comes_twice_and_a_denser_one_shows_the_same_page() {
    let folder = tempfile::tempdir().unwrap();
    let take = |name: &str, arguments: &[&str]| {
        let file = folder.path().join(name);
        assert!(run(&file, arguments).status.success());
        read(&file)
    };
    let once = take("once.png", &["--size", "600x500"]);
    assert_eq!(once, take("again.png", &["--size", "600x500"]));
    let dense = take("dense.png", &["--size", "1200x1000", "--scale", "2"]);
    // Every fourth pixel of the dense one is near the same place's pixel: the same page, not a larger window.
    let near = |(i, color): (usize, &egui::Color32)| {
        let other = dense[(i % 600 * 2, i / 600 * 2)];
        color.r().abs_diff(other.r()) < 100
    };
    let share = once.pixels.iter().enumerate().filter(|pixel| near(*pixel)).count() as f32 / once.pixels.len() as f32;
    assert!(0.9 < share, "only {share} of the pixels are alike");
}

#[test]
fn a_picture_of_nothing_or_of_a_senseless_size_is_refused_and_leaves_no_file() {
    check_refused(&["--open", "sings"], 1, "signs");
    check_refused(&["--size", "640"], 1, "1280x800");
    check_refused(&["--size", "10x10"], 1, "64");
    check_refused(&["--size", "16384x16384"], 1, "million");
    check_refused(&["--scale", "9"], 1, "0.5");
    check_refused(&["--text-size", "9"], 1, "1..=4");
}

#[test]
fn a_picture_that_cannot_be_written_says_where_and_why() {
    let output = run(Path::new("/nowhere/at/all/screen.png"), &[]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("/nowhere/at/all/screen.png"), "{said}");
}
