//! The way through the cards: every branch as the facts have it, and no dead end.

use std::collections::BTreeSet;

use careshelf::lint::reading::grade;
use careshelf::model::guide::Goal;
use careshelf::model::id::FormId;
use careshelf::state::{Action, GuideAction, Volume};

use super::Walk;
use crate::visit::bundled;

/// What one chooses, one after another, and the cards that come: the order of the fact base's section 8 in every branch.
const WAYS: &[(&str, &[(&str, &str)])] = &[
    (
        "a spray, no breath, another dose, awake",
        &[
            ("No", "give"),
            ("Show me how to give it", "spray-back"),
            ("Next", "spray-open"),
            ("Next", "spray-hold"),
            ("Next", "spray-nose"),
            ("Next", "spray-press"),
            ("I gave a dose", "breathe"),
            ("No, or only gasps", "cpr"),
            ("Give naloxone", "wait"),
            ("No, or not sure", "breathe"),
            ("Yes", "how-well"),
            ("No, they breathe well", "side"),
            ("Next", "stay"),
            ("Not awake, or worse", "breathe"),
            ("Not sure", "not-sure"),
            ("Start CPR", "cpr"),
            ("They breathe again", "breathe"),
            ("Yes", "how-well"),
            ("Not sure", "slow"),
            ("Next", "wait"),
            ("Not breathing", "cpr"),
            ("Give naloxone", "wait"),
            ("Yes, both", "awake"),
            ("Next", "stay"),
            ("The crew is here", "crew"),
        ],
    ),
    (
        "somebody who answers, and then does not",
        &[
            ("Yes, both", "drowsy"),
            ("They stop answering", "give"),
            ("I gave a dose", "breathe"),
            ("Yes", "how-well"),
            ("Yes, any of these", "slow"),
        ],
    ),
    ("slow breathing in somebody who answers", &[("Yes, both", "drowsy"), ("Breathing gets slow", "give")]),
    (
        "not sure is an overdose, and no naloxone is no reason to wait",
        &[
            ("Not sure", "give"),
            ("No naloxone here", "no-naloxone"),
            ("Next", "breathe"),
            ("Not sure", "not-sure"),
            ("They are breathing", "how-well"),
            ("Yes, any of these", "slow"),
            ("They stop, or only gasp", "cpr"),
        ],
    ),
    (
        "naloxone that comes later, of another kind",
        &[
            ("No", "give"),
            ("No naloxone here", "no-naloxone"),
            ("I have naloxone now", "spray-back"),
            ("Not this kind", "forms"),
            ("No naloxone here", "no-naloxone"),
        ],
    ),
    (
        "how to push, and an AED",
        &[
            ("No", "give"),
            ("I gave a dose", "breathe"),
            ("No, or only gasps", "cpr"),
            ("Show me how", "cpr-hands"),
            ("Show me the breaths", "cpr-breaths"),
            ("Start pushing", "cpr"),
            ("Show me how", "cpr-hands"),
            ("Is an AED near?", "aed"),
            ("Start pushing", "cpr"),
        ],
    ),
    (
        "how to breathe for them",
        &[
            ("No", "give"),
            ("I gave a dose", "breathe"),
            ("Yes", "how-well"),
            ("Yes, any of these", "slow"),
            ("Show me how", "slow-mouth"),
            ("Next", "slow-seal"),
            ("Start the breaths", "slow"),
        ],
    ),
    (
        "the recovery position, one move after another",
        &[
            ("No", "give"),
            ("I gave a dose", "breathe"),
            ("Yes", "how-well"),
            ("No, they breathe well", "side"),
            ("Show me how", "side-arm"),
            ("Next", "side-hand"),
            ("Next", "side-knee"),
            ("Next", "side-airway"),
            ("Next", "stay"),
            ("Awake, or more help", "more"),
            ("I leave, or no help comes", "must-leave"),
            ("Next", "stay"),
            ("Awake, or more help", "more"),
            ("Never do this", "never"),
            ("Next", "stay"),
            ("Awake, or more help", "more"),
            ("They wake up", "awake"),
        ],
    ),
];

#[test]
fn every_branch_leads_where_the_facts_say() {
    let library = bundled().library;
    for (name, way) in WAYS {
        let mut walk = Walk::begin(&library);
        assert_eq!(walk.id(), "check", "{name}");
        for (choice, card) in *way {
            walk.choose(choice);
            assert_eq!(walk.id(), *card, "{name}: after {choice:?}");
        }
    }
}

