//! Tables on paper: a head that screen readers know, or cards where the columns have no room; never a word less.

use careshelf::model::block::Table;
use careshelf::model::paper::Layout;

use super::drawn::{Drawn, drawn};
use super::model::{library_of, table, text};
use super::tags::heard;
use super::{ALL, Printed, pdf, request, said, squeezed};
use crate::visit::bundled;

/// How many tags called `name` there are.
fn count(tags: &str, name: &str) -> usize {
    tags.lines().filter(|line| line.trim_start().split([' ', ':']).next() == Some(name)).count()
}

fn tags(pdf: &[u8]) -> String {
    said("pdfinfo", &["-struct", "{}"], pdf)
}

#[test]
fn a_table_in_a_handout_has_a_head_for_each_column_and_each_row() {
    let loaded = library_of(vec![table(4, 5, "word")]);
    let pdf = pdf(&loaded, &request(&loaded, "only", Layout::Handout)).expect("pages");
    let tags = tags(&pdf);
    assert_eq!(count(&tags, "TH"), 4 + 5, "{tags}");
    assert_eq!(count(&tags, "TD"), 3 * 5, "{tags}");
    assert_eq!(tags.matches("/Scope /Column").count(), 4, "{tags}");
    assert_eq!(tags.matches("/Scope /Row").count(), 5, "{tags}");
}

#[test]
fn a_head_stands_on_every_page_that_its_table_reaches() {
    let loaded = library_of(vec![table(3, 60, "some words in a cell that take a line")]);
    let pdf = pdf(&loaded, &request(&loaded, "only", Layout::Handout)).expect("pages");
    let pages = drawn(&pdf);
    let with_rows = pages.iter().filter(|page| page.text().contains("row"));
    assert!(1 < with_rows.clone().count());
    for page in with_rows {
        assert!(page.text().contains("column1"), "{}", page.text());
    }
}

#[test]
fn where_columns_have_no_room_every_row_is_a_card_and_nothing_is_lost() {
    for (layout, columns, words) in [
        (Layout::LargePrint, 3, "word"),
        (Layout::Handout, 12, "word"),
        (Layout::Handout, 7, "benzodiazepines"),
        (Layout::LargePrint, 12, "benzodiazepines"),
        (Layout::Handout, 3, &*"a cell that goes on and on ".repeat(300)),
    ] {
        let block = table(columns, 6, words);
        let loaded = library_of(vec![block.clone()]);
        let pdf = pdf(&loaded, &request(&loaded, "only", layout)).expect("pages");
        assert_eq!(count(&tags(&pdf), "Table"), 0);
        let printed: String = drawn(&pdf).iter().map(Drawn::text).collect();
        block.each_text(&mut |text| {
            assert!(without_feet(&printed).contains(&squeezed(&text.plain())), "{}", text.plain());
        });
    }
}

/// Every foot, which may stand between two lines of a text, taken out.
fn without_feet(printed: &str) -> String {
    let mut pieces = String::new();
    let mut rest = printed;
    while let Some((before, after)) = rest.split_once("Thesection·English") {
        pieces.push_str(before);
        rest = after.split_once("2026.11.1").map_or("", |(_, rest)| rest);
    }
    pieces + rest
}

#[test]
fn every_word_of_every_table_is_printed() {
    let library = bundled().library;
    let sections =
        || library.topics().iter().flat_map(|topic| topic.sections_for_readers().map(move |section| (topic, section)));
    let tables = sections().flat_map(|(topic, section)| section.blocks.iter().map(move |block| (topic, block)));
    let heard: Vec<_> = ALL.iter().map(|printed| (printed, heard(&printed.pdf))).collect();
    for (topic, block) in tables {
        let careshelf::model::block::Block::Table(Table { header, rows, .. }) = block else { continue };
        let is_of_topic = |printed: &Printed| printed.topic == topic.id.as_str() && printed.layout.shows_sections();
        for (printed, heard) in heard.iter().filter(|(printed, _)| is_of_topic(printed)) {
            for cell in header.iter().chain(rows.iter().flatten()) {
                assert!(heard.contains(&squeezed(&cell.plain())), "{}: {}", printed.name, cell.plain());
            }
        }
    }
}

#[test]
fn an_empty_cell_is_an_empty_cell() {
    let mut block = table(3, 2, "word");
    let careshelf::model::block::Block::Table(table) = &mut block else { unreachable!() };
    table.rows[1][2] = text("");
    let loaded = library_of(vec![block]);
    for layout in [Layout::Handout, Layout::LargePrint] {
        pdf(&loaded, &request(&loaded, "only", layout)).expect("pages");
    }
}
