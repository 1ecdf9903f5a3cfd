//! A wrong translation fails: whatever differs is found with its rule, its place and both sides.

use std::sync::OnceLock;

use careshelf::content::{Files, assemble, bundled_files};
use careshelf::lint::{self, reading};
use careshelf::model::library::Library;

use crate::packs::with;

/// The bundled English content twice: as English, and as a language with the code `xx` and the words of English.
fn twins() -> Files {
    let mut files: Files = bundled_files().into_iter().filter(|(path, _)| !path.starts_with("es/")).collect();
    let english: Vec<(String, String)> = files
        .iter()
        .filter_map(|(path, text)| Some((path.strip_prefix("en/")?.to_owned(), text.to_string())))
        .collect();
    for (name, text) in english {
        files.insert(format!("xx/{name}"), text.into());
    }
    let language = files["xx/language.ron"].replace("id: \"en\"", "id: \"xx\"");
    let words = files["words.ron"].to_string();
    let spanish = words.find("    language(\n        id: \"es\"").unwrap();
    let english = &words[words.find("    language(\n").unwrap()..spanish];
    let twin = format!("{}{}{}", &words[..spanish], english.replace("id: \"en\"", "id: \"xx\""), &words[spanish..]);
    with(with(files, "xx/language.ron", language), "words.ron", twin)
}

/// What is found where in each file of the second language the first text is the second one instead.
fn found(changes: &[(&str, &str, &str)]) -> Vec<String> {
    static FIRST: OnceLock<Library> = OnceLock::new();
    let first = FIRST.get_or_init(|| assemble(&twins(), "en", None).library);
    let mut files = twins();
    for (name, from, to) in changes {
        let path = format!("xx/{name}");
        let text = files[&path].to_string();
        assert!(text.contains(from), "{from} is not in {name}");
        files = with(files, &path, text.replacen(from, to, 1));
    }
    let other = assemble(&files, "xx", None).library;
    let is_broken = |rule: &str| rule != "unknown-section" && rule != "stand-in";
    let broken: Vec<_> = other.problems.iter().filter(|problem| is_broken(problem.rule)).collect();
    assert!(broken.is_empty(), "{broken:?}");
    lint::parity::check(first, &other).iter().map(ToString::to_string).collect()
}

#[test]
fn the_same_content_twice_has_no_difference() {
    assert_eq!(found(&[]), Vec::<String>::new());
}

/// The file, what stands there, what stands there instead, the rule, and a part of the message.
const TABLE: &[(&str, &str, &str, &str, &str)] = &[
    (
        "overdose.ron",
        "Draw up 1 mL (0.4 mg)",
        "Draw up 1 mL (4 mg)",
        "same-numbers",
        "the numbers differ: 4 here, 0.4 at en/",
    ),
    (
        "overdose.ron",
        "Draw up 1 mL (0.4 mg)",
        "Draw up 1 mL (0.4 g)",
        "same-units",
        "the units differ: 0.4 g here, 0.4 mg at en/",
    ),
    (
        "overdose.ron",
        "for {rub-time}. Tilt",
        "for {breathing-check}. Tilt",
        "same-values",
        "{breathing-check} here, {rub-time} at en/",
    ),
    ("overdose.ron", " It takes seconds.", "", "same-sentences", "sentences here: 4, at en/"),
    (
        "overdose.ron",
        "[fl-recognise, hrc-very-high]",
        "[fl-recognise]",
        "same-sources",
        "nothing more here, [hrc-very-high] at en/",
    ),
    (
        "overdose.ron",
        "No answer: rub the breastbone hard.",
        "Rub the breastbone hard for two minutes.",
        "same-numbers",
        "2 here",
    ),
    (
        "overdose.ron",
        "picture: \"step-check\"",
        "picture: \"talk\"",
        "same-pictures",
        "`picture` of this picture is talk here, and step-check at en/",
    ),
    (
        "overdose.ron",
        "emergency: true,",
        "",
        "same-flags",
        "`emergency` of this section `act-now` is false here, and true at en/",
    ),
    ("overdose.ron", "kind: note", "kind: good", "same-flags", "`kind` of this callout is good here, and note at en/"),
    (
        "overdose.ron",
        "reviewed: \"2026-11-22\"",
        "reviewed: \"2026-11-21\"",
        "same-dates",
        "`reviewed` of this section `act-now` is 2026-11-21 here",
    ),
    ("overdose.ron", "                practice,\n", "", "same-structure", "the practice of en/overdose.ron:"),
    (
        "overdose.ron",
        "                    \"Say the exact place. [samhsa-toolkit-steps, or-im-steps, shatterproof-response]\",\n",
        "",
        "same-structure",
        "the item of en/overdose.ron:",
    ),
    (
        "overdose.ron",
        "[\"act-now\", \"high-or-overdose\"]",
        "[\"act-now\"]",
        "same-structure",
        "`sections` of this see is act-now here, and act-now, high-or-overdose at en/",
    ),
    (
        "overdose.ron",
        "                        [\"Breathing\", \"They keep breathing\", \"Slow or stopped [fl-recognise, hrc-very-high]\"],\n",
        "",
        "same-structure",
        "the row of en/overdose.ron:",
    ),
    (
        "language.ron",
        "\"effects\", \"withdrawal\"",
        "\"withdrawal\", \"effects\"",
        "same-structure",
        "stands in another place",
    ),
    (
        "guide.ron",
        "choice(label: \"Not this kind\", goes: \"forms\")",
        "choice(label: \"Not this kind\", goes: \"breathe\")",
        "same-ways",
        "`goes` of this choice is \"breathe\" here, and \"forms\" at en/guide.ron:",
    ),
    (
        "guide.ron",
        ", gives_dose: true",
        "",
        "same-flags",
        "`gives_dose` of this choice is false here, and true at en/guide.ron:",
    ),
    ("guide.ron", ", usual: true", "", "same-flags", "`usual` of this choice is false here, and true at en/guide.ron:"),
    (
        "guide.ron",
        "interval: \"opvee-interval\"",
        "interval: \"dose-interval\"",
        "same-ways",
        "`interval` of this form `nalmefene` is dose-interval here",
    ),
    (
        "interface.ftl",
        "start-again = Start again\n",
        "",
        "same-messages",
        "the message `start-again` of en/interface.ftl:",
    ),
    (
        "interface.ftl",
        "close = Close\n",
        "close = Close\nclosed = Closed\n",
        "same-messages",
        "no message is called `closed` in en/interface.ftl",
    ),
    (
        "interface.ftl",
        "next-section = Next: { $title }",
        "next-section = Next: { $name }",
        "same-messages",
        "`next-section` has other variables: $name here, $title at en/interface.ftl:",
    ),
];

