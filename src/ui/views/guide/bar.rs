//! What of the guide is on every other screen: the bar of an emergency under way, and the buttons that begin one.

use std::time::Duration;

use egui::{FontId, Frame, Margin, Panel, Role, Sense, Ui, UiBuilder, WidgetInfo};

use super::said;
use crate::state::emergency::{DoseTimer, Emergency};
use crate::state::{Action, GuideAction, Moment};
use crate::ui::View;
use crate::ui::theme::{self, Look};
use crate::ui::widgets::{Button, ButtonKind, announce, layout};
use crate::words::Msg;

/// A bar that says what is under way, leads back to it, and ends it. In a low window it is one line, so that the page stays.
pub(crate) fn bar_ui(ui: &mut Ui, view: &View<'_>, emergency: &Emergency, actions: &mut Vec<Action>) {
    let tokens = &view.look.tokens;
    let frame =
        Frame::new().fill(tokens.danger_soft).stroke(egui::Stroke::new(2.0, tokens.danger_ink)).inner_margin(MARGIN);
    let group = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(view.text(Msg::BarTitle));
    let bar = Bar::new(view, emergency);
    let (width, most_height) = (ui.available_width() - MARGIN.sum().x, ui.available_height() * MOST_HEIGHT);
    let is_whole = bar.height(ui, &view.look, width) <= most_height;
    Panel::top("emergency bar").frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.scope_builder(
            group,
            |ui| if is_whole { bar.show(ui, view, actions) } else { bar.line_ui(ui, view, actions) },
        );
    });
    if !emergency.doses().is_empty() {
        wake_at_the_next_second(ui, emergency, view.state.now);
    }
}

/// Space around what the bar says.
const MARGIN: Margin = Margin { left: 16, right: 16, top: 8, bottom: 8 };

/// The bar takes this part of what is under the bar of the window at most, or else becomes one line.
const MOST_HEIGHT: f32 = 0.3;

/// What the bar says.
struct Bar {
    /// How it stands with the next dose.
    status: String,
    /// What is under way, and the last dose.
    words: String,
    /// The same where there is hardly room: what is to be done, or else the last dose, or else what is under way.
    brief: String,
    back: String,
    end: String,
    is_end_asked: bool,
}

impl Bar {
    fn new(view: &View<'_>, emergency: &Emergency) -> Self {
        let is_end_asked = view.state.is_end_asked;
        let title = view.text(Msg::BarTitle);
        let status = said::dose_status(view, emergency);
        let last = said::doses(view, emergency).pop();
        let words = format!("{title} {status}");
        let words = last.iter().fold(words, |words, last| format!("{words} {last}."));
        let is_due = emergency.dose_timer(view.library, view.state.now).is_some_and(DoseTimer::is_due);
        let brief = if is_due { view.text(Msg::DosesCheck) } else { last.unwrap_or(title) };
        let end = view.text(if is_end_asked { Msg::BarEndAsked } else { Msg::BarEnd });
        Self { status, words, brief, back: view.text(Msg::BarBack), end, is_end_asked }
    }

