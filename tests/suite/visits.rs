//! Whole visits: what a reader does, and what the viewer must show.

use std::sync::{Arc, Mutex};

use careshelf::model::block::Block;
use careshelf::model::id::SectionId;
use careshelf::state::{TextSize, Theme};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

use crate::visit::{Visit, bundled, bundled_for, name_of, role_of};

const WIDE: [f32; 2] = [1280.0, 800.0];
const NARROW: [f32; 2] = [640.0, 800.0];

#[test]
fn a_visit_begins_with_the_overdose_steps() {
    let visit = Visit::new(WIDE);
    assert_eq!((visit.topic().as_str(), visit.section().as_str()), ("overdose", "act-now"));
    assert!(visit.has("Check and wake them"), "{}", visit.words());
}

#[test]
fn every_tab_opens_its_topic_and_says_that_it_is_selected() {
    let mut visit = Visit::new(WIDE);
    let tabs = [
        ("Effects", "effects"),
        ("Withdrawal", "withdrawal"),
        ("Treatment", "treatment"),
        ("Get help", "help"),
        ("About", "about"),
        ("Overdose", "overdose"),
    ];
    for (name, topic) in tabs {
        visit.touch(Role::Tab, name);
        assert_eq!(visit.topic(), topic);
        let selected: Vec<String> = visit
            .nodes()
            .filter(|node| role_of(node) == Role::Tab && node.accesskit_node().is_selected() == Some(true))
            .map(|node| name_of(&node))
            .collect();
        assert_eq!(selected, [name]);
    }
}

#[test]
fn every_section_opens_from_the_list_and_shows_its_title_its_dates_and_its_words() {
    let mut visit = Visit::new(WIDE);
    let words_of_interface = bundled().words;
    let sections: Vec<_> =
        bundled().library.sections().map(|(topic, section)| (topic.title.clone(), section.clone())).collect();
    assert!(45 <= sections.len(), "only {} sections", sections.len());
    for (tab, section) in sections {
        visit.press(Role::Tab, &tab).press(Role::Button, &section.title);
        assert_eq!(visit.section(), section.id.as_str());
        assert!(visit.nodes().any(|node| role_of(&node) == Role::Heading && name_of(&node) == section.title));
        let words = visit.words();
        let checked = careshelf::words::date(&words_of_interface, section.reviewed);
        let standing = format!("Checked against sources on {checked}. Not yet approved for this site.");
        assert!(words.contains(&standing), "{words}");
        for block in &section.blocks {
            block.each_text(&mut |text| {
                assert!(words.contains(&text.plain()), "{} lacks \"{}\"", section.id, text.plain());
            });
        }
    }
}

#[test]
fn a_tab_opens_where_the_reader_left_it() {
    let mut visit = Visit::new(WIDE);
    visit.press(Role::Tab, "Treatment").press(Role::Button, "Methadone").press(Role::Tab, "About");
    visit.press(Role::Tab, "Treatment");
    assert_eq!(visit.section(), "methadone");
}

#[test]
fn the_overdose_button_works_from_every_section_and_stands_at_the_same_place() {
    let mut visit = Visit::new(WIDE);
    let place = visit.rect(Role::Button, "Overdose? Act now");
    for section in visit.all_sections() {
        visit.act(careshelf::state::Action::OpenSection(section.clone()));
        assert_eq!(visit.rect(Role::Button, "Overdose? Act now"), place, "on {section}");
        visit.touch(Role::Button, "Overdose? Act now");
        assert_eq!(visit.card().as_deref(), Some("check"), "from {section}");
        visit.touch(Role::Button, "Leave, all is safe");
        assert_eq!((visit.section(), visit.card()), (section.to_string(), None));
    }
}

