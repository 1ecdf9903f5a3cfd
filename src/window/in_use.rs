//! What paints the window of this process, for whoever asks how the machine is.

use std::sync::OnceLock;

use super::choice::Painter;

/// A process opens one window.
static IN_USE: OnceLock<Painter> = OnceLock::new();

/// Notes that `painter` paints.
pub(super) fn note(painter: Painter) {
    let _ = IN_USE.set(painter);
}

/// What paints the window, by its name on the command line: `gpu` or `cpu`. `None` where there is no window.
pub fn painter_in_use() -> Option<&'static str> {
    IN_USE.get().map(|painter| painter.name())
}
