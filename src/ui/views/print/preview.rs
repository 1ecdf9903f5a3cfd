//! The pages as they will come out of the printer, one at a time.

use egui::{Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::{Scene, group_ui};
use crate::state::printing::{Preview, Zoom};
use crate::state::{Action, PrintAction};
use crate::ui::theme;
use crate::ui::widgets::{
    Button, ButtonKind, Scrolled, announced_label, choice_row, focus_ring, label, paper_picture, scrolled,
};
use crate::words::Msg;

/// Points of paper in a millimetre.
const POINTS_PER_MM: f64 = 72.0 / 25.4;

/// The longer side of a picture has so many pixels at most.
const MOST_PIXELS: f32 = 4096.0;

/// A picture is drawn anew when the place for it has changed by more than this part.
const STEP: f32 = 1.02;

/// Shows the page in the room that is left, with the way through the pages over it.
pub(super) fn preview_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    turn_ui(ui, scene, actions);
    ui.add_space(theme::GAP);
    let room = ui.available_size();
    let area = ScrollArea::both().auto_shrink(false);
    scrolled(ui, area, "print preview", Scrolled::Text, |ui| page_ui(ui, scene, room, actions));
}

/// The same under one another, where the whole page scrolls.
pub(super) fn flat_preview_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    ui.add_space(theme::GAP * 2.0);
    turn_ui(ui, scene, actions);
    ui.add_space(theme::GAP);
    let width = ui.available_width();
    let area = ScrollArea::horizontal().auto_shrink([false, true]);
    let room = vec2(width, width * 1.4);
    scrolled(ui, area, "print preview", Scrolled::Part, |ui| page_ui(ui, scene, room, actions));
}

/// Which page this is, the way to its neighbours, and how large it is shown: in one row where there is room.
fn turn_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    if matches!(scene.printing.preview, Preview::Failed(_)) {
        return;
    }
    if ui.available_width() < scene.view.look.scale.chrome * ROW_LETTERS {
        ui.horizontal_wrapped(|ui| neighbours_ui(ui, scene, actions));
        zoom_ui(ui, scene, actions);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.horizontal(|ui| neighbours_ui(ui, scene, actions));
        ui.add_space(theme::GAP * 3.0);
        zoom_ui(ui, scene, actions);
    });
}

/// The row of both is as wide as so many letters are high.
const ROW_LETTERS: f32 = 34.0;

fn neighbours_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = scene.view;
    let font = theme::bold(view.look.scale.chrome);
    // The page under it does not move when the pages are ready.
    ui.set_min_height(Button::height(&view.look));
    let Preview::Ready(count) = scene.printing.preview else {
        return announced_label(ui, "page shown", &view.text(Msg::PrintSetting), font, view.look.tokens.ink, false);
    };
    let page = scene.printing.page;
    // Both stay where they are on the first and the last page, so that a finger finds them without looking.
    let turns = [(Msg::PrintPrevious, "ui-back", page.checked_sub(1)), (Msg::PrintNext, "ui-next", Some(page + 1))];
    for (msg, icon, to) in turns.into_iter().filter(|_| 1 < count) {
        let name = view.text(msg);
        let button = Button::new("", ButtonKind::Plain).icon(icon).name(&name).show(ui, &view.look);
        if let Some(to) = to.filter(|to| button.clicked() && *to < count) {
            actions.push(Action::Print(PrintAction::TurnTo(to)));
        }
    }
    let shown = view.words.with(Msg::PrintShown, &[("number", (page + 1).into()), ("count", count.into())]);
    announced_label(ui, "page shown", &shown, font, view.look.tokens.ink, false);
}

fn zoom_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = scene.view;
    let zooms = Zoom::ALL.map(|zoom| (view.text(zoom_word(zoom)), zoom == scene.printing.zoom));
    if let Some(at) = choice_row(ui, &view.look, &view.text(Msg::PrintZoom), &zooms) {
        actions.push(Action::Print(PrintAction::SetZoom(Zoom::ALL[at])));
    }
}

fn zoom_word(zoom: Zoom) -> Msg {
    match zoom {
        Zoom::Page => Msg::PrintZoomPage,
        Zoom::Width => Msg::PrintZoomWidth,
        Zoom::Close => Msg::PrintZoomClose,
    }
}

/// The page itself, or what there is instead of it.
fn page_ui(ui: &mut Ui, scene: &Scene<'_>, room: Vec2, actions: &mut Vec<Action>) {
    let view = scene.view;
    let paper = scene.printing.paper.size_mm().map(|mm| (mm * POINTS_PER_MM) as f32);
    let paper = Vec2::from(paper);
    let scale = scale(scene.printing.zoom, paper, room);
    // No more than what fits into one texture of the screen, and than an old laptop has memory for.
    let most = MOST_PIXELS.min(ui.input(|input| input.max_texture_side) as f32) / paper.max_elem();
    let pixels = (scale * ui.ctx().pixels_per_point()).min(most);
    let asked = scene.printing.milli_pixels as f32 / 1000.0;
    if !(asked / STEP..=asked * STEP).contains(&pixels) {
        actions.push(Action::Print(PrintAction::SetRoom((pixels * 1000.0) as u32)));
    }
    let size = paper * scale;
    let side = ((room.x - size.x) / 2.0).max(0.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(side);
        // What is larger than its place gets the focus, so that the arrows move it.
        let is_larger = room.x < size.x || room.y < size.y;
        let sense = if is_larger { Sense::focusable_noninteractive() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        paper_picture(ui, &view.look, scene.pictures.page, rect);
        ui.painter().rect_stroke(rect, 0, Stroke::new(1.0, view.look.tokens.handle), StrokeKind::Inside);
        focus_ring(ui, &response, &view.look.tokens);
        if let Preview::Ready(count) = scene.printing.preview {
            let args = [("number", (scene.printing.page + 1).into()), ("count", count.into())];
            let name = view.words.with(Msg::PrintPageName, &args);
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        }
    });
}

/// How many points of the screen a point of paper takes.
fn scale(zoom: Zoom, paper: Vec2, room: Vec2) -> f32 {
    // Its edge must be seen too, and a bar that scrolls needs its place.
    let width = (room.x - 16.0).max(80.0) / paper.x;
    let height = (room.y - 4.0).max(120.0) / paper.y;
    match zoom {
        Zoom::Page => width.min(height),
        Zoom::Width => width.min(2.2),
        Zoom::Close => (width.min(2.2) * 1.7).max(1.6),
    }
}

/// Why there are no pages, for whoever can mend it.
pub(super) fn failure_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let Preview::Failed(reason) = &scene.printing.preview else { return };
    let view = scene.view;
    group_ui(ui, &view.text(Msg::PrintFailed), |ui| {
        let font = theme::bold(view.look.scale.chrome);
        announced_label(ui, "pages failed", &view.text(Msg::PrintFailed), font, view.look.tokens.ink, true);
        label(ui, &view.look, reason);
    });
}
