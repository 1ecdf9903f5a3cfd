//! What the holder of a sound and its thread both see: the volume, the status, and the wish to stop.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::Status;
use super::volume::{SharedVolume, Volume};

/// One for each sound.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) volume: SharedVolume,
    state: Mutex<State>,
    wake: Condvar,
}

#[derive(Debug)]
struct State {
    status: Status,
    is_stopped: bool,
    /// The player, as long as it runs. Whoever holds the lock may end it at once, whatever its thread waits for.
    #[cfg(all(unix, not(target_os = "macos")))]
    player: Option<super::process::Process>,
}

impl Shared {
    pub(super) fn new(volume: Volume) -> Self {
        let state = State {
            status: Status::Starting,
            is_stopped: false,
            #[cfg(all(unix, not(target_os = "macos")))]
            player: None,
        };
        Self { volume: SharedVolume::new(volume), state: Mutex::new(state), wake: Condvar::new() }
    }

    pub(super) fn status(&self) -> Status {
        self.lock().status
    }

    /// True if that is something new.
    pub(super) fn set_status(&self, status: Status) -> bool {
        let mut state = self.lock();
        let is_new = state.status != status;
        state.status = status;
        is_new
    }

    /// Ends the sound. Never waits for anything but other short looks at the state.
    pub(super) fn stop(&self) {
        let mut state = self.lock();
        state.is_stopped = true;
        #[cfg(all(unix, not(target_os = "macos")))]
        if let Some(player) = &mut state.player {
            player.kill();
        }
        drop(state);
        self.wake.notify_all();
    }

    /// Waits for `time` or until the sound is stopped; true if it is.
    pub(super) fn is_stopped_within(&self, time: Duration) -> bool {
        let state = self.lock();
        let waited = self.wake.wait_timeout_while(state, time, |state| !state.is_stopped);
        waited.unwrap_or_else(PoisonError::into_inner).0.is_stopped
    }

    /// A panic elsewhere leaves nothing here half done.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
impl Shared {
    /// Keeps a player where `stop` finds it. A sound that is stopped already ends it.
    pub(super) fn hold(&self, mut player: super::process::Process) {
        let mut state = self.lock();
        if state.is_stopped {
            player.kill();
        }
        state.player = Some(player);
    }

    /// Whether the player has ended.
    pub(super) fn player_has_ended(&self) -> bool {
        self.lock().player.as_mut().is_none_or(super::process::Process::has_ended)
    }

    /// Ends the player, whatever it does, and waits until it is gone.
    pub(super) fn end_player(&self) {
        let player = self.lock().player.take();
        if let Some(mut player) = player {
            player.kill();
            player.wait();
        }
    }
}
