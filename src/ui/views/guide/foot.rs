//! The foot of the guide: the way back, and the two or three ways on, large enough for a shaking hand.

use egui::{FocusDirection, Id, Key, Response, Ui, UiBuilder, vec2};

use super::Scene;
use crate::model::guide::{Choice, Tool};
use crate::model::id::CardId;
use crate::state::{Action, GuideAction};
use crate::ui::theme::{self, GAP, Scale};
use crate::ui::widgets::{Button, ButtonKind, label_with};
use crate::words::Msg;

/// How high the foot is in the width that there is.
pub(super) fn height(ui: &Ui, scene: &Scene<'_>) -> f32 {
    let plan = Plan::new(ui, scene);
    let ask = scene.card.ask.as_ref().map_or(0.0, |_| Scale::line_height(scene.view.look.scale.heading) + GAP);
    ask + plan.height + f32::from(super::MARGIN.top + super::MARGIN.bottom)
}

/// Draws it. The keyboard stands on the first choice of every new card.
pub(super) fn foot_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let plan = Plan::new(ui, scene);
    let back = scene.view.text(Msg::GuideBack);
    let mut first: Option<Response> = None;
    let mut choices_ui = |ui: &mut Ui, actions: &mut Vec<Action>| {
        for (at, choice) in scene.card.choices.iter().enumerate() {
            let label = choice.label.plain();
            let shown = button(choice, &label, is_usual(scene, at));
            let response = in_width(ui, plan.choice_width, |ui| shown.show(ui, &scene.view.look));
            if response.clicked() {
                actions.push(Action::Guide(GuideAction::Choose(at)));
            }
            first.get_or_insert(response);
        }
    };
    let back_ui = |ui: &mut Ui, actions: &mut Vec<Action>| {
        if scene.emergency.has_way_back()
            && in_width(ui, plan.back_width, |ui| back_button(&back).show(ui, &scene.view.look)).clicked()
        {
            actions.push(Action::Guide(GuideAction::Back));
        }
    };
    ui.spacing_mut().item_spacing = vec2(GAP * 1.5, GAP);
    if let Some(ask) = &scene.card.ask {
        // Right over the answers: it is never out of sight.
        label_with(ui, &ask.plain(), theme::bold(scene.view.look.scale.heading), scene.view.look.tokens.ink);
    }
    if plan.is_in_a_row {
        ui.horizontal_top(|ui| {
            back_ui(ui, actions);
            choices_ui(ui, actions);
        });
    } else {
        ui.vertical(|ui| {
            choices_ui(ui, actions);
            back_ui(ui, actions);
        });
    }
    if let Some(first) = first {
        guide_the_keyboard(ui, scene, &first);
    }
}

/// How the buttons stand.
struct Plan {
    is_in_a_row: bool,
    back_width: f32,
    choice_width: f32,
    height: f32,
}

impl Plan {
    /// All in a row if their words fit there in two lines, else one under another.
    fn new(ui: &Ui, scene: &Scene<'_>) -> Self {
        let look = &scene.view.look;
        let back = scene.view.text(Msg::GuideBack);
        let margins = f32::from(super::MARGIN.left + super::MARGIN.right);
        let whole = ui.ctx().content_rect().width() - margins;
        let gap = GAP * 1.5;
        let has_back = scene.emergency.has_way_back();
        let back_width = if has_back { back_button(&back).natural_width(ui, look).min(whole) } else { 0.0 };
        let count = scene.card.choices.len() as f32;
        let for_choices = whole - if has_back { back_width + gap } else { 0.0 };
        let choice_width = (for_choices - gap * (count - 1.0)) / count;
        let labels: Vec<String> = scene.card.choices.iter().map(|choice| choice.label.plain()).collect();
        let height_at = |width: f32| -> Vec<f32> {
            let buttons = scene.card.choices.iter().zip(&labels).enumerate();
            let height = |(at, (choice, label)): (usize, (&Choice, &String))| {
                button(choice, label, is_usual(scene, at)).height_in(ui, look, width)
            };
            buttons.map(height).collect()
        };
        let longest_word = |label: &String| label.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
        let letters = labels.iter().map(longest_word).max().unwrap_or(0) as f32;
        let fits = letters * look.scale.chrome * 0.6 + 2.0 * look.scale.chrome <= choice_width;
        let in_a_row = height_at(choice_width);
        let highest = in_a_row.iter().copied().fold(0.0, f32::max);
        if fits && highest <= look.scale.chrome * 4.6 {
            return Self { is_in_a_row: true, back_width, choice_width, height: highest };
        }
        let mut heights = height_at(whole);
        if has_back {
            heights.push(crate::ui::theme::TARGET * 1.5);
        }
        let height = heights.iter().sum::<f32>() + GAP * (heights.len() as f32 - 1.0);
        Self { is_in_a_row: false, back_width, choice_width: whole, height }
    }
}

/// Whether the choice at position `at` is the usual way on: the first one, unless there is something to choose above.
fn is_usual(scene: &Scene<'_>, at: usize) -> bool {
    at == 0 && scene.card.tool != Some(Tool::Forms)
}

/// The usual way on is filled; what writes down a dose is red.
fn button<'b>(choice: &Choice, label: &'b str, is_usual: bool) -> Button<'b> {
    let kind = match is_usual {
        _ if choice.gives_dose => ButtonKind::Danger,
        true => ButtonKind::Primary,
        false => ButtonKind::Plain,
    };
    Button::new(label, kind).big()
}

fn back_button(words: &str) -> Button<'_> {
    Button::new(words, ButtonKind::Plain).icon("ui-back").big()
}

/// Draws in a place of so many points width.
fn in_width<T>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> T) -> T {
    let space = egui::Rect::from_min_size(ui.cursor().min, vec2(width, f32::INFINITY));
    ui.scope_builder(UiBuilder::new().max_rect(space), add).inner
}

/// Puts the keyboard on the first choice of a new card, if somebody uses the keyboard or a screen reader. A finger needs
/// no ring around what it did not touch.
fn guide_the_keyboard(ui: &Ui, scene: &Scene<'_>, first: &Response) {
    let id = Id::unique("guide card with the keyboard");
    let is_by_pointer = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    let (shown, was_by_pointer) = ui.data(|data| data.get_temp::<(Option<CardId>, bool)>(id)).unwrap_or_default();
    let is_new = shown.as_ref() != Some(&scene.card.id);
    let pressed = ui.input(|input| KEYS.iter().any(|key| input.key_pressed(*key)));
    let by_pointer = (was_by_pointer || is_by_pointer) && !pressed;
    let is_lost = ui.memory(|memory| memory.focused().is_none());
    if (is_new && !by_pointer) || (is_lost && pressed) {
        first.request_focus();
        // An arrow that brought the keyboard here does not move it on.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    ui.data_mut(|data| data.insert_temp(id, (Some(scene.card.id.clone()), by_pointer)));
}

/// The keys that walk through the guide.
const KEYS: [Key; 7] =
    [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight, Key::Enter, Key::Space, Key::Tab];
