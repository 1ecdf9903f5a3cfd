//! What the keyboard on screen says after each key, for those who do not see the field.

use egui::{Rect, Ui};

use super::keys::name_of;
use crate::state::typing::{Echo, Typing};
use crate::ui::View;
use crate::ui::widgets::announce;
use crate::words::Msg;

/// Lets screen readers say what the last key did.
pub(super) fn echo_ui(ui: &Ui, view: &View<'_>, typing: &Typing, place: Rect) {
    let mut words = String::new();
    if let Some((echo, count)) = typing.echo() {
        words = said(view, echo);
        // Only words that change are said; the second of two same letters must be heard too.
        if count % 2 == 0 {
            words.push('\u{a0}');
        }
    }
    announce(ui, "keyboard echo", place.with_max_y(place.min.y + 1.0), &words, false);
}

fn said(view: &View<'_>, echo: &Echo) -> String {
    match echo {
        Echo::Wrote(Some(written)) => name_of(view, written),
        Echo::Wrote(None) => view.text(Msg::EchoWroteSecret),
        Echo::Deleted(Some(deleted)) => view.words.with(Msg::EchoDeleted, &[("letter", name_of(view, deleted).into())]),
        Echo::Deleted(None) => view.text(Msg::EchoDeletedSecret),
        Echo::Empty => view.text(Msg::EchoEmpty),
        Echo::Cleared => view.text(Msg::EchoCleared),
        Echo::Full => view.text(Msg::FieldFull),
    }
}
