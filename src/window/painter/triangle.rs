//! Triangles: a pixel belongs to one if its middle does, and its colour is what the corners say there.
//!
//! Corners are put on a grid of 256ths of a pixel, as graphics hardware does. Of two triangles that share a side, a middle
//! on that side belongs to exactly one, so that nothing is painted twice and no gap shows.

use egui::{Pos2, pos2};

use super::area::Area;
use super::canvas::{Canvas, draw, fill};
use super::pixel::{Pixel, blend, multiply, nearest};
use super::texture::Texture;

/// A corner: its place in pixels, its place in the texture from 0 to 1, and its colour's channels from 0 to 255.
#[derive(Clone, Copy, Debug)]
pub(super) struct Corner {
    pub(super) at: Pos2,
    pub(super) uv: Pos2,
    /// Alpha, red, green, blue.
    pub(super) color: [f32; 4],
}

/// A pixel on the grid that corners are put on.
pub(super) const FIXED_ONE: i64 = 256;
/// The middle of a pixel.
pub(super) const FIXED_HALF: i64 = FIXED_ONE / 2;

/// No picture is so large, and places farther out would not fit.
const FARTHEST: f64 = 1e9;

/// `pixels` on the grid.
pub(super) fn fixed(pixels: f32) -> i64 {
    (f64::from(pixels).clamp(-FARTHEST, FARTHEST) * FIXED_ONE as f64).round() as i64
}

/// Corners farther out than this are cut off first: their products would not fit.
const FAR: f32 = 65_536.0;

/// Paints the part of the triangle that lies in `area`.
pub(super) fn paint_triangle(canvas: &mut Canvas<'_>, area: Area, texture: &Texture, corners: [Corner; 3]) {
    if corners.iter().any(|corner| !corner.at.is_finite() || !corner.uv.is_finite()) {
        return;
    }
    let is_near = |corner: &Corner| corner.at.x.abs() <= FAR && corner.at.y.abs() <= FAR;
    if corners.iter().all(is_near) {
        paint_near_triangle(canvas, area, texture, corners);
        return;
    }
    let edges: [fn(Pos2) -> f32; 4] = [|at| FAR + at.x, |at| FAR - at.x, |at| FAR + at.y, |at| FAR - at.y];
    let polygon = edges.iter().fold(corners.to_vec(), |polygon, distance| cut(&polygon, distance));
    for i in 2..polygon.len() {
        paint_near_triangle(canvas, area, texture, [polygon[0], polygon[i - 1], polygon[i]]);
    }
}

/// The part of a polygon where `distance` is not negative.
fn cut(polygon: &[Corner], distance: impl Fn(Pos2) -> f32) -> Vec<Corner> {
    let mut kept = Vec::new();
    for (i, corner) in polygon.iter().enumerate() {
        let next = &polygon[(i + 1) % polygon.len()];
        let (here, there) = (distance(corner.at), distance(next.at));
        if 0.0 <= here {
            kept.push(*corner);
        }
        if (0.0 <= here) != (0.0 <= there) {
            let share = here / (here - there);
            let color = std::array::from_fn(|i| corner.color[i] + (next.color[i] - corner.color[i]) * share);
            kept.push(Corner { at: corner.at.lerp(next.at, share), uv: corner.uv.lerp(next.uv, share), color });
        }
    }
    kept
}

/// A side: not negative at the middles of pixels on its inner side.
struct Side {
    a_column: i64,
    a_row: i64,
    constant: i64,
}

impl Side {
    /// The side from `p` to `q` of a triangle that goes clockwise on the screen.
    fn new(p: [i64; 2], q: [i64; 2]) -> Self {
        let (dx, dy) = (q[0] - p[0], q[1] - p[1]);
        // Middles on upper and left sides belong to the triangle, those on lower and right sides to its neighbour.
        let is_upper_or_left = dy < 0 || (dy == 0 && 0 < dx);
        let constant = dx * (FIXED_HALF - p[1]) - dy * (FIXED_HALF - p[0]) - i64::from(!is_upper_or_left);
        Self { a_column: -dy * FIXED_ONE, a_row: dx * FIXED_ONE, constant }
    }

    /// Leaves of the columns from `left` up to `right` those on the inner side in the row `y`.
    #[inline]
    fn cut(&self, y: i64, left: &mut i64, right: &mut i64) {
        let at_column_0 = self.a_row * y + self.constant;
        match self.a_column {
            0 if at_column_0 < 0 => *right = *left,
            0 => (),
            rising if 0 < rising => *left = (*left).max(-at_column_0.div_euclid(rising)),
            falling => *right = (*right).min(at_column_0.div_euclid(-falling) + 1),
        }
    }
}

