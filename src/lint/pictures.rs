//! Words for pictures, as a screen reader speaks them: short, and about what is seen.

use super::passages;
use super::sentences::folded;
use super::warning;
use crate::model::block::{Block, Picture};
use crate::model::library::Library;
use crate::model::place::Problem;

/// A screen reader speaks it in one breath; more belongs into a caption.
const MAX_LETTERS: usize = 150;

/// How a file's name ends.
const ENDINGS: &[&str] = &[".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"];

pub(super) fn check(library: &Library, problems: &mut Vec<Problem>) {
    let needless = &library.authoring.vocabulary.needless_begins;
    for (_, section) in passages::sections(library) {
        section.blocks.iter().for_each(|block| in_block(block, needless, problems));
    }
    if !library.guide.is_stand_in {
        library.guide.pictures().for_each(|picture| problems.extend(judge(picture, needless)));
    }
}

fn in_block(block: &Block, needless: &[String], problems: &mut Vec<Problem>) {
    block.each_picture(&mut |picture| problems.extend(judge(picture, needless)));
    block.inside().iter().for_each(|block| in_block(block, needless, problems));
}

fn judge(picture: &Picture, needless: &[String]) -> Option<Problem> {
    let alt = picture.alt.plain();
    let folded = folded(alt.trim());
    let length = alt.chars().count();
    let is_name = ENDINGS.iter().any(|ending| folded.contains(ending)) || folded == picture.id.as_str();
    let message = if is_name {
        format!("\"{alt}\" is the name of a file; say what the picture shows")
    } else if let Some(begin) = needless.iter().find(|begin| folded.starts_with(begin.as_str())) {
        format!("take out \"{begin}\": a screen reader says that it is a picture; begin with what it shows")
    } else if MAX_LETTERS < length {
        format!("{length} letters say what this picture shows, and {MAX_LETTERS} are the most; shorten it")
    } else {
        return None;
    };
    Some(warning("alt-style", &picture.alt.place, message))
}
