//! The page that a kiosk shows when it could show nothing else: the number and all steps, whole, at every size.

use careshelf::app::{self, SafePage};
use careshelf::content::{Loaded, Origin, load_bundled};
use careshelf::model::block::Block;
use careshelf::state::{Spacing, TextSize, Theme};
use careshelf::ui::theme::Look;
use egui::accesskit::Role;
use egui::{Key, ViewportCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::layout::check_whole;
use crate::pictures::Pictures;
use crate::visit::{bundled, bundled_for, name_of};

const SIZES: [[f32; 2]; 5] = [[480.0, 400.0], [800.0, 480.0], [1024.0, 600.0], [1280.0, 800.0], [1080.0, 1920.0]];

type Shown = Harness<'static, SafePage>;

fn shown(page: SafePage, size: [f32; 2]) -> Shown {
    let mut harness = Harness::builder()
        .with_size(size)
        .renderer(Pictures::default())
        .with_context_setup(app::prepare)
        .build_ui_state(|ui, page: &mut SafePage| page.frame(ui), page);
    harness.step();
    harness.step();
    harness
}

/// The page for `loaded` as a kiosk shows it.
fn kiosk(loaded: Loaded, size: [f32; 2]) -> Shown {
    shown(SafePage::new(loaded), size)
}

/// The role and the words of everything on the page, in reading order.
fn words(page: &Shown) -> Vec<(Role, String)> {
    let nodes = page.root().children_recursive();
    let words = nodes.map(|node| (node.accesskit_node().role(), name_of(&node)));
    words.filter(|(_, words)| !words.is_empty()).collect()
}

#[track_caller]
fn check_has(page: &Shown, expected: &str) {
    let all = words(page);
    assert!(all.iter().any(|(_, words)| words.contains(expected)), "{expected:?} is not in {all:#?}");
}

/// The titles and texts of the overdose steps.
fn steps(loaded: &Loaded) -> Vec<(String, String)> {
    let (_, section) = loaded.library.act_now().unwrap();
    let steps =
        section.blocks.iter().filter_map(|block| if let Block::Steps(steps) = block { Some(steps) } else { None });
    steps.flatten().map(|step| (step.title.plain(), step.text.plain())).collect()
}

fn in_language(id: &str) -> Origin {
    Origin { language: Some(id.to_owned()), ..Origin::default() }
}

#[test]
fn the_number_and_every_step_are_there_whole_at_every_size_in_every_theme() {
    let steps = steps(&bundled());
    assert!(5 < steps.len());
    for size in SIZES {
        for theme in Theme::ALL {
            for text_size in TextSize::ALL {
                let page = shown(SafePage::with_look(bundled(), Look::new(theme, text_size, Spacing::default())), size);
                let name = format!("{size:?} {theme:?} {text_size:?}");
                check_whole(page.output(), &name);
                let call = page.get_by_role_and_label(Role::Heading, "Call 911").rect();
                let window = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
                assert!(window.contains_rect(call), "{name}: the number is at {call:?}");
                let all = words(&page);
                let has = |wanted: &str| all.iter().any(|(_, words)| words.contains(wanted));
                for (title, text) in &steps {
                    assert!(has(title) && has(text), "{name}: {title}: {text}");
                }
            }
        }
    }
}

#[test]
fn on_the_smallest_window_some_of_the_steps_are_in_sight_below_the_number() {
    let page = kiosk(bundled(), SIZES[0]);
    let first = page.get_by_role_and_label(Role::Heading, "Overdose: Act now").rect();
    assert!(first.max.y < 400.0, "{first:?}");
}

#[test]
fn its_headings_have_levels_and_its_steps_are_a_list() {
    let page = kiosk(bundled(), [1280.0, 800.0]);
    let nodes = page.root().children_recursive();
    let headings: Vec<(Option<usize>, String)> = nodes
        .filter(|node| node.accesskit_node().role() == Role::Heading)
        .map(|node| (node.accesskit_node().data().level(), name_of(&node)))
        .collect();
    assert_eq!(headings[0], (Some(1), "Call 911".to_owned()));
    assert_eq!(headings[1], (Some(1), "Overdose: Act now".to_owned()));
    assert!(headings[2..].iter().all(|(level, _)| *level == Some(2)), "{headings:?}");
    let items = words(&page).into_iter().filter(|(role, _)| *role == Role::ListItem);
    let items: Vec<String> = items.map(|(_, words)| words).collect();
    assert_eq!(items, (1..=steps(&bundled()).len()).map(|n| format!("Step {n}")).collect::<Vec<_>>());
}

#[test]
fn the_clinics_own_number_name_and_place_are_there_if_its_file_can_be_read() {
    let site = r#"site(name: "Elm Street", emergency_number: "0118", naloxone_location: "Red box by the door")"#;
    let page = kiosk(bundled_for(site), [1024.0, 600.0]);
    check_has(&page, "Call 0118");
    check_has(&page, "Naloxone is here: Red box by the door");
    let is_doubted = words(&page).iter().any(|(_, words)| words.contains("may be a different one"));
    assert!(!is_doubted);
}

#[test]
fn where_no_file_was_read_it_says_that_the_number_may_be_another_one() {
    let page = kiosk(load_bundled(&in_language("en")), [1024.0, 600.0]);
    check_has(&page, "The emergency number may be a different one here.");
    check_has(&page, "Call 911");
    let unknown = load_bundled(&in_language("xx"));
    assert_eq!(steps(&unknown), steps(&bundled()), "an unknown language is no reason to show nothing");
}

#[test]
fn it_asks_people_to_tell_somebody_and_nothing_on_it_can_be_pressed() {
    let page = kiosk(bundled(), [1024.0, 600.0]);
    check_has(&page, "Please tell somebody who works here.");
    let pressed = page
        .root()
        .children_recursive()
        .filter(|node| node.accesskit_node().data().supports_action(egui::accesskit::Action::Click));
    assert_eq!(pressed.map(|node| name_of(&node)).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn it_scrolls_by_keys_and_by_a_finger() {
    let last = |page: &Shown| page.get_by_role_and_label(Role::Heading, "6. Stay until help takes over").rect().min.y;
    let mut page = kiosk(bundled(), [800.0, 480.0]);
    for key in [Key::ArrowDown, Key::PageDown, Key::Space] {
        let before = last(&page);
        page.key_press(key);
        page.step();
        page.step();
        assert!(last(&page) < before - 10.0, "{key:?}");
    }
    let before = last(&page);
    page.drag_at(egui::pos2(400.0, 400.0));
    page.step();
    for y in (150..400).rev().step_by(25) {
        page.hover_at(egui::pos2(400.0, y as f32));
        page.step();
    }
    page.drop_at(egui::pos2(400.0, 150.0));
    page.step();
    page.step();
    assert!(last(&page) < before - 100.0, "a finger");
    let call = page.get_by_role_and_label(Role::Heading, "Call 911").rect();
    assert!(0.0 <= call.min.y, "the number stays in sight");
}

/// Whether the page asks to be closed `secs` after the window opened.
fn is_over(page: &mut Shown, secs: f64) -> bool {
    page.input_mut().time = Some(secs);
    page.step();
    let viewports = page.output().viewport_output.values();
    viewports.flat_map(|viewport| &viewport.commands).any(|command| *command == ViewportCommand::Close)
}

#[test]
fn ten_minutes_after_the_last_touch_it_makes_room_for_the_usual_program() {
    let mut page = kiosk(bundled(), [800.0, 480.0]);
    assert!(!is_over(&mut page, 300.0));
    page.key_press(Key::ArrowDown);
    assert!(!is_over(&mut page, 599.0));
    assert!(!is_over(&mut page, 1190.0));
    page.hover_at(egui::pos2(100.0, 100.0));
    assert!(is_over(&mut page, 1210.0), "a mouse that moves by itself touches nothing");
}

#[test]
fn it_looks_as_it_should() {
    kiosk(bundled(), [1024.0, 600.0]).snapshot("safe-page");
}

#[test]
fn on_a_small_window_without_files_it_looks_as_it_should() {
    kiosk(load_bundled(&in_language("en")), [480.0, 400.0]).snapshot("safe-page-small");
}
