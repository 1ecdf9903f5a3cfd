//! The foot of the guide: the way back, and the two or three ways on, large enough for a shaking hand.

use std::sync::Arc;

use egui::{Galley, Id, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::Scene;
use crate::model::guide::{Choice, Tool};
use crate::state::{Action, GuideAction};
use crate::ui::theme::{self, GAP};
use crate::ui::widgets::{Button, ButtonKind, guide_the_keyboard_after_words, layout};
use crate::words::Msg;

/// How high the foot is in the width that there is.
pub(super) fn height(ui: &Ui, scene: &Scene<'_>) -> f32 {
    let ask = ask(ui, scene).map_or(0.0, |galley| galley.size().y + GAP);
    ask + Plan::new(ui, scene).height() + f32::from(super::MARGIN.top + super::MARGIN.bottom)
}

/// Draws it. The keyboard stands on the first choice of every new card, or on `first`, if there is something to choose
/// above.
pub(super) fn foot_ui(ui: &mut Ui, scene: &Scene<'_>, first: Option<Response>, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing = vec2(SPACE, GAP);
    if let Some(ask) = ask(ui, scene) {
        // Right over the answers: it is never out of sight.
        let (rect, response) = ui.allocate_exact_size(ask.size(), Sense::hover());
        let words = ask.text().to_owned();
        ui.painter().galley(rect.min, ask, scene.view.look.tokens.ink);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    }
    let plan = Plan::new(ui, scene);
    let mut first = first;
    for row in &plan.rows {
        ui.horizontal_top(|ui| {
            for (way, width) in &row.ways {
                let button = way.button(scene).at_least(row.height);
                // With an id of its own: the keyboard must not come to stand on whatever the next card has in this place.
                let own = (scene.card.id.as_str(), way.at);
                let response = in_width(ui, *width, |ui| ui.push_id(own, |ui| button.show(ui, &scene.view.look)).inner);
                if response.clicked() {
                    actions.push(Action::Guide(way.action()));
                }
                if way.at.is_some() {
                    first.get_or_insert(response);
                }
            }
        });
    }
    if let Some(first) = first {
        guide_the_keyboard_after_words(ui, "guide card", Id::unique(&scene.card.id), &first);
    }
}

/// Space between two buttons of a row.
const SPACE: f32 = GAP * 1.5;

fn ask(ui: &Ui, scene: &Scene<'_>) -> Option<Arc<Galley>> {
    let look = &scene.view.look;
    let ask = scene.card.ask.as_ref()?;
    Some(layout(ui, &ask.plain(), theme::bold(look.scale.heading), look.tokens.ink, whole_width(ui)))
}

fn whole_width(ui: &Ui) -> f32 {
    let between_margins = ui.ctx().content_rect().width() - f32::from(super::MARGIN.left + super::MARGIN.right);
    // Under a card that scrolls, its bar takes room too.
    between_margins.min(ui.available_width())
}

/// A way on, or the way back.
#[derive(Clone)]
struct Way {
    words: String,
    /// Which choice it is; `None` for the way back.
    at: Option<usize>,
    kind: ButtonKind,
}

impl Way {
    fn all(scene: &Scene<'_>) -> Vec<Self> {
        let count = scene.card.choices.len();
        let choice = |(at, choice): (usize, &Choice)| Self {
            words: choice.label.plain(),
            at: Some(at),
            kind: match choice {
                Choice { gives_dose: true, .. } => ButtonKind::Record,
                // The only way on is the usual one, unless there is something to choose above.
                _ if choice.is_usual || (count == 1 && scene.card.tool != Some(Tool::Forms)) => ButtonKind::Primary,
                _ => ButtonKind::Plain,
            },
        };
        scene.card.choices.iter().enumerate().map(choice).collect()
    }

    fn back(scene: &Scene<'_>) -> Option<Self> {
        let words = scene.view.text(Msg::GuideBack);
        scene.emergency.has_way_back().then_some(Self { words, at: None, kind: ButtonKind::Plain })
    }

    fn button(&self, scene: &Scene<'_>) -> Button<'_> {
        let is_narrow = scene.view.look.scale.chrome < NARROW_CHROME;
        let button = Button::new(&self.words, self.kind).big();
        match (self.at, self.kind) {
            (None, _) => button.icon("ui-back"),
            // In the smallest windows its words need the room.
            (_, ButtonKind::Record) if !is_narrow => button.icon("ui-check"),
            _ => button,
        }
    }

    fn action(&self) -> GuideAction {
        self.at.map_or(GuideAction::Back, GuideAction::Choose)
    }
}

/// Smaller letters on buttons than this mean a small window.
const NARROW_CHROME: f32 = 20.0;

/// How the buttons stand.
struct Plan {
    rows: Vec<Row>,
}

struct Row {
    /// The buttons, each with its width.
    ways: Vec<(Way, f32)>,
    height: f32,
}

impl Plan {
    /// All in a row if their words fit there in two lines; else in two columns, or one under another.
    fn new(ui: &Ui, scene: &Scene<'_>) -> Self {
        let (choices, back) = (Way::all(scene), Way::back(scene));
        let back_width =
            back.as_ref().map_or(0.0, |back| back.button(scene).natural_width(ui, &scene.view.look) + SPACE);
        let in_a_row = Row::new(ui, scene, choices.clone(), whole_width(ui) - back_width);
        if let Some(mut row) = in_a_row {
            row.ways.splice(0..0, back.map(|back| (back, back_width - SPACE)));
            return Self { rows: vec![row] };
        }
        let all: Vec<Way> = choices.into_iter().chain(back).collect();
        let in_columns = |count: usize| -> Option<Vec<Row>> {
            all.chunks(count).map(|ways| Row::new(ui, scene, ways.to_vec(), whole_width(ui))).collect()
        };
        let alone = |way: &Way| Row::alone(ui, scene, way.clone());
        Self { rows: in_columns(2).unwrap_or_else(|| all.iter().map(alone).collect()) }
    }

    fn height(&self) -> f32 {
        let rows: f32 = self.rows.iter().map(|row| row.height).sum();
        rows + GAP * (self.rows.len() as f32 - 1.0)
    }
}

impl Row {
    /// The buttons side by side in so many points; `None` if their words do not fit.
    fn new(ui: &Ui, scene: &Scene<'_>, ways: Vec<Way>, width: f32) -> Option<Self> {
        let look = &scene.view.look;
        let count = ways.len() as f32;
        let each = (width - SPACE * (count - 1.0)) / count;
        let word_fits = |way: &Way| {
            way.words.split(' ').all(|word| {
                let alone = Way { words: word.to_owned(), ..way.clone() };
                alone.button(scene).natural_width(ui, look) <= each
            })
        };
        let height = ways.iter().map(|way| way.button(scene).height_in(ui, look, each)).fold(0.0, f32::max);
        let two_lines = look.scale.line_height(look.scale.chrome) * 2.0 + theme::TARGET;
        let fits = ways.iter().all(word_fits) && height <= two_lines;
        fits.then(|| Self { ways: ways.into_iter().map(|way| (way, each)).collect(), height })
    }

    fn alone(ui: &Ui, scene: &Scene<'_>, way: Way) -> Self {
        let width = whole_width(ui);
        let height = way.button(scene).height_in(ui, &scene.view.look, width);
        Self { ways: vec![(way, width)], height }
    }
}

/// Draws in a place of so many points width.
fn in_width<T>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> T) -> T {
    let space = egui::Rect::from_min_size(ui.cursor().min, vec2(width, f32::INFINITY));
    ui.scope_builder(UiBuilder::new().max_rect(space), add).inner
}
