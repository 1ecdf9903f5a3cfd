//! After a visit nothing of it is left: the state is that of a fresh start, and the window has forgotten it too.

use std::sync::LazyLock;
use std::time::Duration;

use careshelf::model::id::{CardId, SectionId, SourceId};
use careshelf::model::library::Library;
use careshelf::model::paper::{Layout, Paper};
use careshelf::model::printer::Outcome;
use careshelf::search::Found;
use careshelf::state::printing::{Preview, What, Zoom};
use careshelf::state::typing::{Selection, TypingAction, Written};
use careshelf::state::{
    Action, AppState, GuideAction, List, Moment, Motion, PrintAction, SearchAction, TextSize, Theme, Volume, update,
};
use egui::Key;
use egui::accesskit::Role;
use proptest::prelude::*;

use super::{kiosk, visit};
use crate::visit::TODAY;

/// The state of a fresh start at the same machine, at the same time, with the same emergency.
fn fresh(after: &AppState, library: &Library) -> AppState {
    AppState {
        emergency: after.emergency.clone(),
        speaker: after.speaker,
        printer_words: after.printer_words.clone(),
        job_count: after.job_count,
        ended_visits: after.ended_visits,
        now: after.now,
        ..AppState::new(library, after.today)
    }
}

fn print_action() -> impl Strategy<Value = PrintAction> {
    prop_oneof![
        Just(PrintAction::OpenSection),
        Just(PrintAction::OpenBasket),
        Just(PrintAction::Choose(What::Basket)),
        proptest::sample::select(Layout::ALL.to_vec()).prop_map(PrintAction::SetLayout),
        proptest::sample::select(Paper::ALL.to_vec()).prop_map(PrintAction::SetPaper),
        proptest::sample::select(Zoom::ALL.to_vec()).prop_map(PrintAction::SetZoom),
        (1_u32..30).prop_map(PrintAction::SetCopies),
        any::<bool>().prop_map(PrintAction::SetTwoSided),
        Just(PrintAction::MeetPages(Preview::Ready(3))),
        (0_usize..5).prop_map(PrintAction::TurnTo),
        Just(PrintAction::Start),
        Just(PrintAction::Close),
    ]
}

fn search_action(sections: Vec<SectionId>) -> impl Strategy<Value = SearchAction> {
    prop_oneof![
        2 => Just(SearchAction::Open),
        2 => proptest::sample::select(sections).prop_map(SearchAction::OpenHit),
        1 => Just(SearchAction::Close),
        1 => "[a-z]{0,9}".prop_map(|words| SearchAction::Meet(Written(words), Found::default())),
    ]
}

fn guide_action(cards: Vec<CardId>) -> impl Strategy<Value = GuideAction> {
    prop_oneof![
        (0_usize..3).prop_map(GuideAction::Choose),
        proptest::sample::select(cards).prop_map(GuideAction::GoTo),
        Just(GuideAction::Practice),
        Just(GuideAction::Back),
        Just(GuideAction::Leave),
        Just(GuideAction::End),
        Just(GuideAction::SetSpeed(60)),
        any::<bool>().prop_map(GuideAction::SetGivesBreaths),
        proptest::sample::select(Volume::ALL.to_vec()).prop_map(GuideAction::SetVolume),
    ]
}

/// Anything that somebody can do at a kiosk.
pub fn any_action(library: &Library) -> impl Strategy<Value = Action> + use<> {
    let sections: Vec<SectionId> = library.sections().map(|(_, section)| section.id.clone()).collect();
    let topics: Vec<_> = library.topics().iter().map(|topic| topic.id.clone()).collect();
    let cards: Vec<CardId> = library.guide.cards().map(|card| card.id.clone()).collect();
    let gathered = proptest::sample::select(sections.clone());
    let found = sections.clone();
    prop_oneof![
        3 => proptest::sample::select(sections).prop_map(Action::OpenSection),
        2 => proptest::sample::select(topics).prop_map(Action::OpenTopic),
        2 => gathered.prop_map(|section| Action::Print(PrintAction::TogglePage(section))),
        4 => print_action().prop_map(Action::Print),
        3 => guide_action(cards).prop_map(Action::Guide),
        1 => Just(Action::ActNow),
        1 => Just(Action::GoBack),
        1 => Just(Action::BeginVisit),
        1 => Just(Action::ToggleHidden),
        1 => Just(Action::ToggleLook),
        1 => Just(Action::ToggleSectionList),
        2 => search_action(found).prop_map(Action::Search),
        2 => "[a-z ]{0,9}".prop_map(|words| Action::Type(TypingAction::Replace(Written(words), Selection::at(3)))),
        1 => Just(Action::ShowSources(vec![SourceId::from("cdc-response")])),
        1 => (proptest::sample::select(List::ALL.to_vec()), 0_usize..9).prop_map(|(list, page)| Action::ShowListPage(list, page)),
        1 => proptest::sample::select(TextSize::ALL.to_vec()).prop_map(Action::SetTextSize),
        1 => proptest::sample::select(Theme::ALL.to_vec()).prop_map(Action::SetTheme),
        1 => proptest::sample::select(Motion::ALL.to_vec()).prop_map(Action::SetMotion),
    ]
}

