//! What the caller needs: where this is, and what to say. Nothing is ever made up.

use egui::text::{LayoutJob, TextFormat};
use egui::{CornerRadius, FontId, Frame, Margin, Panel, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo};

use super::Scene;
use crate::notes;
use crate::ui::theme::{self, Look, Scale};
use crate::ui::widgets::label_with;
use crate::words::Msg;

/// Draws the box: the place in very large letters, then the words to say.
pub(super) fn call_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let view = scene.view;
    let (look, guide) = (&view.look, &view.library.guide);
    let frame = Frame::new()
        .fill(look.tokens.danger_soft)
        .stroke(Stroke::new(1.5, look.tokens.danger_ink))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(16, 12));
    let group = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(view.text(Msg::GuideSayTitle));
    ui.scope_builder(group, |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            place_ui(ui, scene);
            ui.add_space(look.scale.body * 0.3);
            label_with(ui, &view.text(Msg::GuideSayTitle), theme::bold(look.scale.body), look.tokens.ink);
            for text in guide.say.iter().chain(&guide.stay_on_the_line) {
                label_with(ui, &text.plain(), theme::regular(look.scale.small), look.tokens.ink);
            }
        });
    });
    ui.add_space(look.scale.body * 0.4);
}

/// The address in one line, where the box is out of sight. Without an address there is nothing to say so shortly.
pub(super) fn place_strip_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let look = &scene.view.look;
    let site = &scene.view.library.site;
    let places: Vec<&str> = [&site.address, &site.room].into_iter().flatten().map(String::as_str).collect();
    if places.is_empty() {
        return;
    }
    let frame = Frame::new().fill(look.tokens.danger_soft).inner_margin(Margin::symmetric(20, 4));
    Panel::top("guide place").frame(frame).show_separator_line(false).show(ui, |ui| {
        let words = format!("{}: {}", scene.view.text(Msg::HereTitle), places.join(", "));
        label_with(ui, &words, theme::bold(look.scale.small), look.tokens.ink);
    });
}

/// The address and what else the site file says; how to find out where one is, without one.
fn place_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let view = scene.view;
    let look = &view.look;
    let facts = notes::here(&view.library.site, view.words);
    if facts.is_empty() {
        if let Some(text) = &view.library.guide.place_unknown {
            label_with(ui, &text.plain(), theme::bold(look.scale.body), look.tokens.ink);
        }
        return;
    }
    label_with(ui, &view.text(Msg::HereTitle), theme::bold(look.scale.body), look.tokens.danger_ink);
    let site = &view.library.site;
    let is_place = |value: &String| [&site.address, &site.room].into_iter().flatten().any(|place| place == value);
    for (name, value) in &facts {
        // What the ambulance needs first is the largest, and needs no name.
        let size = if is_place(value) { look.scale.heading } else { look.scale.body };
        fact_ui(ui, look, if is_place(value) { None } else { Some(name) }, value, size);
    }
}

/// A value in large letters, with its name in small ones before it.
fn fact_ui(ui: &mut Ui, look: &Look, name: Option<&String>, value: &str, size: f32) {
    let format = |font: FontId, color| TextFormat {
        line_height: Some(Scale::line_height(size) * 0.9),
        valign: egui::Align::Center,
        ..TextFormat::simple(font, color)
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    if let Some(name) = name {
        job.append(&format!("{name}  "), 0.0, format(theme::regular(look.scale.small), look.tokens.muted));
    }
    job.append(value, 0.0, format(theme::bold(size), look.tokens.ink));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, look.tokens.ink);
    let spoken = name.map_or_else(|| value.to_owned(), |name| format!("{name}: {value}"));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
}
