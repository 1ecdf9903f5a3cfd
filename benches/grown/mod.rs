//! A library as large as you like: the bundled one, and sample sections in parts of its topics.
//!
//! The samples say of themselves that they are samples, and claim nothing. The same size is always the same files.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use careshelf::content::bundled_files;

/// The topics that grow. The overdose topic, the sources and the protocol stay as they are.
const TOPICS: [&str; 4] = ["effects", "withdrawal", "treatment", "help"];

/// A part is closed once it is larger than this; no file may have more than 1 MiB.
const PART_BYTES: usize = 1000 * 1024;

/// Writes a content folder with so many `sample_sections` beside the bundled ones.
pub fn write(dir: &Path, sample_sections: usize) -> io::Result<()> {
    for (path, text) in bundled_files() {
        let topic = path.strip_prefix("en/").and_then(|name| name.strip_suffix(".ron"));
        let at = TOPICS.iter().position(|name| topic == Some(name));
        let names = at.map_or_else(|| Ok(Vec::new()), |at| write_parts(dir, at, sample_sections))?;
        let text = if names.is_empty() {
            text.into_owned()
        } else {
            let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
            text.replacen("    sections: [", &format!("    parts: [{}],\n    sections: [", names.join(", ")), 1)
        };
        write_file(dir, &path, &text)?;
    }
    Ok(())
}

/// Writes every fourth sample section into parts of the topic at `at`, and says how the parts are called.
fn write_parts(dir: &Path, at: usize, sample_sections: usize) -> io::Result<Vec<String>> {
    let topic = TOPICS[at];
    let mut names = Vec::new();
    let mut numbers = (1..=sample_sections).filter(|number| number % TOPICS.len() == at).peekable();
    while numbers.peek().is_some() {
        let mut text = format!(
            "// Sample text, written by a program, to try a large library. It claims nothing.\npart(\n    topic: \"{topic}\",\n    sections: [\n"
        );
        while text.len() < PART_BYTES
            && let Some(number) = numbers.next()
        {
            text.push_str(&section(number, sample_sections));
        }
        text.push_str("    ],\n)\n");
        let name = format!("{topic}-sample-{}", names.len() + 1);
        write_file(dir, &format!("en/{name}.ron"), &text)?;
        names.push(name);
    }
    Ok(names)
}

fn write_file(dir: &Path, path: &str, text: &str) -> io::Result<()> {
    let path = dir.join(path);
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, text)
}

/// About as long as a short bundled section, with pointers near and far.
fn section(number: usize, count: usize) -> String {
    let mut text = String::new();
    let (near, far) = (number % count + 1, (number * 7919) % count + 1);
    let _ = writeln!(
        text,
        r#"        section(
            id: "sample-{number}",
            title: "Sample section {number}",
            reviewed: "2026-11-22",
            review_by: "2027-11-22",
            blocks: [
                paragraph("This is sample section {number} of {count}. It is here to **try a big shelf**. It says nothing. [-]"),
                callout(
                    kind: note,
                    title: "Sample box {number}",
                    blocks: [
                        paragraph("A box may hold text too. This one says no more than that. [-]"),
                    ],
                ),
                heading("Sample list"),
                list([
                    "Item one of sample {number}. [-]",
                    "Item two of sample {number}. It has a few more words than the first one. [-]",
                    "Item three of sample {number}. [-]",
                ]),
                paragraph("The last line of sample {number} is as plain as the first one. You can read it and go on. [-]"),
                see(["sample-{near}", "sample-{far}"]),
            ],
        ),"#
    );
    text
}