#[test]
fn every_wrong_translation_fails_with_its_rule_and_its_place() {
    // Reading everything takes time, so all are wrong at once: each is found as if it were the only one.
    let changes: Vec<(&str, &str, &str)> = TABLE.iter().map(|(name, from, to, ..)| (*name, *from, *to)).collect();
    let found = found(&changes);
    for (name, from, to, rule, message) in TABLE {
        let is_it = |line: &&String| line.ends_with(&format!("[{rule}]")) && line.contains(message);
        let line = found.iter().find(is_it).unwrap_or_else(|| panic!("{from} → {to}\n{}", found.join("\n")));
        assert!(line.starts_with(&format!("xx/{name}:")), "{line}");
    }
    let named = |line: &&String| TABLE.iter().any(|(.., rule, message)| line.contains(message) && line.contains(rule));
    let others: Vec<&String> = found.iter().filter(|line| !named(line)).collect();
    assert!(others.is_empty(), "nobody changed this:\n{others:#?}");
}

#[test]
fn a_renamed_section_is_missing_under_its_old_name_and_has_no_partner_under_its_new_one() {
    let found = found(&[("effects.ron", "id: \"figures\"", "id: \"numbers\"")]);
    let expected =
        ["this section `numbers` has no partner in en/effects.ron", "the section `figures` of en/effects.ron:"];
    let lines: Vec<&String> = found.iter().filter(|line| !line.contains("`sections` of this see")).collect();
    assert_eq!(lines.len(), 2, "{}", found.join("\n"));
    for (line, expected) in lines.iter().zip(expected) {
        assert!(line.starts_with("xx/effects.ron:") && line.contains(expected), "{line}");
        assert!(line.ends_with("[same-structure]"), "{line}");
    }
}

#[test]
fn a_dropped_item_does_not_make_the_others_wrong() {
    let item = "                    \"No answer? Rub the breastbone (the middle of the chest) hard with your knuckles for {rub-time}. [fda-otc-label-cvs, fl-recognise, or-im-steps, shatterproof-response]\",\n";
    let found = found(&[("overdose.ron", item, "")]);
    assert_eq!(found.len(), 1, "{}", found.join("\n"));
    assert!(found[0].contains("is missing here after this item; add it [same-structure]"), "{}", found[0]);
}

#[test]
fn a_language_without_a_formula_is_not_measured() {
    assert!(reading::is_measured("en") && reading::is_measured("es"));
    assert!(!reading::is_measured("xx"));
}
