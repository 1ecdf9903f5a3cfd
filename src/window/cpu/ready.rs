//! Gets the first frame ready on a thread of its own, while this one waits for the window system.
//!
//! Opening a connection to the display and loading what it needs takes longer than reading the content, loading the
//! fonts and drawing a page; on two cores the page is then simply there when the window is.

use std::thread::{self, JoinHandle};

use egui::{Context, RawInput, Rect, Vec2, pos2};

use super::super::painter::{Frame, Painter};
use super::super::{Draw, WindowError};

/// What is drawn, and a painter that has its letters and drawings already.
pub(super) struct Ready {
    pub(super) draw: Draw,
    pub(super) painter: Painter,
}

/// The size of most screens. If this one has another, places change, but letters, drawings and most lines do not.
const LIKELY_SIZE: [u32; 2] = [1920, 1080];

/// Begins; the result is waited for with [`finish`].
pub(super) fn begin(
    ctx: &Context,
    make: impl FnOnce(&Context) -> Draw + Send + 'static,
    mark: fn(&'static str),
) -> JoinHandle<Ready> {
    let ctx = ctx.clone();
    thread::spawn(move || {
        let mut draw = make(&ctx);
        let painter = draw_once(&ctx, &mut draw);
        mark("first page, drawn in advance");
        Ready { draw, painter }
    })
}

/// Waits until all is ready.
pub(super) fn finish(ready: JoinHandle<Ready>) -> Result<Ready, WindowError> {
    ready.join().map_err(|_| WindowError::failed("the first page could not be drawn"))
}

fn draw_once(ctx: &Context, draw: &mut Draw) -> Painter {
    let [width, height] = LIKELY_SIZE.map(|n| n as f32);
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(width, height))),
        time: Some(0.0),
        ..RawInput::default()
    };
    let mut painter = Painter::default();
    painter.update(ctx, Frame::draw(ctx, input, LIKELY_SIZE, draw).frame);
    painter
}
