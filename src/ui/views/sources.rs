//! Sources: one of them, and the sheet that says who says so.

use egui::Ui;

use super::blocks::indented;
use crate::model::id::SourceId;
use crate::model::source::Source;
use crate::notes;
use crate::state::Action;
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, heading, label, label_with, layout};
use crate::words::Msg;

/// The sources of one statement, with a button to put them away.
pub(crate) fn sources_sheet_ui(ui: &mut Ui, view: &View<'_>, ids: &[SourceId], actions: &mut Vec<Action>) {
    sheet_head_ui(ui, view, &view.text(Msg::WhoSaysSo), actions);
    for id in ids {
        let number = view.sources.iter().position(|other| *other == id).map(|at| at + 1);
        if let Some(source) = view.library.sources.get(id) {
            source_ui(ui, view, number, source);
        }
    }
}

/// The title of a sheet and the button that closes it, which gets the focus: the keyboard is where the eye is.
pub(super) fn sheet_head_ui(ui: &mut Ui, view: &View<'_>, title: &str, actions: &mut Vec<Action>) {
    let close = view.text(Msg::Close);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
        let button = Button::new(&close, ButtonKind::Plain).icon("ui-close").show(ui, &view.look);
        if button.clicked() {
            actions.push(Action::CloseSheet);
        }
        if view.is_new_sheet {
            button.request_focus();
        }
        ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| heading(ui, &view.look, title, 2));
    });
}

/// A source: its number, title, publisher and date, address, and how it was read.
pub(super) fn source_ui(ui: &mut Ui, view: &View<'_>, number: Option<usize>, source: &Source) {
    let look = &view.look;
    let small = look.scale.small;
    ui.add_space(theme::GAP * 0.5);
    let top = ui.cursor().min;
    let mut indent = 0.0;
    if let Some(number) = number {
        let galley = layout(ui, &number.to_string(), theme::bold(small), look.tokens.touch, f32::INFINITY);
        ui.painter().galley(top, galley, look.tokens.touch);
        indent = small * 1.9;
    }
    indented(ui, indent, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        label_with(ui, &source.title, theme::regular(small), look.tokens.ink);
        let published = notes::published(source, view.words);
        let read = view.text(notes::read_how(source.read));
        let remark = notes::remark(source).map(|remark| format!(" {remark}")).unwrap_or_default();
        label(ui, look, &format!("{published}. {read}{remark}"));
        if let Some(url) = &source.url {
            label(ui, look, url);
        }
    });
}
