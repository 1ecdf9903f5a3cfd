//! Keys that work everywhere. They are heard before a frame is drawn, so that it shows already what they ask for.

use egui::{Context, Event, Id, Key, Modifiers};

use super::admin_keys::admin_keys;
use crate::model::library::Library;
use crate::state::typing::TypingAction;
use crate::state::{Action, AppState, GuideAction, PrintAction, SearchAction};

/// The keys for the tabs, from left to right, with Ctrl as in other programs that have tabs: somebody who speaks to a computer must
/// not open one by chance (WCAG 2.2, 2.1.4).
const TAB_KEYS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// The keys that go back.
pub(super) const BACK_KEYS: [Key; 3] = [Key::Backspace, Key::Escape, Key::BrowserBack];

/// The keys that put the keyboard on screen away. Backspace deletes a letter there.
const CLOSING_KEYS: [Key; 2] = [Key::Escape, Key::BrowserBack];

/// A key held down is one wish: it must not run through the steps of the guide, or past them.
fn hush_repeats(ctx: &Context, state: &AppState) {
    let is_at_keys = state.typing.is_some() && !ctx.text_edit_focused();
    let is_hushed_page =
        state.open_guide().is_some() || state.printing.is_some() || state.admin.is_some() || is_at_keys;
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
    // On a kiosk the keys of the keyboard on screen may have the focus.
    let has_keyboard = library.site.is_kiosk && state.typing.as_ref().is_some_and(|typing| typing.is_keyboard_open);
    let is_writing = ctx.text_edit_focused() || has_keyboard;
    let mut actions = Vec::new();
    hush_repeats(ctx, state);
    if is_hiding_asked(ctx) {
        actions.push(Action::ToggleHidden);
    }
    // What is out of sight hears no key, but for the one that helps in an overdose.
    let is_covered = (state.cover.is_some() && state.open_guide().is_none()) || state.warning_left(library).is_some();
    // Arrows that walk from letter to letter knock at no door.
    if !is_covered && !has_keyboard {
        actions.extend(admin_keys(ctx, library, state));
    }
    ctx.input(|input| {
        if input.key_pressed(Key::F1) {
            actions.push(Action::ActNow);
        }
        if is_covered {
            return;
        }
        if has_keyboard && CLOSING_KEYS.iter().any(|key| input.key_pressed(*key)) {
            actions.push(Action::Type(TypingAction::CloseKeyboard));
            return;
        }
        // Where somebody writes, Backspace takes a letter back; the panel for the administrator has keys of its own.
        let is_panel = state.admin.is_some() && state.sheet.is_none() && state.printing.is_none();
        if !is_writing && !is_panel && BACK_KEYS.iter().any(|key| input.key_pressed(*key)) {
            actions.extend(back(state));
            return;
        }
        if state.open_guide().is_some() || state.printing.is_some() {
            // The tabs are out of sight.
            return;
        }
        if state.admin.is_none() && input.modifiers.command_only() && input.key_pressed(Key::F) {
            actions.push(Action::Search(SearchAction::Open));
        }
        // Where somebody writes, a number is a number.
        if !is_writing && state.admin.is_none() && input.modifiers.command_only() {
            let tabs = TAB_KEYS.iter().zip(library.topics());
            let pressed = tabs.filter(|(key, _)| input.key_pressed(**key));
            actions.extend(pressed.map(|(_, topic)| Action::OpenTopic(topic.id.clone())));
        }
    });
    actions
}

/// So often Shift is pressed and let go, alone, to hide the page or to show it again,
const HIDING_TAPS: usize = 3;

/// within so many seconds.
const HIDING_SECS: f64 = 2.0;

/// Whether the last of three taps of Shift came since the last frame. No other key may come between them: somebody who
/// writes capital letters hides nothing.
fn is_hiding_asked(ctx: &Context) -> bool {
    let id = Id::unique("taps of Shift");
    let mut taps: ShiftTaps = ctx.data(|data| data.get_temp(id)).unwrap_or_default();
    let is_asked = ctx.input(|input| input.events.iter().filter(|event| taps.ends_with(event, input.time)).count() > 0);
    ctx.data_mut(|data| data.insert_temp(id, taps));
    is_asked
}

/// Taps of Shift alone.
#[derive(Clone, Default)]
struct ShiftTaps {
    is_down: bool,
    /// When each began, in seconds.
    began: Vec<f64>,
}

impl ShiftTaps {
    /// Whether `event` ends the last of enough taps.
    fn ends_with(&mut self, event: &Event, now: f64) -> bool {
        match event {
            Event::ModifiersChanged(modifiers) if *modifiers == Modifiers::SHIFT => {
                self.began.retain(|began| now - began <= HIDING_SECS);
                self.began.push(now);
                self.is_down = true;
            }
            Event::ModifiersChanged(modifiers) => {
                let is_tap = self.is_down && modifiers.is_none();
                self.is_down = false;
                if is_tap && self.began.len() >= HIDING_TAPS {
                    self.began.clear();
                    return true;
                }
                if !is_tap {
                    self.began.clear();
                }
            }
            Event::Key { key: Key::ShiftLeft | Key::ShiftRight, .. } => (),
            Event::Key { .. } | Event::PointerButton { .. } => self.began.clear(),
            _ => (),
        }
        false
    }
}
