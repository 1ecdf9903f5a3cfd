//! What happens about paper outside of the window: pages are set, printers looked for, jobs printed, files saved. Nothing of
//! it runs before a reader opens the page for it, and all of it in threads of their own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, TextureOptions};

use super::errand::{Errand, errand, send};
use super::language_desk::LoadIn;
use super::print_desk::Desk;
use super::{print_images, save_pages};
use crate::model::library::Library;
use crate::model::printer::{Order, Outcome};
use crate::model::trouble::Trouble;
use crate::print::{CallPicture, PrintError, Request};
use crate::printer::Spooler;
use crate::printer::control::Control;
use crate::printer::patience::Patience;
use crate::state::printing::{Job, Printers, Printing, Saved};
use crate::state::{AppState, PrintAction};
use crate::ui::{CallCode, PrintPictures};
use crate::words::Words;

/// Where pages go, and what is under way.
pub(super) struct PrintRoom {
    /// `None` until somebody prints: a start must not look for it.
    places: Option<Places>,
    desk: Option<Desk>,
    looking: Option<Errand<PrintAction>>,
    job: Option<RunningJob>,
    saving: Option<Errand<Saved>>,
    /// A line to call, where nothing can be printed.
    code: Option<CallCode>,
}

/// Where pages go.
#[derive(Clone)]
pub(super) struct Places {
    /// To a printer.
    pub(super) spooler: Spooler,
    /// Into files; `None` where there is no such folder.
    pub(super) folder: Option<PathBuf>,
}

impl Places {
    fn of_machine() -> Self {
        Self { spooler: Spooler::of_machine(), folder: save_pages::usual_folder() }
    }
}

/// A job that was begun.
struct RunningJob {
    number: u64,
    control: Control,
    errand: Errand<PrintAction>,
}

impl PrintRoom {
    /// A room whose pages go to `places`, or without them where this machine's go.
    pub(super) fn new(places: Option<Places>) -> Self {
        Self { places, desk: None, looking: None, job: None, saving: None, code: None }
    }

    /// Does what the state asks for, and says what happened since the last frame. `load` reads the library in another
    /// language, for pages in two.
    pub(super) fn follow(
        &mut self,
        state: &AppState,
        library: &Arc<Library>,
        words: &Arc<Words>,
        load: Option<&LoadIn>,
        ctx: &Context,
    ) -> Vec<PrintAction> {
        let Some(printing) = &state.printing else {
            if self.desk.is_some() {
                // Frees the pages, and ends the threads that nobody waits for any more.
                *self = Self::new(self.places.take());
            }
            return Vec::new();
        };
        let request = Request {
            sections: printing.sections(library, &state.basket),
            layout: printing.layout,
            paper: printing.paper,
            day: state.today,
            beside: printing.language_beside(library).map(str::to_owned),
        };
        let places = self.places.get_or_insert_with(Places::of_machine).clone();
        let desk = self.desk.get_or_insert_with(|| Desk::open(ctx));
        desk.ask(printing, request, library, words, load);
        let mut news = desk.receive(ctx);
        news.extend(self.look_for_printers(printing, &places.spooler, ctx));
        news.extend(self.follow_job(printing.job.as_ref(), &places.spooler, ctx));
        news.extend(self.save(printing, state, places.folder, ctx));
        if printing.is_open_asked {
            news.push(open_saved(printing));
        }
        self.make_code(printing, library, ctx);
        news
    }

    /// Where pages go, to be asked how it is.
    pub(super) fn spooler(&self) -> Spooler {
        self.places.as_ref().map_or_else(Spooler::of_machine, |places| places.spooler.clone())
    }

