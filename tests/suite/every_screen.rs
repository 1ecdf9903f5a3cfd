//! What holds on every screen: in every window size, text size, theme and spacing.
//!
//! One table would be screens × sizes × text sizes × themes × spacings. A theme changes colours and nothing else, which a
//! test holds, so places are looked at in one theme, and colours in one size: a window so high that all of a page is in
//! sight. Wide spaces need room, so they are looked at where there is least: in the two smallest windows, in the smallest
//! and the largest text.

use std::collections::BTreeMap;
use std::thread;

use careshelf::state::{Action, Spacing, TextSize, Theme};
use careshelf::ui::theme::{Tokens, contrast};
use egui::accesskit::{self, NodeId, Role};
use egui::epaint::{ClippedShape, Shape, TextShape};
use egui::{Color32, Rect};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;

use crate::layout::{check_size_of_targets, check_words};
use crate::screens::{Screen, Tongue, kiosk_screens, kiosk_visit, kiosk_visit_in, screens, visit, visit_in};
use crate::visit::{Visit, name_of, role_of};

const SIZES: [[f32; 2]; 4] = [[480.0, 400.0], [1024.0, 600.0], [1280.0, 800.0], [1080.0, 1920.0]];
/// All of every page is in sight here.
const HIGH: [f32; 2] = [1280.0, 16_000.0];

#[test]
fn on_every_screen_everything_has_a_name_targets_are_large_and_words_are_whole() {
    in_two_threads(&looks(), |(tongue, size, text_size, spacing)| {
        let mut visit = visit_in(*tongue, *size);
        visit.act(Action::SetTextSize(*text_size)).act(Action::SetSpacing(*spacing));
        let look = format!("in {tongue:?} at {size:?}, {text_size:?}, {spacing:?}");
        for screen in screens(&visit) {
            screen.open(&mut visit);
            check_place(&visit, &format!("{} {look}", screen.name));
        }
        let mut visit = kiosk_visit_in(*tongue, *size);
        let wishes = [Action::SetTextSize(*text_size), Action::SetSpacing(*spacing)];
        for screen in kiosk_screens() {
            screen.open_in(&mut visit, &wishes);
            check_place(&visit, &format!("{} {look}", screen.name));
        }
    });
}

/// In which language, how large a window, how large a text and how wide a space everything is looked at.
fn looks() -> Vec<(Tongue, [f32; 2], TextSize, Spacing)> {
    use Tongue::{English, Pseudo, Spanish};
    const ENDS: [TextSize; 2] = [TextSize::Normal, TextSize::Largest];
    let mut looks = Vec::new();
    for size in SIZES {
        looks.extend(ENDS.map(|text| (English, size, text, Spacing::Normal)));
    }
    for size in [SIZES[0], SIZES[1]] {
        looks.extend([TextSize::Large, TextSize::Larger].map(|text| (English, size, text, Spacing::Normal)));
        looks.extend(ENDS.map(|text| (English, size, text, Spacing::Wide)));
        looks.extend(ENDS.map(|text| (Pseudo, size, text, Spacing::Normal)));
    }
    for size in [SIZES[0], SIZES[2]] {
        looks.extend(ENDS.map(|text| (Spanish, size, text, Spacing::Normal)));
    }
    looks
}

/// What holds for where things stand on the screen of a visit.
fn check_place(visit: &Visit, page: &str) {
    check_names(visit, page);
    check_size_of_targets(visit, page);
    check_words(visit, page);
    let stops = stops(visit);
    check_sides(visit, &stops, page);
    check_overlaps(&stops, page);
    check_order(&stops, page);
}

#[test]
fn on_every_screen_words_stand_out_from_what_is_under_them_and_are_read_aloud() {
    in_two_threads(&Theme::ALL, |theme| {
        let mut visit = visit(HIGH);
        visit.act(Action::SetTheme(*theme));
        // Which colour stands on which is the same in every theme; in the others a part of the screens shows that.
        let step = if *theme == Theme::Light { 1 } else { 4 };
        let check = |visit: &Visit, screen: &Screen| {
            let page = format!("{} in {theme:?}", screen.name);
            check_contrast(visit, &page);
            check_labels(visit, &page);
            check_spoken(visit, &page);
        };
        for screen in screens(&visit).into_iter().step_by(step) {
            screen.open(&mut visit);
            check(&visit, &screen);
        }
        let mut visit = kiosk_visit(HIGH);
        for screen in kiosk_screens() {
            screen.open_in(&mut visit, &[Action::SetTheme(*theme)]);
            check(&visit, &screen);
        }
    });
}

