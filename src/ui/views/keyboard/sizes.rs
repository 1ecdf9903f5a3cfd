//! How large the keys are, and where they stand.

use egui::{FontId, Rect, Ui, Vec2, pos2, vec2};

use super::keys::{self, Key, Legend, Press};
use crate::state::typing::{Field, Typing};
use crate::ui::View;
use crate::ui::theme::{self, Look, TARGET};
use crate::ui::widgets::{Button, TextField, layout};

/// 20 mm on a usual screen (96 points an inch): as large as a key for any finger must be, and no larger.
const BEST_KEY: f32 = 76.0;
/// Where there is little room, keys stand as close as this.
const LEAST_GAP: f32 = 2.0;
/// The keyboard takes no more of the window than this, if its keys stay large enough.
const SHARE: f32 = 0.5;
/// Space at the sides of a word on a key, and what remains of it where there is little room.
const WORD_PADDING: f32 = 9.0;
const LEAST_WORD_PADDING: f32 = 4.0;
/// Before the common keys take a second row, for which a small window has no room, their words become so much smaller.
const WORD_SIZES: [f32; 5] = [1.0, 0.9, 0.8, 0.7, 0.64];

/// The sizes of a keyboard in one window.
pub(super) struct Sizes {
    /// The height of the panel.
    pub(super) panel_height: f32,
    /// The height of everything in it; more than the panel's where rows must be scrolled.
    pub(super) content_height: f32,
    key: Vec2,
    gap: f32,
    width: f32,
    letter_font: FontId,
    word_font: FontId,
    /// How many of the common keys stand in each of their rows, and how wide they are at least.
    common: Vec<Vec<f32>>,
    letter_rows: usize,
}

impl Sizes {
    /// The sizes in a window of which `ui` is all.
    pub(super) fn new(ui: &Ui, view: &View<'_>) -> Self {
        let window = ui.max_rect().size();
        let keyboard = &view.library.keyboard;
        let columns = keyboard.most_keys().max(1) as f32;
        // First the keys get their width, then the space between them.
        let gap = ((window.x - columns * TARGET) / (columns + 1.0)).floor().clamp(LEAST_GAP, theme::GAP);
        let gaps = (columns - 1.0) * gap;
        let key_width = ((window.x - 2.0 * gap - gaps) / columns).floor().clamp(TARGET, BEST_KEY);
        let width = (columns * key_width + gaps).max(window.x.min(COMMON_WIDTH) - 2.0 * gap);
        let (word_font, common) = common_keys_in(ui, view, Row { key_width, width, gap });
        let letter_rows = keyboard.most_rows();
        let rows = (letter_rows + common.len()) as f32;
        let key_height = ((window.y * SHARE - (rows + 1.0) * gap) / rows).floor().clamp(TARGET, BEST_KEY);
        let key = vec2(key_width, key_height);
        let letter = (key.min_elem() * 0.42).max(view.look.scale.chrome).round();
        let content_height = rows * key_height + (rows + 1.0) * gap;
        Self {
            panel_height: content_height.min(room_beside_page(window, &view.look)),
            content_height,
            key,
            gap,
            width,
            letter_font: theme::regular(letter),
            word_font,
            common,
            letter_rows,
        }
    }

    /// Whether all rows are in sight.
    pub(super) fn is_whole(&self) -> bool {
        self.content_height <= self.panel_height + 0.5
    }

    /// The font of what stands on a key.
    pub(super) fn font(&self, press: &Press) -> FontId {
        if matches!(press, Press::Letter(_) | Press::Shift | Press::Delete | Press::Close) {
            self.letter_font.clone()
        } else {
            self.word_font.clone()
        }
    }

    /// All keys with their places, in rows from top to bottom.
    pub(super) fn place(&self, room: Rect, view: &View<'_>, typing: &Typing) -> Vec<Vec<(Key, Rect)>> {
        let rows = keys::letter_rows(view, typing);
        // A layer with fewer rows stands right over the common keys, where the fingers are.
        let empty = self.letter_rows.saturating_sub(rows.len());
        let mut top = room.min.y + self.gap + empty as f32 * (self.key.y + self.gap);
        let mut placed = Vec::new();
        for row in rows {
            let widths = vec![self.key.x; row.len()];
            placed.push(self.place_row(room, top, row, &widths));
            top += self.key.y + self.gap;
        }
        let mut common = keys::common_keys(view, typing).into_iter();
        for widths in &self.common {
            let mut row: Vec<(Key, f32)> = common.by_ref().take(widths.len()).zip(widths.iter().copied()).collect();
            if !keys::has_capitals(view, typing) {
                row.retain(|(key, _)| !matches!(key.press, Press::Shift));
            }
            let (keys, widths) = self.stretched(row);
            placed.push(self.place_row(room, top, keys, &widths));
            top += self.key.y + self.gap;
        }
        placed
    }

