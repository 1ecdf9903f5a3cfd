//! The sheet on which whoever looks after a kiosk tries its keyboard.

use egui::Ui;

use super::field::field_ui;
use super::sources::sheet_head_ui;
use crate::state::Action;
use crate::state::typing::{Field, Typing};
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{label, label_with};
use crate::words::Msg;

/// A field, and under it what was written.
pub(crate) fn try_keyboard_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    sheet_head_ui(ui, view, &view.text(Msg::KeyboardTry), actions);
    let field = field_ui(ui, view, Field::TryKeyboard, &view.text(Msg::KeyboardTryField), actions);
    if view.is_new_sheet {
        field.request_focus();
    }
    let words = view.state.typing.as_ref().filter(|typing| !typing.is_secret).map(Typing::words).unwrap_or_default();
    if !words.is_empty() {
        // The field shows a part of what is long.
        let wrote = view.words.with(Msg::KeyboardTryWrote, &[("words", words.into())]);
        label_with(ui, &wrote, theme::regular(view.look.scale.body), view.look.tokens.ink);
    }
    label(ui, &view.look, &view.text(Msg::KeyboardTryAbout));
}
