//! Which colours stand on one another, and how far apart they must be.

use egui::Color32;

use super::Tokens;

/// How far apart two colours must be (WCAG 2.2 contrast ratios, and stricter for what is read).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contrast {
    /// What is read: at least 10 to 1.
    Reading,
    /// Every other word: at least 4.5 to 1.
    Words,
    /// Edges, icons and rings: at least 3 to 1.
    Shapes,
}

/// Two colours that stand on one another somewhere on screen.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// Their names.
    pub name: &'static str,
    /// In front.
    pub front: Color32,
    /// Behind.
    pub back: Color32,
    /// How far apart they must be.
    pub contrast: Contrast,
}

impl Tokens {
    /// Every pair of colours in use. A new use of a colour belongs in this list; a test computes each one.
    pub fn pairs(&self) -> Vec<Pair> {
        let pair = |name, front, back, contrast| Pair { name, front, back, contrast };
        vec![
            pair("ink on paper", self.ink, self.paper, Contrast::Reading),
            pair("ink on surface", self.ink, self.surface, Contrast::Reading),
            pair("ink on danger_soft", self.ink, self.danger_soft, Contrast::Reading),
            pair("ink on urgent_soft", self.ink, self.urgent_soft, Contrast::Reading),
            pair("ink on note_soft", self.ink, self.note_soft, Contrast::Reading),
            pair("ink on good_soft", self.ink, self.good_soft, Contrast::Reading),
            pair("ink on touch_soft", self.ink, self.touch_soft, Contrast::Reading),
            pair("muted on paper", self.muted, self.paper, Contrast::Words),
            pair("muted on surface", self.muted, self.surface, Contrast::Words),
            pair("muted on danger_soft", self.muted, self.danger_soft, Contrast::Words),
            pair("muted on urgent_soft", self.muted, self.urgent_soft, Contrast::Words),
            pair("muted on note_soft", self.muted, self.note_soft, Contrast::Words),
            pair("muted on good_soft", self.muted, self.good_soft, Contrast::Words),
            pair("note_ink on paper", self.note_ink, self.paper, Contrast::Shapes),
            pair("good_ink on paper", self.good_ink, self.paper, Contrast::Shapes),
            pair("touch on paper", self.touch, self.paper, Contrast::Words),
            pair("touch on surface", self.touch, self.surface, Contrast::Words),
            pair("touch on touch_soft", self.touch, self.touch_soft, Contrast::Words),
            pair("on_touch on touch", self.on_touch, self.touch, Contrast::Words),
            pair("on_danger on danger", self.on_danger, self.danger, Contrast::Words),
            pair("danger_ink on paper", self.danger_ink, self.paper, Contrast::Words),
            pair("danger_ink on surface", self.danger_ink, self.surface, Contrast::Words),
            pair("danger_ink on touch_soft", self.danger_ink, self.touch_soft, Contrast::Words),
            pair("danger_ink on danger_soft", self.danger_ink, self.danger_soft, Contrast::Words),
            pair("urgent_ink on urgent_soft", self.urgent_ink, self.urgent_soft, Contrast::Words),
            pair("urgent_ink on paper", self.urgent_ink, self.paper, Contrast::Words),
            pair("note_ink on note_soft", self.note_ink, self.note_soft, Contrast::Words),
            pair("good_ink on good_soft", self.good_ink, self.good_soft, Contrast::Words),
            pair("danger_edge on surface", self.danger_edge, self.surface, Contrast::Shapes),
            pair("focus on paper", self.focus, self.paper, Contrast::Shapes),
            pair("focus on surface", self.focus, self.surface, Contrast::Shapes),
            pair("the focus ring on paper", self.ring_on(self.paper), self.paper, Contrast::Shapes),
            pair("the focus ring on surface", self.ring_on(self.surface), self.surface, Contrast::Shapes),
            pair("the focus ring on danger", self.ring_on(self.danger), self.danger, Contrast::Shapes),
            pair("the focus ring on touch", self.ring_on(self.touch), self.touch, Contrast::Shapes),
            pair("the focus ring on touch_soft", self.ring_on(self.touch_soft), self.touch_soft, Contrast::Shapes),
            pair("the focus ring on ink", self.ring_on(self.ink), self.ink, Contrast::Shapes),
            pair("the focus ring on danger_soft", self.ring_on(self.danger_soft), self.danger_soft, Contrast::Shapes),
            pair("the focus ring on urgent_soft", self.ring_on(self.urgent_soft), self.urgent_soft, Contrast::Shapes),
            pair("the focus ring on note_soft", self.ring_on(self.note_soft), self.note_soft, Contrast::Shapes),
            pair("the focus ring on good_soft", self.ring_on(self.good_soft), self.good_soft, Contrast::Shapes),
            pair("the focus ring on a page of paper", self.ring_on(self.page), self.page, Contrast::Shapes),
            pair("the two lines of the focus ring", self.focus, self.paper, Contrast::Shapes),
            pair("handle on track", self.handle, self.track, Contrast::Shapes),
            pair("picture ink on soft", self.ink, self.picture_soft, Contrast::Shapes),
            pair("picture alert on ground", self.picture_alert, self.picture_paper, Contrast::Shapes),
        ]
    }
}

impl Tokens {
    /// The ring around the focus has two lines; the one that differs most from the ground is the one that is seen.
    fn ring_on(&self, ground: Color32) -> Color32 {
        if contrast(self.paper, ground) < contrast(self.focus, ground) { self.focus } else { self.paper }
    }
}

/// The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance).
pub fn contrast(front: Color32, back: Color32) -> f32 {
    let (a, b) = (luminance(front), luminance(back));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: Color32) -> f32 {
    let linear = |channel: u8| {
        let value = f32::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
}
