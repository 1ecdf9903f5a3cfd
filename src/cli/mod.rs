//! The command line: what may be typed, and the commands that need no window.

mod check;
mod page;
mod show;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::content::{Origin, load};
use crate::report::{EXIT_MACHINE, EXIT_WRONG, complain};

/// Offline help with opioids: effects, what to do in an overdose, treatment. Opens the viewer if no command is given.
#[derive(Parser)]
#[command(name = "careshelf", version, max_term_width = 100)]
pub struct Arguments {
    /// What to do instead of opening the viewer.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Where the content comes from.
    #[command(flatten)]
    pub content: ContentArguments,
}

/// Where the content comes from.
#[derive(Args)]
pub struct ContentArguments {
    /// Read the content from this folder instead of the bundled copy
    #[arg(long, value_name = "DIR", global = true)]
    pub content: Option<PathBuf>,
    /// The clinic's own file: name, address, emergency number, local services, approval
    #[arg(long, value_name = "FILE", global = true)]
    pub site: Option<PathBuf>,
    /// The language to read in
    #[arg(long, value_name = "LANGUAGE", default_value = "en", global = true)]
    pub lang: String,
}

/// The commands that need no window.
#[derive(Subcommand)]
pub enum Command {
    /// List the ids and titles of all topics and sections
    List,
    /// Print a section, or all sections of a topic, as text
    Show {
        /// The id of a section or topic, such as `signs`
        section: String,
    },
    /// Check content and site file; name every problem by file, line and column
    Check {
        /// The content folder; the bundled content if it is left out
        dir: Option<PathBuf>,
        /// How to print the problems
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
}

/// How `check` prints problems.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A line for each problem.
    Text,
    /// A JSON list, for editors and scripts.
    Json,
}

impl ContentArguments {
    /// The same as a place to load from.
    pub fn origin(&self) -> Origin {
        Origin { content_dir: self.content.clone(), site_path: self.site.clone(), language: self.lang.clone() }
    }
}

/// Runs `command` and says how it went.
pub fn run(command: Command, content: &ContentArguments) -> ExitCode {
    let mut origin = content.origin();
    if let Command::Check { dir: Some(dir), .. } = &command {
        origin.content_dir = Some(dir.clone());
    }
    let loaded = load(&origin);
    let today = jiff::Zoned::now().date();
    if !matches!(command, Command::Check { .. }) {
        // `check` prints them itself.
        loaded.library.problems.iter().for_each(|problem| complain(&problem.to_string()));
        if loaded.library.problems.iter().any(|problem| problem.rule == "unknown-language") {
            return ExitCode::from(EXIT_WRONG);
        }
    }
    match command {
        Command::List => print(&show::list(&loaded.library), ExitCode::SUCCESS),
        Command::Show { section } => match show::show(&loaded, &section, today) {
            Ok(text) => print(&text, ExitCode::SUCCESS),
            Err(message) => {
                complain(&message);
                ExitCode::from(EXIT_WRONG)
            }
        },
        Command::Check { format, .. } => {
            let report = check::check(&loaded, format, today);
            print(&report.text, if report.is_clean { ExitCode::SUCCESS } else { ExitCode::from(EXIT_WRONG) })
        }
    }
}

/// Prints `text`; a reader who stops listening (`| head`) is no error, a full disk is.
fn print(text: &str, code: ExitCode) -> ExitCode {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => code,
        Err(error) => {
            complain(&format!("careshelf: cannot write: {error}"));
            ExitCode::from(EXIT_MACHINE)
        }
    }
}
