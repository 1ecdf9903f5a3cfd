//! Finished pictures of pages and codes, as egui takes them. Nothing here chooses a colour.

use egui::ColorImage;

use crate::print::{CallPicture, PagePicture};

/// A page. To be called in another thread than the window's: a page has millions of bytes.
pub(super) fn page(picture: &PagePicture) -> ColorImage {
    ColorImage::from_rgba_premultiplied(picture.size, &picture.rgba)
}

/// A code for a phone's camera, a pixel a module.
pub(super) fn code(picture: &CallPicture) -> ColorImage {
    ColorImage::from_gray([picture.side; 2], &picture.grays)
}
