//! The ring around what the keyboard would press.

use egui::{CornerRadius, Response, Stroke, StrokeKind, Ui};

use crate::ui::theme::Tokens;

const RING_WIDTH: f32 = 3.0;

/// Paints a ring around `response` if it has the keyboard's focus, and brings it into sight.
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
    follow_focus(response);
}

/// Scrolls so that what just got the focus can be seen.
fn follow_focus(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}
