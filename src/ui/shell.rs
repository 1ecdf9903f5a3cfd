//! The frame around every page: one bar, the tabs, the page, and the sheet over its lower part.

use egui::{CentralPanel, Frame, Id, Margin, Panel, Role, ScrollArea, Ui, UiBuilder, vec2};

use super::View;
use super::bar::bar_ui;
use super::sheet::{is_new_sheet, is_page_in_sight, sheet_ui};
use super::theme::{self, LETTER_WIDTH, LINE_LETTERS, Look, Scale};
use super::views;
use super::walk::walk_by_keys;
use super::widgets::{Scrolled, Tab, scrolled, tab_row, tab_row_height};
use crate::model::library::{Library, OVERDOSE};
use crate::model::topic::{Section, Topic};
use crate::state::search::Search;
use crate::state::{Action, AppState, Cover, Wanted};
use crate::words::{Msg, Words};

/// Fewer characters than this a line, and the list of sections goes above the text.
const LEAST_LINE_CHARS: f32 = 46.0;

/// Draws everything and says what the reader asked for.
#[must_use]
pub fn shell_ui(
    ui: &mut Ui,
    library: &Library,
    words: &Words,
    state: &AppState,
    pictures: views::PrintPictures<'_>,
) -> Vec<Action> {
    let mut actions = Vec::new();
    walk_by_keys(ui.ctx(), is_keyboard_led(library, state));
    let route = state.route.as_ref().filter(|_| state.waiting_for.is_none());
    let page = route.and_then(|route| library.section(&route.section));
    let sources = page.map(|(_, section)| section.sources()).unwrap_or_default();
    let mut look = Look::new(state.theme, state.text_size, state.spacing);
    look.scale = look.scale.in_window(state.text_size, ui.ctx().content_rect().size());
    theme::set_text_space(ui.ctx(), look.scale.space);
    if library.site.is_kiosk {
        look.emergency_target = theme::emergency_target(library.site.screen, ui.ctx().pixels_per_point());
    }
    let is_first_look = is_first_look(ui, state.visits);
    let is_new_sheet = is_new_sheet(ui, state);
    let view = View { library, words, state, look, sources: &sources, is_new_sheet, is_first_look };
    let title = library.site.name.clone().unwrap_or_else(|| words.text(Msg::AppName));
    ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| {
        node.set_label(title.as_str());
        node.set_language(library.edition.language.as_str());
    });

    let keyboard = views::keyboard_place(ui, &view);
    screen_ui(ui, &view, &title, pictures, &mut actions);
    if let Some(place) = keyboard {
        views::keyboard_ui(ui, &view, place, &mut actions);
    }
    actions
}

/// Everything but the keyboard under it.
fn screen_ui(ui: &mut Ui, view: &View<'_>, title: &str, pictures: views::PrintPictures<'_>, actions: &mut Vec<Action>) {
    let (state, look) = (view.state, &view.look);
    if let Some(left) = state.warning_left(view.library) {
        emergency_ui(ui, view, actions);
        return views::still_there_ui(ui, view, left, actions);
    }
    if let Some(emergency) = state.open_guide() {
        return views::guide_ui(ui, view, emergency, actions, |ui, view, actions| {
            sheet_ui(ui, view, actions);
            is_page_in_sight(ui, view)
        });
    }
    if cover_ui(ui, view, actions) {
        return;
    }
    let are_tabs_fixed = are_tabs_fixed(ui, view);
    let bar = Frame::new().fill(look.tokens.surface).inner_margin(Margin { left: 16, right: 16, top: 8, bottom: 0 });
    Panel::top("bar").frame(bar).show_separator_line(false).show(ui, |ui| {
        let banner = UiBuilder::new().accessibility_role(Role::Banner).accessibility_label(title);
        ui.scope_builder(banner, |ui| bar_ui(ui, view, title, actions));
        let is_cramped = views::is_cramped(ui, view);
        let has_page = state.printing.is_none() && state.admin.is_none() && open_search(state).is_none();
        let has_tabs = has_page && are_tabs_fixed && !is_cramped;
        if has_tabs {
            tabs_ui(ui, view, actions);
        } else {
            ui.add_space(theme::GAP);
        }
    });
    emergency_ui(ui, view, actions);
    sheet_ui(ui, view, actions);
    if !is_page_in_sight(ui, view) {
        return;
    }
    if let Some(printing) = &state.printing {
        views::print_ui(ui, view, printing, pictures, actions);
    } else if let Some(admin) = &state.admin {
        views::admin_ui(ui, view, admin, actions);
    } else if let Some(search) = open_search(state) {
        views::search_ui(ui, view, search, actions);
    } else if let Some((topic, section)) = open_page(view) {
        views::findings_ui(ui, view, actions);
        page_ui(ui, view, topic, section, are_tabs_fixed, actions);
    } else if state.waiting_for.is_some() {
        let margin = Margin::symmetric(page_margin(&look.scale) as i8, 24);
        CentralPanel::default().frame(Frame::new().inner_margin(margin)).show(ui, |ui| views::waiting_ui(ui, view));
    }
}

