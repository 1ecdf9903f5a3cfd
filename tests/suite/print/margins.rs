//! No ink where printers cannot print, whatever the words; and every word inside the page.

use careshelf::model::block::Block;
use careshelf::model::paper::{Layout, Paper};
use careshelf::print::{PagePicture, Pages, Request};

use super::drawn::{Drawn, MM, drawn, margin};
use super::model::{every_block, library_with, text};
use super::{ALL_DRAWN, pages, sections_of};
use crate::visit::{TODAY, bundled};

/// Half an inch.
const LEAST_MM: f64 = 12.7;
/// A hair's breadth.
const NEAR_MM: f64 = 0.05;

#[track_caller]
fn check(name: &str, pages: &[Drawn]) {
    for (at, page) in pages.iter().enumerate() {
        let margin = margin(page.ink(), page.size) * MM;
        let outside = page.letters.iter().find(|letter| self::margin(letter.ink, page.size) * MM < LEAST_MM - NEAR_MM);
        let outside = outside.map(|letter| (&letter.text, letter.size, letter.ink));
        assert!(LEAST_MM - NEAR_MM <= margin, "{name}, page {}: {margin} mm, {outside:?}", at + 1);
    }
}

#[test]
fn no_page_has_ink_in_its_margins() {
    for (printed, pages) in ALL_DRAWN.iter().filter(|(printed, _)| printed.layout != Layout::Card) {
        check(&printed.name, pages);
    }
}

#[test]
fn only_the_marks_of_the_card_may_reach_into_the_margins() {
    for (printed, pages) in ALL_DRAWN.iter().filter(|(printed, _)| printed.layout == Layout::Card) {
        for letter in &pages[0].letters {
            assert!(LEAST_MM - NEAR_MM <= margin(letter.ink, pages[0].size) * MM, "{}: {}", printed.name, letter.text);
        }
        for shape in pages[0].shapes.iter().filter(|shape| shape.colour != [255; 3] && !shape.is_straight()) {
            assert!(LEAST_MM - NEAR_MM <= margin(shape.ink(), pages[0].size) * MM, "{}", printed.name);
        }
    }
}

#[test]
fn words_of_any_width_stay_inside() {
    // The widest letters, letters at which no line may end, and words from which a narrow column would overflow.
    for words in ["W", "@", "m", "—", "/", "-", "1-", "\u{a0}W", "Ǽ", "Ⅷ", "benzodiazepines "] {
        let blocks = every_block(&words.repeat(90));
        let title: String = words.repeat(30).chars().take(40).collect();
        let loaded = library_with(&title, blocks);
        for layout in [Layout::Handout, Layout::LargePrint] {
            for paper in Paper::ALL {
                let request =
                    Request { sections: sections_of(&loaded, "only"), layout, paper, day: TODAY, beside: None };
                let pages = match pages(&loaded, &request) {
                    Ok(pages) => pages,
                    Err(careshelf::print::PrintError::MissingGlyph { .. }) => continue,
                    Err(error) => panic!("{words}: {error}"),
                };
                check(&format!("{words}, {}", layout.name()), &drawn(&pages.pdf().expect("a file")));
            }
        }
    }
}

#[test]
fn a_long_word_is_broken_only_where_it_must_be() {
    let words = "An electroencephalogram, and a text about diacetylmorphine and buprenorphine/naloxone";
    let loaded = library_with("Title", vec![Block::Paragraph(text(words))]);
    let request = Request {
        sections: sections_of(&loaded, "only"),
        layout: Layout::LargePrint,
        paper: Paper::A4,
        day: TODAY,
        beside: None,
    };
    let heard = super::said("pdfinfo", &["-struct-text", "{}"], &pages(&loaded, &request).unwrap().pdf().unwrap());
    assert!(!heard.contains('\u{200b}'), "{heard}");
}

/// The preview shows the same pages, drawn by another library.
#[test]
fn pictures_of_pages_keep_the_margins_too() {
    let loaded = bundled();
    for layout in [Layout::Handout, Layout::LargePrint, Layout::Poster] {
        for paper in Paper::ALL {
            let sections = sections_of(&loaded, "naloxone-kinds");
            let pages = pages(&loaded, &Request { sections, layout, paper, day: TODAY, beside: None }).expect("pages");
            for at in 0..pages.count() {
                let margin = picture_margin(&pages, at);
                assert!(LEAST_MM - 0.3 <= margin, "{}, {}, page {at}: {margin} mm", layout.name(), paper.name());
            }
        }
    }
}

/// The distance of the first pixel with ink from the nearest edge of the page, in millimetres.
fn picture_margin(pages: &Pages, at: usize) -> f64 {
    let scale = 1.5;
    let PagePicture { size: [width, height], rgba } = pages.picture(at, scale).expect("a picture");
    let inked = (0..width * height).filter(|pixel| rgba[pixel * 4..pixel * 4 + 3].iter().any(|part| *part < 200));
    let nearest = inked.map(|pixel| {
        let (x, y) = (pixel % width, pixel / width);
        x.min(y).min(width - 1 - x).min(height - 1 - y)
    });
    nearest.min().expect("some ink") as f64 / scale * MM
}
