//! What the program tells the person or script that started it: exit codes, and words on standard error.

use std::io::{self, Write};

/// The request or the content is wrong.
pub const EXIT_WRONG: u8 = 1;
/// The machine could not do it: no display, a full disk.
pub const EXIT_MACHINE: u8 = 2;

/// Says `message` on standard error; if even that fails there is nobody left to tell.
pub fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}
