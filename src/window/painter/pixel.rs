//! Arithmetic on whole pixels: two channels at a time in one number, rounded as eight-bit hardware rounds.

use egui::Color32;

/// A pixel as `0xAARRGGBB`, premultiplied by its alpha. On a canvas the top byte means nothing.
pub(super) type Pixel = u32;

/// Every other channel of a pixel, each with eight bits of room above it.
const LANES: u32 = 0x00ff_00ff;
const HALF: u32 = 0x0080_0080;

/// The pixel of an egui colour, which is premultiplied too.
pub(super) fn pixel(color: Color32) -> Pixel {
    let [r, g, b, a] = color.to_array();
    u32::from_be_bytes([a, r, g, b])
}

/// The colour of a pixel of a finished picture, which is opaque.
pub(super) fn color(pixel: Pixel) -> Color32 {
    let [_, r, g, b] = pixel.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// The channels of a pixel: alpha, red, green, blue.
pub(super) fn channels(pixel: Pixel) -> [f32; 4] {
    pixel.to_be_bytes().map(f32::from)
}

/// The pixel nearest to `channels`, which may lie outside 0 to 255.
#[inline]
pub(super) fn nearest(channels: [f32; 4]) -> Pixel {
    // `as` saturates, and adding a half first rounds to nearest.
    u32::from_be_bytes(channels.map(|channel| (channel + 0.5) as u8))
}

/// Alpha, from 0 (nothing) to 255 (opaque).
#[inline]
pub(super) fn alpha(pixel: Pixel) -> u32 {
    pixel >> 24
}

/// Two lanes times `factor`, from 0 to 255 for 0 to 1, rounded to nearest.
#[inline]
fn scale_lanes(lanes: u32, factor: u32) -> u32 {
    let product = lanes * factor + HALF;
    // x / 255 = (x + x / 256) / 256 for every product of two bytes, once a half is added.
    ((product + ((product >> 8) & LANES)) >> 8) & LANES
}

/// Two lanes plus two lanes, each at most 255.
#[inline]
fn add_lanes(a: u32, b: u32) -> u32 {
    let sum = a + b;
    let overflow = (sum >> 8) & 0x0001_0001;
    (sum | (overflow * 0xff)) & LANES
}

/// `over` in front of `under`: the blending that egui's colours are made for.
///
/// A colour brighter than its alpha adds light, as egui's "additive" colours do, and ends at white.
#[inline]
pub(super) fn blend(under: Pixel, over: Pixel) -> Pixel {
    let rest = 255 - alpha(over);
    let low = add_lanes(over & LANES, scale_lanes(under & LANES, rest));
    let high = add_lanes((over >> 8) & LANES, scale_lanes((under >> 8) & LANES, rest));
    low | (high << 8)
}

/// `pixel` with every channel times `factor`, from 0 to 255 for 0 to 1.
#[inline]
pub(super) fn fade(pixel: Pixel, factor: u32) -> Pixel {
    scale_lanes(pixel & LANES, factor) | (scale_lanes((pixel >> 8) & LANES, factor) << 8)
}

/// Each channel of `a` times the same channel of `b`.
#[inline]
pub(super) fn multiply(a: Pixel, b: Pixel) -> Pixel {
    let (a, b) = (a.to_be_bytes(), b.to_be_bytes());
    let product = |i: usize| {
        let product = u32::from(a[i]) * u32::from(b[i]) + 128;
        ((product + (product >> 8)) >> 8) as u8
    };
    u32::from_be_bytes([product(0), product(1), product(2), product(3)])
}

/// From `a` to `b`, at `share` of 256.
#[inline]
pub(super) fn mix(a: Pixel, b: Pixel, share: u32) -> Pixel {
    let lanes = |a: u32, b: u32| ((a * (256 - share) + b * share + HALF) >> 8) & LANES;
    lanes(a & LANES, b & LANES) | (lanes((a >> 8) & LANES, (b >> 8) & LANES) << 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_product_of_two_bytes_is_rounded_to_nearest() {
        for a in 0..=255_u32 {
            for b in 0..=255_u32 {
                let wanted = (f64::from(a * b) / 255.0).round() as u32;
                assert_eq!(fade(a * 0x0101_0101, b), wanted * 0x0101_0101, "{a} × {b}");
                assert_eq!(multiply(a * 0x0101_0101, b * 0x0101_0101), wanted * 0x0101_0101, "{a} × {b}");
            }
        }
    }

    #[test]
    fn an_opaque_colour_hides_and_a_clear_one_does_nothing() {
        assert_eq!(blend(0xff12_3456, 0xff65_4321), 0xff65_4321);
        assert_eq!(blend(0xff12_3456, 0), 0xff12_3456);
    }

    #[test]
    fn a_colour_that_adds_light_ends_at_white() {
        assert_eq!(blend(0xffc8_c8c8, 0x0064_6400), 0xffff_ffc8);
    }
}
