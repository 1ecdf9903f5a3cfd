//! What a screen reader finds in a PDF file: its tags in their order, with the words that each holds.

use std::collections::BTreeMap;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, String as PdfString};

use super::drawn::drawn;

/// A tag, or a part of one that another tag divides.
#[derive(Debug)]
pub struct Tag {
    /// Such as `P` or `TH`.
    pub name: String,
    /// The words that it holds beside its other tags.
    pub words: String,
    /// Whether it has an alternative text.
    pub has_alt: bool,
}

/// The tags of `pdf` in reading order.
pub fn tags(pdf: &[u8]) -> Vec<Tag> {
    let pages = drawn(pdf);
    let pdf = Pdf::new(pdf.to_vec()).expect("a PDF file");
    let numbers = pdf.pages().iter().enumerate();
    let numbers = numbers.map(|(at, page)| (page.raw().obj_id().expect("a page is an object"), at)).collect();
    let marked = pages.into_iter().map(|page| page.marked).collect();
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).expect("a catalog");
    let root: Dict<'_> = catalog.get("StructTreeRoot").expect("tags");
    let mut reader = Reader { numbers, marked, tags: Vec::new() };
    reader.children(&root, "", None);
    reader.tags
}

/// Everything that is heard of `pdf`, without spaces.
pub fn heard(pdf: &[u8]) -> String {
    tags(pdf).iter().map(|tag| super::squeezed(&tag.words)).collect()
}

struct Reader {
    /// The page of each page object.
    numbers: BTreeMap<ObjectIdentifier, usize>,
    /// The words of each piece of each page.
    marked: Vec<BTreeMap<i32, String>>,
    tags: Vec<Tag>,
}

impl Reader {
    fn element(&mut self, element: &Dict<'_>, page: Option<usize>) {
        let name = element.get::<Name<'_>>("S").map_or_else(String::new, |name| name.as_str().to_owned());
        let has_alt = element.get::<PdfString<'_>>("Alt").is_some_and(|alt| !alt.as_bytes().is_empty());
        self.tags.push(Tag { name: name.clone(), words: String::new(), has_alt });
        self.children(element, &name, page);
    }

    fn children(&mut self, parent: &Dict<'_>, name: &str, page: Option<usize>) {
        let page = self.page_of(parent).or(page);
        if let Some(list) = parent.get::<Array<'_>>("K") {
            let children: Vec<Object<'_>> = list.iter().collect();
            children.into_iter().for_each(|child| self.child(child, name, page));
        } else if let Some(child) = parent.get::<Object<'_>>("K") {
            self.child(child, name, page);
        }
    }

    /// A child is a tag, or the number of a piece of a page with or without the page.
    fn child(&mut self, child: Object<'_>, name: &str, page: Option<usize>) {
        match child {
            Object::Number(piece) => self.piece(name, page, piece.as_i64() as i32),
            Object::Dict(child) => match child.get::<i32>("MCID") {
                Some(piece) => self.piece(name, self.page_of(&child).or(page), piece),
                None => self.element(&child, page),
            },
            _ => (),
        }
    }

    fn piece(&mut self, name: &str, page: Option<usize>, piece: i32) {
        let words = page.and_then(|page| self.marked[page].get(&piece)).cloned().unwrap_or_default();
        match self.tags.last_mut() {
            Some(tag) if tag.name == name => tag.words.push_str(&words),
            _ => self.tags.push(Tag { name: name.to_owned(), words, has_alt: false }),
        }
    }

    fn page_of(&self, dict: &Dict<'_>) -> Option<usize> {
        let page = dict.get_ref("Pg")?;
        self.numbers.get(&page.into()).copied()
    }
}

/// Poppler is somebody else's reader, but takes seconds for a long file.
#[test]
fn another_reader_hears_the_same() {
    let loaded = crate::visit::bundled();
    for section in ["signs", "naloxone-kinds", "compare-treatments"] {
        for layout in [careshelf::model::paper::Layout::Handout, careshelf::model::paper::Layout::LargePrint] {
            let pdf = super::pdf(&loaded, &super::request(&loaded, section, layout)).expect("pages");
            let output = super::said("pdfinfo", &["-struct-text", "{}"], &pdf);
            let texts = output.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"'));
            let [ours, theirs] = [heard(&pdf), texts.map(super::squeezed).collect::<String>()];
            let [ours, theirs] = [before_sources(&ours), before_sources(&theirs)];
            assert_eq!(ours, theirs, "{section}");
        }
    }
}

/// Poppler 22 loses the rest of a line after a place where a long address may be broken.
fn before_sources(heard: &str) -> String {
    let (text, _) = heard.split_once("Whosaysso?").expect("sources");
    text.to_owned()
}
