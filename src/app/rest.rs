//! The rest of the library: read in the background once the first frame is on screen, and handed over when it is there.

use std::mem;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;

use egui::Context;

use super::wake::Wake;
use crate::content::Loaded;

/// The rest of the library, on its way or not.
pub(super) enum Rest {
    /// There is nothing to wait for.
    Here,
    /// Frames must be shown first, so many.
    AfterFrames(u32, Load),
    /// A thread reads it.
    Coming(Receiver<Loaded>),
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
                *self = Self::Coming(read(load, ctx.clone()));
                None
            }
            Self::AfterFrames(left, load) => {
                ctx.request_repaint_after_secs(NEXT_FRAME_SECS);
                *self = Self::AfterFrames(left - 1, load);
                None
            }
            Self::Coming(coming) => match coming.try_recv() {
                Ok(loaded) => Some(Arrival::Library(Box::new(loaded))),
                Err(TryRecvError::Disconnected) => Some(Arrival::Nothing),
                Err(TryRecvError::Empty) => {
                    *self = Self::Coming(coming);
                    None
                }
            },
        }
    }
}

/// Runs `load` in a thread, and asks for a frame when it is done or has failed.
fn read(load: Load, ctx: Context) -> Receiver<Loaded> {
    let (sender, receiver) = mpsc::channel();
    let woken = ctx.clone();
    let run = move || {
        // In this order they go even in a panic: first the sender, then the wish for a frame that finds out.
        let wake = Wake(ctx);
        let sender = sender;
        // The receiver is only gone together with the viewer.
        let _ = sender.send(load());
        drop(sender);
        drop(wake);
    };
    if thread::Builder::new().name("library".to_owned()).spawn(run).is_err() {
        // Without a thread there is no sender any more: the next frame finds that nothing comes.
        woken.request_repaint();
    }
    receiver
}
