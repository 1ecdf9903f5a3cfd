//! Sections that no author wrote, for what paper must bear.

use careshelf::content::Loaded;
use careshelf::model::block::{Block, Callout, CalloutKind, Contact, Step, Table};
use careshelf::model::id::SectionId;
use careshelf::model::library::Library;
use careshelf::model::place::Place;
use careshelf::model::text::{RichText, Span};
use careshelf::model::topic::Section;

use crate::visit::bundled;

/// A text of these words.
pub fn text(words: &str) -> RichText {
    let spans = vec![Span::Words(words.to_owned())];
    RichText { spans, sources: Vec::new(), being_checked: false, no_claim: true, place: Place::default() }
}

/// A table whose head says "column 1", whose rows are called "row 1", and whose other cells hold `words`.
pub fn table(columns: usize, rows: usize, words: &str) -> Block {
    let header = (1..=columns).map(|at| text(&format!("column {at}"))).collect();
    let row = |at| [format!("row {at}")].into_iter().chain((1..columns).map(|_| words.to_owned()));
    let rows = (1..=rows).map(|at| row(at).map(|cell| text(&cell)).collect()).collect();
    Block::Table(Table { caption: text("A table"), header, rows })
}

/// The bundled library with all of its topics replaced by one section, called "only" and titled "The section".
pub fn library_of(blocks: Vec<Block>) -> Loaded {
    library_with("The section", blocks)
}

/// The same with another title.
pub fn library_with(title: &str, blocks: Vec<Block>) -> Loaded {
    let mut loaded = bundled();
    let (topic, section) = loaded.library.act_now().expect("a section");
    let section = Section { id: SectionId::from("only"), title: title.to_owned(), blocks, ..section.clone() };
    let mut topic = topic.clone();
    topic.sections = vec![section];
    let old = std::mem::replace(&mut loaded.library, Library::new(vec![topic]));
    let library = &mut loaded.library;
    library.edition = old.edition;
    library.sources = old.sources;
    library.protocol = old.protocol;
    library.guide = old.guide;
    library.figures = old.figures;
    library.site = old.site;
    loaded
}

/// A block of each kind that shows `words`, in each of its places.
pub fn every_block(words: &str) -> Vec<Block> {
    let step = || Step { title: text(words), text: text(words), brief: Some(text(words)), picture: None };
    let contact = Contact {
        name: text(words),
        about: text(words),
        phone: Some(text(words)),
        text: Some(text(words)),
        tty: None,
        hours: Some(text(words)),
        languages: None,
    };
    let table = |columns: usize| {
        let row = || vec![text(words); columns];
        Block::Table(Table { caption: text(words), header: row(), rows: vec![row(), row()] })
    };
    let inner = vec![Block::Paragraph(text(words)), Block::List(vec![text(words)]), table(2)];
    vec![
        Block::Paragraph(text(words)),
        Block::Heading(text(words)),
        Block::List(vec![text(words), text(words)]),
        Block::Steps(vec![step(), step()]),
        Block::Callout(Callout { kind: CalloutKind::Danger, title: text(words), blocks: inner.clone() }),
        table(3),
        table(12),
        Block::Contacts(vec![contact]),
        Block::Question { ask: text(words), answer: inner },
        Block::Here(text(words)),
        Block::LocalServices(text(words)),
    ]
}
