//! Tables of what readers type, and the sections that must be among the first three.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use super::{ENGLISH, Searched, check, ids};

/// `tests/search/<language>.tsv`: a query, a tab, and the ids of sections with commas between them; after another tab `first`
/// says that somebody may be watching an overdose, and one of them must come first. `#` begins a comment.
#[test]
fn what_readers_type_finds_what_they_mean_among_the_first_three() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/search");
    let mut wrong = String::new();
    let mut languages = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let language = path.file_stem().unwrap().to_string_lossy().into_owned();
        let searched = Searched::bundled(&language);
        let text = fs::read_to_string(&path).unwrap();
        let rows: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        assert!(30 <= rows.len(), "{language} has only {} rows", rows.len());
        for row in rows {
            let (query, wanted) = row.split_once('\t').unwrap_or_else(|| panic!("no tab in \"{row}\""));
            let (wanted, must_be_first) = match wanted.split_once('\t') {
                Some((wanted, "first")) => (wanted, true),
                Some((_, other)) => panic!("\"{other}\" after the sections of \"{row}\""),
                None => (wanted, false),
            };
            let wanted: Vec<&str> = wanted.split(',').map(str::trim).collect();
            let is_known = |id: &&str| searched.library.section(&(**id).into()).is_some();
            assert!(wanted.iter().all(is_known), "{language}: no such section: {row}");
            let mut found = searched.first_three(query);
            if must_be_first {
                found.truncate(1);
            }
            if !found.iter().any(|id| wanted.contains(&id.as_str())) {
                let _ = writeln!(wrong, "{language}: \"{query}\" should find {wanted:?}, found {found:?}");
            }
        }
        languages.push(language);
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(languages.contains(&"en".to_owned()), "{languages:?}");
}

#[test]
fn misspelt_words_find_what_was_meant() {
    for (query, wanted) in [
        // A letter left out, put in, wrong, swapped.
        ("fentanl", "fentanyl"),
        ("fentannyl", "fentanyl"),
        ("fentinyl", "fentanyl"),
        ("fentaynl", "fentanyl"),
        ("metadone", "methadone"),
        ("methodone", "methadone"),
        // Two letters in a long word.
        ("bupernorfine", "buprenorphine"),
        ("buprinorphin", "buprenorphine"),
        ("xilazin", "sedatives-mixed-in"),
        ("hepatitus", "infections"),
        ("recovry posision", "recovery-position"),
        ("nalaxone spary", "naloxone-spray"),
        // Two words written as one, and one as two.
        ("nosespray", "naloxone-spray"),
        ("over dose risk", "overdose-risk"),
        // The beginning of a word, misspelt.
        ("bupren", "buprenorphine"),
        ("bupron", "buprenorphine"),
        ("toleranse and dep", "tolerance-and-dependence"),
    ] {
        check(query, &[wanted]);
    }
}

#[test]
fn other_forms_of_a_word_find_it() {
    for (query, wanted) in [
        ("mixed drugs", "mixing-drugs"),
        ("drug mixture", "mixing-drugs"),
        ("dependent", "tolerance-and-dependence"),
        ("a brain that changed", "brain-changes"),
        ("injected", "injecting-harms"),
    ] {
        check(query, &[wanted]);
    }
}

#[test]
fn a_page_for_staff_comes_after_the_pages_for_readers() {
    let found = ENGLISH.index.search("screen reader", 60);
    let for_staff: Vec<bool> =
        found.hits.iter().map(|hit| ENGLISH.library.section(&hit.section).unwrap().1.for_staff).collect();
    assert!(for_staff.contains(&true) && for_staff.contains(&false), "{:?}", ids(&found));
    assert!(for_staff.is_sorted(), "{:?}", ids(&found));
}

#[test]
fn what_only_comes_near_says_so() {
    for (query, are_near) in
        [("methadone", false), ("methadone vs suboxone", false), ("penguins and zebras", true), ("xmethqadonez", true)]
    {
        let found = ENGLISH.index.search(query, 10);
        assert_eq!(found.are_near, are_near, "{query}: {:?}", ids(&found));
        assert!(!found.hits.is_empty(), "{query}");
    }
}
