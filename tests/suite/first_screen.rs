//! What is read for the first screen shows there what the whole library shows, however broken the content is.

use std::fs;

use careshelf::content::{Files, Loaded, Origin, SiteText, assemble, assemble_first, bundled_files, load, load_first};
use careshelf::model::library::Library;
use careshelf::model::topic::Topic;
use careshelf::notes;
use careshelf::words::Msg;

use crate::packs::{folder, good, problems, with};
use crate::visit::TODAY;

#[test]
fn the_first_screen_of_good_content_is_that_of_the_whole_library() {
    let full_site = fs::read_to_string(folder().join("good/full-site.ron")).unwrap();
    for files in [bundled_files(), good("minimal"), good("commented"), good("small")] {
        for site in [None, Some(full_site.as_str()), Some(r#"site(country: "GB")"#)] {
            let (first, all) = check_same(&files, site);
            assert_eq!(overdose(&first), overdose(&all), "every block, every pointer, every place");
            assert_eq!(outlines(&first), outlines(&all));
            assert!(!first.is_whole && all.is_whole);
        }
    }
}

#[test]
fn other_topics_have_their_tabs_and_no_sections_yet() {
    let first = first(&bundled_files());
    let sections: Vec<usize> = first.topics().iter().map(|topic| topic.sections.len()).collect();
    assert!(0 < sections[0] && sections[1..].iter().all(|count| *count == 0), "{sections:?}");
}

#[test]
fn only_sources_that_the_overdose_topic_cites_are_kept() {
    let (first, all) = (first(&bundled_files()), assemble(&bundled_files(), "en", None).library);
    assert!(first.sources.len() < all.sources.len());
    assert!(first.sections().flat_map(|(_, section)| section.sources()).all(|id| first.sources.contains_key(id)));
}

#[test]
fn the_overdose_topic_is_there_with_its_parts() {
    let text = good("small")["en/overdose.ron"].replacen("sections:", "parts: [\"more\"], sections:", 1);
    let more = r#"part(topic: "overdose", sections: [section(id: "a", title: "A", reviewed: "2026-11-22",
        review_by: "2027-11-22", blocks: [paragraph("Ask the staff. [-]")])])"#;
    let files = with(good("small"), "en/overdose.ron", text);
    for (more, count) in [(more, 2), ("part(", overdose(&first(&bundled_files())).sections.len())] {
        let (first, _) = check_same(&with(files.clone(), "en/more.ron", more), None);
        assert_eq!(overdose(&first).sections.len(), count);
    }
}

#[test]
fn a_tab_needs_only_the_beginning_of_its_file() {
    let effects = &good("small")["en/effects.ron"];
    let (head, _) = effects.split_once("sections:").unwrap();
    for (text, has_tab) in [
        (format!("{head}sections: [this is not even RON"), true),
        (format!("// {}\n{head}sections: [", "a".repeat(50_000)), true),
        (format!("// {}\n{head}sections: [", "é".repeat(50_000)), false),
        (format!("topic(sections: [], {}", head.strip_prefix("topic(").unwrap()), false),
        (head.replacen("topic(", "(", 1) + "sections: [", true),
        (head.replacen("topic(", "part(", 1) + "sections: [", false),
        (head.replacen("\"effects\"", "\"other\"", 1) + "sections: [", false),
        (String::new(), false),
    ] {
        let first = first(&with(good("small"), "en/effects.ron", text.clone()));
        assert_eq!(first.topic(&"effects".into()).is_some(), has_tab, "{:?}", text.get(..80));
    }
}

#[test]
fn files_that_the_first_screen_does_not_need_are_not_looked_at() {
    let dir = tempfile::tempdir().unwrap();
    let head = good("small")["en/effects.ron"].replacen("sections:", "parts: [\"more\"], sections:", 1);
    let files = with(good("small"), "en/effects.ron", head);
    for (path, text) in &files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text.as_bytes()).unwrap();
    }
    for path in ["en/more.ron", "protocols/zz.ron"] {
        fs::write(dir.path().join(path), b"\xff").unwrap();
    }
    let origin = origin(dir.path().to_owned());
    assert_eq!(problems(&load_first(&origin).library), "");
    assert!(problems(&load(&origin).library).contains("en/more.ron:1:1: error: not UTF-8 text"));
    assert_eq!(overdose(&load_first(&origin).library), overdose(&first(&files)));
}

#[test]
fn a_folder_without_content_leaves_the_bundled_first_screen() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("en")).unwrap();
    fs::write(dir.path().join("notes.txt"), "").unwrap();
    for path in [dir.path().to_owned(), "/no/such/folder".into()] {
        assert_eq!(outlines(&load_first(&origin(path.clone())).library), outlines(&load(&origin(path)).library));
    }
}

#[test]
fn a_language_cannot_lead_out_of_the_folder() {
    let origin = Origin { language: Some("../en".to_owned()), ..origin(folder().join("good/small/protocols")) };
    let loaded = load_first(&origin);
    assert_eq!(loaded.library.edition.language, "en");
    assert!(problems(&loaded.library).contains("there is no language"));
}

/// Both libraries of `files`, after comparing what the first screen shows.
#[track_caller]
pub fn check_same(files: &Files, site: Option<&str>) -> (Library, Library) {
    let site = site.map(|text| SiteText { name: "site.ron", text });
    let (first, all) = (assemble_first(files, "en", site), assemble(files, "en", site));
    assert_eq!(shown(&first), shown(&all), "{}", problems(&all.library));
    let (first, all) = (first.library, all.library);
    assert_eq!((&first.edition, &first.site, &first.protocol), (&all.edition, &all.site, &all.protocol));
    for id in overdose(&first).sections.iter().flat_map(|section| section.sources()) {
        assert_eq!(first.sources.get(id), all.sources.get(id));
    }
    (first, all)
}

/// Everything that a reader of the overdose topic sees, but for the pointers to other topics.
fn shown(loaded: &Loaded) -> Vec<String> {
    let (library, words) = (&loaded.library, &loaded.words);
    let mut shown: Vec<String> = Msg::ALL.iter().map(|msg| words.text(*msg)).collect();
    for section in &overdose(library).sections {
        shown.push(format!("{} {} {}", section.id, section.title, section.is_stand_in));
        shown.extend(notes::notices(library, section, TODAY, words));
        shown.extend(notes::standing(library, section, TODAY, words));
        section.blocks.iter().for_each(|block| block.each_text(&mut |text| shown.push(notes::spoken(text, words))));
    }
    shown
}

fn overdose(library: &Library) -> &Topic {
    library.topic(&"overdose".into()).unwrap()
}

/// What the tabs show.
fn outlines(library: &Library) -> Vec<(String, String, String)> {
    let outline = |topic: &Topic| (topic.id.to_string(), topic.title.clone(), topic.picture.to_string());
    library.topics().iter().map(outline).collect()
}

fn first(files: &Files) -> Library {
    assemble_first(files, "en", None).library
}

fn origin(content_dir: std::path::PathBuf) -> Origin {
    Origin { content_dir: Some(content_dir), language: Some("en".to_owned()), ..Origin::default() }
}
