//! Words and drawings: their language, their order, their size, and that buttons are called by what stands on them.

use careshelf::assets;
use careshelf::state::{Action, PrintAction, TextSize};
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

use crate::layout::{check_size_of_targets, check_words, texts};
use crate::visit::{Visit, name_of, role_of};

const WIDE: [f32; 2] = [1280.0, 800.0];

#[test]
fn the_language_of_the_words_is_told_to_assistive_technology() {
    let visit = Visit::new(WIDE);
    assert_eq!(visit.harness().root().accesskit_node().data().language(), Some("en"));
}

#[test]
fn no_drawing_holds_letters() {
    let mut count = 0;
    for name in assets::picture_names() {
        let svg = assets::picture(name).expect("a drawing");
        for mark in ["<text", "<tspan", "<image", "font-"] {
            assert!(!svg.contains(mark), "{name} has {mark}");
        }
        count += 1;
    }
    assert!(50 < count, "only {count} drawings");
}

#[test]
fn the_words_of_a_page_are_heard_from_top_to_bottom() {
    let mut visit = Visit::new(WIDE);
    for section in visit.all_sections() {
        visit.act(Action::OpenSection(section.clone()));
        let page = visit.nodes().find(|node| role_of(node) == Role::Article).expect("a page");
        let words: Vec<(String, f32)> = page
            .children_recursive()
            .filter(|node| matches!(role_of(node), Role::Label | Role::Heading))
            .map(|node| (name_of(&node), node.rect().min.y))
            .collect();
        assert!(3 < words.len(), "{section}: only {words:?}");
        for pair in words.windows(2) {
            // The name of a number stands a little lower than the number, and is heard first.
            assert!(pair[0].1 <= pair[1].1 + 40.0, "{section}: {:?} is heard before {:?}", pair[0], pair[1]);
        }
    }
}

#[test]
fn the_words_on_a_button_are_part_of_its_name() {
    for size in [WIDE, [480.0, 600.0]] {
        let mut visit = Visit::new(size);
        for section in visit.all_sections() {
            visit.act(Action::OpenSection(section.clone()));
            check_names(&visit, &format!("{section} at {size:?}"));
        }
        for action in [Action::ToggleLook, Action::ToggleSectionList, Action::Print(PrintAction::OpenSection)] {
            visit.act(Action::OpenSection("signs".into())).act(action.clone());
            check_names(&visit, &format!("{action:?} at {size:?}"));
            visit.act(Action::Print(PrintAction::Close));
        }
        let cards: Vec<String> = visit.library().guide.cards().map(|card| card.id.to_string()).collect();
        for card in cards {
            visit.open_card(&card);
            check_names(&visit, &format!("{card} at {size:?}"));
        }
    }
}

/// Whoever says to a computer what stands on a button presses that button.
fn check_names(visit: &Visit, screen: &str) {
    let mut targets = visit.targets();
    if visit.state().sheet.is_some() {
        // What is behind the sheet has its place there too.
        targets.retain(|(role, name, _)| *role == Role::RadioButton || name == "Close");
    }
    let mut checked = 0;
    for (text, clip) in texts(visit) {
        let place = text.visual_bounding_rect();
        let words = text.galley.text().replace('\u{a0}', " ").trim().to_lowercase();
        let under: Vec<&str> = targets
            .iter()
            .filter(|(.., rect)| rect.contains_rect(place.shrink(1.0)) && clip.contains(place.center()))
            .map(|(_, name, _)| name.as_str())
            .collect();
        if words.is_empty() || under.is_empty() {
            continue;
        }
        let is_part = under.iter().any(|name| name.replace('\u{a0}', " ").to_lowercase().contains(&words));
        assert!(is_part, "{screen}: \"{words}\" stands on what is called {under:?}");
        checked += 1;
    }
    assert!(2 < checked, "{screen}: only {checked} buttons have words");
}

#[test]
fn what_is_read_can_be_more_than_twice_as_large() {
    let mut visit = Visit::new(WIDE);
    visit.act(Action::OpenSection("about-careshelf".into()));
    let mut size_at = |text_size| {
        visit.act(Action::SetTextSize(text_size));
        let paragraph = texts(&visit).into_iter().find(|(text, _)| text.galley.text().starts_with("Careshelf gives"));
        paragraph.expect("the first paragraph").0.galley.job.sections[0].format.font_id.size
    };
    let (normal, largest) = (size_at(TextSize::Normal), size_at(TextSize::Largest));
    assert!(normal * 2.0 < largest, "{normal} to {largest}");
}

#[test]
fn the_smallest_window_shows_every_page_at_every_text_size_without_scrolling_sideways() {
    let mut visit = Visit::new([480.0, 400.0]);
    for text_size in TextSize::ALL {
        visit.act(Action::SetTextSize(text_size));
        for section in visit.all_sections() {
            visit.act(Action::OpenSection(section.clone()));
            let page = format!("{section} at {text_size:?}");
            check_words(&visit, &page);
            check_size_of_targets(&visit, &page);
        }
    }
}

#[test]
fn in_320_points_every_page_is_laid_out_without_scrolling_sideways() {
    let mut visit = Visit::new([320.0, 400.0]);
    for section in visit.all_sections() {
        visit.act(Action::OpenSection(section.clone()));
        check_words(&visit, section.as_str());
    }
}
