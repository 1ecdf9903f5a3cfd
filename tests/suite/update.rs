//! The only writer of the state, without a window.

use careshelf::model::id::{SectionId, SourceId, TopicId};
use careshelf::model::library::Library;
use careshelf::state::{Action, AppState, List, ListPage, Sheet, TextSize, Theme, update};
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
    let open_page = Action::OpenSection(SectionId::from("signs"));
    let state = after(&library, [Action::ToggleLook, Action::ToggleSectionList, open_page]);
    assert_eq!((state.sheet, state.is_section_list_open), (None, false));
}

#[test]
fn the_look_button_opens_and_closes() {
    let library = bundled().library;
    assert_eq!(after(&library, [Action::ToggleLook]).sheet, Some(Sheet::Look));
    assert_eq!(after(&library, [Action::ToggleLook, Action::ToggleLook]).sheet, None);
}

#[test]
fn a_list_is_turned_to_a_page_until_another_page_is_opened() {
    let library = bundled().library;
    let turned = after(&library, [Action::ShowListPage(List::Sections, 3)]);
    assert_eq!(turned.list_pages.get(&List::Sections), Some(&3));
    assert!(
        after(&library, [Action::ShowListPage(List::Sections, 3), Action::OpenTopic(TopicId::from("about"))])
            .list_pages
            .is_empty()
    );
}

#[test]
fn pages_cover_every_entry_once_and_hold_the_entry_asked_for() {
    for count in [0, 1, 99, 100, 101, 200, 201, 5000] {
        let mut page = Some(ListPage::new(0, count));
        let mut covered = Vec::new();
        while let Some(shown) = page {
            covered.extend(shown.entries());
            assert_eq!(shown.next().and_then(ListPage::previous), shown.next().map(|_| shown));
            page = shown.next();
        }
        assert_eq!(covered, (0..count).collect::<Vec<_>>(), "{count}");
        assert!((0..count).all(|entry| ListPage::with(entry, count).entries().contains(&entry)));
        assert_eq!(ListPage::new(9999, count).next(), None, "a page beyond the end is the last one");
    }
}

fn any_action(sections: Vec<SectionId>, topics: Vec<TopicId>) -> impl Strategy<Value = Action> {
    prop_oneof![
        Just(Action::ActNow),
        Just(Action::ToggleLook),
        Just(Action::CloseSheet),
        Just(Action::ToggleSectionList),
        (proptest::sample::select(List::ALL.to_vec()), 0_usize..9)
            .prop_map(|(list, page)| Action::ShowListPage(list, page)),
        Just(Action::MeetWholeLibrary),
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
        let card = state.open_guide().and_then(|emergency| emergency.card(&library)).expect("a card");
        prop_assert_eq!(card.id.as_str(), "check");
        prop_assert_eq!(state.sheet, None);
    });
}
