//! The kinds of naloxone to choose from, each with a drawing of it, the usual one of the protocol first.

use std::sync::Arc;

use egui::{CornerRadius, Galley, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::Scene;
use crate::model::guide::Form;
use crate::state::{Action, GuideAction};
use crate::ui::theme::{self, GAP, LETTER_WIDTH};
use crate::ui::widgets::{at_position, focus_ring, layout, list, plain_picture};
use crate::words::Msg;

/// Draws them in columns that keep their words readable, as large as there is room. Says which one comes first.
pub(super) fn forms_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) -> Option<Response> {
    let view = scene.view;
    let body = view.look.scale.body;
    let forms: Vec<&Form> = view.library.protocol.forms.iter().filter_map(|id| view.library.guide.form(id)).collect();
    let least_width = body * 4.5 + 14.0 * body * LETTER_WIDTH;
    let columns = ((ui.available_width() + GAP) / (least_width + GAP)).floor().clamp(1.0, 3.0);
    let rows = (forms.len() as f32 / columns).ceil().max(1.0);
    let room = ui.clip_rect().max.y - ui.cursor().min.y - super::MARGIN.bottomf();
    let width = ((ui.available_width() - GAP * (columns - 1.0)) / columns).floor();
    let tile = Tile {
        width,
        picture_width: ((room / rows - 3.0 * GAP) * 1.5).clamp(body * 4.5, body * 9.0).min(width * 0.45),
    };
    let mut first = None;
    list(ui, Some(&view.text(Msg::FormsTitle)), forms.len(), |ui| {
        let mut at = 0..;
        for row in forms.chunks(columns as usize) {
            let height = row.iter().map(|form| tile.height(ui, scene, form)).fold(0.0, f32::max);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                for (form, at) in row.iter().zip(&mut at) {
                    let response = tile.show(ui, scene, form, height);
                    at_position(ui, response.id, at);
                    if response.clicked() {
                        actions.push(Action::Guide(GuideAction::ChooseForm(form.id.clone())));
                    }
                    first.get_or_insert(response);
                }
            });
        }
    });
    first
}

/// How a kind is shown: its drawing at the left, its name at the right.
struct Tile {
    width: f32,
    picture_width: f32,
}

impl Tile {
    fn title(&self, ui: &Ui, scene: &Scene<'_>, form: &Form) -> Arc<Galley> {
        let look = &scene.view.look;
        let width = (self.width - self.picture_width - 3.0 * GAP).max(1.0);
        layout(ui, &form.title.plain(), theme::bold(look.scale.chrome), look.tokens.ink, width)
    }

    fn height(&self, ui: &Ui, scene: &Scene<'_>, form: &Form) -> f32 {
        let height = self.title(ui, scene, form).size().y.max(self.picture_width / 1.5) + 2.0 * GAP;
        height.max(scene.view.look.emergency_target)
    }

    fn show(&self, ui: &mut Ui, scene: &Scene<'_>, form: &Form, height: f32) -> Response {
        let look = &scene.view.look;
        let (rect, response) = ui.allocate_exact_size(vec2(self.width, height), Sense::click());
        let stroke = Stroke::new(if response.hovered() { 2.5 } else { 1.5 }, look.tokens.touch);
        ui.painter().rect(rect, CornerRadius::same(10), look.tokens.paper, stroke, StrokeKind::Inside);
        let picture_size = vec2(self.picture_width, self.picture_width / 1.5);
        let center = pos2(rect.min.x + GAP + self.picture_width / 2.0, rect.center().y);
        plain_picture(ui, look, form.picture.id.as_str(), Rect::from_center_size(center, picture_size));
        let words = self.title(ui, scene, form);
        let at = pos2(rect.min.x + self.picture_width + 2.0 * GAP, rect.center().y - words.size().y / 2.0);
        ui.painter().galley(at, words, look.tokens.ink);
        focus_ring(ui, &response, &look.tokens);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, form.title.plain()));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(form.picture.alt.plain()));
        response
    }
}
