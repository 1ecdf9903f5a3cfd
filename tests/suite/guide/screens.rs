//! Every card as a picture, at three sizes and in three themes.
//!
//! All cards of one size and theme are one picture, in rows, a third as large as on screen and with fewer shades: a change
//! is seen at one glance, and the pictures stay small.

use careshelf::state::{Action, GuideAction, Theme};
use image::RgbaImage;
use image::imageops::{FilterType, overlay, resize};

use crate::visit::{Visit, bundled_for};

const SITE: &str = r#"site(name: "Riverside Clinic", address: "12 River Street, Springfield", room: "Ground floor")"#;

/// The cards in a row.
const COLUMNS: u32 = 6;

fn check(size: [u32; 2], theme: Theme, name: &str) {
    let mut visit = Visit::to(bundled_for(SITE), [size[0] as f32, size[1] as f32]);
    visit.act(Action::SetTheme(theme)).open_card("again").pass(std::time::Duration::from_secs(1));
    // With a dose given, the screens are as full as they get.
    visit.act(Action::Guide(GuideAction::Choose(2))).pass(std::time::Duration::from_secs(47));
    let cards: Vec<String> = visit.library().guide.cards().map(|card| card.id.to_string()).collect();
    let (width, height) = (size[0] / 3, size[1] / 3);
    let rows = (cards.len() as u32).div_ceil(COLUMNS);
    let mut sheet = RgbaImage::new(width * COLUMNS, height * rows);
    for (at, card) in (0..).zip(&cards) {
        visit.act(Action::Guide(GuideAction::GoTo(card.as_str().into())));
        let picture = resize(&visit.picture(), width, height, FilterType::Triangle);
        overlay(&mut sheet, &picture, i64::from(at % COLUMNS * width), i64::from(at / COLUMNS * height));
    }
    sheet.pixels_mut().flat_map(|pixel| pixel.0.iter_mut().take(3)).for_each(|shade| *shade &= 0xE0);
    egui_kittest::try_image_snapshot(&sheet, format!("guide-{name}")).unwrap();
}

#[test]
fn on_a_small_laptop_in_the_light() {
    check([1024, 640], Theme::Light, "light");
}

#[test]
fn on_a_kiosk_in_the_dark() {
    check([1280, 800], Theme::Dark, "dark");
}

#[test]
fn in_a_small_window_in_high_contrast() {
    check([700, 560], Theme::HighContrast, "high-contrast");
}
