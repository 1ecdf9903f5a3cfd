//! A key of the keyboard on screen.

use egui::{Align2, CornerRadius, FontId, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use super::{focus_ring, icon, layout};
use crate::ui::theme::Look;

/// What stands on a key.
#[derive(Clone, Copy)]
pub(crate) enum Face<'k> {
    /// A letter, a mark, or a word.
    Words(&'k str),
    /// The icon of this name.
    Icon(&'k str),
}

/// A key.
pub(crate) struct KeyCap<'k> {
    /// What stands on it.
    pub(crate) face: Face<'k>,
    /// What screen readers call it.
    pub(crate) name: &'k str,
    /// Whether it is on, for a key that can be.
    pub(crate) is_on: Option<bool>,
    /// The font of its words.
    pub(crate) font: FontId,
}

impl KeyCap<'_> {
    /// Shows it at `rect`.
    pub(crate) fn show(self, ui: &Ui, look: &Look, id: Id, rect: Rect) -> Response {
        let tokens = &look.tokens;
        let response = ui.interact(rect, id, Sense::click());
        let is_on = self.is_on == Some(true);
        let (fill, ink) = match () {
            () if is_on => (tokens.touch, tokens.on_touch),
            () if response.is_pointer_button_down_on() => (tokens.touch_soft, tokens.ink),
            () => (tokens.paper, tokens.ink),
        };
        let edge = Stroke::new(1.5, tokens.touch);
        ui.painter().rect(rect, CornerRadius::same(10), fill, edge, StrokeKind::Inside);
        match self.face {
            Face::Icon(name) => icon(ui, name, rect.center(), self.font.size.min(rect.height() * 0.6) * 1.2, ink),
            Face::Words(words) => {
                let galley = layout(ui, words, self.font, ink, f32::INFINITY);
                let place = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
                ui.painter().galley(place.min, galley, ink);
            }
        }
        focus_ring(ui, &response, tokens);
        response.widget_info(|| match self.is_on {
            Some(is_on) => WidgetInfo::selected(Role::Button, true, is_on, self.name),
            None => WidgetInfo::labeled(Role::Button, true, self.name),
        });
        response
    }
}
