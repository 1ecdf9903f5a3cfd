//! How pixels reach a screen. It opens a window, asks for every frame, and knows nothing of what is drawn.
//!
//! There is one seam: a function that draws a frame into an egui `Ui`. Two ways lead from it to the screen, and the reader
//! cannot tell them apart:
//!
//! ```text
//! choice ──┬──→ gpu   eframe and OpenGL, where a graphics driver with hardware behind it answers
//!   │      └──→ cpu   winit, the painter and softbuffer, everywhere else
//!   ├─→ gpu/trial   the driver is tried in a process of its own first,
//!   └─→ memory      and what came of it is remembered
//! restart           if one way fails after all, the same executable goes the other one, once
//! cpu/lock          a kiosk's window, which covers every screen and stays; only the processor paints it
//! pulse             a sign of life, for whoever starts the kiosk again when it hangs
//! painter           shapes → pixels, for cpu, for picture files and for tests
//! ```

mod choice;
mod cpu;
mod display;
mod error;
mod gpu;
mod in_use;
mod memory;
pub mod painter;
pub mod picture;
mod pulse;
mod restart;

pub use choice::{ENVIRONMENT_VARIABLE, Renderer};
pub use error::WindowError;
pub use gpu::try_gpu;
pub use in_use::painter_in_use;
pub use pulse::Pulse;

use egui::{Context, Ui};

use choice::{Choice, Painter};
use memory::Gpu;

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
    /// Whether it is the window of a kiosk: it covers every screen, and nobody closes it but what is drawn in it, by sending
    /// `ViewportCommand::Close`. Egui is told when somebody tries. Such a window is always painted on the processor: that is
    /// one painter to trust, and eframe cannot hold a window in its place.
    pub is_locked: bool,
    /// Told that the window lives: for the first time when its first frame is on the screen. Only a window that is painted on
    /// the processor tells it.
    pub pulse: Option<Pulse>,
}

/// Opens a window and shows what `make` gives it to draw, until the reader closes it. `make` runs on a thread of its own
/// while the window system wakes up.
///
/// If what was to paint it cannot, this process becomes a new one that paints in the other way.
///
/// # Errors
/// If there is no display, or nothing can be drawn on it.
pub fn run(
    mut options: WindowOptions,
    make: impl FnOnce(&Context) -> Draw + Send + 'static,
) -> Result<(), WindowError> {
    display::check()?;
    let pulse = options.pulse.take();
    let (choice, has_tried) = if options.is_locked { (Choice::Cpu, false) } else { choice::choose(options.renderer) };
    in_use::note(if matches!(choice, Choice::Cpu) { Painter::Cpu } else { Painter::Gpu });
    let (painter, result) = match choice {
        Choice::Cpu => (Painter::Cpu, cpu::run(&options, pulse, make)),
        Choice::Gpu(good) => {
            memory::write(Gpu::Trying);
            let result = gpu::run(&options, good, make);
            if result.is_err() {
                // Only the driver's own failure speaks against it.
                let is_drivers = matches!(result, Err(WindowError::Painter(_)));
                memory::write(if is_drivers { Gpu::Failed } else { good });
            }
            (Painter::Gpu, result)
        }
    };
    match result {
        // eframe would open it unlocked.
        Err(WindowError::Painter(reason)) if !options.is_locked => Err(restart::with(painter.other(), &reason)),
        // A bare X server begins anew when its last window goes, and that was the trial's.
        Err(WindowError::Failed(reason)) if has_tried => Err(restart::after_a_while(painter, &reason)),
        result => result,
    }
}
