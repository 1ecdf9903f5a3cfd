//! The page on which a reader prints: the real pages as pictures, what is printed and how, and what becomes of it.
//!
//! ```text
//! ┌ Print ─────────────────────────────────── back to reading ┐   head
//! │ page n of m   before after   size │ what, how, paper      │
//! │ ┌──────────────┐                  │ printer, copies       │
//! │ │   the page   │                  │                       │
//! │ └──────────────┘                  ├───────────────────────┤
//! │                                   │ Print 2 pages         │   or what the job is doing
//! └───────────────────────────────────┴───────────────────────┘
//! ```
//! In a narrow window they stand under one another: the button, the choices, the page.

mod choices;
mod code;
mod job;
mod preview;
mod start;

use egui::{CentralPanel, Frame, Id, Margin, Panel, Response, Role, ScrollArea, TextureHandle, Ui, UiBuilder};

use crate::state::printing::Printing;
use crate::state::{Action, PrintAction};
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{
    Button, ButtonKind, Scrolled, guide_the_keyboard, head_with_button, leave_the_keyboard, scrolled,
};
use crate::words::Msg;

/// What the page shows that is no text: pictures that were made elsewhere.
#[derive(Clone, Copy, Default)]
pub struct PrintPictures<'p> {
    /// The page that is to be shown, if its picture is there.
    pub page: Option<&'p TextureHandle>,
    /// A line to call, where nothing can be printed.
    pub code: Option<&'p CallCode>,
}

/// A line to call, for a phone's camera.
pub struct CallCode {
    /// Who answers.
    pub name: String,
    /// The number, as it is read.
    pub number: String,
    /// The picture that a camera reads.
    pub texture: TextureHandle,
}

/// What the parts of the page are drawn from.
#[derive(Clone, Copy)]
struct Scene<'s> {
    view: &'s View<'s>,
    printing: &'s Printing,
    pictures: PrintPictures<'s>,
}

/// Draws the page in the place of the one that is read.
pub(crate) fn print_ui(
    ui: &mut Ui,
    view: &View<'_>,
    printing: &Printing,
    pictures: PrintPictures<'_>,
    actions: &mut Vec<Action>,
) {
    let scene = Scene { view, printing, pictures };
    let look = &view.look;
    let choices_width = (look.scale.chrome * 21.0).round();
    let is_wide = ui.available_width() >= choices_width + look.scale.chrome * 18.0;
    let margin = Frame::new().inner_margin(Margin::symmetric(if is_wide { 20 } else { 16 }, 12));
    if !is_wide {
        CentralPanel::default().frame(margin).show(ui, |ui| narrow_ui(ui, &scene, actions));
        return;
    }
    let head =
        Panel::top("print head").frame(Frame::new().inner_margin(Margin { left: 20, right: 20, top: 12, bottom: 0 }));
    head.show_separator_line(false).show(ui, |ui| head_ui(ui, &scene, actions));
    let surface = Frame::new().fill(look.tokens.surface).inner_margin(Margin::symmetric(20, 16));
    let side = Panel::right("print choices").frame(surface).resizable(false).show_separator_line(false);
    side.exact_size(choices_width).show(ui, |ui| beside_ui(ui, &scene, actions));
    CentralPanel::default().frame(margin).show(ui, |ui| preview::preview_ui(ui, &scene, actions));
}

/// Everything under one another. What is done comes first where not everything can be seen at once.
fn narrow_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    scrolled(ui, area(), "print page", Scrolled::Text, |ui| {
        head_ui(ui, scene, actions);
        if scene.printing.job.is_some() {
            return job::job_ui(ui, scene, actions);
        }
        start::start_ui(ui, scene, actions);
        choices::choices_ui(ui, scene, actions);
        preview::flat_preview_ui(ui, scene, actions);
    });
}

/// The choices with the button that prints under them, in sight wherever there is room for both; or what the job is doing.
fn beside_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    if scene.printing.job.is_some() {
        scrolled(ui, area(), "print job", Scrolled::Part, |ui| job::job_ui(ui, scene, actions));
        return;
    }
    let room = ui.available_rect_before_wrap();
    // As high as it was in the last frame, so that the choices can be drawn, and read aloud, before it.
    let id = Id::unique("print start height");
    let height = ui.data(|data| data.get_temp(id)).unwrap_or(Button::height(&scene.view.look) * 3.0);
    if room.height() < height + Button::height(&scene.view.look) * LEAST_CHOICES {
        scrolled(ui, area(), "print choices", Scrolled::Part, |ui| {
            start::start_ui(ui, scene, actions);
            choices::choices_ui(ui, scene, actions);
        });
        return;
    }
    let (upper, lower) = room.split_top_bottom_at_y(room.max.y - height);
    let upper = upper.with_max_y(upper.max.y - theme::GAP * 1.5);
    ui.scope_builder(UiBuilder::new().max_rect(upper), |ui| {
        ui.set_clip_rect(ui.clip_rect().intersect(upper));
        scrolled(ui, area(), "print choices", Scrolled::Part, |ui| choices::choices_ui(ui, scene, actions));
    });
    let start = ui.scope_builder(UiBuilder::new().max_rect(lower), |ui| start::start_ui(ui, scene, actions));
    let used = start.response.rect.height();
    if 0.5 < (used - height).abs() {
        ui.data_mut(|data| data.insert_temp(id, used));
        ui.ctx().request_discard("the button that prints has another height");
    }
}

/// Where fewer choices than this stand in sight, nothing stands still at the foot.
const LEAST_CHOICES: f32 = 6.0;

fn head_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = scene.view;
    let close = view.text(Msg::Close);
    // While pages are on their way, somebody must see what becomes of them.
    let button = (!scene.printing.is_busy()).then(|| Button::new(&close, ButtonKind::Plain).icon("ui-close"));
    if let Some(button) = head_with_button(ui, &view.look, &view.text(Msg::PrintTitle), 1, button) {
        if button.clicked() {
            actions.push(Action::Print(PrintAction::Close));
        }
        if view.is_new_sheet {
            button.request_focus();
            leave_the_keyboard(ui, KEYBOARD, stage(scene));
        }
    }
    ui.add_space(theme::GAP);
}

/// Brings the keyboard to the `first` button of what the page shows now: the choices, a job, or what became of it.
fn lead_keyboard(ui: &Ui, scene: &Scene<'_>, first: &Response) {
    guide_the_keyboard(ui, KEYBOARD, stage(scene), first);
}

/// What the page shows now.
fn stage(scene: &Scene<'_>) -> Id {
    Id::unique(scene.printing.job.as_ref().map(|job| (job.number, job.is_going())))
}

/// The place at which the keyboard is led.
const KEYBOARD: &str = "print page";

fn area() -> ScrollArea {
    ScrollArea::vertical().auto_shrink([false, true])
}

/// A part with a name that screen readers hear.
fn group_ui<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let group = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(name);
    ui.scope_builder(group, add).inner
}
