//! The conformance tables of the About tab: complete, honest about tests, and the same in the README.

mod clauses;
mod keyboard;
mod movement;
mod names;
mod pointer;
mod readme;
mod table;
mod words;

use careshelf::model::block::Block;
use careshelf::model::topic::Section;

use crate::visit::bundled;

/// The sections with the tables, in their order.
const SECTIONS: [&str; 4] = ["conformance-wcag", "conformance-508", "conformance-en-5", "conformance-en-11"];

/// One clause.
#[derive(Clone, Debug)]
struct Row {
    /// The section that it stands in.
    section: &'static str,
    /// Such as `1.1.1`.
    number: String,
    /// What the clause is called.
    title: String,
    /// Such as `Met`.
    status: String,
    /// How it is tested, or why it is not met.
    reason: String,
}

/// The section `id` of the bundled library.
fn section(id: &str) -> Section {
    bundled().library.section(&id.into()).unwrap_or_else(|| panic!("no section {id}")).1.clone()
}

/// Every row of the tables of the section `id`.
fn rows(id: &'static str) -> Vec<Row> {
    let section = section(id);
    let tables =
        section.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    tables
        .flat_map(|table| &table.rows)
        .map(|row| {
            let [clause, status, reason] = [0, 1, 2].map(|at| row[at].plain().replace('\u{a0}', " "));
            let (number, title) = clause.split_once(' ').unwrap_or_else(|| panic!("{id}: {clause}"));
            Row { section: id, number: number.to_owned(), title: title.to_owned(), status, reason }
        })
        .collect()
}

/// Every row of every table.
fn all_rows() -> Vec<Row> {
    SECTIONS.into_iter().flat_map(rows).collect()
}
