//! The administrator's panel, in the place of the page that is read: the pad for the PIN, and what is inside.

mod inside;
mod pad;

pub(crate) use pad::DIGIT_KEYS;

use egui::{Align, CentralPanel, Frame, Id, Layout, Margin, Response, ScrollArea, Ui};

use crate::state::admin::{Admin, Broken, Door};
use crate::state::{Action, AdminAction};
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{
    Button, ButtonKind, Scrolled, announced_label, guide_the_keyboard, heading, layout, reading_column, scrolled,
};
use crate::words::Msg;

/// Draws the panel.
pub(crate) fn admin_ui(ui: &mut Ui, view: &View<'_>, admin: &Admin, actions: &mut Vec<Action>) {
    let margin = Frame::new().inner_margin(Margin::symmetric(16, 12));
    CentralPanel::default().frame(margin).show(ui, |ui| {
        let area = ScrollArea::vertical().auto_shrink(false);
        scrolled(ui, area, "administrator", Scrolled::Text, |ui| {
            reading_column(ui, &view.look, |ui| column_ui(ui, view, admin, actions));
        });
    });
}

fn column_ui(ui: &mut Ui, view: &View<'_>, admin: &Admin, actions: &mut Vec<Action>) {
    let close = head_ui(ui, view, actions);
    let first = match &admin.door {
        Door::Looking | Door::Leaving => {
            said_ui(ui, view, &view.text(Msg::OneMoment), "");
            close
        }
        Door::NoPin(path) => {
            let step = view.words.with(Msg::AdminNoPinStep, &[("path", path.as_str().into())]);
            said_ui(ui, view, &view.text(Msg::AdminNoPin), &step);
            close
        }
        Door::Broken(broken) => {
            broken_ui(ui, view, broken);
            close
        }
        Door::Pad(pad) => pad::pad_ui(ui, view, pad, actions),
        Door::Inside(inside) => inside::inside_ui(ui, view, inside, actions),
    };
    guide_the_keyboard(ui, "administrator", Id::unique(std::mem::discriminant(&admin.door)), &first);
}

/// The heading with the way out beside it, or above it where that would break the heading inside a word.
fn head_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) -> Response {
    let look = &view.look;
    let (title, close) = (view.text(Msg::AdminTitle), view.text(Msg::Close));
    let button = Button::new(&close, ButtonKind::Plain).icon("ui-close");
    let heading_width = layout(ui, &title, theme::bold(look.scale.title), look.tokens.ink, f32::INFINITY).size().x;
    let is_row = heading_width + theme::GAP + button.natural_width(ui, look) <= ui.available_width();
    let close = if is_row {
        let row = ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let close = button.show(ui, look);
            ui.with_layout(Layout::top_down(Align::Min), |ui| heading(ui, look, &title, 1));
            close
        });
        row.inner
    } else {
        let close = button.show(ui, look);
        heading(ui, look, &title, 1);
        close
    };
    if close.clicked() {
        actions.push(Action::Admin(AdminAction::Close));
    }
    ui.add_space(theme::GAP);
    close
}

/// What is so, and what to do about it; screen readers say it when it changes.
fn said_ui(ui: &mut Ui, view: &View<'_>, words: &str, step: &str) {
    let look = &view.look;
    announced_label(ui, "administrator status", words, theme::bold(look.scale.chrome), look.tokens.ink, true);
    if !step.is_empty() {
        announced_label(ui, "administrator step", step, theme::regular(look.scale.body), look.tokens.ink, false);
    }
}

fn broken_ui(ui: &mut Ui, view: &View<'_>, broken: &Broken) {
    let (what, step, reason) = match broken {
        Broken::Unreadable(reason) => (Msg::AdminUnreadable, Msg::AdminUnreadableStep, reason.as_str()),
        Broken::Unwritable(reason) => (Msg::AdminUnwritable, Msg::AdminUnwritableStep, reason.as_str()),
        Broken::Lost => (Msg::AdminLost, Msg::AdminLostStep, ""),
    };
    said_ui(ui, view, &view.text(what), &view.words.with(step, &[("reason", reason.into())]));
}
