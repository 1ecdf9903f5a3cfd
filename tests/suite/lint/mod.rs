//! The rules of good content: each is found where it is broken, and the bundled content breaks none.

mod allowed;
mod languages;
mod marketing;
mod pairs;
mod passages;
mod syllables;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use careshelf::assets;
use careshelf::content::{Files, assemble, bundled_files};
use careshelf::lint::{self, reading};
use careshelf::model::library::Library;
use careshelf::model::topic::Section;
use jiff::civil::Date;

use crate::packs::{good, library, lines, problems, with};

#[test]
fn the_bundled_content_has_no_problem() {
    let files = bundled_files();
    let codes = files.keys().filter_map(|path| path.strip_suffix("/language.ron"));
    let mut codes: Vec<&str> = codes.collect();
    codes.sort_by_key(|code| *code != "en");
    assert_eq!(codes.first(), Some(&"en"));
    let libraries: Vec<Library> = codes.iter().map(|code| assemble(&files, code, None).library).collect();
    let libraries: Vec<&Library> = libraries.iter().collect();
    let today = libraries.iter().map(|library| latest_review(library)).max().unwrap();
    assert_eq!(lines(lint::all_problems(&libraries, today)), "");
}

#[test]
fn the_bundled_files_are_those_of_the_folder() {
    let folder = root().join("resources");
    let on_disk: BTreeSet<String> =
        files_below(&folder).iter().map(|path| slashed(path, &folder)).filter(|path| path != "README.md").collect();
    let bundled: BTreeSet<String> = bundled_files().into_keys().collect();
    assert_eq!(bundled, on_disk, "src/content/bundled.rs and resources/ should name the same files");
}

#[test]
fn the_bundled_pictures_are_those_of_the_folder() {
    let folder = root().join("assets/pictures");
    let on_disk: BTreeSet<String> = files_below(&folder).iter().map(|path| slashed(path, &folder)).collect();
    let bundled: BTreeSet<String> = assets::picture_names().map(|name| format!("{name}.svg")).collect();
    assert_eq!(bundled, on_disk, "src/assets.rs and assets/pictures should name the same drawings");
}

#[test]
fn a_good_pack_has_nothing_to_find() {
    check(&clean(), "");
}

