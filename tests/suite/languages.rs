//! Languages: which one is there first, one tap to another, and the same place in it.

use std::borrow::Cow;

use careshelf::content::{Files, Loaded, SiteText, Wish, assemble_wished, bundled_files};
use careshelf::model::library::Library;
use careshelf::state::{Action, Cover, TextSize};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

use crate::visit::{Visit, name_of, role_of};

/// The bundled content with English as its only language, and copies of that under other names.
fn files(copies: &[(&str, &str)]) -> Files {
    let mut files: Files = bundled_files();
    files.retain(|path, _| !path.contains('/') || path.starts_with("en/") || path.starts_with("protocols/"));
    for (id, name) in copies {
        let english: Vec<(String, Cow<'static, str>)> = files
            .iter()
            .filter(|(path, _)| path.starts_with("en/"))
            .map(|(path, text)| (path.clone(), text.clone()))
            .collect();
        for (path, text) in english {
            let text = match path.as_str() {
                "en/language.ron" => text
                    .replace("id: \"en\"", &format!("id: \"{id}\""))
                    .replace("\"English\"", &format!("\"{name}\""))
                    .replace("Touch to start", &format!("Begin in {name}"))
                    .replace("en-US", id),
                _ => text
                    .replace("Signs of an overdose", &format!("Signs in {name}"))
                    .replace("= Text and colors", &format!("= Looks in {name}")),
            };
            files.insert(path.replace("en/", &format!("{id}/")), text.into());
        }
    }
    files
}

fn loaded(copies: &[(&str, &str)], site: Option<&str>, wish: Wish<'_>) -> Loaded {
    assemble_wished(&files(copies), wish, site.map(|text| SiteText { name: "site.ron", text }))
}

const THREE: [(&str, &str); 2] = [("es", "Español"), ("fr", "Français")];
const TWO: [(&str, &str); 1] = [("es", "Español")];

#[test]
fn the_first_language_is_what_was_asked_for_or_the_sites_or_the_desktops() {
    /// What was asked for, the site file, the desktop's languages, and what comes of it.
    type Row = (Option<&'static str>, Option<&'static str>, &'static [&'static str], &'static str);
    let table: [Row; 10] = [
        (None, None, &[], "en"),
        (None, None, &["es-MX"], "es"),
        (None, None, &["es_ES.UTF-8"], "es"),
        (None, None, &["de-DE", "fr-CA", "es"], "fr"),
        (None, None, &["de", "C", ""], "en"),
        (None, Some(r#"site(languages: ["es", "en"])"#), &["fr"], "es"),
        (None, Some(r#"site(languages: ["en", "es"])"#), &["fr"], "en"),
        (Some("fr"), Some(r#"site(languages: ["es", "en"])"#), &["en"], "fr"),
        (Some("en"), None, &["es"], "en"),
        (None, Some(r#"site(languages: ["de", "es"])"#), &[], "es"),
    ];
    for (asked, site, system, expected) in table {
        let system: Vec<String> = system.iter().map(ToString::to_string).collect();
        let library = loaded(&THREE, site, Wish { asked, system: &system, chosen: None }).library;
        let case = format!("{asked:?}, {site:?}, {system:?}");
        assert_eq!(
            (library.edition.language.as_str(), library.languages.start.as_str()),
            (expected, expected),
            "{case}"
        );
        assert!(library.languages.all.iter().any(|language| language.id == expected), "{case}");
    }
}

#[test]
fn the_site_says_which_languages_are_offered_and_in_which_order() {
    let ids = |library: &Library| -> Vec<String> {
        library.languages.all.iter().map(|language| language.id.clone()).collect()
    };
    assert_eq!(ids(&loaded(&THREE, None, Wish::default()).library), ["en", "es", "fr"]);
    let library = loaded(&THREE, Some(r#"site(languages: ["fr", "en"])"#), Wish::default()).library;
    assert_eq!(ids(&library), ["fr", "en"]);
    let library = loaded(&THREE, Some(r#"site(languages: ["de", "en"])"#), Wish::default()).library;
    assert_eq!(ids(&library), ["en"]);
    let problem = library.problems.iter().find(|problem| problem.rule == "unknown-language").expect("a problem");
    assert!(problem.to_string().starts_with("site.ron:1:1: error: `languages` names \"de\""), "{problem}");
}

#[test]
fn a_language_without_its_own_file_is_asked_for_in_vain() {
    let library = loaded(&TWO, None, Wish { asked: Some("xx"), ..Wish::default() }).library;
    assert_eq!(library.edition.language, "en");
    assert!(library.problems.iter().any(|problem| problem.rule == "unknown-language"), "{:?}", library.problems);
}

/// A visit to a place where readers may choose among the languages of `copies` and English.
fn visit(copies: &'static [(&'static str, &'static str)], site: &'static str) -> Visit {
    let load = move |chosen: Option<&str>| loaded(copies, Some(site), Wish { chosen, ..Wish::default() });
    Visit::translated(load(None), move |language| load(Some(language)), [1280.0, 800.0])
}

/// Waits until the library is the one in `language`.
fn until(visit: &mut Visit, language: &str) {
    let is_there = |visit: &mut Visit| visit.library().edition.language == language;
    visit.until(&format!("the library is in {language}"), is_there);
}

#[test]
fn one_tap_changes_to_the_other_language_and_the_place_stays() {
    let mut visit = visit(&TWO, "site()");
    visit.act(Action::SetTextSize(TextSize::Large)).act(Action::OpenSection("signs".into()));
    visit.press(Role::Button, "Español");
    until(&mut visit, "es");
    assert_eq!((visit.section().as_str(), visit.state().text_size), ("signs", TextSize::Large));
    assert!(visit.has("Signs in Español") && visit.has("Looks in Español"), "{}", visit.words());
    visit.press(Role::Button, "English");
    until(&mut visit, "en");
    assert_eq!(visit.section(), "signs");
    assert!(visit.has("Signs of an overdose"));
}

#[test]
fn each_language_is_offered_under_its_own_name_which_screen_readers_say_in_it() {
    let mut visit = visit(&THREE, "site()");
    visit.press(Role::Button, "English");
    for (id, name) in [("en", "English"), ("es", "Español"), ("fr", "Français")] {
        let button = visit.nodes().filter(|node| role_of(node) == Role::Button && name_of(node) == name).last();
        let button = button.unwrap_or_else(|| panic!("no button {name}"));
        assert_eq!(button.accesskit_node().data().language(), Some(id));
    }
    visit.press(Role::Button, "Français");
    until(&mut visit, "fr");
    assert_eq!(visit.state().sheet, None);
}

#[test]
fn the_guide_stays_on_its_card_and_keeps_its_doses() {
    let mut visit = visit(&TWO, "site()");
    visit.open_card("give");
    visit.take_a_moment();
    visit.press(Role::Button, "I gave a dose");
    let (card, doses) = (visit.card(), visit.emergency().clone());
    visit.press(Role::Button, "Español");
    until(&mut visit, "es");
    assert_eq!(visit.card(), card);
    assert_eq!(*visit.emergency(), doses);
}

#[test]
fn a_kiosk_welcomes_in_each_language_and_ends_in_the_first() {
    let mut visit = visit(&TWO, r#"site(kiosk: true, languages: ["es", "en"])"#);
    assert!(visit.has("Begin in Español") && visit.has("Touch to start"));
    visit.press(Role::Button, "Touch to start");
    until(&mut visit, "en");
    assert_eq!(visit.state().cover, None);
    visit.act(Action::EndVisit);
    assert_eq!(visit.state().cover, Some(Cover::Welcome));
    assert_eq!(visit.library().edition.language, "es", "at once: the next reader may be there already");
}

#[test]
fn keys_reach_the_other_language() {
    let mut visit = visit(&TWO, "site()");
    visit.focus(Role::Button, "Español").key(Key::Enter);
    until(&mut visit, "es");
}

#[test]
fn a_language_that_cannot_be_read_leaves_the_reader_where_they_were() {
    let mut visit = Visit::translated(
        loaded(&TWO, None, Wish::default()),
        |_| panic!("a fault that nobody thought of"),
        [1280.0, 800.0],
    );
    visit.press(Role::Button, "Español");
    visit.until("the wish is given up", |visit| visit.state().language == "en");
    assert!(visit.has("Text and colors"));
}
