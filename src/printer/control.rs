//! The one thing that can be done to a job from outside: to call it off.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Held by whoever prints and by whoever may call it off. Clones are the same control.
#[derive(Clone, Debug, Default)]
pub struct Control {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    is_cancelled: Mutex<bool>,
    wake: Condvar,
}

impl Control {
    /// One for a job that nobody has called off.
    pub fn new() -> Self {
        Self::default()
    }

    /// Calls the job off, also while it is being sent. Returns at once; the outcome tells what came of it.
    pub fn cancel(&self) {
        *self.lock() = true;
        self.shared.wake.notify_all();
    }

    /// Whether the job was called off.
    pub fn is_cancelled(&self) -> bool {
        *self.lock()
    }

    /// Waits for `time` or until the job is called off; true if it is.
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "there is nothing to wait for"))]
    pub(super) fn is_cancelled_within(&self, time: Duration) -> bool {
        let waited = self.shared.wake.wait_timeout_while(self.lock(), time, |is_cancelled| !*is_cancelled);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// A panic elsewhere leaves nothing here half done.
    fn lock(&self) -> MutexGuard<'_, bool> {
        self.shared.is_cancelled.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
