//! Every section in every window size and text size: large targets, nothing cut, nothing sideways.

use careshelf::model::block::Block;
use careshelf::state::{Action, Spacing, TextSize};
use egui::epaint::{ClippedShape, Shape, TextShape};
use egui::{FullOutput, Rect, Vec2};

use egui_kittest::kittest::NodeT;

use crate::long_lists::long;
use crate::visit::{Visit, bundled_for};

const SIZES: [[f32; 2]; 4] = [[1024.0, 600.0], [1280.0, 800.0], [1920.0, 1080.0], [1080.0, 1920.0]];

/// Rounding of places to whole pixels.
const SLACK: f32 = 1.0;

/// Calls `check` for every section in every window size and text size.
fn everywhere(check: impl Fn(&Visit, &str)) {
    for size in SIZES {
        let mut visit = Visit::new(size);
        for text_size in TextSize::ALL {
            visit.act(Action::SetTextSize(text_size));
            for section in visit.all_sections() {
                visit.act(Action::OpenSection(section.clone()));
                check(&visit, &format!("{section} at {size:?}, {text_size:?}"));
            }
        }
    }
}

#[test]
fn long_lists_have_large_targets_and_whole_words_too() {
    for size in SIZES {
        let mut visit = Visit::to(long(248), size);
        for text_size in TextSize::ALL {
            visit.act(Action::SetTextSize(text_size)).act(Action::OpenSection("sample-150".into()));
            visit.act(Action::ToggleSectionList);
            let page = format!("{size:?}, {text_size:?}");
            check_words(&visit, &page);
            check_size_of_targets(&visit, &page);
        }
    }
}

#[test]
fn long_words_of_a_clinic_wrap_and_are_not_cut() {
    let site = r#"site(
        name: "The Friedrichshain-Kreuzberg Interdisciplinary Community Health and Addiction Medicine Cooperative",
        address: "Donaudampfschifffahrtsgesellschaftskapitaensweg 1234567890, Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        naloxone_location: "Behind the second door on the left of the corridor that leads to the waiting room for families",
    )"#;
    for size in [[480.0, 400.0], [1024.0, 600.0], [1920.0, 1080.0]] {
        let mut visit = Visit::to(bundled_for(site), size);
        for text_size in TextSize::ALL {
            visit.act(Action::SetTextSize(text_size));
            let page = format!("at {size:?}, {text_size:?}");
            check_targets(&visit, &page);
            check_words(&visit, &page);
        }
    }
}

#[test]
fn the_overdose_button_is_in_sight_at_every_size() {
    for size in SIZES.into_iter().chain([[480.0, 400.0]]) {
        let mut visit = Visit::new(size);
        for text_size in TextSize::ALL {
            visit.act(Action::SetTextSize(text_size));
            let rect = visit.rect(egui::accesskit::Role::Button, "Overdose? Act now");
            assert!(window(size).contains_rect(rect), "{rect:?} at {size:?}, {text_size:?}");
        }
    }
}

#[test]
fn no_line_of_text_has_more_than_80_letters() {
    everywhere(|visit, page| {
        let longest = longest_line(visit);
        let letters = longest.chars().count();
        assert!(letters <= 80, "{page}: {letters} letters: {longest}");
    });
}

#[test]
fn long_paragraphs_have_lines_of_at_least_45_letters() {
    for size in SIZES {
        let mut visit = Visit::new(size);
        visit.act(Action::OpenSection("treatment-works".into()));
        for text_size in TextSize::ALL {
            visit.act(Action::SetTextSize(text_size));
            let letters = longest_line(&visit).chars().count();
            assert!(45 <= letters, "lines of only {letters} letters at {size:?}, {text_size:?}");
        }
    }
}

#[test]
fn a_letter_is_as_wide_as_the_layout_believes() {
    let mut visit = Visit::new([1920.0, 1080.0]);
    let (mut width, mut letters) = (0.0, 0);
    for section in visit.all_sections() {
        visit.act(Action::OpenSection(section));
        for (text, _) in texts(&visit) {
            let body = careshelf::ui::theme::Scale::of(TextSize::Normal, Spacing::Normal).body;
            let is_body = text.galley.job.sections.iter().all(|part| (part.format.font_id.size - body).abs() < 0.1);
            for row in text.galley.rows.iter().filter(|row| is_body && 20 < row.glyphs.len()) {
                width += row.size.x / body;
                letters += row.glyphs.len();
            }
        }
    }
    let average = width / letters as f32;
    let believed = careshelf::ui::theme::LETTER_WIDTH;
    assert!((average - believed).abs() < 0.02, "a letter is {average:.3} of its size wide, not {believed}");
}

