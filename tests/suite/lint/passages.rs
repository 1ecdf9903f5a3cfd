//! Every rule on passages, with one that breaks it and one that does not.

use std::collections::BTreeSet;
use std::fs;

use careshelf::content::bundled_files;
use careshelf::lint::rules::{ALLOWANCE_RULES, RULES};

use super::{found, root, with_block};
use crate::packs::{library, problems, with};

/// A rule, a block that breaks it, a part of what is said, and a block that does not break it.
const TABLE: &[(&str, &str, &str, &str)] = &[
    ("no-source", r#"paragraph("Go.")"#, "this statement has no source", r#"paragraph("Go. [-]")"#),
    (
        "avoid-word",
        r#"paragraph("An addict can stop. [-]")"#,
        r#"avoid "addict"; use instead: person who uses drugs; person with opioid use disorder (reason: the person is not"#,
        r#"paragraph("A person can stop. [-]")"#,
    ),
    (
        "avoid-word",
        r#"list(["They are JUNKIES. [-]"])"#,
        r#"avoid "JUNKIES""#,
        r#"list(["They have an addiction. [-]"])"#,
    ),
    (
        "avoid-word",
        r#"heading("Medication-assisted treatment")"#,
        r#"avoid "Medication-assisted treatment""#,
        r#"heading("Medication for opioid use disorder")"#,
    ),
    (
        "avoid-word",
        r#"paragraph("He was a **former addict**. [-]")"#,
        r#"avoid "former addict"; use instead: person in recovery"#,
        r#"paragraph("He is in recovery. [-]")"#,
    ),
    (
        "avoid-word",
        r#"paragraph("It is about drug abuse. [-]")"#,
        r#"avoid "drug abuse""#,
        r#"paragraph("Read the National Institute on Drug Abuse. [-]")"#,
    ),
    ("avoid-word", r#"paragraph("Get clean. [-]")"#, r#"avoid "Get clean""#, r#"paragraph("Get it. Clean it. [-]")"#),
    (
        "avoid-word",
        r#"picture(name: "talk", alt: "An inmate talks.")"#,
        r#"avoid "inmate""#,
        r#"picture(name: "talk", alt: "Two people talk.")"#,
    ),
    (
        "avoid-word",
        r#"paragraph("A drug-addicted mother. [-]")"#,
        r#"avoid "drug-addicted""#,
        r#"paragraph("Get clean water, and wheelchair users too. [-]")"#,
    ),
    (
        "avoid-word",
        r#"paragraph("He is ten months clean. [-]")"#,
        r#"avoid "months clean""#,
        r#"paragraph("Be clean and dry. [-]")"#,
    ),
    (
        "avoid-word",
        r#"paragraph("It swaps one addiction for another. [-]")"#,
        r#"avoid "one addiction for another"; use instead: treatment with medicine"#,
        r#"paragraph("It is one treatment after another. [-]")"#,
    ),
    (
        "avoid-word",
        r#"paragraph("She had hit rock bottom. [-]")"#,
        r#"avoid "rock bottom"; use instead: help works at any time"#,
        r#"paragraph("Let the rock lie on the bottom. [-]")"#,
    ),
    (
        "avoid-word",
        r#"paragraph("We have a 100 % success rate. [-]")"#,
        r#"avoid "success rate""#,
        r#"paragraph("It is no success at any rate. [-]")"#,
    ),
    ("unknown-abbreviation", r#"paragraph("He OD'd. [-]")"#, "`OD`", r#"paragraph("He O.K.'d it. [-]")"#),
    (
        "unknown-abbreviation",
        r#"paragraph("Ask for MOUD. [-]")"#,
        "nobody may know what `MOUD` means",
        r#"paragraph("Ask for the medicine (MOUD). MOUD helps. [-]")"#,
    ),
    (
        "unknown-abbreviation",
        r#"paragraph("The STIs go. [-]")"#,
        "`STI`",
        r#"paragraph("STI (an illness from sex). The STIs go. [-]")"#,
    ),
    ("unknown-abbreviation", r#"heading("THC")"#, "`THC`", r#"heading("CPR, 4 mL and A")"#),
    (
        "long-list",
        r#"list(["a [-]", "b [-]", "c [-]", "d [-]", "e [-]", "f [-]", "g [-]", "h [-]"])"#,
        "this list has 8 items, and may have 7 at most",
        r#"list(["a [-]", "b [-]", "c [-]", "d [-]", "e [-]", "f [-]", "g [-]"])"#,
    ),
    (
        "medicine-dose",
        r#"paragraph("Start **methadone** at 30 mg. [-]")"#,
        r#""30 mg" stands beside "methadone""#,
        r#"paragraph("Start methadone. The spray has 4 mg. [-]")"#,
    ),
    (
        "medicine-dose",
        r#"paragraph("Take 0.4mg of Clonidine. [-]")"#,
        r#""0.4mg" stands beside "Clonidine""#,
        r#"paragraph("Take clonidine for 4 days. [-]")"#,
    ),
    (
        "typed-phone",
        r#"paragraph("Call 1-800-555-0199 now. [-]")"#,
        r#""1-800-555-0199" is typed into the text"#,
        r#"paragraph("Call {emergency-number}, on 2026-11-22 or in 2024-2025. [-]")"#,
    ),
    (
        "typed-phone",
        r#"list(["Or (888) 555 0142. [-]"])"#,
        r#""(888) 555 0142" is typed into the text"#,
        r#"list(["Or 12 000 000 people, 107,941, 37.5 and 407.8.3.2.1. [-]"])"#,
    ),
    (
        "long-step",
        r#"steps([step(title: "Do this now and go out of here", text: "Go. [-]")])"#,
        "the title of this step has 8 words, and may have 6 at most",
        r#"steps([step(title: "Do this now and go out", text: "Go. [-]")])"#,
    ),
    (
        "long-step",
        r#"steps([step(title: "Go", text: "Go. [-]", brief: "a a a a a a a a a a a a a a a a a a a a a [-]")])"#,
        "the brief of this step has 21 words, and may have 20 at most",
        r#"steps([step(title: "Go", text: "Go. [-]", brief: "a a a a a a a a a a a a a a a a a a a a [-]")])"#,
    ),
    (
        "alt-style",
        r#"picture(name: "talk", alt: "Picture of two people.")"#,
        r#"take out "picture of""#,
        r#"picture(name: "talk", alt: "Two people talk.")"#,
    ),
    (
        "alt-style",
        r#"picture(name: "talk", alt: "talk.svg")"#,
        r#""talk.svg" is the name of a file"#,
        r#"picture(name: "talk", alt: "They talk.")"#,
    ),
    (
        "no-glyph",
        r#"paragraph("Take 薬. [-]")"#,
        "no bundled font has the letter \"薬\" (U+85AC)",
        r#"paragraph("Thuốc, лекарство, φάρμακο: ¿qué? [-]")"#,
    ),
    ("no-glyph", r#"heading("Go 🙂")"#, "(U+1F642)", r#"heading("Go…")"#),
];

#[test]
fn every_rule_finds_what_breaks_it_and_nothing_else() {
    for (rule, breaks, message, keeps) in TABLE {
        let found_in = |block: &str| {
            let library = library(&with_block(block), None);
            assert_eq!(problems(&library), "", "{block}");
            found(&library, "2026-11-22")
        };
        let found = found_in(breaks);
        let lines: Vec<&str> = found.lines().filter(|line| line.ends_with(&format!("[{rule}]"))).collect();
        assert_eq!(lines.len(), 1, "{breaks}\n{found}");
        assert!(lines[0].starts_with("en/overdose.ron:13:"), "{}", lines[0]);
        assert!(lines[0].contains(message), "{}", lines[0]);
        let found = found_in(keeps);
        assert!(!found.contains(&format!("[{rule}]")), "{keeps}\n{found}");
    }
}

#[test]
fn a_text_for_pictures_is_short() {
    let alt = |letters: usize| format!(r#"picture(name: "talk", alt: "{}")"#, "a".repeat(letters));
    let found_in = |block: &str| found(&library(&with_block(block), None), "2026-11-22");
    assert!(found_in(&alt(151)).contains("151 letters say what this picture shows, and 150 are the most"));
    assert!(!found_in(&alt(150)).contains("alt-style"));
}

#[test]
fn a_step_of_more_than_45_words_is_too_long() {
    let step = |words: usize| format!(r#"steps([step(title: "Go", text: "{}. [-]")])"#, "go ".repeat(words).trim_end());
    let found_in = |block: &str| found(&library(&with_block(block), None), "2026-11-22");
    assert!(found_in(&step(46)).contains("the text of this step has 46 words, and may have 45 at most"));
    assert!(!found_in(&step(45)).contains("long-step"));
}

#[test]
fn a_section_that_teaches_words_may_quote_them() {
    let words = |text: &str| {
        let topic = with_block(&format!(r#"paragraph("{text} [-]")"#))["en/overdose.ron"].to_string();
        let files = with(bundled_files(), "en/effects.ron", topic.replace("\"overdose\"", "\"effects\""));
        let teaches = files["en/effects.ron"].replace("\"act-now\"", "\"words\"");
        let files = with(with(files, "en/effects.ron", teaches), "en/about.ron", "");
        found(&library(&files, None), "2026-11-22")
    };
    let quoted = words(r#"We never say \"addict\"."#);
    assert!(!quoted.contains("avoid \"addict\""), "{quoted}");
    let plain = words("We never say addict.");
    assert!(plain.contains("avoid \"addict\""), "{plain}");
    let elsewhere = found(&library(&with_block(r#"paragraph("Not \"addict\". [-]")"#), None), "2026-11-22");
    assert!(elsewhere.contains("avoid \"addict\""), "{elsewhere}");
}

#[test]
fn a_source_that_only_brief_words_cite_is_used() {
    let block = r#"steps([step(title: "Go", text: "Go. [-]", brief: "Go. [lonely]")])"#;
    let files = with_block(block);
    let sources = files["sources.ron"].replace(
        "])\n",
        "    source(id: \"lonely\", kind: other, title: \"L\", publisher: \"N\", published: \"2026\", read: none),\n])\n",
    );
    assert_eq!(found(&library(&with(files, "sources.ron", sources), None), "2026-11-22"), "");
}

#[test]
fn every_rule_is_explained_in_the_guide_for_authors() {
    let text = fs::read_to_string(root().join("resources/README.md")).unwrap();
    let explained: BTreeSet<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` |").map(|(rule, _)| rule))
        .filter(|rule| RULES.contains(rule) || ALLOWANCE_RULES.contains(rule))
        .collect();
    let rules: BTreeSet<&str> = RULES.iter().chain(ALLOWANCE_RULES).copied().collect();
    assert_eq!(explained, rules);
}
