//! Every card as a picture, at three sizes and in three themes.
//!
//! All cards of one size and theme are one picture, in rows, much smaller than on screen and with fewer shades: a change is
//! seen at one glance, and the pictures stay small.

use std::time::Duration;

use careshelf::state::{Action, GuideAction, Theme};
use image::RgbaImage;
use image::imageops::{FilterType, overlay, resize};

use crate::visit::{Visit, bundled_for};

const SITE: &str = r#"site(name: "Riverside Clinic", address: "12 River Street, Springfield", room: "Ground floor")"#;

/// So many times smaller than on screen.
const SHRINK: u32 = 4;

/// The cards in a row.
const COLUMNS: u32 = 6;

fn check(size: [u32; 2], name: &str) {
    let mut visit = Visit::to(bundled_for(SITE), [size[0] as f32, size[1] as f32]);
    visit.open_card("again").pass(Duration::from_secs(1));
    // With a dose given, the screens are as full as they get.
    visit.act(Action::Guide(GuideAction::Choose(2))).pass(Duration::from_secs(47));
    assert_eq!(visit.emergency().doses().len(), 1);
    let cards: Vec<String> = visit.library().guide.cards().map(|card| card.id.to_string()).collect();
    let (width, height) = (size[0] / SHRINK, size[1] / SHRINK);
    let rows = (cards.len() as u32).div_ceil(COLUMNS);
    for (theme, theme_name) in [(Theme::Light, "light"), (Theme::Dark, "dark"), (Theme::HighContrast, "contrast")] {
        visit.act(Action::SetTheme(theme));
        let mut sheet = RgbaImage::new(width * COLUMNS, height * rows);
        for (at, card) in (0..).zip(&cards) {
            visit.act(Action::Guide(GuideAction::GoTo(card.as_str().into())));
            let picture = resize(&visit.picture(), width, height, FilterType::Triangle);
            overlay(&mut sheet, &picture, i64::from(at % COLUMNS * width), i64::from(at / COLUMNS * height));
        }
        sheet.pixels_mut().flat_map(|pixel| pixel.0.iter_mut().take(3)).for_each(|shade| *shade &= 0xE0);
        egui_kittest::try_image_snapshot(&sheet, format!("guide-{name}-{theme_name}")).unwrap();
    }
}

#[test]
fn in_a_small_window() {
    check([700, 560], "small");
}

#[test]
fn on_a_laptop() {
    check([1024, 640], "laptop");
}

#[test]
fn on_a_kiosk() {
    check([1280, 800], "kiosk");
}
