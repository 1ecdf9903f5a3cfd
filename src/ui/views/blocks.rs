//! Blocks → pixels.

use egui::{Ui, vec2};

use super::callout::callout_ui;
use super::contacts::{contacts_ui, here_ui, local_services_ui};
use super::guide::{practice_button_ui, start_button_ui};
use super::library_lists::{all_dates_ui, all_problems_ui, all_sources_ui};
use super::steps::steps_ui;
use super::table::table_ui;
use crate::model::block::{Block, Picture, SectionLink};
use crate::model::text::RichText;
use crate::model::topic::Section;
use crate::state::{Action, Spacing};
use crate::ui::View;
use crate::ui::theme::{self, TextSpace};
use crate::ui::widgets::{Button, ButtonKind, heading, label_with, list, list_item, prose, scene};
use crate::words::Msg;

/// A drawing needs no more than this, in points.
const PICTURE_WIDTH: f32 = 260.0;

/// Shows `blocks` one under another, `gap` points apart.
pub(super) fn blocks_ui(ui: &mut Ui, view: &View<'_>, blocks: &[Block], gap: f32, actions: &mut Vec<Action>) {
    for (i, block) in blocks.iter().enumerate() {
        if view.can_wait(ui) {
            return;
        }
        match i.checked_sub(1).map(|before| &blocks[before]) {
            // A heading belongs to what follows it.
            None | Some(Block::Heading(_)) => (),
            Some(Block::Paragraph(_)) => ui.add_space(gap + paragraph_gap(view)),
            // Texts bring their own space.
            Some(Block::List(_) | Block::Question { .. }) => ui.add_space(gap),
            Some(_) => ui.add_space(gap * 4.0),
        }
        block_ui(ui, view, block, actions);
    }
}

/// Space after a paragraph beside the one that all texts bring; a reader may want more.
fn paragraph_gap(view: &View<'_>) -> f32 {
    let scale = &view.look.scale;
    (scale.space.paragraph - TextSpace::of(Spacing::Normal).paragraph) * scale.body
}

/// Space between the blocks of a section.
pub(super) fn section_gap(view: &View<'_>) -> f32 {
    view.look.scale.body * 0.15
}

fn block_ui(ui: &mut Ui, view: &View<'_>, block: &Block, actions: &mut Vec<Action>) {
    let body = view.look.scale.body;
    match block {
        Block::Paragraph(text) => prose(ui, view, text, body, false, actions),
        Block::Heading(text) => heading_ui(ui, view, text),
        Block::List(items) => list_ui(ui, view, items, actions),
        Block::Steps(steps) => steps_ui(ui, view, steps, actions),
        Block::Callout(callout) => callout_ui(ui, view, callout, actions),
        Block::Table(table) => table_ui(ui, view, table, actions),
        Block::Picture(picture) => picture_ui(ui, view, picture),
        Block::Contacts(contacts) => contacts_ui(ui, view, contacts, actions),
        Block::Question { ask, answer } => {
            heading_ui(ui, view, ask);
            blocks_ui(ui, view, answer, 0.0, actions);
        }
        Block::See(links) => see_ui(ui, view, links, actions),
        Block::Here(otherwise) => here_ui(ui, view, otherwise, actions),
        Block::LocalServices(otherwise) => local_services_ui(ui, view, otherwise, actions),
        Block::AllSources => all_sources_ui(ui, view, actions),
        Block::AllDates => all_dates_ui(ui, view, actions),
        Block::AllProblems => all_problems_ui(ui, view, actions),
        Block::Guide => start_button_ui(ui, view, actions),
        Block::Practice => practice_button_ui(ui, view, actions),
    }
}

fn heading_ui(ui: &mut Ui, view: &View<'_>, text: &RichText) {
    ui.add_space(view.look.scale.body * 0.5);
    heading(ui, &view.look, &text.plain(), 2);
}

/// A list with dots. Screen readers hear that it is one, and how long it is.
fn list_ui(ui: &mut Ui, view: &View<'_>, items: &[RichText], actions: &mut Vec<Action>) {
    let body = view.look.scale.body;
    list(ui, None, items.len(), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, item) in items.iter().enumerate() {
            list_item(ui, None, at, |ui| {
                let center = ui.cursor().min + vec2(body * 0.4, view.look.scale.line_height(body) / 2.0);
                ui.painter().circle_filled(center, body * 0.17, view.look.tokens.touch);
                indented(ui, body * 1.1, |ui| prose(ui, view, item, body, false, actions));
            });
        }
    });
}

/// Shows something `indent` points to the right, and says where it came to stand.
pub(super) fn indented(ui: &mut Ui, indent: f32, add: impl FnOnce(&mut Ui)) -> egui::Rect {
    let outer = ui.available_rect_before_wrap();
    let rect = egui::Rect::from_min_max(outer.min + vec2(indent, 0.0), outer.max);
    let inner = ui.scope_builder(egui::UiBuilder::new().max_rect(rect), add);
    inner.response.rect
}

fn picture_ui(ui: &mut Ui, view: &View<'_>, picture: &Picture) {
    let width = PICTURE_WIDTH.min(ui.available_width());
    scene(ui, &view.look, picture.id.as_str(), &picture.alt.plain(), width);
    if let Some(caption) = &picture.caption {
        label_with(ui, &caption.plain(), theme::regular(view.look.scale.small), view.look.tokens.muted);
    }
}

/// Buttons that open other sections.
fn see_ui(ui: &mut Ui, view: &View<'_>, links: &[SectionLink], actions: &mut Vec<Action>) {
    // One whose title was not read yet comes when it is.
    let known = links.iter().filter_map(|link| Some((link, view.library.section(&link.section)?.1)));
    let links: Vec<(&SectionLink, &Section)> = known.collect();
    if links.is_empty() {
        return;
    }
    ui.add_space(view.look.scale.body * 0.4);
    let small = theme::bold(view.look.scale.small);
    label_with(ui, &view.text(Msg::SeeAlso), small, view.look.tokens.muted);
    let available = ui.available_width();
    let mut used = 0.0;
    let mut lines: Vec<Vec<(&SectionLink, &str)>> = vec![Vec::new()];
    for (link, section) in links {
        let width = Button::new(&section.title, ButtonKind::Plain).icon_last("ui-next").natural_width(ui, &view.look);
        if used + width > available && 0.0 < used {
            lines.push(Vec::new());
            used = 0.0;
        }
        used += width + theme::GAP;
        if let Some(line) = lines.last_mut() {
            line.push((link, &section.title));
        }
    }
    for line in lines {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            for (link, title) in line {
                if Button::new(title, ButtonKind::Plain).icon_last("ui-next").show(ui, &view.look).clicked() {
                    actions.push(Action::OpenSection(link.section.clone()));
                }
            }
        });
    }
}
