//! Six keys reach everything: Right and Left walk from one thing to the next in reading order, Down and Up scroll the text.
//! (Enter presses, which egui does; `keys` hears Back.)

use egui::{Context, FocusDirection, Id, Key, Memory, Modifiers, Rect, vec2};

use super::widgets::{Sight, keeps_arrows, scroll_to, sights};

/// One press of Down or Up, in points.
const LINE: f32 = 60.0;
/// Page Down leaves a little of the page in sight, so that the eye finds where it was.
const PAGE_SHARE: f32 = 0.85;

/// Does what the arrows and the keys that scroll ask for, before the frame is drawn. `is_led` says that the page on screen
/// puts the keyboard on a thing of its own choice.
pub(super) fn walk_by_keys(ctx: &Context, is_led: bool) {
    if ctx.text_edit_focused() {
        return;
    }
    if !ctx.input(|input| KEYS.iter().any(|key| input.key_pressed(*key))) {
        // Gathering what can get the focus is for a key, not for every frame.
        if ctx.memory(Memory::focused).is_some() {
            forget_what_was_let_go(ctx);
        }
        return;
    }
    let walk = Walk::new(ctx);
    if walk.focused.is_some() {
        forget_what_was_let_go(ctx);
    }
    if !keeps_arrows(ctx) {
        walk.hear_arrows(ctx, is_led);
    }
    for (key, distance) in [(Key::PageDown, PAGE_SHARE), (Key::PageUp, -PAGE_SHARE)] {
        if pressed(ctx, key) {
            walk.scroll(ctx, |sight| distance * sight.rect.height());
        }
    }
    for (key, distance) in [(Key::Home, f32::MIN / 2.0), (Key::End, f32::MAX / 2.0)] {
        if pressed(ctx, key) {
            walk.scroll(ctx, |_| distance);
        }
    }
    if walk.focused.is_none() && !is_led && pressed(ctx, Key::Space) {
        walk.scroll(ctx, |sight| PAGE_SHARE * sight.rect.height());
    }
}

