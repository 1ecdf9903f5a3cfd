//! Which renderer paints: what was asked for, what this machine has, and what came of the last try.

use std::str::FromStr;

use super::gpu::{hardware, trial};
use super::memory::{self, Gpu};
use super::restart;

/// The environment variable that names a renderer, for kiosks and scripts.
pub const ENVIRONMENT_VARIABLE: &str = "CARESHELF_RENDERER";

/// What a person or a site file may ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Renderer {
    /// The graphics driver if it drives real hardware, the processor otherwise.
    #[default]
    Auto,
    /// The graphics driver, even one that only imitates hardware.
    Gpu,
    /// The processor.
    Cpu,
}

impl Renderer {
    /// Every name that may be written.
    pub const NAMES: [&'static str; 3] = ["auto", "gpu", "cpu"];
}

impl FromStr for Renderer {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        match name {
            "auto" => Ok(Self::Auto),
            "gpu" => Ok(Self::Gpu),
            "cpu" => Ok(Self::Cpu),
            _ => Err(()),
        }
    }
}

/// What paints this window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Painter {
    Gpu,
    Cpu,
}

impl Painter {
    /// Its name, between two processes.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Gpu => "gpu",
            Self::Cpu => "cpu",
        }
    }

    /// The other one.
    pub(super) fn other(self) -> Self {
        match self {
            Self::Gpu => Self::Cpu,
            Self::Cpu => Self::Gpu,
        }
    }
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// The graphics driver; and what to remember of it once it has painted.
    Gpu(Gpu),
    /// The processor.
    Cpu,
}

/// Decides, and tries the graphics driver out first where nobody knows yet how it behaves. Says whether it did so.
pub(super) fn choose(asked: Renderer) -> (Choice, bool) {
    let last = memory::read();
    match restart::second_try() {
        Some(Painter::Cpu) => return (Choice::Cpu, false),
        Some(Painter::Gpu) if last == Some(Gpu::Software) => return (Choice::Gpu(Gpu::Software), false),
        Some(Painter::Gpu) => return (Choice::Gpu(Gpu::Works), false),
        None => (),
    }
    if last == Some(Gpu::Trying) {
        memory::write(Gpu::Failed);
    }
    let mut has_tried = false;
    let choice = decide(asked, hardware::may_be_there, last, || {
        has_tried = true;
        let found = trial::run();
        // No answer at all says nothing about the driver.
        found.into_iter().for_each(memory::write);
        found
    });
    (choice, has_tried)
}

/// The decision alone; `trial` is asked only where the answer depends on it.
fn decide(
    asked: Renderer,
    may_have_hardware: impl FnOnce() -> bool,
    last: Option<Gpu>,
    trial: impl FnOnce() -> Option<Gpu>,
) -> Choice {
    let is_auto = match asked {
        Renderer::Cpu => return Choice::Cpu,
        Renderer::Gpu => false,
        // Loading OpenGL to learn that there is none costs more than the whole start without it.
        Renderer::Auto if !may_have_hardware() => return Choice::Cpu,
        Renderer::Auto => true,
    };
    let known = match last {
        // The last window crashed: this one must open, whatever was asked for.
        Some(Gpu::Trying) => return Choice::Cpu,
        // Whoever asks for the driver by name wants it tried again.
        Some(Gpu::Failed) if is_auto => return Choice::Cpu,
        None | Some(Gpu::Failed) => trial(),
        Some(Gpu::Works | Gpu::Software) => last,
    };
    match known {
        Some(Gpu::Works) => Choice::Gpu(Gpu::Works),
        Some(Gpu::Software) if !is_auto => Choice::Gpu(Gpu::Software),
        _ => Choice::Cpu,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the trial finds, if it is asked.
    enum Trial {
        IsNotMade,
        Finds(Option<Gpu>),
    }

    #[track_caller]
    fn check(asked: Renderer, has_hardware: bool, last: Option<Gpu>, trial: &Trial, wanted: Choice) {
        let tried = || match trial {
            Trial::IsNotMade => panic!("{asked:?} after {last:?} should not try"),
            Trial::Finds(found) => *found,
        };
        assert_eq!(decide(asked, || has_hardware, last, tried), wanted, "{asked:?}, {has_hardware}, {last:?}");
    }

    #[test]
    fn asked_for_by_name_the_processor_paints_without_a_trial() {
        for last in [None, Some(Gpu::Works), Some(Gpu::Failed), Some(Gpu::Trying)] {
            check(Renderer::Cpu, true, last, &Trial::IsNotMade, Choice::Cpu);
        }
    }

    #[test]
    fn auto_takes_only_a_driver_with_hardware_behind_it() {
        check(Renderer::Auto, false, None, &Trial::IsNotMade, Choice::Cpu);
        check(Renderer::Auto, false, Some(Gpu::Works), &Trial::IsNotMade, Choice::Cpu);
        check(Renderer::Auto, true, None, &Trial::Finds(Some(Gpu::Works)), Choice::Gpu(Gpu::Works));
        for found in [Some(Gpu::Software), Some(Gpu::Failed), None] {
            check(Renderer::Auto, true, None, &Trial::Finds(found), Choice::Cpu);
        }
    }

    #[test]
    fn auto_remembers_what_came_of_the_last_try() {
        check(Renderer::Auto, true, Some(Gpu::Works), &Trial::IsNotMade, Choice::Gpu(Gpu::Works));
        for bad in [Gpu::Trying, Gpu::Failed, Gpu::Software] {
            check(Renderer::Auto, true, Some(bad), &Trial::IsNotMade, Choice::Cpu);
        }
    }

    #[test]
    fn a_driver_asked_for_by_name_is_tried_again_after_a_failure_and_stays_known_as_software() {
        check(Renderer::Gpu, false, Some(Gpu::Software), &Trial::IsNotMade, Choice::Gpu(Gpu::Software));
        for last in [None, Some(Gpu::Failed)] {
            check(Renderer::Gpu, false, last, &Trial::Finds(Some(Gpu::Software)), Choice::Gpu(Gpu::Software));
            check(Renderer::Gpu, false, last, &Trial::Finds(Some(Gpu::Failed)), Choice::Cpu);
            check(Renderer::Gpu, false, last, &Trial::Finds(None), Choice::Cpu);
        }
    }

    #[test]
    fn after_a_crash_the_next_window_opens_on_the_processor_whatever_is_asked_for() {
        for asked in [Renderer::Auto, Renderer::Gpu, Renderer::Cpu] {
            check(asked, true, Some(Gpu::Trying), &Trial::IsNotMade, Choice::Cpu);
        }
    }
}
