//! People to call, where the reader is, and local services.

use egui::{CornerRadius, FontId, Frame, Margin, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::model::block::Contact;
use crate::model::text::RichText;
use crate::notes;
use crate::state::Action;
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{heading, icon, label, label_with, layout, prose};
use crate::words::Msg;

/// Shows contacts, the number to call largest.
pub(super) fn contacts_ui(ui: &mut Ui, view: &View<'_>, contacts: &[Contact], actions: &mut Vec<Action>) {
    for contact in contacts {
        card_ui(ui, view, &contact.name.plain(), |ui| {
            let phone = contact.phone.as_ref().map(RichText::plain);
            if let Some(phone) = &phone {
                phone_ui(ui, view, phone);
            }
            prose(ui, view, &contact.about, view.look.scale.body, false, actions);
            for (name, value) in notes::beside_call(notes::contact(contact, view.words), view.words) {
                fact_ui(ui, view, &name, &value.plain());
            }
        });
        ui.add_space(view.look.scale.body * 0.3);
    }
}

/// Where the reader is, in the largest type; without a site file, how to find out.
pub(super) fn here_ui(ui: &mut Ui, view: &View<'_>, otherwise: &RichText, actions: &mut Vec<Action>) {
    let facts = notes::here(&view.library.site, view.words);
    if facts.is_empty() {
        prose(ui, view, otherwise, view.look.scale.body, false, actions);
        return;
    }
    card_ui(ui, view, &view.text(Msg::HereTitle), |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for (name, value) in &facts {
            named_ui(ui, view, name, value, theme::bold(view.look.scale.body * 1.1));
        }
        label(ui, &view.look, &view.text(Msg::HereSay));
    });
}

/// The clinic's own services, each with the day on which somebody checked it.
pub(super) fn local_services_ui(ui: &mut Ui, view: &View<'_>, otherwise: &RichText, actions: &mut Vec<Action>) {
    let services = &view.library.site.services;
    if services.is_empty() {
        prose(ui, view, otherwise, view.look.scale.body, false, actions);
    }
    for service in services {
        card_ui(ui, view, &service.name, |ui| {
            if let Some(phone) = &service.phone {
                phone_ui(ui, view, phone);
            }
            if let Some(about) = &service.about {
                label_with(ui, about, theme::regular(view.look.scale.body), view.look.tokens.ink);
            }
            for (name, value) in notes::beside_call(notes::service(service, view.words), view.words) {
                fact_ui(ui, view, &name, &value);
            }
        });
        ui.add_space(view.look.scale.body * 0.3);
    }
}

/// A name and its value in one line, or one under the other where there is no room.
fn named_ui(ui: &mut Ui, view: &View<'_>, name: &str, value: &str, value_font: FontId) {
    let scale = &view.look.scale;
    let width = ui.available_width();
    let column = (width * 0.36).min(scale.small * 14.0);
    let is_roomy = width - column >= scale.body * 12.0;
    let name_galley =
        layout(ui, name, theme::regular(scale.small), view.look.tokens.muted, if is_roomy { column } else { width });
    let value_galley =
        layout(ui, value, value_font, view.look.tokens.ink, if is_roomy { width - column } else { width });
    let (name_size, value_size) = (name_galley.size(), value_galley.size());
    let height = if is_roomy { name_size.y.max(value_size.y) } else { name_size.y + value_size.y };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let (name_at, value_at) = if is_roomy {
        let drop = ((value_size.y - name_size.y) / 2.0).clamp(0.0, scale.body);
        (rect.min + vec2(0.0, drop), rect.min + vec2(column, 0.0))
    } else {
        (rect.min, rect.min + vec2(0.0, name_size.y))
    };
    ui.painter().galley(name_at, name_galley, view.look.tokens.muted);
    ui.painter().galley(value_at, value_galley, view.look.tokens.ink);
    let spoken = format!("{name}: {value}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
}

fn card_ui(ui: &mut Ui, view: &View<'_>, title: &str, add: impl FnOnce(&mut Ui)) {
    let tokens = &view.look.tokens;
    let frame = Frame::new()
        .fill(tokens.paper)
        .stroke(Stroke::new(1.5, tokens.line))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(18, 14));
    let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(title);
    ui.scope_builder(builder, |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            heading(ui, &view.look, title, 3);
            add(ui);
        });
    });
}

/// A telephone number, large enough to be read from a phone's distance.
fn phone_ui(ui: &mut Ui, view: &View<'_>, number: &str) {
    let size = view.look.scale.title;
    let color = view.look.tokens.touch;
    let space = size * 1.4;
    let galley = layout(ui, number, theme::bold(size), color, ui.available_width() - space);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), Sense::hover());
    icon(ui, "ui-phone", pos2(rect.min.x + size / 2.0, rect.center().y), size, color);
    ui.painter().galley(rect.min + vec2(space, 0.0), galley, color);
    let spoken = format!("{} {number}", view.text(Msg::ContactPhone));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
}

/// "Hours" and "every day". Without a name, only the value, as a remark.
fn fact_ui(ui: &mut Ui, view: &View<'_>, name: &str, value: &str) {
    if name.is_empty() {
        label(ui, &view.look, value);
    } else {
        named_ui(ui, view, name, value, theme::regular(view.look.scale.body));
    }
}
