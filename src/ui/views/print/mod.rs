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
//! In a narrow window the choices stand under the page.

mod choices;
mod code;
mod job;
mod preview;
mod start;

use egui::{Frame, Margin, Panel, Role, ScrollArea, TextureHandle, Ui, UiBuilder};

use crate::state::printing::Printing;
use crate::state::{Action, PrintAction};
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, ScrollKeys, drag_anywhere, heading, scroll_by_keys};
use crate::words::Msg;

/// What the page shows that is no text: pictures that were made elsewhere.
#[derive(Clone, Copy, Default)]
pub struct Paper<'p> {
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
struct Desk<'d> {
    view: &'d View<'d>,
    printing: &'d Printing,
    paper: Paper<'d>,
}

/// Draws the page in the place of the one that is read.
pub(crate) fn print_ui(ui: &mut Ui, view: &View<'_>, printing: &Printing, paper: Paper<'_>, actions: &mut Vec<Action>) {
    let desk = Desk { view, printing, paper };
    let look = &view.look;
    let choices_width = (look.scale.chrome * 21.0).round();
    let is_wide = ui.available_width() >= choices_width + look.scale.chrome * 18.0;
    let surface = Frame::new().fill(look.tokens.surface);
    if is_wide {
        let side = Panel::right("print choices").frame(surface.inner_margin(Margin::symmetric(20, 16)));
        let side = side.resizable(false).show_separator_line(false);
        side.exact_size(choices_width).show(ui, |ui| beside_ui(ui, &desk, actions));
        let frame = Frame::new().inner_margin(Margin::symmetric(20, 12));
        egui::CentralPanel::default().frame(frame).show(ui, |ui| {
            head_ui(ui, &desk, actions);
            preview::preview_ui(ui, &desk, actions);
        });
        return;
    }
    let frame = Frame::new().inner_margin(Margin::symmetric(16, 12));
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        scroll("print page").show(ui, |ui| {
            scroll_by_keys(ui, ScrollKeys::Pages);
            head_ui(ui, &desk, actions);
            if printing.job.is_none() {
                // What is printed comes first where not everything can be seen at once.
                start::start_ui(ui, &desk, actions);
                choices::choices_ui(ui, &desk, actions);
                preview::flat_preview_ui(ui, &desk, actions);
            } else {
                job::job_ui(ui, &desk, actions);
            }
        });
    });
}

/// The choices with the button that prints under them, in sight wherever there is room for both; or what the job is doing.
fn beside_ui(ui: &mut Ui, desk: &Desk<'_>, actions: &mut Vec<Action>) {
    if desk.printing.job.is_some() {
        scroll("print job").show(ui, |ui| job::job_ui(ui, desk, actions));
        return;
    }
    if ui.available_height() < Button::height(&desk.view.look) * LEAST_HEIGHT_BUTTONS {
        scroll("print choices").show(ui, |ui| {
            scroll_by_keys(ui, ScrollKeys::Pages);
            start::start_ui(ui, desk, actions);
            choices::choices_ui(ui, desk, actions);
        });
        return;
    }
    let foot = Panel::bottom("print start").frame(Frame::new().inner_margin(Margin { top: 12, ..Margin::ZERO }));
    foot.resizable(false).show_separator_line(false).show(ui, |ui| start::start_ui(ui, desk, actions));
    scroll("print choices").show(ui, |ui| {
        scroll_by_keys(ui, ScrollKeys::Pages);
        choices::choices_ui(ui, desk, actions);
    });
}

/// Where fewer buttons than this fit on each other, nothing can stand still at the foot.
const LEAST_HEIGHT_BUTTONS: f32 = 11.0;

fn head_ui(ui: &mut Ui, desk: &Desk<'_>, actions: &mut Vec<Action>) {
    let view = desk.view;
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
        // While pages are on their way, somebody must see what becomes of them.
        if !desk.printing.is_busy() {
            let close = view.text(Msg::Close);
            let button = Button::new(&close, ButtonKind::Plain).icon("ui-close").show(ui, &view.look);
            if button.clicked() {
                actions.push(Action::Print(PrintAction::Close));
            }
            if view.is_new_sheet {
                button.request_focus();
            }
        }
        ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
            heading(ui, &view.look, &view.text(Msg::PrintTitle), 1);
        });
    });
    ui.add_space(theme::GAP);
}

fn scroll(part: &str) -> ScrollArea {
    ScrollArea::vertical().id_salt(part).auto_shrink([false, true]).scroll_source(drag_anywhere())
}

/// A part with a name that screen readers hear.
fn group_ui<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let group = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(name);
    ui.scope_builder(group, add).inner
}
