//! `careshelf screenshot`: a screen of the viewer as a picture file, without a window.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use egui::ColorImage;
use jiff::civil::Date;

use crate::app::{self, App, Clock, Start};
use crate::content::{Origin, load};
use crate::report::{EXIT_MACHINE, EXIT_WRONG, complain};
use crate::window::picture::{self, PictureOptions};

/// Paints the viewer as it starts on the content at `origin` into the PNG file `output`.
pub fn run(origin: &Origin, start: &Start, options: PictureOptions, output: &Path, today: Date) -> ExitCode {
    let loaded = load(origin);
    loaded.library.problems.iter().for_each(|problem| complain(&problem.to_string()));
    let mut app = App::new(loaded, Clock::still(today));
    if let Err(message) = start.apply(&mut app) {
        complain(&message);
        return ExitCode::from(EXIT_WRONG);
    }
    let image = picture::take(options, |ctx| app::draw(ctx, app));
    match write(&image, output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("careshelf: cannot write {}: {error}", output.display()));
            ExitCode::from(EXIT_MACHINE)
        }
    }
}

/// Writes the whole file, or none: what stood there before stays until the picture is complete.
fn write(image: &ColorImage, output: &Path) -> io::Result<()> {
    let mut unfinished = output.as_os_str().to_owned();
    unfinished.push(".part");
    let result = write_png(image, Path::new(&unfinished)).and_then(|()| fs::rename(&unfinished, output));
    if result.is_err() {
        // It may not even be there.
        let _ = fs::remove_file(&unfinished);
    }
    result
}

fn write_png(image: &ColorImage, path: &Path) -> io::Result<()> {
    let [width, height] = image.size.map(|n| u32::try_from(n).unwrap_or(u32::MAX));
    let mut file = BufWriter::new(File::create(path)?);
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header()?;
    let bytes: Vec<u8> = image.pixels.iter().flat_map(|color| [color.r(), color.g(), color.b()]).collect();
    writer.write_image_data(&bytes)?;
    writer.finish()?;
    file.flush()
}
