//! Why there is no window.

/// A window could not be opened or kept open.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// No display server to talk to.
    #[error("no display")]
    NoDisplay,
    /// There is a display, but the window or its painter failed.
    #[error("{0}")]
    Failed(String),
}

impl WindowError {
    /// The window or its painter failed for the reason that `error` gives.
    pub(super) fn failed(error: impl std::fmt::Display) -> Self {
        Self::Failed(error.to_string())
    }
}
