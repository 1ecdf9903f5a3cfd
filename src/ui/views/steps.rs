//! Numbered steps: a large number, what to do, how, and a drawing.

use egui::{Align2, Ui, vec2};

use super::blocks::indented;
use crate::model::block::Step;
use crate::state::Action;
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{layout, list, list_item, prose, scene};
use crate::words::Msg;

/// A drawing stands beside the words only if they keep at least this many letters a line.
const LEAST_CHARS_BESIDE: f32 = 26.0;

/// Shows `steps` one under another, with a hairline between them.
pub(super) fn steps_ui(ui: &mut Ui, view: &View<'_>, steps: &[Step], actions: &mut Vec<Action>) {
    list(ui, None, steps.len(), |ui| {
        for (i, step) in steps.iter().enumerate() {
            if view.can_wait(ui) {
                return;
            }
            if 0 < i {
                let rect = ui.available_rect_before_wrap();
                let line = egui::Stroke::new(1.0, view.look.tokens.line);
                ui.painter().hline(rect.x_range(), rect.min.y + 2.0, line);
                ui.add_space(14.0);
            }
            let name = view.words.with(Msg::StepNumber, &[("number", (i + 1).into())]);
            list_item(ui, Some(&name), i, |ui| step_ui(ui, view, i + 1, step, actions));
        }
    });
}

fn step_ui(ui: &mut Ui, view: &View<'_>, number: usize, step: &Step, actions: &mut Vec<Action>) {
    let body = view.look.scale.body;
    let disc = (body * 2.2).round();
    let top = ui.cursor().min;
    let indent = disc + body * 0.7;
    let picture_width = (body * 10.0).min(ui.available_width() * 0.42);
    let words_width = ui.available_width() - indent - picture_width - 16.0;
    let is_beside = step.picture.is_some() && words_width >= LEAST_CHARS_BESIDE * body * theme::LETTER_WIDTH;

    let tokens = &view.look.tokens;
    let center = top + vec2(disc / 2.0, disc / 2.0);
    ui.painter().circle_filled(center, disc / 2.0, tokens.touch);
    let digits = layout(ui, &number.to_string(), theme::bold(body * 1.25), tokens.on_touch, f32::INFINITY);
    let at = Align2::CENTER_CENTER.anchor_size(center, digits.size());
    ui.painter().galley(at.min, digits, tokens.on_touch);

    let words = |ui: &mut Ui, actions: &mut Vec<Action>| {
        prose(ui, view, &step.title, view.look.scale.heading, true, actions);
        prose(ui, view, &step.text, body, false, actions);
    };
    let used = indented(ui, indent, |ui| {
        let Some(picture) = &step.picture else { return words(ui, actions) };
        let alt = picture.alt.plain();
        if is_beside {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 16.0;
                ui.vertical(|ui| {
                    ui.set_width(words_width);
                    words(ui, actions);
                });
                scene(ui, &view.look, picture.id.as_str(), &alt, picture_width);
            });
        } else {
            words(ui, actions);
            scene(ui, &view.look, picture.id.as_str(), &alt, (body * 11.0).min(ui.available_width()));
        }
    });
    if used.height() < disc {
        ui.add_space(disc - used.height());
    }
}
