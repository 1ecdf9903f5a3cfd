//! Words that try to be something else than words: each is printed as it stands, or refused by its name.

use careshelf::content::Loaded;
use careshelf::model::block::Block;
use careshelf::model::paper::{Layout, Paper};
use careshelf::print::{PrintError, Request};
use proptest::prelude::*;

use super::drawn::drawn;
use super::model::{every_block, library_of, library_with, text};
use super::tags::heard;
use super::{pdf, request, squeezed};
use crate::visit::{TODAY, bundled, bundled_for};

#[track_caller]
fn check(words: &str) {
    let loaded = library_of(every_block(words));
    for layout in [Layout::Handout, Layout::LargePrint] {
        let pdf = pdf(&loaded, &request(&loaded, "only", layout)).unwrap_or_else(|error| panic!("{words}: {error}"));
        let heard = heard(&pdf);
        let count = heard.matches(&squeezed(words)).count();
        assert!(30 <= count, "{words} is there {count} times in {heard}");
    }
}

#[test]
fn what_looks_like_markup_is_printed_as_it_stands() {
    for words in [
        r#"#read("/etc/passwd")"#,
        "#panic() #{1+1} #let x = 1",
        "$x^2$ and $ sum $",
        "*strong* _emph_ `raw` ```block```",
        "@ref and <label>",
        r"back\slash \u{41} \n \",
        "// comment /* and */ another",
        "= heading - item + item / term: x",
        "https://example.org/a?b=c&d#e",
        "[content] {code} (x) ; ~ -- --- ... 'q' \"q\"",
        "{dose-interval} {{x}} %s <b>bold</b> &amp;",
    ] {
        check(words);
    }
}

#[test]
fn what_nobody_sees_is_left_out() {
    for (words, printed) in [
        ("9\u{202e}11", "911"),
        ("a\u{0}b\u{7}c\u{1b}[31m", "abc[31m"),
        ("a\u{200b}b\u{2066}c\u{feff}d", "abcd"),
        ("line\nbreak\ttab\r", "line break tab"),
    ] {
        let loaded = library_of(vec![Block::Paragraph(text(words))]);
        let pdf = pdf(&loaded, &request(&loaded, "only", Layout::Handout)).expect("pages");
        assert!(heard(&pdf).contains(&squeezed(printed)), "{}", heard(&pdf));
    }
}

#[test]
fn a_letter_that_no_font_has_is_refused_with_its_place() {
    for (words, character) in [
        ("Good \u{1f600}", '\u{1f600}'),
        ("שלום", 'ש'),
        ("مرحبا", 'م'),
        ("\u{e000}", '\u{e000}'),
        ("Page \u{e001} of", '\u{e001}'),
        ("日本", '日'),
        ("a\u{fffe}b", '\u{fffe}'),
        ("\u{10ffff}", '\u{10ffff}'),
    ] {
        for block in every_block(words) {
            let loaded = library_of(vec![Block::Paragraph(text("Good words.")), block]);
            for layout in [Layout::Handout, Layout::LargePrint] {
                let error = pdf(&loaded, &request(&loaded, "only", layout)).expect_err("a letter is missing");
                assert_eq!(error, PrintError::MissingGlyph { character, place: "only".to_owned() });
            }
        }
    }
    let error = PrintError::MissingGlyph { character: 'ש', place: "signs".to_owned() };
    let said = "signs: the bundled fonts have no character \"ש\" (U+05E9); write it in other words";
    assert_eq!(error.to_string(), said);
}

#[test]
fn words_of_any_length_are_printed_to_their_end() {
    for words in ["x".repeat(100_000), "many words ".repeat(9_000)] {
        let loaded = library_of(vec![Block::Paragraph(text(&words)), Block::Paragraph(text("The end."))]);
        let heard = heard(&pdf(&loaded, &request(&loaded, "only", Layout::Handout)).expect("pages"));
        assert!(heard.contains(&(squeezed(&words) + "Theend.")));
    }
}

#[test]
fn what_stands_in_one_piece_goes_on_on_the_next_page_if_it_must() {
    let words = "a few words and an end, ".repeat(180);
    for block in every_block(&words) {
        let loaded = library_of(vec![block.clone(), Block::Paragraph(text("The end."))]);
        for layout in [Layout::Handout, Layout::LargePrint] {
            let pdf = pdf(&loaded, &request(&loaded, "only", layout)).expect("pages");
            // Ink below the page is in the file, but nobody sees it.
            for page in drawn(&pdf) {
                let lowest = page.letters.iter().map(|letter| letter.ink.y1).fold(0.0, f64::max);
                assert!(lowest < page.size[1], "{}: {block:?}", layout.name());
            }
            let mut count = 0;
            block.each_text(&mut |_| count += 1);
            assert!(count <= heard(&pdf).matches(&squeezed(&words)).count(), "{}", layout.name());
        }
    }
}

