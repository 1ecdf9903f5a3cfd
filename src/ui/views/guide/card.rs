//! A card: its title, how to do it, its drawing, and what the machine does there.

use egui::{Id, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::super::callout::notice_ui;
use super::{Scene, announce, doses, forms, pacer};
use crate::model::block::{CalloutKind, Picture};
use crate::model::guide::Tool;
use crate::model::text::RichText;
use crate::notes;
use crate::state::Action;
use crate::ui::theme::{self, LETTER_WIDTH, Scale};
use crate::ui::widgets::{label, layout, scene as drawing};
use crate::words::Msg;

/// A drawing stands beside the words only if they keep at least this many letters a line.
const LEAST_CHARS_BESIDE: f32 = 22.0;

/// Draws the card.
pub(super) fn card_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    title_ui(ui, scene);
    notices_ui(ui, scene);
    if scene.card.tool == Some(Tool::Doses) {
        // The time is what one looks for here.
        doses::whole_ui(ui, scene, actions);
    }
    let width = ui.available_width();
    match (Drawing::of(scene), width_beside(ui, scene)) {
        (Some(drawing), Some(drawing_width)) => {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = PICTURE_GAP;
                drawing.show(ui, scene, drawing_width);
                ui.vertical(|ui| {
                    ui.set_width(width - drawing_width - PICTURE_GAP);
                    texts_ui(ui, scene);
                });
            });
        }
        // A rhythm is followed with the eyes; any other drawing can come after the words.
        (Some(drawing @ Drawing::Rhythm), None) => {
            drawing.show(ui, scene, width);
            texts_ui(ui, scene);
        }
        (drawing, _) => {
            texts_ui(ui, scene);
            drawing.iter().for_each(|drawing| drawing.show(ui, scene, width.min(scene.view.look.scale.body * 13.0)));
        }
    }
    match scene.card.tool {
        Some(Tool::Forms) => forms::forms_ui(ui, scene, actions),
        Some(Tool::Compressions | Tool::Breaths) => pacer::settings_ui(ui, scene, actions),
        Some(Tool::Call | Tool::Doses) | None => (),
    }
    standing_ui(ui, scene);
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
            Some(Tool::Compressions | Tool::Breaths) => Some(Self::Rhythm),
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
    if scene.emergency.is_practice() {
        spoken = format!("{} {spoken}", scene.view.text(Msg::GuidePractice));
    }
    for text in &scene.card.texts {
        let end = if spoken.ends_with(['.', '?', '!']) { "" } else { "." };
        spoken = format!("{spoken}{end} {}", text.plain());
    }
    // A node of its own, without an extent: it is heard, and not found again beside the words themselves.
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

/// The sentences, each on a line of its own.
fn texts_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let look = &scene.view.look;
    let body = look.scale.body;
    let list = UiBuilder::new().accessibility_role(Role::List);
    ui.scope_builder(list, |ui| {
        ui.spacing_mut().item_spacing.y = text_gap(body);
        for text in &scene.card.texts {
            let galley = layout(ui, &text.plain(), theme::regular(body), look.tokens.ink, ui.available_width() - body);
            let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(body, 0.0), Sense::hover());
            let center = rect.min + vec2(body * 0.35, Scale::line_height(body) / 2.0);
            ui.painter().circle_filled(center, body * 0.17, look.tokens.danger_ink);
            ui.painter().galley(rect.min + vec2(body, 0.0), galley, look.tokens.ink);
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text.plain()));
        }
    });
}

/// Space between the drawing and the words beside it.
const PICTURE_GAP: f32 = 20.0;

/// The drawing's width beside the words: as large as it can be while all the words are in sight, or else rather small;
/// `None` if the words would become too narrow.
fn width_beside(ui: &Ui, scene: &Scene<'_>) -> Option<f32> {
    let look = &scene.view.look;
    let body = look.scale.body;
    let width = ui.available_width();
    let words_width = |share: f32| width - (width * share).min(body * 20.0) - PICTURE_GAP;
    // The word under a rhythm must not break.
    let least_width = if matches!(Drawing::of(scene), Some(Drawing::Rhythm)) { body * 9.0 } else { 0.0 };
    let is_readable =
        |share: &f32| LEAST_CHARS_BESIDE * body * LETTER_WIDTH <= words_width(*share) && least_width <= width * share;
    let words_height = |share: f32| -> f32 {
        let column = words_width(share) - body;
        let texts = scene.card.texts.iter();
        let height = |text: &RichText| {
            layout(ui, &text.plain(), theme::regular(body), look.tokens.ink, column).size().y + text_gap(body)
        };
        texts.map(height).sum()
    };
    let room = ui.clip_rect().max.y - ui.cursor().min.y;
    let shares = || PICTURE_SHARES.into_iter().filter(is_readable);
    let picture_height = |share: f32| (width - words_width(share) - PICTURE_GAP) / 1.5;
    let fits = |share: &f32| words_height(*share).max(picture_height(*share)) <= room;
    let share = shares().find(fits).or_else(|| shares().next_back())?;
    Some(width - words_width(share) - PICTURE_GAP)
}

/// The parts of the width that a drawing may take, the best one first.
const PICTURE_SHARES: [f32; 4] = [0.52, 0.44, 0.36, 0.28];

fn text_gap(body: f32) -> f32 {
    (body * 0.35).round()
}

/// When the guide was checked, in small letters: it is not what matters now.
fn standing_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let view = scene.view;
    ui.add_space(view.look.scale.body * 0.5);
    let words = notes::guide_standing(view.library, view.state.today, view.words);
    label(ui, &view.look, &words);
}
