//! Finger and mouse: nothing appears under them, nothing happens before they let go, and a choice changes only itself.

use careshelf::state::{Action, Volume};
use egui::accesskit::Role;

use crate::visit::{Visit, role_of};

const WIDE: [f32; 2] = [1280.0, 800.0];

#[test]
fn nothing_appears_under_the_pointer() {
    for page in ["act-now", "accessibility", "helplines"] {
        let mut visit = Visit::new(WIDE);
        visit.act(Action::OpenSection(page.into()));
        let words = visit.words();
        for (_, name, rect) in visit.targets() {
            visit.point_at(rect.center());
            assert_eq!(visit.words(), words, "over \"{name}\"");
        }
    }
}

#[test]
fn a_touch_that_leaves_its_button_presses_nothing() {
    let mut visit = Visit::new(WIDE);
    let words = visit.words();
    for (role, name) in [
        (Role::Button, "Overdose? Act now"),
        (Role::Button, "Text and colors"),
        (Role::Button, "Print"),
        (Role::Tab, "Treatment"),
    ] {
        let at = visit.rect(role, name).center();
        visit.drag([at.x, at.y], [640.0, 500.0]);
        assert_eq!(visit.words(), words, "{name}");
    }
}

#[test]
fn a_choice_changes_only_what_it_names() {
    let mut visit = Visit::new(WIDE);
    visit.act(Action::OpenSection("methadone".into())).act(Action::ToggleLook);
    let choices: Vec<String> =
        visit.targets().into_iter().filter(|(role, ..)| *role == Role::RadioButton).map(|(_, name, _)| name).collect();
    assert!(9 <= choices.len(), "{choices:?}");
    for choice in choices {
        visit.press(Role::RadioButton, &choice);
        assert_eq!(visit.section(), "methadone", "{choice}");
        assert!(visit.state().sheet.is_some() && visit.state().printing.is_none(), "{choice}");
    }
}

#[test]
fn where_the_rhythm_is_heard_it_can_be_switched_off() {
    let mut visit = Visit::new(WIDE);
    let cards: Vec<String> = visit.library().guide.cards().map(|card| card.id.to_string()).collect();
    let mut heard = 0;
    for card in cards {
        visit.act(Action::ActNow).open_card(&card);
        let library = visit.library().clone();
        if visit.emergency().rhythm(&library).is_none() {
            continue;
        }
        heard += 1;
        visit.press(Role::RadioButton, "Sound off");
        assert_eq!(visit.state().volume, Volume::Off, "{card}");
        visit.press(Role::RadioButton, "Loud");
    }
    assert!(1 < heard, "only {heard} cards have a rhythm");
}

#[test]
fn bar_and_tabs_are_the_same_on_every_page() {
    let mut visit = Visit::new(WIDE);
    let bar = |visit: &Visit| {
        let end = visit.rect(Role::Tab, "About").max.y;
        let targets = visit.targets().into_iter().filter(|(.., rect)| rect.max.y <= end + 0.5);
        targets.collect::<Vec<_>>()
    };
    let first = bar(&visit);
    assert!(9 <= first.len(), "{first:?}");
    for section in visit.all_sections() {
        visit.act(Action::OpenSection(section.clone()));
        assert_eq!(bar(&visit), first, "{section}");
        assert_eq!(visit.nodes().filter(|node| role_of(node) == Role::TabList).count(), 1, "{section}");
    }
}
