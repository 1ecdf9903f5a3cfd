//! The bundled fonts: a legible family with a real bold, and a second one behind it for more letters.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily, FontId};

use crate::assets;

const BOLD: &str = "bold";

/// Sets the bundled fonts. Until the first frame after this, egui has no fonts at all.
pub fn install_fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    let faces = [
        ("text-regular", assets::TEXT_REGULAR),
        ("text-bold", assets::TEXT_BOLD),
        ("more-regular", assets::MORE_REGULAR),
        ("more-bold", assets::MORE_BOLD),
    ];
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let family = |names: [&str; 2]| names.map(str::to_owned).to_vec();
    let regular = family(["text-regular", "more-regular"]);
    fonts.families.insert(FontFamily::Monospace, regular.clone());
    fonts.families.insert(FontFamily::Proportional, regular);
    fonts.families.insert(FontFamily::Name(BOLD.into()), family(["text-bold", "more-bold"]));
    ctx.set_fonts(fonts);
}

/// The regular face at `size` points.
pub fn regular(size: f32) -> FontId {
    FontId::proportional(size)
}

/// The bold face at `size` points.
pub fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(BOLD.into()))
}
