//! Lists about the content itself: every source, every date, every problem.

use egui::Ui;

use super::sources::source_ui;
use crate::model::source::SourceKind;
use crate::notes;
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{heading, label, label_with};
use crate::words::Msg;

/// Every source, the strongest kind first.
pub(super) fn all_sources_ui(ui: &mut Ui, view: &View<'_>) {
    let kinds = [SourceKind::Guideline, SourceKind::Agency, SourceKind::Paper, SourceKind::Other];
    for kind in kinds {
        let of_kind: Vec<_> = view.library.sources.values().filter(|source| source.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        ui.add_space(view.look.scale.body * 0.4);
        heading(ui, &view.look, &view.text(notes::source_kind(kind)), 2);
        for source in of_kind {
            source_ui(ui, view, None, source);
        }
    }
}

/// When each section was checked and must be checked again, by topic.
pub(super) fn all_dates_ui(ui: &mut Ui, view: &View<'_>) {
    let dates = |reviewed, by| notes::dates(reviewed, by, view.words);
    let protocol = &view.library.protocol;
    let name = view.words.with(Msg::DatesProtocol, &[("place", protocol.name.as_str().into())]);
    entry_ui(ui, view, &name, &dates(protocol.reviewed, protocol.review_by));
    for topic in view.library.topics() {
        ui.add_space(view.look.scale.body * 0.4);
        heading(ui, &view.look, &topic.title, 2);
        for section in &topic.sections {
            entry_ui(ui, view, &section.title, &dates(section.reviewed, section.review_by));
        }
    }
}

fn entry_ui(ui: &mut Ui, view: &View<'_>, title: &str, text: &str) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        label_with(ui, title, theme::regular(view.look.scale.body), view.look.tokens.ink);
        label(ui, &view.look, text);
    });
}

/// What is wrong with the content, for the person who looks after it.
pub(super) fn all_problems_ui(ui: &mut Ui, view: &View<'_>) {
    let problems = &view.library.problems;
    let msg = if problems.is_empty() { Msg::ProblemsNone } else { Msg::ProblemsSome };
    let summary = view.words.with(msg, &[("count", problems.len().into())]);
    label_with(ui, &summary, theme::regular(view.look.scale.body), view.look.tokens.ink);
    for problem in problems {
        label(ui, &view.look, &problem.to_string());
    }
}
