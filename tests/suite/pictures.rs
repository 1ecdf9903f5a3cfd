//! A few screens as pictures, painted by the viewer's own painter: the same on every machine, without a graphics driver.
//!
//! After a change that is meant, look at `tests/snapshots/*.new.png`, then run the tests with `UPDATE_SNAPSHOTS=1`.

use std::time::Duration;

use careshelf::state::{Action, GuideAction, TextSize, Theme};
use careshelf::window::painter::{Frame, Painter};
use egui::accesskit::Role;
use egui::{Color32, Context, FullOutput, Key, TexturesDelta};
use egui_kittest::TestRenderer;
use image::RgbaImage;

use crate::visit::{Visit, bundled_for};

/// The viewer's painter, for the test harness.
#[derive(Default)]
pub struct Pictures {
    painter: Painter,
    /// Textures that came since the last picture.
    textures: TexturesDelta,
}

impl TestRenderer for Pictures {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.textures.append(std::mem::take(delta));
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let size = ctx.viewport_rect().size() * output.pixels_per_point;
        let frame = Frame {
            shapes: output.shapes.clone(),
            textures: std::mem::take(&mut self.textures),
            pixels_per_point: output.pixels_per_point,
            size: [size.x.round() as u32, size.y.round() as u32],
            background: ctx.global_style().visuals.panel_fill,
        };
        self.painter.update(ctx, frame);
        let picture = self.painter.picture();
        let [width, height] = picture.size.map(|n| n as u32);
        let bytes = picture.pixels.iter().flat_map(Color32::to_array).collect();
        RgbaImage::from_raw(width, height, bytes).ok_or_else(|| "the picture has the wrong size".to_owned())
    }
}

impl Drop for Pictures {
    fn drop(&mut self) {
        // Egui wants to see that no texture was forgotten; nobody looks at these any more.
        self.textures.clear();
    }
}

#[test]
fn the_first_screen() {
    Visit::new([800.0, 600.0]).look("first-screen");
}

#[test]
fn the_first_screen_of_a_site_in_the_dark() {
    let site = r#"site(name: "Riverside Clinic", address: "12 River Street", naloxone_location: "Front desk")"#;
    Visit::to(bundled_for(site), [800.0, 600.0]).act(Action::SetTheme(Theme::Dark)).look("site-dark");
}

#[test]
fn an_overdose_under_way_on_another_page() {
    let mut visit = Visit::new([900.0, 600.0]);
    visit.open_card("again").press(Role::Button, "I gave a dose").press(Role::Button, "Leave, all is safe");
    visit.act(Action::OpenSection("methadone".into())).pass(Duration::from_secs(131)).look("bar");
}

#[test]
fn a_practice_in_which_the_next_dose_is_due() {
    let mut visit = Visit::new([1100.0, 700.0]);
    visit.press(Role::Button, "Practice the steps").act(Action::Guide(GuideAction::GoTo("again".into())));
    visit.press(Role::Button, "I gave a dose").pass(Duration::from_secs(131)).look("practice-due");
}

#[test]
fn a_table_as_cards_in_the_largest_text() {
    let mut visit = Visit::new([640.0, 700.0]);
    visit.act(Action::OpenSection("compare-treatments".into())).act(Action::SetTextSize(TextSize::Largest));
    visit.key(Key::PageDown).key(Key::PageDown).key(Key::PageDown).look("cards-largest");
}

#[test]
fn a_table_as_a_table() {
    Visit::new([1100.0, 600.0]).act(Action::OpenSection("compare-treatments".into())).key(Key::PageDown).look("table");
}

#[test]
fn the_choice_of_text_and_colors_in_high_contrast_with_the_focus_on_a_button() {
    let mut visit = Visit::new([700.0, 500.0]);
    visit.act(Action::SetTheme(Theme::HighContrast)).touch(Role::Button, "Text and colors");
    visit.key(Key::Tab).look("colors-high-contrast");
}
