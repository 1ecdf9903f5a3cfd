//! The foot of a section: when it was checked, who approved it, and every source with its number.

use egui::{Stroke, Ui};

use super::sources;
use crate::model::topic::Section;
use crate::notes;
use crate::ui::View;
use crate::ui::widgets::{heading, label};
use crate::words::Msg;

/// Shows the foot.
pub(super) fn foot_ui(ui: &mut Ui, view: &View<'_>, section: &Section) {
    let look = &view.look;
    ui.add_space(look.scale.body);
    let rect = ui.available_rect_before_wrap();
    ui.painter().hline(rect.x_range(), rect.min.y, Stroke::new(1.0, look.tokens.line));
    ui.add_space(look.scale.body * 0.5);
    label(ui, look, &notes::standing(view.library, section, view.state.today, view.words).join(" "));
    label(ui, look, &view.text(Msg::GeneralInformation));
    let version = view.library.edition.version.as_str();
    label(ui, look, &view.words.with(Msg::ContentVersion, &[("version", version.into())]));
    sources_ui(ui, view, section);
}

fn sources_ui(ui: &mut Ui, view: &View<'_>, section: &Section) {
    let is_being_checked = section.is_being_checked();
    if view.sources.is_empty() && !is_being_checked {
        return;
    }
    ui.add_space(view.look.scale.body * 0.4);
    heading(ui, &view.look, &view.text(Msg::WhoSaysSo), 2);
    if is_being_checked {
        label(ui, &view.look, &view.text(Msg::BeingCheckedExplained));
    }
    if !view.sources.is_empty() {
        label(ui, &view.look, &view.text(Msg::WhoSaysSoExplained));
    }
    sources::sources_ui(ui, view, view.sources.iter().enumerate().map(|(at, id)| (Some(at + 1), *id)));
}
