//! Buttons: always at least 44 points, words wrapped rather than cut.

use egui::accesskit::AriaCurrent;
use egui::{Align2, Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::words::layout_centered;
use super::{focus_ring, icon, layout};
use crate::ui::theme::{self, Look, TARGET};

/// What a button is for; it decides its colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ButtonKind {
    /// The usual way on.
    Primary,
    /// Something to do, with an edge.
    Plain,
    /// Something to choose, without an edge until it is chosen.
    Quiet,
    /// Overdose.
    Danger,
    /// On a ground that is red already.
    OnDanger,
    /// Says that something was done, and writes it down.
    Record,
}

/// A button.
#[derive(Clone, Copy)]
#[must_use = "a button does nothing until it is shown"]
pub(crate) struct Button<'b> {
    words: &'b str,
    kind: ButtonKind,
    icon: Option<&'b str>,
    is_icon_last: bool,
    chosen: Option<bool>,
    fills_width: bool,
    is_big: bool,
    least_height: f32,
    role: Role,
    name: Option<&'b str>,
    language: Option<&'b str>,
}

struct Colors {
    fill: Color32,
    edge: Stroke,
    words: Color32,
}

impl<'b> Button<'b> {
    /// A button with `words` on it.
    pub(crate) fn new(words: &'b str, kind: ButtonKind) -> Self {
        Self {
            words,
            kind,
            icon: None,
            is_icon_last: false,
            chosen: None,
            fills_width: false,
            is_big: false,
            least_height: TARGET,
            role: Role::Button,
            name: None,
            language: None,
        }
    }

    /// An icon before the words.
    pub(crate) fn icon(mut self, name: &'b str) -> Self {
        self.icon = Some(name);
        self
    }

    /// An icon after the words.
    pub(crate) fn icon_last(mut self, name: &'b str) -> Self {
        self.icon = Some(name);
        self.is_icon_last = true;
        self
    }

    /// It is one of several to choose from, and is or is not the chosen one.
    pub(crate) fn chosen(mut self, is_chosen: bool, role: Role) -> Self {
        self.chosen = Some(is_chosen);
        self.role = role;
        self
    }

    /// It is as wide as the space that there is.
    pub(crate) fn fill_width(mut self) -> Self {
        self.fills_width = true;
        self
    }

    /// It is at least so high, as its neighbours in a row are.
    pub(crate) fn at_least(mut self, height: f32) -> Self {
        self.least_height = height;
        self
    }

    /// It is one of the few big ones over the whole width, hit by a shaking hand.
    pub(crate) fn big(mut self) -> Self {
        self.fills_width = true;
        self.is_big = true;
        self
    }

    /// What screen readers hear, where the words on it are too short to be understood alone.
    pub(crate) fn name(mut self, name: &'b str) -> Self {
        self.name = Some(name);
        self
    }

    /// The code of the language of its words, where it is not that of the page.
    pub(crate) fn language(mut self, language: &'b str) -> Self {
        self.language = Some(language);
        self
    }

    /// The width that the button takes where nothing forces it to wrap.
    pub(crate) fn natural_width(&self, ui: &Ui, look: &Look) -> f32 {
        let words = layout(ui, self.words, self.font(look), look.tokens.ink, f32::INFINITY).size().x;
        (words + self.icon_space(look) + 2.0 * PADDING.x).ceil().max(self.least_side(look))
    }

    /// The height of a button whose words take one line.
    pub(crate) fn height(look: &Look) -> f32 {
        (look.scale.line_height(look.scale.chrome) + 2.0 * PADDING.y).max(TARGET)
    }

    /// The height of this button where its words take one line.
    pub(crate) fn own_height(&self, look: &Look) -> f32 {
        Self::height(look).max(self.least_height(look))
    }

    /// The height of the button in the width that there is.
    pub(crate) fn wrapped_height(&self, ui: &Ui, look: &Look) -> f32 {
        self.height_in(ui, look, ui.available_width())
    }

    /// The height of the button in a place of so many points width.
    pub(crate) fn height_in(&self, ui: &Ui, look: &Look, width: f32) -> f32 {
        let width = (width - self.icon_space(look) - 2.0 * PADDING.x).max(1.0);
        let words = layout(ui, self.words, self.font(look), look.tokens.ink, width);
        (words.size().y + 2.0 * PADDING.y).max(self.least_height(look))
    }

    fn least_height(&self, look: &Look) -> f32 {
        let big = if self.is_big { (look.scale.chrome * 2.6).max(TARGET * 1.2) } else { TARGET };
        self.least_height.max(big).max(self.least_side(look)).round()
    }

    /// What is pressed in an emergency is large enough for a shaking hand.
    fn least_side(&self, look: &Look) -> f32 {
        if self.is_big || self.kind == ButtonKind::Danger { look.emergency_target } else { TARGET }
    }

