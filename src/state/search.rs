//! The page of search: what was found for what is written, and the way back to it from a section that was found.

use std::fmt;

use super::typing::{Field, Typing, Written};
use super::update::open_section;
use super::{AppState, Route, SearchAction, print};
use crate::model::id::SectionId;
use crate::model::library::Library;
use crate::search::Found;

/// A search of this visit.
#[derive(Clone, PartialEq, Eq)]
pub struct Search {
    /// Whether its page is on screen. Otherwise a section is that was found, and Back leads to the page.
    pub is_open: bool,
    /// What was found last, and for which words.
    answer: Option<(Written, Found)>,
    /// Whether searching failed in a way that nobody thought of.
    pub is_lost: bool,
    /// Counts how often the page was asked for, and how often somebody came back to it.
    pub openings: u64,
    /// The section that was opened last.
    pub opened: Option<SectionId>,
    /// What was written, while a section is on screen.
    kept: Option<Typing>,
    /// What was on screen before the page, and how many sections before that.
    before: (Option<Route>, usize),
}

impl fmt::Debug for Search {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What was found says what was written.
        f.debug_struct("Search").field("is_open", &self.is_open).finish_non_exhaustive()
    }
}

impl Search {
    /// What was found last.
    pub fn found(&self) -> Option<&Found> {
        self.answer.as_ref().map(|(_, found)| found)
    }

    /// Whether `found` is the answer to `words`, and not to what stood there before.
    pub fn is_answered(&self, words: &str) -> bool {
        self.answer.as_ref().is_some_and(|(asked, _)| asked.0 == words)
    }
}

/// What is written in the field of search: what is looked for.
pub fn wanted_words(state: &AppState) -> &str {
    let typing = state.typing.as_ref().filter(|typing| typing.field() == Field::Search);
    typing.map(|typing| typing.words().trim()).unwrap_or_default()
}

pub(super) fn update(state: &mut AppState, library: &Library, action: SearchAction) {
    match action {
        SearchAction::Open => open(state),
        SearchAction::OpenHit(section) => open_hit(state, library, &section),
        SearchAction::Close => state.search = None,
        SearchAction::Meet(words, found) => {
            let is_wanted = wanted_words(state) == words.0;
            if let Some(search) = state.search.as_mut().filter(|_| is_wanted) {
                search.answer = Some((words, found));
            }
        }
        SearchAction::Lose => {
            if let Some(search) = &mut state.search {
                search.is_lost = true;
            }
        }
    }
}

/// Shows the page, with what is written there already.
fn open(state: &mut AppState) {
    print::close(state);
    if state.printing.is_some() {
        // Pages are on their way, and somebody must see what becomes of them.
        return;
    }
    (state.admin, state.waiting_for, state.sheet) = (None, None, None);
    state.is_section_list_open = false;
    if state.search.as_ref().is_some_and(|search| !search.is_open) {
        reopen(state);
    }
    let before = (state.route.clone(), state.been.len());
    let search = state.search.get_or_insert(Search {
        is_open: true,
        answer: None,
        is_lost: false,
        openings: 0,
        opened: None,
        kept: None,
        before,
    });
    search.openings += 1;
    search.opened = None;
    let typing = state.typing.take().filter(|typing| typing.field() == Field::Search);
    let mut typing = typing.unwrap_or_else(|| Typing::new(Field::Search));
    typing.is_keyboard_open = true;
    state.typing = Some(typing);
}

fn open_hit(state: &mut AppState, library: &Library, section: &SectionId) {
    let kept = state.typing.take().filter(|typing| typing.field() == Field::Search);
    let Some(search) = state.search.take() else { return };
    let before = (state.route.clone(), state.been.len());
    open_section(state, library, section);
    let opened = Some(section.clone());
    state.search = Some(Search { is_open: false, opened, kept, before, ..search });
}

/// Goes back from a section that was found to the page. Says whether there was one to go back to.
pub(super) fn go_back(state: &mut AppState) -> bool {
    match &state.search {
        None => false,
        Some(search) if search.is_open => {
            state.search = None;
            true
        }
        Some(_) => {
            reopen(state);
            true
        }
    }
}

/// Brings the page back as it was left, without the keyboard over what was found.
fn reopen(state: &mut AppState) {
    let Some(search) = &mut state.search else { return };
    search.is_open = true;
    search.openings += 1;
    state.typing = search.kept.take();
    if let Some(typing) = &mut state.typing {
        typing.is_keyboard_open = false;
    }
    let (route, been) = search.before.clone();
    state.route = route;
    state.been.truncate(been);
}

/// Forgets a search whose page something else took the place of.
pub(super) fn forget_what_is_left(state: &mut AppState) {
    let is_covered = state.printing.is_some() || state.admin.is_some();
    let is_left = |search: &Search| search.is_open && is_covered;
    if state.is_guide_open || state.search.as_ref().is_some_and(is_left) {
        state.search = None;
    }
}
