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
        Self::Failed(without_place(&error.to_string()).to_owned())
    }

    /// What paints the window failed for the reason that `error` gives.
    pub(super) fn painter(error: impl std::fmt::Display) -> Self {
        Self::Painter(error.to_string())
    }
}

/// What winit says, without the line of its own source that it begins with.
fn without_place(text: &str) -> &str {
    let place = text.strip_prefix("os error at ").and_then(|rest| rest.split_once(".rs:"));
    place.and_then(|(_, rest)| rest.split_once(": ")).map_or(text, |(_, reason)| reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_reads_the_reason_needs_no_line_of_source() {
        for (text, wanted) in [
            (
                "os error at /src/winit/linux/mod.rs:788: Failed to load a library: libX11",
                "Failed to load a library: libX11",
            ),
            ("os error: no screen", "os error: no screen"),
            ("no screen", "no screen"),
        ] {
            assert_eq!(WindowError::failed(text).to_string(), wanted);
        }
    }
}
