//! Who calls for a frame, and what that says about the window's picture.

use winit::event_loop::ActiveEventLoop;
use winit::window::Window;

/// The frames to come.
pub(super) struct Redraw {
    /// Whether the window system says when a frame may be drawn, as Wayland does. X11 has no wish of its own: what it
    /// calls for always means that the window lost its picture.
    is_paced_by_system: bool,
    /// Whether a frame was asked for here and did not come yet.
    is_due: bool,
    is_picture_lost: bool,
}

impl Redraw {
    pub(super) fn new(event_loop: &ActiveEventLoop) -> Self {
        Self::paced(is_paced_by_system(event_loop))
    }

    fn paced(is_paced_by_system: bool) -> Self {
        // A new window has no picture.
        Self { is_paced_by_system, is_due: false, is_picture_lost: true }
    }

    /// Asks for a frame.
    pub(super) fn ask(&mut self, window: &Window) {
        self.is_due = true;
        if self.is_paced_by_system {
            window.request_redraw();
        }
    }

    /// Whether a frame is due that the window system will not call for.
    pub(super) fn must_draw(&self) -> bool {
        self.is_due && !self.is_paced_by_system
    }

    /// The window system calls for a frame.
    pub(super) fn on_call(&mut self) {
        self.is_picture_lost |= !self.is_paced_by_system || !self.is_due;
    }

    /// A frame begins: nobody waits for it any more.
    pub(super) fn begin(&mut self) {
        self.is_due = false;
    }

    /// A frame was not shown.
    pub(super) fn miss(&mut self) {
        self.is_picture_lost = true;
    }

    /// Whether the whole picture must be sent again; it says so once.
    pub(super) fn take_lost(&mut self) -> bool {
        std::mem::take(&mut self.is_picture_lost)
    }
}

#[cfg(target_os = "linux")]
fn is_paced_by_system(event_loop: &ActiveEventLoop) -> bool {
    winit::platform::wayland::ActiveEventLoopExtWayland::is_wayland(event_loop)
}

#[cfg(not(target_os = "linux"))]
fn is_paced_by_system(_event_loop: &ActiveEventLoop) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A window that has shown its picture.
    fn shown(is_paced_by_system: bool) -> Redraw {
        let mut redraw = Redraw::paced(is_paced_by_system);
        assert!(redraw.take_lost(), "a new window has no picture");
        redraw
    }

    #[test]
    fn on_x11_a_call_means_that_the_picture_is_lost_even_while_a_frame_is_due() {
        let mut redraw = shown(false);
        redraw.is_due = true;
        assert!(redraw.must_draw());
        redraw.on_call();
        redraw.begin();
        assert!(redraw.take_lost() && !redraw.must_draw());
    }

    #[test]
    fn where_the_system_sets_the_pace_only_a_call_that_nobody_asked_for_means_it() {
        let mut redraw = shown(true);
        redraw.is_due = true;
        assert!(!redraw.must_draw(), "the system will call");
        redraw.on_call();
        redraw.begin();
        assert!(!redraw.take_lost());
        redraw.on_call();
        assert!(redraw.take_lost());
    }

    #[test]
    fn a_frame_that_was_not_shown_is_sent_whole_later() {
        let mut redraw = shown(false);
        redraw.miss();
        assert!(redraw.take_lost());
        assert!(!redraw.take_lost());
    }
}
