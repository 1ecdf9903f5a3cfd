//! The thread that searches. It makes the index when somebody first opens search, and answers the latest words only, so that
//! typing never waits.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use egui::Context;

use super::errand::{Errand, Tell, errand, send};
use crate::model::library::Library;
use crate::search::{Found, Index};
use crate::state::search::wanted_words;
use crate::state::typing::Written;
use crate::state::{AppState, SearchAction};

/// More than so many sections help nobody.
const MOST: usize = 20;

/// What was asked last, and the thread that answers.
#[derive(Default)]
pub(super) struct SearchDesk {
    thread: Option<Thread>,
    asked: String,
}

struct Thread {
    /// What is searched.
    library: Arc<Library>,
    tasks: Sender<String>,
    answers: Errand<(String, Found)>,
}

impl SearchDesk {
    /// Asks for what is written in the field, and says what was found since the last frame.
    pub(super) fn follow(&mut self, state: &AppState, library: &Arc<Library>, ctx: &Context) -> Vec<SearchAction> {
        let Some(search) = state.search.as_ref().filter(|search| search.is_open) else {
            // Nothing of a visit is left; the index tells nothing about it.
            self.asked.clear();
            return Vec::new();
        };
        if search.is_lost || !library.is_whole {
            return Vec::new();
        }
        if self.thread.as_ref().is_none_or(|thread| !Arc::ptr_eq(&thread.library, library)) {
            self.thread = Some(Thread::begin(Arc::clone(library), ctx));
            self.asked.clear();
        }
        let Some(thread) = &self.thread else { return Vec::new() };
        let words = wanted_words(state);
        if self.asked != words {
            words.clone_into(&mut self.asked);
            // If the thread is gone, that is heard below.
            let _ = thread.tasks.send(words.to_owned());
        }
        let heard = thread.answers.hear();
        let mut news: Vec<SearchAction> = heard
            .news
            .into_iter()
            .filter(|(asked, _)| *asked == self.asked)
            .map(|(asked, found)| SearchAction::Meet(Written(asked), found))
            .collect();
        if heard.is_over {
            self.thread = None;
            news.push(SearchAction::Lose);
        }
        news
    }
}

impl Thread {
    fn begin(library: Arc<Library>, ctx: &Context) -> Self {
        let (tasks, asked) = mpsc::channel();
        let (tell, answers) = errand(ctx);
        let searched = Arc::clone(&library);
        send("search", tell, move |tell| work(&searched, &asked, tell));
        Self { library, tasks, answers }
    }
}

/// Answers until nobody asks any more.
fn work(library: &Arc<Library>, asked: &Receiver<String>, tell: &Tell<(String, Found)>) {
    let index = Index::new(library);
    while let Ok(words) = asked.recv() {
        // What was typed since then is what counts.
        let words = asked.try_iter().last().unwrap_or(words);
        let found = index.search(&words, MOST);
        if !tell.say((words, found)) {
            return;
        }
    }
}

/// What is found for `words`, at once: for a picture, which waits for nobody.
pub(super) fn find_now(library: &Arc<Library>, words: &str) -> Found {
    Index::new(library).search(words, MOST)
}