#[test]
fn f1_opens_the_overdose_steps_from_a_section_from_a_sheet_and_from_the_section_list() {
    let mut visit = Visit::new(NARROW);
    let check = |visit: &mut Visit| {
        visit.key(Key::F1);
        assert_eq!(visit.card().as_deref(), Some("check"));
        assert_eq!((visit.state().sheet.clone(), visit.state().is_section_list_open), (None, false));
        visit.press(Role::Button, "Leave, all is safe");
    };
    check(visit.press(Role::Tab, "About"));
    check(visit.press(Role::Tab, "Effects").press_first(Role::Button, "Who says so?"));
    check(visit.press(Role::Tab, "Effects").press_first(Role::Button, "All parts: 1 of"));
}

#[test]
fn the_numbers_after_a_statement_show_who_says_so() {
    let mut visit = Visit::new(WIDE);
    visit.press(Role::Tab, "Effects").press_first(Role::Button, "Who says so?");
    let words = visit.words();
    assert!(words.contains("US NIDA, NIH, "), "{words}");
    assert!(visit.has("Close"));
    visit.press(Role::Button, "Close");
    assert_eq!(visit.state().sheet, None);
}

#[test]
fn the_close_button_of_a_sheet_gets_the_focus_and_escape_closes_it() {
    let mut visit = Visit::new(WIDE);
    visit.press_first(Role::Button, "Who says so?");
    let focused = visit.nodes().find(|node| node.accesskit_node().is_focused()).map(|node| name_of(&node));
    assert_eq!(focused.as_deref(), Some("Close"));
    visit.key(Key::Escape);
    assert_eq!(visit.state().sheet, None);
}

#[test]
fn a_sheet_that_is_opened_again_gets_the_focus_again() {
    let mut visit = Visit::new(WIDE);
    for _ in 0..2 {
        visit.touch(Role::Button, "Text and colors");
        let focused = visit.nodes().find(|node| node.accesskit_node().is_focused()).map(|node| name_of(&node));
        assert_eq!(focused.as_deref(), Some("Close"));
        visit.key(Key::Escape);
    }
}

#[test]
fn a_site_file_with_a_mistake_warns_that_the_emergency_number_may_be_another() {
    for site in ["site(country: \"UK\")", "site(name: \"x\" country: \"GB\")"] {
        let visit = Visit::to(bundled_for(site), WIDE);
        assert!(visit.words().contains("The emergency number may be a different one here."), "{site}");
    }
    assert!(!Visit::new(WIDE).words().contains("may be a different one"));
}

#[test]
fn a_new_day_reaches_a_viewer_that_never_stops() {
    let day = Arc::new(Mutex::new(crate::visit::TODAY));
    let clock = day.clone();
    let mut visit = Visit::with_clock(move || *clock.lock().unwrap(), bundled(), WIDE);
    assert!(!visit.words().contains("should have been checked"));
    *day.lock().unwrap() = jiff::civil::date(2028, 1, 1);
    visit.wait();
    assert!(visit.words().contains("should have been checked"));
}

#[test]
fn number_keys_with_ctrl_open_the_tabs_from_left_to_right() {
    let mut visit = Visit::new(WIDE);
    let keys = [Key::Num2, Key::Num6, Key::Num1, Key::Num4];
    for (key, topic) in keys.into_iter().zip(["effects", "about", "overdose", "treatment"]) {
        assert_eq!(visit.key_with_ctrl(key).topic(), topic, "{key:?}");
        assert_eq!(visit.key(Key::Num3).topic(), topic, "a number alone does nothing");
    }
    assert_eq!(visit.key_with_ctrl(Key::Num9).topic(), "treatment", "there is no ninth tab");
}

#[test]
fn a_key_shows_what_it_opens_in_the_very_next_frame() {
    let mut visit = Visit::new(WIDE);
    visit.press(Role::Tab, "About").key_for_one_frame(Key::F1);
    assert!(visit.has("Check and wake them"), "{}", visit.words());
}

