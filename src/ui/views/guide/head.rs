//! The head of the guide: the number to call, how far one is, and the way out.

use egui::{Align, Frame, Layout, Margin, Panel, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::Scene;
use crate::state::{Action, GuideAction, Sheet};
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, icon, layout};
use crate::words::Msg;

/// Practice may go so many times as fast.
const SPEEDS: [u32; 3] = [1, 5, 20];

/// Draws the head, and the mark of a practice under it.
pub(super) fn head_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let tokens = &scene.view.look.tokens;
    let frame = Frame::new().fill(tokens.danger).inner_margin(Margin { left: 20, right: 12, top: 8, bottom: 8 });
    Panel::top("guide head").frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            number_ui(ui, scene);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| ways_out_ui(ui, scene, actions));
        });
    });
    if scene.emergency.is_practice() {
        let frame = Frame::new().fill(tokens.urgent_soft).inner_margin(Margin::symmetric(20, 6));
        let stroke = egui::Stroke::new(2.0, tokens.urgent_ink);
        let panel = Panel::top("guide practice").frame(frame.stroke(stroke)).show_separator_line(false);
        panel.show(ui, |ui| practice_ui(ui, scene, actions));
    }
}

/// "Call 911", with how far one is under it.
fn number_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let look = &scene.view.look;
    let number = scene.view.library.emergency_number().unwrap_or_default();
    let words = scene.view.words.with(Msg::GuideCall, &[("number", number.into())]);
    let (at, count) = scene.emergency.progress(scene.view.library);
    let progress = scene.view.words.with(Msg::GuideProgress, &[("at", at.into()), ("count", count.into())]);
    let color = look.tokens.on_danger;
    let size = look.scale.title;
    let galley = layout(ui, &words, theme::bold(size), color, f32::INFINITY);
    let space = size * 1.15;
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(space, 0.0), Sense::hover());
    icon(ui, "ui-phone", rect.left_center() + vec2(size * 0.45, 0.0), size * 0.9, color);
    ui.painter().galley(rect.min + vec2(space, 0.0), galley, color);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    ui.add_space(16.0);
    let galley = layout(ui, &progress, theme::bold(look.scale.chrome), color, f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, color);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &progress));
}

/// The way out, and the choice of text and colours; from right to left.
fn ways_out_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let look = &scene.view.look;
    let is_open = scene.view.state.sheet == Some(Sheet::Look);
    let name = scene.view.text(Msg::LookAndSize);
    let choice = Button::new("", ButtonKind::Plain).icon("ui-theme").name(&name).chosen(is_open, Role::Button);
    let room = ui.available_width() - choice.natural_width(ui, look) - 2.0 * theme::GAP;
    let long = scene.view.text(Msg::GuideLeave);
    let leave = Button::new(&long, ButtonKind::Plain).icon("ui-close");
    // Where there is no room for it, the way out must not push the number away.
    let short = scene.view.text(Msg::GuideLeaveShort);
    let leave = if leave.natural_width(ui, look) <= room {
        leave
    } else {
        let short = Button::new(&short, ButtonKind::Plain).icon("ui-close").name(&long);
        if short.natural_width(ui, look) <= room {
            short
        } else {
            Button::new("", ButtonKind::Plain).icon("ui-close").name(&long)
        }
    };
    if leave.show(ui, look).clicked() {
        actions.push(Action::Guide(GuideAction::Leave));
    }
    if choice.show(ui, look).clicked() {
        actions.push(Action::ToggleLook);
    }
}

/// The mark of a practice, and how fast its time goes.
fn practice_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = scene.view;
    let look = &view.look;
    ui.horizontal_wrapped(|ui| {
        let words = view.text(Msg::GuidePractice);
        let galley = layout(ui, &words, theme::bold(look.scale.chrome), look.tokens.ink, ui.available_width());
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        ui.painter().galley(rect.min, galley, look.tokens.ink);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        let group =
            UiBuilder::new().accessibility_role(Role::RadioGroup).accessibility_label(view.text(Msg::GuideSpeed));
        ui.scope_builder(group, |ui| {
            ui.horizontal(|ui| {
                for speed in SPEEDS {
                    let words = view.words.with(Msg::GuideSpeedTimes, &[("speed", speed.into())]);
                    let is_chosen = scene.emergency.speed() == speed;
                    let button = Button::new(&words, ButtonKind::Plain).chosen(is_chosen, Role::RadioButton);
                    if button.show(ui, look).clicked() {
                        actions.push(Action::Guide(GuideAction::SetSpeed(speed)));
                    }
                }
            });
        });
    });
}
