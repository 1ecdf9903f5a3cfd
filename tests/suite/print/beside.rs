//! A handout in two languages: what says the same stands at the same height, and each side is heard in its own language.

use std::process::Command;
use std::sync::LazyLock;

use careshelf::content::{Loaded, assemble, bundled_files};
use careshelf::model::block::Block;
use careshelf::model::library::Library;
use careshelf::model::paper::{Layout, Paper};
use careshelf::print::{Request, compose_beside, typeset};
use careshelf::words::Msg;

use super::tags::heard;
use super::{Printed, said, sections_of, squeezed};
use crate::visit::{TODAY, bundled};

/// The bundled library in Spanish.
fn spanish() -> Loaded {
    assemble(&bundled_files(), "es", None)
}

fn pdf(first: &Loaded, second: &Loaded, id: &str, paper: Paper) -> Vec<u8> {
    let beside = Some(second.library.edition.language.clone());
    let request = Request { sections: sections_of(first, id), layout: Layout::Handout, paper, day: TODAY, beside };
    let data = compose_beside((&first.library, &first.words), (&second.library, &second.words), &request);
    typeset(&data.expect("both have it")).and_then(|pages| pages.pdf()).expect("the bundled content can be printed")
}

/// Every topic in English with Spanish beside it.
pub static ALL: LazyLock<Vec<Printed>> = LazyLock::new(|| {
    let (first, second) = (bundled(), spanish());
    let topics = first.library.topics().iter().zip(Paper::ALL.into_iter().cycle());
    topics
        .map(|(topic, paper)| Printed {
            name: format!("{}, two languages, {}", topic.id, paper.name()),
            topic: topic.id.to_string(),
            layout: Layout::Handout,
            pdf: pdf(&first, &second, topic.id.as_str(), paper),
        })
        .collect()
});

/// Every text of the topic but those that paper writes in another way.
fn texts(library: &Library, topic: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for (_, section) in library.sections().filter(|(holder, section)| holder.id.as_str() == topic && !section.for_staff)
    {
        texts.push(section.title.clone());
        for block in &section.blocks {
            if matches!(
                block,
                Block::Paragraph(_) | Block::List(_) | Block::Callout(_) | Block::Table(_) | Block::Heading(_)
            ) {
                block.each_text(&mut |text| texts.push(text.plain()));
            }
        }
    }
    texts
}

#[test]
fn everything_is_there_in_both_languages() {
    let (first, second) = (bundled(), spanish());
    for printed in ALL.iter() {
        let heard = heard(&printed.pdf);
        for text in texts(&first.library, &printed.topic).into_iter().chain(texts(&second.library, &printed.topic)) {
            assert!(heard.contains(&squeezed(&text)), "{}: {text}", printed.name);
        }
        for loaded in [&first, &second] {
            let note = loaded.words.text(Msg::BeingCheckedExplained);
            let has_mark = heard.contains(&squeezed(&format!("({})", loaded.words.text(Msg::BeingChecked))));
            assert_eq!(heard.contains(&squeezed(&note)), has_mark, "{}: what the mark means", printed.name);
        }
    }
}

#[test]
fn what_says_the_same_stands_at_the_same_height() {
    let (first, second) = (bundled(), spanish());
    let page = said("pdftotext", &["-layout", "{}", "-"], &pdf(&first, &second, "signs", Paper::Letter));
    let begins = |library: &Library| -> Vec<String> {
        let (_, section) = library.section(&"signs".into()).expect("the section");
        let mut begins = Vec::new();
        for block in &section.blocks {
            if !matches!(block, Block::See(_) | Block::Picture(_)) {
                block.each_text(&mut |text| {
                    begins.push(text.plain().split(' ').take(2).collect::<Vec<_>>().join(" "));
                });
            }
        }
        begins
    };
    let (left, right) = (begins(&first.library), begins(&second.library));
    assert_eq!(left.len(), right.len());
    for (left, right) in left.iter().zip(&right) {
        let is_beside = page.lines().any(|line| line.contains(left.as_str()) && line.contains(right.as_str()));
        assert!(is_beside, "\"{left}\" and \"{right}\" are apart:\n{page}");
    }
}

#[test]
fn the_second_language_is_said_to_be_what_it_is() {
    let (first, second) = (bundled(), spanish());
    let pdf = pdf(&first, &second, "signs", Paper::Letter);
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("pages.pdf");
    std::fs::write(&path, &pdf).expect("a writable folder");
    let output = Command::new("qpdf").args(["--qdf", "--object-streams=disable"]).arg(&path).arg("-").output();
    let plain = String::from_utf8_lossy(&output.expect("qpdf; tests/run installs it").stdout).into_owned();
    assert!(plain.contains("/Lang (en)") && plain.contains("/Lang (es)"), "no language of a part");
}

#[test]
fn sections_that_are_not_built_alike_stand_beside_each_other_as_wholes() {
    let files = |list: &str| {
        let mut files = bundled_files();
        let text = format!(
            r#"topic(id: "effects", title: "Effects", picture: "tab-effects", sections: [section(id: "only", title: "Only",
            reviewed: "2026-11-22", review_by: "2027-11-22", blocks: [list({list}), paragraph("The end. [-]")])])"#
        );
        files.insert("en/effects.ron".to_owned(), text.into());
        assemble(&files, "en", None)
    };
    let (first, second) = (files(r#"["Cats. [-]", "Dogs. [-]"]"#), files(r#"["Gatos. [-]"]"#));
    let heard = heard(&pdf(&first, &second, "only", Paper::A4));
    for words in ["Cats.", "Dogs.", "Gatos."] {
        assert!(heard.contains(words), "{heard}");
    }
}

#[test]
fn the_command_line_prints_two_languages_and_says_what_cannot_be() {
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_careshelf"));
        let output = command.args(["print", "signs", "-o", "-"]).args(arguments).output().expect("the program runs");
        (output.status.code(), output.stdout.len(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, length, said) = run(&["--beside", "es"]);
    assert!(code == Some(0) && 10_000 < length, "{said}");
    for (arguments, expected) in [
        (&["--beside", "xx"][..], "careshelf: --beside takes another language: es\n"),
        (&["--beside", "en"], "careshelf: --beside takes another language: es\n"),
        (
            &["--beside", "es", "--layout", "card"],
            "careshelf: a card has one language; leave out --beside, or print a handout\n",
        ),
    ] {
        assert_eq!(run(arguments), (Some(1), 0, expected.to_owned()));
    }
}

#[test]
fn card_and_poster_have_room_in_every_language() {
    let languages = bundled().library.languages.all;
    assert!(1 < languages.len());
    for language in languages {
        let loaded = assemble(&bundled_files(), &language.id, None);
        for (layout, paper) in
            [Layout::Card, Layout::Poster].into_iter().flat_map(|l| Paper::ALL.map(|paper| (l, paper)))
        {
            let request = Request { sections: Vec::new(), layout, paper, day: TODAY, beside: None };
            let pages = super::pages(&loaded, &request);
            assert_eq!(pages.map(|pages| pages.count()).ok(), Some(1), "{layout:?} on {paper:?} in {}", language.id);
        }
    }
}
