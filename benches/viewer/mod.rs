//! The viewer without a window, for benches.

use careshelf::app::{self, App, Clock};
use careshelf::state::Moment;
use careshelf::window::painter::{Damage, Frame, Painter};
use egui::{Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, pos2, vec2};

/// The viewer, its painter, and the picture that it keeps up to date.
pub struct Viewer {
    context: Context,
    pub app: App,
    time: f64,
    size: [u32; 2],
    pub painter: Painter,
    pub pixels: Vec<u32>,
}

impl Viewer {
    /// A viewer that has drawn nothing yet, for a window of `size` pixels.
    pub fn new(app: App, size: [u32; 2]) -> Self {
        let context = Context::default();
        context.enable_accesskit();
        app::prepare(&context);
        let pixels = vec![0; size[0] as usize * size[1] as usize];
        Self { context, app, time: 0.0, size, painter: Painter::default(), pixels }
    }

    /// Draws one frame, a sixtieth of a second after the last.
    pub fn draw(&mut self, events: Vec<Event>) -> Frame {
        self.time += 1.0 / 60.0;
        let [width, height] = self.size.map(|n| n as f32);
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(width, height)));
        let input = RawInput { screen_rect, time: Some(self.time), events, ..RawInput::default() };
        let app = &mut self.app;
        Frame::draw(&self.context, input, self.size, |ui| app.frame(ui)).frame
    }

    /// Draws one frame and finds out what changed.
    pub fn frame(&mut self, events: Vec<Event>) -> Damage {
        let frame = self.draw(events);
        self.painter.update(&self.context, frame)
    }

    /// Draws one frame and paints what changed.
    pub fn show(&mut self, events: Vec<Event>) -> Damage {
        let damage = self.frame(events);
        self.painter.paint(&mut self.pixels, &damage);
        damage
    }

    /// Goes on until the whole page is drawn.
    pub fn settle(&mut self) {
        (0..20).for_each(|_| {
            self.show(Vec::new());
        });
    }
}

/// The wheel, turned over the page.
pub fn wheel(distance: f32) -> Vec<Event> {
    let wheel = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, distance),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Trackpad,
        modifiers: Modifiers::NONE,
    };
    vec![Event::PointerMoved(pos2(800.0, 500.0)), wheel]
}

/// The day of every bench, a little after the bundled content was checked; no time passes.
pub fn clock() -> Clock {
    Clock::new(|| jiff::civil::date(2026, 11, 25), Moment::default)
}
