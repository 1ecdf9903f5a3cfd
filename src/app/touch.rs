//! Whether somebody is there: keys, touches, the mouse, and what screen readers ask for.

use egui::{Context, Event, Pos2};

/// A mouse on a table that shakes moves by less than so many points.
const SHAKE: f32 = 8.0;

/// Watches what comes in.
#[derive(Default)]
pub(super) struct TouchWatch {
    /// Where the mouse was when it last counted as moved.
    mouse: Option<Pos2>,
}

/// What came in since the last frame.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Touched {
    is_any: bool,
    is_answer: bool,
}

impl Touched {
    /// Whether anything came from a person.
    pub(super) fn is_any(self) -> bool {
        self.is_any
    }

    /// Whether it was something whole: a finger that was lifted, a key. A finger that comes down may be on its way to a
    /// button.
    pub(super) fn is_answer(self) -> bool {
        self.is_answer
    }
}

impl TouchWatch {
    /// What came in since the last frame.
    pub(super) fn since_last_frame(&mut self, ctx: &Context) -> Touched {
        ctx.input(|input| {
            let mut touched = Touched::default();
            for event in &input.events {
                touched.is_any |= self.is_from_person(event);
                touched.is_answer |= is_answer(event);
            }
            touched.is_any |= touched.is_answer;
            touched
        })
    }

    fn is_from_person(&mut self, event: &Event) -> bool {
        match event {
            Event::PointerMoved(at) => {
                let is_moved = self.mouse.is_none_or(|before| SHAKE < before.distance(*at));
                // The first place is where the mouse lies.
                let is_first = self.mouse.is_none();
                if is_moved {
                    self.mouse = Some(*at);
                }
                is_moved && !is_first
            }
            Event::PointerButton { .. } | Event::Touch { .. } => true,
            other => is_answer(other),
        }
    }
}

fn is_answer(event: &Event) -> bool {
    match event {
        Event::Key { .. }
        | Event::ModifiersChanged(_)
        | Event::Text(_)
        | Event::MouseWheel { .. }
        | Event::Zoom(_)
        | Event::Paste(_)
        | Event::Copy
        | Event::Cut
        | Event::AccessKitActionRequest(_)
        | Event::PointerButton { pressed: false, .. } => true,
        Event::Touch { phase, .. } => *phase == egui::TouchPhase::End,
        _ => false,
    }
}
