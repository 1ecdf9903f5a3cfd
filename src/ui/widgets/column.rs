//! A column as wide as a line that is easy to follow, in the middle of the room that there is.

use egui::Ui;

use crate::ui::theme::{self, LETTER_WIDTH, LINE_LETTERS, Look};

/// Calls `add` in the column.
pub(crate) fn reading_column(ui: &mut Ui, look: &Look, add: impl FnOnce(&mut Ui)) {
    let column = (look.scale.body * LETTER_WIDTH * LINE_LETTERS).min(ui.available_width());
    let side = ((ui.available_width() - column) / 2.0).max(0.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(side);
        ui.vertical(|ui| {
            ui.set_width(column);
            ui.spacing_mut().item_spacing.x = theme::GAP;
            add(ui);
        });
    });
}
