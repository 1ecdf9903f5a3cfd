//! A kiosk after a row of quick crashes: a page with the overdose steps and the number to call, and nothing else.
//!
//! No sound, no printing, no emergency file, no second thread, no graphics driver: one of them may be what crashed. After a
//! while the program ends, and whatever supervises it starts the usual one again.

use std::panic::catch_unwind;
use std::time::Duration;

use egui::{Context, Event, Ui, ViewportCommand};

use super::starts::Danger;
use crate::content::{Loaded, Origin, load_bundled, load_first};
use crate::report::complain;
use crate::state::{Spacing, TextSize, Theme};
use crate::ui::safe_ui;
use crate::ui::theme::{self, Look};
use crate::window::Draw;

/// So long after the last touch the usual program is tried again.
const LONG_ENOUGH: Duration = Duration::from_mins(10);

/// The colours and sizes: there is no choice, so it is one that most can read from a step away.
const LOOK: (Theme, TextSize) = (Theme::Light, TextSize::Larger);

/// The safe page.
pub struct SafePage {
    loaded: Loaded,
    look: Look,
    /// When somebody touched it last, or it began, in seconds of the window.
    touched_secs: Option<f64>,
}

impl SafePage {
    /// The page as a kiosk shows it.
    pub fn new(loaded: Loaded) -> Self {
        let (theme, text_size) = LOOK;
        Self::with_look(loaded, Look::new(theme, text_size, Spacing::default()))
    }

    /// The page in another look.
    pub fn with_look(loaded: Loaded, look: Look) -> Self {
        Self { loaded, look, touched_secs: None }
    }

    /// Draws a frame.
    pub fn frame(&mut self, ui: &mut Ui) {
        safe_ui(ui, &self.loaded.library, &self.loaded.words, &self.look);
        let (now, is_touched) = ui.input(|input| (input.time, input.events.iter().any(is_touch)));
        if is_touched || self.touched_secs.is_none() {
            self.touched_secs = Some(now);
        }
        let untouched = self.touched_secs.map_or(0.0, |touched| now - touched);
        let left_secs = LONG_ENOUGH.as_secs_f64() - untouched;
        if 0.0 < left_secs {
            ui.ctx().request_repaint_after_secs(left_secs as f32);
        } else {
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
    }
}

/// Whether a person did that, and not a mouse on a shaking table.
fn is_touch(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::PointerButton { .. } | Event::Touch { .. } | Event::MouseWheel { .. })
}

/// Reads what the page shows, and draws it.
pub(super) fn draw(ctx: &Context, origin: &Origin, danger: Danger) -> Draw {
    tell(danger);
    theme::apply(ctx, LOOK.0);
    theme::install_fonts(ctx);
    let mut page = SafePage::new(content(origin, danger));
    Box::new(move |ui| page.frame(ui))
}

/// The content at `origin`, or what is in the executable.
fn content(origin: &Origin, danger: Danger) -> Loaded {
    let of_site = (!danger.is_without_files).then(|| catch_unwind(|| load_first(origin)).ok()).flatten();
    of_site.unwrap_or_else(|| load_bundled(origin))
}

/// Tells the person who looks after the machine, in its journal.
fn tell(danger: Danger) {
    let files = if danger.is_without_files { "; no content folder and no site file is read" } else { "" };
    complain(&format!(
        "careshelf: {} starts in a row ended within a minute; showing only the overdose steps{files}. \
         The usual program is tried again {} minutes after the last touch",
        danger.crashes,
        LONG_ENOUGH.as_secs() / 60,
    ));
}
