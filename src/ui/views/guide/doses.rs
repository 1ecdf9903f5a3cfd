//! The doses: how many, how long ago, and the time until the next one.

use std::time::Duration;

use egui::{Color32, CornerRadius, Frame, Margin, Panel, Role, Stroke, Ui, UiBuilder};

use super::bar::wake_at_the_next_second;
use super::{Scene, said};
use crate::model::guide::Tool;
use crate::notes;
use crate::state::emergency::DoseTimer;
use crate::state::{Action, GuideAction};
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, announce, announced_label, label, label_with, layout, one_line};
use crate::words::Msg;

/// How much is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// Beside another card: the last dose, and a way to the question when it is due.
    Short,
    /// On a card of its own: every dose.
    Whole,
}

/// Every dose, on a card that is about them: the time, what it means, and the doses, side by side where there is room.
pub(super) fn whole_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let body = scene.view.look.scale.body;
    box_ui(ui, scene, |ui| {
        let width = ui.available_width();
        if width < body * 26.0 || scene.emergency.doses().is_empty() {
            timer_ui(ui, scene, Extent::Whole);
            given_ui(ui, scene, actions);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = body;
            let before = ui.cursor().min.x;
            if let Some(left) = left(scene) {
                let font = theme::bold(scene.view.look.scale.title * CLOCK_GROWTH);
                one_line(ui, &left, font, scene.view.look.tokens.ink);
            }
            let used = ui.cursor().min.x - before;
            let given_width = body * 12.0;
            column_ui(ui, width - used - given_width - body, |ui| status_ui(ui, scene, Extent::Whole));
            column_ui(ui, given_width, |ui| given_ui(ui, scene, actions));
        });
    });
}

/// On its own card the time that is left is so many times larger than a title.
const CLOCK_GROWTH: f32 = 1.5;

fn column_ui(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.set_width(width);
        add(ui);
    });
}

/// The doses given, and a way to take the last one back.
fn given_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    list_ui(ui, scene, Extent::Whole);
    if !scene.emergency.doses().is_empty() {
        let words = scene.view.text(Msg::DosesTakeBack);
        if Button::new(&words, ButtonKind::Quiet).icon("ui-close").show(ui, &scene.view.look).clicked() {
            actions.push(Action::Guide(GuideAction::TakeBackDose));
        }
    }
}

/// The last dose, beside a card that is about something else.
pub(super) fn beside_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    if !is_beside(scene) {
        return;
    }
    let check = scene.view.text(Msg::DosesCheck);
    box_ui(ui, scene, |ui| {
        check_ui(ui, scene, Button::new(&check, ButtonKind::Danger).big(), actions);
        timer_ui(ui, scene, Extent::Short);
        list_ui(ui, scene, Extent::Short);
    });
}

/// The same in one line, where there is no room beside the card.
pub(super) fn strip_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    if !is_beside(scene) {
        return;
    }
    let view = scene.view;
    let check = view.text(Msg::DosesCheck);
    let (fill, edge) = colors(scene);
    let frame = Frame::new().fill(fill).stroke(Stroke::new(1.5, edge)).inner_margin(Margin::symmetric(20, 4));
    let most_height = ui.available_height() * MOST_STRIP;
    Panel::top("guide doses strip").frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            let button = Button::new(&check, ButtonKind::Danger);
            let button_width = if is_due(scene) { button.natural_width(ui, &view.look) + theme::GAP } else { 0.0 };
            let words_width = ui.available_width() - button_width;
            ui.horizontal(|ui| {
                ui.set_width(words_width);
                strip_words_ui(ui, scene, most_height);
            });
            check_ui(ui, scene, button, actions);
        });
        wake_at_the_next_second(ui, scene.emergency, view.state.now);
    });
}

/// The words of the strip take this part of what is under the head at most, or else only the last dose is shown.
const MOST_STRIP: f32 = 0.22;

