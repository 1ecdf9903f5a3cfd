//! The wallet card: four panels of the size of a bank card, with the marks to cut and to fold, and what they say.

use careshelf::model::block::Block;
use careshelf::model::paper::{Layout, Paper};
use careshelf::print::Request;
use kurbo::Rect;

use super::drawn::{Drawn, MM, Shape, drawn};
use super::{pdf, squeezed};
use crate::visit::{TODAY, bundled_for};

const SITE: &str = r#"site(
    name: "Riverside Clinic", phone: "555-0100", naloxone_location: "Red box beside the front desk",
    services: [
        service(name: "Night van", phone: "555-0101", checked: "2026-10-01"),
        service(name: "Drop-in", checked: "2026-10-01"),
    ],
)"#;

/// A bank card (ISO/IEC 7810, ID-1), in millimetres.
const CARD: [f64; 2] = [85.6, 54.0];
/// So far may a panel differ from it.
const NEAR: f64 = 0.2;

fn sheets() -> impl Iterator<Item = (Paper, Drawn)> {
    let loaded = bundled_for(SITE);
    Paper::ALL.into_iter().map(move |paper| {
        let request = Request { sections: Vec::new(), layout: Layout::Card, paper, day: TODAY, beside: None };
        let mut pages = drawn(&pdf(&loaded, &request).expect("a card"));
        assert_eq!(pages.len(), 1);
        (paper, pages.remove(0))
    })
}

/// The outlines of the two strips, from left to right.
fn strips(sheet: &Drawn) -> Vec<Rect> {
    let outlines = sheet.shapes.iter().filter(|shape| shape.line.is_some() && !shape.is_dashed && !shape.is_straight());
    let mut strips: Vec<Rect> = outlines.map(Shape::bounds).filter(|at| 400.0 < at.height()).collect();
    strips.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    strips
}

/// The panels of a strip, from the top: between its edges and the dotted lines.
fn panels(sheet: &Drawn, strip: Rect) -> Vec<Rect> {
    let folds = sheet.shapes.iter().filter(|shape| shape.is_dashed).map(Shape::bounds);
    let folds = folds.filter(|fold| strip.inflate(1.0, 1.0).contains(fold.center()));
    let folds: Vec<Rect> = folds.collect();
    assert!(folds.iter().all(|fold| (fold.width() - strip.width()).abs() < 0.1), "folds go from edge to edge");
    let mut edges: Vec<f64> = folds.iter().map(|fold| fold.y0).chain([strip.y0, strip.y1]).collect();
    edges.sort_by(f64::total_cmp);
    edges.windows(2).map(|edge| Rect::new(strip.x0, edge[0], strip.x1, edge[1])).collect()
}

#[test]
fn every_panel_is_as_large_as_a_bank_card() {
    for (paper, sheet) in sheets() {
        let strips = strips(&sheet);
        assert_eq!(strips.len(), 2, "{}", paper.name());
        for strip in strips {
            let panels = panels(&sheet, strip);
            assert_eq!(panels.len(), 4, "{}", paper.name());
            for panel in panels {
                let size = [panel.width() * MM, panel.height() * MM];
                assert!(size.iter().zip(CARD).all(|(is, should)| (is - should).abs() <= NEAR), "{size:?}");
            }
        }
    }
}

#[test]
fn marks_beside_every_corner_say_where_to_cut() {
    for (paper, sheet) in sheets() {
        let marks: Vec<Rect> = sheet.shapes.iter().filter(|shape| shape.is_straight()).map(Shape::bounds).collect();
        for strip in strips(&sheet) {
            for (x, y) in [(strip.x0, strip.y0), (strip.x1, strip.y0), (strip.x0, strip.y1), (strip.x1, strip.y1)] {
                let is_near = |mark: &&Rect| mark.inflate(4.0, 4.0).contains((x, y)) && !strip.contains(mark.center());
                let along =
                    marks.iter().filter(is_near).filter(|mark| (mark.y0 - y).abs() < 0.1 && mark.height() < 0.1);
                let down = marks.iter().filter(is_near).filter(|mark| (mark.x0 - x).abs() < 0.1 && mark.width() < 0.1);
                assert_eq!((along.count(), down.count()), (1, 1), "{}: {x}, {y}", paper.name());
            }
        }
    }
}

#[test]
fn no_word_of_a_panel_comes_near_a_fold_or_an_edge() {
    for (paper, sheet) in sheets() {
        for strip in strips(&sheet) {
            let panels = panels(&sheet, strip);
            let letters = sheet.letters.iter().filter(|letter| strip.contains(letter.ink.center()));
            for letter in letters {
                let room = 3.0 / MM;
                let is_inside = panels.iter().any(|panel| panel.inset(-room).union(letter.ink) == panel.inset(-room));
                assert!(is_inside, "{}: \"{}\" at {:?}", paper.name(), letter.text, letter.ink);
            }
        }
    }
}

#[test]
fn both_strips_say_the_steps_the_numbers_and_where_naloxone_is() {
    let loaded = bundled_for(SITE);
    let (_, section) = loaded.library.act_now().expect("the first section");
    let mut steps = Vec::new();
    for block in &section.blocks {
        if let Block::Steps(list) = block {
            steps.extend(list.iter().flat_map(|step| [step.title.plain(), step.text.plain()]));
        }
    }
    let says =
        ["Riverside Clinic", "555-0100", "Night van", "555-0101", "1-800-662-4357", "Red box beside the front desk"];
    for (_, sheet) in sheets() {
        for strip in strips(&sheet) {
            let letters = sheet.letters.iter().filter(|letter| strip.contains(letter.ink.center()));
            let text: String = letters.map(|letter| letter.text.as_str()).collect();
            for words in steps.iter().map(String::as_str).chain(says) {
                assert!(text.contains(&squeezed(words)), "no \"{words}\" in {text}");
            }
            assert!(!text.contains("Drop-in"), "somebody without a number cannot be called");
        }
    }
}

#[test]
fn there_is_room_for_a_pen_where_naloxone_expires() {
    for (_, sheet) in sheets() {
        for strip in strips(&sheet) {
            let front = panels(&sheet, strip)[0];
            let mut lines = sheet.shapes.iter().map(Shape::bounds).filter(|line| line.height() < 1.0);
            let line = lines.rfind(|line| front.inset(-1.0).contains(line.center())).expect("a line to write on");
            assert!(30.0 / MM < line.width(), "{} mm are not enough for a date", line.width() * MM);
            let above = Rect::new(line.x0, line.y0 - 5.0 / MM, line.x1, line.y0);
            let in_the_way = sheet.letters.iter().find(|letter| 0.0 < letter.ink.intersect(above).area());
            assert!(in_the_way.is_none(), "{:?}", in_the_way.map(|letter| &letter.text));
        }
    }
}