#[test]
fn every_text_size_and_theme_can_be_chosen_and_says_that_it_is_chosen() {
    let mut visit = Visit::new(WIDE);
    visit.touch(Role::Button, "Text and colors");
    let sizes = [
        ("Large", TextSize::Large),
        ("Larger", TextSize::Larger),
        ("Largest", TextSize::Largest),
        ("Normal", TextSize::Normal),
    ];
    for (name, size) in sizes {
        visit.press(Role::RadioButton, name);
        assert_eq!(visit.state().text_size, size);
    }
    for (name, theme) in [("Dark", Theme::Dark), ("High contrast", Theme::HighContrast), ("Light", Theme::Light)] {
        visit.press(Role::RadioButton, name);
        assert_eq!(visit.state().theme, theme);
    }
    let chosen = visit.nodes().filter(|node| role_of(node) == Role::RadioButton);
    let chosen: Vec<String> =
        chosen.filter(|node| node.accesskit_node().is_selected() == Some(true)).map(|node| name_of(&node)).collect();
    assert_eq!(chosen, ["Normal", "Usual", "Light", "Moving pictures"]);
}

#[test]
fn a_narrow_window_has_the_list_of_sections_above_the_text() {
    let mut visit = Visit::new(NARROW);
    visit.press(Role::Tab, "Treatment");
    assert!(!visit.has("Methadone"));
    visit.press_first(Role::Button, "All parts: 1 of").press(Role::Button, "Methadone");
    assert_eq!(visit.section(), "methadone");
    let list_button =
        visit.nodes().find(|node| name_of(node).starts_with("All parts: 3 of")).expect("the list's button");
    let title = visit.nodes().find(|node| role_of(node) == Role::Heading).expect("a heading");
    assert!(list_button.rect().max.y <= title.rect().min.y);
}

#[test]
fn next_leads_through_a_whole_topic() {
    let mut visit = Visit::new(WIDE);
    visit.press(Role::Tab, "Withdrawal");
    let count =
        bundled().library.topics().iter().find(|topic| topic.id.as_str() == "withdrawal").unwrap().sections.len();
    for _ in 1..count {
        visit.press_first(Role::Button, "Next: ");
    }
    assert_eq!(visit.section(), "other-withdrawals");
    assert!(!visit.nodes().any(|node| name_of(&node).starts_with("Next: ")));
}

#[test]
fn read_more_opens_the_section_that_it_names() {
    let mut visit = Visit::new(WIDE);
    visit.press(Role::Tab, "Get help");
    let (from, link) = first_link_to_another_topic();
    visit.act(careshelf::state::Action::OpenSection(from));
    let title = bundled().library.section(&link).unwrap().1.title.clone();
    visit.press(Role::Button, &title);
    assert_eq!(visit.section(), link.as_str());
}

/// A section, and one that it points to in another topic.
fn first_link_to_another_topic() -> (SectionId, SectionId) {
    let library = bundled().library;
    for (topic, section) in library.sections() {
        for block in &section.blocks {
            let Block::See(links) = block else { continue };
            let other = links.iter().find(|link| library.section(&link.section).unwrap().0.id != topic.id);
            if let Some(link) = other {
                return (section.id.clone(), link.section.clone());
            }
        }
    }
    panic!("no section points to another topic");
}

#[test]
fn the_keyboard_alone_reaches_every_target_of_a_page() {
    let mut visit = Visit::new(WIDE);
    visit.press(Role::Tab, "About");
    let wanted: Vec<String> = visit
        .targets()
        .into_iter()
        .map(|(role, name, _)| {
            assert!(!name.is_empty(), "{role:?}");
            name
        })
        .collect();
    let mut reached = Vec::new();
    for _ in 0..wanted.len() + 2 {
        visit.key(Key::Tab);
        let focused = visit.nodes().find(|node| node.accesskit_node().is_focused());
        reached.extend(focused.map(|node| name_of(&node)));
    }
    for name in wanted {
        assert!(reached.contains(&name), "Tab never reaches \"{name}\"; it reached {reached:?}");
    }
}

