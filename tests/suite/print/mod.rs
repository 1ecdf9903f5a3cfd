//! Printed pages, as PDF files and as pictures.

mod accessible;
mod beside;
mod card_panels;
mod command;
mod drawn;
mod foot;
mod grey;
mod hostile;
mod margins;
mod model;
mod phone_code;
mod reading_order;
mod repeatable;
mod sources;
mod tables;
mod tags;
mod type_size;

use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;

use careshelf::content::Loaded;
use careshelf::model::id::SectionId;
use careshelf::model::paper::{Layout, Paper};
use careshelf::print::{Pages, PrintError, Request, compose, typeset};

use drawn::{Drawn, drawn};

use crate::visit::{TODAY, bundled};

/// A document that the bundled content makes.
pub struct Printed {
    /// Such as "overdose, handout, a4".
    pub name: String,
    pub topic: String,
    pub layout: Layout,
    pub pdf: Vec<u8>,
}

/// Every layout on every paper, of every topic. The card and the poster show the same whatever the topic.
pub static ALL: LazyLock<Vec<Printed>> = LazyLock::new(|| {
    let loaded = bundled();
    let mut all = Vec::new();
    for layout in Layout::ALL {
        for paper in Paper::ALL {
            let topics = loaded.library.topics().iter().map(|topic| topic.id.as_str());
            let shown = if layout.shows_sections() { usize::MAX } else { 1 };
            for topic in topics.take(shown) {
                let sections = if layout.shows_sections() { sections_of(&loaded, topic) } else { Vec::new() };
                let request = Request { sections, layout, paper, day: TODAY, beside: None };
                all.push(Printed {
                    name: format!("{topic}, {}, {}", layout.name(), paper.name()),
                    topic: topic.to_owned(),
                    layout,
                    pdf: pdf(&loaded, &request).expect("the bundled content can be printed"),
                });
            }
        }
    }
    all
});

/// What the pages of [`ALL`] draw.
pub static ALL_DRAWN: LazyLock<Vec<(&'static Printed, Vec<Drawn>)>> =
    LazyLock::new(|| ALL.iter().map(|printed| (printed, drawn(&printed.pdf))).collect());

/// The sections of the topic, or the one section, called `id`.
pub fn sections_of(loaded: &Loaded, id: &str) -> Vec<SectionId> {
    let found = careshelf::notes::sections_called(&loaded.library, id);
    assert!(!found.is_empty(), "nothing is called {id}");
    found.into_iter().map(|section| section.id.clone()).collect()
}

/// A request for `id` on letter paper, today.
pub fn request(loaded: &Loaded, id: &str, layout: Layout) -> Request {
    Request { sections: sections_of(loaded, id), layout, paper: Paper::Letter, day: TODAY, beside: None }
}

pub fn pages(loaded: &Loaded, request: &Request) -> Result<Pages, PrintError> {
    typeset(&compose(&loaded.library, &loaded.words, request)?)
}

pub fn pdf(loaded: &Loaded, request: &Request) -> Result<Vec<u8>, PrintError> {
    pages(loaded, request)?.pdf()
}

/// Runs a tool that `tests/run` installs.
#[track_caller]
pub fn tool(name: &str, arguments: &[&str]) -> Output {
    let output = Command::new(name).args(arguments).output();
    output.unwrap_or_else(|error| panic!("{name} is missing; tests/run installs it ({error})"))
}

/// What `tool` says about `pdf`, which stands in the place of `{}` in its arguments.
#[track_caller]
pub fn said(name: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("pages.pdf");
    std::fs::write(&path, pdf).expect("a writable folder");
    let path = text_of(&path);
    let arguments: Vec<&str> =
        arguments.iter().map(|argument| if *argument == "{}" { path } else { argument }).collect();
    let output = tool(name, &arguments);
    assert!(output.status.success(), "{name} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub fn text_of(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

/// The words without their spaces: lines of a page end where there is room.
pub fn squeezed(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}
