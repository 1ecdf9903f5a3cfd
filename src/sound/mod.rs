//! Rhythm as sound: tones that come exactly when they should, counted in samples and never in frames.

pub mod samples;
pub mod score;

mod voice;
