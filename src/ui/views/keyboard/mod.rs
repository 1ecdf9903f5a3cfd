//! The keyboard on screen: a panel under the page, which gives way to it.
//!
//! ```text
//! ┌──────────────────────────────────────────────┐
//! │   q   w   e   r   t   y   u   i   o   p      │   the rows of the layer that is shown
//! │     a   s   d   f   g   h   j   k   l        │
//! │         z   x   c   v   b   n   m            │
//! │  ⇧  Letters  Numbers      Space      ⌫   ˅   │   what every keyboard has
//! └──────────────────────────────────────────────┘
//! ```
//! In the order of drawing, which is the order of reading, it comes after the page.

mod echo;
mod keys;
mod sizes;
mod walk;

use egui::scroll_area::ScrollBarVisibility;
use egui::{Frame, Id, Panel, Rect, Role, ScrollArea, Stroke, Ui, UiBuilder, vec2};

use self::keys::{Key, Press};
use self::sizes::{CRAMPED_MARGIN, Sizes};
use crate::state::Action;
use crate::state::typing::{Field, Typing, TypingAction, Written};
use crate::ui::View;
use crate::ui::widgets::{Face, KeyCap, Scrolled, TextField, return_to_field, say_bounds, scrolled};
use crate::words::Msg;

/// What is written with the keyboard, if it is on screen: on a kiosk, while a field is in use.
pub(crate) fn shown_typing<'v>(view: &View<'v>) -> Option<&'v Typing> {
    let has_keys = view.library.site.is_kiosk && !view.library.keyboard.layers.is_empty();
    // The field may be out of sight for a while.
    let is_covered = view.state.cover.is_some() || view.state.warning_left(view.library).is_some();
    let has_keys = has_keys && !is_covered;
    view.state.typing.as_ref().filter(|typing| has_keys && typing.is_keyboard_open)
}

/// Whether a keyboard on screen leaves so little room that what stands over the page gives way to the field: the tabs, and
/// all but one row of the bar.
pub(crate) fn is_cramped(ui: &Ui, view: &View<'_>) -> bool {
    shown_typing(view).is_some() && ui.available_height() < view.look.scale.chrome * LEAST_LINES
}

/// With fewer lines of the bar's letters than this above a keyboard there is little room.
const LEAST_LINES: f32 = 18.0;

/// Space over and under what a sheet holds. Where a keyboard leaves hardly more than the field, the field needs it.
pub(crate) fn sheet_margin(ui: &Ui, view: &View<'_>) -> i8 {
    let is_tight = shown_typing(view).is_some() && ui.available_height() < TextField::frame_height(&view.look) * 2.0;
    if is_tight { CRAMPED_MARGIN as i8 } else { 16 }
}

/// The id of the text field `field`.
pub(super) fn field_id(field: Field) -> Id {
    Id::unique(("field", field))
}

/// Keeps the lower part of the window free for the keyboard; `None` if it is not wanted. Call it before anything is drawn.
pub(crate) fn keyboard_place(ui: &mut Ui, view: &View<'_>) -> Option<Rect> {
    shown_typing(view)?;
    let height = Sizes::new(ui, view).panel_height;
    let frame = Frame::new().fill(view.look.tokens.surface);
    let panel = Panel::bottom("keyboard").frame(frame).resizable(false).show_separator_line(false).exact_size(height);
    Some(panel.show(ui, |ui| ui.set_min_size(ui.available_size())).response.rect)
}

/// Draws the keyboard in its place. Call it after everything else is drawn.
pub(crate) fn keyboard_ui(ui: &mut Ui, view: &View<'_>, place: Rect, actions: &mut Vec<Action>) {
    let Some(typing) = shown_typing(view) else { return };
    ui.painter().hline(place.x_range(), place.min.y, Stroke::new(1.5, view.look.tokens.line));
    let sizes = Sizes::new(ui, view);
    let group = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(view.text(Msg::Keyboard));
    ui.scope_builder(group.max_rect(place), |ui| {
        ui.set_clip_rect(ui.clip_rect().intersect(place));
        say_bounds(ui, ui.unique_id(), place);
        echo::echo_ui(ui, view, typing, place);
        if sizes.is_whole() {
            return keys_ui(ui, view, typing, &sizes, actions);
        }
        // A bar would take its width from the keys, which have none to give where they have no height.
        let area = ScrollArea::vertical().auto_shrink(false).scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
        scrolled(ui, area, "keys", Scrolled::Part, |ui| keys_ui(ui, view, typing, &sizes, actions));
    });
}

/// Draws all keys and says what was pressed.
fn keys_ui(ui: &mut Ui, view: &View<'_>, typing: &Typing, sizes: &Sizes, actions: &mut Vec<Action>) {
    let (room, _) = ui.allocate_exact_size(vec2(ui.available_width(), sizes.content_height), egui::Sense::hover());
    let placed = sizes.place(room, view, typing);
    for (key, rect) in placed.iter().flatten() {
        let face = match &key.face {
            keys::Legend::Words(words) => Face::Words(words),
            keys::Legend::Icon(name) => Face::Icon(name),
        };
        let cap = KeyCap { face, name: &key.name, is_on: key.is_on, font: sizes.font(&key.press) };
        if cap.show(ui, &view.look, key.id, *rect).clicked() {
            actions.push(Action::Type(action_of(&key.press, typing)));
            // A finger took the focus from the field.
            if ui.memory(|memory| memory.focused().is_none()) {
                return_to_field(ui, field_id(typing.field()));
            }
        }
    }
    let rows: Vec<Vec<(Id, Rect)>> =
        placed.iter().map(|row| row.iter().map(|(key, rect)| (key.id, *rect)).collect()).collect();
    walk::walk(ui, &rows, field_id(typing.field()));
}

fn action_of(press: &Press, typing: &Typing) -> TypingAction {
    match press {
        Press::Letter(letter) => TypingAction::Insert(Written(keys::written(letter, typing.is_shifted))),
        Press::Space => TypingAction::Insert(Written(" ".to_owned())),
        Press::Delete => TypingAction::Delete,
        Press::Shift => TypingAction::ToggleShift,
        Press::Layer(layer) => TypingAction::ShowLayer(*layer),
        Press::Close => TypingAction::CloseKeyboard,
    }
}

/// Brings the focus from the field to the first key.
pub(super) fn enter(ui: &Ui, view: &View<'_>) {
    let Some(typing) = &view.state.typing else { return };
    if let Some(first) = view.library.keyboard.rows(typing.layer).first().and_then(|row| row.first()) {
        walk::go_to(ui, Key::letter_id(first));
    }
}
