//! The page of a tab that was pressed before its sections were read.

use egui::Ui;
use egui::accesskit::Live;

use crate::ui::View;
use crate::ui::widgets::heading;
use crate::words::Msg;

/// Says that the page comes by itself, to ears too.
pub(crate) fn waiting_ui(ui: &mut Ui, view: &View<'_>) {
    let words = heading(ui, &view.look, &view.text(Msg::OneMoment), 1);
    ui.ctx().accesskit_node_builder(words.id, |node| node.set_live(Live::Polite));
}
