//! The time between doses, as the protocol has it, whatever the clock on the wall or the window do.

use std::time::Duration;

use careshelf::state::emergency::{DoseTimer, FORGOTTEN_AFTER};
use careshelf::state::{Action, GuideAction, Moment};

use super::Walk;
use crate::visit::bundled;

/// Somebody who has just given a dose of the kind `form`.
fn with_dose<'l>(library: &'l careshelf::model::library::Library, form: &str) -> Walk<'l> {
    let mut walk = Walk::begin(library);
    walk.choose("No").choose("Show me how to give it").choose("Not this kind").pass_secs(1);
    walk.guide(GuideAction::ChooseForm(form.into()));
    while library.guide.form_of(&walk.card().id).is_some() && walk.emergency().doses().is_empty() {
        walk.go_on();
    }
    walk
}

fn timer(walk: &Walk<'_>) -> Option<DoseTimer> {
    walk.emergency().dose_timer(walk.library, walk.now())
}

#[test]
fn the_time_to_the_next_dose_is_that_of_the_protocol_for_each_kind() {
    let library = bundled().library;
    for form in &library.guide.forms {
        let (least, most) = library.protocol.time(&form.interval).expect("a time");
        let mut walk = with_dose(&library, form.id.as_str());
        assert_eq!(timer(&walk), Some(DoseTimer::TooEarly { left: least }), "{}", form.id);
        walk.pass(least.saturating_sub(Duration::from_millis(1)));
        assert_eq!(timer(&walk), Some(DoseTimer::TooEarly { left: Duration::from_millis(1) }), "{}", form.id);
        walk.pass(Duration::from_millis(1));
        assert_eq!(timer(&walk), Some(DoseTimer::Due), "{}", form.id);
        walk.pass(most.saturating_sub(least));
        assert_eq!(timer(&walk), Some(DoseTimer::Overdue), "{}", form.id);
    }
    let spray = library.guide.form(&"spray".into()).unwrap().wait;
    let nalmefene = library.guide.form(&"nalmefene".into()).unwrap().wait;
    assert!(spray.most < nalmefene.most, "the label of nalmefene gives it more time");
}

#[test]
fn before_it_is_time_a_no_leads_to_the_breath_and_then_to_the_next_dose() {
    let library = bundled().library;
    let mut walk = with_dose(&library, "spray");
    let least = library.guide.form(&"spray".into()).unwrap().wait.least;
    walk.choose("No, or only gasps").choose("Give naloxone").choose("No, or not sure");
    assert_eq!(walk.id(), "breathe");
    walk.pass(least).choose("Yes").choose("Not sure").choose("Next").choose("No, or not sure");
    assert_eq!(walk.id(), "again");
    walk.choose("I gave a dose");
    assert_eq!((walk.id(), walk.emergency().doses().len()), ("breathe", 2));
    assert!(matches!(timer(&walk), Some(DoseTimer::TooEarly { .. })), "it counts from the last dose");
}

#[test]
fn without_a_dose_nobody_is_told_to_wait() {
    let library = bundled().library;
    let mut walk = Walk::begin(&library);
    walk.choose("No").choose("No naloxone here").choose("Next").choose("No, or only gasps").choose("Give naloxone");
    assert_eq!((walk.id(), timer(&walk)), ("again", None));
}

#[test]
fn a_dose_that_was_not_given_after_all_is_taken_back() {
    let library = bundled().library;
    let mut walk = with_dose(&library, "spray");
    walk.guide(GuideAction::CheckDoses).pass_secs(1).guide(GuideAction::TakeBackDose);
    assert_eq!((walk.emergency().doses().len(), timer(&walk)), (0, None));
    walk.pass_secs(1).guide(GuideAction::TakeBackDose);
    assert_eq!(walk.emergency().doses().len(), 0, "there is nothing to take back");
}

#[test]
fn time_never_goes_back() {
    let library = bundled().library;
    let mut walk = with_dose(&library, "spray");
    walk.pass_secs(60);
    let before = timer(&walk);
    walk.act(Action::SetNow(Moment::new(Duration::from_secs(1))));
    assert_eq!(timer(&walk), before);
}

#[test]
fn the_time_of_practice_can_be_hurried_and_no_other() {
    let library = bundled().library;
    let mut walk = with_dose(&library, "spray");
    walk.guide(GuideAction::SetSpeed(20)).pass_secs(3);
    let age = |walk: &Walk<'_>| walk.emergency().age(walk.emergency().doses().last().unwrap(), walk.now());
    assert_eq!(age(&walk), Duration::from_secs(3));

    walk.guide(GuideAction::End)
        .guide(GuideAction::End)
        .guide(GuideAction::Practice)
        .choose("No")
        .choose("I gave a dose");
    walk.pass_secs(4).guide(GuideAction::SetSpeed(20)).pass_secs(3).guide(GuideAction::SetSpeed(1)).pass_secs(2);
    assert_eq!(age(&walk), Duration::from_secs(4 + 60 + 2));
}

#[test]
fn an_emergency_that_nobody_touches_ends_after_half_a_day_and_not_before() {
    let library = bundled().library;
    let mut walk = with_dose(&library, "spray");
    let almost = FORGOTTEN_AFTER.saturating_sub(Duration::from_secs(1));
    walk.pass(almost);
    assert!(walk.state.emergency.is_some());
    walk.guide(GuideAction::Back).pass(almost);
    assert!(walk.state.emergency.is_some(), "a touch keeps it");
    walk.pass_secs(1);
    assert_eq!((walk.state.emergency.clone(), walk.state.is_guide_open), (None, false));
}
