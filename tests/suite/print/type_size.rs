//! How large letters are, read from the finished file.

use careshelf::model::paper::Layout;

use super::drawn::{Drawn, Letter};
use super::{ALL, ALL_DRAWN, said};

/// The size in points that may be missing after sizes were rounded in the file.
const ROUNDED: f64 = 0.01;

#[test]
fn no_letter_is_smaller_than_its_layout_promises() {
    for (printed, pages) in ALL_DRAWN.iter() {
        let least = match printed.layout {
            Layout::Handout => 12.0,
            Layout::LargePrint => 20.0,
            Layout::Card => 6.5,
            Layout::Poster => 9.5,
        };
        for letter in pages.iter().flat_map(|page| &page.letters) {
            assert!(least - ROUNDED <= letter.size, "{}: \"{}\" is {} pt", printed.name, letter.text, letter.size);
        }
    }
}

#[test]
fn every_letter_of_large_print_is_bold() {
    for printed in ALL.iter().filter(|printed| printed.layout == Layout::LargePrint) {
        let fonts = said("pdffonts", &["{}"], &printed.pdf);
        let fonts: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(!fonts.is_empty() && fonts.iter().all(|font| font.contains("-Bold ")), "{}: {fonts:#?}", printed.name);
    }
}

#[test]
fn the_steps_of_the_poster_can_be_read_from_two_metres() {
    for (printed, pages) in ALL_DRAWN.iter().filter(|(printed, _)| printed.layout == Layout::Poster) {
        assert_eq!(pages.len(), 1);
        for letter in above_the_foot(&pages[0]) {
            assert!(21.0 <= letter.size, "{}: \"{}\" is {} pt", printed.name, letter.text, letter.size);
        }
    }
}

/// The letters above the line over the foot.
fn above_the_foot(page: &Drawn) -> impl Iterator<Item = &Letter> {
    let lines = page.shapes.iter().filter(|shape| shape.is_straight()).map(|shape| shape.bounds().y0);
    let foot = lines.fold(0.0, f64::max);
    assert!(page.size[1] * 0.8 < foot, "the foot begins at {foot} pt");
    page.letters.iter().filter(move |letter| letter.ink.y1 < foot)
}
