//! A text of the content: strong words, the "being checked" mark, and the numbers that lead to its sources.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, CornerRadius, Galley, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

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
    let numbers = notes::numbers(view.sources, text);
    let chip = (!numbers.is_empty()).then(|| chip_galley(ui, view, &numbers, width - 2.0 * CHIP_MARGIN));
    let chip_width = chip.as_ref().map_or(0.0, |chip| (chip.size().x + 2.0 * CHIP_MARGIN).max(TARGET));
    let face = Face { size, color: view.look.tokens.ink, is_bold };
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job(view, text, face, width, chip_width)));
    let gap = if is_bold { 0.0 } else { gap_after(&view.look.scale, size) };
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + gap), Sense::hover());
    let text_end = rect.min + vec2(galley.rows.last().map_or(0.0, |row| row.rect().max.x), galley.size().y);
    ui.painter().galley(rect.min, galley, view.look.tokens.ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, notes::spoken(text, view.words)));

    if let Some(chip) = chip {
        // A long last word with wide spaces may reach a little further than the column.
        let x = (text_end.x.min(rect.max.x) - chip_width).max(rect.min.x);
        let y = text_end.y - view.look.scale.line_height(size) / 2.0 - TARGET / 2.0;
        let target = Rect::from_min_size(pos2(x, y), vec2(chip_width, TARGET));
        if chip_ui(ui, view, response.id.with("sources"), target, chip, &numbers) {
            actions.push(Action::ShowSources(text.sources.clone()));
        }
    }
}

/// Space between the edge of the target and the numbers in it.
const CHIP_MARGIN: f32 = 11.0;

/// Space after a text: enough that the targets of two lines never overlap, and the same after all texts.
fn gap_after(scale: &Scale, size: f32) -> f32 {
    (size * 0.35).max(TARGET - scale.line_height(size))
}

/// The text with `chip_width` points kept free after its last word, on the same line.
fn job(view: &View<'_>, text: &RichText, face: Face, width: f32, chip_width: f32) -> LayoutJob {
    let space = view.look.scale.space;
    let format = |is_bold: bool, color: Color32, size: f32| TextFormat {
        line_height: Some(space.line_height(face.size)),
        valign: egui::Align::Center,
        ..space.format(if is_bold { theme::bold(size) } else { theme::regular(size) }, color)
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for span in &text.spans {
        space.append(&mut job, span.shown(), &format(face.is_bold || span.is_strong(), face.color, face.size));
    }
    if text.being_checked {
        let mark = view.text(Msg::BeingChecked).replace(' ', "\u{a0}");
        let format = format(false, view.look.tokens.muted, face.size * 0.8);
        space.append(&mut job, &format!(" ({mark})"), &format);
    }
    if 0.0 < chip_width {
        // A space at which no line breaks: the last word wraps together with its numbers.
        job.append("\u{a0}", chip_width, format(false, face.color, 1.0));
    }
    job
}

fn chip_galley(ui: &Ui, view: &View<'_>, numbers: &str, most_width: f32) -> Arc<Galley> {
    let galley = |size| layout(ui, numbers, theme::bold(size), view.look.tokens.touch, f32::INFINITY);
    // A long list of numbers stays on one line and a small one.
    let size = (view.look.scale.body * 0.62).clamp(14.0, 24.0);
    let usual = galley(size);
    if usual.size().x <= most_width { usual } else { galley((size * most_width / usual.size().x).floor().max(1.0)) }
}

/// The numbers in a soft pill; the target around it is larger than what is seen.
fn chip_ui(ui: &Ui, view: &View<'_>, id: egui::Id, target: Rect, galley: Arc<Galley>, numbers: &str) -> bool {
    let tokens = &view.look.tokens;
    let response = ui.interact(target, id, Sense::click());
    let pill = Rect::from_center_size(target.center(), galley.size() + vec2(12.0, 0.0));
    let pill = pill.translate(vec2(target.min.x + CHIP_MARGIN - 6.0 - pill.min.x, 0.0));
    let (fill, color) = if response.hovered() { (tokens.touch, tokens.on_touch) } else { (tokens.paper, tokens.touch) };
    ui.painter().rect(pill, CornerRadius::same(8), fill, Stroke::new(1.0, tokens.touch), StrokeKind::Inside);
    let at = egui::Align2::CENTER_CENTER.align_size_within_rect(galley.size(), pill);
    ui.painter().galley_with_override_text_color(at.min, galley, color);
    focus_ring(ui, &response, tokens);
    let name = view.words.with(Msg::WhoSaysSoNumbers, &[("numbers", numbers.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    response.clicked()
}
