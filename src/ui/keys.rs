//! Keys that work everywhere. They are heard before a frame is drawn, so that it shows already what they ask for.

use egui::{Context, Event, Key, Modifiers};

use crate::model::library::Library;
use crate::state::{Action, AppState, GuideAction, PrintAction};

/// The keys for the tabs, from left to right.
const TAB_KEYS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// The keys that go back.
const BACK_KEYS: [Key; 3] = [Key::Backspace, Key::Escape, Key::BrowserBack];

/// A key held down is one wish: it must not run through the steps of the guide, or past them.
fn hush_repeats(ctx: &Context, state: &AppState) {
    let is_hushed_page = state.open_guide().is_some() || state.printing.is_some();
    let is_writing = ctx.text_edit_focused();
    let is_hushed = |key: &Key| match key {
        Key::F1 => true,
        Key::Enter | Key::Space => is_hushed_page,
        key => !is_writing && BACK_KEYS.contains(key),
    };
    ctx.input_mut(|input| {
        input.events.retain(|event| !matches!(event, Event::Key { key, repeat: true, .. } if is_hushed(key)));
    });
}

/// What closes what is open, or else goes to where the reader was before.
fn back(state: &AppState) -> Option<Action> {
    if state.sheet.is_some() {
        Some(Action::CloseSheet)
    } else if let Some(emergency) = state.open_guide() {
        emergency.has_way_back().then_some(Action::Guide(GuideAction::Back))
    } else if state.printing.is_some() {
        Some(Action::Print(PrintAction::Close))
    } else if state.is_section_list_open {
        Some(Action::ToggleSectionList)
    } else {
        Some(Action::GoBack)
    }
}

/// What the keys pressed since the last frame ask for.
#[must_use]
pub fn key_actions(ctx: &Context, library: &Library, state: &AppState) -> Vec<Action> {
    let is_writing = ctx.text_edit_focused();
    let mut actions = Vec::new();
    hush_repeats(ctx, state);
    ctx.input(|input| {
        if input.key_pressed(Key::F1) {
            actions.push(Action::ActNow);
        }
        // Where somebody writes, Backspace takes a letter back.
        if !is_writing && BACK_KEYS.iter().any(|key| input.key_pressed(*key)) {
            actions.extend(back(state));
            return;
        }
        if state.open_guide().is_some() || state.printing.is_some() {
            // The tabs are out of sight.
            return;
        }
        // Where somebody writes, a number is a number.
        if !is_writing && input.modifiers == Modifiers::NONE {
            let tabs = TAB_KEYS.iter().zip(library.topics());
            let pressed = tabs.filter(|(key, _)| input.key_pressed(**key));
            actions.extend(pressed.map(|(_, topic)| Action::OpenTopic(topic.id.clone())));
        }
    });
    actions
}
