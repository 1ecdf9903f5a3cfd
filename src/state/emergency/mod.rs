//! An overdose as it goes on: the card on screen, the way back, the doses, and the time.
//!
//! Everything here is a pure function of what was touched and when. The time of an emergency is its own, counted from its
//! beginning; in practice it may run faster than the machine's.

mod doses;
mod rhythm;
mod walk;

pub use doses::{Dose, DoseTimer};
pub use rhythm::{Beat, Cue, Part, Rhythm};
pub use walk::Outcome;

use std::time::Duration;

use super::Moment;
use crate::model::guide::Card;
use crate::model::id::{CardId, FormId};
use crate::model::library::Library;

/// An overdose, or the practice of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Emergency {
    is_practice: bool,
    card: CardId,
    /// The cards before this one, the last one last.
    back: Vec<CardId>,
    doses: Vec<Dose>,
    /// The kind of naloxone that was last looked at.
    form: Option<FormId>,
    clock: Clock,
    /// When the card on screen appeared.
    card_since: Moment,
    /// The rhythm that is beaten, and since when: on its own card, and behind the one that tells the time.
    pace: Option<(Pace, Moment)>,
    /// When somebody last touched anything.
    touched: Moment,
    /// Whether the helper gives breaths between the compressions.
    gives_breaths: bool,
    /// Counts the cards that were shown; a card shown again begins at its top.
    shown: u64,
}

/// What must outlast a crash.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The card on screen.
    pub card: CardId,
    /// The cards before it, the last one last.
    pub back: Vec<CardId>,
    /// The doses given.
    pub doses: Vec<Dose>,
    /// The kind of naloxone in use.
    pub form: Option<FormId>,
    /// How long the emergency had lasted.
    pub time: Duration,
    /// Whether the helper gives breaths between the compressions.
    pub gives_breaths: bool,
    /// How long nobody had touched anything.
    pub untouched: Duration,
    /// What was beaten.
    pub pace: Option<Pace>,
}

/// What is beaten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Chest compressions.
    Compressions,
    /// Rescue breaths.
    Breaths,
}

/// The emergency's own time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Clock {
    /// A moment on the machine's clock,
    at: Moment,
    /// and how long the emergency had lasted then.
    time: Duration,
    /// How many times faster it goes since.
    speed: u32,
}

/// An emergency that nobody touched for so long is over.
pub const FORGOTTEN_AFTER: Duration = Duration::from_hours(12);

/// The way back is no longer than this: somebody may go round for hours.
const MOST_BACK: usize = 100;

impl Emergency {
    /// A new emergency, on the first card; `None` only if the library has no guide.
    pub fn begin(library: &Library, now: Moment, is_practice: bool) -> Option<Self> {
        let card = library.first_card()?.id.clone();
        let begun = Self {
            is_practice,
            card,
            back: Vec::new(),
            doses: Vec::new(),
            form: None,
            clock: Clock { at: now, time: Duration::ZERO, speed: 1 },
            card_since: now,
            pace: None,
            touched: now,
            gives_breaths: true,
            shown: 0,
        };
        Some(Self { pace: begun.pace_on(&begun.card, library, now), ..begun })
    }

    /// The emergency that was `kept` a time `away` before `now`.
    ///
    /// A card that the guide does not have any more becomes the first one; doses stay in any case.
    pub fn resume(kept: Kept, away: Duration, library: &Library, now: Moment) -> Option<Self> {
        let begun = Self::begin(library, now, false)?;
        let mut resumed = Self {
            card: kept.card,
            back: kept.back,
            doses: kept.doses,
            form: kept.form,
            clock: Clock { time: kept.time.saturating_add(away), ..begun.clock },
            gives_breaths: kept.gives_breaths,
            touched: now.minus(kept.untouched.saturating_add(away)),
            pace: kept.pace.map(|pace| (pace, now)),
            ..begun
        };
        resumed.meet(library);
        Some(resumed)
    }

    /// What must outlast a crash, as of `now`.
    pub fn keep(&self, now: Moment) -> Kept {
        Kept {
            card: self.card.clone(),
            back: self.back.clone(),
            doses: self.doses.clone(),
            form: self.form.clone(),
            time: self.time(now),
            gives_breaths: self.gives_breaths,
            untouched: now.since(self.touched),
            pace: self.pace.map(|(pace, _)| pace),
        }
    }

    /// Whether what [`Emergency::keep`] keeps is the same in both, but for the time that passed.
    pub fn is_like(&self, other: &Self) -> bool {
        let of = |emergency: &Self| Kept {
            time: Duration::ZERO,
            untouched: Duration::ZERO,
            ..emergency.keep(Moment::default())
        };
        self.is_practice == other.is_practice && of(self) == of(other)
    }

    /// Whether nobody is in danger.
    pub fn is_practice(&self) -> bool {
        self.is_practice
    }

    /// How long the emergency has lasted by its own clock.
    pub fn time(&self, now: Moment) -> Duration {
        self.clock.time.saturating_add(now.since(self.clock.at).saturating_mul(self.clock.speed))
    }

    /// How many times faster than the machine's its own clock goes.
    pub fn speed(&self) -> u32 {
        self.clock.speed
    }

    /// Makes the clock go `speed` times as fast from `now` on. Only in practice: nobody else's time can be hurried.
    pub fn set_speed(&mut self, speed: u32, now: Moment) {
        if self.is_practice {
            self.clock = Clock { at: now, time: self.time(now), speed: speed.max(1) };
        }
    }

    /// Whether nobody has touched it for so long that it must be over.
    pub fn is_forgotten(&self, now: Moment) -> bool {
        self.until_forgotten(now).is_zero()
    }

    /// How long until it is over if nobody touches it.
    pub fn until_forgotten(&self, now: Moment) -> Duration {
        FORGOTTEN_AFTER.saturating_sub(now.since(self.touched))
    }

    /// The card on screen.
    pub fn card<'l>(&self, library: &'l Library) -> Option<&'l Card> {
        library.guide.card(&self.card).or_else(|| library.first_card())
    }

    /// Whether there is a card to go back to.
    pub fn has_way_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether something was done that would be missed: a card was left behind, or a dose given.
    pub fn is_under_way(&self) -> bool {
        self.has_way_back() || !self.doses.is_empty()
    }

    /// What is beaten, if anything is.
    pub fn pace(&self) -> Option<Pace> {
        self.pace.map(|(pace, _)| pace)
    }

    /// The rhythm of what is beaten, and when it began.
    pub fn rhythm(&self, library: &Library) -> Option<(Rhythm, Moment)> {
        let figures = library.figures?;
        let (pace, since) = self.pace?;
        let rhythm = match pace {
            Pace::Compressions if self.gives_breaths => Rhythm::compressions(&figures),
            Pace::Compressions => Rhythm::compressions_only(&figures),
            Pace::Breaths => Rhythm::breaths(&figures),
        };
        Some((rhythm, since))
    }

    /// Whether the helper gives breaths between the compressions.
    pub fn gives_breaths(&self) -> bool {
        self.gives_breaths
    }

    /// How many cards were shown before this one.
    pub fn shown(&self) -> u64 {
        self.shown
    }

    /// Begins the compressions anew, with breaths between them or without.
    pub fn set_gives_breaths(&mut self, gives_breaths: bool, now: Moment) {
        self.gives_breaths = gives_breaths;
        self.pace = self.pace.map(|(pace, _)| (pace, now));
        self.touched = now;
    }
}
