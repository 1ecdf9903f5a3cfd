//! `careshelf print`, as a shell runs it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::text_of;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_careshelf")).arg("print").args(arguments).output().expect("the program runs")
}

/// Runs `careshelf print` with `arguments`, and gives what it says on standard error.
#[track_caller]
fn check(arguments: &[&str], code: i32) -> String {
    let output = run(arguments);
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{err}");
    err
}

/// The names of the files in `dir`.
fn files(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn every_layout_goes_into_a_file_or_to_standard_output() {
    let dir = tempfile::tempdir().expect("a folder");
    for layout in ["handout", "large-print", "card", "poster"] {
        let file = dir.path().join(format!("{layout}.pdf"));
        let output = run(&["signs", "--layout", layout, "-o", "-"]);
        assert_eq!(output.status.code(), Some(0));
        assert!(output.stdout.starts_with(b"%PDF-") && output.stdout.trim_ascii_end().ends_with(b"%%EOF"), "{layout}");
        check(&["signs", "--layout", layout, "-o", text_of(&file)], 0);
        assert!(fs::read(&file).expect("a file") == output.stdout, "{layout}");
    }
    assert_eq!(files(dir.path()), ["card.pdf", "handout.pdf", "large-print.pdf", "poster.pdf"]);
}

#[test]
fn paper_is_that_of_the_protocol_unless_another_is_named() {
    for (paper, size) in [(None, "612 x 792"), (Some("letter"), "612 x 792"), (Some("a4"), "595.276 x 841.89")] {
        let paper = paper.map(|paper| ["--paper", paper]);
        let arguments: Vec<&str> = ["signs", "-o", "-"].into_iter().chain(paper.into_iter().flatten()).collect();
        let info = super::said("pdfinfo", &["{}"], &run(&arguments).stdout);
        assert!(info.contains(&format!("Page size:       {size} pts")), "{info}");
    }
}

#[test]
fn a_topic_stands_for_its_sections_and_nothing_is_printed_twice() {
    let pages = |arguments: &[&str]| super::drawn::drawn(&run(arguments).stdout).len();
    let topic = pages(&["withdrawal", "-o", "-"]);
    assert_eq!(topic, pages(&["withdrawal", "withdrawal-signs", "withdrawal", "-o", "-"]));
    assert!(pages(&["withdrawal-signs", "-o", "-"]) < topic);
}

#[test]
fn a_wrong_request_is_refused_with_what_would_be_right() {
    for (arguments, said) in [
        (&["sings", "-o", "x.pdf"][..], &["Did you mean \"signs\"?"][..]),
        (&["-o", "x.pdf"], &["choose a section first"]),
        (&["--layout", "large-print", "-o", "x.pdf"], &["<SECTION>"]),
        (&["signs", "-o", "x.pdf", "--layout", "leaflet"], &["handout, large-print, card, poster"]),
        (&["signs", "-o", "x.pdf", "--paper", "a5"], &["letter, a4"]),
        (&["signs"], &["--output"]),
        (&["signs", "-o", "x.pdf", "--lang", "xx"], &["there is no language \"xx\""]),
    ] {
        let err = check(arguments, 1);
        assert!(said.iter().all(|said| err.contains(said)), "{arguments:?}: {err}");
        assert!(!Path::new("x.pdf").exists());
    }
}

#[test]
fn the_card_and_the_poster_need_no_section_and_say_so_where_one_is_named() {
    for layout in ["card", "poster"] {
        assert_eq!(check(&["--layout", layout, "-o", "-"], 0), "");
        let err = check(&["signs", "--layout", layout, "-o", "-"], 0);
        assert!(err.contains(&format!("the {layout} shows the overdose steps, whatever section is named")), "{err}");
    }
}

#[test]
fn a_character_without_a_letter_is_refused_and_nothing_is_written() {
    let dir = tempfile::tempdir().expect("a folder");
    let site = dir.path().join("site.ron");
    fs::write(&site, "site(name: \"Clinic שלום\")").expect("a writable folder");
    let file = dir.path().join("x.pdf");
    let err = check(&["signs", "-o", text_of(&file), "--site", text_of(&site)], 1);
    assert!(err.contains("the bundled fonts have no character \"ש\" (U+05E9)"), "{err}");
    assert_eq!(files(dir.path()), ["site.ron"]);
}

#[test]
fn a_full_disk_is_said_and_leaves_the_older_file_as_it_was() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("x.pdf");
    for older in [None, Some("an older file")] {
        if let Some(older) = older {
            fs::write(&file, older).expect("a writable folder");
        }
        // No file of this shell may be longer than 4 kB; without the signal, the next byte is an error as on a full disk.
        let script = format!(
            "trap '' XFSZ; ulimit -f 4; exec {} print signs -o {}",
            env!("CARGO_BIN_EXE_careshelf"),
            text_of(&file)
        );
        let output = Command::new("bash").args(["-c", &script]).output().expect("bash runs");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{err}");
        assert!(err.contains("cannot write"), "{err}");
        assert_eq!(files(dir.path()), older.map(|_| "x.pdf").into_iter().collect::<Vec<_>>());
        assert_eq!(fs::read_to_string(&file).ok().as_deref(), older);
    }
}

/// A device is written to, and not replaced by a file: `/dev/full` must still be full for everybody else.
#[test]
fn a_device_stays_a_device() {
    // A pipe of our own comes first: a device that is lost is lost for the whole machine.
    let dir = tempfile::tempdir().expect("a folder");
    let pipe = dir.path().join("pipe");
    assert!(super::tool("mkfifo", &[text_of(&pipe)]).status.success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read(pipe).expect("a pipe")
    });
    check(&["signs", "-o", text_of(&pipe)], 0);
    assert_eq!(files(dir.path()), ["pipe"]);
    assert!(!fs::metadata(&pipe).expect("a pipe").is_file());
    assert!(reader.join().expect("a reader").starts_with(b"%PDF-"));
    let err = check(&["signs", "-o", "/dev/full"], 2);
    assert!(err.contains("cannot write /dev/full"), "{err}");
}

#[test]
fn standard_output_that_is_full_is_said() {
    let script = format!("{} print signs -o - > /dev/full", env!("CARGO_BIN_EXE_careshelf"));
    let output = Command::new("bash").args(["-c", &script]).output().expect("bash runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write"));
}

#[test]
fn a_place_that_cannot_be_written_is_said() {
    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("file"), "").expect("a writable folder");
    fs::create_dir(dir.path().join("folder")).expect("a writable folder");
    let before = files(dir.path());
    for place in ["nowhere/x.pdf", "file/x.pdf", "folder", "/proc/x.pdf"] {
        let err = check(&["signs", "-o", text_of(&dir.path().join(place))], 2);
        assert!(err.contains("cannot write"), "{err}");
        assert_eq!(files(dir.path()), before, "{place}");
    }
}
