//! The page of search, in the place of the page that is read: a field, and under it what was found.

mod emergency;
mod hit;

use egui::scroll_area::ScrollBarVisibility;
use egui::{
    CentralPanel, FocusDirection, Frame, Id, Key, Margin, Modifiers, Response, Role, ScrollArea, Ui, UiBuilder,
};

use super::field::field_ui;
use super::keyboard::is_cramped;
use super::sources::closing_head_ui;
use crate::search::Found;
use crate::state::search::{Search, wanted_words};
use crate::state::typing::Field;
use crate::state::{Action, SearchAction};
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{
    Button, ButtonKind, Scrolled, announce, announced_label, guide_the_keyboard, label, label_with, list, list_item,
    reading_column, scrolled,
};
use crate::words::Msg;

/// Screen readers hear how many pages were found when nothing was typed for so many seconds.
const REST_SECS: f64 = 1.0;

/// Draws the page.
pub(crate) fn search_ui(ui: &mut Ui, view: &View<'_>, search: &Search, actions: &mut Vec<Action>) {
    let margin = Frame::new().inner_margin(Margin::symmetric(16, 8));
    CentralPanel::default().frame(margin).show(ui, |ui| {
        // Always with its bar, or the field would move when more is found than there is room for.
        let bar = ScrollBarVisibility::AlwaysVisible;
        let area = ScrollArea::vertical().scroll_bar_visibility(bar).auto_shrink(false);
        scrolled(ui, area, "search", Scrolled::Text, |ui| {
            reading_column(ui, &view.look, |ui| {
                let part =
                    UiBuilder::new().accessibility_role(Role::Search).accessibility_label(view.text(Msg::Search));
                ui.scope_builder(part, |ui| column_ui(ui, view, search, actions));
            });
        });
    });
}

fn column_ui(ui: &mut Ui, view: &View<'_>, search: &Search, actions: &mut Vec<Action>) {
    if !is_cramped(ui, view) {
        closing_head_ui(ui, view, &view.text(Msg::Search), 1, Action::Search(SearchAction::Close), actions);
    }
    let had_focus = ui.memory(|memory| memory.has_focus(super::keyboard::field_id(Field::Search)));
    let goes_down = had_focus
        && super::keyboard::shown_typing(view).is_none()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
    let field = field_ui(ui, view, Field::Search, &view.text(Msg::SearchField), actions);
    ui.add_space(theme::GAP);
    let first = below_ui(ui, view, search, actions);
    lead_the_keyboard(ui, search, &field, first.as_ref(), goes_down);
    ui.add_space(theme::GAP);
}

/// What stands under the field. Returns what the keyboard goes to from there: the first thing to press, or the page from
/// which the reader came back.
fn below_ui(ui: &mut Ui, view: &View<'_>, search: &Search, actions: &mut Vec<Action>) -> Option<Response> {
    let words = wanted_words(view.state);
    if words.is_empty() {
        tell(ui, view, words, "");
        label(ui, &view.look, &view.text(Msg::SearchAbout));
        return topics_ui(ui, view, actions);
    }
    let say = |ui: &mut Ui, msg| {
        let (font, ink) = (theme::bold(view.look.scale.chrome), view.look.tokens.ink);
        announced_label(ui, "search status", &view.text(msg), font, ink, false);
    };
    if !view.library.is_whole {
        say(ui, Msg::SearchReading);
        return topics_ui(ui, view, actions);
    }
    let found = search.found().filter(|_| !search.is_lost);
    match found {
        Some(found) if !found.hits.is_empty() => found_ui(ui, view, search, found, actions),
        _ if !search.is_lost && !search.is_answered(words) => {
            say(ui, Msg::SearchLooking);
            None
        }
        _ => {
            say(ui, Msg::SearchNone);
            topics_ui(ui, view, actions)
        }
    }
}

fn found_ui(
    ui: &mut Ui,
    view: &View<'_>,
    search: &Search,
    found: &Found,
    actions: &mut Vec<Action>,
) -> Option<Response> {
    let mut first = None;
    if found.is_emergency {
        first = Some(emergency::emergency_ui(ui, view, actions));
        ui.add_space(theme::GAP);
    }
    let count = view.words.with(Msg::SearchCount, &[("count", found.hits.len().into())]);
    let count = if found.are_near { view.text(Msg::SearchNear) } else { count };
    tell(ui, view, wanted_words(view.state), &count);
    let mut came_from = None;
    list(ui, Some(&count), found.hits.len(), |ui| {
        for (at, hit) in found.hits.iter().enumerate() {
            let button = list_item(ui, None, at, |ui| hit::hit_ui(ui, view, hit, actions));
            let Some(button) = button else { continue };
            if search.opened.as_ref() == Some(&hit.section) {
                came_from = Some(button.clone());
            }
            first.get_or_insert(button);
            ui.add_space(theme::GAP * 0.5);
        }
    });
    came_from.or(first)
}

/// The parts of the library, for whoever would rather choose than type.
fn topics_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) -> Option<Response> {
    ui.add_space(theme::GAP);
    let title = view.text(Msg::SearchTopics);
    label_with(ui, &title, theme::bold(view.look.scale.chrome), view.look.tokens.ink);
    let topics = view.library.topics();
    let mut first = None;
    list(ui, Some(&title), topics.len(), |ui| {
        for (at, topic) in topics.iter().enumerate() {
            let button = Button::new(&topic.title, ButtonKind::Plain).icon(topic.picture.as_str()).fill_width();
            let button = list_item(ui, None, at, |ui| button.show(ui, &view.look));
            if button.clicked() {
                actions.push(Action::OpenTopic(topic.id.clone()));
            }
            first.get_or_insert(button);
            ui.add_space(theme::GAP * 0.5);
        }
    });
    first
}

/// Shows `said` at once, and lets screen readers say it when the reader rests: not with every letter.
fn tell(ui: &mut Ui, view: &View<'_>, words: &str, said: &str) {
    let now = ui.input(|input| input.time);
    let id = Id::unique("search told");
    let key = Id::unique(("search words", words));
    let (known, since, heard): (Id, f64, String) =
        ui.data(|data| data.get_temp(id)).unwrap_or((Id::NULL, now, String::new()));
    let since = if known == key { since } else { now };
    let left_secs = since + REST_SECS - now;
    let heard = if left_secs <= 0.0 { said.to_owned() } else { heard };
    if 0.0 < left_secs && heard != said {
        ui.ctx().request_repaint_after_secs(left_secs as f32);
    }
    let rect = if said.is_empty() {
        ui.cursor().with_max_y(ui.cursor().min.y).with_max_x(ui.cursor().min.x)
    } else {
        label_with(ui, said, theme::bold(view.look.scale.chrome), view.look.tokens.ink).rect
    };
    announce(ui, "search status", rect, &heard, false);
    ui.data_mut(|data| data.insert_temp(id, (key, since, heard)));
}

/// A page that is new puts the keyboard into the field, and one that somebody came back to on what they opened. Down leads
/// from the field to what was found.
fn lead_the_keyboard(ui: &Ui, search: &Search, field: &Response, first: Option<&Response>, goes_down: bool) {
    let opening = Id::unique(("search", search.openings));
    let is_new = ui.data_mut(|data| {
        let known = data.get_temp_mut_or_default::<Option<Id>>(Id::unique("search opening"));
        known.replace(opening) != Some(opening)
    });
    match first {
        Some(first) if search.opened.is_some() => guide_the_keyboard(ui, "search", opening, first),
        _ if is_new => field.request_focus(),
        _ => (),
    }
    if let Some(first) = first.filter(|_| goes_down) {
        first.request_focus();
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
}
