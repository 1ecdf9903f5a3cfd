//! `language.ron` → which topics a language has, which edition it is, what its keyboard is like, and which of its words say
//! little.

use super::file::File;
use super::ids::ids_once;
use super::keyboard::keyboard;
use super::record::{self, Record};
use super::ron_value::RonValue;
use super::translation::translation;
use crate::model::id::TopicId;
use crate::model::keyboard::Keyboard;
use crate::model::library::Edition;

/// What `language.ron` says.
pub(super) struct Language {
    /// The edition.
    pub(super) edition: Edition,
    /// The topics in the order of the tabs.
    pub(super) topics: Vec<TopicId>,
    /// How a kiosk asks its readers to begin.
    pub(super) welcome: Option<String>,
    /// The keyboard; `None` if the file has none, or one with a mistake.
    pub(super) keyboard: Option<Keyboard>,
    /// Words that say little by themselves, for search.
    pub(super) small_words: Vec<String>,
}

/// Reads `language.ron` in the folder of the language `wanted`.
pub(super) fn language(file: &File<'_>, wanted: &str) -> Option<Language> {
    let record = Record::read(file, RonValue::whole(file)?, "language")?;
    if let Some(value) = record.required("id")
        && let Some(id) = record::id(file, value)
        && id != wanted
    {
        let message =
            format!("this file describes the language `{id}`; its id must be `{wanted}`, as the folder's name");
        file.problem("language-id", value.source(), message);
    }
    let name = record.text("name");
    let version = record.text("version");
    let locale = record.optional_text("locale");
    let welcome = record.optional_text("welcome");
    let translation = translation(file, &record);
    let topic_values = record.list("topics", 1);
    let keyboard = record.optional("keyboard").and_then(|value| keyboard(file, value));
    let small_words = record.optional("small_words").and_then(|value| rows_of_words(file, value));
    record.finish();
    let topics = ids_once(file, topic_values?, "topic").iter().map(|id| TopicId::from(id.as_str())).collect();
    let edition = Edition {
        language: wanted.to_owned(),
        language_name: name?,
        locale: locale.unwrap_or_else(|| wanted.to_owned()),
        version: version?,
        translation,
    };
    Some(Language { edition, topics, welcome, keyboard, small_words: small_words.unwrap_or_default() })
}

/// The words of rows such as `"a an the"`.
fn rows_of_words<'a>(file: &File<'a>, value: RonValue<'a>) -> Option<Vec<String>> {
    let rows = record::list(file, value, 1)?.into_iter().filter_map(|row| record::plain_text(file, row));
    Some(rows.flat_map(|row| row.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect())
}
