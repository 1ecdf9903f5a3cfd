//! What is wrong with the content, beside the page, for whoever writes it.

use egui::{Frame, Margin, Panel, ScrollArea, Ui};

use super::sources::closing_head_ui;
use crate::model::id::SectionId;
use crate::model::library::Library;
use crate::model::place::{Place, Problem};
use crate::notes;
use crate::state::Action;
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, Scrolled, label, list, list_item, scrolled};

/// Beside the page in a window at least so many letters wide, and under it otherwise.
const WIDE_LETTERS: f32 = 60.0;

/// More findings than this at once help nobody; `careshelf check` names all.
const MOST: usize = 100;

/// Shows the findings, if there are any.
pub(crate) fn findings_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    // A sheet is over the page, and there may be no room for more.
    if view.state.findings.is_empty() || view.state.sheet.is_some() {
        return;
    }
    let chrome = view.look.scale.chrome;
    let frame = Frame::new().fill(view.look.tokens.urgent_soft).inner_margin(Margin::symmetric(16, 12));
    let panel = if chrome * WIDE_LETTERS <= ui.available_width() {
        Panel::right("findings").exact_size((chrome * 20.0).round())
    } else {
        Panel::bottom("findings").exact_size((ui.available_height() * 0.35).round())
    };
    panel.frame(frame).resizable(false).show_separator_line(false).show(ui, |ui| {
        scrolled(ui, ScrollArea::vertical().auto_shrink(false), "findings", Scrolled::Part, |ui| {
            list_ui(ui, view, actions);
        });
    });
}

fn list_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let findings = &view.state.findings;
    let title = notes::problems_summary(findings.len(), view.words);
    closing_head_ui(ui, view, &title, 2, Action::CloseFindings, actions);
    let shown = &findings[..findings.len().min(MOST)];
    list(ui, None, shown.len(), |ui| {
        for (at, problem) in shown.iter().enumerate() {
            list_item(ui, None, at, |ui| finding_ui(ui, view, problem, actions));
        }
    });
}

/// Where it is, which opens the page, and what it is.
fn finding_ui(ui: &mut Ui, view: &View<'_>, problem: &Problem, actions: &mut Vec<Action>) {
    ui.add_space(theme::GAP * 0.5);
    let place = problem.place.to_string();
    match section_at(view.library, &problem.place) {
        Some(section) => {
            if Button::new(&place, ButtonKind::Plain).show(ui, &view.look).clicked() {
                actions.push(Action::OpenSection(section.clone()));
            }
        }
        None => {
            label(ui, &view.look, &place);
        }
    }
    label(ui, &view.look, &format!("{} [{}]", problem.message, problem.rule));
}

/// The section in which `place` is: the last one that begins before it in the same file.
fn section_at<'l>(library: &'l Library, place: &Place) -> Option<&'l SectionId> {
    let of_file = library.sections().filter(|(_, section)| section.place.file == place.file);
    let before = of_file.filter(|(_, section)| section.place.line <= place.line);
    before.max_by_key(|(_, section)| section.place.line).map(|(_, section)| &section.id)
}