#[test]
fn the_ways_above_pass_every_card_of_the_steps() {
    let passed: BTreeSet<&str> =
        WAYS.iter().flat_map(|(_, way)| way.iter().map(|(_, card)| *card)).chain(["check"]).collect();
    let library = bundled().library;
    let cards = library.guide.steps.iter().flat_map(|step| &step.cards);
    // A next dose comes when it is time: see the timers.
    let missed: Vec<&str> =
        cards.map(|card| card.id.as_str()).filter(|id| !passed.contains(id) && *id != "again").collect();
    assert_eq!(missed, Vec::<&str>::new());
}

#[test]
fn every_kind_of_naloxone_ends_with_a_dose_and_then_asks_for_the_breath() {
    let library = bundled().library;
    assert!(5 < library.guide.forms.len());
    for form in &library.guide.forms {
        let mut walk = Walk::begin(&library);
        walk.choose("No").choose("Show me how to give it").choose("Not this kind").pass_secs(1);
        walk.guide(GuideAction::ChooseForm(form.id.clone()));
        assert_eq!(walk.id(), form.cards[0].id.as_str());
        for _ in 0..=form.cards.len() {
            let is_last = library.guide.form_of(&walk.card().id).is_none();
            if is_last {
                break;
            }
            walk.go_on();
        }
        assert_eq!(walk.id(), "breathe", "{}", form.id);
        let doses: Vec<FormId> = walk.emergency().doses().iter().map(|dose| dose.form.clone()).collect();
        assert_eq!(doses, std::slice::from_ref(&form.id));
        assert_eq!(walk.emergency().progress(&library), (3, 6));
    }
}

#[test]
fn the_step_of_a_kind_of_naloxone_is_the_one_from_which_one_came() {
    let library = bundled().library;
    let mut walk = Walk::begin(&library);
    walk.choose("No").choose("Show me how to give it").choose("Next");
    assert_eq!(walk.emergency().progress(&library), (2, 6));
}

#[test]
fn back_undoes_every_move_and_no_dose() {
    let library = bundled().library;
    for (name, way) in WAYS {
        let mut walk = Walk::begin(&library);
        for (choice, _) in *way {
            walk.choose(choice);
        }
        let doses = walk.emergency().doses().to_vec();
        let before = way.iter().rev().skip(1).map(|(_, card)| *card).chain(["check"]);
        for card in before {
            walk.pass_secs(1).guide(GuideAction::Back);
            assert_eq!(walk.id(), card, "{name}");
        }
        assert!(!walk.emergency().has_way_back());
        assert_eq!(walk.emergency().doses(), doses);
    }
}

#[test]
fn a_second_touch_by_a_shaking_hand_takes_nothing_on_the_next_card() {
    let library = bundled().library;
    let mut walk = Walk::begin(&library);
    walk.choose("No").choose("I gave a dose");
    walk.pass(std::time::Duration::from_millis(120)).guide(GuideAction::Choose(0)).guide(GuideAction::Choose(2));
    assert_eq!((walk.id(), walk.emergency().doses().len()), ("breathe", 1));
    walk.pass(std::time::Duration::from_millis(400)).guide(GuideAction::Choose(0));
    assert_eq!(walk.id(), "cpr");
}

#[test]
fn only_the_crew_and_the_head_lead_out_and_what_is_under_way_goes_on() {
    let library = bundled().library;
    let leaving: Vec<&str> = library
        .guide
        .cards()
        .filter(|card| card.choices.iter().any(|choice| choice.goes == Goal::Leave))
        .map(|card| card.id.as_str())
        .collect();
    assert_eq!(leaving, ["crew"]);
    let mut walk = Walk::begin(&library);
    walk.choose("No").choose("I gave a dose").guide(GuideAction::Leave);
    assert!(walk.state.open_guide().is_none());
    assert_eq!(walk.emergency().doses().len(), 1);
    walk.pass_secs(30).act(Action::ActNow);
    assert_eq!(walk.state.open_guide().map(|_| walk.id()), Some("breathe"));
    walk.guide(GuideAction::End);
    assert_eq!(walk.emergency().doses().len(), 1, "it is asked for once");
    walk.guide(GuideAction::End);
    assert_eq!(walk.state.emergency, None);
}

