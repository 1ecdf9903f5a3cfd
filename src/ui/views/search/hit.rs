//! A page that was found: a large button with its title, its topic, and the text in it that matches.

use egui::text::{LayoutJob, TextFormat};
use egui::{CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::search::{Hit, Passage};
use crate::state::{Action, SearchAction};
use crate::ui::View;
use crate::ui::theme::{self, TARGET};
use crate::ui::widgets::{focus_ring, layout};
use crate::words::Msg;

/// Space between the edge and the words.
const PADDING: f32 = 14.0;

/// Shows it; nothing if the library has no such section any more.
pub(super) fn hit_ui(ui: &mut Ui, view: &View<'_>, hit: &Hit, actions: &mut Vec<Action>) -> Option<Response> {
    let (topic, section) = view.library.section(&hit.section)?;
    let (look, tokens) = (&view.look, &view.look.tokens);
    let width = (ui.available_width() - 2.0 * PADDING).max(1.0);
    let title = layout(ui, &section.title, theme::bold(look.scale.body), tokens.touch, width);
    let of_topic = layout(ui, &topic.title, theme::regular(look.scale.small), tokens.muted, width);
    let passage = ui.fonts_mut(|fonts| fonts.layout_job(job(view, &hit.passage, width)));
    let parts = [title, of_topic, passage];
    let height: f32 = parts.iter().map(|part| part.size().y).sum();
    let size = vec2(ui.available_width(), (height + 2.0 * PADDING).max(TARGET));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let fill = if response.hovered() { tokens.touch_soft } else { tokens.paper };
    let edge = Stroke::new(if response.hovered() { 2.0 } else { 1.5 }, tokens.touch);
    ui.painter().rect(rect, CornerRadius::same(10), fill, edge, StrokeKind::Inside);
    let mut at = rect.min + vec2(PADDING, PADDING);
    for part in parts {
        let height = part.size().y;
        ui.painter().galley(at, part, tokens.ink);
        at.y += height;
    }
    focus_ring(ui, &response, tokens);
    let parts = [
        ("title", section.title.as_str().into()),
        ("topic", topic.title.as_str().into()),
        ("text", hit.passage.text.as_str().into()),
    ];
    let name = view.words.with(Msg::SearchHit, &parts);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.clicked() {
        actions.push(Action::Search(SearchAction::OpenHit(hit.section.clone())));
    }
    Some(response)
}

/// The text with the words that were looked for strong and underlined: not everybody sees a color.
fn job(view: &View<'_>, passage: &Passage, width: f32) -> LayoutJob {
    let (look, space) = (&view.look, view.look.scale.space);
    let size = look.scale.small.max(look.scale.body * 0.9);
    let format = |is_found: bool| TextFormat {
        underline: if is_found { Stroke::new(1.5, look.tokens.ink) } else { Stroke::NONE },
        ..space.format(if is_found { theme::bold(size) } else { theme::regular(size) }, look.tokens.ink)
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let mut end = 0;
    for range in &passage.highlights {
        space.append(&mut job, &passage.text[end..range.start], &format(false));
        space.append(&mut job, &passage.text[range.clone()], &format(true));
        end = range.end;
    }
    space.append(&mut job, &passage.text[end..], &format(false));
    job
}
