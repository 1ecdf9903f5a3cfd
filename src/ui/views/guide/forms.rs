//! The kinds of naloxone to choose from, each with a drawing of it, the usual one of the protocol first.

use egui::{CornerRadius, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use super::Scene;
use crate::model::guide::Form;
use crate::state::{Action, GuideAction};
use crate::ui::theme::{self, GAP, LETTER_WIDTH};
use crate::ui::widgets::{focus_ring, layout, plain_picture};
use crate::words::Msg;

/// Draws them in columns that keep their words readable.
pub(super) fn forms_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = scene.view;
    let body = view.look.scale.body;
    let forms: Vec<&Form> = view.library.protocol.forms.iter().filter_map(|id| view.library.guide.form(id)).collect();
    let least_width = picture_width(body) + 14.0 * body * LETTER_WIDTH;
    let columns = ((ui.available_width() + GAP) / (least_width + GAP)).floor().clamp(1.0, 3.0);
    let width = ((ui.available_width() - GAP * (columns - 1.0)) / columns).floor();
    let list = UiBuilder::new().accessibility_role(Role::List).accessibility_label(view.text(Msg::FormsTitle));
    ui.scope_builder(list, |ui| {
        for row in forms.chunks(columns as usize) {
            let height = row.iter().map(|form| height(ui, scene, form, width)).fold(0.0, f32::max);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                for form in row {
                    if form_ui(ui, scene, form, [width, height]) {
                        actions.push(Action::Guide(GuideAction::ChooseForm(form.id.clone())));
                    }
                }
            });
        }
    });
}

fn picture_width(body: f32) -> f32 {
    (body * 4.5).round()
}

fn title(ui: &Ui, scene: &Scene<'_>, form: &Form, width: f32) -> std::sync::Arc<egui::Galley> {
    let look = &scene.view.look;
    let width = (width - picture_width(look.scale.body) - 3.0 * GAP).max(1.0);
    layout(ui, &form.title.plain(), theme::bold(look.scale.chrome), look.tokens.ink, width)
}

fn height(ui: &Ui, scene: &Scene<'_>, form: &Form, width: f32) -> f32 {
    let picture_height = picture_width(scene.view.look.scale.body) * 2.0 / 3.0;
    title(ui, scene, form, width).size().y.max(picture_height) + 2.0 * GAP
}

fn form_ui(ui: &mut Ui, scene: &Scene<'_>, form: &Form, size: [f32; 2]) -> bool {
    let look = &scene.view.look;
    let (rect, response) = ui.allocate_exact_size(vec2(size[0], size[1]), Sense::click());
    let stroke = Stroke::new(if response.hovered() { 2.5 } else { 1.5 }, look.tokens.touch);
    ui.painter().rect(rect, CornerRadius::same(10), look.tokens.paper, stroke, StrokeKind::Inside);
    let width = picture_width(look.scale.body);
    let picture = egui::Rect::from_center_size(
        egui::pos2(rect.min.x + GAP + width / 2.0, rect.center().y),
        vec2(width, width * 2.0 / 3.0),
    );
    plain_picture(ui, look, form.picture.id.as_str(), picture);
    let words = title(ui, scene, form, size[0]);
    let at = egui::pos2(picture.max.x + GAP, rect.center().y - words.size().y / 2.0);
    ui.painter().galley(at, words, look.tokens.ink);
    focus_ring(ui, &response, &look.tokens);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, form.title.plain()));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(form.picture.alt.plain()));
    response.clicked()
}
