//! How pixels reach a screen. It opens a window, asks for every frame, and knows nothing of what is drawn.
//!
//! There is one seam: a function that draws a frame into an egui `Ui`. Two ways lead from it to the screen, and the reader
//! cannot tell them apart:
//!
//! ```text
//! choice ──┬─→ gpu   eframe and OpenGL, where a graphics driver answers
//! memory ──┘    └─→ cpu   winit, the painter, softbuffer: everywhere else, and if the driver fails
//!                    └─→ painter   shapes → pixels; pictures and tests use it without a window
//! ```

mod choice;
mod cpu;
mod display;
mod error;
mod gpu;
mod memory;
pub mod painter;
pub mod picture;
mod restart;

pub use choice::{ENVIRONMENT_VARIABLE, Renderer};
pub use error::WindowError;
pub use gpu::try_gpu;

use egui::{Context, Ui};

use choice::Choice;

/// Draws one frame. It may run twice for one picture, so it acts on nothing but its own state.
///
/// Behind all that it draws stands egui's `panel_fill`, which must be opaque.
pub type Draw = Box<dyn FnMut(&mut Ui) + Send>;

/// How the window begins.
pub struct WindowOptions {
    /// The words in its title bar and in the list of windows.
    pub title: String,
    /// What paints it.
    pub renderer: Renderer,
    /// Told when something of interest to a person who measures the start has happened.
    pub mark: fn(&'static str),
}

/// Opens a window and shows what `make` gives it to draw, until the reader closes it. `make` runs on a thread of its own
/// while the window system wakes up.
///
/// If the graphics driver was to paint and cannot, this process becomes a new one that paints on the processor.
///
/// # Errors
/// If there is no display, or nothing can be drawn on it.
pub fn run(options: &WindowOptions, make: impl FnOnce(&Context) -> Draw + Send + 'static) -> Result<(), WindowError> {
    display::check()?;
    match choice::choose(options.renderer) {
        Choice::Cpu => cpu::run(options, make),
        Choice::Gpu => {
            memory::write(memory::Gpu::Trying);
            let result = gpu::run(options, make);
            memory::write(if result.is_ok() { memory::Gpu::Works } else { memory::Gpu::Failed });
            result.map_err(restart::without_gpu)
        }
    }
}
