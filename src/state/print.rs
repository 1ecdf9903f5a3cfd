//! What printing's part of [`update`](super::update) does.

use super::printing::{Job, JobStatus, Preview, Printers, Printing, Saved, What};
use super::{AppState, PrintAction};
use crate::model::id::SectionId;
use crate::model::library::Library;
use crate::model::printer::{Outcome, Printer, Progress};
use crate::model::trouble::Trouble;

/// What a job is called in the printer's queue, where others may read it.
const JOB_TITLE: &str = "Careshelf pages";

/// Does what a reader asks for about paper, or notes what the printer and the typesetter did.
pub(super) fn update(state: &mut AppState, library: &Library, action: PrintAction) {
    match action {
        PrintAction::Open => open(state, library),
        PrintAction::TogglePage(section) => toggle_page(state, library, section),
        PrintAction::EmptyBasket => empty_basket(state),
        // Not while it is being printed: somebody must see what becomes of it.
        PrintAction::Close => drop(state.printing.take_if(|printing| !printing.is_busy())),
        action => {
            if let Some(printing) = &mut state.printing {
                of_open_page(printing, library, &mut state.job_count, action);
                state.printer_words = printer_words(printing, std::mem::take(&mut state.printer_words));
            }
        }
    }
}

fn open(state: &mut AppState, library: &Library) {
    let Some(route) = &state.route else { return };
    if state.printing.is_none() && library.section(&route.section).is_some() {
        let what = if state.basket.is_empty() { What::Section } else { What::Basket };
        state.printing = Some(Printing::new(route.section.clone(), what, library));
        state.sheet = None;
    }
}

/// Gathers a section, or puts it back.
fn toggle_page(state: &mut AppState, library: &Library, section: SectionId) {
    if library.section(&section).is_none() {
        return;
    }
    match state.basket.iter().position(|other| *other == section) {
        Some(at) => {
            state.basket.remove(at);
        }
        None => state.basket.push(section),
    }
}

fn empty_basket(state: &mut AppState) {
    state.basket.clear();
    if let Some(printing) = &mut state.printing
        && printing.what == What::Basket
        && !printing.is_busy()
    {
        printing.what = What::Section;
        set_again(printing);
    }
}

fn of_open_page(printing: &mut Printing, library: &Library, job_count: &mut u64, action: PrintAction) {
    match action {
        // While pages are on their way to a printer, nothing of them changes.
        _ if printing.is_busy() && action.changes_pages() => (),
        PrintAction::Choose(what) => change(printing, |printing| printing.what = what),
        PrintAction::SetLayout(layout) => change(printing, |printing| printing.layout = layout),
        PrintAction::SetPaper(paper) => change(printing, |printing| printing.paper = paper),
        PrintAction::TurnTo(page) => turn_to(printing, page),
        PrintAction::SetZoom(zoom) => printing.zoom = zoom,
        PrintAction::SetRoom(milli_pixels) => printing.milli_pixels = milli_pixels,
        PrintAction::SetPrinter(name) => set_printer(printing, name),
        PrintAction::SetCopies(copies) => printing.copies = copies.clamp(1, printing.most_copies()),
        PrintAction::SetTwoSided(is_two_sided) => printing.is_two_sided = is_two_sided,
        PrintAction::Start => start(printing, job_count),
        PrintAction::Cancel => cancel(printing),
        PrintAction::TryAgain => try_again(printing),
        PrintAction::Save => printing.saved = Some(Saved::Saving),
        PrintAction::OpenSaved => printing.is_open_asked = true,
        PrintAction::MeetOpened => printing.is_open_asked = false,
        PrintAction::MeetPages(pages) => meet_pages(printing, pages),
        PrintAction::MeetPrinters(found) => meet_printers(printing, found, library.site.printer.as_deref()),
        PrintAction::MeetProgress(number, progress) => meet_progress(printing, number, progress),
        PrintAction::MeetOutcome(number, outcome) => meet_outcome(printing, number, outcome),
        PrintAction::MeetSaved(saved) => {
            printing.saved = Some(saved);
            printing.is_open_asked = false;
        }
        PrintAction::Open | PrintAction::Close | PrintAction::TogglePage(_) | PrintAction::EmptyBasket => (),
    }
}