#[test]
fn what_has_the_focus_is_pressed_by_enter_and_by_space() {
    for key in [Key::Enter, Key::Space] {
        let mut visit = Visit::new(WIDE);
        for _ in 0..40 {
            visit.key(Key::Tab);
            let focused = visit.nodes().find(|node| node.accesskit_node().is_focused());
            if focused.is_some_and(|node| name_of(&node) == "Treatment") {
                break;
            }
        }
        visit.key(key);
        assert_eq!(visit.topic(), "treatment", "{key:?}");
    }
}

#[test]
fn what_gets_the_focus_by_keyboard_is_scrolled_into_sight() {
    let mut visit = Visit::new([1024.0, 600.0]);
    visit.press(Role::Tab, "Treatment");
    for _ in 0..60 {
        visit.key(Key::Tab);
        visit.harness().output();
        let Some(focused) = visit.nodes().find(|node| node.accesskit_node().is_focused()) else { continue };
        let rect = focused.rect();
        assert!(0.0 <= rect.min.y && rect.max.y <= 600.5, "\"{}\" is at {rect:?}", name_of(&focused));
    }
}

#[test]
fn page_down_and_end_scroll_the_text() {
    let mut visit = Visit::new(WIDE);
    visit.press(Role::Tab, "Effects");
    let title_y = |visit: &Visit| visit.nodes().find(|node| role_of(node) == Role::Heading).unwrap().rect().min.y;
    let start = title_y(&visit);
    visit.key(Key::PageDown);
    let after_page = title_y(&visit);
    assert!(after_page < start - 300.0, "{start} {after_page}");
    visit.key(Key::End);
    assert!(title_y(&visit) < after_page);
    visit.key(Key::Home);
    assert!((title_y(&visit) - start).abs() < 1.0);
}

#[test]
fn a_new_page_begins_at_its_top() {
    let mut visit = Visit::new(WIDE);
    visit.press(Role::Tab, "Effects");
    let title_y = |visit: &Visit| visit.nodes().find(|node| role_of(node) == Role::Heading).unwrap().rect().min.y;
    let top = title_y(&visit);
    visit.key(Key::End).press_first(Role::Button, "Next: ");
    assert!((title_y(&visit) - top).abs() < 1.0);
}

#[test]
fn dragging_with_mouse_or_finger_scrolls() {
    let mut visit = Visit::new(WIDE);
    visit.press(Role::Tab, "Effects");
    let title_y = |visit: &Visit| visit.nodes().find(|node| role_of(node) == Role::Heading).unwrap().rect().min.y;
    let start = title_y(&visit);
    visit.drag([800.0, 700.0], [800.0, 300.0]);
    assert!(title_y(&visit) < start - 200.0);
    assert_eq!(visit.section(), "short-term-effects", "a drag presses nothing");
}

#[test]
fn the_first_frame_of_a_page_shows_what_is_in_sight_and_the_rest_follows_by_itself() {
    let mut visit = Visit::new(WIDE);
    let heading =
        |visit: &Visit, name: &str| visit.nodes().any(|n| role_of(&n) == Role::Heading && name_of(&n) == name);
    visit.act_for_one_frame(careshelf::state::Action::OpenTopic("treatment".into()));
    assert!(heading(&visit, "Treatment helps"));
    assert!(!heading(&visit, "Who says so?"), "the foot of a long page can wait");
    visit.wait();
    assert!(heading(&visit, "Who says so?"));
}

#[test]
fn a_page_at_rest_asks_for_no_frame() {
    let mut visit = Visit::new(WIDE);
    for section in visit.all_sections() {
        visit.act(careshelf::state::Action::OpenSection(section.clone()));
        let viewport = &visit.harness().output().viewport_output[&egui::ViewportId::ROOT];
        assert_eq!(viewport.repaint_delay, std::time::Duration::MAX, "{section}");
    }
}

