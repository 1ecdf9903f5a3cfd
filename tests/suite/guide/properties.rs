//! What holds for any sequence of touches at any times.

use std::time::Duration;

use careshelf::model::id::{CardId, FormId};
use careshelf::model::library::Library;
use careshelf::state::emergency::{DoseTimer, Emergency, FORGOTTEN_AFTER};
use careshelf::state::{Action, GuideAction, Volume};
use proptest::prelude::*;

use super::Walk;
use crate::visit::bundled;

fn any_touch(library: &Library) -> impl Strategy<Value = Action> + use<> {
    let cards: Vec<CardId> = library.guide.cards().map(|card| card.id.clone()).chain(["nowhere".into()]).collect();
    let forms: Vec<FormId> = library.guide.forms.iter().map(|form| form.id.clone()).chain(["nothing".into()]).collect();
    prop_oneof![
        8 => (0_usize..4).prop_map(|at| Action::Guide(GuideAction::Choose(at))),
        2 => Just(Action::Guide(GuideAction::Back)),
        1 => Just(Action::ActNow),
        1 => Just(Action::Guide(GuideAction::Leave)),
        1 => Just(Action::Guide(GuideAction::Practice)),
        1 => Just(Action::Guide(GuideAction::CheckDoses)),
        1 => Just(Action::Guide(GuideAction::TakeBackDose)),
        1 => Just(Action::Guide(GuideAction::End)),
        1 => Just(Action::MeetWholeLibrary),
        1 => Just(Action::ToggleLook),
        1 => any::<bool>().prop_map(|is| Action::Guide(GuideAction::SetGivesBreaths(is))),
        1 => (0_u32..200).prop_map(|speed| Action::Guide(GuideAction::SetSpeed(speed))),
        1 => proptest::sample::select(Volume::ALL.to_vec()).prop_map(|volume| Action::Guide(GuideAction::SetVolume(volume))),
        2 => proptest::sample::select(cards).prop_map(|card| Action::Guide(GuideAction::GoTo(card))),
        2 => proptest::sample::select(forms).prop_map(|form| Action::Guide(GuideAction::ChooseForm(form))),
    ]
}

fn any_pause() -> impl Strategy<Value = Duration> {
    prop_oneof![
        3 => (0_u64..1000).prop_map(Duration::from_millis),
        3 => (0_u64..400).prop_map(Duration::from_secs),
        1 => (0_u64..20 * 3600).prop_map(Duration::from_secs),
        1 => any::<u64>().prop_map(Duration::from_nanos),
    ]
}

#[test]
fn no_touch_at_any_time_loses_a_dose_or_stops_a_clock_and_help_is_always_one_touch_away() {
    let library = bundled().library;
    let touches = proptest::collection::vec((any_pause(), any_touch(&library)), 0..60);
    proptest!(ProptestConfig::with_cases(400), |(touches in touches)| {
        let mut walk = Walk::begin(&library);
        for (pause, touch) in touches {
            walk.pass(pause);
            check_one(&mut walk, &touch)?;
        }
        walk.act(Action::ActNow);
        prop_assert!(walk.state.open_guide().is_some_and(|emergency| !emergency.is_practice()));
        prop_assert!(library.emergency_number().is_some());
    });
}

/// Does one thing, and looks at what became of doses and clocks.
fn check_one(walk: &mut Walk<'_>, touch: &Action) -> Result<(), TestCaseError> {
    let before = walk.state.emergency.clone();
    let card = before.as_ref().and_then(|emergency| emergency.card(walk.library));
    let may_give = match (touch, card) {
        (Action::Guide(GuideAction::Choose(at)), Some(card)) => {
            card.choices.get(*at).is_some_and(|choice| choice.gives_dose)
        }
        _ => false,
    };
    let was_end_asked = walk.state.is_end_asked;
    walk.act(touch.clone());
    let doses = |emergency: &Option<Emergency>| emergency.as_ref().map(|emergency| emergency.doses().to_vec());
    let (old, new) = (doses(&before), doses(&walk.state.emergency));
    match (old, new) {
        (Some(old), Some(new)) if *touch == Action::Guide(GuideAction::TakeBackDose) => {
            // Too soon after another touch it takes nothing.
            prop_assert!(new == old || new[..] == old[..old.len().saturating_sub(1)]);
        }
        // The red button ends a practice and begins in earnest.
        (Some(_), Some(new)) if before.as_ref().is_some_and(Emergency::is_practice) && *touch == Action::ActNow => {
            prop_assert!(new.is_empty());
        }
        (Some(old), Some(new)) => {
            prop_assert!(new.starts_with(&old), "a dose was lost by {:?}", touch);
            prop_assert!(new.len() - old.len() <= usize::from(may_give));
        }
        (Some(old), None) => {
            let is_practice = before.is_some_and(|emergency| emergency.is_practice());
            let ends = *touch == Action::Guide(GuideAction::End) && was_end_asked;
            prop_assert!(ends || is_practice || old.is_empty(), "{:?} ended an emergency with doses", touch);
        }
        (None, _) => (),
    }
    let Some(emergency) = &walk.state.emergency else { return Ok(()) };
    let now = walk.now();
    prop_assert!(emergency.card(walk.library).is_some());
    prop_assert!(emergency.doses().windows(2).all(|pair| pair[0].at <= pair[1].at));
    prop_assert!(emergency.doses().iter().all(|dose| dose.at <= emergency.time(now)));
    if let Some(DoseTimer::TooEarly { left }) = emergency.dose_timer(walk.library, now) {
        let wait = emergency.wait(walk.library).expect("a wait");
        prop_assert!(Duration::ZERO < left && left <= wait.least);
        // However fast time goes, it is over when it is over.
        let later = emergency.dose_timer(walk.library, now.plus(left));
        prop_assert!(matches!(later, Some(DoseTimer::Due | DoseTimer::Overdue)));
    }
    prop_assert!(emergency.until_forgotten(now) <= FORGOTTEN_AFTER);
    Ok(())
}