fn strip_words_ui(ui: &mut Ui, scene: &Scene<'_>, most_height: f32) {
    let view = scene.view;
    let ink = view.look.tokens.ink;
    let small = view.look.scale.small;
    if let Some(left) = left(scene) {
        one_line(ui, &left, theme::bold(view.look.scale.body), ink);
    }
    let status = said::dose_status(view, scene.emergency);
    let last = said::doses(view, scene.emergency).pop();
    let height = layout(ui, &status, theme::bold(small), ink, ui.available_width()).size().y;
    if let Some(last) = last.as_ref().filter(|_| most_height < height) {
        // In a low window the card needs the room; what is to be done stands on the button beside.
        let shown = label_with(ui, last, theme::bold(small), ink);
        return announce(ui, "guide doses", shown.rect, &status, is_due(scene));
    }
    if let Some(last) = last {
        let font = theme::regular(small);
        let width = layout(ui, &last, font.clone(), ink, f32::INFINITY).size().x;
        // The time that is left says the same; this gives way first.
        if width * 3.0 < ui.available_width() {
            one_line(ui, &last, font, ink);
        }
    }
    announced_label(ui, "guide doses", &status, theme::bold(small), ink, is_due(scene));
}

/// Whether there is a dose to be shown beside a card that is about something else.
fn is_beside(scene: &Scene<'_>) -> bool {
    scene.card.tool != Some(Tool::Doses) && !scene.emergency.doses().is_empty()
}

fn timer(scene: &Scene<'_>) -> Option<DoseTimer> {
    scene.emergency.dose_timer(scene.view.library, scene.view.state.now)
}

/// Whether it is time to ask whether they are awake.
fn is_due(scene: &Scene<'_>) -> bool {
    timer(scene).is_some_and(DoseTimer::is_due)
}

/// The fill and the edge.
fn colors(scene: &Scene<'_>) -> (Color32, Color32) {
    let tokens = &scene.view.look.tokens;
    if is_due(scene) { (tokens.urgent_soft, tokens.urgent_ink) } else { (tokens.surface, tokens.line) }
}

/// The time until the next dose, if it is too early.
fn left(scene: &Scene<'_>) -> Option<String> {
    let Some(DoseTimer::TooEarly { left }) = timer(scene) else { return None };
    Some(notes::clock(Duration::from_secs(said::whole_secs(left)), scene.view.words))
}

fn box_ui(ui: &mut Ui, scene: &Scene<'_>, add: impl FnOnce(&mut Ui)) {
    let view = scene.view;
    let (fill, edge) = colors(scene);
    let frame = Frame::new()
        .fill(fill)
        .stroke(Stroke::new(if is_due(scene) { 3.0 } else { 1.5 }, edge))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(16, 12));
    let group = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(view.text(Msg::DosesTitle));
    ui.scope_builder(group, |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            add(ui);
        });
    });
    ui.add_space(view.look.scale.body * 0.4);
}

/// The way to the question whether they are awake, when it is time for it.
fn check_ui(ui: &mut Ui, scene: &Scene<'_>, button: Button<'_>, actions: &mut Vec<Action>) {
    if is_due(scene) && button.show(ui, &scene.view.look).clicked() {
        actions.push(Action::Guide(GuideAction::CheckDoses));
    }
}

/// The time until the next dose in very large digits, and in words what it means.
fn timer_ui(ui: &mut Ui, scene: &Scene<'_>, extent: Extent) {
    let look = &scene.view.look;
    if let Some(left) = left(scene) {
        let size = look.scale.title * if extent == Extent::Whole { CLOCK_GROWTH } else { 1.0 };
        label_with(ui, &left, theme::bold(size), look.tokens.ink);
    }
    status_ui(ui, scene, extent);
}

/// What the time means. Only this is announced: it changes when something must be done.
fn status_ui(ui: &mut Ui, scene: &Scene<'_>, extent: Extent) {
    let view = scene.view;
    let (look, tokens) = (&view.look, &view.look.tokens);
    let words = said::dose_status(view, scene.emergency);
    let is_due = is_due(scene);
    let size = if extent == Extent::Whole { look.scale.heading } else { look.scale.body };
    let font = if is_due { theme::bold(size) } else { theme::regular(look.scale.body) };
    announced_label(ui, "guide doses", &words, font, tokens.ink, is_due);
}

/// Each dose and how long ago it was; beside other cards only the last one.
fn list_ui(ui: &mut Ui, scene: &Scene<'_>, extent: Extent) {
    let view = scene.view;
    let all = said::doses(view, scene.emergency);
    let shown = if extent == Extent::Short { all.len().saturating_sub(1) } else { 0 };
    for line in &all[shown..] {
        if extent == Extent::Whole {
            label_with(ui, line, theme::regular(view.look.scale.body), view.look.tokens.ink);
        } else {
            label(ui, &view.look, line);
        }
    }
    if !scene.emergency.doses().is_empty() {
        wake_at_the_next_second(ui, scene.emergency, view.state.now);
    }
}
