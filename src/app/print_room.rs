//! What happens about paper outside of the window: pages are set, printers looked for, jobs printed, files saved. Nothing of
//! it runs before a reader opens the page for it, and all of it in threads of their own.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use egui::{Context, TextureHandle, TextureOptions};

use super::print_worker::{Done, Shot, Task, work};
use super::wake::Wake;
use super::{print_images, save_pages};
use crate::model::library::Library;
use crate::model::printer::{Order, Outcome};
use crate::model::trouble::Trouble;
use crate::print::{CallPicture, PrintError, Request};
use crate::printer::Spooler;
use crate::printer::control::Control;
use crate::printer::patience::Patience;
use crate::state::printing::{Job, Preview, Printers, Printing, Saved};
use crate::state::{AppState, PrintAction};
use crate::ui::{CallCode, Paper};
use crate::words::Words;

/// Where pages go, and what is under way.
pub(super) struct PrintRoom {
    spooler: Spooler,
    /// Where files are saved; `None` where nothing may be saved.
    folder: Option<PathBuf>,
    desk: Option<Desk>,
    job: Option<(u64, Control)>,
    news: (Sender<PrintAction>, Receiver<PrintAction>),
    is_looking: bool,
    is_saving: bool,
    /// A line to call, where nothing can be printed.
    code: Option<CallCode>,
}

/// The thread that sets pages, and what it was asked last.
struct Desk {
    tasks: Sender<Task>,
    done: Receiver<Done>,
    request: Option<Request>,
    drawing: Option<(usize, u32)>,
    shown: Option<Shown>,
}

/// The page that can be shown.
struct Shown {
    request: Request,
    page: usize,
    texture: TextureHandle,
}

impl PrintRoom {
    /// A room whose pages go to `spooler`, or into files in `folder`.
    pub(super) fn new(spooler: Spooler, folder: Option<PathBuf>) -> Self {
        Self {
            spooler,
            folder,
            desk: None,
            job: None,
            news: mpsc::channel(),
            is_looking: false,
            is_saving: false,
            code: None,
        }
    }

    /// Does what the state asks for, and says what happened since the last frame.
    pub(super) fn follow(
        &mut self,
        state: &AppState,
        library: &Arc<Library>,
        words: &Arc<Words>,
        ctx: &Context,
    ) -> Vec<PrintAction> {
        let mut news: Vec<PrintAction> = self.news.1.try_iter().collect();
        let Some(printing) = &state.printing else {
            // Frees the pages, and ends the thread.
            self.desk = None;
            self.job = None;
            self.code = None;
            return news;
        };
        let request = Request {
            sections: printing.sections(library, &state.basket),
            layout: printing.layout,
            paper: printing.paper,
            day: state.today,
        };
        let desk = self.desk.get_or_insert_with(|| Desk::open(ctx));
        news.extend(desk.receive(ctx));
        desk.ask(printing, request, library, words);
        self.look_for_printers(printing, ctx);
        self.follow_job(printing.job.as_ref(), ctx);
        self.save(printing, library, state, ctx);
        if printing.is_open_asked {
            news.push(open_saved(printing));
        }
        self.make_code(printing, library, ctx);
        news
    }

