//! The same executable once more, usually with the other painter. One process can open only one window system, so a second try
//! needs a second process.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use super::WindowError;
use super::choice::Painter;

/// Names the painter in a process that was started because another one failed. Such a process never starts another,
/// so there is no loop.
const SECOND_TRY: &str = "CARESHELF_SECOND_TRY";

/// The painter of a second try, if this process is one.
pub(super) fn second_try() -> Option<Painter> {
    let named = env::var(SECOND_TRY).ok()?;
    [Painter::Gpu, Painter::Cpu].into_iter().find(|painter| painter.name() == named)
}

/// Starts again with `painter`; comes back only if that is impossible or was tried already, with what to say then.
pub(super) fn with(painter: Painter, reason: &str) -> WindowError {
    if second_try().is_some() {
        return WindowError::painter(reason);
    }
    let Some(executable) = executable() else { return WindowError::painter(reason) };
    let mut command = Command::new(executable);
    command.args(env::args_os().skip(1)).env(SECOND_TRY, painter.name());
    WindowError::Painter(format!("{reason}; starting again failed too: {}", become_it(command)))
}

/// Starts again in the same way, once the window system has had time to come to itself.
pub(super) fn after_a_while(painter: Painter, reason: &str) -> WindowError {
    thread::sleep(PAUSE);
    with(painter, reason)
}

/// An X server is back within a few milliseconds.
const PAUSE: Duration = Duration::from_millis(500);

/// This program's file. The kernel's own name for it stays right when the file was replaced meanwhile.
pub(super) fn executable() -> Option<PathBuf> {
    let of_kernel = Path::new("/proc/self/exe");
    if of_kernel.exists() { Some(of_kernel.to_owned()) } else { env::current_exe().ok() }
}

/// Turns this process into `command`, as a kiosk's supervisor expects: the number of the process stays.
#[cfg(unix)]
fn become_it(mut command: Command) -> std::io::Error {
    std::os::unix::process::CommandExt::exec(&mut command)
}

/// Runs `command` and ends as it ends.
#[cfg(not(unix))]
fn become_it(mut command: Command) -> std::io::Error {
    match command.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or(2)),
        Err(error) => error,
    }
}
