//! Plain pages: the words of sections as paragraphs, set by the typesetter with no template of ours.

use careshelf::assets;
use careshelf::model::id::SectionId;
use careshelf::model::library::Library as Content;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

/// All words of the sections, a paragraph each.
pub fn words(library: &Content, sections: &[SectionId]) -> String {
    let mut words = String::new();
    for id in sections {
        for block in &library.section(id).unwrap().1.blocks {
            block.each_text(&mut |text| {
                words.push_str(&text.plain());
                words.push_str("\n\n");
            });
        }
    }
    words
}

/// Sets `words` over and over until there are `count` pages, and draws the first one.
pub fn first_picture(words: &str, count: usize, pixels_per_point: f64) -> Vec<u8> {
    typst::comemo::evict(0);
    let one = set(words).pages().len();
    typst::comemo::evict(0);
    let document = set(&words.repeat(count.div_ceil(one)));
    let options = RenderOptions { pixel_per_pt: pixels_per_point.into(), render_bleed: false };
    typst_render::render(&document.pages()[0], &options).take()
}

fn set(words: &str) -> PagedDocument {
    let text = format!(
        "#set page(\"us-letter\")\n#set text(font: \"Atkinson Hyperlegible Next\", size: 13pt)\n#{:?}.split(\"\\n\\n\").map(par).join()",
        words.replace(['"', '\\'], "")
    );
    let main = RootedPath::new(VirtualRoot::Project, VirtualPath::new("plain.typ").unwrap()).intern();
    let fonts: Vec<Font> =
        [assets::TEXT_REGULAR, assets::TEXT_BOLD].into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    let desk = Desk {
        library: LazyHash::new(Library::builder().build()),
        book: LazyHash::new(FontBook::from_fonts(fonts.iter())),
        fonts,
        source: Source::new(main, text),
    };
    typst::compile::<PagedDocument>(&desk).output.unwrap()
}

struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    source: Source,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _id: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
