//! Something that another thread does for the window, and what it says about it. It cannot be lost: when the thread is done,
//! or fails in a way that nobody thought of, the next frame finds that nothing more comes.

use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::thread;
use std::time::{Duration, Instant};

use egui::Context;

/// What the window keeps of an errand.
pub(super) struct Errand<T>(Receiver<T>);

/// What the thread keeps of it.
pub(super) struct Tell<T> {
    // In this order they go, even in a panic: first the sender, then the wish for a frame that finds out.
    sender: Sender<T>,
    wake: Wake,
}

/// What came of an errand since it was last asked.
pub(super) struct Heard<T> {
    /// What the thread said.
    pub(super) news: Vec<T>,
    /// Whether nothing more comes.
    pub(super) is_over: bool,
}

/// An errand, for whatever thread may have it.
pub(super) fn errand<T>(ctx: &Context) -> (Tell<T>, Errand<T>) {
    let (sender, receiver) = mpsc::channel();
    (Tell { sender, wake: Wake(ctx.clone()) }, Errand(receiver))
}

/// Does `work` in a thread of its own. Without a thread the errand is over before it began.
pub(super) fn send<T: Send + 'static>(name: &str, tell: Tell<T>, work: impl FnOnce(&Tell<T>) + Send + 'static) {
    // The closure goes, and `tell` with it, if there is no thread.
    let _ = thread::Builder::new().name(name.to_owned()).spawn(move || work(&tell));
}

impl<T> Tell<T> {
    /// Says something, and asks for a frame that hears it. False if nobody listens any more.
    pub(super) fn say(&self, news: T) -> bool {
        let is_heard = self.sender.send(news).is_ok();
        self.wake.0.request_repaint();
        is_heard
    }
}

impl<T> Errand<T> {
    /// What the thread said since this was last asked.
    pub(super) fn hear(&self) -> Heard<T> {
        let mut news = Vec::new();
        loop {
            match self.0.try_recv() {
                Ok(one) => news.push(one),
                Err(TryRecvError::Empty) => return Heard { news, is_over: false },
                Err(TryRecvError::Disconnected) => return Heard { news, is_over: true },
            }
        }
    }

    /// Waits for so long at most for the errand to be over.
    pub(super) fn wait(&self, time: Duration) {
        let until = Instant::now() + time;
        while let Some(left) = until.checked_duration_since(Instant::now())
            && self.0.recv_timeout(left).is_ok()
        {}
    }
}

/// Asks for a frame when it goes.
struct Wake(Context);

impl Drop for Wake {
    fn drop(&mut self) {
        self.0.request_repaint();
    }
}