    /// Shows it.
    pub(crate) fn show(self, ui: &mut Ui, look: &Look) -> Response {
        let available = ui.available_width();
        let icon_space = self.icon_space(look);
        let words_width = (available - icon_space - 2.0 * PADDING.x).max(1.0);
        let galley = if self.is_big {
            layout_centered(ui, self.words, self.font(look), look.tokens.ink, words_width)
        } else {
            layout(ui, self.words, self.font(look), look.tokens.ink, words_width)
        };
        let natural = galley.size() + vec2(icon_space, 0.0) + 2.0 * PADDING;
        let width = if self.fills_width { available } else { natural.x.ceil() };
        let size = vec2(width.max(self.least_side(look)), natural.y.max(self.least_height(look)));
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let colors = self.colors(look, &response);
        let radius = CornerRadius::same(10);
        ui.painter().rect(rect, radius, colors.fill, colors.edge, StrokeKind::Inside);

        let content = rect.shrink2(PADDING);
        let icon_size = icon_size(look);
        let words_rect = if self.is_icon_last {
            content.with_max_x(content.max.x - icon_space)
        } else {
            content.with_min_x(content.min.x + icon_space)
        };
        if let Some(name) = self.icon {
            let x = if self.is_icon_last { content.max.x - icon_size / 2.0 } else { content.min.x + icon_size / 2.0 };
            icon(ui, name, egui::pos2(x, content.center().y), icon_size, colors.words);
        }
        let at = if !self.is_big && (self.icon.is_some() || self.fills_width) {
            Align2::LEFT_CENTER.align_size_within_rect(galley.size(), words_rect).min
        } else if self.is_big {
            // Each line is centred about the place of the galley.
            Align2::CENTER_CENTER.align_size_within_rect(galley.size(), words_rect).center_top()
        } else {
            Align2::CENTER_CENTER.align_size_within_rect(galley.size(), words_rect).min
        };
        ui.painter().galley_with_override_text_color(at, galley, colors.words);
        focus_ring(ui, &response, &look.tokens);
        self.describe(ui, &response);
        response
    }

    fn font(&self, look: &Look) -> egui::FontId {
        let is_bold = self.kind == ButtonKind::Danger || self.is_big || self.chosen == Some(true);
        if is_bold { theme::bold(look.scale.chrome) } else { theme::regular(look.scale.chrome) }
    }

    fn icon_space(&self, look: &Look) -> f32 {
        match self.icon {
            Some(_) if self.words.is_empty() => icon_size(look),
            Some(_) => icon_size(look) + theme::GAP,
            None => 0.0,
        }
    }

    fn colors(&self, look: &Look, response: &Response) -> Colors {
        let tokens = &look.tokens;
        let edge = |color| Stroke::new(if response.hovered() { 2.0 } else { 1.5 }, color);
        let is_chosen = self.chosen == Some(true);
        match self.kind {
            ButtonKind::Danger => {
                Colors { fill: tokens.danger, edge: Stroke::new(2.5, tokens.danger_edge), words: tokens.on_danger }
            }
            ButtonKind::OnDanger => {
                Colors { fill: tokens.danger, edge: edge(tokens.on_danger), words: tokens.on_danger }
            }
            ButtonKind::Record => Colors { fill: tokens.ink, edge: edge(tokens.ink), words: tokens.paper },
            _ if is_chosen => {
                Colors { fill: tokens.touch_soft, edge: Stroke::new(2.5, tokens.touch), words: tokens.ink }
            }
            ButtonKind::Primary => Colors { fill: tokens.touch, edge: edge(tokens.touch), words: tokens.on_touch },
            ButtonKind::Plain => Colors { fill: tokens.paper, edge: edge(tokens.touch), words: tokens.touch },
            ButtonKind::Quiet => {
                let fill = if response.hovered() { tokens.touch_soft } else { Color32::TRANSPARENT };
                Colors { fill, edge: Stroke::NONE, words: tokens.touch }
            }
        }
    }

    fn describe(&self, ui: &Ui, response: &Response) {
        let name = self.name.unwrap_or(self.words);
        response.widget_info(|| WidgetInfo::labeled(self.role, true, name));
        if let Some(language) = self.language {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_language(language));
        }
        let Some(chosen) = self.chosen else { return };
        ui.ctx().accesskit_node_builder(response.id, |node| match self.role {
            Role::RadioButton | Role::Tab => node.set_selected(chosen),
            // Not a button that stays pressed: the page that it opens is on screen.
            _ if chosen => node.set_aria_current(AriaCurrent::Page),
            _ => (),
        });
    }
}

const PADDING: Vec2 = vec2(14.0, 8.0);

fn icon_size(look: &Look) -> f32 {
    (look.scale.chrome * 1.3).round()
}
