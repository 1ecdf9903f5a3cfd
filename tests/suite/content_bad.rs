//! Mistakes in content: each is named by its place, says what to do, and costs only itself.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use careshelf::content::{Origin, bundled_files, load};
use careshelf::model::library::Library;
use careshelf::model::site::Site;

use crate::first_screen::check_same;
use crate::packs::{folder, good, library, lines, problems, with, words};

/// Each `tests/content/bad/NAME.ron` is a file of the pack `good/small` with a mistake; its first line is a comment that
/// says which file, such as `// en/effects.ron`. `NAME.txt` holds the problems that must be found, a line for each.
///
/// To write the `.txt` files anew, run this test with `WRITE_EXPECTED=1`, and look at every change.
#[test]
fn every_mistake_is_named_by_file_line_and_column() {
    let mut differences = String::new();
    for path in cases() {
        let (found, expected_path) = (problems(&load_case(&path)), path.with_extension("txt"));
        if std::env::var_os("WRITE_EXPECTED").is_some() {
            fs::write(&expected_path, &found).unwrap();
        }
        let expected = fs::read_to_string(&expected_path).unwrap_or_default();
        if found != expected || found.is_empty() {
            let _ = write!(differences, "\n{}\nexpected:\n{expected}found:\n{found}", path.display());
        }
    }
    assert!(differences.is_empty(), "{differences}");
}

#[test]
fn no_expectation_is_left_without_its_case() {
    let files = fs::read_dir(folder().join("bad")).unwrap().map(|entry| entry.unwrap().path());
    let lonely: Vec<PathBuf> =
        files.filter(|path| path.extension().unwrap() == "txt" && !path.with_extension("ron").exists()).collect();
    assert_eq!(lonely, Vec::<PathBuf>::new());
}

#[test]
fn messages_are_for_people() {
    for path in cases() {
        for problem in load_case(&path).problems {
            let message = &problem.message;
            assert!(!message.ends_with('.'), "ends with a period: {problem}");
            assert!(!message.starts_with(char::is_uppercase), "starts with a capital: {problem}");
            for word in ["::", "struct", "enum", "deserialize", "RawValue", "Option"] {
                assert!(!message.contains(word), "talks like a programmer: {problem}");
            }
        }
    }
}

#[test]
fn a_mistake_never_costs_another_file() {
    for path in cases() {
        let (library, (replaced, _)) = (load_case(&path), case(&path));
        assert!(library.act_now().is_some_and(|(topic, _)| topic.id.as_str() == "overdose"), "{}", path.display());
        if replaced == "en/overdose.ron" {
            assert!(words(&library).contains(&"effects Effects".to_owned()), "{}", path.display());
        }
        if replaced == "en/effects.ron" {
            assert_eq!(overdose(&library), overdose(&self::library(&good("small"), None)), "{}", path.display());
        }
    }
}

#[test]
fn the_bundled_overdose_topic_stands_in_completely() {
    let bundled = library(&bundled_files(), None);
    for text in ["", "topic(", "topic(id: \"overdose\")", &broken_overdose("Call **now. [first-aid]")] {
        let library = library(&with(good("small"), "en/overdose.ron", text), None);
        assert_eq!(overdose(&library), overdose(&bundled));
        assert!(problems(&library).contains("en/overdose.ron:1:1: error: the bundled copy of this file stands in"));
        assert!(words(&library).contains(&"effects Effects".to_owned()), "the other topic should remain");
        let (_, section) = library.act_now().unwrap();
        for id in section.sources() {
            assert!(library.sources.contains_key(id), "the stand-in should bring its source {id}");
        }
    }
}

