//! The sizes of text and of what can be touched, in points.

use egui::Vec2;

use super::TextSpace;
use crate::state::{Spacing, TextSize};

/// The least width and height of whatever can be touched (WCAG 2.2, target size, enhanced).
pub const TARGET: f32 = 44.0;

/// The average width of a letter of the bundled family, as a part of its size. A test measures it.
pub const LETTER_WIDTH: f32 = 0.45;

/// A comfortable line holds about this many letters (45 to 80 are easy to follow).
pub const LINE_LETTERS: f32 = 66.0;

/// The sizes of text at one text size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// What is read.
    pub body: f32,
    /// Dates and sources at the foot of a page.
    pub small: f32,
    /// The title of a section.
    pub title: f32,
    /// Headings inside a section.
    pub heading: f32,
    /// Tabs, lists of sections and buttons: they grow less, or nothing would be left of a small window (`in_window`).
    pub chrome: f32,
    /// The space between letters, words and lines.
    pub space: TextSpace,
}

impl Scale {
    /// The sizes for `text_size`.
    pub fn of(text_size: TextSize, spacing: Spacing) -> Self {
        let (body, title, heading, chrome) = match text_size {
            TextSize::Normal => (20.0, 32.0, 25.0, 18.0),
            TextSize::Large => (27.0, 40.0, 33.0, 21.0),
            TextSize::Larger => (36.0, 48.0, 42.0, 25.0),
            TextSize::Largest => (44.0, 54.0, 49.0, 28.0),
        };
        Self { body, small: (body * 0.8).min(30.0), title, heading, chrome, space: TextSpace::of(spacing) }
    }

    /// The same in a window of so many points. Where it has room, tabs, lists, buttons and small print of the largest text
    /// grow too; in the largest windows they are as large as what is read, and so are seen under the same angle.
    #[must_use]
    pub fn in_window(self, text_size: TextSize, window: Vec2) -> Self {
        let is_roomy = |(width, height, _): &&(f32, f32, f32)| *width <= window.x && *height <= window.y;
        let Some((_, _, size)) = ROOMY.iter().find(is_roomy).filter(|_| text_size == TextSize::Largest) else {
            return self;
        };
        Self { chrome: self.chrome.max(*size), small: self.small.max(*size), ..self }
    }

    /// The height of a line of text of `size`.
    pub fn line_height(&self, size: f32) -> f32 {
        self.space.line_height(size)
    }
}

/// Windows of so many points width and height have room for tabs, buttons and small print of this size: a screen full of text
/// stays under them.
const ROOMY: [(f32, f32, f32); 4] =
    [(1600.0, 900.0, 44.0), (1000.0, 1300.0, 44.0), (1200.0, 700.0, 36.0), (1000.0, 560.0, 32.0)];
