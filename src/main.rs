//! Arguments in, exit code out.

use std::process::ExitCode;

use careshelf::app;
use careshelf::cli::{self, Arguments};
use clap::Parser;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command {
        Some(command) => cli::run(command, &arguments.content),
        None => app::run(arguments.content.origin()),
    }
}
