//! What a frame shows, piece by piece, beside what the last one showed: equal pieces stay, the others are damage.

use std::sync::Arc;

use egui::epaint::{ClippedShape, Primitive, TextShape};
use egui::{Context, Mesh, Shape, TextureId};

use super::Ground;
use super::area::{Area, Damage};

/// The pieces of a frame, from back to front.
#[derive(Default)]
pub(super) struct Scene {
    pieces: Vec<Piece>,
}

/// A shape and the triangles that it became.
struct Piece {
    shape: ClippedShape,
    parts: Vec<Part>,
}

/// Triangles with one texture.
pub(super) struct Part {
    /// Every pixel that it can touch, inside of the rectangle that it is cut to.
    pub(super) bounds: Area,
    /// The triangles, in points.
    pub(super) mesh: Mesh,
}

/// How far ahead an equal piece is looked for where two frames differ. A longer search finds little more: what moved
/// moved everything.
const LOOK_AHEAD: usize = 16;

impl Scene {
    /// All triangles, from back to front.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Part> {
        self.pieces.iter().flat_map(|piece| &piece.parts)
    }

    /// Every pixel that shows one of `textures`.
    pub(super) fn damage_of(&self, textures: &[TextureId], damage: &mut Damage) {
        let shown = self.parts().filter(|part| textures.contains(&part.mesh.texture_id));
        shown.for_each(|part| damage.add(part.bounds));
    }

    /// Forgets every piece, so that all are made anew.
    pub(super) fn clear(&mut self) {
        self.pieces.clear();
    }

    /// Takes the place of the last frame; what differs goes to `damage`.
    ///
    /// Pieces that both frames have keep their order, so that outside of the damage the same pieces lie on one another
    /// in the same order: there the picture cannot differ.
    pub(super) fn update(&mut self, ctx: &Context, shapes: &[ClippedShape], ground: Ground, damage: &mut Damage) {
        let mut old: Vec<Option<Piece>> = std::mem::take(&mut self.pieces).into_iter().map(Some).collect();
        let mut pieces = Vec::with_capacity(shapes.len());
        let mut next = 0;
        for (i, shape) in shapes.iter().enumerate() {
            let is_same = |at: usize, shape: &ClippedShape| {
                old.get(at).and_then(Option::as_ref).is_some_and(|piece| is_same_clipped(&piece.shape, shape))
            };
            let ahead = (0..LOOK_AHEAD).find(|ahead| is_same(next + ahead, shape));
            let is_insertion = ahead != Some(0)
                && (1..ahead.unwrap_or(LOOK_AHEAD))
                    .any(|ahead| shapes.get(i + ahead).is_some_and(|s| is_same(next, s)));
            if let Some(ahead) = ahead.filter(|_| !is_insertion) {
                old[next..next + ahead].iter_mut().for_each(|gone| remove(gone, damage));
                next += ahead;
                pieces.extend(old[next].take());
                next += 1;
                continue;
            }
            if !is_insertion && next < old.len() {
                remove(&mut old[next], damage);
                next += 1;
            }
            let piece = Piece::new(ctx, shape.clone(), ground);
            piece.parts.iter().for_each(|part| damage.add(part.bounds));
            pieces.push(piece);
        }
        old[next..].iter_mut().for_each(|gone| remove(gone, damage));
        self.pieces = pieces;
    }
}

fn remove(piece: &mut Option<Piece>, damage: &mut Damage) {
    piece.take().iter().flat_map(|piece| &piece.parts).for_each(|part| damage.add(part.bounds));
}

impl Piece {
    fn new(ctx: &Context, shape: ClippedShape, ground: Ground) -> Self {
        let scale = ground.pixels_per_point;
        let primitives = ctx.tessellate(vec![shape.clone()], scale);
        let parts = primitives.into_iter().filter_map(|primitive| {
            // A callback paints with the graphics driver, which is not here.
            let Primitive::Mesh(mesh) = primitive.primitive else { return None };
            let clip = Area::clip(primitive.clip_rect, scale).both(Area::whole(ground.size));
            let bounds = Area::around(mesh.calc_bounds(), scale).both(clip);
            (!bounds.is_empty()).then_some(Part { bounds, mesh })
        });
        Self { parts: parts.collect(), shape }
    }
}

fn is_same_clipped(a: &ClippedShape, b: &ClippedShape) -> bool {
    a.clip_rect == b.clip_rect
        && a.transform_after_tessellation == b.transform_after_tessellation
        && is_same_shape(&a.shape, &b.shape)
}

/// Like `==`, without reading every letter: egui keeps a text that did not change, and hands out the same one again.
fn is_same_shape(a: &Shape, b: &Shape) -> bool {
    match (a, b) {
        (Shape::Text(a), Shape::Text(b)) => is_same_text(a, b),
        (Shape::Mesh(a), Shape::Mesh(b)) => Arc::ptr_eq(a, b) || a == b,
        (Shape::Vec(a), Shape::Vec(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same_shape(a, b)),
        _ => a == b,
    }
}

fn is_same_text(a: &TextShape, b: &TextShape) -> bool {
    let TextShape { pos, galley, underline, fallback_color, override_text_color, opacity_factor, angle } = a;
    Arc::ptr_eq(galley, &b.galley)
        && *pos == b.pos
        && *underline == b.underline
        && *fallback_color == b.fallback_color
        && *override_text_color == b.override_text_color
        && *opacity_factor == b.opacity_factor
        && *angle == b.angle
}
