//! The same executable once more, without the graphics driver. One process can open only one window system, so a second
//! try needs a second process.

use std::env;
use std::process::Command;

use super::WindowError;

/// Set in the process that must do without the graphics driver: it never starts another, so there is no loop.
const WITHOUT_GPU: &str = "CARESHELF_WITHOUT_GPU";

/// Whether this process was started because the graphics driver failed in another.
pub(super) fn is_without_gpu() -> bool {
    env::var_os(WITHOUT_GPU).is_some()
}

/// Starts again; comes back only if that is impossible, with what to say then.
pub(super) fn without_gpu(error: WindowError) -> WindowError {
    let Ok(executable) = env::current_exe() else { return error };
    let mut command = Command::new(executable);
    command.args(env::args_os().skip(1)).env(WITHOUT_GPU, "1");
    WindowError::Failed(format!(
        "{error}; and starting again without the graphics driver failed: {}",
        become_it(command)
    ))
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
