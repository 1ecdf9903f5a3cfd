//! Sources: one of them, and the sheet that says who says so.

use egui::{Response, Ui};

use super::blocks::indented;
use crate::model::id::SourceId;
use crate::model::source::Source;
use crate::notes;
use crate::state::Action;
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, head_with_button, label, label_with, layout, list, list_item};
use crate::words::Msg;

/// The sources of one statement, with a button to put them away.
pub(crate) fn sources_sheet_ui(ui: &mut Ui, view: &View<'_>, ids: &[SourceId], actions: &mut Vec<Action>) {
    sheet_head_ui(ui, view, &view.text(Msg::WhoSaysSo), actions);
    let numbered = ids.iter().map(|id| (view.sources.iter().position(|other| *other == id).map(|at| at + 1), id));
    sources_ui(ui, view, numbered);
}

/// Sources, each with its number if it has one.
pub(super) fn sources_ui<'i>(
    ui: &mut Ui,
    view: &View<'_>,
    ids: impl ExactSizeIterator<Item = (Option<usize>, &'i SourceId)>,
) {
    list(ui, None, ids.len(), |ui| {
        for (at, (number, id)) in ids.enumerate() {
            let Some(source) = view.library.sources.get(id) else { continue };
            let spoken = number.map(|number| number.to_string());
            list_item(ui, spoken.as_deref(), at, |ui| source_ui(ui, view, number, source));
        }
    });
}

/// The title of a sheet and the button that closes it, which gets the focus: the keyboard is where the eye is.
pub(super) fn sheet_head_ui(ui: &mut Ui, view: &View<'_>, title: &str, actions: &mut Vec<Action>) {
    let button = closing_head_ui(ui, view, title, 2, Action::CloseSheet, actions);
    if let Some(button) = button.filter(|_| view.is_new_sheet) {
        button.request_focus();
    }
}

/// A heading of this `level`, and the button that asks for `close`.
pub(super) fn closing_head_ui(
    ui: &mut Ui,
    view: &View<'_>,
    title: &str,
    level: usize,
    close: Action,
    actions: &mut Vec<Action>,
) -> Option<Response> {
    let words = view.text(Msg::Close);
    let button = Button::new(&words, ButtonKind::Plain).icon("ui-close");
    let button = head_with_button(ui, &view.look, title, level, Some(button))?;
    if button.clicked() {
        actions.push(close);
    }
    Some(button)
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
