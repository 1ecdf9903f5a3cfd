//! Every page is one for screen readers: PDF/UA-1 (ISO 14289-1), as the veraPDF engine understands it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::{ALL, beside, text_of};

/// Names another place of the checker.
const CHECKER: &str = "CARESHELF_PDFUA_CHECK";

/// Pieces of the file that a screen reader needs, each of which can be spelt wrong without moving a byte.
const TAKEN_AWAY: [(&str, &str, &str); 3] = [
    ("tags", "/StructTreeRoot", "/StructTreeR00t"),
    ("mark", "/Marked true", "/Marked null"),
    ("language", "/Lang(", "/Lung("),
];

#[test]
fn every_page_is_for_screen_readers_and_the_checker_would_say_if_it_were_not() {
    let checker = std::env::var_os(CHECKER)
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pdfua/check"), PathBuf::from);
    assert!(
        checker.exists(),
        "there is no PDF/UA checker at {}; name a script that runs veraPDF in {CHECKER}",
        checker.display()
    );
    let dir = tempfile::tempdir().expect("a folder");
    let mut good = Vec::new();
    let mut bad = Vec::new();
    for printed in ALL.iter().chain(beside::ALL.iter()) {
        good.push(printed.name.replace(", ", "-"));
        fs::write(dir.path().join(good.last().unwrap()), &printed.pdf).expect("a writable folder");
    }
    let card = &ALL.iter().find(|printed| printed.name.contains("card")).expect("a card").pdf;
    for (name, right, wrong) in TAKEN_AWAY {
        bad.push(format!("without-{name}"));
        fs::write(dir.path().join(bad.last().unwrap()), replace(card, right, wrong)).expect("a writable folder");
    }
    // All files at once: most of the time the checker takes is its start.
    let output = Command::new("bash").arg(&checker).args(good.iter().chain(&bad)).current_dir(dir.path()).output();
    let output = output.expect("bash runs");
    let report = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{} did not judge: {report}{errors}", text_of(&checker));
    for (names, verdict) in [(good, "compliant=true"), (bad, "compliant=false")] {
        for name in names {
            let line = report.lines().find(|line| line.starts_with(&format!("{name}: ")));
            assert!(line.is_some_and(|line| line.contains(verdict)), "{name} should be {verdict}:\n{report}{errors}");
        }
    }
}

/// `pdf` with `right` replaced by `wrong`, which is as long.
fn replace(pdf: &[u8], right: &str, wrong: &str) -> Vec<u8> {
    let mut pdf = pdf.to_vec();
    let found: Vec<usize> =
        (0..pdf.len() - right.len()).filter(|at| pdf[*at..].starts_with(right.as_bytes())).collect();
    assert!(!found.is_empty(), "{right} is not in the file");
    for at in found {
        pdf[at..at + right.len()].copy_from_slice(wrong.as_bytes());
    }
    pdf
}
