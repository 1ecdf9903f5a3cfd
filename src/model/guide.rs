//! The guide: what to do in an overdose, one thing at a time, with its branches.
//!
//! The cards are words, so each language has its own. Their order is not: the protocol names the steps one after another,
//! and a choice that goes on goes to the step that comes next there.

use std::time::Duration;

use jiff::civil::Date;

use super::block::Picture;
use super::id::{CardId, FormId, StepId};
use super::language::Translation;
use super::place::Place;
use super::text::RichText;

/// Every card of the guide.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guide {
    /// The day on which somebody compared it with its sources.
    pub reviewed: Date,
    /// The day by which that must be done again.
    pub review_by: Date,
    /// Who translated it, if it was written in another language.
    pub translation: Option<Translation>,
    /// What to say on the phone, one thing after another.
    pub say: Vec<RichText>,
    /// What to do after it was said; `None` only if there is no guide.
    pub stay_on_the_line: Option<RichText>,
    /// How to find out where one is, where no site file says so; `None` only if there is no guide.
    pub place_unknown: Option<RichText>,
    /// The steps, in no order that matters: the protocol gives theirs.
    pub steps: Vec<GuideStep>,
    /// The kinds of naloxone, each with its own short sequence of cards.
    pub forms: Vec<Form>,
    /// Whether this is the bundled guide, standing in for one that could not be read.
    pub is_stand_in: bool,
    /// Where the author wrote it.
    pub place: Place,
}

/// A step of the guide: one of the numbers in "2 of 6".
#[derive(Clone, Debug, PartialEq)]
pub struct GuideStep {
    /// Its id, by which protocols name it.
    pub id: StepId,
    /// Its cards; the first one begins the step.
    pub cards: Vec<Card>,
}

/// A kind of naloxone, or what stands in for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Its id, by which protocols name it.
    pub id: FormId,
    /// What it is called.
    pub title: RichText,
    /// A drawing of it.
    pub picture: Picture,
    /// The named value of the protocol that says when the next dose may follow.
    pub interval: String,
    /// What that value is.
    pub wait: Wait,
    /// How to give it; at least one card.
    pub cards: Vec<Card>,
}

/// The time between two doses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wait {
    /// Before this the next dose is too early.
    pub least: Duration,
    /// After this it is overdue.
    pub most: Duration,
}

/// What is on screen at one time: one thing to do, or one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its id.
    pub id: CardId,
    /// What to do, in at most [`MAX_TITLE_WORDS`] words.
    pub title: RichText,
    /// How: at most [`MAX_TEXTS`] short sentences.
    pub texts: Vec<RichText>,
    /// A drawing of it.
    pub picture: Option<Picture>,
    /// What the machine does here.
    pub tool: Option<Tool>,
    /// Whether the rhythm of the card before goes on here: somebody else may follow it.
    pub keeps_rhythm: bool,
    /// The question that the choices answer.
    pub ask: Option<RichText>,
    /// The ways on; at least one, at most [`MAX_CHOICES`].
    pub choices: Vec<Choice>,
    /// Where the author wrote it.
    pub place: Place,
}

/// A title that a frightened person reads at one glance.
pub const MAX_TITLE_WORDS: usize = 6;
/// More sentences than this are not read.
pub const MAX_TEXTS: usize = 3;
/// More buttons than this are not seen.
pub const MAX_CHOICES: usize = 3;

/// A button on a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The words on it.
    pub label: RichText,
    /// Whether it is the usual way on, and stands out. Answers to a question have none.
    pub is_usual: bool,
    /// Whether it says that a dose was given just now.
    pub gives_dose: bool,
    /// Where it leads.
    pub goes: Goal,
    /// Where it leads while it is too early for the next dose.
    pub early: Option<Goal>,
}

/// Where a choice leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// To this card.
    Card(CardId),
    /// To the first card of the step that the protocol names next.
    NextStep,
    /// To the first card of the kind of naloxone that is in use here.
    Form,
    /// Out of the guide: help has taken over, or nobody is in danger.
    Leave,
}

/// What the machine does on a card beside showing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Shows the emergency number, where the reader is, and what to say.
    Call,
    /// Shows the doses and counts down to the next one.
    Doses,
    /// Beats the time of chest compressions, and counts them.
    Compressions,
    /// Paces rescue breaths.
    Breaths,
    /// Shows the kinds of naloxone to choose from.
    Forms,
}

impl Guide {
    /// The step called `id`.
    pub fn step(&self, id: &StepId) -> Option<&GuideStep> {
        self.steps.iter().find(|step| step.id == *id)
    }

    /// The kind of naloxone called `id`.
    pub fn form(&self, id: &FormId) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == *id)
    }

    /// Every card, those of the steps first.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        let of_steps = self.steps.iter().flat_map(|step| &step.cards);
        of_steps.chain(self.forms.iter().flat_map(|form| &form.cards))
    }

    /// The card called `id`.
    pub fn card(&self, id: &CardId) -> Option<&Card> {
        self.cards().find(|card| card.id == *id)
    }

    /// The step that holds the card `id`; `None` for the cards of a kind of naloxone.
    pub fn step_of(&self, id: &CardId) -> Option<&GuideStep> {
        self.steps.iter().find(|step| step.cards.iter().any(|card| card.id == *id))
    }

    /// The kind of naloxone whose card `id` is.
    pub fn form_of(&self, id: &CardId) -> Option<&Form> {
        self.forms.iter().find(|form| form.cards.iter().any(|card| card.id == *id))
    }

    /// The texts for whoever makes the call.
    fn phone_texts(&self) -> impl Iterator<Item = &RichText> {
        self.say.iter().chain(&self.stay_on_the_line).chain(&self.place_unknown)
    }

    /// Whether the guide had to be checked again before `today`.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.review_by < today
    }

    /// Calls `visit` with every text that makes a statement, and so rests on something.
    pub fn each_statement<'g>(&'g self, visit: &mut dyn FnMut(&'g RichText)) {
        self.phone_texts().chain(self.cards().flat_map(|card| &card.texts)).for_each(visit);
    }

    /// The drawings of the kinds of naloxone, then those of the cards.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        self.forms.iter().map(|form| &form.picture).chain(self.cards().flat_map(|card| &card.picture))
    }

    /// Calls `visit` with every text that a reader sees, card after card.
    pub fn each_text<'g>(&'g self, visit: &mut dyn FnMut(&'g RichText)) {
        self.phone_texts().for_each(&mut *visit);
        self.forms.iter().for_each(|form| visit(&form.title));
        self.cards().for_each(|card| card.each_text(visit));
    }
}

impl Card {
    /// Calls `visit` with every text that a reader sees on this card, in reading order.
    pub fn each_text<'c>(&'c self, visit: &mut dyn FnMut(&'c RichText)) {
        visit(&self.title);
        self.texts.iter().for_each(&mut *visit);
        self.ask.iter().for_each(&mut *visit);
        self.choices.iter().for_each(|choice| visit(&choice.label));
    }
}
