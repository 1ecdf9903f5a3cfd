//! The guide: one thing to do on the whole screen, with the number to call always in sight.
//!
//! ```text
//! ┌ Call 911 ───────────────── 2 of 6 ───────────── leave ┐   head
//! │ you are here, the doses                               │   one line each, or beside the cards on which one calls
//! │ title                                                 │
//! │ drawing, how, what the machine does                   │   card
//! ├────────────────────────────────────┴──────────────────┤
//! │ back   question   choices                             │   foot
//! └───────────────────────────────────────────────────────┘
//! ```

mod arrange;
mod bar;
mod call;
mod card;
mod doses;
mod foot;
mod forms;
mod head;
mod pacer;
mod said;

pub(crate) use bar::bar_ui;
pub(super) use bar::{practice_button_ui, start_button_ui};

use egui::{Margin, Rect, ScrollArea, Ui, UiBuilder, Vec2};

use crate::model::guide::{Card, Tool};
use crate::state::Action;
use crate::state::emergency::Emergency;
use crate::ui::View;
use crate::ui::theme::{LETTER_WIDTH, Look, Scale};
use crate::ui::widgets::{Scrolled, scrolled};

/// What the parts of the guide are drawn from.
#[derive(Clone, Copy)]
struct Scene<'s> {
    /// What every view reads, with larger text.
    view: &'s View<'s>,
    emergency: &'s Emergency,
    card: &'s Card,
}

/// Draws the guide over the whole window. `sheet` draws what lies over its lower part, if anything does, and says whether
/// enough is left of the card.
pub(crate) fn guide_ui(
    ui: &mut Ui,
    view: &View<'_>,
    emergency: &Emergency,
    actions: &mut Vec<Action>,
    sheet: impl FnOnce(&mut Ui, &View<'_>, &mut Vec<Action>) -> bool,
) {
    let Some(card) = emergency.card(view.library) else { return };
    let size = ui.available_size();
    let large = View { look: enlarged(view, size), ..*view };
    let scene = Scene { view: &large, emergency, card };

    let aside_width = aside_width(&scene, size);
    head::head_ui(ui, &scene, actions);
    if aside_width.is_none() {
        call::place_strip_ui(ui, &scene);
        doses::strip_ui(ui, &scene, actions);
    }
    if !sheet(ui, view, actions) {
        return;
    }

    // In the order in which they are read aloud.
    let parts = Parts::of(ui, &scene, aside_width);
    let mut first = None;
    part_ui(ui, parts.card, |ui| {
        let keys = if view.state.sheet.is_none() { Scrolled::Text } else { Scrolled::Part };
        let top = ui.cursor().min.y;
        scrolled(ui, area(), ("guide card", emergency.shown()), keys, |ui| {
            first = card::card_ui(ui, &scene, top, actions);
            if parts.foot.is_none() {
                foot::foot_ui(ui, &scene, first.take(), actions);
                ui.add_space(large.look.scale.body * 0.5);
            }
            if is_for_calling(card) && parts.aside.is_none() {
                call::call_ui(ui, &scene);
            }
            card::standing_ui(ui, &scene);
        });
    });
    if let Some(place) = parts.foot {
        ui.painter().rect_filled(place, 0, large.look.tokens.surface);
        part_ui(ui, place, |ui| foot::foot_ui(ui, &scene, first, actions));
    }
    if let Some(place) = parts.aside {
        part_ui(ui, place, |ui| {
            scrolled(ui, area(), ("guide aside", emergency.shown()), Scrolled::Part, |ui| {
                doses::beside_ui(ui, &scene, actions);
                call::call_ui(ui, &scene);
            });
        });
    }
}

/// Whether somebody calls on this card, and needs the place and what to say.
fn is_for_calling(card: &Card) -> bool {
    card.tool == Some(Tool::Call)
}

/// How wide the part beside the card is. Only the cards for calling have one, in a wide window; the others have one thing
/// to show.
fn aside_width(scene: &Scene<'_>, window: Vec2) -> Option<f32> {
    let body = scene.view.look.scale.body;
    let width = (window.x * 0.36).max(body * 11.0);
    let is_wide = window.y * 1.1 < window.x && LEAST_CHARS_BESIDE * body * LETTER_WIDTH <= window.x - width;
    (is_for_calling(scene.card) && is_wide).then_some(width)
}

/// A card beside another part keeps this many letters a line.
const LEAST_CHARS_BESIDE: f32 = 56.0;

/// Where the parts under the head stand.
struct Parts {
    card: Rect,
    /// `None` where the foot would leave too little of the card, and comes after it instead.
    foot: Option<Rect>,
    aside: Option<Rect>,
}

impl Parts {
    fn of(ui: &Ui, scene: &Scene<'_>, aside_width: Option<f32>) -> Self {
        let room = ui.available_rect_before_wrap();
        let scale = &scene.view.look.scale;
        let foot_height = foot::height(ui, scene);
        // Something of the card must stay in sight over it, and a sheet needs the room too.
        let least_card = scale.title * 1.6 + scale.body * 3.5;
        let is_foot_fixed = scene.view.state.sheet.is_none() && foot_height + least_card <= room.height();
        let (upper, lower) = room.split_top_bottom_at_y(room.max.y - if is_foot_fixed { foot_height } else { 0.0 });
        let (card, aside) = upper.split_left_right_at_x(upper.max.x - aside_width.unwrap_or(0.0));
        Self { card, foot: is_foot_fixed.then_some(lower), aside: aside_width.map(|_| aside) }
    }
}

/// Draws a part in its place.
fn part_ui(ui: &mut Ui, place: Rect, add: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(place - MARGIN), |ui| {
        ui.set_clip_rect(ui.clip_rect().intersect(place));
        add(ui);
    });
}

/// Space around the parts.
const MARGIN: Margin = Margin { left: 20, right: 20, top: 14, bottom: 14 };

/// Larger than a page to be read in peace, and larger still on a large screen: a group stands before it.
fn enlarged(view: &View<'_>, size: Vec2) -> Look {
    let (least_width, least_height) = if size.x < size.y { (760.0, 1200.0) } else { (1200.0, 760.0) };
    let window = (size.x / least_width).min(size.y / least_height).clamp(0.75, 1.8);
    let grow = |base: f32, factor: f32, plus: f32| ((base * factor + plus) * window).round();
    // It grows by its own rule; what stands over a card must leave it room.
    let scale = Scale::of(view.state.text_size, view.state.spacing);
    Look {
        scale: Scale {
            body: grow(scale.body, 0.75, 11.0),
            small: grow(scale.small, 0.85, 6.0),
            title: grow(scale.title, 0.6, 23.0),
            heading: grow(scale.heading, 0.8, 9.0),
            chrome: grow(scale.chrome, 0.8, 8.0),
            space: scale.space,
        },
        ..view.look
    }
}

fn area() -> ScrollArea {
    ScrollArea::vertical().auto_shrink([false, false])
}
