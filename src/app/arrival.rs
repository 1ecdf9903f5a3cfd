//! Libraries that come in the place of the one on screen: the rest of the content, another language, what an editor saved.

use std::mem;
use std::sync::Arc;

use egui::Context;

use super::App;
use super::language_desk::{self, Spoken};
use super::rest::{self, Rest};
use crate::model::library::Library;
use crate::state::Action;

impl App {
    /// Takes the library that came since the last frame, if one did.
    pub(super) fn receive_library(&mut self, ctx: &Context) {
        self.receive(ctx);
        // What is read first must be whole before anything comes in its place.
        if matches!(self.rest, Rest::Here) {
            self.follow_language(ctx);
            self.follow_editing(ctx);
        }
    }

    /// Takes the whole library, if it came since the last frame.
    fn receive(&mut self, ctx: &Context) {
        match self.rest.poll(ctx) {
            None => (),
            Some(rest::Arrival::Library(loaded)) => self.show(Spoken::from(*loaded)),
            Some(rest::Arrival::Nothing) => {
                let library = mem::replace(&mut self.library, Arc::new(Library::new(vec![])));
                self.library = Arc::new(Arc::unwrap_or_clone(library).as_it_is());
                self.apply(Action::MeetWholeLibrary);
            }
        }
    }

    /// Takes the library in the language that the reader chose, once it is there.
    fn follow_language(&mut self, ctx: &Context) {
        let there = Spoken { library: Arc::clone(&self.library), words: Arc::clone(&self.words) };
        match self.language_desk.follow(&self.state.language, &there, ctx) {
            None => (),
            Some(language_desk::Arrival::Library(spoken)) => self.show(spoken),
            Some(language_desk::Arrival::Nothing) => {
                self.apply(Action::SetLanguage(there.library.edition.language.clone()));
            }
        }
    }

    /// Shows another library in the place of the one that is there.
    fn show(&mut self, spoken: Spoken) {
        (self.library, self.words) = (spoken.library, spoken.words);
        self.apply(Action::MeetWholeLibrary);
    }

    /// Shows what was saved since the last frame, and what is wrong with it.
    fn follow_editing(&mut self, ctx: &Context) {
        let Some(editing) = &mut self.editing else { return };
        let arrival = editing.follow(&self.library, self.state.today, ctx);
        if let Some(spoken) = arrival.library {
            self.language_desk.forget();
            self.show(spoken);
        }
        if let Some(findings) = arrival.findings {
            self.apply(Action::MeetFindings(findings));
        }
    }
}
