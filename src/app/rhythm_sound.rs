//! The guide's rhythm to be heard, and the tones that say that it is time for the next dose.
//!
//! The sound keeps time by itself, in its own thread; a frame only says what is to be heard. A hidden window or a slow
//! frame shifts no beat.

use std::time::Duration;

use egui::Context;

use crate::model::library::Library;
use crate::sound::score::{Score, Tone};
use crate::sound::volume::Volume as Loudness;
use crate::sound::{Sound, Status};
use crate::state::emergency::{Cue, DoseTimer, Part, Rhythm};
use crate::state::{AppState, Moment, Volume};

/// What is heard now.
#[derive(Default)]
pub(super) struct RhythmSound {
    playing: Option<Playing>,
    /// The alert of the last dose, until it is over.
    alert: Option<Sound>,
    /// Whether the next dose was due in the last frame.
    was_due: bool,
    /// Whether the last attempt found no sound on this machine.
    has_none: bool,
}

/// A rhythm, since when it is beaten, and how loud.
struct Playing {
    rhythm: Rhythm,
    since: Moment,
    volume: Volume,
    sound: Sound,
}

impl RhythmSound {
    /// Brings what is heard in step with what is on screen. Says whether this machine was found to have no sound.
    pub(super) fn follow(&mut self, state: &AppState, library: &Library, ctx: &Context) -> bool {
        self.follow_rhythm(state, library, ctx);
        self.follow_doses(state, library);
        if let Some(playing) = &self.playing {
            match playing.sound.status() {
                Status::Silent => self.has_none = true,
                Status::Playing => self.has_none = false,
                Status::Starting | Status::Over => (),
            }
        }
        self.has_none
    }

    fn follow_rhythm(&mut self, state: &AppState, library: &Library, ctx: &Context) {
        let wanted = state.open_guide().and_then(|emergency| emergency.rhythm(library));
        // What is off makes no thread and no process either.
        let Some((rhythm, since)) = wanted.filter(|_| state.volume != Volume::Off) else {
            self.playing = None;
            return;
        };
        match &mut self.playing {
            Some(playing) if playing.rhythm == rhythm && playing.since == since => {
                if playing.volume != state.volume {
                    playing.volume = state.volume;
                    playing.sound.set_volume(loudness(state.volume));
                }
            }
            playing => {
                // The old one stops before the new one begins.
                *playing = None;
                let woken = ctx.clone();
                let changed = move || woken.request_repaint();
                let elapsed = state.now.since(since);
                let sound = Sound::play(score(&rhythm), elapsed, loudness(state.volume), changed);
                *playing = Some(Playing { rhythm, since, volume: state.volume, sound });
            }
        }
    }

    /// Sounds the alert in the frame in which the next dose becomes due, wherever the reader is.
    fn follow_doses(&mut self, state: &AppState, library: &Library) {
        let timer = state.emergency.as_ref().and_then(|emergency| emergency.dose_timer(library, state.now));
        let is_due = matches!(timer, Some(DoseTimer::Due | DoseTimer::Overdue));
        if is_due && !self.was_due && state.volume != Volume::Off {
            self.alert = Some(Sound::play(alert(), Duration::ZERO, loudness(state.volume), || ()));
        }
        self.was_due = is_due;
        self.alert.take_if(|alert| matches!(alert.status(), Status::Over | Status::Silent));
    }
}

fn loudness(volume: Volume) -> Loudness {
    match volume {
        Volume::Off => Loudness::MUTE,
        Volume::Quiet => Loudness::new(0.5),
        Volume::Loud => Loudness::FULL,
    }
}

/// A push, the way between chest and mouth, and a breath.
const PUSH_HERTZ: f32 = 880.0;
const READY_HERTZ: f32 = 587.0;
const BREATH_HERTZ: f32 = 392.0;

/// A rhythm whose first parts come only once is written out for so long; then it begins anew.
const WRITTEN_OUT: Duration = Duration::from_hours(1);

/// The rhythm as tones.
fn score(rhythm: &Rhythm) -> Score {
    let tones =
        |parts: &[Part], begin: Duration| -> Vec<Tone> { parts.iter().filter_map(|part| tone(part, begin)).collect() };
    let (intro, cycle) = (rhythm.intro_length(), rhythm.cycle_length());
    if intro.is_zero() {
        return Score::repeating(cycle, tones(rhythm.cycle(), Duration::ZERO));
    }
    let mut all = tones(rhythm.intro(), Duration::ZERO);
    let mut at = intro;
    while at < WRITTEN_OUT {
        all.extend(tones(rhythm.cycle(), at));
        at += cycle;
    }
    Score::repeating(at, all)
}

/// What is heard of a part that belongs to parts which begin at `begin`.
fn tone(part: &Part, begin: Duration) -> Option<Tone> {
    let at = begin + part.at;
    match part.cue {
        // The first push of a turn is a little higher: one hears where one is.
        Cue::Push(1) => Some(Tone::tap(at, PUSH_HERTZ * 1.25)),
        Cue::Push(_) => Some(Tone::tap(at, PUSH_HERTZ)),
        Cue::Ready => Some(Tone::tap(at, READY_HERTZ).with_strength(0.5)),
        Cue::Blow(_) => Some(Tone::swell(at, BREATH_HERTZ, part.length)),
        Cue::Fall => None,
    }
}

/// Three rising pairs: unlike anything in a rhythm.
fn alert() -> Score {
    let step = Duration::from_millis(220);
    let pair = |n: u32| [Tone::swell(step * (3 * n), 660.0, step), Tone::swell(step * (3 * n + 1), 990.0, step)];
    Score::once(step * 9, (0..3).flat_map(pair).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::figures::Figures;

    const FIGURES: Figures = Figures {
        compressions: 4,
        breaths: 2,
        compressions_a_minute: 120.0,
        breath_time: Duration::from_secs(1),
        pause: Duration::from_secs(10),
        first_breaths: 2,
        breath_interval: Duration::from_secs(6),
    };

    #[test]
    fn every_push_and_every_breath_is_heard_when_it_is_seen() {
        let rhythm = Rhythm::compressions(&FIGURES);
        let heard = score(&rhythm);
        assert!(heard.repeats);
        assert_eq!(heard.length, rhythm.cycle_length());
        let seen: Vec<Duration> =
            rhythm.cycle().iter().filter(|part| part.cue != Cue::Fall).map(|part| part.at).collect();
        assert_eq!(heard.tones.iter().map(|tone| tone.at).collect::<Vec<_>>(), seen);
    }

    #[test]
    fn the_first_breaths_are_heard_once_and_then_one_at_every_interval_for_an_hour() {
        let rhythm = Rhythm::breaths(&FIGURES);
        let heard: Vec<u64> = score(&rhythm).tones.iter().map(|tone| tone.at.as_secs()).collect();
        assert_eq!(heard[..5], [0, 3, 6, 12, 18]);
        assert!(3590 < heard[heard.len() - 1]);
    }
}
