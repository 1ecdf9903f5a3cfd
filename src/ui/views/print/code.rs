//! A line to call, as a picture for a phone's camera.

use egui::{Role, Sense, Ui, Vec2, WidgetInfo};

use super::Scene;
use crate::ui::theme;
use crate::ui::widgets::{label, label_with, paper_picture};
use crate::words::Msg;

/// A camera needs no larger picture than this, in points.
const MOST_SIDE: f32 = 220.0;

/// A line to call, for a phone's camera: what a reader takes along where nothing comes out of the printer.
pub(super) fn code_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let view = scene.view;
    let Some(code) = scene.pictures.code else { return };
    let side = (view.look.scale.body * 7.0).min(ui.available_width()).min(MOST_SIDE);
    ui.add_space(theme::GAP);
    let call = view.words.with(Msg::PrintCallCode, &[("name", code.name.as_str().into())]);
    label(ui, &view.look, &call);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    paper_picture(ui, &view.look, Some(&code.texture), rect);
    let alt = view.words.with(Msg::PrintCode, &[("number", code.number.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &alt));
    label_with(ui, &code.number, theme::bold(view.look.scale.heading), view.look.tokens.ink);
}
