//! A first try with the graphics driver, in a process of its own: a driver that crashes or hangs takes only that with it.

use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui_glow::{self, PainterError};
use eframe::{CreationContext, glow};
use egui::epaint::{ImageDelta, Primitive};
use egui::{ClippedPrimitive, Color32, ColorImage, Mesh, Pos2, Rect, TextureId, TextureOptions, TexturesDelta, Vec2};
use log::{LevelFilter, Log, Metadata, Record};

use super::super::memory::Gpu;
use super::super::{WindowError, display, restart};

/// The argument with which the executable tries and does nothing else.
const ARGUMENT: &str = "--try-gpu";

/// A driver that takes longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(10);

/// Tries in another process; `None` if the window system did not even get as far as the driver.
pub(in crate::window) fn run() -> Option<Gpu> {
    let mut command = Command::new(restart::executable()?);
    command.arg(ARGUMENT).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let end = Instant::now() + PATIENCE;
    while matches!(child.try_wait(), Ok(None)) {
        if end < Instant::now() {
            // Nobody waits for its end: a driver that hangs in the kernel has none.
            let _ = child.kill();
            return Some(Gpu::Failed);
        }
        thread::sleep(Duration::from_millis(5));
    }
    let mut answer = String::new();
    child.stdout.take()?.read_to_string(&mut answer).ok()?;
    match answer.trim() {
        NO_WINDOW => None,
        // A crash says nothing.
        word => Some(Gpu::of_word(word).unwrap_or(Gpu::Failed)),
    }
}

/// The answer where there is no window to try in.
const NO_WINDOW: &str = "no window";

/// What the other process does: paints in a window that is never shown. Returns the word that says what came of it, for
/// standard output.
pub fn try_gpu() -> &'static str {
    // The only thing that tells the driver's name without unsafe code is what egui's painter writes in its log.
    if log::set_logger(&LISTENER).is_ok() {
        log::set_max_level(LevelFilter::Debug);
    }
    let mut native = super::native("Careshelf");
    native.viewport = native.viewport.with_visible(false);
    let mut has_painted = false;
    let create = |creation: &CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        has_painted = creation.gl.clone().is_some_and(|gl| paint(gl).is_ok());
        Err("that is all".into())
    };
    let result = display::guard(|| eframe::run_native("careshelf", native, Box::new(create)).map_err(super::explain));
    let driver = LISTENER.driver().filter(|_| has_painted);
    match (driver, result) {
        (Some(driver), _) if is_software(&driver) => Gpu::Software.word(),
        (Some(_), _) => Gpu::Works.word(),
        (None, Err(WindowError::Painter(_))) => Gpu::Failed.word(),
        (None, _) => NO_WINDOW,
    }
}

/// Paints one rectangle and reads a pixel back, which makes the driver do it.
fn paint(gl: Arc<glow::Context>) -> Result<(), PainterError> {
    let mut painter = egui_glow::Painter::new(gl, "", None, false)?;
    let size = [1, 1];
    let mut textures = TexturesDelta::default();
    let white = ColorImage::filled([1, 1], Color32::PLACEHOLDER);
    textures.push(TextureId::default(), ImageDelta::full(white, TextureOptions::default()));
    let mut mesh = Mesh::default();
    let rect = Rect::from_min_size(Pos2::ZERO, Vec2::splat(1.0));
    mesh.add_colored_rect(rect, Color32::PLACEHOLDER);
    let shown = ClippedPrimitive { clip_rect: rect, primitive: Primitive::Mesh(mesh) };
    painter.paint_and_update_textures(size, 1.0, &[shown], &mut textures);
    painter.read_screen_rgba(size);
    painter.destroy();
    Ok(())
}

/// Drivers that compute on the processor, as they call themselves.
fn is_software(driver: &str) -> bool {
    let name = driver.to_lowercase();
    [
        "llvmpipe",
        "softpipe",
        "swrast",
        "software rasterizer",
        "swiftshader",
        "gdi generic",
        "apple software",
        "microsoft basic render",
    ]
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
        for name in [
            "llvmpipe (LLVM 15.0.6, 256 bits)",
            "softpipe",
            "Software Rasterizer",
            "GDI Generic",
            "D3D12 (Microsoft Basic Render Driver)",
        ] {
            assert!(is_software(name), "{name}");
        }
        for name in ["Mesa Intel(R) UHD Graphics 620 (KBL GT2)", "NVIDIA GeForce GT 710/PCIe/SSE2", "AMD Radeon Vega 8"]
        {
            assert!(!is_software(name), "{name}");
        }
    }
}
