//! On a printer without colours every word still stands out from its ground.

use super::ALL_DRAWN;
use super::drawn::{Drawn, Letter};

/// WCAG 2.2, success criterion 1.4.3.
const LEAST: f64 = 4.5;

/// The grey that a printer makes of a colour (ITU-R BT.601).
fn grey([red, green, blue]: [u8; 3]) -> f64 {
    (0.299 * f64::from(red) + 0.587 * f64::from(green) + 0.114 * f64::from(blue)) / 255.0
}

/// How bright a grey looks (sRGB, IEC 61966-2-1).
fn brightness(grey: f64) -> f64 {
    if grey <= 0.04045 { grey / 12.92 } else { ((grey + 0.055) / 1.055).powf(2.4) }
}

fn contrast(page: &Drawn, letter: &Letter) -> f64 {
    let [ink, ground] = [letter.colour, page.ground(letter)].map(|colour| brightness(grey(colour)) + 0.05);
    (ink / ground).max(ground / ink)
}

#[test]
fn every_letter_stands_out_without_colours() {
    for (printed, pages) in ALL_DRAWN.iter() {
        for page in pages {
            for letter in &page.letters {
                let contrast = contrast(page, letter);
                assert!(LEAST <= contrast, "{}: \"{}\" at {:?}: {contrast}", printed.name, letter.text, letter.ink);
            }
        }
    }
}

#[test]
fn white_numbers_stand_on_dark_discs_and_white_words_on_dark_bands() {
    let mut found = [0; 4];
    for (printed, pages) in ALL_DRAWN.iter() {
        let white = pages.iter().flat_map(|page| page.letters.iter().map(move |letter| (page, letter)));
        for (page, letter) in white.filter(|(_, letter)| letter.colour == [255; 3]) {
            assert!(7.0 <= contrast(page, letter), "{}: \"{}\"", printed.name, letter.text);
            found[printed.layout as usize] += 1;
        }
    }
    assert!(found.iter().all(|found| 6 <= *found), "{found:?}");
}
