//! What is to be heard: tones on a line of time that repeats, or that is heard once.

use std::time::Duration;

/// A cycle of tones. Where it does not repeat, it is over after `length`.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// How long one cycle lasts. Less than a millisecond counts as a millisecond.
    pub length: Duration,
    /// The tones of one cycle, in any order. They may sound together, and into the next cycle.
    pub tones: Vec<Tone>,
    /// Whether the cycle begins again when it is over.
    pub repeats: bool,
}

/// One tone, soft at both ends so that nothing clicks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tone {
    /// When it begins, from the start of the cycle. A tone that would begin after the cycle is never heard.
    pub at: Duration,
    /// The pitch at its beginning. A pitch that no ear hears, or that is no number, is not played.
    pub hertz: f32,
    /// The pitch at its end.
    pub end_hertz: f32,
    /// How long it sounds, at most one cycle.
    pub length: Duration,
    /// How long it takes to its full strength, at most half its length. It fades in the rest.
    pub attack: Duration,
    /// From 0 (not heard) to 1 (as loud as the machine goes, at full volume).
    pub strength: f32,
}

/// Short enough to be heard as a blow, long enough not to click.
const TAP: Duration = Duration::from_millis(90);
const TAP_ATTACK: Duration = Duration::from_millis(3);

impl Score {
    /// Tones that begin again every `length`.
    pub fn repeating(length: Duration, tones: Vec<Tone>) -> Self {
        Self { length, tones, repeats: true }
    }

    /// Tones that are heard once, for an alert.
    pub fn once(length: Duration, tones: Vec<Tone>) -> Self {
        Self { length, tones, repeats: false }
    }
}

impl Tone {
    /// A blow: there at once, and gone.
    pub fn tap(at: Duration, hertz: f32) -> Self {
        Self { at, hertz, end_hertz: hertz, length: TAP, attack: TAP_ATTACK, strength: 0.9 }
    }

    /// A breath: rises softly in strength and in pitch, by a fourth, then fades.
    pub fn swell(at: Duration, hertz: f32, length: Duration) -> Self {
        Self { at, hertz, end_hertz: hertz * 4.0 / 3.0, length, attack: length / 2, strength: 0.6 }
    }

    /// The same tone, softer or louder.
    #[must_use]
    pub fn with_strength(self, strength: f32) -> Self {
        Self { strength, ..self }
    }
}