/// Reading it once is enough.
static LIBRARY: LazyLock<Library> = LazyLock::new(|| kiosk().library);

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn after_any_visit_the_state_is_that_of_a_fresh_start(steps in steps()) {
        let library = &*LIBRARY;
        let mut state = AppState::new(library, TODAY);
        let mut now = Duration::ZERO;
        for (action, secs) in steps {
            now += Duration::from_secs(secs);
            update(&mut state, library, Action::Touch(Moment::new(now)));
            update(&mut state, library, Action::SetNow(Moment::new(now)));
            // Nothing else can be touched before that.
            update(&mut state, library, Action::BeginVisit);
            update(&mut state, library, action);
        }
        if let Some(job) = state.printing.as_ref().and_then(|printing| printing.job.as_ref()) {
            // Pages on their way are waited for.
            let outcome = PrintAction::MeetOutcome(job.number, Outcome::Printed);
            update(&mut state, library, Action::Print(outcome));
        }
        let kept = state.emergency.clone().filter(|emergency| emergency.is_under_way() && !emergency.is_practice());
        update(&mut state, library, Action::EndVisit);
        prop_assert_eq!(&state, &fresh(&state, library));
        prop_assert_eq!(&state.emergency, &kept, "only an emergency under way goes on");
    }

    #[test]
    fn any_visit_that_is_left_alone_ends_by_itself_unless_somebody_is_being_helped(steps in steps()) {
        let library = &*LIBRARY;
        let mut state = AppState::new(library, TODAY);
        for (action, _) in steps {
            // A printer is another's to answer for.
            if action != Action::Print(PrintAction::Start) {
                update(&mut state, library, Action::BeginVisit);
                update(&mut state, library, action);
            }
        }
        let is_helped = state.emergency.as_ref().is_some_and(|emergency| emergency.is_under_way() && !emergency.is_practice());
        update(&mut state, library, Action::SetNow(Moment::new(Duration::from_mins(20))));
        prop_assert_eq!(state.clone() == fresh(&state, library), !is_helped);
    }
}

/// What somebody does, and how long they wait before it: never so long that the visit ends.
fn steps() -> impl Strategy<Value = Vec<(Action, u64)>> {
    proptest::collection::vec((any_action(&LIBRARY), 0_u64..60), 0..40)
}

#[test]
fn a_page_that_a_stranger_scrolled_is_at_its_top_for_the_next_one() {
    let top = |visit: &crate::visit::Visit| visit.rect(Role::Heading, "Act now").min.y;
    let mut visit = visit([800.0, 600.0]);
    let at_first = top(&visit);
    visit.key(Key::End);
    assert!(top(&visit) < at_first, "it can be scrolled");
    visit.press(Role::Button, "I’m done").press(Role::Button, "Touch to start");
    assert!((top(&visit) - at_first).abs() < 0.5);
}

#[test]
fn whoever_waits_for_pages_is_not_sent_away() {
    let library = kiosk().library;
    let mut state = AppState::new(&library, TODAY);
    for action in [
        Action::BeginVisit,
        Action::Print(PrintAction::OpenSection),
        Action::Print(PrintAction::MeetPages(Preview::Ready(1))),
        Action::Print(PrintAction::MeetPrinters(Ok(vec![crate::print_page::printer("front")]))),
        Action::Print(PrintAction::Start),
    ] {
        update(&mut state, &library, action);
    }
    let job = state.printing.as_ref().and_then(|printing| printing.job.as_ref()).expect("a job").number;
    update(&mut state, &library, Action::SetNow(Moment::new(Duration::from_mins(10))));
    update(&mut state, &library, Action::EndVisit);
    assert!(state.printing.is_some() && state.warning_left(&library).is_none());
    // The time begins when the pages are there.
    update(&mut state, &library, Action::Print(PrintAction::MeetOutcome(job, Outcome::Printed)));
    update(&mut state, &library, Action::SetNow(Moment::new(Duration::from_mins(11))));
    assert!(state.printing.is_some());
    update(&mut state, &library, Action::SetNow(Moment::new(Duration::from_mins(13))));
    assert!(state.printing.is_none() && state.cover.is_some());
}
