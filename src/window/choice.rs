//! Which renderer paints: what was asked for, what this machine has, and what came of the last try.

use std::str::FromStr;

use super::gpu::{Verdict, hardware, trial};
use super::{memory, restart};

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
pub(super) enum Choice {
    Gpu,
    Cpu,
}

/// Decides, and tries the graphics driver out first where nobody knows yet how it behaves.
pub(super) fn choose(asked: Renderer) -> Choice {
    if restart::is_without_gpu() {
        return Choice::Cpu;
    }
    decide(asked, hardware::may_be_there, memory::read(), || {
        let verdict = trial::run();
        memory::write(match verdict {
            Verdict::Hardware => memory::Gpu::Works,
            Verdict::Software => memory::Gpu::Software,
            Verdict::Failed => memory::Gpu::Failed,
        });
        verdict
    })
}

/// The decision alone; `trial` is asked only where the answer depends on it.
fn decide(
    asked: Renderer,
    may_have_hardware: impl FnOnce() -> bool,
    last: Option<memory::Gpu>,
    trial: impl FnOnce() -> Verdict,
) -> Choice {
    let is_auto = match asked {
        Renderer::Cpu => return Choice::Cpu,
        Renderer::Gpu => false,
        // Loading OpenGL to learn that there is none costs more than the whole start without it.
        Renderer::Auto if !may_have_hardware() => return Choice::Cpu,
        Renderer::Auto => true,
    };
    match last {
        Some(memory::Gpu::Works) => Choice::Gpu,
        Some(memory::Gpu::Software) if !is_auto => Choice::Gpu,
        // Whoever asks for the driver by name wants it tried again.
        Some(_) if is_auto => Choice::Cpu,
        _ => match trial() {
            Verdict::Hardware => Choice::Gpu,
            Verdict::Software if !is_auto => Choice::Gpu,
            Verdict::Software | Verdict::Failed => Choice::Cpu,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(asked: Renderer, has_hardware: bool, last: Option<memory::Gpu>, trial: Option<Verdict>, wanted: Choice) {
        let tried = || trial.unwrap_or_else(|| panic!("{asked:?} after {last:?} should not try"));
        assert_eq!(
            decide(asked, || has_hardware, last, tried),
            wanted,
            "{asked:?}, {has_hardware}, {last:?}, {trial:?}"
        );
    }

    #[test]
    fn the_processor_is_never_asked_twice() {
        for last in [None, Some(memory::Gpu::Works), Some(memory::Gpu::Failed)] {
            check(Renderer::Cpu, true, last, None, Choice::Cpu);
        }
    }

    #[test]
    fn auto_takes_only_a_driver_with_hardware_behind_it() {
        check(Renderer::Auto, false, None, None, Choice::Cpu);
        check(Renderer::Auto, false, Some(memory::Gpu::Works), None, Choice::Cpu);
        check(Renderer::Auto, true, None, Some(Verdict::Hardware), Choice::Gpu);
        check(Renderer::Auto, true, None, Some(Verdict::Software), Choice::Cpu);
        check(Renderer::Auto, true, None, Some(Verdict::Failed), Choice::Cpu);
    }

    #[test]
    fn auto_remembers_what_came_of_the_last_try() {
        check(Renderer::Auto, true, Some(memory::Gpu::Works), None, Choice::Gpu);
        for bad in [memory::Gpu::Trying, memory::Gpu::Failed, memory::Gpu::Software] {
            check(Renderer::Auto, true, Some(bad), None, Choice::Cpu);
        }
    }

    #[test]
    fn a_driver_asked_for_by_name_is_tried_again_after_a_failure() {
        check(Renderer::Gpu, false, Some(memory::Gpu::Software), None, Choice::Gpu);
        for last in [None, Some(memory::Gpu::Trying), Some(memory::Gpu::Failed)] {
            check(Renderer::Gpu, false, last, Some(Verdict::Software), Choice::Gpu);
            check(Renderer::Gpu, false, last, Some(Verdict::Failed), Choice::Cpu);
        }
    }
}
