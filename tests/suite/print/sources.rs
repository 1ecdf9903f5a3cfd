//! Who says so: every number in a text has its source at the end, and every source is somebody's.

use std::collections::BTreeSet;

use super::tags::tags;
use super::{ALL, pdf, request};
use crate::visit::bundled;
use careshelf::model::paper::Layout;

/// The words of each tag of `pdf`.
fn lines(pdf: &[u8]) -> Vec<String> {
    tags(pdf).into_iter().map(|tag| tag.words.trim().to_owned()).collect()
}

/// The numbers in brackets, such as "[1, 3–5]", in `lines`.
fn cited(lines: &[String]) -> BTreeSet<usize> {
    let text = lines.join(" ").replace('\u{a0}', " ");
    let mut numbers = BTreeSet::new();
    for piece in text.split('[').skip(1).filter_map(|piece| piece.split(']').next()) {
        for run in piece.split(", ") {
            let ends: Result<Vec<usize>, _> = run.split('–').map(str::parse).collect();
            if let Ok(ends) = ends {
                numbers.extend(ends[0]..=*ends.last().unwrap());
            }
        }
    }
    numbers
}

#[test]
fn every_number_in_a_text_has_its_source_and_every_source_its_number() {
    for printed in ALL.iter().filter(|printed| printed.layout.shows_sections()) {
        let lines = lines(&printed.pdf);
        let end = lines.iter().rposition(|line| line == "Who says so?").expect("sources");
        let number = |line: &String| line.strip_suffix('.')?.parse().ok();
        let listed: Vec<usize> = lines[end..].iter().filter_map(number).collect();
        let cited = cited(&lines[..end]);
        let in_order: Vec<usize> = (1..=listed.len()).collect();
        assert_eq!(listed, in_order, "{}", printed.name);
        assert_eq!(cited.into_iter().collect::<Vec<_>>(), in_order, "{}", printed.name);
    }
}

#[test]
fn a_section_alone_counts_its_own_sources_as_the_screen_does() {
    let loaded = bundled();
    for (_, section) in loaded.library.sections().filter(|(topic, _)| topic.id.as_str() != "about") {
        let request = request(&loaded, section.id.as_str(), Layout::Handout);
        let lines = lines(&pdf(&loaded, &request).expect("pages"));
        for (at, id) in section.sources().into_iter().enumerate() {
            let number = format!("{}.", at + 1);
            let line = lines.iter().rposition(|line| *line == number).expect("a number");
            let title = &loaded.library.sources[id].title;
            let said = lines[line + 1..].iter().find(|words| !words.is_empty()).expect("a source");
            assert!(said.starts_with(title.as_str()), "{}: {number} is {said}, not {title}", section.id);
        }
    }
}

#[test]
fn the_poster_names_its_sources() {
    let library = bundled().library;
    for printed in ALL.iter().filter(|printed| printed.layout == Layout::Poster) {
        let text = lines(&printed.pdf).join("");
        assert!(text.contains("Who says so?"), "{text}");
        assert!(library.sources.values().any(|source| text.contains(&source.publisher)), "{text}");
    }
}
