//! From points to what an eye and a hand meet: how large a point must be on this screen, at the distance from which it is read.

use egui::{Context, Vec2, vec2};

use super::{Scale, TARGET};
use crate::model::site::Screen;
use crate::state::{Spacing, TextSize};

/// The height of a capital H of the bundled family, as a part of its size. A test measures it.
pub const CAP_HEIGHT: f32 = 0.668;

/// A capital H of the largest text is seen under this angle at least (EN 301 549, 5.1.4), in degrees,
const LEAST_ANGLE: f32 = 0.7;
/// and is so high at least, in millimetres (3/16 inch; Section 508, 402.4).
const LEAST_HEIGHT_MM: f32 = 4.8;
/// However near the eye should be brought, the window holds at least so many points.
const LEAST_WINDOW: Vec2 = vec2(480.0, 400.0);
/// What a shaking hand must hit on a kiosk, in millimetres.
const EMERGENCY_MM: f32 = 20.0;

/// How many times larger than usual everything must be, so that the largest text can be read from where the reader stands.
/// The window has so many pixels, of which a point would usually take `native`.
pub fn zoom(screen: Screen, native: f32, window: Vec2) -> f32 {
    let body = Scale::of(TextSize::Largest, Spacing::Normal).body;
    let wanted_mm = (screen.viewing_distance_mm * LEAST_ANGLE.to_radians()).max(LEAST_HEIGHT_MM);
    let usual_mm = body * CAP_HEIGHT * native * screen.pixel_pitch_mm;
    let room = window / native / LEAST_WINDOW;
    (wanted_mm / usual_mm).min(room.min_elem()).max(1.0)
}

/// The least side of what a shaking hand must hit, in points of which each takes so many pixels.
pub fn emergency_target(screen: Screen, pixels_per_point: f32) -> f32 {
    (EMERGENCY_MM / (screen.pixel_pitch_mm * pixels_per_point)).ceil().max(TARGET)
}

/// Makes everything as large as this screen needs it, from the next pass on.
pub fn fit_screen(ctx: &Context, screen: Screen) {
    let window = ctx.content_rect().size() * ctx.pixels_per_point();
    let native = ctx.native_pixels_per_point().unwrap_or(1.0);
    let wanted = zoom(screen, native, window);
    if 0.01 < (wanted - ctx.zoom_factor()).abs() {
        ctx.set_zoom_factor(wanted);
        ctx.request_discard("another size on the screen");
    }
}
