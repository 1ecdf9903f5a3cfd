//! The pixels that are painted on, and how a row of them is covered.

use super::area::Area;
use super::pixel::{Pixel, alpha, blend, fade, multiply};

/// A picture while it is painted: rows from top to bottom, `0xXXRRGGBB` each.
pub(super) struct Canvas<'p> {
    pixels: &'p mut [u32],
    width: usize,
    /// The row of the picture at which `pixels` begin.
    first_row: i32,
}

impl<'p> Canvas<'p> {
    /// A canvas of `size` on `pixels`.
    ///
    /// # Panics
    /// If there are more or fewer pixels than places.
    pub(super) fn new(pixels: &'p mut [u32], [width, height]: [u32; 2]) -> Self {
        assert_eq!(pixels.len(), width as usize * height as usize, "a canvas has a pixel for each place");
        Self { pixels, width: width as usize, first_row: 0 }
    }

    /// The rows of `area` as `count` canvases of about the same height. What lies above and below is left out.
    pub(super) fn bands(self, area: Area, count: usize) -> Vec<Self> {
        let Self { pixels, width, first_row } = self;
        let first = (area.top - first_row).max(0) as usize;
        let rows = (area.bottom - area.top).max(0) as usize;
        let wanted = &mut pixels[first * width..(first + rows) * width];
        let rows_a_band = rows.div_ceil(count).max(1);
        let bands = wanted.chunks_mut(rows_a_band * width.max(1)).enumerate();
        bands.map(|(i, pixels)| Self { pixels, width, first_row: area.top + (i * rows_a_band) as i32 }).collect()
    }

    /// The pixels that it holds.
    pub(super) fn area(&self) -> Area {
        let rows = self.pixels.len().checked_div(self.width).unwrap_or(0) as i32;
        Area { left: 0, top: self.first_row, right: self.width as i32, bottom: self.first_row + rows }
    }

    /// The pixels of the row `y` from `left` up to `right`; all must lie on the canvas.
    #[inline]
    pub(super) fn row(&mut self, y: i32, left: i32, right: i32) -> &mut [Pixel] {
        let start = (y - self.first_row) as usize * self.width;
        &mut self.pixels[start + left as usize..start + right as usize]
    }
}

/// Covers `pixels` with one colour.
#[inline]
pub(super) fn fill(pixels: &mut [Pixel], color: Pixel) {
    if alpha(color) == 255 {
        pixels.fill(color);
    } else if color != 0 {
        pixels.iter_mut().for_each(|pixel| *pixel = blend(*pixel, color));
    }
}

/// Covers each pixel with its texel, coloured.
#[inline]
pub(super) fn draw(pixels: &mut [Pixel], texels: &[Pixel], color: Pixel) {
    for (pixel, texel) in pixels.iter_mut().zip(texels) {
        // Most of a letter's box is empty.
        if *texel != 0 {
            *pixel = blend(*pixel, tinted(*texel, color));
        }
    }
}

/// The texel in the colour: letters are white with an alpha, which only fades the colour.
#[inline]
fn tinted(texel: Pixel, color: Pixel) -> Pixel {
    let coverage = alpha(texel);
    if texel == coverage * 0x0101_0101 { fade(color, coverage) } else { multiply(texel, color) }
}
