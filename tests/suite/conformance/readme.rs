//! The README holds the same tables as the About tab. `UPDATE_SNAPSHOTS=1 cargo test --test suite conformance` renews it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use careshelf::model::block::Block;
use careshelf::model::text::RichText;

use super::names::all_tests;
use super::{Row, SECTIONS, rows, section};

const BEGIN: &str = "<!-- The tables of the About tab; a test renews them: UPDATE_SNAPSHOTS=1 cargo test --test suite conformance -->\n";
const END: &str = "<!-- The end of the tables. -->\n";

#[test]
fn the_readme_has_the_tables_of_the_about_tab() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).expect("a README");
    let (before, rest) = readme.split_once(BEGIN).expect("the README says where the tables begin");
    let (tables, after) = rest.split_once(END).expect("the README says where the tables end");
    let expected = markdown();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, format!("{before}{BEGIN}{expected}{END}{after}")).expect("a README that can be written");
        return;
    }
    let is_same = tables == expected;
    assert!(
        is_same,
        "README.md is not as resources/en/conformance.ron; run UPDATE_SNAPSHOTS=1 cargo test --test suite conformance"
    );
}

/// All tables, each behind a line that opens it.
fn markdown() -> String {
    let tests = all_tests();
    let sections = SECTIONS.into_iter().map(|id| {
        let section = section(id);
        let tables = section.blocks.iter().filter_map(|block| match block {
            Block::Heading(text) => Some(format!("\n**{}**\n\n", text.plain())),
            Block::Table(table) => Some(table_of(&table.header, &table.rows, &tests)),
            _ => None,
        });
        let title = section.title.trim_start_matches("For staff: ");
        format!(
            "\n<details><summary><b>{title}</b>: {}</summary>\n\n{}\n</details>\n",
            counts(&rows(id)),
            tables.collect::<String>().trim_start()
        )
    });
    format!("{}\n", sections.collect::<String>())
}

/// How many rows have which answer.
fn counts(rows: &[Row]) -> String {
    let answers = ["Met", "Met in part", "Not met yet", "Does not apply", "Needs a person with hardware"];
    let count = |answer: &str| rows.iter().filter(|row| row.status == answer).count();
    let counts = answers.map(|answer| (answer.to_lowercase(), count(answer)));
    let shown = counts.into_iter().filter(|(_, count)| 0 < *count).map(|(answer, count)| format!("{count} {answer}"));
    shown.collect::<Vec<_>>().join(", ")
}

fn table_of(header: &[RichText], rows: &[Vec<RichText>], tests: &BTreeMap<String, String>) -> String {
    let line = |cells: &[RichText]| {
        let cells: Vec<String> =
            cells.iter().map(|cell| with_names_of_tests(&cell.plain(), tests).replace('|', "\\|")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = format!("|{}\n", "---|".repeat(header.len()));
    let rows: String = rows.iter().map(|row| line(row)).collect();
    format!("{}{rule}{rows}", line(header))
}

/// `text` with its tests as they are called in the code, to be found there.
fn with_names_of_tests(text: &str, tests: &BTreeMap<String, String>) -> String {
    let mut parts = text.split('“');
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (quoted, rest) = part.split_once('”').unwrap_or((part, ""));
        shown += &tests.get(quoted).map_or_else(|| format!("“{quoted}”"), |name| format!("`{name}`"));
        shown += rest;
    }
    shown
}
