//! Why there is no window.

/// A window could not be opened or kept open.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// No display server to talk to.
    #[error("no display")]
    NoDisplay,
    /// The display server cannot be reached, or refuses a window.
    #[error("{0}")]
    Failed(String),
    /// There is a window, or could be one, but what paints it failed.
    #[error("{0}")]
    Painter(String),
}

impl WindowError {
    /// The window system failed for the reason that `error` gives.
    pub(super) fn failed(error: impl std::fmt::Display) -> Self {
        Self::Failed(error.to_string())
    }

    /// What paints the window failed for the reason that `error` gives.
    pub(super) fn painter(error: impl std::fmt::Display) -> Self {
        Self::Painter(error.to_string())
    }
}