#[test]
fn a_guide_that_was_only_looked_at_leaves_nothing_behind() {
    let library = bundled().library;
    let mut walk = Walk::begin(&library);
    walk.guide(GuideAction::Leave);
    assert_eq!((walk.state.emergency.clone(), walk.state.is_guide_open), (None, false));
}

#[test]
fn f1_in_the_guide_begins_again_and_back_leads_to_where_one_was() {
    let library = bundled().library;
    let mut walk = Walk::begin(&library);
    walk.choose("No").choose("I gave a dose").choose("Yes").act(Action::ActNow);
    assert_eq!((walk.id(), walk.emergency().doses().len()), ("check", 1));
    walk.guide(GuideAction::Back);
    assert_eq!(walk.id(), "how-well");
}

#[test]
fn real_danger_ends_a_practice_and_a_practice_never_ends_real_danger() {
    let library = bundled().library;
    let mut walk = Walk::begin(&library);
    walk.guide(GuideAction::End).guide(GuideAction::Practice).choose("No").choose("I gave a dose");
    assert!(walk.emergency().is_practice());
    walk.act(Action::ActNow);
    assert_eq!((walk.emergency().is_practice(), walk.emergency().doses().len(), walk.id()), (false, 0, "check"));
    walk.choose("No").choose("I gave a dose").guide(GuideAction::Leave).guide(GuideAction::Practice);
    assert_eq!((walk.emergency().is_practice(), walk.emergency().doses().len()), (false, 1));
}

#[test]
fn the_volume_is_set_anew_with_each_emergency() {
    let library = bundled().library;
    let mut walk = Walk::begin(&library);
    walk.guide(GuideAction::SetVolume(Volume::Off)).choose("No").guide(GuideAction::Leave).act(Action::ActNow);
    assert_eq!(walk.state.volume, Volume::Off, "in the same emergency it stays");
    walk.guide(GuideAction::End).act(Action::ActNow);
    assert_eq!(walk.state.volume, Volume::Loud);
}

#[test]
fn the_rhythm_goes_on_while_a_second_helper_gives_a_dose_and_ends_with_the_next_question() {
    let library = bundled().library;
    let mut walk = Walk::begin(&library);
    walk.choose("No").choose("No naloxone here").choose("Next").choose("No, or only gasps");
    let rhythm = walk.emergency().rhythm(&library);
    assert!(rhythm.is_some());
    for choice in ["Give naloxone", "Show me how", "Next"] {
        walk.choose(choice);
        assert_eq!(walk.emergency().rhythm(&library), rhythm, "after {choice}");
    }
    walk.go_on().go_on().go_on().go_on();
    assert_eq!((walk.id(), walk.emergency().rhythm(&library)), ("breathe", None));
}

#[test]
fn a_card_of_a_step_that_the_protocol_does_not_name_belongs_to_the_one_before() {
    let mut library = bundled().library;
    library.protocol.steps.retain(|step| step.as_str() != "side");
    let mut walk = Walk::begin(&library);
    walk.choose("No").choose("I gave a dose").choose("Yes").choose("No, they breathe well");
    assert_eq!((walk.id(), walk.emergency().progress(&library)), ("side", (3, 5)));
    walk.choose("Next");
    assert_eq!(walk.id(), "wait");
}

#[test]
fn no_card_is_harder_to_read_than_a_few_plain_sentences() {
    let library = bundled().library;
    for card in library.guide.cards() {
        let mut sentences = Vec::new();
        card.each_text(&mut |text| sentences.push(text.plain() + "."));
        let grade = grade(&sentences.join(" "));
        // So short a text is judged roughly: one long word moves it by a grade.
        assert!(grade <= 6.0, "{}: {grade:.1}", card.id);
        let longest = card.texts.iter().map(|text| text.plain().split(' ').count()).max();
        assert!(longest <= Some(21), "{}: {longest:?} words", card.id);
    }
}

#[test]
fn every_drawing_says_what_it_shows_and_every_statement_who_says_so() {
    let library = bundled().library;
    for card in library.guide.cards() {
        assert!(card.picture.as_ref().is_none_or(|picture| 20 < picture.alt.plain().len()), "{}", card.id);
        assert!(card.texts.iter().all(|text| !text.sources.is_empty()), "{}", card.id);
    }
}
