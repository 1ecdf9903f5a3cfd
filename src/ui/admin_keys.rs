//! How fingers and keys open the administrator's panel of a kiosk, and what keys mean in it. The sequence itself stands in
//! `state/admin/knocks.rs`.

use egui::{Context, Event, Key, PointerButton, Rect, Ui};

use super::keys::BACK_KEYS;
use super::views::DIGIT_KEYS;
use crate::model::library::Library;
use crate::state::admin::{Admin, Digit, Door, Knock};
use crate::state::{Action, AdminAction, AppState};

/// What the touches of `name` since the last frame are for the sequence, where there is a panel. It is where the clinic's
/// name stands, or would if there were room for it.
pub(super) fn touch_knocks(ui: &Ui, name: Rect) -> Vec<Action> {
    let is_touch = |event: &&Event| matches!(event, Event::PointerButton { pos, button: PointerButton::Primary, pressed: true, .. } if name.contains(*pos));
    let touches = ui.input(|input| input.events.iter().filter(is_touch).count());
    vec![Action::Admin(AdminAction::Knock(Knock::Name)); touches]
}

/// What the keys since the last frame are for the sequence, or in the panel.
pub(super) fn admin_keys(ctx: &Context, library: &Library, state: &AppState) -> Vec<Action> {
    let is_free = state.printing.is_none() && state.sheet.is_none();
    let actions = match state.admin.as_ref().filter(|_| is_free) {
        Some(admin) => panel_keys(ctx, admin),
        None if library.site.is_kiosk => pressed(ctx).into_iter().filter_map(knock).map(AdminAction::Knock).collect(),
        None => Vec::new(),
    };
    actions.into_iter().map(Action::Admin).collect()
}

fn knock(key: Key) -> Option<Knock> {
    match key {
        Key::ArrowUp => Some(Knock::Up),
        Key::ArrowDown => Some(Knock::Down),
        Key::ArrowLeft => Some(Knock::Left),
        Key::ArrowRight => Some(Knock::Right),
        _ => None,
    }
}

/// The keys pressed since the last frame, in their order; one that is held down was pressed once.
fn pressed(ctx: &Context) -> Vec<Key> {
    let key = |event: &Event| match event {
        Event::Key { key, pressed: true, repeat: false, .. } => Some(*key),
        _ => None,
    };
    ctx.input(|input| input.events.iter().filter_map(key).collect())
}

/// Enter presses what has the keyboard, and tries the PIN where nothing has.
fn panel_keys(ctx: &Context, admin: &Admin) -> Vec<AdminAction> {
    let is_walking = ctx.memory(|memory| memory.focused().is_some());
    let mut typed = if let Door::Pad(pad) = &admin.door { Some(pad.digits.count()) } else { None };
    let meaning = |key: Key| match (key, &mut typed) {
        (Key::Enter, Some(_)) => (!is_walking).then_some(AdminAction::Submit),
        (Key::Backspace, Some(count)) if 0 < *count => {
            *count -= 1;
            Some(AdminAction::Erase)
        }
        (key, _) if BACK_KEYS.contains(&key) => Some(AdminAction::Close),
        (key, Some(count)) => {
            let value = DIGIT_KEYS.iter().position(|digit| *digit == key)?;
            *count += 1;
            Digit::new(u8::try_from(value).ok()?).map(AdminAction::Type)
        }
        _ => None,
    };
    pressed(ctx).into_iter().filter_map(meaning).collect()
}
