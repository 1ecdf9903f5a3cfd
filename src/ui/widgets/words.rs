//! Plain words and headings.

use std::sync::Arc;

use egui::accesskit::Live;
use egui::text::LayoutJob;
use egui::{Color32, FontId, Galley, Id, Response, Role, Sense, Ui, WidgetInfo};

use crate::ui::theme::{self, Look};

/// Lays `text` out in one font, wrapped at `width` points.
pub(crate) fn layout(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let job = job(ui, text, font, color, width);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// The same with every line centred about the place at which it is painted.
pub(super) fn layout_centered(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = job(ui, text, font, color, width);
    job.halign = egui::Align::Center;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn job(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32) -> LayoutJob {
    let space = theme::text_space(ui.ctx());
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    space.append(&mut job, text, &space.format(font, color));
    job
}

/// Words that are read, not touched, in one font, over the whole width.
pub(crate) fn label_with(ui: &mut Ui, text: &str, font: FontId, color: Color32) -> Response {
    label_within(ui, text, font, color, ui.available_width())
}

/// The same in one line, however long it is: for words that were measured, or that nothing may break.
pub(crate) fn one_line(ui: &mut Ui, text: &str, font: FontId, color: Color32) -> Response {
    label_within(ui, text, font, color, f32::INFINITY)
}

fn label_within(ui: &mut Ui, text: &str, font: FontId, color: Color32, width: f32) -> Response {
    let galley = layout(ui, text, font, color, width);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, color);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    response
}

/// Words in the size and colour of explanations.
pub(crate) fn label(ui: &mut Ui, look: &Look, text: &str) -> Response {
    label_with(ui, text, theme::regular(look.scale.small), look.tokens.muted)
}

/// The title of what is on screen, which screen readers say when it changes. `what` names the place.
pub(crate) fn announced_heading(ui: &mut Ui, what: &'static str, look: &Look, text: &str) {
    let galley = layout(ui, text, theme::bold(look.scale.title), look.tokens.ink, ui.available_width());
    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, look.tokens.ink);
    // The same node all the time, with another name.
    let response = ui.interact(rect, Id::unique(what), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_level(1);
        node.set_live(Live::Polite);
    });
}

/// A heading; `level` 1 is the title of a section. Screen readers hear that it is one.
pub(crate) fn heading(ui: &mut Ui, look: &Look, text: &str, level: usize) -> Response {
    heading_in(ui, text, heading_font(look, level), look.tokens.ink, level)
}

/// A heading in a font and a colour of its own.
pub(crate) fn heading_in(ui: &mut Ui, text: &str, font: FontId, color: Color32, level: usize) -> Response {
    let galley = layout(ui, text, font, color, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, color);
    describe_heading(ui, &response, text, level);
    response
}

/// A heading in the middle of the whole width.
pub(crate) fn heading_centred(ui: &mut Ui, look: &Look, text: &str, level: usize) -> Response {
    let response = paint_centred(ui, text, heading_font(look, level), look.tokens.ink);
    describe_heading(ui, &response, text, level);
    response
}

/// Words in the middle of the whole width, wrapped.
pub(crate) fn label_centred(ui: &mut Ui, text: &str, font: FontId, color: Color32) -> Response {
    let response = paint_centred(ui, text, font, color);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    response
}

fn paint_centred(ui: &mut Ui, text: &str, font: FontId, color: Color32) -> Response {
    let galley = layout_centered(ui, text, font, color, ui.available_width());
    let size = egui::vec2(ui.available_width(), galley.size().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().galley(rect.center_top(), galley, color);
    response
}

fn heading_font(look: &Look, level: usize) -> FontId {
    theme::bold(match level {
        1 => look.scale.title,
        2 => look.scale.heading,
        _ => look.scale.body,
    })
}

fn describe_heading(ui: &Ui, response: &Response, text: &str, level: usize) {
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(level));
}
