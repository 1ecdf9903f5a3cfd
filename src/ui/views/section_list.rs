//! The sections of a topic: a list beside the text, or a button above it that opens the list.

use egui::{Role, Ui, UiBuilder};

use super::list_pages::{around_height, list_page, paged_ui};
use crate::model::topic::{Section, Topic};
use crate::state::{Action, List, ListPage};
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, at_position, label_with, of_so_many};
use crate::words::Msg;

/// Space between two entries of the list.
const LIST_GAP: f32 = 2.0;

/// The list of the topic's sections; the open one is marked.
pub(crate) fn section_list_ui(ui: &mut Ui, view: &View<'_>, topic: &Topic, open: &Section, actions: &mut Vec<Action>) {
    let title = view.text(Msg::SectionsOf);
    let font = theme::bold((view.look.scale.chrome * 0.9).max(16.0));
    label_with(ui, &title, font, view.look.tokens.muted);
    let builder = UiBuilder::new().accessibility_role(Role::Navigation).accessibility_label(title);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = LIST_GAP;
        of_so_many(ui, topic.sections.len());
        let page = page(view, topic, open);
        paged_ui(ui, view, (List::Sections, page), actions, |ui, actions| {
            for (at, section) in page.entries().zip(&topic.sections[page.entries()]) {
                let is_open = section.id == open.id;
                let button = Button::new(&section.title, ButtonKind::Quiet).chosen(is_open, Role::Button).fill_width();
                let response = button.show(ui, &view.look);
                at_position(ui, response.id, at);
                if response.clicked() {
                    actions.push(Action::OpenSection(section.id.clone()));
                }
            }
        });
    });
}

/// How high the list will be in the width that there is, without drawing it.
pub(crate) fn section_list_height(ui: &Ui, view: &View<'_>, topic: &Topic, open: &Section) -> f32 {
    let page = page(view, topic, open);
    let button =
        |title| Button::new(title, ButtonKind::Quiet).chosen(true, Role::Button).wrapped_height(ui, &view.look);
    let buttons: f32 = topic.sections[page.entries()].iter().map(|section| button(&section.title) + LIST_GAP).sum();
    buttons + around_height(ui, view, page, LIST_GAP) + view.look.scale.line_height(view.look.scale.chrome) + theme::GAP
}

/// The part of the list on screen; it holds the open section until the reader turns to another one.
fn page(view: &View<'_>, topic: &Topic, open: &Section) -> ListPage {
    list_page(view, List::Sections, topic.sections.len(), view.library.position(&open.id).unwrap_or(0))
}

/// The button that says which section this is and opens the list of all.
pub(crate) fn section_menu_ui(ui: &mut Ui, view: &View<'_>, topic: &Topic, open: &Section, actions: &mut Vec<Action>) {
    let is_open = view.state.is_section_list_open;
    let at = view.library.position(&open.id).unwrap_or(0);
    let counts = [("number", (at + 1).into()), ("count", topic.sections.len().into())];
    let words = view.words.with(Msg::SectionPosition, &counts);
    let icon = if is_open { "ui-up" } else { "ui-down" };
    let button = Button::new(&words, ButtonKind::Plain).icon_last(icon).show(ui, &view.look);
    ui.ctx().accesskit_node_builder(button.id, |node| node.set_expanded(is_open));
    if button.clicked() {
        actions.push(Action::ToggleSectionList);
    }
    if is_open {
        section_list_ui(ui, view, topic, open, actions);
    }
    ui.add_space(theme::GAP);
}
