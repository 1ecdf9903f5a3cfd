//! What must hold for every text that anybody could put into a content file.

use std::ops::Range;
use std::sync::LazyLock;

use careshelf::content::{Files, bundled_files};
use careshelf::model::library::Library;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::first_screen::check_same;
use crate::packs::{good, library, problems, with, words};

/// The files that there may be in a pack, and the site file.
const PATHS: &[&str] = &[
    "sources.ron",
    "emergency-numbers.ron",
    "protocols/us.ron",
    "en/language.ron",
    "en/overdose.ron",
    "en/effects.ron",
    "en/also-called.ron",
    "en/interface.ftl",
    "site.ron",
];

static SMALL: LazyLock<Files> = LazyLock::new(|| good("small"));

/// The bundled files that the overdose topic needs, without the other topics.
static OVERDOSE_ONLY: LazyLock<Files> = LazyLock::new(|| {
    let mut files = bundled_files();
    files.retain(|path, _| {
        !path.starts_with("en/") || path == "en/overdose.ron" || path == "en/interface.ftl" || path == "en/guide.ron"
    });
    with(files, "en/language.ron", r#"language(id: "en", name: "English", version: "1", topics: ["overdose"])"#)
});

static BUNDLED_STEPS: LazyLock<Vec<String>> = LazyLock::new(|| words(&library(&OVERDOSE_ONLY, None)));

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn any_text_in_any_file_leaves_the_overdose_steps(path in path(), text in any::<String>()) {
        check_readable(path, &text);
    }

    #[test]
    fn anything_made_of_the_marks_of_the_format_leaves_the_overdose_steps(path in path(), text in marks_of_the_format()) {
        check_readable(path, &text);
    }

    #[test]
    fn any_change_of_a_good_file_leaves_the_overdose_steps(path in path(), change in change()) {
        let before = SMALL.get(path).map_or("site(name: \"Clinic\", phone: \"5\", services: [])", AsRef::as_ref);
        check_readable(path, &change.of(before));
    }

    // Comments of this kind are read by the RON library alone, and usual text is not: both must mean the same.
    #[test]
    fn comments_at_the_ends_of_lines_change_nothing(path in path(), change in change()) {
        let before = SMALL.get(path).map_or("site(name: \"Clinic\", phone: \"5\", services: [])", AsRef::as_ref);
        let text = change.of(before);
        let is_whole = |line: &str| line.matches('"').count().is_multiple_of(2) && !line.contains("//");
        prop_assume!(path != "en/interface.ftl" && text.ends_with('\n') && text.lines().all(is_whole));
        let commented = text.replace('\n', " /* a comment */\n");
        let (plain, commented) = (check_readable(path, &text), check_readable(path, &commented));
        let is_broken = |library: &Library| library.problems.iter().any(|problem| problem.rule == "syntax");
        if is_broken(&plain) {
            // Where the library sees that something is missing may be after the comment.
            prop_assert!(is_broken(&commented), "{}", problems(&plain));
        } else {
            prop_assert_eq!(problems(&plain), problems(&commented));
            prop_assert!(plain == commented);
        }
    }

    #[test]
    fn any_text_can_be_read_as_words_with_marks(text in marks_of_texts()) {
        let quoted = format!("paragraph(\"{}\")", text.replace('\\', "\\\\").replace('"', "\\\""));
        let file = SMALL["en/effects.ron"].replace(r#"paragraph("The body gets used to them. [pain-study, health-office]")"#, &quoted);
        let library = check_readable("en/effects.ron", &file);
        for problem in &library.problems {
            prop_assert!(problem.place.line == 34, "the only mistake is in line 34: {problem}\n{file}");
        }
    }
}

proptest! {
    // These read the whole overdose topic each time.
    #![proptest_config(config(60))]

    #[test]
    fn a_changed_overdose_topic_is_flawless_or_the_bundled_one_stands_in(changes in prop::collection::vec(change(), 1..3)) {
        let mut text = OVERDOSE_ONLY["en/overdose.ron"].to_string();
        for change in changes {
            text = change.of(&text);
        }
        let library = library(&with(OVERDOSE_ONLY.clone(), "en/overdose.ron", text), None);
        if library.problems.iter().any(|problem| problem.rule == "stand-in") {
            prop_assert_eq!(&words(&library), &*BUNDLED_STEPS);
        } else {
            let about_links = library.problems.iter().all(|problem| problem.rule == "unknown-section");
            prop_assert!(about_links, "a mistake passed for flawless:\n{}", problems(&library));
            prop_assert!(library.sections().all(|(_, section)| section.is_complete));
        }
    }
}

fn config(cases: u32) -> ProptestConfig {
    // A failing case belongs into content_bad.rs, where people read it, and not into a file of seeds.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Builds the library of the small pack with `text` as the file `path`; whatever it says, the overdose steps are there,
/// and the first screen shows them too.
fn check_readable(path: &str, text: &str) -> Library {
    let (_, library) = if path == "site.ron" {
        check_same(&SMALL, Some(text))
    } else {
        check_same(&with(SMALL.clone(), path, text), None)
    };
    let (topic, section) = library.act_now().expect("there should be a first section");
    assert_eq!(topic.id.as_str(), "overdose");
    assert!(!section.blocks.is_empty());
    for problem in &library.problems {
        assert!(1 <= problem.place.line && 1 <= problem.place.column, "{problem}");
    }
    library
}

fn path() -> impl Strategy<Value = &'static str> {
    prop::sample::select(PATHS)
}

fn marks_of_the_format() -> impl Strategy<Value = String> {
    let pieces = [
        "topic",
        "section",
        "paragraph",
        "list",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ":",
        ",",
        "\"",
        "r#\"",
        "\"#",
        "\\",
        "//",
        "/*",
        "*/",
        "\n",
        " ",
        "id",
        "title",
        "blocks",
        "#![enable(implicit_some)]",
        "#![enable(unwrap_newtypes)]",
        "'a'",
        "0",
        "-1",
        "NaN",
        "1e999",
        "true",
        "Some",
        "None",
        "b\"",
        "é",
        "\u{feff}",
        "sources",
        "language",
        "site",
        "protocol",
        "r#",
        "_",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40).prop_map(|pieces| pieces.concat())
}

fn marks_of_texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(&["**", "*", "{", "}", "[", "]", "\\", "?", "-", ",", " ", "4 mg", "\"", "{emergency-number}", "[first-aid]", "é"][..])
            .prop_map(str::to_owned),
        1 => any::<char>().prop_filter("a line break would move the lines", |c| *c != '\n').prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// What a slip of the hand does to a file.
#[derive(Clone, Debug)]
struct Change {
    kind: ChangeKind,
    start: Index,
    length: usize,
}

#[derive(Clone, Debug)]
enum ChangeKind {
    Delete,
    Duplicate,
    Replace(String),
}

fn change() -> impl Strategy<Value = Change> {
    let kind =
        prop_oneof![Just(ChangeKind::Delete), Just(ChangeKind::Duplicate), ".{0,6}".prop_map(ChangeKind::Replace),];
    let length = prop_oneof![1_usize..8, 8_usize..2000];
    (kind, any::<Index>(), length).prop_map(|(kind, start, length)| Change { kind, start, length })
}

impl Change {
    fn of(&self, text: &str) -> String {
        let Range { start, end } = self.range(text);
        let (before, slice, after) = (&text[..start], &text[start..end], &text[end..]);
        match &self.kind {
            ChangeKind::Delete => format!("{before}{after}"),
            ChangeKind::Duplicate => format!("{before}{slice}{slice}{after}"),
            ChangeKind::Replace(other) => format!("{before}{other}{after}"),
        }
    }

    fn range(&self, text: &str) -> Range<usize> {
        let start = text.floor_char_boundary(self.start.index(text.len() + 1));
        start..text.floor_char_boundary((start + self.length).min(text.len()))
    }
}
