//! A painter that is slow and obviously right: every pixel of every triangle, in real numbers, as OpenGL's rules say.

use egui::epaint::{Mesh, Primitive, Vertex};
use egui::{ClippedPrimitive, Color32, ColorImage, TextureFilter, TextureOptions, TextureWrapMode};

/// A texture and how it is looked at.
pub struct Texture {
    pub image: ColorImage,
    pub options: TextureOptions,
}

/// Paints `primitives` on `background`; `texture` finds the textures. A point is `scale` pixels wide.
pub fn paint<'t>(
    primitives: &[ClippedPrimitive],
    texture: impl Fn(egui::TextureId) -> &'t Texture,
    [width, height]: [usize; 2],
    scale: f32,
    background: Color32,
) -> ColorImage {
    let mut picture = ColorImage::filled([width, height], background);
    for ClippedPrimitive { clip_rect, primitive } in primitives {
        let Primitive::Mesh(mesh) = primitive else { continue };
        let edge = |points: f32| (points * scale).round() as i64;
        let (left, right) = (edge(clip_rect.min.x).max(0), edge(clip_rect.max.x).min(width as i64));
        let (top, bottom) = (edge(clip_rect.min.y).max(0), edge(clip_rect.max.y).min(height as i64));
        for triangle in triangles(mesh, scale) {
            // Only the box around it: no other pixel can be in a triangle.
            let [x_range, y_range] = triangle.box_around();
            for y in top.max(y_range.start)..bottom.min(y_range.end) {
                for x in left.max(x_range.start)..right.min(x_range.end) {
                    if let Some(weights) = triangle.weights(x, y) {
                        let color = triangle.color(weights, texture(mesh.texture_id));
                        let pixel = &mut picture[(x as usize, y as usize)];
                        *pixel = blend(*pixel, color);
                    }
                }
            }
        }
    }
    picture
}

/// Corners in 256ths of a pixel, in clockwise order.
struct Triangle {
    at: [[i64; 2]; 3],
    vertices: [Vertex; 3],
}

fn triangles(mesh: &Mesh, scale: f32) -> Vec<Triangle> {
    let grid = |vertex: &Vertex| {
        let on_grid = |points: f32| (f64::from(points * scale) * 256.0).round() as i64;
        [on_grid(vertex.pos.x), on_grid(vertex.pos.y)]
    };
    let made = mesh.triangles().map(|corners| {
        let mut vertices = corners.map(|corner| mesh.vertices[corner as usize]);
        if doubled_area(vertices.each_ref().map(grid)) < 0 {
            vertices.swap(1, 2);
        }
        Triangle { at: vertices.each_ref().map(grid), vertices }
    });
    made.filter(|triangle| doubled_area(triangle.at) != 0).collect()
}

fn doubled_area([p, q, r]: [[i64; 2]; 3]) -> i64 {
    (q[0] - p[0]) * (r[1] - p[1]) - (r[0] - p[0]) * (q[1] - p[1])
}

impl Triangle {
    /// The columns and rows that it can touch.
    fn box_around(&self) -> [std::ops::Range<i64>; 2] {
        [0, 1].map(|axis| {
            let ends = self.at.map(|place| place[axis].div_euclid(256));
            ends.into_iter().min().unwrap_or(0)..ends.into_iter().max().unwrap_or(0) + 1
        })
    }

    /// How much each corner counts in the middle of the pixel, if that middle is in the triangle.
    fn weights(&self, column: i64, row: i64) -> Option<[f64; 3]> {
        let middle = [column * 256 + 128, row * 256 + 128];
        let [p, q, r] = self.at;
        let parts = [[q, r, middle], [r, p, middle], [p, q, middle]].map(doubled_area);
        let sides = [(q, r), (r, p), (p, q)];
        let is_inside = parts.iter().zip(sides).all(|(part, (from, to))| {
            let is_upper_or_left = to[1] < from[1] || (to[1] == from[1] && from[0] < to[0]);
            0 < *part || (*part == 0 && is_upper_or_left)
        });
        is_inside.then(|| parts.map(|part| part as f64 / doubled_area(self.at) as f64))
    }

