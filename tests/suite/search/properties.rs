//! What must hold for everything that anybody could type.

use proptest::prelude::*;

use super::{ENGLISH, ids};

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn case_accents_and_spacing_never_change_the_result(query in "[a-zA-ZáéíñüÅß' ]{0,24}") {
        let search = |query: &str| ENGLISH.index.search(query, 10);
        let found = search(&query);
        prop_assert_eq!(&found, &search(&query.to_uppercase()));
        prop_assert_eq!(&found, &search(&query.to_lowercase()));
        prop_assert_eq!(&found, &search(&format!("  {}\u{a0} ", query.replace(' ', " \t "))));
        let plain: String = query.chars().map(|c| match c { 'á' => 'a', 'é' => 'e', 'í' => 'i', 'ñ' => 'n', 'ü' => 'u', c => c }).collect();
        prop_assert_eq!(&found, &search(&plain));
    }

    #[test]
    fn nothing_that_can_be_typed_is_too_much(query in any::<String>(), most in 0_usize..20) {
        check_whole(&query, most);
    }

    #[test]
    fn no_mixture_of_words_and_marks_is_too_much(query in "([a-z]{1,9}|[\u{300}-\u{310}]|[一-龥ก-๛가-힣א-ת]|['’.\\-_/0-9]| ){0,40}") {
        check_whole(&query, 10);
    }
}

#[test]
fn hostile_text_is_searched_like_any_other() {
    for query in [
        String::new(),
        "\u{0}\u{1}\u{7f}".to_owned(),
        "e\u{301}\u{301}\u{301}".repeat(500),
        "a".repeat(100_000),
        "ab ".repeat(20_000),
        "\u{202e}enodahtem\u{202c}".to_owned(),
        "👩‍👩‍👧‍👦 naloxone 🏳️‍🌈".to_owned(),
        "ﬃ ŉ ǆ ſ İ ı ß".to_owned(),
        "\u{fdfa}".repeat(100),
        "ᄀᄀᄀ각각각ᆨᆨ".to_owned(),
        "'''’’’".to_owned(),
        "meth\u{ad}a\u{200b}done".to_owned(),
    ] {
        check_whole(&query, 10);
    }
}

/// That what `query` finds is whole: no section twice, every section there, every highlight a piece of its text.
fn check_whole(query: &str, most: usize) {
    let found = ENGLISH.index.search(query, most);
    let mut seen = ids(&found);
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), found.hits.len(), "{query}");
    assert!(found.hits.len() <= most.max(1), "{query}");
    for hit in &found.hits {
        let (topic, _) = ENGLISH.library.section(&hit.section).expect("a section of the library");
        assert_eq!(topic.id, hit.topic);
        let mut end = 0;
        for range in &hit.passage.highlights {
            assert!(end <= range.start && range.start < range.end, "{query}: {:?}", hit.passage);
            assert!(hit.passage.text.get(range.clone()).is_some(), "{query}: {:?}", hit.passage);
            end = range.end;
        }
    }
}

#[test]
fn every_section_is_found_by_its_title() {
    for (_, section) in ENGLISH.library.sections() {
        let found = ENGLISH.first_three(&section.title);
        assert!(found.contains(&section.id.to_string()), "{}: {found:?}", section.title);
    }
}

#[test]
fn adding_letters_never_gives_an_empty_page() {
    let titles = ENGLISH.library.sections().map(|(_, section)| section.title.as_str());
    for text in titles.chain(["how do i get of heroine", "my brohter is over dosing", "wher can i get narkan"]) {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        for typed in ends.map(|end| &text[..end]).filter(|typed| typed.contains(char::is_alphanumeric)) {
            assert!(!ENGLISH.index.search(typed, 5).hits.is_empty(), "\"{typed}\"");
        }
    }
}
