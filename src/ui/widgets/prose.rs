//! A text of the content: strong words, the "being checked" mark, and the numbers that lead to its sources.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, CornerRadius, Galley, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{focus_ring, layout};
use crate::model::text::RichText;
use crate::notes;
use crate::state::Action;
use crate::ui::View;
use crate::ui::theme::{self, Scale, TARGET};
use crate::words::Msg;

/// How a text is set.
#[derive(Clone, Copy)]
struct Face {
    size: f32,
    color: Color32,
    is_bold: bool,
}

/// Shows `text` at `size` points over the whole width. Its source numbers stand after its last word, and touching them
/// asks to see the sources.
pub(crate) fn prose(
    ui: &mut Ui,
    view: &View<'_>,
    text: &RichText,
    size: f32,
    is_bold: bool,
    actions: &mut Vec<Action>,
) {
    let width = ui.available_width();
    let galley = ui.fonts_mut(|fonts| {
        let face = Face { size, color: view.look.tokens.ink, is_bold };
        fonts.layout_job(job(view, text, face, width))
    });
    let numbers = notes::numbers(view.sources, text);
    let line_height = Scale::line_height(size);
    let last_line_end = galley.rows.last().map_or(0.0, |row| row.rect().max.x);
    let chip = (!numbers.is_empty()).then(|| chip_galley(ui, view, &numbers));
    let chip_width = chip.as_ref().map_or(0.0, |chip| (chip.size().x + 16.0).max(TARGET));

    // The numbers stand beside the last line if there is room, or else on a line of their own.
    let is_beside = last_line_end + chip_width <= width;
    let overhang = ((TARGET - line_height) / 2.0).max(0.0);
    let has_chip = chip.is_some();
    let above = if has_chip && is_beside && galley.rows.len() == 1 { overhang } else { 0.0 };
    let below = match (has_chip, is_beside) {
        (false, _) => 0.0,
        (true, true) => overhang,
        (true, false) => TARGET,
    };
    let height = above + galley.size().y + below;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let text_at = rect.min + vec2(0.0, above);
    let text_bottom = text_at.y + galley.size().y;
    ui.painter().galley(text_at, galley, view.look.tokens.ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, notes::spoken(text, view.words)));

    if let Some(chip) = chip {
        let (x, center_y) = if is_beside {
            (rect.min.x + last_line_end, text_bottom - line_height / 2.0)
        } else {
            (rect.min.x, text_bottom + TARGET / 2.0)
        };
        let target = Rect::from_min_size(pos2(x, center_y - TARGET / 2.0), vec2(chip_width, TARGET));
        if chip_ui(ui, view, response.id.with("sources"), target, chip, &numbers) {
            actions.push(Action::ShowSources(text.sources.clone()));
        }
    }
}

fn job(view: &View<'_>, text: &RichText, face: Face, width: f32) -> LayoutJob {
    let format = |is_bold: bool, color: Color32, size: f32| TextFormat {
        font_id: if is_bold { theme::bold(size) } else { theme::regular(size) },
        color,
        line_height: Some(Scale::line_height(face.size)),
        valign: egui::Align::Center,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for span in &text.spans {
        job.append(span.shown(), 0.0, format(face.is_bold || span.is_strong(), face.color, face.size));
    }
    if text.being_checked {
        let mark = view.text(Msg::BeingChecked).replace(' ', "\u{a0}");
        let format = format(false, view.look.tokens.muted, face.size * 0.8);
        job.append(&format!(" ({mark})"), 0.0, format);
    }
    job
}

fn chip_galley(ui: &Ui, view: &View<'_>, numbers: &str) -> Arc<Galley> {
    let tokens = &view.look.tokens;
    // A long list of numbers stays on one line and a small one.
    let size = (view.look.scale.body * 0.62).clamp(13.0, 22.0);
    layout(ui, numbers, theme::bold(size), tokens.touch, f32::INFINITY)
}

/// The numbers in a soft pill; the target around it is larger than what is seen.
fn chip_ui(ui: &Ui, view: &View<'_>, id: egui::Id, target: Rect, galley: Arc<Galley>, numbers: &str) -> bool {
    let tokens = &view.look.tokens;
    let response = ui.interact(target, id, Sense::click());
    let pill = Rect::from_center_size(target.center(), vec2(galley.size().x + 12.0, galley.size().y + 2.0));
    let pill = pill.translate(vec2(target.min.x + 5.0 - pill.min.x, 0.0));
    let fill = if response.hovered() { tokens.touch } else { tokens.touch_soft };
    let color = if response.hovered() { tokens.on_touch } else { tokens.touch };
    ui.painter().rect_filled(pill, CornerRadius::same(8), fill);
    let at = egui::Align2::CENTER_CENTER.align_size_within_rect(galley.size(), pill);
    ui.painter().galley_with_override_text_color(at.min, galley, color);
    focus_ring(ui, &response, tokens);
    let name = view.words.with(Msg::WhoSaysSoNumbers, &[("numbers", numbers.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    response.clicked()
}
