//! Tones: each begins at exactly its sample, after hours too; nothing clips, nothing clicks, nothing sounds in between.

use std::time::Duration;

use careshelf::sound::samples::{RATE_HERTZ, Samples};
use careshelf::sound::score::{Score, Tone};
use careshelf::sound::volume::Volume;
use proptest::prelude::*;

const HOUR: Duration = Duration::from_hours(1);

#[test]
fn the_beat_is_on_its_sample_after_hours() {
    // 110 a minute is no whole number of samples, nor of nanoseconds.
    let cycle = Duration::from_nanos(60_000_000_000 / 110);
    let tap = Tone::tap(Duration::ZERO, 880.0);
    let score = Score::repeating(cycle, vec![tap]);
    for hours in [0, 1, 7, 100] {
        let from = HOUR * hours;
        let begins = sample_at(from.as_nanos());
        let cycle_nanos = cycle.as_nanos();
        let heard = rendered(&score, from, Duration::from_secs(5));
        let cycles = from.as_nanos() / cycle_nanos..;
        let expected = cycles.map(|n| sample_at(n * cycle_nanos)).filter(|sample| begins <= *sample);
        let expected: Vec<u64> = expected.take(10).collect();
        let onsets: Vec<u64> = onsets(&heard).iter().map(|onset| begins + (onset - softness(tap)) as u64).collect();
        assert!(expected.starts_with(&onsets) && 9 <= onsets.len(), "{hours} h: {onsets:?}, not {expected:?}");
    }
}

#[test]
fn compressions_and_breaths_come_in_their_order() {
    let beat = Duration::from_millis(500);
    let mut tones: Vec<Tone> = (0..4).map(|k| Tone::tap(beat * k, 880.0)).collect();
    let breath = Tone::swell(beat * 4, 440.0, Duration::from_secs(1));
    tones.push(breath);
    let softness = [0, 1, 2, 3, 4].map(|k| softness(tones[k]));
    let heard = rendered(&Score::repeating(beat * 8, tones), Duration::ZERO, beat * 16);
    let expected: Vec<usize> = [0, 1, 2, 3, 4, 8, 9, 10, 11, 12].iter().map(|k| k * 24_000 + softness[k % 8]).collect();
    assert_eq!(onsets(&heard), expected);
}

#[test]
fn a_beat_that_is_missed_is_not_heard_late() {
    let score = Score::repeating(Duration::from_millis(500), vec![Tone::tap(Duration::ZERO, 880.0)]);
    let heard = rendered(&score, Duration::from_millis(20), Duration::from_millis(470));
    assert!(heard.iter().all(|sample| *sample == 0));
}

#[test]
fn a_score_played_once_ends_in_silence() {
    let score = Score::once(Duration::from_millis(50), vec![Tone::tap(Duration::from_millis(10), 880.0)]);
    let mut samples = Samples::new(&score, Duration::ZERO, RATE_HERTZ);
    let mut heard = vec![0; 48_000];
    assert!(!samples.is_over());
    samples.fill(&mut heard);
    assert!(samples.is_over());
    assert_eq!(onsets(&heard), [480 + softness(Tone::tap(Duration::ZERO, 880.0))]);
    // Cut to the length of the score, the tone still fades: it does not break off.
    assert!(heard[2390..2400].iter().all(|sample| sample.abs() < 100), "{:?}", &heard[2390..2400]);
    assert!(heard[2400..].iter().all(|sample| *sample == 0));
}

#[test]
fn what_cannot_be_heard_is_silence_and_no_error() {
    let cycle = Duration::from_millis(100);
    let tone = Tone::tap(Duration::ZERO, 880.0);
    let unheard = [
        Tone { hertz: f32::NAN, ..tone },
        Tone { end_hertz: f32::INFINITY, ..tone },
        Tone { hertz: 30_000.0, ..tone },
        Tone { length: Duration::ZERO, ..tone },
        Tone { at: cycle, ..tone },
        tone.with_strength(f32::NAN),
        tone.with_strength(-1.0),
    ];
    let heard = rendered(&Score::repeating(cycle, unheard.to_vec()), Duration::ZERO, cycle * 3);
    assert!(heard.iter().all(|sample| *sample == 0));
}

