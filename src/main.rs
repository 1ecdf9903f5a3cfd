//! Arguments in, exit code out.

use std::process::ExitCode;

use careshelf::app::{self, Start};
use careshelf::cli::{self, Arguments, Command, ThemeName, ViewArguments};
use careshelf::model::id::{CardId, SectionId};
use careshelf::report;
use careshelf::state::{TextSize, Theme};
use careshelf::window::picture::PictureOptions;
use careshelf::{screenshot, timings, window};
use clap::Parser;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(message) => return cli::refuse(&message),
    };
    if arguments.try_gpu {
        return report::answer(window::try_gpu());
    }
    if arguments.timings {
        timings::begin();
    }
    match arguments.command {
        Some(Command::Reading(command)) => cli::run(command, &arguments.content),
        Some(Command::Screenshot(wanted)) => {
            let options = PictureOptions { size: wanted.size, pixels_per_point: wanted.scale };
            let today = jiff::Zoned::now().date();
            screenshot::run(&arguments.content.origin(), &start(&wanted.view), options, &wanted.output, today)
        }
        Some(Command::SetPin) => cli::set_pin(&arguments.content),
        None => app::run(arguments.content.origin(), start(&arguments.view), arguments.renderer.as_deref()),
    }
}

/// What the arguments ask to see first.
fn start(view: &ViewArguments) -> Start {
    let theme = match view.theme {
        ThemeName::Light => Theme::Light,
        ThemeName::Dark => Theme::Dark,
        ThemeName::HighContrast => Theme::HighContrast,
    };
    let size = usize::from(view.text_size).saturating_sub(1);
    let text_size = TextSize::ALL.get(size).copied().unwrap_or_default();
    let card = view.guide.as_deref().map(CardId::from);
    Start { section: view.open.as_deref().map(SectionId::from), theme, text_size, search: view.search.clone(), card }
}
