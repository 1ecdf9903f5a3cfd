//! A window painted by the graphics driver: eframe with glow, which needs no more than OpenGL 2.0.

pub(super) mod hardware;
pub(super) mod trial;

pub(super) use trial::Verdict;
pub use trial::try_gpu;

use std::thread;

use eframe::{CreationContext, Frame, NativeOptions, Renderer};
use egui::{Context, Ui, Visuals};

use super::{Draw, WindowError, WindowOptions, display, memory};

pub(super) fn run(
    options: &WindowOptions,
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
        Ok(Box::new(App { draw, frames: 0, mark: options.mark }))
    };
    let (title, native) = (&options.title, native(&options.title));
    display::guard(|| eframe::run_native_ext(title, native, Some(ctx), Box::new(create)).map_err(WindowError::failed))
}

fn native(title: &str) -> NativeOptions {
    NativeOptions { viewport: display::viewport(title), renderer: Renderer::Glow, ..NativeOptions::default() }
}

struct App {
    draw: Draw,
    frames: u32,
    mark: fn(&'static str),
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        (self.draw)(ui);
        self.frames = self.frames.saturating_add(1);
        match self.frames {
            1 => (self.mark)("first frame"),
            // The first one was painted, or this one would not have been asked for.
            2 => {
                (self.mark)("on screen");
                memory::write(memory::Gpu::Works);
            }
            _ => (),
        }
    }

    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
