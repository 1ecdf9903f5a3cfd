//! Protocols are data: another one changes every figure, the order of the steps and the kinds of naloxone, and no code.

use std::time::Duration;

use careshelf::content::{SiteText, assemble, bundled_files};
use careshelf::model::library::Library;
use careshelf::model::text::RichText;
use careshelf::state::emergency::{Cue, DoseTimer, Rhythm};

use super::Walk;
use crate::packs::with;
use crate::visit::{Visit, bundled, bundled_for};

/// The bundled library with the US protocol's text changed.
fn changed(changes: &[(&str, &str)]) -> Library {
    let mut text = bundled_files()["protocols/us.ron"].clone().into_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    assemble(&with(bundled_files(), "protocols/us.ron", text), "en", None).library
}

#[test]
fn every_figure_of_the_guide_follows_the_protocol() {
    let library = changed(&[
        (
            "\"dose-interval\", least: \"2\", most: \"3\", unit: minutes",
            "\"dose-interval\", least: \"7\", most: \"11\", unit: seconds",
        ),
        ("\"cpr-compressions\", exactly: \"30\"", "\"cpr-compressions\", exactly: \"17\""),
        ("\"cpr-breaths\", exactly: \"2\"", "\"cpr-breaths\", exactly: \"3\""),
        ("\"cpr-rate\", least: \"100\", most: \"120\"", "\"cpr-rate\", least: \"60\", most: \"90\""),
        ("\"cpr-breath-time\", exactly: \"1\"", "\"cpr-breath-time\", exactly: \"2\""),
        ("\"first-breaths\", exactly: \"2\"", "\"first-breaths\", exactly: \"4\""),
        ("\"breath-interval\", exactly: \"5\"", "\"breath-interval\", exactly: \"8\""),
    ]);
    assert_eq!(library.problems, []);
    let figures = library.figures.unwrap();
    let cycle = Rhythm::compressions(&figures);
    let count = |is: fn(Cue) -> bool| cycle.cycle().iter().filter(|part| is(part.cue)).count();
    assert_eq!(count(|cue| matches!(cue, Cue::Push(_))), 17);
    assert_eq!(count(|cue| matches!(cue, Cue::Blow(_))), 3);
    assert_eq!(cycle.cycle()[0].length, Duration::from_millis(800), "75 a minute");
    let breaths = Rhythm::breaths(&figures);
    assert_eq!(breaths.intro().iter().filter(|part| matches!(part.cue, Cue::Blow(_))).count(), 4);
    assert_eq!((breaths.cycle_length(), breaths.cycle()[0].length), (Duration::from_secs(8), Duration::from_secs(2)));
    let mut walk = Walk::begin(&library);
    walk.choose("No").choose("I gave a dose");
    let left = Duration::from_secs(7);
    assert_eq!(walk.emergency().dose_timer(&library, walk.now()), Some(DoseTimer::TooEarly { left }));
    let texts: Vec<String> = library.guide.cards().flat_map(|card| &card.texts).map(RichText::plain).collect();
    for shown in [
        "17 pushes, then 3 breaths",
        "every 7 to 11\u{a0}seconds until",
        "give 4 slow breaths, then 1 every 8\u{a0}seconds",
    ] {
        assert!(texts.iter().any(|text| text.contains(shown)), "{shown}");
    }
}

#[test]
fn the_order_of_the_steps_is_that_of_the_protocol() {
    let order = "steps: [\"check\", \"give\", \"breathe\", \"wait\", \"side\", \"stay\"]";
    let library = changed(&[(order, "steps: [\"breathe\", \"check\", \"stay\", \"give\"]")]);
    assert_eq!(library.problems, []);
    let mut walk = Walk::begin(&library);
    assert_eq!((walk.id(), walk.emergency().progress(&library)), ("breathe", (1, 4)));
    walk.choose("Yes").choose("Not sure").choose("Next");
    assert_eq!((walk.id(), walk.emergency().progress(&library)), ("check", (2, 4)));
    walk.choose("No");
    assert_eq!((walk.id(), walk.emergency().progress(&library)), ("stay", (3, 4)));
}