fn paint_near_triangle(canvas: &mut Canvas<'_>, area: Area, texture: &Texture, mut corners: [Corner; 3]) {
    let grid = |corner: &Corner| [fixed(corner.at.x), fixed(corner.at.y)];
    let turn = |[p, q, r]: [[i64; 2]; 3]| (q[0] - p[0]) * (r[1] - p[1]) - (r[0] - p[0]) * (q[1] - p[1]);
    let double_area = turn(corners.each_ref().map(grid));
    if double_area == 0 {
        return;
    }
    if double_area < 0 {
        corners.swap(1, 2);
    }
    let [p, q, r] = corners.each_ref().map(grid);
    let sides = [Side::new(p, q), Side::new(q, r), Side::new(r, p)];
    let rows = [p[1], q[1], r[1]].map(|y| y - FIXED_HALF);
    let (first, last) = (rows.iter().min().copied().unwrap_or(0), rows.iter().max().copied().unwrap_or(0));
    let top = first.div_euclid(FIXED_ONE).max(i64::from(area.top));
    let bottom = (last.div_euclid(FIXED_ONE) + 1).min(i64::from(area.bottom));
    let paint = Paint::new(corners, [p, q, r], texture);
    let mut texels = Vec::new();
    for y in top..bottom {
        let (mut left, mut right) = (i64::from(area.left), i64::from(area.right));
        sides.iter().for_each(|side| side.cut(y, &mut left, &mut right));
        if left < right {
            paint.row(canvas, y as i32, left as i32, right as i32, &mut texels);
        }
    }
}

/// How a triangle is coloured.
enum Paint<'t> {
    /// One colour.
    Plain(Pixel),
    /// From colour to colour.
    Gradient(Plane<4>),
    /// A texture in one colour, or from colour to colour.
    Texture { texture: &'t Texture, span: f32, uv: Plane<2>, color: Plane<4>, one_color: Option<Pixel> },
}

impl<'t> Paint<'t> {
    fn new(corners: [Corner; 3], grid: [[i64; 2]; 3], texture: &'t Texture) -> Self {
        let [p, q, r] = corners;
        let color = Plane::new(grid, [p.color, q.color, r.color]);
        let one_color = (p.color == q.color && q.color == r.color).then(|| nearest(p.color));
        if p.uv == q.uv && q.uv == r.uv {
            let texel = texture.sampler(0.0).at(p.uv.x, p.uv.y);
            let white = Pixel::MAX;
            return match one_color {
                Some(color) => Self::Plain(multiply(color, texel)),
                None if texel == white => Self::Gradient(color),
                None => Self::Texture {
                    texture,
                    span: 0.0,
                    uv: Plane::new(grid, [p.uv, q.uv, r.uv].map(pair)),
                    color,
                    one_color,
                },
            };
        }
        let uv = Plane::new(grid, [p.uv, q.uv, r.uv].map(pair));
        let [width, height] = texture.size().map(|n| n as f32);
        let span = |step: [f32; 2]| (step[0] * width).hypot(step[1] * height);
        Self::Texture { texture, span: span(uv.a_column).max(span(uv.a_row)), uv, color, one_color }
    }

    fn row(&self, canvas: &mut Canvas<'_>, y: i32, left: i32, right: i32, texels: &mut Vec<Pixel>) {
        let pixels = canvas.row(y, left, right);
        match self {
            Self::Plain(color) => fill(pixels, *color),
            Self::Gradient(plane) => {
                for (pixel, x) in pixels.iter_mut().zip(left..) {
                    *pixel = blend(*pixel, nearest(plane.at(x, y)));
                }
            }
            Self::Texture { texture, span, uv, color, one_color } => {
                let sampler = texture.sampler(*span);
                texels.clear();
                texels.extend((left..right).map(|x| {
                    let [u, v] = uv.at(x, y);
                    let texel = sampler.at(u, v);
                    if one_color.is_some() { texel } else { multiply(texel, nearest(color.at(x, y))) }
                }));
                draw(pixels, texels, one_color.unwrap_or(Pixel::MAX));
            }
        }
    }
}

fn pair(at: Pos2) -> [f32; 2] {
    [at.x, at.y]
}

/// Values that change evenly over the screen. They are worked out for each pixel by itself, so that a picture is the
/// same however it is cut into areas.
struct Plane<const N: usize> {
    /// Where the values are `values`, in pixels.
    at: Pos2,
    values: [f32; N],
    /// What is added from one column to the next.
    a_column: [f32; N],
    /// What is added from one row to the next.
    a_row: [f32; N],
}

impl<const N: usize> Plane<N> {
    /// The plane through three corners on the grid.
    fn new([p, q, r]: [[i64; 2]; 3], [p_values, q_values, r_values]: [[f32; N]; 3]) -> Self {
        let pixels = |grid: i64| grid as f64 / FIXED_ONE as f64;
        let (qx, qy) = (pixels(q[0] - p[0]), pixels(q[1] - p[1]));
        let (rx, ry) = (pixels(r[0] - p[0]), pixels(r[1] - p[1]));
        let area = qx * ry - rx * qy;
        let step = |i: usize, from_q: f64, from_r: f64| {
            let (dq, dr) = (f64::from(q_values[i] - p_values[i]), f64::from(r_values[i] - p_values[i]));
            ((dq * from_q - dr * from_r) / area) as f32
        };
        Self {
            at: pos2(pixels(p[0]) as f32, pixels(p[1]) as f32),
            values: p_values,
            a_column: std::array::from_fn(|i| step(i, ry, qy)),
            a_row: std::array::from_fn(|i| -step(i, rx, qx)),
        }
    }

    /// The values in the middle of a pixel.
    #[inline]
    fn at(&self, x: i32, y: i32) -> [f32; N] {
        let (right, down) = (x as f32 + 0.5 - self.at.x, y as f32 + 0.5 - self.at.y);
        std::array::from_fn(|i| self.values[i] + self.a_column[i] * right + self.a_row[i] * down)
    }
}
