//! Page data → pages. The one file that names the typesetter (Typst) and what it may see: our templates, our fonts and
//! drawings, and the data. It has no disk, no clock and no network to look at.

use std::sync::{Arc, LazyLock};

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use super::data::{Document, PageData};
use super::error::PrintError;
use crate::assets;

/// The file in which templates find the data.
const DATA_FILE: &str = "data.json";
/// What a template says where there is no room: "too long: the card".
const TOO_LONG: &str = "too long: ";

/// Pages that are set.
#[derive(Clone)]
pub struct Pages {
    document: Arc<PagedDocument>,
    id: String,
    day: jiff::civil::Date,
}

/// A picture of a page.
pub struct PagePicture {
    /// Width and height in pixels.
    pub size: [usize; 2],
    /// Red, green, blue and full opacity of each pixel, row by row from the top.
    pub rgba: Vec<u8>,
}

/// Sets the pages.
///
/// # Errors
/// If a character is in no bundled font, or if the words do not fit into the layout.
pub fn typeset(data: &PageData) -> Result<Pages, PrintError> {
    refuse_missing_glyphs(data)?;
    let json = serde_json::to_vec(data).map_err(|error| PrintError::Template(error.to_string()))?;
    let main = file_id(main_template(&data.document)).ok_or_else(|| PrintError::Template("no template".to_owned()))?;
    let desk = Desk { main, data: Bytes::new(json) };
    let result = typst::compile::<PagedDocument>(&desk).output;
    // What was not needed for the last few documents is let go.
    comemo::evict(REMEMBERED);
    let document = result.map_err(|errors| explain(data, &errors))?;
    Ok(Pages { document: Arc::new(document), id: data.id.clone(), day: data.day })
}

/// So many documents after it was last used, a piece of layout is forgotten.
const REMEMBERED: usize = 3;

impl Pages {
    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// A picture of the page `at`, counted from 0; each of its points is so many pixels wide.
    pub fn picture(&self, at: usize, pixels_per_point: f64) -> Option<PagePicture> {
        let page = self.document.pages().get(at)?;
        let options = RenderOptions { pixel_per_pt: pixels_per_point.into(), render_bleed: false };
        let pixels = typst_render::render(page, &options);
        let size = [pixels.width() as usize, pixels.height() as usize];
        // Pages are filled with paper, so no pixel is transparent and none is premultiplied.
        Some(PagePicture { size, rgba: pixels.take() })
    }

    /// The pages as a PDF file for every reader (PDF/UA-1).
    ///
    /// # Errors
    /// If the templates break a rule of that standard; a test shows that they do not.
    pub fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1]);
        let standards = standards.map_err(|error| PrintError::Template(error.message().to_string()))?;
        let midnight = |year: i16, month: i8, day: i8| {
            Datetime::from_ymd_hms(year.into(), month.try_into().ok()?, day.try_into().ok()?, 0, 0, 0)
        };
        let options = PdfOptions {
            ident: Smart::Custom(self.id.clone()),
            creator: Smart::Custom(Some(concat!("Careshelf ", env!("CARGO_PKG_VERSION")).to_owned())),
            timestamp: midnight(self.day.year(), self.day.month(), self.day.day()).map(Timestamp::new_utc),
            page_ranges: None,
            standards,
            tagged: true,
            pretty: false,
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| PrintError::Template(messages(&errors)))
    }
}

fn main_template(document: &Document) -> &'static str {
    match document {
        Document::Handout(_) => "handout.typ",
        Document::Beside(_) => "beside.typ",
        Document::Card(_) => "card.typ",
        Document::Poster(_) => "poster.typ",
    }
}

/// Nothing else may be printed in the place of a character: it could change what is said.
fn refuse_missing_glyphs(data: &PageData) -> Result<(), PrintError> {
    for origin in &data.origins {
        let missing = origin.texts.chars().find(|c| !is_printable(*c));
        if let Some(character) = missing {
            return Err(PrintError::MissingGlyph { character, place: origin.place.clone() });
        }
    }
    Ok(())
}

/// Whether the regular and the bold faces have the character: a text may be strong anywhere.
fn is_printable(c: char) -> bool {
    let (regular, bold) = FACES.split_at(FACES.len() / 2);
    let has = |faces: &[Font]| faces.iter().any(|face| face.info().coverage.contains(c.into()));
    c.is_whitespace() || has(regular) && has(bold)
}

fn explain(data: &PageData, errors: &[SourceDiagnostic]) -> PrintError {
    let text = messages(errors);
    match text.split_once(TOO_LONG) {
        Some((_, reason)) => {
            PrintError::TooLong { layout: data.layout.name(), reason: reason.trim_matches('"').to_owned() }
        }
        None => PrintError::Template(text),
    }
}

fn messages(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
}

/// What the typesetter sees of the world.
struct Desk {
    main: FileId,
    data: Bytes,
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Names of rows in tables, for screen readers.
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

/// The regular faces, then the bold ones.
static FACES: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files = [assets::TEXT_REGULAR, assets::MORE_REGULAR, assets::TEXT_BOLD, assets::MORE_BOLD];
    files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect()
});

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FACES.iter())));

static TEMPLATES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let read = |(name, text): &(&str, &str)| Some(Source::new(file_id(name)?, (*text).to_owned()));
    assets::PRINT_TEMPLATES.iter().filter_map(read).collect()
});

fn file_id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = TEMPLATES.iter().find(|source| source.id() == id);
        found.cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get().vpath().get_without_slash();
        if path == DATA_FILE {
            return Ok(self.data.clone());
        }
        let name = path.strip_prefix("pictures/").and_then(|file| file.strip_suffix(".svg"));
        let picture = name.and_then(assets::picture).ok_or_else(|| not_found(id))?;
        Ok(Bytes::from_string(picture))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FACES.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
