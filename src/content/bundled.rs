//! The content inside the executable: every file of `resources`, as `build.rs` lists them.

use super::Files;

const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/bundled.rs"));

/// The bundled files.
pub fn files() -> Files {
    FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).into())).collect()
}