    /// The pictures that the page for printing shows.
    pub(super) fn paper(&self, state: &AppState) -> Paper<'_> {
        Paper { page: self.page(state), code: self.code.as_ref() }
    }

    fn page(&self, state: &AppState) -> Option<&TextureHandle> {
        let printing = state.printing.as_ref()?;
        let desk = self.desk.as_ref()?;
        let shown = desk.shown.as_ref()?;
        let is_asked_for = desk.request.as_ref() == Some(&shown.request) && shown.page == printing.page;
        is_asked_for.then_some(&shown.texture)
    }

    fn look_for_printers(&mut self, printing: &Printing, ctx: &Context) {
        let is_wanted = printing.printers == Printers::Looking;
        if !is_wanted || self.is_looking {
            self.is_looking = is_wanted;
            return;
        }
        self.is_looking = true;
        let (spooler, news, wake) = (self.spooler.clone(), self.news.0.clone(), Wake(ctx.clone()));
        let look = move || {
            let found = spooler.printers().map_err(|error| error.trouble());
            // Nobody listens if the viewer is gone.
            let _ = news.send(PrintAction::MeetPrinters(found));
            wake.wake();
        };
        if thread::Builder::new().name("printers".to_owned()).spawn(look).is_err() {
            let _ = self.news.0.send(PrintAction::MeetPrinters(Err(Trouble::SpoolerSilent)));
        }
    }

    /// Begins the job that was asked for, once, and calls it off if the reader does.
    fn follow_job(&mut self, job: Option<&Job>, ctx: &Context) {
        let Some(job) = job.filter(|job| job.is_going()) else { return };
        if self.job.as_ref().is_none_or(|(number, _)| *number != job.number) {
            let control = Control::new();
            self.job = Some((job.number, control.clone()));
            self.print(job.number, job.order.clone(), control, ctx);
        }
        if let Some((_, control)) = &self.job
            && job.is_cancel_asked
        {
            control.cancel();
        }
    }

    fn print(&mut self, number: u64, order: Order, control: Control, ctx: &Context) {
        let (spooler, news, wake) = (self.spooler.clone(), self.news.0.clone(), Wake(ctx.clone()));
        let ended = move |outcome| PrintAction::MeetOutcome(number, outcome);
        let finish = move |pdf: Result<Vec<u8>, PrintError>| {
            let Ok(pdf) = pdf else {
                let _ = news.send(ended(Outcome::Failed(Trouble::DocumentRefused)));
                return;
            };
            let late_news = news.clone();
            let run = move || {
                let mut report = |progress| {
                    let _ = news.send(PrintAction::MeetProgress(number, progress));
                    wake.wake();
                };
                let outcome = spooler.print(&pdf, &order, &Patience::default(), &control, &mut report);
                let _ = news.send(ended(outcome));
                wake.wake();
            };
            if thread::Builder::new().name("print job".to_owned()).spawn(run).is_err() {
                let _ = late_news.send(ended(Outcome::Failed(Trouble::SpoolerSilent)));
            }
        };
        self.finish(finish, ended(Outcome::Failed(Trouble::DocumentRefused)));
    }

    fn save(&mut self, printing: &Printing, library: &Library, state: &AppState, ctx: &Context) {
        let is_wanted = printing.saved == Some(Saved::Saving);
        if !is_wanted || self.is_saving {
            self.is_saving = is_wanted;
            return;
        }
        self.is_saving = true;
        let Some(folder) = self.folder.clone().filter(|_| !library.site.is_kiosk) else {
            let _ = self.news.0.send(PrintAction::MeetSaved(Saved::Failed(String::new())));
            return ctx.request_repaint();
        };
        let (news, wake) = (self.news.0.clone(), Wake(ctx.clone()));
        let name = save_pages::file_name(printing, state.today);
        let finish = move |pdf: Result<Vec<u8>, PrintError>| {
            let saved =
                match pdf.map_err(|error| error.to_string()).and_then(|pdf| save_pages::save(&folder, &name, &pdf)) {
                    Ok(path) => Saved::At(path.display().to_string()),
                    Err(reason) => Saved::Failed(reason),
                };
            let _ = news.send(PrintAction::MeetSaved(saved));
            wake.wake();
        };
        self.finish(finish, PrintAction::MeetSaved(Saved::Failed(String::new())));
    }

    /// Makes the code of a line to call once something could not be printed.
    fn make_code(&mut self, printing: &Printing, library: &Library, ctx: &Context) {
        let is_missing = matches!(printing.printers, Printers::Missing(_));
        let is_failed = printing.job.as_ref().is_some_and(|job| !job.is_going());
        if self.code.is_some() || !(is_missing || is_failed) {
            return;
        }
        let Some(line) = library.helpline() else { return };
        let Some(code) = CallPicture::of(line.number) else { return };
        let texture = ctx.load_texture("call code", print_images::code(&code), TextureOptions::NEAREST);
        self.code = Some(CallCode { name: line.name.plain(), number: line.number.to_owned(), texture });
    }

    /// Gives the pages that are set to `finish`; if the thread that has them is gone, `otherwise` is what happened.
    fn finish(&self, finish: impl FnOnce(Result<Vec<u8>, PrintError>) + Send + 'static, otherwise: PrintAction) {
        let is_sent = self.desk.as_ref().is_some_and(|desk| desk.tasks.send(Task::Finish(Box::new(finish))).is_ok());
        if !is_sent {
            let _ = self.news.0.send(otherwise);
        }
    }
}

/// Hands the saved file to the program that shows PDF files, which can print it.
fn open_saved(printing: &Printing) -> PrintAction {
    let opened = match &printing.saved {
        Some(Saved::At(path)) => save_pages::open(Path::new(path)),
        _ => Ok(()),
    };
    opened.map_or_else(|error| PrintAction::MeetSaved(Saved::Failed(error)), |()| PrintAction::MeetOpened)
}

impl Desk {
    fn open(ctx: &Context) -> Self {
        let (tasks, asked) = mpsc::channel();
        let (answers, done) = mpsc::channel();
        let wake = Wake(ctx.clone());
        let run = move || {
            let (asked, answers, wake) = (asked, answers, wake);
            work(&asked, &answers, &wake);
        };
        // Without a thread nobody receives tasks, and that is told with the first one.
        let _ = thread::Builder::new().name("pages".to_owned()).spawn(run);
        Self { tasks, done, request: None, drawing: None, shown: None }
    }

    /// What the thread did since the last frame.
    fn receive(&mut self, ctx: &Context) -> Vec<PrintAction> {
        let mut news = Vec::new();
        for done in self.done.try_iter() {
            match done {
                Done::Set(request, result) if Some(&request) == self.request.as_ref() => {
                    let preview = result.map_or_else(|error| Preview::Failed(told(&error)), Preview::Ready);
                    news.push(PrintAction::MeetPages(preview));
                }
                Done::Drawn(shot) if Some(&shot.request) == self.request.as_ref() => {
                    self.shown = Some(Shown::new(shot, ctx));
                }
                // Of pages that nobody wants any more.
                Done::Set(..) | Done::Drawn(_) => (),
            }
        }
        news
    }

    /// Asks for the pages that are wanted, and then for a picture of the one that is shown.
    fn ask(&mut self, printing: &Printing, request: Request, library: &Arc<Library>, words: &Arc<Words>) {
        if self.request.as_ref() != Some(&request) {
            self.drawing = None;
            let _ = self.tasks.send(Task::Set(request.clone(), Arc::clone(library), Arc::clone(words)));
            self.request = Some(request);
        }
        let drawing = (printing.page, printing.milli_pixels);
        if 0 < printing.milli_pixels && self.drawing != Some(drawing) {
            self.drawing = Some(drawing);
            let _ = self.tasks.send(Task::Draw(drawing.0, drawing.1));
        }
    }
}

/// The error in characters that the window can show.
fn told(error: &PrintError) -> String {
    match error {
        PrintError::MissingGlyph { character, .. } => error.to_string().replace(*character, "…"),
        error => error.to_string(),
    }
}

impl Shown {
    fn new(shot: Shot, ctx: &Context) -> Self {
        let texture = ctx.load_texture("page", shot.image, TextureOptions::LINEAR);
        Self { request: shot.request, page: shot.page, texture }
    }
}
