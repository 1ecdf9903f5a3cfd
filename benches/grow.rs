//! Writes a large sample library into a folder: `cargo bench --bench grow -- FOLDER SAMPLE_SECTIONS`.

#![allow(clippy::print_stderr, reason = "a tool for the terminal")]
#![allow(unreachable_pub, reason = "nothing outside this binary can reach anything in it")]

mod grown;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    // Cargo adds arguments of its own.
    let mut arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let (dir, count) = (arguments.next(), arguments.next().and_then(|count| count.parse().ok()));
    let (Some(dir), Some(count)) = (dir, count) else {
        eprintln!("to write a large library: cargo bench --bench grow -- FOLDER SAMPLE_SECTIONS");
        return ExitCode::SUCCESS;
    };
    match grown::write(&PathBuf::from(dir), count) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot write: {error}");
            ExitCode::from(2)
        }
    }
}
