//! A heading with a button at the end of its line: read, and reached by keys, in the order in which they stand there.

use egui::{Response, Ui};

use super::{Button, heading};
use crate::ui::theme::{GAP, Look};

/// Shows a heading of `level`, and `button` at the right end if there is one.
pub(crate) fn head_with_button(
    ui: &mut Ui,
    look: &Look,
    words: &str,
    level: usize,
    button: Option<Button<'_>>,
) -> Option<Response> {
    let button_width = button.map_or(0.0, |button| button.natural_width(ui, look) + GAP);
    let words_width = (ui.available_width() - button_width).max(0.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        ui.vertical(|ui| {
            ui.set_width(words_width);
            heading(ui, look, words, level);
        });
        button.map(|button| button.show(ui, look))
    })
    .inner
}
