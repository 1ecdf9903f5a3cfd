//! What printing's part of [`update`](super::update) does.

use std::time::Duration;

use super::printing::{Job, JobStatus, Preview, Printers, Printing, Saved, What};
use super::{AppState, Moment, PrintAction};
use crate::model::id::SectionId;
use crate::model::library::Library;
use crate::model::printer::{Outcome, Printer, Progress, Stage};
use crate::model::trouble::Trouble;

/// So soon after a job began or ended a touch is the second half of a double tap, and was meant for what stood there before.
const SLIP: Duration = Duration::from_millis(400);

/// Does what a reader asks for about paper, or notes what the printer and the typesetter did.
pub(super) fn update(state: &mut AppState, library: &Library, action: PrintAction) {
    let is_busy = state.printing.as_ref().is_some_and(Printing::is_busy);
    match action {
        PrintAction::OpenSection => open(state, library, What::Section),
        PrintAction::OpenBasket => open(state, library, What::Basket),
        // While pages are on their way to a printer, nothing of them changes.
        _ if is_busy && action.changes_pages() => (),
        PrintAction::TogglePage(section) => toggle_page(state, library, section),
        PrintAction::EmptyBasket => empty_basket(state),
        // Not while it is being printed: somebody must see what becomes of it.
        PrintAction::Close => close(state),
        PrintAction::MeetWord(word) => keep_word(state, &word),
        action => {
            for word in unknown_words(&action) {
                keep_word(state, &word);
            }
            let (now, jobs) = (state.now, &mut state.job_count);
            if let Some(printing) = &mut state.printing {
                of_open_page(printing, library, now, jobs, action);
            }
        }
    }
}

fn open(state: &mut AppState, library: &Library, what: What) {
    let Some(route) = &state.route else { return };
    if state.printing.is_none() && library.section(&route.section).is_some() {
        state.printing = Some(Printing::new(route.section.clone(), what, library));
        state.sheet = None;
    }
}

/// Goes back to reading, unless a job is under way.
pub(super) fn close(state: &mut AppState) {
    state.printing.take_if(|printing| !printing.is_busy());
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
    if let Some(printing) = state.printing.as_mut().filter(|printing| printing.what == What::Basket) {
        printing.what = What::Section;
        set_again(printing);
    }
}

/// Keeps what printing said for whoever looks after this machine, each thing once.
fn keep_word(state: &mut AppState, word: &str) {
    if !word.is_empty() && !state.printer_words.iter().any(|known| known == word) {
        state.printer_words.push(word.to_owned());
    }
}

/// What is said in words that this program does not know.
fn unknown_words(action: &PrintAction) -> Vec<String> {
    let troubles: Vec<&Trouble> = match action {
        PrintAction::MeetPrinters(Err(trouble)) | PrintAction::MeetOutcome(_, Outcome::Failed(trouble)) => {
            vec![trouble]
        }
        PrintAction::MeetPrinters(Ok(printers)) => {
            let conditions = printers.iter().map(|printer| &printer.condition);
            conditions.flat_map(|condition| condition.troubles.iter().chain(&condition.warnings)).collect()
        }
        PrintAction::MeetProgress(_, Progress { stage: Stage::HeldUp(trouble), warnings }) => {
            warnings.iter().chain([trouble]).collect()
        }
        PrintAction::MeetProgress(_, Progress { warnings, .. }) => warnings.iter().collect(),
        _ => Vec::new(),
    };
    let word = |trouble: &Trouble| match trouble {
        Trouble::Unknown(word) | Trouble::Refused(word) | Trouble::PaperNotOffered(word) => Some(word.clone()),
        _ => None,
    };
    troubles.into_iter().filter_map(word).collect()
}

