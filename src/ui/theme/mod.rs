//! How Careshelf looks: colours by their job, sizes, fonts. Nothing outside this folder makes a colour.

mod contrast;
mod fonts;
mod scale;
mod screen;
mod spacing;
mod tokens;

pub use contrast::{Contrast, Pair, contrast};
pub use fonts::{bold, install_fonts, regular};
pub use scale::{LETTER_WIDTH, LINE_LETTERS, Scale, TARGET};
pub use screen::{CAP_HEIGHT, emergency_target, fit_screen, zoom};
pub use spacing::TextSpace;
pub(in crate::ui) use spacing::{set_text_space, text_space};
pub use tokens::Tokens;

use egui::{Context, Stroke, Visuals};

use crate::state::{Spacing, TextSize, Theme};

/// Space between parts, in points; everything stands on a grid of 8.
pub const GAP: f32 = 8.0;

/// Sets egui's own colours and spacing. Call it when the theme changes, not for every frame.
pub fn apply(ctx: &Context, theme: Theme) {
    let tokens = Tokens::of(theme);
    let mut visuals = if theme == Theme::Light { Visuals::light() } else { Visuals::dark() };
    visuals.panel_fill = tokens.paper;
    visuals.window_fill = tokens.paper;
    visuals.extreme_bg_color = tokens.track;
    visuals.override_text_color = Some(tokens.ink);
    // The scroll bar is the only thing that egui paints in its own colours.
    let widgets = &mut visuals.widgets;
    for widget in [&mut widgets.noninteractive, &mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
        widget.bg_fill = tokens.handle;
    }
    visuals.selection.bg_fill = tokens.touch_soft;
    visuals.selection.stroke.color = tokens.ink;
    visuals.text_cursor.stroke = cursor(&tokens);
    // Nothing moves by itself, and a resting screen rests.
    visuals.text_cursor.blink = false;
    // Whether the desktop is light or dark must not matter.
    ctx.set_visuals_of(egui::Theme::Dark, visuals.clone());
    ctx.set_visuals_of(egui::Theme::Light, visuals);
    ctx.all_styles_mut(|style| {
        style.spacing.item_spacing = egui::vec2(GAP, GAP);
        style.spacing.scroll = egui::style::ScrollStyle {
            bar_width: 12.0,
            handle_min_length: TARGET,
            ..egui::style::ScrollStyle::solid()
        };
        // A page stops at its end. Egui 0.37's spring there, after a few strokes in a row, threw the page to infinity.
        style.spacing.scroll.kinetic.rubber_band = false;
        // Selectable words would each be a button to a screen reader.
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = f32::INFINITY;
        // Nothing moves by itself.
        style.animation_time = 0.0;
    });
}

/// The line that shows where one writes.
pub fn cursor(tokens: &Tokens) -> Stroke {
    Stroke::new(2.5, tokens.ink)
}

/// The look of one frame: colours and sizes.
#[derive(Clone, Copy)]
pub struct Look {
    /// The colours.
    pub tokens: Tokens,
    /// The sizes.
    pub scale: Scale,
    /// The theme that the colours come from.
    pub theme: Theme,
    /// The least side of what a shaking hand must hit, in points.
    pub emergency_target: f32,
}

impl Look {
    /// The look for what a reader chose, on a machine that stands in nobody's waiting room.
    pub fn new(theme: Theme, text_size: TextSize, spacing: Spacing) -> Self {
        Self { tokens: Tokens::of(theme), scale: Scale::of(text_size, spacing), theme, emergency_target: TARGET }
    }
}