fn pressed(ctx: &Context, key: Key) -> bool {
    ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

/// What can get the focus.
#[derive(Clone, Copy)]
struct Stop {
    id: Id,
    rect: Rect,
    /// The part of it that is in sight.
    seen: Rect,
}

impl Stop {
    fn is_in(&self, sight: &Sight) -> bool {
        self.seen.is_positive() && sight.rect.contains(self.seen.center())
    }

    fn is_out_of_sight(&self) -> bool {
        !self.seen.is_positive()
    }
}

/// The screen as it was drawn last.
struct Walk {
    /// In reading order.
    stops: Vec<Stop>,
    sights: Vec<Sight>,
    focused: Option<Stop>,
}

impl Walk {
    fn new(ctx: &Context) -> Self {
        let layers: Vec<_> =
            ctx.memory(|memory| memory.layer_ids().filter(|layer| memory.allows_interaction(*layer)).collect());
        let stops: Vec<Stop> = ctx.viewport(|viewport| {
            let widgets = layers.iter().flat_map(|layer| viewport.prev_pass.widgets.get_layer(*layer));
            let stops = widgets.filter(|widget| widget.enabled && widget.visible && widget.sense.is_focusable());
            stops.map(|widget| Stop { id: widget.id, rect: widget.rect, seen: widget.interact_rect }).collect()
        });
        let focused = ctx.memory(Memory::focused).and_then(|id| stops.iter().find(|stop| stop.id == id).copied());
        Self { stops, sights: sights(ctx), focused }
    }

    fn hear_arrows(&self, ctx: &Context, is_led: bool) {
        let is_arrow_pressed = ctx.input(|input| ARROWS.iter().any(|key| input.key_pressed(*key)));
        if !is_arrow_pressed {
            return;
        }
        // egui would walk to what is nearest to the eye, and never reach the rest.
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        // Where nothing has the focus, such a page puts the keyboard where it belongs.
        let is_lost = is_led && self.focused.is_none();
        for (key, is_forward) in [(Key::ArrowDown, true), (Key::ArrowUp, false)] {
            if self.area().is_some() && pressed(ctx, key) {
                self.scroll(ctx, |_| if is_forward { LINE } else { -LINE });
            } else if !is_lost && pressed(ctx, key) {
                self.step(ctx, is_forward);
            }
        }
        for (key, is_forward) in [(Key::ArrowRight, true), (Key::ArrowLeft, false)] {
            if (is_lost && let_go_in(ctx).is_none()) || !pressed(ctx, key) {
                continue;
            }
            if !self.pan(ctx, is_forward) {
                self.step(ctx, is_forward);
            }
        }
    }

    /// Moves the focus to the next thing, or to the one before.
    fn step(&self, ctx: &Context, is_forward: bool) {
        let count = self.stops.len();
        let at = self.focused.and_then(|focused| self.stops.iter().position(|stop| stop.id == focused.id));
        let next = match at {
            Some(at) => self.stops.get(if is_forward { at + 1 } else { at + count - 1 } % count),
            None => self.first_in_sight(ctx, is_forward),
        };
        if let Some(next) = next {
            ctx.memory_mut(|memory| memory.request_focus(next.id));
        }
    }

    /// Where the keyboard begins: with the first thing, or the last, that the reader sees of the text.
    fn first_in_sight(&self, ctx: &Context, is_forward: bool) -> Option<&Stop> {
        let let_go = let_go_in(ctx);
        let area = self.sights.iter().find(|sight| let_go.map_or(sight.is_text, |id| sight.id == id));
        let sight = area.map_or(Rect::EVERYTHING, |sight| sight.rect.expand(SLACK));
        let beside = |stop: &&Stop| sight.x_range().intersects(stop.rect.x_range());
        if is_forward {
            let found = self.stops.iter().filter(beside).find(|stop| sight.min.y <= stop.rect.min.y);
            found.or(self.stops.first())
        } else {
            let found = self.stops.iter().filter(beside).rfind(|stop| stop.rect.max.y <= sight.max.y);
            found.or(self.stops.last())
        }
    }

    /// Moves a picture that is wider than its place. Says no where it ends, so that the keyboard goes on.
    fn pan(&self, ctx: &Context, is_forward: bool) -> bool {
        let Some(stop) = self.focused else { return false };
        let holds = |sight: &&Sight| 0.0 < sight.most.x && sight.rect.width() < stop.rect.width();
        let Some(sight) = self.sights.iter().find(holds) else { return false };
        let distance = sight.rect.width() * PAN_SHARE;
        let to = (sight.offset.x + if is_forward { distance } else { -distance }).clamp(0.0, sight.most.x);
        scroll_to(ctx, sight.id, vec2(to, sight.offset.y));
        SLACK < (to - sight.offset.x).abs()
    }

    /// The area that scrolls up and down: the one that the keyboard is in, or else the text.
    fn area(&self) -> Option<&Sight> {
        let scrolls = |sight: &&Sight| SLACK < sight.most.y;
        let with_focus = self.sights.iter().find(|sight| self.focused.is_some_and(|stop| stop.is_in(sight)));
        with_focus.filter(scrolls).or_else(|| self.sights.iter().filter(scrolls).find(|sight| sight.is_text))
    }

    /// Scrolls by so many points. What leaves the sight loses the focus: Enter must not press what nobody sees.
    fn scroll(&self, ctx: &Context, distance: impl Fn(&Sight) -> f32) {
        let Some(sight) = self.area() else { return };
        let to = (sight.offset.y + distance(sight)).clamp(0.0, sight.most.y);
        scroll_to(ctx, sight.id, vec2(sight.offset.x, to));
        let Some(stop) = self.focused else { return };
        let moved = stop.rect.translate(vec2(0.0, sight.offset.y - to));
        let seen = sight.rect.expand(SLACK).y_range();
        let is_whole = seen.contains(moved.min.y) && seen.contains(moved.max.y);
        let is_larger = sight.rect.height() < moved.height();
        if (stop.is_in(sight) || stop.is_out_of_sight()) && !is_whole && !is_larger {
            ctx.memory_mut(|memory| memory.surrender_focus(stop.id));
            ctx.data_mut(|data| data.insert_temp(Id::unique(LET_GO), sight.id));
        }
    }
}

/// Where the focus was when it left the sight, so that Right goes on there.
fn let_go_in(ctx: &Context) -> Option<Id> {
    ctx.data(|data| data.get_temp(Id::unique(LET_GO)))
}

fn forget_what_was_let_go(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<Id>(Id::unique(LET_GO)));
}

const ARROWS: [Key; 4] = [Key::ArrowDown, Key::ArrowUp, Key::ArrowRight, Key::ArrowLeft];
/// Every key that is heard here.
const KEYS: [Key; 9] = [
    Key::ArrowDown,
    Key::ArrowUp,
    Key::ArrowRight,
    Key::ArrowLeft,
    Key::PageDown,
    Key::PageUp,
    Key::Home,
    Key::End,
    Key::Space,
];
/// One press of Right moves a picture by this part of its place.
const PAN_SHARE: f32 = 0.5;
/// Rounding of places to whole pixels.
const SLACK: f32 = 1.0;
const LET_GO: &str = "area in which the focus was let go";
