//! A card: its title, how to do it, its drawing, and what the machine does there.

use egui::{Id, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::super::callout::notice_ui;
use super::arrange::{Arranged, PICTURE_GAP, Place, arrange, text_gap};
use super::{Scene, doses, forms, pacer};
use crate::model::block::{CalloutKind, Picture};
use crate::model::guide::Tool;
use crate::notes;
use crate::state::Action;
use crate::ui::theme;
use crate::ui::widgets::{announce, at_position, label, layout, list, scene as drawing};
use crate::words::Msg;

/// Draws the card, which begins at `top` on the screen where it is not scrolled. Says what can be chosen first on it, where
/// that is not in the foot.
pub(super) fn card_ui(ui: &mut Ui, scene: &Scene<'_>, top: f32, actions: &mut Vec<Action>) -> Option<Response> {
    title_ui(ui, scene);
    notices_ui(ui, scene);
    if scene.card.tool == Some(Tool::Doses) {
        // The time is what one looks for here.
        doses::whole_ui(ui, scene, actions);
    }
    let drawing = Drawing::of(scene);
    let Arranged { size, place } = arrange(ui, scene, top, drawing.is_some());
    let width = ui.available_width();
    match (drawing, place) {
        (Some(drawing), Place::Beside(drawing_width)) => {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = PICTURE_GAP;
                drawing.show(ui, scene, drawing_width);
                ui.vertical(|ui| {
                    ui.set_width(width - drawing_width - PICTURE_GAP);
                    texts_ui(ui, scene, size);
                });
            });
        }
        (Some(drawing), Place::Above(drawing_width)) => {
            drawing.show(ui, scene, drawing_width);
            texts_ui(ui, scene, size);
        }
        (drawing, _) => {
            texts_ui(ui, scene, size);
            drawing.iter().for_each(|drawing| drawing.show(ui, scene, width.min(size * 13.0)));
        }
    }
    if matches!(drawing, Some(Drawing::Rhythm)) {
        pacer::settings_ui(ui, scene, actions);
    }
    let first = (scene.card.tool == Some(Tool::Forms)).then(|| forms::forms_ui(ui, scene, actions)).flatten();
    ui.add_space(scene.view.look.scale.body * STANDING_GAP);
    first
}

/// What stands beside the words.
#[derive(Clone, Copy)]
enum Drawing<'c> {
    /// A drawing that keeps still.
    Still(&'c Picture),
    /// The rhythm, with drawings of its own.
    Rhythm,
}

impl<'c> Drawing<'c> {
    fn of(scene: &Scene<'c>) -> Option<Self> {
        match scene.card.tool {
            Some(Tool::Compressions | Tool::Breaths | Tool::Doses) if scene.emergency.pace().is_some() => {
                Some(Self::Rhythm)
            }
            _ => scene.card.picture.as_ref().map(Self::Still),
        }
    }

    fn show(self, ui: &mut Ui, scene: &Scene<'_>, width: f32) {
        match self {
            Self::Still(picture) => {
                drawing(ui, &scene.view.look, picture.id.as_str(), &picture.alt.plain(), width);
            }
            Self::Rhythm => pacer::pacer_ui(ui, scene, width),
        }
    }
}

/// The title, which screen readers say whenever another card comes.
fn title_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let look = &scene.view.look;
    let words = scene.card.title.plain();
    let galley = layout(ui, &words, theme::bold(look.scale.title), look.tokens.ink, ui.available_width());
    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, look.tokens.ink);
    heading_node(ui, rect, &words);
    let (at, count) = scene.emergency.progress(scene.view.library);
    let mut spoken = scene
        .view
        .words
        .with(Msg::GuideStepSpoken, &[("at", at.into()), ("count", count.into()), ("title", words.as_str().into())]);
    if !scene.emergency.has_way_back() {
        // The first words are to call, for ears as for eyes.
        let number = scene.view.library.emergency_number().unwrap_or_default();
        let call = scene.view.words.with(Msg::GuideCall, &[("number", number.into())]);
        spoken = format!("{call}. {spoken}");
    }
    if scene.emergency.is_practice() {
        spoken = format!("{} {spoken}", scene.view.text(Msg::GuidePractice));
    }
    for text in &scene.card.texts {
        let end = if spoken.ends_with(['.', '?', '!']) { "" } else { "." };
        spoken = format!("{spoken}{end} {}", text.plain());
    }
    // A node of its own, hardly a point large: it is heard whole when the card changes; the words have their own nodes.
    announce(ui, "guide step", Rect::from_min_size(rect.min, vec2(1.0, 1.0)), &spoken, true);
}

fn heading_node(ui: &Ui, rect: Rect, words: &str) {
    let response = ui.interact(rect, Id::unique("guide title"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(1));
}

/// What one must know of this guide before trusting it: that it is overdue, or that the place's settings are unreadable.
fn notices_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let view = scene.view;
    for notice in notes::guide_notices(view.library, view.state.today, view.words) {
        notice_ui(ui, view, CalloutKind::Urgent, &notice);
    }
}

/// The sentences in letters of `size` points, each on a line of its own.
fn texts_ui(ui: &mut Ui, scene: &Scene<'_>, size: f32) {
    let look = &scene.view.look;
    list(ui, None, scene.card.texts.len(), |ui| {
        ui.spacing_mut().item_spacing.y = text_gap(size);
        for (at, text) in scene.card.texts.iter().enumerate() {
            let galley = layout(ui, &text.plain(), theme::regular(size), look.tokens.ink, ui.available_width() - size);
            let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(size, 0.0), Sense::hover());
            let center = rect.min + vec2(size * 0.35, look.scale.line_height(size) / 2.0);
            ui.painter().circle_filled(center, size * 0.17, look.tokens.danger_ink);
            ui.painter().galley(rect.min + vec2(size, 0.0), galley, look.tokens.ink);
            response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, text.plain()));
            at_position(ui, response.id, at);
        }
    });
}

/// Space over the small letters, in letters of the card.
const STANDING_GAP: f32 = 0.4;

/// How high the small letters are with the space over them, where they take one line.
pub(super) fn standing_height(scene: &Scene<'_>) -> f32 {
    let scale = &scene.view.look.scale;
    scale.line_height(scale.small) + scale.body * STANDING_GAP + 2.0 * theme::GAP
}

/// When the guide was checked, in small letters: it is not what matters now.
pub(super) fn standing_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let view = scene.view;
    let words = notes::guide_standing(view.library, view.state.today, view.words);
    label(ui, &view.look, &words);
}
