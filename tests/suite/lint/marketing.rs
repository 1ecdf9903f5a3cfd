//! A page that sells treatment is rejected for its words, its missing sources and how hard it is to read.

use std::collections::BTreeSet;
use std::path::Path;

use careshelf::content::{assemble, read_folder};
use careshelf::lint;
use jiff::civil::date;

#[test]
fn a_marketing_page_is_rejected_for_its_words_its_missing_sources_and_its_reading_level() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint/marketing");
    let (files, errors) = read_folder(&folder).unwrap();
    assert!(errors.is_empty(), "{errors:?}");
    let library = assemble(&files, "en", None).library;
    let found = lint::check(&library, date(2026, 11, 28));
    let in_page: Vec<_> = found.iter().filter(|problem| &*problem.place.file == "en/effects.ron").collect();
    let count = |rule: &str| in_page.iter().filter(|problem| problem.rule == rule).count();
    let all = in_page.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(25 <= count("avoid-word"), "{all}");
    assert!(20 <= count("no-source"), "{all}");
    assert_eq!(count("reading-grade"), library.topics()[1].sections.len(), "{all}");
    for word in [
        "addict",
        "junkie",
        "user",
        "abuse",
        "habit",
        "get clean",
        "former addict",
        "clean and sober",
        "dirty",
        "relapse",
        "inmates",
        "victims of",
        "suffering from",
        "addicted babies",
        "substitution",
        "non-compliant",
        "sobriety",
    ] {
        let is_told = |message: &str| {
            message.to_lowercase().contains(&format!("avoid \"{word}"))
                || message.to_lowercase().starts_with("avoid")
                    && message.to_lowercase().split('"').nth(1).is_some_and(|it| it.contains(word))
        };
        assert!(in_page.iter().any(|problem| is_told(&problem.message)), "{word}\n{all}");
    }
    let rules: BTreeSet<&str> = in_page.iter().map(|problem| problem.rule).collect();
    for rule in [
        "avoid-word",
        "no-source",
        "reading-grade",
        "unknown-abbreviation",
        "long-list",
        "alt-style",
        "date-span",
        "overdue",
    ] {
        assert!(rules.contains(rule), "no {rule} in\n{all}");
    }
}
