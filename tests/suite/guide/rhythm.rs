//! The rhythm of compressions and breaths: as many, as fast and as long as the protocol says, for any figures.

use std::time::Duration;

use careshelf::model::figures::{Figures, MOST_FLASHES_A_MINUTE};
use careshelf::state::emergency::{Cue, Part, Rhythm};
use proptest::prelude::*;

use crate::visit::bundled;

fn any_figures() -> impl Strategy<Value = Figures> {
    (1_u32..60, 1_u32..5, 30.0..MOST_FLASHES_A_MINUTE, 340_u64..2000, 1_u32..4, 3000_u64..9000).prop_map(
        |(compressions, breaths, compressions_a_minute, breath_millis, first_breaths, interval)| Figures {
            compressions,
            breaths,
            compressions_a_minute,
            breath_time: Duration::from_millis(breath_millis),
            pause: Duration::from_millis(breath_millis * u64::from(breaths) + 1500),
            first_breaths,
            breath_interval: Duration::from_millis(interval),
        },
    )
}

fn pushes(parts: &[Part]) -> usize {
    parts.iter().filter(|part| matches!(part.cue, Cue::Push(_))).count()
}

fn blows(parts: &[Part]) -> usize {
    parts.iter().filter(|part| matches!(part.cue, Cue::Blow(_))).count()
}

#[test]
fn the_bundled_rhythm_is_that_of_the_facts() {
    let library = bundled().library;
    let figures = library.figures.expect("figures");
    let named = |name: &str| library.protocol.quantity(name).expect("a quantity").most.as_f64();
    let count = |name: &str| named(name) as usize;
    let rhythm = Rhythm::compressions(&figures);
    assert_eq!(pushes(rhythm.cycle()), count("cpr-compressions"));
    assert_eq!(blows(rhythm.cycle()), count("cpr-breaths"));
    let rate = library.protocol.quantity("cpr-rate").expect("a rate");
    assert!((rate.least.as_f64()..=rate.most.as_f64()).contains(&figures.compressions_a_minute));
    let breaths = Rhythm::breaths(&figures);
    assert_eq!(blows(breaths.intro()), count("first-breaths"));
    assert_eq!(breaths.cycle_length(), library.protocol.time("breath-interval").expect("a time").0);
    assert!((60.0 / breaths.cycle_length().as_secs_f64() - named("breaths-a-minute")).abs() < 1e-9);
}

proptest! {
    #[test]
    fn compressions_keep_their_rate_and_their_pause_is_short_enough(figures in any_figures()) {
        let rhythm = Rhythm::compressions(&figures);
        let cycle = rhythm.cycle();
        prop_assert_eq!(pushes(cycle), figures.compressions as usize);
        prop_assert_eq!(blows(cycle), figures.breaths as usize);
        let beat = 60.0 / figures.compressions_a_minute;
        for pair in cycle[..figures.compressions as usize].windows(2) {
            prop_assert!((pair[1].at.as_secs_f64() - pair[0].at.as_secs_f64() - beat).abs() < 1e-6);
        }
        let pushing = Duration::from_secs_f64(beat * f64::from(figures.compressions));
        prop_assert!(rhythm.cycle_length() < pushing + figures.pause);
        prop_assert!(cycle.iter().filter(|part| matches!(part.cue, Cue::Blow(_))).all(|part| part.length == figures.breath_time));
    }

    #[test]
    fn the_first_breaths_come_once_and_then_one_at_every_interval(figures in any_figures()) {
        let rhythm = Rhythm::breaths(&figures);
        prop_assert_eq!(blows(rhythm.intro()), figures.first_breaths as usize);
        prop_assert_eq!((blows(rhythm.cycle()), rhythm.cycle_length()), (1, figures.breath_interval));
    }

    #[test]
    fn at_any_time_there_is_something_to_do_and_it_is_the_same_in_every_turn(
        figures in any_figures(), millis in 0_u64..10_000_000, turns in 0_u32..1000,
    ) {
        for rhythm in [Rhythm::compressions(&figures), Rhythm::compressions_only(&figures), Rhythm::breaths(&figures)] {
            let elapsed = Duration::from_millis(millis);
            let beat = rhythm.at(elapsed).expect("a beat");
            prop_assert!(beat.since < beat.length);
            if rhythm.intro_length() <= elapsed {
                let later = rhythm.at(elapsed + rhythm.cycle_length() * turns).expect("a beat");
                prop_assert_eq!(later, beat);
            }
        }
    }
}
