//! The doses: how many, how long ago, and the time until the next one.

use std::time::Duration;

use egui::{CornerRadius, Frame, Margin, Role, Stroke, Ui, UiBuilder};

use super::{Scene, announced_label, said};
use crate::notes;
use crate::state::emergency::DoseTimer;
use crate::state::{Action, GuideAction};
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, label, label_with};
use crate::words::Msg;

/// How much is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Beside another card: the last dose, and a way to the question when it is due.
    Short,
    /// On a card of its own: every dose.
    Whole,
}

/// Draws the box. Without a dose there is none beside other cards.
pub(super) fn doses_ui(ui: &mut Ui, scene: &Scene<'_>, extent: Extent, actions: &mut Vec<Action>) {
    let view = scene.view;
    let (emergency, now) = (scene.emergency, view.state.now);
    if extent == Extent::Short && emergency.doses().is_empty() {
        return;
    }
    let tokens = &view.look.tokens;
    let timer = emergency.dose_timer(view.library, now);
    let is_due = matches!(timer, Some(DoseTimer::Due | DoseTimer::Overdue));
    let (fill, edge) = if is_due { (tokens.urgent_soft, tokens.urgent_ink) } else { (tokens.surface, tokens.line) };
    let frame = Frame::new()
        .fill(fill)
        .stroke(Stroke::new(if is_due { 3.0 } else { 1.5 }, edge))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(16, 12));
    let group = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(view.text(Msg::DosesTitle));
    ui.scope_builder(group, |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            timer_ui(ui, scene, timer, extent);
            if extent == Extent::Short && is_due {
                let words = view.text(Msg::DosesCheck);
                if Button::new(&words, ButtonKind::Danger).big().show(ui, &view.look).clicked() {
                    actions.push(Action::Guide(GuideAction::CheckDoses));
                }
            }
            list_ui(ui, scene, extent);
            if extent == Extent::Whole && !emergency.doses().is_empty() {
                let words = view.text(Msg::DosesTakeBack);
                if Button::new(&words, ButtonKind::Quiet).icon("ui-close").show(ui, &view.look).clicked() {
                    actions.push(Action::Guide(GuideAction::TakeBackDose));
                }
            }
        });
    });
    ui.add_space(view.look.scale.body * 0.4);
}

/// The time until the next dose in very large digits, and in words what it means. Only the words are announced: they
/// change when something must be done.
fn timer_ui(ui: &mut Ui, scene: &Scene<'_>, timer: Option<DoseTimer>, extent: Extent) {
    let view = scene.view;
    let (look, tokens) = (&view.look, &view.look.tokens);
    if let Some(DoseTimer::TooEarly { left }) = timer {
        // The next whole second: a count that ends at 0 ends when time is up.
        let left = Duration::from_secs(left.as_secs() + u64::from(0 < left.subsec_nanos()));
        let size = if extent == Extent::Whole { look.scale.title * 1.7 } else { look.scale.title };
        label_with(ui, &notes::clock(left, view.words), theme::bold(size), tokens.ink);
    }
    let words = said::dose_status(view, scene.emergency);
    let size = if extent == Extent::Whole { look.scale.heading } else { look.scale.body };
    let is_due = matches!(timer, Some(DoseTimer::Due | DoseTimer::Overdue));
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
        super::bar::wake_at_the_next_second(ui, scene.emergency, view.state.now);
    }
}
