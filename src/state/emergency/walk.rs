//! The way through the cards.

use std::time::Duration;

use super::{Emergency, MOST_BACK, Moment, Pace};
use crate::model::guide::{Choice, Goal, Tool};
use crate::model::id::{CardId, FormId, StepId};
use crate::model::library::Library;

/// A second touch so soon after a card appeared was meant for the card before it.
pub(super) const TOUCH_BOUNCE: Duration = Duration::from_millis(300);

/// What came of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The guide goes on.
    GoesOn,
    /// Whoever chose it wants to leave.
    Leaves,
}

impl Emergency {
    /// Does what the choice at position `at` of the card on screen says. A position that the card does not have, or a
    /// touch that was meant for the card before, changes nothing.
    pub fn choose(&mut self, at: usize, library: &Library, now: Moment) -> Outcome {
        let choice = self.card(library).and_then(|card| card.choices.get(at));
        let Some(choice) = choice.filter(|_| !self.is_bounce(now)) else { return Outcome::GoesOn };
        let goal = self.goal(choice, library, now);
        if choice.gives_dose {
            self.give_dose(library, now);
        }
        self.touched = now;
        let card = match goal {
            Goal::Leave => return Outcome::Leaves,
            Goal::Card(card) => Some(card.clone()),
            Goal::Form => self.form(library).and_then(|form| form.cards.first()).map(|card| card.id.clone()),
            Goal::NextStep => self.next_step(library),
        };
        if let Some(card) = card {
            self.go_to(card, library, now);
        }
        Outcome::GoesOn
    }

    /// Where `choice` leads at this time.
    fn goal<'c>(&self, choice: &'c Choice, library: &Library, now: Moment) -> &'c Goal {
        let is_early = self.dose_timer(library, now).is_some_and(|timer| !timer.is_due());
        choice.early.as_ref().filter(|_| is_early).unwrap_or(&choice.goes)
    }

    /// Shows how to give the kind of naloxone called `form`.
    pub fn choose_form(&mut self, form: &FormId, library: &Library, now: Moment) {
        let card = library.guide.form(form).and_then(|form| form.cards.first());
        if let Some(card) = card.filter(|_| !self.is_bounce(now)) {
            self.go_to(card.id.clone(), library, now);
        }
    }

    /// Goes back to the card before this one.
    pub fn go_back(&mut self, library: &Library, now: Moment) {
        self.touched = now;
        if let Some(card) = self.back.pop() {
            self.show(card, library, now);
        }
    }

    /// Goes to the first card, from which one can go back.
    pub fn go_to_start(&mut self, library: &Library, now: Moment) {
        if let Some(card) = library.first_card() {
            self.go_to(card.id.clone(), library, now);
        }
    }

    /// Goes to the card that asks whether they are awake and breathing.
    pub fn go_to_doses(&mut self, library: &Library, now: Moment) {
        let mut cards = library.guide.cards();
        if let Some(card) = cards.find(|card| card.tool == Some(Tool::Doses)) {
            self.go_to(card.id.clone(), library, now);
        }
    }

    /// Goes to the card called `card`, from which one can go back.
    pub fn go_to(&mut self, card: CardId, library: &Library, now: Moment) {
        self.touched = now;
        if card == self.card {
            return;
        }
        let before = self.card.clone();
        self.show(card, library, now);
        if self.back.len() == MOST_BACK {
            self.back.remove(0);
        }
        self.back.push(before);
    }

    fn show(&mut self, card: CardId, library: &Library, now: Moment) {
        if let Some(form) = library.guide.form_of(&card) {
            self.form = Some(form.id.clone());
        }
        self.pace = self.pace_on(&card, library, now);
        self.card = card;
        self.card_since = now;
        self.shown += 1;
    }

    /// What is beaten on the card `id`: its own rhythm; or the old one, where it says so and while one helper shows how to
    /// give naloxone. Back from there it goes on as it was.
    pub(super) fn pace_on(&self, id: &CardId, library: &Library, now: Moment) -> Option<(Pace, Moment)> {
        let card = library.guide.card(id)?;
        let own = match card.tool {
            Some(Tool::Compressions) => Pace::Compressions,
            Some(Tool::Breaths) => Pace::Breaths,
            _ if card.keeps_rhythm || library.guide.form_of(id).is_some() => return self.pace,
            _ => return None,
        };
        Some(self.pace.filter(|(pace, _)| *pace == own).unwrap_or((own, now)))
    }

    pub(super) fn is_bounce(&self, now: Moment) -> bool {
        now.since(self.card_since) < TOUCH_BOUNCE
    }

    /// Meets another library: what it does not have any more is forgotten, but never a dose.
    pub fn meet(&mut self, library: &Library) {
        let is_there = |card: &CardId| library.guide.card(card).is_some();
        self.back.retain(is_there);
        let too_many = self.back.len().saturating_sub(MOST_BACK);
        self.back.drain(..too_many);
        if !is_there(&self.card)
            && let Some(first) = library.first_card()
        {
            self.card = first.id.clone();
        }
    }

    /// The step of the card on screen. For a card of no step, or of one that the protocol does not name, it is the step from
    /// which one came there.
    pub fn step<'l>(&self, library: &'l Library) -> Option<&'l StepId> {
        let way = self.back.iter().chain([&self.card]).rev();
        let mut steps = way.filter_map(|card| library.guide.step_of(card)).map(|step| &step.id);
        steps.find(|step| library.protocol.steps.contains(step))
    }

    /// Which step of how many the card on screen belongs to, counted from 1.
    pub fn progress(&self, library: &Library) -> (usize, usize) {
        let steps = &library.protocol.steps;
        let at = self.step(library).and_then(|id| steps.iter().position(|step| step == id));
        (at.unwrap_or(0) + 1, steps.len())
    }

    /// The first card of the step after this one; after the last step, that of the last one.
    fn next_step(&self, library: &Library) -> Option<CardId> {
        let (number, count) = self.progress(library);
        let next = library.protocol.steps.get(number.min(count.saturating_sub(1)))?;
        library.guide.step(next)?.cards.first().map(|card| card.id.clone())
    }
}
