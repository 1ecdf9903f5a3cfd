//! The keyboards that languages bring, as their authors write them.

use careshelf::content::bundled_files;
use careshelf::model::keyboard::{Layer, MOST_KEYS, MOST_ROWS, capital};
use careshelf::model::library::Library;

use super::bundled_english;
use crate::packs::{good, library, problems, with};

/// `language.ron` of a small pack with this keyboard.
pub fn with_keyboard(keyboard: &str) -> Library {
    let language = format!(
        r#"language(id: "en", name: "English", version: "1", topics: ["overdose", "effects"], keyboard: {keyboard})"#
    );
    library(&with(good("small"), "en/language.ron", language), None)
}

/// What Spanish needs, by data alone.
pub const SPANISH: &str = r#"keyboard(
    letters: ["q w e r t y u i o p", "a s d f g h j k l ñ", "z x c v b n m"],
    accents: ["á é í ó ú ü"],
    numbers: ["1 2 3 4 5 6 7 8 9 0", "¿ ? ¡ ! . , - @ \" '"],
)"#;

#[test]
fn every_bundled_language_has_a_keyboard_that_fits_on_a_screen() {
    let library = library(&bundled_files(), None);
    let keyboard = &library.keyboard;
    assert!(keyboard.has(Layer::Letters) && keyboard.has(Layer::Numbers));
    assert!(keyboard.most_rows() <= MOST_ROWS && keyboard.most_keys() <= MOST_KEYS);
    let letters: String = keyboard.rows(Layer::Letters).iter().flatten().map(String::as_str).collect();
    assert!(('a'..='z').all(|letter| letters.contains(letter)), "{letters}");
    let digits: String = keyboard.rows(Layer::Numbers).iter().flatten().map(String::as_str).collect();
    assert!(('0'..='9').chain("-'?.,".chars()).all(|mark| digits.contains(mark)), "{digits}");
}

#[test]
fn another_language_needs_nothing_but_its_file() {
    let library = with_keyboard(SPANISH);
    assert_eq!(problems(&library), "");
    let keys: Vec<&String> = library.keyboard.layers.iter().flat_map(|layer| layer.rows.iter().flatten()).collect();
    for letter in ["á", "é", "í", "ó", "ú", "ü", "ñ", "¿", "¡", "\"", "'"] {
        assert!(keys.iter().any(|key| *key == letter), "{letter}");
    }
    assert_eq!(capital("ñ").as_deref(), Some("Ñ"));
}

#[test]
fn a_key_without_a_capital_of_one_letter_has_none() {
    for key in ["ß", "1", "?", "ŉ"] {
        assert_eq!(capital(key), None, "{key}");
    }
}

#[test]
fn the_bundled_keyboard_stands_in_where_there_is_none_or_a_wrong_one() {
    let bundled = bundled_english();
    assert!(!bundled.layers.is_empty());
    let without = library(&good("small"), None);
    assert_eq!((problems(&without).as_str(), &without.keyboard), ("", &bundled));
    let wrong = with_keyboard(r#"keyboard(letters: ["a a"], numbers: ["1"])"#);
    assert_eq!(wrong.keyboard, bundled);
    assert_eq!(wrong.topics().len(), 2, "a wrong key costs no topic");
}
