//! What the job is doing, what became of it, and what to do about it.

use egui::{Response, Ui};

use super::code::code_ui;
use super::start::{kept_ui, save_ui};
use super::{Scene, lead_keyboard};
use crate::model::printer::{Outcome, Progress, Stage};
use crate::notes::trouble::{Advice, advice, outcome, progress, step_while_waiting};
use crate::state::printing::{Job, JobStatus};
use crate::state::{Action, PrintAction};
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, announced_label, label};
use crate::words::Msg;

/// Shows how the job is.
pub(super) fn job_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let Some(job) = &scene.printing.job else { return };
    match &job.status {
        JobStatus::Going(progress) => going_ui(ui, scene, job, progress, actions),
        JobStatus::Over(outcome) => over_ui(ui, scene, outcome, actions),
    }
}

fn going_ui(ui: &mut Ui, scene: &Scene<'_>, job: &Job, so_far: &Progress, actions: &mut Vec<Action>) {
    let view = scene.view;
    let words = if job.is_cancel_asked { view.text(Msg::PrintCancelling) } else { progress(so_far, view.words) };
    title_ui(ui, scene, &words, matches!(so_far.stage, Stage::HeldUp(_)));
    if let (Stage::HeldUp(trouble), false) = (&so_far.stage, job.is_cancel_asked) {
        step_ui(ui, scene, &step_while_waiting(trouble, view.words));
    }
    for warning in &so_far.warnings {
        let Advice { trouble, step } = advice(warning, view.words);
        label(ui, &view.look, &format!("{trouble} {step}"));
    }
    ui.add_space(theme::GAP * 2.0);
    if !job.is_cancel_asked {
        let stop = button_ui(ui, scene, Msg::PrintCancel, ButtonKind::Plain, "ui-close");
        lead_keyboard(ui, scene, &stop);
        if stop.clicked() {
            actions.push(Action::Print(PrintAction::Cancel));
        }
    }
}

fn over_ui(ui: &mut Ui, scene: &Scene<'_>, became: &Outcome, actions: &mut Vec<Action>) {
    let Advice { trouble, step } = outcome(became, scene.view.words);
    title_ui(ui, scene, &trouble, matches!(became, Outcome::Failed(_) | Outcome::NotKnown));
    step_ui(ui, scene, &step);
    if *became != Outcome::Printed {
        kept_ui(ui, scene);
    }
    ui.add_space(theme::GAP * 2.0);
    // Pages that may have come out are not printed again by a careless touch.
    let is_done = matches!(became, Outcome::Printed | Outcome::NotKnown);
    let done = (Msg::PrintDone, "ui-check", PrintAction::Close);
    let again = if *became == Outcome::Printed { Msg::PrintMoreAgain } else { Msg::PrintAgain };
    let again = (again, "ui-print", PrintAction::TryAgain);
    let (usual, other) = if is_done { (done, again) } else { (again, done) };
    let first = way_ui(ui, scene, usual, ButtonKind::Primary, actions);
    lead_keyboard(ui, scene, &first);
    way_ui(ui, scene, other, ButtonKind::Plain, actions);
    if *became != Outcome::Printed {
        save_ui(ui, scene, actions);
        code_ui(ui, scene);
    }
}

/// A way on from a job that is over.
fn way_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (words, icon, action): (Msg, &str, PrintAction),
    kind: ButtonKind,
    actions: &mut Vec<Action>,
) -> Response {
    let button = button_ui(ui, scene, words, kind, icon);
    if button.clicked() {
        actions.push(Action::Print(action));
    }
    button
}

/// What is going on, in the largest type, said aloud when it changes.
fn title_ui(ui: &mut Ui, scene: &Scene<'_>, words: &str, is_urgent: bool) {
    let look = &scene.view.look;
    announced_label(ui, "print job", words, theme::bold(look.scale.heading), look.tokens.ink, is_urgent);
}

fn step_ui(ui: &mut Ui, scene: &Scene<'_>, words: &str) {
    ui.add_space(theme::GAP);
    let look = &scene.view.look;
    announced_label(ui, "print step", words, theme::regular(look.scale.body), look.tokens.ink, false);
}

fn button_ui(ui: &mut Ui, scene: &Scene<'_>, msg: Msg, kind: ButtonKind, icon: &str) -> Response {
    let words = scene.view.text(msg);
    let button = Button::new(&words, kind).icon(icon).fill_width();
    ui.push_id(msg.id(), |ui| button.show(ui, &scene.view.look)).inner
}
