//! A section: title, notices, blocks, the way on, and what it rests on.

use egui::Ui;

use super::blocks::{blocks_ui, section_gap};
use super::callout::notice_ui;
use super::foot::foot_ui;
use crate::model::block::CalloutKind;
use crate::model::topic::{Section, Topic};
use crate::notes;
use crate::state::Action;
use crate::ui::View;
use crate::ui::widgets::{Button, ButtonKind, heading};
use crate::words::Msg;

/// Shows the whole section. Everything of it is laid out, so that screen readers find what is out of sight.
pub(crate) fn section_ui(ui: &mut Ui, view: &View<'_>, topic: &Topic, section: &Section, actions: &mut Vec<Action>) {
    heading(ui, &view.look, &section.title, 1);
    ui.add_space(view.look.scale.body * 0.3);
    notices_ui(ui, view, section);
    blocks_ui(ui, view, &section.blocks, section_gap(view), actions);
    if view.can_wait(ui) {
        return;
    }
    next_ui(ui, view, topic, section, actions);
    foot_ui(ui, view, section);
}

fn notices_ui(ui: &mut Ui, view: &View<'_>, section: &Section) {
    for notice in notes::notices(view.library, section, view.state.today, view.words) {
        notice_ui(ui, view, CalloutKind::Urgent, &notice);
    }
}

/// A button that opens the section after this one, for readers who go through a topic from start to end.
fn next_ui(ui: &mut Ui, view: &View<'_>, topic: &Topic, section: &Section, actions: &mut Vec<Action>) {
    let at = view.library.position(&section.id);
    let Some(next) = at.and_then(|at| topic.sections.get(at + 1)) else { return };
    ui.add_space(view.look.scale.body * 0.6);
    let words = view.words.with(Msg::NextSection, &[("title", next.title.as_str().into())]);
    if Button::new(&words, ButtonKind::Primary).icon_last("ui-next").show(ui, &view.look).clicked() {
        actions.push(Action::OpenSection(next.id.clone()));
    }
}
