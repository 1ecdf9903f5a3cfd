//! Letters that the bundled fonts do not have: a reader would see an empty box.

use std::collections::BTreeMap;

use ttf_parser::Face;

use super::passages;
use super::warning;
use crate::assets::{MORE_BOLD, MORE_REGULAR, TEXT_BOLD, TEXT_REGULAR};
use crate::model::library::Library;
use crate::model::place::{Place, Problem};

pub(super) fn check(library: &Library, problems: &mut Vec<Problem>) {
    let mut fonts = Fonts::new();
    let mut judge = |words: &str, place: &Place| {
        let mut missing: Vec<char> = words.chars().filter(|letter| !fonts.have(*letter)).collect();
        missing.sort_unstable();
        missing.dedup();
        for letter in missing {
            let code = u32::from(letter);
            let message =
                format!("no bundled font has the letter \"{letter}\" (U+{code:04X}); write it in another way");
            problems.push(warning("no-glyph", place, message));
        }
    };
    for passage in passages::all(library) {
        judge(&passage.words, passage.place);
    }
    for source in library.sources.values() {
        let note = source.note.as_deref().unwrap_or_default();
        let url = source.url.as_deref().unwrap_or_default();
        [&source.title, &source.publisher, &source.published, note, url]
            .iter()
            .for_each(|text| judge(text, &source.place));
    }
    judge(&library.protocol.name, &library.protocol.place);
    judge(&library.edition.language_name, &library.authoring.language_file);
}

/// The faces of both weights: titles are bold, and any text may be.
struct Fonts {
    weights: [Vec<Face<'static>>; 2],
    /// What was asked before: a text has few different letters.
    known: BTreeMap<char, bool>,
}

impl Fonts {
    fn new() -> Self {
        // A test shows that every bundled font can be read.
        let faces = |files: [&'static [u8]; 2]| files.iter().filter_map(|file| Face::parse(file, 0).ok()).collect();
        Self { weights: [faces([TEXT_REGULAR, MORE_REGULAR]), faces([TEXT_BOLD, MORE_BOLD])], known: BTreeMap::new() }
    }

    /// Whether both weights can show `letter`. Spaces and joiners are not shown.
    fn have(&mut self, letter: char) -> bool {
        if letter.is_whitespace() || matches!(letter, '\u{200c}' | '\u{200d}' | '\u{ad}') {
            return true;
        }
        let has = |faces: &Vec<Face<'static>>| faces.iter().any(|face| face.glyph_index(letter).is_some());
        *self.known.entry(letter).or_insert_with(|| self.weights.iter().all(has))
    }
}
