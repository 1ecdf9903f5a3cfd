//! What stands around a page of a long list: which part of the list it is, and the ways to the other parts.

use egui::style::ScrollAnimation;
use egui::{Align, Role, Ui, UiBuilder};

use crate::state::{Action, List, ListPage};
use crate::ui::View;
use crate::ui::theme;
use crate::ui::widgets::{Button, ButtonKind, label_with};
use crate::words::Msg;

/// The page of `list` on screen: the one that the reader chose, or else the one that holds the entry `open`.
pub(super) fn list_page(view: &View<'_>, list: List, count: usize, open: usize) -> ListPage {
    let chosen = view.state.list_pages.get(&list);
    chosen.map_or_else(|| ListPage::with(open, count), |at| ListPage::new(*at, count))
}

/// Shows `add` between the words and buttons of `page`; a list of one page has none.
pub(super) fn paged_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (list, page): (List, ListPage),
    actions: &mut Vec<Action>,
    add: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    if !page.is_one_of_several() {
        add(ui, actions);
        return;
    }
    let font = theme::bold((view.look.scale.chrome * 0.9).max(16.0));
    let top = label_with(ui, &shown(view, list, page), font, view.look.tokens.muted).rect;
    let turn_ui = |ui: &mut Ui, actions: &mut Vec<Action>, msg, icon, page: Option<ListPage>| {
        let Some(page) = page else { return };
        let words = turn(view, msg, page);
        let button = Button::new(&words, ButtonKind::Plain).icon(icon).fill_width();
        // With an id of its own the button keeps the focus, so that Enter turns one page after the other.
        let own_id = UiBuilder::new().scope_id(ui.scope_id().with((list, icon)));
        if ui.scope_builder(own_id, |ui| button.show(ui, &view.look)).inner.clicked() {
            actions.push(Action::ShowListPage(list, page.at));
            ui.scroll_to_rect_animation(top, Some(Align::TOP), ScrollAnimation::none());
        }
    };
    let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(shown(view, list, page));
    ui.scope_builder(builder, |ui| {
        turn_ui(ui, actions, Msg::ListPrevious, "ui-up", page.previous());
        add(ui, actions);
        turn_ui(ui, actions, Msg::ListNext, "ui-down", page.next());
    });
}

/// How high the words and buttons around `page` are.
pub(super) fn around_height(ui: &Ui, view: &View<'_>, page: ListPage, gap: f32) -> f32 {
    if !page.is_one_of_several() {
        return 0.0;
    }
    let button = |msg, page: Option<ListPage>| {
        page.map_or(0.0, |page| {
            let words = turn(view, msg, page);
            Button::new(&words, ButtonKind::Plain).icon("ui-up").wrapped_height(ui, &view.look) + gap
        })
    };
    let lines = 2.0 * view.look.scale.line_height(view.look.scale.chrome) + gap;
    lines + button(Msg::ListPrevious, page.previous()) + button(Msg::ListNext, page.next())
}

/// Such as "Sections 101 to 200 of 5000".
fn shown(view: &View<'_>, list: List, page: ListPage) -> String {
    let entries = page.entries();
    let args = [
        ("list", list_name(list).into()),
        ("from", (entries.start + 1).into()),
        ("to", entries.end.into()),
        ("count", page.count.into()),
    ];
    view.words.with(Msg::ListShown, &args)
}

/// Such as "Next: 201 to 300".
fn turn(view: &View<'_>, msg: Msg, page: ListPage) -> String {
    let entries = page.entries();
    view.words.with(msg, &[("from", (entries.start + 1).into()), ("to", entries.end.into())])
}

/// The list's name in `interface.ftl`.
fn list_name(list: List) -> &'static str {
    match list {
        List::Sections | List::Dates => "sections",
        List::Sources => "sources",
        List::Problems => "problems",
    }
}
