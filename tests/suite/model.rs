//! What the model promises by itself, without any file.

use careshelf::model::block::{Block, Callout, CalloutKind, Step, Table};
use careshelf::model::id::{SectionId, SourceId, TopicId, is_valid_id};
use careshelf::model::library::Library;
use careshelf::model::place::{Place, Problem, Severity};
use careshelf::model::protocol::Decimal;
use careshelf::model::site::{Approval, Site};
use careshelf::model::text::{RichText, Span};
use careshelf::model::topic::{Section, Topic};
use jiff::civil::Date;

#[test]
fn an_id_is_made_of_lower_case_words_with_hyphens() {
    for id in ["signs", "act-now", "a", "4", "naloxone-4-mg", "2026"] {
        assert!(is_valid_id(id), "{id} should be an id");
    }
    for text in ["", "-", "a-", "-a", "a--b", "Signs", "act now", "act_now", "é", "a.b", "a/b", "..", "٣", "a\n"] {
        assert!(!is_valid_id(text), "{text:?} should not be an id");
    }
}

#[test]
fn a_decimal_is_digits_with_at_most_one_point() {
    for (text, number) in
        [("0", 0.0), ("30", 30.0), ("2.4", 2.4), ("2.40", 2.4), ("007", 7.0), ("999999999", 999_999_999.0)]
    {
        let decimal = Decimal::parse(text).unwrap_or_else(|| panic!("{text} should be a decimal"));
        assert_eq!(decimal.to_string(), text, "it is kept as written");
        assert!((decimal.as_f64() - number).abs() < 1e-9);
    }
    let others = [
        "",
        ".",
        "2.",
        ".4",
        "1.2.3",
        "-2",
        "+2",
        "2,4",
        " 2",
        "2 ",
        "1e3",
        "NaN",
        "nan",
        "inf",
        "infinity",
        "0x10",
        "1_000",
        "٣",
        "½",
        "9999999999",
    ];
    for text in others {
        assert_eq!(Decimal::parse(text), None, "{text:?} should not be a decimal");
    }
}

#[test]
fn sources_stand_in_the_order_in_which_a_reader_meets_them() {
    check_sources(&[paragraph("c"), paragraph("a"), paragraph("b")], "c a b");
}

#[test]
fn a_source_is_counted_once_where_it_is_met_first() {
    check_sources(&[paragraph("a b"), paragraph("b c"), paragraph("a")], "a b c");
}

#[test]
fn sources_inside_of_boxes_lists_steps_and_tables_count_in_their_place() {
    let callout = Block::Callout(Callout { kind: CalloutKind::Note, title: text("b"), blocks: vec![paragraph("c")] });
    let question = Block::Question { ask: text("d"), answer: vec![paragraph("e")] };
    let steps = Block::Steps(vec![Step { title: text("f"), text: text("g"), brief: None, picture: None }]);
    let rows = vec![vec![text("j"), text("k")]];
    let table = Block::Table(Table { caption: text("h"), header: vec![text("i"), text("")], rows });
    check_sources(
        &[paragraph("a"), callout, question, steps, table, Block::List(vec![text("l"), text("m")])],
        "a b c d e f g h i j k l m",
    );
}

#[test]
fn a_section_is_overdue_from_the_day_after_its_last_one() {
    let section = section("signs", vec![]);
    for (today, is_overdue) in
        [("2027-11-21", false), ("2027-11-22", false), ("2027-11-23", true), ("2030-01-01", true)]
    {
        assert_eq!(section.is_overdue(date(today)), is_overdue, "on {today}");
    }
}

#[test]
fn only_an_approval_of_the_present_text_counts() {
    for (on, counts) in [("2026-11-21", false), ("2026-11-22", true), ("2026-12-01", true), ("2026-12-02", false)] {
        let approval = Approval { by: "Dr A. Example".to_owned(), on: date(on) };
        let site = Site { approval: Some(approval.clone()), ..Site::default() };
        let mut library = Library::new(vec![topic("overdose", &["signs"])]);
        library.site = site;
        assert_eq!(
            library.approval(&library.topics()[0].sections[0], date("2026-12-01")),
            Some(&approval).filter(|_| counts),
            "approved on {on}"
        );
    }
}

