//! Packs that must load without any problem, and mean what they say.

use careshelf::content::Files;
use careshelf::model::block::{Block, CalloutKind};
use careshelf::model::id::{SectionId, SourceId};
use careshelf::model::library::Library;
use careshelf::model::site::{Approval, Renderer, Service};
use careshelf::model::source::{ReadHow, SourceKind};
use careshelf::model::text::Span;

use crate::packs::{folder, good, library, problems, with, words};

#[test]
fn a_pack_needs_one_source_one_number_and_one_section() {
    let library = check(&good("minimal"), None);
    assert_eq!(words(&library), ["overdose Overdose", "act-now Act now", "Call 911. Say \"overdose\"."]);
    assert_eq!((library.sources.len(), library.protocol.values.len()), (1, 1));
}

#[test]
fn comments_raw_strings_and_spare_commas_change_nothing() {
    check_same_as_minimal(&good("commented"));
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    check_same_as_minimal(&each_text(&good("minimal"), |text| format!("\u{feff}{text}")));
}

#[test]
fn line_ends_of_windows_change_nothing() {
    check_same_as_minimal(&each_text(&good("minimal"), |text| text.replace('\n', "\r\n")));
    check_same_as_minimal(&each_text(&good("commented"), |text| text.replace('\n', "\r\n")));
}

#[test]
fn records_may_leave_out_their_names() {
    let text = good("minimal")["en/overdose.ron"].replace("topic(", "(").replace("section(", "(");
    check_same_as_minimal(&with(good("minimal"), "en/overdose.ron", text));
}

#[test]
fn every_block_is_read_in_order() {
    let library = check(&good("small"), None);
    let kinds: Vec<&str> = section(&library, "short-term").iter().map(kind).collect();
    assert_eq!(
        kinds,
        [
            "paragraph",
            "heading",
            "list",
            "table",
            "picture",
            "question",
            "contacts",
            "here",
            "local services",
            "all sources",
            "all dates",
            "all problems",
            "guide",
            "practice",
        ]
    );
    let [Block::Callout(callout), Block::Steps(steps), Block::See(links)] = section(&library, "act-now") else {
        panic!("the blocks of act-now should be a callout, steps and links")
    };
    assert_eq!(callout.kind, CalloutKind::Danger);
    assert_eq!(steps[0].picture.as_ref().unwrap().alt.plain(), "A helper shouts.");
    assert_eq!(steps[1].picture, None);
    assert_eq!(links[0].section, SectionId::from("short-term"));
}

#[test]
fn marks_say_what_a_text_rests_on_and_are_not_shown() {
    let library = check(&good("small"), None);
    let Block::List(items) = &section(&library, "short-term")[2] else { panic!("the third block should be a list") };
    assert_eq!((items[0].plain().as_str(), items[0].being_checked), ("Some people feel sick.", true));
    assert_eq!((items[1].plain().as_str(), items[1].no_claim), ("Ask the staff.", true));
    let Block::Steps(steps) = &section(&library, "act-now")[1] else { panic!("the second block should be steps") };
    assert_eq!(steps[1].text.sources, [SourceId::from("health-office"), SourceId::from("first-aid")]);
}

