//! Lists about the content itself: every source, every date, every problem.

use std::ops::Range;

use egui::Ui;

use super::list_pages::{list_page, paged_ui};
use super::sources::source_ui;
use crate::model::source::Source;
use crate::notes;
use crate::state::{Action, List};
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{heading, label, label_with, list, list_item};
use crate::words::Msg;

/// Every source, the strongest kind first.
pub(super) fn all_sources_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    // Going through them draws nothing, and the file that holds them has a limit.
    let sources: Vec<&Source> =
        notes::sources_by_kind(view.library).into_iter().flat_map(|(_, sources)| sources).collect();
    let page = list_page(view, List::Sources, sources.len(), 0);
    paged_ui(ui, view, (List::Sources, page), actions, |ui, _| {
        for of_kind in sources[page.entries()].chunk_by(|a, b| a.kind == b.kind) {
            ui.add_space(view.look.scale.body * 0.4);
            heading(ui, &view.look, &view.text(notes::source_kind(of_kind[0].kind)), 2);
            list(ui, None, of_kind.len(), |ui| {
                for (at, source) in of_kind.iter().enumerate() {
                    list_item(ui, None, at, |ui| source_ui(ui, view, None, source));
                }
            });
        }
    });
}

/// When each section was checked and must be checked again, by topic.
pub(super) fn all_dates_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let dates = |reviewed, by| notes::dates(reviewed, by, view.words);
    for (name, dates) in notes::dates_beside_sections(view.library, view.words) {
        entry_ui(ui, view, &name, &dates);
    }
    let topics = view.library.topics();
    let page = list_page(view, List::Dates, topics.iter().map(|topic| topic.sections.len()).sum(), 0);
    paged_ui(ui, view, (List::Dates, page), actions, |ui, _| {
        let mut before = 0;
        for topic in topics {
            let of_topic = part_of(&page.entries(), before, &topic.sections);
            before += topic.sections.len();
            if of_topic.is_empty() {
                continue;
            }
            ui.add_space(view.look.scale.body * 0.4);
            heading(ui, &view.look, &topic.title, 2);
            for section in of_topic {
                entry_ui(ui, view, &section.title, &dates(section.reviewed, section.review_by));
            }
        }
    });
}

/// The `items` that are among the `entries` of a list in which so many others stand `before` them.
fn part_of<'i, T>(entries: &Range<usize>, before: usize, items: &'i [T]) -> &'i [T] {
    let within = |at: usize| at.saturating_sub(before).min(items.len());
    &items[within(entries.start)..within(entries.end)]
}

fn entry_ui(ui: &mut Ui, view: &View<'_>, title: &str, text: &str) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        label_with(ui, title, theme::regular(view.look.scale.body), view.look.tokens.ink);
        label(ui, &view.look, text);
    });
}

/// What is wrong with the content, for the person who looks after it.
pub(super) fn all_problems_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let problems = &view.library.problems;
    let summary = notes::problems_summary(problems.len(), view.words);
    label_with(ui, &summary, theme::regular(view.look.scale.body), view.look.tokens.ink);
    for word in &view.state.printer_words {
        label(ui, &view.look, &view.words.with(Msg::PrinterSays, &[("word", word.as_str().into())]));
    }
    let page = list_page(view, List::Problems, problems.len(), 0);
    paged_ui(ui, view, (List::Problems, page), actions, |ui, _| {
        for problem in &problems[page.entries()] {
            label(ui, &view.look, &problem.to_string());
        }
    });
}
