//! The button that prints, or why there is none, and the one that saves.

use egui::Ui;

use super::{Desk, preview};
use crate::model::trouble::Trouble;
use crate::notes::trouble::{Advice, advice};
use crate::state::printing::{Preview, Printers, Saved};
use crate::state::{Action, PrintAction};
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, announced_label, label, label_with};
use crate::words::Msg;

/// Shows what can be done with the pages as they are chosen now.
pub(super) fn start_ui(ui: &mut Ui, desk: &Desk<'_>, actions: &mut Vec<Action>) {
    let view = desk.view;
    preview::failure_ui(ui, desk);
    match (&desk.printing.preview, &desk.printing.printers) {
        (Preview::Failed(_), _) => return,
        (_, Printers::Looking) => drop(label(ui, &view.look, &view.text(Msg::PrintLooking))),
        (_, Printers::Missing(trouble)) => missing_ui(ui, desk, trouble.as_ref()),
        (Preview::Setting, Printers::Found(_)) => drop(label(ui, &view.look, &view.text(Msg::PrintSetting))),
        (Preview::Ready(pages), Printers::Found(_)) => print_button_ui(ui, desk, *pages, actions),
    }
    save_ui(ui, desk, actions);
}

fn print_button_ui(ui: &mut Ui, desk: &Desk<'_>, pages: usize, actions: &mut Vec<Action>) {
    let view = desk.view;
    if let Some(printer) = desk.printing.chosen_printer() {
        label(ui, &view.look, &printer.label);
        if !printer.accepts_jobs {
            missing_ui(ui, desk, Some(&Trouble::NotAcceptingJobs));
        }
    }
    let count = pages.saturating_mul(desk.printing.copies as usize);
    let words = view.words.with(Msg::PrintStart, &[("sheets", count.into())]);
    let button = Button::new(&words, ButtonKind::Primary).icon("ui-print").fill_width().at_least(theme::TARGET * 1.3);
    if button.show(ui, &view.look).clicked() {
        actions.push(Action::Print(PrintAction::Start));
    }
}

/// That nothing can be printed here, and what to do.
fn missing_ui(ui: &mut Ui, desk: &Desk<'_>, trouble: Option<&Trouble>) {
    let view = desk.view;
    let Advice { trouble, step } = trouble.map_or_else(
        || Advice { trouble: view.text(Msg::PrintNone), step: view.text(Msg::StepAskStaff) },
        |trouble| advice(trouble, view.words),
    );
    let font = theme::bold(view.look.scale.chrome);
    announced_label(ui, "no printer", &trouble, font, view.look.tokens.ink, false);
    label(ui, &view.look, &step);
}

/// Saves the pages, where files may be saved.
pub(super) fn save_ui(ui: &mut Ui, desk: &Desk<'_>, actions: &mut Vec<Action>) {
    let view = desk.view;
    if view.library.site.is_kiosk || !matches!(desk.printing.preview, Preview::Ready(_)) {
        return;
    }
    let font = theme::regular(view.look.scale.small);
    let said =
        |ui: &mut Ui, words: &str| announced_label(ui, "saved", words, font.clone(), view.look.tokens.ink, false);
    match &desk.printing.saved {
        Some(Saved::Saving) => return said(ui, &view.text(Msg::PrintSaving)),
        Some(Saved::At(path)) => {
            said(ui, &view.words.with(Msg::PrintSaved, &[("path", path.as_str().into())]));
            return open_saved_ui(ui, desk, actions);
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
fn open_saved_ui(ui: &mut Ui, desk: &Desk<'_>, actions: &mut Vec<Action>) {
    if desk.printing.printers != Printers::Missing(Some(Trouble::NotOnThisSystem)) {
        return;
    }
    let words = desk.view.text(Msg::PrintOpenSaved);
    if Button::new(&words, ButtonKind::Primary).icon("ui-print").fill_width().show(ui, &desk.view.look).clicked() {
        actions.push(Action::Print(PrintAction::OpenSaved));
    }
}

/// That the choice is kept after something went wrong.
pub(super) fn kept_ui(ui: &mut Ui, desk: &Desk<'_>) {
    label_with(
        ui,
        &desk.view.text(Msg::PrintKept),
        theme::regular(desk.view.look.scale.body),
        desk.view.look.tokens.ink,
    );
}
