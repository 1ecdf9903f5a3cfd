//! The row of tabs: a drawing and a word each, in as many lines as they need.

use std::iter;
use std::ops::Range;

use egui::{Align2, CornerRadius, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{at_position, focus_ring, icon, layout, of_so_many};
use crate::ui::theme::{self, Look, Scale, TARGET};

/// A tab.
pub(crate) struct Tab<'t> {
    /// The word on it.
    pub(crate) title: &'t str,
    /// The drawing on it.
    pub(crate) icon: &'t str,
    /// Whether its page is on screen.
    pub(crate) is_open: bool,
    /// Whether it is about an overdose, and so red.
    pub(crate) is_danger: bool,
}

const PADDING: f32 = 14.0;
const BAR: f32 = 4.0;

/// In a window that is less high than this letters become smaller,
const LOW_WINDOW: f32 = 760.0;
/// by this part at most,
const LEAST_PART: f32 = 0.75;
/// and no smaller than this.
const LEAST_LETTERS: f32 = 21.0;

/// How the tabs stand in the width that there is. Without room for all in one line they lose their drawings, then large letters
/// become somewhat smaller, then the tabs wrap.
struct Plan {
    look: Look,
    has_icons: bool,
    widths: Vec<f32>,
    lines: Vec<Range<usize>>,
}

impl Plan {
    fn new(ui: &Ui, look: &Look, tabs: &[Tab<'_>]) -> Self {
        let available = ui.available_width();
        let words_in = |look: &Look| tabs.iter().map(|tab| word_width(ui, look, tab.title)).collect::<Vec<f32>>();
        let with_icons: Vec<f32> = words_in(look).iter().map(|width| width + icon_size(look) + theme::GAP).collect();
        let fits = |widths: &[f32]| widths.iter().map(|width| width + 2.0 * PADDING).sum::<f32>() <= available;
        let has_icons = fits(&with_icons);
        let (look, widths) = if has_icons {
            (*look, with_icons)
        } else {
            let smaller = looks(ui, look).map(|look| (look, words_in(&look))).find(|(_, words)| fits(words));
            smaller.unwrap_or_else(|| (*look, words_in(look)))
        };
        let lines = break_lines(&widths, available);
        Self { look, has_icons, widths, lines }
    }
}

/// The look, and in a low window, where a second line takes too much text from the page, the same with smaller letters.
fn looks(ui: &Ui, look: &Look) -> impl Iterator<Item = Look> {
    let (look, largest) = (*look, look.scale.chrome);
    let is_low = ui.ctx().content_rect().height() < LOW_WINDOW;
    let least = if is_low { (largest * LEAST_PART).max(LEAST_LETTERS).min(largest) } else { largest };
    let sizes = iter::successors(Some(largest), |size| Some(size - 1.0)).take_while(move |size| least <= *size);
    sizes.map(move |chrome| Look { scale: Scale { chrome, ..look.scale }, ..look })
}

/// How high the tabs are in the width that there is.
pub(crate) fn tab_row_height(ui: &Ui, look: &Look, tabs: &[Tab<'_>]) -> f32 {
    let plan = Plan::new(ui, look, tabs);
    plan.lines.len() as f32 * height(&plan.look)
}

/// Shows the tabs and says which one was chosen.
pub(crate) fn tab_row(ui: &mut Ui, look: &Look, tabs: &[Tab<'_>], name: &str) -> Option<usize> {
    let Plan { look, has_icons, widths, lines } = Plan::new(ui, look, tabs);
    let mut chosen = None;
    let builder = egui::UiBuilder::new().accessibility_role(Role::TabList).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        of_so_many(ui, tabs.len());
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        for line in lines {
            ui.horizontal(|ui| {
                for i in line {
                    let width = widths[i] + 2.0 * PADDING;
                    let response = tab(ui, &look, &tabs[i], width.max(TARGET), has_icons);
                    at_position(ui, response.id, i);
                    if response.clicked() {
                        chosen = Some(i);
                    }
                }
            });
        }
    });
    chosen
}

/// Which tabs stand in which line.
fn break_lines(widths: &[f32], available: f32) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut used = 0.0;
    for (i, width) in widths.iter().enumerate() {
        let width = (width + 2.0 * PADDING).max(TARGET);
        if used + width > available && start < i {
            lines.push(start..i);
            start = i;
            used = 0.0;
        }
        used += width;
    }
    lines.push(start..widths.len());
    lines
}

fn word_width(ui: &Ui, look: &Look, title: &str) -> f32 {
    // Bold is the wider face: a tab must not change its width when it is chosen.
    layout(ui, title, theme::bold(look.scale.chrome), look.tokens.ink, f32::INFINITY).size().x.ceil()
}

fn height(look: &Look) -> f32 {
    (look.scale.chrome * 2.9).round().max(TARGET + BAR)
}

fn icon_size(look: &Look) -> f32 {
    (look.scale.chrome * 1.6).round()
}

fn tab(ui: &mut Ui, look: &Look, tab: &Tab<'_>, width: f32, has_icon: bool) -> Response {
    let tokens = &look.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height(look)), Sense::click());
    let accent = if tab.is_danger { tokens.danger_ink } else { tokens.touch };
    let color = if tab.is_open || tab.is_danger { accent } else { tokens.ink };
    if tab.is_open || response.hovered() {
        let radius = CornerRadius { nw: 10, ne: 10, sw: 0, se: 0 };
        let fill = if tab.is_open { tokens.paper } else { tokens.touch_soft };
        ui.painter().rect_filled(rect, radius, fill);
    }
    if tab.is_open {
        let bar = Rect::from_min_max(pos2(rect.min.x, rect.max.y - BAR), rect.max);
        ui.painter().rect_filled(bar, CornerRadius::ZERO, accent);
    }
    let mut content = rect.shrink2(vec2(PADDING, 0.0));
    if has_icon {
        let size = icon_size(look);
        icon(ui, tab.icon, pos2(content.min.x + size / 2.0, content.center().y), size, color);
        content.min.x += size + theme::GAP;
    }
    let font = if tab.is_open { theme::bold(look.scale.chrome) } else { theme::regular(look.scale.chrome) };
    let galley = layout(ui, tab.title, font, color, f32::INFINITY);
    let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), content);
    ui.painter().galley(at.min, galley, color);
    focus_ring(ui, &response, tokens);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, tab.is_open, tab.title));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(tab.is_open));
    response
}
