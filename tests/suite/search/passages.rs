//! What is shown of a section that was found, and what stands out in it.

use super::{ENGLISH, Searched};
use crate::packs::{good, library, with};

/// The words that stand out in what the first hit of `query` shows.
fn outstanding(query: &str) -> Vec<String> {
    let found = ENGLISH.index.search(query, 1);
    let passage = &found.hits[0].passage;
    passage.highlights.iter().map(|range| passage.text[range.clone()].to_lowercase()).collect()
}

#[test]
fn what_was_found_stands_out_however_it_was_found() {
    for (query, word) in [
        ("hepatitis", "hepatitis"),
        // Another form, a mistake, a beginning, another name.
        ("tolerances", "tolerance"),
        ("hepatitus", "hepatitis"),
        ("hepat", "hepatitis"),
        ("smack", "heroin"),
    ] {
        let words = outstanding(query);
        assert!(words.iter().any(|found| found == word), "{query}: {words:?}");
    }
}

#[test]
fn small_words_do_not_stand_out_beside_others() {
    let words = outstanding("what is the tolerance");
    assert!(words.iter().all(|word| word.starts_with("toler")), "{words:?}");
}

#[test]
fn a_long_text_is_cut_around_what_was_found() {
    let long = format!("{} zebra {}", "Some words before it.".repeat(30), "And some after it.".repeat(30));
    let effects = good("small")["en/effects.ron"].replacen("They", &format!("{long} They"), 1);
    let searched = Searched::of(library(&with(good("small"), "en/effects.ron", effects), None));
    let found = searched.index.search("zebra", 1);
    let passage = &found.hits[0].passage;
    assert!(passage.text.chars().count() < 200, "{}", passage.text);
    assert!(passage.text.starts_with('…') && passage.text.ends_with('…'), "{}", passage.text);
    let words: Vec<&str> = passage.highlights.iter().map(|range| &passage.text[range.clone()]).collect();
    assert_eq!(words, ["zebra"]);
}

#[test]
fn languages_without_spaces_are_searched_by_their_letters() {
    let effects = good("small")["en/effects.ron"].replacen("They", "纳洛酮可以逆转过量。ยาเสพติดอันตราย They", 1);
    let searched = Searched::of(library(&with(good("small"), "en/effects.ron", effects), None));
    for (query, shown) in [("纳洛酮", "纳洛酮"), ("逆转", "逆转"), ("เสพติด", "เสพติด")]
    {
        let found = searched.index.search(query, 1);
        assert!(!found.are_near, "{query}");
        let passage = &found.hits[0].passage;
        let words: Vec<&str> = passage.highlights.iter().map(|range| &passage.text[range.clone()]).collect();
        assert_eq!(words, [shown], "{query}");
    }
}

#[test]
fn a_section_found_by_its_title_alone_shows_how_it_begins() {
    let found = ENGLISH.index.search("newborn baby", 1);
    assert_eq!(found.hits[0].section.as_str(), "newborns");
    assert!(!found.hits[0].passage.text.is_empty());
}
