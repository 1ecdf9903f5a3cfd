//! The display server, and what every window on it begins with.

use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::thread;

use egui::{Context, ViewportBuilder};

use super::WindowError;

/// Smaller windows cannot hold the tabs and a few lines of text.
const MIN_SIZE: [f32; 2] = [480.0, 400.0];
const LARGER_THAN_ANY_SCREEN: [f32; 2] = [16_384.0, 16_384.0];

/// The window before anything is known of the screen.
pub(super) fn viewport(title: &str) -> ViewportBuilder {
    ViewportBuilder::default()
        .with_title(title)
        .with_app_id("careshelf")
        // As large as the screen, to which it is cut down: a window that grows after it appeared is painted twice.
        .with_inner_size(LARGER_THAN_ANY_SCREEN)
        .with_maximized(true)
        .with_min_inner_size(MIN_SIZE)
}

/// Takes from egui what would get between the reader and the four text sizes.
pub(super) fn set_up(ctx: &Context) {
    // Ctrl and + or - would change the size behind their back.
    ctx.options_mut(|egui| egui.zoom_with_keyboard = false);
}

/// Whether a display server is named at all; only Linux and its kin name one.
pub(super) fn check() -> Result<(), WindowError> {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_there = !cfg!(all(unix, not(target_vendor = "apple")))
        || is_set("DISPLAY")
        || is_set("WAYLAND_DISPLAY")
        || is_set("WAYLAND_SOCKET");
    if is_there { Ok(()) } else { Err(WindowError::NoDisplay) }
}

/// Runs `open`; a panic becomes an error. winit panics where a library that it loads at run time is missing, and whoever
/// started the viewer there needs one sentence, not a list of functions.
pub(super) fn guard(open: impl FnOnce() -> Result<(), WindowError>) -> Result<(), WindowError> {
    let usual = panic::take_hook();
    let own_thread = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() != own_thread {
            usual(info);
        }
    }));
    let result = catch_unwind(AssertUnwindSafe(open));
    // What comes later is nobody's to explain.
    let _ = panic::take_hook();
    result.unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
        Err(WindowError::failed(text.unwrap_or("the window system failed")))
    })
}
