//! The library in the language that a reader chose: it is read in a thread, and the reader goes on reading until it is there.

use std::sync::Arc;

use egui::Context;

use super::errand::{Errand, errand, send};
use crate::content::Loaded;
use crate::model::library::Library;
use crate::words::Words;

/// Reads the library in the language of a code.
pub(super) type LoadIn = Arc<dyn Fn(&str) -> Loaded + Send + Sync>;

/// A library, and the words of the interface in the same language.
#[derive(Clone)]
pub(super) struct Spoken {
    pub(super) library: Arc<Library>,
    pub(super) words: Arc<Words>,
}

impl Spoken {
    fn language(&self) -> &str {
        &self.library.edition.language
    }
}

impl From<Loaded> for Spoken {
    fn from(Loaded { library, words }: Loaded) -> Self {
        Self { library: Arc::new(library), words: Arc::new(words) }
    }
}

/// What came of a wish for another language.
pub(super) enum Arrival {
    /// The library in it.
    Library(Spoken),
    /// It cannot be read.
    Nothing,
}

/// Brings libraries in other languages.
#[derive(Default)]
pub(super) struct LanguageDesk {
    load: Option<LoadIn>,
    /// The library in the language that is there first: after each visit it is wanted again, and at once.
    start: Option<Spoken>,
    coming: Option<(String, Errand<Loaded>)>,
}

impl LanguageDesk {
    /// A desk that reads by `load`.
    pub(super) fn reading_by(load: LoadIn) -> Self {
        Self { load: Some(load), ..Self::default() }
    }

    /// What came, if the language `wanted` is not the one that is `there`.
    pub(super) fn follow(&mut self, wanted: &str, there: &Spoken, ctx: &Context) -> Option<Arrival> {
        if there.language() == wanted {
            self.coming = None;
            return None;
        }
        if there.language() == there.library.languages.start {
            self.start = Some(there.clone());
        }
        if let Some(start) = self.start.as_ref().filter(|start| start.language() == wanted) {
            return Some(Arrival::Library(start.clone()));
        }
        let Some((_, coming)) = self.coming.as_ref().filter(|(language, _)| language == wanted) else {
            return self.send_for(wanted, ctx);
        };
        let heard = coming.hear();
        let arrived = heard.news.into_iter().next().map(Spoken::from);
        if arrived.is_none() && !heard.is_over {
            return None;
        }
        self.coming = None;
        let is_right = |spoken: &Spoken| spoken.language() == wanted;
        Some(arrived.filter(is_right).map_or(Arrival::Nothing, Arrival::Library))
    }

    /// What reads libraries, if anything does.
    pub(super) fn load(&self) -> Option<&LoadIn> {
        self.load.as_ref()
    }

    /// Forgets what was kept: its files were changed.
    pub(super) fn forget(&mut self) {
        (self.start, self.coming) = (None, None);
    }

    fn send_for(&mut self, wanted: &str, ctx: &Context) -> Option<Arrival> {
        let Some(load) = self.load.clone() else { return Some(Arrival::Nothing) };
        let (tell, coming) = errand(ctx);
        let language = wanted.to_owned();
        send("language", tell, move |tell| _ = tell.say(load(&language)));
        self.coming = Some((wanted.to_owned(), coming));
        None
    }
}
