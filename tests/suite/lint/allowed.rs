//! A finding may be allowed in one place, with a reason; such a comment without use is a finding itself.

use super::{clean, found};
use crate::packs::{library, with};

/// What is found where `text` stands instead of the paragraph of the minimal pack, which is in line 12.
fn found_with(text: &str) -> String {
    let topic = clean()["en/overdose.ron"]
        .replace("                paragraph(\"Call {emergency-number}. Say \\\"overdose\\\". [first-aid]\"),\n", text);
    assert!(topic.contains(text), "{topic}");
    found(&library(&with(clean(), "en/overdose.ron", topic), None), "2026-11-22")
}

#[test]
fn a_finding_is_allowed_on_its_line_or_from_the_line_before() {
    for text in [
        "paragraph(\"Go.\"), // check: allow no-source: it claims nothing\n",
        "// check: allow no-source: it claims nothing\nparagraph(\"Go.\"),\n",
        "// check: allow no-source: it claims nothing\n\n// Another remark.\nparagraph(\"Go.\"),\n",
        "// check: allow no-source: one\n// check: allow avoid-word: his own word\nparagraph(\"Addict.\"),\n",
    ] {
        assert_eq!(found_with(text), "", "{text}");
    }
}

#[test]
fn only_the_named_rule_is_allowed_and_only_there() {
    let found =
        found_with("paragraph(\"Addict. [-]\"), // check: allow no-source: it claims nothing\nparagraph(\"Go.\"),\n");
    let expected = "en/overdose.ron:12:11: warning: avoid \"Addict\"";
    assert!(found.contains(expected), "{found}");
    assert!(
        found.contains("en/overdose.ron:12:27: warning: nothing in line 12 breaks the rule `no-source`"),
        "{found}"
    );
    assert!(found.contains("en/overdose.ron:13:11: warning: this statement has no source"), "{found}");
}

#[test]
fn what_is_wrong_with_such_a_comment_is_said() {
    for (comment, expected) in [
        (
            "// check: allow no-source",
            "this comment says no reason; write `check: allow no-source: why it is right here`",
        ),
        ("// check: allow no-source:", "this comment says no reason"),
        ("// check: allow no-sauce: it is so", "no rule is called `no-sauce`; write one of date-order, "),
        ("// check: allow unknown-field: it is so", "no rule is called `unknown-field`"),
        ("// check: allow: it is so", "no rule is called ``"),
        (
            "// check: allow long-list: it is so",
            "nothing in line 12 breaks the rule `long-list`; take this comment out",
        ),
    ] {
        let found = found_with(&format!("paragraph(\"Go.\"), {comment}\n"));
        assert!(found.contains(&format!("en/overdose.ron:12:19: warning: {expected}")), "{comment}\n{found}");
        assert!(found.contains("this statement has no source"), "{comment}\n{found}");
    }
}

#[test]
fn what_only_looks_like_such_a_comment_is_none() {
    for text in [
        "paragraph(\"Go. // check: allow no-source: in a text\"),\n",
        "paragraph(r#\"Go. \" // check: allow no-source: in a raw text\"#),\n",
        "/* // check: allow no-source: in another comment */ paragraph(\"Go.\"),\n",
        "paragraph(\"Go.\"), // check: allowed no-source: no\n",
    ] {
        let found = found_with(text);
        assert!(found.contains("this statement has no source"), "{text}\n{found}");
        assert!(!found.contains("allow-"), "{text}\n{found}");
    }
}

#[test]
fn a_message_of_the_interface_may_be_allowed_something() {
    let interface = |line: &str| {
        let files = with(clean(), "en/interface.ftl", format!("{line}close = The inmate\n"));
        found(&library(&files, None), "2026-11-22")
    };
    assert!(interface("").contains("en/interface.ftl:1:1: warning: avoid \"inmate\""), "{}", interface(""));
    assert_eq!(interface("# check: allow avoid-word: a quotation\n"), "");
}
