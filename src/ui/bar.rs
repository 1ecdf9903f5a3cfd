//! The bar over every page: the clinic's name, what is asked for from everywhere, and the overdose button.

use egui::{Rect, Response, Role, Sense, Ui, UiBuilder, pos2, vec2};

use super::View;
use super::theme::{self, Look};
use super::widgets::{Button, ButtonKind, label_with, layout};
use crate::state::{Action, PrintAction, Sheet};
use crate::words::Msg;

/// Space between the parts of the bar.
const BAR_GAP: f32 = 12.0;

/// The clinic's name, printing, the choice of text and colours, and the overdose button, which is always in this corner.
pub(super) fn bar_ui(ui: &mut Ui, view: &View<'_>, title: &str, actions: &mut Vec<Action>) {
    let look = &view.look;
    let act_now = view.text(Msg::OverdoseNow);
    let (print, look_words) = (print_words(view), view.text(Msg::LookAndSize));
    let danger = Button::new(&act_now, ButtonKind::Danger).icon("tab-overdose");
    let danger_width = danger.natural_width(ui, look);
    let room = ui.available_width() - danger_width - BAR_GAP;
    let print = (print.as_str(), "ui-print", view.state.printing.is_some());
    let choice = (look_words.as_str(), "ui-theme", view.state.sheet == Some(Sheet::Look));
    let [print, choice] = quiet_buttons(ui, view, [print, choice], room);
    let (print_width, choice_width) = (print.natural_width(ui, look), choice.natural_width(ui, look));
    let with_print = room - print_width - choice_width - 2.0 * BAR_GAP;
    // Printing stands under every page too, and gives way to the clinic's name.
    let is_print_shown = Title::new(ui, look, title, with_print).is_whole();
    let title_width = if is_print_shown { with_print } else { room - choice_width - BAR_GAP };
    let title = Title::new(ui, look, title, title_width);

    let height = title.height.max(danger.own_height(look));
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let mut left_edge = row.min.x;
    let mut place = |width: f32, height: f32| {
        let rect = Rect::from_min_size(pos2(left_edge, row.center().y - height / 2.0), vec2(width, height));
        left_edge += width + BAR_GAP;
        UiBuilder::new().max_rect(rect)
    };
    let title_place = place(title_width, title.height);
    if title.is_whole() {
        ui.scope_builder(title_place, |ui| {
            label_with(ui, title.words, theme::bold(look.scale.chrome), look.tokens.ink)
        });
    }
    let mut show = |ui: &mut Ui, button: Button<'_>, width: f32| -> Response {
        ui.scope_builder(place(width, button.own_height(look)), |ui| button.show(ui, look)).inner
    };
    if is_print_shown && show(ui, print, print_width).clicked() {
        let open = if view.state.basket.is_empty() { PrintAction::OpenSection } else { PrintAction::OpenBasket };
        actions.push(Action::Print(open));
    }
    if show(ui, choice, choice_width).clicked() {
        actions.push(Action::ToggleLook);
    }
    if show(ui, danger, danger_width).clicked() {
        actions.push(Action::ActNow);
    }
}

/// "Print", with how many pages were gathered for it.
fn print_words(view: &View<'_>) -> String {
    match view.state.basket.len() {
        0 => view.text(Msg::Print),
        count => view.words.with(Msg::PrintMore, &[("count", count.into())]),
    }
}

/// The buttons with their words, or only with their icons where that leaves the clinic's name less than half of the room.
/// Each part has its words, its icon, and whether what it opens is open.
fn quiet_buttons<'b>(ui: &Ui, view: &View<'_>, parts: [(&'b str, &'b str, bool); 2], room: f32) -> [Button<'b>; 2] {
    let button = |words, icon, is_open| Button::new(words, ButtonKind::Quiet).icon(icon).chosen(is_open, Role::Button);
    let with_words = parts.map(|(words, icon, is_open)| button(words, icon, is_open));
    let width: f32 = with_words.iter().map(|button| button.natural_width(ui, &view.look) + BAR_GAP).sum();
    if width < room * 0.5 {
        return with_words;
    }
    parts.map(|(words, icon, is_open)| button("", icon, is_open).name(words))
}

/// The clinic's name in the room that there is.
struct Title<'t> {
    words: &'t str,
    /// Nothing if it would fall into pieces: that helps nobody, the window has it too, and the buttons need their room.
    height: f32,
}

impl<'t> Title<'t> {
    fn new(ui: &Ui, look: &Look, words: &'t str, width: f32) -> Self {
        let size =
            |text: &str, width: f32| layout(ui, text, theme::bold(look.scale.chrome), look.tokens.ink, width).size();
        let fits = words.split(' ').all(|word| size(word, f32::INFINITY).x <= width);
        Self { words, height: if fits { size(words, width).y } else { 0.0 } }
    }

    fn is_whole(&self) -> bool {
        0.0 < self.height
    }
}
