//! What can go wrong between the disk and the text of a file.

use std::path::{Path, PathBuf};

/// A file or folder that could not be read as text.
///
/// The message leaves out the path: whoever shows it puts [`ReadError::path`] and [`ReadError::line`] before it.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It is not there, or may not be read.
    #[error("cannot be read: {source}; check the path and its permissions")]
    CannotRead {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A folder without any content.
    #[error("holds no content files; check that it is the right folder")]
    NoContent {
        /// The folder.
        path: PathBuf,
    },
    /// It is larger than a content file may be.
    #[error("larger than {max_kib} KiB; split it, or check that it is the right file")]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The limit.
        max_kib: usize,
    },
    /// It is not UTF-8 text.
    #[error("not UTF-8 text; save the file as UTF-8")]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The line with the first wrong byte, counted from 1.
        line: usize,
    },
}

impl ReadError {
    /// The file or folder.
    pub fn path(&self) -> &Path {
        match self {
            Self::CannotRead { path, .. }
            | Self::NoContent { path }
            | Self::TooLarge { path, .. }
            | Self::NotUtf8 { path, .. } => path,
        }
    }

    /// The line to look at, counted from 1; 1 where no line is to blame.
    pub fn line(&self) -> usize {
        match self {
            Self::NotUtf8 { line, .. } => *line,
            Self::CannotRead { .. } | Self::NoContent { .. } | Self::TooLarge { .. } => 1,
        }
    }
}
