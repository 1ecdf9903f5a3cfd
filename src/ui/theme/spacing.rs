//! The space between letters, words, lines and paragraphs: the usual one, or the wide one of WCAG 2.2, 1.4.12.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Context, FontId, Id};

use crate::state::Spacing;

/// The space in a text, in parts of the size of its letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextSpace {
    /// From one line to the next.
    pub line: f32,
    /// Between two letters, more than the font has.
    pub letter: f32,
    /// Between two words, more than the font and `letter` have.
    pub word: f32,
    /// After a paragraph.
    pub paragraph: f32,
}

/// Close lines are hard to follow.
const NORMAL: TextSpace = TextSpace { line: 1.45, letter: 0.0, word: 0.0, paragraph: 0.35 };
/// The figures of WCAG 2.2, 1.4.12.
const WIDE: TextSpace = TextSpace { line: 1.5, letter: 0.12, word: 0.16, paragraph: 2.0 };

impl TextSpace {
    /// The space that a reader chose.
    pub fn of(spacing: Spacing) -> Self {
        match spacing {
            Spacing::Normal => NORMAL,
            Spacing::Wide => WIDE,
        }
    }

    /// The height of a line of letters of `size`.
    pub fn line_height(self, size: f32) -> f32 {
        let height = size * self.line;
        // Never less than a reader asked for.
        if self == NORMAL { height.round() } else { height.ceil() }
    }

    /// Letters of this font with this space.
    pub(in crate::ui) fn format(self, font: FontId, color: Color32) -> TextFormat {
        TextFormat {
            line_height: Some(self.line_height(font.size)),
            extra_letter_spacing: self.letter * font.size,
            ..TextFormat::simple(font, color)
        }
    }

    /// Appends `text` to `job`, with this space between its words.
    pub(in crate::ui) fn append(self, job: &mut LayoutJob, text: &str, format: &TextFormat) {
        if self.word == 0.0 {
            job.append(text, 0.0, format.clone());
            return;
        }
        // The space before a part is left out by egui, and at the begin of a line.
        let before = (self.letter + self.word) * format.font_id.size;
        for (at, part) in text.split_inclusive(' ').enumerate() {
            job.append(part, if 0 < at { before } else { 0.0 }, format.clone());
        }
    }
}

/// Sets the space of all texts of this frame.
pub(in crate::ui) fn set_text_space(ctx: &Context, space: TextSpace) {
    ctx.data_mut(|data| data.insert_temp(Id::unique(SPACE), space));
}

/// The space of all texts of this frame.
pub(in crate::ui) fn text_space(ctx: &Context) -> TextSpace {
    ctx.data(|data| data.get_temp(Id::unique(SPACE))).unwrap_or(NORMAL)
}

const SPACE: &str = "space in texts";
