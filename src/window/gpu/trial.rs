//! A first try with the graphics driver, in a process of its own: a driver that crashes or hangs takes only that with it.

use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use eframe::CreationContext;
use log::{LevelFilter, Log, Metadata, Record};

use super::super::{WindowError, display};

/// What a try found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::window) enum Verdict {
    /// A driver with hardware behind it.
    Hardware,
    /// A driver that computes on the processor.
    Software,
    /// No driver, or one that failed.
    Failed,
}

/// The argument with which the executable tries and does nothing else.
const ARGUMENT: &str = "--try-gpu";

/// A driver that takes longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(15);

const HARDWARE: &str = "hardware";
const SOFTWARE: &str = "software";

/// Tries in another process.
pub(in crate::window) fn run() -> Verdict {
    let Some(mut child) = std::env::current_exe().ok().and_then(|executable| {
        Command::new(executable)
            .arg(ARGUMENT)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()
    }) else {
        return Verdict::Failed;
    };
    let end = Instant::now() + PATIENCE;
    while matches!(child.try_wait(), Ok(None)) {
        if end < Instant::now() {
            // Nothing is lost if it died in between.
            let _ = child.kill();
            let _ = child.wait();
            return Verdict::Failed;
        }
        thread::sleep(Duration::from_millis(5));
    }
    let mut answer = String::new();
    let was_read = child.stdout.take().is_some_and(|mut out| out.read_to_string(&mut answer).is_ok());
    match answer.trim() {
        HARDWARE if was_read => Verdict::Hardware,
        SOFTWARE if was_read => Verdict::Software,
        _ => Verdict::Failed,
    }
}

/// What the other process does: opens a window that is never shown, and returns the word that says what kind of driver
/// answered; `None` if none did. The word belongs on standard output.
pub fn try_gpu() -> Option<&'static str> {
    // The only thing that tells the driver's name without unsafe code is what egui's painter writes in its log.
    if log::set_logger(&LISTENER).is_ok() {
        log::set_max_level(LevelFilter::Debug);
    }
    let stop = |_: &CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> { Err("that is all".into()) };
    let mut native = super::native("Careshelf");
    native.viewport = native.viewport.with_visible(false);
    let _ = display::guard(|| eframe::run_native("careshelf", native, Box::new(stop)).map_err(WindowError::failed));
    LISTENER.driver().map(|driver| if is_software(&driver) { SOFTWARE } else { HARDWARE })
}

/// Drivers that compute on the processor, as they call themselves.
fn is_software(driver: &str) -> bool {
    let name = driver.to_lowercase();
    ["llvmpipe", "softpipe", "swrast", "software rasterizer", "swiftshader", "gdi generic", "apple software"]
        .iter()
        .any(|known| name.contains(known))
}

/// Hears the driver's name in what is logged.
struct Listener(Mutex<Option<String>>);

static LISTENER: Listener = Listener(Mutex::new(None));

/// How egui's painter begins the line that names the driver.
const DRIVER_LINE: &str = "opengl renderer: ";

impl Listener {
    fn driver(&self) -> Option<String> {
        self.0.lock().ok()?.clone()
    }
}

impl Log for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("egui_glow")
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let text = record.args().to_string();
        let driver = text.lines().find_map(|line| line.strip_prefix(DRIVER_LINE));
        if let (Some(driver), Ok(mut heard)) = (driver, self.0.lock()) {
            *heard = Some(driver.to_owned());
        }
    }

    fn flush(&self) {}
}

#[cfg(test)]
mod tests {
    use super::is_software;

    #[test]
    fn drivers_that_imitate_hardware_are_known() {
        for name in ["llvmpipe (LLVM 15.0.6, 256 bits)", "softpipe", "Software Rasterizer", "GDI Generic"] {
            assert!(is_software(name), "{name}");
        }
        for name in ["Mesa Intel(R) UHD Graphics 620 (KBL GT2)", "NVIDIA GeForce GT 710/PCIe/SSE2", "AMD Radeon Vega 8"]
        {
            assert!(!is_software(name), "{name}");
        }
    }
}
