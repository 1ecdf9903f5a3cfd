//! The painter and the graphics driver show the same picture, screen by screen.
//!
//! The driver's pictures come from a real window under Xvfb; see `tests/window/pictures.sh`.

use std::fs::File;
use std::io::{BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use egui::{Color32, ColorImage};

use crate::painter::differences;

const PROGRAM: &str = env!("CARGO_BIN_EXE_careshelf");

/// No pixel may be farther off than this, but for one in ten thousand.
const TOLERANCE: u8 = 2;

/// A screen to be compared.
struct Screen {
    name: String,
    size: [u32; 2],
    /// How many pixels a point is wide.
    scale: &'static str,
    /// What to show.
    arguments: Vec<String>,
}

/// Sections with every kind of block, in every theme and text size, in windows of several sizes and densities.
fn screens() -> Vec<Screen> {
    let sections =
        ["act-now", "signs", "naloxone-spray", "recovery-position", "compare-treatments", "helplines", "all-sources"];
    let themes = ["light", "dark", "high-contrast"];
    let sizes = [[1280, 800], [1024, 768], [640, 480], [1366, 768], [1920, 1080]];
    let screen = |i: usize| {
        let (section, theme, text_size) = (sections[i % sections.len()], themes[i % 3], i / 3 % 4 + 1);
        let arguments = ["--open", section, "--theme", theme, "--text-size", &text_size.to_string()];
        Screen {
            name: format!("{i}-{section}-{theme}-{text_size}"),
            size: sizes[i % sizes.len()],
            scale: ["1", "1", "1", "1.5", "1", "1", "2"][i % 7],
            arguments: arguments.map(str::to_owned).to_vec(),
        }
    };
    (0..30).map(screen).collect()
}

/// Opens a window for each screen, and compares it with the picture that `careshelf screenshot` paints of it.
fn check(renderer: &str, screens: &[Screen], tolerance: u8, allowed: impl Fn(&Screen) -> usize) {
    let folder = tempfile::tempdir().unwrap();
    let line = |Screen { name, size: [width, height], scale, arguments }: &Screen| {
        format!("{name} {width} {height} {scale} {}", arguments.join(" "))
    };
    let lines = screens.iter().map(line).collect::<Vec<_>>().join("\n") + "\n";
    let mut child = Command::new("bash")
        .args(["tests/window/pictures.sh", PROGRAM, renderer])
        .arg(folder.path())
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("bash runs");
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for screen in screens {
        let Screen { name, size: [width, height], scale, arguments } = screen;
        let own = folder.path().join(format!("{name}-own.png"));
        let size = format!("{width}x{height}");
        let mut command = Command::new(PROGRAM);
        command.arg("screenshot").arg("-o").arg(&own).args(["--size", &size, "--scale", scale]).args(arguments);
        assert!(command.status().unwrap().success(), "{name}");
        let wrong = differences(&read(&own), &read(&folder.path().join(format!("{name}.png"))), tolerance);
        let some = &wrong[..wrong.len().min(5)];
        assert!(wrong.len() <= allowed(screen), "{renderer} {name}: {} pixels differ, such as {some:?}", wrong.len());
    }
}

#[test]
fn thirty_screens_look_the_same_with_and_without_the_graphics_driver() {
    check("gpu", &screens(), TOLERANCE, |screen| (screen.size[0] * screen.size[1] / 10_000) as usize);
}

#[test]
fn a_window_painted_on_the_processor_shows_the_very_picture_that_needs_no_window() {
    check("cpu", &screens()[..8], 0, |_| 0);
}

/// The picture in a PNG file.
pub fn read(path: &Path) -> ColorImage {
    let mut decoder = png::Decoder::new(BufReader::new(File::open(path).unwrap()));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    let channels = info.color_type.samples();
    let color = |pixel: &[u8]| match pixel {
        [r, g, b, ..] => Color32::from_rgb(*r, *g, *b),
        _ => Color32::from_gray(pixel[0]),
    };
    let pixels = bytes[..info.buffer_size()].chunks_exact(channels).map(color).collect();
    ColorImage::new([info.width as usize, info.height as usize], pixels)
}