    fn back_button(&self) -> Button<'_> {
        Button::new(&self.back, ButtonKind::Danger).icon("ui-back")
    }

    fn end_button(&self) -> Button<'_> {
        Button::new(&self.end, ButtonKind::Plain)
    }

    fn buttons_width(&self, ui: &Ui, look: &Look) -> f32 {
        self.back_button().natural_width(ui, look) + self.end_button().natural_width(ui, look)
    }

    /// The width that is left for words beside the buttons, if that is enough.
    fn words_width(&self, ui: &Ui, look: &Look, width: f32) -> Option<f32> {
        let buttons = self.buttons_width(ui, look);
        (buttons + look.scale.chrome * 14.0 <= width).then_some(width - buttons - 2.0 * theme::GAP)
    }

    /// How high the words and the buttons are in so many points width.
    fn height(&self, ui: &Ui, look: &Look, width: f32) -> f32 {
        let words = |width| layout(ui, &self.words, theme::bold(look.scale.small), look.tokens.ink, width).size().y;
        let (back, end) = (self.back_button().own_height(look), self.end_button().own_height(look));
        match self.words_width(ui, look, width) {
            Some(words_width) => words(words_width).max(back),
            None if self.buttons_width(ui, look) + theme::GAP <= width => words(width) + theme::GAP + back,
            None => words(width) + 2.0 * theme::GAP + back + end,
        }
    }

    /// Words and buttons side by side, or the words over the buttons.
    fn show(&self, ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
        let look = &view.look;
        let (words, font) = (&self.words, theme::bold(look.scale.small));
        if let Some(words_width) = self.words_width(ui, look, ui.available_width()) {
            ui.horizontal(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(words_width);
                    self.words_ui(ui, look, words, font);
                });
                self.buttons_ui(ui, look, actions);
            });
        } else {
            self.words_ui(ui, look, words, font);
            ui.horizontal_wrapped(|ui| self.buttons_ui(ui, look, actions));
        }
    }

    fn buttons_ui(&self, ui: &mut Ui, look: &Look, actions: &mut Vec<Action>) {
        if self.end_button().show(ui, look).clicked() {
            actions.push(Action::Guide(GuideAction::End));
        }
        if self.back_button().show(ui, look).clicked() {
            actions.push(Action::ActNow);
        }
    }

    /// One line: what matters most, the way to the end, and the way back. Of the two buttons the one that is asked for now
    /// has words.
    fn line_ui(&self, ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
        let mut look = view.look;
        look.scale.chrome = look.scale.chrome.min((ui.available_width() / LINE_WIDTH).max(LEAST_LINE_LETTERS));
        let end = Button::new(if self.is_end_asked { &self.end } else { "" }, ButtonKind::Plain).name(&self.end);
        let back = Button::new(if self.is_end_asked { "" } else { &self.back }, ButtonKind::Danger).name(&self.back);
        let (end, back) = (end.icon("ui-check"), back.icon("ui-back"));
        let buttons = end.natural_width(ui, &look) + back.natural_width(ui, &look) + 2.0 * theme::GAP;
        let words_width = (ui.available_width() - buttons).max(0.0);
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                ui.set_width(words_width);
                self.words_ui(ui, &look, &self.brief, theme::bold(look.scale.chrome));
            });
            if end.show(ui, &look).clicked() {
                actions.push(Action::Guide(GuideAction::End));
            }
            if back.show(ui, &look).clicked() {
                actions.push(Action::ActNow);
            }
        });
    }

    /// The words as they are `shown`; screen readers hear all of them.
    fn words_ui(&self, ui: &mut Ui, look: &Look, shown: &str, font: FontId) {
        let galley = layout(ui, shown, font, look.tokens.ink, ui.available_width());
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        ui.painter().galley(rect.min, galley, look.tokens.ink);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &self.words));
        announce(ui, "guide doses", rect, &self.status, true);
    }
}

/// The line is so many times as wide as its letters are high,
const LINE_WIDTH: f32 = 24.0;
/// which are so large at least.
const LEAST_LINE_LETTERS: f32 = 21.0;

const NANOS_A_SECOND: u64 = 1_000_000_000;

/// Asks for a frame when a clock on screen shows another second.
pub(super) fn wake_at_the_next_second(ui: &Ui, emergency: &Emergency, now: Moment) {
    let to_next_second =
        |dose| Duration::from_nanos(NANOS_A_SECOND - u64::from(emergency.age(dose, now).subsec_nanos()));
    if let Some(left) = emergency.doses().iter().map(to_next_second).min() {
        // A little later, or the same second would be shown again.
        ui.ctx().request_repaint_after(left / emergency.speed() + Duration::from_millis(2));
    }
}

/// The large red button that begins the guide on a page.
pub(in crate::ui::views) fn start_button_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let words = view.text(Msg::GuideStart);
    if Button::new(&words, ButtonKind::Danger).icon_last("ui-next").big().show(ui, &view.look).clicked() {
        actions.push(Action::ActNow);
    }
}

/// The button that begins a practice.
pub(in crate::ui::views) fn practice_button_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let words = view.text(Msg::PracticeStart);
    if Button::new(&words, ButtonKind::Plain).icon_last("ui-next").show(ui, &view.look).clicked() {
        actions.push(Action::Guide(GuideAction::Practice));
    }
}
