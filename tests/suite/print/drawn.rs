//! What a PDF page really draws, read by another library than the one that wrote it: letters, lines and filled shapes.

use std::collections::BTreeMap;

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, TransformExt, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect, Shape as _};

/// Millimetres in a point.
pub const MM: f64 = 25.4 / 72.0;

/// A page. All lengths are points, counted from the top left corner.
pub struct Drawn {
    pub size: [f64; 2],
    pub letters: Vec<Letter>,
    pub shapes: Vec<Shape>,
    /// The words of each piece that tags can name, with their spaces.
    pub marked: BTreeMap<i32, String>,
}

/// A letter with some ink; spaces are not drawn.
pub struct Letter {
    pub text: String,
    /// The size of its type.
    pub size: f64,
    /// What its ink covers.
    pub ink: Rect,
    pub colour: [u8; 3],
    /// What is painted later stands over what is painted earlier.
    order: usize,
}

/// A line, or a shape that is filled.
pub struct Shape {
    path: BezPath,
    pub colour: [u8; 3],
    /// The part of the page outside which none of it is seen.
    clip: Rect,
    /// The width of the line; `None` for a filled shape.
    pub line: Option<f64>,
    pub is_dashed: bool,
    order: usize,
}

impl Shape {
    /// Where the shape, or the middle of its line, stands.
    pub fn bounds(&self) -> Rect {
        self.path.bounding_box()
    }

    /// What its ink covers.
    pub fn ink(&self) -> Rect {
        let half = self.line.unwrap_or(0.0) / 2.0;
        let bounds = self.bounds();
        // The ends of a line reach no further than the line.
        let is_flat = |length: f64| length < 0.01 && self.line.is_some();
        let (across, along) = (is_flat(bounds.height()), is_flat(bounds.width()));
        let ink = bounds.inflate(if across { 0.0 } else { half }, if along { 0.0 } else { half });
        ink.intersect(self.clip)
    }

    /// Whether it is one straight line.
    pub fn is_straight(&self) -> bool {
        let bounds = self.bounds();
        self.line.is_some() && (bounds.width() < 0.01 || bounds.height() < 0.01)
    }
}

impl Drawn {
    /// The colour on which `letter` stands: that of the last shape that was filled under it.
    pub fn ground(&self, letter: &Letter) -> [u8; 3] {
        let mut under = self.shapes.iter().filter(|shape| shape.line.is_none() && shape.order < letter.order);
        let last = under.rfind(|shape| shape.path.contains(letter.ink.center()));
        last.map_or([255; 3], |shape| shape.colour)
    }

    /// The words that are drawn, in the order of drawing and without spaces.
    pub fn text(&self) -> String {
        self.letters.iter().map(|letter| letter.text.as_str()).collect()
    }

    /// What ink covers.
    pub fn ink(&self) -> Rect {
        let letters = self.letters.iter().map(|letter| letter.ink);
        // The paper itself is a white shape.
        let shapes = self.shapes.iter().filter(|shape| shape.colour != [255; 3]).map(Shape::ink);
        let shapes = shapes.filter(|ink| 0.0 < ink.area());
        letters.chain(shapes).reduce(|all, one| all.union(one)).unwrap_or_default()
    }
}

/// What the pages of `pdf` draw.
pub fn drawn(pdf: &[u8]) -> Vec<Drawn> {
    let pdf = Pdf::new(pdf.to_vec()).expect("a PDF file");
    let cache = InterpreterCache::new();
    let pages = pdf.pages().iter().map(|page| {
        let (width, height) = page.render_dimensions();
        let transform = page.initial_transform(true).to_kurbo();
        let paper = Rect::new(0.0, 0.0, width.into(), height.into());
        let mut context = Context::new(transform, paper, &cache, pdf.xref(), InterpreterSettings::default());
        let mut pen = Pen { clips: vec![paper], ..Pen::default() };
        interpret_page(page, &mut context, &mut pen);
        Drawn { size: [width.into(), height.into()], letters: pen.letters, shapes: pen.shapes, marked: pen.marked }
    });
    pages.collect()
}

#[derive(Default)]
struct Pen {
    letters: Vec<Letter>,
    shapes: Vec<Shape>,
    order: usize,
    /// What can be seen, the innermost last; the first is the paper.
    clips: Vec<Rect>,
    marked: BTreeMap<i32, String>,
    /// The pieces that have begun and not ended.
    open: Vec<Option<i32>>,
}

impl Pen {
    fn clip(&self) -> Rect {
        self.clips.last().copied().unwrap_or_default()
    }

    fn next(&mut self) -> usize {
        self.order += 1;
        self.order
    }
}

fn colour(paint: &Paint<'_>) -> [u8; 3] {
    match paint {
        Paint::Color(color) => {
            let [red, green, blue, opacity] = color.to_rgba().to_rgba8();
            assert_eq!(opacity, 255, "printers do not know what lies under a transparent colour");
            [red, green, blue]
        }
        Paint::Pattern(_) => panic!("no page needs a pattern"),
    }
}

/// By how much `transform` enlarges a length.
fn scale(transform: Affine) -> f64 {
    transform.determinant().abs().sqrt()
}

impl<'a> Device<'a> for Pen {
    fn draw_glyph(&mut self, glyph: &Glyph<'a>, at: Affine, of_glyph: Affine, paint: &Paint<'a>, _: &GlyphDrawMode) {
        let Glyph::Outline(outline) = glyph else { panic!("letters are outlines") };
        let ink = (at * of_glyph * outline.outline()).bounding_box();
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => String::new(),
        };
        let order = self.next();
        if let Some(piece) = self.open.iter().rev().find_map(|piece| *piece) {
            self.marked.entry(piece).or_default().push_str(&text);
        }
        if 0.0 < ink.area() {
            // An outline is drawn on a square of 1000 units.
            self.letters.push(Letter { text, size: scale(at * of_glyph) * 1000.0, ink, colour: colour(paint), order });
        }
    }

    fn draw_path(&mut self, path: &BezPath, transform: Affine, paint: &Paint<'a>, mode: &PathDrawMode) {
        let (line, is_dashed) = match mode {
            PathDrawMode::Fill(_) => (None, false),
            PathDrawMode::Stroke(line) => {
                (Some(f64::from(line.line_width) * scale(transform)), !line.dash_array.is_empty())
            }
        };
        let order = self.next();
        let (path, colour, clip) = (transform * path.clone(), colour(paint), self.clip());
        self.shapes.push(Shape { path, colour, clip, line, is_dashed, order });
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {
        panic!("drawings are lines, so that they are sharp on every printer");
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.clips.push(self.clip().intersect(clip.path.bounding_box()));
    }

    fn pop_clip_path(&mut self) {
        self.clips.pop();
    }

    fn begin_marked_content(&mut self, _: &[u8], piece: Option<i32>) {
        self.open.push(piece);
    }

    fn end_marked_content(&mut self) {
        self.open.pop();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_transparency_group(&mut self) {}
}

/// How far `place` is from the nearest edge of a page of `size`.
pub fn margin(ink: Rect, [width, height]: [f64; 2]) -> f64 {
    let from_corner = Point::new(width - ink.x1, height - ink.y1);
    [ink.x0, ink.y0, from_corner.x, from_corner.y].into_iter().fold(f64::INFINITY, f64::min)
}
