//! Rhythm as sound: tones that come exactly when they should, counted in samples and never in frames.
//!
//! ```text
//! Score ─→ Samples ─→ Feed ─→ Fader ─→ player's standard input   Linux and other Unix (stream, players, process)
//!          exact      in step volume └→ the system's own audio     Windows, macOS (device)
//!          by count   with the clock
//! ```
//!
//! [`Sound::play`] starts one thread, and on Linux one player; dropping the [`Sound`] ends both. Before that and after it
//! there is neither. What the machine needs:
//!
//! | system | needs |
//! |---|---|
//! | Linux, other Unix | one of `pw-cat`, `paplay`, `pacat`, `aplay`, or a program named by [`players::PLAYER_VARIABLE`] |
//! | Windows, macOS | nothing more |
//!
//! Without it the status is [`Status::Silent`], and all else goes on: sound is never the only way in which something is told.
//!
//! A player is trusted with nothing. What waits for it is less than half a second, and is taken back when the volume
//! changes; a sound that is dropped ends its player at once. One that cannot be started, ends early or does not read makes
//! room for the next; one that played and failed is tried once more. The samples follow the sound card's own seconds, and
//! what those lose against the clock is taken from the silence between tones, so that ear and eye stay together for hours.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use score::Score;
use shared::Shared;
use volume::Volume;

pub mod samples;
pub mod score;
pub mod volume;

mod drift;
mod feed;
mod shared;
mod voice;

#[cfg(any(windows, target_os = "macos"))]
mod device;
#[cfg(all(unix, not(target_os = "macos")))]
pub mod players;
#[cfg(all(unix, not(target_os = "macos")))]
mod process;
#[cfg(all(unix, not(target_os = "macos")))]
mod stream;

/// How a sound is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Not yet to be heard, or, after a player failed, not again yet.
    Starting,
    /// Samples are being taken.
    Playing,
    /// This machine has no sound, or has lost it. Nothing more is tried.
    Silent,
    /// All of a score that does not repeat has been heard.
    Over,
}

/// A score that is being played, until this is dropped.
#[derive(Debug)]
#[must_use = "the sound stops when this is dropped"]
pub struct Sound {
    shared: Arc<Shared>,
}

/// What the thread of a sound is given.
struct Playback {
    score: Score,
    from: Duration,
    /// When the score was at `from`.
    began: Instant,
    shared: Arc<Shared>,
    changed: Box<dyn Fn() + Send>,
}

impl Sound {
    /// Plays `score`, which is at `from` now, and returns at once. A score that repeats is in step with the clock as soon as
    /// it is heard: what would have been heard before is left out. One that is played once is heard whole from `from` on.
    ///
    /// `changed` is called from another thread whenever the status changes.
    pub fn play(score: Score, from: Duration, volume: Volume, changed: impl Fn() + Send + 'static) -> Self {
        Self::play_in_thread(score, from, volume, changed, play_on_this_machine)
    }

    /// The same after a while; until then there is a thread that sleeps, and nothing else.
    pub fn play_after(delay: Duration, score: Score, volume: Volume) -> Self {
        Self::play_in_thread(
            score,
            Duration::ZERO,
            volume,
            || (),
            move |playback| {
                if !playback.shared.is_stopped_within(delay) {
                    play_on_this_machine(playback);
                }
            },
        )
    }

    /// The same through `players`, tried in their order, whatever this machine has.
    #[cfg(all(unix, not(target_os = "macos")))]
    pub fn play_through(
        players: Vec<players::Player>,
        score: Score,
        from: Duration,
        volume: Volume,
        changed: impl Fn() + Send + 'static,
    ) -> Self {
        Self::play_in_thread(score, from, volume, changed, move |playback| stream::play(playback, &players))
    }

    fn play_in_thread(
        score: Score,
        from: Duration,
        volume: Volume,
        changed: impl Fn() + Send + 'static,
        play: impl FnOnce(&Playback) + Send + 'static,
    ) -> Self {
        let shared = Arc::new(Shared::new(volume));
        let playback =
            Playback { score, from, began: Instant::now(), shared: Arc::clone(&shared), changed: Box::new(changed) };
        let run = move || {
            let silence = SilenceInAPanic(&playback);
            play(&playback);
            std::mem::forget(silence);
        };
        let thread = thread::Builder::new().name("sound".to_owned()).spawn(run);
        if thread.is_err() {
            shared.set_status(Status::Silent);
        }
        Self { shared }
    }

    /// How it is doing.
    pub fn status(&self) -> Status {
        self.shared.status()
    }

    /// Makes it louder or softer. Heard after what the player itself already holds, about a tenth of a second.
    pub fn set_volume(&self, volume: Volume) {
        self.shared.volume.set(volume);
    }
}

/// What would bring a sound to a loudspeaker of this machine; `None` if nothing would. Whether it is heard, only a sound tells.
pub fn way() -> Option<String> {
    #[cfg(all(unix, not(target_os = "macos")))]
    return players::of_this_machine().first().map(|player| player.program.display().to_string());
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    return cfg!(any(windows, target_os = "macos")).then(|| std::env::consts::OS.to_owned());
}

/// Whatever way this machine has.
fn play_on_this_machine(playback: &Playback) {
    #[cfg(all(unix, not(target_os = "macos")))]
    stream::play(playback, &players::of_this_machine());
    #[cfg(any(windows, target_os = "macos"))]
    device::play(playback);
    #[cfg(not(any(unix, windows)))]
    playback.set_status(Status::Silent);
}

/// Says that nothing is heard any more, if the thread of a sound ends in a way that nobody thought of.
struct SilenceInAPanic<'p>(&'p Playback);

impl Drop for SilenceInAPanic<'_> {
    fn drop(&mut self) {
        self.0.set_status(Status::Silent);
    }
}

impl Drop for Sound {
    fn drop(&mut self) {
        self.shared.stop();
    }
}

impl Playback {
    fn set_status(&self, status: Status) {
        if self.shared.set_status(status) {
            (self.changed)();
        }
    }
}
