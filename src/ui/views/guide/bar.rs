//! What of the guide is on every other screen: the bar of an emergency under way, and the buttons that begin one.

use std::time::Duration;

use egui::{Frame, Margin, Panel, Role, Ui, UiBuilder};

use super::said;
use crate::state::emergency::Emergency;
use crate::state::{Action, GuideAction, Moment};
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, announce, label_with};
use crate::words::Msg;

/// A bar that says what is under way, leads back to it, and ends it.
pub(crate) fn bar_ui(ui: &mut Ui, view: &View<'_>, emergency: &Emergency, actions: &mut Vec<Action>) {
    let tokens = &view.look.tokens;
    let frame = Frame::new()
        .fill(tokens.danger_soft)
        .stroke(egui::Stroke::new(2.0, tokens.danger_ink))
        .inner_margin(Margin::symmetric(16, 8));
    let group = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(view.text(Msg::BarTitle));
    Panel::top("emergency bar").frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.scope_builder(group, |ui| {
            let back = view.text(Msg::BarBack);
            let end = view.text(if view.state.is_end_asked { Msg::BarEndAsked } else { Msg::BarEnd });
            let back_button = Button::new(&back, ButtonKind::Danger).icon("ui-back");
            let end_button = Button::new(&end, ButtonKind::Plain);
            let buttons = back_button.natural_width(ui, &view.look) + end_button.natural_width(ui, &view.look);
            let is_in_a_row = buttons + view.look.scale.chrome * 14.0 <= ui.available_width();
            let buttons_ui = |ui: &mut Ui, actions: &mut Vec<Action>| {
                if end_button.show(ui, &view.look).clicked() {
                    actions.push(Action::Guide(GuideAction::End));
                }
                if back_button.show(ui, &view.look).clicked() {
                    actions.push(Action::ActNow);
                }
            };
            if is_in_a_row {
                let words_width = ui.available_width() - buttons - 2.0 * ui.spacing().item_spacing.x;
                ui.horizontal(|ui| {
                    ui.vertical(|ui| {
                        ui.set_width(words_width);
                        words_ui(ui, view, emergency);
                    });
                    buttons_ui(ui, actions);
                });
            } else {
                words_ui(ui, view, emergency);
                ui.horizontal_wrapped(|ui| buttons_ui(ui, actions));
            }
        });
    });
}

/// What is under way, and the last dose.
fn words_ui(ui: &mut Ui, view: &View<'_>, emergency: &Emergency) {
    let now = view.state.now;
    let status = said::dose_status(view, emergency);
    let mut words = format!("{} {status}", view.text(Msg::BarTitle));
    if let Some(last) = said::doses(view, emergency).pop() {
        words = format!("{words} {last}.");
        wake_at_the_next_second(ui, emergency, now);
    }
    let color = view.look.tokens.ink;
    let shown = label_with(ui, &words, theme::bold(view.look.scale.small), color);
    announce(ui, "guide doses", shown.rect, &status, true);
}

const NANOS_A_SECOND: u64 = 1_000_000_000;

/// Asks for a frame when a clock on screen shows another second.
pub(super) fn wake_at_the_next_second(ui: &Ui, emergency: &Emergency, now: Moment) {
    let to_next_second =
        |dose| Duration::from_nanos(NANOS_A_SECOND - u64::from(emergency.age(dose, now).subsec_nanos()));
    if let Some(left) = emergency.doses().iter().map(to_next_second).min() {
        // A little later, or the same second would be shown again.
        ui.ctx().request_repaint_after(left / emergency.speed() + Duration::from_millis(2));
    }
}

/// The large red button that begins the guide on a page.
pub(in crate::ui::views) fn start_button_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let words = view.text(Msg::GuideStart);
    if Button::new(&words, ButtonKind::Danger).icon_last("ui-next").big().show(ui, &view.look).clicked() {
        actions.push(Action::ActNow);
    }
}

/// The button that begins a practice.
pub(in crate::ui::views) fn practice_button_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let words = view.text(Msg::PracticeStart);
    if Button::new(&words, ButtonKind::Plain).icon_last("ui-next").show(ui, &view.look).clicked() {
        actions.push(Action::Guide(GuideAction::Practice));
    }
}
