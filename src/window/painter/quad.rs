//! Upright rectangles of one colour: plain boxes, letters, drawings.

use egui::Pos2;

use super::area::Area;
use super::canvas::{Canvas, draw, fill};
use super::pixel::{Pixel, multiply};
use super::texture::Texture;
use super::triangle::{FIXED_HALF, FIXED_ONE, fixed};

/// An upright rectangle.
pub(super) struct Quad {
    across: Side,
    down: Side,
    color: Pixel,
}

/// One side of a rectangle: where it begins and ends, in pixels and in the texture.
#[derive(Clone, Copy)]
struct Side {
    start: f32,
    end: f32,
    texture_start: f32,
    texture_end: f32,
}

/// The texels of a texture that stand exactly behind the pixels of a side.
struct Exact {
    first_texel: usize,
}

/// A texel may stand this far from its pixel and still be taken for it: graphics hardware resolves no more.
const SLACK_TEXELS: f32 = 1.0 / 256.0;

impl Quad {
    /// The rectangle between two opposite corners, in pixels, with their places in the texture.
    pub(super) fn between([p, q]: [Pos2; 2], [p_uv, q_uv]: [Pos2; 2], color: Pixel) -> Self {
        Self {
            across: Side::between((p.x, p_uv.x), (q.x, q_uv.x)),
            down: Side::between((p.y, p_uv.y), (q.y, q_uv.y)),
            color,
        }
    }
}

impl Side {
    fn between(p: (f32, f32), q: (f32, f32)) -> Self {
        let (from, to) = if p.0 <= q.0 { (p, q) } else { (q, p) };
        Self { start: on_grid(from.0), end: on_grid(to.0), texture_start: from.1, texture_end: to.1 }
    }

    /// The pixels whose middle lies on the side, its start included.
    fn pixels(self) -> std::ops::Range<i32> {
        let first = |edge: f32| {
            let pixel = (fixed(edge) - FIXED_HALF).div_euclid(FIXED_ONE);
            let is_on_middle = (fixed(edge) - FIXED_HALF).rem_euclid(FIXED_ONE) == 0;
            (pixel + i64::from(!is_on_middle)).clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32
        };
        first(self.start)..first(self.end)
    }

    /// The place in the texture, from 0 to 1, of the middle of the pixel `at`.
    fn texture_at(self, at: i32) -> f32 {
        let share = (at as f32 + 0.5 - self.start) / (self.end - self.start);
        self.texture_start + (self.texture_end - self.texture_start) * share
    }

    /// How many texels of `texels` in all a pixel spans.
    fn texels_a_pixel(self, texels: usize) -> f32 {
        (self.texture_end - self.texture_start) * texels as f32 / (self.end - self.start)
    }

    /// Whether each of `pixels` has a texel to itself, and which is the first.
    fn exact(self, pixels: &std::ops::Range<i32>, texels: usize) -> Option<Exact> {
        let texel = |at: i32| self.texture_at(at) * texels as f32 - 0.5;
        let (first, last) = (texel(pixels.start), texel(pixels.end - 1));
        let count = (pixels.end - pixels.start - 1) as f32;
        let is_exact = (first - first.round()).abs() < SLACK_TEXELS
            && (last - first.round() - count).abs() < SLACK_TEXELS
            && 0.0 <= first.round()
            && first.round() + count < texels as f32;
        is_exact.then(|| Exact { first_texel: first.round() as usize })
    }

    fn is_one_texel(self) -> bool {
        self.texture_start == self.texture_end
    }
}

/// The place nearest to `pixels` where a corner may be.
fn on_grid(pixels: f32) -> f32 {
    (fixed(pixels) as f64 / FIXED_ONE as f64) as f32
}

/// Paints the part of `quad` that lies in `area`.
pub(super) fn paint_quad(canvas: &mut Canvas<'_>, area: Area, texture: &Texture, quad: &Quad) {
    let (columns, rows) = (quad.across.pixels(), quad.down.pixels());
    let whole = Area { left: columns.start, top: rows.start, right: columns.end, bottom: rows.end };
    let part = whole.both(area);
    if part.is_empty() || quad.color == 0 {
        return;
    }
    if quad.across.is_one_texel() && quad.down.is_one_texel() {
        let texel = texture.sampler(0.0).at(quad.across.texture_start, quad.down.texture_start);
        let color = multiply(quad.color, texel);
        for y in part.top..part.bottom {
            fill(canvas.row(y, part.left, part.right), color);
        }
        return;
    }
    let [width, height] = texture.size();
    match (quad.across.exact(&columns, width), quad.down.exact(&rows, height)) {
        (Some(across), Some(down)) => {
            for y in part.top..part.bottom {
                let texels = texture.row(down.first_texel + (y - rows.start) as usize);
                let first = across.first_texel + (part.left - columns.start) as usize;
                let texels = &texels[first..first + (part.right - part.left) as usize];
                draw(canvas.row(y, part.left, part.right), texels, quad.color);
            }
        }
        _ => paint_between_texels(canvas, part, texture, quad),
    }
}

/// The slow way, for drawings that are larger, smaller or moved by less than a pixel.
fn paint_between_texels(canvas: &mut Canvas<'_>, part: Area, texture: &Texture, quad: &Quad) {
    let [width, height] = texture.size();
    let span = quad.across.texels_a_pixel(width).abs().max(quad.down.texels_a_pixel(height).abs());
    let sampler = texture.sampler(span);
    let mut texels = Vec::with_capacity((part.right - part.left) as usize);
    for y in part.top..part.bottom {
        let v = quad.down.texture_at(y);
        texels.clear();
        texels.extend((part.left..part.right).map(|x| sampler.at(quad.across.texture_at(x), v)));
        draw(canvas.row(y, part.left, part.right), &texels, quad.color);
    }
}
