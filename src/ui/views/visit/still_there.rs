//! The question whether somebody is still there, before everything of a visit is forgotten.

use std::time::Duration;

use egui::{CentralPanel, Frame, Id, Margin, ScrollArea, Ui};

use super::{column, enlarged};
use crate::state::Action;
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{
    Button, ButtonKind, Scrolled, announce, guide_the_keyboard, heading_centred, label_centred, label_with, scrolled,
};
use crate::words::Msg;

/// Asks it, over everything else, with the time that is `left`. Any touch and any key answers.
pub(crate) fn still_there_ui(ui: &mut Ui, view: &View<'_>, left: Duration, actions: &mut Vec<Action>) {
    let look = enlarged(view, ui.available_size());
    let secs = left.as_secs_f32().ceil() as u64;
    let closes = view.words.with(Msg::StillThereCloses, &[("secs", secs.into())]);
    let frame = Frame::new().fill(look.tokens.note_soft).inner_margin(Margin::symmetric(24, 16));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        scrolled(ui, ScrollArea::vertical().auto_shrink(false), "still there", Scrolled::Text, |ui| {
            ui.add_space(ui.available_height() * 0.08);
            let title = heading_centred(ui, &look, &view.text(Msg::StillThere), 1);
            label_centred(ui, &closes, theme::bold(look.scale.heading), look.tokens.ink);
            announce(ui, "still there", title.rect, &spoken(view, secs, left), true);
            ui.add_space(look.scale.body);
            column(ui, &look, |ui| {
                answers_ui(ui, view, &look, actions);
                label_with(ui, &view.text(Msg::StillThereKeeps), theme::regular(look.scale.small), look.tokens.ink);
            });
        });
    });
}

fn answers_ui(ui: &mut Ui, view: &View<'_>, look: &theme::Look, actions: &mut Vec<Action>) {
    let here = view.text(Msg::StillHere);
    let stay = Button::new(&here, ButtonKind::Primary).big().show(ui, look);
    if stay.clicked() {
        actions.push(Action::BeginVisit);
    }
    guide_the_keyboard(ui, "cover", Id::unique("still there"), &stay);
    let done = view.text(Msg::Done);
    if Button::new(&done, ButtonKind::Plain).big().show(ui, look).clicked() {
        actions.push(Action::EndVisit);
    }
    let act_now = view.text(Msg::OverdoseNow);
    if Button::new(&act_now, ButtonKind::Danger).icon("tab-overdose").big().show(ui, look).clicked() {
        actions.push(Action::ActNow);
    }
}

/// What is said aloud: when it is asked, and then every ten seconds. Every second would be said over by the next one.
fn spoken(view: &View<'_>, secs: u64, left: Duration) -> String {
    let warning = view.library.site.visits.warning;
    let said_secs =
        if warning.saturating_sub(left) < Duration::from_secs(5) { warning.as_secs() } else { secs.div_ceil(10) * 10 };
    let closes = view.words.with(Msg::StillThereCloses, &[("secs", said_secs.into())]);
    format!("{} {closes}", view.text(Msg::StillThere))
}