#[test]
fn a_theme_changes_colours_and_nothing_else() {
    let mut visit = visit([1024.0, 600.0]);
    // Where a theme is chosen, the words of the chosen one are bold, and so wider.
    let is_other = |screen: &Screen| !screen.name.starts_with("text and colors");
    for screen in screens(&visit).into_iter().filter(is_other) {
        screen.open(&mut visit);
        if visit.state().printing.is_some() {
            // What other threads bring comes in its own time, between two themes too.
            continue;
        }
        let places = Theme::ALL.map(|theme| {
            visit.act(Action::SetTheme(theme));
            let places = visit.nodes().map(|node| {
                let place = node.accesskit_node().bounding_box();
                format!("{:?} {} {place:?}", role_of(&node), name_of(&node))
            });
            places.collect()
        });
        let [light, dark, high_contrast]: [Vec<String>; 3] = places;
        assert_eq!(light, dark, "{}", screen.name);
        assert_eq!(light, high_contrast, "{}", screen.name);
    }
}

/// Calls `check` for every one of `looks`, in two threads.
fn in_two_threads<T: Sync>(looks: &[T], check: impl Fn(&T) + Sync) {
    let (even, odd): (Vec<_>, Vec<_>) = looks.iter().enumerate().partition(|(at, _)| at % 2 == 0);
    thread::scope(|scope| {
        for part in [even, odd] {
            scope.spawn(|| part.into_iter().for_each(|(_, look)| check(look)));
        }
    });
}

fn can_be_pressed(node: &Node<'_>) -> bool {
    node.accesskit_node().data().supports_action(accesskit::Action::Click)
}

/// Nothing that can be pressed, and no picture, is without a name.
fn check_names(visit: &Visit, page: &str) {
    for node in visit.nodes().filter(|node| can_be_pressed(node) || role_of(node) == Role::Image) {
        assert!(!name_of(&node).trim().is_empty(), "{page}: {:?} at {:?} has no name", role_of(&node), node.rect());
    }
}

/// What can get the focus: its name, where it stands, how much of it is in sight, and the parts of the screen that it is
/// in, the smallest first.
struct Stop {
    name: String,
    role: Role,
    rect: Rect,
    seen: Rect,
    parts: Vec<NodeId>,
}

/// Everything that can get the focus, in reading order.
fn stops(visit: &Visit) -> Vec<Stop> {
    let seen: BTreeMap<NodeId, Rect> = visit.harness().ctx.viewport(|viewport| {
        let layers: Vec<_> = viewport.prev_pass.widgets.layers().map(|(_, widgets)| widgets).collect();
        layers.iter().flat_map(|widgets| widgets.iter()).map(|w| (w.id.accesskit_id(), w.interact_rect)).collect()
    });
    let nodes = visit.nodes().filter(|node| node.accesskit_node().data().supports_action(accesskit::Action::Focus));
    nodes
        .map(|node| {
            let id = node.accesskit_node().locate().0;
            let parents =
                std::iter::successors(node.accesskit_node().parent(), egui_kittest::kittest::AccessKitNode::parent);
            let parts = parents.map(|parent| parent.locate().0).collect();
            Stop { name: name_of(&node), role: role_of(&node), rect: node.rect(), seen: seen[&id], parts }
        })
        .collect()
}

/// No target reaches out of the window at a side, where nothing scrolls.
fn check_sides(visit: &Visit, stops: &[Stop], page: &str) {
    let width = visit.harness().ctx.content_rect().width();
    // A page of paper may be larger than its place, and is moved sideways.
    for stop in stops.iter().filter(|stop| stop.role != Role::Image) {
        let is_inside = -1.0 <= stop.rect.min.x && stop.rect.max.x <= width + 1.0;
        assert!(is_inside, "{page}: \"{}\" {:?} reaches out of a window of {width} points", stop.name, stop.rect);
    }
}

/// No target lies over another one.
fn check_overlaps(stops: &[Stop], page: &str) {
    for (i, a) in stops.iter().enumerate() {
        for b in &stops[i + 1..] {
            let both = a.seen.intersect(b.seen);
            let is_over = 1.0 < both.width() && 1.0 < both.height();
            assert!(!is_over, "{page}: \"{}\" {:?} and \"{}\" {:?} overlap", a.name, a.rect, b.name, b.rect);
        }
    }
}

/// Within each part of the screen the keyboard goes from left to right and from top to bottom.
fn check_order(stops: &[Stop], page: &str) {
    let Some(first) = stops.first() else { return };
    // The smallest part that holds everything; what is directly in it are the parts of the screen.
    let is_shared = |part: &&NodeId| stops.iter().all(|stop| stop.parts.contains(part));
    let Some(whole) = first.parts.iter().find(is_shared) else { return };
    let part = |stop: &Stop| stop.parts.iter().copied().take_while(|part| part != whole).last();
    for pair in stops.windows(2) {
        let [a, b] = pair else { continue };
        // What is scrolled out of sight has no place beside what stands still.
        let is_seen = |stop: &Stop| (stop.seen.size() - stop.rect.size()).length() < 1.0;
        if part(a) != part(b) || is_seen(a) != is_seen(b) {
            continue;
        }
        let is_to_the_right = a.rect.max.x <= b.rect.min.x + 1.0;
        let is_below = a.rect.center().y < b.rect.max.y && a.rect.min.y - 1.0 <= b.rect.min.y;
        let is_beside = b.rect.min.y < a.rect.center().y;
        let is_in_order = is_to_the_right || (is_below && !is_beside);
        assert!(is_in_order, "{page}: after \"{}\" {:?} comes \"{}\" {:?}", a.name, a.rect, b.name, b.rect);
    }
}

