//! A topic file → a topic, and a file in which one goes on → its sections.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::block::{Nesting, blocks, picture_id};
use super::file::File;
use super::ids::ids_once;
use super::outline::fields_before;
use super::record::{self, Record};
use super::ron_value::RonValue;
use super::text::Known;
use super::translation::translation;
use crate::model::id::{PictureId, SectionId, TopicId};
use crate::model::language::Translation;
use crate::model::place::Place;
use crate::model::topic::{Section, Topic};

/// What a topic's own file says.
pub(super) struct TopicFile {
    /// The topic with the sections in this file; there may be none.
    pub(super) topic: Topic,
    /// The names of the files in which it goes on, in reading order.
    pub(super) parts: Vec<String>,
}

/// The sections of a topic that were read so far, by id.
pub(super) type Seen = BTreeMap<SectionId, Place>;

/// Reads the file of the topic `id`; a section or block with a mistake is noted and left out.
pub(super) fn topic(file: &File<'_>, known: &Known, id: &TopicId, seen: &mut Seen) -> Option<TopicFile> {
    let record = Record::read(file, RonValue::whole(file)?, "topic")?;
    let own_id = record.required("id").and_then(|value| topic_id(file, value, id));
    let title = record.text("title");
    let picture = record.required("picture").and_then(|name| picture_id(file, name));
    let translation = translation(file, &record).map(Arc::new);
    let part_names = record.optional("parts").and_then(|value| record::list(file, value, 1));
    let section_values = record.list("sections", 1);
    let place = file.place_of(record.source());
    record.finish();
    let parts = ids_once(file, part_names.unwrap_or_default(), "part");
    let sections = sections(file, known, section_values.unwrap_or_default(), translation.as_ref(), seen);
    // A tab without its word or drawing is better than no tab.
    let title = title.unwrap_or_else(|| id.to_string());
    let picture = picture.unwrap_or_else(default_picture);
    Some(TopicFile { topic: Topic { id: own_id?, title, picture, sections, place }, parts })
}

/// Reads a file in which the topic `id` goes on: its sections.
pub(super) fn part(file: &File<'_>, known: &Known, id: &TopicId, seen: &mut Seen) -> Option<Vec<Section>> {
    let record = Record::read(file, RonValue::whole(file)?, "part")?;
    let topic = record.required("topic").and_then(|value| {
        let topic = record::id(file, value)?;
        if topic == id.as_str() {
            return Some(topic);
        }
        let message = format!("this part belongs to the topic `{topic}`; mend the name, or take it out of `{id}`");
        file.problem("part-topic", value.source(), message);
        None
    });
    let translation = translation(file, &record).map(Arc::new);
    let section_values = record.list("sections", 1);
    record.finish();
    topic?;
    Some(sections(file, known, section_values?, translation.as_ref(), seen))
}

/// The part of a topic file before its sections: enough for its tab, and nothing to read yet.
///
/// What is wrong with it is of no interest here: the whole file will be read later, and said what is wrong with it.
pub(super) fn outline(file: &File<'_>, id: &TopicId) -> Option<Topic> {
    let fields = fields_before(file.text(), "topic", "sections");
    let field = |wanted| fields.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
    let own_id = topic_id(file, field("id")?, id)?;
    let title = record::plain_text(file, field("title")?).map_or_else(|| id.to_string(), Cow::into_owned);
    let picture = picture_id(file, field("picture")?).unwrap_or_else(default_picture);
    Some(Topic { id: own_id, title, picture, sections: Vec::new(), place: Place::default() })
}

fn default_picture() -> PictureId {
    PictureId::from("tab-about")
}

/// The id in a topic's file, which must be `id`, the one that the file is named after.
fn topic_id<'a>(file: &File<'a>, value: RonValue<'a>, id: &TopicId) -> Option<TopicId> {
    let own_id = TopicId::from(record::id(file, value)?.as_str());
    if own_id == *id {
        return Some(own_id);
    }
    let message = format!("this file holds the topic `{own_id}`; its id must be `{id}`, as the file's name");
    file.problem("topic-id", value.source(), message);
    None
}

/// The sections in `values`. One whose id is taken by an earlier one of the topic is noted and left out.
fn sections<'a>(
    file: &File<'a>,
    known: &Known,
    values: Vec<RonValue<'a>>,
    translation: Option<&Arc<Translation>>,
    seen: &mut Seen,
) -> Vec<Section> {
    let mut kept = Vec::new();
    for mut section in values.into_iter().filter_map(|value| section(file, known, value)) {
        section.translation = translation.cloned();
        if let Some(first) = seen.get(&section.id) {
            file.problem_at("duplicate-id", section.place.clone(), taken(&section.id, first));
        } else {
            seen.insert(section.id.clone(), section.place.clone());
            kept.push(section);
        }
    }
    kept
}

/// What to say of a section whose id another one has.
pub(super) fn taken(id: &SectionId, first: &Place) -> String {
    format!("the id `{id}` is taken at {first}; give this section another one")
}

fn section<'a>(file: &File<'a>, known: &Known, value: RonValue<'a>) -> Option<Section> {
    let problems_before = file.problem_count();
    let record = Record::read(file, value, "section")?;
    let id = record.id("id");
    let title = record.text("title");
    let emergency = record.flag("emergency");
    let for_staff = record.flag("for_staff");
    let reviewed = record.date("reviewed");
    let review_by = record.date("review_by");
    let blocks = record.list("blocks", 1).map(|values| blocks(file, known, values, Nesting::Section));
    let place = file.place_of(record.source());
    record.finish();
    let blocks = blocks.filter(|blocks| !blocks.is_empty())?;
    Some(Section {
        id: SectionId::from(id?.as_str()),
        title: title?,
        emergency,
        for_staff,
        reviewed: reviewed?,
        review_by: review_by?,
        translation: None,
        blocks,
        is_complete: file.problem_count() == problems_before,
        is_stand_in: false,
        place,
    })
}
