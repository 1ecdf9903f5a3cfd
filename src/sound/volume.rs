//! How loud, and the soft way from one volume to the next.

use std::sync::atomic::{AtomicU32, Ordering};

/// From 0 (mute) to 1 (as loud as the machine goes).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Volume {
    share: f32,
}

impl Volume {
    /// Nothing is heard; time goes on.
    pub const MUTE: Self = Self { share: 0.0 };
    /// As loud as the machine goes.
    pub const FULL: Self = Self { share: 1.0 };

    /// A share of the full volume, as an ear judges it. What lies outside 0 to 1 counts as the nearer end, and what is no
    /// number as mute.
    pub fn new(share: f32) -> Self {
        if share.is_nan() { Self::MUTE } else { Self { share: share.clamp(0.0, 1.0) } }
    }

    /// From 0 to 1.
    pub fn share(self) -> f32 {
        self.share
    }

    /// What samples are multiplied by. Half the volume is a quarter of the wave: an ear does not hear in proportion.
    fn gain(self) -> f32 {
        self.share * self.share
    }
}

/// A volume that one thread sets and another one hears.
#[derive(Debug)]
pub(super) struct SharedVolume(AtomicU32);

impl SharedVolume {
    pub(super) fn new(volume: Volume) -> Self {
        Self(AtomicU32::new(volume.share.to_bits()))
    }

    pub(super) fn set(&self, volume: Volume) {
        self.0.store(volume.share.to_bits(), Ordering::Relaxed);
    }

    pub(super) fn get(&self) -> Volume {
        Volume { share: f32::from_bits(self.0.load(Ordering::Relaxed)) }
    }
}

/// Brings samples to a volume. A new volume is reached at the end of the samples that it is given for.
#[derive(Clone, Debug)]
pub(super) struct Fader {
    gain: f32,
}

impl Fader {
    pub(super) fn new(volume: Volume) -> Self {
        Self { gain: volume.gain() }
    }

    pub(super) fn apply(&mut self, samples: &mut [i16], volume: Volume) {
        let step = (volume.gain() - self.gain) / samples.len().max(1) as f32;
        for sample in samples {
            self.gain += step;
            *sample = (f32::from(*sample) * self.gain) as i16;
        }
        self.gain = volume.gain();
    }
}
