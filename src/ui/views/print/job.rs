//! What the job is doing, what became of it, and what to do about it.

use egui::Ui;

use super::Desk;
use super::code::code_ui;
use super::start::{kept_ui, save_ui};
use crate::model::printer::{Outcome, Progress, Stage};
use crate::notes::trouble::{Advice, advice, outcome, progress, step_while_waiting};
use crate::state::printing::{Job, JobStatus};
use crate::state::{Action, PrintAction};
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, announced_label, label, label_with};
use crate::words::Msg;

/// Shows how the job is.
pub(super) fn job_ui(ui: &mut Ui, desk: &Desk<'_>, actions: &mut Vec<Action>) {
    let Some(job) = &desk.printing.job else { return };
    match &job.status {
        JobStatus::Going(progress) => going_ui(ui, desk, job, progress, actions),
        JobStatus::Over(outcome) => over_ui(ui, desk, outcome, actions),
    }
}

fn going_ui(ui: &mut Ui, desk: &Desk<'_>, job: &Job, so_far: &Progress, actions: &mut Vec<Action>) {
    let view = desk.view;
    let words = if job.is_cancel_asked { view.text(Msg::PrintCancelling) } else { progress(so_far, view.words) };
    title_ui(ui, desk, &words, matches!(so_far.stage, Stage::HeldUp(_)));
    if let (Stage::HeldUp(trouble), false) = (&so_far.stage, job.is_cancel_asked) {
        step_ui(ui, desk, &step_while_waiting(trouble, view.words));
    }
    for warning in &so_far.warnings {
        let Advice { trouble, step } = advice(warning, view.words);
        label(ui, &view.look, &format!("{trouble} {step}"));
    }
    ui.add_space(theme::GAP * 2.0);
    if !job.is_cancel_asked && button_ui(ui, desk, Msg::PrintCancel, ButtonKind::Plain, "ui-close") {
        actions.push(Action::Print(PrintAction::Cancel));
    }
}

fn over_ui(ui: &mut Ui, desk: &Desk<'_>, became: &Outcome, actions: &mut Vec<Action>) {
    let Advice { trouble, step } = outcome(became, desk.view.words);
    title_ui(ui, desk, &trouble, matches!(became, Outcome::Failed(_) | Outcome::NotKnown));
    step_ui(ui, desk, &step);
    if *became == Outcome::Printed {
        ui.add_space(theme::GAP * 2.0);
        if button_ui(ui, desk, Msg::PrintDone, ButtonKind::Primary, "ui-check") {
            actions.push(Action::Print(PrintAction::Close));
        }
        if button_ui(ui, desk, Msg::PrintMoreAgain, ButtonKind::Plain, "ui-print") {
            actions.push(Action::Print(PrintAction::TryAgain));
        }
        return;
    }
    kept_ui(ui, desk);
    ui.add_space(theme::GAP * 2.0);
    if button_ui(ui, desk, Msg::PrintAgain, ButtonKind::Primary, "ui-print") {
        actions.push(Action::Print(PrintAction::TryAgain));
    }
    save_ui(ui, desk, actions);
    code_ui(ui, desk);
    if button_ui(ui, desk, Msg::PrintDone, ButtonKind::Plain, "ui-close") {
        actions.push(Action::Print(PrintAction::Close));
    }
}

/// What is going on, in the largest type, said aloud when it changes.
fn title_ui(ui: &mut Ui, desk: &Desk<'_>, words: &str, is_urgent: bool) {
    let look = &desk.view.look;
    announced_label(ui, "print job", words, theme::bold(look.scale.heading), look.tokens.ink, is_urgent);
}

fn step_ui(ui: &mut Ui, desk: &Desk<'_>, words: &str) {
    ui.add_space(theme::GAP);
    label_with(ui, words, theme::regular(desk.view.look.scale.body), desk.view.look.tokens.ink);
}

fn button_ui(ui: &mut Ui, desk: &Desk<'_>, msg: Msg, kind: ButtonKind, icon: &str) -> bool {
    let words = desk.view.text(msg);
    Button::new(&words, kind).icon(icon).fill_width().show(ui, &desk.view.look).clicked()
}
