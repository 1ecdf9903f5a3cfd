//! What the checks on content read beside the content: words to avoid, allowed findings, messages of the interface.

use std::collections::BTreeMap;

use super::comments;
use super::file::File;
use super::protocol;
use super::stand_in::Reader;
use super::vocabulary::vocabulary;
use crate::model::authoring::{Authoring, Message};
use crate::model::id::SourceId;
use crate::model::place::Place;
use crate::model::protocol::Protocol;
use crate::model::source::Source;
use crate::words;

const WORDS_PATH: &str = "words.ron";

/// Reads it for `language`, after everything else was read.
pub(super) fn read(
    reader: &mut Reader<'_>,
    language: &str,
    sources: &BTreeMap<SourceId, Source>,
    protocol: &Protocol,
) -> Authoring {
    let other_protocols = other_protocols(reader, sources, protocol);
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
    let vocabulary = vocabulary.unwrap_or_default();
    Authoring { vocabulary, other_protocols, allowances, messages, language_file, messages_file }
}

/// The protocols of the content that are not in use here. Somewhere else one is, so each is read and checked.
fn other_protocols(
    reader: &mut Reader<'_>,
    sources: &BTreeMap<SourceId, Source>,
    protocol: &Protocol,
) -> Vec<Protocol> {
    let in_use = protocol.place.file.to_string();
    let paths = reader.paths().into_iter().filter(|path| path.starts_with("protocols/") && *path != in_use);
    paths.filter_map(|path| reader.read_only(&path, |file| protocol::protocol(file, sources))).collect()
}
