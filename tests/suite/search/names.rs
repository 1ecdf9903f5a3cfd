//! Every name in `also-called.ron` does what it is there for.

use std::fmt::Write as _;

use careshelf::content::{assemble, bundled_files};

use super::{Searched, ids};
use crate::packs::{good, library, problems, with};

/// The languages of the bundled content.
fn languages() -> Vec<Searched> {
    let files = bundled_files();
    let languages = files.keys().filter_map(|path| path.strip_suffix("/language.ron"));
    languages.map(Searched::bundled).collect()
}

#[test]
fn every_name_of_a_section_finds_it_among_the_first_three() {
    let mut wrong = String::new();
    for searched in languages() {
        for named in &searched.library.names.sections {
            for name in &named.also_called {
                let found = searched.first_three(name);
                if !found.contains(&named.section.to_string()) {
                    let _ = writeln!(wrong, "\"{name}\" should find {}, found {found:?}", named.section);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_other_word_finds_what_the_word_finds() {
    let mut wrong = String::new();
    for searched in languages() {
        for word in &searched.library.names.words {
            let wanted = ids(&searched.index.search(&word.is, 5));
            for name in &word.also_called {
                let found = ids(&searched.index.search(name, 5));
                if !found.iter().any(|id| wanted.contains(id)) {
                    let _ = writeln!(
                        wrong,
                        "\"{name}\" should find what \"{}\" finds: {wanted:?}, found {found:?}",
                        word.is
                    );
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_wording_of_an_emergency_brings_the_overdose_steps_first() {
    for searched in languages() {
        let (_, steps) = searched.library.act_now().unwrap();
        let names = &searched.library.names;
        let titles = searched.library.sections().map(|(_, section)| &section.title);
        let beside = names.emergency_words.iter().zip(titles).map(|(word, title)| format!("{title} {word}"));
        for wording in names.emergency.iter().cloned().chain(beside) {
            let wording = wording.as_str();
            let found = searched.index.search(wording, 5);
            assert!(found.is_emergency, "{wording}");
            assert_eq!(found.hits[0].section, steps.id, "{wording}");
        }
    }
}

#[test]
fn every_state_said_of_a_person_brings_the_overdose_steps_first() {
    for searched in languages() {
        let names = &searched.library.names;
        assert!(!names.emergency_states.is_empty() && !names.emergency_people.is_empty());
        let people = names.emergency_people.iter().cycle();
        for (state, person) in names.emergency_states.iter().zip(people.clone()) {
            for query in [format!("{person} {state}"), format!("{state} {person}"), format!("{person} xq {state}")] {
                assert!(searched.index.search(&query, 5).is_emergency, "{query}");
            }
        }
        for person in &names.emergency_people {
            let query = format!("{person} {}", names.emergency_states[0]);
            assert!(searched.index.search(&query, 5).is_emergency, "{query}");
        }
    }
}

#[test]
fn a_state_alone_and_one_far_from_any_person_are_no_emergency() {
    let names = r#"also_called(emergency_people: ["he"], emergency_states: ["limp", "out cold"])"#;
    let searched = Searched::of(library(&with(good("small"), "en/also-called.ron", names), None));
    for (query, is_emergency) in [
        ("he limp", true),
        ("limp he is", true),
        ("he is out so cold", true),
        ("limp", false),
        ("out cold", false),
        ("he", false),
        ("he out", false),
        ("he wants one two three four five limp", false),
    ] {
        assert_eq!(searched.index.search(query, 5).is_emergency, is_emergency, "{query}");
    }
}

#[test]
fn names_are_shown_nowhere() {
    let names = r#"also_called(sections: [section(id: "long-term", also_called: ["zonked forever"])])"#;
    let searched = Searched::of(library(&with(good("small"), "en/also-called.ron", names), None));
    assert_eq!(problems(&searched.library), "");
    let found = searched.index.search("zonked forever", 3);
    assert_eq!(ids(&found), ["long-term"]);
    assert!(!found.hits[0].passage.text.contains("zonked"), "{found:?}");
}

#[test]
fn a_language_without_the_file_has_no_names_and_the_bundled_ones_stand_in_for_a_useless_file() {
    let none = library(&good("small"), None);
    assert_eq!(none.names.emergency, Vec::<String>::new());
    let broken = assemble(&with(bundled_files(), "en/also-called.ron", "also_called("), "en", None).library;
    assert_eq!(broken.names, assemble(&bundled_files(), "en", None).library.names);
    assert!(problems(&broken).contains("the bundled copy of this file stands in"));
}

#[test]
fn the_first_screen_does_not_wait_for_names() {
    let first = careshelf::content::assemble_first(&bundled_files(), "en", None).library;
    assert_eq!(first.names, careshelf::model::names::Names::default());
}

#[test]
fn a_word_of_an_emergency_is_one_word() {
    let names = r#"also_called(emergency_words: ["zonked", "out cold"])"#;
    let library = library(&with(good("small"), "en/also-called.ron", names), None);
    assert_eq!(library.names.emergency_words, ["zonked"]);
    let told = "en/also-called.ron:1:41: error: \"out cold\" is more than one word; this list takes single ones, `emergency` takes several";
    assert!(problems(&library).contains(told), "{}", problems(&library));
}