/// Whether what is on screen puts the keyboard on a thing of its own choice.
fn is_keyboard_led(library: &Library, state: &AppState) -> bool {
    let is_asked = state.warning_left(library).is_some();
    let is_page_over_page = state.open_guide().is_some() || state.printing.is_some() || state.admin.is_some();
    is_asked || is_page_over_page || state.cover.is_some()
}

/// What stands in the place of the page, if anything does.
fn cover_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) -> bool {
    match view.state.cover {
        None => return false,
        Some(Cover::Welcome) => {
            emergency_ui(ui, view, actions);
            views::welcome_ui(ui, view, actions);
        }
        Some(Cover::Hidden) => views::hidden_ui(ui, view, actions),
    }
    true
}

/// The bar of an emergency that goes on behind another page.
fn emergency_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    if let Some(emergency) = view.state.emergency.as_ref().filter(|_| !view.state.is_guide_open) {
        views::bar_ui(ui, view, emergency, actions);
    }
}

/// The search whose page is on screen.
fn open_search(state: &AppState) -> Option<&Search> {
    state.search.as_ref().filter(|search| search.is_open)
}

/// The section that is open, with its topic.
fn open_page<'v>(view: &View<'v>) -> Option<(&'v Topic, &'v Section)> {
    let route = view.state.route.as_ref().filter(|_| view.state.waiting_for.is_none())?;
    view.library.section(&route.section)
}

/// Whether the page of this visit appeared so short a time ago that only what can be seen of it is drawn.
///
/// On a slow painter the first picture is still on its way to the screen then; work on what nobody sees would delay it.
fn is_first_look(ui: &Ui, visits: u64) -> bool {
    let id = Id::unique("visit began");
    let now = ui.input(|input| input.time);
    let began = ui.data_mut(|data| {
        let (visit, began) = data.get_temp(id).unwrap_or((u64::MAX, now));
        let began = if visit == visits { began } else { now };
        data.insert_temp(id, (visits, began));
        began
    });
    let left_secs = FIRST_LOOK_SECS - (now - began);
    let is_first = 0.0 < left_secs;
    if is_first {
        ui.ctx().request_repaint_after_secs(left_secs as f32);
    }
    is_first
}

/// How long a page is new: less than until the next picture, which draws the rest.
const FIRST_LOOK_SECS: f64 = 0.012;

/// Whether the tabs stand still over the page. In a low window they would leave nothing of it, and scroll away with it.
fn are_tabs_fixed(ui: &Ui, view: &View<'_>) -> bool {
    tab_row_height(ui, &view.look, &tabs(view)) <= ui.available_height() * MOST_TABS
}

/// The tabs take this part of the window's height at most.
const MOST_TABS: f32 = 0.3;