#[test]
fn a_statement_without_a_source_is_found() {
    let message = "warning: this statement has no source; end it with one, such as [cdc-response], or with [?] or [-] [no-source]";
    check_block(r#"paragraph("It is so.")"#, &format!("en/overdose.ron:13:27: {message}\n"));
    check_block(r#"list(["One. [-]", "Two."])"#, &format!("en/overdose.ron:13:35: {message}\n"));
    check_block(r#"steps([step(title: "Go", text: "Go now.")])"#, &format!("en/overdose.ron:13:48: {message}\n"));
    check_block(
        r#"callout(kind: note, title: "Note", blocks: [paragraph("So.")])"#,
        &format!("en/overdose.ron:13:71: {message}\n"),
    );
    check_block(r#"question(ask: "So?", answer: [paragraph("So.")])"#, &format!("en/overdose.ron:13:57: {message}\n"));
    check_block(
        r#"contacts([contact(name: "A", about: "They help.")])"#,
        &format!("en/overdose.ron:13:53: {message}\n"),
    );
    check_block(r#"here(otherwise: "Look.")"#, &format!("en/overdose.ron:13:33: {message}\n"));
    check_block(
        r#"table(caption: "T", header: ["A", "B"], rows: [["a", "b [-]"], ["c", "d"]])"#,
        &format!("en/overdose.ron:13:86: {message}\n"),
    );
}

#[test]
fn titles_headings_and_questions_need_no_source() {
    check_block(r#"heading("Signs")"#, "");
    check_block(r#"question(ask: "So?", answer: [paragraph("So. [-]")])"#, "");
    check_block(r#"picture(name: "talk", alt: "Two people.", caption: "They talk.")"#, "");
}

#[test]
fn a_text_that_claims_nothing_rests_on_nothing() {
    let message = "warning: [-] says that this text claims nothing, but it has sources or [?]; take one of them out [source-and-no-claim]";
    check_block(r#"paragraph("Go. [first-aid, -]")"#, &format!("en/overdose.ron:13:27: {message}\n"));
    check_block(r#"paragraph("Go. [first-aid] Now. [-]")"#, &format!("en/overdose.ron:13:27: {message}\n"));
    check_block(r#"paragraph("Go. [-]")"#, "");
}

#[test]
fn nothing_in_the_overdose_topic_may_still_be_being_checked() {
    let message = "warning: an emergency section may hold nothing that is still being checked; find a source or take it out [unchecked-emergency]";
    check_block(r#"paragraph("Go. [?]")"#, &format!("en/overdose.ron:13:27: {message}\n"));
    check_block(r#"heading("Go [?]")"#, &format!("en/overdose.ron:13:25: {message}\n"));
}

#[test]
fn an_emergency_section_of_any_topic_may_hold_nothing_that_is_being_checked() {
    let effects =
        good("small")["en/effects.ron"].replace("id: \"short-term\",", "id: \"short-term\", emergency: true,");
    let found = found(&library(&with(good("small"), "en/effects.ron", effects), None), "2026-11-22");
    assert!(found.contains("en/effects.ron:14:23: warning: an emergency section may hold nothing"), "{found}");
    let found = self::found(&library(&good("small"), None), "2026-11-22");
    assert!(!found.contains("unchecked-emergency"), "{found}");
}

#[test]
fn a_source_that_nothing_cites_is_found() {
    let sources = clean()["sources.ron"].replace(
        "])\n",
        "    source(id: \"lonely\", kind: other, title: \"Lonely\", publisher: \"Nobody\", published: \"2026\", read: none),\n])\n",
    );
    let expected =
        "sources.ron:3:5: warning: nothing cites the source `lonely`; cite it or take it out [unused-source]\n";
    check(&with(clean(), "sources.ron", sources), expected);
}

#[test]
fn a_source_that_only_the_protocol_cites_is_used() {
    check_block(r#"paragraph("Go. [-]")"#, "");
}

#[test]
fn review_dates_must_be_in_order_and_near_enough() {
    let order = "warning: `review_by` of `act-now` must be after `reviewed`; mend one of them [date-order]";
    let span = "warning: `review_by` of `act-now` is more than 12 months after `reviewed`; bring it nearer [date-span]";
    check_dates("2026-11-22", "2026-11-23", &[]);
    check_dates("2026-11-22", "2027-11-22", &[]);
    check_dates("2026-11-22", "2027-11-23", &[span]);
    check_dates("2026-11-22", "2026-11-22", &[order]);
    check_dates("2025-02-28", "2027-03-01", &[span]);
    check_dates("2026-11-22", "9999-12-31", &[span]);
}

#[test]
fn a_date_after_today_is_found() {
    let future =
        "warning: `act-now` was checked on 2026-11-23, which is after today; mend the date or the clock [date-future]";
    check_dates("2026-11-23", "2027-11-22", &[future]);
}

#[test]
fn what_is_overdue_is_found_on_the_day_after() {
    let library = library(&clean(), None);
    let protocol = "protocols/us.ron:1:1: warning: `us` had to be checked again by 2027-05-22; check it and set both dates [overdue]\n";
    let section = "en/overdose.ron:6:9: warning: `act-now` had to be checked again by 2027-11-22; check it and set both dates [overdue]\n";
    for (today, expected) in [
        ("2027-05-22", String::new()),
        ("2027-05-23", protocol.to_owned()),
        ("2027-11-22", protocol.to_owned()),
        ("2027-11-23", format!("{section}{protocol}")),
    ] {
        assert_eq!(found(&library, today), expected, "on {today}");
    }
}

#[test]
fn a_protocol_that_is_not_in_use_here_is_checked_too() {
    let other = clean()["protocols/us.ron"].replace("id: \"us\"", "id: \"xx\"").replace("2027-05-22", "2029-05-22");
    let expected = "protocols/xx.ron:1:1: warning: `review_by` of `xx` is more than 12 months after `reviewed`; bring it nearer [date-span]\n";
    check(&with(clean(), "protocols/xx.ron", other), expected);
}

#[test]
fn a_section_that_is_hard_to_read_is_found_with_its_longest_sentence() {
    let hard = "Respiratory depression necessitates immediate administration of intramuscular naloxone hydrochloride.";
    let block = format!(r#"paragraph("Go. {hard} [first-aid]")"#);
    let found = found(&library(&with_block(&block), None), "2026-11-22");
    assert!(found.starts_with("en/overdose.ron:6:9: warning: `act-now` reads at grade "), "{found}");
    assert!(
        found
            .contains(&format!("and 4 is the most; use shorter sentences and words, first in: \"{hard}\" (9 words), ")),
        "{found}"
    );
}

#[test]
fn a_section_for_staff_may_be_hard_to_read_unless_it_is_one_of_an_emergency() {
    let hard = "Interoperability necessitates programmatically determinable characteristics. ".repeat(8);
    let files = |field: &str| {
        let effects =
            good("small")["en/effects.ron"].replace("id: \"short-term\",", &format!("id: \"short-term\", {field}"));
        let effects = effects.replacen("blocks: [", &format!("blocks: [paragraph(\"{hard}[-]\"),"), 1);
        with(good("small"), "en/effects.ron", effects)
    };
    for (field, is_found) in [("", true), ("for_staff: true,", false), ("for_staff: true, emergency: true,", true)] {
        let found = found(&library(&files(field), None), "2026-11-22");
        assert_eq!(found.contains("reading-grade"), is_found, "{field}: {found}");
    }
}

#[test]
fn the_grade_is_that_of_flesch_and_kincaid() {
    // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59.
    check_grade("The cat sat on the mat.", -1.45);
    // 11 words in 2 sentences; gives 1, naloxone 3, into 2, nostril 2, doctor 2, waited 2, the other 5 have 1: 17 syllables.
    check_grade(
        "She gives naloxone into one nostril. The doctor waited for help.",
        0.39 * 5.5 + 11.8 * 17.0 / 11.0 - 15.59,
    );
    // Numbers count as one word of one syllable.
    check_grade("Wait 3 minutes.", 0.39 * 3.0 + 11.8 * 4.0 / 3.0 - 15.59);
    check_grade("", 0.0);
    check_grade("…", 0.0);
}

#[test]
fn an_item_without_an_end_mark_is_a_sentence() {
    let block = r#"list(["Call now [-]", "Stay? [-]"])"#;
    let library = library(&with_block(block), None);
    let text = reading::section_text(section(&library));
    assert!(text.ends_with("overdose\". Call now. Stay?"), "{text}");
}

/// Lints `files` on 2026-11-22, and compares what is found.
#[track_caller]
fn check(files: &Files, expected: &str) {
    let library = library(files, None);
    assert_eq!(problems(&library), "");
    assert_eq!(found(&library, "2026-11-22"), expected);
}

#[track_caller]
fn check_block(block: &str, expected: &str) {
    check(&with_block(block), expected);
}

/// Lints the overdose section with other dates on 2026-11-22; `expected` are the messages.
#[track_caller]
fn check_dates(reviewed: &str, review_by: &str, expected: &[&str]) {
    let text = clean()["en/overdose.ron"].replace("2026-11-22", reviewed).replace("2027-11-22", review_by);
    let expected = lines(expected.iter().map(|message| format!("en/overdose.ron:6:9: {message}")));
    let library = library(&with(clean(), "en/overdose.ron", text), None);
    assert_eq!(found(&library, "2026-11-22"), expected);
}

#[track_caller]
fn check_grade(text: &str, grade: f64) {
    let found = reading::grade(text);
    assert!((found - grade).abs() < 0.005, "the grade of {text:?} is {grade:.3}, not {found:.3}");
}

fn found(library: &Library, today: &str) -> String {
    let today: Date = today.parse().unwrap();
    lines(lint::check(library, today))
}

/// The minimal pack, which breaks no rule.
fn clean() -> Files {
    good("minimal")
}

/// The minimal pack with one more block, in line 13 of the overdose topic.
fn with_block(block: &str) -> Files {
    let text =
        clean()["en/overdose.ron"].replace("            ],\n", &format!("                {block},\n            ],\n"));
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[12].contains(block), "{text}");
    with(clean(), "en/overdose.ron", text)
}

fn section(library: &Library) -> &Section {
    library.act_now().unwrap().1
}

/// The first day on which nothing was checked in the future.
pub fn latest_review(library: &Library) -> Date {
    let sections = library.sections().map(|(_, section)| section.reviewed);
    let others = [library.protocol.reviewed, library.guide.reviewed, library.helplines.reviewed];
    let protocols = library.authoring.other_protocols.iter().map(|protocol| protocol.reviewed);
    sections.chain(others).chain(protocols).max().unwrap()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(files_below(&path)) } else { files.push(path) }
    }
    files
}

fn slashed(path: &Path, folder: &Path) -> String {
    path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/")
}
