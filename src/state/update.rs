//! The only writer of [`AppState`].

use super::{Action, AppState, PrintAction, Route, Sheet, Wanted, admin, guide, print, search, typing, visit};
use crate::model::id::{SectionId, TopicId};
use crate::model::library::Library;

/// Does what `action` asks for. An id that `library` does not have changes nothing, unless more of the library is to come.
pub fn update(state: &mut AppState, library: &Library, action: Action) {
    match action {
        Action::ActNow => guide::act_now(state, library),
        Action::Guide(action) => guide::update(state, library, action),
        Action::Print(action) => {
            if matches!(action, PrintAction::OpenSection | PrintAction::OpenBasket) {
                admin::close_unless_inside(state);
            }
            print::update(state, library, action);
        }
        Action::Search(action) => search::update(state, library, action),
        Action::Admin(action) => admin::update(state, library, action),
        Action::OpenTopic(id) => open_topic(state, library, &id),
        Action::OpenSection(id) => open_section(state, library, &id),
        Action::GoBack => go_back(state, library),
        Action::ShowSources(sources) => state.sheet = Some(Sheet::Sources(sources)),
        Action::ToggleLook => {
            state.sheet = if state.sheet == Some(Sheet::Look) { None } else { Some(Sheet::Look) };
            if let Some(typing) = &mut state.typing {
                // Both have no room under a page.
                typing.is_keyboard_open = false;
            }
        }
        Action::SetLanguage(id) => set_language(state, library, id),
        Action::ToggleLanguages => {
            state.sheet = if state.sheet == Some(Sheet::Languages) { None } else { Some(Sheet::Languages) };
        }
        Action::TryKeyboard => state.sheet = Some(Sheet::TryKeyboard),
        Action::Type(action) => typing::update(state, &library.keyboard, action),
        Action::CloseSheet => state.sheet = None,
        Action::ToggleSectionList => state.is_section_list_open = !state.is_section_list_open,
        Action::ShowListPage(list, page) => {
            state.list_pages.insert(list, page);
        }
        Action::SetTextSize(size) => state.text_size = size,
        Action::SetTheme(theme) => state.theme = theme,
        Action::SetSpacing(spacing) => state.spacing = spacing,
        Action::SetMotion(motion) => state.motion = motion,
        Action::Touch(now) => {
            visit::touch(state, now);
            admin::touch(state, now);
        }
        Action::BeginVisit => visit::begin(state),
        Action::EndVisit => visit::end(state, library),
        Action::ToggleHidden => visit::toggle_hidden(state),
        Action::MeetFindings(findings) => state.findings = findings,
        Action::CloseFindings => state.findings.clear(),
        Action::MeetWholeLibrary => meet_whole_library(state, library),
        Action::SetToday(today) => state.today = today,
        Action::SetSpeaker(speaker) => state.speaker = speaker,
        Action::SetNow(now) => {
            guide::set_now(state, now);
            admin::set_now(state);
            visit::follow_time(state, library);
        }
    }
    if state.is_guide_open {
        // Nothing lies under the guide that a stranger may find when it is left.
        state.admin = None;
    }
    search::forget_what_is_left(state);
    typing::forget_what_is_gone(state);
}

/// The library in that language comes to whoever brings libraries; the reader stays in the same place.
fn set_language(state: &mut AppState, library: &Library, id: String) {
    if library.languages.all.iter().any(|language| language.id == id) || library.edition.language == id {
        state.language = id;
        state.sheet.take_if(|sheet| *sheet == Sheet::Languages);
    }
}

fn open_topic(state: &mut AppState, library: &Library, id: &TopicId) {
    let topic = library.topic(id).filter(|topic| !topic.sections.is_empty());
    let Some(topic) = topic else { return wait(state, library, Wanted::Topic(id.clone())) };
    let is_in_topic = |section: &&SectionId| library.section(section).is_some_and(|(holder, _)| holder.id == *id);
    let left_at = state.last_sections.get(id).filter(is_in_topic);
    let section = left_at.cloned().or_else(|| topic.sections.first().map(|section| section.id.clone()));
    if let Some(section) = section {
        open_section(state, library, &section);
    }
}

pub(super) fn open_section(state: &mut AppState, library: &Library, id: &SectionId) {
    let found = library.section(id);
    let Some((topic, section)) = found else { return wait(state, library, Wanted::Section(id.clone())) };
    let route = Route { topic: topic.id.clone(), section: section.id.clone() };
    if let Some(before) = state.route.take_if(|before| *before != route) {
        if MOST_BEEN <= state.been.len() {
            state.been.remove(0);
        }
        state.been.push(before);
    }
    state.last_sections.insert(topic.id.clone(), section.id.clone());
    state.route = Some(route);
    begin_visit(state);
}

/// Nobody goes back further.
const MOST_BEEN: usize = 64;

/// What is waited for is not waited for any more; else the section before is opened.
fn go_back(state: &mut AppState, library: &Library) {
    if state.waiting_for.take().is_some() || search::go_back(state) {
        return;
    }
    if let Some(before) = state.been.pop() {
        // The section that is left is not one to come back to.
        state.route = None;
        open_section(state, library, &before.section);
    }
}

/// Remembers what will be opened when it comes. What is not in the whole library will never come.
fn wait(state: &mut AppState, library: &Library, wanted: Wanted) {
    if !library.is_whole {
        begin_visit(state);
        state.waiting_for = Some(wanted);
    }
}

fn begin_visit(state: &mut AppState) {
    print::close(state);
    state.admin = None;
    state.search = None;
    state.waiting_for = None;
    state.sheet = None;
    state.is_section_list_open = false;
    state.list_pages.clear();
    state.visits += 1;
}

/// Opens what the reader waited for; nothing else moves.
fn meet_whole_library(state: &mut AppState, library: &Library) {
    if let Some(emergency) = &mut state.emergency {
        emergency.meet(library);
    }
    if let Some(printing) = &mut state.printing {
        // There is more to print, and there are more people to call.
        print::set_again(printing);
    }
    match state.waiting_for.take() {
        Some(Wanted::Topic(id)) => open_topic(state, library, &id),
        Some(Wanted::Section(id)) => open_section(state, library, &id),
        None => (),
    }
    if state.route.as_ref().is_none_or(|route| library.section(&route.section).is_none()) {
        state.route = Route::act_now(library);
    }
}
