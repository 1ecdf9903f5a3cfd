//! The sequence that opens the administrator's panel: five touches of the clinic's name, or eight arrow keys.
//!
//! Neither does anything else that a reader would mind, and both work with what a kiosk has: a screen to touch, or the six
//! keys of a switch or a keypad. They keep nobody out; the PIN does.

use std::time::Duration;

use crate::state::Moment;

/// A part of the sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knock {
    /// A touch of the clinic's name.
    Name,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow to the left.
    Left,
    /// The arrow to the right.
    Right,
}

/// The touches, and how long they may take.
const TOUCHES: (&[Knock], Duration) = (&[Knock::Name; 5], Duration::from_secs(5));

/// The keys, and how long they may take.
const KEYS: (&[Knock], Duration) = (
    &[Knock::Up, Knock::Up, Knock::Down, Knock::Down, Knock::Left, Knock::Right, Knock::Left, Knock::Right],
    Duration::from_secs(10),
);

/// The last knocks and when they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Knocks(Vec<(Knock, Moment)>);

impl Knocks {
    /// Takes another knock. Says whether it ends the sequence; then it begins anew.
    pub(super) fn add(&mut self, knock: Knock, now: Moment) -> bool {
        self.0.push((knock, now));
        let too_many = self.0.len().saturating_sub(KEYS.0.len());
        self.0.drain(..too_many);
        let is_done = [TOUCHES, KEYS].into_iter().any(|(sequence, within)| self.ends_with(sequence, within, now));
        if is_done {
            self.0.clear();
        }
        is_done
    }

    fn ends_with(&self, sequence: &[Knock], within: Duration, now: Moment) -> bool {
        let Some(begin) = self.0.len().checked_sub(sequence.len()) else { return false };
        let last = &self.0[begin..];
        let is_same = last.iter().map(|(knock, _)| knock).eq(sequence);
        is_same && last.first().is_some_and(|(_, began)| now.since(*began) <= within)
    }
}