fn tabs<'v>(view: &View<'v>) -> Vec<Tab<'v>> {
    let open = match &view.state.waiting_for {
        Some(Wanted::Topic(topic)) => Some(topic),
        _ => view.state.route.as_ref().map(|route| &route.topic),
    };
    let topics = view.library.topics().iter();
    topics
        .map(|topic| Tab {
            title: &topic.title,
            icon: topic.picture.as_str(),
            is_open: open == Some(&topic.id),
            is_danger: topic.id.as_str() == OVERDOSE,
        })
        .collect()
}

fn tabs_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    if let Some(chosen) = tab_row(ui, &view.look, &tabs(view), &view.text(Msg::Topics)) {
        actions.push(Action::OpenTopic(view.library.topics()[chosen].id.clone()));
    }
}

/// The section with the list of its topic's sections: beside it where there is room, above it otherwise.
fn page_ui(
    ui: &mut Ui,
    view: &View<'_>,
    topic: &Topic,
    section: &Section,
    are_tabs_fixed: bool,
    actions: &mut Vec<Action>,
) {
    let scale = &view.look.scale;
    let list_width = (scale.chrome * 15.0).round();
    let letter = scale.body * LETTER_WIDTH;
    let is_wide = ui.available_width() >= list_width + LEAST_LINE_CHARS * letter + 2.0 * page_margin(scale);
    if is_wide {
        let frame = Frame::new().fill(view.look.tokens.surface).inner_margin(Margin::symmetric(12, 16));
        let list = Panel::left("sections").frame(frame).resizable(false).show_separator_line(false);
        list.exact_size(list_width).show(ui, |ui| {
            let has_bar = views::section_list_height(ui, view, topic, section) > ui.available_height();
            scrolled(ui, area(has_bar), ("section-list", topic.id.as_str()), Scrolled::Part, |ui| {
                views::section_list_ui(ui, view, topic, section, actions);
            });
        });
    }
    // Without a fill: the window's background is the paper already, and filling it again costs a slow painter much.
    let central = CentralPanel::default().frame(Frame::new());
    central.show(ui, |ui| {
        let keys = if view.state.sheet.is_none() { Scrolled::Text } else { Scrolled::Part };
        scrolled(ui, area(true), ("page", view.state.visits), keys, |ui| {
            if !are_tabs_fixed {
                tabs_ui(ui, view, actions);
            }
            let column = (LINE_LETTERS * letter).min(ui.available_width() - 2.0 * page_margin(scale));
            let side = ((ui.available_width() - column) / 2.0).max(0.0);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing = vec2(0.0, theme::GAP * 0.5);
                ui.add_space(side);
                let name = [("topic", topic.title.as_str().into()), ("title", section.title.as_str().into())];
                let name = view.words.with(Msg::ReadingArea, &name);
                let builder = UiBuilder::new().accessibility_role(Role::Article).accessibility_label(name);
                ui.scope_builder(builder, |ui| {
                    ui.vertical(|ui| {
                        ui.set_width(column);
                        ui.add_space(if is_wide { 24.0 } else { 12.0 });
                        if !is_wide {
                            views::section_menu_ui(ui, view, topic, section, actions);
                        }
                        views::section_ui(ui, view, topic, section, actions);
                        ui.add_space(32.0);
                    });
                });
            });
        });
    });
}

/// Space at each side of the text.
fn page_margin(scale: &Scale) -> f32 {
    if scale.body > 30.0 { 16.0 } else { 28.0 }
}

/// An area that takes all the room.
///
/// Whether it has a bar is known beforehand: egui would find out by drawing the first frame twice.
fn area(has_bar: bool) -> ScrollArea {
    use egui::scroll_area::ScrollBarVisibility::{AlwaysHidden, AlwaysVisible};
    let bar = if has_bar { AlwaysVisible } else { AlwaysHidden };
    ScrollArea::vertical().scroll_bar_visibility(bar).auto_shrink(false)
}
