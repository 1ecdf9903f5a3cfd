//! Topics that go on in other files: the parts read as one topic, and a mistake in one is named and costs only itself.

use careshelf::content::{Files, bundled_files};
use careshelf::model::id::TopicId;
use careshelf::model::library::Library;

use crate::packs::{good, library, problems, with, words};

#[test]
fn a_topic_goes_on_in_its_parts_in_the_order_of_their_list() {
    let files =
        with(with(in_parts("effects", r#""more", "last""#), "en/last.ron", part("effects", &["c"])), MORE, more());
    let library = check_problems(&files, "");
    assert_eq!(sections(&library, "effects"), ["short-term", "long-term", "a", "b", "c"]);
    assert!(library.sections().all(|(_, section)| section.is_complete));
}

#[test]
fn the_overdose_topic_may_have_parts_too() {
    let files = with(in_parts("overdose", r#""more""#), MORE, part("overdose", &["a"]));
    assert_eq!(sections(&check_problems(&files, ""), "overdose"), ["act-now", "a"]);
}

#[test]
fn a_pointer_may_lead_to_another_part() {
    let see = more().replace(PARAGRAPH, r#"see(["short-term", "b"])"#);
    check_problems(&with(in_parts("effects", r#""more""#), MORE, see), "");
    let files = with(good("small"), "en/effects.ron", EFFECTS.replace(PARAGRAPH, r#"see(["b"])"#));
    check_problems(&with(files, MORE, more()), "");
}

#[test]
fn a_part_that_is_not_there_is_named_and_costs_only_itself() {
    let files = with(in_parts("effects", r#""last", "more""#), MORE, more());
    let library = check_problems(
        &files,
        "en/last.ron:1:1: error: this file is missing; add it, or take it out of `parts` in en/effects.ron [missing-file]\n",
    );
    assert_eq!(sections(&library, "effects"), ["short-term", "long-term", "a", "b"]);
}

#[test]
fn a_mistake_in_a_part_costs_only_itself() {
    for (text, expected, left) in [
        (
            more().replace("title: \"a\"", "titel: \"a\""),
            "en/more.ron:2:18: error: unknown field `titel` in this section; did you mean `title`? [unknown-field]\n",
            vec!["short-term", "long-term", "b"],
        ),
        (
            more().replace("id: \"a\"", "id: \"short-term\""),
            "en/more.ron:2:1: error: the id `short-term` is taken at en/effects.ron:7:9; give this section another one [duplicate-id]\n",
            vec!["short-term", "long-term", "b"],
        ),
        (
            more().replace("id: \"a\"", "id: \"act-now\""),
            "en/more.ron:2:1: error: the id `act-now` is taken at en/overdose.ron:6:9; give this section another one [duplicate-id]\n",
            vec!["short-term", "long-term", "b"],
        ),
        (
            part("withdrawal", &["a", "b"]),
            "en/more.ron:1:13: error: this part belongs to the topic `withdrawal`; mend the name, or take it out of `effects` [part-topic]\n",
            vec!["short-term", "long-term"],
        ),
        (
            "part(topic: \"effects\", sections: []]".to_owned(),
            "en/more.ron:1:36: error: expected a comma here; put one between this and what stands before it [syntax]\n",
            vec!["short-term", "long-term"],
        ),
        (
            "topic(id: \"more\")".to_owned(),
            "en/more.ron:1:1: error: expected `part(…)` with fields here, found `topic` [wrong-kind]\n",
            vec!["short-term", "long-term"],
        ),
        (
            "part(sections: [])".to_owned(),
            "en/more.ron:1:1: error: this part has no `topic`; add one [missing-field]\n\
             en/more.ron:1:16: error: this list is empty; add something to it or leave it out [empty]\n",
            vec!["short-term", "long-term"],
        ),
    ] {
        let library = check_problems(&with(in_parts("effects", r#""more""#), MORE, text), expected);
        assert_eq!(sections(&library, "effects"), left);
    }
}

#[test]
fn any_mistake_in_a_part_of_the_overdose_topic_makes_the_bundled_one_stand_in() {
    let bundled = library(&bundled_files(), None);
    for text in [
        "part(".to_owned(),
        part("effects", &["a"]),
        part("overdose", &["act-now"]),
        part("overdose", &["a"]).replace("[-]", "[nobody]"),
        part("overdose", &["a", "b"]).replace("id: \"b\"", "id: \"a\""),
    ] {
        let library = library(&with(in_parts("overdose", r#""more""#), MORE, text), None);
        assert_eq!(sections(&library, "overdose"), sections(&bundled, "overdose"));
        assert!(library.act_now().unwrap().1.is_stand_in);
        let found = problems(&library);
        assert!(found.contains("en/overdose.ron:1:1: error: the bundled copy of this file stands in"), "{found}");
        assert!(found.contains("en/more.ron:"), "{found}");
        assert!(words(&library).contains(&"effects Effects".to_owned()), "the other topic should remain");
    }
    let library = library(&in_parts("overdose", r#""more""#), None);
    assert_eq!(sections(&library, "overdose"), sections(&bundled, "overdose"), "a part is missing");
}

#[test]
fn a_part_that_no_topic_names_is_named() {
    let expected =
        "en/more.ron:1:1: error: no tab shows this part; add it to `parts` in en/effects.ron [unlisted-file]\n";
    check_problems(&with(good("small"), MORE, more()), expected);
}

#[test]
fn the_parts_of_a_topic_with_broken_brackets_are_not_blamed_for_it() {
    let files = with(with(good("small"), "en/effects.ron", "topic("), MORE, more());
    let found = problems(&library(&files, None));
    assert!(found.contains("en/effects.ron:") && !found.contains("en/more.ron"), "{found}");
}

#[test]
fn a_part_named_twice_is_shown_once() {
    let files = with(in_parts("effects", r#""more", "more""#), MORE, more());
    let library =
        check_problems(&files, "en/effects.ron:5:21: error: the part `more` is here twice; keep one [duplicate-id]\n");
    assert_eq!(sections(&library, "effects"), ["short-term", "long-term", "a", "b"]);
}

#[test]
fn a_topic_may_be_so_long_that_no_file_could_hold_it() {
    let ids = |from: usize| (from..from + 5000).map(|i| format!("s{i}")).collect::<Vec<_>>();
    let part = |from| {
        let ids = ids(from);
        part("effects", &ids.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let files = with(with(in_parts("effects", r#""more", "last""#), MORE, part(0)), "en/last.ron", part(5000));
    assert!(1024 * 1024 < files[MORE].len() + files["en/last.ron"].len());
    assert_eq!(sections(&check_problems(&files, ""), "effects").len(), 10_002);
}

const MORE: &str = "en/more.ron";

/// The pack `small`, with `parts` in the file of `topic`.
fn in_parts(topic: &str, parts: &str) -> Files {
    let path = format!("en/{topic}.ron");
    let text =
        good("small")[path.as_str()].replacen("    sections:", &format!("    parts: [{parts}],\n    sections:"), 1);
    with(good("small"), &path, text)
}

/// A part with the sections `a` and `b`.
fn more() -> String {
    part("effects", &["a", "b"])
}

/// A part of `topic` with sections of these ids, each on its own line.
fn part(topic: &str, ids: &[&str]) -> String {
    let section = |id: &&str| {
        format!(
            r#"section(id: "{id}", title: "{id}", reviewed: "2026-11-22", review_by: "2027-11-22", blocks: [{PARAGRAPH}]),"#
        ) + "\n"
    };
    format!("part(topic: \"{topic}\", sections: [\n{}])\n", ids.iter().map(section).collect::<String>())
}

const PARAGRAPH: &str = r#"paragraph("Ask the staff. [-]")"#;

/// A topic that goes on in the part `more`.
const EFFECTS: &str = r#"topic(
    id: "effects",
    title: "Effects",
    picture: "tab-effects",
    parts: ["more"],
    sections: [section(
        id: "short-term", title: "Short-term effects", reviewed: "2026-11-22", review_by: "2027-11-22",
        blocks: [paragraph("Ask the staff. [-]")],
    )],
)
"#;

#[track_caller]
fn check_problems(files: &Files, expected: &str) -> Library {
    let library = library(files, None);
    assert_eq!(problems(&library), expected);
    library
}

fn sections(library: &Library, topic: &str) -> Vec<String> {
    let topic = library.topic(&TopicId::from(topic)).unwrap();
    topic.sections.iter().map(|section| section.id.to_string()).collect()
}
