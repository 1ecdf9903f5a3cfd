//! One key a frame, so that what is pressed fast on a slow machine does what it does on a fast one.
//!
//! egui moves the focus once a frame, however often Tab was pressed since the last one, and presses what had the focus when
//! the frame began. Whoever presses Tab, Tab, Enter while a page is being drawn would press the wrong thing. And a page that a
//! key opens says where the focus goes in a frame of its own, so that a key is followed by a frame without one.

use egui::{Context, Event, Key, Plugin, RawInput, Ui};

/// Lets `ctx` hear the keys one after another.
pub fn hear_key_by_key(ctx: &Context) {
    ctx.add_plugin(KeyByKey::default());
}

/// Keeps what comes after a key back for a later frame.
#[derive(Default)]
struct KeyByKey {
    later: Vec<Event>,
    /// Whether the last frame heard a step.
    is_stepping: bool,
}

impl Plugin for KeyByKey {
    fn debug_name(&self) -> &'static str {
        "key by key"
    }

    fn input_hook(&mut self, _: &Context, input: &mut RawInput) {
        let mut events = std::mem::take(&mut self.later);
        events.append(&mut input.events);
        self.later = events.split_off(end_of_step(&events, self.is_stepping));
        // A key held down on a slow machine must not go on after it was let go.
        self.later.retain(|event| !matches!(event, Event::Key { repeat: true, .. }));
        self.is_stepping = events.iter().any(is_step);
        input.events = events;
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        if !self.later.is_empty() {
            ui.request_repaint();
        }
    }
}

/// How many of `events` this frame hears: up to the next key, once one came that leads to another place or presses what is
/// there, in this frame or, if `is_stepping`, in the last one. Letters stay together, and so does everything but keys.
fn end_of_step(events: &[Event], is_stepping: bool) -> usize {
    let is_press = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
    let first = if is_stepping { Some(0) } else { events.iter().position(is_step).map(|at| at + 1) };
    let next = first.and_then(|from| Some(from + events[from..].iter().position(is_press)?));
    next.unwrap_or(events.len())
}

fn is_step(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: true, key, .. } if STEPS.contains(key))
}

/// The keys that lead to another place or press what is there.
const STEPS: [Key; 15] = [
    Key::Tab,
    Key::ArrowRight,
    Key::ArrowLeft,
    Key::ArrowDown,
    Key::ArrowUp,
    Key::Enter,
    Key::Space,
    Key::Escape,
    Key::Backspace,
    Key::BrowserBack,
    Key::PageDown,
    Key::PageUp,
    Key::Home,
    Key::End,
    Key::F1,
];
