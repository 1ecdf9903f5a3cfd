//! Samples into the system's own audio, where that takes no player: Windows and macOS.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use cpal::{Device, ErrorKind, FromSample, OutputCallbackInfo, SampleFormat, SizedSample, Stream, StreamConfig};

use super::feed::Feed;
use super::volume::Fader;
use super::{Playback, Status};

/// How often the thread looks whether the device goes on.
const TICK: Duration = Duration::from_millis(50);

/// What a device that is asked for nothing may hold, when the score is over.
const REST: Duration = Duration::from_millis(300);

/// A device that asks for nothing for so long is none.
const PATIENCE: Duration = Duration::from_secs(3);

/// What the device's thread tells ours.
#[derive(Default)]
struct Signs {
    plays: AtomicBool,
    is_over: AtomicBool,
    has_failed: AtomicBool,
}

/// Plays through the device that the system prefers, until the sound is stopped or over. A device that fails, because
/// someone pulled a plug perhaps, makes room once for the one that the system prefers then.
pub(super) fn play(playback: &Playback) {
    let mut is_late = false;
    for _ in 0..2 {
        let signs = Arc::new(Signs::default());
        // Where the stream cannot be opened there is no sound; why does not matter to anybody who could read it.
        if let Ok(_stream) = open(playback, &signs, is_late)
            && goes_on(playback, &signs)
        {
            return;
        }
        is_late = signs.plays.load(Ordering::Relaxed);
        playback.set_status(Status::Starting);
    }
    playback.set_status(Status::Silent);
}

/// Waits while the device plays; false if it fails.
fn goes_on(playback: &Playback, signs: &Signs) -> bool {
    let opened = Instant::now();
    while !playback.shared.is_stopped_within(TICK) {
        let plays = signs.plays.load(Ordering::Relaxed);
        if signs.has_failed.load(Ordering::Relaxed) || !plays && PATIENCE < opened.elapsed() {
            return false;
        }
        if plays {
            playback.set_status(Status::Playing);
        }
        if signs.is_over.load(Ordering::Relaxed) {
            if !playback.shared.is_stopped_within(REST) {
                playback.set_status(Status::Over);
            }
            return true;
        }
    }
    true
}

fn open(playback: &Playback, signs: &Arc<Signs>, is_late: bool) -> Result<Stream, cpal::Error> {
    let device = cpal::default_host().default_output_device().ok_or(ErrorKind::DeviceNotAvailable)?;
    let config = device.default_output_config()?;
    let stream = match config.sample_format() {
        SampleFormat::F32 => open_as::<f32>(&device, config.into(), playback, signs, is_late),
        SampleFormat::I16 => open_as::<i16>(&device, config.into(), playback, signs, is_late),
        SampleFormat::I32 => open_as::<i32>(&device, config.into(), playback, signs, is_late),
        _ => Err(ErrorKind::UnsupportedConfig.into()),
    }?;
    stream.play()?;
    Ok(stream)
}

fn open_as<T: SizedSample + FromSample<i16>>(
    device: &Device,
    config: StreamConfig,
    playback: &Playback,
    signs: &Arc<Signs>,
    is_late: bool,
) -> Result<Stream, cpal::Error> {
    let channels = usize::from(config.channels).max(1);
    let rate_hertz = config.sample_rate;
    let (score, from, began) = (playback.score.clone(), playback.from, playback.began);
    let shared = Arc::clone(&playback.shared);
    let (in_callback, in_error) = (Arc::clone(signs), Arc::clone(signs));
    // What is heard and since when.
    let mut feed: Option<(Feed, Instant)> = None;
    let mut fader = Fader::new(shared.volume.get());
    let mut samples = Vec::new();
    let fill = move |out: &mut [T], info: &OutputCallbackInfo| {
        let now = Instant::now();
        let (feed, begins) = feed.get_or_insert_with(|| {
            let begins = now + delay(info);
            let in_step = from + begins.saturating_duration_since(began);
            let from = if score.repeats || is_late { in_step } else { from };
            (Feed::new(&score, from, rate_hertz), begins)
        });
        samples.resize(out.len() / channels, 0);
        feed.fill(&mut samples, now.saturating_duration_since(*begins));
        fader.apply(&mut samples, shared.volume.get());
        for (frame, sample) in out.chunks_mut(channels).zip(&samples) {
            frame.fill(T::from_sample(*sample));
        }
        in_callback.plays.store(true, Ordering::Relaxed);
        in_callback.is_over.store(feed.is_over(), Ordering::Relaxed);
    };
    let failed = move |error: cpal::Error| {
        let goes_on = matches!(error.kind(), ErrorKind::DeviceChanged | ErrorKind::Xrun | ErrorKind::RealtimeDenied);
        in_error.has_failed.fetch_or(!goes_on, Ordering::Relaxed);
    };
    device.build_output_stream(config, fill, failed, Some(PATIENCE))
}

/// From now until the samples that are asked for now are heard, as the device says.
fn delay(info: &OutputCallbackInfo) -> Duration {
    let times = info.timestamp();
    times.playback.checked_duration_since(times.callback).unwrap_or_default()
}
