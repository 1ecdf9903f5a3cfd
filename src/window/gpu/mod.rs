//! A window painted by the graphics driver: eframe with glow, which needs no more than OpenGL 2.0.

pub(super) mod hardware;
pub(super) mod trial;

pub use trial::try_gpu;

use std::thread;

use eframe::{CreationContext, Frame, NativeOptions, Renderer};
use egui::{Context, Ui, Visuals};

use super::memory::{self, Gpu};
use super::{Draw, WindowError, WindowOptions, display};

/// Opens the window; `good` is remembered once it has painted.
pub(super) fn run(
    options: &WindowOptions,
    good: Gpu,
    make: impl FnOnce(&Context) -> Draw + Send + 'static,
) -> Result<(), WindowError> {
    let ctx = Context::default();
    display::set_up(&ctx);
    let getting_ready = thread::spawn({
        let ctx = ctx.clone();
        move || make(&ctx)
    });
    let create = |_: &CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        (options.mark)("graphics driver");
        let draw = getting_ready.join().map_err(|_| "what is to be drawn could not be made")?;
        Ok(Box::new(App { draw, good: Some(good), mark: options.mark }))
    };
    let (title, native) = (&options.title, native(&options.title));
    display::guard(|| eframe::run_native_ext(title, native, Some(ctx), Box::new(create)).map_err(explain))
}

fn native(title: &str) -> NativeOptions {
    NativeOptions { viewport: display::viewport(title), renderer: Renderer::Glow, ..NativeOptions::default() }
}

/// Whose failure it is: the driver's, or another's.
fn explain(error: eframe::Error) -> WindowError {
    match error {
        eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_) => {
            WindowError::painter(error)
        }
        _ => WindowError::failed(error),
    }
}

struct App {
    draw: Draw,
    /// What is still to be remembered of the driver.
    good: Option<Gpu>,
    mark: fn(&'static str),
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        (self.draw)(ui);
        let is_first = ui.ctx().cumulative_frame_nr() == 0;
        if is_first {
            (self.mark)("first frame");
        } else if let Some(good) = self.good.take() {
            // The first one was painted, or this one would not have been asked for.
            (self.mark)("on screen");
            memory::write(good);
        }
    }

    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
