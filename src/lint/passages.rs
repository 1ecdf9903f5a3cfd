//! Every piece of text that an author wrote in one language, with its place.

use std::borrow::Cow;

use crate::model::id::SectionId;
use crate::model::library::Library;
use crate::model::place::Place;
use crate::model::text::{RichText, written};
use crate::model::topic::{Section, Topic};

/// A piece of text.
pub(super) struct Passage<'l> {
    /// What it says.
    pub(super) words: Cow<'l, str>,
    /// The same without named values; see [`written`].
    pub(super) written: Cow<'l, str>,
    /// Where it stands; a section's title has the place of its section.
    pub(super) place: &'l Place,
    /// The section that holds it.
    pub(super) section: Option<&'l SectionId>,
}

/// The sections that the authors wrote themselves. Nobody can mend the bundled ones that stand in for others.
pub(super) fn sections(library: &Library) -> impl Iterator<Item = (&Topic, &Section)> {
    library.sections().filter(|(_, section)| !section.is_stand_in)
}

/// Every passage.
pub(super) fn all(library: &Library) -> impl Iterator<Item = Passage<'_>> {
    of_content(library).into_iter().chain(of_interface(library))
}

/// The passages of topics and guide, also what is only heard or only stands on the poster.
fn of_content(library: &Library) -> Vec<Passage<'_>> {
    let mut passages = Vec::new();
    for topic in library.topics().iter().filter(|topic| topic.sections.iter().any(|section| !section.is_stand_in)) {
        passages.push(of_words(&topic.title, &topic.place, None));
    }
    for (_, section) in sections(library) {
        let id = Some(&section.id);
        passages.push(of_words(&section.title, &section.place, id));
        for block in &section.blocks {
            block.each_text(&mut |text| passages.push(passage(text, id)));
            block.each_text_beside(&mut |text| passages.push(passage(text, id)));
        }
    }
    if !library.guide.is_stand_in {
        library.guide.each_text(&mut |text| passages.push(passage(text, None)));
        passages.extend(library.guide.pictures().map(|picture| passage(&picture.alt, None)));
    }
    passages
}

/// The passages of the interface.
fn of_interface(library: &Library) -> impl Iterator<Item = Passage<'_>> {
    let messages = &library.authoring.messages;
    messages.iter().map(|message| of_words(&message.words, &message.place, None))
}

fn of_words<'l>(words: &'l str, place: &'l Place, section: Option<&'l SectionId>) -> Passage<'l> {
    Passage { words: Cow::Borrowed(words), written: Cow::Borrowed(words), place, section }
}

fn passage<'l>(text: &'l RichText, section: Option<&'l SectionId>) -> Passage<'l> {
    Passage { words: Cow::Owned(text.plain()), written: Cow::Owned(written(&text.spans)), place: &text.place, section }
}
