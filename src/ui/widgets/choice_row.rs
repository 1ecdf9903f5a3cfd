//! A row of choices, of which one is chosen.

use egui::{Role, Ui, UiBuilder};

use super::{Button, ButtonKind, at_position, of_so_many};
use crate::ui::theme::Look;

/// Draws the choices side by side, as many as there is room for, and tells screen readers what they are `name`d together.
/// Each has its words and whether it is the chosen one. Says which one the reader touched.
pub(crate) fn choice_row(ui: &mut Ui, look: &Look, name: &str, choices: &[(String, bool)]) -> Option<usize> {
    let mut chosen = None;
    let group = UiBuilder::new().accessibility_role(Role::RadioGroup).accessibility_label(name);
    ui.scope_builder(group, |ui| {
        of_so_many(ui, choices.len());
        ui.horizontal_wrapped(|ui| {
            for (at, (words, is_chosen)) in choices.iter().enumerate() {
                let button = Button::new(words, ButtonKind::Plain).chosen(*is_chosen, Role::RadioButton);
                if button.natural_width(ui, look) > ui.available_size_before_wrap().x {
                    ui.end_row();
                }
                let response = button.show(ui, look);
                at_position(ui, response.id, at);
                if response.clicked() {
                    chosen = Some(at);
                }
            }
        });
    });
    chosen
}