#[test]
fn a_list_of_any_length_is_printed_to_its_end() {
    let items = (1..=300).map(|at| text(&format!("Item number {at}."))).collect();
    let loaded = library_of(vec![Block::List(items)]);
    let heard = heard(&pdf(&loaded, &request(&loaded, "only", Layout::Handout)).expect("pages"));
    assert!((1..=300).all(|at| heard.contains(&format!("Itemnumber{at}."))));
}

#[test]
fn an_empty_text_is_printed_as_nothing() {
    for words in ["", " ", "\u{200b}\u{0}"] {
        let loaded = library_of(every_block(words));
        for layout in [Layout::Handout, Layout::LargePrint] {
            pdf(&loaded, &request(&loaded, "only", layout)).expect("pages");
        }
    }
}

#[test]
fn titles_and_names_have_room_or_are_refused() {
    let clinic = |name: &str| bundled_for(&format!("site(name: \"{name}\", phone: \"555-0100\")"));
    let long = "A very long name ".repeat(10);
    let endless = "A very long name ".repeat(2_000);
    let only = |title: &str| library_with(title, vec![Block::Paragraph(text("Words."))]);
    for (loaded, section, has_room) in [
        (only(&long), "only", true),
        (only(&endless), "only", false),
        (clinic(&long), "signs", true),
        (clinic(&endless), "signs", false),
    ] {
        for layout in [Layout::Handout, Layout::LargePrint] {
            let result = pdf(&loaded, &request(&loaded, section, layout));
            assert_eq!(result.is_ok(), has_room, "{section}, {}", layout.name());
            if let Err(error) = result {
                assert!(matches!(error, PrintError::TooLong { .. }), "{error}");
            }
        }
    }
    for layout in [Layout::Card, Layout::Poster] {
        let request = Request { sections: Vec::new(), layout, paper: Paper::Letter, day: TODAY, beside: None };
        let error = pdf(&clinic(&endless), &request).expect_err("no room");
        assert!(error.to_string().starts_with(&format!("{}: the words do not fit", layout.name())), "{error}");
    }
}

#[test]
fn steps_for_which_card_and_poster_have_no_room_are_refused() {
    for words in ["many words ".repeat(200), "x".repeat(10_000)] {
        let loaded = library_of(every_block(&words));
        for layout in [Layout::Card, Layout::Poster] {
            let request = Request { sections: Vec::new(), layout, paper: Paper::A4, day: TODAY, beside: None };
            let error = pdf(&loaded, &request).expect_err("no room");
            assert!(matches!(error, PrintError::TooLong { .. }), "{error}");
        }
    }
}

#[test]
fn what_is_not_there_is_refused_by_its_name() {
    let loaded = bundled();
    let request = |sections| Request { sections, layout: Layout::Handout, paper: Paper::A4, day: TODAY, beside: None };
    assert_eq!(pdf(&loaded, &request(Vec::new())), Err(PrintError::Nothing));
    let error = pdf(&loaded, &request(vec!["nowhere".into()])).expect_err("no such section");
    assert_eq!(error.to_string(), "there is no section \"nowhere\"; `careshelf list` names them all");
    let loaded = library_of(vec![Block::Paragraph(text("No steps."))]);
    for layout in [Layout::Card, Layout::Poster] {
        let request = Request { sections: Vec::new(), layout, paper: Paper::A4, day: TODAY, beside: None };
        assert_eq!(pdf(&loaded, &request), Err(PrintError::NoSteps));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_in_any_block_is_printed_or_refused_by_name(words in any_words(), at in 0..11_usize, layout in any_layout()) {
        let block = every_block(&words).swap_remove(at);
        let loaded: Loaded = library_of(vec![block]);
        match pdf(&loaded, &request(&loaded, "only", layout)) {
            Ok(pdf) => {
                let printed: String = squeezed(&words).chars().filter(|c| !c.is_control()).collect();
                let is_plain = words.is_ascii();
                prop_assert!(!is_plain || heard(&pdf).contains(&printed), "{words:?}");
            }
            Err(error) => {
                let is_named = matches!(
                    error,
                    PrintError::MissingGlyph { .. } | PrintError::TooLong { .. } | PrintError::NoSteps
                );
                prop_assert!(is_named, "{error}");
            }
        }
    }
}

/// Text of any characters, and text of those that mean something to a typesetter.
fn any_words() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,80}", "[ -~]{0,200}", "[#$*_`\\\\@<>/=+~\\[\\](){}\"' a-z\u{e000}\u{202e}\n]{0,60}"]
}

fn any_layout() -> impl Strategy<Value = Layout> {
    proptest::sample::select(Layout::ALL.to_vec())
}
