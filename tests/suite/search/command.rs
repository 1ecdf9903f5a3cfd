//! `careshelf search`, as a shell runs it.

use std::process::Command;

#[track_caller]
fn check(words: &[&str], code: i32) -> (Vec<String>, String) {
    let program = env!("CARGO_BIN_EXE_careshelf");
    let output = Command::new(program).arg("search").args(words).output().expect("the program runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{words:?}\n{out}\n{err}");
    (out.lines().map(str::to_owned).collect(), err.into_owned())
}

#[test]
fn each_section_is_a_line_with_its_id_its_title_and_the_text_that_matches() {
    let (lines, err) = check(&["hepatitis"], 0);
    assert!(lines[0].starts_with("infections  HIV and hepatitis  "), "{lines:?}");
    assert!(lines.len() <= 10 && lines.iter().all(|line| 2 <= line.matches("  ").count()), "{lines:?}");
    assert_eq!(err, "");
}

#[test]
fn words_need_no_quotes() {
    assert_eq!(check(&["not", "breathing"], 0), check(&["not breathing"], 0));
    assert!(check(&["not", "breathing"], 0).0[0].starts_with("act-now  "));
}

#[test]
fn what_only_comes_near_says_so_on_standard_error() {
    let (lines, err) = check(&["xmethqadonez"], 0);
    assert!(!lines.is_empty());
    assert!(err.contains("These pages come near"), "{err}");
}

#[test]
fn what_finds_nothing_fails_and_says_what_to_do() {
    let (lines, err) = check(&["zzxqj"], 1);
    assert!(lines.is_empty() && err.contains("Try other words"), "{err}");
    let (_, err) = check(&["?!"], 1);
    assert!(err.contains("Type a word or a question"), "{err}");
    check(&[], 1);
}
