//! Sets pages and draws pictures of them in a thread of its own, so that no frame waits for paper.

use std::sync::mpsc::Receiver;

use egui::ColorImage;

use super::errand::Tell;
use super::language_desk::{LoadIn, Spoken};
use super::print_images;
use crate::print::{self, Pages, PrintError, Request};

/// What the thread is asked to do.
pub(super) enum Task {
    /// Set these pages, of what is in this library, and for a second language in the one that is read then; pages before are
    /// forgotten.
    Set(Request, Spoken, Option<LoadIn>),
    /// Draw a page, counted from 0; a point of it takes so many thousandths of a pixel.
    Draw(usize, u32),
    /// Make the PDF file, and do this with it.
    Finish(Box<dyn FnOnce(Result<Vec<u8>, PrintError>) + Send>),
}

/// What the thread did.
pub(super) enum Done {
    /// The pages that were asked for last are ready, so many.
    Set(Request, Result<usize, PrintError>),
    /// A picture of a page of those pages.
    Drawn(Shot),
}

/// A picture of a page.
pub(super) struct Shot {
    pub(super) request: Request,
    pub(super) page: usize,
    pub(super) image: ColorImage,
}

/// Works until nobody asks any more.
pub(super) fn work(tasks: &Receiver<Task>, done: &Tell<Done>) {
    let mut set: Option<(Request, Pages)> = None;
    while let Ok(first) = tasks.recv() {
        for task in latest(first, tasks) {
            let answer = match task {
                Task::Set(request, spoken, load) => {
                    // The pages before need not be kept while these are set.
                    drop(set.take());
                    let result = set_pages(&request, &spoken, load.as_ref());
                    let answer =
                        Done::Set(request.clone(), result.as_ref().map(Pages::count).map_err(PrintError::clone));
                    set = result.ok().map(|pages| (request, pages));
                    Some(answer)
                }
                Task::Draw(page, milli_pixels) => draw(set.as_ref(), page, milli_pixels).map(Done::Drawn),
                Task::Finish(finish) => {
                    let pdf = set.as_ref().map_or(Err(PrintError::Nothing), |(_, pages)| pages.pdf());
                    finish(pdf);
                    None
                }
            };
            if let Some(answer) = answer
                && !done.say(answer)
            {
                return;
            }
        }
    }
}

/// What is still worth doing of all that waits: of choices that followed each other only the last one, and of the pictures
/// only the last one after it. What is to be finished is finished with the pages that stood before it.
fn latest(first: Task, tasks: &Receiver<Task>) -> Vec<Task> {
    let mut waiting: Vec<Task> = Vec::new();
    for task in std::iter::once(first).chain(tasks.try_iter()) {
        let outdates = |older: &Task| match task {
            Task::Set(..) => !matches!(older, Task::Finish(_)),
            Task::Draw(..) => matches!(older, Task::Draw(..)),
            Task::Finish(_) => false,
        };
        while waiting.pop_if(|older| outdates(older)).is_some() {}
        waiting.push(task);
    }
    waiting
}

fn set_pages(request: &Request, spoken: &Spoken, load: Option<&LoadIn>) -> Result<Pages, PrintError> {
    let first = (&*spoken.library, &*spoken.words);
    let data = match request.beside.as_deref().zip(load) {
        Some((language, load)) => {
            let second = load(language);
            print::compose_beside(first, (&second.library, &second.words), request)?
        }
        None => print::compose(first.0, first.1, request)?,
    };
    print::typeset(&data)
}

fn draw(set: Option<&(Request, Pages)>, page: usize, milli_pixels: u32) -> Option<Shot> {
    let (request, pages) = set?;
    let image = print_images::page(&pages.picture(page, f64::from(milli_pixels) / 1000.0)?);
    Some(Shot { request: request.clone(), page, image })
}