    /// The space bar takes what the other keys of its row leave.
    fn stretched(&self, row: Vec<(Key, f32)>) -> (Vec<Key>, Vec<f32>) {
        let used: f32 = row.iter().map(|(_, width)| width + self.gap).sum::<f32>() - self.gap;
        let left = (self.width - used).max(0.0);
        let stretch = |key: &Key| if matches!(key.press, Press::Space) { left } else { 0.0 };
        row.into_iter().map(|(key, width)| (width + stretch(&key), key)).map(|(width, key)| (key, width)).unzip()
    }

    fn place_row(&self, room: Rect, top: f32, row: Vec<Key>, widths: &[f32]) -> Vec<(Key, Rect)> {
        let whole = widths.iter().map(|width| width + self.gap).sum::<f32>() - self.gap;
        let mut left = (room.center().x - whole / 2.0).floor();
        let mut place = |width: f32| {
            let rect = Rect::from_min_size(pos2(left, top), vec2(width, self.key.y));
            left += width + self.gap;
            rect
        };
        row.into_iter().zip(widths).map(|(key, width)| (key, place(*width))).collect()
    }
}

/// The height that the bar and the field leave, which must stay in sight.
fn room_beside_page(window: Vec2, look: &Look) -> f32 {
    let bar = Button::height(look).max(look.emergency_target) + 2.0 * theme::GAP;
    let page = bar + TextField::frame_height(look) + 2.0 * CRAMPED_MARGIN;
    (window.y - page).max(2.0 * TARGET)
}

/// Space over and under what a sheet holds where there is little room.
pub(super) const CRAMPED_MARGIN: f32 = 4.0;

/// The common keys get this width even over few letters, if there is so much.
const COMMON_WIDTH: f32 = 600.0;

/// What the common keys must fit into.
#[derive(Clone, Copy)]
struct Row {
    key_width: f32,
    width: f32,
    gap: f32,
}

/// The font of the words on the common keys, and the least widths of the keys in as few rows as they need.
fn common_keys_in(ui: &Ui, view: &View<'_>, row: Row) -> (FontId, Vec<Vec<f32>>) {
    let in_size = |part: &f32| {
        let font = theme::regular((view.look.scale.chrome * part).max(SMALLEST_WORDS));
        let rows = common_rows(ui, view, &font, row);
        (font, rows)
    };
    let mut sizes = WORD_SIZES.iter().map(in_size);
    sizes.find(|(_, rows)| rows.len() == 1).unwrap_or_else(|| in_size(&1.0))
}

/// No words become smaller than those for most readers.
const SMALLEST_WORDS: f32 = 18.0;

/// The least widths of the common keys, in as many rows as they need.
fn common_rows(ui: &Ui, view: &View<'_>, font: &FontId, row: Row) -> Vec<Vec<f32>> {
    let padding = if row.gap < theme::GAP { LEAST_WORD_PADDING } else { WORD_PADDING };
    let mut rows: Vec<Vec<f32>> = vec![Vec::new()];
    let mut used = 0.0;
    // With every key that there may be, so that the keyboard is as high whatever it shows.
    for key in keys::common_keys(view, &Typing::new(Field::TryKeyboard)) {
        let least = match &key.face {
            Legend::Icon(_) => row.key_width,
            Legend::Words(words) => {
                let words = layout(ui, words, font.clone(), view.look.tokens.ink, f32::INFINITY).size().x;
                (words + 2.0 * padding).ceil().max(row.key_width)
            }
        };
        if row.width < used + least && !rows.last().is_none_or(Vec::is_empty) {
            rows.push(Vec::new());
            used = 0.0;
        }
        used += least + row.gap;
        if let Some(row) = rows.last_mut() {
            row.push(least);
        }
    }
    rows
}
