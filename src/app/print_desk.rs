//! The thread that sets pages, what it was asked last, and the page that can be shown.

use std::sync::Arc;
use std::sync::mpsc::{self, Sender};

use egui::{Context, TextureHandle, TextureOptions};

use super::errand::{Errand, errand, send};
use super::language_desk::{LoadIn, Spoken};
use super::print_worker::{Done, Shot, Task, work};
use crate::model::library::Library;
use crate::print::{PrintError, Request};
use crate::state::PrintAction;
use crate::state::printing::{Preview, Printing};
use crate::words::Words;

/// The thread that sets pages. It ends when this goes.
pub(super) struct Desk {
    tasks: Sender<Task>,
    done: Errand<Done>,
    /// What was asked for last, and of which library.
    asked: Option<(Request, Arc<Library>)>,
    drawing: Option<(usize, u32)>,
    shown: Option<Shown>,
}

/// The page that can be shown.
struct Shown {
    request: Request,
    page: usize,
    texture: TextureHandle,
}

impl Desk {
    pub(super) fn open(ctx: &Context) -> Self {
        let (tasks, asked) = mpsc::channel();
        let (tell, done) = errand(ctx);
        send("pages", tell, move |tell| work(&asked, tell));
        Self { tasks, done, asked: None, drawing: None, shown: None }
    }

    /// Asks for the pages that are wanted, and then for a picture of the one that is shown.
    pub(super) fn ask(
        &mut self,
        printing: &Printing,
        request: Request,
        library: &Arc<Library>,
        words: &Arc<Words>,
        load: Option<&LoadIn>,
    ) {
        let is_asked = |(asked, of): &(Request, Arc<Library>)| *asked == request && Arc::ptr_eq(of, library);
        if !self.asked.as_ref().is_some_and(is_asked) {
            self.drawing = None;
            // If the thread is gone, `receive` finds out.
            let spoken = Spoken { library: Arc::clone(library), words: Arc::clone(words) };
            let _ = self.tasks.send(Task::Set(request.clone(), spoken, load.cloned()));
            self.asked = Some((request, Arc::clone(library)));
        }
        let drawing = (printing.page, printing.milli_pixels);
        if 0 < printing.milli_pixels && self.drawing != Some(drawing) {
            self.drawing = Some(drawing);
            let _ = self.tasks.send(Task::Draw(drawing.0, drawing.1));
        }
    }

    /// What the thread did since the last frame; what it did for an older wish is passed over.
    pub(super) fn receive(&mut self, ctx: &Context) -> Vec<PrintAction> {
        let heard = self.done.hear();
        let mut news = Vec::new();
        for done in heard.news {
            match done {
                Done::Set(request, result) if self.is_asked(&request) => {
                    let preview = result.map_or_else(|error| Preview::Failed(told(&error)), Preview::Ready);
                    news.push(PrintAction::MeetPages(preview));
                }
                Done::Drawn(shot) if self.is_asked(&shot.request) => self.shown = Some(Shown::new(shot, ctx)),
                Done::Set(..) | Done::Drawn(_) => (),
            }
        }
        if heard.is_over {
            let lost = PrintError::Template("the typesetter stopped".to_owned());
            news.push(PrintAction::MeetPages(Preview::Failed(lost.to_string())));
        }
        news
    }

    fn is_asked(&self, request: &Request) -> bool {
        self.asked.as_ref().is_some_and(|(asked, _)| asked == request)
    }

    /// The picture of the page `page`, counted from 0, of the pages that are wanted.
    pub(super) fn page(&self, page: usize) -> Option<&TextureHandle> {
        let shown = self.shown.as_ref()?;
        (self.is_asked(&shown.request) && shown.page == page).then_some(&shown.texture)
    }

    /// Gives the pages as a PDF file to `finish`, in the thread that set them. If that is gone, `finish` goes unused.
    pub(super) fn finish(&self, finish: impl FnOnce(Result<Vec<u8>, PrintError>) + Send + 'static) {
        let _ = self.tasks.send(Task::Finish(Box::new(finish)));
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
