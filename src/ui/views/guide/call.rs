//! What the caller needs: where this is, and what to say. Nothing is ever made up.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{CornerRadius, FontId, Frame, Margin, Panel, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo};

use super::Scene;
use crate::notes;
use crate::state::Spacing;
use crate::ui::theme::{self, Look, TextSpace};
use crate::ui::widgets::label_with;
use crate::words::Msg;

/// Draws the box: the place in very large letters, the words to say, and then what else is known of the place.
pub(super) fn call_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let view = scene.view;
    let (look, guide) = (&view.look, &view.library.guide);
    let frame = Frame::new()
        .fill(look.tokens.danger_soft)
        .stroke(Stroke::new(1.5, look.tokens.danger_ink))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(16, 10));
    let group = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(view.text(Msg::GuideSayTitle));
    ui.scope_builder(group, |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            label_with(ui, &view.text(Msg::GuideUsePhone), theme::regular(look.scale.small), look.tokens.ink);
            place_ui(ui, scene);
            ui.add_space(look.scale.body * 0.2);
            label_with(ui, &view.text(Msg::GuideSayTitle), theme::bold(look.scale.body), look.tokens.danger_ink);
            for text in guide.say.iter().chain(&guide.stay_on_the_line) {
                label_with(ui, &text.plain(), theme::regular(look.scale.small * 1.1), look.tokens.ink);
            }
            ui.add_space(look.scale.body * 0.2);
            let facts = notes::here(&view.library.site, view.words);
            for (name, value) in facts.iter().filter(|(_, value)| !is_place(scene, value)) {
                fact_ui(ui, look, Some(name), value, look.scale.body);
            }
        });
    });
    ui.add_space(look.scale.body * 0.4);
}

/// The address in a line or two, where the box is out of sight. Without an address there is nothing to say so shortly.
pub(super) fn place_strip_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let look = &scene.view.look;
    let places: Vec<&str> = places(scene).map(String::as_str).collect();
    // In the lowest windows the number and the card need all the room.
    let height = ui.ctx().content_rect().height();
    if places.is_empty() || height < LOWEST_WINDOW {
        return;
    }
    let words = format!("{}: {}", scene.view.text(Msg::HereTitle), places.join(", "));
    let frame = Frame::new().fill(look.tokens.danger_soft).inner_margin(Margin::symmetric(20, 4));
    Panel::top("guide place").frame(frame).show_separator_line(false).show(ui, |ui| {
        let format = look.scale.space.format(theme::bold(look.scale.small), look.tokens.ink);
        let mut job = LayoutJob::default();
        look.scale.space.append(&mut job, &words, &format);
        // However long an address is, the card needs its room; the box on the cards for calling has all of it.
        job.wrap = TextWrapping {
            max_width: ui.available_width(),
            max_rows: if height < LOW_WINDOW { 1 } else { 2 },
            ..job.wrap
        };
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        ui.painter().galley(rect.min, galley, look.tokens.ink);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    });
}

/// A window so low has room for one line of an address,
const LOW_WINDOW: f32 = 520.0;
/// and one so low for none.
const LOWEST_WINDOW: f32 = 430.0;

/// What an ambulance has to know first.
fn places<'s>(scene: &Scene<'s>) -> impl Iterator<Item = &'s String> {
    let site = &scene.view.library.site;
    [&site.address, &site.room].into_iter().flatten()
}

fn is_place(scene: &Scene<'_>, value: &String) -> bool {
    places(scene).any(|place| place == value)
}

/// The address and the room; how to find out where one is, without them.
fn place_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let view = scene.view;
    let look = &view.look;
    let mut places = places(scene).peekable();
    if places.peek().is_none() {
        if let Some(text) = &view.library.guide.place_unknown {
            label_with(ui, &text.plain(), theme::bold(look.scale.body), look.tokens.ink);
        }
        return;
    }
    label_with(ui, &view.text(Msg::HereTitle), theme::bold(look.scale.body), look.tokens.danger_ink);
    for place in places {
        fact_ui(ui, look, None, place, look.scale.heading);
    }
}

/// A value in large letters, with its name in small ones before it.
fn fact_ui(ui: &mut Ui, look: &Look, name: Option<&String>, value: &str, size: f32) {
    let space = look.scale.space;
    // Short lines stand a little closer, unless the reader wants them wide.
    let closer = if space == TextSpace::of(Spacing::Wide) { 1.0 } else { 0.9 };
    let format = |font: FontId, color| TextFormat {
        line_height: Some(look.scale.line_height(size) * closer),
        valign: egui::Align::Center,
        ..space.format(font, color)
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    if let Some(name) = name {
        let format = format(theme::regular(look.scale.small), look.tokens.muted);
        space.append(&mut job, &format!("{name}  "), &format);
    }
    space.append(&mut job, value, &format(theme::bold(size), look.tokens.ink));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, look.tokens.ink);
    let spoken = name.map_or_else(|| value.to_owned(), |name| format!("{name}: {value}"));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
}