#[test]
fn a_volume_is_between_mute_and_full() {
    assert_eq!(Volume::new(f32::NAN), Volume::MUTE);
    assert_eq!(Volume::new(-1.0), Volume::MUTE);
    assert_eq!(Volume::new(7.0), Volume::FULL);
    assert!((Volume::new(0.5).share() - 0.5).abs() < f32::EPSILON);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_clips_and_nothing_clicks(score in any_score(), from_millis in 0_u64..10_000) {
        let heard = rendered(&score, Duration::from_millis(from_millis), Duration::from_secs(2));
        let mut before = 0;
        for sample in heard {
            // A full wave at 2000 Hz with its octave moves by less than this from one sample to the next. Clipping and
            // wrapping move by more, or stay at the end of the scale.
            prop_assert!((i32::from(sample) - before).abs() < 14_000, "{before} → {sample}");
            before = i32::from(sample);
        }
    }

    #[test]
    fn it_does_not_matter_how_many_samples_are_asked_for_at_once(score in any_score(), part in 1_usize..5_000) {
        let whole = rendered(&score, Duration::ZERO, Duration::from_secs(1));
        let mut samples = Samples::new(&score, Duration::ZERO, RATE_HERTZ);
        let mut parts = vec![0; whole.len()];
        parts.chunks_mut(part).for_each(|chunk| samples.fill(chunk));
        prop_assert_eq!(parts, whole);
    }

    #[test]
    fn whoever_comes_in_the_middle_hears_the_same_from_the_next_tones_on(
        score in any_score(),
        from_millis in 0_u64..3_000,
    ) {
        let whole = rendered(&score, Duration::ZERO, Duration::from_secs(6));
        let later = rendered(&score, Duration::from_millis(from_millis), Duration::from_secs(3));
        let from = from_millis as usize * 48;
        // By then a tone that had begun already is over.
        let after = 48 * 2000;
        prop_assert_eq!(&later[after..], &whole[from + after..from + later.len()]);
    }

    #[test]
    fn quiet_is_what_no_tone_takes(score in any_score(), from_millis in 0_u64..3_000) {
        let mut samples = Samples::new(&score, Duration::from_millis(from_millis), RATE_HERTZ);
        let mut heard = vec![0; usize::try_from(samples.quiet_count()).unwrap().min(1_000_000)];
        samples.fill(&mut heard);
        prop_assert!(heard.iter().all(|sample| *sample == 0));
    }
}

/// Up to five tones that can be heard, in a cycle of 0.1 to 3 seconds.
fn any_score() -> impl Strategy<Value = Score> {
    let tone = (0_u64..3000, 1_u64..2000, 100_f32..2000.0, 100_f32..2000.0, 1_u64..1000, 0_f32..1.0).prop_map(
        |(at, length, hertz, end_hertz, attack, strength)| Tone {
            at: Duration::from_millis(at),
            hertz,
            end_hertz,
            length: Duration::from_millis(length),
            attack: Duration::from_millis(attack),
            strength,
        },
    );
    (100_u64..3000, proptest::collection::vec(tone, 0..5), any::<bool>()).prop_map(|(length, tones, repeats)| Score {
        length: Duration::from_millis(length),
        tones,
        repeats,
    })
}

fn rendered(score: &Score, from: Duration, length: Duration) -> Vec<i16> {
    let mut heard = vec![0; sample_at(length.as_nanos()) as usize];
    Samples::new(score, from, RATE_HERTZ).fill(&mut heard);
    heard
}

/// The nearest sample to a time.
fn sample_at(nanos: u128) -> u64 {
    u64::try_from((nanos * u128::from(RATE_HERTZ) + 500_000_000) / 1_000_000_000).unwrap()
}

/// The first sample of a tone that is not zero: its wave begins softly.
fn softness(tone: Tone) -> usize {
    let tone = Tone { at: Duration::ZERO, ..tone };
    let alone = rendered(&Score::once(tone.length, vec![tone]), Duration::ZERO, tone.length);
    alone.iter().position(|sample| *sample != 0).unwrap()
}

/// Where something is heard after silence.
fn onsets(heard: &[i16]) -> Vec<usize> {
    const SILENCE: usize = 480;
    let mut onsets = Vec::new();
    let mut last = None;
    for (i, _) in heard.iter().enumerate().filter(|(_, sample)| **sample != 0) {
        if last.is_none_or(|last: usize| last + SILENCE < i) {
            onsets.push(i);
        }
        last = Some(i);
    }
    onsets
}
