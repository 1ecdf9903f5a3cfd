//! Colours that can be told apart, computed for every pair in use.

use careshelf::state::Theme;
use careshelf::ui::theme::{Contrast, Tokens, contrast};
use egui::Color32;

#[test]
fn black_on_white_has_the_contrast_that_wcag_gives() {
    assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
    assert!((contrast(Color32::from_rgb(119, 119, 119), Color32::WHITE) - 4.48).abs() < 0.01);
}

#[test]
fn every_pair_of_colours_in_every_theme_has_its_contrast() {
    for theme in Theme::ALL {
        for pair in Tokens::of(theme).pairs() {
            let least = match pair.contrast {
                Contrast::Reading => 10.0,
                Contrast::Words => 4.5,
                Contrast::Shapes => 3.0,
            };
            let ratio = contrast(pair.front, pair.back);
            assert!(least <= ratio, "{theme:?}: {} has only {ratio:.2} to 1, needs {least}", pair.name);
        }
    }
}

#[test]
fn red_means_overdose_and_nothing_else() {
    for theme in Theme::ALL {
        let tokens = Tokens::of(theme);
        let others = [
            tokens.touch,
            tokens.touch_soft,
            tokens.urgent_ink,
            tokens.urgent_soft,
            tokens.note_ink,
            tokens.note_soft,
            tokens.good_ink,
            tokens.good_soft,
        ];
        for color in others {
            let is_red = i32::from(color.g()) + 60 < i32::from(color.r()) && i32::from(color.g()) < 90;
            assert!(!is_red, "{theme:?}: {color:?}");
        }
    }
}