#[test]
fn the_grammar_of_texts_is_read_as_written() {
    for (ron, shown) in [
        (r#""Call. [first-aid] Wait. [first-aid]""#, "Call. Wait."),
        (r#""**Call** {emergency-number}.""#, "*Call* 911."),
        (r#""**Call {emergency-number}.**""#, "*Call **911**.*"),
        (r#""5 * 3, 2 ** 2** [-]""#, "5 * 3, 2 * 2*"),
        (r#""\\*\\*, \\{x\\}, \\[y\\], \\\\""#, r"**, {x}, [y], \"),
        (r#"r"\**, \{x\}""#, "**, {x}"),
        (r#""4 mg, 10 mL, 2 days, 3 or 4, 5 to 6""#, "4\u{a0}mg, 10\u{a0}mL, 2 days, 3\u{a0}or 4, 5\u{a0}to 6"),
        (r#""Say \"hello\" \u{2192} now""#, "Say \"hello\" \u{2192} now"),
    ] {
        assert_eq!(shown_of(ron), shown, "{ron}");
    }
}

#[test]
fn values_are_shown_in_words_with_their_unit_beside_the_number() {
    let library = check(&good("small"), None);
    let all = words(&library);
    assert!(all.contains(&"Call 911 now".to_owned()));
    assert!(all.contains(&"Repeat after 2 to 3\u{a0}minutes".to_owned()));
}

#[test]
fn sources_keep_everything_that_is_said_of_them() {
    let library = check(&good("small"), None);
    let source = &library.sources[&SourceId::from("health-office")];
    assert_eq!((source.kind, source.read), (SourceKind::Agency, ReadHow::Copy));
    assert_eq!(source.published, "no date given");
    assert_eq!(source.url.as_deref(), Some("https://example.org/opioids"));
    assert_eq!(source.note.as_deref(), Some("as republished"));
    assert_eq!(source.place.to_string(), "sources.ron:3:5");
}

#[test]
fn a_site_file_may_say_everything() {
    let library = check(&good("small"), Some(&full_site()));
    let site = &library.site;
    let said = |text: &str| Some(text.to_owned());
    assert_eq!(site.name, said("Riverside Clinic"));
    assert_eq!(site.address, said("12 River Street, Springfield"));
    assert_eq!(site.room, said("Waiting room, ground floor"));
    assert_eq!(site.door_code, said("4711"));
    assert_eq!(site.phone, said("555-0100"));
    assert_eq!(site.naloxone_location, said("Red box beside the front desk"));
    assert_eq!(site.aed_location, said("On the wall in the entrance hall"));
    assert_eq!(site.emergency_number, said("999"));
    assert_eq!(site.protocol, said("xx"));
    assert_eq!(site.renderer, Some(Renderer::Cpu));
    let night_van = Service {
        name: "Night van".to_owned(),
        about: said("Free naloxone."),
        phone: said("+1 (555) 0101"),
        address: said("Dock Road"),
        hours: said("10 pm to 2 am"),
        checked: "2026-10-01".parse().unwrap(),
    };
    assert_eq!(site.services[0], night_van);
    assert_eq!(site.services[1].about, None);
    let approval = Approval { by: "Dr A. Example, medical director".to_owned(), on: "2026-11-30".parse().unwrap() };
    assert_eq!(site.approval, Some(approval));
}

#[test]
fn a_site_may_choose_another_protocol() {
    let library = check(&good("small"), Some(r#"site(protocol: "xx")"#));
    assert_eq!(library.protocol.name, "Exampleland");
    assert!(words(&library).contains(&"Repeat after 4\u{a0}minutes".to_owned()));
    assert!(words(&library).contains(&"Call 110 now".to_owned()));
}

#[test]
fn the_number_of_the_country_is_shown_wherever_the_emergency_number_is_named() {
    check_number(r#"site(country: "GB")"#, "999");
}

#[test]
fn a_number_of_the_site_itself_goes_before_that_of_its_country() {
    check_number(r#"site(country: "GB", emergency_number: "9-999")"#, "9-999");
}

#[test]
fn an_empty_site_file_changes_nothing() {
    assert_eq!(check(&good("small"), Some("site()")), check(&good("small"), None));
}

#[test]
fn an_approval_older_than_the_review_does_not_count() {
    for (on, counts) in [("2026-11-21", false), ("2026-11-22", true), ("2026-11-23", true)] {
        let site = format!(r#"site(approved: approval(by: "Dr A. Example", on: "{on}"))"#);
        let library = check(&good("minimal"), Some(&site));
        let (_, section) = library.act_now().unwrap();
        assert_eq!(
            library.approval(section, jiff::civil::date(2026, 12, 1)).is_some(),
            counts,
            "approved on {on}, reviewed on 2026-11-22"
        );
    }
}

#[test]
fn a_topic_may_stand_anywhere_among_the_tabs() {
    let language = r#"language(id: "en", name: "English", version: "1", topics: ["effects", "overdose"])"#;
    let library = check(&with(good("small"), "en/language.ron", language), None);
    let tabs: Vec<&str> = library.topics().iter().map(|topic| topic.id.as_str()).collect();
    assert_eq!(tabs, ["effects", "overdose"]);
    assert_eq!(library.act_now().unwrap().1.id, SectionId::from("act-now"));
}

/// Loads `files`, and finds no problem.
#[track_caller]
fn check(files: &Files, site: Option<&str>) -> Library {
    let library = library(files, site);
    assert_eq!(problems(&library), "");
    assert!(library.sections().all(|(_, section)| section.is_complete));
    library
}

#[track_caller]
fn check_same_as_minimal(files: &Files) {
    let (library, minimal) = (check(files, None), check(&good("minimal"), None));
    assert_eq!(words(&library), words(&minimal));
    assert_eq!(library.edition, minimal.edition);
    assert_eq!(library.protocol.name, minimal.protocol.name);
    let sources = |library: &Library| -> Vec<_> {
        let sources = library.sources.values();
        sources.map(|source| (source.id.clone(), source.kind, source.title.clone(), source.publisher.clone())).collect()
    };
    assert_eq!(sources(&library), sources(&minimal));
}

#[track_caller]
fn check_number(site: &str, number: &str) {
    let library = check(&good("small"), Some(site));
    let mut shown = Vec::new();
    for block in library.sections().flat_map(|(_, section)| &section.blocks) {
        block.each_text(&mut |text| {
            shown.extend(text.spans.iter().filter_map(|span| match span {
                Span::Value { name, shown, .. } if name == "emergency-number" => Some(shown.as_str()),
                _ => None,
            }));
        });
    }
    assert_eq!(shown, [number, number], "in the callout and in the contact");
}

/// What a reader sees of the RON text `ron`: strong pieces between stars.
#[track_caller]
fn shown_of(ron: &str) -> String {
    let text =
        good("minimal")["en/overdose.ron"].replace(r#""Call {emergency-number}. Say \"overdose\". [first-aid]""#, ron);
    let library = check(&with(good("minimal"), "en/overdose.ron", text), None);
    let Block::Paragraph(text) = &section(&library, "act-now")[0] else {
        panic!("the first block should be a paragraph")
    };
    let star = |span: &Span| if span.is_strong() { format!("*{}*", span.shown()) } else { span.shown().to_owned() };
    text.spans.iter().map(star).collect()
}

fn section<'l>(library: &'l Library, id: &str) -> &'l [Block] {
    &library.section(&SectionId::from(id)).unwrap().1.blocks
}

fn kind(block: &Block) -> &'static str {
    match block {
        Block::Paragraph(_) => "paragraph",
        Block::Heading(_) => "heading",
        Block::List(_) => "list",
        Block::Steps(_) => "steps",
        Block::Callout(_) => "callout",
        Block::Table(_) => "table",
        Block::Picture(_) => "picture",
        Block::Contacts(_) => "contacts",
        Block::Question { .. } => "question",
        Block::See(_) => "see",
        Block::Here(_) => "here",
        Block::LocalServices(_) => "local services",
        Block::AllSources => "all sources",
        Block::AllDates => "all dates",
        Block::AllProblems => "all problems",
        Block::Guide => "guide",
        Block::Practice => "practice",
    }
}

fn each_text(files: &Files, change: impl Fn(&str) -> String) -> Files {
    files.iter().map(|(path, text)| (path.clone(), change(text).into())).collect()
}

fn full_site() -> String {
    std::fs::read_to_string(folder().join("good/full-site.ron")).unwrap()
}
