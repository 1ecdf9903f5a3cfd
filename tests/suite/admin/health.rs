//! What whoever looks after the machine is told about it.

use careshelf::content::Loaded;
use careshelf::model::health::{Display, Health};
use careshelf::model::printer::{Condition, Printer};
use careshelf::model::trouble::Trouble;
use careshelf::notes::health::{HealthFact, at_once, examined, is_clock_wrong};
use careshelf::state::Action;
use careshelf::words;
use jiff::civil::{Date, date};

use super::{SIZE, guarded, kiosk};
use crate::visit::{TODAY, Visit, bundled_for};

const DISPLAY: Display = Display { points: [1280.0, 800.0], scale: 1.5 };

fn printer(name: &str, condition: Condition) -> Printer {
    Printer {
        name: name.to_owned(),
        label: format!("{name} (label)"),
        is_default: false,
        accepts_jobs: true,
        can: careshelf::model::printer::Capabilities::default(),
        condition,
    }
}

fn well() -> Health {
    Health {
        printers: Ok(vec![printer("desk", Condition::default())]),
        sound: Some("/usr/bin/pw-cat".to_owned()),
        renderer: Some("cpu"),
        memory: Some(("/var/lib/careshelf".to_owned(), Some(5_000_000_000))),
    }
}

fn told(loaded: &Loaded, health: &Health, today: Date) -> Vec<HealthFact> {
    let mut facts = at_once(&loaded.library, today, DISPLAY, &loaded.words);
    facts.extend(examined(&loaded.library, health, false, &loaded.words));
    facts
}

#[track_caller]
fn check(facts: &[HealthFact], name: &str, needs_care: bool, value: &str) {
    let found: Vec<_> = facts.iter().filter(|fact| fact.name == name).collect();
    let is_there = found.iter().any(|fact| fact.needs_care == needs_care && fact.value == value);
    assert!(is_there, "{value:?} is none of {found:#?}");
}

#[test]
fn of_a_machine_on_which_all_is_well_everything_is_told_and_nothing_needs_care() {
    // After the day on which any section was checked.
    let today = date(2026, 11, 30);
    let facts = told(&kiosk(), &well(), today);
    for (name, value) in [
        ("Clock", "November 30, 2026"),
        ("A visit ends", "After 3600 seconds without a touch, and 30 more in which that is said"),
        ("Problems", "No problems were found in the content or the site file."),
        ("Program", concat!("Careshelf ", env!("CARGO_PKG_VERSION"))),
        ("Display", "1920 × 1200 pixels, 1280 × 800 points, scale 1.5"),
        ("Printer", "desk (label) is ready"),
        ("Sound", "/usr/bin/pw-cat"),
        ("Free disk", "5000 MB in /var/lib/careshelf"),
        ("Painted by", "The processor"),
    ] {
        check(&facts, name, false, value);
    }
    let content = facts.iter().find(|fact| fact.name == "Content").expect("the content");
    let newest = kiosk().library.newest_review();
    let checked = words::date(&kiosk().words, newest);
    let days = (today - newest).get_days();
    let age = format!("last checked on {checked}, {days} day{} ago", if days == 1 { "" } else { "s" });
    assert!(content.value.ends_with(&age), "{content:?} should end with {age}");
    assert!(facts.iter().all(|fact| !fact.needs_care), "{facts:#?}");
}

#[test]
fn what_needs_care_says_so_in_words() {
    let sick = Health {
        printers: Err(Trouble::NoSpooler),
        sound: None,
        renderer: None,
        memory: Some(("/var/lib/careshelf".to_owned(), Some(99_000_000))),
    };
    let facts = told(&kiosk(), &sick, TODAY);
    check(&facts, "Printer", true, "Needs care: Printing is not set up on this machine. Ask staff for help.");
    check(&facts, "Sound", true, "Needs care: Nothing here plays sound. Install pw-cat, paplay or aplay.");
    check(&facts, "Free disk", true, "Needs care: 99 MB in /var/lib/careshelf");
    check(&facts, "Painted by", false, "Nobody can tell");
    for fact in facts.iter().filter(|fact| fact.needs_care) {
        assert!(fact.value.starts_with("Needs care: "), "{fact:?}");
    }
    let unknown = Health { memory: Some(("/x".to_owned(), None)), ..well() };
    check(&told(&kiosk(), &unknown, TODAY), "Free disk", false, "Nobody can tell");
}

