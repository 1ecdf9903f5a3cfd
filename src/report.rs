//! What the program tells the person or script that started it: exit codes, and words on standard error.

use std::io::{self, Write};
use std::process::ExitCode;

/// The request or the content is wrong.
pub const EXIT_WRONG: u8 = 1;
/// The machine could not do it: no display, a full disk.
pub const EXIT_MACHINE: u8 = 2;
/// The administrator left the kiosk: whoever starts the program again by itself must not do so now.
pub const EXIT_LEFT: u8 = 3;

/// Says `message` on standard error; if even that fails there is nobody left to tell.
pub fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}

/// Gives the program that started this one its answer, on standard output.
pub fn answer(word: &str) -> ExitCode {
    let is_said = writeln!(io::stdout(), "{word}").is_ok();
    if is_said { ExitCode::SUCCESS } else { ExitCode::from(EXIT_MACHINE) }
}