#[test]
fn nobody_approved_a_text_with_a_piece_missing_or_one_that_stands_in() {
    let approval = Approval { by: "Dr A. Example".to_owned(), on: date("2026-11-22") };
    let site = Site { approval: Some(approval), ..Site::default() };
    let mut library = Library::new(vec![topic("overdose", &["signs"])]);
    library.site = site;
    let whole = library.topics()[0].sections[0].clone();
    let today = date("2026-12-01");
    assert!(library.approval(&whole, today).is_some());
    assert_eq!(library.approval(&Section { is_complete: false, ..whole.clone() }, today), None);
    assert_eq!(library.approval(&Section { is_stand_in: true, ..whole }, today), None);
}

#[test]
fn without_an_approval_nothing_is_approved() {
    let library = Library::new(vec![topic("overdose", &["signs"])]);
    assert_eq!(library.approval(&library.topics()[0].sections[0], date("2026-12-01")), None);
}

#[test]
fn the_overdose_button_opens_the_first_section_of_the_overdose_topic() {
    let act_now = |topics| Library::new(topics).act_now().map(|(_, section)| section.id.to_string());
    assert_eq!(
        act_now(vec![topic("effects", &["high"]), topic("overdose", &["signs", "call"])]).as_deref(),
        Some("signs")
    );
    assert_eq!(act_now(vec![topic("effects", &["high"])]).as_deref(), Some("high"));
    assert_eq!(act_now(vec![]), None);
}

#[test]
fn topics_and_sections_are_found_by_their_ids() {
    let library = Library::new(vec![topic("overdose", &["signs"]), topic("effects", &["high"])]);
    let (topic, section) = library.section(&SectionId::from("high")).unwrap();
    assert_eq!((topic.id.as_str(), section.id.as_str()), ("effects", "high"));
    assert!(library.section(&SectionId::from("low")).is_none());
    assert!(library.topic(&TopicId::from("effects")).is_some());
    assert!(library.topic(&TopicId::from("high")).is_none());
}

#[test]
fn a_section_knows_its_place_in_its_topic() {
    let library = Library::new(vec![topic("overdose", &["signs"]), topic("effects", &["high", "sleepy"])]);
    let positions = ["signs", "high", "sleepy", "low"].map(|id| library.position(&SectionId::from(id)));
    assert_eq!(positions, [Some(0), Some(0), Some(1), None]);
}

#[test]
fn of_two_sections_with_the_same_id_the_first_one_is_found() {
    let library = Library::new(vec![topic("overdose", &["signs"]), topic("effects", &["signs"])]);
    assert_eq!(library.section(&SectionId::from("signs")).unwrap().0.id, TopicId::from("overdose"));
}

#[test]
fn a_problem_is_one_line_that_editors_understand() {
    let place = Place { file: "en/overdose.ron".into(), line: 14, column: 9 };
    let problem = Problem { place, severity: Severity::Warning, rule: "no-source", message: "add one".to_owned() };
    assert_eq!(problem.to_string(), "en/overdose.ron:14:9: warning: add one [no-source]");
}

#[test]
fn problems_sort_by_file_then_line_then_column() {
    let place = |file: &str, line, column| Place { file: file.into(), line, column };
    let sorted = [place("a", 2, 1), place("a", 10, 2), place("a", 10, 11), place("b", 1, 1)];
    assert!(sorted.is_sorted());
}

#[track_caller]
fn check_sources(blocks: &[Block], expected: &str) {
    let section = section("signs", blocks.to_vec());
    let sources: Vec<&str> = section.sources().into_iter().map(SourceId::as_str).collect();
    assert_eq!(sources.join(" "), expected);
}

fn paragraph(sources: &str) -> Block {
    Block::Paragraph(text(sources))
}

/// A text that rests on `sources`, ids with spaces between them.
fn text(sources: &str) -> RichText {
    RichText {
        spans: vec![Span::Words("Words.".to_owned())],
        sources: sources.split_whitespace().map(SourceId::from).collect(),
        being_checked: false,
        no_claim: false,
        place: Place::default(),
    }
}

fn section(id: &str, blocks: Vec<Block>) -> Section {
    Section {
        id: id.into(),
        title: "Signs".to_owned(),
        emergency: false,
        for_staff: false,
        reviewed: date("2026-11-22"),
        review_by: date("2027-11-22"),
        blocks,
        translation: None,
        is_complete: true,
        is_stand_in: false,
        place: Place::default(),
    }
}

fn topic(id: &str, sections: &[&str]) -> Topic {
    Topic {
        id: id.into(),
        title: "Topic".to_owned(),
        picture: "talk".into(),
        sections: sections.iter().map(|id| section(id, vec![paragraph("a")])).collect(),
        place: Place::default(),
    }
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}
