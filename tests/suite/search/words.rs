//! From text to the words by which it is found.

use careshelf::search::normalize::{Stems, words};

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn words_are_the_same_in_every_case_with_and_without_accents() {
    check("Methadone, METHADONE; méthadone.", &["methadone", "methadone", "methadone"]);
    check("Straße STRASSE", &["strasse", "strasse"]);
    check("Won’t won't wont", &["wont", "wont", "wont"]);
    check("sobredosís ¿Qué?", &["sobredosis", "que"]);
    check("4 mg/0.1 mL", &["4", "mg", "0.1", "ml"]);
    check("ＡＢＣ ﬁne", &["abc", "fine"]);
    check("بِسْم", &["بسم"]);
    check("... !", &[]);
}

#[test]
fn where_no_spaces_stand_each_pair_of_letters_is_a_word() {
    check("纳洛酮", &["纳洛", "洛酮"]);
    check("針", &["針"]);
    check("naloxone纳洛酮 spray", &["naloxone", "纳洛", "洛酮", "spray"]);
}

#[test]
fn a_word_knows_where_it_stands() {
    let text = "Écoute: «Naloxone»";
    let found: Vec<&str> = words(text).into_iter().map(|word| &text[word.range]).collect();
    assert_eq!(found, ["Écoute", "Naloxone"]);
}

#[test]
fn stems_follow_the_language_and_are_left_alone_in_others() {
    for (language, word, stem) in [
        ("en", "breathing", "breath"),
        ("en-US", "overdoses", "overdos"),
        ("es", "sobredosis", "sobredosis"),
        ("es", "respirando", "respir"),
        ("xx", "breathing", "breathing"),
        ("", "breathing", "breathing"),
    ] {
        assert_eq!(Stems::of(language).stem(word), stem, "{language}");
    }
}
