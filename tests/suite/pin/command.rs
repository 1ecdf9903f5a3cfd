//! `careshelf set-pin`, as a shell runs it.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use careshelf::pin::hash::Hash;

use super::PIN;

/// Runs `careshelf set-pin` for the site file in `folder`, with `input` on its standard input.
fn set_pin(folder: &Path, input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_careshelf"));
    fed(command.arg("set-pin").arg("--site").arg(folder.join("site.ron")), input)
}

fn fed(command: &mut Command, input: &str) -> Output {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("the program runs");
    // It may be refused before anything is read.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    child.wait_with_output().expect("the program ends")
}

#[track_caller]
fn check(output: &Output, code: i32) -> String {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{out}\n{err}");
    assert!(!out.contains(PIN) && !err.contains(PIN), "the PIN is shown: {out}\n{err}");
    format!("{out}{err}")
}

#[test]
fn a_line_becomes_a_hash_that_only_its_owner_may_write_and_no_stranger_may_read() {
    for input in ["482913", "482913\n", "482913\r\n", "482913\nand more\n"] {
        let folder = tempfile::tempdir().unwrap();
        let said = check(&set_pin(folder.path(), input), 0);
        let path = folder.path().join("pin");
        assert!(said.starts_with(&format!("The PIN is set. Its hash is in {}.", path.display())), "{said}");
        assert!(Hash::parse(&fs::read_to_string(&path).unwrap()).expect("a hash").is_of(PIN));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "something is left behind");
    }
}

#[test]
fn a_weak_pin_is_refused_with_the_reason_and_the_old_one_stays() {
    let folder = tempfile::tempdir().unwrap();
    check(&set_pin(folder.path(), PIN), 0);
    let before = fs::read_to_string(folder.path().join("pin")).unwrap();
    for (weak, reason) in [
        ("123456\n", "counts up or down"),
        ("000000\n", "fewer than three different digits"),
        ("12345\n", "has 6 to 12 digits and nothing else"),
        ("\n", "has 6 to 12 digits and nothing else"),
    ] {
        let said = check(&set_pin(folder.path(), weak), 1);
        assert!(said.contains(reason), "{said}");
        assert_eq!(fs::read_to_string(folder.path().join("pin")).unwrap(), before);
    }
    let said = check(&set_pin(folder.path(), ""), 2);
    assert!(said.contains("no PIN could be read"), "{said}");
}

#[test]
fn a_folder_that_is_not_there_is_named_with_what_makes_it() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("etc");
    let said = check(&set_pin(&missing, PIN), 2);
    assert!(said.contains(&format!("mkdir -p {}", missing.display())), "{said}");
    assert!(!missing.exists());
}

#[test]
fn a_folder_that_may_not_be_written_is_told_with_who_can() {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // Even root may not write here without this right.
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
    let mut command = Command::new(if is_root { "setpriv" } else { env!("CARGO_BIN_EXE_careshelf") });
    if is_root {
        command.args(["--bounding-set=-dac_override", env!("CARGO_BIN_EXE_careshelf")]);
    }
    let output = fed(command.arg("set-pin").arg("--site").arg(folder.path().join("site.ron")), PIN);
    let said = check(&output, 2);
    assert!(said.contains("sudo careshelf set-pin"), "{said}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// Answers the two questions of `set-pin` in a terminal of its own, each once it is asked.
fn typed(folder: &Path, answers: [&str; 2]) -> (Option<i32>, String) {
    let program = format!("{} set-pin --site {}", env!("CARGO_BIN_EXE_careshelf"), folder.join("site.ron").display());
    let mut command = Command::new("script");
    command.args(["--quiet", "--return", "--command", &program, "/dev/null"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("script runs");
    let (mut input, mut output) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    let mut shown = Vec::new();
    for (question, answer) in ["not shown): ", "again: "].into_iter().zip(answers) {
        while !shown.ends_with(question.as_bytes()) {
            let mut byte = [0];
            assert_eq!(output.read(&mut byte).unwrap(), 1, "it ended: {}", String::from_utf8_lossy(&shown));
            shown.push(byte[0]);
        }
        // The terminal stops to show what is typed a moment after the question; nobody types sooner.
        thread::sleep(Duration::from_secs(1));
        writeln!(input, "{answer}").unwrap();
    }
    output.read_to_end(&mut shown).unwrap();
    (child.wait().unwrap().code(), String::from_utf8_lossy(&shown).into_owned())
}

#[test]
fn in_a_terminal_it_is_typed_twice_and_never_shown() {
    let folder = tempfile::tempdir().unwrap();
    let (code, shown) = typed(folder.path(), [PIN, PIN]);
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("The PIN is set.") && !shown.contains(PIN), "{shown}");
    assert!(Hash::parse(&fs::read_to_string(folder.path().join("pin")).unwrap()).unwrap().is_of(PIN));
}

#[test]
fn two_pins_that_differ_set_none() {
    let folder = tempfile::tempdir().unwrap();
    let (code, shown) = typed(folder.path(), [PIN, "482931"]);
    assert_eq!(code, Some(1), "{shown}");
    assert!(shown.contains("the two PINs are not the same; nothing was changed"), "{shown}");
    assert!(!folder.path().join("pin").exists());
}
