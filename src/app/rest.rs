//! The rest of the library: read in the background once the first frame is on screen, and handed over when it is there.

use std::mem;

use egui::Context;

use super::errand::{Errand, errand, send};
use crate::content::Loaded;

/// The rest of the library, on its way or not.
pub(super) enum Rest {
    /// There is nothing to wait for.
    Here,
    /// Frames must be shown first, so many.
    AfterFrames(u32, Load),
    /// A thread reads it.
    Coming(Errand<Loaded>),
}

/// What reads the whole library.
pub(super) type Load = Box<dyn FnOnce() -> Loaded + Send>;

/// What became of the rest.
pub(super) enum Arrival {
    /// The whole library.
    Library(Box<Loaded>),
    /// Reading it failed in a way that nobody thought of. It will not come.
    Nothing,
}

/// So many frames come before it: one drawn in advance, one that a reader sees, and one with what is out of sight.
const FRAMES_BEFORE: u32 = 3;

/// The next frame comes after so many seconds at the latest. One of them draws what is out of sight of a new page.
const NEXT_FRAME_SECS: f32 = 0.012;

impl Rest {
    /// Reads with `load`, but not yet.
    pub(super) fn later(load: impl FnOnce() -> Loaded + Send + 'static) -> Self {
        Self::AfterFrames(FRAMES_BEFORE, Box::new(load))
    }

    /// To be called at the start of every frame.
    ///
    /// By the time that reading begins the first page is on the screen, and had both the processor and the disk of an old
    /// laptop to itself.
    pub(super) fn poll(&mut self, ctx: &Context) -> Option<Arrival> {
        match mem::replace(self, Self::Here) {
            Self::Here => None,
            Self::AfterFrames(0, load) => {
                *self = Self::Coming(read(load, ctx));
                None
            }
            Self::AfterFrames(left, load) => {
                ctx.request_repaint_after_secs(NEXT_FRAME_SECS);
                *self = Self::AfterFrames(left - 1, load);
                None
            }
            Self::Coming(coming) => {
                let heard = coming.hear();
                match heard.news.into_iter().next() {
                    Some(loaded) => Some(Arrival::Library(Box::new(loaded))),
                    None if heard.is_over => Some(Arrival::Nothing),
                    None => {
                        *self = Self::Coming(coming);
                        None
                    }
                }
            }
        }
    }
}

/// Runs `load` in a thread.
fn read(load: Load, ctx: &Context) -> Errand<Loaded> {
    let (tell, coming) = errand(ctx);
    send("library", tell, |tell| {
        // The listener is only gone together with the viewer.
        tell.say(load());
    });
    coming
}
