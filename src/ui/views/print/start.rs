//! The button that prints, or why there is none, and the one that saves.

use egui::{Response, Ui};

use super::{Scene, lead_keyboard, preview};
use crate::model::printer::Printer;
use crate::model::trouble::Trouble;
use crate::notes::trouble::{Advice, advice};
use crate::state::printing::{Preview, Printers, Saved};
use crate::state::{Action, PrintAction};
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, announced_label, label, label_with};
use crate::words::Msg;

/// Shows what can be done with the pages as they are chosen now.
pub(super) fn start_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = scene.view;
    preview::failure_ui(ui, scene);
    let first = match (&scene.printing.preview, &scene.printing.printers) {
        (Preview::Failed(_), _) => None,
        (_, Printers::Looking) => said_ui(ui, scene, &view.text(Msg::PrintLooking)),
        (_, Printers::Missing(trouble)) => {
            Some(ui.push_id("missing", |ui| missing_ui(ui, scene, trouble.as_ref(), actions)).inner)
        }
        (Preview::Setting, Printers::Found(_)) => said_ui(ui, scene, &view.text(Msg::PrintSetting)),
        (Preview::Ready(pages), Printers::Found(_)) => {
            Some(ui.push_id("print", |ui| print_button_ui(ui, scene, *pages, actions)).inner)
        }
    };
    if let Some(first) = first {
        lead_keyboard(ui, scene, &first);
    }
    // Each with an id of its own: the keyboard must not come to stand on another button when one of them goes.
    ui.push_id("save", |ui| save_ui(ui, scene, actions));
}

fn said_ui(ui: &mut Ui, scene: &Scene<'_>, words: &str) -> Option<Response> {
    label(ui, &scene.view.look, words);
    None
}

fn print_button_ui(ui: &mut Ui, scene: &Scene<'_>, pages: usize, actions: &mut Vec<Action>) -> Response {
    let view = scene.view;
    if let Some(printer) = scene.printing.chosen_printer() {
        label(ui, &view.look, &printer.label);
        if let Some(trouble) = known_trouble(scene, printer) {
            trouble_ui(ui, scene, Some(&trouble));
        }
    }
    let count = pages.saturating_mul(scene.printing.copies as usize);
    let words = view.words.with(Msg::PrintStart, &[("pages", count.into())]);
    let button = Button::new(&words, ButtonKind::Primary).icon("ui-print").fill_width().at_least(theme::TARGET * 1.3);
    let button = button.show(ui, &view.look);
    if button.clicked() {
        actions.push(Action::Print(PrintAction::Start));
    }
    button
}

/// What is known to be in the way before anybody tries.
fn known_trouble(scene: &Scene<'_>, printer: &Printer) -> Option<Trouble> {
    if !printer.accepts_jobs {
        Some(Trouble::NotAcceptingJobs)
    } else if printer.condition.is_stopped {
        Some(Trouble::Paused)
    } else {
        scene.printing.order()?.check(&printer.can).err()
    }
}

/// That nothing can be printed here, what to do, and a button that looks again.
fn missing_ui(ui: &mut Ui, scene: &Scene<'_>, trouble: Option<&Trouble>, actions: &mut Vec<Action>) -> Response {
    let view = scene.view;
    trouble_ui(ui, scene, trouble);
    let again = view.text(Msg::PrintAgain);
    let button = Button::new(&again, ButtonKind::Plain).icon("ui-print").fill_width().show(ui, &view.look);
    if button.clicked() {
        actions.push(Action::Print(PrintAction::TryAgain));
    }
    button
}

fn trouble_ui(ui: &mut Ui, scene: &Scene<'_>, trouble: Option<&Trouble>) {
    let view = scene.view;
    let Advice { trouble, step } = trouble.map_or_else(
        || Advice { trouble: view.text(Msg::PrintNone), step: view.text(Msg::StepAskStaff) },
        |trouble| advice(trouble, view.words),
    );
    let font = theme::bold(view.look.scale.chrome);
    announced_label(ui, "no printer", &trouble, font, view.look.tokens.ink, false);
    let font = theme::regular(view.look.scale.small);
    announced_label(ui, "no printer step", &step, font, view.look.tokens.muted, false);
}

/// Saves the pages, where files may be saved.
pub(super) fn save_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = scene.view;
    if view.library.site.is_kiosk || !matches!(scene.printing.preview, Preview::Ready(_)) {
        return;
    }
    let font = theme::regular(view.look.scale.small);
    let said =
        |ui: &mut Ui, words: &str| announced_label(ui, "saved", words, font.clone(), view.look.tokens.ink, false);
    match &scene.printing.saved {
        Some(Saved::Saving) => return said(ui, &view.text(Msg::PrintSaving)),
        Some(Saved::At(path)) => {
            said(ui, &view.words.with(Msg::PrintSaved, &[("path", path.as_str().into())]));
            return open_saved_ui(ui, scene, actions);
        }
        Some(Saved::Failed(reason)) => {
            said(ui, &view.words.with(Msg::PrintNotSaved, &[("reason", reason.as_str().into())]));
        }
        None => (),
    }
    let words = view.text(Msg::PrintSave);
    if Button::new(&words, ButtonKind::Plain).icon("ui-save").fill_width().show(ui, &view.look).clicked() {
        actions.push(Action::Print(PrintAction::Save));
    }
}

/// Opens the file that was saved, on systems where that is the way to a printer.
fn open_saved_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    if scene.printing.printers != Printers::Missing(Some(Trouble::NotOnThisSystem)) {
        return;
    }
    let words = scene.view.text(Msg::PrintOpenSaved);
    if Button::new(&words, ButtonKind::Primary).icon("ui-print").fill_width().show(ui, &scene.view.look).clicked() {
        actions.push(Action::Print(PrintAction::OpenSaved));
    }
}

/// That the choice is kept after something went wrong.
pub(super) fn kept_ui(ui: &mut Ui, scene: &Scene<'_>) {
    label_with(
        ui,
        &scene.view.text(Msg::PrintKept),
        theme::regular(scene.view.look.scale.body),
        scene.view.look.tokens.ink,
    );
}