fn of_open_page(printing: &mut Printing, library: &Library, now: Moment, jobs: &mut u64, action: PrintAction) {
    match action {
        PrintAction::Choose(what) => change(printing, |printing| printing.what = what),
        PrintAction::SetLayout(layout) => change(printing, |printing| printing.layout = layout),
        PrintAction::SetBeside(language) => change(printing, |printing| printing.beside = language),
        PrintAction::SetPaper(paper) => change(printing, |printing| printing.paper = paper),
        PrintAction::TurnTo(page) => turn_to(printing, page),
        PrintAction::SetZoom(zoom) => printing.zoom = zoom,
        PrintAction::SetRoom(milli_pixels) => printing.milli_pixels = milli_pixels,
        PrintAction::SetPrinter(name) => set_printer(printing, name),
        PrintAction::SetCopies(copies) => printing.copies = copies.clamp(1, printing.most_copies()),
        PrintAction::SetTwoSided(is_two_sided) => printing.is_two_sided = is_two_sided,
        PrintAction::Start => start(printing, now, jobs),
        PrintAction::Cancel => cancel(printing, now),
        PrintAction::TryAgain => try_again(printing, now),
        // What is saved on a kiosk the next person finds.
        PrintAction::Save if library.site.is_kiosk => (),
        PrintAction::Save => printing.saved = Some(Saved::Saving),
        PrintAction::OpenSaved => printing.is_open_asked = true,
        PrintAction::MeetOpened => printing.is_open_asked = false,
        PrintAction::MeetPages(pages) => meet_pages(printing, pages),
        PrintAction::MeetPrinters(found) => meet_printers(printing, found, library),
        PrintAction::MeetProgress(number, progress) => meet_progress(printing, number, progress),
        PrintAction::MeetOutcome(number, outcome) => meet_outcome(printing, now, number, outcome),
        PrintAction::MeetSaved(saved) => {
            printing.saved = Some(saved);
            printing.is_open_asked = false;
        }
        PrintAction::OpenSection
        | PrintAction::OpenBasket
        | PrintAction::Close
        | PrintAction::TogglePage(_)
        | PrintAction::EmptyBasket
        | PrintAction::MeetWord(_) => (),
    }
}

/// Changes what the pages are made of; they are set again, and read from the first one.
fn change(printing: &mut Printing, change: impl FnOnce(&mut Printing)) {
    let pages = |printing: &Printing| (printing.what.clone(), printing.layout, printing.beside.clone(), printing.paper);
    let before = pages(printing);
    change(printing);
    if before != pages(printing) {
        set_again(printing);
    }
}

/// Has the pages set again; what was saved or printed of the others is over.
pub(super) fn set_again(printing: &mut Printing) {
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
fn start(printing: &mut Printing, now: Moment, jobs: &mut u64) {
    if printing.job.is_some() {
        return;
    }
    if let Some(order) = printing.order() {
        *jobs += 1;
        printing.job = Some(Job::new(*jobs, order, now));
    }
}

fn cancel(printing: &mut Printing, now: Moment) {
    if let Some(job) = printing.job.as_mut().filter(|job| SLIP <= now.since(job.changed)) {
        job.is_cancel_asked |= job.is_going();
    }
}

/// Back to the choices, all of them as they were, and to printers as they are now.
fn try_again(printing: &mut Printing, now: Moment) {
    printing.job.take_if(|job| !job.is_going() && SLIP <= now.since(job.changed));
    if printing.job.is_none() {
        printing.printers = Printers::Looking;
        printing.saved = None;
    }
}

fn meet_pages(printing: &mut Printing, pages: Preview) {
    printing.preview = pages;
    turn_to(printing, printing.page);
}

/// Takes the printers that were found, and chooses, if nobody did, the one that the site file names, or the usual one.
fn meet_printers(printing: &mut Printing, found: Result<Vec<Printer>, Trouble>, library: &Library) {
    let of_site = library.site.printer.as_deref();
    printing.printers = match found.map(|printers| usable(printers, library)) {
        Ok(printers) if printers.is_empty() => Printers::Missing(of_site.map(|_| Trouble::UnknownPrinter)),
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

/// On a kiosk pages come out of the printer that the site file names, and not in another room.
fn usable(mut printers: Vec<Printer>, library: &Library) -> Vec<Printer> {
    if let Some(name) = library.site.printer.as_ref().filter(|_| library.site.is_kiosk) {
        printers.retain(|printer| printer.name == *name);
    }
    printers
}

fn meet_progress(printing: &mut Printing, number: u64, progress: Progress) {
    if let Some(job) = printing.job.as_mut().filter(|job| job.number == number && job.is_going()) {
        job.status = JobStatus::Going(progress);
    }
}

fn meet_outcome(printing: &mut Printing, now: Moment, number: u64, outcome: Outcome) {
    if let Some(job) = printing.job.as_mut().filter(|job| job.number == number && job.is_going()) {
        job.changed = now;
        job.status = JobStatus::Over(outcome);
    }
}
