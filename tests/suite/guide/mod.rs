//! The guide: its cards, the way through them, its timers and rhythms, its screens, and what outlasts a crash.

mod crash;
mod properties;
mod protocols;
mod rhythm;
mod screens;
mod timers;
mod visits;
mod walk;

use std::time::Duration;

use careshelf::model::guide::Card;
use careshelf::model::library::Library;
use careshelf::state::emergency::Emergency;
use careshelf::state::{Action, AppState, GuideAction, Moment, update};

use crate::visit::TODAY;

/// A reader in the guide, without a screen.
pub struct Walk<'l> {
    pub library: &'l Library,
    pub state: AppState,
}

impl<'l> Walk<'l> {
    /// Somebody who has just pressed the red button.
    pub fn begin(library: &'l Library) -> Self {
        let mut walk = Self { library, state: AppState::new(library, TODAY) };
        walk.pass(Duration::from_secs(1)).act(Action::ActNow).pass(Duration::from_secs(1));
        walk
    }

    pub fn act(&mut self, action: Action) -> &mut Self {
        update(&mut self.state, self.library, action);
        self
    }

    pub fn guide(&mut self, action: GuideAction) -> &mut Self {
        self.act(Action::Guide(action))
    }

    pub fn pass(&mut self, time: Duration) -> &mut Self {
        let now = self.state.now.plus(time);
        self.act(Action::SetNow(now))
    }

    pub fn pass_secs(&mut self, secs: u64) -> &mut Self {
        self.pass(Duration::from_secs(secs))
    }

    /// Takes the choice called `label`, a second after the card came.
    #[track_caller]
    pub fn choose(&mut self, label: &str) -> &mut Self {
        let labels: Vec<String> = self.card().choices.iter().map(|choice| choice.label.plain()).collect();
        let at = labels.iter().position(|known| known == label);
        let at = at.unwrap_or_else(|| panic!("{} has {labels:?}, not {label:?}", self.card().id));
        self.pass_secs(1).guide(GuideAction::Choose(at))
    }

    /// Takes the usual way on of a card that shows how to do something, or else the one that says that it was done.
    pub fn go_on(&mut self) -> &mut Self {
        let choices = &self.card().choices;
        let usual = choices.iter().find(|choice| choice.is_usual).or(choices.iter().find(|choice| choice.gives_dose));
        let label = usual.unwrap_or(&choices[0]).label.plain();
        self.choose(&label)
    }

    pub fn emergency(&self) -> &Emergency {
        self.state.emergency.as_ref().expect("an emergency")
    }

    pub fn card(&self) -> &'l Card {
        self.emergency().card(self.library).expect("a card")
    }

    pub fn id(&self) -> &'l str {
        self.card().id.as_str()
    }

    pub fn now(&self) -> Moment {
        self.state.now
    }
}
