//! Asks for a frame from another thread.

use egui::Context;

/// Asks for a frame when it is told to, and once more when it goes, even in a panic: the frame then finds that nothing comes.
pub(super) struct Wake(pub(super) Context);

impl Wake {
    /// Asks for a frame.
    pub(super) fn wake(&self) {
        self.0.request_repaint();
    }
}

impl Drop for Wake {
    fn drop(&mut self) {
        self.wake();
    }
}
