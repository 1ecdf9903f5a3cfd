//! What is heard before a visit ends by itself, for somebody who does not look at the screen.

use std::time::Duration;

use crate::model::library::Library;
use crate::sound::Sound;
use crate::sound::score::{Score, Tone};
use crate::sound::volume::Volume as Loudness;
use crate::state::{AppState, Volume};

/// The sound, while it is asked whether somebody is still there.
#[derive(Default)]
pub(super) struct WarningSound(Option<Sound>);

/// Two soft notes, and again after so long.
const AGAIN: Duration = Duration::from_secs(5);

impl WarningSound {
    /// Begins the sound with the warning, and ends it with that.
    pub(super) fn follow(&mut self, state: &AppState, library: &Library) {
        if state.warning_left(library).is_none() || state.volume == Volume::Off {
            self.0 = None;
        } else if self.0.is_none() {
            self.0 = Some(Sound::play(score(), Duration::ZERO, Loudness::new(0.5), || ()));
        }
    }
}

fn score() -> Score {
    let note = Duration::from_millis(350);
    Score::repeating(AGAIN, vec![Tone::swell(Duration::ZERO, 523.0, note), Tone::swell(note, 392.0, note)])
}