/// A line of a text on screen.
struct Line {
    words: String,
    color: Color32,
    at: Rect,
}

/// What was painted, in order: grounds, and lines on them.
enum Painted {
    Ground(Rect, Color32),
    Line(Line),
}

fn painted(visit: &Visit) -> Vec<Painted> {
    let mut painted = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &visit.harness().output().shapes {
        paint(shape, *clip_rect, &mut painted);
    }
    painted
}

fn paint(shape: &Shape, clip: Rect, painted: &mut Vec<Painted>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| paint(shape, clip, painted)),
        Shape::Rect(rect) if rect.fill.is_opaque() && rect.brush.is_none() => {
            painted.push(Painted::Ground(rect.rect.intersect(clip), rect.fill));
        }
        Shape::Circle(circle) if circle.fill.is_opaque() => {
            let square = Rect::from_center_size(circle.center, egui::Vec2::splat(circle.radius * 1.4));
            painted.push(Painted::Ground(square.intersect(clip), circle.fill));
        }
        Shape::Text(text) => painted.extend(lines(text, clip).into_iter().map(Painted::Line)),
        _ => (),
    }
}

/// The lines of `text` that are in sight.
fn lines(text: &TextShape, clip: Rect) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut end = 0;
    for row in text.galley.rows.iter().filter(|row| !row.text().trim().is_empty()) {
        let words = row.text();
        let begin = end + text.galley.text()[end..].find(&words).expect("a row is a part of its text");
        end = begin + words.len();
        let section = text.galley.job.sections.iter().find(|section| begin < section.byte_range.end.0);
        let color = section.map_or(text.fallback_color, |section| section.format.color);
        let color = text.override_text_color.unwrap_or(color);
        lines.push(Line { words, color, at: row.rect().translate(text.pos.to_vec2()) });
    }
    lines.retain(|line| clip.contains(line.at.center()));
    lines
}

/// Every word in sight has 4.5 to 1 against what was painted last under it.
fn check_contrast(visit: &Visit, page: &str) {
    let paper = Tokens::of(visit.state().theme).paper;
    let mut grounds = vec![(Rect::EVERYTHING, paper)];
    let mut count = 0;
    for painted in painted(visit) {
        match painted {
            Painted::Ground(rect, color) => grounds.push((rect, color)),
            Painted::Line(line) => {
                let under = grounds.iter().rev().find(|(rect, _)| rect.contains(line.at.center()));
                let ground = under.map_or(paper, |(_, color)| *color);
                let ratio = contrast(line.color, ground);
                assert!(
                    4.5 <= ratio,
                    "{page}: \"{}\" {:?} on {ground:?}: only {ratio:.2} to 1",
                    line.words,
                    line.color
                );
                count += 1;
            }
        }
    }
    assert!(2 < count, "{page}: only {count} lines");
}

/// What is written on something that can be pressed is in its name, so that it can be asked for by voice.
fn check_labels(visit: &Visit, page: &str) {
    let painted = painted(visit);
    let lines: Vec<&Line> =
        painted.iter().filter_map(|part| if let Painted::Line(line) = part { Some(line) } else { None }).collect();
    // What is written in a field is its value, and no word to ask for.
    for node in visit.nodes().filter(|node| can_be_pressed(node) && role_of(node) != Role::TextInput) {
        let name = plain(&name_of(&node));
        for line in lines.iter().filter(|line| node.rect().expand(1.0).contains_rect(line.at)) {
            assert!(name.contains(&plain(&line.words)), "{page}: \"{}\" stands on \"{name}\"", line.words);
        }
    }
}

/// Every word on screen is read aloud.
fn check_spoken(visit: &Visit, page: &str) {
    let spoken: Vec<String> = visit.nodes().map(|node| plain(&name_of(&node))).collect();
    // The word of the rhythm changes with every push: it has a tone instead, and a name that stays.
    let pictures: Vec<Rect> =
        visit.nodes().filter(|node| role_of(node) == Role::Image).map(|node| node.rect()).collect();
    for part in painted(visit) {
        let Painted::Line(line) = part else { continue };
        if pictures.iter().any(|picture| picture.contains(line.at.center())) {
            continue;
        }
        let words = plain(&line.words);
        assert!(spoken.iter().any(|name| name.contains(&words)), "{page}: \"{words}\" is never read aloud");
    }
}

/// Letters and digits alone, in small letters: what stands between them is painted and said in different ways.
fn plain(words: &str) -> String {
    let words = words.replace(|c: char| !c.is_alphanumeric(), " ").to_lowercase();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
