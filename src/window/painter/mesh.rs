//! A mesh → the parts that it is made of: upright rectangles, which are most of every page, and triangles.

use egui::epaint::Vertex;
use egui::{Mesh, Pos2};

use super::area::Area;
use super::canvas::Canvas;
use super::pixel::{channels, pixel};
use super::quad::{Quad, paint_quad};
use super::texture::Texture;
use super::triangle::{Corner, paint_triangle};

/// Paints the part of `mesh` that lies in `area`.
pub(super) fn paint_mesh(canvas: &mut Canvas<'_>, area: Area, texture: &Texture, pixels_per_point: f32, mesh: &Mesh) {
    let mut rest = mesh.indices.as_slice();
    while let [a, b, c, after @ ..] = rest {
        if let Some(quad) = quad_at(mesh, rest, pixels_per_point) {
            paint_quad(canvas, area, texture, &quad);
            rest = &rest[6..];
            continue;
        }
        let corners = [*a, *b, *c].map(|index| mesh.vertices.get(index as usize));
        if let [Some(a), Some(b), Some(c)] = corners {
            paint_triangle(canvas, area, texture, [a, b, c].map(|vertex| corner(vertex, pixels_per_point)));
        }
        rest = after;
    }
}

fn corner(vertex: &Vertex, pixels_per_point: f32) -> Corner {
    Corner { at: vertex.pos * pixels_per_point, uv: vertex.uv, color: channels(pixel(vertex.color)) }
}

/// The upright rectangle of one colour that the next two triangles make, if they do: a letter, a box, a drawing.
fn quad_at(mesh: &Mesh, indices: &[u32], pixels_per_point: f32) -> Option<Quad> {
    let [a, b, c, second @ ..] = indices.first_chunk::<6>()?;
    // The triangles share the side from b to c, in whichever order the second one names it.
    let is_shared = |corner: &u32| corner == b || corner == c;
    let mut others = second.iter().filter(|corner| !is_shared(corner));
    let (Some(d), None, true) = (others.next(), others.next(), second.contains(b) && second.contains(c)) else {
        return None;
    };
    let vertex = |index: &u32| mesh.vertices.get(*index as usize);
    let (a, b, c, d) = (vertex(a)?, vertex(b)?, vertex(c)?, vertex(d)?);
    let is_finite = |vertex: &Vertex| vertex.pos.is_finite() && vertex.uv.is_finite();
    if ![a, b, c, d].into_iter().all(is_finite) {
        return None;
    }
    if a.color != b.color || a.color != c.color || a.color != d.color {
        return None;
    }
    // The texture must lie as the rectangle does, not turned by a quarter.
    let is_upright = |row: &Vertex, column: &Vertex| {
        let lies = |p: [Pos2; 4]| p[0].y == p[1].y && p[2].y == p[3].y && p[0].x == p[2].x && p[1].x == p[3].x;
        lies([a.pos, row.pos, column.pos, d.pos]) && lies([a.uv, row.uv, column.uv, d.uv])
    };
    if !is_upright(b, c) && !is_upright(c, b) {
        return None;
    }
    let (min, max) = (a.pos * pixels_per_point, d.pos * pixels_per_point);
    Some(Quad::between([min, max], [a.uv, d.uv], pixel(a.color)))
}