#[test]
fn the_bundled_overdose_topic_stands_in_with_the_number_of_the_site() {
    let files = with(good("small"), "en/overdose.ron", "");
    let library = library(&files, Some(r#"site(country: "GB")"#));
    assert!(overdose(&library).contains(&"Call 999 now".to_owned()));
}

#[test]
fn no_other_topic_can_take_a_section_from_the_overdose_topic() {
    let language = r#"language(id: "en", name: "English", version: "1", topics: ["effects", "overdose"])"#;
    let effects = good("small")["en/effects.ron"].replace(r#"id: "short-term""#, r#"id: "act-now""#);
    let library = library(&with(with(good("small"), "en/language.ron", language), "en/effects.ron", effects), None);
    assert_eq!(overdose(&library), overdose(&self::library(&good("small"), None)));
    assert!(
        problems(&library).contains("en/effects.ron:6:9: error: the id `act-now` is taken at en/overdose.ron:6:9;")
    );
}

#[test]
fn a_topic_with_a_mistake_does_not_move_the_others() {
    let language = r#"language(id: "en", name: "English", version: "1", topics: ["broken", "overdose", "effects"])"#;
    let files = with(with(good("small"), "en/language.ron", language), "en/broken.ron", "topic(");
    let library = library(&files, None);
    let tabs: Vec<&str> = library.topics().iter().map(|topic| topic.id.as_str()).collect();
    assert_eq!(tabs, ["overdose", "effects"]);
}

#[test]
fn a_section_with_a_mistake_says_that_it_is_not_complete() {
    let library = load_case(&folder().join("bad/value-unknown.ron"));
    let complete: Vec<bool> = library.sections().map(|(_, section)| section.is_complete).collect();
    assert_eq!(complete, [true, false, true]);
}

#[test]
fn a_missing_file_is_named() {
    for (path, expected) in [
        (
            "en/effects.ron",
            "en/effects.ron:1:1: error: this file is missing; add it, or take its topic out of language.ron [missing-file]\n",
        ),
        (
            "emergency-numbers.ron",
            "emergency-numbers.ron:1:1: error: this file is missing; add it [missing-file]\nemergency-numbers.ron:1:1: error: the bundled copy of this file stands in until its problems are mended [stand-in]\n",
        ),
    ] {
        let mut files = good("small");
        files.remove(path);
        let found = problems(&library(&files, None));
        assert_eq!(lines(found.lines().filter(|line| line.starts_with(path))), expected);
    }
}

#[test]
fn a_site_file_with_a_mistake_changes_nothing() {
    let library = library(&good("small"), Some("site(name: \"Riverside Clinic\""));
    assert_eq!(library.site, Site { has_mistakes: true, ..Site::default() });
    assert_eq!(words(&library), words(&self::library(&good("small"), None)));
}

#[test]
fn a_mistake_in_a_site_file_costs_only_its_field() {
    let library = library(&good("small"), Some(r#"site(name: "Riverside Clinic", phone: "ask me", country: "ZZ")"#));
    assert_eq!(library.site, Site { name: Some("Riverside Clinic".to_owned()), has_mistakes: true, ..Site::default() });
    assert_eq!(library.problems.len(), 2);
}

#[test]
fn text_that_is_nested_too_deep_is_refused_without_harm() {
    for (opening, closing) in [("[", "]"), ("(", ")"), ("{a:", "}"), ("paragraph(", ")"), ("Some(", ")"), ("/*", "*/")]
    {
        for depth in [63, 64, 65, 127, 128, 129, 10_000, 100_000] {
            let deep = format!("topic(id: {}{})", opening.repeat(depth), closing.repeat(depth));
            check_refused(&deep);
            check_refused(&opening.repeat(depth));
        }
    }
    let deep = format!("topic({}{})", "[".repeat(100), "]".repeat(100));
    let library = library(&with(good("small"), "en/effects.ron", deep), None);
    assert!(
        problems(&library).contains("nested more than 64 deep; use fewer boxes inside boxes [syntax]"),
        "{}",
        problems(&library)
    );
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let text = format!("{}//{}\n", good("small")["en/effects.ron"], " ".repeat(1024 * 1024));
    let library = library(&with(good("small"), "en/effects.ron", text), None);
    let expected =
        "en/effects.ron:1:1: error: larger than 1024 KiB; split it, or check that it is the right file [too-large]\n";
    assert!(problems(&library).contains(expected), "{}", problems(&library));
}

#[test]
fn after_a_hundred_mistakes_in_a_file_the_others_are_counted() {
    let blocks = "video(\"pain.mp4\"),\n".repeat(150);
    let effects = good("small")["en/effects.ron"].replace("all_sources,", &blocks);
    let library = library(&with(good("small"), "en/effects.ron", effects), None);
    assert_eq!(library.problems.len(), 101);
    let last = "en/effects.ron:1:1: error: this file has 50 more problems; mend the first ones, then check again [more-problems]\n";
    assert!(problems(&library).starts_with(last));
    let complete: Vec<bool> = library.sections().map(|(_, section)| section.is_complete).collect();
    assert_eq!(complete, [true, false, true]);
}

#[test]
fn a_large_file_full_of_mistakes_is_read_in_good_time() {
    let many = |piece: &dyn Fn(usize) -> String| (0..20_000).map(piece).collect::<String>();
    for text in [
        format!("topic({})", many(&|i| format!("field{i}: 0, "))),
        format!("topic({})", many(&|_| "id: 0,\n".to_owned())),
        format!("topic(id: \"{}\")", "a".repeat(1_000_000)),
        overdose_with(&"{".repeat(1_000_000)),
        overdose_with(&format!("[{}]", "a".repeat(1_000_000))),
        overdose_with(&format!("{{{}}}", "a".repeat(1_000_000))),
    ] {
        check_refused(&text);
    }
    let language = format!("language(topics: [{}])", many(&|i| format!("\"t{i}\",")));
    let library = library(&with(good("minimal"), "en/language.ron", language), None);
    assert!(!library.problems.is_empty());
}

#[test]
fn files_that_cannot_be_read_are_named_once_and_hide_no_others() {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in good("small") {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text.as_bytes()).unwrap();
    }
    fs::write(dir.path().join("en/effects.ron"), b"topic(\n    title: \"\xff\",\n)\n").unwrap();
    fs::write(dir.path().join("protocols/xx.ron"), " ".repeat(1024 * 1024 + 1)).unwrap();
    let site_path = dir.path().join("site.txt");
    fs::write(&site_path, b"site(\n\n\xc0)").unwrap();
    let site_name = site_path.display().to_string();
    let origin = Origin {
        content_dir: Some(dir.path().to_owned()),
        site_path: Some(site_path),
        language: Some("en".to_owned()),
        ..Origin::default()
    };
    let library = load(&origin).library;
    let mut expected = [
        "en/effects.ron:2:1: error: not UTF-8 text; save the file as UTF-8 [unreadable]\n".to_owned(),
        "en/overdose.ron:18:22: error: no section has the id `short-term`; mend the name or take it out [unknown-section]\n".to_owned(),
        "protocols/xx.ron:1:1: error: larger than 1024 KiB; split it, or check that it is the right file [unreadable]\n".to_owned(),
        format!("{site_name}:3:1: error: not UTF-8 text; save the file as UTF-8 [unreadable]\n"),
    ];
    expected.sort();
    let mut found: Vec<String> = problems(&library).split_inclusive('\n').map(str::to_owned).collect();
    found.sort();
    assert_eq!(found, expected);
    assert_eq!(library.site, Site { has_mistakes: true, ..Site::default() });
}

#[test]
fn a_folder_without_content_leaves_the_bundled_content() {
    let dir = tempfile::tempdir().unwrap();
    let origin =
        Origin { content_dir: Some(dir.path().to_owned()), language: Some("en".to_owned()), ..Origin::default() };
    let library = load(&origin).library;
    assert!(40 < library.sections().count());
    assert_eq!(library.problems.len(), 1);
    assert!(library.problems[0].message.contains("holds no content files"), "{}", library.problems[0]);
}

#[test]
fn the_first_screen_is_the_same_whatever_the_mistake() {
    for path in cases() {
        let (replaced, text) = case(&path);
        if replaced == "site.ron" {
            check_same(&good("small"), Some(&text));
        } else {
            check_same(&with(good("small"), &replaced, text), None);
        }
    }
}

/// The words of the section that holds `blocks` and a paragraph after them, in a topic that is not the overdose topic.
fn section_with(blocks: &str) -> (String, bool) {
    let topic = format!(
        r#"topic(id: "effects", title: "Effects", picture: "tab-effects", sections: [section(
            id: "short-term", title: "Short-term effects", reviewed: "2026-11-22", review_by: "2027-11-22",
            blocks: [{blocks}, paragraph("The rest. [-]")],
        )])"#
    );
    let mut files = good("small");
    files.insert("en/effects.ron".to_owned(), topic.into());
    let library = library(&files, None);
    let (_, section) = library.section(&"short-term".into()).unwrap();
    let mut words = Vec::new();
    section.blocks.iter().for_each(|block| block.each_text(&mut |text| words.push(text.plain())));
    (words.join("|"), section.is_complete)
}

#[test]
fn a_list_with_a_mistake_is_left_out_whole_for_its_rest_would_read_as_all() {
    for blocks in [
        r#"steps([step(title: "One", text: "a [-]"), step(title: "Two", txet: "b [-]"), step(title: "Three", text: "c [-]")])"#,
        r#"list(["One [-]", "", "Three [-]"])"#,
        r#"contacts([contact(name: "One", about: "a [-]"), contact(nmae: "Two", about: "b [-]")])"#,
        r#"table(caption: "T", header: ["A", "B"], rows: [["a", "b [-]"], ["c"]])"#,
        r#"table(caption: "T", header: ["A", "", "C"], rows: [["a", "b", "c [-]"]])"#,
        r#"callout(kind: note, title: "Empty", blocks: [list([""])])"#,
    ] {
        assert_eq!(section_with(blocks), ("The rest.".to_owned(), false), "{blocks}");
    }
}

#[test]
fn a_sentence_whose_number_is_missing_is_not_shown() {
    for text in ["Wait {dose-intervall} then stop. [-]", "Wait {dose-interval then stop. [-]"] {
        assert_eq!(section_with(&format!("paragraph({text:?})")), ("The rest.".to_owned(), false), "{text}");
    }
}

#[test]
fn a_folder_that_is_not_there_leaves_the_bundled_content() {
    let origin = Origin {
        content_dir: Some(PathBuf::from("/no/such/folder")),
        site_path: Some(PathBuf::from("/no/such/site.ron")),
        language: Some("en".to_owned()),
        ..Origin::default()
    };
    let library = load(&origin).library;
    assert_eq!(words(&library), words(&self::library(&bundled_files(), None)));
    let found = problems(&library);
    assert!(found.contains("/no/such/folder:1:1: error: cannot be read: "), "{found}");
    assert!(found.contains("/no/such/site.ron:1:1: error: cannot be read: "), "{found}");
}

#[test]
fn a_language_that_is_not_there_still_has_the_overdose_steps() {
    let loaded = careshelf::content::assemble(&bundled_files(), "xx", None);
    assert_eq!(overdose(&loaded.library), overdose(&library(&bundled_files(), None)));
}

/// Reads `text` as the overdose topic: the bundled one must stand in.
#[track_caller]
fn check_refused(text: &str) {
    let library = library(&with(good("minimal"), "en/overdose.ron", text), None);
    assert!(library.problems.iter().any(|problem| problem.rule == "stand-in"));
    assert!(library.act_now().is_some());
}

/// The cases in `tests/content/bad`, in the order of their names.
fn cases() -> Vec<PathBuf> {
    let files = fs::read_dir(folder().join("bad")).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> = files.filter(|path| path.extension().unwrap() == "ron").collect();
    cases.sort();
    cases
}

/// The path that a case replaces, and its text.
fn case(path: &Path) -> (String, String) {
    let text = fs::read_to_string(path).unwrap();
    let first_line = text.lines().next().unwrap();
    (first_line.strip_prefix("// ").expect("the first line should say which file this is").to_owned(), text)
}

fn load_case(path: &Path) -> Library {
    let (replaced, text) = case(path);
    if replaced == "site.ron" {
        return library(&good("small"), Some(&text));
    }
    library(&with(good("small"), &replaced, text), None)
}

fn overdose_with(text: &str) -> String {
    good("minimal")["en/overdose.ron"].replace("Call {emergency-number}. Say \\\"overdose\\\". [first-aid]", text)
}

fn broken_overdose(text: &str) -> String {
    let broken = overdose_with(text);
    assert!(broken.contains(text));
    broken
}

/// What a reader of the overdose topic reads.
fn overdose(library: &Library) -> Vec<String> {
    let topics = library.topics().iter().filter(|topic| topic.id.as_str() == "overdose").cloned().collect();
    words(&Library::new(topics))
}