#[test]
fn a_site_in_the_united_kingdom_gets_its_own_number_kinds_and_times() {
    let library = bundled_for(r#"site(protocol: "uk")"#).library;
    assert_eq!(library.problems, []);
    assert_eq!((library.protocol.name.as_str(), library.emergency_number()), ("United Kingdom", Some("999")));
    let mut walk = Walk::begin(&library);
    walk.choose("No");
    assert_eq!(walk.card().title.plain(), "Call 999 and give naloxone");
    walk.choose("Show me how to give it");
    assert_eq!(walk.id(), "nyxoid-back", "the usual kind there");
    let texts: Vec<String> =
        library.sections().flat_map(|(_, section)| &section.blocks).fold(Vec::new(), |mut texts, block| {
            block.each_text(&mut |text| texts.push(text.plain()));
            texts
        });
    assert!(texts.iter().any(|text| text.contains("1-800-662-4357")), "a helpline keeps its number everywhere");
}

#[test]
fn a_protocol_that_is_not_there_falls_back_and_says_so() {
    let loaded = bundled_for(r#"site(protocol: "atlantis")"#);
    assert_eq!(loaded.library.protocol.id, "us");
    assert_eq!(loaded.library.problems.len(), 1);
    assert!(
        loaded.library.problems[0].to_string().starts_with("protocols/atlantis.ron:1:1: error: this file is missing")
    );
    let mut visit = Visit::to(loaded, [1000.0, 700.0]);
    assert!(visit.words().contains("The emergency number may be a different one here."));
    visit.open_card("give");
    assert!(visit.words().contains("The emergency number may be a different one here."), "{}", visit.words());
}

#[test]
fn a_step_or_a_kind_that_the_guide_does_not_have_costs_only_the_order() {
    for (from, to, name) in [("\"check\", ", "\"chek\", ", "step `chek`"), ("\"vial\", ", "\"vail\", ", "form `vail`")]
    {
        let library = changed(&[(from, to)]);
        assert_eq!(library.problems.len(), 1, "{:?}", library.problems);
        assert!(library.problems[0].message.contains(name), "{}", library.problems[0]);
        let bundled = bundled().library;
        assert_eq!((library.protocol.steps, library.protocol.forms), (bundled.protocol.steps, bundled.protocol.forms));
    }
}

#[test]
fn figures_that_cannot_pace_anybody_are_replaced_and_named() {
    let bundled = bundled().library.figures;
    for (from, to) in [
        ("\"cpr-rate\", least: \"100\", most: \"120\"", "\"cpr-rate\", least: \"300\", most: \"400\""),
        ("\"breath-interval\", exactly: \"5\"", "\"breath-interval\", exactly: \"0\""),
        ("\"cpr-compressions\", exactly: \"30\"", "\"cpr-compressions\", exactly: \"0\""),
        ("\"cpr-pause\", exactly: \"10\"", "\"cpr-pause\", exactly: \"1\""),
        ("\"breath-interval\", exactly: \"5\"", "\"breath-interval\", exactly: \"0.5\""),
        ("\"cpr-breath-time\", exactly: \"1\"", "\"cpr-breath-time\", exactly: \"0.2\""),
        ("\"first-breaths\", exactly: \"2\", unit: count", "\"first-breaths\", exactly: \"2\", unit: hours"),
    ] {
        let library = changed(&[(from, to)]);
        assert_eq!(library.figures, bundled, "{to}");
        assert_eq!(library.problems.iter().map(|problem| problem.rule).collect::<Vec<_>>(), ["figures"], "{to}");
    }
}

#[test]
fn one_mistake_in_the_guide_and_the_bundled_one_stands_in() {
    let good = bundled_files()["en/guide.ron"].clone().into_owned();
    for (from, to, expected) in [
        ("goes: \"drowsy\"", "goes: \"drowzy\"", "no card has the id `drowzy`; did you mean `drowsy`?"),
        ("goes: next)", "goes: nex)", "expected the id of a card in quotes, or `next`, `form` or `leave`, found `nex`"),
        (
            "title: \"Check and wake them\"",
            "title: \"Check them and try to wake them up\"",
            "this card has 8 words in its title",
        ),
        ("goes: \"side-hand\"", "goes: \"side-knee\"", "no choice leads to the card `side-hand`"),
        (
            "id: \"give\",\n                    title",
            "id: \"check\",\n                    title",
            "the id `check` is taken at",
        ),
        ("interval: \"opvee-interval\"", "interval: \"opvee-time\"", "no time is named `opvee-time` in the protocol"),
    ] {
        assert!(good.contains(from), "{from}");
        let files = with(bundled_files(), "en/guide.ron", good.replacen(from, to, 1));
        let library = assemble(&files, "en", None).library;
        let problems: Vec<String> = library.problems.iter().map(ToString::to_string).collect();
        assert!(problems.iter().any(|problem| problem.contains(expected)), "{to}: {problems:#?}");
        assert!(problems.iter().any(|problem| problem.contains("the bundled copy of this file stands in")), "{to}");
        assert!(library.guide.is_stand_in);
        assert_eq!(library.guide.cards().count(), bundled().library.guide.cards().count());
    }
}

#[test]
fn content_without_a_guide_of_its_own_has_the_bundled_one() {
    let mut files = bundled_files();
    files.remove("en/guide.ron");
    let library = assemble(&files, "en", None).library;
    assert_eq!(library.problems, []);
    assert_eq!(library.guide.cards().count(), bundled().library.guide.cards().count());
    assert_eq!(library.guide_approval(crate::visit::TODAY), None, "nobody approved what stands in");
}

#[test]
fn an_approval_covers_the_guide_only_if_it_is_as_new_as_guide_and_figures() {
    let text = |on: &str| format!(r#"site(approved: approval(by: "Dr A. Example", on: "{on}"))"#);
    for (on, counts) in [("2026-11-23", false), ("2026-11-24", true), ("2026-11-26", false)] {
        let site = text(on);
        let library = assemble(&bundled_files(), "en", Some(SiteText { name: "site.ron", text: &site })).library;
        assert_eq!(library.guide_approval(crate::visit::TODAY).is_some(), counts, "{on}");
    }
}
