//! A window painted by the graphics driver: eframe with glow, which needs no more than OpenGL 2.0.

use std::panic::{AssertUnwindSafe, catch_unwind};

use eframe::{CreationContext, Frame, NativeOptions, Renderer};
use egui::{Context, Ui, ViewportBuilder, Visuals};

use super::{Screen, WindowError, WindowOptions};

/// Smaller windows cannot hold the tabs and a few lines of text.
const MIN_SIZE: [f32; 2] = [480.0, 400.0];
const LARGER_THAN_ANY_SCREEN: [f32; 2] = [16_384.0, 16_384.0];

pub(super) fn run(options: &WindowOptions, make: impl FnOnce(&Context) -> Box<dyn Screen>) -> Result<(), WindowError> {
    if !has_display() {
        return Err(WindowError::NoDisplay);
    }
    let viewport = ViewportBuilder::default()
        .with_title(&options.title)
        .with_app_id("careshelf")
        // As large as the screen, to which eframe cuts it down: a window that grows after it appeared is painted twice.
        .with_inner_size(LARGER_THAN_ANY_SCREEN)
        .with_maximized(true)
        .with_min_inner_size(MIN_SIZE);
    let native = NativeOptions { viewport, renderer: Renderer::Glow, ..NativeOptions::default() };
    let create = |creation: &CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        // Ctrl and + or - would change the size behind the back of the four text sizes.
        creation.egui_ctx.options_mut(|egui| egui.zoom_with_keyboard = false);
        Ok(Box::new(Adapter(make(&creation.egui_ctx))))
    };
    // winit panics where a library that it loads at run time is missing.
    let result = catch_unwind(AssertUnwindSafe(|| eframe::run_native(&options.title, native, Box::new(create))));
    match result {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(WindowError::Failed(error.to_string())),
        Err(panic) => Err(WindowError::Failed(words_of(panic.as_ref()))),
    }
}

/// Whether a display server is named at all; only Linux and its kin name one.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(all(unix, not(target_vendor = "apple")))
        || is_set("DISPLAY")
        || is_set("WAYLAND_DISPLAY")
        || is_set("WAYLAND_SOCKET")
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("the window system failed").to_owned()
}

struct Adapter(Box<dyn Screen>);

impl eframe::App for Adapter {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        self.0.frame(ui);
    }

    fn clear_color(&self, _visuals: &Visuals) -> [f32; 4] {
        self.0.background().to_normalized_gamma_f32()
    }
}