#[test]
fn the_name_above_is_never_broken_inside_a_word() {
    for size in [[480.0, 400.0], [640.0, 480.0], [1280.0, 800.0]] {
        let mut visit = Visit::new(size);
        for text_size in TextSize::ALL {
            visit.act(Action::SetTextSize(text_size));
            let names = texts(&visit).into_iter().filter(|(text, _)| text.galley.text() == "Careshelf");
            let lines: usize = names.map(|(text, _)| text.galley.rows.len()).sum();
            // The button that hides the page needs its room too.
            let is_roomy = 640.0 <= size[0] && text_size != TextSize::Largest;
            assert!(lines == 1 || (lines == 0 && !is_roomy), "{size:?} {text_size:?}: {lines} lines");
        }
    }
}

/// The longest line of the paragraphs of the section on screen, as they are broken there; empty without paragraphs.
fn longest_line(visit: &Visit) -> String {
    let library = visit.harness().state().library();
    let (_, section) = library.section(&visit.section().as_str().into()).expect("a section is open");
    let paragraphs: Vec<String> = section
        .blocks
        .iter()
        .filter_map(|block| if let Block::Paragraph(text) = block { Some(text.plain()) } else { None })
        .collect();
    let is_paragraph = |text: &TextShape| paragraphs.iter().any(|plain| text.galley.text().starts_with(plain.as_str()));
    let shown = texts(visit).into_iter().filter(|(text, _)| is_paragraph(text));
    let lines = shown.flat_map(|(text, _)| text.galley.rows.iter().map(|row| row.text()).collect::<Vec<_>>());
    lines.max_by_key(|line| line.chars().count()).unwrap_or_default()
}

pub fn check_size_of_targets(visit: &Visit, page: &str) {
    for (role, name, rect) in &visit.targets() {
        let size = rect.size() + Vec2::splat(0.5);
        assert!(44.0 <= size.x && 44.0 <= size.y, "{page}: {role:?} \"{name}\" is only {rect:?}");
    }
}

fn check_targets(visit: &Visit, page: &str) {
    check_size_of_targets(visit, page);
    let targets = visit.targets();
    assert!(targets.len() > 7, "{page}: only {} targets", targets.len());
    // Scrolled areas pass under the bars and the sheet: only neighbours in the same one can be mistaken for each other.
    let bars_end = visit.rect(egui::accesskit::Role::Tab, "About").max.y;
    let is_page = |rect: &Rect| bars_end <= rect.min.y && visit.state().sheet.is_none();
    let page_targets: Vec<_> = targets.iter().filter(|(_, _, rect)| is_page(rect)).collect();
    for (i, (_, a_name, a)) in page_targets.iter().enumerate() {
        for (_, b_name, b) in &page_targets[i + 1..] {
            let both = a.intersect(*b);
            let overlaps = SLACK < both.width() && SLACK < both.height();
            assert!(!overlaps, "{page}: \"{a_name}\" {a:?} and \"{b_name}\" {b:?} overlap");
        }
    }
}

pub fn check_words(visit: &Visit, page: &str) {
    // What is written in a field is longer than the field sometimes, and moves in it.
    let fields = visit.nodes().filter(|node| crate::visit::role_of(node) == egui::accesskit::Role::TextInput);
    let written: Vec<String> = fields.filter_map(|node| node.accesskit_node().value()).collect();
    check_whole_but(visit.harness().output(), page, &written);
}

/// Checks that no text of a frame is shortened or cut at the side.
pub fn check_whole(output: &FullOutput, page: &str) {
    check_whole_but(output, page, &[]);
}

fn check_whole_but(output: &FullOutput, page: &str, written: &[String]) {
    let mut texts = texts_of(output);
    texts.retain(|(text, _)| !written.iter().any(|written| written == text.galley.text()));
    assert!(texts.len() > 2, "{page}: only {} texts", texts.len());
    for (text, clip) in texts.into_iter().filter(|(text, _)| !text.galley.text().is_empty()) {
        let words = text.galley.text();
        let rect = text.visual_bounding_rect();
        assert!(!text.galley.elided, "{page}: \"{words}\" is shortened");
        let is_whole = clip.min.x - SLACK <= rect.min.x && rect.max.x <= clip.max.x + SLACK;
        assert!(is_whole, "{page}: \"{words}\" at {rect:?} is cut at the side by {clip:?}");
    }
}

/// Every text on screen, in and out of sight, with the rectangle that it is cut to.
pub fn texts(visit: &Visit) -> Vec<(TextShape, Rect)> {
    texts_of(visit.harness().output())
}

fn texts_of(output: &FullOutput) -> Vec<(TextShape, Rect)> {
    let mut texts = Vec::new();
    for ClippedShape { clip_rect, shape, transform_after_tessellation } in &output.shapes {
        assert_eq!(*transform_after_tessellation, egui::emath::TSTransform::IDENTITY, "places would be wrong");
        collect(shape, *clip_rect, &mut texts);
    }
    texts
}

fn collect(shape: &Shape, clip: Rect, texts: &mut Vec<(TextShape, Rect)>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, texts)),
        Shape::Text(text) => texts.push((text.clone(), clip)),
        _ => (),
    }
}

fn window(size: [f32; 2]) -> Rect {
    Rect::from_min_size(egui::Pos2::ZERO, size.into())
}
