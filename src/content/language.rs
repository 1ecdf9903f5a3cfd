//! `language.ron` → which topics a language has, and which edition it is.

use std::collections::BTreeSet;

use super::file::File;
use super::record::{self, Record};
use super::ron_value::RonValue;
use crate::model::id::TopicId;
use crate::model::library::Edition;

/// What `language.ron` says.
pub(super) struct Language {
    /// The edition.
    pub(super) edition: Edition,
    /// The topics in the order of the tabs.
    pub(super) topics: Vec<TopicId>,
}

/// Reads `language.ron`.
pub(super) fn language(file: &File<'_>) -> Option<Language> {
    let record = Record::read(file, RonValue::whole(file)?, "language")?;
    let id = record.id("id");
    let name = record.text("name");
    let version = record.text("version");
    let topic_values = record.list("topics", 1);
    record.finish();
    let mut seen = BTreeSet::new();
    let mut topics: Vec<TopicId> = Vec::new();
    for value in topic_values? {
        let Some(id) = record::id(file, value).map(|id| TopicId::from(id.as_str())) else { continue };
        if seen.insert(id.clone()) {
            topics.push(id);
        } else {
            file.problem("duplicate-id", value.source(), format!("the topic `{id}` is here twice; keep one"));
        }
    }
    Some(Language { edition: Edition { language: id?, language_name: name?, version: version? }, topics })
}
