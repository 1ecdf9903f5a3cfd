//! What the checks on content read beside the content: words to avoid, allowed findings, messages of the interface.

use super::comments;
use super::file::File;
use super::stand_in::Reader;
use super::vocabulary::vocabulary;
use crate::model::authoring::{Authoring, Message};
use crate::model::place::Place;
use crate::words;

const WORDS_PATH: &str = "words.ron";

/// Reads it for `language`, after everything else was read.
pub(super) fn read(reader: &mut Reader<'_>, language: &str) -> Authoring {
    // A content folder need not bring its own list of words.
    let given = if reader.has(WORDS_PATH) {
        reader.read_only(WORDS_PATH, |file| Some(vocabulary(file, language))).flatten()
    } else {
        None
    };
    let vocabulary = given.or_else(|| reader.read_bundled(WORDS_PATH, |file| vocabulary(file, language)));
    let path = format!("{language}/interface.ftl");
    let text = reader.text(&path).unwrap_or_default();
    let file = File::new(&path, &text);
    let message = |entry: words::FileEntry<'_>| Message {
        id: entry.id.to_owned(),
        variables: entry.variables.into_iter().map(str::to_owned).collect(),
        words: entry.words,
        place: file.place_of(entry.id),
    };
    let messages = words::entries(file.text()).into_iter().map(message).collect();
    let mut allowances = reader.take_allowances();
    allowances.extend(comments::allowances(&file));
    let language_file = Place { file: format!("{language}/language.ron").into(), line: 1, column: 1 };
    let messages_file = Place { file: path.as_str().into(), line: 1, column: 1 };
    Authoring { vocabulary: vocabulary.unwrap_or_default(), allowances, messages, language_file, messages_file }
}