/// Changes what the pages are made of; they are set again, and read from the first one.
fn change(printing: &mut Printing, change: impl FnOnce(&mut Printing)) {
    let before = (printing.what.clone(), printing.layout, printing.paper);
    change(printing);
    if before != (printing.what.clone(), printing.layout, printing.paper) {
        set_again(printing);
    }
}

fn set_again(printing: &mut Printing) {
    printing.preview = Preview::Setting;
    printing.page = 0;
    printing.saved = None;
}

fn turn_to(printing: &mut Printing, page: usize) {
    if let Preview::Ready(count) = printing.preview {
        printing.page = page.min(count.saturating_sub(1));
    }
}

fn set_printer(printing: &mut Printing, name: String) {
    printing.printer = Some(name);
    suit_printer(printing);
}

/// Keeps what is chosen within what the printer can do.
fn suit_printer(printing: &mut Printing) {
    printing.copies = printing.copies.min(printing.most_copies());
    let papers = printing.papers();
    if let Some(paper) = papers.first().filter(|_| !papers.contains(&printing.paper)) {
        change(printing, |printing| printing.paper = *paper);
    }
}

/// One confirmation makes one job: a second touch finds one under way, or over, and does nothing.
fn start(printing: &mut Printing, job_count: &mut u64) {
    if printing.job.is_some() {
        return;
    }
    if let Some(order) = printing.order(JOB_TITLE.to_owned()) {
        *job_count += 1;
        printing.job = Some(Job::new(*job_count, order));
    }
}

fn cancel(printing: &mut Printing) {
    if let Some(job) = &mut printing.job {
        job.is_cancel_asked |= job.is_going();
    }
}

/// Back to the choices, all of them as they were, and to printers as they are now.
fn try_again(printing: &mut Printing) {
    printing.job.take_if(|job| !job.is_going());
    printing.printers = Printers::Looking;
    printing.saved = None;
}

fn meet_pages(printing: &mut Printing, pages: Preview) {
    printing.preview = pages;
    turn_to(printing, printing.page);
}

/// Chooses, if nobody did, the printer that the site file names, or the machine's usual one.
fn meet_printers(printing: &mut Printing, found: Result<Vec<Printer>, Trouble>, of_site: Option<&str>) {
    printing.printers = match found {
        Ok(printers) if printers.is_empty() => Printers::Missing(None),
        Ok(printers) => Printers::Found(printers),
        Err(trouble) => Printers::Missing(Some(trouble)),
    };
    let Printers::Found(printers) = &printing.printers else { return };
    let is_there = |name: &String| printers.iter().any(|printer| printer.name == *name);
    if !printing.printer.as_ref().is_some_and(is_there) {
        let of_site = printers.iter().find(|printer| Some(printer.name.as_str()) == of_site);
        let usual = of_site.or_else(|| printers.iter().find(|printer| printer.is_default)).or(printers.first());
        printing.printer = usual.map(|printer| printer.name.clone());
    }
    suit_printer(printing);
}

fn meet_progress(printing: &mut Printing, number: u64, progress: Progress) {
    if let Some(job) = printing.job.as_mut().filter(|job| job.number == number && job.is_going()) {
        job.status = JobStatus::Going(progress);
    }
}

fn meet_outcome(printing: &mut Printing, number: u64, outcome: Outcome) {
    if let Some(job) = printing.job.as_mut().filter(|job| job.number == number) {
        job.status = JobStatus::Over(outcome);
    }
}

/// What printers said that this program does not know, each once, for the About page.
fn printer_words(printing: &Printing, mut words: Vec<String>) -> Vec<String> {
    let said = printing.job.as_ref().and_then(Job::trouble);
    let looked = match &printing.printers {
        Printers::Missing(trouble) => trouble.as_ref(),
        _ => None,
    };
    for trouble in said.into_iter().chain(looked) {
        if let Trouble::Unknown(word) | Trouble::Refused(word) = trouble
            && !words.contains(word)
        {
            words.push(word.clone());
        }
    }
    words
}
