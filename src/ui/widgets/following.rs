//! What gets the focus comes into sight: every area around it scrolls by the least that shows the whole ring.
//!
//! egui's own `scroll_to_me` asks once, in the pass in which the focus comes, and measures with the places of that pass. Where
//! something moves afterwards (a foot finds its height, a window becomes lower), or one area lies in another, that is not
//! enough. Here each area looks after every pass where the ring was painted, and moves if it is a new one, or if the page
//! has carried it off. Whoever scrolls moves neither the ring on its page nor the area, and so is never pulled back.

use std::mem;

use egui::{Context, Id, Rangef, Rect, Response, Ui, UiKind, Vec2, vec2};

use super::scrolling::scroll_to;

/// The ring of a pass, as seen by the innermost area that has not looked at it yet.
#[derive(Clone, Copy)]
pub(super) struct Ring {
    pass: u64,
    /// What has the focus.
    id: Id,
    /// On the screen, in points.
    rect: Rect,
}

/// Notes where the ring of this pass is.
pub(super) fn note_ring(ui: &Ui, response: &Response) {
    let ring = Ring { pass: ui.ctx().cumulative_pass_nr(), id: response.id, rect: response.rect };
    put_ring(ui.ctx(), Some(ring));
}

/// The ring of this pass, so that an area knows afterwards which one was painted in it.
pub(super) fn take_ring(ctx: &Context) -> Option<Ring> {
    let pass = ctx.cumulative_pass_nr();
    let ring = ctx.data_mut(|data| mem::take(data.get_temp_mut_or_default::<Option<Ring>>(Id::unique(RING))));
    ring.filter(|ring| ring.pass == pass)
}

/// Leaves a ring to the areas around.
pub(super) fn put_ring(ctx: &Context, ring: Option<Ring>) {
    ctx.data_mut(|data| data.insert_temp(Id::unique(RING), ring));
}

/// An area as it was just drawn.
#[derive(Clone, Copy)]
pub(super) struct Drawn {
    /// The area.
    pub(super) id: Id,
    /// Where on the screen it is.
    pub(super) rect: Rect,
    /// By how much what is in it was moved up and to the left in this pass.
    pub(super) shift: Vec2,
    /// How far it is scrolled now: a wheel may have moved it after it was drawn.
    pub(super) offset: Vec2,
    /// How far it can be scrolled.
    pub(super) most: Vec2,
}

/// What an area knew of the ring in it.
#[derive(Clone, Copy)]
struct Kept {
    id: Id,
    /// On the page that the area shows.
    rect: Rect,
    /// How much the area shows at a time.
    sight: Vec2,
    is_shown: bool,
}

/// Brings `ring`, which was painted in `area`, into sight from the next pass on, if that is due.
/// Says where it is then for the areas around.
pub(super) fn follow(ui: &Ui, area: &Drawn, ring: Option<Ring>) -> Option<Ring> {
    let key = area.id.with(KEPT);
    let Some(ring) = ring else {
        ui.data_mut(|data| data.remove::<Kept>(key));
        return None;
    };
    let sight = sight(ui, area.rect);
    let rect = ring.rect.translate(area.shift - area.rect.min.to_vec2());
    let before = ui.data(|data| data.get_temp::<Kept>(key)).filter(|kept| kept.id == ring.id);
    let is_due = before.is_none_or(|kept| kept.is_shown && kept.differs(rect, sight.size()));
    let seen = sight.translate(area.offset - area.rect.min.to_vec2());
    let way = vec2(way(rect.x_range(), seen.x_range()), way(rect.y_range(), seen.y_range()));
    let wanted = (area.offset + way).clamp(Vec2::ZERO, area.most);
    let is_shown = (wanted - area.offset).abs().max_elem() < SLACK;
    let offset = if is_due && !is_shown { wanted } else { area.offset };
    if offset != area.offset {
        scroll_to(ui.ctx(), area.id, offset);
        // Nobody sees the ring where it was; if this frame has no further pass, the next one comes at once.
        ui.ctx().request_discard("what has the focus comes into sight");
        if !ui.ctx().will_discard() {
            ui.ctx().request_repaint();
        }
    }
    let kept = Kept { id: ring.id, rect, sight: sight.size(), is_shown: is_shown || is_due };
    ui.data_mut(|data| data.insert_temp(key, kept));
    // The areas around need to show of it only what this one shows.
    let moved = ring.rect.translate(area.shift - offset);
    Some(Ring { rect: Rect::from_min_max(sight.clamp(moved.min), sight.clamp(moved.max)), ..ring })
}

impl Kept {
    fn differs(&self, rect: Rect, sight: Vec2) -> bool {
        let is_near = |a: Vec2, b: Vec2| (a - b).abs().max_elem() < SLACK;
        !is_near(self.rect.min.to_vec2(), rect.min.to_vec2())
            || !is_near(self.rect.size(), rect.size())
            || !is_near(self.sight, sight)
    }
}

/// The part of an area's `rect` that can be seen, wherever the areas around it are scrolled to.
fn sight(ui: &Ui, rect: Rect) -> Rect {
    let is_in_another = ui.stack().iter().any(|stack| stack.kind() == Some(UiKind::ScrollArea));
    let clipped = if is_in_another { rect } else { rect.intersect(ui.clip_rect()) };
    // Where there is no room at all, a rectangle may end before it begins.
    Rect::from_min_max(clipped.min, clipped.max.max(clipped.min))
}

/// The least way to where `thing` is whole, or to its beginning if it is larger than what is `seen`.
fn way(thing: Rangef, seen: Rangef) -> f32 {
    let room = seen.span() - thing.span();
    if room < 0.0 {
        return thing.min - seen.min;
    }
    if seen.contains(thing.min) && seen.contains(thing.max) {
        return 0.0;
    }
    let thing = thing.expand(MARGIN.min(room / 2.0));
    if thing.min < seen.min { thing.min - seen.min } else { thing.max - seen.max }
}

/// What came into sight keeps so many points from the edge, where there is room.
const MARGIN: f32 = 8.0;
/// Rounding of places to whole pixels.
const SLACK: f32 = 0.5;
const RING: &str = "ring of this pass";
const KEPT: &str = "ring in it";