#[test]
fn the_site_file_changes_every_place_that_it_names() {
    let site = r#"site(
        name: "Riverside Clinic", address: "12 River Street", room: "Waiting room", door_code: "4711",
        emergency_number: "999", naloxone_location: "Red box beside the desk", aed_location: "Entrance hall",
        services: [service(name: "Night van", phone: "555-0101", checked: "2026-10-01")],
        approved: approval(by: "Dr A. Example", on: "2026-11-23"),
    )"#;
    let mut visit = Visit::to(bundled_for(site), WIDE);
    let words = visit.words();
    for expected in [
        "Riverside Clinic",
        "Call 999 now",
        "Address: 12 River Street",
        "Door code: 4711",
        "Naloxone is here: Red box beside the desk",
        "Approved for this site by Dr A. Example on November 23, 2026.",
    ] {
        assert!(words.contains(expected), "no \"{expected}\" in\n{words}");
    }
    // What is for staff was written after this approval.
    let for_readers = visit.library().sections().filter(|(_, section)| !section.for_staff);
    for section in for_readers.map(|(_, section)| section.id.clone()).collect::<Vec<_>>() {
        visit.act(careshelf::state::Action::OpenSection(section.clone()));
        let words = visit.words();
        assert!(!words.contains("911"), "{section} still names the number of another place:\n{words}");
        assert!(!words.contains("Not yet approved"), "{section}");
    }
    visit.press(Role::Tab, "Get help").press(Role::Button, "Help near you");
    assert!(visit.has("Night van") && visit.words().contains("Checked on October 1, 2026"));
}

#[test]
fn overdue_content_says_so_and_stays_readable() {
    let visit = Visit::on(jiff::civil::date(2028, 1, 1), bundled(), WIDE);
    let words = visit.words();
    assert!(words.contains("This page should have been checked again by November 22, 2027."), "{words}");
    assert!(words.contains("Call 911 now"));
}

#[test]
fn a_clock_before_the_content_hides_nothing() {
    let visit = Visit::on(jiff::civil::date(2001, 1, 1), bundled(), WIDE);
    assert!(visit.words().contains("Call 911 now"));
    assert!(!visit.words().contains("should have been checked"));
}

#[test]
fn problems_of_the_content_stand_on_the_about_page_and_not_before_a_strangers_eyes() {
    let mut visit = Visit::to(bundled_for("site(nmae: \"x\")"), WIDE);
    assert!(!visit.words().contains("nmae"));
    visit.press(Role::Tab, "About");
    let words = visit.words();
    assert!(words.contains("One problem was found"), "{words}");
    assert!(words.contains("site.ron:1:6: error: unknown field `nmae` in this site; did you mean `name`?"), "{words}");
}

#[test]
fn screen_readers_hear_headings_lists_tables_and_the_name_of_the_window() {
    let mut visit = Visit::new(WIDE);
    let roles = |visit: &Visit| -> Vec<Role> { visit.nodes().map(|node| role_of(&node)).collect() };
    assert!(roles(&visit).contains(&Role::TabList));
    assert!(roles(&visit).contains(&Role::ListItem));
    assert!(roles(&visit).contains(&Role::Image));
    visit.press(Role::Tab, "Treatment").press(Role::Button, "Compare treatments");
    for role in [Role::Table, Role::Row, Role::ColumnHeader, Role::RowHeader, Role::Cell] {
        assert!(roles(&visit).contains(&role), "{role:?}");
    }
    assert_eq!(visit.harness().root().accesskit_node().label().as_deref(), Some("Careshelf"));
}

#[test]
fn every_picture_has_words_for_those_who_cannot_see_it() {
    let mut visit = Visit::new(WIDE);
    for section in visit.all_sections() {
        visit.act(careshelf::state::Action::OpenSection(section.clone()));
        for node in visit.nodes().filter(|node| role_of(node) == Role::Image) {
            assert!(10 < name_of(&node).len(), "{section}: {:?}", name_of(&node));
        }
    }
}
