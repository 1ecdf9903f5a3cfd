//! The guide's rhythm to be heard, and the tones that say that it is time for the next dose.
//!
//! The sound keeps time by itself, in its own thread; a frame only says what is to be heard. A hidden window or a slow
//! frame shifts no beat.

use std::time::{Duration, Instant};

use egui::Context;

use crate::model::library::Library;
use crate::sound::score::{Score, Tone};
use crate::sound::volume::Volume as Loudness;
use crate::sound::{Sound, Status};
use crate::state::emergency::{Cue, DoseTimer, Part, Rhythm};
use crate::state::{AppState, Moment, Speaker, Volume};

/// What is heard now.
#[derive(Default)]
pub(super) struct RhythmSound {
    playing: Option<Playing>,
    alert: Option<Alert>,
    /// What the last attempt found.
    speaker: Speaker,
}

/// A rhythm, since when it is beaten, and how loud.
struct Playing {
    rhythm: Rhythm,
    since: Moment,
    volume: Volume,
    sound: Sound,
    /// When it began, by the clock of the screen and by that of the sound.
    began: (Moment, Instant),
}

/// Tones that wait until the next dose is due, in a thread that needs no frame.
struct Alert {
    /// Which dose it is for: how many there are, the time of the last one, and how fast time goes.
    dose: (usize, Duration, u32),
    volume: Volume,
    sound: Sound,
    began: (Moment, Instant),
}

impl Alert {
    /// Whether it is the alert for this dose, and rings at the right time or has rung.
    fn is_for(&self, dose: (usize, Duration, u32), timer: DoseTimer, now: Moment) -> bool {
        let is_same_dose = (self.dose.0, self.dose.1) == (dose.0, dose.1);
        is_same_dose && (timer.is_due() || (self.dose.2 == dose.2 && !have_parted(self.began, now)))
    }
}

/// While a machine sleeps its sound does; so far the two clocks may part before the sound begins anew.
const MOST_APART: Duration = Duration::from_millis(100);

/// Whether the clock of the screen and that of the sound have parted since they were both read.
fn have_parted((moment, instant): (Moment, Instant), now: Moment) -> bool {
    MOST_APART < now.since(moment).abs_diff(instant.elapsed())
}

impl RhythmSound {
    /// Brings what is heard in step with what is on screen. Says whether this machine can be heard.
    pub(super) fn follow(&mut self, state: &AppState, library: &Library, ctx: &Context) -> Speaker {
        self.follow_rhythm(state, library, ctx);
        self.follow_doses(state, library);
        if let Some(playing) = &self.playing {
            match playing.sound.status() {
                Status::Silent => self.speaker = Speaker::Missing,
                Status::Playing => self.speaker = Speaker::Usable,
                Status::Starting | Status::Over => (),
            }
        }
        self.speaker
    }

    fn follow_rhythm(&mut self, state: &AppState, library: &Library, ctx: &Context) {
        let wanted = state.open_guide().and_then(|emergency| emergency.rhythm(library));
        // What is off makes no thread and no process either.
        let Some((rhythm, since)) = wanted.filter(|_| state.volume != Volume::Off) else {
            self.playing = None;
            return;
        };
        let is_in_step = |playing: &Playing| {
            playing.rhythm == rhythm && playing.since == since && !have_parted(playing.began, state.now)
        };
        match &mut self.playing {
            Some(playing) if is_in_step(playing) => {
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
                let began = (state.now, Instant::now());
                *playing = Some(Playing { rhythm, since, volume: state.volume, sound, began });
            }
        }
    }

    /// Sets the alert when a dose is given, and takes it back when that changes.
    fn follow_doses(&mut self, state: &AppState, library: &Library) {
        let waits = state.emergency.as_ref().and_then(|emergency| {
            let timer = emergency.dose_timer(library, state.now)?;
            let last = emergency.doses().last()?;
            Some((timer, (emergency.doses().len(), last.at, emergency.speed())))
        });
        let Some((timer, dose)) = waits.filter(|_| state.volume != Volume::Off) else {
            self.alert = None;
            return;
        };
        match &mut self.alert {
            Some(alert) if alert.is_for(dose, timer, state.now) => {
                if alert.volume != state.volume {
                    alert.volume = state.volume;
                    alert.sound.set_volume(loudness(state.volume));
                }
            }
            alert => {
                let left = match timer {
                    DoseTimer::TooEarly { left } => left / dose.2,
                    DoseTimer::Due | DoseTimer::Overdue => Duration::ZERO,
                };
                let sound = Sound::play_after(left, alert_score(), loudness(state.volume));
                *alert = Some(Alert { dose, volume: state.volume, sound, began: (state.now, Instant::now()) });
            }
        }
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
fn alert_score() -> Score {
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
