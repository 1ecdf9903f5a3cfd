//! `careshelf screenshot`: a screen of the viewer as a picture file, without a window.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use egui::ColorImage;
use jiff::civil::Date;

use crate::app::{self, App, Clock, Start};
use crate::content::{Origin, load};
use crate::report::{EXIT_MACHINE, EXIT_WRONG, complain};
use crate::whole_file;
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
    match whole_file::write(output, |out| write_png(&image, out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("careshelf: cannot write {}: {error}", output.display()));
            ExitCode::from(EXIT_MACHINE)
        }
    }
}

fn write_png(image: &ColorImage, out: &mut dyn Write) -> io::Result<()> {
    let [width, height] = image.size.map(|n| u32::try_from(n).unwrap_or(u32::MAX));
    let mut encoder = png::Encoder::new(out, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header()?;
    let bytes: Vec<u8> = image.pixels.iter().flat_map(|color| [color.r(), color.g(), color.b()]).collect();
    writer.write_image_data(&bytes)?;
    Ok(writer.finish()?)
}
