//! The pad on which the PIN is typed. How many digits there are is shown and said; which ones, never.

use egui::{Key, Response, Sense, Ui, vec2};

use super::said_ui;
use crate::state::admin::{Digit, MOST_DIGITS, Pad, PadStatus};
use crate::state::{Action, AdminAction};
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, announce, icon, keep_arrows};
use crate::words::Msg;

/// A key is at least so high and wide, in points: 20 mm on a usual screen.
const KEY: f32 = 76.0;

/// Where the keys stand; `None` is the one that takes a digit back or the one that opens.
const ROWS: [[u8; 3]; 3] = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];

/// Shows the pad, and says which key the keyboard begins on.
pub(super) fn pad_ui(ui: &mut Ui, view: &View<'_>, pad: &Pad, actions: &mut Vec<Action>) -> Response {
    said_ui(ui, view, &status(view, pad), "");
    dots_ui(ui, view, pad.digits.count());
    ui.add_space(theme::GAP);
    let keys = ui.push_id("keys", |ui| {
        let mut first = None;
        for row in ROWS {
            row_ui(ui, |ui| {
                for digit in row {
                    let key = digit_ui(ui, view, digit, actions);
                    first.get_or_insert(key);
                }
            });
        }
        let last = row_ui(ui, |ui| {
            erase_ui(ui, view, actions);
            digit_ui(ui, view, 0, actions);
            try_ui(ui, view, actions)
        });
        first.unwrap_or(last)
    });
    keys.inner
}

fn status(view: &View<'_>, pad: &Pad) -> String {
    match pad.status {
        PadStatus::Typing => view.text(Msg::AdminPin),
        PadStatus::Checking => view.text(Msg::OneMoment),
        PadStatus::Wrong(left) => view.words.with(Msg::AdminWrong, &[("left", left.into())]),
        PadStatus::LockedUntil(until) => {
            let minutes = until.since(view.state.now).as_secs().div_ceil(60).max(1);
            view.words.with(Msg::AdminLocked, &[("minutes", minutes.into())])
        }
    }
}

/// A dot for each digit.
fn dots_ui(ui: &mut Ui, view: &View<'_>, count: usize) {
    let radius = (view.look.scale.chrome * 0.4).round();
    let step = (radius * 3.0).min(ui.available_width() / MOST_DIGITS as f32);
    let (rect, _) = ui.allocate_exact_size(vec2(step * MOST_DIGITS as f32, radius * 4.0), Sense::hover());
    for at in 0..count {
        let center = rect.left_center() + vec2(step * (at as f32 + 0.5), 0.0);
        ui.painter().circle_filled(center, radius.min(step * 0.4), view.look.tokens.ink);
    }
    let words = view.words.with(Msg::AdminDigits, &[("count", count.into())]);
    announce(ui, "administrator digits", rect, &words, false);
}

fn row_ui<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_top(add).inner
}

fn key_ui(ui: &mut Ui, view: &View<'_>, button: Button<'_>) -> Response {
    let open = view.text(Msg::AdminOpen);
    let widest = Button::new(&open, ButtonKind::Primary).natural_width(ui, &view.look);
    let size = vec2(widest.max(KEY).round(), KEY);
    let key = ui.allocate_ui(size, |ui| {
        ui.set_width(size.x);
        button.big().at_least(KEY).show(ui, &view.look)
    });
    if key.inner.has_focus() {
        keep_arrows(ui.ctx(), key.inner.id);
    }
    key.inner
}

fn digit_ui(ui: &mut Ui, view: &View<'_>, value: u8, actions: &mut Vec<Action>) -> Response {
    let words = value.to_string();
    let key = key_ui(ui, view, Button::new(&words, ButtonKind::Plain));
    if key.clicked() {
        actions.extend(Digit::new(value).map(|digit| Action::Admin(AdminAction::Type(digit))));
    }
    key
}

fn erase_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let name = view.text(Msg::AdminErase);
    let key = key_ui(ui, view, Button::new("", ButtonKind::Plain).name(&name));
    icon(ui, "ui-back", key.rect.center(), view.look.scale.chrome * 1.3, view.look.tokens.touch);
    if key.clicked() {
        actions.push(Action::Admin(AdminAction::Erase));
    }
}

/// The key that tries what was typed. Whoever types on a keyboard finds it under Enter.
fn try_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) -> Response {
    let words = view.text(Msg::AdminOpen);
    let key = key_ui(ui, view, Button::new(&words, ButtonKind::Primary));
    if key.clicked() {
        actions.push(Action::Admin(AdminAction::Submit));
    }
    if ui.input(|input| DIGIT_KEYS.iter().any(|digit| input.key_pressed(*digit))) {
        key.request_focus();
    }
    key
}

/// The keys for the digits, from 0.
pub(crate) const DIGIT_KEYS: [Key; 10] =
    [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
