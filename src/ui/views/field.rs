//! A text field of the viewer: what is written in it goes into the state, and on a kiosk a keyboard comes with it.

use egui::{Id, Response, Ui};

use super::keyboard::{enter, field_id, shown_typing};
use crate::state::Action;
use crate::state::typing::{Field, MOST_CHARS, Typing, TypingAction, Written};
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{FieldReport, TextField, announced_label, return_to_field};
use crate::words::Msg;

/// Shows the field under its label.
pub(crate) fn field_ui(ui: &mut Ui, view: &View<'_>, field: Field, label: &str, actions: &mut Vec<Action>) -> Response {
    let typing = view.state.typing.as_ref().filter(|typing| typing.field() == field);
    let id = field_id(field);
    let has_keys = typing.is_some() && shown_typing(view).is_some();
    let had_keys = note(ui, id.with("keys"), has_keys);
    if had_keys && !has_keys && typing.is_some() {
        return_to_field(ui, id);
    }
    let clear = view.text(Msg::FieldClear);
    let widget = TextField {
        id,
        label,
        clear: &clear,
        words: typing.map(Typing::words).unwrap_or_default(),
        selection: typing.map(Typing::selection).unwrap_or_default(),
        most_chars: MOST_CHARS,
        is_secret: typing.is_some_and(|typing| typing.is_secret),
        has_keys,
        is_sealed: view.library.site.is_kiosk,
    };
    let (response, reports) = widget.show(ui, &view.look);
    // The page above the keyboard has become smaller, or something was written.
    let room = (ui.clip_rect().height() as u32, response.rect.height() as u32);
    let chars = typing.map_or(0, |typing| typing.words().len());
    let now = (has_keys, room, chars);
    if note(ui, id.with("room"), now) != now && has_keys {
        response.scroll_to_me(None);
    }
    for report in reports {
        match report {
            FieldReport::Wanted => actions.push(Action::Type(TypingAction::Begin(field))),
            FieldReport::Cleared => actions.push(Action::Type(TypingAction::Clear)),
            FieldReport::WentToKeys => enter(ui, view),
            FieldReport::Changed(words, selection) => {
                if typing.is_none() {
                    actions.push(Action::Type(TypingAction::Begin(field)));
                }
                actions.push(Action::Type(TypingAction::Replace(Written(words), selection)));
            }
        }
    }
    if typing.is_some_and(Typing::is_full) {
        let font = theme::regular(view.look.scale.small);
        announced_label(ui, "field full", &view.text(Msg::FieldFull), font, view.look.tokens.ink, false);
    }
    response
}

/// Notes `now` under `id`; says what was noted there before.
fn note<T: Clone + Default + Send + Sync + 'static>(ui: &Ui, id: Id, now: T) -> T {
    ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(id), now))
}
