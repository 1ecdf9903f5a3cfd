//! Boxes that stand out: by colour, by icon, and by a word for readers who see neither.

use egui::{Color32, CornerRadius, Frame, Margin, Role, Stroke, Ui, UiBuilder, vec2};

use super::blocks::{blocks_ui, indented};
use crate::model::block::{Callout, CalloutKind};
use crate::notes;
use crate::state::Action;
use crate::ui::View;
use crate::ui::theme::{self, Tokens};
use crate::ui::widgets::{icon, label_with, prose};

struct Colors {
    ink: Color32,
    soft: Color32,
    icon: &'static str,
}

fn colors(tokens: &Tokens, kind: CalloutKind) -> Colors {
    let (ink, soft, icon) = match kind {
        CalloutKind::Danger => (tokens.danger_ink, tokens.danger_soft, "callout-danger"),
        CalloutKind::Urgent => (tokens.urgent_ink, tokens.urgent_soft, "callout-urgent"),
        CalloutKind::Note => (tokens.note_ink, tokens.note_soft, "callout-note"),
        CalloutKind::Good => (tokens.good_ink, tokens.good_soft, "callout-good"),
    };
    Colors { ink, soft, icon }
}

/// Shows a box with its title and blocks.
pub(super) fn callout_ui(ui: &mut Ui, view: &View<'_>, callout: &Callout, actions: &mut Vec<Action>) {
    let name = format!("{}: {}", view.text(notes::callout_word(callout.kind)), callout.title.plain());
    box_ui(ui, view, callout.kind, &name, |ui, size| {
        prose(ui, view, &callout.title, size, true, actions);
        ui.spacing_mut().item_spacing.y = 0.0;
        blocks_ui(ui, view, &callout.blocks, 0.0, actions);
    });
}

/// Shows a box with one sentence of the program's own.
pub(super) fn notice_ui(ui: &mut Ui, view: &View<'_>, kind: CalloutKind, text: &str) {
    box_ui(ui, view, kind, &view.text(notes::callout_word(kind)), |ui, size| {
        label_with(ui, text, theme::regular(size), view.look.tokens.ink);
    });
    ui.add_space(view.look.scale.body * 0.3);
}

fn box_ui(ui: &mut Ui, view: &View<'_>, kind: CalloutKind, name: &str, add: impl FnOnce(&mut Ui, f32)) {
    let colors = colors(&view.look.tokens, kind);
    let body = view.look.scale.body;
    let frame = Frame::new()
        .fill(colors.soft)
        .stroke(Stroke::new(1.5, colors.ink))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin { left: 18, right: 18, top: 14, bottom: 6 });
    let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let icon_size = (body * 1.5).round();
            let top = ui.cursor().min;
            // Danger is larger than the rest: it is read first.
            let title_size = if kind == CalloutKind::Danger { view.look.scale.heading } else { body };
            let center = top + vec2(icon_size / 2.0, view.look.scale.line_height(title_size) / 2.0);
            icon(ui, colors.icon, center, icon_size, colors.ink);
            indented(ui, icon_size + 12.0, |ui| add(ui, title_size));
        });
    });
}
