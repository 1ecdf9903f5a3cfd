//! The head of the guide: the number to call, how far one is, and the way out.

use egui::{FontId, Frame, Margin, Panel, Role, Sense, Ui, UiBuilder, vec2};

use super::Scene;
use crate::state::{Action, GuideAction, Sheet};
use crate::ui::theme;
use crate::ui::views::{LanguageButton, language_button};
use crate::ui::widgets::{Button, ButtonKind, icon, label_with, layout, one_line};
use crate::words::Msg;

/// Practice may go so many times as fast.
const SPEEDS: [u32; 3] = [1, 5, 20];

/// Draws the head, and the mark of a practice under it.
pub(super) fn head_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let tokens = &scene.view.look.tokens;
    let frame = Frame::new().fill(tokens.danger).inner_margin(Margin { left: 20, right: 12, top: 8, bottom: 8 });
    Panel::top("guide head").frame(frame).show_separator_line(false).show(ui, |ui| parts_ui(ui, scene, actions));
    if scene.emergency.is_practice() {
        let frame = Frame::new().fill(tokens.urgent_soft).inner_margin(Margin::symmetric(20, 6));
        let stroke = egui::Stroke::new(2.0, tokens.urgent_ink);
        let panel = Panel::top("guide practice").frame(frame.stroke(stroke)).show_separator_line(false);
        panel.show(ui, |ui| practice_ui(ui, scene, actions));
    }
}

/// "Call 911", how far one is, and the way out. What matters less gives way first, the number never: at last it is smaller.
fn parts_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = scene.view;
    let look = &view.look;
    let number =
        view.words.with(Msg::GuideCall, &[("number", view.library.emergency_number().unwrap_or_default().into())]);
    let (at, count) = scene.emergency.progress(view.library);
    let progress = view.words.with(Msg::GuideProgress, &[("at", at.into()), ("count", count.into())]);
    let (long, short) = (view.text(Msg::GuideLeave), view.text(Msg::GuideLeaveShort));
    let leave = |words| Button::new(words, ButtonKind::OnDanger).icon("ui-close").name(&long);
    let look_words = view.text(Msg::LookAndSize);
    let is_open = view.state.sheet == Some(Sheet::Look);
    let choice = Button::new("", ButtonKind::OnDanger).icon("ui-theme").name(&look_words).chosen(is_open, Role::Button);
    let other = language_button(view);
    let language = |has_words: bool| other.as_ref().map(|other| language(other, has_words));

    let width_of =
        |words: &str, font: FontId| layout(ui, words, font, look.tokens.on_danger, f32::INFINITY).size().x + SPACE;
    let button_width = |button: Button<'_>| button.natural_width(ui, look) + theme::GAP;
    let least = button_width(choice) + language(false).map_or(0.0, button_width) + button_width(leave(""));
    let (for_number, title) = (ui.available_width() - least, look.scale.title);
    let number_width = width_of(&number, theme::bold(title));
    let icon_width = title * 1.15;
    let has_icon = number_width + icon_width <= for_number;
    let icon_width = if has_icon { icon_width } else { 0.0 };
    let size = title.min((title * for_number / number_width).floor()).max(look.scale.small);
    let (number_font, progress_font) = (theme::bold(size), theme::bold(look.scale.chrome));
    let mut room = ui.available_width() - width_of(&number, number_font.clone()) - icon_width - button_width(choice);
    // Whoever cannot read this must find the own language.
    let has_words = language(true).is_some_and(|other| button_width(other) + button_width(leave(&short)) <= room);
    let language = language(has_words);
    room -= language.map_or(0.0, button_width);
    let progress_width = width_of(&progress, progress_font.clone());
    let words = [long.as_str(), short.as_str()].into_iter().find(|words| {
        let beside = if *words == long { progress_width } else { 0.0 };
        button_width(leave(words)) + beside <= room
    });
    let leave = leave(words.unwrap_or_default());
    room -= button_width(leave);
    ui.horizontal(|ui| {
        number_ui(ui, scene, &number, number_font, has_icon);
        if progress_width <= room {
            one_line(ui, &progress, progress_font, look.tokens.on_danger);
        }
        let beside = language.map_or(0.0, |language| language.natural_width(ui, look) + theme::GAP);
        let buttons = choice.natural_width(ui, look) + leave.natural_width(ui, look) + theme::GAP + beside;
        ui.add_space((ui.available_width() - buttons).max(0.0));
        if let Some((button, other)) = language.zip(other.as_ref())
            && button.show(ui, look).clicked()
        {
            actions.push(other.action.clone());
        }
        if choice.show(ui, look).clicked() {
            actions.push(Action::ToggleLook);
        }
        if leave.show(ui, look).clicked() {
            actions.push(Action::Guide(GuideAction::Leave));
        }
    });
}

/// The way to another language.
fn language<'b>(other: &'b LanguageButton<'_>, has_words: bool) -> Button<'b> {
    let words = if has_words { other.words } else { "" };
    let button = Button::new(words, ButtonKind::OnDanger).icon("ui-language").name(other.words);
    button.language(other.language).chosen(other.is_open, Role::Button)
}

/// Space between the words.
const SPACE: f32 = 14.0;

fn number_ui(ui: &mut Ui, scene: &Scene<'_>, words: &str, font: FontId, has_icon: bool) {
    let (size, color) = (font.size, scene.view.look.tokens.on_danger);
    if has_icon {
        let (rect, _) = ui.allocate_exact_size(vec2(size, scene.view.look.scale.line_height(size)), Sense::hover());
        icon(ui, "ui-phone", rect.center(), size * 0.9, color);
    }
    one_line(ui, words, font, color);
    ui.add_space(SPACE - theme::GAP);
}

/// The mark of a practice, and how fast its time goes.
fn practice_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let look = &scene.view.look;
    let words = scene.view.text(Msg::GuidePractice);
    let font = theme::bold(look.scale.chrome);
    let words_width = layout(ui, &words, font.clone(), look.tokens.ink, f32::INFINITY).size().x;
    let choices_width = look.scale.chrome * 18.0;
    if words_width + choices_width <= ui.available_width() {
        ui.horizontal(|ui| {
            one_line(ui, &words, font, look.tokens.ink);
            practice_choices_ui(ui, scene, actions);
        });
    } else {
        label_with(ui, &words, font, look.tokens.ink);
        ui.horizontal(|ui| practice_choices_ui(ui, scene, actions));
    }
}

/// That it is real after all, and how fast time goes.
fn practice_choices_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = scene.view;
    let real = view.text(Msg::PracticeReal);
    if Button::new(&real, ButtonKind::Danger).show(ui, &view.look).clicked() {
        actions.push(Action::ActNow);
    }
    let group = UiBuilder::new().accessibility_role(Role::RadioGroup).accessibility_label(view.text(Msg::GuideSpeed));
    ui.scope_builder(group, |ui| {
        for speed in SPEEDS {
            let words = view.words.with(Msg::GuideSpeedTimes, &[("speed", speed.into())]);
            let is_chosen = scene.emergency.speed() == speed;
            let button = Button::new(&words, ButtonKind::Plain).chosen(is_chosen, Role::RadioButton);
            if button.show(ui, &view.look).clicked() {
                actions.push(Action::Guide(GuideAction::SetSpeed(speed)));
            }
        }
    });
}
