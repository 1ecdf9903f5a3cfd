//! The only writer of [`AppState`].

use super::{Action, AppState, Route, Sheet};
use crate::model::id::{SectionId, TopicId};
use crate::model::library::Library;

/// Does what `action` asks for. An id that `library` does not have changes nothing.
pub fn update(state: &mut AppState, library: &Library, action: Action) {
    match action {
        Action::ActNow => {
            if let Some((_, section)) = library.act_now() {
                open_section(state, library, &section.id);
            }
        }
        Action::OpenTopic(id) => open_topic(state, library, &id),
        Action::OpenSection(id) => open_section(state, library, &id),
        Action::ShowSources(sources) => state.sheet = Some(Sheet::Sources(sources)),
        Action::ToggleLook => {
            state.sheet = if state.sheet == Some(Sheet::Look) { None } else { Some(Sheet::Look) };
        }
        Action::CloseSheet => state.sheet = None,
        Action::ToggleSectionList => state.is_section_list_open = !state.is_section_list_open,
        Action::SetTextSize(size) => state.text_size = size,
        Action::SetTheme(theme) => state.theme = theme,
        Action::SetToday(today) => state.today = today,
    }
}

fn open_topic(state: &mut AppState, library: &Library, id: &TopicId) {
    let Some(topic) = library.topic(id) else { return };
    let is_in_topic = |section: &&SectionId| library.section(section).is_some_and(|(holder, _)| holder.id == *id);
    let left_at = state.last_sections.get(id).filter(is_in_topic);
    let section = left_at.cloned().or_else(|| topic.sections.first().map(|section| section.id.clone()));
    if let Some(section) = section {
        open_section(state, library, &section);
    }
}

fn open_section(state: &mut AppState, library: &Library, id: &SectionId) {
    let Some((topic, section)) = library.section(id) else { return };
    state.last_sections.insert(topic.id.clone(), section.id.clone());
    state.route = Some(Route { topic: topic.id.clone(), section: section.id.clone() });
    state.sheet = None;
    state.is_section_list_open = false;
    state.visits += 1;
}
