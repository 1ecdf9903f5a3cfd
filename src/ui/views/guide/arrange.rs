//! How large the words of a card are, and where its drawing stands: as large as both can be while all of it is in sight.

use egui::Ui;

use super::Scene;
use super::pacer;
use crate::model::text::RichText;
use crate::ui::theme::{self, LETTER_WIDTH};
use crate::ui::widgets::layout;

/// The drawing of a card, and its words.
pub(super) struct Arranged {
    /// The size of the letters.
    pub(super) size: f32,
    /// Where the drawing stands.
    pub(super) place: Place,
}

/// Where a drawing stands, and how wide it is.
pub(super) enum Place {
    /// To the left of the words.
    Beside(f32),
    /// Over the words, in a window that is higher than wide.
    Above(f32),
    /// After the words: there is no room for both.
    After,
}

/// Space between the drawing and the words beside it.
pub(super) const PICTURE_GAP: f32 = 20.0;

/// Space between two sentences in letters of `size` points.
pub(super) fn text_gap(size: f32) -> f32 {
    (size * 0.35).round()
}

/// Words stand beside a drawing only if they keep at least this many letters a line.
const LEAST_CHARS_BESIDE: f32 = 20.0;
/// How many times larger than usual the letters may become where there is room.
const GROWTH: [f32; 4] = [1.5, 1.3, 1.15, 1.0];
/// The parts of the width that a drawing may take, the best one first.
const SHARES: [f32; 5] = [0.6, 0.52, 0.44, 0.36, 0.28];
/// Letters grow only beside a drawing that keeps this part of the width.
const LEAST_SHARE_TO_GROW: f32 = 0.44;
/// Over the words a drawing takes this part of the width at least.
const LEAST_SHARE_ABOVE: f32 = 0.55;

/// The largest arrangement with which everything is in sight, or else one with the usual letters. The card begins at `top`
/// on the screen, however far it is scrolled.
pub(super) fn arrange(ui: &Ui, scene: &Scene<'_>, top: f32, has_drawing: bool) -> Arranged {
    let page = Page::new(ui, scene, top);
    let body = scene.view.look.scale.body;
    if !has_drawing {
        let size =
            GROWTH.iter().map(|growth| body * growth).find(|size| page.words_height(*size, page.width) <= page.height);
        return Arranged { size: size.unwrap_or(body), place: Place::After };
    }
    let grown = GROWTH.iter().find_map(|growth| {
        let least_share = if *growth > 1.0 { LEAST_SHARE_TO_GROW } else { 0.0 };
        page.arranged(body * growth, least_share)
    });
    grown.unwrap_or_else(|| {
        let smallest = SHARES.iter().rev().map(|share| page.width * share).find(|width| page.is_readable(*width, body));
        Arranged { size: body, place: smallest.map_or(Place::After, Place::Beside) }
    })
}

/// What is to be arranged, and the room for it.
struct Page<'p> {
    ui: &'p Ui,
    scene: &'p Scene<'p>,
    width: f32,
    height: f32,
    /// What a drawing takes beside its own height.
    under_drawing: f32,
    /// A drawing that is narrower cannot be followed.
    least_width: f32,
}

impl<'p> Page<'p> {
    fn new(ui: &'p Ui, scene: &'p Scene<'p>, top: f32) -> Self {
        let body = scene.view.look.scale.body;
        let has_rhythm = scene.emergency.pace().is_some();
        let settings = if has_rhythm { pacer::settings_height(ui, scene) } else { 0.0 };
        // Without what stands over it on the card. What is scrolled must not grow or shrink for it.
        let above = ui.cursor().min.y - ui.max_rect().min.y;
        let room = ui.clip_rect().max.y - top - above - super::MARGIN.bottomf();
        Self {
            ui,
            scene,
            width: ui.available_width(),
            height: room - settings - super::card::standing_height(scene),
            under_drawing: if has_rhythm { pacer::line_height(body) } else { 0.0 },
            least_width: if has_rhythm { body * 9.0 } else { 0.0 },
        }
    }

    fn arranged(&self, size: f32, least_share: f32) -> Option<Arranged> {
        if self.width < self.height {
            let left = self.height - self.words_height(size, self.width) - text_gap(size) - self.under_drawing;
            let drawing_width = (left * 1.5).min(self.width);
            let fits = self.width * LEAST_SHARE_ABOVE <= drawing_width;
            return fits.then_some(Arranged { size, place: Place::Above(drawing_width) });
        }
        let most_width = (self.height - self.under_drawing) * 1.5;
        let shares = SHARES.iter().filter(|share| least_share <= **share);
        let width = shares.map(|share| (self.width * share).min(most_width)).find(|width| {
            self.is_readable(*width, size) && self.words_height(size, self.words_width(*width)) <= self.height
        })?;
        Some(Arranged { size, place: Place::Beside(width) })
    }

    fn words_width(&self, drawing_width: f32) -> f32 {
        self.width - drawing_width - PICTURE_GAP
    }

    fn is_readable(&self, drawing_width: f32, size: f32) -> bool {
        LEAST_CHARS_BESIDE * size * LETTER_WIDTH <= self.words_width(drawing_width) && self.least_width <= drawing_width
    }

    /// The height of all sentences in letters of `size` points, in so many points width.
    fn words_height(&self, size: f32, width: f32) -> f32 {
        let height = |text: &RichText| {
            let ink = self.scene.view.look.tokens.ink;
            let galley = layout(self.ui, &text.plain(), theme::regular(size), ink, (width - size).max(1.0));
            galley.size().y.max(self.scene.view.look.scale.line_height(size)) + text_gap(size)
        };
        self.scene.card.texts.iter().map(height).sum()
    }
}
