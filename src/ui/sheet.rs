//! The sheet over the lower part of a page, and what the keyboard does when one comes or goes.

use std::mem;

use egui::{Frame, Id, Margin, Memory, Panel, Role, ScrollArea, Ui, UiBuilder};

use super::View;
use super::theme;
use super::views;
use super::widgets::{Scrolled, scrolled};
use crate::state::{Action, AppState, Sheet};
use crate::words::Msg;

/// The sheet over the lower part of the page, so that the text stays in sight. Where hardly a strip of the page would be left,
/// in which no button is whole, the sheet takes that too.
pub(super) fn sheet_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let Some(sheet) = &view.state.sheet else { return };
    let tokens = &view.look.tokens;
    let margin = Margin::symmetric(24, views::sheet_margin(ui, view));
    let frame = Frame::new().fill(tokens.surface).stroke(egui::Stroke::new(2.0, tokens.touch)).inner_margin(margin);
    // Over the keyboard what is written matters more than the page behind.
    let room = ui.available_height();
    let is_alone = views::shown_typing(view).is_some() || room * (1.0 - MOST_SHEET) < least_page(view);
    let height = if is_alone { room - frame.total_margin().sum().y } else { room * MOST_SHEET };
    let panel = Panel::bottom("sheet").frame(frame).show_separator_line(false).resizable(false);
    panel.show(ui, |ui| {
        let area = ScrollArea::vertical().auto_shrink([false, true]).max_height(height).min_scrolled_height(height);
        let name = view.text(match sheet {
            Sheet::Sources(_) => Msg::WhoSaysSo,
            Sheet::Look => Msg::LookAndSize,
            Sheet::Languages => Msg::Language,
            Sheet::TryKeyboard => Msg::KeyboardTry,
        });
        let dialog = UiBuilder::new().accessibility_role(Role::Dialog).accessibility_label(name);
        ui.scope_builder(dialog, |ui| {
            scrolled(ui, area, ("sheet", format!("{sheet:?}")), Scrolled::Text, |ui| match sheet {
                Sheet::Sources(ids) => views::sources_sheet_ui(ui, view, ids, actions),
                Sheet::Look => views::look_sheet_ui(ui, view, actions),
                Sheet::Languages => views::languages_sheet_ui(ui, view, actions),
                Sheet::TryKeyboard => views::try_keyboard_ui(ui, view, actions),
            });
        });
    });
}

/// A sheet takes this part of the page at most, where there is room for both.
const MOST_SHEET: f32 = 0.7;

/// Whether a sheet left enough of the page for it to be drawn.
pub(super) fn is_page_in_sight(ui: &Ui, view: &View<'_>) -> bool {
    let least = if views::shown_typing(view).is_some() { theme::TARGET } else { least_page(view) };
    view.state.sheet.is_none() || least <= ui.available_height()
}

/// A page is high enough for a button of three lines with the space around them.
fn least_page(view: &View<'_>) -> f32 {
    let scale = &view.look.scale;
    scale.line_height(scale.chrome) * 3.0 + 3.0 * theme::GAP
}

/// Whether the sheet on screen, or the page for printing, was not there in the last frame.
pub(super) fn is_new_sheet(ui: &Ui, state: &AppState) -> bool {
    let now = Shown { sheet: state.sheet.clone(), is_printing: state.printing.is_some(), visits: state.visits };
    let focused = ui.memory(Memory::focused);
    let (before, opener) = ui.data_mut(|data| {
        let kept = data.get_temp_mut_or_default::<(Shown, Option<Id>)>(Id::unique("sheet shown"));
        let before = mem::replace(&mut kept.0, now.clone());
        match (before.is_plain(), now.is_plain()) {
            (true, false) => {
                kept.1 = focused;
                (before, None)
            }
            (false, true) => (before, kept.1.take()),
            _ => (before, None),
        }
    });
    if let Some(opener) = opener
        && now.visits == before.visits
    {
        // The keyboard goes back to what opened the sheet.
        ui.memory_mut(|memory| memory.request_focus(opener));
    }
    before != now
}

/// What was on screen in the last frame.
#[derive(Clone, Default, PartialEq)]
struct Shown {
    sheet: Option<Sheet>,
    is_printing: bool,
    visits: u64,
}

impl Shown {
    fn is_plain(&self) -> bool {
        self.sheet.is_none() && !self.is_printing
    }
}
