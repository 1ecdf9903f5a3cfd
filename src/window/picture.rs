//! A picture of what would be on the screen, without a window, a display or a graphics driver.

use egui::{ColorImage, Context, RawInput, Rect, Vec2, pos2};

use super::Draw;
use super::painter::{Frame, Painter};

/// How the picture is taken.
#[derive(Clone, Copy, Debug)]
pub struct PictureOptions {
    /// Its size in pixels.
    pub size: [u32; 2],
    /// How many pixels a point is wide.
    pub pixels_per_point: f32,
}

/// After so many frames a page has settled: it appears, then what was out of sight is added.
const FRAMES: u32 = 4;
/// The time between two frames.
const STEP_SECS: f64 = 0.25;

/// Draws a few frames, a quarter of a second apart, and returns the last one.
pub fn take(options: PictureOptions, make: impl FnOnce(&Context) -> Draw) -> ColorImage {
    let ctx = Context::default();
    let mut draw = make(&ctx);
    let mut painter = Painter::default();
    let [width, height] = options.size.map(|n| n as f32);
    for i in 0..FRAMES {
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(
                pos2(0.0, 0.0),
                Vec2::new(width, height) / (options.pixels_per_point * ctx.zoom_factor()),
            )),
            time: Some(f64::from(i) * STEP_SECS),
            focused: true,
            ..RawInput::default()
        };
        input.viewports.entry(input.viewport_id).or_default().native_pixels_per_point = Some(options.pixels_per_point);
        painter.update(&ctx, Frame::draw(&ctx, input, options.size, &mut draw).frame);
    }
    painter.picture()
}
