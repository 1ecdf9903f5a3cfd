//! A locked window, as a kiosk has: it covers every screen, comes back on top, and nobody closes it but what is drawn in it.
//!
//! ```text
//! rules     what a locked window hears, and what it does of what is asked of it
//! x11       on an X server, with a window manager or without: placed, raised and given the keyboard from outside
//! screens   which part of an X server's screen is the page's, and which only must not show anything else
//! ```
//! Under Wayland the compositor decides who covers what: the window asks for the full screen, and `cage` or its like grants it.
//! With several monitors, `cage -m last` lights only one of them.
//!
//! What no program can forbid is the server's and the window manager's own: keys that lead to a console (Xorg's
//! `DontVTSwitch`), and keys that start programs. The page comes back on top of whatever they start.

pub(super) mod rules;
#[cfg(target_os = "linux")]
mod screens;
#[cfg(target_os = "linux")]
mod x11;

use egui::{Color32, ViewportBuilder};
use winit::event_loop::{ActiveEventLoop, EventLoopProxy};
use winit::window::{Fullscreen, Window};

use super::super::WindowError;
use super::wake::Wake;

/// What holds the window where it is.
pub(super) struct Lock {
    /// On an X server, until it is begun.
    #[cfg(target_os = "linux")]
    hold: Option<x11::Hold>,
    is_held_from_outside: bool,
}

/// The window before anything is known of the screen.
pub(super) fn viewport(title: &str, event_loop: &ActiveEventLoop) -> ViewportBuilder {
    let viewport = ViewportBuilder::default().with_title(title).with_app_id("careshelf").with_decorations(false);
    if is_held_from_outside(event_loop) {
        // No window manager has a say in it.
        viewport.with_override_redirect(true)
    } else {
        viewport.with_fullscreen(true).with_always_on_top()
    }
}

impl Lock {
    /// Gets hold of a window that is not shown yet, and gives it its place.
    pub(super) fn new(window: &Window, event_loop: &ActiveEventLoop) -> Result<Self, WindowError> {
        let is_held_from_outside = is_held_from_outside(event_loop);
        #[cfg(target_os = "linux")]
        let hold = if is_held_from_outside { Some(x11::Hold::of(window)?) } else { None };
        #[cfg(not(target_os = "linux"))]
        let _ = window;
        Ok(Self {
            #[cfg(target_os = "linux")]
            hold,
            is_held_from_outside,
        })
    }

    /// Keeps the window where it is from now on, and the other screens in the colour of `paper`.
    pub(super) fn begin(&mut self, paper: Color32, proxy: EventLoopProxy<Wake>) -> Result<(), WindowError> {
        #[cfg(target_os = "linux")]
        if let Some(hold) = self.hold.take() {
            // The event loop is gone only when the window is.
            hold.begin(paper, move || drop(proxy.send_event(Wake::LockLost)))?;
        }
        #[cfg(not(target_os = "linux"))]
        let _ = (paper, proxy);
        Ok(())
    }

    /// Asks for the full screen again where a key of the compositor's may have taken it.
    pub(super) fn cover_again(&self, window: &Window) {
        if !self.is_held_from_outside && window.fullscreen().is_none() {
            window.set_fullscreen(Some(Fullscreen::Borderless(None)));
        }
    }
}

/// Whether the window system lets a program place its windows itself.
#[cfg(target_os = "linux")]
fn is_held_from_outside(event_loop: &ActiveEventLoop) -> bool {
    winit::platform::x11::ActiveEventLoopExtX11::is_x11(event_loop)
}

#[cfg(not(target_os = "linux"))]
fn is_held_from_outside(_event_loop: &ActiveEventLoop) -> bool {
    false
}
