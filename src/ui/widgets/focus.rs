//! The ring around what the keyboard would press.

use egui::{Context, CornerRadius, FocusDirection, Id, Key, Memory, Response, Stroke, StrokeKind, Ui};

use super::following::note_ring;
use crate::ui::theme::Tokens;

const RING_WIDTH: f32 = 3.0;

/// Paints a ring around `response` if it has the keyboard's focus, and lets the areas around bring it into sight.
pub(crate) fn focus_ring(ui: &Ui, response: &Response, tokens: &Tokens) {
    if !response.has_focus() {
        return;
    }
    let radius = CornerRadius::same(12);
    // Inside, so that neither a neighbour nor the edge of a scrolled area can cut it off, with a second line between
    // the ring and the fill: one of both colours stands out from any ground.
    let ring = Stroke::new(RING_WIDTH, tokens.focus);
    let gap = Stroke::new(RING_WIDTH * 0.7, tokens.paper);
    ui.painter().rect_stroke(response.rect, radius, ring, StrokeKind::Inside);
    ui.painter().rect_stroke(response.rect.shrink(RING_WIDTH), radius, gap, StrokeKind::Inside);
    note_ring(ui, response);
}

/// Leaves the arrows to what has the focus, `id`: in a grid of keys they go to the neighbour that the eye sees.
pub(crate) fn keep_arrows(ctx: &Context, id: Id) {
    ctx.data_mut(|data| data.insert_temp(Id::unique(KEEPS_ARROWS), id));
}

/// Whether what has the focus keeps the arrows.
pub(crate) fn keeps_arrows(ctx: &Context) -> bool {
    let keeper = ctx.data(|data| data.get_temp::<Id>(Id::unique(KEEPS_ARROWS)));
    keeper.is_some() && keeper == ctx.memory(Memory::focused)
}

const KEEPS_ARROWS: &str = "keeps the arrows";

/// Puts the keyboard on the `first` button of what is newly `shown` at a place, if somebody uses the keyboard or a screen
/// reader. A finger needs no ring around what it did not touch.
pub(crate) fn guide_the_keyboard(ui: &Ui, place: &'static str, shown: Id, first: &Response) {
    lead(ui, place, shown, first, true);
}

/// The same where words stand before the button: if it is not in sight with them, they are shown first, and the keyboard
/// comes to the button with the next key that walks.
pub(crate) fn guide_the_keyboard_after_words(ui: &Ui, place: &'static str, shown: Id, first: &Response) {
    let is_in_sight = first.interact_rect.expand(1.0).contains_rect(first.rect);
    lead(ui, place, shown, first, is_in_sight);
}

fn lead(ui: &Ui, place: &'static str, shown: Id, first: &Response, is_at_once: bool) {
    let id = Id::unique(("keyboard at", place));
    let is_by_pointer = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    let (before, was_by_pointer) = ui.data(|data| data.get_temp::<(Option<Id>, bool)>(id)).unwrap_or_default();
    let is_new = before != Some(shown);
    let pressed = ui.input(|input| KEYS.iter().any(|key| input.key_pressed(*key)));
    let by_pointer = (was_by_pointer || is_by_pointer) && !pressed;
    let is_lost = ui.memory(|memory| memory.focused().is_none());
    if (is_new && !by_pointer && is_at_once) || (is_lost && pressed) {
        first.request_focus();
        // An arrow that brought the keyboard here does not move it on.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    ui.data_mut(|data| data.insert_temp(id, (Some(shown), by_pointer)));
}

/// Notes what is `shown` at a place where the keyboard is led elsewhere.
pub(crate) fn leave_the_keyboard(ui: &Ui, place: &'static str, shown: Id) {
    ui.data_mut(|data| data.insert_temp(Id::unique(("keyboard at", place)), (Some(shown), false)));
}

/// The keys that walk from button to button and press them.
const KEYS: [Key; 7] =
    [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight, Key::Enter, Key::Space, Key::Tab];
