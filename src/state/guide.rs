//! What the guide's part of [`update`](super::update) does: the guide over everything else, and the emergency in it.

use super::emergency::{Emergency, Outcome};
use super::update::open_section;
use super::{AppState, GuideAction, Moment, Volume, visit};
use crate::model::library::Library;

/// Shows the guide. From the guide itself it leads to the first card, and back from there.
pub(super) fn act_now(state: &mut AppState, library: &Library) {
    // Real danger ends a practice.
    state.emergency.take_if(|emergency| emergency.is_practice());
    match &mut state.emergency {
        Some(emergency) if state.is_guide_open => {
            emergency.go_to_start(library, state.now);
            open(state);
        }
        Some(_) => open(state),
        None => begin(state, library, false),
    }
}

/// Does what a reader asks for in the guide.
pub(super) fn update(state: &mut AppState, library: &Library, action: GuideAction) {
    let now = state.now;
    let was_end_asked = std::mem::take(&mut state.is_end_asked);
    let action = match action {
        // Nobody practices while somebody is in danger.
        GuideAction::Practice if state.emergency.is_none() => return begin(state, library, true),
        GuideAction::Practice => return open(state),
        GuideAction::Resume(kept, away) => {
            state.emergency = Emergency::resume(kept, away, library, now);
            return open(state);
        }
        GuideAction::SetVolume(volume) => return state.volume = volume,
        GuideAction::Leave => return leave(state),
        GuideAction::End => return ask_or_end(state, was_end_asked),
        action => action,
    };
    let Some(emergency) = &mut state.emergency else { return };
    match action {
        GuideAction::Choose(at) => {
            if emergency.choose(at, library, now) == Outcome::Leaves {
                leave(state);
            }
        }
        GuideAction::ChooseForm(form) => emergency.choose_form(&form, library, now),
        GuideAction::Back => emergency.go_back(library, now),
        GuideAction::GoTo(card) => emergency.go_to(card, library, now),
        GuideAction::CheckDoses => {
            emergency.go_to_doses(library, now);
            open(state);
        }
        GuideAction::TakeBackDose => emergency.take_back_dose(now),
        GuideAction::SetGivesBreaths(gives_breaths) => emergency.set_gives_breaths(gives_breaths, now),
        GuideAction::SetSpeed(speed) => emergency.set_speed(speed, now),
        GuideAction::Practice
        | GuideAction::Resume(..)
        | GuideAction::SetVolume(_)
        | GuideAction::Leave
        | GuideAction::End => (),
    }
}

/// Lets time go on. It never goes back.
pub(super) fn set_now(state: &mut AppState, now: Moment) {
    state.now = state.now.max(now);
    if state.emergency.as_ref().is_some_and(|emergency| emergency.is_forgotten(state.now)) {
        end(state);
    }
}

fn open(state: &mut AppState) {
    state.is_end_asked = false;
    state.is_guide_open = true;
    visit::begin(state);
    state.sheet = None;
    state.is_section_list_open = false;
}

fn begin(state: &mut AppState, library: &Library, is_practice: bool) {
    state.emergency = Emergency::begin(library, state.now, is_practice);
    state.volume = Volume::default();
    if state.emergency.is_some() {
        open(state);
    } else if let Some((_, section)) = library.act_now() {
        // There is no guide only where there is hardly anything; the steps as text are the next best.
        open_section(state, library, &section.id);
    }
}

/// What is under way goes on behind the other screens; a practice, or a guide that was only looked at, is over.
fn leave(state: &mut AppState) {
    state.is_guide_open = false;
    state.emergency.take_if(|emergency| emergency.is_practice() || !emergency.is_under_way());
}

/// What cannot be undone is asked for twice.
fn ask_or_end(state: &mut AppState, was_asked: bool) {
    let has_doses = state.emergency.as_ref().is_some_and(|emergency| !emergency.doses().is_empty());
    if has_doses && !was_asked {
        state.is_end_asked = true;
    } else {
        end(state);
    }
}

fn end(state: &mut AppState) {
    state.is_guide_open = false;
    state.emergency = None;
    state.volume = Volume::default();
}