    /// Red, green, blue and alpha from 0 to 1.
    fn color(&self, weights: [f64; 3], texture: &Texture) -> [f64; 4] {
        let mean = |value: &dyn Fn(&Vertex) -> f64| (0..3).map(|i| weights[i] * value(&self.vertices[i])).sum::<f64>();
        let (u, v) = (mean(&|vertex| f64::from(vertex.uv.x)), mean(&|vertex| f64::from(vertex.uv.y)));
        let texel = texture.at(u, v, self.is_small_on(texture));
        std::array::from_fn(|i| mean(&|vertex| f64::from(vertex.color.to_array()[i]) / 255.0) * texel[i])
    }

    /// Whether a pixel spans more than a texel.
    fn is_small_on(&self, texture: &Texture) -> bool {
        let at = self.at.map(|place| place.map(|n| n as f64 / 256.0));
        let [width, height] = texture.image.size.map(|n| n as f64);
        let uv = self.vertices.map(|v| [f64::from(v.uv.x) * width, f64::from(v.uv.y) * height]);
        let area = (at[1][0] - at[0][0]) * (at[2][1] - at[0][1]) - (at[2][0] - at[0][0]) * (at[1][1] - at[0][1]);
        let step = |axis: usize, i: usize| {
            let other = 1 - axis;
            let sign = if axis == 0 { 1.0 } else { -1.0 };
            let (d1, d2) = (uv[1][i] - uv[0][i], uv[2][i] - uv[0][i]);
            sign * (d1 * (at[2][other] - at[0][other]) - d2 * (at[1][other] - at[0][other])) / area
        };
        let span = |axis: usize| step(axis, 0).hypot(step(axis, 1));
        1.0 < span(0).max(span(1))
    }
}

impl Texture {
    fn at(&self, u: f64, v: f64, is_small: bool) -> [f64; 4] {
        let [width, height] = self.image.size;
        let (x, y) = (u * width as f64, v * height as f64);
        let filter = if is_small { self.options.minification } else { self.options.magnification };
        if filter == TextureFilter::Nearest {
            return self.texel(x.floor() as i64, y.floor() as i64);
        }
        let (left, top) = ((x - 0.5).floor(), (y - 0.5).floor());
        let (across, down) = (x - 0.5 - left, y - 0.5 - top);
        let mut sum = [0.0; 4];
        for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let share = |far: i64, part: f64| if far == 1 { part } else { 1.0 - part };
            let weight = share(dx, across) * share(dy, down);
            let texel = self.texel(left as i64 + dx, top as i64 + dy);
            (0..4).for_each(|i| sum[i] += weight * texel[i]);
        }
        sum
    }

    fn texel(&self, x: i64, y: i64) -> [f64; 4] {
        let [width, height] = self.image.size.map(|n| n as i64);
        let inside = |at: i64, count: i64| match self.options.wrap_mode {
            TextureWrapMode::ClampToEdge => at.clamp(0, count - 1),
            TextureWrapMode::Repeat => at.rem_euclid(count),
            TextureWrapMode::MirroredRepeat if at.div_euclid(count) % 2 == 0 => at.rem_euclid(count),
            TextureWrapMode::MirroredRepeat => count - 1 - at.rem_euclid(count),
        };
        self.image[(inside(x, width) as usize, inside(y, height) as usize)].to_array().map(|c| f64::from(c) / 255.0)
    }
}

/// One minus the alpha of what is in front, as egui's painter for OpenGL asks for, in a picture of eight bits.
fn blend(under: Color32, over: [f64; 4]) -> Color32 {
    let channel = |i: usize| {
        let mixed = over[i] + f64::from(under.to_array()[i]) / 255.0 * (1.0 - over[3]);
        (mixed.clamp(0.0, 1.0) * 255.0).round() as u8
    };
    Color32::from_rgb(channel(0), channel(1), channel(2))
}
