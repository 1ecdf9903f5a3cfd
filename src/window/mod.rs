//! How pixels reach a screen. It opens a window, calls back for every frame, and knows nothing of what is drawn.

mod error;
mod gpu;
pub mod painter;

pub use error::WindowError;

use egui::{Color32, Context, Ui};

/// What a window shows.
pub trait Screen {
    /// Draws one frame. It may run twice for one picture, so it acts on nothing but its own state.
    fn frame(&mut self, ui: &mut Ui);

    /// What stands behind everything that [`Screen::frame`] draws.
    fn background(&self) -> Color32;
}

/// How the window begins.
pub struct WindowOptions {
    /// The words in its title bar and in the list of windows.
    pub title: String,
}

/// Opens a window and shows the screen that `make` builds, until the reader closes it.
///
/// # Errors
/// If there is no display, or nothing can be drawn on it.
pub fn run(options: &WindowOptions, make: impl FnOnce(&Context) -> Box<dyn Screen>) -> Result<(), WindowError> {
    gpu::run(options, make)
}
