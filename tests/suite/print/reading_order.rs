//! What a screen reader hears of a page is what the section says, in its order.

use careshelf::model::block::{Block, Table};
use careshelf::model::paper::Layout;
use careshelf::model::text::RichText;

use super::tags::{heard, tags};
use super::{ALL, squeezed};
use crate::visit::bundled;

/// A reader who goes on through what is heard, and never back.
struct Listener<'h> {
    heard: &'h str,
    at: usize,
    missing: Option<String>,
}

impl Listener<'_> {
    fn words(&mut self, words: &str) {
        let words = squeezed(words);
        match self.heard[self.at..].find(&words) {
            Some(found) => self.at += found + words.len(),
            None => {
                self.missing.get_or_insert(words);
            }
        }
    }

    fn text(&mut self, text: &RichText) {
        self.words(&text.plain());
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Callout(callout) => {
                self.text(&callout.title);
                callout.blocks.iter().for_each(|block| self.block(block));
            }
            Block::Question { ask, answer } => {
                self.text(ask);
                answer.iter().for_each(|block| self.block(block));
            }
            Block::Table(table) => self.table(table),
            Block::Steps(_)
            | Block::Paragraph(_)
            | Block::Heading(_)
            | Block::List(_)
            | Block::Picture(_)
            | Block::Contacts(_)
            | Block::Here(_)
            | Block::LocalServices(_) => block.each_text(&mut |text| self.text(text)),
            Block::See(_)
            | Block::AllSources
            | Block::AllDates
            | Block::AllProblems
            | Block::Guide
            | Block::Practice => (),
        }
    }

    /// A table is read row by row; where it is set as cards, each cell comes after the name of its column.
    fn table(&mut self, table: &Table) {
        self.text(&table.caption);
        let before = self.at;
        table.header.iter().chain(table.rows.iter().flatten()).for_each(|text| self.text(text));
        if self.missing.take().is_some() {
            self.at = before;
            for row in &table.rows {
                for (name, cell) in table.header.iter().zip(row) {
                    self.text(name);
                    self.text(cell);
                }
            }
        }
    }
}

#[test]
fn every_text_of_a_section_is_heard_in_its_order() {
    let library = bundled().library;
    for printed in ALL.iter().filter(|printed| printed.layout.shows_sections()) {
        let heard = heard(&printed.pdf);
        let mut listener = Listener { heard: &heard, at: 0, missing: None };
        let topic = library.topics().iter().find(|topic| topic.id.as_str() == printed.topic).expect("the topic");
        for section in topic.sections_for_readers() {
            listener.words(&section.title);
            section.blocks.iter().for_each(|block| listener.block(block));
            let missing = listener.missing.take();
            assert_eq!(missing, None, "{}, {}: not heard, or not there", printed.name, section.id);
        }
    }
}

#[test]
fn every_step_of_the_card_and_the_poster_is_heard_once_and_in_its_order() {
    let library = bundled().library;
    let (_, section) = library.act_now().expect("the first section");
    let steps = section.blocks.iter().find_map(|block| match block {
        Block::Steps(steps) => Some(steps),
        _ => None,
    });
    for printed in ALL.iter().filter(|printed| !printed.layout.shows_sections()) {
        let heard = heard(&printed.pdf);
        let mut listener = Listener { heard: &heard, at: 0, missing: None };
        for step in steps.expect("steps") {
            listener.text(&step.title);
            let brief = step.brief.as_ref().filter(|_| printed.layout == Layout::Poster);
            listener.text(brief.unwrap_or(&step.text));
            assert_eq!(heard.matches(&squeezed(&step.title.plain())).count(), 1, "{}", printed.name);
        }
        assert_eq!(listener.missing, None, "{}", printed.name);
    }
}

#[test]
fn every_drawing_of_a_section_has_its_words_and_decorations_have_none() {
    let library = bundled().library;
    for printed in ALL.iter().filter(|printed| printed.layout.shows_sections()) {
        let tags = tags(&printed.pdf);
        let figures = tags.iter().filter(|tag| tag.name == "Figure").collect::<Vec<_>>();
        assert!(figures.iter().all(|figure| figure.has_alt), "{}", printed.name);
        let topic = library.topics().iter().find(|topic| topic.id.as_str() == printed.topic).expect("the topic");
        let mut pictures = 0;
        for block in topic.sections.iter().flat_map(|section| &section.blocks) {
            count_pictures(block, &mut pictures);
        }
        // The code for phones is one more.
        assert_eq!(figures.len(), pictures + 1, "{}", printed.name);
    }
}

fn count_pictures(block: &Block, count: &mut usize) {
    match block {
        Block::Picture(_) => *count += 1,
        Block::Steps(steps) => *count += steps.iter().filter(|step| step.picture.is_some()).count(),
        Block::Callout(callout) => callout.blocks.iter().for_each(|block| count_pictures(block, count)),
        Block::Question { answer, .. } => answer.iter().for_each(|block| count_pictures(block, count)),
        _ => (),
    }
}
