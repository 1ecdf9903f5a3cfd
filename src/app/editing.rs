//! Live editing: what is saved in the content folder shows at once, and what is wrong with it beside the page.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use egui::Context;
use jiff::civil::Date;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::errand::{Errand, Tell, errand, send};
use super::language_desk::{LoadIn, Spoken};
use crate::content::{Loaded, is_content};
use crate::lint;
use crate::model::library::Library;
use crate::model::place::Problem;
use crate::report::complain;

/// A program that saves a file writes it in several pieces; so long after the last one it is done.
const QUIET: Duration = Duration::from_millis(100);

/// What somebody writes while it is on screen.
pub(super) struct Editing {
    load: LoadIn,
    folders: Vec<(PathBuf, RecursiveMode)>,
    /// Listens from the first frame on; `None` before it, and where nothing can be heard.
    watch: Option<Watch>,
    has_begun: bool,
    coming: Option<Errand<Loaded>>,
    /// The library whose problems were looked for last, and what comes of that.
    checked: Option<Arc<Library>>,
    checking: Option<Errand<Vec<Problem>>>,
    load_every: LoadEvery,
}

/// Reads the library in every language.
pub(super) type LoadEvery = Arc<dyn Fn() -> Vec<Loaded> + Send + Sync>;

/// Hears that a file was saved. It ends when this goes.
struct Watch {
    _watcher: RecommendedWatcher,
    saved: Errand<()>,
}

/// What came since the last frame.
#[derive(Default)]
pub(super) struct Arrival {
    pub(super) library: Option<Spoken>,
    pub(super) findings: Option<Vec<Problem>>,
}

impl Editing {
    /// Watches the content folder `content` and the site file at `site`; `load` reads the library in a language, and
    /// `load_every` in all of them, which are compared.
    pub(super) fn of(content: &Path, site: Option<&Path>, load: LoadIn, load_every: LoadEvery) -> Self {
        let beside = site.and_then(Path::parent).map(|folder| (folder.to_owned(), RecursiveMode::NonRecursive));
        let folders = [Some((content.to_owned(), RecursiveMode::Recursive)), beside].into_iter().flatten().collect();
        Self { load, folders, watch: None, has_begun: false, coming: None, checked: None, checking: None, load_every }
    }

    /// What came of what was saved. `there` is the library on screen.
    pub(super) fn follow(&mut self, there: &Arc<Library>, today: Date, ctx: &Context) -> Arrival {
        if !self.has_begun {
            self.has_begun = true;
            self.watch = watch(&self.folders, ctx);
        }
        let is_saved = self.watch.as_ref().is_some_and(|watch| !watch.saved.hear().news.is_empty());
        if is_saved {
            self.coming = Some(self.read(&there.edition.language, ctx));
        }
        let library = self.coming.as_ref().and_then(|coming| coming.hear().news.pop()).map(Spoken::from);
        if library.is_some() {
            self.coming = None;
            return Arrival { library, findings: None };
        }
        if self.checked.as_ref().is_none_or(|checked| !Arc::ptr_eq(checked, there)) {
            self.checked = Some(Arc::clone(there));
            self.checking = Some(check(Arc::clone(&self.load_every), today, ctx));
        }
        let findings = self.checking.as_ref().and_then(|checking| checking.hear().news.pop());
        if findings.is_some() {
            self.checking = None;
        }
        Arrival { library: None, findings }
    }

    fn read(&self, language: &str, ctx: &Context) -> Errand<Loaded> {
        let (tell, coming) = errand(ctx);
        let (load, language) = (Arc::clone(&self.load), language.to_owned());
        send("saved content", tell, move |tell| _ = tell.say(load(&language)));
        coming
    }
}

/// Looks for what is wrong with the content, in all languages.
fn check(load_every: LoadEvery, today: Date, ctx: &Context) -> Errand<Vec<Problem>> {
    let (tell, checking) = errand(ctx);
    send("check", tell, move |tell| {
        let languages = load_every();
        let libraries: Vec<&Library> = languages.iter().map(|loaded| &loaded.library).collect();
        tell.say(lint::all_problems(&libraries, today));
    });
    checking
}

/// Listens to `folders`. Where that is impossible, whoever started the program is told, and everything else goes on.
fn watch(folders: &[(PathBuf, RecursiveMode)], ctx: &Context) -> Option<Watch> {
    let (heard, changes) = mpsc::channel();
    let listen = move |event: notify::Result<Event>| {
        // Reading is no change, and this program reads the files itself.
        if event.is_ok_and(|event| !event.kind.is_access() && event.paths.iter().any(|path| is_content(path))) {
            let _ = heard.send(());
        }
    };
    let watcher = notify::recommended_watcher(listen).and_then(|mut watcher| {
        folders.iter().try_for_each(|(folder, how)| watcher.watch(folder, *how))?;
        Ok(watcher)
    });
    match watcher {
        Ok(watcher) => {
            let (tell, saved) = errand(ctx);
            send("content folder", tell, move |tell| tell_when_saved(&changes, tell));
            Some(Watch { _watcher: watcher, saved })
        }
        Err(error) => {
            complain(&format!("careshelf: changes of the content cannot be heard ({error}); start again to see them"));
            None
        }
    }
}

/// Says that something was saved, once for all changes that come at the same time.
fn tell_when_saved(changes: &Receiver<()>, tell: &Tell<()>) {
    while changes.recv().is_ok() {
        while changes.recv_timeout(QUIET).is_ok() {}
        if !tell.say(()) {
            return;
        }
    }
}