    /// The pictures that the page for printing shows.
    pub(super) fn pictures(&self, state: &AppState) -> PrintPictures<'_> {
        let page = state.printing.as_ref().and_then(|printing| self.desk.as_ref()?.page(printing.page));
        PrintPictures { page, code: self.code.as_ref() }
    }

    fn look_for_printers(&mut self, printing: &Printing, spooler: &Spooler, ctx: &Context) -> Vec<PrintAction> {
        if printing.printers != Printers::Looking {
            self.looking = None;
            return Vec::new();
        }
        let looking = self.looking.get_or_insert_with(|| {
            let (tell, looking) = errand(ctx);
            let spooler = spooler.clone();
            send("printers", tell, move |tell| {
                let found = spooler.printers().map_err(|error| {
                    tell.say(PrintAction::MeetWord(error.to_string()));
                    error.trouble()
                });
                tell.say(PrintAction::MeetPrinters(found));
            });
            looking
        });
        let heard = looking.hear();
        let mut news = heard.news;
        if heard.is_over && !news.iter().any(|news| matches!(news, PrintAction::MeetPrinters(_))) {
            news.push(PrintAction::MeetPrinters(Err(Trouble::SpoolerSilent)));
        }
        news
    }

    /// Begins the job that was asked for, once, calls it off if the reader does, and says how it is.
    fn follow_job(&mut self, job: Option<&Job>, spooler: &Spooler, ctx: &Context) -> Vec<PrintAction> {
        let Some(job) = job.filter(|job| job.is_going()) else { return Vec::new() };
        if self.job.as_ref().is_none_or(|running| running.number != job.number) {
            self.job = Some(self.begin(job.number, job.order.clone(), spooler.clone(), ctx));
        }
        let Some(running) = &self.job else { return Vec::new() };
        if job.is_cancel_asked {
            running.control.cancel();
        }
        let heard = running.errand.hear();
        let mut news = heard.news;
        if heard.is_over && !news.iter().any(|news| matches!(news, PrintAction::MeetOutcome(..))) {
            news.push(PrintAction::MeetOutcome(job.number, Outcome::NotKnown));
        }
        news
    }

    fn begin(&self, number: u64, order: Order, spooler: Spooler, ctx: &Context) -> RunningJob {
        let (tell, errand) = errand(ctx);
        let control = Control::new();
        let shared = control.clone();
        let print = move |pdf: Result<Vec<u8>, PrintError>| {
            send("print job", tell, move |tell| {
                let outcome = match pdf {
                    Ok(pdf) => spooler.print(&pdf, &order, &Patience::default(), &shared, &mut |progress| {
                        tell.say(PrintAction::MeetProgress(number, progress));
                    }),
                    Err(error) => {
                        tell.say(PrintAction::MeetWord(error.to_string()));
                        Outcome::Failed(Trouble::PagesNotMade)
                    }
                };
                tell.say(PrintAction::MeetOutcome(number, outcome));
            });
        };
        if let Some(desk) = &self.desk {
            desk.finish(print);
        }
        RunningJob { number, control, errand }
    }

    /// Saves the pages if that is asked for, once, and says where they are.
    fn save(
        &mut self,
        printing: &Printing,
        state: &AppState,
        folder: Option<PathBuf>,
        ctx: &Context,
    ) -> Option<PrintAction> {
        if printing.saved != Some(Saved::Saving) {
            self.saving = None;
            return None;
        }
        if self.saving.is_none() {
            let (tell, saving) = errand(ctx);
            self.saving = Some(saving);
            let name = save_pages::file_name(printing, state.today);
            if let Some(desk) = &self.desk {
                desk.finish(move |pdf| {
                    let saved =
                        pdf.map_err(|error| error.to_string()).and_then(|pdf| save_pages::save(folder, &name, &pdf));
                    tell.say(saved.map_or_else(Saved::Failed, |path| Saved::At(path.display().to_string())));
                });
            }
        }
        let heard = self.saving.as_ref()?.hear();
        let lost = heard.is_over.then(|| Saved::Failed(PrintError::Nothing.to_string()));
        heard.news.into_iter().next().or(lost).map(PrintAction::MeetSaved)
    }

    /// Makes the code of a line to call once something could not be printed.
    fn make_code(&mut self, printing: &Printing, library: &Library, ctx: &Context) {
        let is_missing = matches!(printing.printers, Printers::Missing(_));
        let is_failed = printing.job.as_ref().is_some_and(|job| !job.is_going());
        let line = library.helpline().filter(|_| is_missing || is_failed);
        let is_made = self.code.as_ref().map(|code| code.number.as_str()) == line.map(|line| line.number);
        if is_made {
            return;
        }
        self.code = line.and_then(|line| {
            let texture = print_images::code(&CallPicture::of(line.number)?);
            let texture = ctx.load_texture("call code", texture, TextureOptions::NEAREST);
            Some(CallCode { name: line.name.plain(), number: line.number.to_owned(), texture })
        });
    }
}

impl Drop for PrintRoom {
    /// Nobody waits for the pages any more: they must not come out for a stranger.
    fn drop(&mut self) {
        if let Some(running) = &self.job {
            running.control.cancel();
            running.errand.wait(Patience::default().withdrawal);
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