#[test]
fn a_printer_that_the_site_file_names_is_the_one_that_is_told_of() {
    let site = bundled_for(r#"site(kiosk: true, printer: "back")"#);
    let paused = Condition { is_stopped: true, warnings: vec![Trouble::TonerLow], ..Condition::default() };
    let health =
        Health { printers: Ok(vec![printer("desk", Condition::default()), printer("back", paused)]), ..well() };
    let facts = told(&site, &health, TODAY);
    check(&facts, "Printer", true, "Needs care: back (label): The printer is paused. Ask staff for help.");
    check(
        &facts,
        "Printer",
        true,
        "Needs care: back (label): The printer is almost out of ink or toner. Please tell staff.",
    );
    let facts = told(&site, &well(), TODAY);
    check(
        &facts,
        "Printer",
        true,
        "Needs care: This printer is not here any more. Choose another printer, or ask staff.",
    );
    let none = Health { printers: Ok(Vec::new()), ..well() };
    check(&told(&kiosk(), &none, TODAY), "Printer", true, "Needs care: No printer was found.");
}

#[test]
fn a_clock_before_the_content_is_wrong_and_only_the_administrator_is_told() {
    let early = date(2020, 1, 1);
    let facts = told(&kiosk(), &well(), early);
    let newest = words::date(&kiosk().words, kiosk().library.newest_review());
    let wrong = format!(
        "Needs care: The clock is wrong. It says January 1, 2020, but the content was checked on {newest}. \
         Set the clock of this machine."
    );
    check(&facts, "Clock", true, &wrong);
    let content = facts.iter().find(|fact| fact.name == "Content").expect("the content");
    assert!(content.value.ends_with("0 days ago"), "{content:?}");
    let library = kiosk().library;
    let newest = library.newest_review();
    for (today, is_wrong) in [(newest.yesterday().unwrap(), true), (newest, false), (newest.tomorrow().unwrap(), false)]
    {
        assert_eq!(is_clock_wrong(&library, today), is_wrong, "{today}");
    }

    // A reader sees every section, as on the right day, and nothing about clocks.
    let (mut then, mut now) = (Visit::on(early, kiosk(), SIZE), Visit::on(TODAY, kiosk(), SIZE));
    then.act(Action::BeginVisit);
    now.act(Action::BeginVisit);
    for section in then.all_sections() {
        let open = Action::OpenSection(section.clone());
        then.act(open.clone());
        now.act(open);
        assert_eq!(then.words(), now.words(), "{section}");
    }
}

#[test]
fn late_content_and_problems_are_told_with_their_number_and_the_first_ones_with_their_place() {
    let broken = bundled_for("site(\n    kiosk: true,\n    nam: 1,\n    phon: 2,\n    addres: 3,\n    rom: 4,\n)");
    let facts = told(&broken, &well(), date(2036, 1, 1));
    let problems = facts.iter().find(|fact| fact.name == "Problems").expect("the problems");
    let lines: Vec<&str> = problems.value.lines().collect();
    assert!(lines[0].starts_with("Needs care: 4 problems were found"), "{lines:#?}");
    assert!(lines[1].starts_with("site.ron:3:5: error: unknown field `nam`"), "{lines:#?}");
    assert_eq!((lines.len(), lines[4]), (5, "And 1 more, on the About page"));
    let content = facts.iter().find(|fact| fact.name == "Content").expect("the content");
    assert!(content.needs_care, "{content:?}");
    assert!(content.value.ends_with("sections should have been checked again."), "{content:?}");
}

#[test]
fn inside_the_panel_all_of_it_is_on_screen() {
    let (mut visit, folder) = guarded();
    let words = visit.enter().words();
    for fact in ["Program", "Content", "Clock", "Problems", "Printer", "Sound", "Display", "Painted by", "Free disk"] {
        assert!(visit.has(fact), "{fact} is not in\n{words}");
    }
    assert!(words.contains("1280 × 800 pixels, 1280 × 800 points, scale 1"), "{words}");
    assert!(words.contains(&format!("MB in {}", folder.path().join("state").display())), "{words}");
    // There is no CUPS behind the socket of this visit.
    assert!(words.contains("Needs care: Printing is not set up on this machine."), "{words}");
}
