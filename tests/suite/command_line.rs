//! The commands, as a shell runs them.

use std::process::{Command, Output};

/// Runs `careshelf` with `arguments` and no display.
fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_careshelf"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .expect("the program runs")
}

#[track_caller]
fn check(arguments: &[&str], code: i32) -> (String, String) {
    let output = run(arguments);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
    (out.into_owned(), err.into_owned())
}

#[test]
fn list_names_every_topic_and_section() {
    let (out, _) = check(&["list"], 0);
    for line in [
        "overdose  Overdose",
        "effects  Effects",
        "withdrawal  Withdrawal",
        "treatment  Treatment",
        "help  Get help",
        "about  About",
    ] {
        assert!(out.lines().any(|found| found == line), "no \"{line}\" in\n{out}");
    }
    assert!(out.lines().any(|line| line.starts_with("  act-now") && line.ends_with("Act now")), "{out}");
    let sections = out.lines().filter(|line| line.starts_with("  ")).count();
    assert!(45 <= sections, "only {sections} sections");
}

#[test]
fn show_prints_a_section_with_its_sources_no_wider_than_the_terminal() {
    let (out, _) = check(&["show", "recovery-position"], 0);
    assert!(
        out.starts_with("Recovery position\n=====\n") || out.starts_with("Recovery position\n================="),
        "{out}"
    );
    assert!(out.contains("Who says so?") && out.contains("1. "), "{out}");
    assert!(out.contains("Not yet approved for this site."), "{out}");
    let widest = out.lines().filter(|line| !line.contains("http")).map(|line| line.chars().count()).max();
    assert!(widest <= Some(80), "{widest:?}\n{out}");
}

#[test]
fn show_prints_every_section_of_a_topic() {
    let (topic, _) = check(&["show", "overdose"], 0);
    let (section, _) = check(&["show", "never-do"], 0);
    assert!(topic.contains(&section));
}

#[test]
fn show_guesses_a_misspelt_section() {
    let (out, err) = check(&["show", "nalaxone-spray"], 1);
    assert_eq!(out, "");
    assert!(err.contains("Did you mean \"naloxone-spray\"?"), "{err}");
}

#[test]
fn check_finds_nothing_wrong_with_the_bundled_content_but_its_age() {
    // The program asks the real clock: a day will come when a section is overdue, and `check` must say so then.
    for arguments in [&["check"][..], &["check", "resources"]] {
        let output = run(arguments);
        let out = String::from_utf8_lossy(&output.stdout);
        let is_about_age = |line: &str| line.ends_with("[overdue]") || line.ends_with("[date-future]");
        let problems: Vec<&str> = out.lines().filter(|line| line.contains(": ")).collect();
        assert!(problems.iter().all(|line| is_about_age(line)), "{out}");
        assert_eq!(output.status.code(), Some(i32::from(!problems.is_empty())), "{out}");
        assert_eq!(out.starts_with("No problems in "), problems.is_empty(), "{out}");
    }
}

#[test]
fn check_names_problems_with_file_line_and_column_and_fails() {
    let dir = tempfile::tempdir().expect("a folder");
    copy_folder("resources".as_ref(), dir.path());
    let path = dir.path().join("en/effects.ron");
    let text = std::fs::read_to_string(&path).expect("the topic");
    std::fs::write(&path, text.replacen("    title:", "    titel:", 1)).expect("a writable folder");
    let folder = dir.path().to_str().expect("a plain path");
    let (out, _) = check(&["check", folder], 1);
    let line = out.lines().find(|line| line.starts_with("en/effects.ron:")).expect("a problem");
    assert!(line.contains("unknown field `titel` in this topic; did you mean `title`?"), "{line}");
    let counts: Vec<&str> = out.lines().filter(|line| !line.contains(':')).map(str::trim).collect();
    assert!(counts.contains(&"1 unknown-field"), "{out}");
    let (json, _) = check(&["check", folder, "--format", "json"], 1);
    let list: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let found = list.as_array().expect("a list").iter().find(|problem| problem["rule"] == "unknown-field");
    let found = found.expect("the unknown field");
    assert_eq!(found["file"], "en/effects.ron");
    assert!(found["line"].is_u64() && found["column"].is_u64());
}

#[test]
fn the_guide_is_printed_whole_with_its_branches_and_sources() {
    let (out, _) = check(&["guide"], 0);
    let library = crate::visit::bundled().library;
    let plain = out.split_whitespace().collect::<Vec<_>>().join(" ");
    for card in library.guide.cards() {
        card.each_text(&mut |text| {
            let words = text.plain();
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(plain.contains(&words), "{}: {words}", card.id);
        });
    }
    assert!(out.contains("> I gave a dose (+1) → next"), "{out}");
    assert!(out.contains("> No, or not sure → again (… breathe)"), "{out}");
    assert!(out.contains("[hrc-very-high]"), "{out}");
}

#[test]
fn a_card_that_is_not_there_is_refused_with_the_names_of_those_that_are() {
    let (_, err) = check(&["screenshot", "-o", "/nowhere/x.png", "--guide", "chek"], 1);
    assert!(err.contains("the guide has no card \"chek\". It has these: check, drowsy,"), "{err}");
}

#[test]
fn an_unknown_language_is_said_and_nothing_is_printed() {
    let (out, err) = check(&["list", "--lang", "xx"], 1);
    assert_eq!(out, "");
    assert!(err.contains("there is no language \"xx\"; add this file, or choose \"en\""), "{err}");
}

#[test]
fn without_a_display_one_sentence_says_what_to_do() {
    let (out, err) = check(&[], 2);
    assert_eq!(out, "");
    assert_eq!(err.lines().count(), 1, "{err}");
    assert!(err.contains("careshelf show"), "{err}");
}

#[test]
fn a_display_that_does_not_answer_is_a_sentence_too() {
    let output = Command::new(env!("CARGO_BIN_EXE_careshelf"))
        .env("DISPLAY", ":4711")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program runs");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("careshelf show"), "{err}");
}

#[test]
fn an_unknown_option_is_refused_with_the_usage() {
    let (_, err) = check(&["--colour"], 1);
    assert!(err.contains("Usage"), "{err}");
}

#[test]
fn a_reader_who_stops_listening_is_no_error() {
    let script = format!("{} show overdose | head -n 1; exit ${{PIPESTATUS[0]}}", env!("CARGO_BIN_EXE_careshelf"));
    let output = Command::new("bash").args(["-c", &script]).output().expect("bash runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_full_disk_is_said_and_not_hidden() {
    let script = format!("{} show overdose > /dev/full", env!("CARGO_BIN_EXE_careshelf"));
    let output = Command::new("bash").args(["-c", &script]).output().expect("bash runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write"));
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) {
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir(&target).expect("a new folder");
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}
