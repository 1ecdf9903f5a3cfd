//! The viewer's own screens: against the painter that is obviously right, and repaired step by step through a visit.

use careshelf::app::App;
use careshelf::state::{Action, TextSize, Theme};
use egui::{Event, Key, Modifiers, Pos2, pos2};

use super::{Easel, differences};
use crate::visit::{TODAY, Time, bundled};

/// A visit on an easel.
struct Screen {
    easel: Easel,
    app: App,
}

impl Screen {
    fn new(size: [u32; 2], scale: f32) -> Self {
        let mut screen =
            Self { easel: Easel::new(size, scale), app: App::new(bundled(), Time::default().clock(|| TODAY)) };
        screen.settle();
        screen
    }

    /// Draws a frame and repairs the picture.
    fn step(&mut self, events: Vec<Event>) -> i64 {
        let shapes = self.easel.draw(events, |ui| self.app.frame(ui));
        self.easel.show(shapes).pixels()
    }

    fn settle(&mut self) {
        (0..4).for_each(|_| {
            self.step(Vec::new());
        });
    }
}

fn key(key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    vec![event(true), event(false)]
}

/// The same while Ctrl is held.
fn with_ctrl(events: Vec<Event>) -> Vec<Event> {
    let held = Event::ModifiersChanged(Modifiers::CTRL | Modifiers::COMMAND);
    [held].into_iter().chain(events).chain([Event::ModifiersChanged(Modifiers::NONE)]).collect()
}

fn pointer(at: Pos2) -> Vec<Event> {
    vec![Event::PointerMoved(at)]
}

#[test]
fn the_viewers_screens_look_as_the_rules_say() {
    for (section, theme, text_size, scale) in [
        ("act-now", Theme::Light, TextSize::Normal, 1.0),
        ("naloxone-spray", Theme::Dark, TextSize::Large, 1.25),
        ("compare-treatments", Theme::HighContrast, TextSize::Normal, 1.0),
        ("helplines", Theme::Light, TextSize::Largest, 2.0),
    ] {
        let mut screen = Screen::new([700, 500], scale);
        screen.app.apply(Action::OpenSection(section.into()));
        screen.app.apply(Action::SetTheme(theme));
        screen.app.apply(Action::SetTextSize(text_size));
        screen.settle();
        let shapes = screen.easel.draw(Vec::new(), |ui| screen.app.frame(ui));
        screen.easel.show(shapes.clone());
        let wrong = differences(&screen.easel.picture(), &screen.easel.painted_slowly(shapes), 2);
        assert!(wrong.len() <= 700 * 500 / 10_000, "{section}: {} pixels differ: {:?}", wrong.len(), &wrong[..5]);
    }
}

#[test]
fn through_a_whole_visit_the_repaired_picture_is_the_whole_one() {
    let mut screen = Screen::new([900, 700], 1.0);
    let visit = [
        pointer(pos2(300.0, 86.0)),
        key(Key::Tab),
        key(Key::Tab),
        with_ctrl(key(Key::Num4)),
        key(Key::PageDown),
        pointer(pos2(500.0, 400.0)),
        key(Key::PageDown),
        key(Key::ArrowUp),
        with_ctrl(key(Key::Num6)),
        key(Key::F1),
        key(Key::Enter),
        key(Key::End),
    ];
    for (i, events) in visit.into_iter().enumerate() {
        for events in [events, Vec::new(), Vec::new()] {
            let shapes = screen.easel.draw(events, |ui| screen.app.frame(ui));
            screen.easel.show(shapes.clone());
            let anew = screen.easel.painted_anew(shapes);
            let wrong = differences(&screen.easel.picture(), &anew, 0);
            assert!(wrong.is_empty(), "step {i}: {} pixels differ, such as {:?}", wrong.len(), wrong.first());
        }
    }
}

#[test]
fn what_changes_little_repaints_little_and_rest_repaints_nothing() {
    let mut screen = Screen::new([1280, 800], 1.0);
    assert_eq!(screen.step(Vec::new()), 0, "nothing happened");
    assert_eq!(screen.step(pointer(pos2(600.0, 600.0))), 0, "the pointer moved over words");
    let lit = screen.step(pointer(pos2(220.0, 86.0)));
    assert!(0 < lit && lit < 12_000, "a tab lit up: {lit} pixels");
    let focused = screen.step(key(Key::Tab)) + screen.step(Vec::new());
    assert!(0 < focused && focused < 20_000, "the focus moved: {focused} pixels");
}
