//! A section: title, notices, blocks, the way on, and what it rests on.

use egui::Ui;

use super::blocks::{blocks_ui, section_gap};
use super::callout::notice_ui;
use super::foot::foot_ui;
use crate::model::block::CalloutKind;
use crate::model::topic::{Section, Topic};
use crate::notes;
use crate::state::{Action, PrintAction};
use crate::ui::View;
use crate::ui::theme::GAP;
use crate::ui::widgets::{Button, ButtonKind, announced_heading};
use crate::words::Msg;

/// Shows the whole section. Everything of it is laid out, so that screen readers find what is out of sight.
pub(crate) fn section_ui(ui: &mut Ui, view: &View<'_>, topic: &Topic, section: &Section, actions: &mut Vec<Action>) {
    announced_heading(ui, "section title", &view.look, &section.title);
    ui.add_space(view.look.scale.body * 0.3);
    notices_ui(ui, view, section);
    blocks_ui(ui, view, &section.blocks, section_gap(view), actions);
    if view.can_wait(ui) {
        return;
    }
    next_ui(ui, view, topic, section, actions);
    print_ui(ui, view, section, actions);
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
    if next.for_staff && !section.for_staff {
        return;
    }
    ui.add_space(view.look.scale.body * 0.6);
    let words = view.words.with(Msg::NextSection, &[("title", next.title.as_str().into())]);
    if Button::new(&words, ButtonKind::Primary).icon_last("ui-next").show(ui, &view.look).clicked() {
        actions.push(Action::OpenSection(next.id.clone()));
    }
}

/// Prints the page, or keeps it to be printed with others.
fn print_ui(ui: &mut Ui, view: &View<'_>, section: &Section, actions: &mut Vec<Action>) {
    ui.add_space(view.look.scale.body * 0.6);
    let is_gathered = view.state.basket.contains(&section.id);
    let (gather, icon) = if is_gathered { (Msg::PrintPutBack, "ui-check") } else { (Msg::PrintGather, "ui-add") };
    let buttons = [
        (view.text(Msg::PrintThisPage), "ui-print", PrintAction::OpenSection),
        (view.text(gather), icon, PrintAction::TogglePage(section.id.clone())),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for (words, icon, action) in buttons {
            let button = Button::new(&words, ButtonKind::Plain).icon(icon);
            if button.natural_width(ui, &view.look) > ui.available_size_before_wrap().x {
                ui.end_row();
            }
            if button.show(ui, &view.look).clicked() {
                actions.push(Action::Print(action));
            }
        }
    });
}
