//! Writing: by touch alone, by six keys alone, by a keyboard, and what is told of it to screen readers.

mod edits;
mod keyboards;
mod screens;
mod visits;

use careshelf::content::{Loaded, bundled_files};
use careshelf::model::keyboard::Keyboard;
use careshelf::state::Action;
use careshelf::state::typing::Typing;
use egui::accesskit::Role;
use egui::{Rect, Shape};
use egui_kittest::kittest::NodeT;

use crate::visit::{Visit, bundled_for, name_of, role_of};

/// The site file of a kiosk.
const KIOSK: &str = r#"site(name: "Riverside Clinic", kiosk: true)"#;

/// The name of the field.
const FIELD: &str = "Write something";

/// Somebody at a kiosk who is about to try the keyboard.
fn at_kiosk(size: [f32; 2]) -> Visit {
    trying(bundled_for(KIOSK), size)
}

fn trying(loaded: Loaded, size: [f32; 2]) -> Visit {
    let mut visit = Visit::to(loaded, size);
    visit.act(Action::BeginVisit).act(Action::TryKeyboard);
    visit
}

impl Visit {
    /// What is being written.
    fn typing(&self) -> &Typing {
        self.state().typing.as_ref().expect("something is being written")
    }

    /// What is in the field, as a screen reader hears it.
    fn field(&self) -> String {
        let found = self.nodes().find(|node| role_of(node) == Role::TextInput);
        found.expect("a field").accesskit_node().value().unwrap_or_default()
    }

    /// What screen readers were told last of a key.
    fn echo(&self) -> String {
        let lives: Vec<String> = self
            .nodes()
            .filter(|node| role_of(node) == Role::Label && node.accesskit_node().data().live().is_some())
            .map(|node| name_of(&node))
            .collect();
        lives.last().cloned().unwrap_or_default()
    }

    /// The name of what has the focus.
    fn focused(&self) -> String {
        let found = self.nodes().find(|node| node.accesskit_node().is_focused());
        found.map(|node| name_of(&node)).unwrap_or_default()
    }

    /// Where the keyboard on screen is.
    #[track_caller]
    fn keyboard_rect(&self) -> Rect {
        let found = self.nodes().find(|node| role_of(node) == Role::Group && name_of(node) == "Keyboard");
        found.expect("a keyboard").rect()
    }

    /// The keys on screen with their places.
    fn keys(&self) -> Vec<(String, Rect)> {
        let found = self.nodes().find(|node| role_of(node) == Role::Group && name_of(node) == "Keyboard");
        let inside = found.expect("a keyboard").children_recursive().collect::<Vec<_>>();
        let buttons = inside.iter().filter(|node| role_of(node) == Role::Button);
        buttons.map(|node| (name_of(node), node.rect())).collect()
    }

    /// Where the line is that shows where one writes.
    fn cursor(&self) -> Rect {
        let shapes = self.harness().output().shapes.iter();
        let mut upright = shapes.filter_map(|clipped| match &clipped.shape {
            Shape::LineSegment { points: [a, b], .. } if (a.x - b.x).abs() < 0.1 => {
                Some(Rect::from_two_pos(*a, *b).intersect(clipped.clip_rect))
            }
            _ => None,
        });
        upright.next_back().expect("a cursor")
    }

    fn has_keyboard(&self) -> bool {
        self.nodes().any(|node| role_of(&node) == Role::Group && name_of(&node) == "Keyboard")
    }
}

/// The keyboard of the bundled English edition.
fn bundled_english() -> Keyboard {
    crate::packs::library(&bundled_files(), None).keyboard
}
