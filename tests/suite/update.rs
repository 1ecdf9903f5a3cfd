//! The only writer of the state, without a window.

use careshelf::model::id::{SectionId, SourceId, TopicId};
use careshelf::model::library::Library;
use careshelf::state::{Action, AppState, Sheet, TextSize, Theme, update};
use proptest::prelude::*;

use crate::visit::{TODAY, bundled};

fn open(state: &AppState) -> (&str, &str) {
    let route = state.route.as_ref().expect("something is open");
    (route.topic.as_str(), route.section.as_str())
}

/// The state after `actions` on a fresh start.
fn after(library: &Library, actions: impl IntoIterator<Item = Action>) -> AppState {
    let mut state = AppState::new(library, TODAY);
    for action in actions {
        update(&mut state, library, action);
    }
    state
}

#[test]
fn a_fresh_start_opens_the_overdose_steps() {
    let library = bundled().library;
    assert_eq!(open(&after(&library, [])), ("overdose", "act-now"));
}

#[test]
fn an_unknown_topic_or_section_changes_nothing() {
    let library = bundled().library;
    let fresh = after(&library, []);
    assert_eq!(after(&library, [Action::OpenTopic(TopicId::from("nowhere"))]), fresh);
    assert_eq!(after(&library, [Action::OpenSection(SectionId::from("nowhere"))]), fresh);
}

#[test]
fn a_topic_is_opened_where_it_was_left() {
    let library = bundled().library;
    let state = after(
        &library,
        [
            Action::OpenSection(SectionId::from("naltrexone")),
            Action::OpenTopic(TopicId::from("about")),
            Action::OpenTopic(TopicId::from("treatment")),
        ],
    );
    assert_eq!(open(&state), ("treatment", "naltrexone"));
}

#[test]
fn opening_a_page_puts_sheet_and_list_away() {
    let library = bundled().library;
    let state = after(&library, [Action::ToggleLook, Action::ToggleSectionList, Action::ActNow]);
    assert_eq!((state.sheet, state.is_section_list_open), (None, false));
}

#[test]
fn the_look_button_opens_and_closes() {
    let library = bundled().library;
    assert_eq!(after(&library, [Action::ToggleLook]).sheet, Some(Sheet::Look));
    assert_eq!(after(&library, [Action::ToggleLook, Action::ToggleLook]).sheet, None);
}

fn any_action(sections: Vec<SectionId>, topics: Vec<TopicId>) -> impl Strategy<Value = Action> {
    prop_oneof![
        Just(Action::ActNow),
        Just(Action::ToggleLook),
        Just(Action::CloseSheet),
        Just(Action::ToggleSectionList),
        Just(Action::ShowSources(vec![SourceId::from("cdc-response")])),
        proptest::sample::select(TextSize::ALL.to_vec()).prop_map(Action::SetTextSize),
        proptest::sample::select(Theme::ALL.to_vec()).prop_map(Action::SetTheme),
        proptest::sample::select(sections).prop_map(Action::OpenSection),
        proptest::sample::select(topics).prop_map(Action::OpenTopic),
    ]
}

#[test]
fn after_any_visit_one_action_leads_to_the_overdose_steps() {
    let library = bundled().library;
    let sections = library.sections().map(|(_, section)| section.id.clone()).collect();
    let topics = library.topics().iter().map(|topic| topic.id.clone()).collect();
    let visits = proptest::collection::vec(any_action(sections, topics), 0..30);
    proptest!(ProptestConfig::with_cases(200), |(visit in visits)| {
        let state = after(&library, visit.into_iter().chain([Action::ActNow]));
        prop_assert_eq!(open(&state), ("overdose", "act-now"));
        prop_assert_eq!(state.sheet, None);
    });
}
